/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Finds a place for each node: what is alike lies near, topics lie together.
 *
 * Minimises the (2,0) energy (see energy.c) twice: first for clusters as single nodes, then for
 * all nodes, each starting near its cluster. Links inside a cluster count INSIDE times, links
 * between clusters BETWEEN times, which makes clusters lie in one piece. Masses are degrees, and
 * repulsion is scaled so that all of it balances all attraction, whatever the number of links.
 * Chance enters only through the start, which is a hash of the seed and of the node's id: adding
 * papers does not move the start of the others. The result is stretched to the frame, one
 * direction at most STRETCH times as much as the other. */

#include "analytics/layout/positions.h"

#include <math.h>

#include "analytics/layout/lbfgs.h"
#include "graph/text.h"

#define INSIDE 3.0
#define BETWEEN 0.6
#define GRAVITY 0.09
#define STRETCH 1.45
#define ITERATIONS 300
#define TOLERANCE 1e-3
#define LEAST_MASS 0.3

static double
uniform (guint64 key)
{
    return ((double)(key >> 11) + 0.5) * 0x1p-53;
}

/* Two normal numbers from the seed and the id of a node (Box and Muller 1958). */
static RhumbPoint
chance (guint64 seed, const char *id)
{
    const guint64 key = rhumb_hash_mix (seed, rhumb_text_hash (id));
    const double length = sqrt (-2 * log (uniform (rhumb_hash_mix (key, 1))));
    const double angle = 2 * G_PI * uniform (rhumb_hash_mix (key, 2));
    return (RhumbPoint){length * cos (angle), length * sin (angle)};
}

/* Moves x[2 n] to a minimum of the energy; weights are scaled in place to mean 1. */
static void
relax (double *x, guint32 n_nodes, RhumbSpring *spring, gsize n_springs, double aspect,
       guint iterations)
{
    g_autofree double *mass = g_new0 (double, MAX (n_nodes, 1));
    g_autofree double *row_energy = g_new (double, MAX (n_nodes, 1));
    double total = 0.0;
    for (gsize e = 0; e < n_springs; e++) {
        mass[spring[e].from] += spring[e].weight;
        mass[spring[e].to] += spring[e].weight;
        total += spring[e].weight;
    }
    double total_mass = 0.0;
    for (guint32 i = 0; i < n_nodes; i++) {
        mass[i] = LEAST_MASS + (total > 0 ? mass[i] * n_nodes / (2 * total) : 0.0);
        total_mass += mass[i];
    }
    for (gsize e = 0; e < n_springs; e++)
        spring[e].weight *= (double)n_springs / total;
    RhumbEnergy energy = {n_nodes, spring, n_springs, mass, 0.0, GRAVITY, aspect, row_energy};
    energy.repulsion = 2.0 * (double)MAX (n_springs, 1) / (n_nodes * total_mass);
    rhumb_minimise (rhumb_energy, &energy, x, 2 * (gsize)n_nodes, iterations, TOLERANCE);
}

/* The clusters as a small network of their own. */
static void
place_clusters (const RhumbScene *scene, const GArray *springs, double aspect, double *x)
{
    const guint32 k = scene->n_clusters;
    g_autofree double *between = g_new0 (double, (gsize)k *k);
    g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (RhumbSpring));
    for (guint e = 0; e < springs->len; e++) {
        const RhumbSpring spring = g_array_index (springs, RhumbSpring, e);
        const guint32 a = scene->node[spring.from].cluster;
        const guint32 b = scene->node[spring.to].cluster;
        if (a != b)
            between[(gsize)MIN (a, b) * k + MAX (a, b)] += spring.weight;
    }
    for (guint32 a = 0; a < k; a++) {
        const RhumbPoint start = chance (scene->options->seed, scene->cluster[a].name);
        x[2 * (gsize)a] = start.x;
        x[2 * (gsize)a + 1] = start.y;
        for (guint32 b = a + 1; b < k; b++) {
            const RhumbSpring link = {a, b, between[(gsize)a * k + b]};
            if (link.weight > 0)
                g_array_append_val (links, link);
        }
    }
    relax (x, k, (RhumbSpring *)(void *)links->data, links->len, aspect, ITERATIONS);
}

static void
fit_to_frame (RhumbScene *scene, const double *x)
{
    RhumbBox extent = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        extent.left = MIN (extent.left, x[2 * (gsize)i]);
        extent.right = MAX (extent.right, x[2 * (gsize)i]);
        extent.top = MIN (extent.top, x[2 * (gsize)i + 1]);
        extent.bottom = MAX (extent.bottom, x[2 * (gsize)i + 1]);
    }
    const RhumbBox frame = scene->frame;
    const double width = frame.right - frame.left - 190;
    const double height = frame.bottom - frame.top - 130;
    double across = width / MAX (extent.right - extent.left, 1e-6);
    double along = height / MAX (extent.bottom - extent.top, 1e-6);
    const double least = MIN (MIN (across, along), 260.0);
    across = MIN (across, least * STRETCH);
    along = MIN (along, least * STRETCH);
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        const double dx = x[2 * (gsize)i] - (extent.left + extent.right) / 2;
        const double dy = x[2 * (gsize)i + 1] - (extent.top + extent.bottom) / 2;
        scene->node[i].place.x = (frame.left + frame.right) / 2 + dx * across;
        scene->node[i].place.y = (frame.top + frame.bottom) / 2 + dy * along;
    }
}

/**
 * rhumb_find_positions:
 * @scene: (inout): what is drawn; places are set
 * @springs: (element-type RhumbSpring): what links it
 *
 * Places the nodes of a scene inside its frame by minimising the cluster-aware (2,0) energy.
 */
void
rhumb_find_positions (RhumbScene *scene, const GArray *springs)
{
    if (scene->n_nodes == 0)
        return;
    const RhumbBox frame = scene->frame;
    const double aspect = (frame.right - frame.left) / (frame.bottom - frame.top);
    g_autofree double *centre = g_new (double, 2 * (gsize)scene->n_clusters);
    place_clusters (scene, springs, aspect, centre);
    g_autofree double *x = g_new (double, 2 * (gsize)scene->n_nodes);
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        const RhumbPoint start = chance (scene->options->seed, scene->node[i].id);
        const gsize c = scene->node[i].cluster;
        x[2 * (gsize)i] = 2 * centre[2 * c] + start.x / 2;
        x[2 * (gsize)i + 1] = 2 * centre[2 * c + 1] + start.y / 2;
    }
    g_autoptr (GArray) weighted = g_array_copy ((GArray *)springs);
    for (guint e = 0; e < weighted->len; e++) {
        RhumbSpring *spring = &g_array_index (weighted, RhumbSpring, e);
        const gboolean inside =
            scene->node[spring->from].cluster == scene->node[spring->to].cluster;
        spring->weight *= inside ? INSIDE : BETWEEN;
    }
    relax (x, scene->n_nodes, (RhumbSpring *)(void *)weighted->data, weighted->len, aspect,
           ITERATIONS);
    fit_to_frame (scene, x);
}
