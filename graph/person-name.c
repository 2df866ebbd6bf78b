/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Names of people in the forms that sources write: "Family, Given", "Family, Given, Jr" (RIS),
 * "Family, Jr, Given" (BibTeX), "Given Family", and "Family G" or "Family G.H." (PubMed, Scopus).
 * Which word is the family name is kept where a source says it; people are told apart by the name
 * as it is spoken, so that all forms of one name are one person. Cost: linear in the name.
 */
#include "graph/person-name.h"

#include <string.h>

/* rhumb_person_name_is_suffix: whether @text, with or without blanks and a stop, is what follows a
 * name: Jr, Sr, II to IV, 2nd to 4th. */
gboolean
rhumb_person_name_is_suffix (const char *text, gsize length)
{
    static const char *const suffixes[] = {"jr",  "sr",  "ii",  "iii",    "iv",
                                           "2nd", "3rd", "4th", "junior", "senior"};
    for (; length > 0 && *text == ' '; length--)
        text++;
    while (length > 0 && strchr (" .", text[length - 1]) != NULL)
        length--;
    for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
        if (strlen (suffixes[i]) == length && g_ascii_strncasecmp (suffixes[i], text, length) == 0)
            return TRUE;
    return FALSE;
}

/* Parts of a name with two commas, one of which begins a suffix; borrowed. */
typedef struct {
    const char *given;
    int n_given;
    const char *suffix;
    int n_suffix;
} Parts;

static gboolean
find_parts (const char *name, Parts *parts)
{
    const char *first = strchr (name, ',');
    const char *second = first != NULL ? strchr (first + 1, ',') : NULL;
    if (second == NULL || strchr (second + 1, ',') != NULL)
        return FALSE;
    const int n_middle = (int)(second - first - 1);
    const int n_last = (int)strlen (second + 1);
    if (rhumb_person_name_is_suffix (second + 1, (gsize)n_last))
        *parts = (Parts){first + 1, n_middle, second + 1, n_last};
    else if (rhumb_person_name_is_suffix (first + 1, (gsize)n_middle))
        *parts = (Parts){second + 1, n_last, first + 1, n_middle};
    else
        return FALSE;
    return TRUE;
}

/* Whether a last word can only be initials: letters with dots, one capital, or some without a
 * vowel. "Wei LI" may well be a family name in capitals. */
static gboolean
is_initials (const char *word)
{
    const gsize length = strlen (word);
    const gsize n_capitals = strspn (word, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    if (n_capitals < length)
        return n_capitals > 0 && length <= 8 &&
               strspn (word, "ABCDEFGHIJKLMNOPQRSTUVWXYZ.-") == length &&
               strchr (word, '.') != NULL;
    return length == 1 || (length <= 3 && strpbrk (word, "AEIOUY") == NULL);
}

/* "Family G": where the initials begin; NULL for any other form. */
static const char *
find_last_initials (const char *name)
{
    const char *blank = strrchr (name, ' ');
    if (blank == NULL || !is_initials (blank + 1))
        return NULL;
    for (const char *p = name; p < blank; p = g_utf8_next_char (p))
        if (g_unichar_islower (g_utf8_get_char (p)))
            return blank + 1;
    return NULL;
}

/* Turns "Family, Given" to "Given Family", and "Family, Given, Jr" or "Family, Jr, Given" to "Jr
 * Given Family"; "Given Family, Jr" gives the same as these. "Family G.H." becomes "G.H. Family".
 * Returns the name turned; %NULL if it stays as it is. */
char *
rhumb_person_name_speak (const char *name)
{
    const char *comma = strchr (name, ',');
    const char *initials = comma == NULL ? find_last_initials (name) : NULL;
    Parts parts;
    if (initials != NULL)
        return g_strdup_printf ("%s %.*s", initials, (int)(initials - name - 1), name);
    if (comma == NULL)
        return NULL;
    const int n_family = (int)(comma - name);
    if (strchr (comma + 1, ',') == NULL)
        return g_strdup_printf ("%s %.*s", comma + 1, n_family, name);
    if (!find_parts (name, &parts))
        return NULL;
    return g_strdup_printf ("%.*s %.*s %.*s", parts.n_suffix, parts.suffix, parts.n_given,
                            parts.given, n_family, name);
}

/* Where the family name of "Given von Family" begins: at the last word, or at the small ones before
 * it; NULL if there is nothing before. */
static const char *
find_family (const char *start, const char *end)
{
    const char *family = NULL;
    for (const char *p = end; p > start; p--) {
        if (p[-1] != ' ')
            continue;
        if (family != NULL && !g_unichar_islower (g_utf8_get_char (p)))
            break;
        family = p;
    }
    return family;
}

/* Splits "Family, Given, Jr", "Family, Jr, Given" and "Given von Family, Jr". @family (out): the
 * family name, with what belongs in front of it; @given (out): the given names; @suffix (out): Jr
 * and the like. Returns %FALSE for a name of any other form. */
gboolean
rhumb_person_name_split_suffix (const char *name, char **family, char **given, char **suffix)
{
    const char *comma = strchr (name, ',');
    Parts parts;
    if (comma == NULL)
        return FALSE;
    if (find_parts (name, &parts)) {
        *family = g_strndup (name, (gsize)(comma - name));
        *given = g_strndup (parts.given, (gsize)parts.n_given);
        *suffix = g_strndup (parts.suffix, (gsize)parts.n_suffix);
    } else {
        const char *turn = find_family (name, comma);
        if (turn == NULL || !rhumb_person_name_is_suffix (comma + 1, strlen (comma + 1)))
            return FALSE;
        *family = g_strndup (turn, (gsize)(comma - turn));
        *given = g_strndup (name, (gsize)(turn - name));
        *suffix = g_strdup (comma + 1);
    }
    g_strstrip (*family);
    g_strstrip (*given);
    g_strstrip (*suffix);
    return TRUE;
}
