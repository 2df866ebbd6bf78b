/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Hubs and authorities: good surveys cite good work, and good work is what good surveys cite.
 *
 * Source: Kleinberg (1999), doi:10.1145/324133.324140. With the matrix A of references, authority
 * scores are the first eigenvector of AᵀA and hub scores that of AAᵀ, the largest score 1.
 *
 * Method: power iteration from equal scores, which also decides where the first eigenvalue is
 * shared. Each score is summed in row order by one thread. Ends when no score changes by more
 * than 1e-10; two nearly equal eigenvalues make that slow, and after 10,000 sweeps it gives up.
 * Cost: O(sweeps × edges).
 */
#include "analytics/rank/hits.h"

#include <math.h>
#include <string.h>

#include "graph/set-error.h"

#define TOLERANCE 1e-10
#define MOST_SWEEPS 10000

static void
pull (RhumbRows rows, const double *from, double *to)
{
#pragma omp parallel for schedule(dynamic, 1024) if (rows.n_rows > 4096)
    for (guint32 v = 0; v < rows.n_rows; v++) {
        double sum = 0;
        for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++)
            sum += from[rows.node[i]] * rhumb_rows_get_weight (rows, i);
        to[v] = sum;
    }
}

/* Makes the largest value 1, unless all are 0. FALSE if one is too large for a number. */
static gboolean
scale (guint32 n, double *values)
{
    double largest = 0;
    for (guint32 v = 0; v < n; v++)
        largest = MAX (largest, values[v]);
    for (guint32 v = 0; v < n && largest > 0; v++)
        values[v] /= largest;
    return largest <= G_MAXDOUBLE;
}

static double
find_change (guint32 n, const double *a, const double *b)
{
    double change = 0;
    for (guint32 v = 0; v < n; v++)
        change = MAX (change, fabs (a[v] - b[v]));
    return change;
}

/**
 * rhumb_hits:
 * @network: a directed or undirected network
 * @hubs: (out) (transfer full): hub scores
 * @authorities: (out) (transfer full): authority scores
 * @error: return location for an error
 *
 * Computes hubs and authorities; the largest score of each is 1, all are 0 without edges.
 *
 * Source: Kleinberg (1999), doi:10.1145/324133.324140.
 *
 * Returns: %FALSE with %RHUMB_ERROR_NOT_CONVERGED, or %RHUMB_ERROR_INVALID if weights of a node
 *   add up to more than a number holds
 *
 * Since: 0.2
 */
gboolean
rhumb_hits (const RhumbNetwork *network, RhumbRanking **hubs, RhumbRanking **authorities,
            GError **error)
{
    g_return_val_if_fail (rhumb_network_get_mode (network) != RHUMB_NETWORK_TWO_MODE, FALSE);
    const RhumbRows out = rhumb_network_get_out_rows (network);
    const RhumbRows in = rhumb_network_get_in_rows (network);
    const guint32 n = out.n_rows;
    g_autofree double *hub = g_new (double, n);
    g_autofree double *authority = g_new0 (double, n);
    g_autofree double *before = g_new0 (double, n);
    for (guint32 v = 0; v < n; v++)
        hub[v] = 1;
    double change = n > 0 ? 1 : 0;
    guint sweep = 0;
    for (; sweep < MOST_SWEEPS && change > TOLERANCE; sweep++) {
        if (n > 0)
            memcpy (before, authority, sizeof (double) * n);
        pull (in, hub, authority);
        gboolean finite = scale (n, authority);
        pull (out, authority, hub);
        finite = scale (n, hub) && finite;
        if (!finite) {
            rhumb_set_error (error, RHUMB_ERROR_INVALID,
                             "weights of the links of a node add up to more than %g, expected less",
                             G_MAXDOUBLE);
            return FALSE;
        }
        change = find_change (n, authority, before);
    }
    if (change > TOLERANCE) {
        rhumb_set_error (error, RHUMB_ERROR_NOT_CONVERGED,
                         "authorities still change by %g after %u sweeps, expected at most %g",
                         change, sweep, TOLERANCE);
        return FALSE;
    }
    *hubs =
        rhumb_ranking_new_take (n, g_steal_pointer (&hub), "hubs", "largest is 1", sweep, change);
    *authorities = rhumb_ranking_new_take (n, g_steal_pointer (&authority), "authorities",
                                           "largest is 1", sweep, change);
    return TRUE;
}
