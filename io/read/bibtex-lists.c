/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Lists inside one field of BibTeX: keywords, and the references that citation indexes export.
 *
 * Keywords are parted by semicolons, or by commas where there is no semicolon ("Mathematics,
 * Applied; Optics" are two). References come one to a line (Web of Science), or parted by
 * semicolons (Scopus); in Scopus' form of 2025 semicolons part the authors too and every item
 * ends with its year, "(2019);", which is where it is split.
 * Cost: linear in the text.
 */
#include "io/read/bibtex-lists.h"

#include <string.h>

#include "graph/text.h"
#include "io/scan/bibtex-names.h"
#include "io/scan/latex.h"

#define YEAR_LENGTH 6 /* "(2019)" */

static gboolean
is_year_in_parentheses (const char *text)
{
    return text[0] == '(' && g_ascii_isdigit (text[1]) && g_ascii_isdigit (text[2]) &&
           g_ascii_isdigit (text[3]) && g_ascii_isdigit (text[4]) && text[5] == ')';
}

static gboolean
ends_with_year (const char *text, gsize length)
{
    while (length > 0 && (g_ascii_isspace (text[length - 1]) || strchr (".;", text[length - 1])))
        length--;
    return length >= YEAR_LENGTH && is_year_in_parentheses (text + length - YEAR_LENGTH);
}

/* Where a separator counts, outside of braces. */
typedef enum {
    ANYWHERE,
    BEFORE_BLANK, /* a DOI may hold ";2-8" */
    AFTER_YEAR,
} SplitRule;

static gboolean
parts (const char *start, const char *at, SplitRule rule)
{
    if (rule == ANYWHERE)
        return TRUE;
    if (rule == AFTER_YEAR)
        return ends_with_year (start, (gsize)(at - start));
    return at[1] == '\0' || g_ascii_isspace (at[1]);
}

static GPtrArray *
split (const char *value, char separator, SplitRule rule)
{
    GPtrArray *items = g_ptr_array_new_with_free_func (g_free);
    const char stops[] = {'{', '}', separator, '\0'};
    const char *start = value;
    guint level = 0;
    for (const char *at = value + strcspn (value, stops);; at += 1 + strcspn (at + 1, stops)) {
        const gboolean here = *at == separator && level == 0 && parts (start, at, rule);
        level += *at == '{';
        level -= *at == '}' && level > 0;
        if (!here && *at != '\0')
            continue;
        start += strspn (start, " \t");
        const gsize length = (gsize)(at - start);
        g_autofree char *raw = g_strndup (start, length);
        const gboolean is_plain =
            raw[strcspn (raw, RHUMB_LATEX_SPECIAL)] == '\0' && rhumb_text_is_clean (raw, length);
        g_autofree char *item = is_plain ? g_steal_pointer (&raw) : rhumb_bibtex_decode (raw);
        if (*item != '\0')
            g_ptr_array_add (items, g_steal_pointer (&item));
        if (*at == '\0')
            return items;
        start = at + 1;
    }
}

/* How often a separator counts, outside of braces. */
static guint
count (const char *value, char separator, SplitRule rule)
{
    const char stops[] = {'{', '}', separator, '\0'};
    guint n = 0;
    guint level = 0;
    for (const char *at = value + strcspn (value, stops); *at != '\0';
         at += 1 + strcspn (at + 1, stops)) {
        n += *at == separator && level == 0 && parts (value, at, rule);
        level += *at == '{';
        level -= *at == '}' && level > 0;
    }
    return n;
}

/* Splits keywords. @value: value of a field. Returns clean keywords, none empty. */
GPtrArray *
rhumb_bibtex_split_keywords (const char *value)
{
    return split (value, count (value, ';', ANYWHERE) > 0 ? ';' : ',', ANYWHERE);
}

/* rhumb_bibtex_split_semicolons: splits items, which may hold commas. Returns clean ones, none
 * empty. */
GPtrArray *
rhumb_bibtex_split_semicolons (const char *value)
{
    return split (value, ';', ANYWHERE);
}

/* Splits references. @value: value of a field. Returns clean references, none empty. */
GPtrArray *
rhumb_bibtex_split_references (const char *value)
{
    g_autofree char *stripped = g_strstrip (g_strdup (value));
    const guint n_semicolons = count (stripped, ';', BEFORE_BLANK);
    /* A list of semicolons that an editor has wrapped holds fewer lines than items. */
    if (n_semicolons == 0 || n_semicolons < count (stripped, '\n', ANYWHERE))
        return split (stripped, '\n', ANYWHERE);
    const gboolean years_last = ends_with_year (stripped, strlen (stripped));
    return split (stripped, ';', years_last ? AFTER_YEAR : BEFORE_BLANK);
}

/* Splits a value at the ends of lines. @value: value of a field, perhaps in braces as a whole.
 * Returns clean lines, none empty. */
GPtrArray *
rhumb_bibtex_split_lines (const char *value)
{
    g_autofree char *text = g_strstrip (g_strdup (value));
    const gsize length = strlen (text);
    const gboolean braced = length > 1 && text[0] == '{' && strchr (text, '}') == text + length - 1;
    text[braced ? length - 1 : length] = '\0';
    return split (text + braced, '\n', ANYWHERE);
}
