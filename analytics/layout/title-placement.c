/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Decides where the name of each territory stands.
 *
 * The name of a topic is read first, so it is placed before labels, on its own land, where it
 * covers no disc and as little as possible of the room that labels want:
 * cost = 0.012 × covered area + 120 × share on foreign land +
 * 40 × share off its own + 0.035 × distance from the place that the arrangement kept for it, and
 * more for more lines or smaller letters, so that a long name is broken or set smaller before it
 * crosses its border. Where it costs RINGS_COST less if nothing but rings stands in the way, they
 * move (giving-way.c). Cost: clusters × 6 forms × 525 places × nodes, twice.
 */
#include <math.h>

#include "analytics/layout/cluster-places.h"
#include "analytics/layout/giving-way.h"
#include "analytics/layout/label-placement.h"

#define COVERED_COST 0.012
#define FOREIGN_COST 120.0
#define OUTSIDE_COST 40.0
#define DISTANCE_COST 0.035
#define RINGS_COST 30.0
#define LEAST_FONT 9.5
#define MARGIN 40.0 /* around the discs of a cluster, where its name may stand */

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

/* @title: a name set as a block; %NULL where none has a place. */
typedef struct {
    RhumbPoint place;
    double cost;
    RhumbTextBlock *title;
} Spot;

static void
spot_clear (Spot *spot)
{
    rhumb_text_block_free (spot->title);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Spot, spot_clear)

static RhumbBox
box_of_title (const RhumbTextBlock *title, RhumbPoint place)
{
    return rhumb_box_around (place, title->width + 4, title->height + 2);
}

/* Looks for a cheaper place than the best one so far for a name set as a block. */
static gboolean
find_spot (const RhumbScene *scene, const RhumbTerritories *land, guint32 c,
           const RhumbTextBlock *title, double extra, const GArray *taken, gboolean rings_move,
           Spot *best)
{
    const RhumbBox extent = rhumb_box_grown (rhumb_cluster_extent (scene, c), MARGIN);
    const RhumbPoint wanted = scene->cluster[c].title_place;
    const double before = best->cost;
    for (guint k = 0; k <= RHUMB_CLUSTER_SPOTS; k++) {
        const RhumbPoint p = k < RHUMB_CLUSTER_SPOTS ? rhumb_cluster_spot (extent, k) : wanted;
        const double far = extra + DISTANCE_COST * hypot (p.x - wanted.x, p.y - wanted.y);
        const RhumbBox box = box_of_title (title, p);
        if (far >= best->cost || !rhumb_box_is_free (scene, box, NULL, taken, rings_move))
            continue;
        double own;
        const double foreign = rhumb_territories_foreign_share (land, c, box, &own);
        const double cost = far + COVERED_COST * covered_room (scene, box) +
                            FOREIGN_COST * foreign + OUTSIDE_COST * (1 - own);
        if (cost < best->cost) {
            best->place = p;
            best->cost = cost;
        }
    }
    return best->cost < before;
}

/* Tries the name on two and three lines and ever smaller; the cheapest form that costs less than
 * @most is found. */
static Spot
find_form (const RhumbScene *scene, const RhumbTerritories *land, guint32 c, const GArray *taken,
           gboolean rings_move, double most)
{
    static const struct {
        double share;
        guint max_lines;
        guint line_chars;
        double cost;
    } form[] = {{1.0, 2, 18, 0.0},  {1.0, 3, 10, 2.0},   {0.86, 2, 18, 4.0},
                {0.86, 3, 10, 5.0}, {0.74, 3, 10, 16.0}, {0.66, 3, 10, 30.0}};
    const RhumbSceneCluster *cluster = &scene->cluster[c];
    g_autofree char *words = g_strjoinv (" ", cluster->title->lines);
    Spot best = {cluster->title_place, most, NULL};
    for (guint i = 0; i < G_N_ELEMENTS (form) && form[i].cost < best.cost; i++) {
        RhumbTextBlock *title = rhumb_text_block_new (
            words, form[i].max_lines, form[i].line_chars,
            MAX (cluster->title->size * form[i].share, LEAST_FONT), TRUE, 0.6);
        if (find_spot (scene, land, c, title, form[i].cost, taken, rings_move, &best)) {
            rhumb_text_block_free (best.title);
            best.title = title;
        } else {
            rhumb_text_block_free (title);
        }
    }
    return best;
}

/* Places a name; rings make way where it saves much. */
static void
place_title (RhumbScene *scene, const RhumbTerritories *land, guint32 c, GArray *taken)
{
    RhumbSceneCluster *cluster = &scene->cluster[c];
    g_auto (Spot) best = find_form (scene, land, c, taken, FALSE, INFINITY);
    if (!scene->keeps_places && best.cost > RINGS_COST) {
        g_auto (Spot) among = find_form (scene, land, c, taken, TRUE, best.cost - RINGS_COST);
        if (among.title != NULL &&
            rhumb_clear_box (scene, land, box_of_title (among.title, among.place), taken)) {
            const Spot instead = among;
            among = best;
            best = instead;
        }
    }
    if (best.title == NULL)
        return;
    const RhumbBox box = box_of_title (best.title, best.place);
    g_array_append_val (taken, box);
    cluster->is_titled = TRUE;
    cluster->title_place = best.place;
    rhumb_text_block_free (cluster->title);
    cluster->title = g_steal_pointer (&best.title);
}

/* Places the names of clusters, largest cluster first. @taken: where words stand; placed names are
 * added. */
void
rhumb_place_titles (RhumbScene *scene, const RhumbTerritories *land, GArray *taken)
{
    for (guint32 c = 0; c < scene->n_clusters; c++) {
        if (scene->cluster[c].n_nodes > 0)
            place_title (scene, land, c, taken);
    }
}
