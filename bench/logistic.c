/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Logistic regression with a quadratic penalty, by Newton's method (iteratively reweighted least
 * squares): a few passes over the rows, each a small linear system.
 *
 * Columns are standardised while weights are fitted and the weights folded back to the raw scale,
 * so that the penalty treats all alike. A column that hardly varies gets no weight: its raw weight
 * would be wild where it varies more.
 */
#include "bench/logistic.h"

#include <math.h>
#include <string.h>

#define MIN_DEVIATION 0.02
#define MAX_PASSES 30
#define SMALL_STEP 1e-6

typedef struct {
    const float *row;
    const guint8 *label;
    gsize n_rows;
    guint n; /* columns; the first is 1 everywhere and bears no penalty */
    double penalty;
    double *mean;
    double *deviation; /* 0 = left out */
} Problem;

static void
measure_columns (Problem *problem)
{
    for (guint c = 0; c < problem->n; c++) {
        double sum = 0;
        double squares = 0;
        for (gsize i = 0; i < problem->n_rows; i++)
            sum += problem->row[i * problem->n + c];
        const double mean = sum / (double)problem->n_rows;
        for (gsize i = 0; i < problem->n_rows; i++) {
            const double away = problem->row[i * problem->n + c] - mean;
            squares += away * away;
        }
        const double deviation = sqrt (squares / (double)problem->n_rows);
        problem->mean[c] = c == 0 ? 0 : mean;
        problem->deviation[c] = c == 0 ? 1 : deviation < MIN_DEVIATION ? 0 : deviation;
    }
}

static void
standardise (const Problem *problem, gsize i, double *x)
{
    for (guint c = 0; c < problem->n; c++)
        x[c] = problem->deviation[c] > 0
                   ? (problem->row[i * problem->n + c] - problem->mean[c]) / problem->deviation[c]
                   : 0;
}

/* Solves @matrix x = @x in place by Cholesky's method; @matrix is symmetric and positive. */
static void
solve (double *matrix, double *x, guint n)
{
    for (guint i = 0; i < n; i++)
        for (guint j = 0; j <= i; j++) {
            double sum = matrix[i * n + j];
            for (guint k = 0; k < j; k++)
                sum -= matrix[i * n + k] * matrix[j * n + k];
            matrix[i * n + j] = i == j ? sqrt (sum) : sum / matrix[j * n + j];
        }
    for (guint i = 0; i < n; i++) {
        for (guint k = 0; k < i; k++)
            x[i] -= matrix[i * n + k] * x[k];
        x[i] /= matrix[i * n + i];
    }
    for (guint i = n; i-- > 0;) {
        for (guint k = i + 1; k < n; k++)
            x[i] -= matrix[k * n + i] * x[k];
        x[i] /= matrix[i * n + i];
    }
}

/* One step of Newton's method. Returns its longest component. */
static double
step (const Problem *problem, double *weight, double *hessian, double *gradient, double *x)
{
    const guint n = problem->n;
    memset (hessian, 0, (gsize)n * n * sizeof *hessian);
    for (guint c = 0; c < n; c++) {
        gradient[c] = c == 0 ? 0 : -problem->penalty * weight[c];
        hessian[(gsize)c * n + c] = c == 0 ? 1e-9 : problem->penalty;
    }
    for (gsize i = 0; i < problem->n_rows; i++) {
        double score = 0;
        standardise (problem, i, x);
        for (guint c = 0; c < n; c++)
            score += weight[c] * x[c];
        const double p = 1 / (1 + exp (-score));
        for (guint c = 0; c < n; c++) {
            gradient[c] += (problem->label[i] - p) * x[c];
            for (guint d = 0; d <= c; d++)
                hessian[(gsize)c * n + d] += p * (1 - p) * x[c] * x[d];
        }
    }
    for (guint c = 0; c < n; c++)
        for (guint d = c + 1; d < n; d++)
            hessian[(gsize)c * n + d] = hessian[(gsize)d * n + c];
    solve (hessian, gradient, n);
    double longest = 0;
    for (guint c = 0; c < n; c++) {
        weight[c] += gradient[c];
        longest = MAX (longest, fabs (gradient[c]));
    }
    return longest;
}

/* Fits weights. @row: n_rows × n_columns, the first column all ones; @label: 0 or 1; @penalty: half
 * of it times the squared weights of standardised columns is added to the negative log likelihood;
 * @weight (out): of the raw columns. */
void
logistic_fit (const float *row, const guint8 *label, gsize n_rows, guint n_columns, double penalty,
              double *weight)
{
    Problem problem = {row, label, n_rows, n_columns, penalty, NULL, NULL};
    g_autofree double *mean = problem.mean = g_new0 (double, n_columns);
    g_autofree double *deviation = problem.deviation = g_new0 (double, n_columns);
    g_autofree double *hessian = g_new (double, (gsize)n_columns *n_columns);
    g_autofree double *gradient = g_new (double, n_columns);
    g_autofree double *x = g_new (double, n_columns);
    measure_columns (&problem);
    memset (weight, 0, n_columns * sizeof *weight);
    for (guint pass = 0; pass < MAX_PASSES; pass++)
        if (step (&problem, weight, hessian, gradient, x) < SMALL_STEP)
            break;
    for (guint c = 1; c < n_columns; c++) {
        weight[c] = deviation[c] > 0 ? weight[c] / deviation[c] : 0;
        weight[0] -= weight[c] * mean[c];
    }
}
