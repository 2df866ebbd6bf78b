/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Short names of papers, as readers cite them: first author and year. */

#include "analytics/layout/network-scene.h"

#include <string.h>

#define MOST_INITIALS 4

/* Whether a word is initials: capitals with points or none, as "J.", "NJ", "N.J.". */
static gboolean
are_initials (const char *word)
{
    guint n = 0;
    for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p)) {
        const gunichar letter = g_utf8_get_char (p);
        if (letter == '.' || letter == '-')
            continue;
        if (!g_unichar_isupper (letter))
            return FALSE;
        n++;
    }
    return n >= 1 && n <= MOST_INITIALS;
}

/* "J.R.Smith" → "Smith". */
static const char *
skip_initials (const char *word)
{
    const char *point = strrchr (word, '.');
    if (point == NULL || point[1] == '\0')
        return word;
    g_autofree char *before = g_strndup (word, (gsize)(point - word));
    return are_initials (before) ? point + 1 : word;
}

/* Capitals are for initials: "SAATY" → "Saaty". */
static char *
calm (const char *word)
{
    GString *calmed = g_string_new (NULL);
    gboolean is_shouted = g_utf8_strlen (word, -1) > 2;
    for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
        is_shouted = is_shouted && !g_unichar_islower (g_utf8_get_char (p));
    gboolean begins = TRUE;
    for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p)) {
        const gunichar letter = g_utf8_get_char (p);
        g_string_append_unichar (calmed,
                                 is_shouted && !begins ? g_unichar_tolower (letter) : letter);
        begins = !g_unichar_isalpha (letter);
    }
    return g_string_free (calmed, FALSE);
}

/* "Lovelace, Ada", "Ada Lovelace", "Lovelace A." → "Lovelace"; "van Eck N.J." → "van Eck". */
static char *
family_of (const char *name)
{
    const char *comma = strchr (name, ',');
    if (comma != NULL && comma > name) {
        g_autofree char *family = g_strndup (name, (gsize)(comma - name));
        return calm (family);
    }
    g_auto (GStrv) word = g_strsplit (name, " ", -1);
    const guint n = g_strv_length (word);
    guint n_kept = n;
    while (n_kept > 1 && are_initials (word[n_kept - 1]))
        n_kept--;
    if (n_kept == n)
        return calm (n > 0 ? skip_initials (word[n - 1]) : name);
    g_autoptr (GString) family = g_string_new (NULL);
    for (guint i = 0; i < n_kept; i++)
        g_string_append_printf (family, "%s%s", i > 0 ? " " : "", word[i]);
    return calm (family->str);
}

/*
 * rhumb_short_paper_name:
 * @corpus: a corpus
 * @paper: one of its papers
 *
 * Names a paper by its first author's family name and its year, as far as they are known; without
 * an author by its title.
 *
 * Returns: (transfer full): the name
 */
char *
rhumb_short_paper_name (const RhumbCorpus *corpus, const RhumbPaper *paper)
{
    const char *title = paper->title != NULL && *paper->title != '\0' ? paper->title : paper->id;
    if (paper->n_people == 0)
        return g_strdup (title);
    g_autofree char *family = family_of (rhumb_corpus_get_person (corpus, paper->people[0])->name);
    return paper->year == 0 ? g_steal_pointer (&family)
                            : g_strdup_printf ("%s %d", family, paper->year);
}

static gboolean
is_year (const char *word)
{
    return strlen (word) == 4 && strspn (word, "0123456789") == 4;
}

/*
 * rhumb_short_reference_name:
 * @reference: a work that is known only as others cite it, as "SAATY TL, 1977, J MATH PSYCHOL"
 *
 * Names a cited work by its first author's family name and its year where it begins with them.
 *
 * Returns: (transfer full): the name; else @reference
 */
char *
rhumb_short_reference_name (const char *reference)
{
    g_auto (GStrv) part = g_strsplit (reference, ",", 3);
    if (g_strv_length (part) < 2 || *g_strstrip (part[0]) == '\0' ||
        !is_year (g_strstrip (part[1])))
        return g_strdup (reference);
    g_autofree char *family = family_of (part[0]);
    return g_strconcat (family, " ", part[1], NULL);
}
