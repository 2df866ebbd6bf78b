/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What points push each other with, walked square by square.
 *
 * quadtree.c tells the method. Where the push has a reach, squares beyond it are passed by: then a
 * point meets as many squares however many points there are.
 */
#include <math.h>

#include "analytics/layout/quadtree-private.h"

#define LANES 8

typedef struct {
    float x[LANES];
    float y[LANES];
    float force_x[LANES];
    float force_y[LANES];
    float left;
    float top;
    float right;
    float bottom;
} Lanes;

static inline void
push (Lanes *lanes, float x, float y, float mass, const RhumbRepulsion *rules)
{
    const float softening = (float)rules->softening;
    if (rules->is_even) {
        for (guint k = 0; k < LANES; k++) {
            const float dx = lanes->x[k] - x;
            const float dy = lanes->y[k] - y;
            const float force = mass / sqrtf (dx * dx + dy * dy + softening);
            lanes->force_x[k] += force * dx;
            lanes->force_y[k] += force * dy;
        }
        return;
    }
    for (guint k = 0; k < LANES; k++) {
        const float dx = lanes->x[k] - x;
        const float dy = lanes->y[k] - y;
        const float force = mass / (dx * dx + dy * dy + softening);
        lanes->force_x[k] += force * dx;
        lanes->force_y[k] += force * dy;
    }
}

/* What reaches only so far: less the push that there would be at the end of its reach. */
static inline void
push_near (Lanes *lanes, float x, float y, float mass, const RhumbRepulsion *rules)
{
    const float softening = (float)rules->softening;
    const float reach = (float)rules->reach;
    const float last = rules->is_even ? 1 / reach : 1 / (reach * reach);
    for (guint k = 0; k < LANES; k++) {
        const float dx = lanes->x[k] - x;
        const float dy = lanes->y[k] - y;
        const float square = dx * dx + dy * dy + softening;
        const float force = mass * MAX (1 / (rules->is_even ? sqrtf (square) : square) - last, 0);
        lanes->force_x[k] += force * dx;
        lanes->force_y[k] += force * dy;
    }
}

static inline void
push_within (Lanes *lanes, float x, float y, float mass, const RhumbRepulsion *rules)
{
    if (rules->reach > 0)
        push_near (lanes, x, y, mass, rules);
    else
        push (lanes, x, y, mass, rules);
}

/* Idle lanes repeat the last point. */
static void
fill_lanes (const RhumbQuadtree *tree, guint32 first, Lanes *lanes)
{
    *lanes = (Lanes){.left = INFINITY, .top = INFINITY, .right = -INFINITY, .bottom = -INFINITY};
    for (guint k = 0; k < LANES; k++) {
        const guint32 at = MIN (first + k, tree->n_points - 1);
        lanes->x[k] = tree->x[at];
        lanes->y[k] = tree->y[at];
        lanes->left = MIN (lanes->left, tree->x[at]);
        lanes->right = MAX (lanes->right, tree->x[at]);
        lanes->top = MIN (lanes->top, tree->y[at]);
        lanes->bottom = MAX (lanes->bottom, tree->y[at]);
    }
}

/* How far the centre of mass of a square is from the box of the lanes, squared. */
static float
measure_distance (const Lanes *lanes, const Square *square)
{
    const float dx = MAX (MAX (lanes->left - square->x, square->x - lanes->right), 0.0f);
    const float dy = MAX (MAX (lanes->top - square->y, square->y - lanes->bottom), 0.0f);
    return dx * dx + dy * dy;
}

/* No point of a square is farther from its centre of mass than its diagonal. */
static gboolean
is_out_of_reach (const Square *square, float distance, float reach)
{
    const float least = reach + 1.4143f * square->side;
    return distance > least * least;
}

static void
walk (const RhumbQuadtree *tree, const RhumbRepulsion *rules, Lanes *lanes)
{
    const float opening = (float)rules->opening;
    const float reach = rules->reach > 0 ? (float)rules->reach : INFINITY;
    for (guint32 s = 0; s < tree->n_squares;) {
        const Square *square = &tree->square[s];
        const float distance = measure_distance (lanes, square);
        if (is_out_of_reach (square, distance, reach)) {
            s = square->skip;
            continue;
        }
        if (square->side * square->side < opening * opening * distance) {
            push_within (lanes, square->x, square->y, square->mass, rules);
            s = square->skip;
            continue;
        }
        for (guint32 k = square->first; rhumb_square_is_leaf (tree, s) && k < square->end; k++)
            push_within (lanes, tree->x[k], tree->y[k], tree->mass[k], rules);
        s++;
    }
}

/* Adds up what pushes each point away from all others. @rules: how they repel; @force: for each
 * point x and y of Σ_j m_j (p_i − p_j) / d², of Σ_j m_j (p_i − p_j) / d where repulsion is even;
 * less what it would be at the end of its reach, where it has one. */
void
rhumb_quadtree_repel (const RhumbQuadtree *tree, const RhumbRepulsion *rules, double *force)
{
    const guint32 n_groups = (tree->n_points + LANES - 1) / LANES;
#pragma omp parallel for schedule(dynamic, 32) if (n_groups > 512)
    for (guint32 g = 0; g < n_groups; g++) {
        Lanes lanes;
        fill_lanes (tree, g * LANES, &lanes);
        walk (tree, rules, &lanes);
        for (guint k = 0; k < LANES && g * LANES + k < tree->n_points; k++) {
            const gsize point = tree->place[g * LANES + k].point;
            force[2 * point] = (double)lanes.force_x[k];
            force[2 * point + 1] = (double)lanes.force_y[k];
        }
    }
}
