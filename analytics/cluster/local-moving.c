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
 * Cost: O(edges) a round of all nodes; 30 bytes a node.
 */
#include "analytics/cluster/local-moving.h"

#include <math.h>
#include <string.h>

#include "analytics/cluster/tally.h"
#include "graph/corpus.h"
#include "graph/large-array.h"
#include "graph/threads-private.h"

/* Networks below MIN_PARALLEL nodes, and denser ones whose batches would hold fewer than MIN_SHARED
 * links, move node by node, as the source does. */
#define MIN_PARALLEL 4096
#define BATCHES_A_ROUND 32
#define MAX_BATCH 16384
#define MIN_SHARED 8192.0

/* A node of a batch has one link to the rest of it in so many batches. Larger batches make nodes
 * wait for each other, and in the dense upper levels most of them did, for a hundred rounds. */
#define LINKS_APART 3.0

/* From this many nodes on they are asked in the order of their numbers, not at random: on 1 million
 * papers numbered by date a round takes two thirds of the time. */
#define LARGE 100000

/* Fewer links than this are not worth waking another thread. */
#define FEW_LINKS 16384
#define GRAIN 32

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
    guint8 *is_leaving; /* whether the node wants to move, while its batch is looked at */
    guint32 *rank;      /* of a node that wants to move: its place in that batch */
    Move *batch;
    guint32 n_batch;
    double mean_degree;
} State;

static void
init_state (State *state, const Level *level, double resolution, guint32 *cluster)
{
    const guint32 n = level->n_nodes;
    *state = (State){.level = level, .resolution = resolution, .cluster = cluster};
    state->mean_degree = n > 0 ? (double)level->start[n] / n : 0;
    state->total = rhumb_large_array_new (n, sizeof (double));
    state->n_inside = rhumb_large_array_new (n, sizeof (guint32));
    state->empty = rhumb_large_array_new (n, sizeof (guint32));
    state->is_waiting = g_new (guint8, n);
    state->is_leaving = g_new0 (guint8, n);
    state->rank = rhumb_large_array_new (n, sizeof (guint32));
    state->batch = g_new (Move, MIN (n, MAX_BATCH));
    memset (state->is_waiting, 1, n);
    for (guint32 c = 0; c < n; c++) {
        state->total[c] = 0;
        state->n_inside[c] = 0;
    }
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
    g_free (state->is_leaving);
    g_free (state->rank);
    g_free (state->batch);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (State, clear_state)

/* Finds the best cluster for a node; @met are the clusters of its neighbours. */
static void
propose (const State *state, Move *move, Tally *tally, const guint32 *met)
{
    const Level *level = state->level;
    const guint32 v = move->node;
    const guint32 own = state->cluster[v];
    const double size = level->size[v];
    tally_begin (tally, level->end[v] - level->start[v]);
    double inside = 0;
    for (gsize i = level->start[v]; i < level->end[v]; i++) {
        const guint32 u = level->node[i];
        const guint32 c = *met++;
        if (c != own) {
            /* Its size is asked for now, because it is looked up below. */
            if (tally_add (tally, c, level_get_weight (level, i)))
                __builtin_prefetch (&state->total[c]);
        } else if (u != v) {
            inside += level_get_weight (level, i);
        }
    }
    const double rate = state->resolution * size;
    const double stay = inside - rate * (state->total[own] - size);
    const double noise = MIN_GAIN * (inside + rate * state->total[own]);
    double best = MAX (stay, 0) + noise;
    move->target = stay < -noise && state->n_inside[own] > 1 ? RHUMB_NONE : own;
    move->link_gain = -inside;
    for (guint32 i = 0; i < tally->n_keys; i++) {
        const double link = tally_get (tally, i);
        /* What is looked up below only takes away: most clusters need not be looked up. */
        if (link <= best)
            continue;
        const double value = link - rate * state->total[tally->key[i]];
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
meet (const State *state, guint32 from, guint32 end, Tally *tally)
{
    const Level *level = state->level;
    gsize n_met = 0;
    guint32 i = from;
    for (; i < end; i++) {
        const guint32 v = state->batch[i].node;
        const gsize start = level->start[v];
        const gsize degree = level->end[v] - start;
        if (n_met + degree > tally->capacity)
            break;
        __builtin_prefetch (&state->total[state->cluster[v]]);
        for (gsize e = 0; e < degree; e++)
            tally->met[n_met + e] = state->cluster[level->node[start + e]];
        n_met += degree;
    }
    return i;
}

/* Whether a neighbour that comes earlier in the batch wants to move too. */
static guint8
must_wait (const State *state, const Move *move)
{
    const Level *level = state->level;
    const guint32 v = move->node;
    const guint32 place = state->rank[v];
    for (gsize i = level->start[v]; i < level->end[v]; i++) {
        const guint32 u = level->node[i];
        if (state->is_leaving[u] && state->rank[u] < place)
            return 1;
    }
    return 0;
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
        /* Where it waits already nothing is written, which would take the place from the cache of
         * the other threads. */
        if (!__atomic_load_n (&state->is_waiting[u], __ATOMIC_RELAXED) && state->cluster[u] != c)
            __atomic_store_n (&state->is_waiting[u], 1, __ATOMIC_RELAXED);
    }
}

static void
propose_some (State *state, guint32 from, guint32 end, Tally *tally)
{
    for (guint32 next; from < end; from = next) {
        next = meet (state, from, end, tally);
        const guint32 *met = tally->met;
        for (guint32 i = from; i < next; i++) {
            Move *move = &state->batch[i];
            propose (state, move, tally, met);
            met += state->level->end[move->node] - state->level->start[move->node];
            if (move->target == state->cluster[move->node])
                continue;
            state->is_leaving[move->node] = 1;
            state->rank[move->node] = i;
        }
    }
}

/* Whether nodes have links enough to wake another thread for. */
static gboolean
is_worth_sharing (const State *state, guint32 n)
{
    return (double)n * state->mean_degree > FEW_LINKS;
}

static void
propose_shared (State *state, guint32 n, Tally *tallies)
{
#pragma omp parallel for schedule(dynamic, 8)
    for (guint32 from = 0; from < n; from += GRAIN)
        propose_some (state, from, MIN (from + GRAIN, n), &tallies[rhumb_get_thread ()]);
}

/* Finds where each node of the batch wants to be; returns how many want to move. */
static guint32
propose_moves (State *state, Tally *tallies)
{
    const guint32 n = state->n_batch;
    if (is_worth_sharing (state, n))
        propose_shared (state, n, tallies);
    else
        propose_some (state, 0, n, tallies);
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

static void
put_off_shared (State *state, guint32 n_leaving)
{
#pragma omp parallel for schedule(dynamic, 128)
    for (guint32 i = 0; i < n_leaving; i++)
        state->is_waiting[state->batch[i].node] = must_wait (state, &state->batch[i]);
}

static void
wake_shared (const State *state, guint32 n_moved)
{
#pragma omp parallel for schedule(dynamic, 128)
    for (guint32 i = 0; i < n_moved; i++)
        wake_neighbours (state, state->batch[i].node);
}

/* One batch; returns how many nodes moved. Threads are not even asked for where there is little to
 * share: that alone took most of the time of small networks, which move node by node. */
static gsize
run_batch (State *state, Tally *tallies)
{
    const guint32 n_leaving = propose_moves (state, tallies);
    if (is_worth_sharing (state, n_leaving)) {
        put_off_shared (state, n_leaving);
    } else {
        for (guint32 i = 0; i < n_leaving; i++)
            state->is_waiting[state->batch[i].node] = must_wait (state, &state->batch[i]);
    }
    for (guint32 i = 0; i < n_leaving; i++)
        state->is_leaving[state->batch[i].node] = 0;
    const guint32 n_moved = apply_moves (state, n_leaving);
    if (is_worth_sharing (state, n_moved)) {
        wake_shared (state, n_moved);
    } else {
        for (guint32 i = 0; i < n_moved; i++)
            wake_neighbours (state, state->batch[i].node);
    }
    return n_moved;
}

/* So many that few nodes of a batch are linked; node by node if that is too little to share. */
static guint32
choose_batch (const Level *level)
{
    const guint32 n = level->n_nodes;
    if (n < MIN_PARALLEL)
        return 1;
    const double n_links = (double)level->start[n];
    const double apart = (double)n * (double)n / (LINKS_APART * MAX (n_links, 1));
    const double batch = MIN (apart, MIN (n / BATCHES_A_ROUND, MAX_BATCH));
    return batch * n_links / n < MIN_SHARED ? 1 : (guint32)batch;
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
    const guint32 max_batch = choose_batch (level);
    g_autoptr (Tally) tallies = tallies_new (rhumb_get_n_threads (), level_get_max_degree (level));
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
