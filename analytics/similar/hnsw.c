/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The vectors that point most nearly the same way as a given one, out of very many, without looking
 * at all: nearly all of the nearest are found (bench/bench-hnsw measures how many), not always all.
 *
 * Source: hierarchical navigable small worlds, Malkov and Yashunin (2020),
 * doi:10.1109/TPAMI.2018.2889473.
 *
 * Method: see hnsw-build.c and hnsw-search.c. Only some rows may be wanted: then all are walked
 * through, with a list as much longer as the wanted ones are fewer, and only those wanted are
 * given. If that is under one in LEAST_SHARE, or the search ends with too few, the wanted ones are
 * all compared instead. Removed rows are walked through like unwanted ones. Sets of fewer rows than
 * min_rows are never linked, always compared. hnsw-file.c packs what is linked into bytes that can
 * be searched where they are, in a file that is mapped into memory.
 *
 * Cost: memory 4 × 2M bytes a row for links beside 2 for each number of a vector; a search O(width
 * × M) distances, a comparison of all O(rows × dimensions).
 */
#include "analytics/similar/hnsw.h"

#include "analytics/similar/hnsw-private.h"
#include "graph/error.h"
#include "graph/large-array.h"
#include "graph/text.h"

#include <string.h>

static gboolean
check (const RhumbHnswOptions *o, GError **error)
{
    if (o->n_links >= 2 && o->n_links <= MAX_LINKS && o->width >= o->n_links && o->width <= 10000)
        return TRUE;
    g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                 "%u links and width %u, expected 2 to 64 links, a width from there to 10000",
                 o->n_links, o->width);
    return FALSE;
}

/* @vectors take the place of those that are there, which are their first rows. */
static void
take_rows (RhumbHnsw *hnsw, const RhumbVectors *vectors, const guint64 *key)
{
    const guint32 first = hnsw->n;
    guint32 n_without = 0;
    hnsw->n = rhumb_vectors_get_n_rows (vectors);
    hnsw->value = rhumb_hnsw_grow (hnsw->value, &hnsw->value_size,
                                   ((gsize)hnsw->n * hnsw->d + 1) * sizeof *hnsw->value);
    for (guint32 v = first; v < hnsw->n; v++)
        rhumb_hnsw_round (rhumb_vectors_get_row (vectors, v), hnsw->d,
                          hnsw->value + (gsize)v * hnsw->d);
    hnsw->hidden = g_renew (guint8, hnsw->hidden, (gsize)hnsw->n + 1);
    for (guint32 v = 0; v < hnsw->n; v++) {
        if (v >= first)
            hnsw->hidden[v] = rhumb_vectors_has_vector (vectors, v) ? 0 : NO_VECTOR;
        if (v >= first)
            hnsw->n_hidden += hnsw->hidden[v] != 0;
        n_without += hnsw->hidden[v] & NO_VECTOR;
    }
    rhumb_hnsw_room_clear (&hnsw->room);
    if (hnsw->n < hnsw->min_rows || n_without == hnsw->n)
        return;
    rhumb_hnsw_draw_levels (hnsw, key, hnsw->exact ? 0 : first);
    hnsw->exact = FALSE;
    rhumb_hnsw_unmend (hnsw);
    rhumb_hnsw_build (hnsw);
    rhumb_hnsw_mend (hnsw);
}

/**
 * rhumb_hnsw_new:
 * @vectors: vectors of length 1; rows of zeros are never given
 * @key: (array): for each row a number that stands for it for good
 * @options: (nullable): options, %NULL = defaults
 * @error: return location for an error
 *
 * Links vectors with their neighbours; the same network for any number of threads.
 *
 * Source: Malkov, Yashunin (2020), doi:10.1109/TPAMI.2018.2889473.
 *
 * Returns: (transfer full): what can be searched, or %NULL with %RHUMB_ERROR_INVALID
 *
 * Since: 0.2
 */
RhumbHnsw *
rhumb_hnsw_new (const RhumbVectors *vectors, const guint64 *key, const RhumbHnswOptions *options,
                GError **error)
{
    static const RhumbHnswOptions DEFAULTS = RHUMB_HNSW_DEFAULTS;
    const RhumbHnswOptions *o = options != NULL ? options : &DEFAULTS;
    if (!check (o, error))
        return NULL;
    RhumbHnsw *hnsw = g_new0 (RhumbHnsw, 1);
    hnsw->file = -1;
    hnsw->d = rhumb_vectors_get_n_dimensions (vectors);
    hnsw->m = o->n_links;
    hnsw->width = o->width;
    hnsw->seed = o->seed;
    hnsw->min_rows = MAX (o->min_rows, 2);
    hnsw->exact = TRUE;
    take_rows (hnsw, vectors, key);
    return hnsw;
}

/**
 * rhumb_hnsw_free:
 * @hnsw: (transfer full) (nullable): linked vectors
 *
 * Frees them.
 *
 * Since: 0.2
 */
void
rhumb_hnsw_free (RhumbHnsw *hnsw)
{
    if (hnsw == NULL)
        return;
    rhumb_hnsw_room_clear (&hnsw->room);
    if (hnsw->bytes == NULL) {
        rhumb_clear_pages_free (hnsw->value, hnsw->value_size);
        g_free (hnsw->level);
        rhumb_clear_pages_free (hnsw->link0, hnsw->link0_size);
        g_free (hnsw->n_link0);
        g_free (hnsw->upper);
        g_free (hnsw->link);
        g_free (hnsw->n_link);
    }
    g_clear_pointer (&hnsw->bytes, g_bytes_unref);
    g_free (hnsw->row_room);
    g_free (hnsw->hidden);
    g_free (hnsw->name);
    g_free (hnsw);
}

/**
 * rhumb_hnsw_is_exact:
 * @hnsw: linked vectors
 *
 * Says whether all rows are compared, as there are so few.
 *
 * Returns: %TRUE if nothing was linked
 *
 * Since: 0.2
 */
gboolean
rhumb_hnsw_is_exact (const RhumbHnsw *hnsw)
{
    return hnsw->exact;
}

/* Whether the first rows are those that are there. */
static gboolean
begins_with (const RhumbVectors *vectors, const RhumbHnsw *hnsw)
{
    g_autofree gint16 *rounded = g_new (gint16, hnsw->d);
    for (guint32 v = 0; v < hnsw->n; v++) {
        rhumb_hnsw_round (rhumb_vectors_get_row (vectors, v), hnsw->d, rounded);
        if (memcmp (rounded, hnsw_get_row (hnsw, v), hnsw->d * sizeof *rounded) != 0)
            return FALSE;
    }
    return TRUE;
}

/**
 * rhumb_hnsw_extend:
 * @hnsw: linked vectors
 * @vectors: those that are linked, as they were, and behind them more
 * @key: (array): for each row a number that stands for it for good, as before
 * @error: return location for an error
 *
 * Adds rows. The links are then the same as if all rows had been there from the start.
 *
 * Returns: %FALSE with %RHUMB_ERROR_INVALID if @vectors do not begin with those that are there, or
 *   with %RHUMB_ERROR_FORMAT if links that were packed are damaged
 *
 * Since: 0.2
 */
gboolean
rhumb_hnsw_extend (RhumbHnsw *hnsw, const RhumbVectors *vectors, const guint64 *key, GError **error)
{
    const guint32 n = rhumb_vectors_get_n_rows (vectors);
    if (n < hnsw->n || rhumb_vectors_get_n_dimensions (vectors) != hnsw->d ||
        !begins_with (vectors, hnsw)) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                     "%u vectors of %u numbers, expected those %u of %u that are linked, then more",
                     n, rhumb_vectors_get_n_dimensions (vectors), hnsw->n, hnsw->d);
        return FALSE;
    }
    if (!rhumb_hnsw_unmap (hnsw, error))
        return FALSE;
    take_rows (hnsw, vectors, key);
    return TRUE;
}

/**
 * rhumb_hnsw_remove:
 * @hnsw: linked vectors
 * @row: a row
 *
 * Keeps a row from being given from now on. What was linked through it stays linked. Where very
 * many are removed a search takes longer; above a fifth of all link those that are left anew.
 *
 * Since: 0.2
 */
void
rhumb_hnsw_remove (RhumbHnsw *hnsw, guint32 row)
{
    g_return_if_fail (row < hnsw->n);
    hnsw->n_hidden += hnsw->hidden[row] == 0;
    hnsw->hidden[row] |= REMOVED;
}

/**
 * rhumb_hnsw_restore:
 * @hnsw: linked vectors
 * @row: a row
 *
 * Gives a row again that was removed.
 *
 * Since: 0.2
 */
void
rhumb_hnsw_restore (RhumbHnsw *hnsw, guint32 row)
{
    g_return_if_fail (row < hnsw->n);
    hnsw->n_hidden -= hnsw->hidden[row] == REMOVED;
    hnsw->hidden[row] &= (guint8)~REMOVED;
}

/**
 * rhumb_hnsw_get_vector: (skip)
 * @hnsw: linked vectors
 * @row: a row
 * @vector: (out caller-allocates): room for rhumb_hnsw_get_n_dimensions() numbers
 *
 * Gets a vector, as it is compared: each number right by one in 65534.
 *
 * Returns: %FALSE if it is a row of zeros; @vector is as it was then
 *
 * Since: 0.2
 */
gboolean
rhumb_hnsw_get_vector (const RhumbHnsw *hnsw, guint32 row, float *vector)
{
    g_return_val_if_fail (row < hnsw->n, FALSE);
    if (hnsw->hidden[row] & NO_VECTOR)
        return FALSE;
    for (guint k = 0; k < hnsw->d; k++)
        vector[k] = (float)hnsw_get_row (hnsw, row)[k] / HNSW_ONE;
    return TRUE;
}

/**
 * rhumb_hnsw_get_n_rows:
 * @hnsw: linked vectors
 *
 * Gets the number of rows, those removed among them.
 *
 * Returns: rows
 *
 * Since: 0.2
 */
guint32
rhumb_hnsw_get_n_rows (const RhumbHnsw *hnsw)
{
    return hnsw->n;
}

/**
 * rhumb_hnsw_get_n_dimensions:
 * @hnsw: linked vectors
 *
 * Gets how many numbers a vector has.
 *
 * Returns: numbers
 *
 * Since: 0.2
 */
guint
rhumb_hnsw_get_n_dimensions (const RhumbHnsw *hnsw)
{
    return hnsw->d;
}

/**
 * rhumb_hnsw_hash:
 * @hnsw: linked vectors
 *
 * Mixes all links into one number, to tell whether two networks are the same.
 *
 * Returns: 64 bits; 0 if nothing was linked
 *
 * Since: 0.2
 */
guint64
rhumb_hnsw_hash (RhumbHnsw *hnsw)
{
    guint64 hash = 0;
    for (guint32 v = 0; !hnsw->exact && v < hnsw->n; v++) {
        for (guint level = 0; level <= hnsw->level[v]; level++) {
            guint n_links;
            const guint32 *link = rhumb_hnsw_read_links (hnsw, v, level, &n_links);
            guint64 sum = n_links; /* in any order */
            for (guint i = 0; i < n_links; i++)
                sum += rhumb_hash_mix (1, link[i]);
            hash = rhumb_hash_mix (hash, sum);
        }
    }
    return hash;
}
