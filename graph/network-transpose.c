/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Turning compressed rows around (Gustavson 1978, doi:10.1145/355791.355796). One place after the
 * other in a large result is a walk through all of memory: entries are therefore put into buckets
 * of neighbouring columns first, whose places a processor has at hand (as radix sorts do), a slab
 * of entries at a time. Buckets keep the order of entries, so that the result is that of the plain
 * method, whatever thread does which.
 *
 * Cost: O(rows + entries) time; 32 bytes a column, and a slab of 8 bytes an entry, 16 with weights.
 */
#include "graph/large-array.h"
#include "graph/network-private.h"

#define SLAB ((gsize)1 << 22)

/* Fewer columns share a bucket only if there are more of them than buckets are wanted. */
#define LEAST_WIDTH 14
#define MOST_BUCKETS 256

typedef struct {
    guint32 column;
    guint32 row;
} Entry;

/* Entries on their way: @place is where a part puts its next one of each bucket. */
typedef struct {
    const RhumbOwnRows *rows;
    RhumbOwnRows *result;
    gsize *next; /* of each column */
    guint shift; /* a column without these bits is its bucket */
    guint n_buckets;
    gsize place[RHUMB_MOST_PARTS][MOST_BUCKETS];
    gsize bucket[MOST_BUCKETS + 1];
    Entry *entry;
    double *weight; /* NULL = all 1 */
} Slab;

/* The row that holds entry @i, or the first one after it that holds any. */
static guint32
find_row (const RhumbOwnRows *rows, gsize i)
{
    guint32 low = 0;
    guint32 high = rows->n_rows;
    while (low < high) {
        const guint32 middle = low + (high - low) / 2;
        if (rows->start[middle + 1] <= i)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* What is too little for buckets. */
static void
transpose_plainly (const RhumbOwnRows *rows, gsize *next, RhumbOwnRows *result)
{
    for (guint32 v = 0; v < rows->n_rows; v++) {
        for (gsize i = rows->start[v]; i < rows->start[v + 1]; i++) {
            const gsize place = next[rows->node[i]]++;
            result->node[place] = v;
            if (rows->weight != NULL)
                result->weight[place] = rows->weight[i];
        }
    }
}

static void
count_part (Slab *slab, const RhumbParts *parts, guint p)
{
    gsize *count = slab->place[p];
    for (guint b = 0; b < slab->n_buckets; b++)
        count[b] = 0;
    for (gsize i = parts->bound[p]; i < parts->bound[p + 1]; i++)
        count[slab->rows->node[i] >> slab->shift]++;
}

/* Parts follow each other in a bucket, as they do in the rows. */
static void
find_places (Slab *slab, const RhumbParts *parts)
{
    gsize place = 0;
    for (guint b = 0; b < slab->n_buckets; b++) {
        slab->bucket[b] = place;
        for (guint p = 0; p < parts->n_parts; p++) {
            const gsize n = slab->place[p][b];
            slab->place[p][b] = place;
            place += n;
        }
    }
    slab->bucket[slab->n_buckets] = place;
}

static void
distribute_part (Slab *slab, const RhumbParts *parts, guint p)
{
    const RhumbOwnRows *rows = slab->rows;
    guint32 v = find_row (rows, parts->bound[p]);
    for (gsize i = parts->bound[p]; i < parts->bound[p + 1]; i++) {
        while (i >= rows->start[v + 1])
            v++;
        const gsize place = slab->place[p][rows->node[i] >> slab->shift]++;
        slab->entry[place] = (Entry){rows->node[i], v};
        if (slab->weight != NULL)
            slab->weight[place] = rows->weight[i];
    }
}

static void
empty_bucket (Slab *slab, guint b)
{
    for (gsize i = slab->bucket[b]; i < slab->bucket[b + 1]; i++) {
        const gsize place = slab->next[slab->entry[i].column]++;
        slab->result->node[place] = slab->entry[i].row;
        if (slab->weight != NULL)
            slab->result->weight[place] = slab->weight[i];
    }
}

static void
transpose_slab (Slab *slab, const RhumbParts *parts)
{
#pragma omp parallel for schedule(dynamic, 1)
    for (guint p = 0; p < parts->n_parts; p++)
        count_part (slab, parts, p);
    find_places (slab, parts);
#pragma omp parallel for schedule(dynamic, 1)
    for (guint p = 0; p < parts->n_parts; p++)
        distribute_part (slab, parts, p);
#pragma omp parallel for schedule(dynamic, 1)
    for (guint b = 0; b < slab->n_buckets; b++)
        empty_bucket (slab, b);
}

static void
transpose_in_buckets (const RhumbOwnRows *rows, guint32 n_columns, gsize *next,
                      RhumbOwnRows *result)
{
    const gsize n_entries = rows->start[rows->n_rows];
    Slab *slab = g_new (Slab, 1);
    *slab = (Slab){.rows = rows, .result = result, .next = next, .shift = LEAST_WIDTH};
    while ((n_columns - 1) >> slab->shift >= MOST_BUCKETS)
        slab->shift++;
    slab->n_buckets = ((n_columns - 1) >> slab->shift) + 1;
    slab->entry = rhumb_large_array_new (MIN (n_entries, SLAB), sizeof (Entry));
    if (rows->weight != NULL)
        slab->weight = rhumb_large_array_new (MIN (n_entries, SLAB), sizeof (double));
    for (gsize first = 0; first < n_entries; first += SLAB) {
        RhumbParts parts;
        rhumb_parts_init (&parts, RHUMB_MOST_PARTS, first, MIN (first + SLAB, n_entries));
        transpose_slab (slab, &parts);
    }
    g_free (slab->entry);
    g_free (slab->weight);
    g_free (slab);
}

/* Turns rows around: row and column change places, and the new rows come out ascending. */
void
rhumb_rows_transpose (const RhumbOwnRows *rows, guint32 n_columns, RhumbOwnRows *result)
{
    const gsize n_entries = rows->start[rows->n_rows];
    gsize *next = rhumb_rows_begin (result, n_columns, rows->node, n_entries, rows->weight != NULL);
    if (n_entries < RHUMB_FEW_ENTRIES)
        transpose_plainly (rows, next, result);
    else
        transpose_in_buckets (rows, n_columns, next, result);
    g_free (next);
}
