/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * One network of several: each row is what other networks have of its node, put together. Their
 * rows ascend and tell both directions, so no list of edges has to be sorted again.
 *
 * What several pieces bring to the same entry is added in the order of the pieces. Each row is put
 * together by one thread.
 *
 * Cost: O(rows × pieces + entries), rows whose pieces overlap O(n log n).
 */
#include "analytics/network/gathered-rows.h"

#include "graph/large-array.h"
#include "graph/threads-private.h"

/* So few entries are gathered sooner than a second thread has woken up. */
#define FEW ((gsize)1 << 16)
#define ROWS_AT_ONCE 512

/* Where in its rows the entries of a piece for row @v are; none if it brings nothing. */
static void
find_entries (const RhumbRowPiece *piece, guint32 v, gsize *begin, gsize *end)
{
    *begin = 0;
    *end = 0;
    if (v < piece->first_row || v - piece->first_row >= piece->rows.n_rows)
        return;
    const guint32 r = v - piece->first_row;
    gsize low = piece->rows.start[r];
    gsize high = piece->rows.start[r + 1];
    *begin = low;
    *end = high;
    if (piece->part == RHUMB_PIECE_WHOLE)
        return;
    /* The first entry that does not lead before the row, or that leads behind it. */
    const guint32 bound = v + (piece->part == RHUMB_PIECE_BEHIND);
    while (low < high) {
        const gsize middle = low + (high - low) / 2;
        if (piece->rows.node[middle] < bound)
            low = middle + 1;
        else
            high = middle;
    }
    *(piece->part == RHUMB_PIECE_BEFORE ? end : begin) = low;
}

static gsize
count_entries (const RhumbRowPiece *pieces, guint n_pieces, guint32 v)
{
    gsize n = 0;
    for (guint p = 0; p < n_pieces; p++) {
        gsize begin;
        gsize end;
        find_entries (&pieces[p], v, &begin, &end);
        n += end - begin;
    }
    return n;
}

/* Writes row @v; returns whether it ascends. */
static gboolean
fill_row (const RhumbRowPiece *pieces, guint n_pieces, guint32 v, guint32 *node, double *weight)
{
    gboolean ascends = TRUE;
    gsize n = 0;
    for (guint p = 0; p < n_pieces; p++) {
        const RhumbRowPiece *piece = &pieces[p];
        gsize begin;
        gsize end;
        find_entries (piece, v, &begin, &end);
        if (begin < end && n > 0)
            ascends = ascends && node[n - 1] <= piece->offset + piece->rows.node[begin];
        for (gsize i = begin; i < end; i++) {
            node[n] = piece->offset + piece->rows.node[i];
            weight[n++] = piece->factor * rhumb_rows_get_weight (piece->rows, i);
        }
    }
    return ascends;
}

/* Puts @n_rows weighted rows together. Rows of pieces must ascend, for parts of them without
 * offset. */
void
rhumb_gather_rows (const RhumbRowPiece *pieces, guint n_pieces, guint32 n_rows,
                   RhumbOwnRows *result)
{
    gsize *start = rhumb_large_array_new ((gsize)n_rows + 1, sizeof (gsize));
    gsize longest = 0;
    start[0] = 0;
    for (guint32 v = 0; v < n_rows; v++) {
        const gsize n = count_entries (pieces, n_pieces, v);
        longest = MAX (longest, n);
        start[v + 1] = start[v] + n;
    }
    guint32 *node = rhumb_large_array_new (start[n_rows], sizeof (guint32));
    double *weight = rhumb_large_array_new (start[n_rows], sizeof (double));
    const gsize room = (gsize)rhumb_get_n_threads () * longest + 1;
    g_autofree guint32 *node_room = g_new (guint32, room);
    g_autofree double *weight_room = g_new (double, room);
#pragma omp parallel for schedule(dynamic, ROWS_AT_ONCE) if (start[n_rows] > FEW)
    for (guint32 v = 0; v < n_rows; v++) {
        const gsize at = start[v];
        const gsize own_room = rhumb_get_thread () * longest;
        if (!fill_row (pieces, n_pieces, v, node + at, weight + at))
            rhumb_row_sort (node + at, weight + at, start[v + 1] - at, node_room + own_room,
                            weight_room + own_room);
    }
    *result = (RhumbOwnRows){n_rows, start, node, weight};
    rhumb_rows_merge_repeats (result);
}
