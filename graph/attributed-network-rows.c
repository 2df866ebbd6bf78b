/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * A network from a file as compressed rows, for the methods that rank and cluster.
 *
 * The column "weight" of its edges, if it has numbers, gives their weights; an edge without one
 * weighs 1. If some edges have a direction and others none, the others lead both ways. Edges from
 * a node to itself, and edges whose weight is not above 0, are left out and counted.
 * Cost: linear in edges.
 */
#include "graph/attributed-network.h"

/* Edges on their way into rows. */
typedef struct {
    GArray *from; /* guint32 */
    GArray *to;
    GArray *weight; /* double */
    gboolean is_weighted;
} Collection;

static void
add_edge (Collection *it, guint32 from, guint32 to, double weight)
{
    g_array_append_val (it->from, from);
    g_array_append_val (it->to, to);
    g_array_append_val (it->weight, weight);
    it->is_weighted |= weight != 1;
}

static gboolean
has_directions (const RhumbAttributedNetwork *network)
{
    const gsize n_edges = rhumb_attributed_network_get_n_edges (network);
    gsize e = 0;
    while (e < n_edges && !rhumb_attributed_network_get_edge (network, e).directed)
        e++;
    return e < n_edges;
}

/**
 * rhumb_attributed_network_get_rows:
 * @network: a network
 * @n_left_out: (out): edges from a node to itself, and those whose weight is not above 0
 * @error: return location for an error
 *
 * Makes compressed rows of a network: directed if some of its edges are. Nodes keep their numbers.
 *
 * Returns: (transfer full) (nullable): the rows, weighted if a weight differs from 1; %NULL with
 *   %RHUMB_ERROR_INVALID if a weight is not finite
 *
 * Since: 0.2
 */
RhumbNetwork *
rhumb_attributed_network_get_rows (const RhumbAttributedNetwork *network, gsize *n_left_out,
                                   GError **error)
{
    const gboolean directed = has_directions (network);
    const guint32 n_nodes = rhumb_attributed_network_get_n_nodes (network);
    g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) to = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) weight = g_array_new (FALSE, FALSE, sizeof (double));
    Collection it = {from, to, weight, FALSE};
    *n_left_out = 0;
    for (gsize e = 0; e < rhumb_attributed_network_get_n_edges (network); e++) {
        const RhumbEdge edge = rhumb_attributed_network_get_edge (network, e);
        const double x = rhumb_attributed_network_get_weight (network, e);
        if (edge.from == edge.to || x <= 0) {
            (*n_left_out)++;
            continue;
        }
        add_edge (&it, edge.from, edge.to, x);
        if (directed && !edge.directed)
            add_edge (&it, edge.to, edge.from, x);
    }
    const RhumbNetworkMode mode = directed ? RHUMB_NETWORK_DIRECTED : RHUMB_NETWORK_UNDIRECTED;
    return rhumb_network_new (mode, n_nodes, n_nodes, (const guint32 *)(gpointer)from->data,
                              (const guint32 *)(gpointer)to->data,
                              it.is_weighted ? (const double *)(gpointer)weight->data : NULL,
                              from->len, error);
}
