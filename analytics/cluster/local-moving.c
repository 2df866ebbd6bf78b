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
 * up in parallel, while nothing moves. Two kinds of earlier neighbours in the batch would take away
 * from what v gains by moving from A to B: those that want to leave B, and those that want to join
 * A. A node waits for the next round if one of them does move. All other moves of neighbours leave
 * the gain as it is or add to it, so that it is checked again with the sizes of the moment, one
 * node after the other in their order, and those that still gain move. Every move therefore raises
 * the quality, as in the serial method, the first of a batch is never put off, and the result does
 * not depend on the number of threads. The neighbours of nodes that moved, in other clusters, wait
 * again.
 *
 * Cost: O(edges) a round of all nodes; 30 bytes a node.
 */
#include "analytics/cluster/local-moving.h"

#include <math.h>
#include <string.h>

#include "analytics/cluster/proposals.h"
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

static void
init_moving (Moving *moving, const Level *level, double resolution, guint32 *cluster)
{
    const guint32 n = level->n_nodes;
    *moving = (Moving){.level = level, .resolution = resolution, .cluster = cluster};
    moving->mean_degree = n > 0 ? (double)level->n_entries / n : 0;
    moving->total = rhumb_large_array_new (n, sizeof (double));
    moving->n_inside = rhumb_large_array_new (n, sizeof (guint32));
    moving->empty = rhumb_large_array_new (n, sizeof (guint32));
    moving->is_waiting = g_new (guint8, n);
    moving->is_leaving = g_new0 (guint8, n);
    moving->rank = rhumb_large_array_new (n, sizeof (guint32));
    moving->batch = g_new (Move, MIN (n, MAX_BATCH));
    memset (moving->is_waiting, 1, n);
    for (guint32 c = 0; c < n; c++) {
        moving->total[c] = 0;
        moving->n_inside[c] = 0;
    }
    for (guint32 v = 0; v < n; v++) {
        moving->total[cluster[v]] += level->size[v];
        moving->n_inside[cluster[v]]++;
    }
    for (guint32 c = n; c-- > 0;) {
        if (moving->n_inside[c] == 0)
            moving->empty[moving->n_empty++] = c;
    }
}

static void
clear_moving (Moving *moving)
{
    g_free (moving->total);
    g_free (moving->n_inside);
    g_free (moving->empty);
    g_free (moving->is_waiting);
    g_free (moving->is_leaving);
    g_free (moving->rank);
    g_free (moving->batch);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Moving, clear_moving)

/* Whether a neighbour that comes earlier in the batch wants to leave the cluster that the node
 * wants to join, or to join the one that it wants to leave; or, if @is_final, has done so. Where
 * moving is gradual, any move of it counts. */
static guint8
must_wait (const Moving *moving, const Move *move, gboolean is_final)
{
    const Level *level = moving->level;
    const guint32 v = move->node;
    for (gsize i = level->start[v]; i < level->end[v]; i++) {
        const guint32 u = level->node[i];
        if (!moving->is_leaving[u])
            continue;
        const Move *other = &moving->batch[moving->rank[u]];
        if (other >= move || (is_final && !other->has_moved))
            continue;
        if (moving->is_gradual || other->from == move->target || other->target == move->from)
            return 1;
    }
    return 0;
}

/* Moves the node if it still gains; else it stays where it is, and is asked again if it should
 * have moved. */
static gboolean
apply (Moving *moving, Move *move)
{
    const guint32 v = move->node;
    const guint32 own = move->from;
    const double size = moving->level->size[v];
    const double arrival = move->target != RHUMB_NONE ? moving->total[move->target] : 0;
    const double rate = moving->resolution * size;
    const double gain = move->link_gain - rate * (arrival - moving->total[own] + size);
    const double noise =
        MIN_GAIN * (fabs (move->link_gain) + rate * (arrival + moving->total[own]));
    if (gain <= noise || (move->target == RHUMB_NONE && moving->n_empty == 0))
        return FALSE;
    if (move->target == RHUMB_NONE)
        move->target = moving->empty[--moving->n_empty];
    moving->total[own] -= size;
    moving->total[move->target] += size;
    moving->n_inside[move->target]++;
    if (--moving->n_inside[own] == 0) {
        moving->empty[moving->n_empty++] = own;
        moving->total[own] = 0;
    }
    moving->cluster[v] = move->target;
    return TRUE;
}

/* Neighbours of a node that moved, outside its new cluster, wait again. Threads may say so of the
 * same node at the same time: they say the same. */
static void
wake_neighbours (const Moving *moving, guint32 v)
{
    const Level *level = moving->level;
    const guint32 c = moving->cluster[v];
    for (gsize i = level->start[v]; i < level->end[v]; i++) {
        const guint32 u = level->node[i];
        /* Where it waits already nothing is written, which would take the place from the cache of
         * the other threads. */
        if (!__atomic_load_n (&moving->is_waiting[u], __ATOMIC_RELAXED) && moving->cluster[u] != c)
            __atomic_store_n (&moving->is_waiting[u], 1, __ATOMIC_RELAXED);
    }
}

/* Who may have to wait: for neighbours that may have to wait themselves. */
static void
put_off (const Moving *moving, guint32 n_leaving)
{
#pragma omp parallel for schedule(dynamic, 128) if (is_worth_sharing(moving, n_leaving))
    for (guint32 i = 1; i < n_leaving; i++)
        moving->is_waiting[moving->batch[i].node] = must_wait (moving, &moving->batch[i], FALSE);
}

/* Moves those whose sums hold; returns how many moved. */
static guint32
apply_moves (Moving *moving, guint32 n_leaving)
{
    guint32 n_moved = 0;
    for (guint32 i = 0; i < n_leaving; i++) {
        Move *move = &moving->batch[i];
        if (moving->is_waiting[move->node] && must_wait (moving, move, TRUE))
            continue;
        move->has_moved = apply (moving, move);
        moving->is_waiting[move->node] = !move->has_moved;
        n_moved += move->has_moved;
    }
    for (guint32 i = 0; i < n_leaving; i++)
        moving->is_leaving[moving->batch[i].node] = 0;
    return n_moved;
}

static void
wake (const Moving *moving, guint32 n_leaving)
{
#pragma omp parallel for schedule(dynamic, 128) if (is_worth_sharing(moving, n_leaving))
    for (guint32 i = 0; i < n_leaving; i++) {
        if (moving->batch[i].has_moved)
            wake_neighbours (moving, moving->batch[i].node);
    }
}

/* One batch; returns how many nodes moved. Threads are not even asked for where there is little to
 * share: that alone took most of the time of small networks, which move node by node. */
static gsize
run_batch (Moving *moving, Tally *tallies)
{
    const guint32 n_leaving = rhumb_propose_moves (moving, tallies);
    if (n_leaving > 1)
        put_off (moving, n_leaving);
    const guint32 n_moved = apply_moves (moving, n_leaving);
    if (n_moved > 0)
        wake (moving, n_leaving);
    return n_moved;
}

/* So many that few nodes of a batch are linked; node by node if that is too little to share. */
static guint32
choose_batch (const Level *level)
{
    const guint32 n = level->n_nodes;
    if (n < MIN_PARALLEL)
        return 1;
    const double n_links = (double)level->n_entries;
    const double apart = (double)n * (double)n / (LINKS_APART * MAX (n_links, 1));
    const double batch = MIN (apart, MIN (n / BATCHES_A_ROUND, MAX_BATCH));
    return batch * n_links / n < MIN_SHARED ? 1 : (guint32)batch;
}

/* Takes nodes that wait, in their order, from @from on. */
static guint32
take_batch (Moving *moving, const guint32 *order, guint32 from, guint32 max_batch)
{
    const guint32 n = moving->level->n_nodes;
    moving->n_batch = 0;
    for (; from < n && moving->n_batch < max_batch; from++) {
        if (moving->is_waiting[order[from]] == 0)
            continue;
        moving->is_waiting[order[from]] = 0;
        moving->batch[moving->n_batch++].node = order[from];
    }
    return from;
}

/* Moves nodes of @level, whose clusters are numbered below its number of nodes, until no node
 * gains by moving, or until a round moves less than a share of @min_moved of the nodes. If
 * @is_gradual, linked nodes do not move in the same batch, so that clusters grow slowly and evenly
 * everywhere. Returns how many moves there were. */
gsize
rhumb_move_nodes (const Level *level, double resolution, double min_moved, gboolean is_gradual,
                  guint64 seed, guint32 *cluster)
{
    const guint32 n = level->n_nodes;
    g_auto (Moving) moving = {0};
    init_moving (&moving, level, resolution, cluster);
    moving.is_gradual = is_gradual;
    g_autofree guint32 *order = n < LARGE ? rhumb_shuffle_nodes (n, seed) : rhumb_list_nodes (n);
    const guint32 max_batch = choose_batch (level);
    g_autoptr (Tally) tallies =
        rhumb_tallies_new (rhumb_get_n_threads (), rhumb_level_get_max_degree (level));
    gsize n_moves = 0;
    for (gsize n_round = 1; n_round > 0;) {
        n_round = 0;
        gsize n_asked = 0;
        for (guint32 from = 0; from < n;) {
            from = take_batch (&moving, order, from, max_batch);
            n_asked += moving.n_batch;
            n_round += run_batch (&moving, tallies);
        }
        n_moves += n_round;
        if (n_asked == 0 || (double)n_round < min_moved * n)
            break;
    }
    return n_moves;
}
