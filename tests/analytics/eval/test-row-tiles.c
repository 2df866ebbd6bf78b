/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Products of tiles against the same products of whole numbers, which are exact in any order; a
 * system of equations that is solved.
 */
#include "analytics/eval/row-tiles.h"

#include <math.h>
#include <string.h>

#include "analytics/eval/start-curvature.h"
#include "tests/oracle.h"

#define MOST 21

static float
get_number (guint32 row, guint column)
{
    return (float)((row * 7 + column * 5) % 13) - 6;
}

static double
get_factor (guint32 i, guint lane)
{
    return (double)((i * 3 + lane * 11) % 17) - 8;
}

/* Of the last tile, which is full only now and then. */
static void
check_last_tile (const RowTiles *tiles)
{
    const guint d = tiles->n_columns;
    const gsize t = tiles->n_tiles - 1;
    const float *tile = tiles->number + t * d * TILE_ROWS;
    double vector[MOST * TILE_LANES];
    double value[TILE_LANES * TILE_ROWS];
    double product[TILE_LANES * TILE_ROWS];
    double sum[TILE_SUMS (MOST)] = {0};
    double total[MOST * TILE_LANES];
    for (guint l = 0; l < TILE_LANES; l++) {
        for (guint k = 0; k < d; k++)
            vector[k * TILE_LANES + l] = get_factor (k, l);
        for (guint i = 0; i < TILE_ROWS; i++)
            value[l * TILE_ROWS + i] = get_factor (i, l);
    }
    rhumb_tile_multiply (tile, d, vector, product);
    rhumb_tile_add (tile, d, value, sum);
    rhumb_tile_add (tile, d, value, sum);
    rhumb_tile_sums (sum, d, total);
    for (guint l = 0; l < TILE_LANES; l++) {
        double added[MOST] = {0};
        for (guint32 i = 0; i < TILE_ROWS; i++) {
            const guint32 v = (guint32)(t * TILE_ROWS) + i;
            double expected = 0;
            for (guint k = 0; k < d && v < tiles->n_rows; k++) {
                expected += get_factor (k, l) * get_number (v, k);
                added[k] += 2 * get_factor (i, l) * get_number (v, k);
            }
            g_assert_cmpfloat (product[l * TILE_ROWS + i], ==, expected);
        }
        for (guint k = 0; k < d; k++)
            g_assert_cmpfloat (total[k * TILE_LANES + l], ==, added[k]);
    }
}

static void
check_products_of_columns (const RowTiles *tiles)
{
    const guint n = tiles->n_columns + 1;
    g_autofree double *products = rhumb_products_of_columns (tiles);
    for (guint k = 0; k < n; k++) {
        for (guint j = 0; j <= k; j++) {
            double expected = 0;
            for (guint32 v = 0; v < tiles->n_rows; v++)
                expected +=
                    (k < n - 1 ? get_number (v, k) : 1) * (j < n - 1 ? get_number (v, j) : 1);
            g_assert_cmpfloat (products[TRIANGLE (k) + j], ==, expected);
        }
    }
}

static void
whole_numbers_are_exact (void)
{
    float row[40 * MOST];
    for (guint d = 1; d <= MOST; d++) {
        for (guint32 n = 1; n <= 40; n += 3) {
            for (guint32 v = 0; v < n; v++) {
                for (guint k = 0; k < d; k++)
                    row[v * d + k] = get_number (v, k);
            }
            g_auto (RowTiles) tiles = {NULL};
            rhumb_row_tiles_init (&tiles, row, n, d);
            check_last_tile (&tiles);
            check_products_of_columns (&tiles);
        }
    }
}

/* (scale × matrix + 1, and tie at its end) × solution is the right side again. */
static void
a_factor_solves_its_system (void)
{
    for (guint n = 1; n <= MOST; n++) {
        float row[40 * MOST];
        double factor[TRIANGLE (MOST)];
        double room[MOST * TILE_LANES];
        double lanes[MOST * TILE_LANES];
        for (guint i = 0; i < 40 * (n - 1); i++)
            row[i] = (float)oracle_random (3, i) - 0.5F;
        g_auto (RowTiles) tiles = {NULL};
        rhumb_row_tiles_init (&tiles, row, 40, n - 1);
        g_autofree double *matrix = rhumb_products_of_columns (&tiles);
        for (guint i = 0; i < n * TILE_LANES; i++)
            lanes[i] = get_factor (i, 1);
        rhumb_triangle_factor (matrix, n, 0.3, 0, factor, room);
        rhumb_triangle_solve (factor, n, lanes);
        for (guint i = 0; i < n; i++) {
            for (guint l = 0; l < TILE_LANES; l++) {
                double sum = (i < n - 1 ? 1 : 0) * lanes[i * TILE_LANES + l];
                for (guint j = 0; j < n; j++)
                    sum += 0.3 * matrix[TRIANGLE (MAX (i, j)) + MIN (i, j)] *
                           lanes[j * TILE_LANES + l];
                g_assert_cmpfloat_with_epsilon (sum, get_factor (i * TILE_LANES + l, 1), 1e-10);
            }
        }
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/row-tiles/whole-numbers-are-exact", whole_numbers_are_exact);
    g_test_add_func ("/row-tiles/a-factor-solves-its-system", a_factor_solves_its_system);
    return g_test_run ();
}
