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
 * min_rows are never linked, always compared.
 *
 * Cost: memory 4 × 2M bytes a row for links beside the vectors; a search O(width × M) distances, a
 * comparison of all O(rows × dimensions).
 */
#include "analytics/similar/hnsw.h"

#include "analytics/similar/hnsw-private.h"
#include "graph/error.h"
#include "graph/text.h"

#include <math.h>

#define LEAST_SHARE 0.05

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
rhumb_hnsw_new (RhumbVectors *vectors, const guint64 *key, const RhumbHnswOptions *options,
                GError **error)
{
    static const RhumbHnswOptions DEFAULTS = RHUMB_HNSW_DEFAULTS;
    const RhumbHnswOptions *o = options != NULL ? options : &DEFAULTS;
    if (!check (o, error))
        return NULL;
    RhumbHnsw *hnsw = g_new0 (RhumbHnsw, 1);
    hnsw->vectors = rhumb_vectors_ref (vectors);
    hnsw->n = rhumb_vectors_get_n_rows (vectors);
    hnsw->value = hnsw->n > 0 ? rhumb_vectors_get_row (vectors, 0) : NULL;
    hnsw->d = rhumb_vectors_get_n_dimensions (vectors);
    hnsw->m = o->n_links;
    hnsw->width = o->width;
    hnsw->seed = o->seed;
    hnsw->exact = hnsw->n < MAX (o->min_rows, 2);
    hnsw->removed = g_new0 (guint8, (gsize)hnsw->n + 1);
    for (guint32 v = 0; v < hnsw->n; v++) {
        hnsw->removed[v] = !rhumb_vectors_has_vector (vectors, v);
        hnsw->n_removed += hnsw->removed[v];
    }
    hnsw->exact = hnsw->exact || hnsw->n_removed == hnsw->n;
    if (!hnsw->exact)
        hnsw_build (hnsw, key);
    return hnsw;
}

/**
 * rhumb_hnsw_free:
 * @hnsw: (transfer full): linked vectors
 *
 * Frees them.
 *
 * Since: 0.2
 */
void
rhumb_hnsw_free (RhumbHnsw *hnsw)
{
    rhumb_vectors_unref (hnsw->vectors);
    hnsw_room_clear (&hnsw->room);
    g_free (hnsw->level);
    g_free (hnsw->link0);
    g_free (hnsw->n_link0);
    g_free (hnsw->upper);
    g_free (hnsw->link);
    g_free (hnsw->n_link);
    g_free (hnsw->removed);
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

/**
 * rhumb_hnsw_remove:
 * @hnsw: linked vectors
 * @row: a row
 *
 * Keeps a row from being given from now on. What was linked through it stays linked.
 *
 * Since: 0.2
 */
void
rhumb_hnsw_remove (RhumbHnsw *hnsw, guint32 row)
{
    g_return_if_fail (row < hnsw->n);
    hnsw->n_removed += !hnsw->removed[row];
    hnsw->removed[row] = TRUE;
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
rhumb_hnsw_hash (const RhumbHnsw *hnsw)
{
    guint64 hash = 0;
    for (guint32 v = 0; !hnsw->exact && v < hnsw->n; v++) {
        for (guint level = 0; level <= hnsw->level[v]; level++) {
            guint16 *n_links;
            const guint32 *link = hnsw_get_links (hnsw, v, level, &n_links);
            hash = rhumb_hash_mix (hash, *n_links);
            for (guint i = 0; i < *n_links; i++)
                hash = rhumb_hash_mix (hash, link[i]);
        }
    }
    return hash;
}

static gboolean
is_wanted (const RhumbHnsw *hnsw, guint32 row, const guint8 *allowed)
{
    return !hnsw->removed[row] && (allowed == NULL || allowed[row]);
}

/* A copy of the query of length 1; %NULL if it has none. */
static float *
scale (const RhumbHnsw *hnsw, const float *query)
{
    double squares = 0;
    for (guint k = 0; k < hnsw->d; k++)
        squares += (double)query[k] * query[k];
    if (!(squares > 0 && squares <= G_MAXDOUBLE))
        return NULL;
    float *unit = g_new (float, hnsw->d);
    for (guint k = 0; k < hnsw->d; k++)
        unit[k] = (float)(query[k] / sqrt (squares));
    return unit;
}

/**
 * rhumb_hnsw_scan:
 * @hnsw: linked vectors
 * @query: a vector of the same dimensions
 * @n_best: how many to list
 * @allowed: (nullable): for each row whether it may be listed; %NULL = all
 *
 * Compares the query with all rows.
 *
 * Returns: (transfer full) (element-type RhumbNeighbour): rows with their cosines, best first, ties
 *   by number; empty if the query is 0 or not finite
 *
 * Since: 0.2
 */
GArray *
rhumb_hnsw_scan (const RhumbHnsw *hnsw, const float *query, guint n_best, const guint8 *allowed)
{
    GArray *list = rhumb_neighbours_new ();
    g_autofree float *unit = scale (hnsw, query);
    for (guint32 v = 0; unit != NULL && v < hnsw->n; v++) {
        if (!is_wanted (hnsw, v, allowed))
            continue;
        const float distance = hnsw_get_distance (unit, hnsw_get_row (hnsw, v), hnsw->d);
        const RhumbNeighbour item = {v, 1.0 - (double)distance};
        g_array_append_val (list, item);
    }
    rhumb_neighbours_keep_best (list, n_best);
    return list;
}

static double
get_share (const RhumbHnsw *hnsw, const guint8 *allowed)
{
    guint32 n = hnsw->n - hnsw->n_removed;
    if (allowed != NULL) {
        n = 0;
        for (guint32 v = 0; v < hnsw->n; v++)
            n += is_wanted (hnsw, v, allowed);
    }
    return (double)n / hnsw->n;
}

static void
make_room (RhumbHnsw *hnsw, guint width)
{
    if (hnsw->room.seen != NULL && hnsw->room.n_room >= width && hnsw->room.stamp < G_MAXUINT32)
        return;
    hnsw_room_clear (&hnsw->room);
    hnsw_room_init (&hnsw->room, hnsw->n, width);
}

/**
 * rhumb_hnsw_search:
 * @hnsw: linked vectors
 * @query: a vector of the same dimensions
 * @n_best: how many to list
 * @width: how many rows are kept in sight (ef), at least @n_best counts; more find more of the
 * nearest
 * @allowed: (nullable): for each row whether it may be listed; %NULL = all
 *
 * Looks for the nearest rows. Where few rows are allowed all of these are compared.
 *
 * Returns: (transfer full) (element-type RhumbNeighbour): as rhumb_hnsw_scan()
 *
 * Since: 0.2
 */
GArray *
rhumb_hnsw_search (RhumbHnsw *hnsw, const float *query, guint n_best, guint width,
                   const guint8 *allowed)
{
    const double share = hnsw->exact ? 0 : get_share (hnsw, allowed);
    const double wide = share > 0 ? ceil (MAX (width, n_best) / share) : 0;
    if (share < LEAST_SHARE || wide >= hnsw->n)
        return rhumb_hnsw_scan (hnsw, query, n_best, allowed);
    GArray *list = rhumb_neighbours_new ();
    g_autofree float *unit = scale (hnsw, query);
    if (unit == NULL)
        return list;
    make_room (hnsw, (guint)wide);
    hnsw_begin (&hnsw->room, hnsw_descend (hnsw, unit, 0));
    hnsw_look (hnsw, unit, 0, (guint)wide, &hnsw->room);
    for (guint i = 0; i < hnsw->room.n_pool && list->len < n_best; i++) {
        const Near near = hnsw->room.pool[i];
        const RhumbNeighbour item = {near.row, 1.0 - (double)near.distance};
        if (is_wanted (hnsw, near.row, allowed))
            g_array_append_val (list, item);
    }
    if (list->len < MIN (n_best, (guint)(share * hnsw->n + 0.5))) {
        g_array_unref (list);
        return rhumb_hnsw_scan (hnsw, query, n_best, allowed);
    }
    rhumb_neighbours_keep_best (list, n_best);
    return list;
}
