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

/**
 * rhumb_weigh_by_rarity:
 * @features: a two-mode network nodes → features
 * @error: return location for an error
 *
 * Gives each edge the inverse document frequency of its feature as weight. What all nodes have
 * weighs 0.
 *
 * Source: Spärck Jones (1972), doi:10.1108/eb026526.
 *
 * Returns: (transfer full): a two-mode network of the same nodes, features and edges
 *
 * Since: 0.1
 */
RhumbNetwork *
rhumb_weigh_by_rarity (const RhumbNetwork *features, GError **error)
{
    const RhumbRows columns = rhumb_network_get_in_rows (features);
    const guint32 n_nodes = rhumb_network_get_n_from (features);
    const gsize n_edges = rhumb_network_get_n_edges (features);
    g_autofree guint32 *to = g_new (guint32, n_edges);
    g_autofree double *weight = g_new (double, n_edges);
    for (guint32 f = 0; f < columns.n_rows; f++) {
        const gsize n_f = columns.start[f + 1] - columns.start[f];
        const double rarity = n_f > 0 ? log (n_nodes / (double)n_f) : 0;
        for (gsize i = columns.start[f]; i < columns.start[f + 1]; i++) {
            to[i] = f;
            weight[i] = rarity;
        }
    }
    return rhumb_network_new (RHUMB_NETWORK_TWO_MODE, n_nodes, columns.n_rows, columns.node, to,
                              weight, n_edges, error);
}
