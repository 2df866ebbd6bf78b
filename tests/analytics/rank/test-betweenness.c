/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Betweenness against igraph's, and estimates within their bound.
 */
#include "analytics/rank/betweenness.h"

#include <math.h>

#ifdef _OPENMP
#include <omp.h>
#endif

#include "graph/igraph-door.h"
#include "tests/oracle.h"

static RhumbNetwork *
make_network (guint64 seed)
{
    const guint32 n = 3 + oracle_random_below (50, seed, 900);
    const RhumbNetworkMode mode = seed % 2 == 0 ? RHUMB_NETWORK_DIRECTED : RHUMB_NETWORK_UNDIRECTED;
    g_autoptr (OracleEdges) edges =
        oracle_edges_new (mode, n, n, oracle_random_below (4 * n, seed, 901), FALSE, seed);
    return oracle_edges_to_network (edges);
}

static void
all_sources_give_the_values_of_igraph (void)
{
    for (guint64 seed = 0; seed < 100; seed++) {
        g_autoptr (GError) error = NULL;
        g_autoptr (RhumbNetwork) network = make_network (seed);
        const guint32 n = rhumb_network_get_n_from (network);
        g_autoptr (RhumbRanking) ranking = rhumb_betweenness (network, 0, 1);
        rhumb_igraph_lock ();
        g_auto (igraph_t) graph;
        g_auto (igraph_vector_t) weights;
        g_auto (igraph_vector_t) expected;
        g_assert_true (rhumb_network_to_igraph (network, &graph, &weights, &error));
        igraph_vector_init (&expected, 0);
        g_assert_cmpint (igraph_betweenness (&graph, &expected, igraph_vss_all (), TRUE, NULL), ==,
                         0);
        const double n_pairs = (n - 1.0) * (n - 2.0) / (igraph_is_directed (&graph) ? 1 : 2);
        rhumb_igraph_unlock ();
        g_assert_cmpfloat (rhumb_ranking_get_residual (ranking), ==, 0);
        for (guint32 v = 0; v < n; v++)
            g_assert_cmpfloat_with_epsilon (rhumb_ranking_get_scores (ranking)[v],
                                            VECTOR (expected)[v] / n_pairs, 1e-12);
    }
}

/* The bound holds for all nodes with probability 0.95; seeds that break it must be rare. */
static void
estimates_keep_within_their_bound (void)
{
    g_autoptr (OracleEdges) edges =
        oracle_edges_new (RHUMB_NETWORK_UNDIRECTED, 300, 300, 700, FALSE, 5);
    g_autoptr (RhumbNetwork) network = oracle_edges_to_network (edges);
    g_autoptr (RhumbRanking) exact = rhumb_betweenness (network, 0, 1);
    guint n_broken = 0;
    double largest = 0;
    for (guint64 seed = 0; seed < 40; seed++) {
        g_autoptr (RhumbRanking) ranking = rhumb_betweenness (network, 60, seed);
        double error = 0;
        for (guint32 v = 0; v < 300; v++)
            error = MAX (error, fabs (rhumb_ranking_get_scores (ranking)[v] -
                                      rhumb_ranking_get_scores (exact)[v]));
        n_broken += error > rhumb_ranking_get_residual (ranking);
        largest = MAX (largest, error);
        g_assert_cmpfloat (rhumb_ranking_get_residual (ranking), <, 0.3);
    }
    g_assert_cmpuint (n_broken, <=, 2);
    g_assert_cmpfloat (largest, >, 0);
}

/* More sources than blocks, fewer, and a part of them. */
static void
threads_change_no_bit (void)
{
#ifdef _OPENMP
    const int n_before = omp_get_max_threads ();
    for (guint64 seed = 0; seed < 20; seed++) {
        g_autoptr (RhumbNetwork) network = make_network (seed);
        const guint32 n = rhumb_network_get_n_from (network);
        const guint32 n_sources = seed % 3 == 0 ? 0 : 1 + oracle_random_below (n, seed, 902);
        omp_set_num_threads (1);
        g_autoptr (RhumbRanking) one = rhumb_betweenness (network, n_sources, seed);
        omp_set_num_threads (3);
        g_autoptr (RhumbRanking) three = rhumb_betweenness (network, n_sources, seed);
        g_assert_cmpmem (rhumb_ranking_get_scores (one), (int)(n * sizeof (double)),
                         rhumb_ranking_get_scores (three), (int)(n * sizeof (double)));
    }
    omp_set_num_threads (n_before);
#else
    g_test_skip ("there is one thread");
#endif
}

static void
few_nodes_have_nothing_between (void)
{
    static const guint32 FROM[] = {0};
    static const guint32 TO[] = {1};
    for (guint32 n = 0; n <= 2; n++) {
        g_autoptr (RhumbNetwork) network =
            rhumb_network_new (RHUMB_NETWORK_DIRECTED, n, n, FROM, TO, NULL, n == 2 ? 1 : 0, NULL);
        g_autoptr (RhumbRanking) ranking = rhumb_betweenness (network, 0, 1);
        for (guint32 v = 0; v < n; v++)
            g_assert_cmpfloat (rhumb_ranking_get_scores (ranking)[v], ==, 0);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/betweenness/all-sources-give-the-values-of-igraph",
                     all_sources_give_the_values_of_igraph);
    g_test_add_func ("/betweenness/estimates-keep-within-their-bound",
                     estimates_keep_within_their_bound);
    g_test_add_func ("/betweenness/threads-change-no-bit", threads_change_no_bit);
    g_test_add_func ("/betweenness/few-nodes-have-nothing-between", few_nodes_have_nothing_between);
    return g_test_run ();
}
