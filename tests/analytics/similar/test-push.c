/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Walks from seeds against igraph's PRPACK, closed forms and the bound of the method.
 */
#include "analytics/similar/push.h"

#include <math.h>

#include "graph/error.h"
#include "graph/igraph-door.h"
#include "tests/oracle.h"

static OracleEdges *
make_edges (guint64 seed)
{
    const guint32 n = 2 + oracle_random_below (60, seed, 900);
    return oracle_edges_new (seed % 2 == 0 ? RHUMB_NETWORK_UNDIRECTED : RHUMB_NETWORK_DIRECTED, n,
                             n, oracle_random_below (4 * n, seed, 901), seed % 3 != 0, seed);
}

/* Personalised PageRank of igraph. */
static double *
ask_prpack (const RhumbNetwork *network, const double *reset)
{
    g_autoptr (GError) error = NULL;
    g_auto (igraph_t) graph = {0};
    g_auto (igraph_vector_t) weights = {0};
    g_auto (igraph_vector_t) scores = {0};
    g_auto (igraph_vector_t) chance = {0};
    const guint32 n = rhumb_network_get_n_from (network);
    g_assert_true (rhumb_network_to_igraph (network, &graph, &weights, &error));
    igraph_vector_init (&scores, 0);
    igraph_vector_init (&chance, n);
    for (guint32 v = 0; v < n; v++)
        VECTOR (chance)[v] = reset[v];
    g_assert_true (rhumb_igraph_check (
        igraph_personalized_pagerank (
            &graph, IGRAPH_PAGERANK_ALGO_PRPACK, &scores, NULL, igraph_vss_all (),
            rhumb_network_get_mode (network) == RHUMB_NETWORK_DIRECTED, 0.85, &chance,
            rhumb_network_is_weighted (network) ? &weights : NULL, NULL),
        "PageRank", &error));
    double *result = g_new (double, n);
    for (guint32 v = 0; v < n; v++)
        result[v] = VECTOR (scores)[v];
    return result;
}

/* igraph counts a loop of an undirected network twice; it is left out of the comparison. */
static gboolean
has_loops (const RhumbNetwork *network)
{
    const RhumbRows rows = rhumb_network_get_out_rows (network);
    for (guint32 v = 0; v < rows.n_rows; v++) {
        for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++) {
            if (rows.node[i] == v)
                return TRUE;
        }
    }
    return FALSE;
}

static void
exact_walks_are_prpacks (void)
{
    guint n_compared = 0;
    for (guint64 seed = 0; seed < 120; seed++) {
        g_autoptr (GError) error = NULL;
        g_autoptr (OracleEdges) edges = make_edges (seed);
        g_autoptr (RhumbNetwork) network = oracle_edges_to_network (edges);
        const guint32 n = edges->n_from;
        if (seed % 2 == 0 && has_loops (network))
            continue;
        g_autofree double *reset = g_new0 (double, n);
        const guint32 start[] = {oracle_random_below (n, seed, 1),
                                 oracle_random_below (n, seed, 2)};
        const double weight[] = {3, 1};
        reset[start[0]] += 0.75;
        reset[start[1]] += 0.25;
        g_autofree double *expected = ask_prpack (network, reset);
        RhumbWalkOptions options = RHUMB_WALK_DEFAULTS;
        options.exact = TRUE;
        g_autoptr (RhumbWalker) walker = rhumb_walker_new (network, &error);
        g_assert_true (rhumb_walker_start (walker, start, weight, 2, &options, &error));
        for (guint32 v = 0; v < n; v++)
            g_assert_cmpfloat_with_epsilon (rhumb_walker_get_score (walker, v), expected[v], 1e-8);
        n_compared++;
    }
    g_assert_cmpuint (n_compared, >, 50);
}

/* What waits is less than the threshold times the number of links at each node, and moves at most
 * d / (1 − d) times as much mass elsewhere. */
static void
pushes_come_as_near_as_the_threshold_says (void)
{
    for (guint64 seed = 0; seed < 60; seed++) {
        g_autoptr (OracleEdges) edges = make_edges (seed);
        g_autoptr (RhumbNetwork) network = oracle_edges_to_network (edges);
        const guint32 start = oracle_random_below (edges->n_from, seed, 1);
        g_autoptr (RhumbWalker) exact = rhumb_walker_new (network, NULL);
        g_autoptr (RhumbWalker) walker = rhumb_walker_new (network, NULL);
        RhumbWalkOptions options = {0.85, 1, TRUE};
        g_assert_true (rhumb_walker_start (exact, &start, NULL, 1, &options, NULL));
        options.exact = FALSE;
        for (options.threshold = 1e-2; options.threshold > 1e-9; options.threshold /= 10) {
            g_assert_true (rhumb_walker_start (walker, &start, NULL, 1, &options, NULL));
            const double bound =
                options.threshold * 2 * (double)rhumb_network_get_n_edges (network);
            g_assert_cmpfloat (rhumb_walker_get_residual (walker), <=, bound);
            double distance = 0;
            double sum = 0;
            for (guint32 v = 0; v < edges->n_from; v++) {
                distance +=
                    fabs (rhumb_walker_get_score (walker, v) - rhumb_walker_get_score (exact, v));
                sum += rhumb_walker_get_score (walker, v);
            }
            /* The sum of y is between 1 and 1 / (1 − d); each unit that waits is at most d / (1 −
             * d) short, and dividing by the sum at most doubles the distance. */
            g_assert_cmpfloat (distance, <=, 2 * 0.85 / 0.15 * bound + 1e-11);
            g_assert_cmpfloat_with_epsilon (sum, 1, 1e-12);
        }
    }
}

/* Two nodes that lead to each other, from the first: y_0 = 1 / (1 − d²), y_1 = d y_0. */
static void
a_pair_has_its_closed_form (void)
{
    static const guint32 FROM[] = {0};
    static const guint32 TO[] = {1};
    g_autoptr (RhumbNetwork) network =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, 3, 3, FROM, TO, NULL, 1, NULL);
    g_autoptr (RhumbWalker) walker = rhumb_walker_new (network, NULL);
    const RhumbWalkOptions options = {0.85, 1e-14, FALSE};
    g_assert_true (rhumb_walker_start (walker, FROM, NULL, 1, &options, NULL));
    g_assert_cmpfloat_with_epsilon (rhumb_walker_get_score (walker, 0), 1 / 1.85, 1e-12);
    g_assert_cmpfloat_with_epsilon (rhumb_walker_get_score (walker, 1), 0.85 / 1.85, 1e-12);
    g_assert_cmpfloat (rhumb_walker_get_score (walker, 2), ==, 0);
    g_assert_cmpuint (rhumb_walker_get_n_reached (walker), ==, 2);
}

/* From a sink nothing is passed: the reader starts afresh and never leaves. */
static void
a_lone_seed_keeps_everything (void)
{
    const guint32 seed = 0;
    g_autoptr (RhumbNetwork) network =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, 1, 1, NULL, NULL, NULL, 0, NULL);
    g_autoptr (RhumbWalker) walker = rhumb_walker_new (network, NULL);
    g_assert_true (rhumb_walker_start (walker, &seed, NULL, 1, NULL, NULL));
    g_assert_cmpfloat (rhumb_walker_get_score (walker, 0), ==, 1);
    g_autoptr (GArray) best = rhumb_walker_list_best (walker, 0, 1, 5);
    g_assert_cmpuint (best->len, ==, 0);
}

/* A walker that has walked before gives the same bits as a new one. */
static void
walks_leave_nothing_behind (void)
{
    g_autoptr (OracleEdges) edges =
        oracle_edges_new (RHUMB_NETWORK_UNDIRECTED, 50, 50, 150, TRUE, 7);
    g_autoptr (RhumbNetwork) network = oracle_edges_to_network (edges);
    g_autoptr (RhumbWalker) used = rhumb_walker_new (network, NULL);
    for (guint32 seed = 0; seed < 50; seed++) {
        const RhumbWalkOptions options = {0.85, 1e-3, seed % 7 == 0};
        g_autoptr (RhumbWalker) fresh = rhumb_walker_new (network, NULL);
        g_assert_true (rhumb_walker_start (used, &seed, NULL, 1, &options, NULL));
        g_assert_true (rhumb_walker_start (fresh, &seed, NULL, 1, &options, NULL));
        g_assert_cmpuint (rhumb_walker_get_n_reached (used), ==,
                          rhumb_walker_get_n_reached (fresh));
        for (guint32 v = 0; v < 50; v++)
            g_assert_true (rhumb_walker_get_score (used, v) == rhumb_walker_get_score (fresh, v));
    }
}

static void
best_nodes_come_first_without_the_seeds (void)
{
    g_autoptr (OracleEdges) edges =
        oracle_edges_new (RHUMB_NETWORK_UNDIRECTED, 40, 40, 120, FALSE, 3);
    g_autoptr (RhumbNetwork) network = oracle_edges_to_network (edges);
    g_autoptr (RhumbWalker) walker = rhumb_walker_new (network, NULL);
    const guint32 seeds[] = {12, 30};
    const RhumbWalkOptions options = {0.85, 1, TRUE};
    g_assert_true (rhumb_walker_start (walker, seeds, NULL, 2, &options, NULL));
    g_autoptr (GArray) best = rhumb_walker_list_best (walker, 10, 25, 8);
    g_assert_cmpuint (best->len, ==, 8);
    for (guint i = 0; i < best->len; i++) {
        const RhumbNeighbour item = g_array_index (best, RhumbNeighbour, i);
        guint n_better = 0;
        for (guint32 v = 10; v < 35; v++) {
            const double score = rhumb_walker_get_score (walker, v);
            n_better += v != 12 && v != 30 &&
                        (score > item.score || (score == item.score && v < item.node));
        }
        g_assert_cmpuint (n_better, ==, i);
    }
}

/* Score over strength, by the definition. */
static void
swept_lists_divide_by_strength (void)
{
    g_autoptr (OracleEdges) edges =
        oracle_edges_new (RHUMB_NETWORK_UNDIRECTED, 40, 40, 120, TRUE, 9);
    g_autoptr (RhumbNetwork) network = oracle_edges_to_network (edges);
    g_autoptr (RhumbWalker) walker = rhumb_walker_new (network, NULL);
    const RhumbRows rows = rhumb_network_get_out_rows (network);
    const guint32 seed = 5;
    double all = 0;
    g_assert_true (rhumb_walker_start (walker, &seed, NULL, 1, NULL, NULL));
    g_autoptr (GArray) swept = rhumb_walker_list_swept (walker, 0, 40, G_MAXUINT);
    for (gsize i = 0; i < rows.start[40]; i++)
        all += rows.weight[i];
    g_assert_cmpuint (swept->len, >, 10);
    for (guint i = 0; i < swept->len; i++) {
        const RhumbNeighbour item = g_array_index (swept, RhumbNeighbour, i);
        double strength = 0;
        for (gsize e = rows.start[item.node]; e < rows.start[item.node + 1]; e++)
            strength += rows.weight[e];
        g_assert_cmpuint (item.node, !=, seed);
        g_assert_cmpfloat_with_epsilon (item.score,
                                        rhumb_walker_get_score (walker, item.node) / strength * all,
                                        1e-9 * item.score);
        g_assert_true (i == 0 || g_array_index (swept, RhumbNeighbour, i - 1).score >= item.score);
    }
}

static guint
count_common (const GArray *a, const GArray *b)
{
    guint n = 0;
    for (guint i = 0; i < a->len; i++) {
        for (guint k = 0; k < b->len; k++)
            n += g_array_index (a, RhumbNeighbour, i).node ==
                 g_array_index (b, RhumbNeighbour, k).node;
    }
    return n;
}

/* Of the ten best by exact scores lists have more than the ten best by single scores. */
static void
lists_have_more_of_the_nearest_than_single_scores (void)
{
    guint of_lists = 0;
    guint of_scores = 0;
    for (guint64 seed = 0; seed < 60; seed++) {
        const RhumbWalkOptions coarse = {0.85, 1e-3, FALSE};
        const RhumbWalkOptions exact = {0.85, 1, TRUE};
        const guint32 start = (guint32)(seed % 40);
        g_autoptr (OracleEdges) edges =
            oracle_edges_new (seed % 2 ? RHUMB_NETWORK_UNDIRECTED : RHUMB_NETWORK_DIRECTED, 200,
                              200, 800, seed % 3 == 0, seed);
        g_autoptr (RhumbNetwork) network = oracle_edges_to_network (edges);
        g_autoptr (RhumbWalker) walker = rhumb_walker_new (network, NULL);
        g_autoptr (RhumbWalker) solved = rhumb_walker_new (network, NULL);
        g_assert_true (rhumb_walker_start (walker, &start, NULL, 1, &coarse, NULL));
        g_assert_true (rhumb_walker_start (solved, &start, NULL, 1, &exact, NULL));
        g_autoptr (GArray) best = rhumb_walker_list_best (solved, 0, 200, 10);
        g_autoptr (GArray) listed = rhumb_walker_list_best (walker, 0, 200, 10);
        g_autoptr (GArray) single = rhumb_neighbours_new ();
        for (guint32 v = 0; v < 200; v++) {
            const RhumbNeighbour item = {v, rhumb_walker_get_score (walker, v)};
            if (v != start)
                g_array_append_val (single, item);
        }
        rhumb_neighbours_keep_best (single, 10);
        of_lists += count_common (listed, best);
        of_scores += count_common (single, best);
    }
    g_assert_cmpuint (of_lists, >, of_scores);
    g_assert_cmpuint (of_lists, >, 480);
}

static void
what_cannot_be_walked_is_refused (void)
{
    static const guint32 FROM[] = {0, 0};
    static const guint32 TO[] = {1, 2};
    static const double HEAVY[] = {1e308, 1e308};
    const struct {
        guint32 seed;
        double weight;
        RhumbWalkOptions options;
    } CASES[] = {
        {3, 1, RHUMB_WALK_DEFAULTS}, {0, -1, RHUMB_WALK_DEFAULTS}, {0, NAN, RHUMB_WALK_DEFAULTS},
        {0, 0, RHUMB_WALK_DEFAULTS}, {0, 1, {1, 1e-5, FALSE}},     {0, 1, {0, 1e-5, FALSE}},
        {0, 1, {0.85, 0, FALSE}},    {0, 1, {0.85, NAN, FALSE}},   {0, 1, {0.85, 2, FALSE}},
    };
    g_autoptr (RhumbNetwork) network =
        rhumb_network_new (RHUMB_NETWORK_DIRECTED, 3, 3, FROM, TO, NULL, 2, NULL);
    g_autoptr (RhumbWalker) walker = rhumb_walker_new (network, NULL);
    for (guint i = 0; i < G_N_ELEMENTS (CASES); i++) {
        g_autoptr (GError) error = NULL;
        g_assert_false (rhumb_walker_start (walker, &CASES[i].seed, &CASES[i].weight, 1,
                                            &CASES[i].options, &error));
        g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
    }
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbNetwork) heavy =
        rhumb_network_new (RHUMB_NETWORK_DIRECTED, 3, 3, FROM, TO, HEAVY, 2, NULL);
    g_assert_null (rhumb_walker_new (heavy, &error));
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/push/exact-walks-are-prpacks", exact_walks_are_prpacks);
    g_test_add_func ("/push/pushes-come-as-near-as-the-threshold-says",
                     pushes_come_as_near_as_the_threshold_says);
    g_test_add_func ("/push/a-pair-has-its-closed-form", a_pair_has_its_closed_form);
    g_test_add_func ("/push/a-lone-seed-keeps-everything", a_lone_seed_keeps_everything);
    g_test_add_func ("/push/walks-leave-nothing-behind", walks_leave_nothing_behind);
    g_test_add_func ("/push/best-nodes-come-first-without-the-seeds",
                     best_nodes_come_first_without_the_seeds);
    g_test_add_func ("/push/swept-lists-divide-by-strength", swept_lists_divide_by_strength);
    g_test_add_func ("/push/lists-have-more-of-the-nearest-than-single-scores",
                     lists_have_more_of_the_nearest_than_single_scores);
    g_test_add_func ("/push/what-cannot-be-walked-is-refused", what_cannot_be_walked_is_refused);
    return g_test_run ();
}
