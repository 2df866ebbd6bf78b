/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * PageRank against closed forms, dense elimination and igraph's solver.
 */
#include "analytics/rank/pagerank.h"

#include <math.h>
#include <string.h>

#ifdef _OPENMP
#include <omp.h>
#endif

#include "graph/error.h"
#include "graph/igraph-door.h"
#include "tests/oracle.h"

static RhumbRanking *
rank (const RhumbNetwork *network)
{
    g_autoptr (GError) error = NULL;
    RhumbRanking *ranking = rhumb_pagerank (network, NULL, &error);
    g_assert_no_error (error);
    return ranking;
}

static double
sum_of (const RhumbRanking *ranking)
{
    double sum = 0;
    for (guint32 v = 0; v < rhumb_ranking_get_n_nodes (ranking); v++)
        sum += rhumb_ranking_get_scores (ranking)[v];
    return sum;
}

/* Sum of absolute differences. */
static double
distance (const double *a, const double *b, guint32 n)
{
    double sum = 0;
    for (guint32 v = 0; v < n; v++)
        sum += fabs (a[v] - b[v]);
    return sum;
}

/* By symmetry every node of a cycle has 1/n. */
static void
a_cycle_is_even (void)
{
    static const guint32 FROM[] = {0, 1, 2, 3, 4};
    static const guint32 TO[] = {1, 2, 3, 4, 0};
    g_autoptr (RhumbNetwork) network =
        rhumb_network_new (RHUMB_NETWORK_DIRECTED, 5, 5, FROM, TO, NULL, 5, NULL);
    g_autoptr (RhumbRanking) ranking = rank (network);
    for (guint32 v = 0; v < 5; v++)
        g_assert_cmpfloat_with_epsilon (rhumb_ranking_get_scores (ranking)[v], 0.2, 1e-12);
}

/* An undirected star of k leaves: leaf l = (1 − d)/n + d c/k, centre c = 1 − k l, so
 * c = (1 − k (1 − d)/n) / (1 + d). */
static void
the_centre_of_a_star_has_its_share (void)
{
    static const guint32 FROM[] = {0, 0, 0, 0};
    static const guint32 TO[] = {1, 2, 3, 4};
    g_autoptr (RhumbNetwork) network =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, 5, 5, FROM, TO, NULL, 4, NULL);
    g_autoptr (RhumbRanking) ranking = rank (network);
    const double centre = (1 - 4 * 0.15 / 5) / 1.85;
    g_assert_cmpfloat_with_epsilon (rhumb_ranking_get_scores (ranking)[0], centre, 1e-12);
    for (guint32 v = 1; v < 5; v++)
        g_assert_cmpfloat_with_epsilon (rhumb_ranking_get_scores (ranking)[v], (1 - centre) / 4,
                                        1e-12);
}

/* Node 0 leads to node 1, which leads nowhere and so everywhere: x_0 = (1 − d)/2 + d x_1/2 and
 * x_1 = 1 − x_0, so x_0 = 1/(2 + d). */
static void
a_sink_leads_everywhere (void)
{
    static const guint32 FROM[] = {0};
    static const guint32 TO[] = {1};
    g_autoptr (RhumbNetwork) network =
        rhumb_network_new (RHUMB_NETWORK_DIRECTED, 2, 2, FROM, TO, NULL, 1, NULL);
    g_autoptr (RhumbRanking) ranking = rank (network);
    g_assert_cmpfloat_with_epsilon (rhumb_ranking_get_scores (ranking)[0], 1 / 2.85, 1e-12);
    g_assert_cmpfloat_with_epsilon (rhumb_ranking_get_scores (ranking)[1], 1.85 / 2.85, 1e-12);
}

/* Weights are small whole numbers, some 0; many nodes have no links. */
static OracleEdges *
make_edges (guint64 seed)
{
    const guint32 n = 2 + oracle_random_below (40, seed, 900);
    return oracle_edges_new (seed % 3 == 0 ? RHUMB_NETWORK_UNDIRECTED : RHUMB_NETWORK_DIRECTED, n,
                             n, oracle_random_below (4 * n, seed, 901), seed % 4 != 0, seed);
}

static void
random_networks_match_dense_elimination (void)
{
    static const double DAMPINGS[] = {0.85, 0.5, 0.99};
    for (guint64 seed = 0; seed < 60; seed++) {
        RhumbPagerankOptions options = RHUMB_PAGERANK_DEFAULTS;
        options.damping = DAMPINGS[seed % G_N_ELEMENTS (DAMPINGS)];
        options.max_iterations = 10000;
        g_autoptr (GError) error = NULL;
        g_autoptr (OracleEdges) edges = make_edges (seed);
        g_autoptr (RhumbNetwork) network = oracle_edges_to_network (edges);
        g_autoptr (OracleMatrix) dense = oracle_edges_to_matrix (edges);
        g_autofree double *expected = oracle_pagerank (dense, options.damping, NULL);
        g_autoptr (RhumbRanking) ranking = rhumb_pagerank (network, &options, &error);
        g_assert_no_error (error);
        g_assert_cmpfloat (distance (rhumb_ranking_get_scores (ranking), expected, edges->n_from),
                           <, 1e-9);
        g_assert_cmpfloat_with_epsilon (sum_of (ranking), 1, 1e-12);
        g_assert_cmpfloat (rhumb_ranking_get_residual (ranking), <=, 1e-12);
    }
}

static void
random_networks_match_igraph (void)
{
    for (guint64 seed = 100; seed < 150; seed++) {
        const guint32 n = 5 + oracle_random_below (60, seed, 900);
        g_autoptr (OracleEdges) edges =
            oracle_edges_new (RHUMB_NETWORK_DIRECTED, n, n, (gsize)3 * n, TRUE, seed);
        for (gsize e = 0; e < edges->n_edges; e++)
            edges->weight[e] += 0.5;
        g_autoptr (RhumbNetwork) network = oracle_edges_to_network (edges);
        g_autoptr (RhumbRanking) ranking = rank (network);
        g_autoptr (GError) error = NULL;
        rhumb_igraph_lock ();
        g_auto (igraph_t) graph;
        g_auto (igraph_vector_t) weights;
        g_auto (igraph_vector_t) score;
        g_assert_true (rhumb_network_to_igraph (network, &graph, &weights, &error));
        igraph_vector_init (&score, 0);
        const igraph_error_t code =
            igraph_pagerank (&graph, IGRAPH_PAGERANK_ALGO_PRPACK, &score, NULL, igraph_vss_all (),
                             IGRAPH_DIRECTED, 0.85, &weights, NULL);
        g_assert_true (rhumb_igraph_check (code, "ranking", &error));
        rhumb_igraph_unlock ();
        g_assert_cmpfloat (distance (rhumb_ranking_get_scores (ranking), VECTOR (score), n), <,
                           1e-9);
    }
}

static void
new_numbers_for_nodes_change_nothing (void)
{
    g_autoptr (OracleEdges) edges = oracle_edges_new (RHUMB_NETWORK_DIRECTED, 30, 30, 90, TRUE, 7);
    g_autoptr (RhumbNetwork) network = oracle_edges_to_network (edges);
    g_autoptr (RhumbRanking) ranking = rank (network);
    g_autofree guint32 *number = oracle_random_order (30, 8);
    for (gsize e = 0; e < edges->n_edges; e++) {
        edges->from[e] = number[edges->from[e]];
        edges->to[e] = number[edges->to[e]];
    }
    g_autoptr (RhumbNetwork) renumbered = oracle_edges_to_network (edges);
    g_autoptr (RhumbRanking) again = rank (renumbered);
    for (guint32 v = 0; v < 30; v++)
        g_assert_cmpfloat_with_epsilon (rhumb_ranking_get_scores (ranking)[v],
                                        rhumb_ranking_get_scores (again)[number[v]], 1e-11);
}

static RhumbRanking *
rank_with_threads (const RhumbNetwork *network, int n_threads)
{
#ifdef _OPENMP
    const int before = omp_get_max_threads ();
    omp_set_num_threads (n_threads);
#else
    (void)n_threads;
#endif
    RhumbRanking *ranking = rank (network);
#ifdef _OPENMP
    omp_set_num_threads (before);
#endif
    return ranking;
}

/* More nodes than one block of the sums. */
static void
threads_do_not_change_a_bit (void)
{
    const guint32 n = 10000;
    g_autoptr (OracleEdges) edges =
        oracle_edges_new (RHUMB_NETWORK_DIRECTED, n, n, 40000, TRUE, 11);
    g_autoptr (RhumbNetwork) network = oracle_edges_to_network (edges);
    g_autoptr (RhumbRanking) alone = rank_with_threads (network, 1);
    for (int n_threads = 2; n_threads <= 5; n_threads++) {
        g_autoptr (RhumbRanking) ranking = rank_with_threads (network, n_threads);
        oracle_assert_same_bytes (rhumb_ranking_get_scores (ranking),
                                  rhumb_ranking_get_scores (alone), sizeof (double) * n);
    }
}

static void
without_links_all_are_equal (void)
{
    static const guint32 FROM[] = {0, 1};
    static const guint32 TO[] = {1, 2};
    static const double ZERO[] = {0, 0};
    for (gsize n_edges = 0; n_edges <= 2; n_edges += 2) {
        g_autoptr (RhumbNetwork) network =
            rhumb_network_new (RHUMB_NETWORK_DIRECTED, 4, 4, FROM, TO, ZERO, n_edges, NULL);
        g_autoptr (RhumbRanking) ranking = rank (network);
        for (guint32 v = 0; v < 4; v++)
            g_assert_cmpfloat (rhumb_ranking_get_scores (ranking)[v], ==, 0.25);
    }
}

static void
no_node_and_one_node_are_fine (void)
{
    g_autoptr (RhumbNetwork) none =
        rhumb_network_new (RHUMB_NETWORK_DIRECTED, 0, 0, NULL, NULL, NULL, 0, NULL);
    g_autoptr (RhumbNetwork) one =
        rhumb_network_new (RHUMB_NETWORK_DIRECTED, 1, 1, NULL, NULL, NULL, 0, NULL);
    g_autoptr (RhumbRanking) of_none = rank (none);
    g_autoptr (RhumbRanking) of_one = rank (one);
    g_assert_cmpuint (rhumb_ranking_get_n_nodes (of_none), ==, 0);
    g_assert_cmpuint (rhumb_ranking_get_n_nodes (of_one), ==, 1);
    g_assert_cmpfloat (rhumb_ranking_get_scores (of_one)[0], ==, 1);
}

/* Only proportions of weights matter. */
static void
the_unit_of_weights_does_not_matter (void)
{
    static const guint32 FROM[] = {0, 0, 1, 2};
    static const guint32 TO[] = {1, 2, 0, 0};
    static const double UNITS[] = {1, 1e-300, 1e300, 4e307};
    for (gsize i = 0; i < G_N_ELEMENTS (UNITS); i++) {
        const double weight[] = {UNITS[i], 3 * UNITS[i], UNITS[i], UNITS[i]};
        g_autoptr (RhumbNetwork) network =
            rhumb_network_new (RHUMB_NETWORK_DIRECTED, 3, 3, FROM, TO, weight, 4, NULL);
        g_autoptr (RhumbRanking) ranking = rank (network);
        const double centre = (1 - 2 * 0.05) / 1.85;
        g_assert_cmpfloat_with_epsilon (rhumb_ranking_get_scores (ranking)[0], centre, 1e-9);
        g_assert_cmpfloat_with_epsilon (rhumb_ranking_get_scores (ranking)[2],
                                        0.05 + 0.85 * 0.75 * centre, 1e-9);
    }
}

static void
weights_that_cannot_be_divided_by_are_refused (void)
{
    static const guint32 FROM[] = {0, 0};
    static const guint32 TO[] = {1, 2};
    static const double BAD[] = {5e-324, 1e-310, 1.5e308};
    for (gsize i = 0; i < G_N_ELEMENTS (BAD); i++) {
        const double weight[] = {BAD[i], BAD[i]};
        g_autoptr (GError) error = NULL;
        g_autoptr (RhumbNetwork) network =
            rhumb_network_new (RHUMB_NETWORK_DIRECTED, 3, 3, FROM, TO, weight, 2, NULL);
        g_assert_null (rhumb_pagerank (network, NULL, &error));
        g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
    }
}

static void
options_outside_their_range_are_refused (void)
{
    static const RhumbPagerankOptions BAD[] = {
        {0, 1e-12, 100}, {1, 1e-12, 100},  {-0.5, 1e-12, 100}, {NAN, 1e-12, 100},
        {0.85, 0, 100},  {0.85, NAN, 100}, {0.85, -1, 100},    {0.85, 1e-12, 0}};
    g_autoptr (RhumbNetwork) network =
        rhumb_network_new (RHUMB_NETWORK_DIRECTED, 1, 1, NULL, NULL, NULL, 0, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS (BAD); i++) {
        g_autoptr (GError) error = NULL;
        g_assert_null (rhumb_pagerank (network, &BAD[i], &error));
        g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
    }
}

static void
giving_up_is_an_error (void)
{
    static const RhumbPagerankOptions FEW = {0.85, 1e-12, 3};
    g_autoptr (OracleEdges) edges =
        oracle_edges_new (RHUMB_NETWORK_DIRECTED, 200, 200, 800, FALSE, 2);
    g_autoptr (RhumbNetwork) network = oracle_edges_to_network (edges);
    g_autoptr (GError) error = NULL;
    g_assert_null (rhumb_pagerank (network, &FEW, &error));
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_NOT_CONVERGED);
    g_assert_nonnull (strstr (error->message, "after 3 sweeps, expected at most 1e-12"));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/pagerank/a-cycle-is-even", a_cycle_is_even);
    g_test_add_func ("/pagerank/the-centre-of-a-star-has-its-share",
                     the_centre_of_a_star_has_its_share);
    g_test_add_func ("/pagerank/a-sink-leads-everywhere", a_sink_leads_everywhere);
    g_test_add_func ("/pagerank/random-networks-match-dense-elimination",
                     random_networks_match_dense_elimination);
    g_test_add_func ("/pagerank/random-networks-match-igraph", random_networks_match_igraph);
    g_test_add_func ("/pagerank/new-numbers-for-nodes-change-nothing",
                     new_numbers_for_nodes_change_nothing);
    g_test_add_func ("/pagerank/threads-do-not-change-a-bit", threads_do_not_change_a_bit);
    g_test_add_func ("/pagerank/without-links-all-are-equal", without_links_all_are_equal);
    g_test_add_func ("/pagerank/no-node-and-one-node-are-fine", no_node_and_one_node_are_fine);
    g_test_add_func ("/pagerank/the-unit-of-weights-does-not-matter",
                     the_unit_of_weights_does_not_matter);
    g_test_add_func ("/pagerank/weights-that-cannot-be-divided-by-are-refused",
                     weights_that_cannot_be_divided_by_are_refused);
    g_test_add_func ("/pagerank/options-outside-their-range-are-refused",
                     options_outside_their_range_are_refused);
    g_test_add_func ("/pagerank/giving-up-is-an-error", giving_up_is_an_error);
    return g_test_run ();
}
