/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to eval: numbers that a fit needs as room. */
#define LOGISTIC_ROOM(n_rows, n_columns) (((gsize)(n_columns) + 1) * 7 + (n_rows))

gboolean rhumb_logistic_fit (const float *row, guint32 n_rows, guint n_columns, const guint8 *label,
                             double penalty, gboolean ties_constant, double *weight, double *room);
double rhumb_logistic_score (const float *row, guint n_columns, const double *weight);

G_END_DECLS
