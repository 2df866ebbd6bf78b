/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Lets rings make way for the name of a disc.
 *
 * A ring is a paper without a name; a reader who sees a large disc asks what it is. Where nothing
 * but rings stands in the way of a name, they move: each to the nearest place on its own land, at
 * most FARTHEST points away, that is free of discs and words. If one of them finds none, none
 * moves. Cost: rings × places × (nodes + words).
 */
#include "analytics/layout/giving-way.h"

#include <math.h>

#include "analytics/layout/division.h"

#define FARTHEST 45.0
#define STEP 3.0
#define DISC_GAP 2.5
#define WORD_GAP 1.5
#define GOLDEN_ANGLE 2.399963229728653

/* Whether a node may be moved for the sake of a name: a ring without a name. */
gboolean
rhumb_gives_way (const RhumbSceneNode *node)
{
    return node->is_ring && !node->is_labelled && node->label == NULL;
}

static gboolean
is_free (const RhumbScene *scene, const RhumbSceneNode *ring, RhumbPoint place, const RhumbBox *box,
         const GArray *taken)
{
    if (box != NULL && rhumb_box_touches_disc (*box, place, ring->radius + WORD_GAP))
        return FALSE;
    for (guint i = 0; i < taken->len; i++) {
        const RhumbBox words = g_array_index (taken, RhumbBox, i);
        if (rhumb_box_touches_disc (words, place, ring->radius + WORD_GAP))
            return FALSE;
    }
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        const RhumbSceneNode *other = &scene->node[i];
        const double far = hypot (place.x - other->place.x, place.y - other->place.y);
        if (other != ring && far < ring->radius + other->radius + DISC_GAP)
            return FALSE;
    }
    return TRUE;
}

/* Tries places in a widening spiral around a ring; the first free one is about the nearest. @box:
 * (nullable): where it must not stand, beside @taken. FALSE if there is none. */
gboolean
rhumb_move_ring (const RhumbScene *scene, const RhumbTerritories *land, RhumbSceneNode *ring,
                 const RhumbBox *box, const GArray *taken)
{
    for (guint k = 1; STEP * sqrt (k) <= FARTHEST; k++) {
        const double far = STEP * sqrt (k);
        const RhumbPoint place = {ring->place.x + far * cos (GOLDEN_ANGLE * k),
                                  ring->place.y + far * sin (GOLDEN_ANGLE * k)};
        if (rhumb_is_well_inside (land, ring->cluster, place) &&
            is_free (scene, ring, place, box, taken)) {
            ring->place = place;
            return TRUE;
        }
    }
    return FALSE;
}

/* Moves rings out of a box where words want to stand. @taken: where words stand. FALSE if some are
 * left in it; none has moved then. */
gboolean
rhumb_clear_box (RhumbScene *scene, const RhumbTerritories *land, RhumbBox box, const GArray *taken)
{
    g_autofree RhumbPoint *before = g_new (RhumbPoint, MAX (scene->n_nodes, 1));
    for (guint32 i = 0; i < scene->n_nodes; i++)
        before[i] = scene->node[i].place;
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        RhumbSceneNode *node = &scene->node[i];
        if (!rhumb_gives_way (node) ||
            !rhumb_box_touches_disc (box, node->place, node->radius + WORD_GAP) ||
            rhumb_move_ring (scene, land, node, &box, taken))
            continue;
        for (guint32 k = 0; k < i; k++)
            scene->node[k].place = before[k];
        return FALSE;
    }
    return TRUE;
}
