/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analytics/layout/energy.h"

#include <math.h>
#include <string.h>
#ifdef _OPENMP
#include <omp.h>
#endif

#define N 300

static double mass[N];
static double row_energy[N];
static RhumbSpring spring[N];

static RhumbEnergy
make_energy (guint32 n)
{
    for (guint32 i = 0; i < n; i++) {
        mass[i] = 0.3 + 0.01 * (i % 37);
        spring[i] = (RhumbSpring){i, (i * 7 + 1) % n, 0.2 + 0.1 * (i % 5)};
    }
    return (RhumbEnergy){n, spring, n, mass, 0.8, 0.09, 1.3, row_energy};
}

static void
fill_places (double *x, guint32 n)
{
    for (guint32 i = 0; i < 2 * n; i++)
        x[i] = 3 * sin (1.7 * i + 0.3) + 0.01 * i;
}

static void
has_the_gradient_that_differences_give (void)
{
    RhumbEnergy energy = make_energy (12);
    for (guint k = 0; k < 6; k++) {
        double x[24];
        double gradient[24];
        double unused[24];
        energy.pull = (RhumbPull)(k % 3);
        energy.pushes_evenly = k >= 3;
        fill_places (x, 12);
        rhumb_energy (x, gradient, 24, &energy);
        for (guint i = 0; i < 24; i++) {
            const double step = 1e-6;
            const double here = x[i];
            x[i] = here + step;
            const double above = rhumb_energy (x, unused, 24, &energy);
            x[i] = here - step;
            const double below = rhumb_energy (x, unused, 24, &energy);
            x[i] = here;
            g_assert_cmpfloat_with_epsilon (gradient[i], (above - below) / (2 * step), 1e-5);
        }
    }
}

static void
agrees_with_two_nodes_by_hand (void)
{
    RhumbEnergy energy = make_energy (2);
    const RhumbSpring one = {0, 1, 2.0};
    energy.spring = &one;
    energy.n_springs = 1;
    energy.gravity = 0;
    const double x[4] = {0, 0, 3, 4};
    double gradient[4];
    const double attraction[] = {2.0 * 25 / 2, 2.0 * 5 * sqrt (5) / 1.5, 2.0 * 5};
    for (guint k = 0; k < 3; k++) {
        energy.pull = (RhumbPull)k;
        const double expected = attraction[k] - 0.8 * mass[0] * mass[1] * log (5.0);
        g_assert_cmpfloat_with_epsilon (rhumb_energy (x, gradient, 4, &energy), expected, 1e-4);
    }
}

static void
is_finite_where_nodes_coincide (void)
{
    RhumbEnergy energy = make_energy (5);
    double x[10] = {0};
    double gradient[10];
    g_assert_true (isfinite (rhumb_energy (x, gradient, 10, &energy)));
    for (guint i = 0; i < 10; i++)
        g_assert_true (isfinite (gradient[i]));
}

static void
has_the_same_bits_with_any_number_of_threads (void)
{
    RhumbEnergy energy = make_energy (N);
    double x[2 * N];
    double gradient[4][2 * N];
    double value[4];
    fill_places (x, N);
    for (int threads = 1; threads <= 4; threads++) {
#ifdef _OPENMP
        omp_set_num_threads (threads);
#endif
        value[threads - 1] = rhumb_energy (x, gradient[threads - 1], 2 * N, &energy);
        g_assert_true (value[threads - 1] == value[0]);
        g_assert_cmpint (memcmp (gradient[threads - 1], gradient[0], sizeof gradient[0]), ==, 0);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/energy/has-the-gradient-that-differences-give",
                     has_the_gradient_that_differences_give);
    g_test_add_func ("/energy/agrees-with-two-nodes-by-hand", agrees_with_two_nodes_by_hand);
    g_test_add_func ("/energy/is-finite-where-nodes-coincide", is_finite_where_nodes_coincide);
    g_test_add_func ("/energy/has-the-same-bits-with-any-number-of-threads",
                     has_the_same_bits_with_any_number_of_threads);
    return g_test_run ();
}
