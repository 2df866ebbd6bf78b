/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What walks of a batch found: how often each comes by a node, and by which nodes most often.
 *
 * Cost: O(1) a node; all lists together O(nodes × walks).
 */
#include "analytics/similar/best-neighbours-private.h"
#include "analytics/similar/walk-batch-private.h"

/**
 * rhumb_walk_batch_get_score:
 * @batch: a batch that has started
 * @walk: which of its walks, from 0
 * @node: a node
 *
 * Gets how often a walk comes by a node.
 *
 * Returns: a share of all visits; those of all nodes sum to 1
 *
 * Since: 0.2
 */
double
rhumb_walk_batch_get_score (const RhumbWalkBatch *batch, guint walk, guint32 node)
{
    g_return_val_if_fail (walk < batch->n_walks && node < batch->n_nodes, 0);
    return rhumb_walk_batch_count_visits (batch, walk, node) / batch->total[walk];
}

/**
 * rhumb_walk_batch_list_best:
 * @batch: a batch that has started
 * @first: first node of those wanted
 * @n_nodes: how many nodes are wanted
 * @n_best: how many of them to list
 *
 * Lists the nodes by which each walk comes most often, without that where it started.
 *
 * Returns: (transfer full) (element-type GArray): a list for each walk, in their order, of nodes
 *   with their scores (#RhumbNeighbour), best first, ties by number
 *
 * Since: 0.2
 */
GPtrArray *
rhumb_walk_batch_list_best (const RhumbWalkBatch *batch, guint32 first, guint32 n_nodes,
                            guint n_best)
{
    GPtrArray *lists = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
    BestNeighbours best[WALKS];
    g_return_val_if_fail (first <= batch->n_nodes && n_nodes <= batch->n_nodes - first, lists);
    for (guint k = 0; k < batch->n_walks; k++)
        best[k] = (BestNeighbours){rhumb_neighbours_new (), 0};
    for (guint32 v = first; v < first + n_nodes; v++) {
        Lanes state;
        rhumb_walk_batch_look_ahead (batch, v, &state);
        const double scale = (double)batch->scale[v];
        for (guint k = 0; k < batch->n_walks; k++) {
            const double visits = ((double)state.walk[k] + batch->spread[k]) * scale;
            if (state.walk[k] > 0 && v != batch->start[k])
                best_neighbours_add (&best[k], (RhumbNeighbour){v, visits}, n_best);
        }
    }
    for (guint k = 0; k < batch->n_walks; k++) {
        rhumb_neighbours_keep_best (best[k].list, n_best);
        for (guint i = 0; i < best[k].list->len; i++)
            g_array_index (best[k].list, RhumbNeighbour, i).score /= batch->total[k];
        g_ptr_array_add (lists, best[k].list);
    }
    return lists;
}
