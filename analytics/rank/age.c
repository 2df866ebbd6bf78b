/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Ranks that are fair to age: old papers had more time to be cited, and PageRank makes that worse.
 *
 * CiteRank (Walker, Xie, Yan, Maslov 2007, doi:10.1088/1742-5468/2007/06/P06010): readers begin at
 * recent papers, with chances ∝ exp(−age / τ), and at each paper stop with probability α, else
 * follow one of its references. The score is the share of all visits. Readers at a paper without
 * references leave. Fitted values there: α = 0.48 and τ = 1.6 years (hep-th), α = 0.50 and
 * τ = 2.6 years (APS). Ages count from the latest year; papers without a year are as old as the
 * oldest.
 *
 * Rescaled score (Mariani, Medo, Zhang 2016, doi:10.1016/j.joi.2016.10.005): by how many standard
 * deviations a paper's score exceeds the mean of the papers nearest in time; any score can be
 * rescaled. Papers of one year are in the order of their numbers. Departure: where the years
 * begin or end the same number of papers is taken from the other side.
 *
 * Normalised citation score: citations over the mean of papers of the same year (Waltman, van Eck,
 * van Leeuwen, Visser, van Raan 2011, doi:10.1016/j.joi.2010.08.001), here of this corpus. Papers
 * without a year are compared with each other.
 *
 * Cost: that of a walk; O(n log n); O(n).
 */
#include "analytics/rank/age.h"

#include <math.h>
#include <stdlib.h>

#include "analytics/rank/walk-from.h"
#include "graph/error.h"
#include "graph/plural.h"
#include "graph/set-error.h"

/**
 * rhumb_citerank:
 * @network: a directed network, citing → cited
 * @year: (array): year of each node, 0 = unknown
 * @options: (nullable): how, %NULL = %RHUMB_CITERANK_DEFAULTS
 * @error: return location for an error
 *
 * Computes CiteRank.
 *
 * Source: Walker, Xie, Yan, Maslov (2007), doi:10.1088/1742-5468/2007/06/P06010.
 *
 * Returns: (transfer full): one share per node, summing to 1; or %NULL with %RHUMB_ERROR_INVALID
 *   (options), %RHUMB_ERROR_NOT_FOUND (no node with a year) or an error of rhumb_pagerank()
 *
 * Since: 0.2
 */
RhumbRanking *
rhumb_citerank (const RhumbNetwork *network, const int *year, const RhumbCiterankOptions *options,
                GError **error)
{
    g_return_val_if_fail (rhumb_network_get_mode (network) == RHUMB_NETWORK_DIRECTED, NULL);
    const RhumbCiterankOptions defaults = RHUMB_CITERANK_DEFAULTS;
    const double alpha = options != NULL ? options->alpha : defaults.alpha;
    const double tau = options != NULL ? options->tau : defaults.tau;
    const guint32 n = rhumb_network_get_n_from (network);
    int first = G_MAXINT;
    int last = 0;
    for (guint32 v = 0; v < n; v++) {
        last = MAX (last, year[v]);
        first = year[v] > 0 ? MIN (first, year[v]) : first;
    }
    if (!(alpha > 0 && alpha < 1 && tau > 0)) {
        rhumb_set_error (error, RHUMB_ERROR_INVALID,
                         "CiteRank with α = %g, τ = %g; expected α between 0 and 1, τ above 0",
                         alpha, tau);
        return NULL;
    }
    if (n > 0 && last == 0) {
        rhumb_set_error (error, RHUMB_ERROR_NOT_FOUND,
                         "of %u %s none has a year, expected some for citerank", n,
                         rhumb_plural (n, "paper", "papers"));
        return NULL;
    }
    g_autofree double *start = g_new (double, n);
    for (guint32 v = 0; v < n; v++)
        start[v] = exp (-(last - (year[v] > 0 ? year[v] : first)) / tau);
    RhumbPagerankOptions walk = RHUMB_PAGERANK_DEFAULTS;
    walk.damping = 1 - alpha;
    walk.start = start;
    return rhumb_walk_from (network, &walk, "citerank", error);
}

typedef struct {
    int year;
    guint32 node;
} Dated;

static int
compare_dates (const void *a, const void *b)
{
    const Dated *x = a;
    const Dated *y = b;
    if (x->year != y->year)
        return x->year < y->year ? -1 : 1;
    return (x->node > y->node) - (x->node < y->node);
}

static Dated *
sort_by_date (const int *year, guint32 n, guint32 *n_dated)
{
    Dated *dated = g_new (Dated, n);
    *n_dated = 0;
    for (guint32 v = 0; v < n; v++)
        if (year[v] > 0)
            dated[(*n_dated)++] = (Dated){year[v], v};
    if (*n_dated > 0)
        qsort (dated, *n_dated, sizeof (Dated), compare_dates);
    return dated;
}

/* Distance of a score from the mean of a window, in standard deviations; 0 if all are alike. */
static double
standardise (const double *scores, const Dated *window, guint32 n, double score)
{
    double sum = 0;
    for (guint32 i = 0; i < n; i++)
        sum += scores[window[i].node];
    const double mean = sum / n;
    double square = 0;
    for (guint32 i = 0; i < n; i++)
        square += (scores[window[i].node] - mean) * (scores[window[i].node] - mean);
    const double deviation = sqrt (square / n);
    return deviation > 1e-12 * fabs (mean) ? (score - mean) / deviation : 0;
}

/**
 * rhumb_rescale_by_age:
 * @ranking: any score
 * @year: (array): year of each node, 0 = unknown
 * @n_near: how many nodes nearest in time each is compared with, itself included; 0 = a tenth, at
 *   most 1000
 * @error: return location for an error
 *
 * Rescales a score by the scores of nodes of about the same age.
 *
 * Source: Mariani, Medo, Zhang (2016), doi:10.1016/j.joi.2016.10.005.
 *
 * Returns: (transfer full): standard deviations above the mean, 0 for nodes without a year; or
 *   %NULL with %RHUMB_ERROR_NOT_FOUND if fewer than two nodes have a year
 *
 * Since: 0.2
 */
RhumbRanking *
rhumb_rescale_by_age (const RhumbRanking *ranking, const int *year, guint32 n_near, GError **error)
{
    const guint32 n = rhumb_ranking_get_n_nodes (ranking);
    const double *scores = rhumb_ranking_get_scores (ranking);
    guint32 n_dated;
    g_autofree Dated *dated = sort_by_date (year, n, &n_dated);
    if (n_dated < 2) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_NOT_FOUND,
                     "of %u papers %u %s a year, expected at least 2 to compare their scores", n,
                     n_dated, n_dated == 1 ? "has" : "have");
        return NULL;
    }
    const guint32 wanted = n_near > 0 ? n_near : CLAMP (n_dated / 10, 2, 1000);
    const guint32 size = MIN (MAX (wanted, 2), n_dated);
    double *result = g_new0 (double, n);
#pragma omp parallel for schedule(static) if (n_dated > 4096)
    for (guint32 i = 0; i < n_dated; i++) {
        const guint32 before = MIN (i, size / 2);
        const guint32 first = MIN (i - before, n_dated - size);
        result[dated[i].node] = standardise (scores, dated + first, size, scores[dated[i].node]);
    }
    g_autofree char *name = g_strconcat ("rescaled ", rhumb_ranking_get_name (ranking), NULL);
    return rhumb_ranking_new_take (n, result, name, "standard deviations above papers of that age",
                                   0, 0);
}

/**
 * rhumb_normalise_citations:
 * @network: a directed network, citing → cited
 * @year: (array): year of each node, 0 = unknown
 *
 * Divides citations by the mean of the nodes of the same year.
 *
 * Returns: (transfer full): 1 = as often as the mean; 0 where nobody of the year is cited
 *
 * Since: 0.2
 */
RhumbRanking *
rhumb_normalise_citations (const RhumbNetwork *network, const int *year)
{
    const RhumbRows in = rhumb_network_get_in_rows (network);
    int last = 0;
    for (guint32 v = 0; v < in.n_rows; v++)
        last = MAX (last, year[v]);
    g_autofree guint64 *n_citations = g_new0 (guint64, (gsize)last + 1);
    g_autofree guint64 *n_papers = g_new0 (guint64, (gsize)last + 1);
    for (guint32 v = 0; v < in.n_rows; v++) {
        n_citations[MAX (year[v], 0)] += in.start[v + 1] - in.start[v];
        n_papers[MAX (year[v], 0)]++;
    }
    double *score = g_new0 (double, in.n_rows);
    for (guint32 v = 0; v < in.n_rows; v++) {
        const int y = MAX (year[v], 0);
        const double own = (double)(in.start[v + 1] - in.start[v]);
        score[v] = n_citations[y] > 0 ? own * (double)n_papers[y] / (double)n_citations[y] : 0;
    }
    return rhumb_ranking_new_take (in.n_rows, score, "ncs", "citations over the mean of the year",
                                   0, 0);
}
