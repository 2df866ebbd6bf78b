/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean rhumb_is_generic_phrase (const char *key);
gboolean rhumb_is_phrase_of_means (const char *key);

G_END_DECLS
