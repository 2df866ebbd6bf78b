/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * From what a user types to a query of FTS5.
 *
 * Every word becomes a quoted text, so nothing of FTS5's own language can be written by accident:
 * AND, a colon or a bracket are words like others. What is understood is "several words" in
 * quotation marks, which must stand side by side, and a star at the end, which asks for all words
 * that begin so. A word without a letter or digit is left out: no paper could have it.
 */
#include "io/library/words.h"

#include <string.h>

#include "graph/error.h"
#include "graph/text.h"

#define MOST_WORDS 64

static gboolean
has_letters (const char *text, gsize length)
{
    for (const char *p = text; p < text + length; p = g_utf8_next_char (p)) {
        const gunichar c = g_utf8_get_char (p);
        if (g_unichar_isalnum (c) || g_unichar_type (c) == G_UNICODE_PRIVATE_USE)
            return TRUE;
    }
    return FALSE;
}

/* A quotation mark cannot stand inside: it ended the text. */
static void
append_quoted (GString *query, const char *text, gsize length, gboolean is_prefix)
{
    g_string_append_c (query, '"');
    g_string_append_len (query, text, (gssize)length);
    g_string_append (query, is_prefix ? "\" *" : "\"");
}

/* Finds the next word or phrase; gives what follows it. */
static const char *
next_word (const char *p, const char **start, gsize *length, gboolean *is_prefix)
{
    const gboolean is_phrase = *p == '"';
    *start = is_phrase ? p + 1 : p;
    const char *end = *start + strcspn (*start, is_phrase ? "\"" : " \"");
    const char *next = is_phrase && *end == '"' ? end + 1 : end;
    *is_prefix = is_phrase ? *next == '*' : end > *start && end[-1] == '*';
    *length = (gsize)(end - *start);
    return next + (is_phrase && *is_prefix);
}

/*
 * rhumb_library_quote_words:
 * @words: what a user typed
 * @any: whether one of the words is enough
 * @error: return location for an error
 *
 * Writes a query that FTS5 cannot misunderstand.
 *
 * Returns: (nullable): the query; %NULL with %RHUMB_ERROR_INVALID if there is no word, or with
 *   %RHUMB_ERROR_LIMIT if there are more than 64
 */
char *
rhumb_library_quote_words (const char *words, gboolean any, GError **error)
{
    g_autofree char *clean = rhumb_text_clean (words, -1);
    g_autoptr (GString) query = g_string_new (NULL);
    guint n = 0;
    for (const char *p = clean; *p != '\0';) {
        if (*p == ' ') {
            p++;
            continue;
        }
        const char *start;
        gsize length;
        gboolean is_prefix;
        p = next_word (p, &start, &length, &is_prefix);
        if (!has_letters (start, length))
            continue;
        if (n++ > 0)
            g_string_append (query, any ? " OR " : " AND ");
        append_quoted (query, start, length, is_prefix);
    }
    if (n > 0 && n <= MOST_WORDS)
        return g_strdup (query->str);
    g_set_error (error, RHUMB_ERROR, n == 0 ? RHUMB_ERROR_INVALID : RHUMB_ERROR_LIMIT,
                 n == 0 ? "no word to search for, expected letters or digits%s"
                        : "more words than %s, expected fewer",
                 n == 0 ? "" : G_STRINGIFY (MOST_WORDS));
    return NULL;
}
