/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How much of a planted hierarchy is found, depth by depth: hierarchical block models on a binary
 * tree, two seeds each. Prints a table: leaves of the tree, method, and for each depth the share of
 * nodes in the right cluster under the best matching. Methods: Leiden (modularity at
 * resolution 1.5) with linkage, the same after block refinement, and blocks chosen by likelihood.
 *
 *   bench-hierarchy [ROW]
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "analytics/cluster/blocks.h"
#include "analytics/cluster/leiden.h"
#include "analytics/cluster/linkage.h"
#include "bench/input.h"
#include "tests/hsbm.h"

#define N_SEEDS 2

typedef struct {
    const char *name;
    guint depth;
    guint n_in_leaf;
    double a[5];
} Row;

static RhumbPartition *
cluster_at (const RhumbNetwork *network, double resolution)
{
    RhumbLeidenOptions options = RHUMB_LEIDEN_DEFAULTS;
    options.resolution = resolution;
    options.n_starts = 1;
    return rhumb_leiden (network, &options, NULL);
}

static void
add_recovery (const Row *row, const RhumbNetwork *network, const RhumbPartition *leaves,
              double *recovery)
{
    g_autoptr (RhumbHierarchy) hierarchy =
        rhumb_link_clusters (network, leaves, RHUMB_LINKAGE_DENSITY);
    for (guint q = 1; q <= row->depth; q++)
        recovery[q - 1] += hsbm_measure_recovery (hierarchy, leaves, row->depth, q) / N_SEEDS;
}

static void
print_row (const Row *row, const char *method, const double *recovery, double n_leaves)
{
    printf ("%s\t%s\t%.1f", row->name, method, n_leaves / N_SEEDS);
    for (guint q = 0; q < 4; q++)
        printf (q < row->depth ? "\t%.3f" : "\t", recovery[q]);
    putchar ('\n');
    fflush (stdout);
}

static void
run (const Row *row)
{
    double plain[4] = {0};
    double refined[4] = {0};
    double chosen[4] = {0};
    double n_leaves[3] = {0};
    for (guint64 seed = 1; seed <= N_SEEDS; seed++) {
        g_autoptr (RhumbNetwork) network = hsbm_new (row->depth, row->n_in_leaf, row->a, seed);
        g_autoptr (RhumbPartition) leiden = cluster_at (network, 1.5);
        g_autoptr (RhumbPartition) swept = rhumb_refine_blocks (network, leiden, 8);
        g_autoptr (RhumbPartition) blocks = rhumb_find_blocks (network, seed, NULL);
        add_recovery (row, network, leiden, plain);
        add_recovery (row, network, swept, refined);
        add_recovery (row, network, blocks, chosen);
        n_leaves[0] += rhumb_partition_get_n_clusters (leiden);
        n_leaves[1] += rhumb_partition_get_n_clusters (swept);
        n_leaves[2] += rhumb_partition_get_n_clusters (blocks);
    }
    print_row (row, "leiden 1.5", plain, n_leaves[0]);
    print_row (row, "leiden 1.5, refined", refined, n_leaves[1]);
    print_row (row, "blocks", chosen, n_leaves[2]);
}

int
main (int argc, char **argv)
{
    const Row rows[] = {
        {"40 50 60 100", 3, 200, {40, 50, 60, 100}},
        {"40 45 60 100", 3, 200, {40, 45, 60, 100}},
        {"40 42 60 100", 3, 200, {40, 42, 60, 100}},
        {"40 42 45 95", 3, 200, {40, 42, 45, 95}},
        {"40 43 47 120", 3, 200, {40, 43, 47, 120}},
        {"40 50 80 100", 3, 200, {40, 50, 80, 100}},
        {"beta .6", 4, 100, {8.2944, 13.824, 23.04, 38.4, 64}},
        {"beta .7", 4, 100, {15.3664, 21.952, 31.36, 44.8, 64}},
        {"beta .8", 4, 100, {26.2144, 32.768, 40.96, 51.2, 64}},
    };
    const gsize only =
        argc > 1 ? (gsize)input_read_number ("ROW", argv[1], 1, G_N_ELEMENTS (rows)) : 0;
    puts ("a\tmethod\tleaves\tdepth 1\tdepth 2\tdepth 3\tdepth 4");
    for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
        if (only == 0 || only == i + 1)
            run (&rows[i]);
    }
    return EXIT_SUCCESS;
}
