/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Where the discs of clusters are: what a name is placed by, and what links bend towards.
 * Cost: linear in nodes.
 */
#include "analytics/layout/cluster-places.h"

#include <math.h>

#define COLUMNS 25

RhumbBox
rhumb_cluster_extent (const RhumbScene *scene, guint32 cluster)
{
    RhumbBox extent = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        const RhumbPoint p = scene->node[i].place;
        if (scene->node[i].cluster == cluster)
            extent = (RhumbBox){MIN (extent.left, p.x), MIN (extent.top, p.y),
                                MAX (extent.right, p.x), MAX (extent.bottom, p.y)};
    }
    return extent;
}

/* The mean place of the discs of each cluster. */
RhumbPoint *
rhumb_cluster_middles (const RhumbScene *scene)
{
    RhumbPoint *middle = g_new0 (RhumbPoint, MAX (scene->n_clusters, 1));
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        const RhumbSceneNode *node = &scene->node[i];
        middle[node->cluster].x += node->place.x / scene->cluster[node->cluster].n_nodes;
        middle[node->cluster].y += node->place.y / scene->cluster[node->cluster].n_nodes;
    }
    return middle;
}

/* One of RHUMB_CLUSTER_SPOTS places that are spread evenly over a box, row by row. */
RhumbPoint
rhumb_cluster_spot (RhumbBox extent, guint number)
{
    const guint n_rows = RHUMB_CLUSTER_SPOTS / COLUMNS;
    return (RhumbPoint){
        extent.left + (extent.right - extent.left) * (number % COLUMNS) / (COLUMNS - 1),
        extent.top + (extent.bottom - extent.top) * (number / COLUMNS) / (n_rows - 1)};
}
