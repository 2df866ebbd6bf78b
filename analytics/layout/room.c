/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Makes room for words around discs.
 *
 * Each node is a box that holds its disc and the label below it; each cluster has one more box for
 * its title. The boxes are pushed apart (overlap.c); while the frame is too small for all of them,
 * the least important labels give up their room.
 * Cost: a few hundred rounds of n² comparisons.
 */
#include "analytics/layout/room.h"

#include <math.h>

#include "analytics/layout/overlap.h"

#define LABEL_GAP 2.5
#define INSET 26.0
#define ITEM_GAP 4.0
#define CLUSTER_GAP 14.0
#define KEEP_SHARE 0.88
/* The most important node of each cluster keeps the room for its name. */
#define LEADERS 1
/* Boxes that cover more of the map than this are never brought apart. */
#define MOST_CROWDED 0.62

static RhumbPushBox
box_of_node (const RhumbSceneNode *node)
{
    RhumbPushBox box = {node->place, node->radius + 1, node->radius + 1, node->cluster};
    if (node->label == NULL || !node->keeps_room)
        return box;
    const double room = node->label->height + LABEL_GAP;
    box.half_width = MAX (box.half_width, node->label->width / 2 + 1);
    box.half_height += room / 2;
    box.centre.y += room / 2;
    return box;
}

static RhumbPushBox
box_of_title (const RhumbScene *scene, guint32 c)
{
    const RhumbSceneCluster *cluster = &scene->cluster[c];
    return (RhumbPushBox){cluster->title_place, cluster->title->width / 2 + 3,
                          cluster->title->height / 2 + 3, c};
}

static guint
push_boxes (RhumbScene *scene, guint max_rounds)
{
    g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (RhumbPushBox));
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        const RhumbPushBox box = box_of_node (&scene->node[i]);
        g_array_append_val (boxes, box);
    }
    for (guint32 c = 0; c < scene->n_clusters; c++) {
        const RhumbPushBox box = box_of_title (scene, c);
        if (scene->cluster[c].n_nodes > 0)
            g_array_append_val (boxes, box);
    }
    const RhumbPushRules rules = {rhumb_box_grown (scene->frame, -INSET), ITEM_GAP, CLUSTER_GAP,
                                  max_rounds};
    RhumbPushBox *box = (RhumbPushBox *)(void *)boxes->data;
    const guint n_overlaps = rhumb_push_apart (box, boxes->len, &rules);
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        RhumbSceneNode *node = &scene->node[i];
        const double below = box_of_node (node).centre.y - node->place.y;
        node->place = (RhumbPoint){box[i].centre.x, box[i].centre.y - below};
    }
    guint32 next = scene->n_nodes;
    for (guint32 c = 0; c < scene->n_clusters; c++) {
        if (scene->cluster[c].n_nodes > 0)
            scene->cluster[c].title_place = box[next++].centre;
    }
    return n_overlaps;
}

/* Takes room from the least important tenth of labels but those of leaders; FALSE if none is left.
 */
static gboolean
give_up_labels (RhumbScene *scene)
{
    g_autofree guint32 *order = rhumb_scene_by_importance (scene);
    guint32 n_kept = 0;
    for (guint32 i = 0; i < scene->n_nodes; i++)
        n_kept += scene->node[i].label != NULL && scene->node[i].keeps_room ? 1 : 0;
    const guint32 wanted = (guint32)(n_kept * KEEP_SHARE);
    g_autofree guint32 *n_led = g_new0 (guint32, MAX (scene->n_clusters, 1));
    guint32 n_passed = 0;
    guint32 n_left = 0;
    for (guint32 k = 0; k < scene->n_nodes; k++) {
        RhumbSceneNode *node = &scene->node[order[k]];
        if (node->label == NULL || !node->keeps_room)
            continue;
        const gboolean leads = n_led[node->cluster]++ < LEADERS;
        node->keeps_room = n_passed++ < wanted || leads;
        n_left += node->keeps_room ? 1 : 0;
    }
    return n_left < n_kept;
}

/* The share of the map that all boxes would cover. */
static double
crowding (const RhumbScene *scene)
{
    double area = 0.0;
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        const RhumbPushBox box = box_of_node (&scene->node[i]);
        area += (2 * box.half_width + ITEM_GAP) * (2 * box.half_height + ITEM_GAP);
    }
    const RhumbBox frame = scene->frame;
    return area / ((frame.right - frame.left) * (frame.bottom - frame.top));
}

/* Pushes nodes and titles apart; labels for which the frame is too small lose their room. */
void
rhumb_make_room (RhumbScene *scene, guint max_rounds)
{
    while (crowding (scene) > MOST_CROWDED && give_up_labels (scene))
        continue;
    while (push_boxes (scene, max_rounds) > 0 && give_up_labels (scene))
        continue;
}

/* The box around all discs and the labels that have room. */
RhumbBox
rhumb_room_taken (const RhumbScene *scene)
{
    RhumbBox extent = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        const RhumbPushBox box = box_of_node (&scene->node[i]);
        extent = (RhumbBox){MIN (extent.left, box.centre.x - box.half_width),
                            MIN (extent.top, box.centre.y - box.half_height),
                            MAX (extent.right, box.centre.x + box.half_width),
                            MAX (extent.bottom, box.centre.y + box.half_height)};
    }
    return extent;
}
