/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Links vectors with their neighbours, batch by batch.
 *
 * Source: Malkov, Yashunin (2020), doi:10.1109/TPAMI.2018.2889473, algorithms 1, 3 and 4. Lists
 * that the heuristic leaves with fewer than M links are filled up to M with the nearest that it
 * refused (keepPrunedConnections): where vectors lie in dense clusters it refuses most, and with
 * them a third of the misses remain (bench/bench-hnsw).
 *
 * Method: the level of a row is drawn from its key, so it is the same in any set. Rows of a batch
 * look for neighbours side by side in what was linked before, and are compared with those of their
 * batch that stand before them, as if they had come one by one. Then links back are put in order by
 * target, distance and row, and each target's list is thinned by one thread. So the network is the
 * same for any number of threads. A row becomes the entry only after it is linked; a
 * row without a vector is never linked. A batch has one row for each 32 that are there, at most
 * 256, and only whole batches are linked: what is left over, under a thirtieth of all, is compared
 * one by one until more rows come. So where batches begin depends on what stands before them alone,
 * and rows that are added later are linked as if they had been there from the start.
 *
 * Cost: about n log n × width × links distances.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analytics/similar/hnsw-private.h"
#include "graph/text.h"
#include "graph/threads-private.h"

#define MAX_BATCH 256
#define SHARE_OF_BATCH 32
/* To call threads for fewer rows takes longer than they save. */
#define WORTH_THREADS 16

/* A link back that is to be made. */
typedef struct {
    guint32 target;
    guint32 level;
    Near near;
} Back;

typedef struct {
    RhumbHnsw *hnsw;
    guint n_threads;
    SearchRoom *room; /* one for each thread */
    Near *chosen;     /* one list of 2m for each thread */
    Near *all;        /* one list for each thread, of MAX_BATCH + 2m + 1 */
    Back *back;       /* of a batch */
    gsize n_back;
    gsize n_room;
} Builder;

/* Adds the nearest of those that were not chosen, which stand in the same order, up to @least. */
static guint
fill (const Near *near, guint n, guint least, Near *chosen, guint n_chosen)
{
    const guint n_before = n_chosen;
    for (guint i = 0, k = 0; i < n && n_chosen < least; i++) {
        if (k < n_before && chosen[k].row == near[i].row)
            k++;
        else
            chosen[n_chosen++] = near[i];
    }
    return n_chosen;
}

/* Of rows that stand nearest first, at most @most so that each is nearer to the centre than to any
 * chosen before. */
static guint
choose (const RhumbHnsw *hnsw, const Near *near, guint n, guint most, Near *chosen)
{
    guint n_chosen = 0;
    if (n < most) {
        memcpy (chosen, near, n * sizeof *chosen);
        return n;
    }
    for (guint i = 0; i < n && n_chosen < most; i++) {
        gboolean good = TRUE;
        for (guint k = 0; good && k < n_chosen; k++)
            good = !(rhumb_hnsw_get_distance (hnsw_get_row (hnsw, near[i].row),
                                              hnsw_get_row (hnsw, chosen[k].row),
                                              hnsw->d) < near[i].distance);
        if (good)
            chosen[n_chosen++] = near[i];
    }
    return fill (near, n, MIN (most, hnsw->m), chosen, n_chosen);
}

/* Rows of the batch before this one join the list, if they have the level. */
static void
look_at_batch (const RhumbHnsw *hnsw, guint32 row, guint32 first, guint level, SearchRoom *room)
{
    for (guint32 u = first; u < row; u++) {
        if (hnsw->level[u] < level || (hnsw->hidden[u] & NO_VECTOR))
            continue;
        const Near near = {
            rhumb_hnsw_get_distance (hnsw_get_row (hnsw, row), hnsw_get_row (hnsw, u), hnsw->d), u};
        rhumb_hnsw_keep (room, near, hnsw->width);
    }
}

/* Finds and writes the links of one row of a batch, level by level. */
static void
link_row (const Builder *b, guint32 row, guint32 first, guint thread)
{
    RhumbHnsw *hnsw = b->hnsw;
    SearchRoom *room = &b->room[thread];
    Near *chosen = b->chosen + (gsize)thread * 2 * hnsw->m;
    const guint level = hnsw->level[row];
    if (hnsw->hidden[row] & NO_VECTOR)
        return;
    Near start = rhumb_hnsw_descend (hnsw, hnsw_get_row (hnsw, row), level, room);
    for (guint l = level + 1; l-- > 0;) {
        guint16 *n_links;
        guint32 *link = rhumb_hnsw_get_links (hnsw, row, l, &n_links);
        room->n_pool = 0;
        if (l <= hnsw->top) {
            rhumb_hnsw_begin (room, start);
            rhumb_hnsw_look (hnsw, hnsw_get_row (hnsw, row), l, hnsw->width, room);
            start = room->pool[0];
        }
        look_at_batch (hnsw, row, first, l, room);
        *n_links = (guint16)choose (hnsw, room->pool, room->n_pool, hnsw->m, chosen);
        for (guint i = 0; i < *n_links; i++)
            link[i] = chosen[i].row;
    }
}

static int
compare_backs (const void *x, const void *y)
{
    const Back *a = x;
    const Back *b = y;
    if (a->level != b->level)
        return a->level < b->level ? -1 : 1;
    if (a->target != b->target)
        return a->target < b->target ? -1 : 1;
    if (a->near.distance < b->near.distance || b->near.distance < a->near.distance)
        return a->near.distance < b->near.distance ? -1 : 1;
    return (a->near.row > b->near.row) - (a->near.row < b->near.row);
}

static void
list_backs (Builder *b, guint32 first, guint32 end)
{
    const RhumbHnsw *hnsw = b->hnsw;
    b->n_back = 0;
    for (guint32 row = first; row < end; row++) {
        for (guint l = 0; l <= hnsw->level[row]; l++) {
            guint16 *n_links;
            const guint32 *link = rhumb_hnsw_get_links (hnsw, row, l, &n_links);
            for (guint i = 0; i < *n_links; i++) {
                const float distance = rhumb_hnsw_get_distance (
                    hnsw_get_row (hnsw, row), hnsw_get_row (hnsw, link[i]), hnsw->d);
                if (b->n_back == b->n_room) {
                    b->n_room *= 2;
                    b->back = g_renew (Back, b->back, b->n_room);
                }
                b->back[b->n_back++] = (Back){link[i], l, {distance, row}};
            }
        }
    }
    qsort (b->back, b->n_back, sizeof *b->back, compare_backs);
}

static void
insert_near (Near *list, guint *n, Near near)
{
    guint at = (*n)++;
    for (; at > 0 && (near.distance < list[at - 1].distance ||
                      (!(list[at - 1].distance < near.distance) && near.row < list[at - 1].row));
         at--)
        list[at] = list[at - 1];
    list[at] = near;
}

/* Adds the links back to one target; what is too much is thinned as its own links were. */
static void
link_back (const Builder *b, gsize first, gsize end, guint thread)
{
    const RhumbHnsw *hnsw = b->hnsw;
    const guint32 target = b->back[first].target;
    const guint level = b->back[first].level;
    const guint most = rhumb_hnsw_get_most (hnsw, level);
    Near *all = b->all + (gsize)thread * (MAX_BATCH + 2 * hnsw->m + 1);
    Near *chosen = b->chosen + (gsize)thread * 2 * hnsw->m;
    guint16 *n_links;
    guint32 *link = rhumb_hnsw_get_links (hnsw, target, level, &n_links);
    guint n = 0;
    if (*n_links + (end - first) <= most) {
        for (gsize i = first; i < end; i++)
            link[(*n_links)++] = b->back[i].near.row;
        return;
    }
    for (guint i = 0; i < *n_links; i++) {
        const Near near = {rhumb_hnsw_get_distance (hnsw_get_row (hnsw, target),
                                                    hnsw_get_row (hnsw, link[i]), hnsw->d),
                           link[i]};
        insert_near (all, &n, near);
    }
    for (gsize i = first; i < end; i++)
        insert_near (all, &n, b->back[i].near);
    const guint n_before = *n_links;
    *n_links = (guint16)choose (hnsw, all, n, most, chosen);
    for (guint i = 0; i < *n_links; i++)
        link[i] = chosen[i].row;
    for (guint i = *n_links; i < n_before; i++)
        link[i] = 0; /* so that bytes do not tell what was there */
}

static void
link_all_back (Builder *b)
{
    g_autofree gsize *start = g_new (gsize, b->n_back + 1);
    gsize n = 0;
    for (gsize i = 0; i < b->n_back; i++) {
        if (i == 0 || b->back[i].target != b->back[i - 1].target ||
            b->back[i].level != b->back[i - 1].level)
            start[n++] = i;
    }
    start[n] = b->n_back;
#pragma omp parallel for schedule(dynamic, 16) \
    num_threads(b->n_threads) if (n >= 16 * WORTH_THREADS)
    for (gsize i = 0; i < n; i++) {
        const guint thread = rhumb_get_thread ();
        link_back (b, start[i], start[i + 1], thread);
    }
}

static void
add_batch (Builder *b, guint32 first, guint32 end)
{
    RhumbHnsw *hnsw = b->hnsw;
#pragma omp parallel for schedule(dynamic, 1) \
    num_threads(b->n_threads) if (end - first >= WORTH_THREADS)
    for (guint32 row = first; row < end; row++) {
        const guint thread = rhumb_get_thread ();
        link_row (b, row, first, thread);
    }
    list_backs (b, first, end);
    link_all_back (b);
    for (guint32 row = first; row < end; row++) {
        if (!(hnsw->hidden[row] & NO_VECTOR) && hnsw->level[row] > hnsw->top) {
            hnsw->top = hnsw->level[row];
            hnsw->entry = row;
        }
    }
}

/* Levels from keys, for the rows from @first on: a row has level l with chance M^−l. */
void
rhumb_hnsw_draw_levels (RhumbHnsw *hnsw, const guint64 *key, guint32 first)
{
    const gsize n = (gsize)hnsw->n + 1;
    const guint32 n_before = hnsw->n_blocks;
    hnsw->upper = g_renew (guint32, hnsw->upper, n);
    hnsw->level = g_renew (guint8, hnsw->level, n);
    for (guint32 v = first; v < hnsw->n; v++) {
        const guint64 random = rhumb_hash_mix (hnsw->seed, key[v]);
        const double chance = ((double)(random >> 11) + 1) * 0x1p-53;
        const double level = -log (chance) / log (hnsw->m);
        hnsw->level[v] = (guint8)MIN (level, MAX_LEVEL);
        hnsw->upper[v] = hnsw->n_blocks;
        hnsw->n_blocks += hnsw->level[v];
    }
    const gsize n_blocks = (gsize)hnsw->n_blocks + 1;
    hnsw->link0 =
        rhumb_hnsw_grow (hnsw->link0, &hnsw->link0_size, n * 2 * hnsw->m * sizeof *hnsw->link0);
    hnsw->n_link0 = g_renew (guint16, hnsw->n_link0, n);
    hnsw->link = g_renew (guint32, hnsw->link, n_blocks * hnsw->m);
    hnsw->n_link = g_renew (guint16, hnsw->n_link, n_blocks);
    memset (hnsw->n_link0 + first, 0, (n - first) * sizeof *hnsw->n_link0);
    memset (hnsw->link + (gsize)n_before * hnsw->m, 0,
            (n_blocks - n_before) * hnsw->m * sizeof *hnsw->link);
    memset (hnsw->n_link + n_before, 0, (n_blocks - n_before) * sizeof *hnsw->n_link);
}

static void
begin (RhumbHnsw *hnsw)
{
    hnsw->entry = 0;
    while (hnsw->hidden[hnsw->entry] & NO_VECTOR)
        hnsw->entry++;
    hnsw->top = hnsw->level[hnsw->entry];
    hnsw->n_linked = hnsw->entry + 1;
}

static guint32
get_batch_size (guint32 first)
{
    return CLAMP (first / SHARE_OF_BATCH, 1, MAX_BATCH);
}

/* Links all whole batches that are not linked yet; one row at least has a vector. */
void
rhumb_hnsw_build (RhumbHnsw *hnsw)
{
    Builder b = {.hnsw = hnsw, .n_threads = rhumb_get_n_threads (), .n_room = MAX_BATCH};
    b.room = g_new0 (SearchRoom, b.n_threads);
    b.chosen = g_new (Near, (gsize)b.n_threads * 2 * hnsw->m);
    b.all = g_new (Near, (gsize)b.n_threads * (MAX_BATCH + 2 * hnsw->m + 1));
    b.back = g_new (Back, b.n_room);
    for (guint i = 0; i < b.n_threads; i++)
        rhumb_hnsw_room_init (&b.room[i], hnsw->n, hnsw->width);
    if (hnsw->n_linked == 0)
        begin (hnsw);
    while (hnsw->n - hnsw->n_linked >= get_batch_size (hnsw->n_linked)) {
        const guint32 end = hnsw->n_linked + get_batch_size (hnsw->n_linked);
        add_batch (&b, hnsw->n_linked, end);
        hnsw->n_linked = end;
    }
    for (guint i = 0; i < b.n_threads; i++)
        rhumb_hnsw_room_clear (&b.room[i]);
    g_free (b.room);
    g_free (b.chosen);
    g_free (b.all);
    g_free (b.back);
}
