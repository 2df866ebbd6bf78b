/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Clusters are connected: each is split into what links of a weight above 0 hold together. Parts
 * without a link between them have no weight in common, so splitting never lowers modularity or
 * CPM.
 *
 * Method: each node is joined with its first neighbours in its cluster, which joins nearly all that
 * belong together (Sutton, Ben-Nun and Barak 2018, doi:10.1109/IPDPS.2018.00012). The links that
 * are left are read only where a node is not in the part with most of the cluster's nodes, since a
 * link is read from both ends. Parts are trees whose root is their first node (union by number,
 * path halving). Cost: O(edges), a few links a node where clusters are connected.
 */
#include "analytics/cluster/components.h"

#include <string.h>

#include "graph/corpus.h"
#include "graph/disjoint-sets.h"
#include "graph/large-array.h"

/* Links of a node that are followed before the parts are looked at. */
#define FIRST_LINKS 2

/* Joins a node with its neighbours in its cluster, at most @most of them. */
static void
join_neighbours (const Level *level, const guint32 *cluster, guint32 *part, guint32 v, gsize most)
{
    for (gsize i = level->start[v]; i < level->end[v] && most > 0; i++) {
        const guint32 u = level->node[i];
        if (cluster[u] != cluster[v] || u == v || level_get_weight (level, i) <= 0)
            continue;
        most--;
        if (part[u] != part[v])
            rhumb_disjoint_sets_unite (part, v, u);
    }
}

/* The root of the largest part of each cluster, of equally large ones the first. */
static guint32 *
find_largest (guint32 n, guint32 n_clusters, const guint32 *cluster, const guint32 *part)
{
    g_autofree guint32 *size = rhumb_large_array_new (n, sizeof (guint32));
    guint32 *largest = rhumb_large_array_new (n_clusters, sizeof (guint32));
    memset (size, 0, sizeof (guint32) * n);
    for (guint32 c = 0; c < n_clusters; c++)
        largest[c] = RHUMB_NONE;
    for (guint32 v = 0; v < n; v++)
        size[part[v]]++;
    for (guint32 v = 0; v < n; v++) {
        guint32 *best = &largest[cluster[v]];
        if (*best == RHUMB_NONE || size[v] > size[*best])
            *best = v;
    }
    return largest;
}

/* Splits clusters, numbered from 0 without gaps, and numbers them anew; returns how many. */
guint32
rhumb_split_unconnected (const Level *level, guint32 n_clusters, guint32 *cluster)
{
    const guint32 n = level->n_nodes;
    if (n == 0)
        return 0;
    g_autofree guint32 *part = rhumb_large_array_new (n, sizeof (guint32));
    for (guint32 v = 0; v < n; v++)
        part[v] = v;
    for (guint32 v = 0; v < n; v++)
        join_neighbours (level, cluster, part, v, FIRST_LINKS);
    for (guint32 v = 0; v < n; v++)
        part[v] = part[part[v]];
    g_autofree guint32 *largest = find_largest (n, n_clusters, cluster, part);
    for (guint32 v = 0; v < n; v++) {
        if (part[v] != largest[cluster[v]])
            join_neighbours (level, cluster, part, v, G_MAXSIZE);
    }
    for (guint32 v = 0; v < n; v++)
        part[v] = part[part[v]];
    memcpy (cluster, part, sizeof (guint32) * n);
    return rhumb_number_clusters (n, cluster, n);
}
