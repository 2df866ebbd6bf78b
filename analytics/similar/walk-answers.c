/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What a walk found: how often it comes by a node, and by which nodes most often.
 *
 * Nodes that are listed are looked at more closely than those that are only asked about: what still
 * waits at their neighbours is counted where it would go. (An idea of our own: at the same
 * threshold it brings many more of the nearest to the top, for the links of some dozens of nodes.)
 *
 * Cost: O(1) a node; a list O(nodes reached) and the links of half as many nodes more than listed.
 */
#include "analytics/similar/best-neighbours-private.h"
#include "analytics/similar/push-private.h"
#include "analytics/similar/push.h"

/* So many nodes beside those wanted are looked at more closely, unless too many are wanted. */
#define MORE_LISTED 30
#define MOST_LISTED 1000

/* Chosen among 1, 1.3, 1.6 and 2 on the queries of bench/bench-similar. */
#define STEPS_AHEAD 1.6

/**
 * rhumb_walker_get_score:
 * @walker: a walker that has started
 * @node: a node
 *
 * Gets how often the walk comes by a node.
 *
 * Returns: a share of all visits; those of all nodes sum to 1
 *
 * Since: 0.2
 */
double
rhumb_walker_get_score (const RhumbWalker *walker, guint32 node)
{
    g_return_val_if_fail (node < walker->n_nodes, 0);
    return walker_has_touched (walker, node) && walker->total > 0
               ? walker_count_visits (walker, node) / walker->total
               : 0;
}

/**
 * rhumb_walker_get_residual:
 * @walker: a walker that has started
 *
 * Gets how much was never passed on.
 *
 * Returns: a share of what started; 0 if exact
 *
 * Since: 0.2
 */
double
rhumb_walker_get_residual (const RhumbWalker *walker)
{
    return walker->residual;
}

/**
 * rhumb_walker_get_n_reached:
 * @walker: a walker that has started
 *
 * Gets how many nodes the walk reached.
 *
 * Returns: nodes, those of the start among them
 *
 * Since: 0.2
 */
guint32
rhumb_walker_get_n_reached (const RhumbWalker *walker)
{
    return walker->n_touched;
}

/* Visits of a node when what waits is passed on. STEPS_AHEAD times as much as one step brings comes
 * along the links of the node; the rest of the R d / (1 - d) visits to come are dealt out by
 * strength as before, so that the sum is the same. */
static double
look_ahead (RhumbWalker *walker, guint32 node)
{
    const Row in = rhumb_row_source_get_in (&walker->source, node, &walker->room);
    const double steps = walker->undirected ? STEPS_AHEAD : 1;
    const double left = 1 - steps * (1 - walker->damping);
    double coming = 0;
    for (gsize i = 0; i < in.n; i++) {
        const double flow = (double)walker->flow[in.node[i]];
        coming += in.weight != NULL ? flow * in.weight[i] : flow;
    }
    return walker->node[node].passed + walker->cell[node].waiting +
           steps * walker->damping * coming +
           (left > 0 ? left * walker->spread * walker->node[node].strength : 0);
}

/* Fills @list with the @n_best nodes of those wanted by which the walk comes most often, and with
 * how often. By the way what waits at all nodes is divided by their strengths, to look ahead. */
static void
list_most_visited (RhumbWalker *walker, guint32 first, guint32 n_nodes, guint n_best, GArray *list)
{
    BestNeighbours best = {list, 0};
    g_array_set_size (list, 0);
    for (guint32 i = 0; i < walker->n_touched; i++) {
        const guint32 v = walker->touched[i];
        const RhumbNeighbour item = {v, walker_count_visits (walker, v)};
        const double strength = walker->node[v].strength;
        walker->flow[v] = strength > 0 ? (float)(walker->cell[v].waiting / strength) : 0;
        if (item.score > 0 && v >= first && v - first < n_nodes && !walker->is_start[v])
            best_neighbours_add (&best, item, n_best);
    }
    rhumb_neighbours_keep_best (list, n_best);
}

static guint
widen (guint n_best)
{
    return n_best <= MOST_LISTED ? n_best * 3 / 2 + MORE_LISTED : n_best;
}

/* A list that never grows when rhumb_walker_fill_best() fills it. */
GArray *
rhumb_walker_new_room (guint32 n_nodes, guint n_best)
{
    const gsize n = MIN ((gsize)n_nodes, ((gsize)widen (n_best) + 1) * MORE_KEPT) + 1;
    return g_array_sized_new (FALSE, FALSE, sizeof (RhumbNeighbour), (guint)MIN (n, G_MAXUINT));
}

/* Fills @list as rhumb_walker_list_best() says. */
void
rhumb_walker_fill_best (RhumbWalker *walker, guint32 first, guint32 n_nodes, guint n_best,
                        GArray *list)
{
    const gboolean looks = walker->residual > 0 && n_best <= MOST_LISTED;
    list_most_visited (walker, first, n_nodes, looks ? widen (n_best) : n_best, list);
    for (guint i = 0; i < list->len; i++) {
        RhumbNeighbour *item = &g_array_index (list, RhumbNeighbour, i);
        if (looks)
            item->score = look_ahead (walker, item->node);
        item->score /= walker->total;
    }
    rhumb_neighbours_keep_best (list, n_best);
}

/**
 * rhumb_walker_list_best:
 * @walker: a walker that has started
 * @first: first node of those wanted
 * @n_nodes: how many nodes are wanted
 * @n_best: how many of them to list
 *
 * Lists the nodes by which the walk comes most often, without those that it started from. Up to
 * 1000 of them are looked at more closely than rhumb_walker_get_score() does.
 *
 * Returns: (transfer full) (element-type RhumbNeighbour): nodes with their scores, best first,
 *   ties by number
 *
 * Since: 0.2
 */
GArray *
rhumb_walker_list_best (RhumbWalker *walker, guint32 first, guint32 n_nodes, guint n_best)
{
    GArray *list = rhumb_neighbours_new ();
    rhumb_walker_fill_best (walker, first, n_nodes, n_best, list);
    return list;
}

/**
 * rhumb_walker_list_swept:
 * @walker: a walker that has started
 * @first: first node of those wanted
 * @n_nodes: how many nodes are wanted
 * @n_best: how many of them to list
 *
 * Lists the nodes by which the walk comes most often for each unit of their strength, without those
 * that it started from: so a set grows in which the start stands before what everybody is linked
 * with.
 *
 * Source: the order of the sweep of Andersen, Chung and Lang (2006), doi:10.1109/FOCS.2006.44.
 *
 * Returns: (transfer full) (element-type RhumbNeighbour): nodes, and how many times more often the
 *   walk comes by them than a walk that starts anywhere; best first, ties by number
 *
 * Since: 0.2
 */
GArray *
rhumb_walker_list_swept (const RhumbWalker *walker, guint32 first, guint32 n_nodes, guint n_best)
{
    GArray *list = rhumb_neighbours_new ();
    for (guint32 i = 0; i < walker->n_touched; i++) {
        const guint32 v = walker->touched[i];
        const double strength = walker->node[v].strength;
        const RhumbNeighbour item = {
            v, strength > 0 ? rhumb_walker_get_score (walker, v) / strength * walker->strength : 0};
        if (v >= first && v - first < n_nodes && !walker->is_start[v] && item.score > 0)
            g_array_append_val (list, item);
    }
    rhumb_neighbours_keep_best (list, n_best);
    return list;
}
