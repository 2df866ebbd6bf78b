/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Writes a synthetic citation graph (citation-model.c) for measuring speed and memory.
 *
 * Usage: generate-citations [-n PAPERS] [-d REFERENCES] [-s SEED] [-k TOPIC_SIZE] [-S] [-b SHARE]
 *                           [-t] [-u] -o PREFIX
 *   -n  papers (100000)              -S  shuffled numbers: they do not tell the order of time
 *   -d  references a paper (10)      -b  arrows from older to later papers, a share of all (0)
 *   -s  seed (1)                     -t  also as text
 *   -k  papers a topic (1000)        -u  also without directions
 * PREFIX.bin      "CGB1", 4 zero bytes, guint64 papers, guint64 arrows, guint32 citing[arrows],
 *                 guint32 cited[arrows], grouped by the citing paper, little endian
 * PREFIX.topic    guint32 topic[papers]: the clusters that the graph was made from
 * PREFIX.txt      citing, tab, cited: a line an arrow
 * PREFIX.und.tsv  the same without directions: smaller number first, sorted
 * PREFIX.mtx      the same as a symmetric Matrix Market pattern, numbers from 1
 *
 * generate-citations -n 1000000 -d 10.1 -s 42 -o c1M writes 10,104,702 arrows.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bench/citation-model.h"

#include "graph/compare.h"

typedef struct {
    CitationModel model;
    const char *prefix;
    gboolean text;
    gboolean undirected;
} Job;

static FILE *
open_file (const char *prefix, const char *suffix)
{
    g_autofree char *path = g_strconcat (prefix, suffix, NULL);
    FILE *file = fopen (path, "wb");
    if (file == NULL) {
        fprintf (stderr, "generate-citations: %s: %s\n", path, strerror (errno));
        exit (1);
    }
    return file;
}

static void
close_file (FILE *file)
{
    const gboolean failed = ferror (file);
    if (fclose (file) != 0 || failed) {
        fprintf (stderr, "generate-citations: %s\n", strerror (errno));
        exit (1);
    }
}

static char *
put_number (char *at, guint32 number)
{
    char digits[12];
    guint n = 0;
    do {
        digits[n++] = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0);
    while (n > 0)
        *at++ = digits[--n];
    return at;
}

static void
write_pairs (FILE *file, guint64 n, const guint32 *left, const guint32 *right, char separator,
             guint32 first_number)
{
    for (guint64 e = 0; e < n; e++) {
        char line[32];
        char *at = put_number (line, left[e] + first_number);
        *at++ = separator;
        at = put_number (at, right[e] + first_number);
        *at++ = '\n';
        fwrite (line, 1, (gsize)(at - line), file);
    }
    close_file (file);
}

static void
write_binary (const Citations *graph, const char *prefix)
{
    FILE *file = open_file (prefix, ".bin");
    const guint64 n_papers = graph->n_papers;
    fwrite ("CGB1\0\0\0", 1, 8, file);
    fwrite (&n_papers, 8, 1, file);
    fwrite (&graph->n_edges, 8, 1, file);
    fwrite (graph->citing, 4, graph->n_edges, file);
    fwrite (graph->cited, 4, graph->n_edges, file);
    close_file (file);
    FILE *topics = open_file (prefix, ".topic");
    fwrite (graph->topic, 4, graph->n_papers, topics);
    close_file (topics);
}

static void
write_undirected (const Citations *graph, const char *prefix)
{
    const guint64 n = graph->n_edges;
    g_autofree guint64 *pairs = g_new (guint64, n);
    for (guint64 e = 0; e < n; e++)
        pairs[e] = (guint64)MIN (graph->citing[e], graph->cited[e]) << 32 |
                   MAX (graph->citing[e], graph->cited[e]);
    qsort (pairs, n, sizeof (guint64), rhumb_compare_large_numbers);
    g_autofree guint32 *small = g_new (guint32, n);
    g_autofree guint32 *large = g_new (guint32, n);
    for (guint64 e = 0; e < n; e++) {
        small[e] = (guint32)(pairs[e] >> 32);
        large[e] = (guint32)pairs[e];
    }
    write_pairs (open_file (prefix, ".und.tsv"), n, small, large, '\t', 0);
    FILE *matrix = open_file (prefix, ".mtx");
    fprintf (matrix,
             "%%%%MatrixMarket matrix coordinate pattern symmetric\n%u %u %" G_GUINT64_FORMAT "\n",
             graph->n_papers, graph->n_papers, n);
    write_pairs (matrix, n, large, small, ' ', 1);
}

static gboolean
parse (Job *job, int argc, char **argv)
{
    for (int option; (option = getopt (argc, argv, "n:d:s:k:b:o:Stu")) != -1;) {
        switch (option) {
        case 'n':
            job->model.n_papers = (guint32)g_ascii_strtoull (optarg, NULL, 10);
            break;
        case 'd':
            job->model.n_references = g_ascii_strtod (optarg, NULL);
            break;
        case 's':
            job->model.seed = g_ascii_strtoull (optarg, NULL, 10);
            break;
        case 'k':
            job->model.topic_size = (guint32)g_ascii_strtoull (optarg, NULL, 10);
            break;
        case 'b':
            job->model.back_share = g_ascii_strtod (optarg, NULL);
            break;
        case 'o':
            job->prefix = optarg;
            break;
        case 'S':
            job->model.shuffled = TRUE;
            break;
        case 't':
            job->text = TRUE;
            break;
        case 'u':
            job->undirected = TRUE;
            break;
        default:
            return FALSE;
        }
    }
    return job->prefix != NULL && optind == argc && job->model.n_papers > 0 &&
           job->model.topic_size > 0 && job->model.n_references > 0 && job->model.back_share >= 0 &&
           job->model.back_share <= 1;
}

int
main (int argc, char **argv)
{
    Job job = {.model = CITATION_MODEL_DEFAULTS};
    if (!parse (&job, argc, argv)) {
        fprintf (stderr, "usage: generate-citations [-n PAPERS] [-d REFERENCES] [-s SEED] "
                         "[-k TOPIC_SIZE] [-S] [-b SHARE] [-t] [-u] -o PREFIX\n");
        return 2;
    }
    g_autoptr (Citations) graph = citations_new (&job.model);
    write_binary (graph, job.prefix);
    if (job.text)
        write_pairs (open_file (job.prefix, ".txt"), graph->n_edges, graph->citing, graph->cited,
                     '\t', 0);
    if (job.undirected)
        write_undirected (graph, job.prefix);
    fprintf (stderr, "%s: n=%u m=%" G_GUINT64_FORMAT " topics=%u fields=%u shuffled=%d\n",
             job.prefix, graph->n_papers, graph->n_edges, graph->n_topics, graph->n_fields,
             job.model.shuffled);
    return 0;
}
