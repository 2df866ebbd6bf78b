/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Why a walk comes by a node: through which neighbours it arrives.
 *
 * Method: from neighbour u arrives d y_u w_uv / s_u. Part of what u holds came from v itself and
 * only goes back; it says nothing about the start, so d y_v w_vu / s_v is taken off y_u first. (An
 * idea of our own: without it a rare concept of v alone would look like the reason.)
 *
 * Cost: O(links of v and of its neighbours' rows searched by halves).
 */
#include "analytics/similar/push-private.h"
#include "analytics/similar/push.h"

/**
 * rhumb_walker_list_carriers:
 * @walker: a walker that has started
 * @node: a node
 * @n_best: how many to list
 *
 * Lists the neighbours through which the walk comes to a node.
 *
 * Returns: (transfer full) (element-type RhumbNeighbour): neighbours with their shares of what
 *   arrives, which sum to 1 over all of them; best first. Empty if nothing arrives.
 *
 * Since: 0.2
 */
GArray *
rhumb_walker_list_carriers (RhumbWalker *walker, guint32 node, guint n_best)
{
    g_return_val_if_fail (node < walker->n_nodes, NULL);
    const Row in = rhumb_row_source_get_in (&walker->source, node, &walker->room);
    /* Where links have no directions what goes back takes the same row. */
    const Row out =
        walker->undirected ? in : rhumb_row_source_get_out (&walker->source, node, &walker->room);
    GArray *list = rhumb_neighbours_new ();
    double total = 0;
    const RhumbWalkNode *own = &walker->node[node];
    const double returns = own->strength > 0 ? walker->damping * own->passed / own->strength : 0;
    for (gsize i = 0; i < in.n; i++) {
        const guint32 u = in.node[i];
        const double strength = walker->node[u].strength;
        const double fresh = walker->node[u].passed + walker->cell[u].waiting -
                             returns * rhumb_row_get_weight (out, u);
        const double arrives =
            strength > 0 ? fresh / strength * (in.weight != NULL ? in.weight[i] : 1) : 0;
        const RhumbNeighbour item = {u, arrives};
        if (u == node || !(arrives > 0))
            continue;
        g_array_append_val (list, item);
        total += arrives;
    }
    rhumb_neighbours_keep_best (list, n_best);
    for (guint i = 0; i < list->len; i++)
        g_array_index (list, RhumbNeighbour, i).score /= total;
    return list;
}
