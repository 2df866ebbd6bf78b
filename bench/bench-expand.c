/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How much of a known set is found from a part of it: growth by what is in common beside walks.
 *
 * Usage: bench-expand EDGES LABELS [SEEDS SIZE]
 *
 * EDGES has two node numbers a line, LABELS a node and the number of a set that it is in; a line of
 * names may come first, as in email-Eu-core of the Stanford collection, and a node may be in many
 * sets. Of each set with at least 20 nodes 30 % are given; as many as are left are asked for. With
 * SEEDS and SIZE, so many neighbours in the list of the set's nodes are given instead, ten times
 * others, and SIZE nodes asked for.
 *
 * Prints TSV: questions, then the mean share of those asked for that are right: growth by the mean
 * Jaccard index, or cosine, with members (the method of Chamberlain and others, 2018), by
 * rhumb_grow_set(), as rhumb expand does, then by rhumb_walker_start(), best by score and by
 * rhumb_walker_list_swept() (the sweep of Andersen, Chung and Lang).
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/input.h"
#include "rhumb.h"

#define MOST_NODES 100000
#define LEAST_SIZE 20
#define N_DRAWS 10

typedef enum { JACCARD, COSINE, GROWTH, WALK, SWEEP, N_WAYS } Way;

/* The links, what they become if each node has one with itself, and what is made from them. */
typedef struct {
    RhumbNetwork *closed;
    RhumbOverlap *overlap[2];
    RhumbWalker *walker;
    guint32 n;
    guint8 *is_right; /* of each node, whether it is in the set asked about */
    guint n_questions;
    double sum[N_WAYS];
} Bench;

static RhumbNetwork *
make_network (const GArray *pairs, guint32 n, gboolean closed)
{
    g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) to = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint i = 0; i + 1 < pairs->len; i += 2) {
        const guint32 *pair = &g_array_index (pairs, guint32, i);
        if (pair[0] == pair[1])
            continue;
        g_array_append_val (from, pair[0]);
        g_array_append_val (to, pair[1]);
    }
    for (guint32 v = 0; closed && v < n; v++) {
        g_array_append_val (from, v);
        g_array_append_val (to, v);
    }
    return rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, n, n, (const guint32 *)(gpointer)from->data,
                              (const guint32 *)(gpointer)to->data, NULL, from->len, NULL);
}

/* Again and again the node with the largest mean likeness to all members joins. */
static GArray *
grow_by_mean (RhumbOverlap *overlap, guint32 n, const GArray *given, guint n_more)
{
    GArray *joined = rhumb_neighbours_new ();
    g_autofree double *sum = g_new0 (double, n);
    g_autofree guint8 *is_member = g_new0 (guint8, n);
    for (guint i = 0; i < given->len; i++) {
        is_member[g_array_index (given, guint32, i)] = 1;
        rhumb_overlap_add_alike (overlap, g_array_index (given, guint32, i), sum);
    }
    while (joined->len < n_more) {
        RhumbNeighbour best = {G_MAXUINT32, 0};
        for (guint32 v = 0; v < n; v++) {
            if (!is_member[v] && sum[v] > best.score)
                best = (RhumbNeighbour){v, sum[v]};
        }
        if (best.node == G_MAXUINT32)
            break;
        is_member[best.node] = 1;
        rhumb_overlap_add_alike (overlap, best.node, sum);
        g_array_append_val (joined, best);
    }
    return joined;
}

static void
count_right (Bench *bench, Way way, const GArray *found, guint n_asked)
{
    guint n = 0;
    for (guint i = 0; i < found->len && i < n_asked; i++)
        n += bench->is_right[g_array_index (found, RhumbNeighbour, i).node];
    bench->sum[way] += (double)n / n_asked;
}

static void
ask (Bench *bench, const GArray *given, guint n_asked)
{
    const guint32 *seed = (const guint32 *)(gpointer)given->data;
    g_autoptr (GArray) grown =
        rhumb_grow_set (bench->closed, bench->n, seed, given->len, n_asked, NULL);
    rhumb_walker_start (bench->walker, seed, NULL, given->len, NULL, NULL);
    g_autoptr (GArray) by_score = rhumb_walker_list_best (bench->walker, 0, bench->n, n_asked);
    g_autoptr (GArray) by_sweep = rhumb_walker_list_swept (bench->walker, 0, bench->n, n_asked);
    for (Way way = JACCARD; way <= COSINE; way++) {
        g_autoptr (GArray) by_mean = grow_by_mean (bench->overlap[way], bench->n, given, n_asked);
        count_right (bench, way, by_mean, n_asked);
    }
    count_right (bench, GROWTH, grown, n_asked);
    count_right (bench, WALK, by_score, n_asked);
    count_right (bench, SWEEP, by_sweep, n_asked);
    bench->n_questions++;
}

static void
ask_from_few (Bench *bench, const GArray *members, guint n_seeds, guint n_asked)
{
    for (guint k = 0; k < N_DRAWS && members->len >= n_seeds + n_asked; k++) {
        g_autoptr (GArray) given = g_array_new (FALSE, FALSE, sizeof (guint32));
        for (guint i = 0; i < n_seeds; i++)
            g_array_append_val (
                given,
                g_array_index (members, guint32, (k * members->len / N_DRAWS + i) % members->len));
        ask (bench, given, n_asked);
    }
}

static void
ask_from_three_tenths (Bench *bench, const GArray *members)
{
    g_autoptr (GArray) given = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint i = 0; i < members->len; i++) {
        if (i % 10 < 3)
            g_array_append_val (given, g_array_index (members, guint32, i));
    }
    ask (bench, given, members->len - given->len);
}

static void
ask_about (Bench *bench, const GArray *labels, guint32 set, guint n_seeds, guint n_asked)
{
    g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (guint32));
    memset (bench->is_right, 0, bench->n);
    for (guint i = 0; i + 1 < labels->len; i += 2) {
        const guint32 v = g_array_index (labels, guint32, i);
        if (g_array_index (labels, guint32, i + 1) == set && v < bench->n)
            bench->is_right[v] = TRUE;
    }
    for (guint32 v = 0; v < bench->n; v++) {
        if (bench->is_right[v])
            g_array_append_val (members, v);
    }
    if (members->len < LEAST_SIZE)
        return;
    if (n_seeds > 0)
        ask_from_few (bench, members, n_seeds, n_asked);
    else
        ask_from_three_tenths (bench, members);
}

/* One more than the largest of every @step-th number from @first on. */
static guint32
find_end (const GArray *numbers, guint first, guint step)
{
    guint32 end = 0;
    for (guint i = first; i < numbers->len; i += step)
        end = MAX (end, g_array_index (numbers, guint32, i) + 1);
    return end;
}

int
main (int argc, char **argv)
{
    if (argc != 3 && argc != 5) {
        fputs ("bench-expand: expected EDGES LABELS [SEEDS SIZE]\n", stderr);
        return EXIT_FAILURE;
    }
    const guint n_seeds = argc > 3 ? (guint)input_read_number ("SEEDS", argv[3], 1, MOST_NODES) : 0;
    const guint n_asked = argc > 3 ? (guint)input_read_number ("SIZE", argv[4], 1, MOST_NODES) : 0;
    g_autoptr (GArray) pairs = input_read_pairs (argv[1]);
    g_autoptr (GArray) labels = input_read_pairs (argv[2]);
    Bench bench = {.n = find_end (pairs, 0, 1)};
    const guint32 n_sets = find_end (labels, 1, 2);
    if (MAX (bench.n, n_sets) > MOST_NODES) {
        fprintf (stderr, "bench-expand: %u nodes in %u sets, expected at most %d of each\n",
                 bench.n, n_sets, MOST_NODES);
        return EXIT_FAILURE;
    }
    g_autoptr (RhumbNetwork) links = make_network (pairs, bench.n, FALSE);
    g_autoptr (RhumbNetwork) closed = make_network (pairs, bench.n, TRUE);
    g_autoptr (RhumbOverlap) jaccard =
        rhumb_overlap_new (links, bench.n, RHUMB_OVERLAP_JACCARD, NULL);
    g_autoptr (RhumbOverlap) cosine =
        rhumb_overlap_new (links, bench.n, RHUMB_OVERLAP_COSINE, NULL);
    g_autoptr (RhumbWalker) walker = rhumb_walker_new (links, NULL);
    g_autofree guint8 *is_right = g_new0 (guint8, bench.n + 1);
    bench.closed = closed;
    bench.overlap[JACCARD] = jaccard;
    bench.overlap[COSINE] = cosine;
    bench.walker = walker;
    bench.is_right = is_right;
    for (guint32 set = 0; set < n_sets; set++)
        ask_about (&bench, labels, set, n_seeds, n_asked);
    if (bench.n_questions == 0) {
        fprintf (stderr, "bench-expand: %s: no set is large enough\n", argv[2]);
        return EXIT_FAILURE;
    }
    puts ("questions\tmean_jaccard\tmean_cosine\tgrown\twalk\twalk_sweep");
    printf ("%u", bench.n_questions);
    for (Way way = 0; way < N_WAYS; way++)
        printf ("\t%.4f", bench.sum[way] / bench.n_questions);
    puts ("");
    return EXIT_SUCCESS;
}
