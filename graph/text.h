/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean rhumb_text_is_hidden (gunichar c);
gboolean rhumb_text_is_clean (const char *bytes, gsize length);
char *rhumb_text_clean (const char *bytes, gssize length);
char *rhumb_text_shorten (const char *text, gsize max_chars);
char *rhumb_text_title_key (const char *text);
guint64 rhumb_text_hash (const char *text);
guint64 rhumb_hash_mix (guint64 a, guint64 b);

G_END_DECLS
