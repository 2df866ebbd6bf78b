/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Cited references as citation indexes print them.
 *
 *   Aria M, 2017, J INFORMETR, V11, P959, DOI 10.1016/…          Web of Science
 *   Aaker, JL, 1997, J MARKETING RES, V34, P347                  the same, with a comma in the name
 *   Cheng M.; Xue Y., Title, Journal, 5, pp. 1-9, (2023)         Scopus since 2025
 *   Cheng M., Xue Y., Title (2003) Journal, 5, pp. 1-9           Scopus before
 *
 * The first author is what stands before the first comma or semicolon, without initials; the year
 * is one in parentheses, the last of them, else the first that stands alone between commas;
 * volume and page are marked by V and P, or "pp."; the volume of Scopus is the number in front of
 * its pages, or in front of the issue there. A part that is not there stays unknown; nothing else
 * is taken by its position alone, because any part may be missing. Cost: linear.
 */
#include "graph/cited-reference.h"

#include <string.h>

#include "graph/text.h"

#define LONGEST_NUMBER 8 /* of a volume */

static gboolean
is_year (const char *text)
{
    return strspn (text, "0123456789") == 4 && text[0] >= '1' && text[0] <= '2';
}

/* Initials: letters with dots, or up to three capitals. */
static gboolean
is_initials (const char *word, gsize length)
{
    if (length == 0 || memchr (word, '.', length) != NULL)
        return length > 0 && length <= 8;
    gsize n_capitals = 0;
    for (gsize i = 0; i < length; i++)
        n_capitals += g_ascii_isupper (word[i]) != 0;
    return length <= 3 && n_capitals == length;
}

/* Folds the last word of the family name, by which names in all these shapes agree. @name: a name:
 * "Family, Given", "Given Family", "Family I." or "Family GI". Returns the folded word, possibly
 * empty. */
char *
rhumb_cited_reference_fold_family (const char *name)
{
    const char *comma = strchr (name, ',');
    gsize length = comma != NULL ? (gsize)(comma - name) : strlen (name);
    gboolean has_block = FALSE;
    for (;;) {
        while (length > 0 && name[length - 1] == ' ')
            length--;
        gsize start = length;
        while (start > 0 && name[start - 1] != ' ')
            start--;
        /* A name of initials alone keeps them. "VAN ECK NJ" has one word of them. */
        const gboolean is_block =
            length - start > 1 && memchr (name + start, '.', length - start) == NULL;
        if (start > 0 && !(is_block && has_block) && is_initials (name + start, length - start)) {
            has_block = has_block || is_block;
            length = start;
            continue;
        }
        g_autofree char *word = g_strndup (name + start, length - start);
        return rhumb_text_title_key (word);
    }
}

/* rhumb_cited_reference_first_page: "959-975" as "959", (transfer full). */
char *
rhumb_cited_reference_first_page (const char *pages)
{
    const gsize skipped = pages != NULL ? strspn (pages, " pP.") : 0;
    return pages != NULL
               ? g_ascii_strdown (pages + skipped, (gssize)strcspn (pages + skipped, "-–, "))
               : g_strdup ("");
}

static int
find_year (const char *text)
{
    int year = 0;
    for (const char *open = strchr (text, '('); open != NULL; open = strchr (open + 1, '('))
        if (is_year (open + 1) && (open[5] == ')' || g_ascii_isalpha (open[5])))
            year = (int)g_ascii_strtoll (open + 1, NULL, 10);
    if (year != 0)
        return year;
    /* Alone between commas, or at the start where the author is missing. */
    for (const char *p = text; p != NULL; p = strchr (p, ',')) {
        p += strspn (p, ", ");
        if (is_year (p) && (p[4] == ',' || p[4] == '\0'))
            return (int)g_ascii_strtoll (p, NULL, 10);
    }
    return 0;
}

/* What stands behind ", " and @mark, up to the next comma. */
static char *
find_marked (const char *text, const char *mark)
{
    const gsize length = strlen (mark);
    for (const char *p = strstr (text, ", "); p != NULL; p = strstr (p + 2, ", ")) {
        if (strncmp (p + 2, mark, length) != 0)
            continue;
        const char *value = p + 2 + length;
        value += strspn (value, " ");
        const gsize n = strcspn (value, ",-; ");
        if (n > 0 && (g_ascii_isdigit (value[0]) || g_ascii_isdigit (value[n - 1])))
            return g_ascii_strdown (value, (gssize)n);
    }
    return g_strdup ("");
}

/* Whether a part may be a volume or an issue: "84", "5 (2)", "e12", "12-13". Returns the length of
 * what stands before the issue, 0 if it is neither. */
static gsize
get_number_length (const char *part, gsize length)
{
    gsize n = 0;
    gboolean has_digit = FALSE;
    for (; n < length && (g_ascii_isalnum (part[n]) || part[n] == '-'); n++)
        has_digit = has_digit || g_ascii_isdigit (part[n]);
    const gboolean has_issue = n + 1 < length && part[n] == ' ' && part[n + 1] == '(';
    return has_digit && n <= LONGEST_NUMBER && (n == length || has_issue) ? n : 0;
}

/* "Scientometrics, 84, 2, pp. 523-538": the first of at most two numbers in front of the pages. */
static char *
find_volume (const char *text)
{
    const char *end = strstr (text, ", pp. ");
    const char *volume = NULL;
    gsize n_volume = 0;
    for (guint i = 0; i < 2 && end != NULL && end > text; i++) {
        const char *start = end;
        while (start > text && !(start[-1] == ',' && start[0] == ' '))
            start--;
        const char *part = start + (*start == ' ');
        const gsize n = start > text ? get_number_length (part, (gsize)(end - part)) : 0;
        if (n == 0)
            break;
        volume = part;
        n_volume = n;
        end = start - 1;
    }
    return volume != NULL ? g_ascii_strdown (volume, (gssize)n_volume) : g_strdup ("");
}

/* Reads a cited-reference string. @reference (out): what the text tells; @text: clean text. */
void
rhumb_cited_reference_parse (RhumbCitedReference *reference, const char *text)
{
    const gsize n_author = strcspn (text, ",;");
    g_autofree char *author = g_strndup (text, n_author);
    const gboolean has_author = text[n_author] != '\0' && !is_year (text) && text[0] != '[';
    reference->family = has_author ? rhumb_cited_reference_fold_family (author) : g_strdup ("");
    reference->year = find_year (text);
    reference->volume = find_marked (text, "V");
    reference->page = find_marked (text, "P");
    if (*reference->page == '\0') {
        g_free (reference->page);
        reference->page = find_marked (text, "pp.");
    }
    if (*reference->volume == '\0') {
        g_free (reference->volume);
        reference->volume = find_volume (text);
    }
}

/* rhumb_cited_reference_clear: frees what @reference holds. */
void
rhumb_cited_reference_clear (RhumbCitedReference *reference)
{
    g_clear_pointer (&reference->family, g_free);
    g_clear_pointer (&reference->volume, g_free);
    g_clear_pointer (&reference->page, g_free);
}
