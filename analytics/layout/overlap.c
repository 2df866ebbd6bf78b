/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Makes room for names: pushes boxes apart until none covers another.
 *
 * A layout of points knows nothing of words. Here each point is a box that holds its disc and its
 * name; boxes that overlap push each other, a weak spring pulls each back to where it began, and
 * the frame stops them. They push along the axis on which they overlap least, which moves least,
 * and a fifth of it straight in the direction in which they lie: names are wide and low, so the
 * shortest way alone is nearly always up or down, and makes a column of every knot. That boxes keep
 * their directions is what E. R. Gansner and Y. Hu ask for (Efficient, proximity-preserving node
 * overlap removal, JGAA 14 (2010), doi:10.7155/jgaa.00198); more than a fifth moves farther and
 * keeps fewer neighbours (bench/bench-fidelity). The last two fifths of the rounds take the
 * shortest way and have no spring, so that nothing turns in circles. All pushes of a round are
 * added before any box moves, so no box goes first. Source of the idea: K. Misue, P. Eades, W. Lai,
 * K. Sugiyama, Layout adjustment and the mental map, JVLC 6 (1995), doi:10.1006/jvlc.1995.1010.
 * Cost: boxes are kept sorted by their left sides, so a round compares only boxes that overlap
 * from left to right; n² / 2 at worst.
 */
#include "analytics/layout/overlap.h"

#include <math.h>

#define DAMPING 0.45
#define SPRING 0.015
/* Boxes that miss their gap by less are left alone. */
#define NEAR_ENOUGH 0.4
#define SAME_PLACE 1e-9
#define STRAIGHT 0.2

typedef struct {
    double x;
    double y;
} Push;

static double
keep_between (double value, double low, double high)
{
    return low > high ? (low + high) / 2 : CLAMP (value, low, high);
}

static void
keep_in_frame (RhumbPushBox *box, RhumbBox frame)
{
    box->centre.x =
        keep_between (box->centre.x, frame.left + box->half_width, frame.right - box->half_width);
    box->centre.y =
        keep_between (box->centre.y, frame.top + box->half_height, frame.bottom - box->half_height);
}

/* The shortest push that parts two boxes. */
static Push
push_shortest (double dx, double dy, double across, double along)
{
    if (across < along)
        return (Push){dx >= 0 ? across : -across, 0.0};
    return (Push){0.0, dy >= 0 ? along : -along};
}

/* A push as long as the shortest one at most, in the direction in which the boxes lie. */
static Push
push_straight (double dx, double dy, double across, double along)
{
    const double far = hypot (dx, dy);
    if (far < SAME_PLACE)
        return push_shortest (dx, dy, across, along);
    const double parts =
        MIN (across * far / MAX (fabs (dx), SAME_PLACE), along * far / MAX (fabs (dy), SAME_PLACE));
    const double length = MIN (parts, MIN (across, along));
    return (Push){length * dx / far, length * dy / far};
}

/* Adds the push between two boxes; returns whether they overlap. */
static gboolean
push_pair (const RhumbPushBox *a, const RhumbPushBox *b, const RhumbPushRules *rules,
           gboolean is_early, Push *on_a, Push *on_b)
{
    const double gap = a->group == b->group ? rules->gap : rules->group_gap;
    const double dx = a->centre.x - b->centre.x;
    const double across = a->half_width + b->half_width + gap - fabs (dx);
    if (across <= NEAR_ENOUGH)
        return FALSE;
    const double dy = a->centre.y - b->centre.y;
    const double along = a->half_height + b->half_height + gap - fabs (dy);
    if (along <= NEAR_ENOUGH)
        return FALSE;
    const Push shortest = push_shortest (dx, dy, across, along);
    const Push straight = push_straight (dx, dy, across, along);
    const double share = is_early ? STRAIGHT : 0.0;
    const Push apart = {share * straight.x + (1 - share) * shortest.x,
                        share * straight.y + (1 - share) * shortest.y};
    on_a->x += apart.x / 2;
    on_b->x -= apart.x / 2;
    on_a->y += apart.y / 2;
    on_b->y -= apart.y / 2;
    return TRUE;
}

static double
left_of (const RhumbPushBox *box)
{
    return box->centre.x - box->half_width;
}

/* Insertion sort: boxes move little from round to round. Ties keep their order. */
static void
sort_by_left (const RhumbPushBox *box, guint32 n_boxes, guint32 *order)
{
    for (guint32 k = 1; k < n_boxes; k++) {
        const guint32 moved = order[k];
        guint32 at = k;
        for (; at > 0 && left_of (&box[order[at - 1]]) > left_of (&box[moved]); at--)
            order[at] = order[at - 1];
        order[at] = moved;
    }
}

static guint
collect_pushes (const RhumbPushBox *box, guint32 n_boxes, const RhumbPushRules *rules,
                gboolean is_early, guint32 *order, Push *push)
{
    const double widest_gap = MAX (rules->gap, rules->group_gap);
    guint n_overlaps = 0;
    for (guint32 i = 0; i < n_boxes; i++)
        push[i] = (Push){0.0, 0.0};
    sort_by_left (box, n_boxes, order);
    for (guint32 k = 0; k < n_boxes; k++) {
        const guint32 i = order[k];
        const double reach = box[i].centre.x + box[i].half_width + widest_gap;
        for (guint32 l = k + 1; l < n_boxes && left_of (&box[order[l]]) < reach; l++) {
            const guint32 j = order[l];
            n_overlaps += push_pair (&box[i], &box[j], rules, is_early, &push[i], &push[j]) ? 1 : 0;
        }
    }
    return n_overlaps;
}

/* Pushes boxes apart inside the frame. Returns the pairs that still overlap: 0 unless the frame is
 * too small or the rounds too few. */
guint
rhumb_push_apart (RhumbPushBox *box, guint32 n_boxes, const RhumbPushRules *rules)
{
    g_autofree Push *push = g_new (Push, n_boxes);
    g_autofree RhumbPoint *home = g_new (RhumbPoint, n_boxes);
    g_autofree guint32 *order = g_new (guint32, n_boxes);
    for (guint32 i = 0; i < n_boxes; i++) {
        order[i] = i;
        keep_in_frame (&box[i], rules->frame);
        home[i] = box[i].centre;
    }
    guint n_overlaps = collect_pushes (box, n_boxes, rules, TRUE, order, push);
    for (guint round = 0; n_overlaps > 0 && round < rules->max_rounds; round++) {
        const gboolean is_early = round < rules->max_rounds * 3 / 5;
        const double spring = is_early ? SPRING : 0.0;
        for (guint32 i = 0; i < n_boxes; i++) {
            RhumbPoint *centre = &box[i].centre;
            centre->x += DAMPING * push[i].x + spring * (home[i].x - centre->x);
            centre->y += DAMPING * push[i].y + spring * (home[i].y - centre->y);
            keep_in_frame (&box[i], rules->frame);
        }
        n_overlaps = collect_pushes (box, n_boxes, rules, is_early, order, push);
    }
    return n_overlaps;
}
