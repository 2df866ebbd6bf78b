/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Finds a minimum of a smooth function of many variables.
 *
 * Source: J. Nocedal, Updating quasi-Newton matrices with limited storage, Mathematics of
 * Computation 35 (1980), doi:10.1090/S0025-5718-1980-0572855-7; the line search is the bisection
 * for the weak Wolfe conditions of A. S. Lewis and M. L. Overton, Nonsmooth optimization via
 * quasi-Newton methods, Mathematical Programming 141 (2013), doi:10.1007/s10107-012-0514-2.
 * Method: the last HISTORY pairs of steps and changes of the gradient stand for the inverse
 * Hessian. Cost per iteration: usually one evaluation, and 4 × HISTORY × n operations; memory
 * 2 × HISTORY × n doubles. Sums run in index order, so results are the same on every run.
 */
#include "analytics/layout/lbfgs.h"

#include <math.h>
#include <string.h>

#define HISTORY 12
#define SUFFICIENT_DECREASE 1e-4
#define CURVATURE 0.9
#define MAX_SEARCH 40

typedef struct {
    gsize n;
    double *step[HISTORY];
    double *change[HISTORY];
    double inverse_curvature[HISTORY];
    guint n_pairs;
    guint newest;
} History;

static void
history_clear (History *history)
{
    for (guint i = 0; i < HISTORY; i++) {
        g_free (history->step[i]);
        g_free (history->change[i]);
    }
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (History, history_clear)

static double
dot (const double *a, const double *b, gsize n)
{
    double sum = 0.0;
    for (gsize i = 0; i < n; i++)
        sum += a[i] * b[i];
    return sum;
}

static void
add_scaled (double *y, double factor, const double *x, gsize n)
{
    for (gsize i = 0; i < n; i++)
        y[i] += factor * x[i];
}

/* direction = −H gradient by the two-loop recursion. */
static void
find_direction (const History *history, const double *gradient, double *direction)
{
    const gsize n = history->n;
    double alpha[HISTORY];
    for (gsize i = 0; i < n; i++)
        direction[i] = -gradient[i];
    for (guint k = 0; k < history->n_pairs; k++) {
        const guint i = (history->newest + HISTORY - k) % HISTORY;
        alpha[i] = history->inverse_curvature[i] * dot (history->step[i], direction, n);
        add_scaled (direction, -alpha[i], history->change[i], n);
    }
    if (history->n_pairs > 0) {
        const double *y = history->change[history->newest];
        const double scale = 1.0 / (history->inverse_curvature[history->newest] * dot (y, y, n));
        for (gsize i = 0; i < n; i++)
            direction[i] *= scale;
    }
    for (guint k = history->n_pairs; k-- > 0;) {
        const guint i = (history->newest + HISTORY - k) % HISTORY;
        const double beta = history->inverse_curvature[i] * dot (history->change[i], direction, n);
        add_scaled (direction, alpha[i] - beta, history->step[i], n);
    }
}

/* A pair without positive curvature would make H indefinite; it is left out. */
static void
remember (History *history, const double *old_x, const double *x, const double *old_gradient,
          const double *gradient)
{
    const guint next = history->n_pairs == 0 ? 0 : (history->newest + 1) % HISTORY;
    for (gsize i = 0; i < history->n; i++) {
        history->step[next][i] = x[i] - old_x[i];
        history->change[next][i] = gradient[i] - old_gradient[i];
    }
    const double curvature = dot (history->step[next], history->change[next], history->n);
    if (!(curvature > 1e-300))
        return;
    history->inverse_curvature[next] = 1.0 / curvature;
    history->newest = next;
    history->n_pairs = MIN (history->n_pairs + 1, HISTORY);
}

/* The working arrays of one run. */
typedef struct {
    RhumbObjective objective;
    gpointer data;
    gsize n;
    double *x;
    double *gradient;
    double *old_x;
    double *old_gradient;
    double *direction;
    double value;
} Search;

static double
evaluate_at (Search *search, double length)
{
    for (gsize i = 0; i < search->n; i++)
        search->x[i] = search->old_x[i] + length * search->direction[i];
    return search->objective (search->x, search->gradient, search->n, search->data);
}

/* Moves x along the direction until the weak Wolfe conditions hold; FALSE if nothing is gained. */
static gboolean
search_line (Search *search, double first_length)
{
    memcpy (search->old_x, search->x, search->n * sizeof *search->x);
    memcpy (search->old_gradient, search->gradient, search->n * sizeof *search->gradient);
    const double slope = dot (search->old_gradient, search->direction, search->n);
    double low = 0.0;
    double high = INFINITY;
    double length = first_length;
    double value = search->value;
    for (guint i = 0; i < MAX_SEARCH; i++) {
        value = evaluate_at (search, length);
        if (!(value <= search->value + SUFFICIENT_DECREASE * length * slope))
            high = length;
        else if (dot (search->gradient, search->direction, search->n) < CURVATURE * slope)
            low = length;
        else
            break;
        length = isinf (high) ? 2 * low : (low + high) / 2;
    }
    if (!(value < search->value))
        return FALSE;
    search->value = value;
    return TRUE;
}

static double
largest (const double *x, gsize n)
{
    double result = 0.0;
    for (gsize i = 0; i < n; i++)
        result = MAX (result, fabs (x[i]));
    return result;
}

/* Goes downhill by L-BFGS until the gradient is small, a step gains nothing, or @max_iterations are
 * done. @x: where the search starts, and where it ended. Returns the steps taken. */
guint
rhumb_minimise (RhumbObjective objective, gpointer data, double *x, gsize n, guint max_iterations,
                double tolerance)
{
    g_autofree double *work = g_new (double, MAX (n, 1) * 4);
    g_auto (History) history = {.n = n};
    for (guint i = 0; i < HISTORY; i++) {
        history.step[i] = g_new (double, n);
        history.change[i] = g_new (double, n);
    }
    Search search = {objective, data, n, x, work, work + n, work + 2 * n, work + 3 * n, 0.0};
    search.value = objective (x, search.gradient, n, data);
    for (guint iteration = 0; iteration < max_iterations; iteration++) {
        const double steepest = largest (search.gradient, n);
        if (!(steepest > tolerance))
            return iteration;
        find_direction (&history, search.gradient, search.direction);
        if (!search_line (&search, history.n_pairs == 0 ? 1.0 / steepest : 1.0)) {
            memcpy (x, search.old_x, n * sizeof *x);
            return iteration;
        }
        remember (&history, search.old_x, x, search.old_gradient, search.gradient);
    }
    return max_iterations;
}
