/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Who is known by a full name alone here and by an ORCID there.
 *
 * Few records give the ORCIDs of their authors and of one person some do and some do not, so one
 * author would be two people with half of the papers each. A name is the person with an ORCID who
 * bears it if no other ORCID has that name, if the name is no family name with initials, if both
 * wrote with somebody of one name, and if they stand in no paper side by side. All papers of the
 * name count as one person's, as they did before.
 * Evidence of co-authors is what disambiguation of authors rests on first: Torvik, Smalheiser 2009,
 * doi:10.1145/1552303.1552304; here one is enough, for the full name is the same.
 *
 * Cost: a look-up for each author with an ORCID; for those who bear such a name, sorting of their
 * co-authors. Papers of more than 100 people tell nothing of who knows whom.
 */
#include "graph/same-people.h"

#include <stdlib.h>
#include <string.h>

#include "graph/compare.h"
#include "graph/person-name.h"
#include "graph/text.h"

#define MOST_AUTHORS 100

typedef struct {
    const GPtrArray *drafts;
    guint32 n_people;
    guint32 *bearer;    /* of each name, the person with an ORCID; RHUMB_NONE = none or several */
    gboolean *is_asked; /* whether the person's co-authors matter */
} Names;

/* The id of a person who is known by name: "Family, Given" and "Given Family" are one. */
char *
rhumb_person_make_name_id (const char *name)
{
    g_autofree char *spoken = rhumb_person_name_speak (name);
    g_autofree char *key = rhumb_text_title_key (spoken != NULL ? spoken : name);
    return g_strconcat ("name:", *key != '\0' ? key : name, NULL);
}

/* "Gang" and "GANG", but not "G.", "GH" or the "van" of "G. van Rossum". */
static gboolean
is_written_out (const char *word)
{
    const glong length = g_utf8_strlen (word, -1);
    if (length < 2 || strchr (word, '.') != NULL || !g_unichar_isupper (g_utf8_get_char (word)))
        return FALSE;
    return length >= 4 || g_unichar_islower (g_utf8_get_char (g_utf8_next_char (word)));
}

/* Whether one of the given names is written out. */
static gboolean
is_full_name (const char *name)
{
    g_autofree char *spoken = rhumb_person_name_speak (name);
    g_auto (GStrv) words = g_strsplit (spoken != NULL ? spoken : name, " ", -1);
    for (guint i = 0; words[i] != NULL && words[i + 1] != NULL; i++)
        if (is_written_out (words[i]))
            return TRUE;
    return FALSE;
}

/* Notes who bears each name that also stands alone. */
static guint
find_bearers (const Names *names, const GHashTable *number_of_id)
{
    g_autofree gboolean *is_shared = g_new0 (gboolean, MAX (names->n_people, 1));
    guint n = 0;
    for (guint32 v = 0; v < names->drafts->len; v++) {
        const RhumbDraft *draft = names->drafts->pdata[v];
        for (guint a = 0; a < draft->n_authors; a++) {
            if (*draft->orcids[a] == '\0' || !is_full_name (draft->authors[a]))
                continue;
            g_autofree char *id = rhumb_person_make_name_id (draft->authors[a]);
            const guint known =
                GPOINTER_TO_UINT (g_hash_table_lookup ((GHashTable *)number_of_id, id));
            if (known == 0)
                continue;
            guint32 *bearer = &names->bearer[known - 1];
            const guint32 person = draft->paper.people[a];
            is_shared[known - 1] |= *bearer != RHUMB_NONE && *bearer != person;
            *bearer = person;
            n++;
        }
    }
    for (guint32 q = 0; q < names->n_people; q++)
        if (is_shared[q])
            names->bearer[q] = RHUMB_NONE;
    return n;
}

/* Two who stand side by side are two. */
static void
part_neighbours (const Names *names)
{
    g_autofree guint32 *last = g_new (guint32, MAX (names->n_people, 1)); /* paper of each */
    for (guint32 q = 0; q < names->n_people; q++)
        last[q] = RHUMB_NONE;
    for (guint32 v = 0; v < names->drafts->len; v++) {
        const RhumbDraft *draft = names->drafts->pdata[v];
        for (guint a = 0; a < draft->n_authors; a++)
            last[draft->paper.people[a]] = v;
        for (guint a = 0; a < draft->n_authors; a++) {
            guint32 *bearer = &names->bearer[draft->paper.people[a]];
            if (*bearer != RHUMB_NONE && last[*bearer] == v)
                *bearer = RHUMB_NONE;
        }
    }
}

/* All (person, co-author) of those that are asked about, ascending; of a co-author the bearer of
 * the name, so that it is one whether or not a record has the ORCID. */
static GArray *
list_coauthors (const Names *names)
{
    GArray *pairs = g_array_new (FALSE, FALSE, sizeof (guint64));
    for (guint32 v = 0; v < names->drafts->len; v++) {
        const RhumbDraft *draft = names->drafts->pdata[v];
        const guint n = draft->n_authors <= MOST_AUTHORS ? draft->n_authors : 0;
        for (guint a = 0; a < n; a++) {
            const guint32 person = draft->paper.people[a];
            for (guint b = 0; b < n && names->is_asked[person]; b++) {
                const guint32 other = draft->paper.people[b];
                const guint32 bearer = names->bearer[other];
                const guint64 pair =
                    (guint64)person << 32 | (bearer != RHUMB_NONE ? bearer : other);
                if (other != person)
                    g_array_append_val (pairs, pair);
            }
        }
    }
    g_array_sort (pairs, rhumb_compare_large_numbers);
    return pairs;
}

/* The first pair of a person. */
static guint
find_first (const GArray *pairs, guint32 person)
{
    guint low = 0, high = pairs->len;
    while (low < high) {
        const guint middle = low + (high - low) / 2;
        if (g_array_index (pairs, guint64, middle) >> 32 < person)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static gboolean
have_common_coauthor (const GArray *pairs, guint32 a, guint32 b)
{
    guint i = find_first (pairs, a);
    guint k = find_first (pairs, b);
    while (i < pairs->len && k < pairs->len) {
        const guint64 first = g_array_index (pairs, guint64, i);
        const guint64 second = g_array_index (pairs, guint64, k);
        if (first >> 32 != a || second >> 32 != b)
            return FALSE;
        if ((guint32)first == (guint32)second)
            return TRUE;
        if ((guint32)first < (guint32)second)
            i++;
        else
            k++;
    }
    return FALSE;
}

/* Finds the people known by name who are one with a person known by ORCID. @drafts (of RhumbDraft):
 * papers; their people are numbered, known by ORCID, id or name; @number_of_id: of each person's id
 * the number plus one; @n_people: how many. Returns of each person who it is, mostly itself; %NULL
 * if all are. */
guint32 *
rhumb_find_same_people (const GPtrArray *drafts, const GHashTable *number_of_id, guint32 n_people)
{
    g_autofree guint32 *bearer = g_new (guint32, MAX (n_people, 1));
    g_autofree gboolean *is_asked = g_new0 (gboolean, MAX (n_people, 1));
    const Names names = {drafts, n_people, bearer, is_asked};
    for (guint32 q = 0; q < n_people; q++)
        bearer[q] = RHUMB_NONE;
    if (find_bearers (&names, number_of_id) == 0)
        return NULL;
    part_neighbours (&names);
    for (guint32 q = 0; q < n_people; q++)
        if (bearer[q] != RHUMB_NONE)
            is_asked[q] = is_asked[bearer[q]] = TRUE;
    g_autoptr (GArray) pairs = list_coauthors (&names);
    guint32 *same = g_new (guint32, MAX (n_people, 1));
    for (guint32 q = 0; q < n_people; q++)
        same[q] =
            bearer[q] != RHUMB_NONE && have_common_coauthor (pairs, q, bearer[q]) ? bearer[q] : q;
    return same;
}
