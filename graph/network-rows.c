/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Making compressed rows: edges are distributed by counting, and rows are sorted by transposing
 * them (graph/network-transpose.c).
 *
 * Many entries are distributed in parts that follow each other. Each part counts what it brings to
 * each row, and so knows its own places in all of them before anything is written: the result is
 * that of one part, whatever thread does which.
 *
 * Cost: O(rows + entries) time; 8 bytes a row and part beside the result.
 */
#include <string.h>

#include "graph/large-array.h"
#include "graph/network-private.h"

/* Rows that are sorted by insertion. */
#define SHORT_ROW 128

void
rhumb_rows_clear (RhumbOwnRows *rows)
{
    g_free (rows->start);
    g_free (rows->node);
    g_free (rows->weight);
}

/* Parts of entries @first to @end − 1, as long as each other but for the last. */
void
rhumb_parts_init (RhumbParts *parts, guint n_parts, gsize first, gsize end)
{
    parts->n_parts = n_parts;
    for (guint p = 0; p < n_parts; p++)
        parts->bound[p] = first + (end - first) / n_parts * p;
    parts->bound[n_parts] = end;
}

/* Counts what each part brings to each row: a row of counts a part. @other: NULL, or as @row, where
 * each entry stands besides unless that is the same row. */
static gsize *
count_entries (guint32 n_rows, const guint32 *row, const guint32 *other, const RhumbParts *parts)
{
    gsize *counts = g_new0 (gsize, MAX ((gsize)n_rows * parts->n_parts, 1));
#pragma omp parallel for schedule(dynamic, 1) if (parts->n_parts > 1)
    for (guint p = 0; p < parts->n_parts; p++) {
        gsize *count = counts + (gsize)n_rows * p;
        for (gsize e = parts->bound[p]; e < parts->bound[p + 1]; e++) {
            count[row[e]]++;
            if (other != NULL && other[e] != row[e])
                count[other[e]]++;
        }
    }
    return counts;
}

/* Makes empty rows for entries of which each stands in row @row, and in @other as count_entries()
 * says. Returns where those of each part begin in each row, a row of places a part. */
static gsize *
begin_rows (RhumbOwnRows *rows, guint32 n_rows, const guint32 *row, const guint32 *other,
            const RhumbParts *parts, gboolean weighted)
{
    rows->n_rows = n_rows;
    rows->start = rhumb_large_array_new ((gsize)n_rows + 1, sizeof (gsize));
    gsize *places = count_entries (n_rows, row, other, parts);
    gsize place = 0;
    for (guint32 v = 0; v < n_rows; v++) {
        rows->start[v] = place;
        for (guint p = 0; p < parts->n_parts; p++) {
            gsize *next = places + (gsize)n_rows * p + v;
            const gsize n = *next;
            *next = place;
            place += n;
        }
    }
    rows->start[n_rows] = place;
    rows->node = rhumb_large_array_new (place, sizeof (guint32));
    rows->weight = weighted ? rhumb_large_array_new (place, sizeof (double)) : NULL;
    return places;
}

/* Few entries are not worth parts; nor are entries that are fewer than the rows. */
static void
divide (RhumbParts *parts, guint32 n_rows, gsize n_entries)
{
    const guint n_parts = n_entries < MAX (n_rows, RHUMB_FEW_ENTRIES) ? 1 : RHUMB_MOST_PARTS;
    rhumb_parts_init (parts, n_parts, 0, n_entries);
}

/* Makes empty rows for entries of which each stands in row @row. Returns the first place of each
 * row, for g_free(). */
gsize *
rhumb_rows_begin (RhumbOwnRows *rows, guint32 n_rows, const guint32 *row, gsize n_entries,
                  gboolean weighted)
{
    RhumbParts parts;
    divide (&parts, n_rows, n_entries);
    gsize *places = begin_rows (rows, n_rows, row, NULL, &parts, weighted);
    return g_renew (gsize, places, MAX (n_rows, 1)); /* those of the first part */
}

static void
fill_part (RhumbOwnRows *rows, gsize *next, const guint32 *row, const guint32 *column,
           const double *weight, gboolean both_ways, gsize first, gsize end)
{
    for (gsize e = first; e < end; e++) {
        const guint n_ways = both_ways && row[e] != column[e] ? 2 : 1;
        for (guint way = 0; way < n_ways; way++) {
            const gsize place = next[way == 0 ? row[e] : column[e]]++;
            rows->node[place] = way == 0 ? column[e] : row[e];
            if (weight != NULL)
                rows->weight[place] = weight[e];
        }
    }
}

/* Distributes edges into rows by @row, or by both of their ends, loops once. Entries keep the order
 * in which edges come. */
void
rhumb_rows_fill (RhumbOwnRows *rows, guint32 n_rows, const guint32 *row, const guint32 *column,
                 const double *weight, gboolean both_ways, gsize n_edges)
{
    RhumbParts parts;
    divide (&parts, n_rows, n_edges);
    gsize *places =
        begin_rows (rows, n_rows, row, both_ways ? column : NULL, &parts, weight != NULL);
#pragma omp parallel for schedule(dynamic, 1) if (parts.n_parts > 1)
    for (guint p = 0; p < parts.n_parts; p++)
        fill_part (rows, places + (gsize)n_rows * p, row, column, weight, both_ways, parts.bound[p],
                   parts.bound[p + 1]);
    g_free (places);
}

/* Sorts a row of @n entries: short ones by insertion, which is fastest, the others half by half.
 * @node_room, @weight_room: to work in, as long. */
void
rhumb_row_sort (guint32 *node, double *weight, gsize n, guint32 *node_room, double *weight_room)
{
    if (n <= SHORT_ROW) {
        for (gsize i = 1; i < n; i++) {
            const guint32 v = node[i];
            const double w = weight[i];
            gsize place = i;
            for (; place > 0 && node[place - 1] > v; place--) {
                node[place] = node[place - 1];
                weight[place] = weight[place - 1];
            }
            node[place] = v;
            weight[place] = w;
        }
        return;
    }
    const gsize half = n / 2;
    rhumb_row_sort (node, weight, half, node_room, weight_room);
    rhumb_row_sort (node + half, weight + half, n - half, node_room, weight_room);
    memcpy (node_room, node, half * sizeof *node);
    memcpy (weight_room, weight, half * sizeof *weight);
    for (gsize i = 0, left = 0, right = half; left < half; i++) {
        const gboolean is_right = right < n && node[right] < node_room[left];
        node[i] = is_right ? node[right] : node_room[left];
        weight[i] = is_right ? weight[right] : weight_room[left];
        right += is_right;
        left += !is_right;
    }
}

static gboolean
has_repeats (const RhumbOwnRows *rows)
{
    gboolean found = FALSE;
#pragma omp parallel for schedule(static) \
    reduction(||                          \
              : found) if (rows->start[rows->n_rows] > RHUMB_FEW_ENTRIES)
    for (guint32 v = 0; v < rows->n_rows; v++)
        for (gsize i = rows->start[v] + 1; i < rows->start[v + 1]; i++)
            found = found || rows->node[i] == rows->node[i - 1];
    return found;
}

/* Adds repeated entries of ascending rows together, in their order. Without weights a repeat is
 * the same edge said twice. */
void
rhumb_rows_merge_repeats (RhumbOwnRows *rows)
{
    if (!has_repeats (rows))
        return;
    gsize kept = 0;
    for (guint32 v = 0; v < rows->n_rows; v++) {
        const gsize first = rows->start[v];
        const gsize end = rows->start[v + 1];
        rows->start[v] = kept;
        for (gsize i = first; i < end; i++) {
            const gboolean repeat = kept > rows->start[v] && rows->node[kept - 1] == rows->node[i];
            if (repeat && rows->weight != NULL)
                rows->weight[kept - 1] += rows->weight[i];
            if (repeat)
                continue;
            rows->node[kept] = rows->node[i];
            if (rows->weight != NULL)
                rows->weight[kept] = rows->weight[i];
            kept++;
        }
    }
    rows->start[rows->n_rows] = kept;
}
