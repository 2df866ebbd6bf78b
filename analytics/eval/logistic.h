/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to eval.
 * label: of each row, whether it has the label;
 * penalty: C, above 0: how much rows count beside the penalty of weights;
 * weight (out): of each column, then the constant. */
typedef struct {
    const guint8 *label;
    double penalty;
    double *weight;
} LogisticFit;

gboolean rhumb_logistic_fit (const float *row, guint32 n_rows, guint n_columns,
                             const LogisticFit *fit, guint n_fits, gboolean ties_constant);
double rhumb_logistic_score (const float *row, guint n_columns, const double *weight);

G_END_DECLS
