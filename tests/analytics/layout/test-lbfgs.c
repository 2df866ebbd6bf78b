/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analytics/layout/lbfgs.h"

#include <math.h>

static guint n_calls;

static double
rosenbrock (const double *x, double *gradient, gsize n, gpointer data)
{
    (void)data;
    double sum = 0.0;
    n_calls++;
    for (gsize i = 0; i < n; i++)
        gradient[i] = 0.0;
    for (gsize i = 0; i + 1 < n; i += 2) {
        const double a = 1 - x[i];
        const double b = x[i + 1] - x[i] * x[i];
        sum += a * a + 100 * b * b;
        gradient[i] += -2 * a - 400 * x[i] * b;
        gradient[i + 1] += 200 * b;
    }
    return sum;
}

/* Σ (i + 1) (x_i − i)² / 2, badly scaled on purpose. */
static double
quadratic (const double *x, double *gradient, gsize n, gpointer data)
{
    const double *curvature = data;
    double sum = 0.0;
    for (gsize i = 0; i < n; i++) {
        gradient[i] = curvature[i] * (x[i] - (double)i);
        sum += gradient[i] * (x[i] - (double)i) / 2;
    }
    return sum;
}

static void
finds_the_minimum_of_rosenbrocks_valley (void)
{
    double x[10] = {-1.2, 1, -1.2, 1, 3, -4, 0, 0, 2, 2};
    n_calls = 0;
    const guint steps = rhumb_minimise (rosenbrock, NULL, x, 10, 500, 1e-9);
    g_assert_cmpuint (steps, <, 200);
    g_assert_cmpuint (n_calls, <, 400);
    for (guint i = 0; i < 10; i++)
        g_assert_cmpfloat_with_epsilon (x[i], 1.0, 1e-7);
}

static void
solves_a_badly_scaled_quadratic (void)
{
    double curvature[30];
    double x[30] = {0};
    for (guint i = 0; i < 30; i++)
        curvature[i] = pow (1.2, i);
    rhumb_minimise (quadratic, curvature, x, 30, 1000, 1e-7);
    for (guint i = 0; i < 30; i++)
        g_assert_cmpfloat_with_epsilon (x[i], i, 1e-6);
}

static void
stays_where_the_gradient_is_nought (void)
{
    double x[2] = {1, 1};
    g_assert_cmpuint (rhumb_minimise (rosenbrock, NULL, x, 2, 100, 1e-9), ==, 0);
    g_assert_cmpfloat (x[0], ==, 1);
}

static void
never_goes_uphill (void)
{
    for (guint limit = 1; limit < 30; limit++) {
        double x[2] = {-1.2, 1};
        double gradient[2];
        double shorter[2] = {-1.2, 1};
        rhumb_minimise (rosenbrock, NULL, x, 2, limit, 1e-12);
        rhumb_minimise (rosenbrock, NULL, shorter, 2, limit - 1, 1e-12);
        g_assert_cmpfloat (rosenbrock (x, gradient, 2, NULL), <=,
                           rosenbrock (shorter, gradient, 2, NULL));
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/lbfgs/finds-the-minimum-of-rosenbrocks-valley",
                     finds_the_minimum_of_rosenbrocks_valley);
    g_test_add_func ("/lbfgs/solves-a-badly-scaled-quadratic", solves_a_badly_scaled_quadratic);
    g_test_add_func ("/lbfgs/stays-where-the-gradient-is-nought",
                     stays_where_the_gradient_is_nought);
    g_test_add_func ("/lbfgs/never-goes-uphill", never_goes_uphill);
    return g_test_run ();
}
