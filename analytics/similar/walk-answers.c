/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What a walk found: how often it comes by a node, and by which nodes most often.
 *
 * Cost: O(1) a node; a list O(nodes reached).
 */
#include "analytics/similar/push-private.h"
#include "analytics/similar/push.h"

/**
 * rhumb_walker_get_score:
 * @walker: a walker that has started
 * @node: a node
 *
 * Gets how often the walk comes by a node.
 *
 * Returns: a share of all visits; those of all nodes sum to 1
 *
 * Since: 0.2
 */
double
rhumb_walker_get_score (const RhumbWalker *walker, guint32 node)
{
    g_return_val_if_fail (node < walker->n_nodes, 0);
    return walker->total > 0 ? rhumb_walker_count_visits (walker, node) / walker->total : 0;
}

/**
 * rhumb_walker_get_residual:
 * @walker: a walker that has started
 *
 * Gets how much was never passed on.
 *
 * Returns: a share of what started; 0 if exact
 *
 * Since: 0.2
 */
double
rhumb_walker_get_residual (const RhumbWalker *walker)
{
    return walker->residual;
}

/**
 * rhumb_walker_get_n_reached:
 * @walker: a walker that has started
 *
 * Gets how many nodes the walk reached.
 *
 * Returns: nodes, those of the start among them
 *
 * Since: 0.2
 */
guint32
rhumb_walker_get_n_reached (const RhumbWalker *walker)
{
    return walker->n_touched;
}

/**
 * rhumb_walker_list_best:
 * @walker: a walker that has started
 * @first: first node of those wanted
 * @n_nodes: how many nodes are wanted
 * @n_best: how many of them to list
 *
 * Lists the nodes by which the walk comes most often, without those that it started from.
 *
 * Returns: (transfer full) (element-type RhumbNeighbour): nodes with their scores, best first,
 *   ties by number
 *
 * Since: 0.2
 */
GArray *
rhumb_walker_list_best (const RhumbWalker *walker, guint32 first, guint32 n_nodes, guint n_best)
{
    GArray *list = rhumb_neighbours_new ();
    for (guint32 i = 0; i < walker->n_touched; i++) {
        const guint32 v = walker->touched[i];
        const RhumbNeighbour item = {v, rhumb_walker_get_score (walker, v)};
        if (v >= first && v - first < n_nodes && !(walker->cell[v].state & SEED) && item.score > 0)
            g_array_append_val (list, item);
    }
    rhumb_neighbours_keep_best (list, n_best);
    return list;
}
