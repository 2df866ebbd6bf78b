/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * When was something suddenly talked about? Not when it was frequent: a burst is a stretch of years
 * that a higher rate explains so much better that it pays for changing the rate.
 *
 * Source: Kleinberg (2003), doi:10.1023/A:1024940629314. An automaton is in one of K states each
 * year. Batched form, year t with r_t of d_t papers:
 *
 *   p_0 = Σ r / Σ d,  p_i = s^i p_0,  σ(i, t) = −ln [ C(d_t, r_t) p_i^r_t (1 − p_i)^(d_t − r_t) ]
 *
 * Entering state j from i < j costs (j − i) γ ln n, n being the number of years that
 * have papers; going down is
 * free. The cheapest sequence from state 0 is found by dynamic programming (Viterbi 1967,
 * doi:10.1109/TIT.1967.1054010). A burst of level j is a longest stretch in states j and above and
 * weighs Σ (σ(j − 1, t) − σ(j, t)).
 * Continuous form, for events in time such as the citations of one paper: n gaps x over the time T
 * are exponential with rate s^i n / T, σ(i, x) = s^i n x / T − ln (s^i n / T).
 *
 * Departures: states whose p_i would be 1 or more do not exist, so what most papers are about
 * cannot burst; years without papers cost nothing and are not counted. Of equally cheap sequences
 * the one in lower states is taken. A stretch that its state does not explain better than the state
 * below is no burst: weights are above 0.
 *
 * Cost: O(years × K²) a row, O(years × K) memory.
 */
#include "analytics/time/bursts-private.h"

#include <math.h>

#include "graph/set-error.h"

#define MAX_STATES 32

/* rhumb_burst_options_check: whether all options are in range. */
gboolean
rhumb_burst_options_check (const RhumbBurstOptions *options, GError **error)
{
    if (isfinite (options->s) && options->s > 1 && isfinite (options->gamma) &&
        options->gamma >= 0 && options->n_states >= 2 && options->n_states <= MAX_STATES)
        return TRUE;
    rhumb_set_error (
        error, RHUMB_ERROR_INVALID,
        "s %g, gamma %g, states %u; expected s above 1, gamma 0 or more, 2 to %d states",
        options->s, options->gamma, options->n_states, MAX_STATES);
    return FALSE;
}

/* The cheapest sequence of states: @cost has @n_states numbers for each of @n steps. */
static void
find_states (const double *cost, gsize n, guint n_states, double climb, guint8 *state)
{
    g_autofree guint8 *from = g_new (guint8, n * n_states);
    double best[MAX_STATES] = {0};
    for (guint j = 1; j < n_states; j++)
        best[j] = INFINITY;
    for (gsize t = 0; t < n; t++) {
        double next[MAX_STATES];
        for (guint j = 0; j < n_states; j++) {
            next[j] = INFINITY;
            for (guint i = 0; i < n_states; i++) {
                const double sum = best[i] + (j > i ? (j - i) * climb : 0);
                if (sum >= next[j])
                    continue;
                next[j] = sum;
                from[t * n_states + j] = (guint8)i;
            }
            next[j] += cost[t * n_states + j];
        }
        for (guint j = 0; j < n_states; j++)
            best[j] = next[j];
    }
    guint last = 0;
    for (guint j = 1; j < n_states; j++) {
        if (best[j] < best[last])
            last = j;
    }
    for (gsize t = n; t-- > 0;) {
        state[t] = (guint8)last;
        last = from[t * n_states + last];
    }
}

/* Appends each longest stretch in states @level and above, its steps as years. */
static void
collect_level (const double *cost, gsize n, guint n_states, const guint8 *state, guint32 row,
               guint level, GArray *bursts)
{
    for (gsize t = 0; t < n; t++) {
        if (state[t] < level)
            continue;
        RhumbBurst burst = {row, level, (int)t, (int)t, 0};
        for (; t < n && state[t] >= level; t++) {
            burst.weight += cost[t * n_states + level - 1] - cost[t * n_states + level];
            burst.last_year = (int)t;
        }
        if (burst.weight > 0)
            g_array_append_val (bursts, burst);
    }
}

static void
collect (const double *cost, gsize n, guint n_states, double climb, guint32 row, GArray *bursts)
{
    g_autofree guint8 *state = g_new (guint8, MAX (n, 1));
    find_states (cost, n, n_states, climb, state);
    for (guint level = 1; level < n_states; level++)
        collect_level (cost, n, n_states, state, row, level, bursts);
}

/* −ln of the binomial probability. */
static double
get_batch_cost (double r, double d, double p)
{
    if (d <= 0)
        return 0;
    const double ways = lgamma (d + 1) - lgamma (r + 1) - lgamma (d - r + 1);
    return -(ways + r * log (p) + (d - r) * log1p (-p));
}

static gboolean
check_row (const double *count, const double *total, guint n_years, guint32 row, GError **error)
{
    for (guint t = 0; t < n_years; t++) {
        if (count[t] >= 0 && count[t] <= total[t] && total[t] <= G_MAXUINT32)
            continue;
        rhumb_set_error (error, RHUMB_ERROR_INVALID,
                         "row %u has %g of %g, expected 0 to the total of the year", row, count[t],
                         total[t]);
        return FALSE;
    }
    return TRUE;
}

static void
find_row_bursts (const double *count, const double *total, guint n_years, guint32 row,
                 const RhumbBurstOptions *options, double *cost, GArray *bursts)
{
    double all = 0;
    double sum = 0;
    guint n_batches = 0;
    for (guint t = 0; t < n_years; t++) {
        all += total[t];
        sum += count[t];
        n_batches += total[t] > 0;
    }
    if (sum <= 0)
        return;
    double rate[MAX_STATES] = {sum / all};
    guint n_states = 1;
    while (n_states < options->n_states && rate[n_states - 1] * options->s < 1) {
        rate[n_states] = rate[n_states - 1] * options->s;
        n_states++;
    }
    if (n_states < 2)
        return;
    for (guint t = 0; t < n_years; t++) {
        for (guint i = 0; i < n_states; i++)
            cost[t * n_states + i] = get_batch_cost (count[t], total[t], rate[i]);
    }
    collect (cost, n_years, n_states, options->gamma * log (n_batches), row, bursts);
}

/* Heaviest first, ties by row, level and year. */
int
rhumb_burst_compare (gconstpointer a, gconstpointer b)
{
    const RhumbBurst *first = a;
    const RhumbBurst *second = b;
    if (first->weight != second->weight)
        return first->weight > second->weight ? -1 : 1;
    if (first->row != second->row)
        return first->row < second->row ? -1 : 1;
    if (first->level != second->level)
        return first->level < second->level ? -1 : 1;
    return (first->first_year > second->first_year) - (first->first_year < second->first_year);
}

static RhumbBurst *
give_bursts (GArray *bursts, gsize *n_bursts)
{
    g_array_sort (bursts, rhumb_burst_compare);
    *n_bursts = bursts->len;
    const RhumbBurst none = {0};
    g_array_append_val (bursts, none); /* never NULL */
    return (RhumbBurst *)(void *)g_array_free (bursts, FALSE);
}

/**
 * rhumb_find_bursts:
 * @counts: papers by year for each row
 * @totals: one row over the same years: all papers by year
 * @options: (nullable): options, %NULL = defaults
 * @n_bursts: (out): how many bursts there are
 * @error: return location for an error
 *
 * Finds in which years each row of a series bursts.
 *
 * Source: Kleinberg (2003), doi:10.1023/A:1024940629314, batched arrivals.
 *
 * Returns: (transfer full) (array length=n_bursts): the bursts of all rows, heaviest first, ties by
 *   row, level, year; or %NULL with %RHUMB_ERROR_INVALID (options, or a count above its total)
 *
 * Since: 0.2
 */
RhumbBurst *
rhumb_find_bursts (const RhumbSeries *counts, const RhumbSeries *totals,
                   const RhumbBurstOptions *options, gsize *n_bursts, GError **error)
{
    static const RhumbBurstOptions DEFAULTS = RHUMB_BURST_DEFAULTS;
    const RhumbBurstOptions *used = options != NULL ? options : &DEFAULTS;
    const guint n_years = rhumb_series_get_n_years (counts);
    g_return_val_if_fail (rhumb_series_get_n_years (totals) == n_years, NULL);
    if (!rhumb_burst_options_check (used, error))
        return NULL;
    const double *total = rhumb_series_get_row (totals, 0);
    g_autofree double *cost = g_new (double, (gsize)n_years *MAX_STATES + 1);
    g_autoptr (GArray) bursts = g_array_new (FALSE, FALSE, sizeof (RhumbBurst));
    for (guint32 row = 0; row < rhumb_series_get_n_rows (counts); row++) {
        const double *count = rhumb_series_get_row (counts, row);
        if (!check_row (count, total, n_years, row, error))
            return NULL;
        find_row_bursts (count, total, n_years, row, used, cost, bursts);
    }
    for (guint i = 0; i < bursts->len; i++) {
        RhumbBurst *burst = &g_array_index (bursts, RhumbBurst, i);
        burst->first_year += rhumb_series_get_first_year (counts);
        burst->last_year += rhumb_series_get_first_year (counts);
    }
    return give_bursts (g_steal_pointer (&bursts), n_bursts);
}

/**
 * rhumb_find_event_bursts:
 * @time: (array length=n_events): when each event was, in years, ascending
 * @n_events: how many events
 * @row: what the bursts will say as their row
 * @options: (nullable): options, %NULL = defaults
 * @n_bursts: (out): how many bursts there are
 * @error: return location for an error
 *
 * Finds when events follow each other fast. Fewer than three events, or all at once, have no
 * bursts.
 *
 * Source: Kleinberg (2003), doi:10.1023/A:1024940629314, continuous time.
 *
 * Returns: (transfer full) (array length=n_bursts): the bursts, heaviest first; or %NULL with
 *   %RHUMB_ERROR_INVALID
 *
 * Since: 0.2
 */
RhumbBurst *
rhumb_find_event_bursts (const double *time, gsize n_events, guint32 row,
                         const RhumbBurstOptions *options, gsize *n_bursts, GError **error)
{
    static const RhumbBurstOptions DEFAULTS = RHUMB_BURST_DEFAULTS;
    const RhumbBurstOptions *used = options != NULL ? options : &DEFAULTS;
    if (!rhumb_burst_options_check (used, error))
        return NULL;
    g_autoptr (GArray) bursts = g_array_new (FALSE, FALSE, sizeof (RhumbBurst));
    const gsize n = n_events > 0 ? n_events - 1 : 0;
    const double span = n > 0 ? time[n] - time[0] : 0;
    if (n < 2 || span <= 0)
        return give_bursts (g_steal_pointer (&bursts), n_bursts);
    g_autofree double *cost = g_new (double, n * used->n_states);
    for (gsize t = 0; t < n; t++) {
        double rate = (double)n / span;
        for (guint i = 0; i < used->n_states; i++, rate *= used->s)
            cost[t * used->n_states + i] = rate * (time[t + 1] - time[t]) - log (rate);
    }
    collect (cost, n, used->n_states, used->gamma * log ((double)n), row, bursts);
    /* Gap t lies between events t and t + 1. */
    for (guint i = 0; i < bursts->len; i++) {
        RhumbBurst *burst = &g_array_index (bursts, RhumbBurst, i);
        burst->first_year = (int)floor (time[burst->first_year]);
        burst->last_year = (int)floor (time[burst->last_year + 1]);
    }
    return give_bursts (g_steal_pointer (&bursts), n_bursts);
}
