/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Whether a label can be read off vectors by weighing their numbers: logistic regression with a
 * quadratic penalty.
 *
 * Source: Lin, Weng, Keerthi (2008), Journal of Machine Learning Research 9, 627-650: Newton's
 * method whose steps are found by conjugate gradients, here with the diagonal as preconditioner and
 * steps halved until they help (Armijo 1966) instead of a trust region.
 *
 * Method: least Σ_i ln(1 + exp(−y_i (w·x_i + b))) + |w|² / (2 C), y = ±1, which has one minimum;
 * times C this is what scikit-learn minimises with the same C. b bears no penalty, or, if asked,
 * that of a weight, b² / (2 C), as in the programs of Fan, Chang, Hsieh, Wang and Lin (2008),
 * Journal of Machine Learning Research 9, 1871-1874. Where all labels are alike no b is best
 * without: then w = 0 and b is the log odds of n + 1/2 to 1/2 in both.
 *
 * Cost: some ten steps of some ten products, each 4 × rows × columns operations. One thread, one
 * order of sums: callers fit many labels at once.
 */
#include "analytics/eval/logistic.h"

#include <math.h>
#include <string.h>

#include "analytics/eval/row-sums.h"

#define MAX_STEPS 200
#define MAX_PRODUCTS 1000
#define MAX_HALVINGS 60
#define SMALL 1e-10

typedef struct {
    const float *row;
    const guint8 *label;
    guint32 n_rows;
    guint n;         /* weights: columns, then the constant */
    double strength; /* C */
    double tie;      /* of the constant to 0, that of weights being 1 */
    double *chance;  /* of each row, where the weights are */
    double *gradient;
    double *diagonal;
    double *step;
    double *residual;
    double *direction;
    double *product;
    double *trial;
} Problem;

static double
dot (const double *a, const double *b, guint n)
{
    double sum = 0;
    for (guint i = 0; i < n; i++)
        sum += a[i] * b[i];
    return sum;
}

/* The log odds that a row has the label. */
double
rhumb_logistic_score (const float *row, guint n_columns, const double *weight)
{
    return weight[n_columns] + rhumb_row_dot (row, weight, n_columns);
}

/* ln(1 + e^x) without overflow. */
static double
log_one_plus_exp (double x)
{
    return x > 0 ? x + log1p (exp (-x)) : log1p (exp (x));
}

static double
get_loss (const Problem *p, const double *weight)
{
    const double constant = weight[p->n - 1];
    double sum = (dot (weight, weight, p->n - 1) + p->tie * constant * constant) / 2;
    for (guint32 i = 0; i < p->n_rows; i++) {
        const double score =
            rhumb_logistic_score (p->row + (gsize)i * (p->n - 1), p->n - 1, weight);
        sum += p->strength * log_one_plus_exp (p->label[i] ? -score : score);
    }
    return sum;
}

/* Gradient, chances and diagonal of the Hessian. Returns the largest part of the gradient. */
static double
look_around (Problem *p, const double *weight)
{
    const guint d = p->n - 1;
    double largest = 0;
    for (guint k = 0; k < p->n; k++) {
        p->gradient[k] = k < d ? weight[k] : p->tie * weight[k];
        p->diagonal[k] = k < d ? 1 : MAX (p->tie, 1e-12);
    }
    for (guint32 i = 0; i < p->n_rows; i++) {
        const float *x = p->row + (gsize)i * d;
        const double score = rhumb_logistic_score (x, d, weight);
        const double chance = 1 / (1 + exp (-score));
        const double away = p->strength * (p->label[i] ? -1 / (1 + exp (score)) : chance);
        const double curve = p->strength * chance * (1 - chance);
        p->chance[i] = chance;
        for (guint k = 0; k < d; k++) {
            p->gradient[k] += away * x[k];
            p->diagonal[k] += curve * x[k] * x[k];
        }
        p->gradient[d] += away;
        p->diagonal[d] += curve;
    }
    for (guint k = 0; k < p->n; k++)
        largest = MAX (largest, fabs (p->gradient[k]));
    return largest;
}

/* The Hessian times @v. */
static void
multiply (const Problem *p, const double *v, double *product)
{
    const guint d = p->n - 1;
    memcpy (product, v, d * sizeof *product);
    product[d] = MAX (p->tie, 1e-12) * v[d];
    for (guint32 i = 0; i < p->n_rows; i++) {
        const float *x = p->row + (gsize)i * d;
        const double curve =
            p->strength * p->chance[i] * (1 - p->chance[i]) * rhumb_logistic_score (x, d, v);
        rhumb_row_add (x, curve, product, d);
        product[d] += curve;
    }
}

/* Conjugate gradients for Hessian × step = −gradient, as far as is worth it. */
static void
find_step (Problem *p)
{
    double size = 0;
    for (guint k = 0; k < p->n; k++) {
        p->step[k] = 0;
        p->residual[k] = -p->gradient[k];
        p->direction[k] = p->residual[k] / p->diagonal[k];
        size += p->residual[k] * p->direction[k];
    }
    const double enough = size * MIN (0.01, sqrt (size));
    for (guint i = 0; i < MAX_PRODUCTS && size > enough && size > 0; i++) {
        multiply (p, p->direction, p->product);
        const double curve = dot (p->direction, p->product, p->n);
        if (!(curve > 0))
            break;
        const double length = size / curve;
        double next = 0;
        for (guint k = 0; k < p->n; k++) {
            p->step[k] += length * p->direction[k];
            p->residual[k] -= length * p->product[k];
            next += p->residual[k] * p->residual[k] / p->diagonal[k];
        }
        for (guint k = 0; k < p->n; k++)
            p->direction[k] = p->residual[k] / p->diagonal[k] + next / size * p->direction[k];
        size = next;
    }
}

/* Takes the step, or half of it, or a quarter … Where only rounding is left, as it is. */
static gboolean
take_step (Problem *p, double *weight, double *loss)
{
    const double slope = dot (p->gradient, p->step, p->n);
    double length = 1;
    for (guint i = 0; i < MAX_HALVINGS; i++) {
        for (guint k = 0; k < p->n; k++)
            p->trial[k] = weight[k] + length * p->step[k];
        const double next = get_loss (p, p->trial);
        if (next <= *loss + 1e-4 * length * slope || -slope <= 1e-13 * fabs (*loss)) {
            memcpy (weight, p->trial, p->n * sizeof *weight);
            *loss = next;
            return TRUE;
        }
        length /= 2;
    }
    return FALSE;
}

static gboolean
minimise (Problem *p, double *weight)
{
    const double small = SMALL * (1 + p->strength * p->n_rows);
    double loss = get_loss (p, weight);
    for (guint i = 0; i < MAX_STEPS; i++) {
        if (look_around (p, weight) <= small)
            return TRUE;
        find_step (p);
        if (!take_step (p, weight, &loss))
            return FALSE;
    }
    return FALSE;
}

/* Fits the chance of a label to n_rows × n_columns finite numbers, n_rows above 0, until no part of
 * the gradient is above 1e-10 (1 + C n_rows). @penalty is C, above 0; @ties_constant: whether the
 * constant bears the penalty of a weight; @weight (out): n_columns weights, then the constant;
 * @room: LOGISTIC_ROOM numbers, so that several threads can fit without asking for memory. Returns
 * whether it came so far. */
gboolean
rhumb_logistic_fit (const float *row, guint32 n_rows, guint n_columns, const guint8 *label,
                    double penalty, gboolean ties_constant, double *weight, double *room)
{
    const gsize n = (gsize)n_columns + 1;
    guint32 n_right = 0;
    Problem p = {.row = row,
                 .label = label,
                 .n_rows = n_rows,
                 .n = (guint)n,
                 .strength = penalty,
                 .tie = ties_constant ? 1 : 0};
    double **const PARTS[] = {&p.gradient,  &p.diagonal, &p.step,  &p.residual,
                              &p.direction, &p.product,  &p.trial, &p.chance};
    for (guint i = 0; i < G_N_ELEMENTS (PARTS); i++)
        *PARTS[i] = room + i * n;
    memset (weight, 0, n * sizeof *weight);
    for (guint32 i = 0; i < n_rows; i++)
        n_right += label[i] != 0;
    if (n_right == 0 || n_right == n_rows) {
        weight[n_columns] = (n_right > 0 ? 1 : -1) * log (2.0 * n_rows + 1);
        return TRUE;
    }
    weight[n_columns] = log ((double)n_right / (n_rows - n_right));
    return minimise (&p, weight);
}
