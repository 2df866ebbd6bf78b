/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Through which neighbours a walk comes to a node.
 */
#include "analytics/similar/push.h"

#include "tests/oracle.h"

/* 0 − 1 − 2 with a leaf 3 at 2: all that comes to 2 comes through 1; what 3 holds came from 2. */
static void
what_only_goes_back_is_no_reason (void)
{
    static const guint32 FROM[] = {0, 1, 2};
    static const guint32 TO[] = {1, 2, 3};
    static const guint32 SEED = 0;
    g_autoptr (RhumbNetwork) network =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, 4, 4, FROM, TO, NULL, 3, NULL);
    g_autoptr (RhumbWalker) walker = rhumb_walker_new (network, NULL);
    for (guint exact = 0; exact < 2; exact++) {
        const RhumbWalkOptions options = {0.85, 1e-12, exact != 0};
        g_assert_true (rhumb_walker_start (walker, &SEED, NULL, 1, &options, NULL));
        g_autoptr (GArray) carriers = rhumb_walker_list_carriers (walker, 2, 5);
        g_assert_cmpuint (carriers->len, >=, 1);
        g_assert_cmpuint (g_array_index (carriers, RhumbNeighbour, 0).node, ==, 1);
        g_assert_cmpfloat_with_epsilon (g_array_index (carriers, RhumbNeighbour, 0).score, 1, 1e-9);
    }
}

/* Shares are d y_u w_uv / s_u without what v gave, from the exact scores of a dense system. */
static void
shares_are_those_of_the_equation (void)
{
    guint n_checked = 0;
    for (guint64 seed = 0; seed < 30; seed++) {
        g_autoptr (OracleEdges) edges = oracle_edges_new (
            seed % 2 ? RHUMB_NETWORK_DIRECTED : RHUMB_NETWORK_UNDIRECTED, 20, 20, 50, TRUE, seed);
        g_autoptr (RhumbNetwork) network = oracle_edges_to_network (edges);
        g_autoptr (OracleMatrix) dense = oracle_edges_to_matrix (edges);
        g_autoptr (RhumbWalker) walker = rhumb_walker_new (network, NULL);
        const RhumbWalkOptions options = {0.85, 1, TRUE};
        const guint32 start = 0;
        const guint32 v = 1 + (guint32)(seed % 19);
        g_assert_true (rhumb_walker_start (walker, &start, NULL, 1, &options, NULL));
        double term[20] = {0};
        double strength[20] = {0};
        double total = 0;
        for (guint32 u = 0; u < 20; u++) {
            for (guint32 w = 0; w < 20; w++)
                strength[u] += oracle_matrix_get (dense, u, w);
        }
        for (guint32 u = 0; u < 20; u++) {
            const double back = strength[v] > 0 ? 0.85 * rhumb_walker_get_score (walker, v) *
                                                      oracle_matrix_get (dense, v, u) / strength[v]
                                                : 0;
            if (u != v && strength[u] > 0)
                term[u] = MAX ((rhumb_walker_get_score (walker, u) - back) *
                                   oracle_matrix_get (dense, u, v) / strength[u],
                               0);
            total += term[u];
        }
        g_autoptr (GArray) carriers = rhumb_walker_list_carriers (walker, v, 20);
        for (guint i = 0; i < carriers->len; i++) {
            const RhumbNeighbour item = g_array_index (carriers, RhumbNeighbour, i);
            g_assert_cmpfloat_with_epsilon (item.score, term[item.node] / total, 1e-9);
            n_checked++;
        }
    }
    g_assert_cmpuint (n_checked, >, 40);
}

static void
where_nothing_arrives_nothing_is_listed (void)
{
    static const guint32 SEED = 0;
    g_autoptr (RhumbNetwork) network =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, 2, 2, NULL, NULL, NULL, 0, NULL);
    g_autoptr (RhumbWalker) walker = rhumb_walker_new (network, NULL);
    g_assert_true (rhumb_walker_start (walker, &SEED, NULL, 1, NULL, NULL));
    g_autoptr (GArray) carriers = rhumb_walker_list_carriers (walker, 1, 5);
    g_assert_cmpuint (carriers->len, ==, 0);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/carriers/what-only-goes-back-is-no-reason",
                     what_only_goes_back_is_no_reason);
    g_test_add_func ("/carriers/shares-are-those-of-the-equation",
                     shares_are_those_of_the_equation);
    g_test_add_func ("/carriers/where-nothing-arrives-nothing-is-listed",
                     where_nothing_arrives_nothing_is_listed);
    return g_test_run ();
}
