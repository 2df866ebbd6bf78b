/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The few of some nodes that are most like one, compared one by one.
 *
 * Method: the features of the one are bits, so that another row is read once. A row is left as soon
 * as too little of it remains to come up to the last of those wanted: c common features of rows
 * with a and b make c / (a + b - c).
 *
 * Cost: the lengths of the rows compared, a bit a feature.
 */
#include "analytics/similar/overlap-private.h"
#include "graph/processor-private.h"

/* Entries of a row between two looks at whether the rest of it can matter. */
#define READ_AT_ONCE 64

static inline void
mark (guint32 node, guint32 *inside)
{
    inside[node / 32] |= 1U << (node % 32);
}

/* Quarters of the row by turns: neighbours share a word, and would wait for each other. */
static void
mark_inside (Row row, guint32 *inside)
{
    const gsize quarter = row.n / 4;
    for (gsize i = 0; i < quarter; i++) {
        mark (row.node[i], inside);
        mark (row.node[i + quarter], inside);
        mark (row.node[i + 2 * quarter], inside);
        mark (row.node[i + 3 * quarter], inside);
    }
    for (gsize i = 4 * quarter; i < row.n; i++)
        mark (row.node[i], inside);
}

/* How many of @n nodes are inside. */
static guint32
count_some (const guint32 *node, gsize n, const guint32 *inside)
{
    guint32 found = 0;
    for (gsize i = 0; i < n; i++)
        found += inside[node[i] / 32] >> (node[i] % 32) & 1;
    return found;
}

#ifdef WITH_AVX2
/* The same for whole eights, at once. */
AVX2 guint32
count_eights (const guint32 *node, gsize n, const guint32 *inside)
{
    __m256i sum = _mm256_setzero_si256 ();
    guint32 part[8];
    for (gsize i = 0; i + 8 <= n; i += 8) {
        const __m256i v = _mm256_loadu_si256 ((const __m256i *)(gconstpointer)(node + i));
        const __m256i word = _mm256_i32gather_epi32 ((const int *)(gconstpointer)inside,
                                                     _mm256_srli_epi32 (v, 5), 4);
        const __m256i bit = _mm256_srlv_epi32 (word, _mm256_and_si256 (v, _mm256_set1_epi32 (31)));
        sum = _mm256_add_epi32 (sum, _mm256_and_si256 (bit, _mm256_set1_epi32 (1)));
    }
    _mm256_storeu_si256 ((__m256i *)(gpointer)part, sum);
    return part[0] + part[1] + part[2] + part[3] + part[4] + part[5] + part[6] + part[7];
}
#endif

/* How many nodes of a row are inside; 0 once it is clear that they are fewer than @wanted. Adds to
 * @n_read how many were looked at. */
static guint32
count_inside (Row row, const guint32 *inside, double wanted, gsize *n_read)
{
    guint32 found = 0;
    for (gsize i = 0; i < row.n; i += MIN (row.n - i, READ_AT_ONCE)) {
        const guint32 *node = row.node + i;
        const gsize n = MIN (row.n - i, READ_AT_ONCE);
        gsize done = 0;
        if (found + (double)(row.n - i) < wanted)
            return 0;
#ifdef WITH_AVX2
        if (rhumb_has_avx2 ()) {
            found += count_eights (node, n, inside);
            done = n - n % 8;
        }
#endif
        found += count_some (node + done, n - done, inside);
        *n_read += n;
    }
    return found;
}

/* Begins to choose the @n_best, at least 1, most like @node, which has a feature. */
void
rhumb_overlap_choice_init (OverlapChoice *choice, RhumbOverlap *overlap, guint32 node, guint n_best)
{
    const Row row = rhumb_row_source_get_out (&overlap->source, node, &overlap->room);
    const guint32 n_features = row.node[row.n - 1] + 1;
    *choice = (OverlapChoice){
        .overlap = overlap,
        .node = node,
        .n_best = n_best,
        .size = overlap_get_size (overlap, node),
        .row = row,
        .n_features = n_features,
        .inside = g_new0 (guint32, n_features / 32 + 1),
        .list = rhumb_neighbours_new (),
    };
    mark_inside (row, choice->inside);
}

void
rhumb_overlap_choice_clear (OverlapChoice *choice)
{
    g_clear_pointer (&choice->inside, g_free);
    g_clear_pointer (&choice->list, g_array_unref);
}

/* Compares with another node that has a feature. */
void
rhumb_overlap_choice_try (OverlapChoice *choice, guint32 other)
{
    RhumbOverlap *overlap = choice->overlap;
    const double size = overlap_get_size (overlap, other);
    /* One less than is needed: rounding is no matter. */
    const double wanted = choice->least * (choice->size + size) / (1 + choice->least) - 1;
    if (MIN (choice->size, size) < wanted)
        return;
    Row row = rhumb_row_source_get_out (&overlap->source, other, &overlap->column);
    while (row.n > 0 && row.node[row.n - 1] >= choice->n_features)
        row.n--;
    const guint32 common = count_inside (row, choice->inside, wanted, &choice->n_read);
    const RhumbNeighbour item = {other, overlap_measure (overlap, choice->node, other, common)};
    if (common == 0 || item.score < choice->least)
        return;
    g_array_append_val (choice->list, item);
    if (choice->list->len / 2 < choice->n_best)
        return;
    rhumb_neighbours_keep_best (choice->list, choice->n_best);
    choice->least = g_array_index (choice->list, RhumbNeighbour, choice->n_best - 1).score;
}

/* The best; the choice is empty then. */
GArray *
rhumb_overlap_choice_finish (OverlapChoice *choice)
{
    rhumb_neighbours_keep_best (choice->list, choice->n_best);
    return g_steal_pointer (&choice->list);
}

/**
 * rhumb_overlap_list_among:
 * @overlap: rows to compare by %RHUMB_OVERLAP_JACCARD
 * @node: a node
 * @candidates: (element-type RhumbNeighbour): nodes to compare with it, each once, in any order:
 * the best first are soonest done with; scores are not looked at
 * @n_best: how many to list
 *
 * Lists which of some nodes are most like one: of candidates of rhumb_lsh_list_candidates() for
 * example those that are.
 *
 * Returns: (transfer full) (element-type RhumbNeighbour): those that share something with @node,
 *   without itself, and how alike they are, above 0 and at most 1; best first, ties by number
 *
 * Since: 0.2
 */
GArray *
rhumb_overlap_list_among (RhumbOverlap *overlap, guint32 node, const GArray *candidates,
                          guint n_best)
{
    g_return_val_if_fail (overlap->measure == RHUMB_OVERLAP_JACCARD, NULL);
    g_return_val_if_fail (node < overlap->n_nodes, NULL);
    if (n_best == 0 || overlap_get_size (overlap, node) <= 0)
        return rhumb_neighbours_new ();
    g_auto (OverlapChoice) choice = {0};
    rhumb_overlap_choice_init (&choice, overlap, node, n_best);
    for (guint i = 0; i < candidates->len; i++) {
        const guint32 other = g_array_index (candidates, RhumbNeighbour, i).node;
        g_return_val_if_fail (other < overlap->n_nodes, NULL);
        if (other != node && overlap_get_size (overlap, other) > 0)
            rhumb_overlap_choice_try (&choice, other);
    }
    return rhumb_overlap_choice_finish (&choice);
}
