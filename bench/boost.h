/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/forest.h"

G_BEGIN_DECLS

/* How trees are grown.
 * n_trees; rate: share of each step that is taken, 0 … 1; row_share, column_share: shares of the
 * rows and columns that a tree looks at; penalty: added to the curvature of a leaf; least:
 * curvature a leaf must have */
typedef struct {
    guint n_trees;
    double rate;
    double row_share;
    double column_share;
    double penalty;
    double least;
} BoostOptions;

void boost_fit (const float *row, const guint8 *label, const double *offset, gsize n_rows,
                guint n_columns, const BoostOptions *options, RhumbTree *tree);

G_END_DECLS
