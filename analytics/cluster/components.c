/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Clusters are connected: each is split into what links of a weight above 0 hold together. Parts
 * without a link between them have no weight in common, so splitting never lowers modularity or
 * CPM.
 *
 * Method: breadth-first search within each cluster, each cluster by one thread. Cost: O(edges).
 */
#include "analytics/cluster/components.h"

#include "analytics/cluster/tally.h"
#include "graph/corpus.h"
#include "graph/large-array.h"

#define SMALL 2000
#define AHEAD 6

typedef struct {
    const Level *level;
    const guint32 *cluster;
    guint32 *part; /* first node of the part, RHUMB_NONE = not reached yet */
} Search;

/* Nodes of the queue are known early, their rows lie anywhere. */
static void
fetch_ahead (const Level *level, const guint32 *queue, guint32 next, guint32 n_queue)
{
    if (next + 2 * AHEAD < n_queue)
        __builtin_prefetch (&level->start[queue[next + 2 * AHEAD]]);
    if (next + AHEAD < n_queue) {
        const gsize start = level->start[queue[next + AHEAD]];
        __builtin_prefetch (&level->node[start]);
        __builtin_prefetch (&level->node[start + 16]);
    }
}

/* Reaches all that is linked to node @v within its cluster, which has @n_left nodes that were not
 * reached yet: once they are, nothing more can be found. Returns how many were reached. */
static guint32
reach_from (Search *search, guint32 v, guint32 n_left, guint32 *queue)
{
    const Level *level = search->level;
    guint32 n_queue = 1;
    queue[0] = v;
    search->part[v] = v;
    for (guint32 next = 0; next < n_queue && n_queue < n_left; next++) {
        const guint32 w = queue[next];
        fetch_ahead (level, queue, next, n_queue);
        for (gsize i = level->start[w]; i < level->end[w]; i++) {
            const guint32 u = level->node[i];
            if (search->cluster[u] != search->cluster[v] || search->part[u] != RHUMB_NONE ||
                level_get_weight (level, i) <= 0)
                continue;
            search->part[u] = v;
            queue[n_queue++] = u;
        }
    }
    return n_queue;
}

/* Splits clusters, numbered from 0 without gaps, and numbers them anew; returns how many. */
guint32
split_unconnected (const Level *level, guint32 n_clusters, guint32 *cluster)
{
    const guint32 n = level->n_nodes;
    g_autofree guint32 *first = g_new (guint32, (gsize)n_clusters + 1);
    g_autofree guint32 *member = sort_by_cluster (n, cluster, n_clusters, first);
    g_autofree guint32 *queue = rhumb_large_array_new (n, sizeof (guint32));
    g_autofree guint32 *part = rhumb_large_array_new (n, sizeof (guint32));
    for (guint32 v = 0; v < n; v++)
        part[v] = RHUMB_NONE;
    Search search = {level, cluster, part};
#pragma omp parallel for schedule(dynamic, 1) if (n > SMALL)
    for (guint32 c = 0; c < n_clusters; c++) {
        guint32 n_left = first[c + 1] - first[c];
        for (guint32 i = first[c]; n_left > 0; i++) {
            if (part[member[i]] == RHUMB_NONE)
                n_left -= reach_from (&search, member[i], n_left, queue + first[c]);
        }
    }
    for (guint32 v = 0; v < n; v++)
        cluster[v] = part[v];
    return number_clusters (n, cluster, n);
}
