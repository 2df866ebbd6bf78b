/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Decides where each label stands, or that it does not.
 *
 * A label that covers another, a title, a disc or the edge of the page is worse than none, so
 * those are refused; the tooltip still has the name. Labels are placed greedily, most important
 * first, as in J. Christensen, J. Marks, S. Shieber, An empirical study of algorithms for
 * point-feature label placement, ACM TOG 14 (1995), doi:10.1145/212332.212334: of sixteen places
 * around the disc (below, right, above, left and between), in one line or balanced lines, in full
 * size or smaller, the cheapest free one wins. Standing on the land of another topic costs more
 * than any other place, and standing on nobody's land costs a little. Where only rings are in the
 * way of a name, they move (giving-way.c). The most important labels may be smaller still, and
 * stand where others may not, before they are left out: a map whose largest disc has no name is of
 * little use. Cost: labels × places × (nodes + labels).
 */
#include "analytics/layout/label-placement.h"

#include <math.h>

#include "analytics/layout/giving-way.h"

#define MARGIN 2.0
#define DISC_MARGIN 1.5
#define PAGE_MARGIN 12.0
#define FOREIGN_COST 4.0
#define NOBODYS_COST 1.4
#define ONE_LINE_COST 0.5
#define SMALL_COST 1.2
#define MOST_COST 3.6
#define MOST_COST_OF_FIRST 9.0
#define N_FIRST 20
#define SMALL 0.88
#define SMALLER 0.72
#define SMALLEST 0.58
#define SMALLER_COST 2.4
#define SMALLEST_COST 3.4
#define LEAST_FONT 9.2

typedef struct {
    double across;
    double along;
    double cost;
} Spot;

/* Directions in which the label leaves its disc. */
static const Spot spots[] = {
    {0, 1, 0.0},      {1, 0, 0.35},     {0, -1, 0.6},     {-1, 0, 0.7},
    {0.4, 1, 0.75},   {-0.4, 1, 0.8},   {1, 0.4, 0.85},   {1, -0.4, 0.9},
    {0.7, 0.7, 1.0},  {0.7, -0.7, 1.1}, {0.4, -1, 1.15},  {-0.4, -1, 1.15},
    {-0.7, 0.7, 1.2}, {-1, 0.4, 1.25},  {-1, -0.4, 1.25}, {-0.7, -0.7, 1.3},
};

/* Whether words can stand in a box: on the page's map, off all discs and other words. @rings_move:
 * whether rings that give way do not count. */
gboolean
rhumb_box_is_free (const RhumbScene *scene, RhumbBox box, const RhumbSceneNode *own,
                   const GArray *taken, gboolean rings_move)
{
    if (!rhumb_box_contains_box (rhumb_box_grown (scene->frame, -PAGE_MARGIN), box))
        return FALSE;
    for (guint i = 0; i < taken->len; i++) {
        if (rhumb_boxes_overlap (box, g_array_index (taken, RhumbBox, i), MARGIN))
            return FALSE;
    }
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        const RhumbSceneNode *node = &scene->node[i];
        if (rings_move && rhumb_gives_way (node))
            continue;
        const double margin = node == own ? 0.5 : DISC_MARGIN;
        if (rhumb_box_touches_disc (box, node->place, node->radius + margin))
            return FALSE;
    }
    return TRUE;
}

static RhumbBox
box_at_spot (const RhumbSceneNode *node, const RhumbTextBlock *block, const Spot *spot)
{
    const double away = node->radius + 2.5;
    const double half_width = block->width / 2;
    const double half_height = block->height / 2;
    const double beside = CLAMP (1.5 * spot->across, -1.0, 1.0) * half_width;
    const double above = CLAMP (1.5 * spot->along, -1.0, 1.0) * half_height;
    const RhumbPoint centre = {node->place.x + spot->across * away + beside,
                               node->place.y + spot->along * away + above};
    return rhumb_box_around (centre, block->width, block->height);
}

typedef struct {
    RhumbBox box;
    double cost;
} Choice;

/* Words off their own land cost, on that of others more. */
static double
cost_of_ground (const RhumbTerritories *land, guint32 cluster, RhumbBox box)
{
    double own;
    const double foreign = rhumb_territories_foreign_share (land, cluster, box, &own);
    return FOREIGN_COST * foreign + NOBODYS_COST * (1 - own - foreign);
}

static void
try_block (const RhumbScene *scene, const RhumbTerritories *land, const RhumbSceneNode *node,
           const RhumbTextBlock *block, double extra, const GArray *taken, gboolean rings_move,
           Choice *best)
{
    for (guint i = 0; i < G_N_ELEMENTS (spots); i++) {
        const double least = extra + spots[i].cost;
        if (least >= best->cost)
            continue;
        const RhumbBox box = box_at_spot (node, block, &spots[i]);
        const double cost = least + cost_of_ground (land, node->cluster, box);
        if (cost < best->cost && rhumb_box_is_free (scene, box, node, taken, rings_move))
            *best = (Choice){box, cost};
    }
}

static void
choose_block (RhumbSceneNode *node, RhumbTextBlock **block)
{
    rhumb_text_block_free (node->label);
    node->label = g_steal_pointer (block);
}

/* Tries the label as it is, on one line, and both smaller; keeps the form that costs least. */
static gboolean
place_label (const RhumbScene *scene, const RhumbTerritories *land, RhumbSceneNode *node,
             gboolean is_first, gboolean rings_move, const GArray *taken, RhumbBox *box)
{
    const double most = is_first ? MOST_COST_OF_FIRST : MOST_COST;
    Choice best = {{0}, most};
    try_block (scene, land, node, node->label, 0.0, taken, rings_move, &best);
    g_autofree char *words = g_strjoinv (" ", node->label->lines);
    const double size = node->label->size;
    const double small = MAX (size * SMALL, LEAST_FONT);
    const struct {
        guint max_lines;
        double size;
        double cost;
    } form[] = {{1, size, ONE_LINE_COST},
                {node->label->n_lines, small, SMALL_COST},
                {1, small, SMALL_COST + ONE_LINE_COST},
                {3, small, SMALL_COST + ONE_LINE_COST},
                {2, MAX (size * SMALLER, LEAST_FONT), SMALLER_COST},
                {3, MAX (size * SMALLER, LEAST_FONT), SMALLER_COST},
                {2, MAX (size * SMALLEST, LEAST_FONT), SMALLEST_COST},
                {3, MAX (size * SMALLEST, LEAST_FONT), SMALLEST_COST}};
    const guint n_forms = is_first ? G_N_ELEMENTS (form) : 4;
    for (guint i = 0; i < n_forms && best.cost > form[i].cost; i++) {
        g_autoptr (RhumbTextBlock) block = rhumb_text_block_new (
            words, form[i].max_lines, 12, form[i].size, node->label->bold, 0.0);
        const double before = best.cost;
        try_block (scene, land, node, block, form[i].cost, taken, rings_move, &best);
        if (best.cost < before)
            choose_block (node, &block);
    }
    *box = best.box;
    return best.cost < most;
}

static void
keep_label (RhumbSceneNode *node, RhumbBox box, GArray *taken)
{
    node->is_labelled = TRUE;
    node->label_place = (RhumbPoint){(box.left + box.right) / 2, box.top};
    g_array_append_val (taken, box);
}

/* Discs that found no place for their name, most important first: rings make way for it. */
static guint
place_among_rings (RhumbScene *scene, const RhumbTerritories *land, const guint32 *order,
                   GArray *taken)
{
    guint n_placed = 0;
    for (guint32 k = 0; k < scene->n_nodes; k++) {
        RhumbSceneNode *node = &scene->node[order[k]];
        RhumbBox box;
        if (node->label == NULL || node->is_labelled || node->is_ring ||
            !place_label (scene, land, node, TRUE, TRUE, taken, &box) ||
            !rhumb_clear_box (scene, land, rhumb_box_grown (box, MARGIN), taken))
            continue;
        keep_label (node, box, taken);
        n_placed++;
    }
    return n_placed;
}

/* Places labels, most important first; rings may make way. @taken: where words stand; placed labels
 * are added. Returns how many were placed. */
guint
rhumb_place_labels (RhumbScene *scene, const RhumbTerritories *land, GArray *taken)
{
    g_autofree guint32 *order = rhumb_scene_by_importance (scene);
    guint n_placed = 0;
    for (guint32 k = 0; k < scene->n_nodes; k++) {
        RhumbSceneNode *node = &scene->node[order[k]];
        RhumbBox box;
        if (node->label == NULL ||
            !place_label (scene, land, node, k < N_FIRST, FALSE, taken, &box))
            continue;
        keep_label (node, box, taken);
        n_placed++;
    }
    return scene->keeps_places ? n_placed
                               : n_placed + place_among_rings (scene, land, order, taken);
}
