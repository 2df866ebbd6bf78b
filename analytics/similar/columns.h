/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define COLUMNS_MOST 264

/* Private to similar: some numbers for each node, side by side. value[v × n_columns + k] is number
 * k of node v. */
typedef struct {
    double *value;
    guint32 n_rows;
    guint n_columns;
} Columns;

void rhumb_columns_init (Columns *columns, guint32 n_rows, guint n_columns);
void rhumb_columns_clear (Columns *columns);
void rhumb_columns_multiply (const Columns *a, const Columns *b, double *product);
void rhumb_columns_rotate (Columns *columns, const double *matrix);
gboolean rhumb_columns_make_orthonormal (Columns *columns, guint column);
void rhumb_columns_turn_to_row (Columns *columns, guint first, guint end);
void rhumb_symmetric_diagonalise (double *matrix, guint n, double *value, double *vector);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Columns, rhumb_columns_clear)

G_END_DECLS
