/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Who lies between others? The share of shortest paths between all pairs that lead through a node.
 * Directions are followed where the network has them; weights are not used.
 *
 * Source: Freeman (1977), doi:10.2307/3033543; method: Brandes (2001),
 * doi:10.1080/0022250X.2001.9990249: from each source the paths are counted breadth first and
 * what depends on each node is added up on the way back. Scores are divided by (n − 1)(n − 2), the
 * number of ordered pairs of others. On the way back each node asks those behind it instead of
 * telling those before it: that needs the same rows as the way there, and nothing that was not
 * reached is looked at. Sources are shared out among processors in fixed blocks, whose sums are
 * added in their order.
 *
 * On large networks sources are drawn without replacement (Brandes and Pich 2007,
 * doi:10.1142/S0218127407018403): those with the smallest hash of seed and number. What one source
 * adds to a node's score lies between 0 and n / (n − 1), so by Hoeffding's inequality (1963,
 * doi:10.1080/01621459.1963.10500830), which holds for draws without replacement too, with
 * probability 0.95 all scores are within √(ln (2n / 0.05) / 2k) · n / (n − 1) of the exact ones for
 * k sources. The ranking's residual holds that bound; 0 means exact.
 *
 * Cost: O(sources × edges) time; 128 bytes a node, and 20 more for each thread.
 */
#include "analytics/rank/betweenness.h"

#include <math.h>

#include "analytics/cluster/tally.h"
#include "graph/shuffle.h"
#include "graph/text.h"
#include "graph/threads-private.h"

#define RISK 0.05

/* Blocks of sources. */
#define N_BLOCKS 16u

/* A node as one source sees it. @value: the number of shortest paths that lead there; on the way
 * back, what each of them passes on. */
typedef struct {
    guint32 distance; /* from the source, and @base more; less = not reached */
    double value;
} Place;

/* What one thread works in. */
typedef struct {
    Place *place;
    guint32 *order; /* nodes as they are reached */
    guint32 base;
} Room;

static void
room_init (Room *room, guint32 n)
{
    room->place = g_new0 (Place, n);
    room->order = g_new (guint32, n);
    room->base = 1;
}

static void
room_clear (Room *room)
{
    g_free (room->place);
    g_free (room->order);
}

/* Distances of the source before become those of nodes that were not reached. */
static void
leave_source (Room *room, guint32 n_nodes, guint32 farthest)
{
    if (farthest < G_MAXUINT32 - n_nodes - 1) {
        room->base = farthest + 1;
        return;
    }
    for (guint32 v = 0; v < n_nodes; v++)
        room->place[v].distance = 0;
    room->base = 1;
}

static guint32
count_paths (Room *room, const RhumbRows *rows, guint32 source)
{
    Place *place = room->place;
    guint32 n = 0;
    room->order[n++] = source;
    place[source] = (Place){room->base, 1};
    for (guint32 i = 0; i < n; i++) {
        const guint32 v = room->order[i];
        const Place from = place[v];
        for (gsize e = rows->start[v]; e < rows->start[v + 1]; e++) {
            Place *to = &place[rows->node[e]];
            if (to->distance < room->base) {
                *to = (Place){from.distance + 1, from.value};
                room->order[n++] = rows->node[e];
            } else if (to->distance == from.distance + 1) {
                to->value += from.value;
            }
        }
    }
    return n;
}

/* Adds what depends on each node, the last reached first. */
static void
add_dependencies (Room *room, const RhumbRows *rows, guint32 n_reached, double *total)
{
    Place *place = room->place;
    for (guint32 i = n_reached; i-- > 1;) {
        const guint32 v = room->order[i];
        const guint32 next = place[v].distance + 1;
        double sum = 0;
        for (gsize e = rows->start[v]; e < rows->start[v + 1]; e++) {
            const Place to = place[rows->node[e]];
            sum += to.distance == next ? to.value : 0;
        }
        const double dependency = place[v].value * sum;
        total[v] += dependency;
        place[v].value = (1 + dependency) / place[v].value;
    }
}

static void
add_block (Room *room, const RhumbRows *rows, const guint32 *source, guint32 n_sources,
           double *total)
{
    for (guint32 i = 0; i < n_sources; i++) {
        const guint32 n = count_paths (room, rows, source[i]);
        add_dependencies (room, rows, n, total);
        leave_source (room, rows->n_rows, room->place[room->order[n - 1]].distance);
    }
}

/* Adds up all sources, blocks in parallel. */
static double *
add_sources (const RhumbRows *rows, const guint32 *source, guint32 n_sources)
{
    const guint32 n = rows->n_rows;
    const guint n_rooms = MIN (rhumb_get_n_threads (), N_BLOCKS);
    g_autofree Room *room = g_new (Room, n_rooms);
    for (guint r = 0; r < n_rooms; r++)
        room_init (&room[r], n);
    g_autofree double *of_block = g_new0 (double, (gsize)N_BLOCKS *n + 1);
#pragma omp parallel for schedule(dynamic, 1) num_threads(n_rooms)
    for (guint b = 0; b < N_BLOCKS; b++) {
        const guint32 first = (guint32)((guint64)n_sources * b / N_BLOCKS);
        const guint32 end = (guint32)((guint64)n_sources * (b + 1) / N_BLOCKS);
        add_block (&room[rhumb_get_thread ()], rows, source + first, end - first,
                   of_block + (gsize)b * n);
    }
    double *total = g_new0 (double, n);
    for (guint b = 0; b < N_BLOCKS; b++)
        for (guint32 v = 0; v < n; v++)
            total[v] += of_block[(gsize)b * n + v];
    for (guint r = 0; r < n_rooms; r++)
        room_clear (&room[r]);
    return total;
}

/* All nodes, in the order in which they are taken for sources. */
static guint32 *
draw_sources (guint32 n, guint64 seed)
{
    g_autofree guint64 *draw = g_new (guint64, MAX (n, 1));
    for (guint32 v = 0; v < n; v++)
        draw[v] = rhumb_hash_mix (seed, v);
    return rhumb_shuffle (draw, n);
}

static double
bound_error (guint32 n, guint32 n_sources)
{
    if (n_sources >= n || n < 3)
        return 0;
    return sqrt (log (2 * (double)n / RISK) / (2 * (double)n_sources)) * n / (n - 1.0);
}

/**
 * rhumb_betweenness:
 * @network: a directed or undirected network
 * @n_sources: from how many nodes paths are counted; 0 or at least the number of nodes = all
 * @seed: what decides which
 *
 * Computes betweenness, exactly or estimated. The residual of the result is the bound of the error
 * that holds for all nodes with probability 0.95.
 *
 * Source: Brandes (2001), doi:10.1080/0022250X.2001.9990249.
 *
 * Returns: (transfer full): share of shortest paths between ordered pairs of other nodes, 0 to 1
 *
 * Since: 0.2
 */
RhumbRanking *
rhumb_betweenness (const RhumbNetwork *network, guint32 n_sources, guint64 seed)
{
    g_return_val_if_fail (rhumb_network_get_mode (network) != RHUMB_NETWORK_TWO_MODE, NULL);
    const guint32 n = rhumb_network_get_n_from (network);
    const guint32 n_used = n_sources > 0 ? MIN (n_sources, n) : n;
    g_autofree guint32 *source = draw_sources (n, seed);
    const RhumbRows rows = rhumb_network_get_out_rows (network);
    double *total = add_sources (&rows, source, n_used);
    for (guint32 v = 0; v < n; v++)
        total[v] = n > 2 ? total[v] * (n / (double)n_used) / (n - 1.0) / (n - 2.0) : 0;
    return rhumb_ranking_new_take (n, total, "betweenness", "share of shortest paths", n_used,
                                   bound_error (n, n_used));
}
