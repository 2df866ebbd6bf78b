/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Whoever is there is found by the own vector, whatever was removed or came back: against the
 * comparison of all, where links are so few that searches without bridges lose rows.
 */
#include <math.h>
#include <string.h>

#ifdef _OPENMP
#include <omp.h>
#endif

#include "analytics/similar/hnsw.h"
#include "graph/text.h"
#include "tests/oracle.h"

#define N 1200
#define D 16
#define WIDTH 20 /* the least that finds all */
#define N_COPIES 60

static guint64 key[2 * N];

static void
fill_row (float *row, guint64 seed)
{
    double squares = 0;
    for (guint k = 0; k < D; k++) {
        row[k] = (float)(oracle_random (seed, k) - 0.3);
        squares += (double)row[k] * row[k];
    }
    for (guint k = 0; k < D; k++)
        row[k] = (float)(row[k] / sqrt (squares));
}

/* The first @n_same are copies of one vector. */
static RhumbVectors *
make_vectors (guint32 n, guint32 n_same, guint64 seed)
{
    float *row = g_new (float, (gsize)n *D);
    for (guint32 v = 0; v < n; v++) {
        key[v] = rhumb_hash_mix (seed, v);
        fill_row (row + v * D, rhumb_hash_mix (seed, v < n_same ? 0 : v));
    }
    return rhumb_vectors_new_take (n, D, row);
}

static RhumbHnsw *
make_index (RhumbVectors *vectors, int n_threads)
{
    const RhumbHnswOptions options = {4, 10, 0, 1};
#ifdef _OPENMP
    omp_set_num_threads (n_threads);
#else
    (void)n_threads;
#endif
    return rhumb_hnsw_new (vectors, key, &options, NULL);
}

/* The nearest of those that are there, by sums in double precision. */
static guint32
find_best (const RhumbVectors *vectors, const guint8 *gone, const float *query)
{
    guint32 best = 0;
    double most = -2;
    for (guint32 v = 0; v < rhumb_vectors_get_n_rows (vectors); v++) {
        double sum = 0;
        for (guint k = 0; k < D; k++)
            sum += (double)rhumb_vectors_get_row (vectors, v)[k] * query[k];
        if (!gone[v] && sum > most + 1e-9) {
            most = sum;
            best = v;
        }
    }
    return best;
}

static void
assert_all_found (RhumbHnsw *hnsw, const RhumbVectors *vectors, const guint8 *gone)
{
    for (guint32 v = 0; v < rhumb_vectors_get_n_rows (vectors); v++) {
        const float *query = rhumb_vectors_get_row (vectors, v);
        if (gone[v])
            continue;
        g_autoptr (GArray) found = rhumb_hnsw_search (hnsw, query, 1, WIDTH, NULL);
        g_assert_cmpuint (found->len, ==, 1);
        g_assert_cmpuint (g_array_index (found, RhumbNeighbour, 0).node, ==, v);
        g_assert_cmpuint (find_best (vectors, gone, query), ==, v);
    }
}

static void
assert_same_bytes (const RhumbHnsw *a, const RhumbHnsw *b)
{
    g_autoptr (GBytes) of_a = rhumb_hnsw_pack (a);
    g_autoptr (GBytes) of_b = rhumb_hnsw_pack (b);
    g_assert_true (g_bytes_equal (of_a, of_b));
}

/* Half of all go, three tenths of these come back. */
static void
remove_and_restore (RhumbHnsw *hnsw, guint8 *gone, guint64 seed)
{
    for (guint32 v = 0; v < N; v++) {
        if (oracle_random (seed + 100, v) >= 0.5)
            continue;
        rhumb_hnsw_remove (hnsw, v);
        gone[v] = TRUE;
    }
    for (guint32 v = 0; v < N; v++) {
        if (!gone[v] || oracle_random (seed + 200, v) >= 0.3)
            continue;
        rhumb_hnsw_restore (hnsw, v);
        gone[v] = FALSE;
    }
}

static void
rows_are_found_after_removals (void)
{
    for (guint64 seed = 1; seed <= 3; seed++) {
        guint8 gone[N] = {0};
        g_autoptr (RhumbVectors) vectors = make_vectors (N, 0, seed);
        g_autoptr (RhumbHnsw) one = make_index (vectors, 1);
        g_autoptr (RhumbHnsw) two = make_index (vectors, 2);
        assert_same_bytes (one, two);
        assert_all_found (one, vectors, gone);
        remove_and_restore (one, gone, seed);
        assert_all_found (one, vectors, gone);
    }
}

/* Those removed come again as rows of their own, behind the others. */
static void
removed_rows_that_are_added_again_are_found (void)
{
    guint8 gone[2 * N] = {0};
    guint32 n = N;
    g_autoptr (RhumbVectors) vectors = make_vectors (N, 0, 3);
    g_autoptr (RhumbHnsw) hnsw = make_index (vectors, 2);
    float *row = g_new (float, 2 * N * D);
    memcpy (row, rhumb_vectors_get_row (vectors, 0), N * D * sizeof *row);
    remove_and_restore (hnsw, gone, 3);
    for (guint32 v = 0; v < N; v++) {
        if (!gone[v])
            continue;
        key[n] = rhumb_hash_mix (4, n);
        memcpy (row + n++ * D, row + v * D, D * sizeof *row);
    }
    g_autoptr (RhumbVectors) all = rhumb_vectors_new_take (n, D, row);
    g_assert_true (rhumb_hnsw_extend (hnsw, all, key, NULL));
    assert_all_found (hnsw, all, gone);
}

/* Each of many copies, when the others are gone. */
static void
each_of_many_copies_is_found (void)
{
    g_autoptr (RhumbVectors) vectors = make_vectors (N, N_COPIES, 7);
    g_autoptr (RhumbHnsw) hnsw = make_index (vectors, 2);
    for (guint32 v = 0; v < N_COPIES; v++)
        rhumb_hnsw_remove (hnsw, v);
    for (guint32 v = 0; v < N_COPIES; v++) {
        rhumb_hnsw_restore (hnsw, v);
        g_autoptr (GArray) found =
            rhumb_hnsw_search (hnsw, rhumb_vectors_get_row (vectors, v), 1, N_COPIES, NULL);
        g_assert_cmpuint (found->len, ==, 1);
        g_assert_cmpuint (g_array_index (found, RhumbNeighbour, 0).node, ==, v);
        rhumb_hnsw_remove (hnsw, v);
    }
}

/* Parts that are as large as one row: bridges of before leave nothing behind. */
static void
parts_have_the_bytes_of_all_at_once (void)
{
    g_autoptr (RhumbVectors) vectors = make_vectors (N, 40, 9);
    g_autoptr (RhumbHnsw) once = make_index (vectors, 1);
    g_autoptr (RhumbVectors) few = make_vectors (N - 200, 40, 9);
    g_autoptr (RhumbHnsw) grown = make_index (few, 2);
    for (guint32 n = N - 199; n <= N; n += n < N - 190 ? 1 : 38) {
        g_autoptr (RhumbVectors) part = make_vectors (MIN (n, N), 40, 9);
        g_assert_true (rhumb_hnsw_extend (grown, part, key, NULL));
    }
    g_assert_true (rhumb_hnsw_extend (grown, vectors, key, NULL));
    assert_same_bytes (once, grown);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/hnsw/rows-are-found-after-removals", rows_are_found_after_removals);
    g_test_add_func ("/hnsw/removed-rows-that-are-added-again-are-found",
                     removed_rows_that_are_added_again_are_found);
    g_test_add_func ("/hnsw/each-of-many-copies-is-found", each_of_many_copies_is_found);
    g_test_add_func ("/hnsw/parts-have-the-bytes-of-all-at-once",
                     parts_have_the_bytes_of_all_at_once);
    return g_test_run ();
}
