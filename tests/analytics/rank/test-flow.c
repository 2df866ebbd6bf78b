/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Every route of a walk's sum against igraph's PRPACK, and the same bits for any number of threads:
 * networks without cycles whose numbers tell the order or do not, with few and many edges back, in
 * one large component, without directions, with weights.
 */
#include "analytics/rank/flow.h"

#include <math.h>

#ifdef _OPENMP
#include <omp.h>
#endif

#include "analytics/rank/pagerank.h"
#include "graph/igraph-door.h"
#include "tests/oracle.h"

typedef struct {
    const char *name;
    RhumbNetworkMode mode;
    guint32 n;
    guint n_links; /* a node */
    int direction; /* −1: to smaller numbers, 1: to larger, 0: either, in a hidden order */
    guint back_in; /* one edge in as many is turned round; 0 = none */
    gboolean weighted;
} Shape;

/* The large ones have several blocks of rows. */
static const Shape shapes[] = {
    {"down", RHUMB_NETWORK_DIRECTED, 70000, 4, -1, 0, FALSE},
    {"up", RHUMB_NETWORK_DIRECTED, 70000, 4, 1, 0, FALSE},
    {"up, weighted", RHUMB_NETWORK_DIRECTED, 40000, 3, 1, 0, TRUE},
    {"hidden", RHUMB_NETWORK_DIRECTED, 20000, 4, 0, 0, FALSE},
    {"hidden, weighted", RHUMB_NETWORK_DIRECTED, 20000, 4, 0, 0, TRUE},
    {"down, one in 50 back", RHUMB_NETWORK_DIRECTED, 70000, 4, -1, 50, FALSE},
    {"up, one in 50 back, weighted", RHUMB_NETWORK_DIRECTED, 40000, 3, 1, 50, TRUE},
    {"down, one in 3000 back", RHUMB_NETWORK_DIRECTED, 20000, 4, -1, 3000, FALSE},
    {"down, small, one in 500 back", RHUMB_NETWORK_DIRECTED, 2400, 4, -1, 500, FALSE},
    {"up, one in 5 back", RHUMB_NETWORK_DIRECTED, 40000, 4, 1, 5, FALSE},
    {"hidden, one in 100 back", RHUMB_NETWORK_DIRECTED, 40000, 4, 0, 100, FALSE},
    {"hidden, one in 10 back, weighted", RHUMB_NETWORK_DIRECTED, 3000, 3, 0, 10, TRUE},
    {"any way", RHUMB_NETWORK_DIRECTED, 3000, 3, -1, 2, FALSE},
    {"thin", RHUMB_NETWORK_DIRECTED, 3000, 1, -1, 2, FALSE},
    {"undirected", RHUMB_NETWORK_UNDIRECTED, 80000, 2, -1, 0, FALSE},
    {"undirected, weighted", RHUMB_NETWORK_UNDIRECTED, 5000, 2, -1, 0, TRUE},
};

static RhumbNetwork *
make_network (const Shape *shape, guint64 seed)
{
    const gsize n_edges = (gsize)shape->n * shape->n_links;
    g_autoptr (OracleEdges) edges =
        oracle_edges_new (shape->mode, shape->n, shape->n, n_edges, shape->weighted, seed);
    g_autofree guint32 *order = oracle_random_order (shape->n, seed);
    for (gsize e = 0; e < n_edges; e++) {
        const guint32 small = MIN (edges->from[e], edges->to[e]);
        guint32 large = MAX (edges->from[e], edges->to[e]);
        if (small == large && shape->back_in == 0)
            large = small + 1 < shape->n ? small + 1 : 0;
        const gboolean back =
            shape->back_in > 0 && oracle_random_below (shape->back_in, seed, 5 * n_edges + e) == 0;
        const gboolean down = (shape->direction > 0) == back;
        edges->from[e] = down ? MAX (small, large) : MIN (small, large);
        edges->to[e] = down ? MIN (small, large) : MAX (small, large);
        if (shape->direction == 0) {
            edges->from[e] = order[edges->from[e]];
            edges->to[e] = order[edges->to[e]];
        }
        if (shape->weighted)
            edges->weight[e] += 0.25;
    }
    return oracle_edges_to_network (edges);
}

/* @start: %NULL = all alike. */
static void
assert_same_as_igraph (const RhumbNetwork *network, const RhumbRanking *ranking,
                       const double *start)
{
    const guint32 n = rhumb_network_get_n_from (network);
    g_autoptr (GError) error = NULL;
    rhumb_igraph_lock ();
    g_auto (igraph_t) graph;
    g_auto (igraph_vector_t) weights;
    g_auto (igraph_vector_t) score;
    g_auto (igraph_vector_t) begin;
    g_assert_true (rhumb_network_to_igraph (network, &graph, &weights, &error));
    igraph_vector_init (&score, 0);
    igraph_vector_init (&begin, n);
    for (guint32 v = 0; v < n; v++)
        VECTOR (begin)[v] = start != NULL ? start[v] : 1;
    g_assert_cmpint (igraph_personalized_pagerank (
                         &graph, IGRAPH_PAGERANK_ALGO_PRPACK, &score, NULL, igraph_vss_all (),
                         igraph_is_directed (&graph), 0.85, &begin, &weights, NULL),
                     ==, 0);
    rhumb_igraph_unlock ();
    double distance = 0;
    for (guint32 v = 0; v < n; v++)
        distance += fabs (VECTOR (score)[v] - rhumb_ranking_get_scores (ranking)[v]);
    g_assert_cmpfloat (distance, <, 1e-10);
}

static RhumbRanking *
rank (const RhumbNetwork *network, const double *start, int n_threads)
{
#ifdef _OPENMP
    omp_set_num_threads (n_threads);
#else
    (void)n_threads;
#endif
    g_autoptr (GError) error = NULL;
    RhumbPagerankOptions options = RHUMB_PAGERANK_DEFAULTS;
    options.start = start;
    RhumbRanking *ranking = rhumb_pagerank (network, &options, &error);
    g_assert_no_error (error);
    return ranking;
}

static void
every_route_agrees_with_igraph (void)
{
    for (guint i = 0; i < G_N_ELEMENTS (shapes); i++) {
        g_test_message ("%s", shapes[i].name);
        g_autoptr (RhumbNetwork) network = make_network (&shapes[i], i);
        g_autoptr (RhumbRanking) ranking = rank (network, NULL, 2);
        assert_same_as_igraph (network, ranking, NULL);
    }
}

/* Papers and what they are linked with, either way with a weight of its own, from 1 down to nearly
 * nothing: what a sweep leaves over may grow in plain sums. Whatever the unit of weights, and
 * without directions too. */
static void
small_components_of_uneven_weights_are_solved (void)
{
    const guint32 n_papers = 24;
    const guint32 n = 220;
    for (guint64 seed = 0; seed < 30; seed++) {
        g_autoptr (OracleEdges) edges =
            oracle_edges_new (seed % 3 != 0 ? RHUMB_NETWORK_DIRECTED : RHUMB_NETWORK_UNDIRECTED, n,
                              n, 4 * n, TRUE, seed);
        const double unit = seed % 2 == 0 ? 1 : 1e-30;
        for (gsize e = 0; e < edges->n_edges; e += 2) {
            const guint32 paper = oracle_random_below (n_papers, seed, 3 * e);
            const guint32 other =
                e / 2 < n ? (guint32)e / 2 : oracle_random_below (n, seed, 3 * e + 1);
            edges->from[e] = edges->to[e + 1] = paper;
            edges->to[e] = edges->from[e + 1] = other;
            edges->weight[e] = unit * pow (10, -40 * pow (oracle_random (seed, 3 * e + 2), 8));
            edges->weight[e + 1] = edges->weight[e];
        }
        g_autoptr (RhumbNetwork) network = oracle_edges_to_network (edges);
        g_autofree double *start = g_new0 (double, n);
        for (guint32 v = 0; v < n_papers; v++)
            start[v] = 1.0 / n_papers;
        g_autoptr (RhumbRanking) ranking = rank (network, start, 2);
        g_autoptr (OracleMatrix) dense = oracle_edges_to_matrix (edges);
        g_autofree double *score = oracle_pagerank (dense, 0.85, start);
        for (guint32 v = 0; v < n; v++)
            g_assert_cmpfloat_with_epsilon (rhumb_ranking_get_scores (ranking)[v], score[v], 1e-11);
    }
}

/* A few nodes to start at; most others have 0 in a network without cycles. */
static void
personal_ranks_agree_with_igraph (void)
{
    for (guint i = 0; i < G_N_ELEMENTS (shapes); i++) {
        g_test_message ("%s", shapes[i].name);
        g_autoptr (RhumbNetwork) network = make_network (&shapes[i], 100 + i);
        g_autofree double *start = g_new0 (double, shapes[i].n);
        for (guint k = 0; k < 5; k++)
            start[oracle_random_below (shapes[i].n, i, k)] += 1 + k;
        g_autoptr (RhumbRanking) ranking = rank (network, start, 2);
        assert_same_as_igraph (network, ranking, start);
        for (guint32 v = 0; v < shapes[i].n; v++)
            g_assert_cmpfloat (rhumb_ranking_get_scores (ranking)[v], >=, 0);
    }
}

static void
threads_do_not_change_a_bit (void)
{
    for (guint i = 0; i < G_N_ELEMENTS (shapes); i++) {
        g_test_message ("%s", shapes[i].name);
        g_autoptr (RhumbNetwork) network = make_network (&shapes[i], 200 + i);
        g_autoptr (RhumbRanking) alone = rank (network, NULL, 1);
        for (int n_threads = 2; n_threads <= 3; n_threads++) {
            g_autoptr (RhumbRanking) ranking = rank (network, NULL, n_threads);
            oracle_assert_same_bytes (rhumb_ranking_get_scores (ranking),
                                      rhumb_ranking_get_scores (alone),
                                      sizeof (double) * shapes[i].n);
        }
    }
}

/* Without cycles nothing is iterated, and small components are eliminated. */
static void
without_cycles_it_is_exact (void)
{
    for (guint i = 0; i < 5; i++) {
        g_autoptr (RhumbNetwork) network = make_network (&shapes[i], 300 + i);
        g_autoptr (RhumbRanking) ranking = rank (network, NULL, 2);
        g_assert_cmpuint (rhumb_ranking_get_n_iterations (ranking), ==, 0);
        g_assert_cmpfloat (rhumb_ranking_get_residual (ranking), ==, 0);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/flow/every-route-agrees-with-igraph", every_route_agrees_with_igraph);
    g_test_add_func ("/flow/small-components-of-uneven-weights-are-solved",
                     small_components_of_uneven_weights_are_solved);
    g_test_add_func ("/flow/personal-ranks-agree-with-igraph", personal_ranks_agree_with_igraph);
    g_test_add_func ("/flow/threads-do-not-change-a-bit", threads_do_not_change_a_bit);
    g_test_add_func ("/flow/without-cycles-it-is-exact", without_cycles_it_is_exact);
    return g_test_run ();
}
