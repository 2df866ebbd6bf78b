/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Return probabilities against closed forms and powers of dense matrices.
 */
#include "analytics/similar/return-probabilities.h"

#include <math.h>
#include <string.h>

#include "graph/error.h"
#include "graph/threads.h"
#include "tests/oracle.h"

#define N_STEPS 16

static RhumbVectors *
find (const RhumbNetwork *network, const RhumbReturnsOptions *options)
{
    const guint32 n = rhumb_network_get_n_from (network);
    g_autoptr (GError) error = NULL;
    g_autofree guint64 *key = oracle_make_keys (n);
    RhumbVectors *vectors = rhumb_find_returns (network, key, n, options, &error);
    g_assert_no_error (error);
    return vectors;
}

static RhumbNetwork *
join (guint32 n, const guint32 *from, const guint32 *to, gsize n_edges)
{
    g_autoptr (GError) error = NULL;
    RhumbNetwork *network =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, n, n, from, to, NULL, n_edges, &error);
    g_assert_no_error (error);
    return network;
}

/* 1/n + (n − 1)/n · (−1/(n − 1))^k */
static void
cliques_have_their_closed_form (void)
{
    const guint32 n = 40;
    g_autofree guint32 *from = g_new (guint32, n * n);
    g_autofree guint32 *to = g_new (guint32, n * n);
    gsize n_edges = 0;
    for (guint32 v = 0; v < n; v++) {
        for (guint32 w = 0; w < v; w++) {
            from[n_edges] = v;
            to[n_edges++] = w;
        }
    }
    g_autoptr (RhumbNetwork) network = join (n, from, to, n_edges);
    g_autoptr (RhumbVectors) found = find (network, NULL);
    for (guint k = 1; k <= N_STEPS; k++) {
        const double expected = 1.0 / n + (n - 1.0) / n * pow (-1 / (n - 1.0), k);
        for (guint32 v = 0; v < n; v++)
            g_assert_cmpfloat_with_epsilon (rhumb_vectors_get_row (found, v)[k - 1], expected,
                                            1e-6);
    }
}

/* Even steps: the centre is there again, a leaf one time in as many as there are. */
static void
stars_tell_the_centre_from_leaves (void)
{
    static const guint32 FROM[] = {0, 0, 0, 0, 0};
    static const guint32 TO[] = {1, 2, 3, 4, 5};
    g_autoptr (RhumbNetwork) network = join (7, FROM, TO, G_N_ELEMENTS (FROM));
    g_autoptr (RhumbVectors) found = find (network, NULL);
    for (guint k = 1; k <= N_STEPS; k++) {
        const float even = k % 2 == 0;
        g_assert_cmpfloat_with_epsilon (rhumb_vectors_get_row (found, 0)[k - 1], even, 1e-6);
        g_assert_cmpfloat_with_epsilon (rhumb_vectors_get_row (found, 3)[k - 1], even / 5, 1e-6);
    }
    g_assert_false (rhumb_vectors_has_vector (found, 6));
}

/* The diagonals of powers of P, weights and loops included; row by row, steps after each other. */
static double *
multiply_out (const OracleMatrix *a)
{
    const guint32 n = a->n_rows;
    double *diagonal = g_new0 (double, n *N_STEPS);
    g_autofree double *strength = g_new0 (double, n);
    g_autofree double *here = g_new (double, n);
    g_autofree double *next = g_new (double, n);
    for (guint32 v = 0; v < n; v++)
        for (guint32 w = 0; w < n; w++)
            strength[v] += oracle_matrix_get (a, v, w);
    for (guint32 v = 0; v < n; v++) {
        memset (here, 0, n * sizeof *here);
        here[v] = 1;
        for (guint k = 0; k < N_STEPS; k++) {
            memset (next, 0, n * sizeof *next);
            for (guint32 u = 0; u < n; u++)
                for (guint32 w = 0; w < n && here[u] > 0 && strength[u] > 0; w++)
                    next[w] += here[u] * oracle_matrix_get (a, u, w) / strength[u];
            memcpy (here, next, n * sizeof *here);
            diagonal[v * N_STEPS + k] = here[v];
        }
    }
    return diagonal;
}

static void
powers_of_dense_matrices_agree (void)
{
    for (guint64 seed = 1; seed <= 3; seed++) {
        const guint32 n = 70;
        g_autoptr (OracleEdges) edges =
            oracle_edges_new (RHUMB_NETWORK_UNDIRECTED, n, n, 130, seed != 2, seed);
        g_autoptr (RhumbNetwork) network = oracle_edges_to_network (edges);
        g_autoptr (OracleMatrix) a = oracle_edges_to_matrix (edges);
        g_autofree double *expected = multiply_out (a);
        g_autoptr (RhumbVectors) found = find (network, NULL);
        for (guint32 v = 0; v < n; v++)
            for (guint k = 0; k < N_STEPS; k++)
                g_assert_cmpfloat_with_epsilon (rhumb_vectors_get_row (found, v)[k],
                                                expected[v * N_STEPS + k], 1e-6);
    }
}

/* Over all nodes and even steps, against exact numbers: within what the source of chance allows. */
static void
estimates_err_as_little_as_they_say (void)
{
    const guint32 n = 400;
    RhumbReturnsOptions options = RHUMB_RETURNS_DEFAULTS;
    g_autoptr (OracleEdges) edges =
        oracle_edges_new (RHUMB_NETWORK_UNDIRECTED, n, n, 1600, TRUE, 5);
    g_autoptr (RhumbNetwork) network = oracle_edges_to_network (edges);
    g_assert_true (rhumb_returns_are_exact (network, &options));
    g_autoptr (RhumbVectors) exact = find (network, &options);
    options.most_products = 0;
    g_assert_false (rhumb_returns_are_exact (network, &options));
    g_autoptr (RhumbVectors) estimated = find (network, &options);
    double squares = 0;
    guint n_squares = 0;
    for (guint32 v = 0; v < n; v++) {
        for (guint k = 1; k < N_STEPS; k += 2) {
            const double value = rhumb_vectors_get_row (exact, v)[k];
            if (value == 0)
                continue;
            const double error = rhumb_vectors_get_row (estimated, v)[k] / value - 1;
            squares += error * error;
            n_squares++;
        }
    }
    g_assert_cmpuint (n_squares, >, n);
    g_assert_cmpfloat (sqrt (squares / n_squares), <, sqrt (2.0 / options.n_probes));
    g_assert_cmpfloat (sqrt (squares / n_squares), >, 0);
}

static void
threads_change_no_bit (void)
{
    const guint32 n = 300;
    g_autoptr (OracleEdges) edges = oracle_edges_new (RHUMB_NETWORK_UNDIRECTED, n, n, 900, TRUE, 7);
    g_autoptr (RhumbNetwork) network = oracle_edges_to_network (edges);
    for (guint i = 0; i < 2; i++) {
        RhumbReturnsOptions options = RHUMB_RETURNS_DEFAULTS;
        options.most_products = i == 0 ? options.most_products : 0;
        rhumb_set_n_threads (1);
        g_autoptr (RhumbVectors) one = find (network, &options);
        rhumb_set_n_threads (2);
        g_autoptr (RhumbVectors) two = find (network, &options);
        oracle_assert_same_bytes (rhumb_vectors_get_row (one, 0), rhumb_vectors_get_row (two, 0),
                                  sizeof (float) * n * N_STEPS);
    }
}

static void
wrong_options_are_refused (void)
{
    static const RhumbReturnsOptions WRONG[] = {
        {0, 1, 1, 1},
        {RHUMB_RETURNS_MAX_STEPS + 1, 1, 1, 1},
        {1, 1, 0, 1},
        {1, 1, RHUMB_RETURNS_MAX_PROBES + 1, 1},
    };
    g_autoptr (RhumbNetwork) network = join (1, NULL, NULL, 0);
    for (guint i = 0; i < G_N_ELEMENTS (WRONG); i++) {
        g_autoptr (GError) error = NULL;
        const guint64 key = 1;
        g_assert_null (rhumb_find_returns (network, &key, 1, &WRONG[i], &error));
        g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
    }
    g_autoptr (RhumbNetwork) empty = join (0, NULL, NULL, 0);
    g_autoptr (RhumbVectors) none = find (empty, NULL);
    g_assert_cmpuint (rhumb_vectors_get_n_rows (none), ==, 0);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/returns/cliques-have-their-closed-form", cliques_have_their_closed_form);
    g_test_add_func ("/returns/stars-tell-the-centre-from-leaves",
                     stars_tell_the_centre_from_leaves);
    g_test_add_func ("/returns/powers-of-dense-matrices-agree", powers_of_dense_matrices_agree);
    g_test_add_func ("/returns/estimates-err-as-little-as-they-say",
                     estimates_err_as_little_as_they_say);
    g_test_add_func ("/returns/threads-change-no-bit", threads_change_no_bit);
    g_test_add_func ("/returns/wrong-options-are-refused", wrong_options_are_refused);
    return g_test_run ();
}
