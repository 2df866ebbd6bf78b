/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RhumbStatistic:
 * @sample: (array length=n): cases, of which some may stand more than once
 * @n: how many
 * @data: what the cases are
 *
 * Something measured on cases.
 *
 * Returns: the measure; NaN where there is none
 *
 * Since: 0.2
 */
typedef double (*RhumbStatistic) (const guint32 *sample, guint32 n, gconstpointer data);

/**
 * RhumbInterval:
 * @value: measured on all cases
 * @low: lower end of the interval
 * @high: upper end
 *
 * A measure, and what it might have been with other cases of the same kind.
 *
 * Since: 0.2
 */
typedef struct {
    double value;
    double low;
    double high;
} RhumbInterval;

RhumbInterval rhumb_bootstrap (RhumbStatistic statistic, gconstpointer data, guint32 n_cases,
                               guint n_samples, guint64 seed);

G_END_DECLS
