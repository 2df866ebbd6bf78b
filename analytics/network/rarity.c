/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * A feature that few nodes have tells more about them than one that most have: each weighs its
 * inverse document frequency ln(n / n_f), n_f being the nodes that have it. How strongly a node has
 * a feature is not used: a paper that names a subject in passing shares it all the same.
 *
 * Source: Spärck Jones (1972), doi:10.1108/eb026526.
 *
 * Cost: O(edges).
 */
#include "analytics/network/rarity.h"

#include <math.h>

#include "graph/large-array.h"
#include "graph/network-private.h"

/* Gives each edge the inverse document frequency of its feature as weight. What all nodes have
 * weighs 0. Source: Spärck Jones (1972), doi:10.1108/eb026526. Returns a two-mode network of the
 * same nodes, features and edges. */
RhumbNetwork *
rhumb_weigh_by_rarity (const RhumbNetwork *features, GError **error)
{
    const RhumbRows out = rhumb_network_get_out_rows (features);
    const RhumbRows in = rhumb_network_get_in_rows (features);
    const gsize n_edges = rhumb_network_get_n_edges (features);
    gsize *start = g_memdup2 (out.start, ((gsize)out.n_rows + 1) * sizeof *start);
    guint32 *node = rhumb_large_array_new (n_edges, sizeof *node);
    double *weight = rhumb_large_array_new (n_edges, sizeof *weight);
    g_autofree double *rarity = g_new0 (double, (gsize)in.n_rows + 1);
    for (guint32 f = 0; f < in.n_rows; f++) {
        const gsize n_f = in.start[f + 1] - in.start[f];
        rarity[f] = n_f > 0 ? log (out.n_rows / (double)n_f) : 0;
    }
    for (gsize i = 0; i < n_edges; i++) {
        node[i] = out.node[i];
        weight[i] = rarity[node[i]];
    }
    return rhumb_network_take_two_mode_rows (out.n_rows, in.n_rows, start, node, weight, error);
}
