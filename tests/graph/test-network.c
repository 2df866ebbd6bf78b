/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Compressed rows hold exactly the edges that were given.
 */
#include <math.h>
#include <string.h>

#include "graph/error.h"
#include "graph/network-private.h"
#include "tests/oracle.h"

/* 0 → 1 (2), 0 → 2 (1), 2 → 0 (4), 2 → 2 (8); node 1 leads nowhere, node 3 stands alone. */
static void
a_hand_made_network_is_as_drawn (void)
{
    static const guint32 FROM[] = {2, 0, 2, 0};
    static const guint32 TO[] = {2, 2, 0, 1};
    static const double WEIGHT[] = {8, 1, 4, 2};
    static const gsize OUT_START[] = {0, 2, 2, 4, 4};
    static const guint32 OUT_NODE[] = {1, 2, 0, 2};
    static const double OUT_WEIGHT[] = {2, 1, 4, 8};
    static const gsize IN_START[] = {0, 1, 2, 4, 4};
    static const guint32 IN_NODE[] = {2, 0, 0, 2};
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbNetwork) network =
        rhumb_network_new (RHUMB_NETWORK_DIRECTED, 4, 4, FROM, TO, WEIGHT, 4, &error);
    g_assert_no_error (error);
    const RhumbRows out = rhumb_network_get_out_rows (network);
    const RhumbRows in = rhumb_network_get_in_rows (network);
    g_assert_cmpmem (out.start, sizeof OUT_START, OUT_START, sizeof OUT_START);
    g_assert_cmpmem (out.node, sizeof OUT_NODE, OUT_NODE, sizeof OUT_NODE);
    g_assert_cmpmem (out.weight, sizeof OUT_WEIGHT, OUT_WEIGHT, sizeof OUT_WEIGHT);
    g_assert_cmpmem (in.start, sizeof IN_START, IN_START, sizeof IN_START);
    g_assert_cmpmem (in.node, sizeof IN_NODE, IN_NODE, sizeof IN_NODE);
    g_assert_cmpfloat (rhumb_network_get_weight (network, 2, 0), ==, 4);
    g_assert_cmpfloat (rhumb_network_get_weight (network, 1, 0), ==, 0);
    g_assert_cmpfloat (rhumb_network_get_weight (network, 3, 3), ==, 0);
    g_assert_cmpuint (rhumb_network_get_n_edges (network), ==, 4);
}

static void
repeated_edges_are_added (void)
{
    static const guint32 FROM[] = {0, 1, 0, 1, 0};
    static const guint32 TO[] = {1, 0, 1, 1, 1};
    static const double WEIGHT[] = {1, 2, 4, 8, 16};
    g_autoptr (RhumbNetwork) directed =
        rhumb_network_new (RHUMB_NETWORK_DIRECTED, 2, 2, FROM, TO, WEIGHT, 5, NULL);
    g_assert_cmpuint (rhumb_network_get_n_edges (directed), ==, 3);
    g_assert_cmpfloat (rhumb_network_get_weight (directed, 0, 1), ==, 21);
    g_autoptr (RhumbNetwork) undirected =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, 2, 2, FROM, TO, WEIGHT, 5, NULL);
    g_assert_cmpuint (rhumb_network_get_n_edges (undirected), ==, 2);
    g_assert_cmpfloat (rhumb_network_get_weight (undirected, 0, 1), ==, 23);
    g_assert_cmpfloat (rhumb_network_get_weight (undirected, 1, 0), ==, 23);
    g_assert_cmpfloat (rhumb_network_get_weight (undirected, 1, 1), ==, 8);
}

static void
without_weights_a_repeat_counts_once (void)
{
    static const guint32 FROM[] = {0, 0, 1, 1};
    static const guint32 TO[] = {1, 1, 0, 1};
    g_autoptr (RhumbNetwork) network =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, 2, 2, FROM, TO, NULL, 4, NULL);
    g_assert_false (rhumb_network_is_weighted (network));
    g_assert_null (rhumb_network_get_out_rows (network).weight);
    g_assert_cmpuint (rhumb_network_get_n_edges (network), ==, 2);
    g_assert_cmpfloat (rhumb_network_get_weight (network, 0, 1), ==, 1);
}

static void
undirected_directions_are_the_same_rows (void)
{
    g_autoptr (OracleEdges) edges = oracle_edges_new (RHUMB_NETWORK_UNDIRECTED, 9, 9, 30, TRUE, 4);
    g_autoptr (RhumbNetwork) network = oracle_edges_to_network (edges);
    g_assert_true (rhumb_network_get_out_rows (network).node ==
                   rhumb_network_get_in_rows (network).node);
}

static gsize
count_edges (const OracleMatrix *matrix, const OracleEdges *edges)
{
    g_autoptr (OracleMatrix) there = oracle_matrix_new (matrix->n_rows, matrix->n_columns);
    gsize n = 0;
    for (gsize e = 0; e < edges->n_edges; e++) {
        n += oracle_matrix_get (there, edges->from[e], edges->to[e]) == 0;
        oracle_matrix_set (there, edges->from[e], edges->to[e], 1);
        if (edges->mode == RHUMB_NETWORK_UNDIRECTED)
            oracle_matrix_set (there, edges->to[e], edges->from[e], 1);
    }
    return n;
}

static void
random_networks_match_dense_matrices (void)
{
    static const RhumbNetworkMode MODES[] = {RHUMB_NETWORK_DIRECTED, RHUMB_NETWORK_UNDIRECTED,
                                             RHUMB_NETWORK_TWO_MODE};
    for (guint64 seed = 0; seed < 120; seed++) {
        const RhumbNetworkMode mode = MODES[seed % 3];
        const guint32 n_from = 1 + oracle_random_below (20, seed, 1000);
        const guint32 n_to =
            mode == RHUMB_NETWORK_TWO_MODE ? 1 + oracle_random_below (20, seed, 1001) : n_from;
        g_autoptr (OracleEdges) edges = oracle_edges_new (
            mode, n_from, n_to, oracle_random_below (150, seed, 1002), seed % 2 == 0, seed);
        g_autoptr (RhumbNetwork) network = oracle_edges_to_network (edges);
        g_autoptr (OracleMatrix) matrix = oracle_edges_to_matrix (edges);
        g_autoptr (OracleMatrix) turned = oracle_transpose (matrix);
        oracle_assert_rows (rhumb_network_get_out_rows (network), matrix, 0);
        oracle_assert_rows (rhumb_network_get_in_rows (network), turned, 0);
        g_assert_cmpuint (rhumb_network_get_n_edges (network), ==, count_edges (matrix, edges));
        for (guint32 v = 0; v < n_from; v++) {
            for (guint32 u = 0; u < n_to; u++)
                g_assert_cmpfloat (rhumb_network_get_weight (network, v, u), ==,
                                   oracle_matrix_get (matrix, v, u));
        }
    }
}

/* Each entry of @rows has its like in @turned; both have as many, and rows of @turned ascend. */
static void
assert_turned (RhumbRows rows, RhumbRows turned)
{
    g_assert_cmpuint (rows.start[rows.n_rows], ==, turned.start[turned.n_rows]);
    g_autofree gsize *next = g_memdup2 (turned.start, sizeof (gsize) * turned.n_rows);
    for (guint32 v = 0; v < rows.n_rows; v++) {
        for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++) {
            const gsize place = next[rows.node[i]]++;
            g_assert_cmpuint (turned.node[place], ==, v);
            g_assert_cmpfloat (rhumb_rows_get_weight (turned, place), ==,
                               rhumb_rows_get_weight (rows, i));
        }
    }
    for (guint32 u = 0; u < turned.n_rows; u++)
        g_assert_cmpuint (next[u], ==, turned.start[u + 1]);
}

/* So many that they go through buckets: a few of them, more than a slab holds, wide ones. */
static void
large_networks_are_turned_around (void)
{
    static const struct {
        guint32 n_nodes;
        gsize n_edges;
        gboolean weighted;
    } SIZES[] = {{40000, 300000, TRUE}, {9000000, 300000, FALSE}, {70000, 4500000, FALSE}};
    for (gsize s = 0; s < G_N_ELEMENTS (SIZES); s++) {
        const gsize n = SIZES[s].n_edges;
        g_autofree guint32 *from = g_new (guint32, n);
        g_autofree guint32 *to = g_new (guint32, n);
        g_autofree double *weight = SIZES[s].weighted ? g_new (double, n) : NULL;
        for (gsize e = 0; e < n; e++) {
            from[e] = oracle_random_below (SIZES[s].n_nodes, s, 2 * e);
            to[e] = oracle_random_below (SIZES[s].n_nodes, s, 2 * e + 1);
            if (weight != NULL)
                weight[e] = (double)e;
        }
        g_autoptr (RhumbNetwork) network = rhumb_network_new (
            RHUMB_NETWORK_DIRECTED, SIZES[s].n_nodes, SIZES[s].n_nodes, from, to, weight, n, NULL);
        assert_turned (rhumb_network_get_out_rows (network), rhumb_network_get_in_rows (network));
    }
}

/* Weights whose sum depends on the order: both rows of an undirected edge must agree. */
static void
both_ends_of_an_edge_weigh_the_same (void)
{
    static const guint32 FROM[] = {0, 1, 0, 1};
    static const guint32 TO[] = {1, 0, 1, 0};
    static const double WEIGHT[] = {1e16, 1, 1, 1};
    g_autoptr (RhumbNetwork) network =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, 2, 2, FROM, TO, WEIGHT, 4, NULL);
    const double there = rhumb_network_get_weight (network, 0, 1);
    const double back = rhumb_network_get_weight (network, 1, 0);
    g_assert_cmpmem (&there, sizeof there, &back, sizeof back);
}

static void
wrong_edges_are_refused (void)
{
    static const struct {
        guint32 from;
        guint32 to;
        double weight;
        const char *message;
    } CASES[] = {
        {3, 0, 1, "edge 1 is 3 → 0, expected nodes below 3 → 3"},
        {0, 3, 1, "edge 1 is 0 → 3, expected nodes below 3 → 3"},
        {G_MAXUINT32, 0, 1, "edge 1 is 4294967295 → 0, expected nodes below 3 → 3"},
        {0, 1, -0.5, "weight of edge 1 is -0.5, expected a finite number of at least 0"},
        {0, 1, NAN, "weight of edge 1 is nan, expected a finite number of at least 0"},
        {0, 1, INFINITY, "weight of edge 1 is inf, expected a finite number of at least 0"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++) {
        const guint32 from[] = {0, CASES[i].from};
        const guint32 to[] = {1, CASES[i].to};
        const double weight[] = {1, CASES[i].weight};
        g_autoptr (GError) error = NULL;
        g_assert_null (
            rhumb_network_new (RHUMB_NETWORK_DIRECTED, 3, 3, from, to, weight, 2, &error));
        g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
        g_assert_cmpstr (error->message, ==, CASES[i].message);
    }
}

static void
sums_that_overflow_are_refused (void)
{
    static const guint32 FROM[] = {0, 0};
    static const guint32 TO[] = {1, 1};
    static const double WEIGHT[] = {G_MAXDOUBLE, G_MAXDOUBLE};
    g_autoptr (GError) error = NULL;
    g_assert_null (rhumb_network_new (RHUMB_NETWORK_DIRECTED, 2, 2, FROM, TO, WEIGHT, 2, &error));
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
}

static void
empty_networks_have_rows (void)
{
    static const RhumbNetworkMode MODES[] = {RHUMB_NETWORK_DIRECTED, RHUMB_NETWORK_UNDIRECTED,
                                             RHUMB_NETWORK_TWO_MODE};
    for (gsize i = 0; i < G_N_ELEMENTS (MODES); i++) {
        for (guint32 n = 0; n < 3; n++) {
            g_autoptr (GError) error = NULL;
            g_autoptr (RhumbNetwork) network =
                rhumb_network_new (MODES[i], n, n, NULL, NULL, NULL, 0, &error);
            g_assert_no_error (error);
            const RhumbRows out = rhumb_network_get_out_rows (network);
            const RhumbRows in = rhumb_network_get_in_rows (network);
            g_assert_cmpuint (out.n_rows, ==, n);
            g_assert_cmpuint (in.n_rows, ==, n);
            g_assert_cmpuint (out.start[n], ==, 0);
            g_assert_cmpuint (in.start[n], ==, 0);
            g_assert_cmpuint (rhumb_network_get_n_edges (network), ==, 0);
        }
    }
}

static void
the_order_of_edges_does_not_matter (void)
{
    g_autoptr (OracleEdges) edges = oracle_edges_new (RHUMB_NETWORK_DIRECTED, 12, 12, 60, TRUE, 9);
    g_autoptr (OracleEdges) shuffled =
        oracle_edges_new (RHUMB_NETWORK_DIRECTED, 12, 12, 60, TRUE, 9);
    g_autofree guint32 *order = oracle_random_order (60, 5);
    for (gsize e = 0; e < 60; e++) {
        shuffled->from[e] = edges->from[order[e]];
        shuffled->to[e] = edges->to[order[e]];
        shuffled->weight[e] = edges->weight[order[e]];
    }
    g_autoptr (RhumbNetwork) a = oracle_edges_to_network (edges);
    g_autoptr (RhumbNetwork) b = oracle_edges_to_network (shuffled);
    oracle_assert_same_network (a, b);
}

/* Numbers below 10007 times 1234, each once; the weight tells whose it was. */
static void
sorted_rows_ascend_with_their_weights (void)
{
    static const gsize LENGTH[] = {0, 1, 2, 128, 129, 1000, 10006};
    for (guint k = 0; k < G_N_ELEMENTS (LENGTH); k++) {
        const gsize n = LENGTH[k];
        g_autofree guint32 *node = g_new (guint32, n + 1);
        g_autofree double *weight = g_new (double, n + 1);
        g_autofree guint32 *node_room = g_new (guint32, n + 1);
        g_autofree double *weight_room = g_new (double, n + 1);
        guint64 sum = 0;
        for (gsize i = 0; i < n; i++) {
            node[i] = (guint32)((i + 1) * 1234 % 10007);
            weight[i] = 1.0 / node[i];
            sum += node[i];
        }
        rhumb_row_sort (node, weight, n, node_room, weight_room);
        for (gsize i = 0; i < n; i++) {
            g_assert_true (i == 0 || node[i - 1] < node[i]);
            g_assert_cmpfloat (weight[i], ==, 1.0 / node[i]);
            sum -= node[i];
        }
        g_assert_cmpuint (sum, ==, 0);
    }
}

static RhumbNetwork *
take_three_rows (guint32 last_node, double last_weight, GError **error)
{
    static const gsize START[] = {0, 2, 2, 3};
    static const guint32 NODE[] = {1, 4, 4};
    static const double WEIGHT[] = {1, 2, 3};
    gsize *start = g_memdup2 (START, sizeof START);
    guint32 *node = g_memdup2 (NODE, sizeof NODE);
    double *weight = g_memdup2 (WEIGHT, sizeof WEIGHT);
    node[2] = last_node;
    weight[2] = last_weight;
    return rhumb_network_take_two_mode_rows (3, 5, start, node, weight, error);
}

static void
rows_that_are_ready_make_the_same_network (void)
{
    static const guint32 FROM[] = {2, 0, 0};
    static const guint32 TO[] = {4, 4, 1};
    static const double WEIGHT[] = {3, 2, 1};
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbNetwork) expected =
        rhumb_network_new (RHUMB_NETWORK_TWO_MODE, 3, 5, FROM, TO, WEIGHT, 3, &error);
    g_autoptr (RhumbNetwork) taken = take_three_rows (4, 3, &error);
    g_assert_no_error (error);
    oracle_assert_same_network (taken, expected);
    g_assert_null (take_three_rows (5, 3, &error));
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
    g_clear_error (&error);
    g_assert_null (take_three_rows (4, HUGE_VAL, &error));
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
}

/* Grouped by the node that edges lead to, those of a group ascending or not, with or without a
 * repeat. */
static void
edges_by_target_are_edges (void)
{
    static const guint32 FROM[][4] = {{0, 2, 1, 3}, {2, 0, 1, 3}, {0, 0, 1, 3}, {0, 2, 3, 3}};
    static const guint32 TO[] = {0, 0, 1, 1};
    static const double WEIGHT[] = {1, 2, 4, 8};
    for (guint i = 0; i < G_N_ELEMENTS (FROM); i++) {
        guint32 from[4];
        guint32 to[4];
        double weight[4];
        for (guint e = 0; e < 4; e++) {
            from[3 - e] = FROM[i][e];
            to[3 - e] = TO[e];
            weight[3 - e] = WEIGHT[e];
        }
        g_autoptr (RhumbNetwork) grouped =
            rhumb_network_new (RHUMB_NETWORK_TWO_MODE, 4, 2, FROM[i], TO, WEIGHT, 4, NULL);
        g_autoptr (RhumbNetwork) backwards =
            rhumb_network_new (RHUMB_NETWORK_TWO_MODE, 4, 2, from, to, weight, 4, NULL);
        const RhumbRows in = rhumb_network_get_in_rows (grouped);
        const RhumbRows expected = rhumb_network_get_in_rows (backwards);
        oracle_assert_same_network (grouped, backwards);
        oracle_assert_same_bytes (in.start, expected.start, 3 * sizeof *in.start);
        oracle_assert_same_bytes (in.node, expected.node, in.start[2] * sizeof *in.node);
        oracle_assert_same_bytes (in.weight, expected.weight, in.start[2] * sizeof *in.weight);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/network/a-hand-made-network-is-as-drawn", a_hand_made_network_is_as_drawn);
    g_test_add_func ("/network/repeated-edges-are-added", repeated_edges_are_added);
    g_test_add_func ("/network/without-weights-a-repeat-counts-once",
                     without_weights_a_repeat_counts_once);
    g_test_add_func ("/network/undirected-directions-are-the-same-rows",
                     undirected_directions_are_the_same_rows);
    g_test_add_func ("/network/random-networks-match-dense-matrices",
                     random_networks_match_dense_matrices);
    g_test_add_func ("/network/large-networks-are-turned-around", large_networks_are_turned_around);
    g_test_add_func ("/network/both-ends-of-an-edge-weigh-the-same",
                     both_ends_of_an_edge_weigh_the_same);
    g_test_add_func ("/network/sorted-rows-ascend-with-their-weights",
                     sorted_rows_ascend_with_their_weights);
    g_test_add_func ("/network/rows-that-are-ready-make-the-same-network",
                     rows_that_are_ready_make_the_same_network);
    g_test_add_func ("/network/wrong-edges-are-refused", wrong_edges_are_refused);
    g_test_add_func ("/network/sums-that-overflow-are-refused", sums_that_overflow_are_refused);
    g_test_add_func ("/network/empty-networks-have-rows", empty_networks_have_rows);
    g_test_add_func ("/network/the-order-of-edges-does-not-matter",
                     the_order_of_edges_does_not_matter);
    g_test_add_func ("/network/edges-by-target-are-edges", edges_by_target_are_edges);
    return g_test_run ();
}
