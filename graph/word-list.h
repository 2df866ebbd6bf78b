/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean rhumb_word_list_has (const char *list, const char *word, gsize length);
gboolean rhumb_words_have (const char *const *words, gsize n, const char *word, gsize length);
gboolean rhumb_word_list_next (const char **list, const char **word, gsize *length);

G_END_DECLS
