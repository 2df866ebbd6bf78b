/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/eval/row-tiles.h"

G_BEGIN_DECLS

/* Private to eval: numbers of a triangular matrix of n rows, and where row i begins. */
#define TRIANGLE(n) ((gsize)(n) * ((gsize)(n) + 1) / 2)

double *rhumb_products_of_columns (const RowTiles *tiles);
void rhumb_triangle_factor (const double *matrix, guint n, double scale, double tie, double *factor,
                            double *room);
void rhumb_triangle_solve (const double *factor, guint n, double *lanes);

G_END_DECLS
