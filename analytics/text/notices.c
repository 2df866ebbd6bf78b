/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What publishers print before or behind an abstract: "© 2015 Elsevier B.V. All rights reserved.",
 * "This is an open access article under the CC BY license". Databases keep it, and it is about no
 * paper.
 *
 * A notice is a sentence that begins with a mark of copyright and a year, or with one of a closed
 * list of beginnings. Texts without capitals are left alone, since nothing in them tells where a
 * sentence begins. Cost: one pass over the text for each beginning.
 */
#include "analytics/text/notices.h"

#include <string.h>

/* Names of publishers in a notice may hold full stops. */
#define LONGEST 600

static const char *const marks[] = {"\xc2\xa9", "(c)", "(C)", "Copyright"};
static const char *const beginnings[] = {
    "All rights reserved",
    "For permission",
    "Licensee ",
    "Published by ",
    "Reproduced with permission",
    "Reprinted with permission",
    "This article is distributed under",
    "This article is protected by copyright",
    "This is an Open Access",
    "This is an open access",
    "This is an open-access",
    "This journal is",
    "This work is licensed under",
};

static const char *
skip (const char *p, const char *what)
{
    return p + strspn (p, what);
}

/* "1998" to "2099", and no more digits. */
static gboolean
is_year (const char *p)
{
    return (g_str_has_prefix (p, "19") || g_str_has_prefix (p, "20")) && g_ascii_isdigit (p[2]) &&
           g_ascii_isdigit (p[3]) && !g_ascii_isalnum (p[4]);
}

/* Whether the mark at @p is one of copyright: "(c) 2000 samples" lists samples. */
static gboolean
is_notice (const char *p, const char *mark)
{
    const char *rest = skip (p + strlen (mark), " ,:");
    if (*mark == '\xc2')
        return is_year (rest) || g_ascii_isupper (*rest);
    if (*mark == 'C' && (g_str_has_prefix (rest, marks[0]) || g_str_has_prefix (rest, marks[1]) ||
                         g_str_has_prefix (rest, marks[2])))
        return TRUE;
    if (!is_year (rest))
        return FALSE;
    rest = skip (rest + 4, " ,.-");
    return *rest == '\0' || !g_ascii_islower (*rest) || g_str_has_prefix (rest, "by ") ||
           g_str_has_prefix (rest, "the ");
}

/* Whether nothing or the end of a sentence stands before @p. */
static gboolean
begins_sentence (const char *text, const char *p)
{
    while (p > text && p[-1] == ' ')
        p--;
    return p == text || strchr (".!?)];:", p[-1]) != NULL;
}

/* The end of the sentence that begins at @p; "J. Smith" and "B.V. Amsterdam" do not end it. */
static const char *
find_end (const char *p)
{
    const char *end = p;
    while ((end = strchr (end, '.')) != NULL) {
        const gboolean is_initial =
            end - p >= 2 && g_ascii_isupper (end[-1]) && strchr (" .", end[-2]) != NULL;
        const char *next = skip (end + 1, " ");
        if (*next == '\0' || (next > end + 1 && !is_initial && !g_ascii_islower (*next)))
            return next;
        /* All that may follow a publisher with full stops in its name. */
        for (gsize i = 0; i < G_N_ELEMENTS (beginnings) && next > end + 1; i++)
            if (g_str_has_prefix (next, beginnings[i]))
                return next;
        end++;
    }
    return p + strlen (p);
}

/* Takes what begins at @at out; a text that is not parted into sentences stays. */
static void
drop_from (GString *text, gsize at)
{
    const gsize end = (gsize)(find_end (text->str + at) - text->str);
    if (end - at <= LONGEST)
        g_string_erase (text, (gssize)at, (gssize)(end - at));
}

static void
drop_all (GString *text, const char *what, gboolean is_mark)
{
    const char *p = strstr (text->str, what);
    while (p != NULL) {
        const gsize at = (gsize)(p - text->str);
        const gsize length = text->len;
        const gboolean begins =
            *what == '\xc2' ? at == 0 || p[-1] == ' ' : begins_sentence (text->str, p);
        if (begins && (!is_mark || is_notice (p, what)))
            drop_from (text, at);
        p = strstr (text->str + at + (text->len == length), what);
    }
}

/* Takes notices of publishers out of an abstract. */
void
rhumb_notices_drop (GString *text)
{
    for (gsize i = G_N_ELEMENTS (marks); i-- > 0;)
        drop_all (text, marks[i], TRUE);
    for (gsize i = 0; i < G_N_ELEMENTS (beginnings); i++)
        drop_all (text, beginnings[i], FALSE);
}
