/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Links in an order of their nodes, those that lead forward apart from those that lead backwards.
 *
 * A whole network in the order of its numbers keeps its rows, of which each ends or begins with
 * what leads backwards. A component gets rows of its own.
 * Cost: O(nodes + backward links) for a network, O(edges) for a component.
 */
#include "analytics/rank/flow-rows.h"

#include "graph/large-array.h"

/* What leads backwards, while it is gathered. */
typedef struct {
    GArray *head;
    GArray *start;
    GArray *tail;
    GArray *weight; /* NULL = all 1 */
} Backward;

static Backward
backward_new (gboolean weighted)
{
    return (Backward){
        g_array_new (FALSE, FALSE, sizeof (guint32)),
        g_array_new (FALSE, FALSE, sizeof (gsize)),
        g_array_new (FALSE, FALSE, sizeof (guint32)),
        weighted ? g_array_new (FALSE, FALSE, sizeof (double)) : NULL,
    };
}

static void
backward_add (Backward *it, guint32 head, guint32 tail, const double *weight)
{
    if (it->head->len == 0 || g_array_index (it->head, guint32, it->head->len - 1) != head) {
        const gsize start = it->tail->len;
        g_array_append_val (it->head, head);
        g_array_append_val (it->start, start);
    }
    g_array_append_val (it->tail, tail);
    if (it->weight != NULL)
        g_array_append_vals (it->weight, weight, 1);
}

static void
backward_give (Backward *it, RhumbFlowRows *rows)
{
    const gsize end = it->tail->len;
    g_array_append_val (it->start, end);
    rows->n_heads = it->head->len;
    rows->head = (guint32 *)(gpointer)g_array_free (it->head, FALSE);
    rows->start = (gsize *)(gpointer)g_array_free (it->start, FALSE);
    rows->tail = (guint32 *)(gpointer)g_array_free (it->tail, FALSE);
    if (it->weight != NULL)
        rows->tail_weight = (double *)(gpointer)g_array_free (it->weight, FALSE);
}

static void
set_gain (RhumbFlowRows *rows, guint32 p, double pass, double loop)
{
    rows->kept[p] = 1 - pass * loop;
    rows->gain[p] = pass / rows->kept[p];
}

/*
 * rhumb_flow_rows_init_network:
 * @rows: (out caller-allocates): to fill
 * @flow: a network and what is passed on
 * @down: whether the order is that of falling numbers
 *
 * The links of a network, which must live as long as @rows, in the order of numbers.
 */
void
rhumb_flow_rows_init_network (RhumbFlowRows *rows, const RhumbFlow *flow, gboolean down)
{
    const RhumbRows in = rhumb_network_get_in_rows (flow->network);
    Backward backward = backward_new (in.weight != NULL);
    *rows = (RhumbFlowRows){
        .kept = g_new (double, in.n_rows),
        .gain = rhumb_large_array_new (in.n_rows, sizeof (double)),
        .first = rhumb_large_array_new (in.n_rows, sizeof (gsize)),
    };
    for (guint32 v = 0; v < in.n_rows; v++) {
        gsize i = down ? in.start[v] : in.start[v + 1];
        double loop = 0;
        while (down ? i < in.start[v + 1] && in.node[i] <= v
                    : i > in.start[v] && in.node[i - 1] >= v) {
            const gsize at = down ? i++ : --i;
            const double *weight = in.weight != NULL ? &in.weight[at] : NULL;
            if (in.node[at] == v)
                loop += weight != NULL ? *weight : 1;
            else
                backward_add (&backward, v, in.node[at], weight);
        }
        rows->first[v] = i;
        set_gain (rows, v, flow->pass[v], loop);
    }
    backward_give (&backward, rows);
    rows->forward = (RhumbFlowOrder){
        .n_rows = in.n_rows,
        .down = down,
        .first = down ? rows->first : in.start,
        .end = down ? in.start + 1 : rows->first,
        .node = in.node,
        .weight = in.weight,
    };
}

/* Puts the links of a component into rows by places. */
static void
fill_component (RhumbFlowRows *rows, const RhumbFlowComponent *component, RhumbRows in)
{
    Backward backward = backward_new (in.weight != NULL);
    gsize at = 0;
    for (guint32 p = 0; p < component->n_members; p++) {
        const guint32 v = component->member[p];
        double loop = 0;
        rows->first[p] = at;
        for (gsize i = in.start[v]; i < in.start[v + 1]; i++) {
            const guint32 from = component->place[in.node[i]];
            const double *weight = in.weight != NULL ? &in.weight[i] : NULL;
            if (from == PLACE_NONE)
                continue;
            if (from == p) {
                loop += weight != NULL ? *weight : 1;
            } else if (from > p) {
                backward_add (&backward, p, from, weight);
            } else {
                if (weight != NULL)
                    rows->weight[at] = *weight;
                rows->node[at++] = from;
            }
        }
        set_gain (rows, p, component->flow->pass[v], loop);
    }
    rows->first[component->n_members] = at;
    backward_give (&backward, rows);
}

/*
 * rhumb_flow_rows_init_component:
 * @rows: (out caller-allocates): to fill
 * @component: nodes in an order, with their places
 *
 * The links inside a component in its order.
 */
void
rhumb_flow_rows_init_component (RhumbFlowRows *rows, const RhumbFlowComponent *component)
{
    const RhumbRows in = rhumb_network_get_in_rows (component->flow->network);
    const guint32 n = component->n_members;
    gsize n_entries = 0;
    for (guint32 p = 0; p < n; p++) {
        const guint32 v = component->member[p];
        n_entries += in.start[v + 1] - in.start[v];
    }
    *rows = (RhumbFlowRows){
        .kept = g_new (double, n),
        .gain = rhumb_large_array_new (n, sizeof (double)),
        .first = rhumb_large_array_new ((gsize)n + 1, sizeof (gsize)),
        .node = rhumb_large_array_new (n_entries, sizeof (guint32)),
        .weight = in.weight != NULL ? rhumb_large_array_new (n_entries, sizeof (double)) : NULL,
    };
    fill_component (rows, component, in);
    rows->forward = (RhumbFlowOrder){
        .n_rows = n,
        .first = rows->first,
        .end = rows->first + 1,
        .node = rows->node,
        .weight = rows->weight,
    };
}

void
rhumb_flow_rows_clear (RhumbFlowRows *rows)
{
    g_free (rows->kept);
    g_free (rows->gain);
    g_free (rows->head);
    g_free (rows->start);
    g_free (rows->tail);
    g_free (rows->tail_weight);
    g_free (rows->first);
    g_free (rows->node);
    g_free (rows->weight);
}
