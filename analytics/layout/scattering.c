/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Breaks the rows in which rings stand.
 *
 * Boxes pushed apart along their axes (overlap.c) end in columns and rows: papers of one concept
 * look like a parade, and an order is seen that is not there. Once all names have their places,
 * each ring tries places around the one it was given, at random, and takes that with the most room
 * to other rings, up to a distance that is enough; far from where it was costs. So rings spread as
 * darts do of which the best of some is kept: D. P. Mitchell, Spectrally optimal sampling for
 * distribution ray tracing, SIGGRAPH 1991, doi:10.1145/122718.122736. Only rings move, only on
 * their own land, and never onto words or discs: no name is lost for it. After SWEEPS sweeps, in
 * which rings move one after the other, each is at most FARTHEST from where it was.
 * Cost: rings × (nodes + words + SWEEPS × DARTS × what is near).
 */
#include "analytics/layout/scattering.h"

#include <math.h>

#include "analytics/layout/division.h"
#include "analytics/layout/giving-way.h"
#include "graph/text.h"

#define SWEEPS 4
#define DARTS 40
#define FARTHEST 20.0
/* Between the edges of two rings. */
#define ENOUGH_ROOM 14.0
#define DISC_GAP 2.5
#define WORD_GAP 1.5
/* What a point of distance costs of the room that it gains. */
#define DISTANCE_COST 0.2

/* What a ring might touch. */
typedef struct {
    GArray *node;  /* guint32 */
    GArray *words; /* RhumbBox */
} Near;

static void
near_clear (Near *near)
{
    g_array_unref (near->node);
    g_array_unref (near->words);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Near, near_clear)

static void
near_find (Near *near, const RhumbScene *scene, guint32 i, RhumbPoint home, const GArray *taken)
{
    g_array_set_size (near->node, 0);
    g_array_set_size (near->words, 0);
    const double reach = FARTHEST + scene->node[i].radius + ENOUGH_ROOM;
    for (guint32 k = 0; k < scene->n_nodes; k++) {
        const RhumbSceneNode *node = &scene->node[k];
        const double far = hypot (node->place.x - home.x, node->place.y - home.y);
        if (k != i && far < reach + node->radius)
            g_array_append_val (near->node, k);
    }
    for (guint k = 0; k < taken->len; k++) {
        const RhumbBox box = g_array_index (taken, RhumbBox, k);
        if (rhumb_box_touches_disc (box, home, reach))
            g_array_append_val (near->words, box);
    }
}

/* The room between a ring at a place and other rings, as much of it as matters; negative where it
 * cannot stand. */
static double
room_at (const RhumbScene *scene, const Near *near, const RhumbSceneNode *ring, RhumbPoint place)
{
    double room = ENOUGH_ROOM;
    for (guint k = 0; k < near->node->len; k++) {
        const RhumbSceneNode *node = &scene->node[g_array_index (near->node, guint32, k)];
        const double gap =
            hypot (node->place.x - place.x, node->place.y - place.y) - node->radius - ring->radius;
        if (gap < DISC_GAP)
            return -1.0;
        if (node->is_ring)
            room = MIN (room, gap);
    }
    for (guint k = 0; k < near->words->len; k++) {
        const RhumbBox box = g_array_index (near->words, RhumbBox, k);
        if (rhumb_box_touches_disc (box, place, ring->radius + WORD_GAP))
            return -1.0;
    }
    return room;
}

static double
fraction (guint64 key, guint64 of)
{
    return (double)(rhumb_hash_mix (key, of) >> 11) * 0x1p-53;
}

static void
throw_darts (const RhumbScene *scene, const RhumbTerritories *land, const Near *near,
             RhumbSceneNode *ring, RhumbPoint home, guint64 key)
{
    RhumbPoint best = ring->place;
    const double far = hypot (best.x - home.x, best.y - home.y);
    double most = room_at (scene, near, ring, best) - DISTANCE_COST * far;
    for (guint k = 0; k < DARTS; k++) {
        const double angle = 2 * G_PI * fraction (key, 2 * k);
        const double away = FARTHEST * sqrt (fraction (key, 2 * k + 1));
        const RhumbPoint place = {home.x + away * cos (angle), home.y + away * sin (angle)};
        const double room = room_at (scene, near, ring, place);
        const double worth = room - DISTANCE_COST * away;
        if (room < 0 || worth <= most || !rhumb_is_well_inside (land, ring->cluster, place))
            continue;
        most = worth;
        best = place;
    }
    ring->place = best;
}

/* Moves rings without a name out of rows and columns, once names are placed. @taken: where words
 * stand. */
void
rhumb_scatter_rings (RhumbScene *scene, const RhumbTerritories *land, const GArray *taken)
{
    g_autofree RhumbPoint *home = g_new (RhumbPoint, MAX (scene->n_nodes, 1));
    for (guint32 i = 0; i < scene->n_nodes; i++)
        home[i] = scene->node[i].place;
    g_auto (Near) near = {g_array_new (FALSE, FALSE, sizeof (guint32)),
                          g_array_new (FALSE, FALSE, sizeof (RhumbBox))};
    for (guint64 sweep = 0; sweep < SWEEPS; sweep++) {
        for (guint32 i = 0; i < scene->n_nodes; i++) {
            RhumbSceneNode *ring = &scene->node[i];
            if (!rhumb_gives_way (ring))
                continue;
            const guint64 own = rhumb_hash_mix (scene->options->seed, rhumb_text_hash (ring->id));
            near_find (&near, scene, i, home[i], taken);
            throw_darts (scene, land, &near, ring, home[i], rhumb_hash_mix (own, sweep));
        }
    }
}
