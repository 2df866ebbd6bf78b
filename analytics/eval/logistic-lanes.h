/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/eval/logistic.h"
#include "analytics/eval/row-tiles.h"

G_BEGIN_DECLS

/* Private to logistic regression: fits to the same rows.
 * tie: penalty of the constant, that of weights being 1;
 * curvature: for each fit the factor of rhumb_triangle_factor(), or, if @is_diagonal, one over each
 *   number of the Hessian's diagonal where the fit starts;
 * next: fit that nobody has begun;  n_left: fits that were given up. */
typedef struct {
    const RowTiles *tiles;
    const LogisticFit *fit;
    guint n_fits;
    double tie;
    double *const *curvature;
    gboolean is_diagonal;
    guint next;
    guint n_left;
} LogisticTask;

/* How many numbers a bench needs as room. */
gsize rhumb_logistic_bench_size (const RowTiles *tiles);
void rhumb_logistic_bench_run (LogisticTask *task, double *room);

G_END_DECLS
