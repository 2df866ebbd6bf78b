/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How much of a known set is found from a part of it: growth by likeness beside walks.
 *
 * Usage: bench-expand EDGES LABELS
 *
 * EDGES has a line of names, then two node numbers a line, LABELS a line of names, then a node and
 * the number of its set, as email-Eu-core of the Stanford collection. Of each set with at least 20
 * nodes 30 % are given; as many as are left are asked for. Prints TSV: sets, then the mean share of
 * the rest found by rhumb_overlap_expand() (Jaccard over links; cosine), and by
 * rhumb_walker_start(), best by score and by rhumb_walker_list_swept() (the sweep of Andersen,
 * Chung and Lang).
 */
#include <stdio.h>
#include <stdlib.h>

#include "rhumb.h"

#define MOST_NODES 100000
#define LEAST_SIZE 20

static guint32 label[MOST_NODES];

static void
skip_line (FILE *file)
{
    int letter = 0;
    while (file != NULL && letter != '\n' && letter != EOF)
        letter = fgetc (file);
}

static RhumbNetwork *
read_network (const char *path)
{
    FILE *file = fopen (path, "r");
    g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) to = g_array_new (FALSE, FALSE, sizeof (guint32));
    guint32 a;
    guint32 b;
    guint32 n = 0;
    skip_line (file);
    while (file != NULL && fscanf (file, "%u %u", &a, &b) == 2 && a < MOST_NODES &&
           b < MOST_NODES) {
        n = MAX (n, MAX (a, b) + 1);
        if (a == b)
            continue;
        g_array_append_val (from, a);
        g_array_append_val (to, b);
    }
    if (file != NULL)
        fclose (file);
    return rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, n, n, (const guint32 *)(gpointer)from->data,
                              (const guint32 *)(gpointer)to->data, NULL, from->len, NULL);
}

static guint32
read_labels (const char *path)
{
    FILE *file = fopen (path, "r");
    guint32 node;
    guint32 set;
    guint32 n_sets = 0;
    skip_line (file);
    while (file != NULL && fscanf (file, "%u %u", &node, &set) == 2 && node < MOST_NODES) {
        label[node] = set;
        n_sets = MAX (n_sets, set + 1);
    }
    if (file != NULL)
        fclose (file);
    return n_sets;
}

static double
count_right (const GArray *found, guint32 set, guint n_asked)
{
    guint n = 0;
    for (guint i = 0; i < found->len && i < n_asked; i++)
        n += label[g_array_index (found, RhumbNeighbour, i).node] == set;
    return (double)n / n_asked;
}

/* Parts the nodes of a set: three in ten are given. Returns how many are left. */
static guint
part (guint32 n, guint32 set, GArray *given)
{
    guint left = 0;
    guint seen = 0;
    g_array_set_size (given, 0);
    for (guint32 v = 0; v < n; v++) {
        if (label[v] != set)
            continue;
        if (seen++ % 10 < 3)
            g_array_append_val (given, v);
        else
            left++;
    }
    return left;
}

int
main (int argc, char **argv)
{
    if (argc != 3) {
        fputs ("bench-expand: expected EDGES LABELS\n", stderr);
        return EXIT_FAILURE;
    }
    g_autoptr (RhumbNetwork) network = read_network (argv[1]);
    const guint32 n_sets = read_labels (argv[2]);
    const RhumbRows rows = rhumb_network_get_out_rows (network);
    g_autoptr (RhumbOverlap) jaccard =
        rhumb_overlap_new (network, rows.n_rows, RHUMB_OVERLAP_JACCARD, NULL);
    g_autoptr (RhumbOverlap) cosine =
        rhumb_overlap_new (network, rows.n_rows, RHUMB_OVERLAP_COSINE, NULL);
    g_autoptr (RhumbWalker) walker = rhumb_walker_new (network, NULL);
    g_autoptr (GArray) given = g_array_new (FALSE, FALSE, sizeof (guint32));
    double sum[4] = {0};
    guint n = 0;
    for (guint32 set = 0; set < n_sets; set++) {
        const guint left = part (rows.n_rows, set, given);
        const guint32 *seed = (const guint32 *)(gpointer)given->data;
        if (left + given->len < LEAST_SIZE)
            continue;
        g_autoptr (GArray) by_jaccard = rhumb_overlap_expand (jaccard, seed, given->len, left);
        g_autoptr (GArray) by_cosine = rhumb_overlap_expand (cosine, seed, given->len, left);
        rhumb_walker_start (walker, seed, NULL, given->len, NULL, NULL);
        g_autoptr (GArray) by_score = rhumb_walker_list_best (walker, 0, rows.n_rows, left);
        g_autoptr (GArray) by_sweep = rhumb_walker_list_swept (walker, 0, rows.n_rows, left);
        sum[0] += count_right (by_jaccard, set, left);
        sum[1] += count_right (by_cosine, set, left);
        sum[2] += count_right (by_score, set, left);
        sum[3] += count_right (by_sweep, set, left);
        n++;
    }
    puts ("sets\texpand_jaccard\texpand_cosine\twalk\twalk_sweep");
    printf ("%u\t%.4f\t%.4f\t%.4f\t%.4f\n", n, sum[0] / MAX (n, 1), sum[1] / MAX (n, 1),
            sum[2] / MAX (n, 1), sum[3] / MAX (n, 1));
    return EXIT_SUCCESS;
}
