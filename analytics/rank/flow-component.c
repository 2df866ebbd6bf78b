/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Walks inside a strong component, where everything leads back to everything.
 *
 * One node: divided by what does not come back. Up to 64 nodes: elimination; the matrix has a
 * dominant diagonal in each column, so no pivot is needed (Golub and Van Loan 2013, section
 * 4.1.1). More: sweeps (flow-sweeps.c). The fewer links lead backwards, the fewer sweeps: members
 * are taken in the order of the search, of numbers, or of numbers backwards, whichever has fewest.
 */
#include "analytics/rank/flow-component.h"

#include <stdlib.h>

#include "graph/compare.h"

#define LARGEST_DENSE 64

/* What a node's link to itself weighs. */
static double
get_loop (RhumbRows in, guint32 v)
{
    for (gsize i = in.start[v]; i < in.start[v + 1]; i++)
        if (in.node[i] == v)
            return rhumb_rows_get_weight (in, i);
    return 0;
}

static void
solve_dense (const RhumbFlowComponent *component, double *y)
{
    const RhumbRows in = rhumb_network_get_in_rows (component->flow->network);
    const guint32 n = component->n_members;
    double a[LARGEST_DENSE][LARGEST_DENSE] = {{0}};
    double x[LARGEST_DENSE];
    for (guint32 p = 0; p < n; p++) {
        const guint32 v = component->member[p];
        x[p] = y[v];
        a[p][p] = 1;
        for (gsize i = in.start[v]; i < in.start[v + 1]; i++) {
            const guint32 u = in.node[i];
            if (component->place[u] != PLACE_NONE)
                a[p][component->place[u]] -=
                    component->flow->pass[u] * rhumb_rows_get_weight (in, i);
        }
    }
    for (guint32 k = 0; k < n; k++) {
        for (guint32 p = k + 1; p < n; p++) {
            const double factor = a[p][k] / a[k][k];
            for (guint32 q = k + 1; q < n && factor != 0; q++)
                a[p][q] -= factor * a[k][q];
            x[p] -= factor * x[k];
        }
    }
    for (guint32 k = n; k > 0; k--) {
        for (guint32 q = k; q < n; q++)
            x[k - 1] -= a[k - 1][q] * x[q];
        x[k - 1] /= a[k - 1][k - 1];
        y[component->member[k - 1]] = x[k - 1];
    }
}

/* Members in the order in which fewest edges lead backwards. @component has places by the search.
 */
static guint32 *
choose_order (const RhumbFlowComponent *component)
{
    const RhumbRows in = rhumb_network_get_in_rows (component->flow->network);
    const guint32 n = component->n_members;
    gsize n_up = 0;
    gsize n_down = 0;
    gsize n_back = 0;
    for (guint32 p = 0; p < n; p++) {
        const guint32 v = component->member[p];
        for (gsize i = in.start[v]; i < in.start[v + 1]; i++) {
            const guint32 u = in.node[i];
            if (component->place[u] == PLACE_NONE)
                continue;
            n_up += u < v;
            n_down += u > v;
            n_back += component->place[u] > p;
        }
    }
    guint32 *order = g_memdup2 (component->member, sizeof (guint32) * n);
    if (n_back <= MIN (n_up, n_down))
        return order;
    qsort (order, n, sizeof (guint32), rhumb_compare_numbers);
    for (guint32 i = 0; n_up > n_down ? FALSE : i < n / 2; i++) {
        const guint32 kept = order[i];
        order[i] = order[n - 1 - i];
        order[n - 1 - i] = kept;
    }
    return order;
}

static void
set_places (RhumbFlowComponent *component, gboolean is_inside)
{
    for (guint32 p = 0; p < component->n_members; p++)
        component->place[component->member[p]] = is_inside ? p : PLACE_NONE;
}

static gboolean
solve_by_sweeps (RhumbFlowComponent *component, double *y, GError **error)
{
    g_autofree guint32 *order = choose_order (component);
    component->member = order;
    set_places (component, TRUE);
    const gboolean solved = rhumb_flow_sweep_component (component, y, error);
    set_places (component, FALSE);
    return solved;
}

/*
 * rhumb_flow_solve_component:
 * @component: nodes, and the places of all nodes, all %PLACE_NONE
 * @y: (inout): what enters at each member, from outside too; then what it holds
 * @error: return location for an error
 *
 * Sums up walks inside a component. Places are all %PLACE_NONE again afterwards.
 *
 * Returns: %FALSE with %RHUMB_ERROR_NOT_CONVERGED
 */
gboolean
rhumb_flow_solve_component (RhumbFlowComponent *component, double *y, GError **error)
{
    const guint32 v = component->member[0];
    if (component->n_members == 1) {
        const RhumbRows in = rhumb_network_get_in_rows (component->flow->network);
        y[v] /= 1 - component->flow->pass[v] * get_loop (in, v);
        return TRUE;
    }
    set_places (component, TRUE);
    if (component->n_members > LARGEST_DENSE)
        return solve_by_sweeps (component, y, error);
    solve_dense (component, y);
    set_places (component, FALSE);
    return TRUE;
}
