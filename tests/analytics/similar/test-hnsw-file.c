/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Vectors that are packed answer as before; rows added in parts are linked as if they came at once.
 */
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

#include "analytics/similar/hnsw-rows.h"
#include "analytics/similar/hnsw.h"
#include "graph/error.h"
#include "graph/text.h"
#include "tests/oracle.h"

#define N 2500
#define D 20
#define HEADER 80

static guint64 key[N];

/* The first @n of the same points; each seventh row is zero, and the very first two. */
static RhumbVectors *
make_vectors (guint32 n)
{
    float *row = g_new0 (float, (gsize)n *D + 1);
    for (guint32 v = 0; v < n; v++) {
        double squares = 0;
        key[v] = rhumb_hash_mix (4, v);
        for (guint k = 0; v > 1 && v % 7 != 6 && k < D; k++) {
            row[v * D + k] = (float)(oracle_random (v % 40, k) - 0.5 + oracle_random (900 + v, k));
            squares += row[v * D + k] * row[v * D + k];
        }
        for (guint k = 0; squares > 0 && k < D; k++)
            row[v * D + k] = (float)(row[v * D + k] / sqrt (squares));
    }
    return rhumb_vectors_new_take (n, D, row);
}

static RhumbHnsw *
make (guint32 n, guint32 min_rows)
{
    const RhumbHnswOptions options = {6, 40, min_rows, 1};
    g_autoptr (RhumbVectors) vectors = make_vectors (n);
    return rhumb_hnsw_new (vectors, key, &options, NULL);
}

/* Both give the same for every tenth vector, at least one of them something. */
static void
assert_same_answers (RhumbHnsw *a, RhumbHnsw *b)
{
    guint n_found = 0;
    for (guint32 v = 0; v < rhumb_hnsw_get_n_rows (a); v += 10) {
        float query[D];
        const gboolean has_vector = rhumb_hnsw_get_vector (a, v, query);
        g_assert_true (has_vector == rhumb_hnsw_get_vector (b, v, query));
        if (!has_vector)
            continue;
        g_autoptr (GArray) of_a = rhumb_hnsw_search (a, query, 5, 20, NULL);
        g_autoptr (GArray) of_b = rhumb_hnsw_search (b, query, 5, 20, NULL);
        g_assert_cmpuint (of_a->len, ==, of_b->len);
        for (guint i = 0; i < of_a->len; i++) {
            const RhumbNeighbour x = g_array_index (of_a, RhumbNeighbour, i);
            const RhumbNeighbour y = g_array_index (of_b, RhumbNeighbour, i);
            g_assert_true (x.node == y.node && x.score == y.score);
        }
        n_found += of_a->len;
    }
    g_assert_cmpuint (n_found, >, 0);
}

/* The same if first rows are read from the file that the bytes are in, behind others; and if it is
 * cut off, as they are in memory too. */
static void
assert_same_of_file (RhumbHnsw *made, GBytes *bytes)
{
    g_autofree char *name = NULL;
    const int file = g_file_open_tmp (NULL, &name, NULL);
    gsize size = 0;
    const char *data = g_bytes_get_data (bytes, &size);
    g_assert_cmpint (file, >=, 0);
    g_assert_cmpint (g_unlink (name), ==, 0);
    g_assert_cmpint (pwrite (file, data, size, 24), ==, (gssize)size);
    for (guint cut = 0; cut < 2; cut++) {
        g_autoptr (RhumbHnsw) packed = rhumb_hnsw_new_of_bytes (bytes, "x", NULL);
        rhumb_hnsw_set_file (packed, file, 24);
        assert_same_answers (made, packed);
        g_assert_cmpint (ftruncate (file, 50), ==, 0);
    }
    close (file);
}

static void
packed_vectors_answer_as_before (void)
{
    static const guint32 MIN_ROWS[] = {0, N + 1};
    for (guint i = 0; i < G_N_ELEMENTS (MIN_ROWS); i++) {
        g_autoptr (GError) error = NULL;
        g_autoptr (RhumbHnsw) made = make (N, MIN_ROWS[i]);
        rhumb_hnsw_remove (made, 30);
        g_autoptr (GBytes) bytes = rhumb_hnsw_pack (made);
        g_autoptr (RhumbHnsw) packed = rhumb_hnsw_new_of_bytes (bytes, "x", &error);
        g_assert_no_error (error);
        g_assert_true (rhumb_hnsw_is_exact (packed) == (i == 1));
        g_assert_cmpuint (rhumb_hnsw_hash (packed), ==, rhumb_hnsw_hash (made));
        g_assert_cmpuint (rhumb_hnsw_get_n_dimensions (packed), ==, D);
        assert_same_answers (made, packed);
        assert_same_of_file (made, bytes);
        rhumb_hnsw_restore (packed, 30);
        float query[D];
        g_assert_true (rhumb_hnsw_get_vector (packed, 30, query));
        g_autoptr (GArray) found = rhumb_hnsw_search (packed, query, 1, 20, NULL);
        g_assert_cmpuint (g_array_index (found, RhumbNeighbour, 0).node, ==, 30);
        g_assert_true (rhumb_hnsw_check (packed, NULL));
    }
}

/* Also from a file, and over the number of rows from which on they are linked. */
static void
parts_are_linked_as_if_they_came_at_once (void)
{
    static const guint32 ENDS[] = {1, 2, 3, 700, 701, 1999, N};
    static const guint32 MIN_ROWS[] = {0, 1000};
    for (guint i = 0; i < G_N_ELEMENTS (MIN_ROWS); i++) {
        g_autoptr (RhumbHnsw) once = make (N, MIN_ROWS[i]);
        g_autoptr (GBytes) expected = rhumb_hnsw_pack (once);
        g_autoptr (RhumbHnsw) grown = make (0, MIN_ROWS[i]);
        for (guint k = 0; k < G_N_ELEMENTS (ENDS); k++) {
            g_autoptr (GBytes) bytes = rhumb_hnsw_pack (grown);
            g_autoptr (RhumbVectors) vectors = make_vectors (ENDS[k]);
            g_autoptr (GError) error = NULL;
            g_autoptr (RhumbHnsw) next = rhumb_hnsw_new_of_bytes (bytes, "x", NULL);
            if (k % 2 == 0) {
                rhumb_hnsw_free (grown);
                grown = g_steal_pointer (&next);
            }
            g_assert_true (rhumb_hnsw_extend (grown, vectors, key, &error));
            g_assert_no_error (error);
        }
        g_autoptr (GBytes) found = rhumb_hnsw_pack (grown);
        g_assert_false (rhumb_hnsw_is_exact (grown));
        g_assert_true (g_bytes_equal (found, expected));
    }
}

static void
other_vectors_are_not_added (void)
{
    g_autoptr (RhumbHnsw) hnsw = make (50, 0);
    g_autoptr (RhumbVectors) fewer = make_vectors (49);
    g_autoptr (RhumbVectors) others = rhumb_vectors_new_take (60, D, g_new0 (float, (gsize)60 * D));
    RhumbVectors *const WRONG[] = {fewer, others};
    for (guint i = 0; i < G_N_ELEMENTS (WRONG); i++) {
        g_autoptr (GError) error = NULL;
        g_assert_false (rhumb_hnsw_extend (hnsw, WRONG[i], key, &error));
        g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
    }
    g_assert_cmpuint (rhumb_hnsw_get_n_rows (hnsw), ==, 50);
}

/* Half of all go, a third of these come back: whoever is there is found. */
static void
what_comes_back_is_found (void)
{
    g_autoptr (RhumbHnsw) hnsw = make (N, 0);
    for (guint32 v = 0; v < N; v += 2)
        rhumb_hnsw_remove (hnsw, v);
    for (guint32 v = 0; v < N; v += 6)
        rhumb_hnsw_restore (hnsw, v);
    for (guint32 v = 0; v < N; v++) {
        float query[D];
        if (!rhumb_hnsw_get_vector (hnsw, v, query))
            continue;
        g_autoptr (GArray) found = rhumb_hnsw_search (hnsw, query, 1, 40, NULL);
        const gboolean gone = v % 2 == 0 && v % 6 != 0;
        g_assert_cmpuint (found->len, ==, 1);
        g_assert_true ((g_array_index (found, RhumbNeighbour, 0).node == v) == !gone);
    }
}

static void
bytes_cut_short_are_refused (void)
{
    g_autoptr (RhumbHnsw) made = make (300, 0);
    g_autoptr (GBytes) bytes = rhumb_hnsw_pack (made);
    const gsize size = g_bytes_get_size (bytes);
    for (gsize n = 0; n < size; n += n < 200 ? 1 : 977) {
        g_autoptr (GBytes) part = g_bytes_new_from_bytes (bytes, 0, n);
        g_autoptr (GError) error = NULL;
        g_assert_null (rhumb_hnsw_new_of_bytes (part, "x", &error));
        g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_FORMAT);
    }
    for (guint i = 0; i < HEADER; i++) {
        g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), size);
        copy[i] ^= 0x55;
        g_autoptr (GBytes) changed = g_bytes_new (copy, size);
        g_autoptr (GError) error = NULL;
        g_assert_null (rhumb_hnsw_new_of_bytes (changed, "x", &error));
        g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_FORMAT);
    }
}

/* Behind the header anything may stand: links to nowhere are told, and nothing else happens. */
static void
damage_does_no_harm (void)
{
    g_autoptr (RhumbHnsw) made = make (N, 0);
    g_autoptr (GBytes) bytes = rhumb_hnsw_pack (made);
    const gsize size = g_bytes_get_size (bytes);
    guint n_told = 0;
    for (guint i = 0; i < 40; i++) {
        g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), size);
        for (gsize at = HEADER + i * (size / 40); at < MIN (size, HEADER + (i + 4) * (size / 40));
             at++)
            copy[at] = (guint8)(i % 3 == 0 ? 255 : rhumb_hash_mix (i, at));
        g_autoptr (GBytes) changed = g_bytes_new (copy, size);
        g_autoptr (RhumbHnsw) hnsw = rhumb_hnsw_new_of_bytes (changed, "x", NULL);
        g_assert_nonnull (hnsw);
        for (guint32 v = 2; v < N; v += 100) {
            float query[D];
            g_autoptr (GArray) found = rhumb_hnsw_get_vector (made, v, query)
                                           ? rhumb_hnsw_search (hnsw, query, 5, 20, NULL)
                                           : NULL;
            for (guint k = 0; found != NULL && k < found->len; k++) {
                g_assert_true (g_array_index (found, RhumbNeighbour, k).node < N);
                g_assert_true (isfinite (g_array_index (found, RhumbNeighbour, k).score));
            }
        }
        g_autoptr (GError) error = NULL;
        n_told += !rhumb_hnsw_check (hnsw, &error);
        g_assert_true (error == NULL || g_error_matches (error, RHUMB_ERROR, RHUMB_ERROR_FORMAT));
    }
    g_assert_cmpuint (n_told, >, 5);
}

/* Rows are linked with all that is there, so all of it must be right, or nothing is added. */
static void
damaged_links_are_not_built_upon (void)
{
    g_autoptr (RhumbHnsw) made = make (500, 0);
    g_autoptr (RhumbVectors) more = make_vectors (600);
    g_autoptr (GBytes) bytes = rhumb_hnsw_pack (made);
    const gsize size = g_bytes_get_size (bytes);
    const gsize links = (HEADER + 63) / 64 * 64 + (gsize)500 * D * sizeof (gint16) + 512;
    guint n_refused = 0;
    for (gsize at = links; at < size; at += 131) {
        g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), size);
        for (gsize i = at; i < MIN (at + 8, size); i++)
            copy[i] = 0xee;
        g_autoptr (GBytes) changed = g_bytes_new (copy, size);
        g_autoptr (RhumbHnsw) hnsw = rhumb_hnsw_new_of_bytes (changed, "x", NULL);
        g_autoptr (GError) error = NULL;
        g_assert_nonnull (hnsw);
        if (rhumb_hnsw_extend (hnsw, more, key, &error))
            continue;
        g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_FORMAT);
        g_assert_cmpuint (rhumb_hnsw_get_n_rows (hnsw), ==, 500);
        n_refused++;
    }
    g_assert_cmpuint (n_refused, >, 20);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/hnsw-file/packed-vectors-answer-as-before", packed_vectors_answer_as_before);
    g_test_add_func ("/hnsw-file/parts-are-linked-as-if-they-came-at-once",
                     parts_are_linked_as_if_they_came_at_once);
    g_test_add_func ("/hnsw-file/other-vectors-are-not-added", other_vectors_are_not_added);
    g_test_add_func ("/hnsw-file/what-comes-back-is-found", what_comes_back_is_found);
    g_test_add_func ("/hnsw-file/bytes-cut-short-are-refused", bytes_cut_short_are_refused);
    g_test_add_func ("/hnsw-file/damage-does-no-harm", damage_does_no_harm);
    g_test_add_func ("/hnsw-file/damaged-links-are-not-built-upon",
                     damaged_links_are_not_built_upon);
    return g_test_run ();
}
