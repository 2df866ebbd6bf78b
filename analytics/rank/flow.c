/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Walks along links, summed up: each node holds what enters at it and what links bring to it, and
 * passes a part on. PageRank, CiteRank and their like are such sums with different entries.
 *
 * A citation network has almost no cycles, and without cycles the sum is exact after one sweep
 * from the citing to the cited: each node is complete before it passes anything on (Kahn 1962,
 * doi:10.1145/368996.369025; for PageRank Del Corso, Gullí, Romani 2005,
 * doi:10.1080/15427951.2005.10129108). Four routes, the first that fits:
 *
 * - numbers tell the order (all edges lead to smaller numbers, or all to larger ones): rows are
 *   summed in that order (flow-in-order.c).
 * - numbers nearly tell the order: the whole is swept in that order (flow-sweeps.c), because
 *   finding strong components would cost more than the sweeps that it saves.
 * - no cycle: a node passes on as soon as all that lead to it have.
 * - cycles: the same up to the first cycle; then strong components in order, each solved alone
 *   (flow-component.c).
 *
 * Networks without directions have a method of their own (flow-undirected.c).
 *
 * Each value is summed by one thread in an order that depends on the network only.
 * Cost: O(nodes + edges) without cycles.
 */
#include "analytics/rank/flow.h"

#include <string.h>

#include "analytics/network/strong-order.h"
#include "analytics/rank/flow-component.h"
#include "analytics/rank/flow-in-order.h"
#include "analytics/rank/flow-undirected.h"
#include "graph/large-array.h"
#include "graph/plural.h"
#include "graph/set-error.h"

/* Networks with at least SMALL edges are swept by numbers if at most one edge in MOST_BACK leads
 * against them. Finding strong components first takes two to three times as long, whether one edge
 * in 100,000 leads back or one in 10 (bench-rank); without any cycle it would take half as long. */
#define SMALL 10000
#define MOST_BACK 8

/* What a node holds and how many that lead to it have not passed on: one line of cache an edge. */
typedef struct {
    double y;
    guint32 n_waiting;
} Node;

static gsize
count_down (RhumbRows out)
{
    gsize n = 0;
    for (guint32 v = 0; v < out.n_rows; v++)
        for (gsize i = out.start[v]; i < out.start[v + 1]; i++)
            n += out.node[i] < v;
    return n;
}

/* Nodes become ready in no order of numbers: what the next ones need is asked for early.
 * Always inline, because gcc drops calls of a function that does nothing but fetch. */
G_ALWAYS_INLINE static inline void
fetch_ahead (RhumbRows out, const guint32 *ready, guint32 done, guint32 n_ready)
{
    if (done + 16 < n_ready)
        __builtin_prefetch (&out.start[ready[done + 16]]);
    if (done + 8 < n_ready) {
        const guint32 *row = &out.node[out.start[ready[done + 8]]];
        __builtin_prefetch (row);
        __builtin_prefetch (row + 16);
    }
}

/* Passes on from every node that waits for none. Returns how many there were. */
static guint32
pass_on_from_sources (RhumbRows out, const double *pass, Node *nodes)
{
    const guint32 n = out.n_rows;
    g_autofree guint32 *ready = g_new (guint32, (gsize)n + 1);
    guint32 n_ready = 0;
    for (guint32 v = 0; v < n; v++)
        if (nodes[v].n_waiting == 0)
            ready[n_ready++] = v;
    for (guint32 done = 0; done < n_ready; done++) {
        const guint32 v = ready[done];
        fetch_ahead (out, ready, done, n_ready);
        const double passed = nodes[v].y * pass[v];
        for (gsize i = out.start[v]; i < out.start[v + 1]; i++) {
            Node *to = &nodes[out.node[i]];
            to->y += passed * rhumb_rows_get_weight (out, i);
            /* Written without a branch, which would be guessed wrong once a node. */
            ready[n_ready] = out.node[i];
            n_ready += --to->n_waiting == 0;
        }
    }
    return n_ready;
}

static void
pass_out_of_component (RhumbRows out, const guint32 *component, guint32 v, double passed, double *y)
{
    for (gsize i = out.start[v]; i < out.start[v + 1]; i++)
        if (component[out.node[i]] != component[v])
            y[out.node[i]] += passed * rhumb_rows_get_weight (out, i);
}

static gboolean
solve_components (RhumbFlow *flow, const RhumbStrongOrder *order, double *y, GError **error)
{
    const RhumbRows out = rhumb_network_get_out_rows (flow->network);
    g_autofree guint32 *place = g_new (guint32, out.n_rows);
    memset (place, 0xff, sizeof (guint32) * out.n_rows);
    for (guint32 c = 0; c < order->n_components; c++) {
        const gsize first = order->start[c];
        RhumbFlowComponent component = {flow, order->node + first,
                                        (guint32)(order->start[c + 1] - first), place};
        if (!rhumb_flow_solve_component (&component, y, error))
            return FALSE;
        for (gsize i = first; i < order->start[c + 1]; i++) {
            const guint32 v = order->node[i];
            pass_out_of_component (out, order->component, v, y[v] * flow->pass[v], y);
        }
    }
    return TRUE;
}

static gboolean
solve_directed (RhumbFlow *flow, double *y, GError **error)
{
    const RhumbRows out = rhumb_network_get_out_rows (flow->network);
    const RhumbRows in = rhumb_network_get_in_rows (flow->network);
    const guint32 n = in.n_rows;
    g_autofree Node *nodes = rhumb_large_array_new (n, sizeof (Node));
    for (guint32 v = 0; v < n; v++)
        nodes[v] = (Node){y[v], (guint32)(in.start[v + 1] - in.start[v])};
    const guint32 n_done = pass_on_from_sources (out, flow->pass, nodes);
    g_autofree guint8 *is_done = n_done < n ? g_new (guint8, n) : NULL;
    for (guint32 v = 0; v < n; v++) {
        y[v] = nodes[v].y;
        if (is_done != NULL)
            is_done[v] = nodes[v].n_waiting == 0;
    }
    if (n_done == n)
        return TRUE;
    g_clear_pointer (&nodes, g_free);
    g_autoptr (RhumbStrongOrder) order = rhumb_strong_order_new (out, is_done);
    return solve_components (flow, order, y, error);
}

static gboolean
solve_with_cycles (RhumbFlow *flow, double *y, GError **error)
{
    const RhumbRows out = rhumb_network_get_out_rows (flow->network);
    const gsize n_edges = out.start[out.n_rows];
    const gsize n_down = count_down (out);
    const gsize n_back = MIN (n_down, n_edges - n_down);
    if (n_back <= n_edges / MOST_BACK && n_edges >= SMALL)
        return rhumb_flow_sweep_network (flow, n_down > n_edges / 2, y, error);
    return solve_directed (flow, y, error);
}

/*
 * rhumb_flow_finish:
 * @flow: what is solved, perhaps only a part of it
 * @residual: what the last sweep changed, as a share of the sum
 * @n_sweeps: how many there were
 * @error: return location for an error
 *
 * Notes how an iteration ended.
 *
 * Returns: %FALSE with %RHUMB_ERROR_NOT_CONVERGED if the tolerance was not reached
 */
gboolean
rhumb_flow_finish (RhumbFlow *flow, double residual, guint n_sweeps, GError **error)
{
    flow->n_iterations = MAX (flow->n_iterations, n_sweeps);
    flow->residual = MAX (flow->residual, residual);
    if (residual <= flow->tolerance)
        return TRUE;
    rhumb_set_error (error, RHUMB_ERROR_NOT_CONVERGED,
                     "scores still change by %g after %u %s, expected at most %g", residual,
                     n_sweeps, rhumb_plural (n_sweeps, "sweep", "sweeps"), flow->tolerance);
    return FALSE;
}

/*
 * rhumb_flow_solve:
 * @flow: the network and what is passed on
 * @y: (inout): what enters at each node; then what each node holds
 * @error: return location for an error
 *
 * Sums up a walk.
 *
 * Returns: %FALSE with %RHUMB_ERROR_NOT_CONVERGED
 */
gboolean
rhumb_flow_solve (RhumbFlow *flow, double *y, GError **error)
{
    const RhumbRows out = rhumb_network_get_out_rows (flow->network);
    flow->n_iterations = 0;
    flow->residual = 0;
    if (out.n_rows == 0)
        return TRUE;
    if (rhumb_network_get_mode (flow->network) == RHUMB_NETWORK_UNDIRECTED)
        return rhumb_flow_solve_undirected (flow, y, error);
    gboolean down;
    if (!rhumb_flow_find_order (out, &down))
        return solve_with_cycles (flow, y, error);
    const RhumbRows in = rhumb_network_get_in_rows (flow->network);
    const RhumbFlowOrder order = {in.n_rows, down, in.start, in.start + 1, in.node, in.weight};
    g_autofree double *passed = rhumb_large_array_new (in.n_rows, sizeof (double));
    rhumb_flow_sweep_in_order (&order, flow->pass, passed, y);
    return TRUE;
}
