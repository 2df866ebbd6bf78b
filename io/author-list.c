/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Lists of authors in tables that do not part them by semicolons.
 *
 * "Chen Li and Da Wu" is how Rayyan and JabRef write them, "C Li, D Wu" Publish or Perish, "Li C,
 * Wu D" PubMed, "Li, C., & Wu, D." most journals, "Chen Li, Da Wu and Ann Roe" people. A comma also
 * stands inside of a name ("Li, Chen") and an "and" or "&" inside that of an institution ("Food and
 * Agriculture Organization"), so a list is parted only where every part is a person's name by its
 * shape; else it stays one name. Cost: linear.
 */
#include "io/author-list.h"

#include <string.h>

#include "io/scan/prose.h"

static const char *const CONJUNCTIONS[] = {" and ", " & ", NULL};

/* Whether a word is initials: "J", "JA", "J.A.", "J.-P.". */
static gboolean
is_initials (const char *word)
{
    gsize n_letters = 0;
    for (const char *at = word; *at != '\0'; at++) {
        n_letters += g_ascii_isupper (*at);
        if (!g_ascii_isupper (*at) && *at != '.' && *at != '-')
            return FALSE;
    }
    return n_letters >= 1 && n_letters <= 3;
}

/* "C Li" or "Li C.": a name that is whole without a comma. "…" ends lists that go on. */
static gboolean
has_initials (const char *name)
{
    g_auto (GStrv) words = g_strsplit (name, " ", -1);
    const guint n = g_strv_length (words);
    if (g_str_equal (name, "...") || g_str_equal (name, "…"))
        return TRUE;
    return n >= 2 && is_initials (words[0]) != is_initials (words[n - 1]);
}

/* A person where "and" parts the names: "Chen Li" or "Li, Chen", but not "Chen Li, Da Wu", which
 * may be two. */
static gboolean
is_person (const char *name)
{
    const char *comma = strchr (name, ',');
    if (comma == NULL)
        return rhumb_prose_is_name (name);
    const char *given = comma + 1 + strspn (comma + 1, " ");
    const gboolean has_one = *given != '\0' && strchr (given, ',') == NULL;
    const gboolean is_short = memchr (name, ' ', (gsize)(comma - name)) == NULL;
    return has_one && (is_short || strchr (given, ' ') == NULL);
}

/* One between two others, "Chen Li" or "C Li": no comma is left inside. */
static gboolean
is_name_without_comma (const char *name)
{
    return has_initials (name) || rhumb_prose_is_name (name);
}

static gboolean
are_all (const char *cell, const char *separators, gboolean (*is_name) (const char *name))
{
    g_auto (GStrv) parts = g_strsplit_set (cell, separators, -1);
    gboolean all = parts[0] != NULL && parts[1] != NULL;
    for (gsize i = 0; all && parts[i] != NULL; i++)
        all = is_name (g_strstrip (parts[i]));
    return all;
}

static gboolean
are_all_initials (const char *words)
{
    g_auto (GStrv) parts = g_strsplit (words, " ", -1);
    gboolean all = parts[0] != NULL;
    for (gsize i = 0; all && parts[i] != NULL; i++)
        all = is_initials (parts[i]);
    return all;
}

/* "Li, C., Wu, D. A.": a family name and initials in turn, of two people or more. */
static gboolean
are_pairs (const char *cell)
{
    g_auto (GStrv) parts = g_strsplit_set (cell, ",;", -1);
    const guint n = g_strv_length (parts);
    gboolean all = n >= 4 && n % 2 == 0;
    for (guint i = 0; all && i < n; i++) {
        const char *part = g_strstrip (parts[i]);
        all = i % 2 == 1 ? are_all_initials (part)
                         : g_unichar_isalpha (g_utf8_get_char_validated (part, -1)) &&
                               (strchr (part, '.') == NULL || !are_all_initials (part));
    }
    return all;
}

/* Puts a semicolon in place of every second separator: a family name is followed by a comma. */
static void
part_pairs (char *cell)
{
    guint n = 0;
    for (char *at = cell; *at != '\0'; at++)
        if (*at == ',' || *at == ';')
            *at = n++ % 2 == 1 ? ';' : ',';
}

/* Puts a semicolon in place of each "and" and "&", and a blank in place of a comma before it. */
static void
mark_conjunctions (char *cell)
{
    for (gsize i = 0; CONJUNCTIONS[i] != NULL; i++) {
        const gsize length = strlen (CONJUNCTIONS[i]);
        for (char *at = strstr (cell, CONJUNCTIONS[i]); at != NULL;
             at = strstr (at, CONJUNCTIONS[i])) {
            memset (at, ' ', length);
            at[length / 2] = ';';
            if (at > cell && at[-1] == ',')
                at[-1] = ' ';
        }
    }
}

/* Whether one semicolon stands behind commas only. */
static gboolean
ends_with_conjunction (const char *cell)
{
    const char *mark = strchr (cell, ';');
    return mark != NULL && strpbrk (mark + 1, ",;") == NULL;
}

/* The cell with semicolons between its names; %NULL if it is one name. */
static char *
part (const char *cell)
{
    g_autofree char *marked = g_strdup (cell);
    mark_conjunctions (marked);
    const gboolean is_joined = strchr (marked, ';') != NULL;
    if (is_joined && are_all (marked, ";", is_person))
        return g_steal_pointer (&marked);
    if (is_joined ? ends_with_conjunction (marked) && are_all (marked, ",;", is_name_without_comma)
                  : are_all (marked, ",", has_initials))
        g_strdelimit (marked, ",", ';');
    else if (are_pairs (marked))
        part_pairs (marked);
    else
        return NULL;
    return g_steal_pointer (&marked);
}

/* Tells whether a cell is a list of authors, and not one name. @cell: without semicolons. */
gboolean
rhumb_author_list_is (const char *cell)
{
    g_autofree char *parted = part (cell);
    return parted != NULL;
}

/* Puts semicolons between the names of a list, in place. @cell: without semicolons; one name stays
 * as it is. */
void
rhumb_author_list_part (char *cell)
{
    g_autofree char *parted = part (cell);
    if (parted != NULL)
        memcpy (cell, parted, strlen (cell));
}
