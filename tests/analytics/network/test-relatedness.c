/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Nearest neighbours by cosine against brute force, bit by bit for any number of threads.
 */
#include "analytics/network/relatedness.h"

#include <math.h>

#ifdef _OPENMP
#include <omp.h>
#endif

#include "graph/error.h"
#include "tests/oracle.h"

/* Rows (3, 4), (6, 8), (4, 3), (0, 0): the first two point the same way, 24/25 to the third. */
static void
the_hand_example_holds (void)
{
    static const guint32 NODE[] = {0, 0, 1, 1, 2, 2, 3};
    static const guint32 FEATURE[] = {0, 1, 0, 1, 0, 1, 0};
    static const double WEIGHT[] = {3, 4, 6, 8, 4, 3, 0};
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbNetwork) features =
        rhumb_network_new (RHUMB_NETWORK_TWO_MODE, 4, 2, NODE, FEATURE, WEIGHT, 7, NULL);
    g_autoptr (RhumbNetwork) related = rhumb_relate_by_features (features, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpint (rhumb_network_get_mode (related), ==, RHUMB_NETWORK_UNDIRECTED);
    g_assert_cmpuint (rhumb_network_get_n_edges (related), ==, 3);
    g_assert_cmpfloat (rhumb_network_get_weight (related, 0, 1), ==, 1);
    g_assert_cmpfloat (rhumb_network_get_weight (related, 0, 2), ==, 0.96);
    g_assert_cmpfloat (rhumb_network_get_weight (related, 1, 2), ==, 0.96);
    g_assert_cmpfloat (rhumb_network_get_weight (related, 3, 0), ==, 0);
}

/* Small whole weights give many equal cosines; some rows are empty and some columns too long. */
static void
random_features_match_brute_force (void)
{
    static const RhumbRelatednessOptions OPTIONS[] = {
        {1, 1000}, {2, 5}, {3, 2}, {8, 9}, {50, 1000}};
    for (guint64 seed = 0; seed < 100; seed++) {
        const guint32 n = 1 + oracle_random_below (25, seed, 900);
        g_autoptr (OracleEdges) edges =
            oracle_edges_new (RHUMB_NETWORK_TWO_MODE, n, 1 + oracle_random_below (15, seed, 901),
                              oracle_random_below (100, seed, 902), seed % 2 == 0, seed);
        for (gsize e = 0; edges->weight != NULL && e < edges->n_edges; e++)
            edges->weight[e] += 1;
        const RhumbRelatednessOptions *options = &OPTIONS[seed % G_N_ELEMENTS (OPTIONS)];
        g_autoptr (RhumbNetwork) features = oracle_edges_to_network (edges);
        g_autoptr (OracleMatrix) dense = oracle_edges_to_matrix (edges);
        g_autoptr (OracleMatrix) expected =
            oracle_relate (dense, options->n_neighbours, options->max_column);
        g_autoptr (RhumbNetwork) related = rhumb_relate_by_features (features, options, NULL);
        oracle_assert_rows (rhumb_network_get_out_rows (related), expected, 0);
    }
}

/* Hundreds of entries a row, and so many that what they add up by rounding is more than a cosine.
 */
static void
long_rows_match_brute_force (void)
{
    static const guint32 SIZES[][3] = {{40, 900, 24000}, {4, 20000, 70000}};
    static const RhumbRelatednessOptions OPTIONS = {3, 1000};
    for (guint i = 0; i < G_N_ELEMENTS (SIZES); i++) {
        g_autoptr (OracleEdges) edges = oracle_edges_new (RHUMB_NETWORK_TWO_MODE, SIZES[i][0],
                                                          SIZES[i][1], SIZES[i][2], TRUE, i);
        for (gsize e = 0; e < edges->n_edges; e++)
            edges->weight[e] = (edges->weight[e] + 1) / 7;
        g_autoptr (RhumbNetwork) features = oracle_edges_to_network (edges);
        g_autoptr (OracleMatrix) dense = oracle_edges_to_matrix (edges);
        g_autoptr (OracleMatrix) expected =
            oracle_relate (dense, OPTIONS.n_neighbours, OPTIONS.max_column);
        g_autoptr (RhumbNetwork) related = rhumb_relate_by_features (features, &OPTIONS, NULL);
        oracle_assert_rows (rhumb_network_get_out_rows (related), expected, 1e-12);
    }
}

/* Lengths near the smallest numbers do not bound cosines, so that all 80,000 pairs wait and are
 * looked at; a power of two changes no bit of a cosine. */
static void
pairs_that_nothing_bounds_are_as_near (void)
{
    g_autoptr (OracleEdges) edges =
        oracle_edges_new (RHUMB_NETWORK_TWO_MODE, 400, 40, 6000, TRUE, 5);
    for (gsize e = 0; e < edges->n_edges; e++)
        edges->weight[e] = (edges->weight[e] + 1) / 7;
    g_autoptr (RhumbNetwork) features = oracle_edges_to_network (edges);
    for (gsize e = 0; e < edges->n_edges; e++)
        edges->weight[e] = ldexp (edges->weight[e], -400);
    g_autoptr (RhumbNetwork) small = oracle_edges_to_network (edges);
    g_autoptr (RhumbNetwork) expected = rhumb_relate_by_features (features, NULL, NULL);
    g_autoptr (RhumbNetwork) related = rhumb_relate_by_features (small, NULL, NULL);
    oracle_assert_same_network (related, expected);
}

static void
every_node_keeps_its_nearest (void)
{
    g_autoptr (OracleEdges) edges =
        oracle_edges_new (RHUMB_NETWORK_TWO_MODE, 200, 30, 2000, FALSE, 1);
    g_autoptr (RhumbNetwork) features = oracle_edges_to_network (edges);
    g_autoptr (RhumbNetwork) related = rhumb_relate_by_features (features, NULL, NULL);
    const RhumbRows rows = rhumb_network_get_out_rows (related);
    for (guint32 v = 0; v < rows.n_rows; v++) {
        g_assert_cmpuint (rows.start[v + 1] - rows.start[v], >=, 8);
        for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++) {
            g_assert_cmpfloat (rows.weight[i], >, 0);
            g_assert_cmpfloat (rows.weight[i], <=, 1);
            g_assert_cmpuint (rows.node[i], !=, v);
        }
    }
}

static RhumbNetwork *
relate_with_threads (const RhumbNetwork *features, int n_threads)
{
#ifdef _OPENMP
    const int before = omp_get_max_threads ();
    omp_set_num_threads (n_threads);
#else
    (void)n_threads;
#endif
    RhumbNetwork *related = rhumb_relate_by_features (features, NULL, NULL);
#ifdef _OPENMP
    omp_set_num_threads (before);
#endif
    return related;
}

/* Weights such as 1/7, whose sums depend on the order of adding. */
static void
threads_do_not_change_a_bit (void)
{
    g_autoptr (OracleEdges) edges =
        oracle_edges_new (RHUMB_NETWORK_TWO_MODE, 700, 90, 9000, TRUE, 3);
    for (gsize e = 0; e < edges->n_edges; e++)
        edges->weight[e] = (edges->weight[e] + 1) / 7;
    g_autoptr (RhumbNetwork) features = oracle_edges_to_network (edges);
    g_autoptr (RhumbNetwork) alone = relate_with_threads (features, 1);
    for (int n_threads = 2; n_threads <= 5; n_threads++) {
        g_autoptr (RhumbNetwork) related = relate_with_threads (features, n_threads);
        oracle_assert_same_network (related, alone);
    }
}

/* Nodes v, v + 13000, v + 26000 … share a feature of weight 1 and have one of weight v mod 7 for
 * themselves: rows so far apart are not multiplied at once. */
static void
far_rows_are_as_near_as_close_ones (void)
{
    const guint32 n = 40000;
    const guint32 apart = 13000;
    g_autofree guint32 *node = g_new (guint32, 2 * n);
    g_autofree guint32 *feature = g_new (guint32, 2 * n);
    g_autofree double *weight = g_new (double, 2 * n);
    for (guint32 v = 0; v < n; v++) {
        node[2 * v] = node[2 * v + 1] = v;
        feature[2 * v] = v % apart;
        feature[2 * v + 1] = apart + v;
        weight[2 * v] = 1;
        weight[2 * v + 1] = v % 7;
    }
    g_autoptr (RhumbNetwork) features = rhumb_network_new (RHUMB_NETWORK_TWO_MODE, n, apart + n,
                                                           node, feature, weight, 2 * n, NULL);
    g_autoptr (RhumbNetwork) related = rhumb_relate_by_features (features, NULL, NULL);
    const RhumbRows rows = rhumb_network_get_out_rows (related);
    for (guint32 v = 0; v < n; v++) {
        gsize e = rows.start[v];
        for (guint32 u = v % apart; u < n; u += apart) {
            if (u == v)
                continue;
            g_assert_cmpuint (rows.node[e], ==, u);
            const double lengths = hypot (1, v % 7) * hypot (1, u % 7);
            g_assert_cmpfloat_with_epsilon (rows.weight[e], 1 / lengths, 1e-12);
            e++;
        }
        g_assert_cmpuint (e, ==, rows.start[v + 1]);
    }
}

/* Rows times powers of two, whose cosines are the same bits, beyond what single precision holds. */
static void
rows_of_any_length_are_as_near (void)
{
    static const int POWER[] = {0, -140, 1, 140, -30, 3};
    g_autoptr (OracleEdges) edges =
        oracle_edges_new (RHUMB_NETWORK_TWO_MODE, 300, 60, 3000, TRUE, 5);
    for (gsize e = 0; e < edges->n_edges; e++)
        edges->weight[e] = (edges->weight[e] + 1) / 7;
    g_autoptr (RhumbNetwork) plain = oracle_edges_to_network (edges);
    g_autoptr (RhumbNetwork) expected = rhumb_relate_by_features (plain, NULL, NULL);
    for (gsize e = 0; e < edges->n_edges; e++)
        edges->weight[e] = ldexp (edges->weight[e], POWER[edges->from[e] % G_N_ELEMENTS (POWER)]);
    g_autoptr (RhumbNetwork) scaled = oracle_edges_to_network (edges);
    g_autoptr (RhumbNetwork) related = rhumb_relate_by_features (scaled, NULL, NULL);
    oracle_assert_same_network (related, expected);
}

static void
options_outside_their_range_are_refused (void)
{
    static const RhumbRelatednessOptions BAD[] = {{0, 1000}, {8, 1}, {0, 0}};
    g_autoptr (RhumbNetwork) features =
        rhumb_network_new (RHUMB_NETWORK_TWO_MODE, 2, 2, NULL, NULL, NULL, 0, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS (BAD); i++) {
        g_autoptr (GError) error = NULL;
        g_assert_null (rhumb_relate_by_features (features, &BAD[i], &error));
        g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
    }
}

static void
nodes_without_features_are_related_to_none (void)
{
    for (guint32 n = 0; n < 3; n++) {
        g_autoptr (GError) error = NULL;
        g_autoptr (RhumbNetwork) features =
            rhumb_network_new (RHUMB_NETWORK_TWO_MODE, n, 4, NULL, NULL, NULL, 0, NULL);
        g_autoptr (RhumbNetwork) related = rhumb_relate_by_features (features, NULL, &error);
        g_assert_no_error (error);
        g_assert_cmpuint (rhumb_network_get_n_from (related), ==, n);
        g_assert_cmpuint (rhumb_network_get_n_edges (related), ==, 0);
    }
}

/* Each set is scaled so that squares of a row sum to its share, or to 0 if the row is empty. */
static void
joined_features_have_their_shares (void)
{
    static const guint32 NODE[] = {0, 0, 1};
    static const guint32 FEATURE[] = {0, 1, 1};
    static const double WEIGHT[] = {3, 4, 7};
    static const guint32 OTHER_NODE[] = {0};
    static const guint32 OTHER_FEATURE[] = {2};
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbNetwork) a =
        rhumb_network_new (RHUMB_NETWORK_TWO_MODE, 2, 2, NODE, FEATURE, WEIGHT, 3, NULL);
    g_autoptr (RhumbNetwork) b =
        rhumb_network_new (RHUMB_NETWORK_TWO_MODE, 2, 3, OTHER_NODE, OTHER_FEATURE, NULL, 1, NULL);
    g_autoptr (RhumbNetwork) joined = rhumb_join_features (a, 0.25, b, 0.75, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (rhumb_network_get_n_to (joined), ==, 5);
    g_assert_cmpuint (rhumb_network_get_n_edges (joined), ==, 4);
    g_assert_cmpfloat_with_epsilon (rhumb_network_get_weight (joined, 0, 0), 0.3, 1e-15);
    g_assert_cmpfloat_with_epsilon (rhumb_network_get_weight (joined, 0, 1), 0.4, 1e-15);
    g_assert_cmpfloat_with_epsilon (rhumb_network_get_weight (joined, 1, 1), 0.5, 1e-15);
    g_assert_cmpfloat_with_epsilon (rhumb_network_get_weight (joined, 0, 4), 0.8660254037844386,
                                    1e-15);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/relatedness/the-hand-example-holds", the_hand_example_holds);
    g_test_add_func ("/relatedness/random-features-match-brute-force",
                     random_features_match_brute_force);
    g_test_add_func ("/relatedness/long-rows-match-brute-force", long_rows_match_brute_force);
    g_test_add_func ("/relatedness/pairs-that-nothing-bounds-are-as-near",
                     pairs_that_nothing_bounds_are_as_near);
    g_test_add_func ("/relatedness/every-node-keeps-its-nearest", every_node_keeps_its_nearest);
    g_test_add_func ("/relatedness/threads-do-not-change-a-bit", threads_do_not_change_a_bit);
    g_test_add_func ("/relatedness/rows-of-any-length-are-as-near", rows_of_any_length_are_as_near);
    g_test_add_func ("/relatedness/far-rows-are-as-near-as-close-ones",
                     far_rows_are_as_near_as_close_ones);
    g_test_add_func ("/relatedness/options-outside-their-range-are-refused",
                     options_outside_their_range_are_refused);
    g_test_add_func ("/relatedness/nodes-without-features-are-related-to-none",
                     nodes_without_features_are_related_to_none);
    g_test_add_func ("/relatedness/joined-features-have-their-shares",
                     joined_features_have_their_shares);
    return g_test_run ();
}
