/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/network.h"

G_BEGIN_DECLS

/* Private to relatedness. */

typedef struct _RowProducts RowProducts;
typedef struct _Strand Strand;

/* A cosine of 1, in what bounds of cosines and limits are measured. */
#define ROW_PRODUCTS_WHOLE 16384

/* What one thread has of the row that it asked for: of the rows of one block, from @first on, what
 * their cosines with it do not exceed. */
typedef struct {
    guint32 row; /* that was multiplied last */
    double *own; /* its entry in each column */
    guint32 first;
    gint16 *bound;    /* at place i with row @first + i */
    gsize n_products; /* that were added up to bounds */
    guint32 n_found;
    guint32 *found; /* rows whose bounds are large enough */
    gint16 *found_bound;
    gint most_excess; /* cosines are less than this below their bounds */
    guint8 *is_found; /* likewise, by place */
    guint32 next_first;
    guint32 n_strands;
    Strand *strand;
} RowSums;

RowProducts *rhumb_row_products_new (RhumbRows rows, const double *length, guint32 n_columns,
                                     guint max_column, guint n_threads);
void rhumb_row_products_free (RowProducts *products);
RowSums *rhumb_row_products_get_sums (RowProducts *products, guint thread);
void rhumb_row_products_begin (const RowProducts *products, guint32 v, RowSums *sums);
gboolean rhumb_row_products_go_on (const RowProducts *products, gint16 own_limit,
                                   const gint16 *limit, RowSums *sums);
void rhumb_row_products_fetch (const RowProducts *products, guint32 u);
double rhumb_row_products_multiply (const RowProducts *products, guint32 v, guint32 u,
                                    RowSums *sums);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RowProducts, rhumb_row_products_free)

G_END_DECLS
