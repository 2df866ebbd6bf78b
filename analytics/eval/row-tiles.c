/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Products of a matrix of floats with four vectors at once, in double precision.
 *
 * A row that is read from memory for one vector waits for memory; read for four, it is worth its
 * way. Rows stand in tiles of sixteen, so that one instruction does the same for neighbouring rows
 * and no sum has to be folded but once at the end. Vectors are interleaved: vector[k × 4 + l] is
 * number k of vector l.
 *
 * Products are rounded before they are added, in one order for each vector whatever the others
 * hold: processors with AVX2 do four at once, others one, with the same bits.
 */
#include "analytics/eval/row-tiles.h"

#include <string.h>

#include "graph/processor-private.h"

/* Puts n_rows × n_columns numbers into tiles. */
void
rhumb_row_tiles_init (RowTiles *tiles, const float *row, guint32 n_rows, guint n_columns)
{
    const gsize n_tiles = ((gsize)n_rows + TILE_ROWS - 1) / TILE_ROWS;
    float *number = g_new (float, n_tiles *n_columns *TILE_ROWS + 1);
    *tiles = (RowTiles){number, n_tiles, n_columns, n_rows};
#pragma omp parallel for schedule(static)
    for (gsize t = 0; t < n_tiles; t++) {
        float *to = number + t * n_columns * TILE_ROWS;
        for (gsize i = 0; i < TILE_ROWS; i++) {
            const gsize v = t * TILE_ROWS + i;
            for (gsize k = 0; k < n_columns; k++)
                to[k * TILE_ROWS + i] = v < n_rows ? row[v * n_columns + k] : 0;
        }
    }
}

void
rhumb_row_tiles_clear (RowTiles *tiles)
{
    g_clear_pointer (&tiles->number, g_free);
}

static void
multiply (const float *tile, guint n_columns, const double *vector, double *product)
{
    memset (product, 0, TILE_LANES * TILE_ROWS * sizeof *product);
    for (gsize k = 0; k < n_columns; k++) {
        for (guint l = 0; l < TILE_LANES; l++) {
            for (guint i = 0; i < TILE_ROWS; i++)
                product[l * TILE_ROWS + i] += vector[k * TILE_LANES + l] * tile[k * TILE_ROWS + i];
        }
    }
}

/* sum[(k × 4 + l) × 4 + j]: of rows j, j + 4, j + 8 … */
static void
add (const float *tile, guint n_columns, const double *value, double *sum)
{
    for (gsize k = 0; k < n_columns; k++) {
        for (guint l = 0; l < TILE_LANES; l++) {
            double *part = sum + (k * TILE_LANES + l) * 4;
            for (guint i = 0; i < TILE_ROWS; i++)
                part[i % 4] += value[l * TILE_ROWS + i] * tile[k * TILE_ROWS + i];
        }
    }
}

#ifdef WITH_AVX2
AVX2 inline __attribute__ ((always_inline)) __m256d
widen (const float *number)
{
    return _mm256_cvtps_pd (_mm_loadu_ps (number));
}

/* sum + scale × x */
AVX2 inline __attribute__ ((always_inline)) __m256d
add_scaled (__m256d sum, const double *scale, __m256d x)
{
    return _mm256_add_pd (sum, _mm256_mul_pd (_mm256_broadcast_sd (scale), x));
}

/* Eight rows of a tile: as many sums as registers hold. */
AVX2 void
multiply_eight (const float *tile, guint n_columns, const double *vector, double *product)
{
    __m256d low0 = _mm256_setzero_pd ();
    __m256d low1 = low0;
    __m256d low2 = low0;
    __m256d low3 = low0;
    __m256d high0 = low0;
    __m256d high1 = low0;
    __m256d high2 = low0;
    __m256d high3 = low0;
    for (gsize k = 0; k < n_columns; k++) {
        const __m256d low = widen (tile + k * TILE_ROWS);
        const __m256d high = widen (tile + k * TILE_ROWS + 4);
        const double *scale = vector + k * TILE_LANES;
        low0 = add_scaled (low0, scale, low);
        high0 = add_scaled (high0, scale, high);
        low1 = add_scaled (low1, scale + 1, low);
        high1 = add_scaled (high1, scale + 1, high);
        low2 = add_scaled (low2, scale + 2, low);
        high2 = add_scaled (high2, scale + 2, high);
        low3 = add_scaled (low3, scale + 3, low);
        high3 = add_scaled (high3, scale + 3, high);
    }
    _mm256_storeu_pd (product, low0);
    _mm256_storeu_pd (product + 4, high0);
    _mm256_storeu_pd (product + TILE_ROWS, low1);
    _mm256_storeu_pd (product + TILE_ROWS + 4, high1);
    _mm256_storeu_pd (product + 2 * TILE_ROWS, low2);
    _mm256_storeu_pd (product + 2 * TILE_ROWS + 4, high2);
    _mm256_storeu_pd (product + 3 * TILE_ROWS, low3);
    _mm256_storeu_pd (product + 3 * TILE_ROWS + 4, high3);
}

AVX2 void
multiply_by_four (const float *tile, guint n_columns, const double *vector, double *product)
{
    multiply_eight (tile, n_columns, vector, product);
    multiply_eight (tile + 8, n_columns, vector, product + 8);
}

AVX2 void
add_by_four (const float *tile, guint n_columns, const double *value, double *sum)
{
    for (gsize k = 0; k < n_columns; k++) {
        const float *x = tile + k * TILE_ROWS;
        const __m256d x0 = widen (x);
        const __m256d x1 = widen (x + 4);
        const __m256d x2 = widen (x + 8);
        const __m256d x3 = widen (x + 12);
        for (guint l = 0; l < TILE_LANES; l++) {
            double *part = sum + (k * TILE_LANES + l) * 4;
            const double *y = value + l * TILE_ROWS;
            __m256d all = _mm256_loadu_pd (part);
            all = _mm256_add_pd (all, _mm256_mul_pd (_mm256_loadu_pd (y), x0));
            all = _mm256_add_pd (all, _mm256_mul_pd (_mm256_loadu_pd (y + 4), x1));
            all = _mm256_add_pd (all, _mm256_mul_pd (_mm256_loadu_pd (y + 8), x2));
            all = _mm256_add_pd (all, _mm256_mul_pd (_mm256_loadu_pd (y + 12), x3));
            _mm256_storeu_pd (part, all);
        }
    }
}
#else
#define multiply_by_four multiply
#define add_by_four add
#endif

/* Rows of a tile times four vectors: product[l × TILE_ROWS + i] of row i and vector l. */
void
rhumb_tile_multiply (const float *tile, guint n_columns, const double *vector, double *product)
{
    if (rhumb_has_avx2 ())
        multiply_by_four (tile, n_columns, vector, product);
    else
        multiply (tile, n_columns, vector, product);
}

/* Adds the rows of a tile, row i times value[l × TILE_ROWS + i] for vector l, to @sum, TILE_SUMS
 * numbers that rhumb_tile_sums() folds. */
void
rhumb_tile_add (const float *tile, guint n_columns, const double *value, double *sum)
{
    if (rhumb_has_avx2 ())
        add_by_four (tile, n_columns, value, sum);
    else
        add (tile, n_columns, value, sum);
}

/* @total (out): n_columns × TILE_LANES numbers, four vectors. */
void
rhumb_tile_sums (const double *sum, guint n_columns, double *total)
{
    for (gsize i = 0; i < (gsize)n_columns * TILE_LANES; i++)
        total[i] = (sum[4 * i] + sum[4 * i + 1]) + (sum[4 * i + 2] + sum[4 * i + 3]);
}
