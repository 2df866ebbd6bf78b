/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Likeness of rows against all pairs of a dense matrix.
 */
#include "analytics/similar/overlap.h"

#include <math.h>

#include "graph/error.h"
#include "tests/oracle.h"

/* From the definition, on dense rows. */
static double
compare (const OracleMatrix *m, guint32 a, guint32 b, RhumbOverlapMeasure measure)
{
    double common = 0;
    double either = 0;
    double square_a = 0;
    double square_b = 0;
    for (guint32 f = 0; f < m->n_columns; f++) {
        const double x = oracle_matrix_get (m, a, f);
        const double y = oracle_matrix_get (m, b, f);
        square_a += x * x;
        square_b += y * y;
        common += measure == RHUMB_OVERLAP_COSINE ? x * y : (x > 0 && y > 0);
        either += x > 0 || y > 0;
    }
    if (common <= 0)
        return 0;
    return measure == RHUMB_OVERLAP_COSINE ? common / sqrt (square_a * square_b) : common / either;
}

static void
the_best_are_those_of_all_pairs (void)
{
    for (guint64 seed = 0; seed < 40; seed++) {
        const RhumbOverlapMeasure measure = (RhumbOverlapMeasure)(seed % 2);
        const gboolean weighted = measure == RHUMB_OVERLAP_COSINE;
        g_autoptr (OracleEdges) edges =
            oracle_edges_new (RHUMB_NETWORK_TWO_MODE, 30, 20, 120, weighted, seed);
        g_autoptr (RhumbNetwork) network = oracle_edges_to_network (edges);
        g_autoptr (OracleMatrix) dense = oracle_edges_to_matrix (edges);
        g_autoptr (RhumbOverlap) overlap = rhumb_overlap_new (network, 25, measure, NULL);
        for (guint32 v = 0; v < 25; v++) {
            g_autoptr (GArray) list = rhumb_overlap_list_alike (overlap, v, 100, NULL);
            guint n_alike = 0;
            for (guint32 u = 0; u < 25; u++)
                n_alike += u != v && compare (dense, v, u, measure) > 0;
            g_assert_cmpuint (list->len, ==, n_alike);
            for (guint i = 0; i < list->len; i++) {
                const RhumbNeighbour item = g_array_index (list, RhumbNeighbour, i);
                g_assert_cmpfloat_with_epsilon (item.score, compare (dense, v, item.node, measure),
                                                1e-12);
                g_assert_true (i == 0 ||
                               g_array_index (list, RhumbNeighbour, i - 1).score >= item.score);
            }
        }
    }
}

static void
assert_same (RhumbNeighbour a, RhumbNeighbour b)
{
    g_assert_cmpuint (a.node, ==, b.node);
    g_assert_cmpfloat (a.score, ==, b.score);
}

/* Hubs of 1,000 to 3,000 features, as far as chance goes, among rows of one to 60, some of them
 * wholly inside a hub: asked for a few, the longest rows are compared first; asked for all, all. */
static void
the_few_most_like_a_hub_are_the_first_of_all (void)
{
    enum { N_HUBS = 5, N_OTHERS = 4000, N_FEATURES = 5000, N = N_HUBS + N_OTHERS };
    g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) to = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint32 v = 0; v < N; v++) {
        const guint32 n = v < N_HUBS ? 1000 + 500 * v : 1 + v % 60 + (v % 100 == 0 ? 300 : 0);
        const guint32 among = v % 3 == 0 ? N_FEATURES : N_FEATURES / 4;
        for (guint32 i = 0; i < n; i++) {
            const guint32 feature = oracle_random_below (v < N_HUBS ? N_FEATURES : among, v, i);
            g_array_append_val (from, v);
            g_array_append_val (to, feature);
        }
    }
    g_autoptr (RhumbNetwork) network =
        rhumb_network_new (RHUMB_NETWORK_TWO_MODE, N, N_FEATURES, (guint32 *)(gpointer)from->data,
                           (guint32 *)(gpointer)to->data, NULL, from->len, NULL);
    g_autoptr (RhumbOverlap) overlap = rhumb_overlap_new (network, N, RHUMB_OVERLAP_JACCARD, NULL);
    g_autofree guint8 *allowed = g_new (guint8, N);
    g_autoptr (GArray) listed = rhumb_neighbours_new ();
    for (guint32 v = 0; v < N; v++) {
        const RhumbNeighbour item = {v, 0};
        allowed[v] = v % 7 != 0;
        if (allowed[v])
            g_array_append_val (listed, item);
    }
    for (guint32 hub = 0; hub < N_HUBS; hub++) {
        g_autoptr (GArray) all = rhumb_overlap_list_alike (overlap, hub, N, NULL);
        g_autoptr (GArray) few = rhumb_overlap_list_alike (overlap, hub, 10, NULL);
        g_autoptr (GArray) some = rhumb_overlap_list_alike (overlap, hub, 10, allowed);
        g_autoptr (GArray) among = rhumb_overlap_list_among (overlap, hub, listed, 10);
        g_assert_cmpuint (all->len, >, N / 2);
        g_assert_cmpuint (few->len, ==, 10);
        g_assert_cmpuint (among->len, ==, 10);
        for (guint i = 0; i < 10; i++)
            assert_same (g_array_index (some, RhumbNeighbour, i),
                         g_array_index (among, RhumbNeighbour, i));
        for (guint i = 0, k = 0; k < 10; i++) {
            const RhumbNeighbour item = g_array_index (all, RhumbNeighbour, i);
            if (i < 10)
                assert_same (item, g_array_index (few, RhumbNeighbour, i));
            if (allowed[item.node])
                assert_same (item, g_array_index (some, RhumbNeighbour, k++));
        }
    }
}

/* In any order, the node itself among them, and asked for more than there are. */
static void
those_of_some_are_compared_alike (void)
{
    for (guint64 seed = 0; seed < 20; seed++) {
        g_autoptr (OracleEdges) edges =
            oracle_edges_new (RHUMB_NETWORK_TWO_MODE, 30, 20, 120, FALSE, seed);
        g_autoptr (RhumbNetwork) network = oracle_edges_to_network (edges);
        g_autoptr (OracleMatrix) dense = oracle_edges_to_matrix (edges);
        g_autoptr (RhumbOverlap) overlap =
            rhumb_overlap_new (network, 25, RHUMB_OVERLAP_JACCARD, NULL);
        g_autofree guint32 *order = oracle_random_order (25, seed);
        g_autoptr (GArray) some = rhumb_neighbours_new ();
        for (guint i = 0; i < 15; i++) {
            const RhumbNeighbour item = {order[i], 0};
            g_array_append_val (some, item);
        }
        for (guint32 v = 0; v < 25; v++) {
            const guint n_best = 1 + v;
            g_autoptr (GArray) list = rhumb_overlap_list_among (overlap, v, some, n_best);
            g_autoptr (GArray) expected = rhumb_neighbours_new ();
            for (guint i = 0; i < 15; i++) {
                const RhumbNeighbour item = {order[i],
                                             compare (dense, v, order[i], RHUMB_OVERLAP_JACCARD)};
                if (item.node != v && item.score > 0)
                    g_array_append_val (expected, item);
            }
            rhumb_neighbours_keep_best (expected, n_best);
            g_assert_cmpuint (list->len, ==, expected->len);
            for (guint i = 0; i < list->len; i++)
                assert_same (g_array_index (list, RhumbNeighbour, i),
                             g_array_index (expected, RhumbNeighbour, i));
        }
    }
}

#define N_ROWS 3000
#define N_RARE 1000
#define N_COMMON 4

/* Rows of five rare features, and of common ones that weigh little: for odd rows so much that they
 * decide. */
static RhumbNetwork *
make_common (void)
{
    static const guint N_LINKS = 5 + N_COMMON;
    g_autofree guint32 *from = g_new (guint32, N_ROWS * N_LINKS);
    g_autofree guint32 *to = g_new (guint32, N_ROWS * N_LINKS);
    g_autofree double *weight = g_new (double, N_ROWS *N_LINKS);
    for (guint32 v = 0, e = 0; v < N_ROWS; v++) {
        for (guint i = 0; i < N_LINKS; i++, e++) {
            const gboolean is_common = i >= 5;
            from[e] = v;
            to[e] = is_common ? N_RARE + i - 5 : oracle_random_below (N_RARE, v, i);
            weight[e] = (is_common && v % 2 == 0 ? 0.02 : 1) * (1 + oracle_random (7 + v, i));
        }
    }
    return rhumb_network_new (RHUMB_NETWORK_TWO_MODE, N_ROWS, N_RARE + N_COMMON, from, to, weight,
                              N_ROWS * N_LINKS, NULL);
}

/* Asked for very many, all are compared. */
static void
the_best_few_are_the_first_of_all (void)
{
    g_autoptr (RhumbNetwork) network = make_common ();
    g_autoptr (RhumbOverlap) overlap =
        rhumb_overlap_new (network, N_ROWS, RHUMB_OVERLAP_COSINE, NULL);
    guint8 allowed[N_ROWS];
    for (guint32 v = 0; v < N_ROWS; v++)
        allowed[v] = v % 3 == 0;
    for (guint32 v = 0; v < N_ROWS; v += 51) {
        for (guint way = 0; way < 2; way++) {
            const guint8 *among = way == 0 ? NULL : allowed;
            g_autoptr (GArray) all = rhumb_overlap_list_alike (overlap, v, N_ROWS, among);
            g_autoptr (GArray) few = rhumb_overlap_list_alike (overlap, v, 3, among);
            g_assert_cmpuint (all->len, >, N_ROWS / 4);
            g_assert_cmpuint (few->len, ==, 3);
            for (guint i = 0; i < few->len; i++) {
                const RhumbNeighbour a = g_array_index (all, RhumbNeighbour, i);
                const RhumbNeighbour b = g_array_index (few, RhumbNeighbour, i);
                g_assert_true (a.node == b.node && a.score == b.score);
                g_assert_true (among == NULL || among[b.node]);
            }
        }
    }
}

static void
what_is_shared_adds_up (void)
{
    g_autoptr (OracleEdges) edges = oracle_edges_new (RHUMB_NETWORK_TWO_MODE, 20, 15, 90, TRUE, 5);
    g_autoptr (RhumbNetwork) network = oracle_edges_to_network (edges);
    g_autoptr (OracleMatrix) dense = oracle_edges_to_matrix (edges);
    g_autoptr (RhumbOverlap) overlap = rhumb_overlap_new (network, 20, RHUMB_OVERLAP_COSINE, NULL);
    for (guint32 b = 1; b < 20; b++) {
        g_autoptr (GArray) shared = rhumb_overlap_list_shared (overlap, 0, b, 100);
        double sum = 0;
        double expected = 0;
        for (guint i = 0; i < shared->len; i++)
            sum += g_array_index (shared, RhumbNeighbour, i).score;
        for (guint32 f = 0; f < 15; f++)
            expected += oracle_matrix_get (dense, 0, f) * oracle_matrix_get (dense, b, f);
        g_assert_cmpfloat_with_epsilon (sum, expected, 1e-12);
    }
}

static void
empty_rows_are_like_none (void)
{
    g_autoptr (RhumbNetwork) network =
        rhumb_network_new (RHUMB_NETWORK_TWO_MODE, 3, 0, NULL, NULL, NULL, 0, NULL);
    g_autoptr (RhumbOverlap) overlap = rhumb_overlap_new (network, 3, RHUMB_OVERLAP_COSINE, NULL);
    g_autoptr (GArray) alike = rhumb_overlap_list_alike (overlap, 0, 5, NULL);
    g_assert_cmpuint (alike->len, ==, 0);
}

static void
rows_without_a_length_are_refused (void)
{
    static const guint32 NODE[] = {0};
    static const double WEIGHTS[] = {1e200, 1e-200};
    for (guint i = 0; i < 2; i++) {
        g_autoptr (GError) error = NULL;
        g_autoptr (RhumbNetwork) network =
            rhumb_network_new (RHUMB_NETWORK_TWO_MODE, 1, 1, NODE, NODE, &WEIGHTS[i], 1, NULL);
        g_assert_null (rhumb_overlap_new (network, 1, RHUMB_OVERLAP_COSINE, &error));
        g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/overlap/the-best-are-those-of-all-pairs", the_best_are_those_of_all_pairs);
    g_test_add_func ("/overlap/the-best-few-are-the-first-of-all",
                     the_best_few_are_the_first_of_all);
    g_test_add_func ("/overlap/what-is-shared-adds-up", what_is_shared_adds_up);
    g_test_add_func ("/overlap/empty-rows-are-like-none", empty_rows_are_like_none);
    g_test_add_func ("/overlap/the-few-most-like-a-hub-are-the-first-of-all",
                     the_few_most_like_a_hub_are_the_first_of_all);
    g_test_add_func ("/overlap/those-of-some-are-compared-alike", those_of_some_are_compared_alike);
    g_test_add_func ("/overlap/rows-without-a-length-are-refused",
                     rows_without_a_length_are_refused);
    return g_test_run ();
}
