/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Walks where some links lead backwards in any order, swept until nothing changes.
 *
 * A sweep in order is exact but for what links backwards bring (Gauss and Seidel; for PageRank
 * Arasu, Novak, Tomkins, Tomlin 2002; Gleich, Gray, Greif, Lau 2010, doi:10.1137/080727397). So
 * only that is unknown: a number for each head, a node that such links lead to. With B for them and
 * S for a sweep, z = B y and y = S (source + z) give (I − B S) z = B S source. A walk goes back for
 * the first time with at most the chance of going on at all, so a sweep leaves at most the damping
 * of the sum of |what is left over|.
 *
 * That system is solved by conjugate residuals with the last directions kept (Eisenstat, Elman,
 * Schultz 1983, doi:10.1137/0720023): in citation networks with a few links backwards one slow
 * pattern remains after some sweeps, and that takes it away. Where a plain sweep leaves less over
 * it is taken instead. Directions are as long as there are heads: where few links lead backwards
 * they cost nothing beside the sweeps.
 *
 * Cost: O(sweeps × edges) time, 5 numbers a node and 2 × MOST_DIRECTIONS + 3 a head.
 */
#include <math.h>
#include <string.h>

#include "analytics/rank/flow-rows.h"
#include "graph/large-array.h"

#define SUM_BLOCK 4096
#define MOST_DIRECTIONS 5

/* What came back to each head so far, what a sweep would change of it, and directions tried
 * last. */
typedef struct {
    guint32 n;
    double *z;
    double *rest;
    double *swept; /* what a sweep makes of the rest */
    double *direction[MOST_DIRECTIONS];
    double *image[MOST_DIRECTIONS]; /* what a step along it takes from the rest */
    double square[MOST_DIRECTIONS]; /* image · image */
    guint n_kept;
    guint next; /* which to replace */
} Residuals;

static void
residuals_init (Residuals *it, guint32 n)
{
    *it = (Residuals){.n = n, .z = g_new0 (double, n), .rest = g_new (double, n)};
    it->swept = g_new (double, n);
    for (guint k = 0; k < MOST_DIRECTIONS; k++) {
        it->direction[k] = g_new (double, n);
        it->image[k] = g_new (double, n);
    }
}

static void
residuals_clear (Residuals *it)
{
    g_free (it->z);
    g_free (it->rest);
    g_free (it->swept);
    for (guint k = 0; k < MOST_DIRECTIONS; k++) {
        g_free (it->direction[k]);
        g_free (it->image[k]);
    }
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Residuals, residuals_clear)

static double
multiply (guint32 n, const double *a, const double *b)
{
    double sum = 0;
    for (guint32 first = 0; first < n; first += MIN (SUM_BLOCK, n - first)) {
        double block = 0;
        for (guint32 p = first; p < first + MIN (SUM_BLOCK, n - first); p++)
            block += a[p] * b[p];
        sum += block;
    }
    return sum;
}

/* Sum of |a + factor b|. */
static double
measure (guint32 n, const double *a, double factor, const double *b)
{
    double sum = 0;
    for (guint32 first = 0; first < n; first += MIN (SUM_BLOCK, n - first)) {
        double block = 0;
        for (guint32 p = first; p < first + MIN (SUM_BLOCK, n - first); p++)
            block += fabs (a[p] + factor * b[p]);
        sum += block;
    }
    return sum;
}

static void
add (guint32 n, double factor, const double *from, double *to)
{
    for (guint32 p = 0; p < n; p++)
        to[p] += factor * from[p];
}

/* What links bring back to the heads after a sweep. */
static void
bring_back (const RhumbFlowRows *rows, const double *passed, double *back)
{
#pragma omp parallel for schedule(static) if (rows->n_heads > SUM_BLOCK)
    for (guint32 h = 0; h < rows->n_heads; h++) {
        double sum = 0;
        for (gsize i = rows->start[h]; i < rows->start[h + 1]; i++)
            sum += passed[rows->tail[i]] * (rows->tail_weight != NULL ? rows->tail_weight[i] : 1);
        back[h] = sum;
    }
}

/* Makes the rest a direction at right angles, by images, to those kept. Returns which one. */
static guint
choose_direction (Residuals *it)
{
    const guint k = it->next;
    memcpy (it->direction[k], it->rest, sizeof (double) * it->n);
    for (guint32 p = 0; p < it->n; p++)
        it->image[k][p] = it->rest[p] - it->swept[p];
    for (guint j = 0; j < it->n_kept; j++) {
        if (j == k || it->square[j] <= 0)
            continue;
        const double part = multiply (it->n, it->image[k], it->image[j]) / it->square[j];
        add (it->n, -part, it->direction[j], it->direction[k]);
        add (it->n, -part, it->image[j], it->image[k]);
    }
    it->square[k] = multiply (it->n, it->image[k], it->image[k]);
    it->next = (k + 1) % MOST_DIRECTIONS;
    it->n_kept = MAX (it->n_kept, k + 1);
    return k;
}

/* @it has what a sweep makes of the rest. Returns how much is left over after a step. */
static double
step (Residuals *it)
{
    const double plain = measure (it->n, it->swept, 0, it->swept);
    const guint k = choose_direction (it);
    const double length =
        it->square[k] > 0 ? multiply (it->n, it->rest, it->image[k]) / it->square[k] : 0;
    const double better = measure (it->n, it->rest, -length, it->image[k]);
    if (it->square[k] > 0 && better < plain) {
        add (it->n, length, it->direction[k], it->z);
        add (it->n, -length, it->image[k], it->rest);
        return better;
    }
    add (it->n, 1, it->rest, it->z);
    memcpy (it->rest, it->swept, sizeof (double) * it->n);
    it->n_kept = 0;
    it->next = 0;
    return plain;
}

/* @y: (inout): what enters at each place; then what it holds. The first sweep, of what enters,
 * tells the least that all hold; the last one is of what enters and comes back. */
static gboolean
solve (RhumbFlow *flow, const RhumbFlowRows *rows, double *y, GError **error)
{
    const guint32 n = rows->forward.n_rows;
    g_auto (Residuals) it = {0};
    residuals_init (&it, rows->n_heads);
    g_autofree double *passed = rhumb_large_array_new (n, sizeof (double));
    g_autofree double *swept = rhumb_large_array_new (n, sizeof (double));
    memcpy (swept, y, sizeof (double) * n);
    rhumb_flow_sweep_in_order (&rows->forward, rows->gain, passed, swept);
    const double total = measure (n, swept, 0, swept);
    bring_back (rows, passed, it.rest);
    double left = measure (it.n, it.rest, 0, it.rest);
    guint n_sweeps = 2;
    for (; n_sweeps < flow->max_iterations && left > flow->tolerance * total; n_sweeps++) {
        memset (swept, 0, sizeof (double) * n);
        for (guint32 h = 0; h < it.n; h++)
            swept[rows->head[h]] = it.rest[h];
        rhumb_flow_sweep_in_order (&rows->forward, rows->gain, passed, swept);
        bring_back (rows, passed, it.swept);
        left = step (&it);
    }
    for (guint32 h = 0; h < it.n; h++)
        y[rows->head[h]] += it.z[h] + it.rest[h];
    rhumb_flow_sweep_in_order (&rows->forward, rows->gain, passed, y);
    for (guint32 p = 0; p < n; p++)
        y[p] = MAX (y[p] / rows->kept[p], 0); /* below 0 by rounding only */
    return rhumb_flow_finish (flow, total > 0 ? left / total : 0, n_sweeps, error);
}

/*
 * rhumb_flow_sweep_network:
 * @flow: a network and what is passed on
 * @down: whether most edges lead to smaller numbers
 * @y: (inout): what enters at each node; then what it holds
 * @error: return location for an error
 *
 * Sums up walks on a network whose numbers nearly tell the order.
 *
 * Returns: %FALSE with %RHUMB_ERROR_NOT_CONVERGED
 */
gboolean
rhumb_flow_sweep_network (RhumbFlow *flow, gboolean down, double *y, GError **error)
{
    g_auto (RhumbFlowRows) rows = {0};
    rhumb_flow_rows_init_network (&rows, flow, down);
    return solve (flow, &rows, y, error);
}

/*
 * rhumb_flow_sweep_component:
 * @component: nodes in the order of sweeps, with their places
 * @y: (inout): what enters at each member, from outside too; then what it holds
 * @error: return location for an error
 *
 * Sums up walks inside a component.
 *
 * Returns: %FALSE with %RHUMB_ERROR_NOT_CONVERGED
 */
gboolean
rhumb_flow_sweep_component (const RhumbFlowComponent *component, double *y, GError **error)
{
    const guint32 n = component->n_members;
    g_auto (RhumbFlowRows) rows = {0};
    rhumb_flow_rows_init_component (&rows, component);
    g_autofree double *held = g_new (double, n);
    for (guint32 p = 0; p < n; p++)
        held[p] = y[component->member[p]];
    if (!solve (component->flow, &rows, held, error))
        return FALSE;
    for (guint32 p = 0; p < n; p++)
        y[component->member[p]] = held[p];
    return TRUE;
}
