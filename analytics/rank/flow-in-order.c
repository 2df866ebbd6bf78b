/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Walks along links where numbers tell the order: all edges lead to smaller numbers ("down"), as
 * citations of papers numbered by date do, or all to larger ones. Each row is summed once, when
 * all that lead to it are complete.
 *
 * Entries of a row are added one by one, from the one farthest in the order to the nearest.
 *
 * One processor does it. To share rows out, blocks of them were tried that took first what came
 * from outside the block, on all processors, then what came from inside it: on 1 million papers two
 * took no less than one does now, and several times as long where others used the machine too.
 *
 * Cost: O(nodes + edges) time, 8 bytes a node; about that of one plain sweep of power iteration,
 * most of it waiting for what other nodes passed on.
 */
#include "analytics/rank/flow-in-order.h"

/* Whether numbers tell the order of a network, and which way edges lead. Rows ascend, so the first
 * entry is the smallest and the last the largest. */
gboolean
rhumb_flow_find_order (RhumbRows out, gboolean *down)
{
    gboolean leads_down = TRUE;
    gboolean leads_up = TRUE;
    for (guint32 v = 0; v < out.n_rows && (leads_down || leads_up); v++) {
        if (out.start[v + 1] == out.start[v])
            continue;
        leads_down = leads_down && out.node[out.start[v + 1] - 1] < v;
        leads_up = leads_up && out.node[out.start[v]] > v;
    }
    *down = leads_down;
    return leads_down || leads_up;
}

/* Adds entries from @from on towards @to, which is left out, in the order of the sweep. */
G_ALWAYS_INLINE static inline double
add_links (const RhumbFlowOrder *order, const double *passed, double sum, gsize from, gsize to)
{
    const guint32 *node = order->node;
    const double *weight = order->weight;
    if (order->down && weight == NULL) {
        for (gsize i = from; i > to; i--)
            sum += passed[node[i - 1]];
    } else if (order->down) {
        for (gsize i = from; i > to; i--)
            sum += passed[node[i - 1]] * weight[i - 1];
    } else if (weight == NULL) {
        for (gsize i = from; i < to; i++)
            sum += passed[node[i]];
    } else {
        for (gsize i = from; i < to; i++)
            sum += passed[node[i]] * weight[i];
    }
    return sum;
}

/* Sums a network in order. @y has what enters at each node and gets what it holds; @passed gets
 * that times @pass. */
void
rhumb_flow_sweep_in_order (const RhumbFlowOrder *order, const double *pass, double *passed,
                           double *y)
{
    const RhumbFlowOrder it = *order;
    if (it.down) {
        for (guint32 v = it.n_rows; v-- > 0;) {
            y[v] = add_links (&it, passed, y[v], it.end[v], it.first[v]);
            passed[v] = y[v] * pass[v];
        }
    } else {
        for (guint32 v = 0; v < it.n_rows; v++) {
            y[v] = add_links (&it, passed, y[v], it.first[v], it.end[v]);
            passed[v] = y[v] * pass[v];
        }
    }
}
