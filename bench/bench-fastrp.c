/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How many multiply-adds a second FastRP does on a network of citations.
 *
 * Usage: bench-fastrp [--papers N] [--references X] [--dimensions N] [--runs N]
 *
 * Of a generated citation graph (100000 papers, 9.07 references each, directions dropped) each
 * paper gets a vector (128 numbers, four steps), with one thread and with two. Prints TSV: start
 * (one entry in how many of the random rows is not 0), papers, stored entries (two a link),
 * dimensions, steps, threads, seconds by the clock, processor seconds, billions of multiply-adds a
 * second by either, and a hash of the vectors, which is the same for any number of threads.
 *
 * A multiply-add is a step of an entry of a dimension, as of dense rows: the random start and the
 * scaling are in the seconds and not in the count. Seconds are the least of some runs (5), as other
 * programs on the machine only add to them.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/citation-model.h"
#include "bench/cost.h"
#include "rhumb.h"

static int n_papers = 100000;
static double n_references = 9.07;
static int n_dimensions = 128;
static int n_runs = 5;

static RhumbNetwork *
make_network (void)
{
    CitationModel model = CITATION_MODEL_DEFAULTS;
    model.n_papers = (guint32)n_papers;
    model.n_references = n_references;
    g_autoptr (Citations) citations = citations_new (&model);
    return rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, citations->n_papers, citations->n_papers,
                              citations->citing, citations->cited, NULL, citations->n_edges, NULL);
}

static guint64
hash_vectors (const RhumbVectors *vectors)
{
    guint64 hash = 0;
    for (guint32 v = 0; v < rhumb_vectors_get_n_rows (vectors); v++) {
        const float *row = rhumb_vectors_get_row (vectors, v);
        for (int k = 0; k < n_dimensions; k++) {
            guint32 bits;
            memcpy (&bits, row + k, sizeof bits);
            hash = rhumb_hash_mix (hash, bits);
        }
    }
    return hash;
}

static void
measure (const RhumbNetwork *network, const guint64 *key, const char *start,
         const RhumbFastrpOptions *options, guint n_threads)
{
    const RhumbRows rows = rhumb_network_get_out_rows (network);
    const double n_entries = (double)rows.start[rows.n_rows];
    const double n_products = n_entries * options->n_dimensions * options->n_steps;
    Cost least = {G_MAXDOUBLE, G_MAXDOUBLE};
    guint64 hash = 0;
    rhumb_set_n_threads (n_threads);
    for (int i = 0; i < n_runs; i++) {
        const Cost began = count_cost ();
        g_autoptr (RhumbVectors) vectors = rhumb_fastrp (network, key, rows.n_rows, options, NULL);
        const Cost cost = count_cost_since (began);
        least.wall = MIN (least.wall, cost.wall);
        least.processor = MIN (least.processor, cost.processor);
        hash = hash_vectors (vectors);
    }
    printf ("%s\t%u\t%.0f\t%u\t%u\t%u\t%.3f\t%.3f\t%.3f\t%.3f\t%016" G_GINT64_MODIFIER "x\n", start,
            rows.n_rows, n_entries, options->n_dimensions, options->n_steps, n_threads, least.wall,
            least.processor, n_products / least.wall / 1e9, n_products / least.processor / 1e9,
            hash);
    fflush (stdout);
}

int
main (int argc, char **argv)
{
    const GOptionEntry entries[] = {
        {"papers", 0, 0, G_OPTION_ARG_INT, &n_papers, "Papers (100000)", "N"},
        {"references", 0, 0, G_OPTION_ARG_DOUBLE, &n_references, "References a paper (9.07)", "X"},
        {"dimensions", 0, 0, G_OPTION_ARG_INT, &n_dimensions, "Numbers of a vector (128)", "N"},
        {"runs", 0, 0, G_OPTION_ARG_INT, &n_runs, "Runs, the shortest counts (5)", "N"},
        {NULL},
    };
    g_autoptr (GOptionContext) context = g_option_context_new (NULL);
    g_option_context_add_main_entries (context, entries, NULL);
    if (!g_option_context_parse (context, &argc, &argv, NULL) || argc != 1 || n_papers < 100 ||
        n_papers > 10000000 || !(n_references >= 1 && n_references <= 100) || n_dimensions < 1 ||
        n_dimensions > RHUMB_FASTRP_MAX_DIMENSIONS || n_runs < 1) {
        fputs ("bench-fastrp: expected 100 to 10000000 papers, 1 to 100 references, 1 to 4096 "
               "dimensions, a run at least\n",
               stderr);
        return EXIT_FAILURE;
    }
    RhumbFastrpOptions options = RHUMB_FASTRP_DEFAULTS;
    options.n_dimensions = (guint)n_dimensions;
    g_autoptr (RhumbNetwork) network = make_network ();
    g_autofree guint64 *key = g_new (guint64, n_papers);
    for (guint32 v = 0; v < (guint32)n_papers; v++)
        key[v] = rhumb_hash_mix (20, v);
    puts ("start\tpapers\tentries\tdimensions\tsteps\tthreads\tseconds\tcpu_seconds\tgmadd_s\t"
          "gmadd_cpu_s\thash");
    for (guint n_threads = 1; n_threads <= 2; n_threads++) {
        options.sparsity = 3;
        measure (network, key, "3", &options, n_threads);
        options.sparsity = 0;
        measure (network, key, "root", &options, n_threads);
    }
    return EXIT_SUCCESS;
}
