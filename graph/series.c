/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Values by year, row by row: papers about each concept, citations of each paper.
 */
#include "graph/series.h"

struct _RhumbSeries {
    int first_year;
    guint n_years;
    guint32 n_rows;
    double *value;
    char *unit;
};

G_DEFINE_BOXED_TYPE (RhumbSeries, rhumb_series, rhumb_series_ref, rhumb_series_unref)

/**
 * rhumb_series_new_take:
 * @first_year: the year of the first value of each row
 * @n_years: values in a row, 0 = no year is known
 * @n_rows: rows
 * @value: (array) (transfer full): @n_rows × @n_years values, row by row, finite
 * @unit: what a value counts, e.g. "papers"
 *
 * Makes a series.
 *
 * Returns: (transfer full): a series
 *
 * Since: 0.2
 */
RhumbSeries *
rhumb_series_new_take (int first_year, guint n_years, guint32 n_rows, double *value,
                       const char *unit)
{
    RhumbSeries *series = g_atomic_rc_box_new0 (RhumbSeries);
    series->first_year = first_year;
    series->n_years = n_years;
    series->n_rows = n_rows;
    series->value = value;
    series->unit = g_strdup (unit);
    return series;
}

/**
 * rhumb_series_ref:
 * @series: a series
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @series
 *
 * Since: 0.2
 */
RhumbSeries *
rhumb_series_ref (RhumbSeries *series)
{
    return g_atomic_rc_box_acquire (series);
}

static void
clear (gpointer data)
{
    RhumbSeries *series = data;
    g_free (series->value);
    g_free (series->unit);
}

/**
 * rhumb_series_unref:
 * @series: (transfer full): a series
 *
 * Gives a reference back.
 *
 * Since: 0.2
 */
void
rhumb_series_unref (RhumbSeries *series)
{
    g_atomic_rc_box_release_full (series, clear);
}

/**
 * rhumb_series_get_first_year:
 * @series: a series
 *
 * Gets the year of the first value of each row.
 *
 * Returns: a year, 0 if the series has none
 *
 * Since: 0.2
 */
int
rhumb_series_get_first_year (const RhumbSeries *series)
{
    return series->first_year;
}

/**
 * rhumb_series_get_n_years:
 * @series: a series
 *
 * Gets how many years in a row it covers.
 *
 * Returns: years, 0 if none is known
 *
 * Since: 0.2
 */
guint
rhumb_series_get_n_years (const RhumbSeries *series)
{
    return series->n_years;
}

/**
 * rhumb_series_get_n_rows:
 * @series: a series
 *
 * Gets the number of rows.
 *
 * Returns: rows
 *
 * Since: 0.2
 */
guint32
rhumb_series_get_n_rows (const RhumbSeries *series)
{
    return series->n_rows;
}

/**
 * rhumb_series_get_row:
 * @series: a series
 * @row: number of a row
 *
 * Gets the values of one row.
 *
 * Returns: (transfer none): one value a year, in the unit of the series
 *
 * Since: 0.2
 */
const double *
rhumb_series_get_row (const RhumbSeries *series, guint32 row)
{
    g_return_val_if_fail (row < series->n_rows, NULL);
    return series->value + (gsize)row * series->n_years;
}

/**
 * rhumb_series_get_unit:
 * @series: a series
 *
 * Gets what a value counts.
 *
 * Returns: (transfer none): e.g. "papers"
 *
 * Since: 0.2
 */
const char *
rhumb_series_get_unit (const RhumbSeries *series)
{
    return series->unit;
}
