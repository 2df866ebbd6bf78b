/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which entry of a vocabulary a paper means, and what it is about without saying so.
 *
 * A name that several entries share means the one that lies nearest to the rest of the paper: the
 * one with the most neighbours (broader, narrower, or below the same broader entry) among the
 * entries that the paper names beyond doubt. If none has any, or two have as many, it means none.
 *
 * An entry that at least two of a paper's entries are kinds of is what the paper is about as well,
 * though its text may not name it: the rule of A. A. Salatino et al., The CSO Classifier, TPDL
 * 2019, doi:10.1007/978-3-030-30760-8_26, one level up. Its weight is the second best of theirs:
 * two at least bear it out. Cost: linear in places, times the entries of a paper.
 */
#include "analytics/text/linking.h"

#include <string.h>

#include "graph/compare.h"

/* Whether two entries are above one another or below the same one. */
static gboolean
are_near (RhumbRows broader, guint32 a, guint32 b)
{
    for (gsize i = broader.start[a]; i < broader.start[a + 1]; i++) {
        if (broader.node[i] == b)
            return TRUE;
        for (gsize j = broader.start[b]; j < broader.start[b + 1]; j++)
            if (broader.node[i] == broader.node[j])
                return TRUE;
    }
    for (gsize j = broader.start[b]; j < broader.start[b + 1]; j++)
        if (broader.node[j] == a)
            return TRUE;
    return FALSE;
}

/* The entries that a paper names beyond doubt, each once. */
static void
collect_entries (const RhumbPaperSightings *paper, const RhumbTerms *terms, GArray *entries)
{
    g_array_set_size (entries, 0);
    for (guint32 i = 0; i < paper->n_sightings; i++) {
        const guint32 entry = rhumb_terms_get (terms, paper->sighting[i].term)->entry;
        if (entry != RHUMB_NO_STRING)
            g_array_append_val (entries, entry);
    }
    g_array_sort (entries, rhumb_compare_numbers);
    guint n = 0;
    for (guint i = 0; i < entries->len; i++) {
        const guint32 entry = g_array_index (entries, guint32, i);
        if (n == 0 || g_array_index (entries, guint32, n - 1) != entry)
            g_array_index (entries, guint32, n++) = entry;
    }
    g_array_set_size (entries, n);
}

static guint32
choose_entry (const guint32 *choice, guint32 n_choices, const GArray *entries, RhumbRows broader)
{
    guint32 best = RHUMB_NO_STRING;
    guint most = 0;
    for (guint32 c = 0; c < n_choices; c++) {
        guint n = 0;
        for (guint i = 0; i < entries->len; i++) {
            const guint32 other = g_array_index (entries, guint32, i);
            n += other == choice[c] || are_near (broader, choice[c], other);
        }
        if (n > 0 && n == most)
            best = RHUMB_NO_STRING;
        if (n > most) {
            most = n;
            best = choice[c];
        }
    }
    return best;
}

/* Turns places of names that several entries share into places of the one that is meant. */
void
rhumb_resolve_names (RhumbPaperSightings *paper, guint32 n_papers, const RhumbTerms *terms,
                     const RhumbVocabulary *vocabulary, const RhumbLabelIndex *index)
{
    const RhumbRows broader =
        rhumb_network_get_out_rows (rhumb_vocabulary_get_broader (vocabulary));
    g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint32 v = 0; v < n_papers; v++) {
        collect_entries (&paper[v], terms, entries);
        for (guint32 i = 0; i < paper[v].n_sightings; i++) {
            RhumbSighting *sighting = &paper[v].sighting[i];
            if (!rhumb_terms_get (terms, sighting->term)->is_shared_name)
                continue;
            const char *key = rhumb_terms_get_key (terms, sighting->term);
            guint32 n_choices;
            const guint32 *choice = rhumb_label_index_find (index, key, strlen (key), &n_choices);
            const guint32 entry = choose_entry (choice, n_choices, entries, broader);
            if (entry != RHUMB_NO_STRING)
                sighting->term = rhumb_terms_get_entry_term (terms, entry);
        }
    }
}

/* Orders by paper, then entry. */
static int
compare_pairs (gconstpointer a, gconstpointer b)
{
    const RhumbEntryUse *x = a;
    const RhumbEntryUse *y = b;
    if (x->paper != y->paper)
        return x->paper < y->paper ? -1 : 1;
    return (x->entry > y->entry) - (x->entry < y->entry);
}

/* The best weight of a pair first. */
static int
compare_uses (gconstpointer a, gconstpointer b)
{
    const RhumbEntryUse *x = a;
    const RhumbEntryUse *y = b;
    const int order = compare_pairs (a, b);
    return order != 0 ? order : (x->weight < y->weight) - (x->weight > y->weight);
}

/* Of each pair of paper and entry the best weight only. @uses: sorted. */
static void
keep_best (GArray *uses)
{
    guint n = 0;
    for (guint i = 0; i < uses->len; i++) {
        const RhumbEntryUse *use = &g_array_index (uses, RhumbEntryUse, i);
        const RhumbEntryUse *last = n > 0 ? &g_array_index (uses, RhumbEntryUse, n - 1) : NULL;
        if (last == NULL || last->paper != use->paper || last->entry != use->entry)
            g_array_index (uses, RhumbEntryUse, n++) = *use;
    }
    g_array_set_size (uses, n);
}

/* Finds the entries that papers are about because at least two kinds of them are named. @uses: of
 * RhumbEntryUse, what is named; becomes sorted. Returns an array of RhumbEntryUse. */
GArray *
rhumb_infer_broader (GArray *uses, const RhumbVocabulary *vocabulary)
{
    const RhumbRows broader =
        rhumb_network_get_out_rows (rhumb_vocabulary_get_broader (vocabulary));
    g_array_sort (uses, compare_uses);
    keep_best (uses);
    g_autoptr (GArray) above = g_array_new (FALSE, FALSE, sizeof (RhumbEntryUse));
    for (guint i = 0; i < uses->len; i++) {
        const RhumbEntryUse *use = &g_array_index (uses, RhumbEntryUse, i);
        for (gsize j = broader.start[use->entry]; j < broader.start[use->entry + 1]; j++) {
            const RhumbEntryUse vote = {use->paper, broader.node[j], use->weight};
            g_array_append_val (above, vote);
        }
    }
    g_array_sort (above, compare_uses);
    GArray *inferred = g_array_new (FALSE, FALSE, sizeof (RhumbEntryUse));
    guint end;
    for (guint start = 0; start < above->len; start = end) {
        const RhumbEntryUse *first = &g_array_index (above, RhumbEntryUse, start);
        end = start + 1;
        while (end < above->len && first[end - start].paper == first->paper &&
               first[end - start].entry == first->entry)
            end++;
        if (end - start >= 2 && !g_array_binary_search (uses, first, compare_pairs, NULL))
            g_array_append_val (inferred, first[1]);
    }
    return inferred;
}
