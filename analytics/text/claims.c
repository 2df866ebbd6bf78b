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
#include "graph/large-array.h"

#include <math.h>
#include <string.h>

/* Papers, or terms, that are not worth another thread. */
#define SMALL 1024

/* Orders claims by term, spelling, paper. */
int
rhumb_claims_compare (gconstpointer a, gconstpointer b)
{
    const RhumbClaim *x = a;
    const RhumbClaim *y = b;
    if (x->term != y->term)
        return x->term < y->term ? -1 : 1;
    const int order = x->surface != y->surface ? strcmp (x->surface, y->surface) : 0;
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

static guint
count_claims (const RhumbTermTable *table, guint32 v)
{
    const RhumbPaperSightings *paper = &table->sightings[v];
    guint n = 0;
    for (guint32 i = 0; i < paper->n_sightings; i++)
        n += counts (table, paper, i);
    return n;
}

static void
claim_paper (const RhumbTermTable *table, guint32 v, RhumbClaim *claim)
{
    const RhumbPaperSightings *paper = &table->sightings[v];
    for (guint32 i = 0; i < paper->n_sightings; i++) {
        const RhumbSighting *sighting = &paper->sighting[i];
        if (!counts (table, paper, i))
            continue;
        *claim++ = (RhumbClaim){sighting->term,    v, 1 / (1 + exp (-sighting->score)),
                                sighting->surface, 0, sighting->is_running};
    }
}

/* What papers say, in their order. */
static GArray *
claim_papers (const RhumbTermTable *table)
{
    const guint32 n_papers = table->n_papers;
    g_autofree guint *begin = g_new (guint, (gsize)n_papers + 1);
#pragma omp parallel for schedule(dynamic, 64) if (n_papers > SMALL)
    for (guint32 v = 0; v < n_papers; v++)
        begin[v] = count_claims (table, v);
    guint n = 0;
    for (guint32 v = 0; v < n_papers; v++) {
        const guint n_own = begin[v];
        begin[v] = n;
        n += n_own;
    }
    GArray *claims = g_array_sized_new (FALSE, FALSE, sizeof (RhumbClaim), MAX (n, 1));
    g_array_set_size (claims, n);
    RhumbClaim *claim = (RhumbClaim *)(void *)claims->data;
#pragma omp parallel for schedule(dynamic, 64) if (n_papers > SMALL)
    for (guint32 v = 0; v < n_papers; v++)
        claim_paper (table, v, claim + begin[v]);
    return claims;
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

static int
compare_data (gconstpointer a, gconstpointer b, gpointer data G_GNUC_UNUSED)
{
    return rhumb_claims_compare (a, b);
}

/* Claims on their way from one order to the next: blocks of them, which threads take apart, and
 * buckets of terms, which they sort. Both are as many for any number of threads. */
#define N_BLOCKS 64
#define N_BUCKETS 256

typedef struct {
    guint32 n_terms;
    guint shift; /* of a term to its bucket */
    guint n_claims;
    guint n_in_block;
    guint place[N_BLOCKS][N_BUCKETS]; /* how many, then where the next one of a block belongs */
    guint begin[N_BUCKETS + 1];
    guint *end; /* of the claims of each term, in its bucket */
} Sorting;

static void
count_block (Sorting *sorting, guint block, const RhumbClaim *claim)
{
    const guint end = MIN ((block + 1) * sorting->n_in_block, sorting->n_claims);
    for (guint i = block * sorting->n_in_block; i < end; i++)
        sorting->place[block][claim[i].term >> sorting->shift]++;
}

static void
find_places (Sorting *sorting)
{
    guint n = 0;
    for (guint b = 0; b < N_BUCKETS; b++) {
        sorting->begin[b] = n;
        for (guint block = 0; block < N_BLOCKS; block++) {
            const guint n_own = sorting->place[block][b];
            sorting->place[block][b] = n;
            n += n_own;
        }
    }
    sorting->begin[N_BUCKETS] = n;
}

static void
move_block (Sorting *sorting, guint block, const RhumbClaim *claim, RhumbClaim *to)
{
    const guint end = MIN ((block + 1) * sorting->n_in_block, sorting->n_claims);
    for (guint i = block * sorting->n_in_block; i < end; i++)
        to[sorting->place[block][claim[i].term >> sorting->shift]++] = claim[i];
}

/* Sorts a bucket by term in one pass, then the claims of each term. */
static void
sort_bucket (const Sorting *sorting, guint bucket, const RhumbClaim *claim, RhumbClaim *to)
{
    const guint begin = sorting->begin[bucket];
    const guint n = sorting->begin[bucket + 1] - begin;
    const guint32 first = (guint32)bucket << sorting->shift;
    const guint32 n_terms =
        n > 0 ? MIN (sorting->n_terms - first, (guint32)1 << sorting->shift) : 0;
    guint *end = sorting->end + first;
    guint n_before = 0;
    for (guint i = 0; i < n; i++)
        end[claim[begin + i].term - first]++;
    for (guint32 t = 0; t < n_terms; t++) {
        const guint n_own = end[t];
        end[t] = begin + n_before;
        n_before += n_own;
    }
    for (guint i = 0; i < n; i++)
        to[end[claim[begin + i].term - first]++] = claim[begin + i];
    for (guint32 t = 0; t < n_terms; t++) {
        const guint from = t > 0 ? end[t - 1] : begin;
        if (end[t] - from > 1)
            g_qsort_with_data (to + from, (gint)(end[t] - from), sizeof *to, compare_data, NULL);
    }
}

/* Sorts claims of @n_terms terms, equal ones in their order. */
void
rhumb_claims_sort (GArray *claims, guint32 n_terms)
{
    RhumbClaim *claim = (RhumbClaim *)(void *)claims->data;
    g_autofree RhumbClaim *parted = rhumb_large_array_new (claims->len, sizeof (RhumbClaim));
    g_autofree Sorting *sorting = g_new0 (Sorting, 1);
    g_autofree guint *end = g_new0 (guint, (gsize)n_terms + 1);
    sorting->n_terms = n_terms;
    sorting->n_claims = claims->len;
    sorting->n_in_block = claims->len / N_BLOCKS + 1;
    sorting->end = end;
    while (n_terms >> sorting->shift >= N_BUCKETS)
        sorting->shift++;
#pragma omp parallel for schedule(dynamic, 1) if (n_terms > SMALL)
    for (guint block = 0; block < N_BLOCKS; block++)
        count_block (sorting, block, claim);
    find_places (sorting);
#pragma omp parallel for schedule(dynamic, 1) if (n_terms > SMALL)
    for (guint block = 0; block < N_BLOCKS; block++)
        move_block (sorting, block, claim, parted);
#pragma omp parallel for schedule(dynamic, 1) if (n_terms > SMALL)
    for (guint bucket = 0; bucket < N_BUCKETS; bucket++)
        sort_bucket (sorting, bucket, parted, claim);
}

/* Collects what papers are about, sorted. @vocabulary: (nullable). Returns an array of RhumbClaim
 * that borrows from @table. */
GArray *
rhumb_collect_claims (const RhumbTermTable *table, const RhumbVocabulary *vocabulary)
{
    rhumb_judge_places (table->sightings, table->n_papers, table->use, table->is_live);
    GArray *claims = claim_papers (table);
    claim_given (table, claims);
    if (vocabulary)
        claim_inferred (table, vocabulary, claims);
    rhumb_claims_sort (claims, rhumb_terms_get_n (table->terms));
    return claims;
}
