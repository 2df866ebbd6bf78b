/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The products of each row of a sparse matrix with all rows behind it (F Fᵀ, no pair twice), for
 * who looks at them and keeps few.
 *
 * Method: a row goes through the columns of its entries (Gustavson 1978, doi:10.1145/355791.355796)
 * and adds up what it meets there. Sums of all rows together would not stay in the cache of a
 * processor, so columns are gone through side by side, a block of rows at a time: each is left
 * where the block ends and taken up there for the next one. A sum is added up in the order of the
 * row's entries whatever the blocks, so the bits do not depend on them. Rows and columns are copied
 * without what does not count, which in texts is most of them: the words that nearly all have.
 *
 * Cost: a multiplication and an addition for each pair of entries of a column; 28 bytes an entry,
 * 12 a row of a block and thread.
 */
#include "analytics/network/row-products.h"

#include "graph/large-array.h"

/* So many sums, with what they are compared to, stay in the cache of one processor. */
#define BLOCK 16384u

/* So many columns are asked for before they are needed. */
#define AHEAD 6

/* Fewer are turned around sooner than a second thread is awake. */
#define MANY_ENTRIES ((gsize)1 << 18)

/* What is left of a column. */
struct _Strand {
    double weight; /* that the row gives it */
    gsize next;
    gsize end;
};

/* An entry of a row that counts. */
typedef struct {
    double weight;
    guint32 column;
    guint32 behind; /* how many of its column stand before it or are it */
} Entry;

struct _RowProducts {
    guint32 n_rows;
    gsize *row_start; /* one more than rows */
    Entry *entry;
    gsize *column_start;   /* one more than columns */
    guint32 *column_node;  /* what counts of each column */
    double *column_weight; /* likewise */
    guint n_threads;
    RowSums *sums; /* one a thread */
};

/* Whether entries of each column count: those of long ones do not. */
static gboolean *
find_short_columns (RhumbRows rows, guint32 n_columns, guint max_column)
{
    g_autofree guint32 *length = g_new0 (guint32, (gsize)n_columns + 1);
    for (gsize i = 0; i < rows.start[rows.n_rows]; i++)
        length[rows.node[i]]++;
    gboolean *is_short = g_new (gboolean, (gsize)n_columns + 1);
    for (guint32 f = 0; f < n_columns; f++)
        is_short[f] = length[f] <= max_column;
    return is_short;
}

/* Gathers what counts of each row, and where it will stand in its column. */
static void
fill_rows (RowProducts *products, RhumbRows rows, const gboolean *is_short, guint32 n_columns)
{
    g_autofree guint32 *length = g_new0 (guint32, (gsize)n_columns + 1);
    gsize n = 0;
    for (guint32 v = 0; v < rows.n_rows; v++) {
        products->row_start[v] = n;
        for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++) {
            const guint32 f = rows.node[i];
            const double weight = rhumb_rows_get_weight (rows, i);
            if (is_short[f] && weight > 0)
                products->entry[n++] = (Entry){weight, f, ++length[f]};
        }
    }
    products->row_start[rows.n_rows] = n;
    products->column_start[0] = 0;
    for (guint32 f = 0; f < n_columns; f++)
        products->column_start[f + 1] = products->column_start[f] + length[f];
}

/* Turns the rows around; of each entry it is known where it goes. */
static void
fill_columns (RowProducts *products)
{
    const gsize n = products->row_start[products->n_rows];
    products->column_node = rhumb_large_array_new (n, sizeof (guint32));
    products->column_weight = rhumb_large_array_new (n, sizeof (double));
#pragma omp parallel for schedule(static) if (n > MANY_ENTRIES)
    for (guint32 v = 0; v < products->n_rows; v++) {
        for (gsize i = products->row_start[v]; i < products->row_start[v + 1]; i++) {
            const Entry *entry = &products->entry[i];
            const gsize place = products->column_start[entry->column] + entry->behind - 1;
            products->column_node[place] = v;
            products->column_weight[place] = entry->weight;
        }
    }
}

static gsize
find_longest (const RowProducts *products)
{
    gsize longest = 0;
    for (guint32 v = 0; v < products->n_rows; v++)
        longest = MAX (longest, products->row_start[v + 1] - products->row_start[v]);
    return longest;
}

/* Prepares products of @rows, which are ascending and not needed any more. Columns of more than
 * @max_column entries and entries that are not above 0 do not count. */
RowProducts *
rhumb_row_products_new (RhumbRows rows, guint32 n_columns, guint max_column, guint n_threads)
{
    RowProducts *products = g_new0 (RowProducts, 1);
    *products =
        (RowProducts){.n_rows = rows.n_rows,
                      .row_start = g_new (gsize, (gsize)rows.n_rows + 1),
                      .entry = rhumb_large_array_new (rows.start[rows.n_rows], sizeof (Entry)),
                      .column_start = g_new (gsize, (gsize)n_columns + 1),
                      .n_threads = n_threads,
                      .sums = g_new0 (RowSums, n_threads)};
    g_autofree gboolean *is_short = find_short_columns (rows, n_columns, max_column);
    fill_rows (products, rows, is_short, n_columns);
    fill_columns (products);
    const gsize longest = find_longest (products);
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
    g_free (products->row_start);
    g_free (products->entry);
    g_free (products->column_start);
    g_free (products->column_node);
    g_free (products->column_weight);
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
    const gsize *start = products->column_start;
    guint32 n = 0;
    for (gsize i = products->row_start[v]; i < products->row_start[v + 1]; i++) {
        const Entry *entry = &products->entry[i];
        const gsize begin = start[entry->column];
        sums->strand[n] = (Strand){entry->weight, begin + entry->behind, start[entry->column + 1]};
        n += sums->strand[n].next < sums->strand[n].end;
    }
    sums->n_strands = n;
    sums->next_first = v / BLOCK * BLOCK;
}

/* Columns begin anywhere in memory: it is asked for what is needed soon. */
static void
fetch (const RowProducts *products, gsize e)
{
    __builtin_prefetch (&products->column_node[e]);
    __builtin_prefetch (&products->column_weight[e]);
    __builtin_prefetch (&products->column_weight[e] + 8);
}

/* Follows a strand through the block that ends at row @end. */
static void
follow (const RowProducts *products, Strand *strand, guint32 end, RowSums *sums)
{
    const guint32 *node = products->column_node;
    const double *weight = products->column_weight;
    const guint32 first = sums->first;
    const gsize last = strand->end;
    const double own = strand->weight;
    double *sum = sums->sum;
    guint32 *touched = sums->touched;
    guint32 n_touched = sums->n_touched;
    gsize e = strand->next;
    for (; e < last && node[e] < end; e++) {
        const guint32 place = node[e] - first;
        const double product = own * weight[e];
        /* Both were above 0, but it may be too small for a number. */
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
    const guint32 end = MIN (products->n_rows - sums->first, BLOCK) + sums->first;
    guint32 n_kept = 0;
    for (guint32 s = 0; s < sums->n_strands; s++) {
        Strand strand = sums->strand[s];
        if (s + AHEAD < sums->n_strands)
            fetch (products, sums->strand[s + AHEAD].next);
        follow (products, &strand, end, sums);
        if (strand.next < strand.end)
            sums->strand[n_kept++] = strand;
    }
    sums->n_strands = n_kept;
    sums->next_first = end;
    return TRUE;
}
