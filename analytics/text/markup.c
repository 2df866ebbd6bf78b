/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What markup leaves in abstracts: commands of TeX that only say how a word looks, entities and
 * tags of HTML. "\emph{binary trees}" and "H<sub>2</sub>O" are about trees and water. And decimal
 * points that are none of ASCII.
 *
 * Only what is certain is taken: a tag has a name of letters and digits and no blanks, so "a < b"
 * stays; commands that stand for a word ("\alpha") stay. Cost: one pass, bounded by the longest
 * name at each mark.
 */
#include "analytics/text/markup.h"

#include <string.h>

#include "graph/word-list.h"

#define LONGEST_NAME 16

typedef struct {
    const char *name;
    const char *meaning;
} Markup;

/* How words look, and what stands around them. */
static const char *const commands[] = {
    "begin",  "bf",     "boldsymbol", "cal",          "cite",    "citep",     "citet",
    "em",     "emph",   "end",        "footnote",     "href",    "it",        "item",
    "label",  "left",   "mathbb",     "mathbf",       "mathcal", "mathit",    "mathrm",
    "mathsf", "mbox",   "noindent",   "operatorname", "par",     "quad",      "ref",
    "right",  "rm",     "sc",         "sf",           "text",    "textbf",    "textit",
    "textrm", "textsc", "textsf",     "texttt",       "tt",      "underline", "url",
};

static const Markup entities[] = {
    {"amp", "&"}, {"apos", "'"}, {"gt", " > "}, {"lt", " < "}, {"nbsp", " "}, {"quot", "\""},
};

/* Tags inside a word; all others part words. */
static const char *const inline_tags[] = {"b",  "bold",   "em",  "i",   "inf", "italic",
                                          "it", "strong", "sub", "sup", "u"};

static gsize
name_length (const char *p)
{
    gsize n = 0;
    while (n <= LONGEST_NAME && (g_ascii_isalnum (p[n]) || p[n] == ':'))
        n++;
    return n <= LONGEST_NAME ? n : 0;
}

static gsize
command_length (const char *p, const char **meaning)
{
    gsize n = 0;
    while (n <= LONGEST_NAME && g_ascii_isalpha (p[1 + n]))
        n++;
    *meaning = " ";
    return rhumb_words_have (commands, G_N_ELEMENTS (commands), p + 1, n) ? 1 + n : 0;
}

static gsize
entity_length (const char *p, const char **meaning)
{
    const gsize n = name_length (p + 1);
    for (gsize i = 0; i < G_N_ELEMENTS (entities) && n > 0 && p[1 + n] == ';'; i++)
        if (strlen (entities[i].name) == n && memcmp (entities[i].name, p + 1, n) == 0) {
            *meaning = entities[i].meaning;
            return n + 2;
        }
    return 0;
}

/* @p is behind what opens the tag, which is closed by @close. Returns the length of name and
 * close. */
static gsize
tag_length (const char *p, const char *close, const char **meaning)
{
    const char *name = *p == '/' ? p + 1 : p;
    const gsize n = name_length (name);
    const char *end = name + n;
    if (n == 0 || !g_ascii_isalpha (*name))
        return 0;
    if (*end == '/')
        end++;
    if (!g_str_has_prefix (end, close))
        return 0;
    *meaning = rhumb_words_have (inline_tags, G_N_ELEMENTS (inline_tags), name, n) ? "" : " ";
    return (gsize)(end - p) + strlen (close);
}

/* The length of the markup that begins at @text, a text ended by NUL; 0 if none does. @meaning
 * (out): what stands in its place. */
gsize
rhumb_markup_length (const char *text, const char **meaning)
{
    gsize n = 0;
    if (*text == '\\')
        return command_length (text, meaning);
    if (*text == '<' && (n = tag_length (text + 1, ">", meaning)) > 0)
        return n + 1;
    if (*text != '&')
        return 0;
    if (g_str_has_prefix (text, "&lt;") && (n = tag_length (text + 4, "&gt;", meaning)) > 0)
        return n + 4;
    return entity_length (text, meaning);
}

static const char *const decimal_marks[] = {" center dot ", "<middle dot>", "\xc2\xb7",
                                            "\xe2\x80\xa2", "\xe2\x88\x99", "\xe2\x8b\x85"};

/* The length of the mark between two digits that begins at @p; 0 if none does. */
static gsize
decimal_length (const char *p, const char *start)
{
    if (p == start || !g_ascii_isdigit (p[-1]))
        return 0;
    for (gsize i = 0; i < G_N_ELEMENTS (decimal_marks); i++) {
        const gsize n = strlen (decimal_marks[i]);
        if (strncmp (p, decimal_marks[i], n) == 0 && g_ascii_isdigit (p[n]))
            return n;
    }
    return 0;
}

/* Decimal points as The Lancet sets them, and as Web of Science spells them out: "PM2·5" and "PM2
 * center dot 5" are PM2.5. A mark that does not stand between digits is none. */
void
rhumb_markup_join_decimals (GString *text)
{
    gboolean any = FALSE;
    for (gsize i = 0; i < G_N_ELEMENTS (decimal_marks) && !any; i++)
        any = strstr (text->str, decimal_marks[i]) != NULL;
    if (!any)
        return;
    /* What is written never overtakes what is read. */
    char *to = text->str;
    for (const char *p = text->str; *p != '\0';) {
        const gsize length = decimal_length (p, text->str);
        *to++ = length > 0 ? '.' : *p;
        p += MAX (length, 1);
    }
    g_string_truncate (text, (gsize)(to - text->str));
}
