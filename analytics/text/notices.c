/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What publishers print before or behind an abstract: "© 2015 Elsevier B.V. All rights reserved.",
 * "This is an open access article under the CC BY license". Databases keep it, and it is about no
 * paper.
 *
 * A notice is a sentence that begins with a mark of copyright and a year, or with one of a closed
 * list of beginnings. Texts without capitals are left alone, since nothing in them tells where a
 * sentence begins. Cost: one pass over the text, and LONGEST bytes for each beginning.
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

/* Whether nothing or the end of a sentence stands before what follows @length bytes of @text. */
static gboolean
begins_sentence (const char *text, gsize length)
{
    while (length > 0 && text[length - 1] == ' ')
        length--;
    return length == 0 || strchr (".!?)];:", text[length - 1]) != NULL;
}

static gboolean
has_beginning (const char *p)
{
    for (gsize i = 0; i < G_N_ELEMENTS (beginnings); i++)
        if (g_str_has_prefix (p, beginnings[i]))
            return TRUE;
    return FALSE;
}

static gboolean
has_mark (const char *p)
{
    for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
        if (g_str_has_prefix (p, marks[i]) && is_notice (p, marks[i]))
            return TRUE;
    return FALSE;
}

/* Whether a mark or a beginning begins with @c, which most letters of a text do not. */
static inline gboolean
may_begin (char c)
{
    return c == '\xc2' || c == '(' || c == 'C' || c == 'A' || c == 'F' || c == 'L' || c == 'P' ||
           c == 'R' || c == 'T';
}

/* Whether a notice begins at @p, behind @length bytes of @kept. */
static gboolean
begins_notice (const char *kept, gsize length, const char *p)
{
    if (*p == '\xc2')
        return (length == 0 || kept[length - 1] == ' ') && has_mark (p);
    return begins_sentence (kept, length) && (has_mark (p) || has_beginning (p));
}

/* The end of the sentence that begins at @p; "J. Smith" and "B.V. Amsterdam" do not end it. %NULL
 * if it is longer than any notice: such a text is not parted into sentences. */
static const char *
find_end (const char *p, const char *end_of_text)
{
    const char *last = p + MIN (end_of_text - p, LONGEST);
    const char *end = p;
    while ((end = memchr (end, '.', (gsize)(last - end))) != NULL) {
        const gboolean is_initial =
            end - p >= 2 && g_ascii_isupper (end[-1]) && strchr (" .", end[-2]) != NULL;
        const char *next = skip (end + 1, " ");
        if (*next == '\0' || (next > end + 1 && !is_initial && !g_ascii_islower (*next)))
            return next;
        /* All that may follow a publisher with full stops in its name. */
        if (next > end + 1 && has_beginning (next))
            return next;
        end++;
    }
    return last == end_of_text ? last : NULL;
}

/* Takes notices of publishers out of an abstract. */
void
rhumb_notices_drop (GString *text)
{
    const char *end_of_text = text->str + text->len;
    gsize n_kept = 0;
    for (const char *p = text->str; p < end_of_text;) {
        const gboolean begins = may_begin (*p) && begins_notice (text->str, n_kept, p);
        const char *end = begins ? find_end (p, end_of_text) : NULL;
        if (end != NULL)
            p = end;
        else
            text->str[n_kept++] = *p++;
    }
    g_string_truncate (text, n_kept);
}
