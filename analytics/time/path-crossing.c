/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * A path that enters a circle of papers at one and leaves it at another would look broken: the
 * shortest way of citations between the two is added, equally short ones in the order of papers.
 * Where several arcs enter or leave, each entry is joined with the nearest exit, and each exit that
 * is not met so with its nearest entry. What is added weighs what the heaviest arc into the circle
 * weighs.
 *
 * Cost: O(citations inside circles on the path × entries and exits).
 */
#include "analytics/time/path-crossing.h"

RhumbPathArcs *
rhumb_path_arcs_new (void)
{
    RhumbPathArcs *arcs = g_new (RhumbPathArcs, 1);
    arcs->arc = g_array_new (FALSE, FALSE, sizeof (RhumbPathArc));
    arcs->known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
    return arcs;
}

void
rhumb_path_arcs_free (RhumbPathArcs *arcs)
{
    g_array_unref (arcs->arc);
    g_hash_table_unref (arcs->known);
    g_free (arcs);
}

void
rhumb_path_arcs_add (RhumbPathArcs *arcs, guint32 from, guint32 to, double weight)
{
    gint64 *pair = g_new (gint64, 1);
    *pair = (gint64)(((guint64)from << 32) | to);
    if (!g_hash_table_add (arcs->known, pair))
        return;
    const RhumbPathArc arc = {from, to, weight};
    g_array_append_val (arcs->arc, arc);
}

enum { ENTRY = 1, EXIT = 2 };

typedef struct {
    const RhumbCitationFlow *flow;
    guint8 *role;      /* of each node: ENTRY, EXIT or both */
    guint32 *previous; /* of each node, in the search that runs */
    double *weight;    /* of each component: its heaviest arc in */
} Crossing;

/* Breadth first from @start inside its component to the nearest node that has @wanted; the way is
 * added. Returns that node. */
static guint32
join (Crossing *crossing, RhumbPathArcs *arcs, guint32 start, guint8 wanted, gboolean forward)
{
    const RhumbNetwork *network = crossing->flow->network;
    const RhumbRows rows =
        forward ? rhumb_network_get_out_rows (network) : rhumb_network_get_in_rows (network);
    const guint32 *component = crossing->flow->order->component;
    g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint32));
    guint32 found = RHUMB_NO_COMPONENT;
    crossing->previous[start] = start;
    g_array_append_val (queue, start);
    for (guint i = 0; i < queue->len && found == RHUMB_NO_COMPONENT; i++) {
        const guint32 v = g_array_index (queue, guint32, i);
        if (crossing->role[v] & wanted)
            found = v;
        for (gsize k = rows.start[v]; k < rows.start[v + 1]; k++) {
            const guint32 u = rows.node[k];
            if (component[u] != component[v] || crossing->previous[u] != RHUMB_NO_COMPONENT)
                continue;
            crossing->previous[u] = v;
            g_array_append_val (queue, u);
        }
    }
    for (guint32 v = found; v != start; v = crossing->previous[v]) {
        const guint32 u = crossing->previous[v];
        rhumb_path_arcs_add (arcs, forward ? u : v, forward ? v : u,
                             crossing->weight[component[v]]);
    }
    for (guint i = 0; i < queue->len; i++)
        crossing->previous[g_array_index (queue, guint32, i)] = RHUMB_NO_COMPONENT;
    return found;
}

static gboolean
is_circle (const RhumbStrongOrder *order, guint32 c)
{
    return order->start[c + 1] - order->start[c] > 1;
}

/* Finds where arcs enter and leave circles. TRUE if a circle is both entered and left. */
static void
find_roles (Crossing *crossing, const RhumbPathArcs *arcs, guint8 *passed)
{
    const RhumbStrongOrder *order = crossing->flow->order;
    for (guint i = 0; i < arcs->arc->len; i++) {
        const RhumbPathArc *arc = &g_array_index (arcs->arc, RhumbPathArc, i);
        const guint32 c = order->component[arc->to];
        crossing->role[arc->to] |= ENTRY;
        crossing->role[arc->from] |= EXIT;
        passed[c] |= ENTRY;
        passed[order->component[arc->from]] |= EXIT;
        crossing->weight[c] = MAX (crossing->weight[c], arc->weight);
    }
}

static void
cross_circles (RhumbPathArcs *arcs, const RhumbCitationFlow *flow)
{
    const RhumbStrongOrder *order = flow->order;
    const guint32 n_nodes = rhumb_network_get_n_from (flow->network);
    g_autofree guint8 *role = g_new0 (guint8, n_nodes);
    g_autofree guint8 *passed = g_new0 (guint8, order->n_components);
    g_autofree guint8 *met = g_new0 (guint8, n_nodes);
    g_autofree guint32 *previous = g_new (guint32, n_nodes);
    g_autofree double *weight = g_new0 (double, order->n_components);
    for (guint32 v = 0; v < n_nodes; v++)
        previous[v] = RHUMB_NO_COMPONENT;
    Crossing crossing = {flow, role, previous, weight};
    find_roles (&crossing, arcs, passed);
    for (guint32 v = 0; v < n_nodes; v++) {
        const guint32 c = order->component[v];
        if (is_circle (order, c) && passed[c] == (ENTRY | EXIT) && (role[v] & ENTRY))
            met[join (&crossing, arcs, v, EXIT, TRUE)] = TRUE;
    }
    for (guint32 v = 0; v < n_nodes; v++) {
        const guint32 c = order->component[v];
        if (is_circle (order, c) && passed[c] == (ENTRY | EXIT) && (role[v] & EXIT) && !met[v])
            join (&crossing, arcs, v, ENTRY, FALSE);
    }
}

/* The arcs as a network of the nodes of @flow. */
RhumbNetwork *
rhumb_path_arcs_finish (RhumbPathArcs *arcs, const RhumbCitationFlow *flow, GError **error)
{
    if (flow->n_in_cycles > 0)
        cross_circles (arcs, flow);
    const guint n = arcs->arc->len;
    const guint32 n_nodes = rhumb_network_get_n_from (flow->network);
    g_autofree guint32 *from = g_new (guint32, n);
    g_autofree guint32 *to = g_new (guint32, n);
    g_autofree double *weight = g_new (double, n);
    for (guint i = 0; i < n; i++) {
        const RhumbPathArc *arc = &g_array_index (arcs->arc, RhumbPathArc, i);
        from[i] = arc->from;
        to[i] = arc->to;
        weight[i] = arc->weight;
    }
    return rhumb_network_new (RHUMB_NETWORK_DIRECTED, n_nodes, n_nodes, from, to, weight, n, error);
}
