/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Places thousands of nodes around those of the atlas, each on its cluster's ground.
 *
 * A reader who zooms in finds what he knows where it was, and between it the rest, near what it is
 * linked with. Each node moves towards the weighted mean of the nodes it is linked with (links
 * between clusters count BETWEEN times), is pushed by the nodes of its cluster like a charge by
 * charges, atlas nodes by the area of their discs, and held by the ground (ground.c), so that nodes
 * fill it: CROWDING tells how evenly. The push of all pairs is summed by squares (quadtree.c),
 * cluster by cluster. Chance enters through the start, a hash of the node's key.
 * Cost: STEPS × (n log n + m). Each node's move is computed by one thread from the places of the
 * step before: the same bits for any number of threads.
 */
#include "analytics/layout/filling.h"

#include <math.h>

#include "analytics/layout/quadtree.h"

#define STEPS 100
#define BETWEEN 0.25
#define CROWDING 0.55
#define MOMENTUM 0.8
#define OPENING 1.1
#define FIRST_LIMIT 40.0
#define MARGIN 2.5
/* Where discs of the atlas cover nearly all, nodes stand as if they had this share of the ground.
 */
#define LEAST_ROOM 0.3

/* Nodes sorted by cluster, and for each the nodes it is linked with. */
typedef struct {
    guint32 *order;
    guint32 *first; /* of each cluster in the order */
    gsize *start;
    guint32 *node;
    double *weight;
    double *room; /* of each cluster: square points for one node */
} Tables;

static void
sort_by_cluster (Tables *tables, const RhumbCrowd *crowd, guint32 n_clusters)
{
    tables->order = g_new (guint32, MAX (crowd->n_nodes, 1));
    tables->first = g_new0 (guint32, (gsize)n_clusters + 2);
    for (guint32 i = 0; i < crowd->n_nodes; i++)
        tables->first[crowd->cluster[i] + 2]++;
    for (guint32 c = 2; c < n_clusters + 2; c++)
        tables->first[c] += tables->first[c - 1];
    for (guint32 i = 0; i < crowd->n_nodes; i++)
        tables->order[tables->first[crowd->cluster[i] + 1]++] = i;
}

static double
pull_of (const RhumbCrowd *crowd, const RhumbSpring *spring)
{
    return crowd->cluster[spring->from] == crowd->cluster[spring->to] ? spring->weight
                                                                      : BETWEEN * spring->weight;
}

static void
list_links (Tables *tables, const RhumbCrowd *crowd)
{
    tables->start = g_new0 (gsize, (gsize)crowd->n_nodes + 2);
    tables->node = g_new (guint32, MAX (2 * crowd->n_springs, 1));
    tables->weight = g_new (double, MAX (2 * crowd->n_springs, 1));
    for (gsize e = 0; e < crowd->n_springs; e++) {
        tables->start[crowd->spring[e].from + 2]++;
        tables->start[crowd->spring[e].to + 2]++;
    }
    for (gsize i = 2; i < (gsize)crowd->n_nodes + 2; i++)
        tables->start[i] += tables->start[i - 1];
    for (gsize e = 0; e < crowd->n_springs; e++) {
        const guint32 ends[] = {crowd->spring[e].from, crowd->spring[e].to};
        for (guint k = 0; k < 2; k++) {
            const gsize at = tables->start[ends[k] + 1]++;
            tables->node[at] = ends[1 - k];
            tables->weight[at] = pull_of (crowd, &crowd->spring[e]);
        }
    }
}

/* What a disc of the atlas takes of the ground, in square points. */
double
rhumb_measure_stand (double radius)
{
    return G_PI * (radius + MARGIN) * (radius + MARGIN);
}

static double
size_of (const RhumbCrowd *crowd, guint32 i)
{
    return crowd->size != NULL ? crowd->size[i] : 1.0;
}

/* Divides what discs that stand fast leave of each cluster's ground: for each cluster the square
 * points for one node. */
double *
rhumb_share_ground (const RhumbCrowd *crowd, const RhumbGround *ground, guint32 n_clusters)
{
    double *room = g_new0 (double, MAX (n_clusters, 1));
    g_autofree double *taken = g_new0 (double, MAX (n_clusters, 1));
    g_autofree double *n_others = g_new0 (double, MAX (n_clusters, 1));
    for (guint32 i = 0; i < crowd->n_nodes; i++) {
        if (i < crowd->n_fixed)
            taken[crowd->cluster[i]] += rhumb_measure_stand (crowd->radius[i]);
        else
            n_others[crowd->cluster[i]] += size_of (crowd, i);
    }
    for (guint32 c = 0; c < n_clusters; c++) {
        const double area = rhumb_ground_get_area (ground, c);
        room[c] = MAX (area - taken[c], LEAST_ROOM * area) / MAX (n_others[c], 1.0);
    }
    return room;
}

static void
tables_clear (Tables *tables)
{
    g_free (tables->order);
    g_free (tables->first);
    g_free (tables->start);
    g_free (tables->node);
    g_free (tables->weight);
    g_free (tables->room);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Tables, tables_clear)

/* A cluster's nodes push each other; push is by node. */
static void
push_cluster (const RhumbCrowd *crowd, const Tables *tables, guint32 c, RhumbQuadtree *tree,
              double *work, RhumbPoint *push)
{
    const guint32 first = tables->first[c];
    const guint32 n = tables->first[c + 1] - first;
    double *x = work;
    double *mass = work + 2 * (gsize)n;
    double *force = work + 3 * (gsize)n;
    for (guint32 k = 0; k < n; k++) {
        const guint32 i = tables->order[first + k];
        x[2 * (gsize)k] = crowd->place[i].x;
        x[2 * (gsize)k + 1] = crowd->place[i].y;
        mass[k] = i < crowd->n_fixed ? rhumb_measure_stand (crowd->radius[i]) / tables->room[c]
                                     : size_of (crowd, i);
    }
    const RhumbRepulsion rules = {OPENING, tables->room[c] / 10, FALSE, 0.0};
    rhumb_quadtree_build (tree, x, mass, n);
    rhumb_quadtree_repel (tree, &rules, force);
    for (guint32 k = 0; k < n; k++)
        push[tables->order[first + k]] = (RhumbPoint){force[2 * (gsize)k], force[2 * (gsize)k + 1]};
}

typedef struct {
    const RhumbCrowd *crowd;
    const Tables *tables;
    const RhumbGround *ground;
    const RhumbPoint *push;
    RhumbPoint *speed;
    RhumbPoint *next;
    double rest; /* share of the steps that are left */
} Motion;

static RhumbPoint
find_move (const Motion *motion, guint32 i)
{
    const RhumbCrowd *crowd = motion->crowd;
    const Tables *tables = motion->tables;
    const guint32 c = crowd->cluster[i];
    const RhumbPoint here = crowd->place[i];
    double x = 0.0, y = 0.0, total = 0.0;
    for (gsize e = tables->start[i]; e < tables->start[i + 1]; e++) {
        const RhumbPoint p = crowd->place[tables->node[e]];
        x += tables->weight[e] * (p.x - here.x);
        y += tables->weight[e] * (p.y - here.y);
        total += tables->weight[e];
    }
    const RhumbPoint hold = rhumb_ground_pull (motion->ground, c, here);
    const double cells = 49.0 / tables->room[c];
    const double strength = CROWDING * tables->room[c];
    RhumbPoint move = {strength * (motion->push[i].x + cells * hold.x),
                       strength * (motion->push[i].y + cells * hold.y)};
    if (total > 0) {
        move.x += x / total;
        move.y += y / total;
    }
    return move;
}

static void
move_node (const Motion *motion, guint32 i)
{
    const RhumbCrowd *crowd = motion->crowd;
    const RhumbPoint move = find_move (motion, i);
    RhumbPoint *speed = &motion->speed[i];
    const double kept = speed->x * move.x + speed->y * move.y < 0 ? 0.0 : MOMENTUM;
    speed->x = kept * speed->x + 0.35 * move.x;
    speed->y = kept * speed->y + 0.35 * move.y;
    const double limit = FIRST_LIMIT * motion->rest * motion->rest + 0.05;
    const double length = hypot (speed->x, speed->y);
    if (length > limit)
        *speed = (RhumbPoint){speed->x * limit / length, speed->y * limit / length};
    const RhumbPoint wanted = {crowd->place[i].x + speed->x, crowd->place[i].y + speed->y};
    motion->next[i] = rhumb_ground_keep (motion->ground, crowd->cluster[i], crowd->key[i], wanted);
}

/* Places nodes near what they are linked with, spread over the ground of their cluster. @crowd:
 * nodes and their links; places of those that are not fixed are set; @ground: where they may stand;
 * not empty for any cluster that has nodes. */
void
rhumb_fill_ground (RhumbCrowd *crowd, const RhumbGround *ground, guint32 n_clusters)
{
    const guint32 n = crowd->n_nodes;
    g_auto (Tables) tables = {0};
    sort_by_cluster (&tables, crowd, n_clusters);
    list_links (&tables, crowd);
    tables.room = rhumb_share_ground (crowd, ground, n_clusters);
    for (guint32 i = crowd->n_fixed; i < n; i++)
        crowd->place[i] = rhumb_ground_pick (ground, crowd->cluster[i], crowd->key[i]);
    g_autoptr (RhumbQuadtree) tree = rhumb_quadtree_new (n);
    g_autofree double *work = g_new (double, 5 * MAX ((gsize)n, 1));
    g_autofree RhumbPoint *push = g_new (RhumbPoint, MAX (n, 1));
    g_autofree RhumbPoint *speed = g_new0 (RhumbPoint, MAX (n, 1));
    g_autofree RhumbPoint *next = g_new (RhumbPoint, MAX (n, 1));
    Motion motion = {crowd, &tables, ground, push, speed, next, 1.0};
    for (guint step = 0; step < STEPS; step++) {
        for (guint32 c = 0; c < n_clusters; c++)
            push_cluster (crowd, &tables, c, tree, work, push);
        motion.rest = 1.0 - (double)step / STEPS;
#pragma omp parallel for schedule(static) if (n > 4000)
        for (guint32 i = crowd->n_fixed; i < n; i++)
            move_node (&motion, i);
        for (guint32 i = crowd->n_fixed; i < n; i++)
            crowd->place[i] = next[i];
    }
}
