/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which papers lie on the longest chains of citations? With h(u) arcs on the longest path that ends
 * in u, d(v) on the one that starts in v and L on the longest of all, an arc (u, v) is on a path of
 * h(u) + 1 + d(v) arcs; what lacks to L is called its criticality, and the papers within a limit of
 * it a basket. Simpler than counting paths and, by its authors, as good at finding key papers.
 *
 * Source: Price and Evans (2025), arXiv:2512.12355. Papers that cite each other in circles count as
 * one.
 *
 * Cost: O(papers + citations).
 */
#include "analytics/time/longest-paths.h"

/* Arcs on the longest path that ends in each component, or starts there. */
static guint32 *
measure_depth (const RhumbCitationFlow *flow, gboolean forward)
{
    const RhumbStrongOrder *order = flow->order;
    const RhumbRows rows = forward ? rhumb_network_get_in_rows (flow->network)
                                   : rhumb_network_get_out_rows (flow->network);
    guint32 *depth = g_new0 (guint32, MAX (order->n_components, 1));
    for (guint32 i = 0; i < order->n_components; i++) {
        const guint32 c = forward ? i : order->n_components - 1 - i;
        for (gsize k = order->start[c]; k < order->start[c + 1]; k++) {
            const guint32 v = order->node[k];
            for (gsize e = rows.start[v]; e < rows.start[v + 1]; e++) {
                const guint32 next = order->component[rows.node[e]];
                if (next != c)
                    depth[c] = MAX (depth[c], depth[next] + 1);
            }
        }
    }
    return depth;
}

static void
add_arcs (const RhumbCitationFlow *flow, const guint32 *height, const guint32 *depth,
          guint64 shortest, RhumbPathArcs *arcs)
{
    const RhumbRows out = rhumb_network_get_out_rows (flow->network);
    const guint32 *component = flow->order->component;
    for (guint32 v = 0; v < out.n_rows; v++) {
        for (gsize i = out.start[v]; i < out.start[v + 1]; i++) {
            const guint32 u = out.node[i];
            const guint32 length = height[component[v]] + 1 + depth[component[u]];
            if (component[u] != component[v] && length >= shortest)
                rhumb_path_arcs_add (arcs, v, u, length);
        }
    }
}

void
rhumb_find_longest_paths (const RhumbCitationFlow *flow, RhumbPathArcs *arcs, guint slack,
                          guint32 *longest)
{
    g_autofree guint32 *height = measure_depth (flow, TRUE);
    g_autofree guint32 *depth = measure_depth (flow, FALSE);
    *longest = 0;
    for (guint32 c = 0; c < flow->order->n_components; c++)
        *longest = MAX (*longest, height[c]);
    if (arcs != NULL)
        add_arcs (flow, height, depth, *longest > slack ? *longest - slack : 0, arcs);
}
