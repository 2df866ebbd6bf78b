/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Finishes walks from fingerprints: what still waits at a node is dealt out over the nodes that
 * walks from there came by, as often as they did, in numbers of 32 bits. Then, if that took about
 * as long, one step along all links is taken.
 *
 * Source: PowerWalk, Liu, Li, Lui and Cheng (2016), doi:10.1145/2983323.2983713; before, we follow
 * the pushes of push.c, where the source takes some rounds over all that waits. The step is an idea
 * of our own. With r waiting and f what was dealt out, f estimates the solution of f = r + d Pᵀ f;
 * so does r + d Pᵀ f, in which the chances of a node's neighbours even out: at the same threshold
 * the distance to exact scores is a quarter of what it was (bench/bench-similar).
 *
 * Cost: for each node at which something waits the length of its fingerprint, O(nodes), and for the
 * step O(edges).
 */
#include "analytics/similar/fingerprints-private.h"
#include "analytics/similar/push-private.h"

/* One step along all links is worth it if they are at most so many times as many as what is dealt
 * out. */
#define MORE_LINKS 4

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
 * many more than the nodes. Returns how many entries were read. */
static gsize
deal_out (RhumbWalker *walker, guint32 node)
{
    const RhumbFingerprints *fingerprints = walker->fingerprints;
    const float share = (float)(walker->cell[node].waiting / fingerprints->n_walks);
    const guint8 *from = fingerprints->bytes + fingerprints->start[node];
    const guint8 *end = fingerprints->bytes + fingerprints->start[node + 1];
    const gsize n = share > 0 ? (gsize)(end - from) / ENTRY_BYTES : 0;
    guint32 u = 0;
    for (gsize i = 0; i < n; i++, from += ENTRY_BYTES) {
        const guint32 step = (guint32)from[0] | (guint32)from[1] << 8;
        u += from[2] > 0 ? step : step << 16;
        walker->flow[u] += share * from[2];
    }
    return n;
}

/* Visits of a node that come with one step from those dealt out, of which the flow holds what goes
 * along a link of weight 1. */
static double
take_step (RhumbWalker *walker, guint32 node)
{
    const Row in = rhumb_row_source_get_in (&walker->source, node, &walker->room);
    double sum = 0;
    for (gsize i = 0; i < in.n; i++) {
        const double flow = (double)walker->flow[in.node[i]];
        sum += in.weight != NULL ? flow * in.weight[i] : flow;
    }
    return walker->cell[node].waiting + walker->damping * sum;
}

static void
add_visits (RhumbWalker *walker, guint32 node, double visits)
{
    if (!(visits > 0))
        return;
    if (!walker_has_touched (walker, node))
        rhumb_walker_touch (walker, node);
    walker->node[node].passed += visits;
    walker->total += visits;
}

/* Dealt out visits are those that wait, and what comes with a step from dealt out visits: many of
 * them meet there, and their chances even out. */
static void
even_out (RhumbWalker *walker)
{
    for (guint32 v = 0; v < walker->n_nodes; v++) {
        const double strength = walker->node[v].strength;
        walker->flow[v] = strength > 0 ? (float)(walker->flow[v] / strength) : 0;
    }
    for (guint32 v = 0; v < walker->n_nodes; v++)
        add_visits (walker, v, take_step (walker, v));
}

void
rhumb_walker_finish (RhumbWalker *walker)
{
    const guint32 n = walker->n_touched;
    gsize n_dealt = 0;
    for (guint32 i = 0; i < n; i++)
        n_dealt += deal_out (walker, walker->touched[i]);
    if (walker->start != NULL && walker->start[walker->n_nodes] / MORE_LINKS <= n_dealt) {
        even_out (walker);
    } else {
        for (guint32 v = 0; v < walker->n_nodes; v++)
            add_visits (walker, v, (double)walker->flow[v]);
    }
    for (guint32 i = 0; i < n; i++)
        walker->cell[walker->touched[i]].waiting = 0;
    for (guint32 v = 0; v < walker->n_nodes; v++)
        walker->flow[v] = 0;
    walker->residual = 0;
}
