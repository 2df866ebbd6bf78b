/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Knowledge flows from cited to citing papers and forwards in time. Real citations break that rule
 * a little: online-first dates, versions, papers of one issue that cite each other. A citation of a
 * younger paper is dropped if both years are known; what then still runs in circles is shrunk: each
 * strong component counts as one node.
 *
 * Source: Batagelj (2003), arXiv:cs/0309023, who shrinks; dropping by date first keeps components
 * small.
 *
 * Cost: O(papers + citations).
 */
#include "analytics/time/citation-flow.h"

static RhumbNetwork *
turn (RhumbCitationFlow *flow, const RhumbNetwork *cites, const int *year, GError **error)
{
    const RhumbRows rows = rhumb_network_get_out_rows (cites);
    const gsize n_edges = rhumb_network_get_n_edges (cites);
    g_autofree guint32 *from = g_new (guint32, n_edges);
    g_autofree guint32 *to = g_new (guint32, n_edges);
    gsize n = 0;
    for (guint32 v = 0; v < rows.n_rows; v++) {
        for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++) {
            const guint32 u = rows.node[i];
            if (year != NULL && year[u] != 0 && year[v] != 0 && year[u] > year[v])
                continue;
            from[n] = u;
            to[n++] = v;
        }
    }
    flow->n_against_date = n_edges - n;
    return rhumb_network_new (RHUMB_NETWORK_DIRECTED, rows.n_rows, rows.n_rows, from, to, NULL, n,
                              error);
}

/* @year has one year for each node, 0 = unknown; NULL = all unknown. */
RhumbCitationFlow *
rhumb_citation_flow_new (const RhumbNetwork *cites, const int *year, GError **error)
{
    g_autoptr (RhumbCitationFlow) flow = g_new0 (RhumbCitationFlow, 1);
    flow->network = turn (flow, cites, year, error);
    if (flow->network == NULL)
        return NULL;
    flow->order = rhumb_strong_order_new (rhumb_network_get_out_rows (flow->network), NULL);
    const RhumbStrongOrder *order = flow->order;
    for (guint32 c = 0; c < order->n_components; c++) {
        const gsize size = order->start[c + 1] - order->start[c];
        flow->n_in_cycles += size > 1 ? (guint32)size : 0;
    }
    return g_steal_pointer (&flow);
}

void
rhumb_citation_flow_free (RhumbCitationFlow *flow)
{
    g_clear_pointer (&flow->network, rhumb_network_unref);
    g_clear_pointer (&flow->order, rhumb_strong_order_free);
    g_free (flow);
}
