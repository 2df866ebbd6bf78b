/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Places a network that is too large to be relaxed as a whole, level by level.
 *
 * A reader sees groups where their links with other groups put them, and each node in its group. If
 * all nodes are let go at once, the pull of links that cross the whole map and the push of all
 * other nodes outweigh by far what nodes that lie near each other do, the more so the more nodes
 * there are, and neighbours are lost. Here the coarse level decides what is far, once, and the fine
 * one what is near. Method: clusters are groups, or, where they are large, what Leiden finds inside
 * them (grouping.c). The network of groups is placed first: as any network (relaxation.c), by
 * clusters of groups, or by levels again if it is large as well. Each node then starts inside its
 * group and relaxes, with the middle of the group held (descent.c): nodes push each other up to
 * REACH, links longer than SLACK pull no more than at SLACK, in units of the side of the square
 * that a group of mean size has. So a step costs n + m, and what a group looks like does not depend
 * on how many groups there are. The multi-level idea is that of C. Walshaw, A multilevel algorithm
 * for force-directed graph-drawing, Journal of Graph Algorithms and Applications 7 (2003),
 * doi:10.7155/jgaa.00070; groups by Leiden instead of a matching, and held middles, are ours.
 * CROWDING sets how much of its ground a group fills, HOLD keeps in it what has no links. More
 * STEPS than these keep no more neighbours (bench/bench-layout).
 * Cost: STEPS × (n + m), and Leiden's; the same bits for any number of threads.
 */
#include <math.h>
#include <stdlib.h>

#include "analytics/cluster/level.h"
#include "analytics/layout/descent.h"
#include "analytics/layout/geometry.h"
#include "analytics/layout/grouping.h"
#include "analytics/layout/relaxation.h"
#include "graph/compare.h"

#define STEPS 40
#define REACH 2.0
#define SLACK 1.0
#define HOLD 0.4
#define CROWDING 0.2
/* Where nodes are, on average, in clusters of more nodes than that, these are divided. */
#define LARGE 400
/* Of the groups, those whose ground others may take a part of. */
#define NARROW 0.5
/* What a node without links counts for, as a share of the mean. */
#define LEAST_VOLUME 0.3

/* Mean size of the cluster that a node is in: one that holds most of them counts, however many
 * small ones there are. */
static double
measure_clusters (const RhumbLoose *loose)
{
    g_autofree guint32 *size = g_new0 (guint32, MAX (loose->n_clusters, 1));
    double sum = 0.0;
    for (guint32 i = 0; i < loose->n_nodes; i++)
        size[loose->cluster[i]]++;
    for (guint32 c = 0; c < loose->n_clusters; c++)
        sum += (double)size[c] * size[c];
    return sum / loose->n_nodes;
}

static gboolean
choose_groups (const RhumbLoose *loose, const GArray *links, RhumbGrouping *grouping,
               GError **error)
{
    if (loose->n_clusters == 0 || measure_clusters (loose) > LARGE)
        return rhumb_group_inside (
            grouping, (const RhumbSpring *)(const void *)links->data, links->len, loose->n_nodes,
            loose->n_clusters > 0 ? loose->cluster : NULL, loose->key, loose->seed, 1.0, error);
    rhumb_group_by_clusters (grouping, loose->n_nodes, loose->cluster, loose->n_clusters,
                             loose->cluster_key);
    return TRUE;
}

/* Places groups by their links; where groups are clusters, clusters of them are found first. */
static gboolean
place_groups (const RhumbLoose *loose, RhumbMapLayout layout, const RhumbGrouping *grouping,
              const RhumbNetwork *groups, const double *volume, double *place, GError **error)
{
    g_autoptr (GArray) links = rhumb_list_springs (groups);
    RhumbLoose coarse = {.n_nodes = grouping->n_groups,
                         .spring = (const RhumbSpring *)(const void *)links->data,
                         .n_springs = links->len,
                         .cluster = grouping->parent,
                         .n_clusters = loose->n_clusters,
                         .key = grouping->key,
                         .cluster_key = loose->cluster_key,
                         .aspect = loose->aspect,
                         .seed = loose->seed,
                         .volume = volume,
                         .n_at_once = loose->n_at_once};
    g_auto (RhumbGrouping) above = {0};
    if (loose->n_clusters == 0 || loose->n_clusters == grouping->n_groups) {
        if (!rhumb_group_nodes (&above, groups, NULL, grouping->key, loose->seed, error))
            return FALSE;
        coarse.cluster = above.group;
        coarse.n_clusters = above.n_groups;
        coarse.cluster_key = above.key;
    }
    return rhumb_relax (&coarse, layout, place, error);
}

/* Radius of the ground that each group has by its share of all links. */
static double *
share_ground (const double *volume, guint32 n_groups)
{
    double *radius = g_new (double, MAX (n_groups, 1));
    double total = 0.0;
    for (guint32 g = 0; g < n_groups; g++)
        total += volume[g];
    for (guint32 g = 0; g < n_groups; g++)
        radius[g] = sqrt (volume[g] * n_groups / total / G_PI);
    return radius;
}

typedef struct {
    double x;
    double y;
    double radius;
} Disc;

static int
compare_discs (const void *a, const void *b)
{
    const Disc *p = a;
    const Disc *q = b;
    if (p->x != q->x)
        return p->x < q->x ? -1 : 1;
    return p->y < q->y ? -1 : p->y > q->y;
}

/* The least distance of a disc to another, in sums of radii; discs are sorted across. */
static double
find_nearest (const Disc *disc, guint32 n, guint32 i)
{
    double least = INFINITY;
    for (int way = -1; way <= 1; way += 2) {
        for (gint64 j = (gint64)i + way; j >= 0 && j < n; j += way) {
            const double far = hypot (disc[j].x - disc[i].x, disc[j].y - disc[i].y);
            if (fabs (disc[j].x - disc[i].x) >= least * 2 * disc[i].radius)
                break;
            least = MIN (least, far / (disc[i].radius + disc[j].radius));
        }
    }
    return least;
}

/* Scales places so that of all groups but NARROW the ground meets that of no other. */
static void
scale_places (double *place, const double *radius, guint32 n_groups)
{
    g_autofree Disc *disc = g_new (Disc, MAX (n_groups, 1));
    g_autofree double *nearest = g_new (double, MAX (n_groups, 1));
    for (guint32 g = 0; g < n_groups; g++)
        disc[g] = (Disc){place[2 * (gsize)g], place[2 * (gsize)g + 1], radius[g]};
    qsort (disc, n_groups, sizeof *disc, compare_discs);
    for (guint32 g = 0; g < n_groups; g++)
        nearest[g] = find_nearest (disc, n_groups, g);
    qsort (nearest, n_groups, sizeof *nearest, rhumb_compare_doubles);
    const double least = nearest[(guint32)(NARROW * n_groups)];
    const double scale = least > 0 && isfinite (least) ? 1.0 / least : 1.0;
    for (gsize k = 0; k < 2 * (gsize)n_groups; k++)
        place[k] *= scale;
}

/* Each node by chance on the ground of its group. */
static void
start_inside (const RhumbLoose *loose, const RhumbGrouping *grouping, const double *radius,
              const double *place, double *x)
{
    for (guint32 i = 0; i < loose->n_nodes; i++) {
        const gsize g = grouping->group[i];
        double off[2];
        rhumb_scatter (loose->seed, loose->key[i], off);
        for (guint k = 0; k < 2; k++)
            x[2 * (gsize)i + k] = place[2 * g + k] + off[k] * radius[g] / 2;
    }
}

/* What each group holds of the links of its nodes; each node counts for something at least. */
static double *
measure_volumes (const GArray *links, guint32 n_nodes, const RhumbGrouping *grouping)
{
    double *volume = g_new0 (double, MAX (grouping->n_groups, 1));
    double total = 0.0;
    for (guint e = 0; e < links->len; e++) {
        const RhumbSpring link = g_array_index (links, RhumbSpring, e);
        volume[grouping->group[link.from]] += link.weight;
        volume[grouping->group[link.to]] += link.weight;
        total += 2 * link.weight;
    }
    for (guint32 i = 0; i < n_nodes; i++)
        volume[grouping->group[i]] += total > 0 ? LEAST_VOLUME * total / n_nodes : 1.0;
    return volume;
}

/* Finds groups and places them; each node starts in its own. */
static gboolean
start (const RhumbLoose *loose, RhumbMapLayout layout, RhumbGrouping *grouping, double **place,
       double *x, GError **error)
{
    RhumbLoose alike = *loose; /* whether a link is inside a cluster does not matter yet */
    alike.n_clusters = 0;
    g_autoptr (GArray) links = rhumb_weigh_links (&alike, layout, FALSE);
    if (!choose_groups (loose, links, grouping, error))
        return FALSE;
    g_autoptr (RhumbNetwork) groups =
        rhumb_link_groups ((const RhumbSpring *)(const void *)links->data, links->len,
                           grouping->group, grouping->n_groups, error);
    if (groups == NULL)
        return FALSE;
    g_autofree double *volume = measure_volumes (links, loose->n_nodes, grouping);
    *place = g_new (double, 2 * (gsize)grouping->n_groups);
    if (!place_groups (loose, layout, grouping, groups, volume, *place, error))
        return FALSE;
    g_autofree double *radius = share_ground (volume, grouping->n_groups);
    scale_places (*place, radius, grouping->n_groups);
    start_inside (loose, grouping, radius, *place, x);
    return TRUE;
}

/* Places the nodes of a network, at least one, inside groups that are placed before. @layout: one
 * of ours; @x: x and y of each node in turn. FALSE if the groups are refused. */
gboolean
rhumb_relax_by_levels (const RhumbLoose *loose, RhumbMapLayout layout, double *x, GError **error)
{
    g_auto (RhumbGrouping) grouping = {0};
    g_autofree double *place = NULL;
    if (!start (loose, layout, &grouping, &place, x, error))
        return FALSE;
    g_autoptr (GArray) links = rhumb_weigh_links (loose, layout, FALSE);
    g_autofree double *mass = g_new0 (double, loose->n_nodes);
    RhumbEnergy energy = rhumb_make_energy (loose, links, layout, mass);
    energy.repulsion *= CROWDING * grouping.n_groups;
    const RhumbParents parents = {grouping.group, grouping.n_groups, place, REACH, SLACK, HOLD};
    rhumb_descend_within (&energy, &parents, x, STEPS);
    return TRUE;
}
