/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Makes room for words and brings every node onto its cluster's land.
 *
 * Nodes flow from crowded to empty parts of the page (page-filling.c), and boxes of discs with
 * their labels are pushed apart (room.c). Nodes that landed on the wrong side of each other
 * exchange places (exchange.c), but not on the map of one topic, which has the places of the whole
 * one. Then the land is divided and its narrow arms are cut (division.c). A node that lies off its
 * cluster's land is brought to the nearest place on it, and both steps are repeated; after ROUNDS
 * rounds the division stands, and nodes that are still astray or on others take a free place inside
 * it. So each cluster is one piece and holds all its nodes. Cost: a few hundred rounds of n²
 * comparisons.
 */
#include "analytics/layout/arrangement.h"

#include <math.h>

#include "analytics/layout/division.h"
#include "analytics/layout/exchange.h"
#include "analytics/layout/page-filling.h"
#include "analytics/layout/room.h"
#include "graph/corpus.h"

#define ROUNDS 10
#define FIRST_PUSHES 400
#define LATER_PUSHES 150
#define OFF_CENTRE 20.0
/* How far from the border nodes are brought, beside their radius, and those that are left. */
#define MARGIN 14.0
#define SETTLING_MARGIN 9.0
#define LEAST_MARGIN 4.0

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

/* Pushing and recalling leave some maps at one side of the page: moves what is drawn to its middle;
 * FALSE if it is about there. */
static gboolean
centre_nodes (RhumbScene *scene)
{
    const RhumbBox extent = rhumb_room_taken (scene);
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

static gboolean
is_astray (const RhumbTerritories *land, const RhumbSceneNode *node)
{
    return rhumb_territories_get_owner (land, node->place) != node->cluster;
}

/* The nearest place on a cluster's land that is about so far from its border; where the land is too
 * small for that, nearer. It grows around what is brought onto it. */
static void
bring_ashore (const RhumbTerritories *land, guint32 cluster, double margin, RhumbPoint *place)
{
    while (!rhumb_territories_find_nearest (land, cluster, *place, margin, place) && margin > 0)
        margin = margin > LEAST_MARGIN ? margin / 2 : 0.0;
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
        bring_ashore (land, node->cluster, node->radius + MARGIN, &node->place);
    }
    for (guint32 c = 0; c < scene->n_clusters; c++) {
        RhumbSceneCluster *cluster = &scene->cluster[c];
        if (cluster->n_nodes > 0 && rhumb_territories_get_owner (land, cluster->title_place) != c)
            bring_ashore (land, c, MARGIN, &cluster->title_place);
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

/* The last resort: places around the nearest point of the land, in a widening spiral. */
static void
settle_stray (const RhumbScene *scene, const RhumbTerritories *land, RhumbSceneNode *node)
{
    bring_ashore (land, node->cluster, SETTLING_MARGIN, &node->place);
    const RhumbPoint start = node->place;
    node->keeps_room = FALSE;
    for (guint k = 1; k < 6000 && !is_free (scene, node, node->place); k++) {
        const double angle = 2.399963229728653 * k;
        const double far = 3.0 * sqrt (k);
        const RhumbPoint place = {start.x + far * cos (angle), start.y + far * sin (angle)};
        if (rhumb_is_well_inside (land, node->cluster, place) && is_free (scene, node, place))
            node->place = place;
    }
}

/* Moves nodes until labels have room and each cluster's nodes lie on one piece of land, which is
 * returned; where places are kept only divides the land. */
RhumbTerritories *
rhumb_arrange (RhumbScene *scene, const GArray *springs)
{
    start_titles (scene);
    if (scene->keeps_places || scene->n_nodes == 0)
        return rhumb_divide_land (scene);
    rhumb_fill_page (scene);
    rhumb_make_room (scene, FIRST_PUSHES);
    if (scene->options->topic == RHUMB_NONE && rhumb_exchange_places (scene, springs) > 0)
        rhumb_make_room (scene, LATER_PUSHES);
    g_autoptr (RhumbTerritories) land = rhumb_divide_land (scene);
    for (guint round = 0; round < ROUNDS && recall_strays (scene, land) > 0; round++) {
        rhumb_make_room (scene, LATER_PUSHES);
        rhumb_territories_free (land);
        land = rhumb_divide_land (scene);
    }
    if (centre_nodes (scene)) {
        rhumb_territories_free (land);
        land = rhumb_divide_land (scene);
    }
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        RhumbSceneNode *node = &scene->node[i];
        if (!rhumb_is_well_inside (land, node->cluster, node->place) ||
            !is_free (scene, node, node->place))
            settle_stray (scene, land, node);
    }
    return g_steal_pointer (&land);
}
