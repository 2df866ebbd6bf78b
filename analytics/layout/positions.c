/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Finds a place for each node of a scene: relaxation.c tells how.
 *
 * What is known here are the ids that chance is keyed by and the frame: the result is stretched to
 * it, one direction at most STRETCH times as much as the other. */

#include "analytics/layout/positions.h"

#include <math.h>

#include "analytics/layout/relaxation.h"
#include "graph/text.h"

#define STRETCH 1.45

/**
 * rhumb_map_layout_get_name:
 * @layout: a layout
 *
 * Gets a layout's name.
 *
 * Returns: the name, %NULL if there is no such layout
 *
 * Since: 0.2
 */
const char *
rhumb_map_layout_get_name (RhumbMapLayout layout)
{
    static const char *const names[] = {"atlas", "linlog", "vos", "fr", "drl", "kk", "umap"};
    return (guint)layout < G_N_ELEMENTS (names) ? names[layout] : NULL;
}

static void
fit_to_frame (RhumbScene *scene, const double *x)
{
    RhumbBox extent = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        extent.left = MIN (extent.left, x[2 * (gsize)i]);
        extent.right = MAX (extent.right, x[2 * (gsize)i]);
        extent.top = MIN (extent.top, x[2 * (gsize)i + 1]);
        extent.bottom = MAX (extent.bottom, x[2 * (gsize)i + 1]);
    }
    const RhumbBox frame = scene->frame;
    const double width = frame.right - frame.left - 190;
    const double height = frame.bottom - frame.top - 130;
    double across = width / MAX (extent.right - extent.left, 1e-6);
    double along = height / MAX (extent.bottom - extent.top, 1e-6);
    const double least = MIN (MIN (across, along), 260.0);
    across = MIN (across, least * STRETCH);
    along = MIN (along, least * STRETCH);
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        const double dx = x[2 * (gsize)i] - (extent.left + extent.right) / 2;
        const double dy = x[2 * (gsize)i + 1] - (extent.top + extent.bottom) / 2;
        scene->node[i].place.x = (frame.left + frame.right) / 2 + dx * across;
        scene->node[i].place.y = (frame.top + frame.bottom) / 2 + dy * along;
    }
}

/**
 * rhumb_find_positions:
 * @scene: (inout): what is drawn; places are set
 * @springs: (element-type RhumbSpring): what links it
 * @error: return location
 *
 * Places the nodes of a scene inside its frame by the layout of its options.
 *
 * Returns: %FALSE if the layout refuses
 */
gboolean
rhumb_find_positions (RhumbScene *scene, const GArray *springs, GError **error)
{
    if (scene->n_nodes == 0)
        return TRUE;
    g_autofree guint32 *cluster = g_new (guint32, scene->n_nodes);
    g_autofree guint64 *key = g_new (guint64, scene->n_nodes);
    g_autofree guint64 *cluster_key = g_new (guint64, MAX (scene->n_clusters, 1));
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        cluster[i] = scene->node[i].cluster;
        key[i] = rhumb_text_hash (scene->node[i].id);
    }
    for (guint32 c = 0; c < scene->n_clusters; c++)
        cluster_key[c] = rhumb_text_hash (scene->cluster[c].name);
    const RhumbBox frame = scene->frame;
    const RhumbLoose loose = {
        .n_nodes = scene->n_nodes,
        .spring = (const RhumbSpring *)(const void *)springs->data,
        .n_springs = springs->len,
        .cluster = cluster,
        .n_clusters = scene->n_clusters,
        .key = key,
        .cluster_key = cluster_key,
        .aspect = (frame.right - frame.left) / (frame.bottom - frame.top),
        .seed = scene->options->seed,
    };
    g_autofree double *x = g_new (double, 2 * (gsize)scene->n_nodes);
    if (!rhumb_relax (&loose, scene->options->layout, x, error))
        return FALSE;
    fit_to_frame (scene, x);
    return TRUE;
}
