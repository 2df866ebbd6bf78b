/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * PageRank beside igraph's PRPACK and a plain pull kernel, in one process on one graph.
 *
 * Usage: bench-rank [--papers N] [--repeat N] [--threads N] [--skip-igraph] [--graph NAME] [EDGES]
 * EDGES is a text edge list, plain or compressed; without it graphs are generated: without cycles,
 * the same with shuffled numbers, with 1 % of arrows from older to later papers, and without
 * directions.
 *
 * Prints TSV: graph, nodes, edges, threads, method, milliseconds (median), milliseconds of
 * processor time, nanoseconds an edge, sweeps, distance (sum of absolute differences to igraph).
 * "rows from text" is reading the file;
 * "ranks" is rhumb_pagerank() from ready rows; "pull" is one sweep of power iteration; "prpack" is
 * igraph_pagerank() from a ready igraph network.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#ifdef _OPENMP
#include <omp.h>
#endif

#include "bench/citation-model.h"
#include "bench/cost.h"
#include "graph/compare.h"
#include "graph/igraph-door.h"
#include "rhumb.h"

/* Exact betweenness takes nodes × edges steps. */
#define MOST_BETWEENNESS 20000

typedef struct {
    int n_papers;
    int n_repeats;
    int n_threads;
    gboolean skip_igraph;
    char *graph; /* the only one that is generated; NULL = all */
} Bench;

static double
get_median (double *values, int n)
{
    qsort (values, (gsize)n, sizeof (double), rhumb_compare_doubles);
    return values[n / 2];
}

static void
use_threads (int n)
{
#ifdef _OPENMP
    omp_set_num_threads (n);
#else
    (void)n;
#endif
}

typedef struct {
    const char *graph;
    const RhumbNetwork *network;
    const igraph_t *igraph;  /* NULL = not compared */
    const double *reference; /* igraph's scores; NULL = not compared */
    double *scores;
    guint n_sweeps;
} Case;

typedef void (*Method) (Case *it);

static void
run_ranks (Case *it)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbRanking) ranking = rhumb_pagerank (it->network, NULL, &error);
    if (ranking == NULL) {
        g_printerr ("bench-rank: %s\n", error->message);
        exit (1);
    }
    it->n_sweeps = rhumb_ranking_get_n_iterations (ranking);
    memcpy (it->scores, rhumb_ranking_get_scores (ranking),
            sizeof (double) * rhumb_ranking_get_n_nodes (ranking));
}

static void
run_pull (Case *it)
{
    const RhumbRows in = rhumb_network_get_in_rows (it->network);
    g_autofree double *share = g_new (double, in.n_rows);
    for (guint32 v = 0; v < in.n_rows; v++)
        share[v] = 1 / (double)in.n_rows;
#pragma omp parallel for schedule(dynamic, 1024)
    for (guint32 v = 0; v < in.n_rows; v++) {
        double sum = 0;
        for (gsize i = in.start[v]; i < in.start[v + 1]; i++)
            sum += share[in.node[i]];
        it->scores[v] = sum;
    }
    it->n_sweeps = 1;
}

static void
run_prpack (Case *it)
{
    igraph_vector_t result;
    igraph_real_t value;
    igraph_vector_init (&result, 0);
    const igraph_bool_t directed = igraph_is_directed (it->igraph);
    igraph_pagerank (it->igraph, IGRAPH_PAGERANK_ALGO_PRPACK, &result, &value, igraph_vss_all (),
                     directed, 0.85, NULL, NULL);
    for (igraph_integer_t v = 0; v < igraph_vector_size (&result); v++)
        it->scores[v] = VECTOR (result)[v];
    igraph_vector_destroy (&result);
    it->n_sweeps = 0;
}

static void
run_cores (Case *it)
{
    rhumb_ranking_unref (rhumb_find_cores (it->network));
}

static void
run_igraph_cores (Case *it)
{
    igraph_vector_int_t result;
    igraph_vector_int_init (&result, 0);
    igraph_coreness (it->igraph, &result, IGRAPH_ALL);
    igraph_vector_int_destroy (&result);
}

static void
run_components (Case *it)
{
    rhumb_partition_unref (rhumb_find_strong_components (it->network));
}

static void
run_igraph_components (Case *it)
{
    igraph_vector_int_t result;
    igraph_vector_int_init (&result, 0);
    igraph_connected_components (it->igraph, &result, NULL, NULL, IGRAPH_STRONG);
    igraph_vector_int_destroy (&result);
}

static void
run_betweenness (Case *it)
{
    rhumb_ranking_unref (rhumb_betweenness (it->network, 0, 1));
}

static void
run_igraph_betweenness (Case *it)
{
    igraph_vector_t result;
    igraph_vector_init (&result, 0);
    igraph_betweenness (it->igraph, &result, igraph_vss_all (), TRUE, NULL);
    igraph_vector_destroy (&result);
}

static void
run_hits (Case *it)
{
    RhumbRanking *hubs = NULL;
    RhumbRanking *authorities = NULL;
    if (rhumb_hits (it->network, &hubs, &authorities, NULL)) {
        rhumb_ranking_unref (hubs);
        rhumb_ranking_unref (authorities);
    }
}

static void
run_igraph_hits (Case *it)
{
    igraph_vector_t hubs;
    igraph_vector_t authorities;
    igraph_arpack_options_t options;
    igraph_arpack_options_init (&options);
    igraph_vector_init (&hubs, 0);
    igraph_vector_init (&authorities, 0);
    igraph_hub_and_authority_scores (it->igraph, &hubs, &authorities, NULL, TRUE, NULL, &options);
    igraph_vector_destroy (&hubs);
    igraph_vector_destroy (&authorities);
}

static double
measure_distance (const Case *it)
{
    double sum = 0;
    for (guint32 v = 0; v < rhumb_network_get_n_from (it->network); v++)
        sum += fabs (it->scores[v] - it->reference[v]);
    return sum;
}

static void
measure (const Bench *bench, Case *it, const char *name, Method method, int n_threads)
{
    g_autofree double *wall = g_new (double, bench->n_repeats);
    g_autofree double *processor = g_new (double, bench->n_repeats);
    use_threads (n_threads);
    for (int i = 0; i < bench->n_repeats; i++) {
        const Cost start = count_cost ();
        method (it);
        const Cost cost = count_cost_since (start);
        wall[i] = cost.wall;
        processor[i] = cost.processor;
    }
    const double seconds = get_median (wall, bench->n_repeats);
    const gsize n_edges = rhumb_network_get_n_edges (it->network);
    g_print ("%s\t%u\t%" G_GSIZE_FORMAT "\t%d\t%s\t%.2f\t%.2f\t%.2f\t%u\t", it->graph,
             rhumb_network_get_n_from (it->network), n_edges, n_threads, name, seconds * 1e3,
             get_median (processor, bench->n_repeats) * 1e3, seconds * 1e9 / (double)n_edges,
             it->n_sweeps);
    if (it->reference != NULL && method == run_ranks)
        g_print ("%.1e\n", measure_distance (it));
    else
        g_print ("\n");
}

/* What else igraph has, on one thread; of ours what is parallel on several. */
static void
measure_others (const Bench *bench, Case *it)
{
    measure (bench, it, "igraph cores", run_igraph_cores, 1);
    measure (bench, it, "cores", run_cores, 1);
    if (rhumb_network_get_mode (it->network) == RHUMB_NETWORK_DIRECTED) {
        measure (bench, it, "igraph strong components", run_igraph_components, 1);
        measure (bench, it, "strong components", run_components, 1);
        measure (bench, it, "igraph hits", run_igraph_hits, 1);
        measure (bench, it, "hits", run_hits, 1);
    }
    if (rhumb_network_get_n_from (it->network) > MOST_BETWEENNESS)
        return;
    measure (bench, it, "igraph betweenness", run_igraph_betweenness, 1);
    for (int threads = 1; threads <= bench->n_threads; threads++)
        measure (bench, it, "betweenness", run_betweenness, threads);
}

static void
compare (const Bench *bench, const char *graph, RhumbNetwork *network)
{
    const guint32 n = rhumb_network_get_n_from (network);
    g_autofree double *reference = g_new (double, n);
    g_autofree double *scores = g_new (double, n);
    Case it = {graph, network, NULL, NULL, reference, 0};
    if (!bench->skip_igraph) {
        igraph_t copy;
        igraph_vector_t weights;
        g_autoptr (GError) error = NULL;
        rhumb_igraph_lock ();
        if (!rhumb_network_to_igraph (network, &copy, &weights, &error)) {
            g_printerr ("bench-rank: %s\n", error->message);
            exit (1);
        }
        it.igraph = &copy;
        for (int threads = 1; threads <= bench->n_threads; threads++)
            measure (bench, &it, "prpack", run_prpack, threads);
        measure_others (bench, &it);
        igraph_destroy (&copy);
        igraph_vector_destroy (&weights);
        rhumb_igraph_unlock ();
        it.reference = reference;
    }
    it.scores = scores;
    for (int threads = 1; threads <= bench->n_threads; threads++) {
        measure (bench, &it, "pull", run_pull, threads);
        measure (bench, &it, "ranks", run_ranks, threads);
    }
}

static void
compare_generated (const Bench *bench, const char *graph, gboolean shuffled, double back_share,
                   RhumbNetworkMode mode)
{
    if (bench->graph != NULL && !g_str_equal (bench->graph, graph))
        return;
    CitationModel model = CITATION_MODEL_DEFAULTS;
    model.n_papers = (guint32)bench->n_papers;
    model.n_references = 10.1;
    model.seed = 42;
    model.shuffled = shuffled;
    model.back_share = back_share;
    Citations *citations = citations_new (&model);
    g_autoptr (RhumbNetwork) network =
        rhumb_network_new (mode, model.n_papers, model.n_papers, citations->citing,
                           citations->cited, NULL, citations->n_edges, NULL);
    citations_free (citations);
    compare (bench, graph, network);
}

/* Reads pairs of numbers and says how long that took. */
static RhumbNetwork *
read_pairs (const Bench *bench, const char *path, int n_threads)
{
    RhumbNetwork *network = NULL;
    g_autofree double *wall = g_new (double, bench->n_repeats);
    g_autofree double *processor = g_new (double, bench->n_repeats);
    use_threads (n_threads);
    for (int i = 0; i < bench->n_repeats; i++) {
        g_autoptr (GError) error = NULL;
        g_autofree guint64 *number = NULL;
        g_clear_pointer (&network, rhumb_network_unref);
        const Cost start = count_cost ();
        if (!rhumb_network_load_pairs (path, 0, (guint)n_threads, &network, &number, &error) ||
            network == NULL) {
            g_printerr ("bench-rank: %s: %s\n", path,
                        error != NULL ? error->message : "not a file of pairs of numbers");
            exit (1);
        }
        const Cost cost = count_cost_since (start);
        wall[i] = cost.wall;
        processor[i] = cost.processor;
    }
    const gsize n_edges = rhumb_network_get_n_edges (network);
    const double seconds = get_median (wall, bench->n_repeats);
    g_print ("%s\t%u\t%" G_GSIZE_FORMAT "\t%d\trows from text\t%.2f\t%.2f\t%.2f\t0\t\n", path,
             rhumb_network_get_n_from (network), n_edges, n_threads, seconds * 1e3,
             get_median (processor, bench->n_repeats) * 1e3, seconds * 1e9 / (double)n_edges);
    return network;
}

static void
compare_file (const Bench *bench, const char *path)
{
    RhumbNetwork *network = NULL;
    for (int threads = 1; threads <= bench->n_threads; threads++) {
        g_clear_pointer (&network, rhumb_network_unref);
        network = read_pairs (bench, path, threads);
    }
    compare (bench, path, network);
    rhumb_network_unref (network);
}

int
main (int argc, char **argv)
{
    Bench bench = {100000, 5, 2, FALSE, NULL};
    const GOptionEntry entries[] = {
        {"papers", 0, 0, G_OPTION_ARG_INT, &bench.n_papers, "Papers of generated graphs", "N"},
        {"repeat", 0, 0, G_OPTION_ARG_INT, &bench.n_repeats, "Runs of each method", "N"},
        {"threads", 0, 0, G_OPTION_ARG_INT, &bench.n_threads, "Most threads", "N"},
        {"graph", 0, 0, G_OPTION_ARG_STRING, &bench.graph, "Only this generated graph", "NAME"},
        {"skip-igraph", 0, 0, G_OPTION_ARG_NONE, &bench.skip_igraph, "Ours only", NULL},
        {NULL},
    };
    g_autoptr (GOptionContext) context = g_option_context_new ("[EDGES]");
    g_autoptr (GError) error = NULL;
    g_option_context_add_main_entries (context, entries, NULL);
    if (!g_option_context_parse (context, &argc, &argv, &error) || bench.n_papers < 1 ||
        bench.n_repeats < 1 || bench.n_threads < 1) {
        g_printerr ("bench-rank: %s\n", error != NULL ? error->message : "a number is below 1");
        return 2;
    }
    g_print ("graph\tnodes\tedges\tthreads\tmethod\tms\tcpu_ms\tns_per_edge\tsweeps\tdistance\n");
    for (int i = 1; i < argc; i++)
        compare_file (&bench, argv[i]);
    if (argc > 1)
        return 0;
    compare_generated (&bench, "citations", FALSE, 0, RHUMB_NETWORK_DIRECTED);
    compare_generated (&bench, "shuffled", TRUE, 0, RHUMB_NETWORK_DIRECTED);
    compare_generated (&bench, "back-arrows", FALSE, 0.01, RHUMB_NETWORK_DIRECTED);
    compare_generated (&bench, "back-shuffled", TRUE, 0.01, RHUMB_NETWORK_DIRECTED);
    compare_generated (&bench, "undirected", FALSE, 0, RHUMB_NETWORK_UNDIRECTED);
    return 0;
}
