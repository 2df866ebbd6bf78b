/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Eigenvectors of Laplacians: closed forms, dense matrices, bases and components.
 */
#include "analytics/similar/laplacian-eigenvectors.h"

#include <math.h>

#include "analytics/similar/columns.h"
#include "graph/error.h"
#include "graph/threads.h"
#include "tests/oracle.h"

static RhumbVectors *
find (RhumbNetwork *network, guint n_dimensions, guint64 seed, double *eigenvalue)
{
    const guint32 n = rhumb_network_get_n_from (network);
    RhumbLaplacianOptions options = RHUMB_LAPLACIAN_DEFAULTS;
    options.n_dimensions = n_dimensions;
    options.seed = seed;
    g_autoptr (GError) error = NULL;
    g_autofree guint64 *key = oracle_make_keys (n);
    RhumbVectors *vectors =
        rhumb_find_laplacian_eigenvectors (network, key, n, &options, eigenvalue, &error);
    g_assert_no_error (error);
    return vectors;
}

static RhumbNetwork *
join (guint32 n, GArray *from, GArray *to)
{
    g_autoptr (GError) error = NULL;
    RhumbNetwork *network =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, n, n, (const guint32 *)(gpointer)from->data,
                           (const guint32 *)(gpointer)to->data, NULL, from->len, &error);
    g_assert_no_error (error);
    return network;
}

/* A path from node @first to node @end − 1, closed to a ring or not. */
static void
add_path (GArray *from, GArray *to, guint32 first, guint32 end, gboolean closed)
{
    for (guint32 v = first; v + 1 < end; v++) {
        const guint32 next = v + 1;
        g_array_append_val (from, v);
        g_array_append_val (to, next);
    }
    const guint32 last = end - 1;
    if (closed) {
        g_array_append_val (from, last);
        g_array_append_val (to, first);
    }
}

/* λ_j = 1 − cos(πj/(n − 1)), and vectors that rise or fall like a cosine. */
static void
paths_vibrate (void)
{
    const guint32 n = 200;
    double value[5];
    g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) to = g_array_new (FALSE, FALSE, sizeof (guint32));
    add_path (from, to, 0, n, FALSE);
    g_autoptr (RhumbNetwork) network = join (n, from, to);
    g_autoptr (RhumbVectors) found = find (network, 5, 1, value);
    for (guint k = 0; k < 5; k++)
        g_assert_cmpfloat_with_epsilon (value[k], 1 - cos (G_PI * (k + 1) / (n - 1)), 1e-10);
    /* D^(1/2) cos(πv/(n − 1)), of length 1; the ends have half the strength of the others. */
    const double unit = sqrt (2.0 / (n - 1));
    const double sign = rhumb_vectors_get_row (found, 1)[0] > 0 ? 1 : -1;
    for (guint32 v = 1; v + 1 < n; v++)
        g_assert_cmpfloat_with_epsilon (rhumb_vectors_get_row (found, v)[0],
                                        sign * unit * cos (G_PI * v / (n - 1)), 1e-4);
}

/* λ = 1 − cos(2πj/n), each twice: the basis does not depend on where the search began. */
static void
equal_eigenvalues_have_one_basis (void)
{
    const guint32 n = 51;
    double value[4];
    g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) to = g_array_new (FALSE, FALSE, sizeof (guint32));
    add_path (from, to, 0, n, TRUE);
    g_autoptr (RhumbNetwork) network = join (n, from, to);
    g_autoptr (RhumbVectors) one = find (network, 4, 1, value);
    g_autoptr (RhumbVectors) other = find (network, 4, 2, NULL);
    for (guint k = 0; k < 4; k++)
        g_assert_cmpfloat_with_epsilon (value[k], 1 - cos (2 * G_PI * (k / 2 + 1) / n), 1e-10);
    for (guint32 v = 0; v < n; v++)
        for (guint k = 0; k < 4; k++)
            g_assert_cmpfloat_with_epsilon (rhumb_vectors_get_row (one, v)[k],
                                            rhumb_vectors_get_row (other, v)[k], 1e-5);
    g_assert_cmpfloat (rhumb_vectors_get_row (one, 0)[0], >, 0);
    g_assert_cmpfloat_with_epsilon (rhumb_vectors_get_row (one, 0)[1], 0, 1e-6);
}

/* Two paths and a node alone: what a component is tells nothing, so no vector is constant. */
static void
components_have_no_vector_of_their_own (void)
{
    double value[6];
    g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) to = g_array_new (FALSE, FALSE, sizeof (guint32));
    add_path (from, to, 0, 3, FALSE);
    add_path (from, to, 3, 5, FALSE);
    g_autoptr (RhumbNetwork) network = join (6, from, to);
    g_autoptr (RhumbVectors) found = find (network, 6, 1, value);
    g_assert_cmpfloat_with_epsilon (value[0], 1, 1e-12); /* of three nodes: 1 and 2 */
    g_assert_cmpfloat_with_epsilon (value[1], 2, 1e-12);
    g_assert_cmpfloat_with_epsilon (value[2], 2, 1e-12); /* of two: 2 */
    for (guint k = 3; k < 6; k++) {
        g_assert_true (isnan (value[k]));
        for (guint32 v = 0; v < 6; v++)
            g_assert_true (rhumb_vectors_get_row (found, v)[k] == 0);
    }
    g_assert_cmpfloat_with_epsilon (fabs (rhumb_vectors_get_row (found, 0)[0]), sqrt (0.5), 1e-6);
    g_assert_cmpfloat_with_epsilon (rhumb_vectors_get_row (found, 1)[0], 0, 1e-6);
    g_assert_false (rhumb_vectors_has_vector (found, 5));
}

/* All eigenvalues of the dense matrix by Jacobi, and Lx = λx for what was found. */
static void
dense_matrices_agree (void)
{
    enum { N = 120, K = 10 };
    for (guint64 seed = 1; seed <= 3; seed++) {
        double value[K];
        g_autofree double *dense = g_new0 (double, N *N);
        g_autofree double *expected = g_new (double, N);
        g_autofree double *vector = g_new (double, N *N);
        g_autofree double *strength = g_new0 (double, N);
        g_autoptr (OracleEdges) edges =
            oracle_edges_new (RHUMB_NETWORK_UNDIRECTED, N, N, 700, seed != 2, seed);
        g_autoptr (RhumbNetwork) network = oracle_edges_to_network (edges);
        g_autoptr (OracleMatrix) a = oracle_edges_to_matrix (edges);
        for (guint32 v = 0; v < N; v++)
            for (guint32 w = 0; w < N; w++)
                strength[v] += oracle_matrix_get (a, v, w);
        for (guint32 v = 0; v < N; v++)
            for (guint32 w = 0; w < N; w++)
                if (oracle_matrix_get (a, v, w) > 0)
                    dense[v * N + w] =
                        oracle_matrix_get (a, v, w) / sqrt (strength[v] * strength[w]);
        g_autofree double *used_up = g_memdup2 (dense, sizeof (double) * N * N);
        rhumb_symmetric_diagonalise (used_up, N, expected, vector);
        g_autoptr (RhumbVectors) found = find (network, K, 1, value);
        guint skipped = 0;
        while (expected[skipped] > 1 - 1e-9)
            skipped++;
        for (guint k = 0; k < K; k++) {
            g_assert_cmpfloat_with_epsilon (1 - value[k], expected[skipped + k], 1e-9);
            for (guint32 v = 0; v < N; v++) {
                double image = 0;
                for (guint32 w = 0; w < N; w++)
                    image += dense[v * N + w] * rhumb_vectors_get_row (found, w)[k];
                g_assert_cmpfloat_with_epsilon (
                    image, (1 - value[k]) * rhumb_vectors_get_row (found, v)[k], 1e-6);
            }
        }
    }
}

static void
threads_change_no_bit (void)
{
    const guint32 n = 5000; /* more than a block of rows */
    g_autoptr (OracleEdges) edges =
        oracle_edges_new (RHUMB_NETWORK_UNDIRECTED, n, n, 20000, TRUE, 7);
    g_autoptr (RhumbNetwork) network = oracle_edges_to_network (edges);
    g_autofree guint64 *key = oracle_make_keys (n);
    RhumbLaplacianOptions options = RHUMB_LAPLACIAN_DEFAULTS;
    options.n_dimensions = 3;
    options.tolerance = 1e-2;
    rhumb_set_n_threads (1);
    g_autoptr (RhumbVectors) one =
        rhumb_find_laplacian_eigenvectors (network, key, n, &options, NULL, NULL);
    rhumb_set_n_threads (2);
    g_autoptr (RhumbVectors) two =
        rhumb_find_laplacian_eigenvectors (network, key, n, &options, NULL, NULL);
    oracle_assert_same_bytes (rhumb_vectors_get_row (one, 0), rhumb_vectors_get_row (two, 0),
                              sizeof (float) * n * 3);
}

static void
what_cannot_be_is_refused (void)
{
    static const guint32 FROM[] = {0};
    static const guint32 TO[] = {1};
    static const double WEIGHT[] = {1e200};
    static const RhumbLaplacianOptions WRONG[] = {
        {0, 1e-7, 1, 1}, {257, 1e-7, 1, 1}, {1, 0, 1, 1}, {1, 1e-7, 0, 1}};
    const guint64 key[] = {1, 2};
    g_autoptr (RhumbNetwork) empty =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, 0, 0, NULL, NULL, NULL, 0, NULL);
    g_autoptr (RhumbNetwork) heavy =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, 2, 2, FROM, TO, WEIGHT, 1, NULL);
    for (guint i = 0; i < G_N_ELEMENTS (WRONG); i++) {
        g_autoptr (GError) error = NULL;
        g_assert_null (rhumb_find_laplacian_eigenvectors (empty, key, 0, &WRONG[i], NULL, &error));
        g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
    }
    g_autoptr (GError) error = NULL;
    g_assert_null (rhumb_find_laplacian_eigenvectors (heavy, key, 2, NULL, NULL, &error));
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
    g_autoptr (RhumbVectors) none = find (empty, 2, 1, NULL);
    g_assert_cmpuint (rhumb_vectors_get_n_rows (none), ==, 0);
}

static void
what_is_not_found_is_told (void)
{
    RhumbLaplacianOptions options = RHUMB_LAPLACIAN_DEFAULTS;
    options.max_rounds = 1;
    g_autoptr (GError) error = NULL;
    g_autofree guint64 *key = oracle_make_keys (500);
    g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) to = g_array_new (FALSE, FALSE, sizeof (guint32));
    add_path (from, to, 0, 500, FALSE);
    g_autoptr (RhumbNetwork) network = join (500, from, to);
    g_assert_null (rhumb_find_laplacian_eigenvectors (network, key, 500, &options, NULL, &error));
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_NOT_CONVERGED);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/laplacian/paths-vibrate", paths_vibrate);
    g_test_add_func ("/laplacian/equal-eigenvalues-have-one-basis",
                     equal_eigenvalues_have_one_basis);
    g_test_add_func ("/laplacian/components-have-no-vector-of-their-own",
                     components_have_no_vector_of_their_own);
    g_test_add_func ("/laplacian/dense-matrices-agree", dense_matrices_agree);
    g_test_add_func ("/laplacian/threads-change-no-bit", threads_change_no_bit);
    g_test_add_func ("/laplacian/what-cannot-be-is-refused", what_cannot_be_is_refused);
    g_test_add_func ("/laplacian/what-is-not-found-is-told", what_is_not_found_is_told);
    return g_test_run ();
}
