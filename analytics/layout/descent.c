/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Moves the nodes of a large network to places of low energy.
 *
 * The energy is that of energy.c; what pushes nodes apart is summed by squares (quadtree.c), so a
 * step costs n log n + m instead of n². Such sums are too rough for the line search of L-BFGS:
 * each step moves a node by its force over the stiffness of its links, with momentum that is
 * dropped where it points against the force (B. O'Donoghue, E. Candès, Adaptive restart for
 * accelerated gradient schemes, Foundations of Computational Mathematics 15 (2015),
 * doi:10.1007/s10208-013-9150-3), here for each node by itself. No step is longer than a limit
 * that falls to nothing (T. M. J. Fruchterman, E. M. Reingold, Software: Practice and Experience 21
 * (1991), doi:10.1002/spe.4380211102).
 * Where the level above is placed (levels.c), what is near decides alone: nodes push up to a reach,
 * long links pull evenly, and the middle of what has one parent stays.
 * Each node's force is added up by one thread, its links in their order: the same bits for any
 * number of threads.
 */
#include "analytics/layout/descent.h"

#include <math.h>

#include "analytics/cluster/level.h"
#include "analytics/layout/quadtree.h"

#define OPENING 1.0
/* Where only what is near pushes, nodes would line up along the sides of squares by 1. */
#define OPENING_WITHIN 0.8
#define SOFTENING 1e-4
/* Up to so many nodes lie no closer than the softening. */
#define FEW 500.0
#define STEP 0.5
#define MOMENTUM 0.9
/* The longest step, at first, as a share of the drawing. */
#define FIRST_LIMIT 0.1
/* The same as a share of how far links pull as they are, where the level above is placed. */
#define FIRST_SHARE 0.5

/* Links of each node, both ways. */
typedef struct {
    gsize *start;
    guint32 *node;
    double *weight;
    double *stiffness;
} Links;

static void
links_init (Links *links, const RhumbEnergy *energy)
{
    const guint32 n = energy->n_nodes;
    links->start = g_new0 (gsize, (gsize)n + 2);
    links->node = g_new (guint32, MAX (2 * energy->n_springs, 1));
    links->weight = g_new (double, MAX (2 * energy->n_springs, 1));
    links->stiffness = g_new0 (double, MAX (n, 1));
    for (gsize e = 0; e < energy->n_springs; e++) {
        links->start[energy->spring[e].from + 2]++;
        links->start[energy->spring[e].to + 2]++;
    }
    for (gsize i = 2; i < (gsize)n + 2; i++)
        links->start[i] += links->start[i - 1];
    for (gsize e = 0; e < energy->n_springs; e++) {
        const guint32 ends[] = {energy->spring[e].from, energy->spring[e].to};
        for (guint k = 0; k < 2; k++) {
            const gsize at = links->start[ends[k] + 1]++;
            links->node[at] = ends[1 - k];
            links->weight[at] = energy->spring[e].weight;
            links->stiffness[ends[k]] += energy->spring[e].weight;
        }
    }
}

static void
links_clear (Links *links)
{
    g_free (links->start);
    g_free (links->node);
    g_free (links->weight);
    g_free (links->stiffness);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Links, links_clear)

typedef struct {
    const RhumbEnergy *energy;
    const RhumbParents *parents; /* NULL = nodes are free */
    const Links *links;
    double softening;
    const double *push; /* of the quadtree, for a mass of 1 */
    double *x;
    double *speed;
    double *next;
    double limit;
} Motion;

/* What the pull of a link is divided by. */
static double
find_slack (const Motion *motion, double square)
{
    const RhumbPull pull = motion->energy->pull;
    const RhumbParents *parents = motion->parents;
    if (parents == NULL || square <= parents->slack * parents->slack)
        return rhumb_pull_slack (pull, square);
    return rhumb_pull_slack (pull, parents->slack * parents->slack) * sqrt (square) /
           parents->slack;
}

/* Adds what pulls a node to the middle, of the map or of its parent; returns how stiff that is. */
static double
gravitate (const Motion *motion, guint32 i, double *force)
{
    const RhumbEnergy *energy = motion->energy;
    const double *x = &motion->x[2 * (gsize)i];
    if (motion->parents != NULL) {
        const double hold = motion->parents->hold * energy->mass[i];
        const double *place = &motion->parents->place[2 * (gsize)motion->parents->parent[i]];
        for (guint k = 0; k < 2; k++)
            force[k] -= hold * (x[k] - place[k]);
        return hold;
    }
    const double gravity = energy->gravity * energy->mass[i];
    force[0] -= gravity / energy->aspect * x[0];
    force[1] -= gravity * energy->aspect * x[1];
    return gravity * MAX (energy->aspect, 1 / energy->aspect);
}

/* The force on a node, and how fast it grows as the node moves. */
static double
find_force (const Motion *motion, guint32 i, double *force)
{
    const RhumbEnergy *energy = motion->energy;
    const Links *links = motion->links;
    const double *x = motion->x;
    const double strength = energy->repulsion * energy->mass[i];
    double fx = strength * motion->push[2 * (gsize)i];
    double fy = strength * motion->push[2 * (gsize)i + 1];
    double stiffness = 0.0;
    for (gsize e = links->start[i]; e < links->start[i + 1]; e++) {
        const gsize j = links->node[e];
        const double dx = x[2 * (gsize)i] - x[2 * j];
        const double dy = x[2 * (gsize)i + 1] - x[2 * j + 1];
        const double pull =
            links->weight[e] / find_slack (motion, dx * dx + dy * dy + motion->softening);
        fx -= pull * dx;
        fy -= pull * dy;
        stiffness += pull;
    }
    force[0] = fx;
    force[1] = fy;
    return stiffness + gravitate (motion, i, force);
}

static void
move_node (const Motion *motion, guint32 i)
{
    double force[2];
    const double stiffness = find_force (motion, i, force);
    double *speed = &motion->speed[2 * (gsize)i];
    const gboolean is_astray = speed[0] * force[0] + speed[1] * force[1] < 0;
    const double kept = is_astray ? 0.0 : MOMENTUM;
    for (guint k = 0; k < 2; k++)
        speed[k] = kept * speed[k] + STEP * force[k] / MAX (stiffness, 1e-9);
    const double length = hypot (speed[0], speed[1]);
    const double share = length > motion->limit ? motion->limit / length : 1.0;
    for (guint k = 0; k < 2; k++) {
        speed[k] *= share;
        motion->next[2 * (gsize)i + k] = motion->x[2 * (gsize)i + k] + speed[k];
    }
}

/* How far nodes lie from the middle: root of the mean square, in blocks of fixed order. */
static double
measure_spread (const double *x, guint32 n)
{
    double middle_x = 0.0, middle_y = 0.0, square = 0.0;
    for (gsize i = 0; i < n; i++) {
        middle_x += x[2 * i] / n;
        middle_y += x[2 * i + 1] / n;
    }
    for (gsize i = 0; i < n; i++)
        square += ((x[2 * i] - middle_x) * (x[2 * i] - middle_x) +
                   (x[2 * i + 1] - middle_y) * (x[2 * i + 1] - middle_y)) /
                  n;
    return sqrt (square);
}

/* Nodes in the order of their parents; start tells where those of each begin. */
static guint32 *
sort_by_parent (const RhumbParents *parents, guint32 n, guint32 **start)
{
    *start = g_new (guint32, (gsize)parents->n_parents + 1);
    return rhumb_sort_by_cluster (n, parents->parent, parents->n_parents, *start);
}

/* Moves the nodes of each parent so that their middle lies where the parent does. */
static void
bring_home (const RhumbParents *parents, const guint32 *order, const guint32 *start, double *x)
{
#pragma omp parallel for schedule(static) if (parents->n_parents > 100)
    for (guint32 p = 0; p < parents->n_parents; p++) {
        double off[2] = {0.0, 0.0};
        const guint32 n = start[p + 1] - start[p];
        for (guint32 k = start[p]; k < start[p + 1]; k++) {
            off[0] += parents->place[2 * (gsize)p] - x[2 * (gsize)order[k]];
            off[1] += parents->place[2 * (gsize)p + 1] - x[2 * (gsize)order[k] + 1];
        }
        for (guint32 k = start[p]; k < start[p + 1]; k++) {
            x[2 * (gsize)order[k]] += off[0] / n;
            x[2 * (gsize)order[k] + 1] += off[1] / n;
        }
    }
}

/* Moves nodes towards a minimum of the energy. Where they have parents, those of each keep its
 * place for their middle, and what is beyond reach does not matter. @parents: the level above,
 * whose places stand; %NULL = nodes are free; @x: x and y of each node in turn; @n_steps: how often
 * all nodes move. */
void
rhumb_descend_within (const RhumbEnergy *energy, const RhumbParents *parents, double *x,
                      guint n_steps)
{
    const guint32 n = energy->n_nodes;
    g_auto (Links) links = {0};
    links_init (&links, energy);
    g_autoptr (RhumbQuadtree) tree = rhumb_quadtree_new (n);
    g_autofree double *push = g_new (double, 2 * MAX ((gsize)n, 1));
    g_autofree double *speed = g_new0 (double, 2 * MAX ((gsize)n, 1));
    g_autofree double *next = g_new (double, 2 * MAX ((gsize)n, 1));
    g_autofree guint32 *start = NULL;
    g_autofree guint32 *order = parents != NULL ? sort_by_parent (parents, n, &start) : NULL;
    const double softening = parents != NULL ? SOFTENING : SOFTENING * MIN (1.0, FEW / MAX (n, 1));
    const double reach = parents != NULL ? parents->reach : 0.0;
    const double opening = parents != NULL ? OPENING_WITHIN : OPENING;
    const RhumbRepulsion rules = {opening, softening, energy->pushes_evenly, reach};
    Motion motion = {energy, parents, &links, softening, push, x, speed, next, 0.0};
    for (guint step = 0; step < n_steps && n > 0; step++) {
        rhumb_quadtree_build (tree, x, energy->mass, n);
        rhumb_quadtree_repel (tree, &rules, push);
        const double rest = 1.0 - (double)step / n_steps;
        motion.limit = 1e-9 + (parents != NULL ? FIRST_SHARE * rest * rest * parents->slack
                                               : FIRST_LIMIT * rest * rest * measure_spread (x, n));
#pragma omp parallel for schedule(static) if (n > 4000)
        for (guint32 i = 0; i < n; i++)
            move_node (&motion, i);
        for (gsize i = 0; i < 2 * (gsize)n; i++)
            x[i] = next[i];
        if (parents != NULL)
            bring_home (parents, order, start, x);
    }
}

/* As rhumb_descend_within(), of nodes that are free. */
void
rhumb_descend (const RhumbEnergy *energy, double *x, guint n_steps)
{
    rhumb_descend_within (energy, NULL, x, n_steps);
}
