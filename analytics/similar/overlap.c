/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which papers are like one, by what they have in common: references, citing papers, concepts,
 * words. Exact: nothing is sampled and nothing left out.
 *
 * Source: Jaccard (1901), doi:10.5169/seals-266450; the cosine of Salton, Wong and Yang (1975),
 * doi:10.1145/361219.361220.
 *
 * Method: from the row of a paper to the columns of its features, adding up what each paper met
 * has in common with it. Jaccard is c / (a + b − c) for c common features of rows with a and b;
 * the cosine Σ w w' / (|w| |w'|). Each sum is in the order of the features: the same bits always.
 *
 * overlap-best.c and overlap-hubs.c leave out what cannot matter for the best few; overlap-choice.c
 * compares with some only.
 *
 * Cost: O(sum of the lengths of the columns of the paper's features); memory 24 bytes a node.
 */
#include "analytics/similar/overlap.h"

#include <math.h>

#include "analytics/similar/overlap-private.h"
#include "graph/large-array.h"
#include "graph/set-error.h"

static RhumbOverlap *
make_overlap (RhumbNetwork *features, RhumbLinkIndex *index, guint32 n_nodes,
              RhumbOverlapMeasure measure)
{
    RhumbOverlap *overlap = g_new0 (RhumbOverlap, 1);
    rhumb_row_source_init (&overlap->source, features, index,
                           index != NULL ? rhumb_link_index_get_word_factor (index) : 1);
    rhumb_row_room_init (&overlap->room, &overlap->source);
    rhumb_row_room_init (&overlap->column, &overlap->source);
    overlap->n_nodes = n_nodes;
    overlap->measure = measure;
    overlap->size = index == NULL ? g_new0 (double, (gsize)n_nodes + 1) : NULL;
    overlap->n_bytes = ((gsize)n_nodes + 1) * (sizeof (double) + sizeof (guint32));
    overlap->common = rhumb_clear_pages_new (overlap->n_bytes);
    overlap->touched = (guint32 *)(overlap->common + n_nodes + 1);
    return overlap;
}

/**
 * rhumb_overlap_new_of_index:
 * @index: an index, which must stay as long as the comparisons
 *
 * Prepares comparisons of the papers of an index by the cosine of all that they are linked with.
 *
 * Returns: (transfer full): rows to compare
 *
 * Since: 0.2
 */
RhumbOverlap *
rhumb_overlap_new_of_index (RhumbLinkIndex *index)
{
    return make_overlap (NULL, index, rhumb_link_index_get_n_papers (index), RHUMB_OVERLAP_COSINE);
}

/**
 * rhumb_overlap_new:
 * @features: a network nodes → features, of any mode
 * @n_nodes: only nodes below this are compared, at most those of @features
 * @measure: how alike two rows are
 * @error: return location for an error
 *
 * Prepares comparisons.
 *
 * Returns: (transfer full): rows to compare; %NULL with %RHUMB_ERROR_INVALID if the squares of a
 *   row's weights overflow or are too small to divide by
 *
 * Since: 0.2
 */
RhumbOverlap *
rhumb_overlap_new (RhumbNetwork *features, guint32 n_nodes, RhumbOverlapMeasure measure,
                   GError **error)
{
    const RhumbRows rows = rhumb_network_get_out_rows (features);
    g_return_val_if_fail (n_nodes <= rows.n_rows, NULL);
    g_autoptr (RhumbOverlap) overlap = make_overlap (features, NULL, n_nodes, measure);
    for (guint32 v = 0; v < n_nodes; v++) {
        double squares = 0;
        double total = 0;
        for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++) {
            const double w =
                rows.weight != NULL && measure == RHUMB_OVERLAP_COSINE ? rows.weight[i] : 1;
            squares += w * w;
            total += w;
        }
        overlap->size[v] = measure == RHUMB_OVERLAP_COSINE ? sqrt (squares) : total;
        if (total > 0 && !(squares >= 1e-300 && squares <= G_MAXDOUBLE)) {
            rhumb_set_error (
                error, RHUMB_ERROR_INVALID,
                "squares of the weights of node %u add up to %g, expected from 1e-300 to "
                "%g",
                v, squares, G_MAXDOUBLE);
            return NULL;
        }
    }
    if (measure == RHUMB_OVERLAP_JACCARD)
        overlap->by_size = rhumb_overlap_order_by_size (overlap);
    return g_steal_pointer (&overlap);
}

/**
 * rhumb_overlap_free:
 * @overlap: (transfer full) (nullable): rows to compare
 *
 * Frees them.
 *
 * Since: 0.2
 */
void
rhumb_overlap_free (RhumbOverlap *overlap)
{
    if (overlap == NULL)
        return;
    rhumb_row_source_clear (&overlap->source);
    rhumb_row_room_clear (&overlap->room);
    rhumb_row_room_clear (&overlap->column);
    g_free (overlap->size);
    g_free (overlap->by_size);
    rhumb_clear_pages_free (overlap->common, overlap->n_bytes);
    g_free (overlap);
}

/* All nodes that share something of weight with @node, in the order met. */
GArray *
rhumb_overlap_list_all (RhumbOverlap *overlap, guint32 node)
{
    const Row row = rhumb_row_source_get_out (&overlap->source, node, &overlap->room);
    GArray *list = rhumb_neighbours_new ();
    guint32 n_touched = 0;
    for (gsize i = 0; i < row.n; i++) {
        n_touched = overlap_add_column (overlap, node, row, i, n_touched);
    }
    for (guint32 i = 0; i < n_touched; i++) {
        const guint32 u = overlap->touched[i];
        const RhumbNeighbour item = {u, overlap_measure (overlap, node, u, overlap->common[u])};
        overlap->common[u] = 0;
        g_array_append_val (list, item);
    }
    return list;
}

/**
 * rhumb_overlap_list_shared:
 * @overlap: rows to compare
 * @a: a node
 * @b: a node
 * @n_best: how many to list
 *
 * Lists what two nodes have in common.
 *
 * Returns: (transfer full) (element-type RhumbNeighbour): features and how much each adds to what
 *   is common: a product of weights, or 1; most first, ties by number
 *
 * Since: 0.2
 */
GArray *
rhumb_overlap_list_shared (RhumbOverlap *overlap, guint32 a, guint32 b, guint n_best)
{
    g_return_val_if_fail (a < overlap->n_nodes && b < overlap->n_nodes, NULL);
    const Row of_a_all = rhumb_row_source_get_out (&overlap->source, a, &overlap->room);
    const Row of_b_all = rhumb_row_source_get_out (&overlap->source, b, &overlap->column);
    GArray *list = rhumb_neighbours_new ();
    gsize i = 0;
    gsize k = 0;
    while (i < of_a_all.n && k < of_b_all.n) {
        const guint32 of_a = of_a_all.node[i];
        const guint32 of_b = of_b_all.node[k];
        const RhumbNeighbour item = {of_a, overlap_get_weight (overlap, of_a_all, i) *
                                               overlap_get_weight (overlap, of_b_all, k)};
        if (of_a == of_b && item.score > 0)
            g_array_append_val (list, item);
        i += of_a <= of_b;
        k += of_b <= of_a;
    }
    rhumb_neighbours_keep_best (list, n_best);
    return list;
}

/**
 * rhumb_overlap_add_alike:
 * @overlap: rows to compare
 * @node: a node
 * @sum: one number for each node that is compared
 *
 * Adds to the number of each other node how alike it is to @node.
 *
 * Since: 0.2
 */
void
rhumb_overlap_add_alike (RhumbOverlap *overlap, guint32 node, double *sum)
{
    g_return_if_fail (node < overlap->n_nodes);
    g_autoptr (GArray) alike = rhumb_overlap_list_all (overlap, node);
    for (guint i = 0; i < alike->len; i++) {
        const RhumbNeighbour item = g_array_index (alike, RhumbNeighbour, i);
        sum[item.node] += item.score;
    }
}
