/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The curvature of logistic regressions where they start, and steps that undo it.
 *
 * With all weights 0 each row has the same chance p, so the Hessian is that of the penalty plus
 * C p (1 − p) XᵀX: one matrix XᵀX for all labels and penalties of the same rows. Divided by it,
 * curvatures later on are near 1 in all directions, and conjugate gradients need few steps.
 *
 * Method: Cholesky's factor of the matrix, row by row; triangles are kept without their zeros, with
 * 1 / x in place of each x on the diagonal of a factor.
 *
 * Cost: n² rows operations for XᵀX, n³ / 3 for a factor, 2 n² for a step, n being columns + 1.
 */
#include "analytics/eval/start-curvature.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "graph/processor-private.h"

#include "graph/threads-private.h"

/* Products of four columns with all from the first of them on. */
static void
multiply_four (const RowTiles *tiles, guint first, double *sum, double *matrix)
{
    const guint n = tiles->n_columns;
    const guint n_lanes = MIN (n - first, TILE_LANES);
    double value[TILE_LANES * TILE_ROWS] = {0};
    memset (sum, 0, TILE_SUMS (n - first) * sizeof *sum);
    for (gsize t = 0; t < tiles->n_tiles; t++) {
        const float *tile = tiles->number + (t * n + first) * TILE_ROWS;
        for (guint i = 0; i < n_lanes * TILE_ROWS; i++)
            value[i] = tile[i];
        rhumb_tile_add (tile, n - first, value, sum);
    }
    for (guint k = first; k < n; k++) {
        const double *part = sum + TILE_SUMS (k - first);
        double total[TILE_LANES];
        rhumb_tile_sums (part, 1, total);
        for (guint l = 0; l < n_lanes && first + l <= k; l++)
            matrix[TRIANGLE (k) + first + l] = total[l];
    }
}

static double
sum_column (const RowTiles *tiles, guint k)
{
    double sum = 0;
    for (gsize t = 0; t < tiles->n_tiles; t++) {
        const float *x = tiles->number + (t * tiles->n_columns + k) * TILE_ROWS;
        for (guint i = 0; i < TILE_ROWS; i++)
            sum += x[i];
    }
    return sum;
}

/* XᵀX, where X is the rows with a column of ones at their end: the triangle below and on the
 * diagonal. */
double *
rhumb_products_of_columns (const RowTiles *tiles)
{
    const guint n = tiles->n_columns;
    const gsize n_sums = TILE_SUMS (n) + 1;
    const guint n_fours = (n + TILE_LANES - 1) / TILE_LANES;
    double *matrix = g_new (double, TRIANGLE ((gsize)n + 1));
    g_autofree double *sum = g_new (double, n_sums *rhumb_get_n_threads ());
#pragma omp parallel for schedule(dynamic, 1)
    for (guint f = 0; f < n_fours; f++)
        multiply_four (tiles, f * TILE_LANES, sum + n_sums * rhumb_get_thread (), matrix);
#pragma omp parallel for schedule(static)
    for (guint k = 0; k < n; k++)
        matrix[TRIANGLE (n) + k] = sum_column (tiles, k);
    matrix[TRIANGLE (n) + n] = tiles->n_rows;
    return matrix;
}

/* What rows of a factor before row i make of it: Σ_j row[j] × lanes[j], in four sums that take
 * turns. */
static void
sum_before (const double *row, guint n, const double *lanes, double *total)
{
    double part[4 * TILE_LANES] = {0};
    for (gsize j = 0; j < n; j++) {
        for (guint l = 0; l < TILE_LANES; l++)
            part[j % 4 * TILE_LANES + l] += row[j] * lanes[j * TILE_LANES + l];
    }
    for (guint l = 0; l < TILE_LANES; l++)
        total[l] = (part[l] + part[TILE_LANES + l]) +
                   (part[2 * TILE_LANES + l] + part[3 * TILE_LANES + l]);
}

static void
take_from_before (const double *row, guint n, const double *own, double *lanes)
{
    for (gsize j = 0; j < n; j++) {
        for (guint l = 0; l < TILE_LANES; l++)
            lanes[j * TILE_LANES + l] -= row[j] * own[l];
    }
}

#ifdef WITH_AVX2
AVX2 inline __attribute__ ((always_inline)) __m256d
scaled (const double *scale, const double *lanes)
{
    return _mm256_mul_pd (_mm256_broadcast_sd (scale), _mm256_loadu_pd (lanes));
}

AVX2 void
sum_before_by_four (const double *row, guint n, const double *lanes, double *total)
{
    __m256d part[4] = {_mm256_setzero_pd (), _mm256_setzero_pd (), _mm256_setzero_pd (),
                       _mm256_setzero_pd ()};
    gsize j = 0;
    for (; j + 4 <= n; j += 4) {
        const double *own = lanes + j * TILE_LANES;
        part[0] = _mm256_add_pd (part[0], scaled (row + j, own));
        part[1] = _mm256_add_pd (part[1], scaled (row + j + 1, own + TILE_LANES));
        part[2] = _mm256_add_pd (part[2], scaled (row + j + 2, own + 2 * TILE_LANES));
        part[3] = _mm256_add_pd (part[3], scaled (row + j + 3, own + 3 * TILE_LANES));
    }
    for (; j < n; j++)
        part[j % 4] = _mm256_add_pd (part[j % 4], scaled (row + j, lanes + j * TILE_LANES));
    _mm256_storeu_pd (
        total, _mm256_add_pd (_mm256_add_pd (part[0], part[1]), _mm256_add_pd (part[2], part[3])));
}

AVX2 void
take_from_before_by_four (const double *row, guint n, const double *own, double *lanes)
{
    for (gsize j = 0; j < n; j++) {
        double *to = lanes + j * TILE_LANES;
        _mm256_storeu_pd (to, _mm256_sub_pd (_mm256_loadu_pd (to), scaled (row + j, own)));
    }
}
#else
#define sum_before_by_four sum_before
#define take_from_before_by_four take_from_before
#endif

/* Four right sides at once: factor × x = lanes, into @lanes. */
static void
solve_down (const double *factor, guint n, double *lanes)
{
    const gboolean by_four = rhumb_has_avx2 ();
    for (guint i = 0; i < n; i++) {
        const double *row = factor + TRIANGLE (i);
        double before[TILE_LANES];
        if (by_four)
            sum_before_by_four (row, i, lanes, before);
        else
            sum_before (row, i, lanes, before);
        for (guint l = 0; l < TILE_LANES; l++)
            lanes[(gsize)i * TILE_LANES + l] =
                (lanes[(gsize)i * TILE_LANES + l] - before[l]) * row[i];
    }
}

/* The same with the factor on its other side. */
static void
solve_up (const double *factor, guint n, double *lanes)
{
    const gboolean by_four = rhumb_has_avx2 ();
    for (guint i = n; i-- > 0;) {
        const double *row = factor + TRIANGLE (i);
        double *own = lanes + (gsize)i * TILE_LANES;
        for (guint l = 0; l < TILE_LANES; l++)
            own[l] *= row[i];
        if (by_four)
            take_from_before_by_four (row, i, own, lanes);
        else
            take_from_before (row, i, own, lanes);
    }
}

/* Solves a system whose matrix has @factor for @lanes, four right sides: number i of right side l
 * is lanes[i × TILE_LANES + l]. */
void
rhumb_triangle_solve (const double *factor, guint n, double *lanes)
{
    solve_down (factor, n, lanes);
    solve_up (factor, n, lanes);
}

/* Row @i of the factor, of which numbers before @done are known. */
static void
finish_row (double *factor, guint i, guint done)
{
    double *row = factor + TRIANGLE (i);
    for (guint k = done; k <= i; k++) {
        const double *other = factor + TRIANGLE (k);
        double sum = row[k];
        for (guint j = 0; j < k; j++)
            sum -= row[j] * other[j];
        row[k] = k < i ? sum * other[k] : 1 / sqrt (MAX (sum, DBL_MIN));
    }
}

/* The factor of scale × matrix with 1 added to all of the diagonal but its end and @tie to that,
 * which is to be positive definite; four rows at once are what those before make of them. @room:
 * n × TILE_LANES numbers. */
void
rhumb_triangle_factor (const double *matrix, guint n, double scale, double tie, double *factor,
                       double *room)
{
    for (guint first = 0; first < n; first += TILE_LANES) {
        const guint n_rows = MIN (n - first, TILE_LANES);
        memset (room, 0, (gsize)first * TILE_LANES * sizeof *room);
        for (guint l = 0; l < n_rows; l++) {
            for (guint j = 0; j < first; j++)
                room[(gsize)j * TILE_LANES + l] = scale * matrix[TRIANGLE (first + l) + j];
        }
        solve_down (factor, first, room);
        for (guint l = 0; l < n_rows; l++) {
            const guint i = first + l;
            double *row = factor + TRIANGLE (i);
            for (guint j = 0; j < first; j++)
                row[j] = room[(gsize)j * TILE_LANES + l];
            for (guint j = first; j <= i; j++)
                row[j] = scale * matrix[TRIANGLE (i) + j];
            row[i] += i < n - 1 ? 1 : tie;
            finish_row (factor, i, first);
        }
    }
}
