/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/network.h"

G_BEGIN_DECLS

/* Private to relatedness. */

typedef struct _RowProducts RowProducts;
typedef struct _Strand Strand;

/* What one thread has of the row that it asked for: products with rows from @first on. Who reads a
 * sum clears it. */
typedef struct {
    guint32 first;
    guint32 n_touched;
    guint32 *touched; /* places of sums that are not zero, each once */
    double *sum;      /* at place i that with row @first + i */
    guint32 next_first;
    guint32 n_strands;
    Strand *strand;
} RowSums;

RowProducts *rhumb_row_products_new (RhumbRows rows, guint32 n_columns, guint max_column,
                                     guint n_threads);
void rhumb_row_products_free (RowProducts *products);
RowSums *rhumb_row_products_get_sums (RowProducts *products, guint thread);
void rhumb_row_products_begin (const RowProducts *products, guint32 v, RowSums *sums);
gboolean rhumb_row_products_go_on (const RowProducts *products, RowSums *sums);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RowProducts, rhumb_row_products_free)

G_END_DECLS
