/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Trees that were planted are found, depth by depth, and blocks that were not planted are not.
 */
#include <math.h>

#include "analytics/cluster/blocks.h"
#include "analytics/cluster/linkage.h"
#include "graph/error.h"
#include "tests/hsbm.h"
#include "tests/oracle.h"

static RhumbPartition *
find_blocks (const RhumbNetwork *network)
{
    g_autoptr (GError) error = NULL;
    RhumbPartition *blocks = rhumb_find_blocks (network, 1, &error);
    g_assert_no_error (error);
    return blocks;
}

/* @least: share of nodes that must be in the right cluster of each depth. */
static void
assert_found (guint depth, guint n_in_leaf, const double *a, const double *least)
{
    g_autoptr (RhumbNetwork) network = hsbm_new (depth, n_in_leaf, a, 1);
    g_autoptr (RhumbPartition) blocks = find_blocks (network);
    g_autoptr (RhumbHierarchy) hierarchy =
        rhumb_link_clusters (network, blocks, RHUMB_LINKAGE_DENSITY);
    for (guint q = 1; q <= depth; q++)
        g_assert_cmpfloat (hsbm_measure_recovery (hierarchy, blocks, depth, q), >=, least[q - 1]);
}

/* 8 leaves of 200 nodes; 0.999 is all but one node. */
static void
trees_of_three_levels_are_found (void)
{
    static const double A[][4] = {{40, 50, 60, 100},
                                  {40, 45, 60, 100},
                                  {40, 42, 60, 100},
                                  {40, 42, 45, 95},
                                  {40, 43, 47, 120}};
    static const double LEAST[] = {0.999, 0.999, 0.999};
    for (gsize i = 0; i < G_N_ELEMENTS (A); i++)
        assert_found (3, 200, A[i], LEAST);
}

static void
leaves_that_differ_little_are_found (void)
{
    static const double A[] = {40, 50, 80, 100};
    static const double LEAST[] = {0.999, 0.999, 0.95};
    assert_found (3, 200, A, LEAST);
}

/* 16 leaves of 100 nodes; each level has 0.6 of the links of the one below. */
static void
trees_of_four_levels_are_found (void)
{
    static const double A[] = {8.2944, 13.824, 23.04, 38.4, 64};
    static const double LEAST[] = {0.999, 0.999, 0.999, 0.95};
    assert_found (4, 100, A, LEAST);
}

static void
links_at_random_are_one_block (void)
{
    static const double A[] = {20, 20};
    g_autoptr (RhumbNetwork) network = hsbm_new (1, 200, A, 3);
    g_autoptr (RhumbPartition) blocks = find_blocks (network);
    g_assert_cmpuint (rhumb_partition_get_n_clusters (blocks), ==, 1);
}

/* Cliques 0 1 2 3 and 4 5 6 7: no link is a matter of chance, so that only the halves, ln 2 for
 * each node, and three probabilities, 3/2 ln 28, are left to describe. That is shorter than one
 * probability for 12 of 28 pairs: 10.54 against 19.12 + 1/2 ln 28 = 20.79. */
static void
quality_is_that_by_hand (void)
{
    guint32 from[12];
    guint32 to[12];
    gsize n = 0;
    for (guint32 v = 0; v < 8; v++) {
        for (guint32 u = 0; u < v; u++) {
            if (u / 4 != v / 4)
                continue;
            from[n] = v;
            to[n++] = u;
        }
    }
    g_autoptr (RhumbNetwork) network =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, 8, 8, from, to, NULL, n, NULL);
    g_autoptr (RhumbPartition) blocks = find_blocks (network);
    g_assert_cmpuint (rhumb_partition_get_n_clusters (blocks), ==, 2);
    g_assert_cmpfloat_with_epsilon (rhumb_partition_get_quality (blocks),
                                    -(8 * log (2) + 1.5 * log (28)) / 8, 1e-9);
}

static void
few_nodes_and_no_links_have_blocks (void)
{
    for (guint32 n = 0; n < 4; n++) {
        g_autoptr (RhumbNetwork) network =
            rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, n, n, NULL, NULL, NULL, 0, NULL);
        g_autoptr (RhumbPartition) blocks = find_blocks (network);
        g_assert_cmpuint (rhumb_partition_get_n_nodes (blocks), ==, n);
        g_assert_cmpuint (rhumb_partition_get_n_clusters (blocks), ==, MIN (n, 1));
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/block-tree/quality-is-that-by-hand", quality_is_that_by_hand);
    g_test_add_func ("/block-tree/few-nodes-and-no-links-have-blocks",
                     few_nodes_and_no_links_have_blocks);
    g_test_add_func ("/block-tree/links-at-random-are-one-block", links_at_random_are_one_block);
    g_test_add_func ("/block-tree/trees-of-three-levels-are-found",
                     trees_of_three_levels_are_found);
    g_test_add_func ("/block-tree/leaves-that-differ-little-are-found",
                     leaves_that_differ_little_are_found);
    g_test_add_func ("/block-tree/trees-of-four-levels-are-found", trees_of_four_levels_are_found);
    return g_test_run ();
}
