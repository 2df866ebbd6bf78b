/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gsize rhumb_markup_length (const char *text, const char **meaning);

G_END_DECLS
