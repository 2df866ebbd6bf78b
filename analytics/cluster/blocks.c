/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Clusters as blocks of a random network: two nodes are linked with a probability that depends on
 * their blocks alone (stochastic block model: Holland, Laskey and Leinhardt 1983,
 * doi:10.1016/0378-8733(83)90021-7). Unlike modularity it uses how a node is linked to all other
 * blocks, so nodes that were put in a wrong cluster are put right.
 *
 * Refinement: each node goes to the block that makes its links most likely,
 *
 *   argmax_c Σ_b e(v, b) ln p_cb + (n_b − e(v, b)) ln (1 − p_cb),
 *
 * all nodes at once, p taken from the sweep before. Links count as 0 or 1, whatever their weight.
 *
 * How well blocks explain a network is measured by the integrated classification likelihood
 * (Daudin, Picard and Robin 2008, doi:10.1007/s11222-007-9046-7): log-likelihood of links and
 * sizes, less K (K + 1) / 4 ln (n (n − 1) / 2) + (K − 1) / 2 ln n.
 *
 * Cost: O(edges + K Σ_v blocks that v is linked to) a sweep; at most 1,000 blocks.
 */
#include "analytics/cluster/blocks.h"

#include <math.h>
#include <string.h>

#include "analytics/cluster/tally.h"
#include "graph/threads-private.h"

#define SMALL 500

typedef struct {
    RhumbRows rows;
    guint32 n_blocks;
    double *size;   /* nodes of each block */
    double *links;  /* links between blocks, both ways; twice those within */
    double *odds;   /* ln p − ln (1 − p) */
    double *absent; /* ln (1 − p) */
    double *none;   /* Σ_b n_b ln (1 − p_cb) for each c */
} Blocks;

static void
init_blocks (Blocks *blocks, const RhumbNetwork *network, guint32 n_blocks)
{
    const gsize n_pairs = (gsize)n_blocks * n_blocks;
    blocks->rows = rhumb_network_get_out_rows (network);
    blocks->n_blocks = n_blocks;
    blocks->size = g_new (double, n_blocks);
    blocks->links = g_new (double, n_pairs);
    blocks->odds = g_new (double, n_pairs);
    blocks->absent = g_new (double, n_pairs);
    blocks->none = g_new (double, n_blocks);
}

static void
clear_blocks (Blocks *blocks)
{
    g_free (blocks->size);
    g_free (blocks->links);
    g_free (blocks->odds);
    g_free (blocks->absent);
    g_free (blocks->none);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Blocks, clear_blocks)

static void
count_links (Blocks *blocks, const guint32 *cluster)
{
    const guint32 k = blocks->n_blocks;
    memset (blocks->size, 0, sizeof (double) * k);
    memset (blocks->links, 0, sizeof (double) * k * k);
    for (guint32 v = 0; v < blocks->rows.n_rows; v++) {
        blocks->size[cluster[v]]++;
        for (gsize i = blocks->rows.start[v]; i < blocks->rows.start[v + 1]; i++) {
            const guint32 u = blocks->rows.node[i];
            if (u != v)
                blocks->links[(gsize)cluster[v] * k + cluster[u]]++;
        }
    }
}

/* Pairs of nodes between two blocks, both ways if they are one. */
static double
count_pairs (const Blocks *blocks, guint32 a, guint32 b)
{
    return a == b ? blocks->size[a] * (blocks->size[a] - 1) : blocks->size[a] * blocks->size[b];
}

/* Probabilities with half a link and half a missing one added, so that none is 0 or 1. */
static void
estimate (Blocks *blocks, const guint32 *cluster)
{
    const guint32 k = blocks->n_blocks;
    count_links (blocks, cluster);
    for (guint32 a = 0; a < k; a++) {
        blocks->none[a] = 0;
        for (guint32 b = 0; b < k; b++) {
            const gsize i = (gsize)a * k + b;
            const double p = (blocks->links[i] + 0.5) / (count_pairs (blocks, a, b) + 1);
            blocks->absent[i] = log1p (-p);
            blocks->odds[i] = log (p) - blocks->absent[i];
            blocks->none[a] += blocks->size[b] * blocks->absent[i];
        }
    }
}

/* The block that makes the links of a node most likely; its own if none is better. */
static guint32
choose_block (const Blocks *blocks, const guint32 *cluster, guint32 v, Tally *tally)
{
    const guint32 k = blocks->n_blocks;
    const guint32 own = cluster[v];
    tally_begin (tally, k);
    for (gsize i = blocks->rows.start[v]; i < blocks->rows.start[v + 1]; i++) {
        const guint32 u = blocks->rows.node[i];
        if (u != v)
            tally_add (tally, cluster[u], 1);
    }
    guint32 best = own;
    double most = 0;
    for (guint32 turn = 0; turn <= k; turn++) {
        const guint32 c = turn == 0 ? own : turn - 1;
        /* The node itself is no pair. */
        double value = blocks->none[c] - blocks->absent[(gsize)c * k + own];
        for (guint32 i = 0; i < tally->n_keys; i++)
            value += tally_get (tally, i) * blocks->odds[(gsize)c * k + tally->key[i]];
        if (turn == 0 || value > most) {
            most = value;
            best = c;
        }
    }
    return best;
}

/* One sweep; returns whether any node changed its block. */
static gboolean
sweep (Blocks *blocks, guint32 *cluster, guint32 *next, Tally *tallies)
{
    estimate (blocks, cluster);
    const guint32 n = blocks->rows.n_rows;
#pragma omp parallel for schedule(dynamic, 64) if (n > SMALL)
    for (guint32 v = 0; v < n; v++)
        next[v] = choose_block (blocks, cluster, v, &tallies[rhumb_get_thread ()]);
    const gboolean changed = memcmp (cluster, next, sizeof (guint32) * n) != 0;
    memcpy (cluster, next, sizeof (guint32) * n);
    return changed;
}

/**
 * rhumb_refine_blocks:
 * @network: an undirected network
 * @partition: its clusters, at most %RHUMB_MAX_BLOCKS
 * @n_sweeps: most sweeps
 *
 * Moves each node to the cluster that makes its links to all clusters most likely. Clusters may
 * become empty, and need not be connected.
 *
 * Returns: (transfer full): the clusters afterwards; quality is that of rhumb_measure_blocks()
 *
 * Since: 0.2
 */
RhumbPartition *
rhumb_refine_blocks (const RhumbNetwork *network, const RhumbPartition *partition, guint n_sweeps)
{
    const guint32 n = rhumb_network_get_n_from (network);
    const guint32 n_blocks = rhumb_partition_get_n_clusters (partition);
    g_return_val_if_fail (rhumb_partition_get_n_nodes (partition) == n, NULL);
    g_return_val_if_fail (n_blocks <= RHUMB_MAX_BLOCKS, NULL);
    g_auto (Blocks) blocks = {0};
    init_blocks (&blocks, network, n_blocks);
    g_autofree guint32 *cluster =
        g_memdup2 (rhumb_partition_get_clusters (partition), sizeof (guint32) * n);
    g_autofree guint32 *next = g_new (guint32, n);
    g_autoptr (Tally) tallies = rhumb_tallies_new (rhumb_get_n_threads (), n_blocks);
    for (guint i = 0; i < n_sweeps && sweep (&blocks, cluster, next, tallies); i++)
        continue;
    const double resolution = rhumb_partition_get_resolution (partition);
    const guint64 seed = rhumb_partition_get_seed (partition);
    g_autoptr (RhumbPartition) refined =
        rhumb_partition_new (n, cluster, NULL, "block likelihood", 0, resolution, seed);
    return rhumb_partition_new (n, cluster, NULL, "block likelihood",
                                rhumb_measure_blocks (network, refined), resolution, seed);
}

/* x ln (x / n), 0 for 0. */
static double
weigh_log (double x, double n)
{
    return x > 0 ? x * log (x / n) : 0;
}

/**
 * rhumb_measure_blocks:
 * @network: an undirected network
 * @partition: its clusters, at most %RHUMB_MAX_BLOCKS
 *
 * Measures how well clusters explain the links, less what it takes to describe the clusters.
 *
 * Source: Daudin, Picard and Robin (2008), doi:10.1007/s11222-007-9046-7.
 *
 * Returns: integrated classification likelihood for each node, in nats; higher is better; 0
 *   without nodes
 *
 * Since: 0.2
 */
double
rhumb_measure_blocks (const RhumbNetwork *network, const RhumbPartition *partition)
{
    const double n = rhumb_network_get_n_from (network);
    const guint32 k = rhumb_partition_get_n_clusters (partition);
    g_return_val_if_fail (k <= RHUMB_MAX_BLOCKS, 0);
    if (n < 2)
        return 0;
    g_auto (Blocks) blocks = {0};
    init_blocks (&blocks, network, k);
    count_links (&blocks, rhumb_partition_get_clusters (partition));
    double likelihood = 0;
    for (guint32 a = 0; a < k; a++) {
        likelihood += weigh_log (blocks.size[a], n);
        for (guint32 b = 0; b < k; b++) {
            const double links = blocks.links[(gsize)a * k + b];
            const double pairs = count_pairs (&blocks, a, b);
            likelihood += 0.5 * (weigh_log (links, pairs) + weigh_log (pairs - links, pairs));
        }
    }
    const double penalty = 0.25 * k * (k + 1.0) * log (n * (n - 1) / 2) + 0.5 * (k - 1.0) * log (n);
    return (likelihood - penalty) / n;
}
