/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Places of one topic seen from near: those of the atlas, moved apart.
 *
 * A reader who looks at one topic more closely must find what he saw from afar in the same
 * directions. Nodes that the atlas draws too keep their places there, stretched to the page, both
 * directions alike up to STRETCH; each other node goes to the mean of the nodes that it is linked
 * with, weighted by the links, a little aside by chance that its id keys. What overlaps then is
 * pushed apart as in the atlas. Cost: a few rounds over the links.
 */
#include "analytics/layout/nesting.h"

#include <math.h>

#include "analytics/layout/springs.h"
#include "graph/text.h"

#define STRETCH 2.2
#define ROUNDS 8
#define ASIDE 40.0

static gboolean
find_atlas_places (RhumbScene *scene, const RhumbScene *atlas, guint8 *is_placed)
{
    g_autoptr (GHashTable) place = g_hash_table_new (NULL, NULL);
    for (guint32 i = 0; i < atlas->n_nodes; i++)
        g_hash_table_insert (place, GUINT_TO_POINTER (atlas->node[i].node + 1),
                             (gpointer)&atlas->node[i].place);
    gboolean any = FALSE;
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        const RhumbPoint *found =
            g_hash_table_lookup (place, GUINT_TO_POINTER (scene->node[i].node + 1));
        is_placed[i] = found != NULL;
        if (found != NULL)
            scene->node[i].place = *found;
        any |= found != NULL;
    }
    return any;
}

/* Stretches what is placed to the frame, about its middle. */
static void
fit_placed (RhumbScene *scene, const guint8 *is_placed)
{
    RhumbBox extent = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        const RhumbPoint p = scene->node[i].place;
        if (is_placed[i])
            extent = (RhumbBox){MIN (extent.left, p.x), MIN (extent.top, p.y),
                                MAX (extent.right, p.x), MAX (extent.bottom, p.y)};
    }
    const RhumbBox frame = scene->frame;
    double across = 0.75 * (frame.right - frame.left) / MAX (extent.right - extent.left, 1.0);
    double along = 0.75 * (frame.bottom - frame.top) / MAX (extent.bottom - extent.top, 1.0);
    const double least = MIN (across, along);
    across = MIN (across, least * STRETCH);
    along = MIN (along, least * STRETCH);
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        RhumbPoint *p = &scene->node[i].place;
        if (!is_placed[i])
            continue;
        p->x = (frame.left + frame.right) / 2 + (p->x - (extent.left + extent.right) / 2) * across;
        p->y = (frame.top + frame.bottom) / 2 + (p->y - (extent.top + extent.bottom) / 2) * along;
    }
}

static RhumbPoint
aside (const RhumbScene *scene, const RhumbSceneNode *node)
{
    const guint64 key = rhumb_hash_mix (scene->options->seed, rhumb_text_hash (node->id));
    const double angle = 2 * G_PI * (double)(key >> 11) * 0x1p-53;
    return (RhumbPoint){ASIDE * cos (angle), ASIDE * sin (angle)};
}

/* One round: whoever has no place yet goes to the mean of linked nodes that have one. */
static guint32
place_by_links (RhumbScene *scene, const GArray *springs, guint8 *is_placed)
{
    const guint32 n = scene->n_nodes;
    g_autofree double *sum = g_new0 (double, 3 * MAX ((gsize)n, 1));
    for (guint e = 0; e < springs->len; e++) {
        const RhumbSpring *spring = &g_array_index (springs, RhumbSpring, e);
        const guint32 ends[] = {spring->from, spring->to};
        for (guint k = 0; k < 2; k++) {
            const gsize to = ends[k];
            const RhumbPoint p = scene->node[ends[1 - k]].place;
            if (is_placed[to] || !is_placed[ends[1 - k]])
                continue;
            sum[3 * to] += spring->weight * p.x;
            sum[3 * to + 1] += spring->weight * p.y;
            sum[3 * to + 2] += spring->weight;
        }
    }
    guint32 n_new = 0;
    for (gsize i = 0; i < n; i++) {
        if (is_placed[i] || sum[3 * i + 2] <= 0)
            continue;
        const RhumbPoint off = aside (scene, &scene->node[i]);
        scene->node[i].place = (RhumbPoint){sum[3 * i] / sum[3 * i + 2] + off.x,
                                            sum[3 * i + 1] / sum[3 * i + 2] + off.y};
        is_placed[i] = 2;
        n_new++;
    }
    return n_new;
}

/* Places the nodes of one topic as the arranged atlas does, only farther apart. */
void
rhumb_nest_positions (RhumbScene *scene, const GArray *springs, const RhumbScene *atlas)
{
    g_autofree guint8 *is_placed = g_new0 (guint8, MAX (scene->n_nodes, 1));
    if (find_atlas_places (scene, atlas, is_placed))
        fit_placed (scene, is_placed);
    for (guint round = 0; round < ROUNDS; round++) {
        if (place_by_links (scene, springs, is_placed) == 0)
            break;
    }
    const RhumbPoint middle = {(scene->frame.left + scene->frame.right) / 2,
                               (scene->frame.top + scene->frame.bottom) / 2};
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        const RhumbPoint off = aside (scene, &scene->node[i]);
        if (!is_placed[i])
            scene->node[i].place = (RhumbPoint){middle.x + off.x, middle.y + off.y};
    }
}
