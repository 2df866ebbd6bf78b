/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Bursts, against all sequences of states.
 */
#include "analytics/time/bursts.h"

#include <math.h>

#include "graph/error.h"
#include "tests/oracle.h"

static RhumbSeries *
make_series (guint n_years, guint32 n_rows, const double *value)
{
    return rhumb_series_new_take (2000, n_years, n_rows,
                                  g_memdup2 (value, n_rows * n_years * sizeof (double)), "papers");
}

/* Binomial coefficient by multiplication, not by lgamma. */
static double
choose (double d, double r)
{
    double ways = 1;
    for (double i = 1; i <= r; i++)
        ways *= (d - r + i) / i;
    return ways;
}

static double
batch_cost (double r, double d, double p)
{
    return -log (choose (d, r) * pow (p, r) * pow (1 - p, d - r));
}

/* The cheapest of all K^n sequences; @cost is n × K. */
static double
try_all (const double *cost, guint n, guint n_states, double climb, guint *best_sequence)
{
    double best = INFINITY;
    const guint64 n_sequences = (guint64)pow (n_states, n);
    for (guint64 code = 0; code < n_sequences; code++) {
        guint state[16];
        guint64 rest = code;
        for (guint t = n; t-- > 0; rest /= n_states)
            state[t] = (guint)(rest % n_states);
        double sum = 0;
        guint before = 0;
        for (guint t = 0; t < n; t++) {
            sum += cost[t * n_states + state[t]];
            sum += state[t] > before ? (state[t] - before) * climb : 0;
            before = state[t];
        }
        if (sum < best - 1e-12) {
            best = sum;
            for (guint t = 0; t < n; t++)
                best_sequence[t] = state[t];
        }
    }
    return best;
}

/* Levels that the bursts give to each step. */
static void
read_levels (const RhumbBurst *burst, gsize n_bursts, int first_year, guint n, guint *level)
{
    for (guint t = 0; t < n; t++)
        level[t] = 0;
    for (gsize i = 0; i < n_bursts; i++) {
        for (int y = burst[i].first_year; y <= burst[i].last_year; y++)
            level[y - first_year] = MAX (level[y - first_year], burst[i].level);
    }
}

static void
no_sequence_of_states_is_cheaper (void)
{
    const guint n = 7;
    const guint n_states = 3;
    guint n_bursting = 0;
    for (guint64 seed = 0; seed < 60; seed++) {
        double count[7];
        double total[7];
        double all = 0;
        double sum = 0;
        for (guint t = 0; t < n; t++) {
            total[t] = 5 + oracle_random_below (20, seed, 2 * t);
            count[t] = oracle_random (seed, 100 + t) < 0.6
                           ? oracle_random_below (2, seed, 2 * t + 1)
                           : oracle_random_below ((guint32)total[t] / 2, seed, 2 * t + 1);
            all += total[t];
            sum += count[t];
        }
        const double p = sum / all;
        if (sum == 0 || p * 4 >= 1)
            continue;
        double cost[21];
        for (guint t = 0; t < n; t++) {
            for (guint i = 0; i < n_states; i++)
                cost[t * n_states + i] = batch_cost (count[t], total[t], p * pow (2, i));
        }
        guint expected[7] = {0};
        guint level[7];
        try_all (cost, n, n_states, 0.5 * log (n), expected);
        g_autoptr (RhumbSeries) counts = make_series (n, 1, count);
        g_autoptr (RhumbSeries) totals = make_series (n, 1, total);
        const RhumbBurstOptions options = {2, 0.5, n_states};
        gsize n_bursts = 0;
        g_autofree RhumbBurst *burst =
            rhumb_find_bursts (counts, totals, &options, &n_bursts, NULL);
        read_levels (burst, n_bursts, 2000, n, level);
        for (guint t = 0; t < n; t++) {
            g_assert_cmpuint (level[t], ==, expected[t]);
            n_bursting += level[t] > 0;
        }
    }
    g_assert_cmpuint (n_bursting, >, 20);
}

/* 100 papers a year, 2 2 10 10 2 2 of them: p = 28/600, entering costs ln 6. */
static void
a_burst_weighs_what_a_hand_finds (void)
{
    static const double COUNT[] = {2, 2, 10, 10, 2, 2};
    static const double TOTAL[] = {100, 100, 100, 100, 100, 100};
    g_autoptr (RhumbSeries) counts = make_series (6, 1, COUNT);
    g_autoptr (RhumbSeries) totals = make_series (6, 1, TOTAL);
    gsize n_bursts = 0;
    g_autofree RhumbBurst *burst = rhumb_find_bursts (counts, totals, NULL, &n_bursts, NULL);
    g_assert_cmpuint (n_bursts, ==, 1);
    g_assert_cmpint (burst[0].first_year, ==, 2002);
    g_assert_cmpint (burst[0].last_year, ==, 2003);
    g_assert_cmpuint (burst[0].level, ==, 1);
    /* σ0 − σ1 a year = 10 ln 2 + 90 ln ((1 − 2p) / (1 − p)). */
    const double p = 28.0 / 600;
    const double gain = 2 * (10 * log (2) + 90 * log ((1 - 2 * p) / (1 - p)));
    g_assert_cmpfloat_with_epsilon (burst[0].weight, gain, 1e-9);
    g_assert_cmpfloat (burst[0].weight, >, log (6));
}

static void
steady_and_absent_rows_do_not_burst (void)
{
    static const double COUNT[] = {3, 3, 3, 3, 0, 0, 0, 0, 9, 9, 9, 9};
    static const double TOTAL[] = {10, 10, 10, 10};
    g_autoptr (RhumbSeries) counts = make_series (4, 3, COUNT);
    g_autoptr (RhumbSeries) totals = make_series (4, 1, TOTAL);
    gsize n_bursts = 1;
    g_autofree RhumbBurst *burst = rhumb_find_bursts (counts, totals, NULL, &n_bursts, NULL);
    g_assert_nonnull (burst);
    g_assert_cmpuint (n_bursts, ==, 0);
}

static void
years_without_papers_cost_nothing (void)
{
    static const double COUNT[] = {0, 0, 9, 0, 9, 0};
    static const double TOTAL[] = {50, 50, 20, 0, 20, 50};
    g_autoptr (RhumbSeries) counts = make_series (6, 1, COUNT);
    g_autoptr (RhumbSeries) totals = make_series (6, 1, TOTAL);
    gsize n_bursts = 0;
    g_autofree RhumbBurst *burst = rhumb_find_bursts (counts, totals, NULL, &n_bursts, NULL);
    g_assert_cmpuint (n_bursts, ==, 1);
    g_assert_cmpint (burst[0].first_year, ==, 2002);
    g_assert_cmpint (burst[0].last_year, ==, 2004);
}

static void
no_sequence_of_gaps_is_cheaper (void)
{
    guint n_bursting = 0;
    for (guint64 seed = 0; seed < 60; seed++) {
        const guint n = 7;
        double time[8] = {2000};
        double cost[21];
        for (guint t = 0; t < n; t++)
            time[t + 1] = time[t] + (oracle_random (seed, t) < 0.5 ? 0.05 : 3) *
                                        (0.1 + oracle_random (seed, 50 + t));
        for (guint t = 0; t < n; t++) {
            for (guint i = 0; i < 3; i++) {
                const double rate = pow (2, i) * n / (time[n] - time[0]);
                cost[t * 3 + i] = -log (rate * exp (-rate * (time[t + 1] - time[t])));
            }
        }
        guint expected[7] = {0};
        try_all (cost, n, 3, log (n), expected);
        const RhumbBurstOptions options = {2, 1, 3};
        gsize n_bursts = 0;
        g_autofree RhumbBurst *burst =
            rhumb_find_event_bursts (time, n + 1, 5, &options, &n_bursts, NULL);
        /* Every stretch of expected states is a burst of the same years and weight. */
        gsize n_expected = 0;
        for (guint level = 1; level < 3; level++) {
            for (guint t = 0; t < n; t++) {
                if (expected[t] < level)
                    continue;
                const guint first = t;
                double weight = 0;
                for (; t < n && expected[t] >= level; t++)
                    weight += cost[t * 3 + level - 1] - cost[t * 3 + level];
                gboolean found = FALSE;
                for (gsize i = 0; i < n_bursts; i++)
                    found = found || (burst[i].level == level && burst[i].row == 5 &&
                                      burst[i].first_year == (int)time[first] &&
                                      burst[i].last_year == (int)time[t] &&
                                      fabs (burst[i].weight - weight) < 1e-9);
                g_assert_true (found);
                n_expected++;
            }
        }
        g_assert_cmpuint (n_bursts, ==, n_expected);
        n_bursting += n_bursts > 0;
    }
    g_assert_cmpuint (n_bursting, >, 10);
}

static void
few_or_simultaneous_events_do_not_burst (void)
{
    static const double TIME[] = {2000.5, 2000.5, 2000.5, 2000.5};
    for (gsize n = 0; n <= 4; n++) {
        gsize n_bursts = 1;
        g_autofree RhumbBurst *burst = rhumb_find_event_bursts (TIME, n, 0, NULL, &n_bursts, NULL);
        g_assert_nonnull (burst);
        g_assert_cmpuint (n_bursts, ==, 0);
    }
}

static void
bad_options_and_counts_are_refused (void)
{
    static const double COUNT[] = {3, 1};
    static const double TOTAL[] = {2, 2};
    static const double NAN_COUNT[] = {NAN, 1};
    static const RhumbBurstOptions BAD[] = {
        {1, 1, 2}, {2, -1, 2}, {2, 1, 1}, {2, 1, 33}, {NAN, 1, 2}};
    g_autoptr (RhumbSeries) counts = make_series (2, 1, COUNT);
    g_autoptr (RhumbSeries) nans = make_series (2, 1, NAN_COUNT);
    g_autoptr (RhumbSeries) totals = make_series (2, 1, TOTAL);
    gsize n = 0;
    for (guint i = 0; i < G_N_ELEMENTS (BAD); i++) {
        g_autoptr (GError) error = NULL;
        g_assert_null (rhumb_find_bursts (totals, totals, &BAD[i], &n, &error));
        g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
        g_autoptr (GError) again = NULL;
        g_assert_null (rhumb_find_event_bursts (TOTAL, 2, 0, &BAD[i], &n, &again));
        g_assert_error (again, RHUMB_ERROR, RHUMB_ERROR_INVALID);
    }
    g_autoptr (GError) error = NULL;
    g_assert_null (rhumb_find_bursts (counts, totals, NULL, &n, &error));
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
    g_autoptr (GError) nan_error = NULL;
    g_assert_null (rhumb_find_bursts (nans, totals, NULL, &n, &nan_error));
    g_assert_error (nan_error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/bursts/no-sequence-of-states-is-cheaper", no_sequence_of_states_is_cheaper);
    g_test_add_func ("/bursts/a-burst-weighs-what-a-hand-finds", a_burst_weighs_what_a_hand_finds);
    g_test_add_func ("/bursts/steady-and-absent-rows-do-not-burst",
                     steady_and_absent_rows_do_not_burst);
    g_test_add_func ("/bursts/years-without-papers-cost-nothing",
                     years_without_papers_cost_nothing);
    g_test_add_func ("/bursts/no-sequence-of-gaps-is-cheaper", no_sequence_of_gaps_is_cheaper);
    g_test_add_func ("/bursts/few-or-simultaneous-events-do-not-burst",
                     few_or_simultaneous_events_do_not_burst);
    g_test_add_func ("/bursts/bad-options-and-counts-are-refused",
                     bad_options_and_counts_are_refused);
    return g_test_run ();
}
