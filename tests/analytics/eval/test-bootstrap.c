/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Intervals against the normal distribution.
 */
#include "analytics/eval/bootstrap.h"

#include <math.h>

#include "analytics/eval/figures.h"
#include "tests/oracle.h"

#define N 400

static double
get_mean (const guint32 *sample, guint32 n, gconstpointer data)
{
    const double *value = data;
    double sum = 0;
    for (guint32 i = 0; i < n; i++)
        sum += value[sample[i]];
    return n > 0 ? sum / n : NAN;
}

static void
intervals_of_means_are_two_standard_errors (void)
{
    double value[N];
    double mean = 0;
    double squares = 0;
    for (guint i = 0; i < N; i++) {
        value[i] = oracle_random (1, i);
        mean += value[i] / N;
    }
    for (guint i = 0; i < N; i++)
        squares += pow (value[i] - mean, 2);
    const double half = 1.96 * sqrt (squares / N / N);
    const RhumbInterval found = rhumb_bootstrap (get_mean, value, N, 4000, 1);
    g_assert_cmpfloat_with_epsilon (found.value, mean, 1e-12);
    g_assert_cmpfloat_with_epsilon (found.low, mean - half, 0.1 * half);
    g_assert_cmpfloat_with_epsilon (found.high, mean + half, 0.1 * half);
}

static void
no_samples_give_no_interval (void)
{
    const double value[] = {1, 2};
    const RhumbInterval none = rhumb_bootstrap (get_mean, value, 2, 0, 1);
    const RhumbInterval empty = rhumb_bootstrap (get_mean, value, 0, 10, 1);
    const RhumbInterval one = rhumb_bootstrap (get_mean, value, 1, 10, 1);
    g_assert_cmpfloat (none.value, ==, 1.5);
    g_assert_true (isnan (none.low) && isnan (none.high));
    g_assert_true (isnan (empty.value) && isnan (empty.low));
    g_assert_cmpfloat (one.low, ==, 1);
    g_assert_cmpfloat (one.high, ==, 1);
}

static void
repeats_are_told_by_mean_and_deviation (void)
{
    static const RhumbInterval repeat[] = {{0.1, -0.2, 0.2}, {0.2, 0.1, 0.3}, {0.6, 0.5, 1.3}};
    g_autoptr (GArray) figures = g_array_new (FALSE, FALSE, sizeof (RhumbFigure));
    rhumb_figures_add (figures, "method", "measure", 0, repeat, 3, 7);
    rhumb_figures_add (figures, "method", "measure", -1, repeat, 1, 7);
    const RhumbFigure *three = &g_array_index (figures, RhumbFigure, 0);
    g_assert_cmpfloat_with_epsilon (three->value, 0.3, 1e-12);
    /* Ends beyond 0 and 1 are 0 and 1; -1 leaves the first as it is. */
    g_assert_cmpfloat_with_epsilon (three->low, 0.2, 1e-12);
    g_assert_cmpfloat_with_epsilon (three->high, 0.5, 1e-12);
    g_assert_cmpfloat_with_epsilon (g_array_index (figures, RhumbFigure, 1).low, -0.2, 1e-12);
    /* The squares 0.04, 0.01 and 0.09, over one less than the repeats. */
    g_assert_cmpfloat_with_epsilon (three->deviation, sqrt (0.07), 1e-12);
    g_assert_true (isnan (g_array_index (figures, RhumbFigure, 1).deviation));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/bootstrap/intervals-of-means-are-two-standard-errors",
                     intervals_of_means_are_two_standard_errors);
    g_test_add_func ("/bootstrap/no-samples-give-no-interval", no_samples_give_no_interval);
    g_test_add_func ("/bootstrap/repeats-are-told-by-mean-and-deviation",
                     repeats_are_told_by_mean_and_deviation);
    return g_test_run ();
}
