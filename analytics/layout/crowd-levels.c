/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Places tens and hundreds of thousands of nodes around those of the atlas, level by level.
 *
 * A reader who zooms in finds each node among those that it is linked with. So many nodes do not
 * find their way to them from anywhere; as in levels.c the coarse level decides what is far and the
 * fine one what is near. Method: Leiden divides each cluster into groups of linked nodes, these
 * again, until groups have LARGE nodes on average (crowd-groups.c). The first groups are placed on
 * the ground of their cluster as nodes of their size (filling.c), drawn by their links to discs of
 * the atlas and to each other. Groups inside them, and at last nodes, begin around the middle of
 * the group that they are in and relax with that middle held (descent.c), by links inside their
 * cluster and what pushes near them; discs of the atlas stand. Lengths are those of levels.c, in
 * sides of the ground of a group of mean size in the cluster; as the ground is spread over later,
 * CROWDING and SLACK are smaller, which keeps half as many neighbours again (bench/bench-crowd).
 * What comes out is even inside of groups but not on the ground: it is spread (spreading.c), groups
 * all over the ground, nodes nearby.
 *
 * Cost: that of STEPS × (n + m) and Leiden's for each level; the same bits for any number of
 * threads.
 */
#include "analytics/layout/crowd-groups.h"
#include "analytics/layout/descent.h"
#include "analytics/layout/relaxation.h"
#include "analytics/layout/spreading.h"
#include "graph/corpus.h"

#include <math.h>

#define AT_ONCE 2000
#define STEPS 40
#define REACH 2.0
#define SLACK 0.3
#define HOLD 0.4
#define CROWDING 0.1
/* How far crowds flow, in points: all over the ground where groups are many, else nearby. */
#define FAR 120.0
#define NEAR 35.0
/* Radius of an even node as a share of the side of the ground that it has. */
#define EVEN 0.42
#define EVEN_ROUNDS 16
#define LARGE 60.0
#define MOST_LEVELS 8
/* A division makes so many times as many groups, or is the last. */
#define LEAST_GAIN 1.3
/* Between clusters, which do not push each other, in lengths of a group. */
#define APART 8.0

/* Of each cluster, how a place on the page is written in lengths of its groups. */
typedef struct {
    double unit;
    double off;
} Frame;

/* Clusters stand side by side, so far apart that none reaches another. */
static Frame *
make_frames (const RhumbCrowd *crowd, const double *room, guint32 n_clusters, double mean_size)
{
    Frame *frame = g_new (Frame, MAX (n_clusters, 1));
    g_autofree double *left = g_new (double, MAX (n_clusters, 1));
    g_autofree double *right = g_new (double, MAX (n_clusters, 1));
    for (guint32 c = 0; c < n_clusters; c++) {
        left[c] = INFINITY;
        right[c] = -INFINITY;
    }
    for (guint32 i = 0; i < crowd->n_nodes; i++) {
        const guint32 c = crowd->cluster[i];
        left[c] = MIN (left[c], crowd->place[i].x);
        right[c] = MAX (right[c], crowd->place[i].x);
    }
    double next = 0.0;
    for (guint32 c = 0; c < n_clusters; c++) {
        frame[c].unit = sqrt (room[c] * mean_size);
        frame[c].off = next;
        if (right[c] < left[c])
            continue;
        frame[c].off = next - left[c] / frame[c].unit;
        next += (right[c] - left[c]) / frame[c].unit + APART;
    }
    return frame;
}

static void
enter_frame (Frame frame, RhumbPoint place, double *x)
{
    x[0] = place.x / frame.unit + frame.off;
    x[1] = place.y / frame.unit;
}

/* Links inside clusters. */
static GArray *
list_inside (const RhumbCrowd *crowd)
{
    GArray *inside = g_array_new (FALSE, FALSE, sizeof (RhumbSpring));
    for (gsize e = 0; e < crowd->n_springs; e++) {
        const RhumbSpring link = crowd->spring[e];
        if (crowd->cluster[link.from] == crowd->cluster[link.to] && link.from != link.to &&
            link.weight > 0)
            g_array_append_val (inside, link);
    }
    return inside;
}

/* What each node takes of the ground, in nodes. */
static double *
measure_volumes (const RhumbCrowd *crowd, const double *room)
{
    double *volume = g_new (double, MAX (crowd->n_nodes, 1));
    for (guint32 i = 0; i < crowd->n_nodes; i++)
        volume[i] = i < crowd->n_fixed
                        ? rhumb_measure_stand (crowd->radius[i]) / room[crowd->cluster[i]]
                    : crowd->size != NULL ? crowd->size[i]
                                          : 1.0;
    return volume;
}

/* Each node by chance on the ground of its group; what is in none keeps its place. */
static void
start_inside (RhumbCrowd *crowd, const RhumbCrowdGroups *groups, const double *room)
{
    for (guint32 i = crowd->n_fixed; i < crowd->n_nodes; i++) {
        const guint32 g = groups->group_of[i];
        double off[2];
        rhumb_scatter (crowd->key[i], 0, off);
        if (g == RHUMB_NONE)
            continue;
        const double radius = sqrt (groups->size[g] * room[crowd->cluster[i]] / G_PI) / 2;
        crowd->place[i] = (RhumbPoint){groups->place[g].x + off[0] * radius,
                                       groups->place[g].y + off[1] * radius};
    }
}

/* Relaxes nodes inside of groups that are placed; what is in none stands where it is. */
static void
relax_inside (RhumbCrowd *crowd, const RhumbCrowdGroups *groups, const double *room,
              guint32 n_clusters)
{
    const guint32 n = crowd->n_nodes;
    start_inside (crowd, groups, room);
    g_autofree Frame *frame = make_frames (crowd, room, n_clusters, groups->mean_size);
    g_autofree double *x = g_new (double, 2 * MAX ((gsize)n, 1));
    g_autofree double *place = g_new (double, 2 * ((gsize)groups->crowd.n_nodes + n));
    g_autofree guint32 *parent = g_new (guint32, MAX (n, 1));
    guint32 n_parents = groups->crowd.n_nodes;
    for (guint32 g = 0; g < n_parents; g++)
        enter_frame (frame[groups->cluster[g]], groups->place[g], place + 2 * (gsize)g);
    for (guint32 i = 0; i < n; i++) {
        enter_frame (frame[crowd->cluster[i]], crowd->place[i], x + 2 * (gsize)i);
        parent[i] = groups->group_of[i] != RHUMB_NONE ? groups->group_of[i] : n_parents++;
        if (groups->group_of[i] == RHUMB_NONE)
            enter_frame (frame[crowd->cluster[i]], crowd->place[i], place + 2 * (gsize)parent[i]);
    }
    g_autoptr (GArray) links = list_inside (crowd);
    g_autofree double *volume = measure_volumes (crowd, room);
    g_autofree double *mass = g_new0 (double, MAX (n, 1));
    const RhumbLoose loose = {.n_nodes = n, .aspect = 1.0, .volume = volume};
    RhumbEnergy energy = rhumb_make_energy (&loose, links, RHUMB_MAP_LAYOUT_ATLAS, mass);
    energy.repulsion *= CROWDING * (groups->crowd.n_nodes - crowd->n_fixed);
    const RhumbParents parents = {parent, n_parents, place, REACH, SLACK, HOLD};
    rhumb_descend_within (&energy, &parents, x, STEPS);
    for (guint32 i = crowd->n_fixed; i < n; i++) {
        const Frame own = frame[crowd->cluster[i]];
        crowd->place[i] =
            (RhumbPoint){(x[2 * (gsize)i] - own.off) * own.unit, x[2 * (gsize)i + 1] * own.unit};
    }
}

/* Divides clusters, then groups, as long as they are large; returns how often. */
static guint
find_levels (const RhumbCrowd *crowd, RhumbCrowdGroups *level)
{
    rhumb_group_crowd (&level[0], crowd, NULL);
    guint n_levels = 1;
    while (n_levels < MOST_LEVELS && level[n_levels - 1].mean_size > LARGE) {
        const RhumbCrowdGroups *last = &level[n_levels - 1];
        rhumb_group_crowd (&level[n_levels], crowd, last->group_of);
        n_levels++;
        if (level[n_levels - 1].mean_size * LEAST_GAIN > last->mean_size)
            break;
    }
    return n_levels;
}

/* Of each group of a level the group that it is in on the level above. */
static void
find_parents (RhumbCrowdGroups *above, const RhumbCrowdGroups *below, guint32 n_nodes,
              guint32 *group_of)
{
    for (guint32 i = 0; i < n_nodes; i++) {
        if (below->group_of[i] != RHUMB_NONE)
            group_of[below->group_of[i]] = above->group_of[i];
    }
}

/* Brings nodes back that have remained outside, and moves nodes apart that are much nearer than
 * the ground allows: as discs of that size. */
static void
even_out (RhumbCrowd *crowd, const RhumbGround *ground, const double *room)
{
    const RhumbGrid grid = rhumb_ground_get_grid (ground);
    const RhumbBox frame = {grid.left, grid.top, grid.left + grid.side * grid.n_columns,
                            grid.top + grid.side * grid.n_rows};
    g_autofree double *radius = g_memdup2 (crowd->radius, MAX (crowd->n_nodes, 1) * sizeof *radius);
    for (guint32 i = crowd->n_fixed; i < crowd->n_nodes; i++) {
        const guint32 c = crowd->cluster[i];
        crowd->place[i] = rhumb_ground_keep (ground, c, crowd->key[i], crowd->place[i]);
        radius[i] = EVEN * sqrt (room[c]);
    }
    RhumbCrowd even = *crowd;
    even.radius = radius;
    rhumb_part_crowd (&even, ground, frame, EVEN_ROUNDS);
}

/* Places nodes near what they are linked with, spread over the ground of their cluster: few at
 * once, many level by level. @crowd: nodes and their links; places of those that are not fixed are
 * set; @ground: where they may stand; not empty for any cluster that has nodes. */
void
rhumb_settle_crowd (RhumbCrowd *crowd, const RhumbGround *ground, guint32 n_clusters)
{
    if (crowd->n_nodes - crowd->n_fixed <= (crowd->n_at_once > 0 ? crowd->n_at_once : AT_ONCE)) {
        rhumb_fill_ground (crowd, ground, n_clusters);
        return;
    }
    RhumbCrowdGroups level[MOST_LEVELS] = {0};
    const guint n_levels = find_levels (crowd, level);
    g_autofree double *room = rhumb_share_ground (crowd, ground, n_clusters);
    rhumb_fill_ground (&level[0].crowd, ground, n_clusters);
    rhumb_spread_crowd (&level[0].crowd, ground, n_clusters, n_levels > 1 ? NEAR : FAR);
    for (guint32 i = crowd->n_fixed; i < crowd->n_nodes; i++)
        crowd->place[i] = rhumb_ground_pick (ground, crowd->cluster[i], crowd->key[i]);
    for (guint k = 1; k < n_levels; k++) {
        RhumbCrowdGroups above = level[k - 1];
        g_autofree guint32 *group_of = g_new (guint32, MAX (level[k].crowd.n_nodes, 1));
        find_parents (&level[k - 1], &level[k], crowd->n_nodes, group_of);
        above.group_of = group_of;
        relax_inside (&level[k].crowd, &above, room, n_clusters);
        rhumb_spread_crowd (&level[k].crowd, ground, n_clusters, k + 1 < n_levels ? NEAR : FAR);
    }
    relax_inside (crowd, &level[n_levels - 1], room, n_clusters);
    rhumb_spread_crowd (crowd, ground, n_clusters, NEAR);
    even_out (crowd, ground, room);
    for (guint k = 0; k < n_levels; k++)
        rhumb_crowd_groups_clear (&level[k]);
}
