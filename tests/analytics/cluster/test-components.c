/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Splitting clusters that are not connected, beside a flood by hand.
 */
#include "analytics/cluster/components.h"

#include <string.h>

#include "graph/corpus.h"
#include "tests/oracle.h"

/* Gives all that can be reached from @v within its cluster, by links above 0, its number. */
static void
flood (const Level *level, const guint32 *cluster, guint32 *part, guint32 v, guint32 number)
{
    part[v] = number;
    for (gsize i = level->start[v]; i < level->end[v]; i++) {
        const guint32 u = level->node[i];
        if (part[u] == RHUMB_NONE && cluster[u] == cluster[v] && level_get_weight (level, i) > 0)
            flood (level, cluster, part, u, number);
    }
}

static void
check_network (const RhumbNetwork *network, guint32 n_clusters, guint64 seed)
{
    const guint32 n = rhumb_network_get_n_from (network);
    g_autoptr (Level) level = rhumb_level_new (network, g_new0 (double, n));
    g_autofree guint32 *cluster = g_new (guint32, n);
    g_autofree guint32 *part = g_new (guint32, n);
    for (guint32 v = 0; v < n; v++) {
        cluster[v] = oracle_random_below (n_clusters, seed, v);
        part[v] = RHUMB_NONE;
    }
    n_clusters = rhumb_number_clusters (n, cluster, n_clusters);
    guint32 n_parts = 0;
    for (guint32 v = 0; v < n; v++) {
        if (part[v] == RHUMB_NONE)
            flood (level, cluster, part, v, n_parts++);
    }
    g_assert_cmpuint (rhumb_split_unconnected (level, n_clusters, cluster), ==, n_parts);
    g_assert_true (memcmp (cluster, part, n * sizeof *part) == 0);
}

static void
parts_are_what_a_flood_reaches (void)
{
    for (guint64 seed = 0; seed < 400; seed++) {
        const guint32 n = 1 + oracle_random_below (300, seed, 1);
        const gsize n_links = oracle_random_below (4 * n, seed, 2);
        g_autoptr (OracleEdges) edges =
            oracle_edges_new (RHUMB_NETWORK_UNDIRECTED, n, n, n_links, seed % 2 == 0, seed);
        g_autoptr (RhumbNetwork) network = oracle_edges_to_network (edges);
        check_network (network, 1 + oracle_random_below (6, seed, 3), seed);
    }
}

/* A part that joins the largest at its end, links of weight 0, links of a node to itself. */
static void
links_without_weight_hold_nothing_together (void)
{
    const guint32 from[] = {0, 1, 2, 3, 4, 5, 5, 6};
    const guint32 to[] = {1, 2, 3, 4, 4, 6, 0, 7};
    const double weight[] = {1, 0, 2, 1, 3, 1, 0, 0.5};
    g_autoptr (RhumbNetwork) network =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, 8, 8, from, to, weight, 8, NULL);
    g_autoptr (Level) level = rhumb_level_new (network, g_new0 (double, 8));
    guint32 cluster[8] = {0};
    const guint32 expected[] = {0, 0, 1, 1, 1, 2, 2, 2};
    g_assert_cmpuint (rhumb_split_unconnected (level, 1, cluster), ==, 3);
    g_assert_cmpmem (cluster, sizeof cluster, expected, sizeof expected);
}

static void
nothing_has_no_parts (void)
{
    g_autoptr (RhumbNetwork) network =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, 0, 0, NULL, NULL, NULL, 0, NULL);
    g_autoptr (Level) level = rhumb_level_new (network, g_new0 (double, 1));
    guint32 cluster[1] = {7};
    g_assert_cmpuint (rhumb_split_unconnected (level, 0, cluster), ==, 0);
    g_assert_cmpuint (cluster[0], ==, 7);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/split-unconnected/parts-are-what-a-flood-reaches",
                     parts_are_what_a_flood_reaches);
    g_test_add_func ("/split-unconnected/links-without-weight-hold-nothing-together",
                     links_without_weight_hold_nothing_together);
    g_test_add_func ("/split-unconnected/nothing-has-no-parts", nothing_has_no_parts);
    return g_test_run ();
}
