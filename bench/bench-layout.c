/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How long the layout of a large network takes, and how much of it survives.
 *
 *   bench-layout [--at-once=M] LAYOUT[,LAYOUT…] N SEED…
 *
 * More than M nodes are placed level by level, in our layouts; where M is not given 2000 by
 * atlas and 200000 by the others.
 * The network is made up: N nodes in groups of about 60, about four links a node, three of four
 * inside the group. Prints tab-separated: layout, nodes, links, seed, seconds by the clock,
 * seconds of all processors, and neighbourhood preservation: the mean over up to 800 nodes of the
 * Jaccard index of a node's neighbours and as many nearest nodes.
 */
#include <stdlib.h>
#include <string.h>

#include "analytics/layout/relaxation.h"
#include "bench/cost.h"
#include "bench/neighbours.h"
#include "bench/input.h"
#include "graph/text.h"

#define GROUP 60

static guint64 state;

static double
uniform (void)
{
    state = rhumb_hash_mix (state, 1);
    return (double)(state >> 11) * 0x1p-53;
}

static GArray *
make_links (guint32 n, guint32 n_groups)
{
    GArray *links = g_array_new (FALSE, FALSE, sizeof (RhumbSpring));
    for (guint64 e = 0; e < (guint64)n * 38 / 10; e++) {
        const guint32 from = (guint32)(uniform () * n);
        const guint32 inside = from % n_groups + n_groups * (guint32)(uniform () * n / n_groups);
        const guint32 to = uniform () < 0.75 ? inside : (guint32)(uniform () * n);
        const RhumbSpring link = {from, to, 0.5 + uniform ()};
        if (to < n && from != to)
            g_array_append_val (links, link);
    }
    return links;
}

static RhumbMapLayout
find_layout (const char *name)
{
    guint layout = 0;
    while (rhumb_map_layout_get_name (layout) != NULL &&
           !g_str_equal (rhumb_map_layout_get_name (layout), name))
        layout++;
    if (rhumb_map_layout_get_name (layout) == NULL) {
        g_printerr ("bench-layout: there is no layout %s\n", name);
        exit (EXIT_FAILURE);
    }
    return layout;
}

static void
run (RhumbMapLayout layout, guint32 n, guint64 seed, guint32 n_at_once)
{
    const guint32 n_groups = MAX (n / GROUP, 1);
    state = seed;
    g_autoptr (GArray) links = make_links (n, n_groups);
    g_autofree guint32 *cluster = g_new (guint32, n);
    g_autofree guint64 *key = g_new (guint64, n);
    g_autofree double *x = g_new (double, 2 * (gsize)n);
    for (guint32 i = 0; i < n; i++) {
        cluster[i] = i % n_groups;
        key[i] = i;
    }
    const RhumbLoose loose = {
        .n_nodes = n,
        .spring = (RhumbSpring *)(void *)links->data,
        .n_springs = links->len,
        .cluster = cluster,
        .n_clusters = n_groups,
        .key = key,
        .cluster_key = key,
        .aspect = 1.3,
        .seed = seed,
        .n_at_once = n_at_once,
    };
    g_autoptr (GError) error = NULL;
    const double began = count_seconds (CLOCK_MONOTONIC);
    const double began_work = count_processor_seconds ();
    if (!rhumb_relax (&loose, layout, x, &error))
        g_error ("%s", error->message);
    const double wall = count_seconds (CLOCK_MONOTONIC) - began;
    const double work = count_processor_seconds () - began_work;
    g_print ("%s\t%u\t%u\t%" G_GUINT64_FORMAT "\t%.2f\t%.2f\t%.3f\n",
             rhumb_map_layout_get_name (layout), n, links->len, seed, wall, work,
             measure_neighbours (links, x, 0, n));
}

int
main (int argc, char **argv)
{
    int n_at_once = 0;
    const GOptionEntry entries[] = {{"at-once", 0, 0, G_OPTION_ARG_INT, &n_at_once, NULL, NULL},
                                    {NULL}};
    g_autoptr (GOptionContext) context = g_option_context_new (NULL);
    g_option_context_add_main_entries (context, entries, NULL);
    if (!g_option_context_parse (context, &argc, &argv, NULL) || argc < 4 || n_at_once < 0) {
        g_printerr ("usage: bench-layout [--at-once=M] LAYOUT[,LAYOUT…] N SEED…\n");
        return 2;
    }
    const guint32 n = (guint32)input_read_number ("N", argv[2], 1, G_MAXINT32);
    for (int k = 3; k < argc; k++)
        input_read_number ("SEED", argv[k], 0, G_MAXUINT64);
    g_print ("layout\tnodes\tlinks\tseed\tseconds\twork\tpreserved\n");
    g_auto (GStrv) layouts = g_strsplit (argv[1], ",", -1);
    for (guint i = 0; layouts[i] != NULL; i++) {
        for (int k = 3; k < argc; k++)
            run (find_layout (layouts[i]), n, input_read_number ("SEED", argv[k], 0, G_MAXUINT64),
                 (guint32)n_at_once);
    }
    return 0;
}
