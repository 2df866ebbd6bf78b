/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Makes room for words and brings every node onto its cluster's land.
 *
 * Each node is a box that holds its disc and the label below it; each cluster has one more box for
 * its title above its nodes. The boxes are pushed apart (overlap.c); while the frame is too small
 * for all of them, the least important labels give up their room. Nodes that landed on the wrong
 * side of each other exchange places (exchange.c). Then the land is divided
 * (territories.c). A node that lies off its cluster's land is brought to the nearest place on it,
 * and both steps are repeated; after ROUNDS rounds the division stands, and nodes that are still
 * astray take a free place inside it. So each cluster is one piece and holds all its nodes.
 * Cost: a few hundred rounds of n² comparisons. */

#include "analytics/layout/arrangement.h"

#include <math.h>

#include "analytics/layout/exchange.h"
#include "analytics/layout/overlap.h"
#include "graph/corpus.h"

#define ROUNDS 10
#define FIRST_PUSHES 400
#define LATER_PUSHES 150
#define LABEL_GAP 2.5
#define INSET 26.0
#define ITEM_GAP 4.0
#define CLUSTER_GAP 14.0
#define KEEP_SHARE 0.88
/* Boxes that cover more of the map than this are never brought apart. */
#define MOST_CROWDED 0.62
#define REACH 47.0
#define WORD_REACH 30.0
#define WORD_WEIGHT 0.4
#define CORE_MARGIN 9.0
#define BORDER 6.0
#define OFF_CENTRE 20.0
/* So many nodes fill the page; fewer lie farther apart, and their land reaches farther. */
#define MANY_NODES 150.0
#define FARTHEST 1.7

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

/* Titles begin above the upper quarter of their cluster's nodes. */
static void
start_titles (RhumbScene *scene)
{
    for (guint32 c = 0; c < scene->n_clusters; c++) {
        double x = 0.0;
        double y = 0.0;
        double top = INFINITY;
        for (guint32 i = 0; i < scene->n_nodes; i++) {
            if (scene->node[i].cluster != c)
                continue;
            x += scene->node[i].place.x / scene->cluster[c].n_nodes;
            y += scene->node[i].place.y / scene->cluster[c].n_nodes;
            top = MIN (top, scene->node[i].place.y - scene->node[i].radius);
        }
        scene->cluster[c].title_place =
            (RhumbPoint){x, top * 0.8 + y * 0.2 - scene->cluster[c].title->height / 2};
    }
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

/* Takes room from the least important tenth of labels; FALSE if none is left. */
static gboolean
give_up_labels (RhumbScene *scene)
{
    g_autofree guint32 *order = rhumb_scene_by_importance (scene);
    guint32 n_kept = 0;
    for (guint32 i = 0; i < scene->n_nodes; i++)
        n_kept += scene->node[i].label != NULL && scene->node[i].keeps_room ? 1 : 0;
    const guint32 wanted = (guint32)(n_kept * KEEP_SHARE);
    guint32 n_passed = 0;
    for (guint32 k = 0; k < scene->n_nodes; k++) {
        RhumbSceneNode *node = &scene->node[order[k]];
        if (node->label != NULL && node->keeps_room)
            node->keeps_room = n_passed++ < wanted;
    }
    return wanted < n_kept;
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

static void
make_room (RhumbScene *scene, guint max_rounds)
{
    while (crowding (scene) > MOST_CROWDED && give_up_labels (scene))
        continue;
    while (push_boxes (scene, max_rounds) > 0 && give_up_labels (scene))
        continue;
}

/* Pushing and recalling leave some maps at one side of the page: moves what is drawn to its middle;
 * FALSE if it is about there. */
static gboolean
centre_nodes (RhumbScene *scene)
{
    RhumbBox extent = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        const RhumbPushBox box = box_of_node (&scene->node[i]);
        extent = (RhumbBox){MIN (extent.left, box.centre.x - box.half_width),
                            MIN (extent.top, box.centre.y - box.half_height),
                            MAX (extent.right, box.centre.x + box.half_width),
                            MAX (extent.bottom, box.centre.y + box.half_height)};
    }
    const RhumbBox frame = scene->frame;
    const double right = (frame.left + frame.right - extent.left - extent.right) / 2;
    const double down = (frame.top + frame.bottom - extent.top - extent.bottom) / 2;
    if (hypot (right, down) < OFF_CENTRE)
        return FALSE;
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        scene->node[i].place.x += right;
        scene->node[i].place.y += down;
    }
    for (guint32 c = 0; c < scene->n_clusters; c++) {
        scene->cluster[c].title_place.x += right;
        scene->cluster[c].title_place.y += down;
    }
    return TRUE;
}

static void
claim_words (GArray *claims, RhumbBox box, guint32 cluster)
{
    for (guint i = 0; i < 3; i++) {
        const RhumbPoint p = {box.left + (box.right - box.left) * i / 2,
                              (box.top + box.bottom) / 2};
        const RhumbClaim claim = {p, WORD_WEIGHT, WORD_REACH, 0.0, cluster};
        g_array_append_val (claims, claim);
    }
}

static RhumbTerritories *
divide_land (const RhumbScene *scene)
{
    const double sparsity = CLAMP (sqrt (MANY_NODES / MAX (scene->n_nodes, 1)), 1.0, FARTHEST);
    g_autoptr (GArray) claims = g_array_new (FALSE, FALSE, sizeof (RhumbClaim));
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        const RhumbSceneNode *node = &scene->node[i];
        const double weight =
            node->is_ring ? 0.55 : 0.7 + 0.5 * sqrt (node->weight / scene->largest_weight);
        const RhumbClaim claim = {node->place, weight, sparsity * REACH + 0.6 * node->radius,
                                  node->radius + CORE_MARGIN, node->cluster};
        g_array_append_val (claims, claim);
        if (node->label != NULL && node->keeps_room)
            claim_words (claims, rhumb_scene_label_box (node), node->cluster);
    }
    for (guint32 c = 0; c < scene->n_clusters; c++) {
        const RhumbTextBlock *title = scene->cluster[c].title;
        if (scene->cluster[c].n_nodes > 0)
            claim_words (
                claims,
                rhumb_box_around (scene->cluster[c].title_place, title->width, title->height), c);
    }
    return rhumb_territories_new ((RhumbClaim *)(void *)claims->data, claims->len,
                                  scene->n_clusters, scene->frame);
}

static gboolean
is_astray (const RhumbTerritories *land, const RhumbSceneNode *node)
{
    return rhumb_territories_get_owner (land, node->place) != node->cluster;
}

/* Moves strays a little past the border of their land, titles too; returns how many there were. */
static guint
recall_strays (RhumbScene *scene, const RhumbTerritories *land)
{
    guint n_strays = 0;
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        RhumbSceneNode *node = &scene->node[i];
        if (!is_astray (land, node))
            continue;
        n_strays++;
        rhumb_territories_find_nearest (land, node->cluster, node->place, node->radius + 14,
                                        &node->place);
    }
    for (guint32 c = 0; c < scene->n_clusters; c++) {
        RhumbSceneCluster *cluster = &scene->cluster[c];
        if (cluster->n_nodes > 0 && rhumb_territories_get_owner (land, cluster->title_place) != c)
            rhumb_territories_find_nearest (land, c, cluster->title_place, 14,
                                            &cluster->title_place);
    }
    return n_strays;
}

static gboolean
is_free (const RhumbScene *scene, const RhumbSceneNode *node, RhumbPoint place)
{
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        const RhumbSceneNode *other = &scene->node[i];
        const double far = hypot (place.x - other->place.x, place.y - other->place.y);
        if (other != node && far < node->radius + other->radius + 2)
            return FALSE;
    }
    return TRUE;
}

/* Whether a place is not only on the land but so far from its border that the outline, which runs
 * between the cells of the land, holds it. */
static gboolean
is_well_inside (const RhumbTerritories *land, guint32 cluster, RhumbPoint place)
{
    const RhumbPoint around[] = {{place.x - BORDER, place.y},
                                 {place.x + BORDER, place.y},
                                 {place.x, place.y - BORDER},
                                 {place.x, place.y + BORDER}};
    gboolean inside = rhumb_territories_get_owner (land, place) == cluster;
    for (guint i = 0; inside && i < G_N_ELEMENTS (around); i++)
        inside = rhumb_territories_get_owner (land, around[i]) == cluster;
    return inside;
}

/* The last resort: places around the nearest point of the land, in a widening spiral. */
static void
settle_stray (const RhumbScene *scene, const RhumbTerritories *land, RhumbSceneNode *node)
{
    RhumbPoint start = node->place;
    if (!rhumb_territories_find_nearest (land, node->cluster, node->place, 9, &start))
        rhumb_territories_find_nearest (land, node->cluster, node->place, 0, &start);
    node->place = start;
    node->keeps_room = FALSE;
    for (guint k = 1; k < 6000 && !is_free (scene, node, node->place); k++) {
        const double angle = 2.399963229728653 * k;
        const double far = 3.0 * sqrt (k);
        const RhumbPoint place = {start.x + far * cos (angle), start.y + far * sin (angle)};
        if (is_well_inside (land, node->cluster, place) && is_free (scene, node, place))
            node->place = place;
    }
}

/**
 * rhumb_divide_again:
 * @scene: a scene with places, arranged
 *
 * Divides the land anew, now that names of clusters have moved.
 *
 * Returns: (transfer full) (nullable): the land, %NULL if a node would be off its cluster's
 */
RhumbTerritories *
rhumb_divide_again (const RhumbScene *scene)
{
    g_autoptr (RhumbTerritories) land = divide_land (scene);
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        if (!is_well_inside (land, scene->node[i].cluster, scene->node[i].place))
            return NULL;
    }
    return g_steal_pointer (&land);
}

/**
 * rhumb_arrange:
 * @scene: (inout): a scene with places
 * @springs: (element-type RhumbSpring): what links its nodes
 *
 * Moves nodes until labels have room and each cluster's nodes lie on one piece of land; where
 * places are kept only divides the land.
 *
 * Returns: (transfer full): the land of each cluster
 */
RhumbTerritories *
rhumb_arrange (RhumbScene *scene, const GArray *springs)
{
    start_titles (scene);
    if (scene->keeps_places || scene->n_nodes == 0)
        return divide_land (scene);
    make_room (scene, FIRST_PUSHES);
    if (rhumb_exchange_places (scene, springs) > 0)
        make_room (scene, LATER_PUSHES);
    g_autoptr (RhumbTerritories) land = divide_land (scene);
    for (guint round = 0; round < ROUNDS && recall_strays (scene, land) > 0; round++) {
        make_room (scene, LATER_PUSHES);
        rhumb_territories_free (land);
        land = divide_land (scene);
    }
    if (centre_nodes (scene)) {
        rhumb_territories_free (land);
        land = divide_land (scene);
    }
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        if (!is_well_inside (land, scene->node[i].cluster, scene->node[i].place))
            settle_stray (scene, land, &scene->node[i]);
    }
    return g_steal_pointer (&land);
}
