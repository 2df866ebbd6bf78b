/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Rows of packed vectors for a process that asks one question: they are read from the file, since a
 * page that is looked at for the first time takes several times as long as a read of some hundred
 * bytes, and of its neighbours on the page none is wanted. Who asks on has them from memory.
 *
 * Cost: a call of the kernel for each row, for the first thousands of rows.
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "analytics/similar/hnsw-private.h"
#include "analytics/similar/hnsw-rows.h"
#include "graph/compare.h"
#include "graph/large-array.h"
#include "graph/steps-private.h"

/* Two or three questions. */
#define MOST_READ 8192

/*
 * rhumb_hnsw_set_file:
 * @hnsw: linked vectors of bytes that are mapped from a file
 * @file: that file, which stays open as long as the bytes are there
 * @offset: where the bytes begin in it
 *
 * Lets first rows be read from the file.
 */
void
rhumb_hnsw_set_file (RhumbHnsw *hnsw, int file, guint64 offset)
{
    g_return_if_fail (hnsw->bytes != NULL);
    hnsw->file = hnsw->exact ? -1 : file; /* all of them are compared in a row */
    hnsw->offset = offset;
}

/* Room for rows that begin where lines of memory do, in large pages: the same rows, then zeros.
 * What was there goes. */
gpointer
rhumb_hnsw_grow (gpointer pages, gsize *size, gsize new_size)
{
    gpointer grown = rhumb_clear_pages_new (new_size);
    if (*size > 0)
        memcpy (grown, pages, MIN (*size, new_size));
    if (*size > 0)
        rhumb_clear_pages_free (pages, *size);
    *size = new_size;
    return grown;
}

/* @bytes, which are mapped, or the same in @room. */
static gconstpointer
fetch (RhumbHnsw *hnsw, gconstpointer bytes, gsize size, gpointer room)
{
    const char *start = g_bytes_get_data (hnsw->bytes, NULL);
    const guint64 place = hnsw->offset + (guint64)((const char *)bytes - start);
    if (hnsw->n_read++ >= MOST_READ)
        hnsw->file = -1;
    return hnsw->file >= 0 && pread (hnsw->file, room, size, (off_t)place) == (gssize)size ? room
                                                                                           : bytes;
}

/* A vector, until the next is taken. */
const gint16 *
rhumb_hnsw_take_row (RhumbHnsw *hnsw, guint32 row)
{
    const gint16 *vector = hnsw_get_row (hnsw, row);
    if (hnsw->file < 0)
        return vector;
    if (hnsw->row_room == NULL)
        hnsw->row_room = g_new (gint16, hnsw->d);
    return fetch (hnsw, vector, hnsw->d * sizeof *vector, hnsw->row_room);
}

/* @n ascending rows from their steps. */
static gboolean
unpack (const guint8 **at, const guint8 *end, guint n, guint32 *row)
{
    guint32 last = 0;
    for (guint i = 0; i < n; i++) {
        guint32 step = 0;
        if (!read_step (at, end, &step))
            return FALSE;
        last += step;
        row[i] = last;
    }
    return TRUE;
}

/* Links of a row on level 0, bridges behind the others. FALSE, and none, if they are damaged. */
gboolean
rhumb_hnsw_unpack_links (RhumbHnsw *hnsw, guint32 row, guint32 *link, guint16 *n_links)
{
    guint8 room[MOST_PACKED];
    const guint32 start = hnsw->start0[row];
    const gsize size = hnsw->start0[row + 1] - (gsize)start;
    *n_links = 0;
    if (hnsw->start0[row + 1] < start || start + size > hnsw->n_packed || size < 2 ||
        size > sizeof room)
        return FALSE;
    const guint8 *at = hnsw->packed0 + start;
    if (hnsw->file >= 0)
        at = fetch (hnsw, at, size, room);
    const guint8 *end = at + size;
    const guint n = *at++;
    const guint n_bridges = *at++;
    if (n + n_bridges > 2 * hnsw->m || !unpack (&at, end, n, link) ||
        !unpack (&at, end, n_bridges, link + n) || at != end)
        return FALSE;
    *n_links = (guint16)(n + n_bridges * ONE_BRIDGE);
    return TRUE;
}

static void
append_sorted (GByteArray *packed, guint32 *row, guint n)
{
    qsort (row, n, sizeof *row, rhumb_compare_numbers);
    append_row (packed, row, n);
}

/* Links of all rows on level 0. A search is the same whatever their order. @start: n + 1 places. */
void
rhumb_hnsw_pack_links (const RhumbHnsw *hnsw, guint32 *start, GByteArray *packed)
{
    for (guint32 v = 0; v < hnsw->n; v++) {
        guint32 link[2 * MAX_LINKS];
        const guint8 n[] = {(guint8)(hnsw->n_link0[v] % ONE_BRIDGE),
                            (guint8)(hnsw->n_link0[v] / ONE_BRIDGE)};
        memcpy (link, hnsw->link0 + (gsize)v * 2 * hnsw->m, ((gsize)n[0] + n[1]) * sizeof *link);
        start[v] = packed->len;
        g_byte_array_append (packed, n, sizeof n);
        append_sorted (packed, link, n[0]);
        append_sorted (packed, link + n[0], n[1]);
    }
    start[hnsw->n] = packed->len;
}
