/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How good clusters are, whoever found them.
 *
 *   modularity   Q = 1/2m Σ_ij δ_ij (a_ij − γ k_i k_j / 2m)
 *   CPM          Q = 1/2m Σ_ij δ_ij (a_ij − γ n_i n_j)
 *
 * (Newman and Girvan 2004, doi:10.1103/PhysRevE.69.026113; constant Potts model: Traag, Van Dooren
 * and Nesterov 2011, doi:10.1103/PhysRevE.84.016114.) A self-loop of weight a adds 2a to a_ii and
 * to k_i. Modularity is at most 1; a network without links has quality 0.
 *
 * Cost: O(edges). Sums are taken in fixed blocks of nodes.
 */
#include "analytics/cluster/quality.h"

#include "analytics/cluster/quality-private.h"

#define BLOCK 4096

/* Strength k of each node; @total gets 2m. */
double *
rhumb_sum_strengths (const RhumbNetwork *network, double *total)
{
    const RhumbRows rows = rhumb_network_get_out_rows (network);
    double *strength = g_new (double, rows.n_rows);
#pragma omp parallel for schedule(static) if (rows.n_rows > BLOCK)
    for (guint32 v = 0; v < rows.n_rows; v++) {
        double sum = 0;
        for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++) {
            const double weight = rhumb_rows_get_weight (rows, i);
            sum += rows.node[i] == v ? 2 * weight : weight;
        }
        strength[v] = sum;
    }
    *total = 0;
    for (guint32 first = 0; first < rows.n_rows; first += BLOCK) {
        double block = 0;
        for (guint32 v = first; v < MIN (first + BLOCK, rows.n_rows); v++)
            block += strength[v];
        *total += block;
    }
    return strength;
}

/* 2m/n²: what modularity expects between two average nodes; 0 without nodes. */
double
rhumb_measure_density (const RhumbNetwork *network)
{
    double total = 0;
    g_free (rhumb_sum_strengths (network, &total));
    const double n = rhumb_network_get_n_from (network);
    return n > 0 ? total / (n * n) : 0;
}

/* Weight of links from nodes of one block to their own clusters, self-loops twice. */
static double
sum_block (const Level *level, const guint32 *cluster, guint32 first)
{
    double sum = 0;
    for (guint32 v = first; v < MIN (first + BLOCK, level->n_nodes); v++) {
        for (gsize i = level->start[v]; i < level->end[v]; i++) {
            const double weight = level_get_weight (level, i);
            if (level->node[i] == v)
                sum += 2 * weight;
            else if (cluster[level->node[i]] == cluster[v])
                sum += weight;
        }
    }
    return sum;
}

/* 1/2m Σ_ij δ_ij (a_ij − γ s_i s_j) for the sizes of @level, 2m = @total; 0 if that is 0. */
double
rhumb_measure_quality (const Level *level, const guint32 *cluster, guint32 n_clusters,
                       double resolution, double total)
{
    if (total <= 0)
        return 0;
    const guint32 n_blocks = level->n_nodes / BLOCK + 1;
    g_autofree double *inside = g_new (double, n_blocks);
#pragma omp parallel for schedule(dynamic, 1) if (n_blocks > 1)
    for (guint32 b = 0; b < n_blocks; b++)
        inside[b] = sum_block (level, cluster, b * BLOCK);
    double sum = 0;
    for (guint32 b = 0; b < n_blocks; b++)
        sum += inside[b];
    g_autofree double *size = g_new0 (double, n_clusters);
    for (guint32 v = 0; v < level->n_nodes; v++)
        size[cluster[v]] += level->size[v];
    double expected = 0;
    for (guint32 c = 0; c < n_clusters; c++)
        expected += size[c] * size[c];
    return (sum - resolution * expected) / total;
}

/**
 * rhumb_measure_modularity:
 * @network: an undirected network
 * @partition: a cluster for each of its nodes
 * @resolution: γ, at least 0; 1 is Newman and Girvan's modularity
 *
 * Measures the modularity of clusters, whoever found them.
 *
 * Source: Newman and Girvan (2004), doi:10.1103/PhysRevE.69.026113.
 *
 * Returns: modularity, at most 1; 0 for a network without links
 *
 * Since: 0.2
 */
double
rhumb_measure_modularity (const RhumbNetwork *network, const RhumbPartition *partition,
                          double resolution)
{
    g_return_val_if_fail (rhumb_network_get_mode (network) == RHUMB_NETWORK_UNDIRECTED, 0);
    g_return_val_if_fail (
        rhumb_partition_get_n_nodes (partition) == rhumb_network_get_n_from (network), 0);
    double total = 0;
    double *strength = rhumb_sum_strengths (network, &total);
    g_autoptr (Level) level = rhumb_level_new (network, strength);
    return rhumb_measure_quality (level, rhumb_partition_get_clusters (partition),
                                  rhumb_partition_get_n_clusters (partition),
                                  total > 0 ? resolution / total : 0, total);
}

/**
 * rhumb_measure_cpm:
 * @network: an undirected network
 * @partition: a cluster for each of its nodes
 * @resolution: γ, at least 0, in units of link weight
 *
 * Measures clusters by the constant Potts model, whoever found them.
 *
 * Source: Traag, Van Dooren and Nesterov (2011), doi:10.1103/PhysRevE.84.016114.
 *
 * Returns: share of link weight inside clusters, less what the resolution asks of their pairs of
 *   nodes; 0 for a network without links
 *
 * Since: 0.2
 */
double
rhumb_measure_cpm (const RhumbNetwork *network, const RhumbPartition *partition, double resolution)
{
    g_return_val_if_fail (rhumb_network_get_mode (network) == RHUMB_NETWORK_UNDIRECTED, 0);
    g_return_val_if_fail (
        rhumb_partition_get_n_nodes (partition) == rhumb_network_get_n_from (network), 0);
    double total = 0;
    double *size = rhumb_sum_strengths (network, &total);
    for (guint32 v = 0; v < rhumb_network_get_n_from (network); v++)
        size[v] = 1;
    g_autoptr (Level) level = rhumb_level_new (network, size);
    return rhumb_measure_quality (level, rhumb_partition_get_clusters (partition),
                                  rhumb_partition_get_n_clusters (partition), resolution, total);
}
