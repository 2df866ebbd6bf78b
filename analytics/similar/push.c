/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which nodes are near a few given ones: those that a reader who starts there, follows links at
 * random and now and then starts there afresh, meets most often. Only the surroundings of the
 * start are looked at, so the time does not depend on the size of the network.
 *
 * Source: personalised PageRank by pushes, Andersen, Chung and Lang (2006),
 * doi:10.1109/FOCS.2006.44.
 *
 * Method: with damping d, start r and strengths s, the score is y / Σy for
 * y_v = r_v + d Σ_u y_u w_uv / s_u; nodes without links pass nothing, which after the division is
 * the same as starting afresh from them. A node at which more waits than the threshold times the
 * number of its links passes it on, first come first served, until none is left. The threshold is
 * taken times the number of links, not their strength, so that the work is bounded whatever the
 * unit of weights. One thread, one order: the same bits always.
 *
 * The source leaves out what still waits then, R in all. Here it counts where it is; and in a
 * network without directions, where a long walk comes by each node as often as it is strong, the
 * visits that would follow, R d / (1 − d), are dealt out over the nodes reached by their strength,
 * s_v / Σs to each. Both cost nothing and bring many more of the nearest nodes to the top at the
 * same threshold (bench/bench-similar). Or, if there are fingerprints, what waits goes where these
 * say (finishing.c).
 *
 * Cost: at most 1 / ((1 − d) threshold) steps along links; memory 45 bytes a node.
 */
#include "analytics/similar/push.h"

#include "analytics/rank/pagerank.h"
#include "analytics/similar/fingerprints-private.h"
#include "analytics/similar/push-private.h"
#include "graph/set-error.h"
#include "graph/large-array.h"

/* A score divided by less would overflow. */
#define MIN_STRENGTH 1e-300

static gboolean
add_strengths (RhumbWalker *walker, GError **error)
{
    const RhumbRows out = rhumb_network_get_out_rows (walker->source.network);
    for (guint32 v = 0; v < out.n_rows; v++) {
        double strength = out.weight == NULL ? (double)(out.start[v + 1] - out.start[v]) : 0;
        for (gsize i = out.start[v]; out.weight != NULL && i < out.start[v + 1]; i++)
            strength += out.weight[i];
        if (strength > 0 && !(strength >= MIN_STRENGTH && strength <= G_MAXDOUBLE)) {
            rhumb_set_error (error, RHUMB_ERROR_INVALID,
                             "links of node %u weigh %g together, expected 0 or from %g to %g", v,
                             strength, MIN_STRENGTH, G_MAXDOUBLE);
            return FALSE;
        }
        walker->node[v].strength = strength;
        walker->strength += strength;
    }
    return TRUE;
}

/* One large array for all that is known of nodes: pages are few then. */
static void
give_room (RhumbWalker *walker, gsize n)
{
    walker->n_bytes =
        n * (sizeof *walker->cell + sizeof *walker->node + sizeof *walker->flow +
             sizeof *walker->touched + sizeof *walker->ring + sizeof *walker->is_start);
    walker->memory = rhumb_clear_pages_new (walker->n_bytes);
    walker->cell = walker->memory;
    walker->node = (RhumbWalkNode *)(walker->cell + n);
    walker->flow = (float *)(walker->node + n);
    walker->touched = (guint32 *)(walker->flow + n);
    walker->ring = walker->touched + n;
    walker->is_start = (guint8 *)(walker->ring + n);
}

static RhumbWalker *
make_walker (RhumbNetwork *network, RhumbLinkIndex *index)
{
    RhumbWalker *walker = g_new0 (RhumbWalker, 1);
    rhumb_row_source_init (&walker->source, network, index, 1);
    rhumb_row_room_init (&walker->room, &walker->source);
    walker->n_nodes = rhumb_row_source_get_n_rows (&walker->source);
    walker->start = network != NULL ? rhumb_network_get_out_rows (network).start : NULL;
    walker->undirected =
        index != NULL || rhumb_network_get_mode (network) == RHUMB_NETWORK_UNDIRECTED;
    give_room (walker, (gsize)walker->n_nodes + 1);
    return walker;
}

/**
 * rhumb_walker_new:
 * @network: a directed or undirected network
 * @error: return location for an error
 *
 * Prepares walks on a network, in time linear in its edges.
 *
 * Returns: (transfer full): a walker that has not started, or %NULL with %RHUMB_ERROR_INVALID if
 *   the links of a node weigh under 1e-300 together, but not 0, or overflow
 *
 * Since: 0.2
 */
RhumbWalker *
rhumb_walker_new (RhumbNetwork *network, GError **error)
{
    g_return_val_if_fail (rhumb_network_get_mode (network) != RHUMB_NETWORK_TWO_MODE, NULL);
    g_autoptr (RhumbWalker) walker = make_walker (network, NULL);
    return add_strengths (walker, error) ? g_steal_pointer (&walker) : NULL;
}

/**
 * rhumb_walker_new_of_index:
 * @index: an index, which must stay as long as the walker
 *
 * Prepares walks on an index, at once: of a node nothing is read before a walk comes by. They
 * cannot be exact.
 *
 * Returns: (transfer full): a walker that has not started
 *
 * Since: 0.2
 */
RhumbWalker *
rhumb_walker_new_of_index (RhumbLinkIndex *index)
{
    RhumbWalker *walker = make_walker (NULL, index);
    walker->strength = rhumb_link_index_get_total_strength (index);
    return walker;
}

/**
 * rhumb_walker_free:
 * @walker: (transfer full) (nullable): a walker
 *
 * Frees a walker.
 *
 * Since: 0.2
 */
void
rhumb_walker_free (RhumbWalker *walker)
{
    if (walker == NULL)
        return;
    rhumb_row_source_clear (&walker->source);
    rhumb_row_room_clear (&walker->room);
    rhumb_clear_pages_free (walker->memory, walker->n_bytes);
    g_free (walker);
}

/* More than this may not wait at a node; above 0, as 0 means that no walk came by. */
static double
get_limit (const RhumbWalker *walker, guint32 node)
{
    const gsize n_links = walker->start != NULL
                              ? walker->start[node + 1] - walker->start[node]
                              : rhumb_link_index_get_n_links (walker->source.index, node);
    return MAX (walker->threshold * (double)n_links, G_MINDOUBLE);
}

void
rhumb_walker_touch (RhumbWalker *walker, guint32 node)
{
    RhumbWalkNode *entry = &walker->node[node];
    walker->cell[node].limit = get_limit (walker, node);
    walker->touched[walker->n_touched++] = node;
    if (walker->source.index != NULL && !(entry->strength > 0)) /* no earlier walk asked */
        entry->strength = rhumb_link_index_get_strength (walker->source.index, node);
    walker->reached += entry->strength;
}

static void
forget (RhumbWalker *walker)
{
    for (guint32 i = 0; i < walker->n_starts; i++)
        walker->is_start[walker->touched[i]] = FALSE;
    for (guint32 i = 0; i < walker->n_touched; i++) {
        const guint32 v = walker->touched[i];
        walker->node[v].passed = 0;
        walker->flow[v] = 0;
        walker->cell[v] = (RhumbWalkCell){0, 0};
    }
    walker->n_touched = walker->n_starts = 0;
    walker->total = walker->residual = walker->spread = walker->reached = 0;
}

static gboolean
check_start (const RhumbWalker *walker, const guint32 *start, const double *weight, guint n_starts,
             double *sum, GError **error)
{
    *sum = 0;
    for (guint i = 0; i < n_starts; i++) {
        const double w = weight != NULL ? weight[i] : 1;
        if (start[i] >= walker->n_nodes || !(w >= 0 && w <= G_MAXDOUBLE)) {
            rhumb_set_error (
                error, RHUMB_ERROR_INVALID,
                "start %u is node %u with weight %g, expected nodes below %u and weights "
                "of at least 0",
                i, start[i], w, walker->n_nodes);
            return FALSE;
        }
        *sum += w;
    }
    if (*sum >= MIN_STRENGTH && *sum <= G_MAXDOUBLE)
        return TRUE;
    rhumb_set_error (error, RHUMB_ERROR_INVALID,
                     "weights of the start add up to %g, expected more than 0 and less than %g",
                     *sum, G_MAXDOUBLE);
    return FALSE;
}

static gboolean
check_options (const RhumbWalker *walker, const RhumbWalkOptions *options, GError **error)
{
    const RhumbFingerprints *fingerprints = walker->fingerprints;
    if (fingerprints != NULL &&
        (fingerprints->damping < options->damping || fingerprints->damping > options->damping)) {
        rhumb_set_error (error, RHUMB_ERROR_INVALID,
                         "damping %g, expected that of the fingerprints, %g", options->damping,
                         fingerprints->damping);
        return FALSE;
    }
    if (options->damping > 0 && options->damping < 1 &&
        (options->exact || (options->threshold > 0 && options->threshold <= 1)))
        return TRUE;
    rhumb_set_error (
        error, RHUMB_ERROR_INVALID,
        "damping %g, threshold %g; expected damping between 0 and 1, threshold above 0 "
        "and at most 1",
        options->damping, options->threshold);
    return FALSE;
}

static guint32
enqueue (RhumbWalker *walker, guint32 node, guint32 tail)
{
    walker->cell[node].limit = G_MAXDOUBLE;
    walker->ring[tail] = node;
    return tail < walker->n_nodes ? tail + 1 : 0;
}

/* Passes on what waits until too little waits everywhere. Each node is in the ring at most once,
 * so n + 1 places are enough. */
static void
push (RhumbWalker *walker)
{
    RhumbWalkCell *cell = walker->cell;
    double all = 0;
    double lost = 0; /* at nodes without links */
    guint32 head = 0;
    guint32 tail = 0;
    for (guint32 i = 0; i < walker->n_starts; i++)
        tail = enqueue (walker, walker->touched[i], tail);
    while (head != tail) {
        const guint32 v = walker->ring[head];
        const double waiting = cell[v].waiting;
        const double strength = walker->node[v].strength;
        const double passed = strength > 0 ? walker->damping * waiting / strength : 0;
        head = head < walker->n_nodes ? head + 1 : 0;
        walker->node[v].passed += waiting;
        cell[v] = (RhumbWalkCell){0, get_limit (walker, v)};
        all += waiting;
        lost += passed > 0 ? 0 : waiting;
        if (!(passed > 0))
            continue;
        const Row row = rhumb_row_source_get_out (&walker->source, v, &walker->room);
        for (gsize i = 0; i < row.n; i++) {
            const guint32 u = row.node[i];
            cell[u].waiting += row.weight != NULL ? passed * row.weight[i] : passed;
            if (cell[u].waiting <= cell[u].limit)
                continue;
            if (!walker_has_touched (walker, u))
                rhumb_walker_touch (walker, u);
            if (cell[u].waiting > cell[u].limit)
                tail = enqueue (walker, u, tail);
        }
    }
    walker->total = all;
    walker->residual = MAX (1 - all + walker->damping * (all - lost), 0);
}

static gboolean
solve (RhumbWalker *walker, GError **error)
{
    RhumbPagerankOptions options = RHUMB_PAGERANK_DEFAULTS;
    const guint32 n = walker->n_nodes;
    g_autofree double *waiting = g_new0 (double, n);
    for (guint32 i = 0; i < walker->n_touched; i++)
        waiting[walker->touched[i]] = walker->cell[walker->touched[i]].waiting;
    options.damping = walker->damping;
    options.start = waiting;
    g_autoptr (RhumbRanking) ranking = rhumb_pagerank (walker->source.network, &options, error);
    if (ranking == NULL)
        return FALSE;
    for (guint32 v = 0; v < n; v++) {
        walker->node[v].passed = rhumb_ranking_get_scores (ranking)[v];
        walker->cell[v].waiting = 0;
        walker->total += walker->node[v].passed;
        if (walker->node[v].passed > 0 && !walker_has_touched (walker, v))
            rhumb_walker_touch (walker, v);
    }
    return TRUE;
}

/* What waits would be passed on d / (1 − d) times more, and a long walk without directions comes by
 * each node as often as it is strong. */
static void
add_up (RhumbWalker *walker)
{
    if (walker->undirected && walker->strength >= MIN_STRENGTH && walker->strength <= G_MAXDOUBLE)
        walker->spread =
            walker->residual * walker->damping / (1 - walker->damping) / walker->strength;
    walker->total += walker->residual + walker->spread * walker->reached;
}

/**
 * rhumb_walker_start:
 * @walker: a walker
 * @start: (array length=n_starts): nodes to start from; one that stands twice has both its weights
 * @weight: (array length=n_starts) (nullable): how often to start there, in any unit; %NULL = all
 *   alike
 * @n_starts: how many, at least 1
 * @options: (nullable): options, %NULL = defaults
 * @error: return location for an error
 *
 * Walks. What an earlier walk found is forgotten.
 *
 * Source: Andersen, Chung and Lang (2006), doi:10.1109/FOCS.2006.44.
 *
 * Returns: %FALSE with %RHUMB_ERROR_INVALID, or if exact as of rhumb_pagerank()
 *
 * Since: 0.2
 */
gboolean
rhumb_walker_start (RhumbWalker *walker, const guint32 *start, const double *weight, guint n_starts,
                    const RhumbWalkOptions *options, GError **error)
{
    static const RhumbWalkOptions DEFAULTS = RHUMB_WALK_DEFAULTS;
    const RhumbWalkOptions *o = options != NULL ? options : &DEFAULTS;
    double sum = 0;
    forget (walker);
    g_return_val_if_fail (!o->exact || walker->source.network != NULL, FALSE);
    if (!check_options (walker, o, error) ||
        !check_start (walker, start, weight, n_starts, &sum, error))
        return FALSE;
    walker->damping = o->damping;
    walker->threshold = o->exact ? 1 : o->threshold;
    for (guint i = 0; i < n_starts; i++) {
        if (!walker->is_start[start[i]])
            rhumb_walker_touch (walker, start[i]);
        walker->is_start[start[i]] = TRUE;
        walker->cell[start[i]].waiting += (weight != NULL ? weight[i] : 1) / sum;
    }
    walker->n_starts = walker->n_touched;
    if (o->exact && !solve (walker, error))
        return FALSE;
    if (!o->exact)
        push (walker);
    if (!o->exact && walker->fingerprints != NULL)
        rhumb_walker_finish (walker);
    add_up (walker);
    return TRUE;
}
