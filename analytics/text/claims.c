/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which papers are about which terms, how much, and how that is known.
 *
 * The weight of a term in a paper is 1/(1 + e^-s), s being the log odds that the paper gives the
 * spelling; a keyword that the source gave has weight 1, whatever other papers say of the term. A
 * single word counts only where it stands on its own, a phrase also inside a longer one, neither
 * across the border of a stronger term; a name of the vocabulary counts wherever it is the longest.
 * What is above two entries of the vocabulary is claimed too (linking.c). Cost: linear in the
 * places but for a sort.
 */
#include "analytics/text/claims.h"

#include "analytics/text/linking.h"

#include <math.h>
#include <string.h>

/* Orders claims by term, spelling, paper. */
int
rhumb_claims_compare (gconstpointer a, gconstpointer b)
{
    const RhumbClaim *x = a;
    const RhumbClaim *y = b;
    if (x->term != y->term)
        return x->term < y->term ? -1 : 1;
    const int order = strcmp (x->surface, y->surface);
    if (order != 0)
        return order;
    return x->paper < y->paper ? -1 : x->paper > y->paper;
}

static gboolean
counts (const RhumbTermTable *table, const RhumbPaperSightings *paper, guint32 i)
{
    const guint32 term = paper->sighting[i].term;
    if (!table->is_live[term])
        return FALSE;
    if (rhumb_terms_get (table->terms, term)->entry != RHUMB_NO_STRING)
        return TRUE;
    const guint32 inside = paper->sighting[i].inside;
    return inside == RHUMB_PLACE_FREE ||
           (inside != RHUMB_PLACE_LOST && !table->use[term].is_single);
}

static void
claim_paper (const RhumbTermTable *table, guint32 v, GArray *claims)
{
    const RhumbPaperSightings *paper = &table->sightings[v];
    for (guint32 i = 0; i < paper->n_sightings; i++) {
        const RhumbSighting *sighting = &paper->sighting[i];
        if (!counts (table, paper, i))
            continue;
        const RhumbClaim claim = {sighting->term,    v, 1 / (1 + exp (-sighting->score)),
                                  sighting->surface, 0, sighting->is_running};
        g_array_append_val (claims, claim);
    }
}

static void
claim_given (const RhumbTermTable *table, GArray *claims)
{
    gsize n;
    const RhumbGivenKeyword *given = rhumb_terms_get_given (table->terms, &n);
    for (gsize i = 0; i < n; i++) {
        const RhumbClaim claim = {rhumb_terms_follow (table->terms, given[i].term),
                                  given[i].paper,
                                  1,
                                  given[i].surface,
                                  RHUMB_LINK_GIVEN,
                                  FALSE};
        if (claim.term == RHUMB_NO_STRING)
            continue;
        const gboolean is_entry =
            rhumb_terms_get (table->terms, claim.term)->entry != RHUMB_NO_STRING;
        if (is_entry || !table->only_entries)
            g_array_append_val (claims, claim);
    }
}

static void
claim_inferred (const RhumbTermTable *table, const RhumbVocabulary *vocabulary, GArray *claims)
{
    g_autoptr (GArray) uses = g_array_new (FALSE, FALSE, sizeof (RhumbEntryUse));
    for (guint i = 0; i < claims->len; i++) {
        const RhumbClaim *claim = &g_array_index (claims, RhumbClaim, i);
        const guint32 entry = rhumb_terms_get (table->terms, claim->term)->entry;
        const RhumbEntryUse use = {claim->paper, entry, claim->weight};
        if (entry != RHUMB_NO_STRING)
            g_array_append_val (uses, use);
    }
    g_autoptr (GArray) inferred = rhumb_infer_broader (uses, vocabulary);
    for (guint i = 0; i < inferred->len; i++) {
        const RhumbEntryUse *use = &g_array_index (inferred, RhumbEntryUse, i);
        const guint32 term = rhumb_terms_get_entry_term (table->terms, use->entry);
        const RhumbClaim claim = {term,
                                  use->paper,
                                  use->weight,
                                  rhumb_terms_get (table->terms, term)->label,
                                  RHUMB_LINK_INFERRED,
                                  FALSE};
        if (rhumb_terms_follow (table->terms, term) == term)
            g_array_append_val (claims, claim);
    }
}

/* Collects what papers are about, sorted. @vocabulary: (nullable). Returns an array of RhumbClaim
 * that borrows from @table. */
GArray *
rhumb_collect_claims (const RhumbTermTable *table, const RhumbVocabulary *vocabulary)
{
    GArray *claims = g_array_new (FALSE, FALSE, sizeof (RhumbClaim));
    rhumb_judge_places (table->sightings, table->n_papers, table->use, table->is_live);
    for (guint32 v = 0; v < table->n_papers; v++)
        claim_paper (table, v, claims);
    claim_given (table, claims);
    if (vocabulary)
        claim_inferred (table, vocabulary, claims);
    g_array_sort (claims, rhumb_claims_compare);
    return claims;
}
