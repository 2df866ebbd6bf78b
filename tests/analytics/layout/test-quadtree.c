/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analytics/layout/quadtree.h"

#include <math.h>
#include <string.h>
#ifdef _OPENMP
#include <omp.h>
#endif

#define N 6000

static double x[2 * N];
static double mass[N];
static double force[2 * N];

/* Clumps of very different size. */
static void
fill (guint32 n)
{
    GRand *rand = g_rand_new_with_seed (7);
    for (guint32 i = 0; i < n; i++) {
        const double far = pow (g_rand_double (rand), 4.0);
        const double angle = 2 * G_PI * g_rand_double (rand);
        x[2 * i] = 5.0 * (i % 3) + far * cos (angle);
        x[2 * i + 1] = 2.0 * (i % 2) + far * sin (angle);
        mass[i] = 0.3 + g_rand_double (rand);
    }
    g_rand_free (rand);
}

static void
repel (guint32 n, const RhumbRepulsion *rules)
{
    g_autoptr (RhumbQuadtree) tree = rhumb_quadtree_new (n);
    rhumb_quadtree_build (tree, x, mass, n);
    rhumb_quadtree_repel (tree, rules, force);
}

static void
brute (guint32 n, const RhumbRepulsion *rules, guint32 i, double *expected)
{
    expected[0] = expected[1] = 0.0;
    for (guint32 j = 0; j < n; j++) {
        const double dx = x[2 * i] - x[2 * j];
        const double dy = x[2 * i + 1] - x[2 * j + 1];
        const double square = dx * dx + dy * dy + rules->softening;
        const double power = rules->is_even ? 0.5 : 1.0;
        const double last = rules->reach > 0 ? pow (rules->reach * rules->reach, -power) : 0.0;
        const double push = mass[j] * MAX (pow (square, -power) - last, 0.0);
        expected[0] += push * dx;
        expected[1] += push * dy;
    }
}

/* Root of the mean square of what the sum of all pairs differs by, over its own. */
static double
measure_error (guint32 n, const RhumbRepulsion *rules)
{
    double off = 0.0, all = 0.0;
    repel (n, rules);
    for (guint32 i = 0; i < n; i++) {
        double expected[2];
        brute (n, rules, i, expected);
        off += pow (force[2 * i] - expected[0], 2) + pow (force[2 * i + 1] - expected[1], 2);
        all += pow (expected[0], 2) + pow (expected[1], 2);
    }
    return sqrt (off / MAX (all, 1e-300));
}

static void
is_near_the_sum_of_all_pairs (void)
{
    for (guint even = 0; even < 2; even++) {
        fill (2000);
        const RhumbRepulsion rules = {1.0, 1e-4, even == 1, 0.0};
        const double error = measure_error (2000, &rules);
        g_test_message ("error %g", error);
        g_assert_cmpfloat (error, <, 0.02);
        const RhumbRepulsion fine = {0.2, 1e-4, even == 1, 0.0};
        g_assert_cmpfloat (measure_error (2000, &fine), <, error / 4);
    }
}

static void
is_the_sum_of_all_pairs_where_nothing_is_taken_together (void)
{
    fill (500);
    const RhumbRepulsion rules = {0.0, 1e-4, FALSE, 0.0};
    g_assert_cmpfloat (measure_error (500, &rules), <, 1e-4);
}

/* The clumps are 2 to 10 apart: some are in reach of each other, some in part. */
static void
pushes_no_farther_than_its_reach (void)
{
    fill (600);
    for (guint even = 0; even < 2; even++) {
        for (double reach = 0.3; reach < 8; reach *= 5) {
            const RhumbRepulsion exact = {0.0, 1e-4, even == 1, reach};
            g_assert_cmpfloat (measure_error (600, &exact), <, 1e-4);
            const RhumbRepulsion fine = {0.2, 1e-4, even == 1, reach};
            const RhumbRepulsion rough = {0.8, 1e-4, even == 1, reach};
            const double error = measure_error (600, &rough);
            g_test_message ("reach %g: error %g", reach, error);
            g_assert_cmpfloat (measure_error (600, &fine), <, error / 2);
            g_assert_cmpfloat (error, <, 0.3);
        }
    }
}

static void
points_at_one_place_feel_the_others_only (void)
{
    const RhumbRepulsion rules = {1.0, 1e-4, FALSE, 0.0};
    for (guint32 i = 0; i < 40; i++) {
        x[2 * i] = i < 39 ? 1.0 : 4.0;
        x[2 * i + 1] = i < 39 ? 2.0 : 6.0;
        mass[i] = 2.0;
    }
    repel (40, &rules);
    for (guint32 i = 0; i < 39; i++) {
        g_assert_cmpfloat_with_epsilon (force[2 * i], -2.0 * 3 / 25, 1e-4);
        g_assert_cmpfloat_with_epsilon (force[2 * i + 1], -2.0 * 4 / 25, 1e-4);
    }
    g_assert_cmpfloat_with_epsilon (force[78], 39 * 2.0 * 3 / 25, 1e-3);
}

static void
takes_none_and_one (void)
{
    const RhumbRepulsion rules = {1.0, 1e-4, FALSE, 0.0};
    force[0] = force[1] = 5.0;
    repel (0, &rules);
    g_assert_true (force[0] == 5.0);
    fill (1);
    repel (1, &rules);
    g_assert_true (force[0] == 0.0 && force[1] == 0.0);
}

static void
has_the_same_bits_with_any_number_of_threads (void)
{
    static double first[2 * N];
    const RhumbRepulsion rules = {1.0, 1e-4, FALSE, 0.0};
    fill (N);
    for (int threads = 1; threads <= 4; threads++) {
#ifdef _OPENMP
        omp_set_num_threads (threads);
#endif
        repel (N, &rules);
        if (threads == 1)
            memcpy (first, force, sizeof first);
        g_assert_cmpint (memcmp (first, force, sizeof first), ==, 0);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/quadtree/is-near-the-sum-of-all-pairs", is_near_the_sum_of_all_pairs);
    g_test_add_func ("/quadtree/is-the-sum-of-all-pairs-where-nothing-is-taken-together",
                     is_the_sum_of_all_pairs_where_nothing_is_taken_together);
    g_test_add_func ("/quadtree/pushes-no-farther-than-its-reach",
                     pushes_no_farther_than_its_reach);
    g_test_add_func ("/quadtree/points-at-one-place-feel-the-others-only",
                     points_at_one_place_feel_the_others_only);
    g_test_add_func ("/quadtree/takes-none-and-one", takes_none_and_one);
    g_test_add_func ("/quadtree/has-the-same-bits-with-any-number-of-threads",
                     has_the_same_bits_with_any_number_of_threads);
    return g_test_run ();
}
