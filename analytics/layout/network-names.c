/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Short names of papers, as readers cite them: first author and year.
 */
#include "analytics/layout/network-scene.h"

#include <string.h>

#define MOST_INITIALS 4
#define N_LETTERS 26

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

/* Of works of before 1990 the Science Citation Index cut names after eight to fifteen letters and
 * set initials behind a point: "COSTADEB.O" → "COSTADEB". */
static char *
drop_joined_initials (const char *word)
{
    const char *point = strrchr (word, '.');
    if (point == NULL || point - word <= MOST_INITIALS || !are_initials (point + 1))
        return g_strdup (word);
    return g_strndup (word, (gsize)(point - word));
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
    if (n_kept == n) {
        g_autofree char *last = drop_joined_initials (n > 0 ? skip_initials (word[n - 1]) : name);
        return calm (last);
    }
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
    if (g_strv_length (part) < 2 || *g_strstrip (part[0]) == '\0')
        return g_strdup (reference);
    const gboolean is_coming = g_ascii_strcasecmp (g_strstrip (part[1]), "in press") == 0;
    if (!is_coming && !is_year (part[1]))
        return g_strdup (reference);
    g_autofree char *family = family_of (part[0]);
    return g_strconcat (family, " ", is_coming ? "in press" : part[1], NULL);
}

/*
 * rhumb_reference_year:
 * @reference: as rhumb_short_reference_name() takes
 *
 * Returns: the year of a cited work, 0 where it does not tell it second
 */
int
rhumb_reference_year (const char *reference)
{
    g_auto (GStrv) part = g_strsplit (reference, ",", 3);
    if (g_strv_length (part) < 2 || !is_year (g_strstrip (part[1])))
        return 0;
    return (int)g_ascii_strtoll (part[1], NULL, 10);
}

/*
 * rhumb_tell_papers_apart:
 * @name: (array length=n): short names of papers, %NULL for what is none; replaced
 * @n: how many
 *
 * Tells papers of one author and year apart as lists of references do: Imbert 1972a, Imbert 1972b.
 */
void
rhumb_tell_papers_apart (char **const *name, guint32 n)
{
    g_autoptr (GHashTable) n_called = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr (GHashTable) n_seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    for (guint32 i = 0; i < n; i++) {
        const guint before =
            GPOINTER_TO_UINT (*name[i] == NULL ? NULL : g_hash_table_lookup (n_called, *name[i]));
        if (*name[i] != NULL)
            g_hash_table_replace (n_called, g_strdup (*name[i]), GUINT_TO_POINTER (before + 1));
    }
    for (guint32 i = 0; i < n; i++) {
        char *called = *name[i];
        const gsize length = called == NULL ? 0 : strlen (called);
        if (length == 0 || !g_ascii_isdigit (called[length - 1]) ||
            GPOINTER_TO_UINT (g_hash_table_lookup (n_called, called)) < 2)
            continue;
        const guint before = GPOINTER_TO_UINT (g_hash_table_lookup (n_seen, called));
        g_hash_table_replace (n_seen, g_strdup (called), GUINT_TO_POINTER (before + 1));
        if (before >= N_LETTERS)
            continue;
        *name[i] = g_strdup_printf ("%s%c", called, (char)('a' + before));
        g_free (called);
    }
}
