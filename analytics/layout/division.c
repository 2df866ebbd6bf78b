/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Who claims which land: discs, rings, and the words that stand or will stand on it.
 *
 * Before words have their places, room is claimed where they are likely to be; once they have, the
 * land is divided anew (territories.c), so that borders run between words and not across them: a
 * reader takes words for a part of the land under them. No division may bring a node off its
 * cluster's land, though. So what claims land at a new place, names next to nodes that lost theirs,
 * goes back to its claims before, until none did; then names that can have their land all the same
 * have it back. Cost: at most ROUNDS + MOST_TRIED × MOST_CLAIMS divisions and for each displaced
 * node one comparison with each other.
 */
#include "analytics/layout/division.h"

#include <math.h>

#include "analytics/layout/giving-way.h"
#include "graph/corpus.h"

#define REACH 47.0
#define WORD_REACH 30.0
#define EDGE_SHARE 0.75
#define LEAST_REACH 20.0
#define WORD_WEIGHT 0.4
#define NAME_WEIGHT 0.3
#define NAME_REACH 28.0
#define NAME_STEP 16.0
#define NAME_MARGIN 4.0
#define CORE_MARGIN 9.0
#define LOST_WEIGHT 0.3
#define LOST_CORE 2.0
#define BORDER 6.0
#define ROUNDS 30
#define MOST_TRIED 40
#define MOST_CLAIMS 4
#define PATIENCE 5
#define NEAR 60.0
/* So many nodes fill the page; fewer lie farther apart, and their land reaches farther. */
#define MANY_NODES 150.0
#define FARTHEST 1.7

/* Near the edge of the page land reaches less far, so that it ends in a coast, not in a cut. */
static double
keep_off_edge (const RhumbScene *scene, RhumbPoint place, double reach)
{
    const RhumbBox frame = scene->frame;
    const double room = MIN (MIN (place.x - frame.left, frame.right - place.x),
                             MIN (place.y - frame.top, frame.bottom - place.y));
    return MIN (reach, MAX (EDGE_SHARE * room, LEAST_REACH));
}

static void
claim_words (const RhumbScene *scene, GArray *claims, RhumbBox box, guint32 cluster)
{
    for (guint i = 0; i < 3; i++) {
        const RhumbPoint p = {box.left + (box.right - box.left) * i / 2,
                              (box.top + box.bottom) / 2};
        const RhumbClaim claim = {p, WORD_WEIGHT, keep_off_edge (scene, p, WORD_REACH), 0.0,
                                  cluster};
        g_array_append_val (claims, claim);
    }
}

/* The land under a name that has its place: a row of strong claims, so that no border crosses it.
 */
static void
claim_name (const RhumbScene *scene, GArray *claims, RhumbBox box, guint32 cluster)
{
    const double width = box.right - box.left;
    const double height = box.bottom - box.top;
    const guint n = 2 + (guint)(width / NAME_STEP);
    for (guint i = 0; i < n; i++) {
        const RhumbPoint p = {box.left + width * i / (n - 1), box.top + height / 2};
        const RhumbClaim claim = {p, NAME_WEIGHT, keep_off_edge (scene, p, NAME_REACH),
                                  height / 2 + NAME_MARGIN, cluster};
        g_array_append_val (claims, claim);
    }
}

static RhumbBox
box_of_name (const RhumbSceneNode *node)
{
    const RhumbPoint centre = {node->label_place.x, node->label_place.y + node->label->height / 2};
    return rhumb_box_around (centre, node->label->width, node->label->height);
}

static RhumbTerritories *
divide (const RhumbScene *scene)
{
    const double sparsity = CLAMP (sqrt (MANY_NODES / MAX (scene->n_nodes, 1)), 1.0, FARTHEST);
    g_autoptr (GArray) claims = g_array_new (FALSE, FALSE, sizeof (RhumbClaim));
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        const RhumbSceneNode *node = &scene->node[i];
        const double weight =
            node->is_ring ? 0.55 : 0.7 + 0.5 * sqrt (node->weight / scene->largest_weight);
        const double reach = sparsity * REACH + 0.6 * node->radius;
        const RhumbClaim claim = {node->claims_at, weight + LOST_WEIGHT * node->n_lost,
                                  keep_off_edge (scene, node->claims_at, reach),
                                  node->radius + CORE_MARGIN + LOST_CORE * node->n_lost,
                                  node->cluster};
        g_array_append_val (claims, claim);
        if (node->holds_land)
            claim_name (scene, claims, box_of_name (node), node->cluster);
        else if (node->claims_words)
            claim_words (scene, claims, node->words_at, node->cluster);
    }
    for (guint32 c = 0; c < scene->n_clusters; c++) {
        const RhumbSceneCluster *cluster = &scene->cluster[c];
        const RhumbBox box = rhumb_box_around (cluster->title_claims_at, cluster->title->width,
                                               cluster->title->height);
        if (cluster->n_nodes > 0)
            claim_words (scene, claims, box, c);
        if (cluster->title_holds_land)
            claim_name (scene, claims, box, c);
    }
    return rhumb_territories_new ((RhumbClaim *)(void *)claims->data, claims->len,
                                  scene->n_clusters, scene->frame);
}

/* Divides the land for nodes and names of clusters as they lie, and words as they are likely to. */
RhumbTerritories *
rhumb_divide_land (RhumbScene *scene)
{
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        RhumbSceneNode *node = &scene->node[i];
        node->claims_at = node->place;
        node->claims_words = node->label != NULL && node->keeps_room;
        if (node->claims_words)
            node->words_at = rhumb_scene_label_box (node);
    }
    for (guint32 c = 0; c < scene->n_clusters; c++)
        scene->cluster[c].title_claims_at = scene->cluster[c].title_place;
    RhumbTerritories *land = divide (scene);
    if (!scene->keeps_places)
        rhumb_territories_cut_arms (land);
    return land;
}

/* Whether a place is not only on the land of a cluster but so far from its border that the outline,
 * which runs between the cells of the land, holds it. */
gboolean
rhumb_is_well_inside (const RhumbTerritories *land, guint32 cluster, RhumbPoint place)
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

/* Where nodes and names of clusters claimed land before. */
typedef struct {
    RhumbPoint *node;
    RhumbPoint *title;
} Claims;

static void
claims_clear (Claims *claims)
{
    g_free (claims->node);
    g_free (claims->title);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Claims, claims_clear)

/* Everything claims land where it is by now. */
static Claims
move_claims (RhumbScene *scene)
{
    const Claims before = {g_new (RhumbPoint, MAX (scene->n_nodes, 1)),
                           g_new (RhumbPoint, MAX (scene->n_clusters, 1))};
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        RhumbSceneNode *node = &scene->node[i];
        before.node[i] = node->claims_at;
        node->claims_at = node->place;
        node->holds_land = node->is_labelled;
        node->n_lost = 0;
    }
    for (guint32 c = 0; c < scene->n_clusters; c++) {
        before.title[c] = scene->cluster[c].title_claims_at;
        scene->cluster[c].title_claims_at = scene->cluster[c].title_place;
        scene->cluster[c].title_holds_land = scene->cluster[c].is_titled;
    }
    return before;
}

static double
distance (RhumbPoint a, RhumbPoint b)
{
    return hypot (a.x - b.x, a.y - b.y);
}

/* The name of another cluster next to a node loses its land. */
static void
let_name_go (RhumbScene *scene, const RhumbSceneNode *node)
{
    double least = NEAR;
    RhumbSceneNode *nearest = NULL;
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        RhumbSceneNode *other = &scene->node[i];
        if (!other->holds_land || other->cluster == node->cluster)
            continue;
        const RhumbBox box = box_of_name (other);
        const RhumbPoint p = {CLAMP (node->place.x, box.left, box.right),
                              CLAMP (node->place.y, box.top, box.bottom)};
        if (distance (p, node->place) < least) {
            least = distance (p, node->place);
            nearest = other;
        }
    }
    if (nearest != NULL)
        nearest->holds_land = FALSE;
}

/* The name of a cluster next to a node claims the land that it claimed before. */
static void
move_title_back (RhumbScene *scene, const Claims *before, RhumbPoint place)
{
    double least = INFINITY;
    guint32 nearest = RHUMB_NONE;
    for (guint32 c = 0; c < scene->n_clusters; c++) {
        const RhumbPoint p = scene->cluster[c].title_claims_at;
        if (scene->cluster[c].title_holds_land && distance (p, place) < least) {
            least = distance (p, place);
            nearest = c;
        }
    }
    if (nearest == RHUMB_NONE)
        return;
    scene->cluster[nearest].title_claims_at = before->title[nearest];
    scene->cluster[nearest].title_holds_land = FALSE;
}

/* Whether a division brought a node off its cluster's land. */
static gboolean
is_displaced (const RhumbSceneNode *node, const RhumbTerritories *old, const RhumbTerritories *land)
{
    return !rhumb_is_well_inside (land, node->cluster, node->place) &&
           rhumb_is_well_inside (old, node->cluster, node->place);
}

/* Gives in to nodes that a division brought off their cluster's land; returns how many there are.
 */
static guint
give_in (RhumbScene *scene, const Claims *before, const RhumbTerritories *old,
         const RhumbTerritories *land, const GArray *taken)
{
    guint n_displaced = 0;
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        RhumbSceneNode *node = &scene->node[i];
        if (!is_displaced (node, old, land))
            continue;
        n_displaced++;
        node->n_lost++;
        node->claims_at = before->node[i];
        if (node->n_lost > 1) {
            let_name_go (scene, node);
            move_title_back (scene, before, node->place);
        }
        if (node->n_lost >= PATIENCE && rhumb_gives_way (node) &&
            rhumb_move_ring (scene, land, node, NULL, taken)) {
            node->claims_at = node->place;
            node->n_lost = 0;
        }
    }
    return n_displaced;
}

/* Divides the land until no node is displaced, which claim more each time; NULL if that takes more
 * than MOST_CLAIMS divisions, and nodes claim what they did. */
static RhumbTerritories *
divide_for_all (RhumbScene *scene, const RhumbTerritories *old)
{
    g_autofree guint *n_lost = g_new (guint, MAX (scene->n_nodes, 1));
    for (guint32 i = 0; i < scene->n_nodes; i++)
        n_lost[i] = scene->node[i].n_lost;
    for (guint k = 0; k < MOST_CLAIMS; k++) {
        g_autoptr (RhumbTerritories) land = divide (scene);
        guint n_displaced = 0;
        for (guint32 i = 0; i < scene->n_nodes; i++) {
            const gboolean is_off = is_displaced (&scene->node[i], old, land);
            scene->node[i].n_lost += is_off ? 1 : 0;
            n_displaced += is_off ? 1 : 0;
        }
        if (n_displaced == 0)
            return g_steal_pointer (&land);
    }
    for (guint32 i = 0; i < scene->n_nodes; i++)
        scene->node[i].n_lost = n_lost[i];
    return NULL;
}

/* Names that gave their land up in vain have it back, one by one, the most important first: those
 * for which no node is displaced. Takes the division that they are missing from. */
static RhumbTerritories *
give_back (RhumbScene *scene, const RhumbTerritories *old, RhumbTerritories *land)
{
    g_autofree guint32 *order = rhumb_scene_by_importance (scene);
    guint n_tried = 0;
    for (guint32 k = 0; k < scene->n_nodes && n_tried < MOST_TRIED; k++) {
        RhumbSceneNode *node = &scene->node[order[k]];
        if (!node->is_labelled || node->holds_land)
            continue;
        n_tried++;
        node->holds_land = TRUE;
        RhumbTerritories *again = divide_for_all (scene, old);
        node->holds_land = again != NULL;
        if (again == NULL)
            continue;
        rhumb_territories_free (land);
        land = again;
    }
    return land;
}

/* Divides the land once more, for names of clusters where they are by now and, once labels are
 * placed, so that borders run between them. @land: the division before; %NULL if it stays. @taken:
 * where words stand. */
RhumbTerritories *
rhumb_divide_anew (RhumbScene *scene, const RhumbTerritories *land, const GArray *taken)
{
    g_auto (Claims) before = move_claims (scene);
    for (guint round = 0; round < ROUNDS; round++) {
        g_autoptr (RhumbTerritories) again = divide (scene);
        if (give_in (scene, &before, land, again, taken) == 0)
            return give_back (scene, land, g_steal_pointer (&again));
    }
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        scene->node[i].claims_at = before.node[i];
        scene->node[i].holds_land = FALSE;
        scene->node[i].n_lost = 0;
    }
    for (guint32 c = 0; c < scene->n_clusters; c++) {
        scene->cluster[c].title_claims_at = before.title[c];
        scene->cluster[c].title_holds_land = FALSE;
    }
    return NULL;
}
