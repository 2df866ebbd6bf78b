/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Names of people and bodies as BibTeX reads them right.
 *
 * One comma is "Family, Given" to BibTeX too, and none "Given Family"; a suffix stands between
 * them. Bodies stand in braces, or styles would shorten "World Health Organization" to "W. H.
 * Organization"; they are told by the words that they have in them, since most sources do not mark
 * them. What BibTeX would take apart elsewhere, as at "and", stands in braces as well.
 * Cost: linear in the name.
 */
#include "io/write/bibtex-name.h"

#include <string.h>

#include "graph/person-name.h"
#include "io/escape.h"

/* Words of bodies that no person is called by, in small letters, in several languages. */
static const char *const BODY_WORDS[] = {
    "academy",    "agency",       "alliance",     "association",   "authority",     "board",
    "bureau",     "center",       "centre",       "collaboration", "college",       "commission",
    "committee",  "company",      "consortium",   "corp",          "corporation",   "council",
    "department", "federation",   "for",          "foundation",    "gmbh",          "group",
    "inc",        "initiative",   "institute",    "institut",      "investigators", "laboratory",
    "llc",        "ltd",          "ministry",     "nations",       "network",       "of",
    "office",     "organisation", "organization", "project",       "program",       "programme",
    "school",     "service",      "society",      "team",          "the",           "union",
    "university", "universität",  "université",   "universidad",   "workshop",      NULL,
};

static gboolean
is_body (const char *name)
{
    g_auto (GStrv) words = g_strsplit_set (name, " ,.", -1);
    if (strchr (name, ' ') == NULL)
        return FALSE;
    g_autofree char *lower = g_ascii_strdown (name, -1);
    if (strstr (lower, "task force") != NULL)
        return TRUE;
    for (gsize i = 0; words[i] != NULL; i++) {
        g_autofree char *word = g_utf8_strdown (words[i], -1);
        if (g_strv_contains (BODY_WORDS, word))
            return TRUE;
    }
    return FALSE;
}

static gboolean
is_taken_apart (const char *name)
{
    const char *comma = strchr (name, ',');
    g_autofree char *lower = g_ascii_strdown (name, -1);
    return (comma != NULL && strchr (comma + 1, ',') != NULL) || strstr (lower, " and ") != NULL ||
           g_str_equal (lower, "others") || strchr (name, '=') != NULL;
}

/* Adds a name as it stands in a list parted by "and". @out: where to add. */
void
rhumb_bibtex_write_name (GString *out, const char *name)
{
    g_autofree char *family = NULL;
    g_autofree char *given = NULL;
    g_autofree char *suffix = NULL;
    if (rhumb_person_name_split_suffix (name, &family, &given, &suffix) &&
        !is_taken_apart (family) && !is_taken_apart (given)) {
        g_autofree char *whole = g_strjoin (", ", family, suffix, given, NULL);
        rhumb_escape_bibtex (out, whole);
        return;
    }
    const gboolean in_braces = is_taken_apart (name) || is_body (name);
    g_string_append (out, in_braces ? "{" : "");
    rhumb_escape_bibtex (out, name);
    g_string_append (out, in_braces ? "}" : "");
}
