/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Finishes walks from fingerprints: what still waits at a node is dealt out over the nodes that
 * walks from there came by, as often as they did, in numbers of 32 bits.
 *
 * Source: PowerWalk, Liu, Li, Lui and Cheng (2016), doi:10.1145/2983323.2983713; before, we follow
 * the pushes of push.c, where the source takes some rounds over all that waits.
 *
 * Cost: for each node at which something waits the length of its fingerprint, and O(nodes).
 */
#include "analytics/similar/fingerprints-private.h"
#include "analytics/similar/push-private.h"

/**
 * rhumb_walker_use_fingerprints:
 * @walker: a walker of a network
 * @fingerprints: (nullable): fingerprints of this network, which must stay as long as the walker;
 *   %NULL = none
 *
 * From the next start on finishes walks that are not exact from fingerprints.
 *
 * Since: 0.2
 */
void
rhumb_walker_use_fingerprints (RhumbWalker *walker, const RhumbFingerprints *fingerprints)
{
    g_return_if_fail (fingerprints == NULL || fingerprints->n_nodes == walker->n_nodes);
    walker->fingerprints = fingerprints;
}

/* Adds visits to the flow of nodes, which is 0 before. They stand close together there, and are
 * many more than the nodes. */
static void
deal_out (RhumbWalker *walker, guint32 node)
{
    const RhumbFingerprints *fingerprints = walker->fingerprints;
    const float share = (float)(walker->cell[node].waiting / fingerprints->n_walks);
    const guint8 *from = fingerprints->bytes + fingerprints->start[node];
    const guint8 *end = fingerprints->bytes + fingerprints->start[node + 1];
    guint32 u = 0;
    for (; share > 0 && from < end; from += ENTRY_BYTES) {
        const guint32 step = (guint32)from[0] | (guint32)from[1] << 8;
        u += from[2] > 0 ? step : step << 16;
        walker->flow[u] += share * from[2];
    }
}

void
walker_finish (RhumbWalker *walker)
{
    const guint32 n = walker->n_touched;
    for (guint32 i = 0; i < n; i++) {
        deal_out (walker, walker->touched[i]);
        walker->cell[walker->touched[i]].waiting = 0;
    }
    for (guint32 v = 0; v < walker->n_nodes; v++) {
        const double visits = (double)walker->flow[v];
        walker->flow[v] = 0;
        if (!(visits > 0))
            continue;
        if (!walker_has_touched (walker, v))
            walker_touch (walker, v);
        walker->node[v].passed += visits;
        walker->total += visits;
    }
    walker->residual = 0;
}
