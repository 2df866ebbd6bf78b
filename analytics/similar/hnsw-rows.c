/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Rows of packed vectors for a process that asks one question: they are read from the file, since a
 * page that is looked at for the first time takes several times as long as a read of some hundred
 * bytes, and of its neighbours on the page none is wanted. Who asks on has them from memory.
 *
 * Cost: a call of the kernel for each row, for the first thousands of rows.
 */
#include <unistd.h>

#include "analytics/similar/hnsw-private.h"
#include "analytics/similar/hnsw-rows.h"

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
const float *
rhumb_hnsw_take_row (RhumbHnsw *hnsw, guint32 row)
{
    const float *vector = hnsw_get_row (hnsw, row);
    if (hnsw->file < 0)
        return vector;
    if (hnsw->row_room == NULL)
        hnsw->row_room = g_new (float, hnsw->d);
    return fetch (hnsw, vector, hnsw->d * sizeof (float), hnsw->row_room);
}

/* Links of a row on level 0, until the next are taken. */
const guint32 *
rhumb_hnsw_take_links (RhumbHnsw *hnsw, guint32 row)
{
    const guint n = 2 * hnsw->m;
    const guint32 *link = hnsw->link0 + (gsize)row * n;
    return hnsw->file < 0 ? link : fetch (hnsw, link, n * sizeof *link, hnsw->link_room);
}
