/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which nodes a reader who follows links at random, and now and then starts afresh, meets most
 * often.
 *
 * Source: Brin and Page (1998), doi:10.1016/S0169-7552(98)00110-X. With the out-strength
 * s_u = Σ_v w_uv, damping d and the chance r_v to start at v (1/n unless given), the score x is
 * the fixed point of
 *
 *   x_v = (1 − d) r_v + d ( Σ_u x_u w_uv / s_u + r_v Σ_{u: s_u = 0} x_u )
 *
 * so from nodes without links the reader starts afresh, and scores sum to 1.
 *
 * Method: what nodes without links hold only scales the scores, so they are y / Σy for the
 * solution of y_v = r_v + d Σ_u y_u w_uv / s_u (Del Corso, Gullí, Romani 2005,
 * doi:10.1080/15427951.2005.10129108). flow.c solves that: exactly, in one sweep, where there are
 * no cycles. Totals are added in fixed blocks, so the bits do not depend on the number of threads.
 *
 * Cost: O(nodes + edges) without cycles, else O(sweeps × edges of strong components).
 */
#include "analytics/rank/pagerank.h"

#include <math.h>

#include "analytics/rank/flow.h"
#include "analytics/rank/walk-from.h"
#include "graph/set-error.h"

#define BLOCK 4096

/* A score divided by less would overflow. */
#define MIN_STRENGTH 1e-300

static gboolean
check_options (const RhumbPagerankOptions *options, GError **error)
{
    if (options->damping > 0 && options->damping < 1 && options->tolerance > 0 &&
        options->max_iterations > 0)
        return TRUE;
    rhumb_set_error (
        error, RHUMB_ERROR_INVALID,
        "damping %g, tolerance %g, %u iterations; expected damping between 0 and 1, the "
        "others above 0",
        options->damping, options->tolerance, options->max_iterations);
    return FALSE;
}

/* Finite numbers from 0 up whose sum can be divided by. */
static gboolean
check_start (guint32 n, const double *start, double *sum, GError **error)
{
    *sum = 0;
    for (guint32 v = 0; v < n; v++) {
        if (!(start[v] >= 0 && start[v] <= G_MAXDOUBLE)) {
            rhumb_set_error (
                error, RHUMB_ERROR_INVALID,
                "chance to start at node %u is %g, expected a finite number of at least "
                "0",
                v, start[v]);
            return FALSE;
        }
        *sum += start[v];
    }
    if (n == 0 || (*sum >= MIN_STRENGTH && *sum <= G_MAXDOUBLE))
        return TRUE;
    rhumb_set_error (error, RHUMB_ERROR_INVALID,
                     "chances to start add up to %g, expected from %g to %g", *sum, MIN_STRENGTH,
                     G_MAXDOUBLE);
    return FALSE;
}

static double
sum_weights (RhumbRows out, guint32 v)
{
    double strength = 0;
    for (gsize i = out.start[v]; i < out.start[v + 1]; i++)
        strength += out.weight[i];
    return strength;
}

/* What a node passes along a link of weight 1. Nodes whose links weigh nothing pass nothing; all
 * others must be within what can be divided by and added up. */
static double *
compute_pass (RhumbRows out, double damping, GError **error)
{
    g_autofree double *pass = g_new (double, out.n_rows);
    for (guint32 v = 0; v < out.n_rows; v++) {
        const double strength =
            out.weight != NULL ? sum_weights (out, v) : (double)(out.start[v + 1] - out.start[v]);
        if (strength > 0 && !(strength >= MIN_STRENGTH && strength <= G_MAXDOUBLE)) {
            rhumb_set_error (error, RHUMB_ERROR_INVALID,
                             "links of node %u weigh %g together, expected 0 or from %g to %g", v,
                             strength, MIN_STRENGTH, G_MAXDOUBLE);
            return NULL;
        }
        pass[v] = strength > 0 ? damping / strength : 0;
    }
    return g_steal_pointer (&pass);
}

static void
scale_to_one (guint32 n, double *score)
{
    double sum = 0;
    for (guint32 first = 0; first < n; first += MIN (BLOCK, n - first)) {
        double block = 0;
        for (guint32 v = first; v < first + MIN (BLOCK, n - first); v++)
            block += score[v];
        sum += block;
    }
    for (guint32 v = 0; v < n; v++)
        score[v] /= sum;
}

/*
 * rhumb_walk_from:
 * @network: a directed or undirected network
 * @options: options; without start all nodes are alike
 * @name: name of the score
 * @error: return location for an error
 *
 * Sums up a walk that begins at @start, follows a link with probability damping each time and
 * ends where none is left.
 *
 * Returns: (transfer full): scores that sum to 1, or %NULL with an error as of rhumb_pagerank()
 */
RhumbRanking *
rhumb_walk_from (const RhumbNetwork *network, const RhumbPagerankOptions *options, const char *name,
                 GError **error)
{
    const RhumbRows out = rhumb_network_get_out_rows (network);
    const guint32 n = out.n_rows;
    double sum = n;
    if (!check_options (options, error) ||
        (options->start != NULL && !check_start (n, options->start, &sum, error)))
        return NULL;
    g_autofree double *pass = compute_pass (out, options->damping, error);
    if (pass == NULL && n > 0)
        return NULL;
    g_autofree double *y = g_new (double, n);
    for (guint32 v = 0; v < n; v++)
        y[v] = (options->start != NULL ? options->start[v] : 1) / sum;
    RhumbFlow flow = {network, pass, options->tolerance, options->max_iterations, 0, 0};
    if (!rhumb_flow_solve (&flow, y, error))
        return NULL;
    scale_to_one (n, y);
    return rhumb_ranking_new_take (n, g_steal_pointer (&y), name, "share, sums to 1",
                                   flow.n_iterations, flow.residual);
}

/**
 * rhumb_pagerank:
 * @network: a directed or undirected network
 * @options: (nullable): options, %NULL = defaults
 * @error: return location for an error
 *
 * Computes PageRank, personalised if chances to start are given.
 *
 * Without directed cycles the scores are exact and their number of iterations is 0.
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
    return rhumb_walk_from (network, options != NULL ? options : &DEFAULTS, "pagerank", error);
}
