/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Vectors of nodes against dense products, and what they are for.
 */
#include "analytics/similar/fastrp.h"

#include <math.h>
#include <string.h>

#ifdef _OPENMP
#include <omp.h>
#endif

#include "analytics/similar/fastrp-private.h"
#include "graph/error.h"
#include "graph/text.h"
#include "tests/oracle.h"

/* An entry of the random matrix, from its definition: thirds, as sparsity is 3. */
static double
draw (guint64 seed, guint64 key, guint column)
{
    const guint64 random = rhumb_hash_mix (rhumb_hash_mix (seed, key), column);
    const double chance = (double)(random >> 11) / 9007199254740992.0;
    return chance < 1.0 / 6 ? sqrt (3) : chance < 1.0 / 3 ? -sqrt (3) : 0;
}

/* To the bit, for any share of entries that are not 0. */
static void
random_rows_are_as_defined (void)
{
    static const double SPARSITY[] = {1, 1.7, 3, 100, 1e9};
    for (guint i = 0; i < G_N_ELEMENTS (SPARSITY); i++) {
        const double s = SPARSITY[i];
        const RhumbFastrpOptions options = {500, 1, {1}, 0.37, s, 5};
        float row[500];
        rhumb_fastrp_draw_row (&options, s, 77, 12, row);
        for (guint k = 0; k < 500; k++) {
            const guint64 random = rhumb_hash_mix (rhumb_hash_mix (5, 77), k);
            const double chance = (double)(random >> 11) / 9007199254740992.0 * s;
            const double size = sqrt (s) * pow (12, 0.37);
            const float expected = chance < 0.5 ? (float)size : chance < 1 ? (float)-size : 0;
            oracle_assert_same_bytes (&row[k], &expected, sizeof expected);
        }
    }
}

/* Row by row in double precision: the sum of normalised powers of the transition matrix. */
static double *
compute (const OracleMatrix *a, const guint64 *key, guint d)
{
    static const double ALPHA[] = {0, 0, 1, 6.67};
    const guint32 n = a->n_rows;
    double *sum = g_new0 (double, n *d);
    g_autofree double *u = g_new0 (double, n *d);
    g_autofree double *next = g_new0 (double, n *d);
    g_autofree double *degree = g_new0 (double, n);
    for (guint32 v = 0; v < n; v++) {
        for (guint32 w = 0; w < n; w++)
            degree[v] += oracle_matrix_get (a, v, w);
        for (guint k = 0; k < d; k++)
            u[v * d + k] = degree[v] > 0 ? pow (degree[v], -0.64) * draw (1, key[v], k) : 0;
    }
    for (guint s = 0; s < 5; s++) {
        for (guint32 v = 0; v < n; v++) {
            double squares = 0;
            for (guint k = 0; k < d; k++) {
                double value = 0;
                for (guint32 w = 0; w < n && degree[v] > 0; w++)
                    value += oracle_matrix_get (a, v, w) / degree[v] * u[w * d + k];
                next[v * d + k] = s < 4 ? value : sum[v * d + k];
                squares += next[v * d + k] * next[v * d + k];
            }
            for (guint k = 0; k < d && squares > 1e-20; k++) {
                const double unit = next[v * d + k] / sqrt (squares);
                sum[v * d + k] = s < 4 ? sum[v * d + k] + ALPHA[s] * unit : unit;
            }
        }
        memcpy (u, next, n * d * sizeof *u);
    }
    return sum;
}

static void
vectors_are_those_of_dense_products (void)
{
    for (guint64 seed = 0; seed < 20; seed++) {
        g_autoptr (OracleEdges) edges = oracle_edges_new (
            seed % 2 ? RHUMB_NETWORK_DIRECTED : RHUMB_NETWORK_UNDIRECTED, 25, 25, 60, TRUE, seed);
        g_autoptr (RhumbNetwork) network = oracle_edges_to_network (edges);
        g_autoptr (OracleMatrix) dense = oracle_edges_to_matrix (edges);
        g_autofree guint64 *key = oracle_make_keys (25);
        RhumbFastrpOptions options = RHUMB_FASTRP_DEFAULTS;
        options.n_dimensions = 32;
        g_autofree double *expected = compute (dense, key, 32);
        g_autoptr (RhumbVectors) vectors = rhumb_fastrp (network, key, 20, &options, NULL);
        g_assert_cmpuint (rhumb_vectors_get_n_rows (vectors), ==, 20);
        for (guint32 v = 0; v < 20; v++) {
            for (guint k = 0; k < 32; k++)
                g_assert_cmpfloat_with_epsilon (rhumb_vectors_get_row (vectors, v)[k],
                                                expected[v * 32 + k], 1e-4);
        }
    }
}

/* Whatever the tiles: in 32-bit numbers, each product rounded, in the order of links. */
static void
steps_have_the_bits_of_plain_sums (void)
{
    const guint32 n = 150;
    for (guint d = 1; d <= 77; d += d < 20 ? 1 : 19) {
        g_autoptr (OracleEdges) edges =
            oracle_edges_new (RHUMB_NETWORK_DIRECTED, n, n, 900, d % 3 > 0, d);
        g_autoptr (RhumbNetwork) network = oracle_edges_to_network (edges);
        const RhumbRows rows = rhumb_network_get_out_rows (network);
        g_autofree float *from = g_new (float, n *d);
        g_autofree float *to = g_new (float, n *d);
        g_autofree float *row = g_new (float, d);
        g_autofree float *expected = g_new (float, d);
        g_auto (FastrpLinks) links = {0};
        rhumb_fastrp_links_init (&links, rows);
        for (guint32 v = 0; v < n; v++) {
            rhumb_fastrp_draw_row (&(RhumbFastrpOptions){d, 1, {1}, 0.37, 1, 5}, 1.7, v, v + 1,
                                   row);
            rhumb_fastrp_put_row (from, n, d, v, row);
        }
        rhumb_fastrp_step (&links, d, from, to);
        for (guint32 v = 0; v < n; v++) {
            const double strength = rhumb_fastrp_sum_row (rows, v);
            memset (expected, 0, d * sizeof *expected);
            for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++) {
                const double weight = rows.weight != NULL ? rows.weight[i] : 1;
                rhumb_fastrp_get_row (from, n, d, rows.node[i], row);
                for (guint k = 0; k < d; k++)
                    expected[k] += (float)(strength > 0 ? weight / strength : 0) * row[k];
            }
            rhumb_fastrp_get_row (to, n, d, v, row);
            oracle_assert_same_bytes (row, expected, d * sizeof *row);
        }
    }
}

/* One step without powers of strengths: what a row is by the definition of its start. */
static void
features_are_mixed_into_the_start (void)
{
    const guint d = 16;
    const guint32 n = 12;
    for (guint64 seed = 0; seed < 10; seed++) {
        g_autoptr (OracleEdges) edges =
            oracle_edges_new (RHUMB_NETWORK_UNDIRECTED, n, n, 30, FALSE, seed);
        g_autoptr (OracleEdges) had =
            oracle_edges_new (RHUMB_NETWORK_TWO_MODE, n, 7, 20, TRUE, seed + 100);
        g_autoptr (RhumbNetwork) network = oracle_edges_to_network (edges);
        g_autoptr (RhumbNetwork) links = oracle_edges_to_network (had);
        g_autoptr (OracleMatrix) a = oracle_edges_to_matrix (edges);
        g_autoptr (OracleMatrix) f = oracle_edges_to_matrix (had);
        g_autofree guint64 *key = oracle_make_keys (n + 7);
        const RhumbFastrpFeatures features = {links, key + n, 0.3};
        const RhumbFastrpOptions options = {d, 1, {1}, 0, 3, 1};
        g_autoptr (RhumbVectors) vectors =
            rhumb_fastrp_with_features (network, key, n, &features, &options, NULL);
        for (guint32 v = 0; v < n; v++) {
            double sum[16] = {0};
            double squares = 0;
            for (guint32 w = 0; w < n; w++) {
                double own[16];
                double of_features[16] = {0};
                double own_square = 0;
                double square = 0;
                for (guint k = 0; k < d; k++) {
                    own[k] = draw (1, key[w], k);
                    for (guint32 x = 0; x < 7; x++)
                        of_features[k] += oracle_matrix_get (f, w, x) * draw (1, key[n + x], k);
                    own_square += own[k] * own[k];
                    square += of_features[k] * of_features[k];
                }
                for (guint k = 0; k < d; k++)
                    sum[k] += oracle_matrix_get (a, v, w) *
                              ((own_square > 0 ? 0.7 * own[k] / sqrt (own_square) : 0) +
                               (square > 1e-12 ? 0.3 * of_features[k] / sqrt (square) : 0));
            }
            for (guint k = 0; k < d; k++)
                squares += sum[k] * sum[k];
            for (guint k = 0; k < d && squares > 1e-12; k++)
                g_assert_cmpfloat_with_epsilon (rhumb_vectors_get_row (vectors, v)[k],
                                                sum[k] / sqrt (squares), 1e-4);
        }
    }
}

static void
features_of_other_nodes_are_refused (void)
{
    g_autoptr (OracleEdges) edges = oracle_edges_new (RHUMB_NETWORK_UNDIRECTED, 9, 9, 20, FALSE, 1);
    g_autoptr (OracleEdges) had = oracle_edges_new (RHUMB_NETWORK_TWO_MODE, 8, 3, 9, FALSE, 2);
    g_autoptr (RhumbNetwork) network = oracle_edges_to_network (edges);
    g_autoptr (RhumbNetwork) links = oracle_edges_to_network (had);
    g_autofree guint64 *key = oracle_make_keys (12);
    const RhumbFastrpFeatures wrong[] = {{links, key, 0.5}, {network, key, 2}, {network, key, NAN}};
    for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++) {
        g_autoptr (GError) error = NULL;
        g_assert_null (rhumb_fastrp_with_features (network, key, 9, &wrong[i], NULL, &error));
        g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
    }
}

static double
compare (const RhumbVectors *vectors, guint32 a, guint32 b)
{
    double product = 0;
    for (guint k = 0; k < rhumb_vectors_get_n_dimensions (vectors); k++)
        product +=
            (double)rhumb_vectors_get_row (vectors, a)[k] * rhumb_vectors_get_row (vectors, b)[k];
    return product;
}

/* Two circles of twenty with many chords, one link between; node 40 has no links. */
static RhumbNetwork *
make_halves (void)
{
    g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) to = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint32 v = 0; v < 40; v++) {
        for (guint32 step = 1; step < 6; step++) {
            const guint32 other = v / 20 * 20 + (v + step) % 20;
            g_array_append_val (from, v);
            g_array_append_val (to, other);
        }
    }
    return rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, 41, 41,
                              (const guint32 *)(gpointer)from->data,
                              (const guint32 *)(gpointer)to->data, NULL, from->len, NULL);
}

static void
neighbours_point_the_same_way (void)
{
    g_autoptr (RhumbNetwork) network = make_halves ();
    g_autofree guint64 *key = oracle_make_keys (41);
    g_autoptr (RhumbVectors) vectors = rhumb_fastrp (network, key, 41, NULL, NULL);
    double within = 0;
    double across = 0;
    for (guint32 a = 0; a < 20; a++) {
        g_assert_cmpfloat_with_epsilon (compare (vectors, a, a), 1, 1e-5);
        for (guint32 b = 0; b < 20; b++) {
            within += compare (vectors, a, b) / 400;
            across += compare (vectors, a, 20 + b) / 400;
        }
    }
    g_assert_cmpfloat (within, >, across + 0.5);
    g_assert_true (rhumb_vectors_has_vector (vectors, 0));
    g_assert_false (rhumb_vectors_has_vector (vectors, 40));
}

static void
threads_do_not_change_a_bit (void)
{
#ifdef _OPENMP
    g_autoptr (OracleEdges) edges =
        oracle_edges_new (RHUMB_NETWORK_UNDIRECTED, 500, 500, 3000, TRUE, 4);
    g_autoptr (RhumbNetwork) network = oracle_edges_to_network (edges);
    g_autofree guint64 *key = oracle_make_keys (500);
    omp_set_num_threads (1);
    g_autoptr (RhumbVectors) one = rhumb_fastrp (network, key, 500, NULL, NULL);
    omp_set_num_threads (3);
    g_autoptr (RhumbVectors) three = rhumb_fastrp (network, key, 500, NULL, NULL);
    oracle_assert_same_bytes (rhumb_vectors_get_row (one, 0), rhumb_vectors_get_row (three, 0),
                              500 * 128 * sizeof (float));
#else
    g_test_skip ("built without threads");
#endif
}

static void
options_out_of_range_are_refused (void)
{
    const RhumbFastrpOptions WRONG[] = {{0, 1, {1}, 0, 3, 1},   {5000, 1, {1}, 0, 3, 1},
                                        {8, 0, {1}, 0, 3, 1},   {8, 17, {1}, 0, 3, 1},
                                        {8, 1, {NAN}, 0, 3, 1}, {8, 1, {1}, 9, 3, 1},
                                        {8, 1, {1}, 0, 0.5, 1}, {8, 1, {1}, NAN, 3, 1}};
    g_autoptr (RhumbNetwork) network = make_halves ();
    g_autofree guint64 *key = oracle_make_keys (41);
    for (guint i = 0; i < G_N_ELEMENTS (WRONG); i++) {
        g_autoptr (GError) error = NULL;
        g_assert_null (rhumb_fastrp (network, key, 41, &WRONG[i], &error));
        g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
    }
    g_autoptr (RhumbNetwork) empty =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, 0, 0, NULL, NULL, NULL, 0, NULL);
    g_autoptr (RhumbVectors) none = rhumb_fastrp (empty, key, 0, NULL, NULL);
    g_assert_cmpuint (rhumb_vectors_get_n_rows (none), ==, 0);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/fastrp/vectors-are-those-of-dense-products",
                     vectors_are_those_of_dense_products);
    g_test_add_func ("/fastrp/random-rows-are-as-defined", random_rows_are_as_defined);
    g_test_add_func ("/fastrp/steps-have-the-bits-of-plain-sums",
                     steps_have_the_bits_of_plain_sums);
    g_test_add_func ("/fastrp/neighbours-point-the-same-way", neighbours_point_the_same_way);
    g_test_add_func ("/fastrp/threads-do-not-change-a-bit", threads_do_not_change_a_bit);
    g_test_add_func ("/fastrp/options-out-of-range-are-refused", options_out_of_range_are_refused);
    g_test_add_func ("/fastrp/features-are-mixed-into-the-start",
                     features_are_mixed_into_the_start);
    g_test_add_func ("/fastrp/features-of-other-nodes-are-refused",
                     features_of_other_nodes_are_refused);
    return g_test_run ();
}
