/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to eval. */
#define TILE_ROWS 16
#define TILE_LANES 4

/* Rows of numbers, TILE_ROWS of them side by side: number[(t × n_columns + k) × TILE_ROWS + i] is
 * column k of row i of tile t, 0 after the last row. */
typedef struct {
    float *number;
    gsize n_tiles;
    guint n_columns;
    guint32 n_rows;
} RowTiles;

void rhumb_row_tiles_init (RowTiles *tiles, const float *row, guint32 n_rows, guint n_columns);
void rhumb_row_tiles_clear (RowTiles *tiles);
void rhumb_tile_multiply (const float *tile, guint n_columns, const double *vector,
                          double *product);
void rhumb_tile_add (const float *tile, guint n_columns, const double *value, double *sum);
void rhumb_tile_sums (const double *sum, guint n_columns, double *total);

/* How many numbers rhumb_tile_add() adds to. */
#define TILE_SUMS(n_columns) ((gsize)(n_columns)*TILE_LANES * 4)

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RowTiles, rhumb_row_tiles_clear)

G_END_DECLS
