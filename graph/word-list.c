/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Lists of words, as tables of names in this source have them. Cost: linear in the list.
 */
#include "graph/word-list.h"

#include <string.h>

/* Tells whether a list has a word, whatever the case of its ASCII letters. @list: words parted by
 * "|"; @word: a word without "|"; @length: its bytes. */
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

/* Tells whether one of @n words is @word, in the same letters. @length: its bytes. */
gboolean
rhumb_words_have (const char *const *words, gsize n, const char *word, gsize length)
{
    for (gsize i = 0; i < n; i++)
        if (*words[i] == *word && strlen (words[i]) == length &&
            memcmp (words[i], word, length) == 0)
            return TRUE;
    return FALSE;
}

/* Takes the next word of a list parted by blanks. @list: where it goes on; @word (out): the word,
 * which the list owns; @length (out): its bytes. Tells whether there was one. */
gboolean
rhumb_word_list_next (const char **list, const char **word, gsize *length)
{
    *word = *list + strspn (*list, " ");
    *length = strcspn (*word, " ");
    *list = *word + *length;
    return *length > 0;
}
