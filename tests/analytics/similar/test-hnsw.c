/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Nearest vectors against the comparison of all.
 */
#include "analytics/similar/hnsw.h"

#include <math.h>
#include <string.h>

#ifdef _OPENMP
#include <omp.h>
#endif

#include "graph/error.h"
#include "graph/text.h"
#include "tests/oracle.h"

#define N 3000
#define D 12
#define N_QUERIES 100

static guint64 key[N];

/* Points around 30 centres; each tenth row is zero. */
static RhumbVectors *
make_vectors (void)
{
    float *row = g_new0 (float, N *D);
    for (guint32 v = 0; v < N; v++) {
        double squares = 0;
        key[v] = rhumb_hash_mix (4, v);
        for (guint k = 0; v % 10 != 9 && k < D; k++) {
            row[v * D + k] =
                (float)(oracle_random (v % 30, k) - 0.5 + 0.4 * (oracle_random (900 + v, k) - 0.5));
            squares += row[v * D + k] * row[v * D + k];
        }
        for (guint k = 0; squares > 0 && k < D; k++)
            row[v * D + k] = (float)(row[v * D + k] / sqrt (squares));
    }
    return rhumb_vectors_new_take (N, D, row);
}

static RhumbHnsw *
make_index (RhumbVectors *vectors)
{
    const RhumbHnswOptions options = {8, 60, 0, 1};
    RhumbHnsw *hnsw = rhumb_hnsw_new (vectors, key, &options, NULL);
    g_assert_false (rhumb_hnsw_is_exact (hnsw));
    return hnsw;
}

/* The ten best by sums in double precision. */
static void
find_best (const RhumbVectors *vectors, const float *query, const guint8 *allowed, guint32 *best)
{
    g_autoptr (GArray) list = rhumb_neighbours_new ();
    for (guint32 v = 0; v < N; v++) {
        const float *row = rhumb_vectors_get_row (vectors, v);
        RhumbNeighbour item = {v, 0};
        for (guint k = 0; k < D; k++)
            item.score += (double)row[k] * query[k];
        if (rhumb_vectors_has_vector (vectors, v) && (allowed == NULL || allowed[v]))
            g_array_append_val (list, item);
    }
    rhumb_neighbours_keep_best (list, 10);
    for (guint i = 0; i < 10; i++)
        best[i] = g_array_index (list, RhumbNeighbour, i).node;
}

static double
measure_recall (RhumbHnsw *hnsw, const RhumbVectors *vectors, guint width, const guint8 *allowed)
{
    double found_all = 0;
    for (guint q = 0; q < N_QUERIES; q++) {
        guint32 best[10];
        const float *query = rhumb_vectors_get_row (vectors, q * 20);
        g_autoptr (GArray) found = rhumb_hnsw_search (hnsw, query, 10, width, allowed);
        find_best (vectors, query, allowed, best);
        g_assert_cmpuint (found->len, ==, 10);
        for (guint i = 0; i < 10; i++) {
            const RhumbNeighbour item = g_array_index (found, RhumbNeighbour, i);
            g_assert_true (allowed == NULL || allowed[item.node]);
            g_assert_true (rhumb_vectors_has_vector (vectors, item.node));
            for (guint k = 0; k < i; k++)
                g_assert_cmpuint (g_array_index (found, RhumbNeighbour, k).node, !=, item.node);
            for (guint k = 0; k < 10; k++)
                found_all += best[k] == item.node;
        }
    }
    return found_all / N_QUERIES / 10;
}

static void
nearly_all_of_the_nearest_are_found (void)
{
    g_autoptr (RhumbVectors) vectors = make_vectors ();
    g_autoptr (RhumbHnsw) hnsw = make_index (vectors);
    const double narrow = measure_recall (hnsw, vectors, 10, NULL);
    const double wide = measure_recall (hnsw, vectors, 80, NULL);
    g_assert_cmpfloat (narrow, >, 0.85);
    g_assert_cmpfloat (wide, >, 0.99);
    g_assert_cmpfloat (wide, >=, narrow);
}

static void
few_rows_are_all_compared (void)
{
    g_autoptr (RhumbVectors) vectors = make_vectors ();
    g_autoptr (RhumbHnsw) hnsw = rhumb_hnsw_new (vectors, key, NULL, NULL);
    g_assert_true (rhumb_hnsw_is_exact (hnsw));
    g_assert_cmpuint (rhumb_hnsw_hash (hnsw), ==, 0);
    /* One in a thousand may stand at the end of a list, or behind it, as far as numbers are right.
     */
    g_assert_cmpfloat (measure_recall (hnsw, vectors, 10, NULL), >=, 0.999);
}

static void
only_allowed_rows_are_given (void)
{
    static const guint ONE_IN[] = {2, 10, 100};
    g_autoptr (RhumbVectors) vectors = make_vectors ();
    g_autoptr (RhumbHnsw) hnsw = make_index (vectors);
    for (guint i = 0; i < G_N_ELEMENTS (ONE_IN); i++) {
        guint8 allowed[N];
        for (guint32 v = 0; v < N; v++)
            allowed[v] = rhumb_hash_mix (6, v) % ONE_IN[i] == 0;
        g_assert_cmpfloat (measure_recall (hnsw, vectors, 80, allowed), >=, 0.97);
    }
}

static void
removed_rows_are_walked_through_but_not_given (void)
{
    g_autoptr (RhumbVectors) vectors = make_vectors ();
    g_autoptr (RhumbHnsw) hnsw = make_index (vectors);
    for (guint32 v = 0; v < N; v += 2)
        rhumb_hnsw_remove (hnsw, v);
    for (guint32 v = 1; v < N; v += 2) {
        g_autoptr (GArray) found =
            rhumb_hnsw_search (hnsw, rhumb_vectors_get_row (vectors, v), 1, 40, NULL);
        if (!rhumb_vectors_has_vector (vectors, v))
            g_assert_cmpuint (found->len, ==, 0);
        else
            g_assert_cmpuint (g_array_index (found, RhumbNeighbour, 0).node, ==, v);
    }
}

static void
links_do_not_depend_on_threads (void)
{
    g_autoptr (RhumbVectors) vectors = make_vectors ();
#ifdef _OPENMP
    omp_set_num_threads (1);
#endif
    g_autoptr (RhumbHnsw) one = make_index (vectors);
#ifdef _OPENMP
    omp_set_num_threads (4);
#endif
    g_autoptr (RhumbHnsw) four = make_index (vectors);
    g_assert_cmpuint (rhumb_hnsw_hash (one), ==, rhumb_hnsw_hash (four));
    g_assert_cmpuint (rhumb_hnsw_hash (one), !=, 0);
}

static void
nothing_and_nonsense_have_no_neighbours (void)
{
    const RhumbHnswOptions linked = {4, 8, 0, 1};
    const RhumbHnswOptions WRONG[] = {{1, 8, 0, 1}, {65, 80, 0, 1}, {8, 7, 0, 1}, {8, 20000, 0, 1}};
    const float zero[2] = {0, 0};
    const float nan[2] = {NAN, 1};
    const float unit[2] = {1, 0};
    g_autoptr (RhumbVectors) empty = rhumb_vectors_new_take (0, 2, g_new0 (float, 1));
    g_autoptr (RhumbVectors) zeros = rhumb_vectors_new_take (5, 2, g_new0 (float, 10));
    g_autoptr (RhumbVectors) same =
        rhumb_vectors_new_take (3, 2, g_memdup2 ((float[]){1, 0, 1, 0, 1, 0}, 6 * sizeof (float)));
    RhumbVectors *const SETS[] = {empty, zeros, same};
    for (guint i = 0; i < G_N_ELEMENTS (SETS); i++) {
        g_autoptr (RhumbHnsw) hnsw = rhumb_hnsw_new (SETS[i], key, &linked, NULL);
        g_autoptr (GArray) of_zero = rhumb_hnsw_search (hnsw, zero, 5, 10, NULL);
        g_autoptr (GArray) of_nan = rhumb_hnsw_search (hnsw, nan, 5, 10, NULL);
        g_autoptr (GArray) found = rhumb_hnsw_search (hnsw, unit, 5, 10, NULL);
        g_assert_cmpuint (of_zero->len, ==, 0);
        g_assert_cmpuint (of_nan->len, ==, 0);
        g_assert_cmpuint (found->len, ==, i == 2 ? 3 : 0);
        for (guint k = 0; k < found->len; k++)
            g_assert_cmpuint (g_array_index (found, RhumbNeighbour, k).node, ==, k);
    }
    for (guint i = 0; i < G_N_ELEMENTS (WRONG); i++) {
        g_autoptr (GError) error = NULL;
        g_assert_null (rhumb_hnsw_new (same, key, &WRONG[i], &error));
        g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
    }
}

/* Numbers as whole parts of 32767ths, their products added: whole numbers again. */
static double
sum_by_hand (const float *a, const float *b, guint d)
{
    gint64 sum = 0;
    for (guint k = 0; k < d; k++)
        sum += lrintf (32767 * a[k]) * lrintf (32767 * b[k]);
    const gint64 one = 32767 * 32767;
    return 1.0 - (double)((float)(one - sum) / (float)one);
}

static void
scores_have_the_same_bits_on_every_machine (void)
{
    for (guint d = 1; d <= 130; d++) {
        float *row = g_new (float, d);
        float query[130];
        float unit[130];
        double squares[2] = {0};
        double product = 0;
        for (guint k = 0; k < d; k++) {
            row[k] = (float)oracle_random (d, k) - 0.3F;
            query[k] = (float)oracle_random (d + 1000, k) - 0.4F;
            squares[0] += (double)query[k] * query[k];
            squares[1] += (double)row[k] * row[k];
        }
        for (guint k = 0; k < d; k++) {
            unit[k] = (float)(query[k] / sqrt (squares[0]));
            row[k] = (float)(row[k] / sqrt (squares[1]));
            product += (double)unit[k] * row[k];
        }
        g_autoptr (RhumbVectors) vectors = rhumb_vectors_new_take (1, d, row);
        g_autoptr (RhumbHnsw) hnsw = rhumb_hnsw_new (vectors, key, NULL, NULL);
        g_autoptr (GArray) found = rhumb_hnsw_scan (hnsw, query, 1, NULL);
        const double score = g_array_index (found, RhumbNeighbour, 0).score;
        const double expected = sum_by_hand (unit, row, d);
        oracle_assert_same_bytes (&score, &expected, sizeof score);
        g_assert_cmpfloat_with_epsilon (score, product, 6e-5);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/hnsw/nearly-all-of-the-nearest-are-found",
                     nearly_all_of_the_nearest_are_found);
    g_test_add_func ("/hnsw/few-rows-are-all-compared", few_rows_are_all_compared);
    g_test_add_func ("/hnsw/only-allowed-rows-are-given", only_allowed_rows_are_given);
    g_test_add_func ("/hnsw/removed-rows-are-walked-through-but-not-given",
                     removed_rows_are_walked_through_but_not_given);
    g_test_add_func ("/hnsw/links-do-not-depend-on-threads", links_do_not_depend_on_threads);
    g_test_add_func ("/hnsw/nothing-and-nonsense-have-no-neighbours",
                     nothing_and_nonsense_have_no_neighbours);
    g_test_add_func ("/hnsw/scores-have-the-same-bits-on-every-machine",
                     scores_have_the_same_bits_on_every_machine);
    return g_test_run ();
}
