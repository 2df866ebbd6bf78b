/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Times Leiden beside igraph's on one network:
 *
 *   bench-leiden [--threads=1,2] [--igraph=ITERATIONS] [--cpm=RESOLUTION] [--method=NAME,NAME]
 *                [--seed=N] [--tree] GRAPH.bin
 *
 * GRAPH.bin is a citation graph as generate-citations writes it; direction is dropped. Prints a
 * table: graph, method, threads, wall and processor seconds, quality, clusters, and a hash of the
 * clusters, which is the same for any number of threads. Making the networks is not timed, for
 * either. --method instead times one start of methods that topics --algorithm takes, the copy into
 * igraph included. --tree also times the tree over the clusters found, by each linkage.
 */
#include <stdio.h>
#include <stdlib.h>
#ifdef _OPENMP
#include <omp.h>
#endif

#include "analytics/cluster/clustering.h"
#include "analytics/cluster/linkage.h"
#include "analytics/cluster/quality.h"
#include "bench/cost.h"
#include "bench/input.h"
#include "graph/error.h"
#include "graph/igraph-door.h"
#include "graph/text.h"

static char *threads = NULL;
static char *methods = NULL;
static int igraph_iterations = 0;
static double cpm = 0;
static int n_iterations = 0;
static int seed = 1;
static gboolean tree = FALSE;

static guint64
hash_clusters (const RhumbPartition *partition)
{
    guint64 hash = 0;
    for (guint32 v = 0; v < rhumb_partition_get_n_nodes (partition); v++)
        hash = rhumb_hash_mix (hash, rhumb_partition_get_clusters (partition)[v]);
    return hash;
}

static void
print_row (const char *path, const char *method, int n_threads, double wall, double processor,
           const RhumbPartition *partition, double quality)
{
    g_autofree char *name = g_path_get_basename (path);
    printf ("%s\t%s\t%d\t%.3f\t%.3f\t%.6f\t%u\t%016" G_GINT64_MODIFIER "x\n", name, method,
            n_threads, wall, processor, quality, rhumb_partition_get_n_clusters (partition),
            hash_clusters (partition));
    fflush (stdout);
}

static double
measure (const RhumbNetwork *network, const RhumbPartition *partition)
{
    return cpm > 0 ? rhumb_measure_cpm (network, partition, cpm)
                   : rhumb_measure_modularity (network, partition, 1);
}

static void
time_tree (const char *path, const RhumbNetwork *network, const RhumbPartition *partition,
           int n_threads, RhumbLinkage linkage)
{
    const gint64 started = g_get_monotonic_time ();
    const double processor = count_processor_seconds ();
    rhumb_hierarchy_unref (rhumb_link_clusters (network, partition, linkage));
    const double wall = (double)(g_get_monotonic_time () - started) * 1e-6;
    const double used = count_processor_seconds () - processor;
    g_autofree char *name = g_path_get_basename (path);
    printf ("%s\t%s tree\t%d\t%.3f\t%.3f\t\t%u\t\n", name,
            linkage == RHUMB_LINKAGE_PARIS ? "paris" : "density", n_threads, wall, used,
            rhumb_partition_get_n_clusters (partition));
}

static gboolean
time_ours (const char *path, const RhumbNetwork *network, int n_threads, GError **error)
{
#ifdef _OPENMP
    omp_set_num_threads (n_threads);
#endif
    RhumbLeidenOptions options = RHUMB_LEIDEN_DEFAULTS;
    options.n_starts = 1;
    options.n_iterations = (guint)n_iterations;
    options.seed = (guint64)seed;
    options.quality = cpm > 0 ? RHUMB_LEIDEN_CPM : RHUMB_LEIDEN_MODULARITY;
    options.resolution = cpm > 0 ? cpm : 1;
    const gint64 started = g_get_monotonic_time ();
    const double processor = count_processor_seconds ();
    g_autoptr (RhumbPartition) partition = rhumb_leiden (network, &options, error);
    if (partition == NULL)
        return FALSE;
    const double wall = (double)(g_get_monotonic_time () - started) * 1e-6;
    const double used = count_processor_seconds () - processor;
    print_row (path, "rhumb", n_threads, wall, used, partition, measure (network, partition));
    if (tree) {
        time_tree (path, network, partition, n_threads, RHUMB_LINKAGE_DENSITY);
        time_tree (path, network, partition, n_threads, RHUMB_LINKAGE_PARIS);
    }
    return TRUE;
}

/* Node weights and resolution with which igraph's constant Potts model is the wanted quality. */
static double
weigh (const RhumbNetwork *network, igraph_vector_t *weights)
{
    double total = 0;
    const RhumbRows rows = rhumb_network_get_out_rows (network);
    for (guint32 v = 0; v < rows.n_rows; v++) {
        const double degree = (double)(rows.start[v + 1] - rows.start[v]);
        VECTOR (*weights)[v] = cpm > 0 ? 1 : degree;
        total += degree;
    }
    return cpm > 0 ? cpm : 1 / total;
}

static gboolean
time_igraph (const char *path, const RhumbNetwork *network, GError **error)
{
    g_auto (igraph_t) graph = {0};
    g_auto (igraph_vector_t) edge_weights = {0};
    if (!rhumb_network_to_igraph (network, &graph, &edge_weights, error))
        return FALSE;
    const guint32 n = rhumb_network_get_n_from (network);
    g_auto (igraph_vector_t) node_weights = {0};
    g_auto (igraph_vector_int_t) membership = {0};
    igraph_vector_init (&node_weights, n);
    igraph_vector_int_init (&membership, n);
    const double resolution = weigh (network, &node_weights);
    igraph_real_t quality = 0;
    igraph_rng_seed (igraph_rng_default (), 1);
    const gint64 started = g_get_monotonic_time ();
    const double processor = count_processor_seconds ();
    for (int i = 0; i < igraph_iterations; i++) {
        if (!rhumb_igraph_check (igraph_community_leiden (&graph, NULL, &node_weights, resolution,
                                                          0.01, i > 0, 1, &membership, NULL,
                                                          &quality),
                                 "Leiden", error))
            return FALSE;
    }
    const double wall = (double)(g_get_monotonic_time () - started) * 1e-6;
    const double used = count_processor_seconds () - processor;
    g_autofree guint32 *cluster = g_new (guint32, n);
    for (guint32 v = 0; v < n; v++)
        cluster[v] = (guint32)VECTOR (membership)[v];
    g_autoptr (RhumbPartition) partition =
        rhumb_partition_new (n, cluster, NULL, "igraph", quality, 1, 1);
    print_row (path, "igraph", 1, wall, used, partition, measure (network, partition));
    return TRUE;
}

static gboolean
time_method (const char *path, const RhumbNetwork *network, const char *name, GError **error)
{
    RhumbClusteringOptions options = RHUMB_CLUSTERING_DEFAULTS;
    options.n_starts = 1;
    options.method = 0;
    while (options.method < RHUMB_N_CLUSTERING_METHODS &&
           !g_str_equal (name, rhumb_clustering_get_name (options.method)))
        options.method++;
    if (options.method == RHUMB_N_CLUSTERING_METHODS) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID, "there is no method %s", name);
        return FALSE;
    }
    const gint64 started = g_get_monotonic_time ();
    const double processor = count_processor_seconds ();
    g_autoptr (RhumbPartition) partition = rhumb_cluster (network, &options, error);
    if (partition == NULL)
        return FALSE;
    const double wall = (double)(g_get_monotonic_time () - started) * 1e-6;
    const double used = count_processor_seconds () - processor;
    print_row (path, rhumb_clustering_get_name (options.method), 1, wall, used, partition,
               measure (network, partition));
    return TRUE;
}

static gboolean
time_methods (const char *path, const RhumbNetwork *network, GError **error)
{
    g_auto (GStrv) names = g_strsplit (methods, ",", -1);
    for (gsize i = 0; names[i] != NULL; i++) {
        if (!time_method (path, network, names[i], error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
run (const char *path, GError **error)
{
    g_autoptr (RhumbNetwork) network = input_read_citations (path, RHUMB_NETWORK_UNDIRECTED, error);
    if (network == NULL)
        return FALSE;
    puts ("graph\tmethod\tthreads\tseconds\tprocessor_seconds\tquality\tclusters\thash");
    if (methods != NULL)
        return time_methods (path, network, error);
    g_auto (GStrv) counts = g_strsplit (threads != NULL ? threads : "2", ",", -1);
    for (gsize i = 0; counts[i] != NULL; i++) {
        if (!time_ours (path, network, (int)input_read_number ("--threads", counts[i], 1, G_MAXINT),
                        error))
            return FALSE;
    }
    return igraph_iterations == 0 || time_igraph (path, network, error);
}

int
main (int argc, char **argv)
{
    const GOptionEntry entries[] = {
        {"threads", 0, 0, G_OPTION_ARG_STRING, &threads, "Numbers of threads (2)", "N,N"},
        {"iterations", 0, 0, G_OPTION_ARG_INT, &n_iterations, "Iterations; 0 = as chosen", "N"},
        {"igraph", 0, 0, G_OPTION_ARG_INT, &igraph_iterations, "Iterations of igraph's (0)", "N"},
        {"method", 0, 0, G_OPTION_ARG_STRING, &methods, "Methods to time instead", "NAME,NAME"},
        {"tree", 0, 0, G_OPTION_ARG_NONE, &tree, "Trees of the clusters too", NULL},
        {"seed", 0, 0, G_OPTION_ARG_INT, &seed, "Seed (1)", "N"},
        {"cpm", 0, 0, G_OPTION_ARG_DOUBLE, &cpm, "CPM at this resolution", "X"},
        {NULL},
    };
    g_autoptr (GOptionContext) context = g_option_context_new ("GRAPH.bin");
    g_option_context_add_main_entries (context, entries, NULL);
    g_autoptr (GError) error = NULL;
    const gboolean parsed = g_option_context_parse (context, &argc, &argv, &error);
    if (parsed && argc == 2 && run (argv[1], &error))
        return EXIT_SUCCESS;
    fprintf (stderr, "bench-leiden: %s\n", error != NULL ? error->message : "expected one graph");
    return EXIT_FAILURE;
}
