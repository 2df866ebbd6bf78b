/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How near pushes come to exact personalised PageRank, and how fast, beside igraph's PRPACK, in
 * one process on one generated citation graph, directions dropped.
 *
 * Usage: bench-similar [--papers N] [--queries N] [--igraph N] [--batch N] [--library LIBRARY]
 *
 * Prints TSV: papers, citations, method, threshold, queries, milliseconds of processor time a
 * query, distance (sum of absolute differences to exact), RAG@100 (exact score of the 100 found
 * over that of the 100 best), P@100, P@10 (share of the exact best found), bytes a paper of
 * fingerprints and seconds of processor time to take them. Queries are papers chosen at random
 * among those with links; they are asked three times, the fastest counts. "push+10" has
 * fingerprints of ten walks. "push" is rhumb_walker_start() and listing the best 100; "exact" is
 * the same with exact scores; "prpack" is igraph_personalized_pagerank() from a ready igraph
 * network, on the first --igraph queries. "each+N" are the same walks from --batch papers one by
 * one, with fingerprints of N walks, and "batch" from these in batches (rhumb_walk_batch_start()),
 * with steps in the place of a threshold; distance and what follows it are those of the queries.
 * --library takes, in the place of a generated graph, what links the papers of a library that has
 * an index: citations, concepts and words, whose nodes are not listed.
 */
#include <math.h>
#include <stdlib.h>

#include "bench/citation-model.h"
#include "bench/cost.h"
#include "bench/index-network.h"
#include "graph/igraph-door.h"
#include "rhumb.h"

#define N_BEST 100

static int n_papers = 100000; /* the first nodes; the others are not asked about and not listed */
static char *library;
static int n_queries = 60;
static int n_igraph = 5;
static int n_batch = 1000;

typedef struct {
    double seconds;
    double distance;
    double gain;
    double best_100;
    double best_10;
} Sums;

static RhumbNetwork *
make_network (void)
{
    if (library != NULL)
        return index_network_new (library, &n_papers);
    CitationModel model = CITATION_MODEL_DEFAULTS;
    model.n_papers = (guint32)n_papers;
    g_autoptr (Citations) citations = citations_new (&model);
    return rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, citations->n_papers, citations->n_papers,
                              citations->citing, citations->cited, NULL, citations->n_edges, NULL);
}

static guint32 *
choose_queries (const RhumbNetwork *network)
{
    const RhumbRows rows = rhumb_network_get_out_rows (network);
    const int n = MAX (n_queries, n_batch);
    guint32 *query = g_new (guint32, (gsize)n);
    guint64 step = 0;
    for (int i = 0; i < n;) {
        const guint32 v = (guint32)(rhumb_hash_mix (17, step++) % (guint64)n_papers);
        if (rows.start[v + 1] > rows.start[v])
            query[i++] = v;
    }
    return query;
}

static guint
count_common (const GArray *a, const GArray *b, guint n)
{
    guint common = 0;
    for (guint i = 0; i < MIN (n, a->len); i++) {
        for (guint k = 0; k < MIN (n, b->len); k++)
            common += g_array_index (a, RhumbNeighbour, i).node ==
                      g_array_index (b, RhumbNeighbour, k).node;
    }
    return common;
}

static double
sum_scores (const RhumbWalker *exact, const GArray *list)
{
    double sum = 0;
    for (guint i = 0; i < list->len; i++)
        sum += rhumb_walker_get_score (exact, g_array_index (list, RhumbNeighbour, i).node);
    return sum;
}

static void
compare (const RhumbWalker *exact, const GArray *expected, const double *score, const GArray *found,
         guint32 n, Sums *sums)
{
    for (guint32 v = 0; v < n; v++)
        sums->distance += fabs (score[v] - rhumb_walker_get_score (exact, v));
    sums->gain += sum_scores (exact, found) / sum_scores (exact, expected);
    sums->best_100 += (double)count_common (found, expected, 100) / 100;
    sums->best_10 += (double)count_common (found, expected, 10) / 10;
}

static double *
list_scores (const RhumbWalker *walker, guint32 n)
{
    double *score = g_new (double, n);
    for (guint32 v = 0; v < n; v++)
        score[v] = rhumb_walker_get_score (walker, v);
    return score;
}

/* With a threshold and fingerprints of so many walks; 0 = none. */
typedef struct {
    double threshold;
    guint n_walks;
} Method;

static const Method METHODS[] = {{1e-4, 0},   {5e-5, 0},   {3e-5, 0},   {2e-5, 0},  {1e-5, 0},
                                 {5e-6, 0},   {1e-6, 0},   {3e-7, 0},   {1e-4, 10}, {1e-5, 10},
                                 {3e-4, 100}, {1e-4, 100}, {3e-5, 100}, {1e-5, 100}};
#define N_METHODS G_N_ELEMENTS (METHODS)

/* Steps of walks in batches. */
static const guint STEPS[] = {2, 3, 4, 5, 6, 8, 12};
#define N_STEPS G_N_ELEMENTS (STEPS)

#define MOST_WALKS 100

typedef struct {
    RhumbFingerprints *fingerprints;
    double seconds;
} Taken;

static void
print_row (const RhumbNetwork *network, const char *name, double threshold, int n_timed, int n,
           const Sums *sums, const Taken *taken)
{
    const double bytes = taken->fingerprints != NULL
                             ? (double)rhumb_fingerprints_get_n_bytes (taken->fingerprints)
                             : 0;
    printf ("%d\t%" G_GSIZE_FORMAT "\t%s\t%g\t%d\t%.4f\t%.4f\t%.4f\t%.4f\t%.4f\t%.0f\t%.2f\n",
            n_papers, rhumb_network_get_n_edges (network), name, threshold, n_timed,
            sums->seconds / n_timed * 1000, sums->distance / n, sums->gain / n, sums->best_100 / n,
            sums->best_10 / n, bytes / n_papers, taken->seconds);
    fflush (stdout);
}

/* All queries one after the other, some times; the fastest counts. */
static double
time_queries (RhumbWalker *walker, const guint32 *query, int n_asked, guint n_rounds,
              const RhumbWalkOptions *options)
{
    double fastest = INFINITY;
    for (guint round = 0; round < n_rounds; round++) {
        const double started = count_processor_seconds ();
        for (int i = 0; i < n_asked; i++) {
            rhumb_walker_start (walker, &query[i], NULL, 1, options, NULL);
            g_array_unref (rhumb_walker_list_best (walker, 0, (guint32)n_papers, N_BEST));
        }
        fastest = MIN (fastest, count_processor_seconds () - started);
    }
    return fastest;
}

/* The same in batches. */
static double
time_batches (RhumbWalkBatch *batch, const guint32 *query, int n_asked, guint n_steps)
{
    const RhumbWalkBatchOptions options = {0.85, n_steps};
    const double started = count_processor_seconds ();
    for (int i = 0; i < n_asked; i += RHUMB_WALK_BATCH_SIZE) {
        rhumb_walk_batch_start (batch, &query[i], (guint)MIN (n_asked - i, RHUMB_WALK_BATCH_SIZE),
                                &options, NULL);
        g_ptr_array_unref (rhumb_walk_batch_list_best (batch, 0, (guint32)n_papers, N_BEST));
    }
    return count_processor_seconds () - started;
}

/* @taken: fingerprints by their number of walks. */
static void
take_fingerprints (const RhumbNetwork *network, Taken *taken)
{
    const guint32 n = rhumb_network_get_n_from (network);
    g_autofree guint64 *key = g_new (guint64, (gsize)n + 1);
    for (guint32 v = 0; v < n; v++)
        key[v] = rhumb_hash_mix (3, v);
    for (guint k = 0; k < N_METHODS; k++) {
        RhumbFingerprintOptions options = RHUMB_FINGERPRINT_DEFAULTS;
        Taken *place = &taken[METHODS[k].n_walks];
        if (METHODS[k].n_walks == 0 || place->fingerprints != NULL)
            continue;
        options.n_walks = METHODS[k].n_walks;
        const double started = count_processor_seconds ();
        place->fingerprints = rhumb_fingerprints_new (network, key, &options, NULL);
        place->seconds = count_processor_seconds () - started;
    }
}

/* A batch of one walk; what else is in a batch changes nothing. */
static void
compare_batches (RhumbWalkBatch *batch, const RhumbWalker *exact, const GArray *expected, guint32 n,
                 guint32 query, Sums *of_steps)
{
    g_autofree double *score = g_new (double, n);
    for (guint k = 0; k < G_N_ELEMENTS (STEPS); k++) {
        const RhumbWalkBatchOptions options = {0.85, STEPS[k]};
        rhumb_walk_batch_start (batch, &query, 1, &options, NULL);
        g_autoptr (GPtrArray) found =
            rhumb_walk_batch_list_best (batch, 0, (guint32)n_papers, N_BEST);
        for (guint32 v = 0; v < n; v++)
            score[v] = rhumb_walk_batch_get_score (batch, 0, v);
        compare (exact, expected, score, found->pdata[0], n, &of_steps[k]);
    }
}

static void
compare_query (RhumbWalker *exact, RhumbWalker *walker, RhumbWalkBatch *batch, const Taken *taken,
               guint32 n, guint32 query, Sums *slow, Sums *sums, Sums *of_steps)
{
    RhumbWalkOptions options = {0.85, 1, TRUE};
    const double started = count_processor_seconds ();
    if (!rhumb_walker_start (exact, &query, NULL, 1, &options, NULL))
        exit (EXIT_FAILURE);
    g_autoptr (GArray) expected = rhumb_walker_list_best (exact, 0, (guint32)n_papers, N_BEST);
    slow->seconds += count_processor_seconds () - started;
    g_autofree double *right = list_scores (exact, n);
    compare (exact, expected, right, expected, n, slow);
    options.exact = FALSE;
    for (guint k = 0; k < N_METHODS; k++) {
        options.threshold = METHODS[k].threshold;
        rhumb_walker_use_fingerprints (walker, taken[METHODS[k].n_walks].fingerprints);
        rhumb_walker_start (walker, &query, NULL, 1, &options, NULL);
        g_autoptr (GArray) found = rhumb_walker_list_best (walker, 0, (guint32)n_papers, N_BEST);
        g_autofree double *score = list_scores (walker, n);
        compare (exact, expected, score, found, n, &sums[k]);
    }
    compare_batches (batch, exact, expected, n, query, of_steps);
}

/* Many starts, first one by one, then in batches; how good they are was measured on the first. */
static void
print_many (const RhumbNetwork *network, RhumbWalker *walker, RhumbWalkBatch *batch,
            const guint32 *query, const Taken *taken, Sums *sums, Sums *of_steps)
{
    for (guint k = 0; n_batch > 0 && k < N_METHODS; k++) {
        const RhumbWalkOptions options = {0.85, METHODS[k].threshold, FALSE};
        const Taken *used = &taken[METHODS[k].n_walks];
        g_autofree char *name = g_strdup_printf ("each+%u", METHODS[k].n_walks);
        rhumb_walker_use_fingerprints (walker, used->fingerprints);
        sums[k].seconds = time_queries (walker, query, n_batch, 1, &options);
        print_row (network, name, options.threshold, n_batch, n_queries, &sums[k], used);
    }
    for (guint k = 0; n_batch > 0 && k < N_STEPS; k++) {
        of_steps[k].seconds = time_batches (batch, query, n_batch, STEPS[k]);
        print_row (network, "batch", STEPS[k], n_batch, n_queries, &of_steps[k], &taken[0]);
    }
}

static void
time_walks (RhumbNetwork *network, const guint32 *query)
{
    const guint32 n = rhumb_network_get_n_from (network);
    Sums sums[N_METHODS] = {{0}};
    Sums of_steps[N_STEPS] = {{0}};
    Sums slow = {0};
    Taken taken[MOST_WALKS + 1] = {{0}};
    g_autoptr (RhumbWalker) exact = rhumb_walker_new (network, NULL);
    g_autoptr (RhumbWalker) walker = rhumb_walker_new (network, NULL);
    g_autoptr (RhumbWalkBatch) batch = rhumb_walk_batch_new (network, NULL);
    take_fingerprints (network, taken);
    for (guint k = 0; k < N_METHODS; k++) {
        const RhumbWalkOptions options = {0.85, METHODS[k].threshold, FALSE};
        rhumb_walker_use_fingerprints (walker, taken[METHODS[k].n_walks].fingerprints);
        sums[k].seconds = time_queries (walker, query, n_queries, 3, &options);
    }
    for (int i = 0; i < n_queries; i++)
        compare_query (exact, walker, batch, taken, n, query[i], &slow, sums, of_steps);
    for (guint k = 0; k < N_METHODS; k++) {
        g_autofree char *name = METHODS[k].n_walks > 0
                                    ? g_strdup_printf ("push+%u", METHODS[k].n_walks)
                                    : g_strdup ("push");
        print_row (network, name, METHODS[k].threshold, n_queries, n_queries, &sums[k],
                   &taken[METHODS[k].n_walks]);
    }
    print_row (network, "exact", 0, n_queries, n_queries, &slow, &taken[0]);
    print_many (network, walker, batch, query, taken, sums, of_steps);
    for (guint i = 0; i <= MOST_WALKS; i++)
        g_clear_pointer (&taken[i].fingerprints, rhumb_fingerprints_free);
}

static void
time_igraph (RhumbNetwork *network, const guint32 *query)
{
    const guint32 n = rhumb_network_get_n_from (network);
    Sums sums = {0};
    g_auto (igraph_t) graph = {0};
    g_auto (igraph_vector_t) weights = {0};
    g_auto (igraph_vector_t) scores = {0};
    g_auto (igraph_vector_t) reset = {0};
    g_autoptr (RhumbWalker) exact = rhumb_walker_new (network, NULL);
    if (!rhumb_network_to_igraph (network, &graph, &weights, NULL))
        exit (EXIT_FAILURE);
    igraph_vector_init (&scores, 0);
    igraph_vector_init (&reset, n);
    for (int i = 0; i < MIN (n_igraph, n_queries); i++) {
        const RhumbWalkOptions options = {0.85, 1, TRUE};
        rhumb_walker_start (exact, &query[i], NULL, 1, &options, NULL);
        igraph_vector_null (&reset);
        VECTOR (reset)[query[i]] = 1;
        const double started = count_processor_seconds ();
        igraph_personalized_pagerank (&graph, IGRAPH_PAGERANK_ALGO_PRPACK, &scores, NULL,
                                      igraph_vss_all (), FALSE, 0.85, &reset, NULL, NULL);
        sums.seconds += count_processor_seconds () - started;
        for (guint32 v = 0; v < n; v++)
            sums.distance += fabs (VECTOR (scores)[v] - rhumb_walker_get_score (exact, v));
    }
    sums.gain = sums.best_100 = sums.best_10 = NAN;
    print_row (network, "prpack", 0, MIN (n_igraph, n_queries), MIN (n_igraph, n_queries), &sums,
               &(Taken){NULL, 0});
}

int
main (int argc, char **argv)
{
    const GOptionEntry entries[] = {
        {"papers", 0, 0, G_OPTION_ARG_INT, &n_papers, "Papers (100000)", "N"},
        {"queries", 0, 0, G_OPTION_ARG_INT, &n_queries, "Queries (60)", "N"},
        {"batch", 0, 0, G_OPTION_ARG_INT, &n_batch, "Starts of batches (1000)", "N"},
        {"igraph", 0, 0, G_OPTION_ARG_INT, &n_igraph, "Queries of igraph (5)", "N"},
        {"library", 0, 0, G_OPTION_ARG_FILENAME, &library, "Links of a library with an index",
         "LIBRARY"},
        {NULL},
    };
    g_autoptr (GError) error = NULL;
    g_autoptr (GOptionContext) context = g_option_context_new (NULL);
    g_option_context_add_main_entries (context, entries, NULL);
    if (!g_option_context_parse (context, &argc, &argv, &error) || n_papers < 2 || n_queries < 1) {
        fprintf (stderr, "bench-similar: %s\n",
                 error != NULL ? error->message : "expected at least 2 papers and a query");
        return EXIT_FAILURE;
    }
    g_autoptr (RhumbNetwork) network = make_network ();
    g_autofree guint32 *query = choose_queries (network);
    puts ("papers\tcitations\tmethod\tthreshold\tqueries\tms_a_query\tdistance\tRAG@100\tP@100\t"
          "P@10\tbytes_a_paper\ttaken_s");
    time_walks (network, query);
    if (n_igraph > 0)
        time_igraph (network, query);
    return EXIT_SUCCESS;
}
