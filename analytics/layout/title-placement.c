/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Decides where the name of each territory stands.
 *
 * The name of a topic is read first, so it is placed before labels, on its own land, where it
 * covers no disc and as little as possible of the room that labels want:
 * cost = 0.012 × covered area + 120 × share on foreign land +
 * 25 × share off its own + 0.035 × distance from the place that
 * the arrangement kept for it. A name that finds no place is tried smaller.
 * Cost: clusters × 525 places × nodes. */

#include <math.h>

#include "analytics/layout/label-placement.h"

#define COLUMNS 25
#define ROWS 21
#define COVERED_COST 0.012
#define FOREIGN_COST 120.0
#define OUTSIDE_COST 25.0
#define DISTANCE_COST 0.035

static RhumbBox
extent_of_cluster (const RhumbScene *scene, guint32 cluster)
{
    RhumbBox extent = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        if (scene->node[i].cluster != cluster)
            continue;
        const RhumbPoint p = scene->node[i].place;
        extent = (RhumbBox){MIN (extent.left, p.x), MIN (extent.top, p.y), MAX (extent.right, p.x),
                            MAX (extent.bottom, p.y)};
    }
    return rhumb_box_grown (extent, 40);
}

static double
covered_room (const RhumbScene *scene, RhumbBox box)
{
    double area = 0.0;
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        if (scene->node[i].label == NULL)
            continue;
        const RhumbBox label = rhumb_scene_label_box (&scene->node[i]);
        const double width = MIN (box.right, label.right) - MAX (box.left, label.left);
        const double height = MIN (box.bottom, label.bottom) - MAX (box.top, label.top);
        if (width > 0 && height > 0)
            area += width * height;
    }
    return area;
}

static gboolean
place_title (RhumbScene *scene, const RhumbTerritories *land, guint32 c, GArray *taken)
{
    RhumbSceneCluster *cluster = &scene->cluster[c];
    const RhumbBox extent = extent_of_cluster (scene, c);
    const RhumbPoint wanted = cluster->title_place;
    RhumbPoint best = wanted;
    double least = INFINITY;
    for (guint k = 0; k <= COLUMNS * ROWS; k++) {
        const guint column = k % COLUMNS;
        const guint row = k / COLUMNS;
        RhumbPoint p = {extent.left + (extent.right - extent.left) * column / (COLUMNS - 1),
                        extent.top + (extent.bottom - extent.top) * row / (ROWS - 1)};
        if (k == COLUMNS * ROWS)
            p = wanted;
        const double far = DISTANCE_COST * hypot (p.x - wanted.x, p.y - wanted.y);
        const RhumbBox box =
            rhumb_box_around (p, cluster->title->width + 4, cluster->title->height + 2);
        if (far >= least || !rhumb_box_is_free (scene, box, NULL, taken))
            continue;
        double own;
        const double foreign = rhumb_territories_foreign_share (land, c, box, &own);
        const double cost = far + COVERED_COST * covered_room (scene, box) +
                            FOREIGN_COST * foreign + OUTSIDE_COST * (1 - own);
        if (cost < least) {
            least = cost;
            best = p;
        }
    }
    if (isinf (least))
        return FALSE;
    const RhumbBox box =
        rhumb_box_around (best, cluster->title->width + 4, cluster->title->height + 2);
    g_array_append_val (taken, box);
    cluster->title_place = best;
    return TRUE;
}

/**
 * rhumb_place_titles:
 * @scene: (inout): a scene with places; names of clusters are placed
 * @land: the territories
 * @taken: (element-type RhumbBox): where words stand; placed names are added
 *
 * Places the names of clusters, largest cluster first.
 */
void
rhumb_place_titles (RhumbScene *scene, const RhumbTerritories *land, GArray *taken)
{
    static const double smaller[] = {1.0, 0.86, 0.74, 0.66};
    for (guint32 c = 0; c < scene->n_clusters; c++) {
        RhumbSceneCluster *cluster = &scene->cluster[c];
        const double size = cluster->title->size;
        g_autofree char *words = g_strjoinv (" ", cluster->title->lines);
        for (guint i = 0; cluster->n_nodes > 0 && !cluster->is_titled; i++) {
            if (i == G_N_ELEMENTS (smaller))
                break;
            rhumb_text_block_free (cluster->title);
            cluster->title = rhumb_text_block_new (words, i < 2 ? 2 : 3, i < 2 ? 18 : 10,
                                                   MAX (size * smaller[i], 9.5), TRUE, 0.6);
            cluster->is_titled = place_title (scene, land, c, taken);
        }
    }
}
