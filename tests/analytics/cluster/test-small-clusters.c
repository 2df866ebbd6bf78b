/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Small clusters join their nearest, and no other node moves.
 */
#include "analytics/cluster/small-clusters.h"

#include "tests/oracle.h"

static RhumbPartition *
join (const RhumbNetwork *network, const guint32 *cluster, guint32 min_size)
{
    g_autoptr (RhumbPartition) partition = rhumb_partition_new (
        rhumb_network_get_n_from (network), cluster, NULL, "modularity", 0.375, 1.25, 9);
    return rhumb_join_small_clusters (network, partition, min_size, NULL);
}

/* Cluster A = 0 1 2, B = 3 4 5 6, single node 7 linked to A by 2 and to B by 2.5: the mean to A,
 * 2/3, is above that to B, 2.5/4. Node 8 has no link. */
static void
the_nearest_is_by_mean_link_weight (void)
{
    static const guint32 FROM[] = {0, 1, 3, 4, 5, 7, 7};
    static const guint32 TO[] = {1, 2, 4, 5, 6, 0, 3};
    static const double WEIGHT[] = {1, 1, 1, 1, 1, 2, 2.5};
    static const guint32 CLUSTER[] = {0, 0, 0, 1, 1, 1, 1, 2, 3};
    g_autoptr (RhumbNetwork) network =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, 9, 9, FROM, TO, WEIGHT, 7, NULL);
    g_autoptr (RhumbPartition) joined = join (network, CLUSTER, 3);
    const guint32 *of = rhumb_partition_get_clusters (joined);
    g_assert_cmpuint (rhumb_partition_get_n_clusters (joined), ==, 3);
    g_assert_cmpuint (of[7], ==, of[0]);
    g_assert_cmpuint (of[8], ==, 2);
    g_assert_cmpuint (rhumb_partition_get_size (joined, 2), ==, 1);
    g_assert_cmpstr (rhumb_partition_get_quality_name (joined), ==, "modularity");
    g_assert_cmpfloat (rhumb_partition_get_quality (joined), ==, 0.375);
    g_assert_cmpfloat (rhumb_partition_get_resolution (joined), ==, 1.25);
    g_assert_cmpuint (rhumb_partition_get_seed (joined), ==, 9);
}

static void
nodes_without_links_stay_together (void)
{
    static const guint32 FROM[] = {0, 1, 4};
    static const guint32 TO[] = {1, 2, 4};
    static const guint32 CLUSTER[] = {0, 0, 0, 1, 2, 3};
    g_autoptr (RhumbNetwork) network =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, 6, 6, FROM, TO, NULL, 3, NULL);
    g_autoptr (RhumbPartition) joined = join (network, CLUSTER, 2);
    const guint32 *of = rhumb_partition_get_clusters (joined);
    g_assert_cmpuint (rhumb_partition_get_n_clusters (joined), ==, 2);
    g_assert_cmpuint (of[3], ==, of[4]);
    g_assert_cmpuint (of[4], ==, of[5]);
    g_assert_cmpuint (of[3], !=, of[0]);
}

/* A pair that nothing links to the rest has nowhere to go. */
static void
an_island_stays (void)
{
    static const guint32 FROM[] = {0, 1, 3};
    static const guint32 TO[] = {1, 2, 4};
    static const guint32 CLUSTER[] = {0, 0, 0, 1, 1};
    g_autoptr (RhumbNetwork) network =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, 5, 5, FROM, TO, NULL, 3, NULL);
    g_autoptr (RhumbPartition) joined = join (network, CLUSTER, 3);
    g_assert_cmpuint (rhumb_partition_get_n_clusters (joined), ==, 2);
}

static void
large_clusters_are_left_alone (void)
{
    static const guint32 FROM[] = {0, 1, 2};
    static const guint32 TO[] = {1, 2, 3};
    static const guint32 CLUSTER[] = {0, 0, 1, 1};
    g_autoptr (RhumbNetwork) network =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, 4, 4, FROM, TO, NULL, 3, NULL);
    for (guint32 min_size = 0; min_size <= 2; min_size++) {
        g_autoptr (RhumbPartition) joined = join (network, CLUSTER, min_size);
        oracle_assert_same_bytes (rhumb_partition_get_clusters (joined), CLUSTER, sizeof CLUSTER);
    }
    g_autoptr (RhumbPartition) whole = join (network, CLUSTER, 3);
    g_assert_cmpuint (rhumb_partition_get_n_clusters (whole), ==, 1);
}

static gboolean
has_way_out (const OracleMatrix *dense, const guint32 *of, guint32 c)
{
    for (guint32 v = 0; v < dense->n_rows; v++) {
        for (guint32 u = 0; u < dense->n_rows; u++) {
            if (of[v] == c && of[u] != c && oracle_matrix_get (dense, v, u) > 0)
                return TRUE;
        }
    }
    return FALSE;
}

/* On random networks: clusters only grow together, and a small one left has no way out. */
static void
no_small_cluster_is_left_that_has_a_link (void)
{
    for (guint64 seed = 0; seed < 60; seed++) {
        const guint32 n = 30;
        guint32 given[30];
        g_autoptr (OracleEdges) edges =
            oracle_edges_new (RHUMB_NETWORK_UNDIRECTED, n, n, 35, seed % 2 == 0, seed);
        g_autoptr (RhumbNetwork) network = oracle_edges_to_network (edges);
        g_autoptr (OracleMatrix) dense = oracle_edges_to_matrix (edges);
        for (guint32 v = 0; v < n; v++)
            given[v] = v;
        g_autoptr (RhumbPartition) joined = join (network, given, 4);
        const guint32 *of = rhumb_partition_get_clusters (joined);
        for (guint32 c = 0; c < rhumb_partition_get_n_clusters (joined); c++)
            g_assert_true (rhumb_partition_get_size (joined, c) >= 4 ||
                           !has_way_out (dense, of, c));
    }
}

/* The method as it reads, on a dense matrix: the smallest cluster that must go joins the one with
 * the largest mean link weight, lowest numbers first; a cluster without a way out is left. */
static void
join_slowly (const OracleMatrix *dense, guint32 *of, guint32 n_clusters, guint32 min_size,
             const gboolean *is_named)
{
    g_autofree gboolean *is_left = g_new0 (gboolean, n_clusters);
    for (;;) {
        guint32 size[64] = {0};
        guint32 smallest = n_clusters;
        guint32 nearest = n_clusters;
        double best = 0;
        for (guint32 v = 0; v < dense->n_rows; v++)
            size[of[v]]++;
        for (guint32 c = n_clusters; c-- > 0;) {
            const gboolean must =
                size[c] > 0 && !is_left[c] && (size[c] < min_size || !is_named[c]);
            if (must && (smallest == n_clusters || size[c] <= size[smallest]))
                smallest = c;
        }
        if (smallest == n_clusters)
            return;
        for (guint32 c = 0; c < n_clusters; c++) {
            double sum = 0;
            for (guint32 v = 0; v < dense->n_rows; v++) {
                for (guint32 u = 0; u < dense->n_rows; u++) {
                    if (of[v] == smallest && of[u] == c && c != smallest)
                        sum += oracle_matrix_get (dense, v, u);
                }
            }
            if (size[c] > 0 && sum / size[c] > best) {
                best = sum / size[c];
                nearest = c;
            }
        }
        is_left[smallest] = nearest == n_clusters;
        for (guint32 v = 0; v < dense->n_rows; v++) {
            if (of[v] == smallest && nearest < n_clusters)
                of[v] = nearest;
        }
    }
}

/* Weights are whole numbers, so that sums in another order are the same. Node 0 is linked to all,
 * so that none is without links. */
static void
clusters_join_as_the_slow_method_says (void)
{
    for (guint64 seed = 0; seed < 100; seed++) {
        const guint32 n = 10 + oracle_random_below (30, seed, 1);
        const guint32 n_clusters = 2 + oracle_random_below (n - 2, seed, 2);
        g_autoptr (OracleEdges) edges =
            oracle_edges_new (RHUMB_NETWORK_UNDIRECTED, n, n, (gsize)2 * n, TRUE, seed);
        for (gsize e = 0; e < edges->n_edges; e++) {
            edges->weight[e] = 1 + oracle_random_below (6, seed, 100 + e);
            edges->from[e] = e < n ? 0 : edges->from[e];
            edges->to[e] = e < n ? (guint32)e : edges->to[e];
        }
        g_autoptr (RhumbNetwork) network = oracle_edges_to_network (edges);
        g_autoptr (OracleMatrix) dense = oracle_edges_to_matrix (edges);
        g_autofree guint32 *drawn = g_new (guint32, n);
        for (guint32 v = 0; v < n; v++)
            drawn[v] = oracle_random_below (n_clusters, seed, 1000 + v);
        g_autoptr (RhumbPartition) given = rhumb_partition_new (n, drawn, NULL, "given", 0, 1, 1);
        gboolean is_named[64];
        for (guint32 c = 0; c < 64; c++)
            is_named[c] = seed % 2 == 0 || oracle_random (seed, 5000 + c) < 0.7;
        const guint32 min_size = oracle_random_below (6, seed, 3);
        g_autoptr (RhumbPartition) found =
            rhumb_join_small_clusters (network, given, min_size, is_named);
        g_autofree guint32 *of =
            g_memdup2 (rhumb_partition_get_clusters (given), sizeof (guint32) * n);
        join_slowly (dense, of, rhumb_partition_get_n_clusters (given), min_size, is_named);
        g_autoptr (RhumbPartition) expected = rhumb_partition_new (n, of, NULL, "given", 0, 1, 1);
        oracle_assert_same_bytes (rhumb_partition_get_clusters (found),
                                  rhumb_partition_get_clusters (expected), sizeof (guint32) * n);
    }
}

static void
no_nodes_are_fine (void)
{
    g_autoptr (RhumbNetwork) network =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, 0, 0, NULL, NULL, NULL, 0, NULL);
    g_autoptr (RhumbPartition) joined = join (network, NULL, 3);
    g_assert_cmpuint (rhumb_partition_get_n_clusters (joined), ==, 0);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/small-clusters/the-nearest-is-by-mean-link-weight",
                     the_nearest_is_by_mean_link_weight);
    g_test_add_func ("/small-clusters/nodes-without-links-stay-together",
                     nodes_without_links_stay_together);
    g_test_add_func ("/small-clusters/an-island-stays", an_island_stays);
    g_test_add_func ("/small-clusters/large-clusters-are-left-alone",
                     large_clusters_are_left_alone);
    g_test_add_func ("/small-clusters/no-small-cluster-is-left-that-has-a-link",
                     no_small_cluster_is_left_that_has_a_link);
    g_test_add_func ("/small-clusters/clusters-join-as-the-slow-method-says",
                     clusters_join_as_the_slow_method_says);
    g_test_add_func ("/small-clusters/no-nodes-are-fine", no_nodes_are_fine);
    return g_test_run ();
}
