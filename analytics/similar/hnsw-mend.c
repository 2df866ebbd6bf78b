/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Bridges to rows that a search for their own vectors does not come by. Each row chooses its
 * neighbours, but none has to keep a link back: some rows are linked from far ones alone, which
 * nobody opens who looks near them, and copies of one vector crowd each other out.
 *
 * Method: when all rows are linked, each is looked for with a list of FOUND_WIDTH, until it is
 * seen. The nearest row that was opened instead and has room for a link gets one to it. Bridges
 * stand behind the links of level 0, where a target has fewer than it may have, and are counted in
 * the high byte of n_link0. They are no part of what later rows are linked with: before rows are
 * added they are taken away, and then made anew, so the network is still the same for rows that
 * come at once or in parts. A search with a longer list opens the same rows in the same order and
 * then more, so it finds what a search with a shorter one does.
 *
 * Not in the source (see hnsw-build.c). Rows are not bridged to where no row near them has room:
 * beyond some thousand copies of one vector.
 *
 * Cost: for each row a search that mostly ends early, a tenth of linking it.
 */
#include "analytics/similar/hnsw-private.h"
#include "graph/threads-private.h"

#define MOST_ROUNDS 4

typedef struct {
    RhumbHnsw *hnsw;
    guint n_threads;
    SearchRoom *room; /* one for each thread */
    guint8 *lost;     /* for each row whether it is not found */
} Mender;

static gboolean
is_linked (const RhumbHnsw *hnsw, guint32 row)
{
    return row < hnsw->n_linked && !(hnsw->hidden[row] & NO_VECTOR);
}

/* Looks for a row by its vector as rhumb_hnsw_search() does, with a list of @width. */
static gboolean
find (RhumbHnsw *hnsw, guint32 row, guint width, SearchRoom *room)
{
    guint next = 0;
    const gint16 *query = hnsw_get_row (hnsw, row);
    rhumb_hnsw_begin (room, rhumb_hnsw_descend (hnsw, query, 0, room));
    while (room->seen[row] != room->stamp &&
           rhumb_hnsw_open_next (hnsw, query, 0, width, room, &next))
        continue;
    return room->seen[row] == room->stamp;
}

/* From the nearest that was found instead and has room. */
static gboolean
build_bridge (RhumbHnsw *hnsw, guint32 row, const SearchRoom *room)
{
    for (guint i = 0; i < room->n_pool; i++) {
        const guint32 from = room->pool[i].row;
        const guint n = hnsw_count_links (hnsw->n_link0[from]);
        if (n == 2 * hnsw->m)
            continue;
        hnsw->link0[(gsize)from * 2 * hnsw->m + n] = row;
        hnsw->n_link0[from] += ONE_BRIDGE;
        return TRUE;
    }
    return FALSE;
}

/* Returns how many are lost. */
static guint32
list_lost (const Mender *mender)
{
    RhumbHnsw *hnsw = mender->hnsw;
    guint32 n_lost = 0;
#pragma omp parallel for schedule(dynamic, 64) num_threads(mender->n_threads)
    for (guint32 row = 0; row < hnsw->n_linked; row++)
        mender->lost[row] = is_linked (hnsw, row) &&
                            !find (hnsw, row, FOUND_WIDTH, &mender->room[rhumb_get_thread ()]);
    for (guint32 row = 0; row < hnsw->n_linked; row++)
        n_lost += mender->lost[row];
    return n_lost;
}

static void
reach (RhumbHnsw *hnsw, guint32 row, SearchRoom *room)
{
    if (find (hnsw, row, FOUND_WIDTH, room) || build_bridge (hnsw, row, room))
        return;
    if (!find (hnsw, row, MAX (hnsw->width, FOUND_WIDTH), room))
        build_bridge (hnsw, row, room);
}

/* Makes linked rows be found by their own vectors. */
void
rhumb_hnsw_mend (RhumbHnsw *hnsw)
{
    Mender mender = {.hnsw = hnsw, .n_threads = rhumb_get_n_threads ()};
    mender.room = g_new0 (SearchRoom, mender.n_threads);
    mender.lost = g_new0 (guint8, (gsize)hnsw->n_linked + 1);
    for (guint i = 0; i < mender.n_threads; i++)
        rhumb_hnsw_room_init (&mender.room[i], hnsw->n, MAX (hnsw->width, FOUND_WIDTH));
    for (guint i = 0; i < MOST_ROUNDS && list_lost (&mender) > 0; i++) {
        for (guint32 row = 0; row < hnsw->n_linked; row++) {
            if (mender.lost[row])
                reach (hnsw, row, &mender.room[0]);
        }
    }
    for (guint i = 0; i < mender.n_threads; i++)
        rhumb_hnsw_room_clear (&mender.room[i]);
    g_free (mender.room);
    g_free (mender.lost);
}

/* Takes all bridges away; counts that make no sense are those of a damaged file. */
void
rhumb_hnsw_unmend (RhumbHnsw *hnsw)
{
    const guint most = 2 * hnsw->m;
    for (guint32 row = 0; row < hnsw->n_linked; row++) {
        guint32 *link = hnsw->link0 + (gsize)row * most;
        const guint n = hnsw->n_link0[row] % ONE_BRIDGE;
        hnsw->damaged = hnsw->damaged || hnsw_count_links (hnsw->n_link0[row]) > most;
        hnsw->n_link0[row] = (guint16)MIN (n, rhumb_hnsw_get_most (hnsw, 0));
        for (guint i = hnsw->n_link0[row]; i < most; i++)
            link[i] = 0;
    }
}
