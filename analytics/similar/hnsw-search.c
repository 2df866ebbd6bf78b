/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Search in a network of neighbours: from the entry down the levels, each time to the neighbour
 * that is nearest to what is looked for; on the lowest level the nearest rows found so far are
 * opened one after the other until all of them are.
 *
 * Source: Malkov, Yashunin (2020), doi:10.1109/TPAMI.2018.2889473, algorithms 2 and 5. The two
 * heaps of the source are one sorted list here: what falls off its end would never be opened.
 *
 * Cost: for each opened row a distance to each of its neighbours.
 */
#include "analytics/similar/hnsw-private.h"

#include <math.h>
#include <string.h>

#define LEAST_SHARE 0.05
#define LINE 16

/* How many rows a row is linked with at most; on level 0 a place is left for a bridge. */
guint
rhumb_hnsw_get_most (const RhumbHnsw *hnsw, guint level)
{
    return level == 0 ? 2 * hnsw->m - 1 : hnsw->m;
}

guint32 *
rhumb_hnsw_get_links (const RhumbHnsw *hnsw, guint32 row, guint level, guint16 **n_links)
{
    if (level == 0) {
        *n_links = &hnsw->n_link0[row];
        return hnsw->link0 + (gsize)row * 2 * hnsw->m;
    }
    const gsize block = hnsw->upper[row] + level - 1;
    *n_links = &hnsw->n_link[block];
    return hnsw->link + block * hnsw->m;
}

/* The same for a search: what makes no sense is left out and remembered. */
const guint32 *
rhumb_hnsw_read_links (RhumbHnsw *hnsw, guint32 row, guint level, guint *n_links)
{
    if (level == 0 && hnsw->link0 == NULL) {
        guint16 n_packed = 0;
        hnsw->damaged |= !rhumb_hnsw_unpack_links (hnsw, row, hnsw->link_room, &n_packed);
        *n_links = hnsw_count_links (n_packed);
        return hnsw->link_room;
    }
    const gboolean good =
        level == 0 || (level <= hnsw->level[row] && hnsw->level[row] <= hnsw->n_blocks &&
                       hnsw->upper[row] <= hnsw->n_blocks - hnsw->level[row]);
    guint16 *n = NULL;
    const guint32 *link = good ? rhumb_hnsw_get_links (hnsw, row, level, &n) : NULL;
    *n_links = !good ? 0 : level == 0 ? hnsw_count_links (*n) : *n;
    if (good && *n_links <= (level == 0 ? 2 * hnsw->m : hnsw->m))
        return link;
    hnsw->damaged = TRUE;
    *n_links = 0;
    return link;
}

void
rhumb_hnsw_room_init (SearchRoom *room, guint32 n, guint width)
{
    room->seen = g_new0 (guint8, (gsize)n + 1);
    room->n_seen = n;
    room->stamp = 0;
    room->n_room = width;
    room->pool = g_new (Near, (gsize)width + 1);
    room->opened = g_new (guint8, (gsize)width + 1);
    room->n_pool = 0;
}

void
rhumb_hnsw_room_clear (SearchRoom *room)
{
    g_clear_pointer (&room->seen, g_free);
    g_clear_pointer (&room->pool, g_free);
    g_clear_pointer (&room->opened, g_free);
}

static gboolean
is_nearer (Near a, Near b)
{
    return (a.distance < b.distance) | (!(b.distance < a.distance) & (a.row < b.row));
}

/* Puts a row into the list unless it is too far. Returns its place, or the width if it is. */
guint
rhumb_hnsw_keep (SearchRoom *room, Near near, guint width)
{
    if (room->n_pool >= width && !is_nearer (near, room->pool[room->n_pool - 1]))
        return width;
    guint at = 0;
    for (guint n = room->n_pool; n > 0;) { /* the place is between at and at + n */
        const guint half = (n + 1) / 2;
        at += is_nearer (room->pool[at + half - 1], near) ? half : 0;
        n -= half;
    }
    const guint moved = MIN (room->n_pool, width - 1) - at;
    memmove (room->pool + at + 1, room->pool + at, moved * sizeof *room->pool);
    memmove (room->opened + at + 1, room->opened + at, moved);
    room->pool[at] = near;
    room->opened[at] = FALSE;
    room->n_pool = MIN (room->n_pool + 1, width);
    return at;
}

/* Forgets the last search and starts at a row. */
void
rhumb_hnsw_begin (SearchRoom *room, Near start)
{
    if (room->stamp == G_MAXUINT8) {
        memset (room->seen, 0, room->n_seen);
        room->stamp = 0;
    }
    room->stamp++;
    room->seen[start.row] = room->stamp;
    room->n_pool = 0;
    rhumb_hnsw_keep (room, start, 1);
}

/* Neighbours of a row that the search has not seen. */
static guint
list_unseen (RhumbHnsw *hnsw, guint32 row, guint level, SearchRoom *room, guint32 *unseen)
{
    guint n_links;
    const guint32 *link = rhumb_hnsw_read_links (hnsw, row, level, &n_links);
    guint n = 0;
    for (guint i = 0; i < n_links; i++) {
        if (link[i] >= hnsw->n) {
            hnsw->damaged = TRUE;
            continue;
        }
        unseen[n] = link[i];
        n += room->seen[link[i]] != room->stamp;
        room->seen[link[i]] = room->stamp;
    }
    return n;
}

/* The row that is opened next, unless a nearer one is found, is read meanwhile. */
static void
ask_for_links (const RhumbHnsw *hnsw, const SearchRoom *room, guint next, guint level)
{
    while (next < room->n_pool && room->opened[next])
        next++;
    if (level > 0 || next == room->n_pool)
        return;
    const guint32 row = room->pool[next].row;
    if (hnsw->link0 == NULL) {
        __builtin_prefetch (&hnsw->start0[row]);
        return;
    }
    const guint32 *link = hnsw->link0 + (gsize)row * 2 * hnsw->m;
    __builtin_prefetch (&hnsw->n_link0[row]);
    for (guint i = 0; i < 2 * hnsw->m; i += LINE)
        __builtin_prefetch (link + i);
}

/* Opens the nearest row of the list that is not opened yet; @next is the first that may be one.
 * Returns FALSE if there is none. */
gboolean
rhumb_hnsw_open_next (RhumbHnsw *hnsw, const gint16 *query, guint level, guint width,
                      SearchRoom *room, guint *next)
{
    guint32 unseen[2 * MAX_LINKS];
    float distance[2 * MAX_LINKS];
    while (*next < room->n_pool && room->opened[*next])
        (*next)++;
    if (*next == room->n_pool)
        return FALSE;
    const guint n = list_unseen (hnsw, room->pool[*next].row, level, room, unseen);
    room->opened[(*next)++] = TRUE;
    ask_for_links (hnsw, room, *next, level);
    rhumb_hnsw_get_distances (hnsw, query, unseen, n, distance);
    room->n_compared += n;
    for (guint i = 0; i < n; i++) {
        const guint at = rhumb_hnsw_keep (room, (Near){distance[i], unseen[i]}, width);
        *next = MIN (*next, at);
    }
    return TRUE;
}

/* Fills the list, which holds where to start, with the @width nearest rows of a level. */
void
rhumb_hnsw_look (RhumbHnsw *hnsw, const gint16 *query, guint level, guint width, SearchRoom *room)
{
    guint next = 0;
    while (rhumb_hnsw_open_next (hnsw, query, level, width, room, &next))
        continue;
}

/* The nearest row that is found going down to above @level; counts anew. */
Near
rhumb_hnsw_descend (RhumbHnsw *hnsw, const gint16 *query, guint level, SearchRoom *room)
{
    Near best = {0, hnsw->entry};
    rhumb_hnsw_get_distances (hnsw, query, &best.row, 1, &best.distance);
    room->n_compared = 1;
    for (guint l = hnsw->top; l > level; l--) {
        for (gboolean moved = TRUE; moved;) {
            guint n_links;
            const guint32 *link = rhumb_hnsw_read_links (hnsw, best.row, l, &n_links);
            moved = FALSE;
            room->n_compared += n_links;
            for (guint i = 0; i < n_links; i++) {
                if (link[i] >= hnsw->n) {
                    hnsw->damaged = TRUE;
                    continue;
                }
                Near near = {0, link[i]};
                rhumb_hnsw_get_distances (hnsw, query, &near.row, 1, &near.distance);
                if (is_nearer (near, best)) {
                    best = near;
                    moved = TRUE;
                }
            }
        }
    }
    return best;
}

static gboolean
is_wanted (const RhumbHnsw *hnsw, guint32 row, const guint8 *allowed)
{
    return !hnsw->hidden[row] && (allowed == NULL || allowed[row]);
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
    g_autofree gint16 *unit = g_new (gint16, hnsw->d);
    const gboolean good = rhumb_hnsw_scale (query, hnsw->d, unit);
    for (guint32 v = 0; good && v < hnsw->n; v++) {
        if (!is_wanted (hnsw, v, allowed))
            continue;
        const float distance = rhumb_hnsw_get_distance (unit, hnsw_get_row (hnsw, v), hnsw->d);
        const RhumbNeighbour item = {v, 1.0 - (double)distance};
        g_array_append_val (list, item);
    }
    rhumb_neighbours_keep_best (list, n_best);
    return list;
}

static double
get_share (const RhumbHnsw *hnsw, const guint8 *allowed)
{
    guint32 n = hnsw->n - hnsw->n_hidden;
    if (allowed != NULL) {
        n = 0;
        for (guint32 v = 0; v < hnsw->n; v++)
            n += is_wanted (hnsw, v, allowed);
    }
    return (double)n / hnsw->n;
}

/* Where fewer rows are wanted more of all are kept in sight. */
static double
widen (guint width, double share)
{
    return share > 0 ? ceil (width / share) : 0;
}

static gboolean
is_worth_it (const RhumbHnsw *hnsw, double share, double wide)
{
    return share >= LEAST_SHARE && wide < hnsw->n;
}

/**
 * rhumb_hnsw_searches_all:
 * @hnsw: linked vectors
 * @width: how many rows are kept in sight
 * @allowed: (nullable): for each row whether it may be listed; %NULL = all
 *
 * Says whether a search compares all that may be listed, as there are so few.
 *
 * Returns: %FALSE if it follows links
 *
 * Since: 0.2
 */
gboolean
rhumb_hnsw_searches_all (const RhumbHnsw *hnsw, guint width, const guint8 *allowed)
{
    const double share = hnsw->exact ? 0 : get_share (hnsw, allowed);
    return !is_worth_it (hnsw, share, widen (width, share));
}

static void
make_room (RhumbHnsw *hnsw, guint width)
{
    if (hnsw->room.seen != NULL && hnsw->room.n_room >= width)
        return;
    rhumb_hnsw_room_clear (&hnsw->room);
    rhumb_hnsw_room_init (&hnsw->room, hnsw->n, width);
}

/* Rows that are not linked yet. */
static void
look_at_rest (RhumbHnsw *hnsw, const gint16 *query, guint width)
{
    for (guint32 v = hnsw->n_linked; v < hnsw->n; v++) {
        const Near near = {rhumb_hnsw_get_distance (query, hnsw_get_row (hnsw, v), hnsw->d), v};
        if (!(hnsw->hidden[v] & NO_VECTOR))
            rhumb_hnsw_keep (&hnsw->room, near, width);
    }
    hnsw->room.n_compared += hnsw->n - hnsw->n_linked;
}

/**
 * rhumb_hnsw_get_n_compared:
 * @hnsw: linked vectors
 *
 * Gets how many rows the last search came by following links, and compared with its query.
 *
 * Returns: rows; 0 if it compared all that are allowed, or there was none
 *
 * Since: 0.2
 */
gsize
rhumb_hnsw_get_n_compared (const RhumbHnsw *hnsw)
{
    return hnsw->room.n_compared;
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
 * Looks for the nearest rows. Where few rows are allowed all of these are compared. With a width of
 * 20 or more a row is among what is found for its own vector, but for rows as near and but where
 * thousands of rows are the same.
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
    const double wide = widen (MAX (width, n_best), share);
    hnsw->room.n_compared = 0;
    if (!is_worth_it (hnsw, share, wide))
        return rhumb_hnsw_scan (hnsw, query, n_best, allowed);
    GArray *list = rhumb_neighbours_new ();
    g_autofree gint16 *unit = g_new (gint16, hnsw->d);
    if (!rhumb_hnsw_scale (query, hnsw->d, unit))
        return list;
    make_room (hnsw, (guint)wide);
    rhumb_hnsw_begin (&hnsw->room, rhumb_hnsw_descend (hnsw, unit, 0, &hnsw->room));
    rhumb_hnsw_look (hnsw, unit, 0, (guint)wide, &hnsw->room);
    look_at_rest (hnsw, unit, (guint)wide);
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
