/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The products of each row of a sparse matrix with all rows behind it (F Fᵀ, no pair twice), for
 * who looks at them and keeps few.
 *
 * Method: a row goes through the columns of its entries (Gustavson 1978, doi:10.1145/355791.355796)
 * and adds up what it meets there. Sums of all rows together would not stay in the cache of a
 * processor, so columns are gone through side by side, a block of rows at a time: each is left
 * where the block ends and taken up there for the next one. A sum is added up in the order of the
 * row's entries whatever the blocks, so the bits do not depend on them.
 *
 * Cost: a multiplication and an addition for each pair of entries of a column; 4 bytes an entry, 12
 * a row of a block and thread.
 */
#include "analytics/network/row-products.h"

/* So many sums, with what they are compared to, stay in the cache of one processor. */
#define BLOCK 16384u

/* So many columns are asked for before they are needed. */
#define AHEAD 6

/* What is left of a column. */
struct _Strand {
    double weight; /* that the row gives it */
    gsize next;
    gsize end;
};

struct _RowProducts {
    RhumbRows rows;
    RhumbRows columns;
    guint max_column;
    guint n_threads;
    guint32 *behind; /* an entry of the rows: how many of its column stand before it or are it */
    RowSums *sums;   /* one a thread */
};

static guint32 *
find_behind (RhumbRows rows, guint32 n_columns)
{
    guint32 *behind = g_new (guint32, rows.n_rows > 0 ? rows.start[rows.n_rows] : 0);
    g_autofree guint32 *n_before = g_new0 (guint32, n_columns);
    for (guint32 v = 0; v < rows.n_rows; v++)
        for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++)
            behind[i] = ++n_before[rows.node[i]];
    return behind;
}

static gsize
find_longest (RhumbRows rows)
{
    gsize longest = 0;
    for (guint32 v = 0; v < rows.n_rows; v++)
        longest = MAX (longest, rows.start[v + 1] - rows.start[v]);
    return longest;
}

/* Prepares products of @rows through @columns, which are @rows turned around and ascending; both
 * are borrowed. Columns of more than @max_column entries and entries that are not above 0 do not
 * count. */
RowProducts *
rhumb_row_products_new (RhumbRows rows, RhumbRows columns, guint max_column, guint n_threads)
{
    RowProducts *products = g_new0 (RowProducts, 1);
    *products = (RowProducts){.rows = rows,
                              .columns = columns,
                              .max_column = max_column,
                              .n_threads = n_threads,
                              .behind = find_behind (rows, columns.n_rows),
                              .sums = g_new0 (RowSums, n_threads)};
    const gsize longest = find_longest (rows);
    const gsize n = MIN (rows.n_rows, BLOCK);
    for (guint t = 0; t < n_threads; t++) {
        products->sums[t].sum = g_new0 (double, n);
        /* One more, for what is written in any case. */
        products->sums[t].touched = g_new (guint32, n + 1);
        products->sums[t].strand = g_new (Strand, longest + 1);
    }
    return products;
}

void
rhumb_row_products_free (RowProducts *products)
{
    for (guint t = 0; t < products->n_threads; t++) {
        g_free (products->sums[t].sum);
        g_free (products->sums[t].touched);
        g_free (products->sums[t].strand);
    }
    g_free (products->sums);
    g_free (products->behind);
    g_free (products);
}

/* What a thread works with. */
RowSums *
rhumb_row_products_get_sums (RowProducts *products, guint thread)
{
    return &products->sums[thread];
}

/* Begins with row @v; there are no sums yet. */
void
rhumb_row_products_begin (const RowProducts *products, guint32 v, RowSums *sums)
{
    const RhumbRows rows = products->rows;
    const gsize *start = products->columns.start;
    guint32 n = 0;
    for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++) {
        const guint32 f = rows.node[i];
        const double weight = rhumb_rows_get_weight (rows, i);
        if (start[f + 1] - start[f] > products->max_column || weight <= 0)
            continue;
        sums->strand[n] = (Strand){weight, start[f] + products->behind[i], start[f + 1]};
        n += sums->strand[n].next < sums->strand[n].end;
    }
    sums->n_strands = n;
    sums->next_first = v / BLOCK * BLOCK;
}

/* Columns begin anywhere in memory: it is asked for what is needed soon. */
static void
fetch (const RhumbRows *columns, gsize e)
{
    __builtin_prefetch (&columns->node[e]);
    if (columns->weight != NULL) {
        __builtin_prefetch (&columns->weight[e]);
        __builtin_prefetch (&columns->weight[e] + 8);
    }
}

/* Follows a strand through the block that ends at row @end. */
static void
follow (const RhumbRows *columns, Strand *strand, guint32 end, RowSums *sums)
{
    const guint32 *node = columns->node;
    const double *weight = columns->weight;
    const guint32 first = sums->first;
    const gsize last = strand->end;
    double *sum = sums->sum;
    guint32 *touched = sums->touched;
    guint32 n_touched = sums->n_touched;
    gsize e = strand->next;
    for (; e < last && node[e] < end; e++) {
        const guint32 place = node[e] - first;
        const double product = strand->weight * (weight != NULL ? weight[e] : 1);
        if (product <= 0)
            continue;
        /* Written in any case and kept if new: whether it is cannot be foreseen. */
        const double before = sum[place];
        touched[n_touched] = place;
        n_touched += before == 0;
        sum[place] = before + product;
    }
    strand->next = e;
    sums->n_touched = n_touched;
}

/* Sums the products with the rows of the next block; FALSE when there are no more. */
gboolean
rhumb_row_products_go_on (const RowProducts *products, RowSums *sums)
{
    if (sums->n_strands == 0)
        return FALSE;
    sums->first = sums->next_first;
    sums->n_touched = 0;
    const guint32 end = MIN (products->rows.n_rows - sums->first, BLOCK) + sums->first;
    guint32 n_kept = 0;
    for (guint32 s = 0; s < sums->n_strands; s++) {
        Strand strand = sums->strand[s];
        if (s + AHEAD < sums->n_strands)
            fetch (&products->columns, sums->strand[s + AHEAD].next);
        follow (&products->columns, &strand, end, sums);
        if (strand.next < strand.end)
            sums->strand[n_kept++] = strand;
    }
    sums->n_strands = n_kept;
    sums->next_first = end;
    return TRUE;
}
