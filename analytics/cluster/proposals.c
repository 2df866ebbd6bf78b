/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Where the nodes of a batch want to be: for each the cluster with the largest gain (see
 * local-moving), while nothing moves.
 *
 * Cost: O(links of the batch).
 */
#include "analytics/cluster/proposals.h"

#include "graph/corpus.h"
#include "graph/threads-private.h"

#define GRAIN 32

/* Finds the best cluster for a node; @met are the clusters of its neighbours. */
static void
propose (const Moving *moving, Move *move, Tally *tally, const guint32 *met)
{
    const Level *level = moving->level;
    const guint32 v = move->node;
    const guint32 own = moving->cluster[v];
    const double size = level->size[v];
    tally_begin (tally, level->end[v] - level->start[v]);
    /* A copy, which stores into its arrays cannot change: it stays in registers. */
    Tally sums = *tally;
    double inside = 0;
    for (gsize i = level->start[v]; i < level->end[v]; i++) {
        const guint32 u = level->node[i];
        const guint32 c = *met++;
        if (c != own) {
            /* Its total is fetched early: it is looked up below. */
            if (tally_add (&sums, c, level_get_weight (level, i)))
                __builtin_prefetch (&moving->total[c]);
        } else if (u != v) {
            inside += level_get_weight (level, i);
        }
    }
    tally->n_keys = sums.n_keys;
    const double rate = moving->resolution * size;
    const double stay = inside - rate * (moving->total[own] - size);
    const double noise = MIN_GAIN * (inside + rate * moving->total[own]);
    double best = MAX (stay, 0) + noise;
    move->from = own;
    move->has_moved = FALSE;
    move->target = stay < -noise && moving->n_inside[own] > 1 ? RHUMB_NONE : own;
    move->link_gain = -inside;
    for (guint32 i = 0; i < tally->n_keys; i++) {
        const double link = tally_get (tally, i);
        /* What is looked up below only takes away: most clusters need not be looked up. */
        if (link <= best)
            continue;
        const double value = link - rate * moving->total[tally->key[i]];
        if (value > best) {
            best = value;
            move->target = tally->key[i];
            move->link_gain = link - inside;
        }
    }
}

/* Looks up the clusters of all neighbours of as many nodes of the batch as there is room for. A
 * loop that does nothing else lets the processor wait for many places of memory at once, which is
 * what takes the time. Returns the first node that was left out. */
static guint32
meet (const Moving *moving, guint32 from, guint32 end, Tally *tally)
{
    const Level *level = moving->level;
    gsize n_met = 0;
    guint32 i = from;
    for (; i < end; i++) {
        const guint32 v = moving->batch[i].node;
        const gsize start = level->start[v];
        const gsize degree = level->end[v] - start;
        if (n_met + degree > tally->capacity)
            break;
        __builtin_prefetch (&moving->total[moving->cluster[v]]);
        for (gsize e = 0; e < degree; e++)
            tally->met[n_met + e] = moving->cluster[level->node[start + e]];
        n_met += degree;
    }
    return i;
}

static void
propose_some (Moving *moving, guint32 from, guint32 end, Tally *tally)
{
    for (guint32 next; from < end; from = next) {
        next = meet (moving, from, end, tally);
        const guint32 *met = tally->met;
        for (guint32 i = from; i < next; i++) {
            Move *move = &moving->batch[i];
            propose (moving, move, tally, met);
            met += moving->level->end[move->node] - moving->level->start[move->node];
        }
    }
}

static void
propose_shared (Moving *moving, guint32 n, Tally *tallies)
{
#pragma omp parallel for schedule(dynamic, 8)
    for (guint32 from = 0; from < n; from += GRAIN)
        propose_some (moving, from, MIN (from + GRAIN, n), &tallies[rhumb_get_thread ()]);
}

/* Finds where each node of the batch wants to be; returns how many want to move, which come first
 * in the batch then. */
guint32
rhumb_propose_moves (Moving *moving, Tally *tallies)
{
    const guint32 n = moving->n_batch;
    if (is_worth_sharing (moving, n))
        propose_shared (moving, n, tallies);
    else
        propose_some (moving, 0, n, tallies);
    guint32 n_leaving = 0;
    for (guint32 i = 0; i < n; i++) {
        const Move move = moving->batch[i];
        if (move.target == move.from)
            continue;
        moving->is_leaving[move.node] = 1;
        moving->rank[move.node] = n_leaving;
        moving->batch[n_leaving++] = move;
    }
    return n_leaving;
}
