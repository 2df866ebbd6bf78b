/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Finishes walks from fingerprints: what still waits at a node is dealt out over the nodes that
 * walks from there came by, as often as they did.
 *
 * Source: PowerWalk, Liu, Li, Lui and Cheng (2016), doi:10.1145/2983323.2983713; before, we follow
 * the pushes of push.c, where the source takes some rounds over all that waits.
 *
 * Cost: for each node at which something waits the length of its fingerprint.
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

void
walker_finish (RhumbWalker *walker)
{
    const RhumbFingerprints *fingerprints = walker->fingerprints;
    const guint32 n = walker->n_touched;
    for (guint32 i = 0; i < n; i++) {
        const guint32 v = walker->touched[i];
        const double share = walker->cell[v].waiting / fingerprints->n_walks;
        const guint8 *from = fingerprints->bytes + fingerprints->start[v];
        const guint8 *end = fingerprints->bytes + fingerprints->start[v + 1];
        walker->cell[v].waiting = 0;
        for (guint32 u = 0; share > 0 && from < end;) {
            u += fingerprints_read_number (&from);
            const double visits = share * fingerprints_read_number (&from);
            if (!walker_has_touched (walker, u))
                walker_touch (walker, u);
            walker->node[u].passed += visits;
            walker->total += visits;
        }
    }
    walker->residual = 0;
}
