/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Any bytes as packed vectors, as they stand and with a header whose hash and length are right, so
 * that what lies behind is reached. What must hold: an error or answers that are rows and numbers;
 * searches end; rows are added to links that are in order, else there is an error.
 */
#include "tests/fuzz/fuzz.h"

#include <math.h>
#include <string.h>

#include "analytics/similar/hnsw-private.h"
#include "graph/error.h"
#include "graph/text.h"

/* More than this is not made longer: each byte would have to be looked at. */
#define MOST_BYTES (1 << 18)
#define MOST_ROWS 5000

static void
check_answers (RhumbHnsw *hnsw, GArray *found)
{
    for (guint i = 0; i < found->len; i++) {
        const RhumbNeighbour item = g_array_index (found, RhumbNeighbour, i);
        g_assert_true (item.node < rhumb_hnsw_get_n_rows (hnsw) && isfinite (item.score));
    }
}

static void
ask (RhumbHnsw *hnsw, const float *query, const guint8 *allowed)
{
    g_autoptr (GArray) near = rhumb_hnsw_search (hnsw, query, 5, 8, allowed);
    g_autoptr (GArray) exact = rhumb_hnsw_scan (hnsw, query, 5, allowed);
    g_assert_true (near->len <= 5 && exact->len <= 5);
    check_answers (hnsw, near);
    check_answers (hnsw, exact);
}

/* The same rows and two more, linked with what is there. */
static void
extend (RhumbHnsw *hnsw)
{
    const gsize n = hnsw->n;
    const gsize d = hnsw->d;
    float *value = g_new0 (float, (n + 2) * d);
    for (gsize i = 0; i < n * d; i++)
        value[i] = (float)hnsw->value[i] / HNSW_ONE;
    for (gsize i = n * d; i < (n + 2) * d; i++)
        value[i] = 1;
    g_autofree guint64 *key = g_new (guint64, n + 2);
    for (gsize v = 0; v < n + 2; v++)
        key[v] = rhumb_hash_mix (1, v);
    g_autoptr (RhumbVectors) vectors =
        rhumb_vectors_new_take ((guint32)n + 2, (guint)d, g_steal_pointer (&value));
    g_autoptr (GError) error = NULL;
    if (!rhumb_hnsw_extend (hnsw, vectors, key, &error)) {
        g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_FORMAT);
        return;
    }
    g_assert_no_error (error);
    g_assert_cmpuint (rhumb_hnsw_get_n_rows (hnsw), ==, n + 2);
    ask (hnsw, rhumb_vectors_get_row (vectors, (guint32)n), NULL);
}

static void
open_packed (const guint8 *bytes, gsize length)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) all = g_bytes_new (bytes, length);
    g_autoptr (RhumbHnsw) hnsw = rhumb_hnsw_new_of_bytes (all, "fuzz", &error);
    g_assert_true ((hnsw == NULL) == (error != NULL));
    if (hnsw == NULL || rhumb_hnsw_get_n_rows (hnsw) > MOST_ROWS)
        return;
    const guint32 n = rhumb_hnsw_get_n_rows (hnsw);
    g_autofree guint8 *allowed = g_malloc0 ((gsize)n + 1);
    g_autofree float *query = g_new (float, rhumb_hnsw_get_n_dimensions (hnsw));
    for (guint32 v = 0; v < n; v++)
        allowed[v] = v % 3 != 0;
    for (guint32 v = 0; v < MIN (n, 3); v++) {
        if (!rhumb_hnsw_get_vector (hnsw, v, query))
            continue;
        rhumb_hnsw_remove (hnsw, v);
        ask (hnsw, query, v == 1 ? allowed : NULL);
        rhumb_hnsw_restore (hnsw, v);
    }
    rhumb_hnsw_hash (hnsw);
    g_autoptr (GBytes) packed = rhumb_hnsw_pack (hnsw);
    g_assert_cmpuint (g_bytes_get_size (packed), ==, length);
    rhumb_hnsw_check (hnsw, NULL);
    extend (hnsw);
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
    HnswHeader header;
    HnswRange part[HNSW_N_PARTS];
    open_packed (bytes, length);
    if (length < sizeof header)
        return 0;
    memcpy (&header, bytes, sizeof header);
    header.hash = rhumb_hnsw_hash_header (&header);
    const gsize size = rhumb_hnsw_lay_out (&header, part);
    const gboolean too_long = header.m > MAX_LINKS || size > MOST_BYTES;
    const gsize n = too_long ? length : size;
    g_autofree guint8 *copy = g_malloc0 (n + 1);
    memcpy (copy, bytes, MIN (n, length));
    memcpy (copy, &header, sizeof header);
    open_packed (copy, n);
    return 0;
}
