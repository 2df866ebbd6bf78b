/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Clusters are numbered largest first, whatever numbers a method gave them.
 */
#include "graph/partition.h"

#include "tests/oracle.h"

static void
clusters_are_numbered_largest_first (void)
{
    static const guint32 GIVEN[] = {7, 3, 3, 9, 3, 9, 7, 1};
    static const guint32 EXPECTED[] = {1, 0, 0, 2, 0, 2, 1, 3};
    g_autoptr (RhumbPartition) partition =
        rhumb_partition_new (8, GIVEN, NULL, "modularity", 0.25, 1.5, 42);
    g_assert_cmpmem (rhumb_partition_get_clusters (partition), sizeof EXPECTED, EXPECTED,
                     sizeof EXPECTED);
    g_assert_cmpuint (rhumb_partition_get_n_nodes (partition), ==, 8);
    g_assert_cmpuint (rhumb_partition_get_n_clusters (partition), ==, 4);
    g_assert_cmpuint (rhumb_partition_get_size (partition, 0), ==, 3);
    g_assert_cmpuint (rhumb_partition_get_size (partition, 3), ==, 1);
    g_assert_cmpstr (rhumb_partition_get_quality_name (partition), ==, "modularity");
    g_assert_cmpfloat (rhumb_partition_get_quality (partition), ==, 0.25);
    g_assert_cmpfloat (rhumb_partition_get_resolution (partition), ==, 1.5);
    g_assert_cmpuint (rhumb_partition_get_seed (partition), ==, 42);
}

static void
node_sizes_decide_the_order (void)
{
    static const guint32 GIVEN[] = {0, 0, 0, 1};
    static const double NODE_SIZE[] = {1, 0, 0, 2};
    static const guint32 EXPECTED[] = {1, 1, 1, 0};
    g_autoptr (RhumbPartition) partition =
        rhumb_partition_new (4, GIVEN, NODE_SIZE, "CPM", 0, 1, 1);
    g_assert_cmpmem (rhumb_partition_get_clusters (partition), sizeof EXPECTED, EXPECTED,
                     sizeof EXPECTED);
    g_assert_cmpuint (rhumb_partition_get_size (partition, 0), ==, 1);
}

/* The partition is the same set of sets: two nodes share a cluster as before. */
static void
renumbering_moves_no_node (void)
{
    for (guint64 seed = 0; seed < 50; seed++) {
        guint32 given[40];
        for (guint32 v = 0; v < G_N_ELEMENTS (given); v++)
            given[v] = 5 * oracle_random_below (9, seed, v);
        g_autoptr (RhumbPartition) partition =
            rhumb_partition_new (G_N_ELEMENTS (given), given, NULL, "none", 0, 1, 1);
        const guint32 *cluster = rhumb_partition_get_clusters (partition);
        for (guint32 v = 0; v < G_N_ELEMENTS (given); v++) {
            for (guint32 u = 0; u < v; u++)
                g_assert_true ((given[v] == given[u]) == (cluster[v] == cluster[u]));
        }
        for (guint32 c = 1; c < rhumb_partition_get_n_clusters (partition); c++)
            g_assert_cmpuint (rhumb_partition_get_size (partition, c), <=,
                              rhumb_partition_get_size (partition, c - 1));
    }
}

static void
no_nodes_make_no_clusters (void)
{
    g_autoptr (RhumbPartition) partition = rhumb_partition_new (0, NULL, NULL, "none", 0, 1, 1);
    g_assert_cmpuint (rhumb_partition_get_n_clusters (partition), ==, 0);
    g_autoptr (RhumbPartition) other = rhumb_partition_ref (partition);
    g_assert_true (other == partition);
}

static void
numbers_may_be_any (void)
{
    static const guint32 far[] = {G_MAXUINT32, 4000000000u, G_MAXUINT32, 7};
    g_autoptr (RhumbPartition) partition = rhumb_partition_new (4, far, NULL, "none", 0, 1, 1);
    const guint32 *cluster = rhumb_partition_get_clusters (partition);
    g_assert_cmpuint (rhumb_partition_get_n_clusters (partition), ==, 3);
    g_assert_cmpuint (cluster[0], ==, 0);
    g_assert_cmpuint (cluster[1], ==, 1);
    g_assert_cmpuint (cluster[2], ==, 0);
    g_assert_cmpuint (cluster[3], ==, 2);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/partition/clusters-are-numbered-largest-first",
                     clusters_are_numbered_largest_first);
    g_test_add_func ("/partition/node-sizes-decide-the-order", node_sizes_decide_the_order);
    g_test_add_func ("/partition/renumbering-moves-no-node", renumbering_moves_no_node);
    g_test_add_func ("/partition/numbers-may-be-any", numbers_may_be_any);
    g_test_add_func ("/partition/no-nodes-make-no-clusters", no_nodes_make_no_clusters);
    return g_test_run ();
}
