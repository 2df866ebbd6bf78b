/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Planted clusters stand when nodes are drawn anew, clusters of chance fall.
 */
#include "analytics/cluster/stability.h"

#include <math.h>

#include "graph/error.h"
#include "tests/oracle.h"

#define N_NODES 120

/* Node v is in block v mod 4. */
static RhumbNetwork *
make_planted (double within, double between)
{
    g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) to = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint32 v = 0; v < N_NODES; v++) {
        for (guint32 u = 0; u < v; u++) {
            if (oracle_random (11, (guint64)v * N_NODES + u) >= (v % 4 == u % 4 ? within : between))
                continue;
            g_array_append_val (from, v);
            g_array_append_val (to, u);
        }
    }
    return rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, N_NODES, N_NODES,
                              (const guint32 *)(gpointer)from->data,
                              (const guint32 *)(gpointer)to->data, NULL, from->len, NULL);
}

static GArray *
measure (const RhumbNetwork *network, const RhumbPartition *partition, const guint64 *key,
         const RhumbStabilityOptions *options, double **share)
{
    g_autoptr (GError) error = NULL;
    GArray *stability = rhumb_measure_stability (network, partition, key, options, share, &error);
    g_assert_no_error (error);
    return stability;
}

static const RhumbClusterStability *
get (const GArray *stability, guint c)
{
    return &g_array_index (stability, RhumbClusterStability, c);
}

/* The same clusters by every method and either quality. */
static void
planted_clusters_stand (void)
{
    g_autoptr (RhumbNetwork) network = make_planted (0.6, 0.02);
    for (guint i = 0; i <= RHUMB_N_CLUSTERING_METHODS; i++) {
        RhumbStabilityOptions options = RHUMB_STABILITY_DEFAULTS;
        options.n_runs = 25;
        options.clustering.n_starts = 1;
        if (i < RHUMB_N_CLUSTERING_METHODS)
            options.clustering.method = i;
        if (options.clustering.method == RHUMB_CLUSTERING_WALKTRAP)
            options.clustering.n_clusters = 4;
        if (i == RHUMB_N_CLUSTERING_METHODS) {
            options.clustering.quality = RHUMB_LEIDEN_CPM;
            options.clustering.resolution = 0.2;
        }
        g_autoptr (RhumbPartition) partition = rhumb_cluster (network, &options.clustering, NULL);
        g_assert_cmpuint (rhumb_partition_get_n_clusters (partition), ==, 4);
        g_autofree double *share = NULL;
        g_autoptr (GArray) stability = measure (network, partition, NULL, &options, &share);
        for (guint c = 0; c < 4; c++) {
            g_assert_cmpfloat (get (stability, c)->similarity, >, 0.9);
            g_assert_cmpuint (get (stability, c)->n_core, >=, 29);
        }
        for (guint32 v = 0; v < N_NODES; v++)
            g_assert_true (share[v] >= 0 && share[v] <= 1);
    }
}

static void
clusters_of_chance_fall (void)
{
    g_autoptr (RhumbNetwork) network = make_planted (0.08, 0.08);
    RhumbStabilityOptions options = RHUMB_STABILITY_DEFAULTS;
    options.n_runs = 25;
    g_autoptr (RhumbPartition) partition = rhumb_leiden (network, NULL, NULL);
    g_autofree double *share = NULL;
    g_autoptr (GArray) stability = measure (network, partition, NULL, &options, &share);
    double sum = 0;
    guint32 n_core = 0;
    for (guint c = 0; c < stability->len; c++) {
        sum += get (stability, c)->similarity;
        n_core += get (stability, c)->n_core;
    }
    g_assert_cmpfloat (sum / stability->len, <, 0.5);
    g_assert_cmpuint (n_core, <, N_NODES / 10);
}

/* Two cliques of 8 that a node is linked to by three links each: it has no home. */
static void
a_paper_between_two_clusters_is_not_of_the_core (void)
{
    guint32 from[64];
    guint32 to[64];
    gsize n = 0;
    for (guint32 v = 0; v < 16; v++) {
        for (guint32 u = v / 8 * 8; u < v; u++, n++) {
            from[n] = v;
            to[n] = u;
        }
    }
    for (guint32 u = 0; u < 16; u += 3, n++) {
        from[n] = 16;
        to[n] = u;
    }
    g_autoptr (RhumbNetwork) network =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, 17, 17, from, to, NULL, n, NULL);
    g_autoptr (RhumbPartition) partition = rhumb_leiden (network, NULL, NULL);
    g_assert_cmpuint (rhumb_partition_get_n_clusters (partition), ==, 2);
    g_autofree double *share = NULL;
    g_autoptr (GArray) stability = measure (network, partition, NULL, NULL, &share);
    g_assert_cmpuint (get (stability, 0)->n_core, ==, 8);
    g_assert_cmpuint (get (stability, 1)->n_core, ==, 8);
    for (guint32 v = 0; v < 16; v++)
        g_assert_cmpfloat (share[v], >, 0.9);
    g_assert_cmpfloat (share[16], <, 0.75);
}

/* Which nodes a single resample holds goes with their keys: with others before them too. */
static void
chance_asks_keys_and_not_numbers (void)
{
    enum { N = 20, N_MORE = 33 };
    guint64 key[N_MORE];
    guint64 moved_key[N_MORE];
    g_autofree guint32 *cluster = g_new0 (guint32, N_MORE);
    for (guint v = 0; v < N_MORE; v++) {
        key[v] = 1000 + v;
        moved_key[N_MORE - 1 - v] = key[v];
    }
    guint n_missing = 0;
    for (guint64 seed = 0; seed < 8; seed++) {
        RhumbStabilityOptions options = RHUMB_STABILITY_DEFAULTS;
        options.n_runs = 1;
        options.seed = seed;
        g_autoptr (RhumbNetwork) few =
            rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, N, N, NULL, NULL, NULL, 0, NULL);
        g_autoptr (RhumbNetwork) more =
            rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, N_MORE, N_MORE, NULL, NULL, NULL, 0, NULL);
        g_autoptr (RhumbPartition) of_few = rhumb_partition_new (N, cluster, NULL, "one", 0, 1, 1);
        g_autoptr (RhumbPartition) of_more =
            rhumb_partition_new (N_MORE, cluster, NULL, "one", 0, 1, 1);
        g_autofree double *a = NULL;
        g_autofree double *b = NULL;
        g_array_unref (measure (few, of_few, key, &options, &a));
        g_array_unref (measure (more, of_more, moved_key, &options, &b));
        for (guint v = 0; v < N; v++) {
            g_assert_true (isnan (a[v]) == isnan (b[N_MORE - 1 - v]));
            n_missing += isnan (a[v]) != 0;
        }
    }
    /* 160 e⁻¹ = 58.9, standard deviation 6.1. */
    g_assert_cmpuint (n_missing, >, 34);
    g_assert_cmpuint (n_missing, <, 84);
}

static void
the_same_seed_gives_the_same_bytes (void)
{
    g_autoptr (RhumbNetwork) network = make_planted (0.2, 0.05);
    g_autoptr (RhumbPartition) partition = rhumb_leiden (network, NULL, NULL);
    RhumbStabilityOptions options = RHUMB_STABILITY_DEFAULTS;
    options.n_runs = 5;
    g_autofree double *a = NULL;
    g_autofree double *b = NULL;
    g_autoptr (GArray) first = measure (network, partition, NULL, &options, &a);
    g_autoptr (GArray) second = measure (network, partition, NULL, &options, &b);
    oracle_assert_same_bytes (a, b, sizeof (double) * N_NODES);
    oracle_assert_same_bytes (first->data, second->data,
                              sizeof (RhumbClusterStability) * first->len);
}

/* No nodes; one node, which a single resample holds or not. */
static void
small_networks_are_fine (void)
{
    static const guint32 CLUSTER[] = {0};
    for (guint32 n = 0; n < 2; n++) {
        g_autoptr (RhumbNetwork) bare =
            rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, n, n, NULL, NULL, NULL, 0, NULL);
        g_autoptr (RhumbPartition) partition =
            rhumb_partition_new (n, CLUSTER, NULL, "given", 0, 1, 1);
        for (guint64 seed = 0; seed < 10; seed++) {
            RhumbStabilityOptions options = RHUMB_STABILITY_DEFAULTS;
            options.n_runs = 1;
            options.seed = seed;
            g_autofree double *share = NULL;
            g_autoptr (GArray) stability = measure (bare, partition, NULL, &options, &share);
            g_assert_cmpuint (stability->len, ==, n);
            g_assert_true (n == 0 || share[0] == 1 || isnan (share[0]));
            g_assert_true (n == 0 || isnan (share[0]) == isnan (get (stability, 0)->similarity));
        }
    }
}

static void
bad_options_are_refused (void)
{
    g_autoptr (RhumbNetwork) bare =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, 0, 0, NULL, NULL, NULL, 0, NULL);
    g_autoptr (RhumbPartition) partition = rhumb_partition_new (0, NULL, NULL, "given", 0, 1, 1);
    for (guint i = 0; i < 3; i++) {
        RhumbStabilityOptions options = RHUMB_STABILITY_DEFAULTS;
        options.n_runs = i == 0 ? 0 : 1;
        options.core_share = i == 1 ? 0 : i == 2 ? NAN : 1;
        g_autoptr (GError) error = NULL;
        g_assert_null (rhumb_measure_stability (bare, partition, NULL, &options, NULL, &error));
        g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/stability/planted-clusters-stand", planted_clusters_stand);
    g_test_add_func ("/stability/clusters-of-chance-fall", clusters_of_chance_fall);
    g_test_add_func ("/stability/a-paper-between-two-clusters-is-not-of-the-core",
                     a_paper_between_two_clusters_is_not_of_the_core);
    g_test_add_func ("/stability/chance-asks-keys-and-not-numbers",
                     chance_asks_keys_and_not_numbers);
    g_test_add_func ("/stability/the-same-seed-gives-the-same-bytes",
                     the_same_seed_gives_the_same_bytes);
    g_test_add_func ("/stability/small-networks-are-fine", small_networks_are_fine);
    g_test_add_func ("/stability/bad-options-are-refused", bad_options_are_refused);
    return g_test_run ();
}
