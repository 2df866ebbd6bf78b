/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *rhumb_library_quote_words (const char *words, gboolean any, GError **error);

G_END_DECLS
