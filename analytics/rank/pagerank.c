/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which nodes a reader who follows links at random, and now and then starts afresh anywhere,
 * meets most often.
 *
 * Source: Brin and Page (1998), doi:10.1016/S0169-7552(98)00110-X. With the out-strength
 * s_u = Σ_v w_uv, damping d and n nodes, the score x is the fixed point of
 *
 *   x_v = (1 − d) / n + d ( Σ_u x_u w_uv / s_u + Σ_{u: s_u = 0} x_u / n )
 *
 * so what nodes without links hold is spread evenly, and scores sum to 1.
 *
 * Method: power iteration that pulls along incoming rows. Each score is summed in row order by
 * one thread and totals are added in fixed blocks, so the bits do not depend on the number of
 * threads. The error shrinks at least by d each sweep: about 170 sweeps for 1e-12 at d = 0.85.
 *
 * Cost: O(sweeps × edges) time, 4 numbers a node.
 */
#include "analytics/rank/pagerank.h"

#include <math.h>

#include "graph/error.h"

#define BLOCK 4096

/* A score divided by less would overflow. */
#define MIN_STRENGTH 1e-300

static gboolean
check_options (const RhumbPagerankOptions *options, GError **error)
{
    if (options->damping > 0 && options->damping < 1 && options->tolerance > 0 &&
        options->max_iterations > 0)
        return TRUE;
    g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                 "damping %g, tolerance %g, %u iterations; expected damping between 0 and 1, the "
                 "others above 0",
                 options->damping, options->tolerance, options->max_iterations);
    return FALSE;
}

static double *
compute_strengths (RhumbRows out)
{
    double *strength = g_new0 (double, out.n_rows);
    for (guint32 v = 0; v < out.n_rows; v++) {
        for (gsize i = out.start[v]; i < out.start[v + 1]; i++)
            strength[v] += out.weight != NULL ? out.weight[i] : 1;
    }
    return strength;
}

/* Nodes whose links weigh nothing have strength 0; all others must be within what can be divided
 * by and added up. */
static gboolean
check_strengths (guint32 n, const double *strength, GError **error)
{
    for (guint32 v = 0; v < n; v++) {
        if (strength[v] <= 0 || (strength[v] >= MIN_STRENGTH && strength[v] <= G_MAXDOUBLE))
            continue;
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                     "links of node %u weigh %g together, expected 0 or from %g to %g", v,
                     strength[v], MIN_STRENGTH, G_MAXDOUBLE);
        return FALSE;
    }
    return TRUE;
}

/* What each node passes along a link of weight 1; the sum of what nodes without links hold is
 * returned. Both in fixed blocks. */
static double
prepare_shares (guint32 n, const double *score, const double *strength, double *share)
{
    double idle = 0;
    for (guint32 first = 0; first < n; first += BLOCK) {
        double block = 0;
        for (guint32 v = first; v < MIN (first + BLOCK, n); v++) {
            share[v] = strength[v] > 0 ? score[v] / strength[v] : 0;
            if (strength[v] <= 0)
                block += score[v];
        }
        idle += block;
    }
    return idle;
}

static void
pull (RhumbRows in, const double *share, double damping, double base, double *next)
{
#pragma omp parallel for schedule(static) if (in.n_rows > BLOCK)
    for (guint32 v = 0; v < in.n_rows; v++) {
        double sum = 0;
        for (gsize i = in.start[v]; i < in.start[v + 1]; i++)
            sum += share[in.node[i]] * (in.weight != NULL ? in.weight[i] : 1);
        next[v] = base + damping * sum;
    }
}

/* Sum of absolute differences, in fixed blocks. */
static double
measure_change (guint32 n, const double *a, const double *b)
{
    double change = 0;
    for (guint32 first = 0; first < n; first += BLOCK) {
        double block = 0;
        for (guint32 v = first; v < MIN (first + BLOCK, n); v++)
            block += fabs (a[v] - b[v]);
        change += block;
    }
    return change;
}

/* Rounding lets the sum drift by some 1e-13; the scores are scaled back to 1 once, at the end. */
static void
scale_to_one (guint32 n, double *score)
{
    double sum = 0;
    for (guint32 v = 0; v < n; v++)
        sum += score[v];
    for (guint32 v = 0; v < n; v++)
        score[v] /= sum;
}

/**
 * rhumb_pagerank:
 * @network: a directed or undirected network
 * @options: (nullable): options, %NULL = defaults
 * @error: return location for an error
 *
 * Computes PageRank.
 *
 * Source: Brin and Page (1998), doi:10.1016/S0169-7552(98)00110-X.
 *
 * Returns: (transfer full): one score per node, summing to 1; or %NULL with
 *   %RHUMB_ERROR_INVALID (options, or weights of a node that add up to under 1e-300 or overflow)
 *   or %RHUMB_ERROR_NOT_CONVERGED
 *
 * Since: 0.1
 */
RhumbRanking *
rhumb_pagerank (const RhumbNetwork *network, const RhumbPagerankOptions *options, GError **error)
{
    static const RhumbPagerankOptions DEFAULTS = RHUMB_PAGERANK_DEFAULTS;
    g_return_val_if_fail (rhumb_network_get_mode (network) != RHUMB_NETWORK_TWO_MODE, NULL);
    const RhumbPagerankOptions *used = options != NULL ? options : &DEFAULTS;
    if (!check_options (used, error))
        return NULL;
    const RhumbRows in = rhumb_network_get_in_rows (network);
    const guint32 n = in.n_rows;
    g_autofree double *strength = compute_strengths (rhumb_network_get_out_rows (network));
    if (!check_strengths (n, strength, error))
        return NULL;
    g_autofree double *share = g_new (double, n);
    g_autofree double *score = g_new (double, n);
    g_autofree double *next = g_new (double, n);
    for (guint32 v = 0; v < n; v++)
        score[v] = 1 / (double)n;
    double change = n > 0 ? G_MAXDOUBLE : 0;
    guint sweep = 0;
    for (; sweep < used->max_iterations && change > used->tolerance; sweep++) {
        const double idle = prepare_shares (n, score, strength, share);
        pull (in, share, used->damping, (1 - used->damping + used->damping * idle) / n, next);
        change = measure_change (n, score, next);
        double *before = score;
        score = next;
        next = before;
    }
    if (change > used->tolerance) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_NOT_CONVERGED,
                     "PageRank still changes by %g after %u sweeps, expected at most %g", change,
                     sweep, used->tolerance);
        return NULL;
    }
    scale_to_one (n, score);
    return rhumb_ranking_new_take (n, g_steal_pointer (&score), "pagerank", "share, sums to 1",
                                   sweep, change);
}
