/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Whether a label can be read off vectors by weighing their numbers: logistic regression with a
 * quadratic penalty.
 *
 * Source: Lin, Weng, Keerthi (2008), Journal of Machine Learning Research 9, 627-650: Newton's
 * method whose steps are found by conjugate gradients, here preconditioned by the curvature of the
 * start (start-curvature.c), which all labels of the same rows share, and with steps halved until
 * they help (Armijo 1966) instead of a trust region.
 *
 * Method: least Σ_i ln(1 + exp(−y_i (w·x_i + b))) + |w|² / (2 C), y = ±1, which has one minimum;
 * times C this is what scikit-learn minimises with the same C. b bears no penalty, or, if asked,
 * that of a weight, b² / (2 C), as in the programs of Fan, Chang, Hsieh, Wang and Lin (2008),
 * Journal of Machine Learning Research 9, 1871-1874. Where all labels are alike no b is best
 * without: then w = 0 and b is the log odds of n + 1/2 to 1/2 in both.
 *
 * Cost: some ten steps of some five products for each label, each 4 × rows × columns operations;
 * rows × columns² and columns³ / 3 for the curvature, if there are more rows than columns: with
 * fewer rows its diagonal does. Threads share labels; a label is fitted by one, in one order of
 * sums.
 */
#include "analytics/eval/logistic.h"

#include <math.h>
#include <string.h>

#include "analytics/eval/logistic-lanes.h"
#include "analytics/eval/row-sums.h"
#include "analytics/eval/start-curvature.h"
#include "graph/threads.h"

/* The log odds that a row has the label. */
double
rhumb_logistic_score (const float *row, guint n_columns, const double *weight)
{
    return weight[n_columns] + rhumb_row_dot (row, weight, n_columns);
}

/* The end of the fits from @first on that have the same penalty. */
static guint
find_end (const LogisticFit *fit, guint n_fits, guint first)
{
    guint end = first + 1;
    while (end < n_fits && fit[end].penalty == fit[first].penalty)
        end++;
    return end;
}

/* Chance of a row to have the label times that to lack it: the geometric mean of all labels, each
 * seen from half a row more that has it and half a row more that lacks it. */
static double
get_mean_curve (const LogisticFit *fit, guint n_fits, guint32 n_rows)
{
    double sum = 0;
    for (guint c = 0; c < n_fits; c++) {
        double n_right = 0.5;
        for (guint32 i = 0; i < n_rows; i++)
            n_right += fit[c].label[i] != 0;
        const double share = n_right / (n_rows + 1.0);
        sum += log (share * (1 - share));
    }
    return exp (sum / n_fits);
}

/* One over the Hessian's diagonal at the start. */
static double *
invert_diagonal (const float *row, guint32 n_rows, guint n_columns, double scale, double tie)
{
    double *diagonal = g_new0 (double, (gsize)n_columns + 1);
    for (guint32 i = 0; i < n_rows; i++) {
        for (guint k = 0; k < n_columns; k++) {
            const double x = row[(gsize)i * n_columns + k];
            diagonal[k] += x * x;
        }
    }
    for (guint k = 0; k < n_columns; k++)
        diagonal[k] = 1 / (1 + scale * diagonal[k]);
    diagonal[n_columns] = 1 / (tie + scale * n_rows);
    return diagonal;
}

/* For each fit its curvature, those of the same penalty having the same; @owned keeps them. */
static double **
find_curvatures (const LogisticTask *task, const float *row, GPtrArray *owned)
{
    const guint32 n_rows = task->tiles->n_rows;
    const guint n = task->tiles->n_columns + 1;
    double **curvature = g_new (double *, task->n_fits);
    g_autofree double *room = g_new (double, (gsize)n *TILE_LANES);
    g_autofree double *products =
        task->is_diagonal ? NULL : rhumb_products_of_columns (task->tiles);
    guint end;
    for (guint first = 0; first < task->n_fits; first = end) {
        end = find_end (task->fit, task->n_fits, first);
        const double scale =
            task->fit[first].penalty * get_mean_curve (task->fit + first, end - first, n_rows);
        double *own = task->is_diagonal ? invert_diagonal (row, n_rows, n - 1, scale, task->tie)
                                        : g_new (double, TRIANGLE (n));
        if (!task->is_diagonal)
            rhumb_triangle_factor (products, n, scale, task->tie, own, room);
        g_ptr_array_add (owned, own);
        for (guint c = first; c < end; c++)
            curvature[c] = own;
    }
    return curvature;
}

/* Fits chances of labels to n_rows × n_columns finite numbers, n_rows above 0, each until no part
 * of its gradient is above 1e-10 (1 + C n_rows). @ties_constant: whether constants bear the penalty
 * of a weight. Returns whether all came so far. */
gboolean
rhumb_logistic_fit (const float *row, guint32 n_rows, guint n_columns, const LogisticFit *fit,
                    guint n_fits, gboolean ties_constant)
{
    g_auto (RowTiles) tiles = {NULL};
    rhumb_row_tiles_init (&tiles, row, n_rows, n_columns);
    LogisticTask task = {.tiles = &tiles,
                         .fit = fit,
                         .n_fits = n_fits,
                         .tie = ties_constant ? 1 : 0,
                         .is_diagonal = n_rows <= n_columns};
    g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
    g_autofree double **curvature = find_curvatures (&task, row, owned);
    task.curvature = curvature;
    const guint n_benches = MIN (rhumb_get_n_threads (), (n_fits + TILE_LANES - 1) / TILE_LANES);
    const gsize size = rhumb_logistic_bench_size (&tiles);
    g_autofree double *room = g_new (double, size *n_benches + 1);
#pragma omp parallel for schedule(static, 1)
    for (guint i = 0; i < n_benches; i++)
        rhumb_logistic_bench_run (&task, room + i * size);
    return task.n_left == 0;
}
