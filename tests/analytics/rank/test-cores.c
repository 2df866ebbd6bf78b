/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Core numbers against igraph's.
 */
#include "analytics/rank/cores.h"

#include "graph/igraph-door.h"
#include "tests/oracle.h"

static RhumbNetwork *
make_network (guint64 seed)
{
    const guint32 n = 2 + oracle_random_below (50, seed, 900);
    const RhumbNetworkMode mode = seed % 2 == 0 ? RHUMB_NETWORK_DIRECTED : RHUMB_NETWORK_UNDIRECTED;
    g_autoptr (OracleEdges) edges =
        oracle_edges_new (mode, n, n, oracle_random_below (5 * n, seed, 901), FALSE, seed);
    for (gsize e = 0; e < edges->n_edges; e++) /* igraph counts loops, we do not */
        if (edges->from[e] == edges->to[e])
            edges->to[e] = (edges->to[e] + 1) % n;
    return oracle_edges_to_network (edges);
}

static void
cores_are_those_of_igraph (void)
{
    for (guint64 seed = 0; seed < 200; seed++) {
        g_autoptr (GError) error = NULL;
        g_autoptr (RhumbNetwork) network = make_network (seed);
        g_autoptr (RhumbRanking) ranking = rhumb_find_cores (network);
        rhumb_igraph_lock ();
        g_auto (igraph_t) graph;
        g_auto (igraph_vector_t) weights;
        g_auto (igraph_vector_int_t) expected;
        g_assert_true (rhumb_network_to_igraph (network, &graph, &weights, &error));
        igraph_vector_int_init (&expected, 0);
        g_assert_cmpint (igraph_coreness (&graph, &expected, IGRAPH_ALL), ==, 0);
        rhumb_igraph_unlock ();
        for (guint32 v = 0; v < rhumb_network_get_n_from (network); v++)
            g_assert_cmpfloat (rhumb_ranking_get_scores (ranking)[v], ==, VECTOR (expected)[v]);
    }
}

/* A triangle with a tail, and a loop that does not count. */
static void
a_tail_is_thinner_than_a_triangle (void)
{
    static const guint32 FROM[] = {0, 1, 2, 2, 3};
    static const guint32 TO[] = {1, 2, 0, 3, 3};
    static const double EXPECTED[] = {2, 2, 2, 1, 0};
    g_autoptr (RhumbNetwork) network =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, 5, 5, FROM, TO, NULL, 5, NULL);
    g_autoptr (RhumbRanking) ranking = rhumb_find_cores (network);
    for (guint32 v = 0; v < 5; v++)
        g_assert_cmpfloat (rhumb_ranking_get_scores (ranking)[v], ==, EXPECTED[v]);
}

static void
no_node_has_no_core (void)
{
    g_autoptr (RhumbNetwork) none =
        rhumb_network_new (RHUMB_NETWORK_DIRECTED, 0, 0, NULL, NULL, NULL, 0, NULL);
    g_autoptr (RhumbRanking) ranking = rhumb_find_cores (none);
    g_assert_cmpuint (rhumb_ranking_get_n_nodes (ranking), ==, 0);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/cores/cores-are-those-of-igraph", cores_are_those_of_igraph);
    g_test_add_func ("/cores/a-tail-is-thinner-than-a-triangle", a_tail_is_thinner_than_a_triangle);
    g_test_add_func ("/cores/no-node-has-no-core", no_node_has_no_core);
    return g_test_run ();
}
