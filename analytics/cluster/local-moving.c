/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Nodes move, one by one, to the cluster where quality gains most: the fast local moving of Traag,
 * Waltman and van Eck (2019), doi:10.1038/s41598-019-41695-z, on several processors. With w(v, C)
 * the weight of links from v to C, s the sizes and γ the resolution, moving v from A to B gains
 *
 *   w(v, B) − w(v, A − v) − γ s_v (S_B − S_A + s_v).
 *
 * Method: nodes wait in a random order, in large networks in that of their numbers. A batch of them
 * is taken, whose number depends on the network alone; for each of them the best cluster is looked
 * up in parallel, while nothing moves. A node that wants to move although an earlier neighbour in
 * the batch does too waits for the next round, because its sums may be out of date. The others'
 * sums hold, so that their gain is checked again with the sizes of the moment, one after the other
 * in their order, and those that still gain move. Every move therefore raises the quality, as in
 * the serial method, the first of a batch is never put off, and the result does not depend on the
 * number of threads. The neighbours of nodes that moved, in other clusters, wait again.
 *
 * Cost: O(edges) a round of all nodes; 33 bytes a node.
 */
#include "analytics/cluster/local-moving.h"

#include <math.h>
#include <string.h>

#include "analytics/cluster/tally.h"
#include "graph/corpus.h"

/* Networks below MIN_PARALLEL nodes move node by node, as the source does. */
#define MIN_PARALLEL 4096
#define BATCHES_A_ROUND 32
#define MAX_BATCH 16384

/* From this many nodes on they are asked in the order of their numbers, not at random: on 1 million
 * papers numbered by date a round takes two thirds of the time. */
#define LARGE 100000

/* Fewer nodes than this are not worth waking another thread. */
#define FEW 1024

/* Rounding is no gain: share of the terms that a gain must exceed. */
#define MIN_GAIN 1e-12

typedef struct {
    guint32 node;
    guint32 target;   /* RHUMB_NONE = a cluster of its own */
    double link_gain; /* w(v, B) − w(v, A − v) */
} Move;

typedef struct {
    const Level *level;
    double resolution;
    guint32 *cluster;
    double *total;     /* S of each cluster */
    guint32 *n_inside; /* nodes of each cluster */
    guint32 *empty;    /* clusters without nodes */
    guint32 n_empty;
    guint8 *is_waiting;
    guint32 *leaving; /* number of the last batch in which the node wanted to move */
    guint32 *rank;    /* of a node that wants to move: its place in that batch */
    Move *batch;
    guint32 n_batch;
    guint32 n_batches;
} State;

static void
init_state (State *state, const Level *level, double resolution, guint32 *cluster)
{
    const guint32 n = level->n_nodes;
    *state = (State){.level = level, .resolution = resolution, .cluster = cluster};
    state->total = g_new0 (double, n);
    state->n_inside = g_new0 (guint32, n);
    state->empty = g_new (guint32, n);
    state->is_waiting = g_new (guint8, n);
    state->leaving = g_new0 (guint32, n);
    state->rank = g_new (guint32, n);
    state->batch = g_new (Move, MIN (n, MAX_BATCH));
    memset (state->is_waiting, 1, n);
    for (guint32 v = 0; v < n; v++) {
        state->total[cluster[v]] += level->size[v];
        state->n_inside[cluster[v]]++;
    }
    for (guint32 c = n; c-- > 0;) {
        if (state->n_inside[c] == 0)
            state->empty[state->n_empty++] = c;
    }
}

static void
clear_state (State *state)
{
    g_free (state->total);
    g_free (state->n_inside);
    g_free (state->empty);
    g_free (state->is_waiting);
    g_free (state->leaving);
    g_free (state->rank);
    g_free (state->batch);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (State, clear_state)

/* Finds the best cluster for a node. */
static void
propose (const State *state, Move *move, Tally *tally)
{
    const Level *level = state->level;
    const guint32 v = move->node;
    const guint32 own = state->cluster[v];
    const double size = level->size[v];
    tally_begin (tally, level->end[v] - level->start[v]);
    double inside = 0;
    for (gsize i = level->start[v]; i < level->end[v]; i++) {
        const guint32 u = level->node[i];
        const guint32 c = state->cluster[u];
        if (c != own)
            tally_add (tally, c, level_get_weight (level, i));
        else if (u != v)
            inside += level_get_weight (level, i);
    }
    const double rate = state->resolution * size;
    const double stay = inside - rate * (state->total[own] - size);
    const double noise = MIN_GAIN * (inside + rate * state->total[own]);
    double best = MAX (stay, 0) + noise;
    move->target = stay < -noise && state->n_inside[own] > 1 ? RHUMB_NONE : own;
    move->link_gain = -inside;
    for (guint32 i = 0; i < tally->n_keys; i++) {
        const double link = tally_get (tally, i);
        const double value = link - rate * state->total[tally->key[i]];
        if (link > 0 && value > best) {
            best = value;
            move->target = tally->key[i];
            move->link_gain = link - inside;
        }
    }
}

/* Asks memory for the row of a node that comes soon, and for the clusters of the neighbours of one
 * that comes sooner: reading them is what takes the time. */
static void
fetch_ahead (const State *state, guint32 i)
{
    const Level *level = state->level;
    if (i + 12 < state->n_batch) {
        const guint32 later = state->batch[i + 12].node;
        __builtin_prefetch (&level->node[level->start[later]]);
        __builtin_prefetch (&level->node[level->start[later] + 16]);
    }
    if (i + 24 < state->n_batch)
        __builtin_prefetch (&level->start[state->batch[i + 24].node]);
    if (i + 5 < state->n_batch) {
        const guint32 soon = state->batch[i + 5].node;
        const gsize end = MIN (level->end[soon], level->start[soon] + 64);
        for (gsize e = level->start[soon]; e < end; e++)
            __builtin_prefetch (&state->cluster[level->node[e]]);
    }
}

/* Whether a neighbour that comes earlier in the batch wants to move too. */
static gboolean
must_wait (const State *state, const Move *move)
{
    const Level *level = state->level;
    const guint32 v = move->node;
    const guint32 place = state->rank[v];
    for (gsize i = level->start[v]; i < level->end[v]; i++) {
        const guint32 u = level->node[i];
        if (state->leaving[u] == state->n_batches && state->rank[u] < place)
            return TRUE;
    }
    return FALSE;
}

/* Moves the node if it still gains; else it stays where it is, and is asked again if it should
 * have moved. */
static gboolean
apply (State *state, Move *move)
{
    const guint32 v = move->node;
    const guint32 own = state->cluster[v];
    const double size = state->level->size[v];
    const double arrival = move->target != RHUMB_NONE ? state->total[move->target] : 0;
    const double rate = state->resolution * size;
    const double gain = move->link_gain - rate * (arrival - state->total[own] + size);
    const double noise = MIN_GAIN * (fabs (move->link_gain) + rate * (arrival + state->total[own]));
    if (gain <= noise || (move->target == RHUMB_NONE && state->n_empty == 0))
        return FALSE;
    if (move->target == RHUMB_NONE)
        move->target = state->empty[--state->n_empty];
    state->total[own] -= size;
    state->total[move->target] += size;
    state->n_inside[move->target]++;
    if (--state->n_inside[own] == 0) {
        state->empty[state->n_empty++] = own;
        state->total[own] = 0;
    }
    state->cluster[v] = move->target;
    return TRUE;
}

/* Neighbours of a node that moved, outside its new cluster, wait again. Threads may say so of the
 * same node at the same time: they say the same. */
static void
wake_neighbours (const State *state, guint32 v)
{
    const Level *level = state->level;
    const guint32 c = state->cluster[v];
    for (gsize i = level->start[v]; i < level->end[v]; i++) {
        const guint32 u = level->node[i];
        if (state->cluster[u] != c)
            __atomic_store_n (&state->is_waiting[u], 1, __ATOMIC_RELAXED);
    }
}

/* Finds where each node of the batch wants to be; returns how many want to move. */
static guint32
propose_moves (State *state, Tally *tallies)
{
    const guint32 n = state->n_batch;
    state->n_batches++;
#pragma omp parallel for schedule(dynamic, 128) if (n > FEW)
    for (guint32 i = 0; i < n; i++) {
        Move *move = &state->batch[i];
        fetch_ahead (state, i);
        propose (state, move, &tallies[get_thread ()]);
        if (move->target == state->cluster[move->node])
            continue;
        state->leaving[move->node] = state->n_batches;
        state->rank[move->node] = i;
    }
    guint32 n_leaving = 0;
    for (guint32 i = 0; i < n; i++) {
        if (state->batch[i].target != state->cluster[state->batch[i].node])
            state->batch[n_leaving++] = state->batch[i];
    }
    return n_leaving;
}

/* Moves those whose sums hold; returns how many moved, first in the batch. */
static guint32
apply_moves (State *state, guint32 n_leaving)
{
    guint32 n_moved = 0;
    for (guint32 i = 0; i < n_leaving; i++) {
        Move move = state->batch[i];
        if (state->is_waiting[move.node])
            continue;
        if (apply (state, &move))
            state->batch[n_moved++] = move;
        else
            state->is_waiting[move.node] = 1;
    }
    return n_moved;
}

/* One batch; returns how many nodes moved. */
static gsize
run_batch (State *state, Tally *tallies)
{
    const guint32 n_leaving = propose_moves (state, tallies);
#pragma omp parallel for schedule(dynamic, 128) if (n_leaving > FEW)
    for (guint32 i = 0; i < n_leaving; i++)
        state->is_waiting[state->batch[i].node] = must_wait (state, &state->batch[i]) ? 1 : 0;
    const guint32 n_moved = apply_moves (state, n_leaving);
#pragma omp parallel for schedule(dynamic, 128) if (n_moved > FEW)
    for (guint32 i = 0; i < n_moved; i++)
        wake_neighbours (state, state->batch[i].node);
    return n_moved;
}

static guint32
choose_batch (guint32 n_nodes)
{
    return n_nodes < MIN_PARALLEL ? 1 : MIN (n_nodes / BATCHES_A_ROUND, MAX_BATCH);
}

/* Takes nodes that wait, in their order, from @from on. */
static guint32
take_batch (State *state, const guint32 *order, guint32 from, guint32 max_batch)
{
    const guint32 n = state->level->n_nodes;
    state->n_batch = 0;
    for (; from < n && state->n_batch < max_batch; from++) {
        if (state->is_waiting[order[from]] == 0)
            continue;
        state->is_waiting[order[from]] = 0;
        state->batch[state->n_batch++].node = order[from];
    }
    return from;
}

/* All nodes as they are numbered: their rows then come one after the other from memory. */
static guint32 *
list_nodes (guint32 n_nodes)
{
    guint32 *order = g_new (guint32, n_nodes);
    for (guint32 v = 0; v < n_nodes; v++)
        order[v] = v;
    return order;
}

/* Moves nodes of @level, whose clusters are numbered below its number of nodes, until no node
 * gains by moving, or until a round moves less than a share of @min_moved of the nodes. Returns
 * how many moves there were. */
gsize
move_nodes (const Level *level, double resolution, double min_moved, guint64 seed, guint32 *cluster)
{
    const guint32 n = level->n_nodes;
    g_auto (State) state = {0};
    init_state (&state, level, resolution, cluster);
    g_autofree guint32 *order = n < LARGE ? shuffle_nodes (n, seed) : list_nodes (n);
    const guint32 max_batch = choose_batch (n);
    g_autoptr (Tally) tallies = tallies_new (count_threads (), level_get_max_degree (level));
    gsize n_moves = 0;
    for (gsize n_round = 1; n_round > 0;) {
        n_round = 0;
        gsize n_asked = 0;
        for (guint32 from = 0; from < n;) {
            from = take_batch (&state, order, from, max_batch);
            n_asked += state.n_batch;
            n_round += run_batch (&state, tallies);
        }
        n_moves += n_round;
        if (n_asked == 0 || (double)n_round < min_moved * n)
            break;
    }
    return n_moves;
}
