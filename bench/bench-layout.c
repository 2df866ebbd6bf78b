/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How long the layout of a large network takes, and how much of it survives.
 *
 *   bench-layout LAYOUT[,LAYOUT…] N SEED…
 *
 * The network is made up: N nodes in groups of about 60, about four links a node, three of four
 * inside the group. Prints tab-separated: layout, nodes, links, seed, seconds by the clock,
 * seconds of all processors, and neighbourhood preservation: the mean over up to 800 nodes of the
 * Jaccard index of a node's neighbours and as many nearest nodes. */

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "analytics/layout/relaxation.h"
#include "graph/text.h"

#define GROUP 60
#define SAMPLED 800

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

static int
compare_doubles (const void *a, const void *b)
{
    const double x = *(const double *)a;
    const double y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Of the neighbours of node i, those among its nearest nodes, over all that are either. */
static double
overlap (const GArray *links, const double *x, guint32 n, guint32 i)
{
    g_autofree double *far = g_new (double, n);
    g_autofree guint8 *is_near = g_new0 (guint8, n);
    guint degree = 0;
    for (guint e = 0; e < links->len; e++) {
        const RhumbSpring *link = &g_array_index (links, RhumbSpring, e);
        const guint32 other = link->from == i ? link->to : link->to == i ? link->from : i;
        degree += other != i && !is_near[other] ? 1 : 0;
        is_near[other] = other != i;
    }
    if (degree == 0)
        return 1.0;
    for (guint32 j = 0; j < n; j++)
        far[j] = j == i ? INFINITY : hypot (x[2 * j] - x[2 * i], x[2 * j + 1] - x[2 * i + 1]);
    g_autofree double *sorted = g_memdup2 (far, n * sizeof *far);
    qsort (sorted, n, sizeof *sorted, compare_doubles);
    guint shared = 0;
    for (guint32 j = 0; j < n; j++)
        shared += far[j] <= sorted[degree - 1] && is_near[j] ? 1 : 0;
    return (double)shared / (2.0 * degree - shared);
}

static double
seconds (clockid_t clock)
{
    struct timespec now;
    clock_gettime (clock, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

static RhumbMapLayout
find_layout (const char *name)
{
    guint layout = 0;
    while (rhumb_map_layout_get_name (layout) != NULL &&
           !g_str_equal (rhumb_map_layout_get_name (layout), name))
        layout++;
    if (rhumb_map_layout_get_name (layout) == NULL)
        g_error ("there is no layout %s", name);
    return layout;
}

static void
run (RhumbMapLayout layout, guint32 n, guint64 seed)
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
        n, (RhumbSpring *)(void *)links->data, links->len, cluster, n_groups, key, key, 1.3, seed};
    g_autoptr (GError) error = NULL;
    const double began = seconds (CLOCK_MONOTONIC);
    const double began_work = seconds (CLOCK_PROCESS_CPUTIME_ID);
    if (!rhumb_relax (&loose, layout, x, &error))
        g_error ("%s", error->message);
    const double wall = seconds (CLOCK_MONOTONIC) - began;
    const double work = seconds (CLOCK_PROCESS_CPUTIME_ID) - began_work;
    double sum = 0.0;
    const guint32 n_sampled = MIN (n, SAMPLED);
    for (guint32 k = 0; k < n_sampled; k++)
        sum += overlap (links, x, n, (guint32)((guint64)k * n / n_sampled)) / n_sampled;
    g_print ("%s\t%u\t%u\t%" G_GUINT64_FORMAT "\t%.2f\t%.2f\t%.3f\n",
             rhumb_map_layout_get_name (layout), n, links->len, seed, wall, work, sum);
}

int
main (int argc, char **argv)
{
    if (argc < 4) {
        g_printerr ("usage: bench-layout LAYOUT[,LAYOUT…] N SEED…\n");
        return 2;
    }
    g_print ("layout\tnodes\tlinks\tseed\tseconds\twork\tpreserved\n");
    g_auto (GStrv) layouts = g_strsplit (argv[1], ",", -1);
    for (guint i = 0; layouts[i] != NULL; i++) {
        for (int k = 3; k < argc; k++)
            run (find_layout (layouts[i]), (guint32)strtoul (argv[2], NULL, 10),
                 strtoull (argv[k], NULL, 10));
    }
    return 0;
}
