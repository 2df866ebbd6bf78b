/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How big discs and letters are: the area of a disc grows with what it stands for, letters with the
 * importance of their node, as long as all words together leave room for the map.
 */
#include "analytics/layout/scene.h"

#include <math.h>

#include "analytics/layout/paper-list.h"
#include "graph/text.h"

/* Letters of a name: on two lines, on three, and of a paper. */
#define TWO_LINES 48
#define MAX_LABEL 90
#define LONG_SHARE 0.9
#define MAX_CAPTION 78
#define LABEL_LINE 15
#define LEAST_RADIUS 4.0
#define MOST_RADIUS 19.0
#define PAPER_RADIUS 3.2
#define LEAST_FONT 10.5
#define FONT_RANGE 10.5
#define SMALLEST_FONT 9.2
/* A disc of fewer papers than this is never drawn as the largest. */
#define MANY_PAPERS 8.0
/* The share of the map that words may take. */
#define MOST_WORDS 0.23

/* The radius in points of a concept's disc, whose area grows with the papers. @weight: papers about
 * it. */
double
rhumb_scene_radius (const RhumbScene *scene, double weight)
{
    const double crowd = sqrt (110.0 / MAX (scene->n_concepts, 110));
    return crowd *
           (LEAST_RADIUS + MOST_RADIUS * sqrt (weight / MAX (scene->largest_weight, MANY_PAPERS)));
}

static gboolean
carries_label (const RhumbScene *scene, const RhumbSceneNode *node)
{
    return !node->is_ring || !scene->options->show_concepts || scene->options->topic != RHUMB_NONE;
}

/* Makes the n_labels most important labels, letters growing by up to range; returns their area. */
static double
make_labels (RhumbScene *scene, const guint32 *order, guint32 n_labels, double range)
{
    const guint32 n_bold = n_labels < 12 ? n_labels / 4 : MAX (5, n_labels / 14);
    const double crowd = sqrt (CLAMP (110.0 / MAX (n_labels, 1), 0.6, 1.0));
    double most = 0.0;
    double area = 0.0;
    guint32 n_done = 0;
    for (guint32 k = 0; k < scene->n_nodes && n_done < n_labels; k++) {
        RhumbSceneNode *node = &scene->node[order[k]];
        if (!carries_label (scene, node))
            continue;
        most = n_done == 0 ? node->importance : most;
        const double share = most > 0 ? pow (node->importance / most, 0.6) : 0.0;
        const double largest =
            !node->is_ring ? LEAST_FONT + range * share : LEAST_FONT + range / 4 * share;
        const double size = MAX (crowd * largest, SMALLEST_FONT);
        if (node->is_ring && node->caption == NULL && scene->options->topic != RHUMB_NONE)
            node->caption = rhumb_paper_caption (scene, node);
        g_autofree char *words =
            rhumb_text_shorten (node->caption != NULL ? node->caption : node->name,
                                node->is_ring ? MAX_CAPTION : MAX_LABEL);
        const gboolean is_long = g_utf8_strlen (words, -1) > TWO_LINES;
        const double letters = is_long ? MAX (LONG_SHARE * size, SMALLEST_FONT) : size;
        rhumb_text_block_free (node->label);
        node->label = rhumb_text_block_new (words, node->is_ring || is_long ? 3 : 2, LABEL_LINE,
                                            letters, n_done < n_bold && !node->is_ring, 0.0);
        node->keeps_room = TRUE;
        area += node->label->width * node->label->height;
        n_done++;
    }
    return area;
}

/* Sets the radius of each disc and makes the labels, in letters that leave room for the map. */
void
rhumb_scene_set_sizes (RhumbScene *scene)
{
    g_autofree guint32 *order = rhumb_scene_by_importance (scene);
    const gboolean are_concepts = scene->options->show_concepts;
    guint32 n_labels = are_concepts ? MIN (scene->n_concepts, scene->options->n_labels)
                                    : MIN (scene->n_papers, scene->options->n_labels);
    if (scene->topics == NULL && !scene->keeps_places)
        n_labels = scene->n_nodes; /* a network has no more nodes than were asked for */
    if (scene->options->topic != RHUMB_NONE)
        n_labels = MIN (scene->n_nodes, scene->options->n_labels);
    for (guint32 i = 0; i < scene->n_nodes; i++)
        scene->node[i].radius = scene->node[i].is_ring
                                    ? PAPER_RADIUS
                                    : rhumb_scene_radius (scene, scene->node[i].weight);
    const RhumbBox frame = scene->frame;
    const double room = MOST_WORDS * (frame.right - frame.left) * (frame.bottom - frame.top);
    double range = FONT_RANGE;
    while (make_labels (scene, order, n_labels, range) > room && range > 0.5)
        range *= 0.85;
}
