/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How many of the ten nearest vectors a search finds, and how fast, beside comparing all.
 *
 * Usage: bench-hnsw [--rows N] [--dimensions N] [--uniform] [--queries N] [--threads N]
 *
 * Vectors are FastRP's of a generated citation graph, or uniform in a cube (then scaled to length
 * 1). Prints TSV: data, rows, dimensions, threads, method, width (ef), build seconds (wall), build
 * cpu seconds, recall@10 (the row itself among them), queries a second of processor time, hash of
 * all links.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#ifdef _OPENMP
#include <omp.h>
#endif

#include "citation-model.h"
#include "rhumb.h"

static int n_rows = 100000;
static int n_dimensions = 128;
static int n_queries = 500;
static int n_threads = 1;
static gboolean uniform;

static double
get_seconds (clockid_t clock)
{
    struct timespec now;
    clock_gettime (clock, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static RhumbVectors *
make_uniform (void)
{
    const guint d = (guint)n_dimensions;
    float *row = g_new (float, (gsize)n_rows *d);
    for (gsize v = 0; v < (gsize)n_rows; v++) {
        double squares = 0;
        for (guint k = 0; k < d; k++) {
            row[v * d + k] = (float)((double)(rhumb_hash_mix (v, k) >> 11) * 0x1p-53);
            squares += (double)row[v * d + k] * row[v * d + k];
        }
        for (guint k = 0; k < d; k++)
            row[v * d + k] = (float)(row[v * d + k] / sqrt (squares));
    }
    return rhumb_vectors_new_take ((guint32)n_rows, d, row);
}

static RhumbVectors *
make_vectors (const guint64 *key)
{
    if (uniform)
        return make_uniform ();
    CitationModel model = CITATION_MODEL_DEFAULTS;
    RhumbFastrpOptions options = RHUMB_FASTRP_DEFAULTS;
    model.n_papers = (guint32)n_rows;
    options.n_dimensions = (guint)n_dimensions;
    g_autoptr (Citations) citations = citations_new (&model);
    g_autoptr (RhumbNetwork) network =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, citations->n_papers, citations->n_papers,
                           citations->citing, citations->cited, NULL, citations->n_edges, NULL);
    return rhumb_fastrp (network, key, (guint32)n_rows, &options, NULL);
}

static void
print_row (const char *method, guint width, const double *build, double recall, double seconds,
           guint64 hash)
{
    printf ("%s\t%d\t%d\t%d\t%s\t%u\t%.2f\t%.2f\t%.4f\t%.0f\t%016" G_GINT64_MODIFIER "x\n",
            uniform ? "uniform" : "fastrp", n_rows, n_dimensions, n_threads, method, width,
            build[0], build[1], recall, n_queries / seconds, hash);
    fflush (stdout);
}

static guint
count_common (const GArray *a, const GArray *b)
{
    guint common = 0;
    for (guint i = 0; i < a->len; i++) {
        for (guint k = 0; k < b->len; k++)
            common += g_array_index (a, RhumbNeighbour, i).node ==
                      g_array_index (b, RhumbNeighbour, k).node;
    }
    return common;
}

static const float *
get_query (const RhumbVectors *vectors, int i)
{
    return rhumb_vectors_get_row (vectors,
                                  (guint32)(rhumb_hash_mix (7, (guint64)i) % (guint64)n_rows));
}

static void
measure (RhumbHnsw *hnsw, const RhumbVectors *vectors, const double *build)
{
    static const guint WIDTHS[] = {20, 40, 80, 160, 320};
    g_autoptr (GPtrArray) exact = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
    const guint64 hash = rhumb_hnsw_hash (hnsw);
    double start = get_seconds (CLOCK_PROCESS_CPUTIME_ID);
    for (int i = 0; i < n_queries; i++)
        g_ptr_array_add (exact, rhumb_hnsw_scan (hnsw, get_query (vectors, i), 10, NULL));
    print_row ("scan", 0, build, 1, get_seconds (CLOCK_PROCESS_CPUTIME_ID) - start, hash);
    for (guint w = 0; w < G_N_ELEMENTS (WIDTHS); w++) {
        double common = 0;
        double all = 0;
        double seconds = 0;
        for (int i = 0; i < n_queries; i++) {
            start = get_seconds (CLOCK_PROCESS_CPUTIME_ID);
            g_autoptr (GArray) found =
                rhumb_hnsw_search (hnsw, get_query (vectors, i), 10, WIDTHS[w], NULL);
            seconds += get_seconds (CLOCK_PROCESS_CPUTIME_ID) - start;
            common += count_common (found, exact->pdata[i]);
            all += ((const GArray *)exact->pdata[i])->len;
        }
        print_row ("hnsw", WIDTHS[w], build, common / all, seconds, hash);
    }
}

int
main (int argc, char **argv)
{
    const GOptionEntry entries[] = {
        {"rows", 0, 0, G_OPTION_ARG_INT, &n_rows, "Vectors (100000)", "N"},
        {"dimensions", 0, 0, G_OPTION_ARG_INT, &n_dimensions, "Numbers of a vector (128)", "N"},
        {"queries", 0, 0, G_OPTION_ARG_INT, &n_queries, "Queries (500)", "N"},
        {"threads", 0, 0, G_OPTION_ARG_INT, &n_threads, "Processors (1)", "N"},
        {"uniform", 0, 0, G_OPTION_ARG_NONE, &uniform, "Uniform vectors", NULL},
        {NULL},
    };
    g_autoptr (GOptionContext) context = g_option_context_new (NULL);
    g_option_context_add_main_entries (context, entries, NULL);
    if (!g_option_context_parse (context, &argc, &argv, NULL) || n_rows < 2 || n_dimensions < 1 ||
        n_queries < 1 || n_threads < 1) {
        fputs ("bench-hnsw: expected numbers of 1 or more\n", stderr);
        return EXIT_FAILURE;
    }
#ifdef _OPENMP
    omp_set_num_threads (n_threads);
#endif
    g_autofree guint64 *key = g_new (guint64, (gsize)n_rows);
    for (int v = 0; v < n_rows; v++)
        key[v] = rhumb_hash_mix (99, (guint64)v);
    g_autoptr (RhumbVectors) vectors = make_vectors (key);
    RhumbHnswOptions options = RHUMB_HNSW_DEFAULTS;
    options.min_rows = 0;
    const double wall = get_seconds (CLOCK_MONOTONIC);
    const double cpu = get_seconds (CLOCK_PROCESS_CPUTIME_ID);
    g_autoptr (RhumbHnsw) hnsw = rhumb_hnsw_new (vectors, key, &options, NULL);
    const double build[] = {get_seconds (CLOCK_MONOTONIC) - wall,
                            get_seconds (CLOCK_PROCESS_CPUTIME_ID) - cpu};
    puts ("data\trows\tdimensions\tthreads\tmethod\twidth\tbuild_s\tbuild_cpu_s\trecall@10\t"
          "queries_a_s\thash");
    measure (hnsw, vectors, build);
    return EXIT_SUCCESS;
}
