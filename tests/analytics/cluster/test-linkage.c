/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The tree is the one that comparing all pairs gives, and planted trees are found.
 */
#include "analytics/cluster/linkage.h"

#include <math.h>

#include "analytics/cluster/blocks.h"
#include "analytics/cluster/leiden.h"
#include "graph/corpus.h"
#include "tests/hsbm.h"
#include "tests/oracle.h"

/* Nodes at random in clusters; every number below @n_clusters that has a node is one. */
static RhumbPartition *
make_partition (guint32 n, guint32 n_clusters, guint64 seed)
{
    g_autofree guint32 *cluster = g_new (guint32, n);
    for (guint32 v = 0; v < n; v++)
        cluster[v] = oracle_random_below (n_clusters, seed, 5000 + v);
    return rhumb_partition_new (n, cluster, NULL, "none", 0, 1, seed);
}

/* Similarity of two sets of leaves, from the dense matrix; sets as bits. */
static double
compare_sets (const OracleMatrix *dense, const RhumbPartition *partition, guint64 a, guint64 b,
              RhumbLinkage linkage)
{
    const guint32 *cluster = rhumb_partition_get_clusters (partition);
    double links = 0;
    double size[2] = {0, 0};
    double total = 0;
    for (guint32 v = 0; v < dense->n_rows; v++) {
        const gboolean in_a = (a >> cluster[v]) & 1;
        const gboolean in_b = (b >> cluster[v]) & 1;
        double strength = 0;
        for (guint32 u = 0; u < dense->n_rows; u++) {
            const double weight = oracle_matrix_get (dense, v, u);
            strength += u == v ? 2 * weight : weight;
            if (in_a && ((b >> cluster[u]) & 1))
                links += weight;
        }
        total += strength;
        size[0] += !in_a ? 0 : linkage == RHUMB_LINKAGE_PARIS ? strength : 1;
        size[1] += !in_b ? 0 : linkage == RHUMB_LINKAGE_PARIS ? strength : 1;
    }
    const double scale = linkage == RHUMB_LINKAGE_PARIS ? total : 1;
    return links > 0 ? links * scale / (size[0] * size[1]) : 0;
}

/* The leaves below each node of a hierarchy, as bits. */
static guint64 *
list_leaves (const RhumbHierarchy *hierarchy)
{
    const guint32 n = rhumb_hierarchy_get_n_nodes (hierarchy);
    guint64 *leaves = g_new0 (guint64, n);
    for (guint32 i = 0; i < n; i++) {
        const guint32 parent = rhumb_hierarchy_get_parents (hierarchy)[i];
        if (i < rhumb_hierarchy_get_n_leaves (hierarchy))
            leaves[i] = (guint64)1 << i;
        if (parent != RHUMB_NONE)
            leaves[parent] |= leaves[i];
    }
    return leaves;
}

/* Joins the most similar pair of all, step by step, as long as there are links. */
static void
assert_tree_of_all_pairs (const OracleMatrix *dense, const RhumbPartition *partition,
                          const RhumbHierarchy *hierarchy, RhumbLinkage linkage)
{
    const guint32 k = rhumb_partition_get_n_clusters (partition);
    g_autofree guint64 *expected = list_leaves (hierarchy);
    g_autofree guint64 *set = g_new (guint64, k);
    for (guint32 i = 0; i < k; i++)
        set[i] = (guint64)1 << i;
    for (guint32 step = 0; step + 1 < k; step++) {
        double best = 0;
        guint32 pair[2] = {0, 0};
        for (guint32 i = 0; i < k; i++) {
            for (guint32 j = 0; j < i; j++) {
                const double value = set[i] != 0 && set[j] != 0
                                         ? compare_sets (dense, partition, set[i], set[j], linkage)
                                         : 0;
                if (value > best) {
                    best = value;
                    pair[0] = j;
                    pair[1] = i;
                }
            }
        }
        const double found = rhumb_hierarchy_get_similarities (hierarchy)[k + step];
        g_assert_cmpfloat_with_epsilon (found, best, 1e-9 * MAX (best, 1));
        if (best <= 0)
            return;
        set[pair[0]] |= set[pair[1]];
        set[pair[1]] = 0;
        g_assert_cmphex (expected[k + step], ==, set[pair[0]]);
    }
}

static void
the_tree_is_that_of_all_pairs (void)
{
    for (guint64 seed = 0; seed < 30; seed++) {
        g_autoptr (OracleEdges) edges =
            oracle_edges_new (RHUMB_NETWORK_UNDIRECTED, 30, 30, 60, TRUE, seed);
        for (gsize e = 0; e < edges->n_edges; e++) /* no two pairs are equally similar */
            edges->weight[e] = 0.1 + oracle_random (seed, 7000 + e);
        g_autoptr (RhumbNetwork) network = oracle_edges_to_network (edges);
        g_autoptr (OracleMatrix) dense = oracle_edges_to_matrix (edges);
        g_autoptr (RhumbPartition) partition = make_partition (30, 14, seed);
        for (guint linkage = 0; linkage < 2; linkage++) {
            g_autoptr (RhumbHierarchy) hierarchy =
                rhumb_link_clusters (network, partition, linkage);
            assert_tree_of_all_pairs (dense, partition, hierarchy, linkage);
        }
    }
}

static void
no_merge_is_more_similar_than_an_earlier_one (void)
{
    for (guint64 seed = 0; seed < 1000; seed++) {
        const guint32 n = 20 + oracle_random_below (60, seed, 1);
        g_autoptr (OracleEdges) edges =
            oracle_edges_new (RHUMB_NETWORK_UNDIRECTED, n, n, (gsize)3 * n, seed % 2 == 0, seed);
        g_autoptr (RhumbNetwork) network = oracle_edges_to_network (edges);
        g_autoptr (RhumbPartition) partition = make_partition (n, n, seed);
        g_autoptr (RhumbHierarchy) hierarchy =
            rhumb_link_clusters (network, partition, seed % 3 == 0);
        const double *similarity = rhumb_hierarchy_get_similarities (hierarchy);
        const guint32 n_nodes = rhumb_hierarchy_get_n_nodes (hierarchy);
        for (guint32 i = 0; i + 1 < n_nodes; i++) {
            g_assert_cmpfloat (similarity[i], >=, similarity[i + 1]);
            g_assert_cmpuint (rhumb_hierarchy_get_parents (hierarchy)[i], >, i);
        }
        g_assert_cmpuint (rhumb_hierarchy_get_sizes (hierarchy)[n_nodes - 1], ==, n);
    }
}

static void
finer_cuts_lie_within_coarser_ones (void)
{
    g_autoptr (OracleEdges) edges =
        oracle_edges_new (RHUMB_NETWORK_UNDIRECTED, 40, 40, 90, TRUE, 3);
    g_autoptr (RhumbNetwork) network = oracle_edges_to_network (edges);
    g_autoptr (RhumbPartition) partition = make_partition (40, 40, 3);
    g_autoptr (RhumbHierarchy) hierarchy =
        rhumb_link_clusters (network, partition, RHUMB_LINKAGE_DENSITY);
    const guint32 k = rhumb_hierarchy_get_n_leaves (hierarchy);
    for (guint32 n_clusters = 1; n_clusters < k; n_clusters++) {
        g_autofree guint32 *coarse = rhumb_hierarchy_cut (hierarchy, n_clusters);
        g_autofree guint32 *fine = rhumb_hierarchy_cut (hierarchy, n_clusters + 1);
        g_autoptr (GHashTable) distinct = g_hash_table_new (NULL, NULL);
        for (guint32 i = 0; i < k; i++) {
            g_hash_table_add (distinct, GUINT_TO_POINTER (coarse[i]));
            for (guint32 j = 0; j < i; j++)
                g_assert_true (fine[i] != fine[j] || coarse[i] == coarse[j]);
        }
        g_assert_cmpuint (g_hash_table_size (distinct), ==, n_clusters);
    }
}

static void
nothing_and_unlinked_clusters_have_a_tree (void)
{
    for (guint32 n = 0; n < 4; n++) {
        g_autoptr (RhumbNetwork) network =
            rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, n, n, NULL, NULL, NULL, 0, NULL);
        const guint32 cluster[] = {0, 1, 2};
        g_autoptr (RhumbPartition) partition =
            rhumb_partition_new (n, cluster, NULL, "none", 0, 1, 1);
        g_autoptr (RhumbHierarchy) hierarchy =
            rhumb_link_clusters (network, partition, RHUMB_LINKAGE_PARIS);
        g_assert_cmpuint (rhumb_hierarchy_get_n_nodes (hierarchy), ==, n > 0 ? 2 * n - 1 : 0);
        for (guint32 i = n; i < rhumb_hierarchy_get_n_nodes (hierarchy); i++)
            g_assert_cmpfloat (rhumb_hierarchy_get_similarities (hierarchy)[i], ==, 0);
    }
}

/* One node in 20 begins in a wrong leaf; linkage still joins the leaves rightly. */
static void
mislabelled_leaves_keep_the_upper_levels (void)
{
    static const double A[] = {40, 50, 60, 100};
    g_autoptr (RhumbNetwork) network = hsbm_new (3, 200, A, 2);
    guint32 cluster[1600];
    for (guint32 v = 0; v < 1600; v++)
        cluster[v] = oracle_random (7, v) < 0.05 ? oracle_random_below (8, 8, v) : v / 200;
    g_autoptr (RhumbPartition) wrong =
        rhumb_partition_new (1600, cluster, NULL, "planted", 0, 1, 1);
    g_autoptr (RhumbPartition) leaves = rhumb_refine_blocks (network, wrong, 8);
    g_autoptr (RhumbHierarchy) hierarchy =
        rhumb_link_clusters (network, leaves, RHUMB_LINKAGE_DENSITY);
    g_assert_cmpfloat (hsbm_measure_recovery (hierarchy, leaves, 3, 1), ==, 1);
    g_assert_cmpfloat (hsbm_measure_recovery (hierarchy, leaves, 3, 2), ==, 1);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/linkage/the-tree-is-that-of-all-pairs", the_tree_is_that_of_all_pairs);
    g_test_add_func ("/linkage/no-merge-is-more-similar-than-an-earlier-one",
                     no_merge_is_more_similar_than_an_earlier_one);
    g_test_add_func ("/linkage/finer-cuts-lie-within-coarser-ones",
                     finer_cuts_lie_within_coarser_ones);
    g_test_add_func ("/linkage/nothing-and-unlinked-clusters-have-a-tree",
                     nothing_and_unlinked_clusters_have_a_tree);
    g_test_add_func ("/linkage/mislabelled-leaves-keep-the-upper-levels",
                     mislabelled_leaves_keep_the_upper_levels);
    return g_test_run ();
}
