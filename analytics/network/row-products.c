/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The products of each row of a sparse matrix with all rows behind it (F Fᵀ, no pair twice), for
 * who looks at them and keeps few.
 *
 * Method: a row goes through the columns of its entries (Gustavson 1978, doi:10.1145/355791.355796)
 * and adds up what it meets there. Few of the sums are large enough to matter, so it adds up whole
 * numbers of 16 bits that are at least as large, and only where these grow beyond a limit the
 * product itself is computed from the two rows, in the order of their entries. Sums of all rows
 * together would not stay in the nearest caches of a processor, so columns are gone through side by
 * side, a block of rows at a time: each is left where the block ends and taken up there for the
 * next one. Rows and columns are copied without what does not count, which in texts is most of
 * them: the words that nearly all have.
 *
 * Cost: a multiplication and an addition for each pair of entries of a column; 22 bytes an entry,
 * 9 a row of a block and thread, 8 a column and thread.
 */
#include "analytics/network/row-products.h"

#include <string.h>

#include "graph/large-array.h"

/* So many bounds, with what they are compared to, stay in the cache of one processor. */
#define BLOCK 16384u

/* A cosine of 1 in bounds, and an entry of a row of length 1. */
#define WHOLE ROW_PRODUCTS_WHOLE
#define ENTRY 32768
#define ENTRIES_SHIFT 16 /* ENTRY * ENTRY >> ENTRIES_SHIFT = WHOLE */

/* If there is a product for one in so many rows of a block, all its bounds are cleared in one go.
 */
#define MANY 32

/* So many columns are asked for before they are needed. */
#define AHEAD 6

/* So many quarters of entries of a row are asked for: most have fewer. */
#define FETCHED 6

/* Fewer are turned around sooner than a second thread is awake. */
#define MANY_ENTRIES ((gsize)1 << 18)

/* What is left of a column. */
struct _Strand {
    guint32 entry; /* what the row gives it, not less, in parts of its length */
    gsize from;    /* where the block begins */
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
    const double *length; /* of each row */
    gsize *row_start;     /* one more than rows */
    Entry *entry;
    gsize *column_start;   /* one more than columns */
    guint32 *column_node;  /* what counts of each column */
    guint16 *column_entry; /* likewise: in parts of the row's length, not less */
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

/* An entry in parts of the length of its row, never less than it is. Squares of a row may be too
 * small for numbers, then its length is 0 or less than an entry. */
static guint16
round_up (double weight, double length)
{
    return weight < length ? (guint16)(weight / length * ENTRY + 1) : ENTRY + 1;
}

/* Turns the rows around; of each entry it is known where it goes. */
static void
fill_columns (RowProducts *products)
{
    const gsize n = products->row_start[products->n_rows];
    products->column_node = rhumb_large_array_new (n, sizeof (guint32));
    products->column_entry = rhumb_large_array_new (n, sizeof (guint16));
#pragma omp parallel for schedule(static) if (n > MANY_ENTRIES)
    for (guint32 v = 0; v < products->n_rows; v++) {
        for (gsize i = products->row_start[v]; i < products->row_start[v + 1]; i++) {
            const Entry *entry = &products->entry[i];
            const gsize place = products->column_start[entry->column] + entry->behind - 1;
            products->column_node[place] = v;
            products->column_entry[place] = round_up (entry->weight, products->length[v]);
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

static void
init_sums (RowSums *sums, guint32 n_columns, gsize n_block, gsize longest)
{
    *sums = (RowSums){.own = g_new0 (double, (gsize)n_columns + 1),
                      .bound = g_new0 (gint16, n_block),
                      .is_found = g_new0 (guint8, n_block),
                      .found = g_new (guint32, n_block),
                      .found_bound = g_new (gint16, n_block),
                      .strand = g_new (Strand, longest + 1)};
}

/* Lays out the entries of row @v by columns, or clears them. */
static void
lay_out (const RowProducts *products, guint32 v, gboolean is_on, RowSums *sums)
{
    for (gsize i = products->row_start[v]; i < products->row_start[v + 1]; i++)
        sums->own[products->entry[i].column] = is_on ? products->entry[i].weight : 0;
}

/* Prepares products of @rows, which are ascending and not needed any more; their lengths are.
 * Columns of more than @max_column entries and entries that are not above 0 do not count. */
RowProducts *
rhumb_row_products_new (RhumbRows rows, const double *length, guint32 n_columns, guint max_column,
                        guint n_threads)
{
    RowProducts *products = g_new0 (RowProducts, 1);
    *products =
        (RowProducts){.n_rows = rows.n_rows,
                      .length = length,
                      .row_start = g_new (gsize, (gsize)rows.n_rows + 1),
                      .entry = rhumb_large_array_new (rows.start[rows.n_rows], sizeof (Entry)),
                      .column_start = g_new (gsize, (gsize)n_columns + 1),
                      .n_threads = n_threads,
                      .sums = g_new0 (RowSums, n_threads)};
    g_autofree gboolean *is_short = find_short_columns (rows, n_columns, max_column);
    fill_rows (products, rows, is_short, n_columns);
    fill_columns (products);
    const gsize longest = find_longest (products);
    for (guint t = 0; t < n_threads; t++) {
        init_sums (&products->sums[t], n_columns, MIN (rows.n_rows, BLOCK), longest);
        if (rows.n_rows > 0)
            lay_out (products, 0, TRUE, &products->sums[t]);
    }
    return products;
}

void
rhumb_row_products_free (RowProducts *products)
{
    for (guint t = 0; t < products->n_threads; t++) {
        g_free (products->sums[t].own);
        g_free (products->sums[t].bound);
        g_free (products->sums[t].is_found);
        g_free (products->sums[t].found);
        g_free (products->sums[t].found_bound);
        g_free (products->sums[t].strand);
    }
    g_free (products->sums);
    g_free (products->row_start);
    g_free (products->entry);
    g_free (products->column_start);
    g_free (products->column_node);
    g_free (products->column_entry);
    g_free (products);
}

/* What a thread works with. */
RowSums *
rhumb_row_products_get_sums (RowProducts *products, guint thread)
{
    return &products->sums[thread];
}

/* Begins with row @v; there are no bounds yet. */
void
rhumb_row_products_begin (const RowProducts *products, guint32 v, RowSums *sums)
{
    const gsize *start = products->column_start;
    guint32 n = 0;
    for (gsize i = products->row_start[v]; i < products->row_start[v + 1]; i++) {
        const Entry *entry = &products->entry[i];
        const gsize begin = start[entry->column] + entry->behind;
        sums->strand[n++] = (Strand){round_up (entry->weight, products->length[v]), begin, begin,
                                     start[entry->column + 1]};
    }
    sums->n_strands = n;
    /* Each of the two factors is rounded up to a part of ENTRY, and then the product. */
    sums->most_excess = MIN (2 * n + n / 8 + 1, G_MAXINT16);
    sums->next_first = v / BLOCK * BLOCK;
}

/* Columns begin anywhere in memory: it is asked for what is needed soon. */
static void
fetch (const RowProducts *products, gsize e)
{
    __builtin_prefetch (&products->column_node[e]);
    __builtin_prefetch (&products->column_node[e] + 16);
    __builtin_prefetch (&products->column_entry[e]);
}

/* A row whose bound is large enough. */
static void
take_note (guint32 place, RowSums *sums)
{
    if (!sums->is_found[place])
        sums->found[sums->n_found++] = sums->first + place;
    sums->is_found[place] = TRUE;
}

/* Follows a strand through the block that ends at row @end. Limits may grow meanwhile. On its own,
 * because its loop needs all registers. */
G_NO_INLINE static void
follow (const RowProducts *products, Strand *strand, guint32 end, gint own_limit,
        const gint16 *limit, RowSums *sums)
{
    const guint32 *node = products->column_node;
    const guint16 *entry = products->column_entry;
    gint16 *bound = sums->bound;
    const guint32 first = sums->first;
    const guint32 own = strand->entry;
    const gsize last = strand->end;
    gsize e = strand->next;
    for (; e < last && node[e] < end; e++) {
        const guint32 place = node[e] - first;
        gint sum = bound[place] + (gint)(own * entry[e] >> ENTRIES_SHIFT) + 1;
        if (G_UNLIKELY (sum > own_limit ||
                        sum > __atomic_load_n (&limit[node[e]], __ATOMIC_RELAXED))) {
            take_note (place, sums);
            sum = MIN (sum, G_MAXINT16);
        }
        bound[place] = (gint16)sum;
    }
    sums->n_products += e - strand->next;
    strand->next = e;
}

/* Keeps the bounds of what was found and clears what the block has left. */
static void
clear_block (const RowProducts *products, guint32 n, RowSums *sums)
{
    for (guint32 i = 0; i < sums->n_found; i++) {
        const guint32 place = sums->found[i] - sums->first;
        sums->is_found[place] = FALSE;
        sums->found_bound[i] = sums->bound[place];
    }
    if (sums->n_products > n / MANY) {
        memset (sums->bound, 0, n * sizeof (gint16));
        return;
    }
    for (guint32 s = 0; s < sums->n_strands; s++)
        for (gsize e = sums->strand[s].from; e < sums->strand[s].next; e++)
            sums->bound[products->column_node[e] - sums->first] = 0;
}

/* Leaves out the strands that have ended. */
static void
drop_ended (RowSums *sums)
{
    guint32 n_kept = 0;
    for (guint32 s = 0; s < sums->n_strands; s++)
        if (sums->strand[s].next < sums->strand[s].end)
            sums->strand[n_kept++] = sums->strand[s];
    sums->n_strands = n_kept;
}

/* Looks in the next block for rows whose cosine with the row, in parts of WHOLE, may be more than
 * @own_limit, or than their own in @limit; to sums->found, in no order. FALSE when there are no
 * more blocks. */
gboolean
rhumb_row_products_go_on (const RowProducts *products, gint16 own_limit, const gint16 *limit,
                          RowSums *sums)
{
    drop_ended (sums);
    sums->n_found = 0;
    if (sums->n_strands == 0)
        return FALSE;
    sums->first = sums->next_first;
    sums->n_products = 0;
    const guint32 n = MIN (products->n_rows - sums->first, BLOCK);
    for (guint32 s = 0; s < sums->n_strands; s++) {
        Strand *strand = &sums->strand[s];
        if (s + AHEAD < sums->n_strands)
            fetch (products, sums->strand[s + AHEAD].next);
        strand->from = strand->next;
        follow (products, strand, sums->first + n, own_limit, limit, sums);
    }
    clear_block (products, n, sums);
    sums->next_first = sums->first + n;
    return TRUE;
}

/* What is needed to multiply with row @u soon. */
void
rhumb_row_products_fetch (const RowProducts *products, guint32 u)
{
    const Entry *entry = &products->entry[products->row_start[u]];
    for (guint i = 0; i < FETCHED; i++)
        __builtin_prefetch (entry + 4 * i);
}

/* The product of rows @v and @u, added up in the order of their entries. It takes less time if @v
 * is that of the last product. */
double
rhumb_row_products_multiply (const RowProducts *products, guint32 v, guint32 u, RowSums *sums)
{
    if (v != sums->row) {
        lay_out (products, sums->row, FALSE, sums);
        lay_out (products, v, TRUE, sums);
        sums->row = v;
    }
    double sum = 0;
    for (gsize i = products->row_start[u]; i < products->row_start[u + 1]; i++)
        sum += sums->own[products->entry[i].column] * products->entry[i].weight;
    return sum;
}
