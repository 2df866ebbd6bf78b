/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Places a network on the plane: what is alike lies near, clusters lie together.
 *
 * Minimises an energy (energy.c) twice: first for clusters as single nodes, then for all nodes,
 * each starting near its cluster. For maps, links inside a cluster count INSIDE times, links
 * between clusters BETWEEN times, which makes clusters lie in one piece; then LAST_ITERATIONS more
 * with LAST_BETWEEN in its stead bring nodes near those that they are linked with elsewhere, while
 * clusters stay where they are. LinLog and VOS know of no clusters, which only tell them where to
 * start. The exponent of attraction for maps, 1.5, and the factors were chosen on five corpora
 * (bench/bench-fidelity): without the last steps a tenth fewer neighbours are kept, with twice as
 * many large discs lie on islands of their own land, with greater factors from the beginning discs
 * crowd so that names are lost, and with an exponent of 1 nodes are pushed far from their places to
 * make room for names. Masses are degrees (1 for VOS), and repulsion is scaled so that all of it
 * balances all attraction, whatever the number of links. Chance enters only through the start,
 * which is a hash of the seed and of the node's id: adding nodes does not move the start of the
 * others. Up to FEW nodes all pairs are computed and L-BFGS finds the minimum (lbfgs.c); beyond,
 * far nodes are taken together (descent.c) and there are no last iterations, which take nodes out
 * of their clusters there; maps of more than AT_ONCE nodes are placed level by level (levels.c).
 * Cost: 300 n² operations, then 150 to 300 n log n, level by level about n + m.
 */
#include "analytics/layout/relaxation.h"

#include <math.h>
#include <stdlib.h>

#include "analytics/layout/descent.h"
#include "analytics/layout/igraph-layouts.h"
#include "analytics/layout/lbfgs.h"
#include "graph/error.h"
#include "graph/text.h"

#define INSIDE 2.0
#define BETWEEN 0.6
#define LAST_BETWEEN 1.5
#define GRAVITY 0.09
#define GRAVITY_OF_FEW 0.12
#define ITERATIONS 300
#define LAST_ITERATIONS 50
#define TOLERANCE 1e-3
#define LEAST_MASS 0.3
#define FEW 600
#define MOST_STEPS 300u
#define LEAST_STEPS 150u
/* Steps times nodes, where that is in between. */
#define WORK 4000000u
/* More nodes than these are placed level by level: on maps, which keep more neighbours then and
 * take less time, in other layouts, which are there to compare with. */
#define AT_ONCE 2000
#define MOST_AT_ONCE 200000

static double
uniform (guint64 key)
{
    return ((double)(key >> 11) + 0.5) * 0x1p-53;
}

/* Two normal numbers from the seed and the key of a node (Box and Muller 1958). */
void
rhumb_scatter (guint64 seed, guint64 of, double *x)
{
    const guint64 key = rhumb_hash_mix (seed, of);
    const double length = sqrt (-2 * log (uniform (rhumb_hash_mix (key, 1))));
    const double angle = 2 * G_PI * uniform (rhumb_hash_mix (key, 2));
    x[0] = length * cos (angle);
    x[1] = length * sin (angle);
}

/* Masses from the links of each node, or from what it holds; returns their sum. */
static double
find_masses (const RhumbSpring *spring, gsize n_springs, const RhumbLoose *loose,
             gboolean are_equal, double *mass)
{
    const guint32 n_nodes = loose->n_nodes;
    double total = 0.0;
    for (gsize e = 0; e < n_springs && loose->volume == NULL; e++) {
        mass[spring[e].from] += spring[e].weight;
        mass[spring[e].to] += spring[e].weight;
        total += spring[e].weight;
    }
    for (guint32 i = 0; i < n_nodes && loose->volume != NULL; i++) {
        mass[i] = loose->volume[i];
        total += loose->volume[i] / 2;
    }
    double total_mass = 0.0;
    for (guint32 i = 0; i < n_nodes; i++) {
        mass[i] = LEAST_MASS + (total > 0 ? mass[i] * n_nodes / (2 * total) : 0.0);
        mass[i] = are_equal ? 1.0 : mass[i];
        total_mass += mass[i];
    }
    return total_mass;
}

static RhumbPull
find_pull (RhumbMapLayout layout)
{
    return layout == RHUMB_MAP_LAYOUT_ATLAS    ? RHUMB_PULL_BETWEEN
           : layout == RHUMB_MAP_LAYOUT_LINLOG ? RHUMB_PULL_EVEN
                                               : RHUMB_PULL_SPRING;
}

/* Weighs nodes and links against each other. The energy borrows @springs, whose weights are scaled
 * to mean 1, and @mass, which is filled with the mass of each node. */
RhumbEnergy
rhumb_make_energy (const RhumbLoose *loose, GArray *springs, RhumbMapLayout layout, double *mass)
{
    const guint32 n_nodes = loose->n_nodes;
    RhumbSpring *spring = (RhumbSpring *)(void *)springs->data;
    const gsize n_springs = springs->len;
    const double total_mass =
        find_masses (spring, n_springs, loose, layout == RHUMB_MAP_LAYOUT_VOS, mass);
    double total = 0.0;
    for (gsize e = 0; e < n_springs; e++)
        total += spring[e].weight;
    for (gsize e = 0; e < n_springs; e++)
        spring[e].weight *= (double)n_springs / total;
    return (RhumbEnergy){
        .n_nodes = n_nodes,
        .spring = spring,
        .n_springs = n_springs,
        .mass = mass,
        .repulsion = 2.0 * (double)MAX (n_springs, 1) / (n_nodes * total_mass),
        .gravity = layout == RHUMB_MAP_LAYOUT_ATLAS && n_nodes <= FEW ? GRAVITY_OF_FEW : GRAVITY,
        .aspect = loose->aspect,
        .pull = find_pull (layout),
        .pushes_evenly = layout == RHUMB_MAP_LAYOUT_VOS};
}

/* Moves x[2 n] to a minimum of the energy, if there are few nodes by at most so many iterations;
 * weights are scaled in place to mean 1. */
static void
minimise (double *x, const RhumbLoose *loose, GArray *springs, RhumbMapLayout layout,
          guint n_iterations)
{
    const guint32 n_nodes = loose->n_nodes;
    g_autofree double *mass = g_new0 (double, MAX (n_nodes, 1));
    g_autofree double *row_energy = g_new (double, MAX (n_nodes, 1));
    RhumbEnergy energy = rhumb_make_energy (loose, springs, layout, mass);
    energy.row_energy = row_energy;
    if (n_nodes <= FEW)
        rhumb_minimise (rhumb_energy, &energy, x, 2 * (gsize)n_nodes, n_iterations, TOLERANCE);
    else
        rhumb_descend (&energy, x, CLAMP (WORK / n_nodes, LEAST_STEPS, MOST_STEPS));
}

/* Links between clusters, each pair once, its weights added in the order of the links. */
static GArray *
link_clusters (const RhumbLoose *loose)
{
    const gsize k = loose->n_clusters;
    g_autoptr (GHashTable) place =
        g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
    GArray *links = g_array_new (FALSE, FALSE, sizeof (RhumbSpring));
    for (gsize e = 0; e < loose->n_springs; e++) {
        const guint32 a = loose->cluster[loose->spring[e].from];
        const guint32 b = loose->cluster[loose->spring[e].to];
        if (a == b)
            continue;
        const RhumbSpring link = {MIN (a, b), MAX (a, b), loose->spring[e].weight};
        const gint64 key = (gint64)(link.from * k + link.to);
        const guint at = GPOINTER_TO_UINT (g_hash_table_lookup (place, &key));
        if (at > 0) {
            g_array_index (links, RhumbSpring, at - 1).weight += link.weight;
            continue;
        }
        g_array_append_val (links, link);
        g_hash_table_insert (place, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (links->len));
    }
    g_array_sort (links, rhumb_compare_spring_ends);
    return links;
}

/* The clusters as a small network of their own. */
static void
place_clusters (const RhumbLoose *loose, RhumbMapLayout layout, double *x)
{
    g_autoptr (GArray) links = link_clusters (loose);
    for (guint32 c = 0; c < loose->n_clusters; c++)
        rhumb_scatter (loose->seed, loose->cluster_key[c], x + 2 * (gsize)c);
    const RhumbLoose clusters = {.n_nodes = loose->n_clusters, .aspect = loose->aspect};
    minimise (x, &clusters, links, layout, ITERATIONS);
}

static void
start (const RhumbLoose *loose, RhumbMapLayout layout, double *x)
{
    g_autofree double *centre = g_new0 (double, 2 * MAX ((gsize)loose->n_clusters, 1));
    if (loose->n_clusters > 0)
        place_clusters (loose, layout, centre);
    for (guint32 i = 0; i < loose->n_nodes; i++) {
        double off[2];
        rhumb_scatter (loose->seed, loose->key[i], off);
        const gsize c = loose->n_clusters > 0 ? loose->cluster[i] : 0;
        x[2 * (gsize)i] = 2 * centre[2 * c] + off[0] / 2;
        x[2 * (gsize)i + 1] = 2 * centre[2 * c + 1] + off[1] / 2;
    }
}

/* Links with their weights as the layout wants them; those without weight pull nobody. */
GArray *
rhumb_weigh_links (const RhumbLoose *loose, RhumbMapLayout layout, gboolean is_last)
{
    const double between = is_last ? LAST_BETWEEN : BETWEEN;
    const gboolean by_cluster = layout == RHUMB_MAP_LAYOUT_ATLAS && loose->n_clusters > 0;
    GArray *links = g_array_sized_new (FALSE, FALSE, sizeof (RhumbSpring), (guint)loose->n_springs);
    for (gsize e = 0; e < loose->n_springs; e++) {
        RhumbSpring link = loose->spring[e];
        if (!(link.weight > 0) || link.from == link.to)
            continue;
        if (by_cluster)
            link.weight *= loose->cluster[link.from] == loose->cluster[link.to] ? INSIDE : between;
        g_array_append_val (links, link);
    }
    return links;
}

/* Places the nodes of a network. @x: x and y of each node in turn. FALSE with %RHUMB_ERROR_LIMIT
 * for more than 200,000 nodes in a layout of igraph, or with an error of igraph. */
gboolean
rhumb_relax (const RhumbLoose *loose, RhumbMapLayout layout, double *x, GError **error)
{
    if (layout >= RHUMB_MAP_LAYOUT_FR && loose->n_nodes > MOST_AT_ONCE) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_LIMIT,
                     "%u nodes are too many for the layout %s, expected at most %u", loose->n_nodes,
                     rhumb_map_layout_get_name (layout), MOST_AT_ONCE);
        return FALSE;
    }
    const guint32 at_once = loose->n_at_once > 0               ? loose->n_at_once
                            : layout == RHUMB_MAP_LAYOUT_ATLAS ? AT_ONCE
                                                               : MOST_AT_ONCE;
    if (layout < RHUMB_MAP_LAYOUT_FR && loose->n_nodes > at_once)
        return rhumb_relax_by_levels (loose, layout, x, error);
    if (loose->n_nodes == 0)
        return TRUE;
    g_autoptr (GArray) links = rhumb_weigh_links (loose, layout, FALSE);
    if (layout >= RHUMB_MAP_LAYOUT_FR)
        return rhumb_igraph_place (layout, (const RhumbSpring *)(const void *)links->data,
                                   links->len, loose->n_nodes, loose->key, loose->seed, x, error);
    start (loose, layout, x);
    minimise (x, loose, links, layout, ITERATIONS);
    if (layout == RHUMB_MAP_LAYOUT_ATLAS && loose->n_nodes <= FEW) {
        g_autoptr (GArray) last = rhumb_weigh_links (loose, layout, TRUE);
        minimise (x, loose, last, layout, LAST_ITERATIONS);
    }
    return TRUE;
}
