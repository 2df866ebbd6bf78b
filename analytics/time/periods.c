/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Years are cut into periods: before given years, or so that each period has as nearly as whole
 * years allow the same number of papers. Equal stretches of years would put most of a growing field
 * into the last one.
 *
 * Papers whose year is unknown are in no period. A period begins with its first paper and ends with
 * its last; one without papers is joined to the one before.
 */
#include "analytics/time/periods.h"

#include "analytics/time/concept-series.h"
#include "graph/error.h"

static gboolean
check_starts (const int *starts, guint n_starts, GError **error)
{
    for (guint i = 1; i < n_starts; i++) {
        if (starts[i] > starts[i - 1])
            continue;
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                     "period from %d follows the one from %d, expected a later year", starts[i],
                     starts[i - 1]);
        return FALSE;
    }
    return TRUE;
}

/* Whether a new period begins with year y: before the year whose begin is nearest to the next
 * equal share of papers. */
static gboolean
begins (const double *count, guint y, double before, double share)
{
    const double here = before;
    const double next = before + count[y];
    return share - here <= next - share;
}

static void
add_year (GArray *periods, int year, double count, gboolean new_period)
{
    if (count <= 0)
        return;
    if (periods->len == 0 || new_period) {
        const RhumbPeriod fresh = {year, year, 0, 0, 0};
        g_array_append_val (periods, fresh);
    }
    RhumbPeriod *last = &g_array_index (periods, RhumbPeriod, periods->len - 1);
    last->last_year = year;
    last->n_papers += (guint32)count;
}

static void
cut_evenly (const RhumbSeries *papers, guint n_wanted, GArray *periods)
{
    const double *count = rhumb_series_get_row (papers, 0);
    double total = 0;
    for (guint y = 0; y < rhumb_series_get_n_years (papers); y++)
        total += count[y];
    double before = 0;
    guint k = 1;
    gboolean cut = FALSE;
    for (guint y = 0; y < rhumb_series_get_n_years (papers); y++) {
        while (before > 0 && k < n_wanted && begins (count, y, before, total * k / n_wanted)) {
            cut = TRUE;
            k++;
        }
        add_year (periods, rhumb_series_get_first_year (papers) + (int)y, count[y], cut);
        cut = cut && count[y] <= 0;
        before += count[y];
    }
}

static void
cut_before (const RhumbSeries *papers, const int *starts, guint n_starts, GArray *periods)
{
    const double *count = rhumb_series_get_row (papers, 0);
    gboolean cut = FALSE;
    for (guint y = 0; y < rhumb_series_get_n_years (papers); y++) {
        const int year = rhumb_series_get_first_year (papers) + (int)y;
        for (guint i = 0; i < n_starts; i++)
            cut = cut || starts[i] == year;
        add_year (periods, year, count[y], cut);
        cut = cut && count[y] <= 0;
    }
}

/* Periods of the corpus, each with its papers counted; themes are left 0. */
RhumbPeriod *
rhumb_cut_years (const RhumbCorpus *corpus, guint n_wanted, const int *starts, guint n_starts,
                 guint32 *n_periods, GError **error)
{
    if (!check_starts (starts, n_starts, error))
        return NULL;
    g_autoptr (RhumbSeries) papers = rhumb_count_papers_by_year (corpus, error);
    if (papers == NULL)
        return NULL;
    g_autoptr (GArray) periods = g_array_new (FALSE, FALSE, sizeof (RhumbPeriod));
    if (n_starts > 0)
        cut_before (papers, starts, n_starts, periods);
    else
        cut_evenly (papers, n_wanted, periods);
    *n_periods = periods->len;
    const RhumbPeriod none = {0};
    g_array_append_val (periods, none); /* never NULL */
    return (RhumbPeriod *)(void *)g_array_free (g_steal_pointer (&periods), FALSE);
}
