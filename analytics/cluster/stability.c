/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which clusters would be there if other papers had been collected, and which papers are their
 * core.
 *
 * Sources: bootstrap: Efron (1979), doi:10.1214/aos/1176344552; similarity of a cluster to its like
 * in resamples: Hennig (2007), doi:10.1016/j.csda.2006.11.025, who calls clusters above 0.75 stable
 * and below 0.6 doubtful.
 *
 * Method: a resample holds each node as often as a Poisson number of mean 1 says, which draws nodes
 * with replacement, but each by itself (Oza 2005, doi:10.1109/ICSMC.2005.1571498): the number is
 * keyed by the seed, the run and the node's key, so that one more paper changes no other's. A link
 * between nodes that are held c and d times counts c d times; 63 % of the nodes are held at all.
 * The resample is clustered as the whole was. Each cluster of the whole is compared with all found
 * (Jaccard index over the nodes that are held), and clusters are matched one to one, most shared
 * nodes first, ties to the lower numbers: a node stays if its cluster is the match of the one it
 * was in. A departure from the source is this matching, which costs a cluster its nodes if it is
 * swallowed by a larger one.
 *
 * Cost: one run of the clustering method for each resample, and a copy of its network.
 */
#include "analytics/cluster/stability.h"

#include <math.h>

#include "analytics/cluster/level.h"
#include "analytics/cluster/small-clusters.h"
#include "graph/corpus.h"
#include "graph/set-error.h"
#include "graph/text.h"

#define SHARE_HELD 0.632
#define MAX_TIMES 12

typedef struct {
    guint32 cluster; /* of the whole */
    guint32 found;   /* of the resample */
    guint32 n_shared;
} Pair;

/* What is kept over the runs. */
typedef struct {
    const RhumbNetwork *network;
    const RhumbPartition *partition;
    const guint64 *key;
    const RhumbStabilityOptions *options;
    guint32 *n_held;   /* runs that held a node */
    guint32 *n_stayed; /* and in which it stayed */
    guint32 *n_met;    /* runs that held a node of a cluster */
    double *similarity;
} Bootstrap;

/* A resample: its nodes' numbers in the whole, how often it holds them, its network. */
typedef struct {
    GArray *node;
    double *times; /* by number in the whole */
    double *own_times;
    RhumbNetwork *network;
} Resample;

static void
clear_resample (Resample *resample)
{
    g_clear_pointer (&resample->node, g_array_unref);
    g_free (resample->times);
    g_free (resample->own_times);
    g_clear_pointer (&resample->network, rhumb_network_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Resample, clear_resample)

/* A Poisson number of mean 1, by its distribution function. */
static double
draw_times (guint64 random)
{
    const double uniform = (double)(random >> 11) * 0x1p-53;
    double probability = exp (-1);
    double sum = probability;
    guint times = 0;
    while (uniform >= sum && times < MAX_TIMES) {
        probability /= ++times;
        sum += probability;
    }
    return times;
}

static void
draw_nodes (const Bootstrap *bootstrap, guint run, Resample *resample)
{
    const guint32 n = rhumb_network_get_n_from (bootstrap->network);
    const guint64 seed = rhumb_hash_mix (bootstrap->options->seed, run);
    resample->node = g_array_new (FALSE, FALSE, sizeof (guint32));
    resample->times = g_new (double, n);
    for (guint32 v = 0; v < n; v++) {
        const guint64 key = bootstrap->key != NULL ? bootstrap->key[v] : v;
        resample->times[v] = draw_times (rhumb_hash_mix (seed, key));
        if (resample->times[v] > 0)
            g_array_append_val (resample->node, v);
    }
}

static gboolean
link_nodes (const Bootstrap *bootstrap, Resample *resample, GError **error)
{
    const RhumbRows rows = rhumb_network_get_out_rows (bootstrap->network);
    const guint32 n = resample->node->len;
    g_autofree guint32 *number = g_new (guint32, rows.n_rows);
    resample->own_times = g_new (double, n);
    for (guint32 i = 0; i < n; i++) {
        const guint32 v = g_array_index (resample->node, guint32, i);
        number[v] = i;
        resample->own_times[i] = resample->times[v];
    }
    g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) to = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) weight = g_array_new (FALSE, FALSE, sizeof (double));
    for (guint32 i = 0; i < n; i++) {
        const guint32 v = g_array_index (resample->node, guint32, i);
        for (gsize e = rows.start[v]; e < rows.start[v + 1]; e++) {
            const guint32 u = rows.node[e];
            const double value = rhumb_rows_get_weight (rows, e) * resample->times[v] *
                                 (u == v ? 1 : resample->times[u]);
            if (u < v || resample->times[u] == 0)
                continue;
            g_array_append_val (from, i);
            g_array_append_val (to, number[u]);
            g_array_append_val (weight, value);
        }
    }
    resample->network =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, n, n, (const guint32 *)(gpointer)from->data,
                           (const guint32 *)(gpointer)to->data,
                           (const double *)(gpointer)weight->data, from->len, error);
    return resample->network != NULL;
}

static RhumbPartition *
cluster_resample (const Bootstrap *bootstrap, const Resample *resample, guint run, GError **error)
{
    RhumbClusteringOptions clustering = bootstrap->options->clustering;
    clustering.seed = rhumb_hash_mix (clustering.seed, run);
    if (clustering.quality == RHUMB_LEIDEN_CPM)
        clustering.node_weight = resample->own_times;
    g_autoptr (RhumbPartition) found = rhumb_cluster (resample->network, &clustering, error);
    if (found == NULL)
        return NULL;
    const guint32 min_size = (guint32)lround (SHARE_HELD * bootstrap->options->min_size);
    return rhumb_join_small_clusters (resample->network, found, MAX (min_size, 1), NULL);
}

/* All pairs of a cluster and one that was found that share nodes, by cluster; adds up similarity.
 */
static GArray *
compare_clusters (Bootstrap *bootstrap, const guint32 *cluster, const RhumbPartition *found)
{
    const guint32 n = rhumb_partition_get_n_nodes (found);
    const guint32 n_clusters = rhumb_partition_get_n_clusters (bootstrap->partition);
    const guint32 *of = rhumb_partition_get_clusters (found);
    g_autofree guint32 *start = g_new (guint32, (gsize)n_clusters + 1);
    g_autofree guint32 *order = rhumb_sort_by_cluster (n, cluster, n_clusters, start);
    g_autofree guint32 *count = g_new0 (guint32, rhumb_partition_get_n_clusters (found));
    GArray *pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
    for (guint32 c = 0; c < n_clusters; c++) {
        const guint32 size = start[c + 1] - start[c];
        double best = 0;
        for (guint32 i = start[c]; i < start[c + 1]; i++)
            count[of[order[i]]]++;
        for (guint32 i = start[c]; i < start[c + 1]; i++) {
            const Pair pair = {c, of[order[i]], count[of[order[i]]]};
            if (pair.n_shared == 0)
                continue;
            const guint32 all = size + rhumb_partition_get_size (found, pair.found) - pair.n_shared;
            best = MAX (best, (double)pair.n_shared / all);
            g_array_append_val (pairs, pair);
            count[pair.found] = 0;
        }
        bootstrap->similarity[c] += best;
        bootstrap->n_met[c] += size > 0;
    }
    return pairs;
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
    const Pair *first = a;
    const Pair *second = b;
    if (first->n_shared != second->n_shared)
        return first->n_shared > second->n_shared ? -1 : 1;
    if (first->cluster != second->cluster)
        return first->cluster < second->cluster ? -1 : 1;
    return (first->found > second->found) - (first->found < second->found);
}

/* The match of each cluster that was found, one to one; RHUMB_NONE = none. */
static guint32 *
match_clusters (GArray *pairs, guint32 n_clusters, guint32 n_found)
{
    guint32 *match = g_new (guint32, n_found);
    g_autofree gboolean *is_taken = g_new0 (gboolean, n_clusters);
    for (guint32 d = 0; d < n_found; d++)
        match[d] = RHUMB_NONE;
    g_array_sort (pairs, compare_pairs);
    for (guint i = 0; i < pairs->len; i++) {
        const Pair *pair = &g_array_index (pairs, Pair, i);
        if (is_taken[pair->cluster] || match[pair->found] != RHUMB_NONE)
            continue;
        match[pair->found] = pair->cluster;
        is_taken[pair->cluster] = TRUE;
    }
    return match;
}

static gboolean
run_once (Bootstrap *bootstrap, guint run, GError **error)
{
    g_auto (Resample) resample = {0};
    draw_nodes (bootstrap, run, &resample);
    if (!link_nodes (bootstrap, &resample, error))
        return FALSE;
    g_autoptr (RhumbPartition) found = cluster_resample (bootstrap, &resample, run, error);
    if (found == NULL)
        return FALSE;
    const guint32 n = resample.node->len;
    g_autofree guint32 *cluster = g_new (guint32, n);
    for (guint32 i = 0; i < n; i++)
        cluster[i] = rhumb_partition_get_clusters (
            bootstrap->partition)[g_array_index (resample.node, guint32, i)];
    g_autoptr (GArray) pairs = compare_clusters (bootstrap, cluster, found);
    g_autofree guint32 *match =
        match_clusters (pairs, rhumb_partition_get_n_clusters (bootstrap->partition),
                        rhumb_partition_get_n_clusters (found));
    for (guint32 i = 0; i < n; i++) {
        const guint32 v = g_array_index (resample.node, guint32, i);
        bootstrap->n_held[v]++;
        bootstrap->n_stayed[v] += match[rhumb_partition_get_clusters (found)[i]] == cluster[i];
    }
    return TRUE;
}

/* Shares of nodes, and what clusters are by them. */
static GArray *
conclude (const Bootstrap *bootstrap, double *share)
{
    const guint32 n_clusters = rhumb_partition_get_n_clusters (bootstrap->partition);
    GArray *stability = g_array_sized_new (FALSE, TRUE, sizeof (RhumbClusterStability), n_clusters);
    g_array_set_size (stability, n_clusters);
    for (guint32 v = 0; v < rhumb_network_get_n_from (bootstrap->network); v++) {
        const guint32 c = rhumb_partition_get_clusters (bootstrap->partition)[v];
        share[v] =
            bootstrap->n_held[v] > 0 ? (double)bootstrap->n_stayed[v] / bootstrap->n_held[v] : NAN;
        g_array_index (stability, RhumbClusterStability, c).n_core +=
            share[v] >= bootstrap->options->core_share;
    }
    for (guint32 c = 0; c < n_clusters; c++)
        g_array_index (stability, RhumbClusterStability, c).similarity =
            bootstrap->n_met[c] > 0 ? bootstrap->similarity[c] / bootstrap->n_met[c] : NAN;
    return stability;
}

/**
 * rhumb_measure_stability:
 * @network: an undirected network
 * @partition: its clusters
 * @key: (array) (nullable): what tells chance about each node; %NULL = its number
 * @options: (nullable): options, %NULL = defaults: 100 resamples, a core that stays in 80 %
 * @share: (out) (array) (optional) (transfer full): for each node the share of the resamples with
 *   it in which it stays in its cluster; not a number if none holds it
 * @error: return location for an error
 *
 * Measures how stable clusters are when nodes are drawn anew.
 *
 * Source: Hennig (2007), doi:10.1016/j.csda.2006.11.025.
 *
 * Returns: (transfer full) (element-type RhumbClusterStability): one for each cluster, or %NULL
 *   with %RHUMB_ERROR_INVALID or an error of rhumb_cluster()
 *
 * Since: 0.2
 */
GArray *
rhumb_measure_stability (const RhumbNetwork *network, const RhumbPartition *partition,
                         const guint64 *key, const RhumbStabilityOptions *options, double **share,
                         GError **error)
{
    static const RhumbStabilityOptions DEFAULTS = RHUMB_STABILITY_DEFAULTS;
    const RhumbStabilityOptions *used = options != NULL ? options : &DEFAULTS;
    const guint32 n = rhumb_network_get_n_from (network);
    g_return_val_if_fail (rhumb_partition_get_n_nodes (partition) == n, NULL);
    if (!(used->n_runs > 0 && used->core_share > 0 && used->core_share <= 1)) {
        rhumb_set_error (error, RHUMB_ERROR_INVALID,
                         "%u resamples with a core of %g, expected at least 1 and a share up to 1",
                         used->n_runs, used->core_share);
        return NULL;
    }
    const guint32 n_clusters = rhumb_partition_get_n_clusters (partition);
    g_autofree guint32 *n_held = g_new0 (guint32, n);
    g_autofree guint32 *n_stayed = g_new0 (guint32, n);
    g_autofree guint32 *n_met = g_new0 (guint32, n_clusters);
    g_autofree double *similarity = g_new0 (double, n_clusters);
    Bootstrap bootstrap = {network, partition, key, used, n_held, n_stayed, n_met, similarity};
    for (guint run = 0; run < used->n_runs; run++) {
        if (!run_once (&bootstrap, run, error))
            return NULL;
    }
    g_autofree double *shares = g_new (double, n);
    GArray *stability = conclude (&bootstrap, shares);
    if (share != NULL)
        *share = g_steal_pointer (&shares);
    return stability;
}
