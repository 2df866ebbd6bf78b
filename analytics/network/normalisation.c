/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How much more often two items occur together than their sizes make likely: the association
 * strength.
 *
 * Source: van Eck and Waltman (2009), doi:10.1002/asi.21075. Two bases are in use and must not be
 * mixed, so each has its function:
 *
 *   strength     s_ij = 2m c_ij / (k_i k_j),  k_i = Σ_j c_ij,  2m = Σ_i k_i   (CWTS' programs)
 *   occurrence   s_ij = c_ij / (s_i s_j),     s_i = papers with item i        (bibliometrix)
 *
 * With the first, 1 means "as often as expected if links were random".
 *
 * Cost: O(links).
 */
#include "analytics/network/normalisation.h"

#include "graph/error.h"

/* Rebuilds the network with each weight c_ij divided by size_i size_j and multiplied by @factor. */
static RhumbNetwork *
divide_by_sizes (const RhumbNetwork *network, const double *size, double factor, GError **error)
{
    const RhumbRows rows = rhumb_network_get_out_rows (network);
    const gsize n_edges = rhumb_network_get_n_edges (network);
    g_autofree guint32 *from = g_new (guint32, n_edges);
    g_autofree guint32 *to = g_new (guint32, n_edges);
    g_autofree double *weight = g_new (double, n_edges);
    gsize e = 0;
    for (guint32 v = 0; v < rows.n_rows; v++) {
        for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++) {
            const guint32 u = rows.node[i];
            const double count = rows.weight != NULL ? rows.weight[i] : 1;
            const double sizes = size[v] * size[u];
            if (u < v)
                continue;
            from[e] = v;
            to[e] = u;
            weight[e++] = sizes > 0 ? factor * count / sizes : 0;
        }
    }
    return rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, rows.n_rows, rows.n_rows, from, to, weight,
                              e, error);
}

/**
 * rhumb_normalise_by_strength:
 * @network: an undirected network of counts
 * @error: return location for an error
 *
 * Computes association strength on the basis of link strength: 2m c_ij / (k_i k_j). A self-loop
 * counts once in the strength of its node.
 *
 * Source: van Eck and Waltman (2009), doi:10.1002/asi.21075.
 *
 * Returns: (transfer full): a network with the same links; 1 = as many as expected
 *
 * Since: 0.1
 */
RhumbNetwork *
rhumb_normalise_by_strength (const RhumbNetwork *network, GError **error)
{
    g_return_val_if_fail (rhumb_network_get_mode (network) == RHUMB_NETWORK_UNDIRECTED, NULL);
    const RhumbRows rows = rhumb_network_get_out_rows (network);
    g_autofree double *strength = g_new0 (double, rows.n_rows);
    double total = 0;
    for (guint32 v = 0; v < rows.n_rows; v++) {
        for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++)
            strength[v] += rows.weight != NULL ? rows.weight[i] : 1;
        total += strength[v];
    }
    return divide_by_sizes (network, strength, total, error);
}

/**
 * rhumb_normalise_by_occurrence:
 * @network: an undirected network of counts
 * @occurrences: (array): for each node, in how many papers it occurs
 * @error: return location for an error
 *
 * Computes association strength on the basis of occurrences: c_ij / (s_i s_j).
 *
 * Source: van Eck and Waltman (2009), doi:10.1002/asi.21075.
 *
 * Returns: (transfer full): a network with the same links, weights per squared paper
 *
 * Since: 0.1
 */
RhumbNetwork *
rhumb_normalise_by_occurrence (const RhumbNetwork *network, const double *occurrences,
                               GError **error)
{
    g_return_val_if_fail (rhumb_network_get_mode (network) == RHUMB_NETWORK_UNDIRECTED, NULL);
    return divide_by_sizes (network, occurrences, 1, error);
}
