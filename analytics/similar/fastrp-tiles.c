/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Rows of numbers that are read along the links of a network, column by column: where all rows are
 * too many for the caches of a processor, some columns of them are not.
 *
 * Method: the columns are cut into tiles of 32, and what is left over into tiles of 16, 8 and
 * fewer than that. A tile has its part of all rows, one after the other; that of column c
 * begins at value + nodes × c. The sum of a node's tile stays in registers, so that a link costs a
 * load, a product and a sum for eight numbers, and none of it is stored on the way. Products are
 * rounded before they are added, in the order of links: processors with AVX2 do eight of them at
 * once, others four or one, with the same bits.
 *
 * Cost: links × columns multiplications; links are read once for each tile.
 */
#include <string.h>

#include "analytics/similar/fastrp-private.h"
#include "graph/large-array.h"

#include "graph/processor-private.h"

#define WIDEST 32

/* Nodes that a thread takes at once. */
#define BLOCK 64

/* Links ahead of the one that is added up: their rows are on the way from memory meanwhile. */
#define AHEAD 8

/* Numbers that processors multiply at once. */
typedef float Four __attribute__ ((vector_size (16), aligned (4), may_alias));
typedef float Eight __attribute__ ((vector_size (32), aligned (4), may_alias));

/* Of the tile that begins @left columns before the last. */
static inline guint
get_width (guint left)
{
    guint width = WIDEST;
    while (width > left && width > 8)
        width /= 2;
    return MIN (width, left);
}

/* Room for @n rows of @d numbers, which begin where lines of memory do: a row of a tile of 32 is
 * two lines, not parts of three. */
float *
rhumb_fastrp_tiles_init (FastrpTiles *tiles, guint32 n, guint d)
{
    tiles->n_bytes = ((gsize)n * d + 1) * sizeof (float);
    tiles->value = rhumb_clear_pages_new (tiles->n_bytes);
    return tiles->value;
}

void
rhumb_fastrp_tiles_clear (FastrpTiles *tiles)
{
    rhumb_clear_pages_free (tiles->value, tiles->n_bytes);
}

void
rhumb_fastrp_put_row (float *tiles, guint32 n, guint d, guint32 v, const float *row)
{
    for (guint c = 0; c < d; c += get_width (d - c)) {
        const gsize width = get_width (d - c);
        memcpy (tiles + (gsize)n * c + v * width, row + c, width * sizeof *row);
    }
}

void
rhumb_fastrp_get_row (const float *tiles, guint32 n, guint d, guint32 v, float *row)
{
    for (guint c = 0; c < d; c += get_width (d - c)) {
        const gsize width = get_width (d - c);
        memcpy (row + c, tiles + (gsize)n * c + v * width, width * sizeof *row);
    }
}

/* What a thread does at once: some nodes of a tile. */
typedef struct {
    FastrpLinks links;
    guint32 first;
    guint32 end;
    const float *from;
    float *to;
} Work;

/* @width is a constant where this is called, so that sums stay in registers. */
static inline __attribute__ ((always_inline)) void
add_fours (const Work *work, const gsize width)
{
    const FastrpLinks *links = &work->links;
    for (guint32 v = work->first; v < work->end; v++) {
        Four sum[WIDEST / 4] = {{0}};
        for (gsize i = links->rows.start[v]; i < links->rows.start[v + 1]; i++) {
            const float w = links->weight != NULL ? links->weight[i] : links->scale[v];
            const Four *from = (gconstpointer)(work->from + links->rows.node[i] * width);
            for (gsize k = 0; k < width / 4; k++)
                sum[k] += w * from[k];
        }
        memcpy (work->to + v * width, sum, width * sizeof (float));
    }
}

static void
add_by_four (const Work *work, guint width)
{
    if (width == 32)
        add_fours (work, 32);
    else if (width == 16)
        add_fours (work, 16);
    else
        add_fours (work, 8);
}

#ifdef WITH_AVX2
/* Sixteen numbers are a line of memory. */
AVX2 inline __attribute__ ((always_inline)) void
fetch (const float *row, const gsize width)
{
    for (gsize k = 0; k < width; k += 16)
        __builtin_prefetch (row + k);
}

/* The same with eight, written once more: without AVX2 compilers keep sums of eight in memory,
 * which takes three times as long. */
AVX2 inline __attribute__ ((always_inline)) void
add_eights (const Work *work, const gsize width)
{
    const FastrpLinks *links = &work->links;
    const gsize last = links->rows.start[work->end] - 1;
    for (guint32 v = work->first; v < work->end; v++) {
        Eight sum[WIDEST / 8] = {{0}};
        for (gsize i = links->rows.start[v]; i < links->rows.start[v + 1]; i++) {
            const float w = links->weight != NULL ? links->weight[i] : links->scale[v];
            const Eight *from = (gconstpointer)(work->from + links->rows.node[i] * width);
            fetch (work->from + links->rows.node[MIN (i + AHEAD, last)] * width, width);
            for (gsize k = 0; k < width / 8; k++)
                sum[k] += w * from[k];
        }
        memcpy (work->to + v * width, sum, width * sizeof (float));
    }
}

AVX2 void
add_by_eight (const Work *work, guint width)
{
    if (width == 32)
        add_eights (work, 32);
    else if (width == 16)
        add_eights (work, 16);
    else
        add_eights (work, 8);
}
#endif

/* Under eight columns; @width is a constant. */
static inline __attribute__ ((always_inline)) void
add_few (const Work *work, const gsize width)
{
    const FastrpLinks *links = &work->links;
    for (guint32 v = work->first; v < work->end; v++) {
        float sum[7] = {0};
        for (gsize i = links->rows.start[v]; i < links->rows.start[v + 1]; i++) {
            const float w = links->weight != NULL ? links->weight[i] : links->scale[v];
            const float *from = work->from + links->rows.node[i] * width;
            for (gsize k = 0; k < width; k++)
                sum[k] += w * from[k];
        }
        memcpy (work->to + v * width, sum, width * sizeof *sum);
    }
}

static void
add_narrow (const Work *work, guint width)
{
    if (width == 1)
        add_few (work, 1);
    else if (width == 2)
        add_few (work, 2);
    else if (width == 3)
        add_few (work, 3);
    else if (width == 4)
        add_few (work, 4);
    else if (width == 5)
        add_few (work, 5);
    else if (width == 6)
        add_few (work, 6);
    else
        add_few (work, 7);
}

static void
add_some (const Work *work, guint width)
{
    if (width < 8) {
        add_narrow (work, width);
        return;
    }
#ifdef WITH_AVX2
    if (rhumb_has_avx2 ()) {
        add_by_eight (work, width);
        return;
    }
#endif
    add_by_four (work, width);
}

static guint
count_tiles (guint d)
{
    guint n = 0;
    for (guint c = 0; c < d; c += get_width (d - c))
        n++;
    return n;
}

static guint
get_column (guint d, guint tile)
{
    guint c = 0;
    for (guint i = 0; i < tile; i++)
        c += get_width (d - c);
    return c;
}

/* One step: row v of @to is the mean of the rows of its neighbours in @from. Threads go through
 * the same tile together, as long as there is something to do in it. */
void
rhumb_fastrp_step (const FastrpLinks *links, guint d, const float *from, float *to)
{
    const gsize n = links->rows.n_rows;
    const gsize n_blocks = (n + BLOCK - 1) / BLOCK;
#pragma omp parallel for schedule(dynamic)
    for (gsize i = 0; i < count_tiles (d) * n_blocks; i++) {
        const guint c = get_column (d, (guint)(i / n_blocks));
        const gsize first = i % n_blocks * BLOCK;
        const Work work = {*links, (guint32)first, (guint32)MIN (n, first + BLOCK), from + n * c,
                           to + n * c};
        add_some (&work, get_width (d - c));
    }
}

void
rhumb_fastrp_links_init (FastrpLinks *links, RhumbRows rows)
{
    const guint32 n = rows.n_rows;
    links->rows = rows;
    if (rows.weight != NULL)
        links->weight = rhumb_large_array_new (rows.start[n] + 1, sizeof (float));
    else
        links->scale = g_new (float, (gsize)n + 1);
#pragma omp parallel for schedule(static)
    for (guint32 v = 0; v < n; v++) {
        const double strength = rhumb_fastrp_sum_row (rows, v);
        if (rows.weight == NULL)
            links->scale[v] = strength > 0 ? (float)(1 / strength) : 0;
        for (gsize i = rows.start[v]; rows.weight != NULL && i < rows.start[v + 1]; i++)
            links->weight[i] = strength > 0 ? (float)(rows.weight[i] / strength) : 0;
    }
}

void
rhumb_fastrp_links_clear (FastrpLinks *links)
{
    g_free (links->weight);
    g_free (links->scale);
}
