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

#include <string.h>

/* Four numbers that processors multiply at once; those that cannot do it one by one, with the same
 * result. */
typedef float Four __attribute__ ((vector_size (16)));

static inline Four
load (const float *from)
{
    Four four;
    memcpy (&four, from, sizeof four);
    return four;
}

/* Rows of length 1. Sixteen sums side by side, added in a fixed order. */
float
hnsw_get_distance (const float *a, const float *b, guint d)
{
    Four part[4] = {{0}, {0}, {0}, {0}};
    guint k = 0;
    for (; k + 16 <= d; k += 16) {
        part[0] += load (a + k) * load (b + k);
        part[1] += load (a + k + 4) * load (b + k + 4);
        part[2] += load (a + k + 8) * load (b + k + 8);
        part[3] += load (a + k + 12) * load (b + k + 12);
    }
    const Four all = (part[0] + part[1]) + (part[2] + part[3]);
    float sum = (all[0] + all[1]) + (all[2] + all[3]);
    for (; k < d; k++)
        sum += a[k] * b[k];
    return 1 - sum;
}

guint
hnsw_get_most (const RhumbHnsw *hnsw, guint level)
{
    return level == 0 ? 2 * hnsw->m : hnsw->m;
}

guint32 *
hnsw_get_links (const RhumbHnsw *hnsw, guint32 row, guint level, guint16 **n_links)
{
    if (level == 0) {
        *n_links = &hnsw->n_link0[row];
        return hnsw->link0 + (gsize)row * 2 * hnsw->m;
    }
    const gsize block = hnsw->upper[row] + level - 1;
    *n_links = &hnsw->n_link[block];
    return hnsw->link + block * hnsw->m;
}

void
hnsw_room_init (SearchRoom *room, guint32 n, guint width)
{
    room->seen = g_new0 (guint32, (gsize)n + 1);
    room->stamp = 0;
    room->n_room = width;
    room->pool = g_new (Near, (gsize)width + 1);
    room->opened = g_new (guint8, (gsize)width + 1);
    room->n_pool = 0;
}

void
hnsw_room_clear (SearchRoom *room)
{
    g_clear_pointer (&room->seen, g_free);
    g_clear_pointer (&room->pool, g_free);
    g_clear_pointer (&room->opened, g_free);
}

static gboolean
is_nearer (Near a, Near b)
{
    return a.distance < b.distance || (!(b.distance < a.distance) && a.row < b.row);
}

/* Puts a row into the list unless it is too far. Returns its place, or the width if it is. */
guint
hnsw_keep (SearchRoom *room, Near near, guint width)
{
    guint at = room->n_pool;
    if (at >= width && !is_nearer (near, room->pool[at - 1]))
        return width;
    guint low = 0;
    while (low < at) {
        const guint middle = (low + at) / 2;
        if (is_nearer (near, room->pool[middle]))
            at = middle;
        else
            low = middle + 1;
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
hnsw_begin (SearchRoom *room, Near start)
{
    room->stamp++;
    room->seen[start.row] = room->stamp;
    room->n_pool = 0;
    hnsw_keep (room, start, 1);
}

/* Neighbours of a row that the search has not seen; what is needed of them is on its way from
 * memory while the next ones are looked at. */
static guint
list_unseen (const RhumbHnsw *hnsw, guint32 row, guint level, SearchRoom *room, guint32 *unseen)
{
    guint16 *n_links;
    const guint32 *link = hnsw_get_links (hnsw, row, level, &n_links);
    guint n = 0;
    for (guint i = 0; i < *n_links; i++)
        __builtin_prefetch (&room->seen[link[i]]);
    for (guint i = 0; i < *n_links; i++) {
        if (room->seen[link[i]] == room->stamp)
            continue;
        room->seen[link[i]] = room->stamp;
        const char *bytes = (const char *)hnsw_get_row (hnsw, link[i]);
        __builtin_prefetch (bytes);
        __builtin_prefetch (bytes + 64);
        __builtin_prefetch (bytes + 128);
        unseen[n++] = link[i];
    }
    return n;
}

/* Fills the list, which holds where to start, with the @width nearest rows of a level. */
void
hnsw_look (const RhumbHnsw *hnsw, const float *query, guint level, guint width, SearchRoom *room)
{
    guint32 unseen[2 * MAX_LINKS];
    for (guint next = 0; next < room->n_pool;) {
        if (room->opened[next]) {
            next++;
            continue;
        }
        guint first = next + 1; /* of those that may not be opened yet */
        const guint n = list_unseen (hnsw, room->pool[next].row, level, room, unseen);
        room->opened[next] = TRUE;
        for (guint i = 0; i < n; i++) {
            const Near near = {hnsw_get_distance (query, hnsw_get_row (hnsw, unseen[i]), hnsw->d),
                               unseen[i]};
            first = MIN (first, hnsw_keep (room, near, width));
        }
        next = first;
    }
}

/* The nearest row that is found going down to above @level. */
Near
hnsw_descend (const RhumbHnsw *hnsw, const float *query, guint level)
{
    Near best = {hnsw_get_distance (query, hnsw_get_row (hnsw, hnsw->entry), hnsw->d), hnsw->entry};
    for (guint l = hnsw->top; l > level; l--) {
        for (gboolean moved = TRUE; moved;) {
            guint16 *n_links;
            const guint32 *link = hnsw_get_links (hnsw, best.row, l, &n_links);
            moved = FALSE;
            for (guint i = 0; i < *n_links; i++) {
                const Near near = {hnsw_get_distance (query, hnsw_get_row (hnsw, link[i]), hnsw->d),
                                   link[i]};
                if (is_nearer (near, best)) {
                    best = near;
                    moved = TRUE;
                }
            }
        }
    }
    return best;
}
