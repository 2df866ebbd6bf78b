/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Lets a map of little fill its page.
 *
 * Forces make knots, of the concepts of one paper for instance, and wide gaps between them: names
 * in a knot push each other away while the page around it stays white. So before room is made for
 * names, discs flow from where they and their names need more room than there is to where there is
 * more, near ones together (spreading.c): what is a knot remains the same knot, only wider. How far
 * depends on how empty the page is: where discs and names need FULL of it they push each other all
 * over it anyway, and flowing only costs neighbours (bench/bench-fidelity). Cost: see there.
 */
#include "analytics/layout/page-filling.h"

#include "analytics/layout/spreading.h"

/* On an empty page, of its side. */
#define REACH 0.2
#define FULL 0.25
#define INSET 30.0
#define GAP 8.0

/* Square points that a disc and its name want. */
static double
measure_room (const RhumbSceneNode *node)
{
    const double side = 2 * node->radius + GAP;
    const double words = node->label != NULL ? node->label->width * node->label->height : 0.0;
    return side * side + words;
}

/* Moves the nodes of a scene, which has its places, into empty parts of the page. */
void
rhumb_fill_page (RhumbScene *scene)
{
    g_autofree double *room = g_new (double, MAX (scene->n_nodes, 1));
    g_autofree RhumbPoint *place = g_new (RhumbPoint, MAX (scene->n_nodes, 1));
    double wanted = 0.0;
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        room[i] = measure_room (&scene->node[i]);
        place[i] = scene->node[i].place;
        wanted += room[i];
    }
    const RhumbBox frame = scene->frame;
    const double area = (frame.right - frame.left) * (frame.bottom - frame.top);
    const double emptiness = 1 - wanted / (FULL * area);
    if (emptiness <= 0)
        return;
    rhumb_spread_over_page (place, room, scene->n_nodes, rhumb_box_grown (frame, -INSET),
                            REACH * emptiness);
    for (guint32 i = 0; i < scene->n_nodes; i++)
        scene->node[i].place = place[i];
}
