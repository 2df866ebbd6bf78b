/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How far a figure can be trusted: what it becomes when the cases are drawn anew from themselves.
 *
 * Source: Efron (1979), doi:10.1214/aos/1176344552; percentile interval, moved by the mean of the
 * samples less the value: cases that are drawn twice agree with themselves, which lifts some
 * measures in all samples.
 *
 * Method: n of n cases are drawn with replacement, again and again; the ends of the interval are
 * the values below and above which 2.5 % of the results lie, between two of them in proportion.
 * Draws are keyed by seed, sample and place.
 *
 * Cost: as many times the measure as there are samples.
 */
#include "analytics/eval/bootstrap.h"

#include <math.h>
#include <stdlib.h>

#include "graph/compare.h"
#include "graph/text.h"

#define TAIL 0.025

static double
get_mean (const double *value, guint n)
{
    double sum = 0;
    for (guint i = 0; i < n; i++)
        sum += value[i];
    return sum / n;
}

/* The value below which a share of the sorted numbers lies. */
static double
get_quantile (const double *value, guint n, double share)
{
    const double place = share * (n - 1);
    const guint below = (guint)place;
    const guint above = MIN (below + 1, n - 1);
    return value[below] + (place - below) * (value[above] - value[below]);
}

/**
 * rhumb_bootstrap:
 * @statistic: (scope call): what is measured
 * @data: passed to it
 * @n_cases: cases
 * @n_samples: how often they are drawn anew; 0 = no interval
 * @seed: seed
 *
 * Measures something, and the interval in which it lies in 95 of 100 samples.
 *
 * Returns: the value on all cases and the interval; ends are NaN without samples that have a value
 *
 * Since: 0.2
 */
RhumbInterval
rhumb_bootstrap (RhumbStatistic statistic, gconstpointer data, guint32 n_cases, guint n_samples,
                 guint64 seed)
{
    g_autofree guint32 *sample = g_new (guint32, (gsize)n_cases + 1);
    g_autofree double *value = g_new (double, (gsize)n_samples + 1);
    guint n = 0;
    for (guint32 i = 0; i < n_cases; i++)
        sample[i] = i;
    RhumbInterval interval = {statistic (sample, n_cases, data), NAN, NAN};
    for (guint s = 0; s < n_samples && n_cases > 0; s++) {
        const guint64 key = rhumb_hash_mix (seed, s);
        for (guint32 i = 0; i < n_cases; i++)
            sample[i] = (guint32)(rhumb_hash_mix (key, i) % n_cases);
        const double found = statistic (sample, n_cases, data);
        if (!isnan (found))
            value[n++] = found;
    }
    if (n == 0)
        return interval;
    qsort (value, n, sizeof *value, rhumb_compare_doubles);
    const double lift = get_mean (value, n) - interval.value;
    interval.low = get_quantile (value, n, TAIL) - lift;
    interval.high = get_quantile (value, n, 1 - TAIL) - lift;
    return interval;
}
