/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "graph/word-list.h"

#include <string.h>

/* Tells whether a list has a word, whatever the case of its ASCII letters. @list: words parted by
 * "|", as tables of names in this source have them; @word: a word without "|"; @length: its bytes.
 */
gboolean
rhumb_word_list_has (const char *list, const char *word, gsize length)
{
    for (const char *at = list; at != NULL; at = strchr (at, '|')) {
        at += *at == '|';
        if (g_ascii_strncasecmp (at, word, length) == 0 &&
            (at[length] == '\0' || at[length] == '|'))
            return TRUE;
    }
    return FALSE;
}
