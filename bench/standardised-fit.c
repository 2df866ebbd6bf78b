/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Logistic regression (analytics/eval/logistic.c) of columns on scales of their own.
 *
 * They are standardised while weights are fitted and the weights folded back to the raw scale, so
 * that the penalty treats all alike. A column that hardly varies gets no weight: its raw weight
 * would be wild where it varies more.
 */
#include "bench/standardised-fit.h"

#include <math.h>

#include "analytics/eval/logistic.h"

#define MIN_DEVIATION 0.02

typedef struct {
    const float *row;
    guint32 n_rows;
    guint n; /* columns; the first is 1 everywhere and bears no penalty */
    double *mean;
    double *deviation; /* 0 = left out */
} Problem;

static void
measure_columns (Problem *problem)
{
    for (guint c = 0; c < problem->n; c++) {
        double sum = 0;
        double squares = 0;
        for (guint32 i = 0; i < problem->n_rows; i++)
            sum += problem->row[(gsize)i * problem->n + c];
        const double mean = sum / problem->n_rows;
        for (guint32 i = 0; i < problem->n_rows; i++) {
            const double away = problem->row[(gsize)i * problem->n + c] - mean;
            squares += away * away;
        }
        const double deviation = sqrt (squares / problem->n_rows);
        problem->mean[c] = c == 0 ? 0 : mean;
        problem->deviation[c] = c == 0 ? 1 : deviation < MIN_DEVIATION ? 0 : deviation;
    }
}

/* All columns but the first. */
static void
standardise (const Problem *problem, float *x)
{
    for (guint32 i = 0; i < problem->n_rows; i++)
        for (guint c = 1; c < problem->n; c++)
            *x++ = problem->deviation[c] > 0
                       ? (float)((problem->row[(gsize)i * problem->n + c] - problem->mean[c]) /
                                 problem->deviation[c])
                       : 0;
}

/* Fits weights. @row: n_rows × n_columns, the first column all ones; @label: 0 or 1; @penalty: half
 * of it times the squared weights of standardised columns is added to the negative log likelihood;
 * @weight (out): of the raw columns. Returns whether the least was found. */
gboolean
standardised_fit (const float *row, const guint8 *label, guint32 n_rows, guint n_columns,
                  double penalty, double *weight)
{
    Problem problem = {row, n_rows, n_columns, NULL, NULL};
    const guint n = n_columns - 1;
    g_autofree double *mean = problem.mean = g_new0 (double, n_columns);
    g_autofree double *deviation = problem.deviation = g_new0 (double, n_columns);
    g_autofree float *x = g_new (float, (gsize)n_rows *n + 1);
    g_autofree double *fitted = g_new (double, (gsize)n + 1);
    measure_columns (&problem);
    standardise (&problem, x);
    const LogisticFit fit = {label, 1 / penalty, fitted};
    const gboolean fitted_well = rhumb_logistic_fit (x, n_rows, n, &fit, 1, FALSE);
    weight[0] = fitted[n];
    for (guint c = 1; c < n_columns; c++) {
        weight[c] = deviation[c] > 0 ? fitted[c - 1] / deviation[c] : 0;
        weight[0] -= weight[c] * mean[c];
    }
    return fitted_well;
}
