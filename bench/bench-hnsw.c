/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How many of the ten nearest vectors a search finds, and how fast, beside comparing all.
 *
 * Usage: bench-hnsw [--rows N] [--dimensions N] [--uniform] [--queries N] [--threads N] [--accept]
 *
 * Vectors are FastRP's of a generated citation graph, or uniform in a cube (then scaled to length
 * 1). Prints TSV: data, rows, dimensions, threads, method, width (ef), build seconds (wall), build
 * cpu seconds, recall@10 (the row itself among them) of the nearest by sums in double precision,
 * queries a second of processor time, distances
 * a query; then, for ours, recall less that of hnswlib, queries a second and distances divided by
 * its; hash of all bytes. hnswlib, where it was found when this was built, is made for the very
 * processor it runs on, one thread, M = 16, width 200 as ours; both answer in turns, three times.
 * With --accept more rows: the bytes with one thread, with two and of three parts; "allowed 50 %"
 * and so on: recall of those allowed beside comparing them all; "lost": rows that do not find
 * themselves, though comparing all does, after half were removed and three tenths of these brought
 * back.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#ifdef _OPENMP
#include <omp.h>
#endif

#ifdef WITH_HNSWLIB
#include "bench/hnswlib-door.h"
#endif
#include "bench/cost.h"
#include "bench/vector-sets.h"
#include "rhumb.h"

static int n_rows = 100000;
static int n_dimensions = 128;
static int n_queries = 500;
static int n_threads = 1;
static gboolean uniform;
static gboolean accept;

/* What queries took and found, in all. */
typedef struct {
    double n_found;
    double n_expected;
    double seconds;
    double n_queries;
    double n_compared;
} Sums;

static double
get_recall (Sums sums)
{
    return sums.n_found / sums.n_expected;
}

static double
get_speed (Sums sums)
{
    return sums.n_queries / sums.seconds;
}

static void
print_more (Sums ours, Sums theirs)
{
    if (theirs.n_queries > 0)
        printf ("\t%+.4f\t%.2f\t%.2f", get_recall (ours) - get_recall (theirs),
                get_speed (ours) / get_speed (theirs), ours.n_compared / theirs.n_compared);
    else
        fputs ("\t\t\t", stdout);
}

static void
print_row (const char *method, guint width, Cost build, Sums sums, Sums theirs, guint64 hash)
{
    printf ("%s\t%d\t%d\t%d\t%s\t%u\t%.2f\t%.2f", uniform ? "uniform" : "fastrp", n_rows,
            n_dimensions, n_threads, method, width, build.wall, build.processor);
    if (sums.n_queries > 0)
        printf ("\t%.4f\t%.0f\t%.0f", get_recall (sums), get_speed (sums),
                sums.n_compared / sums.n_queries);
    else
        fputs ("\t\t\t", stdout);
    print_more (sums, theirs);
    printf ("\t%016" G_GINT64_MODIFIER "x\n", hash);
    fflush (stdout);
}

static const float *
get_query (const RhumbVectors *vectors, int i)
{
    return rhumb_vectors_get_row (vectors,
                                  (guint32)(rhumb_hash_mix (7, (guint64)i) % (guint64)n_rows));
}

static const guint WIDTHS[] = {20, 40, 80, 160, 320};

#define N_TURNS 3

static void
ask (RhumbHnsw *hnsw, const RhumbVectors *vectors, const GPtrArray *exact, guint width, Sums *sums)
{
    for (int i = 0; i < n_queries; i++) {
        const double start = count_processor_seconds ();
        g_autoptr (GArray) found =
            rhumb_hnsw_search (hnsw, get_query (vectors, i), 10, width, NULL);
        sums->seconds += count_processor_seconds () - start;
        sums->n_queries++;
        sums->n_compared += (double)rhumb_hnsw_get_n_compared (hnsw);
        sums->n_found += count_found (exact->pdata[i], found);
        sums->n_expected += ((const GArray *)exact->pdata[i])->len;
    }
}

#ifdef WITH_HNSWLIB
static void
ask_hnswlib (Hnswlib *hnswlib, const RhumbVectors *vectors, const GPtrArray *exact, guint width,
             Sums *sums)
{
    for (int i = 0; i < n_queries; i++) {
        guint32 found[10];
        const float *query = get_query (vectors, i);
        const double start = count_processor_seconds ();
        const gsize n = hnswlib_search (hnswlib, query, 10, width, found);
        sums->seconds += count_processor_seconds () - start;
        sums->n_queries++;
        sums->n_compared += (double)hnswlib_count (hnswlib, query, 10, width);
        for (gsize k = 0; k < n; k++)
            sums->n_found += holds (exact->pdata[i], found[k]);
        sums->n_expected += ((const GArray *)exact->pdata[i])->len;
    }
}

static Hnswlib *
build_hnswlib (const RhumbVectors *vectors, Cost *seconds)
{
    const Cost start = count_cost ();
    Hnswlib *hnswlib = hnswlib_new (rhumb_vectors_get_row (vectors, 0), (gsize)n_rows,
                                    (gsize)n_dimensions, 16, 200);
    *seconds = count_cost_since (start);
    return hnswlib;
}
#endif

static void
measure (RhumbHnsw *hnsw, const RhumbVectors *vectors, const GPtrArray *exact, Cost built,
         guint64 hash)
{
#ifdef WITH_HNSWLIB
    const Sums none = {0};
    Cost seconds;
    Hnswlib *hnswlib = build_hnswlib (vectors, &seconds);
#endif
    for (guint w = 0; w < G_N_ELEMENTS (WIDTHS); w++) {
        Sums ours = {0};
        Sums theirs = {0};
        for (int turn = 0; turn < N_TURNS; turn++) {
            ask (hnsw, vectors, exact, WIDTHS[w], &ours);
#ifdef WITH_HNSWLIB
            ask_hnswlib (hnswlib, vectors, exact, WIDTHS[w], &theirs);
#endif
        }
        print_row ("hnsw", WIDTHS[w], built, ours, theirs, hash);
#ifdef WITH_HNSWLIB
        print_row ("hnswlib", WIDTHS[w], seconds, theirs, none, 0);
#endif
    }
#ifdef WITH_HNSWLIB
    hnswlib_free (hnswlib);
#endif
}

static Sums
scan_all (const RhumbHnsw *hnsw, const RhumbVectors *vectors, const GPtrArray *exact)
{
    Sums sums = {.n_queries = n_queries, .n_compared = (double)n_rows * n_queries};
    for (int i = 0; i < n_queries; i++) {
        const double start = count_processor_seconds ();
        g_autoptr (GArray) found = rhumb_hnsw_scan (hnsw, get_query (vectors, i), 10, NULL);
        sums.seconds += count_processor_seconds () - start;
        sums.n_found += count_found (exact->pdata[i], found);
        sums.n_expected += ((const GArray *)exact->pdata[i])->len;
    }
    return sums;
}

static RhumbHnsw *
build (RhumbVectors *vectors, const guint64 *key, Cost *seconds)
{
    RhumbHnswOptions options = RHUMB_HNSW_DEFAULTS;
    options.min_rows = 0;
    const Cost start = count_cost ();
    RhumbHnsw *hnsw = rhumb_hnsw_new (vectors, key, &options, NULL);
    *seconds = count_cost_since (start);
    return hnsw;
}

static guint64
hash_bytes (const RhumbHnsw *hnsw)
{
    g_autoptr (GBytes) bytes = rhumb_hnsw_pack (hnsw);
    gsize size = 0;
    const guint64 *word = g_bytes_get_data (bytes, &size);
    guint64 hash = size;
    for (gsize i = 0; i < size / sizeof *word; i++)
        hash = rhumb_hash_mix (hash, word[i]);
    return hash;
}

static void
grow (const RhumbVectors *vectors, const guint64 *key)
{
    g_autoptr (RhumbHnsw) hnsw = NULL;
    const Cost start = count_cost ();
    for (guint i = 1; i <= 3; i++) {
        const guint32 n = (guint32)((guint64)n_rows * i / 3);
        const gsize bytes = (gsize)n * (gsize)n_dimensions * sizeof (float);
        g_autoptr (RhumbVectors) part = rhumb_vectors_new_take (
            n, (guint)n_dimensions, g_memdup2 (rhumb_vectors_get_row (vectors, 0), bytes));
        Cost seconds;
        if (hnsw == NULL)
            hnsw = build (part, key, &seconds);
        else
            rhumb_hnsw_extend (hnsw, part, key, NULL);
    }
    const Sums none = {0};
    print_row ("three parts", 0, count_cost_since (start), none, none, hash_bytes (hnsw));
}

static void
filter (RhumbHnsw *hnsw, const RhumbVectors *vectors, Cost built)
{
    static const guint PERCENT[] = {50, 10, 1};
    g_autofree guint8 *allowed = g_new (guint8, (gsize)n_rows);
    for (guint p = 0; p < G_N_ELEMENTS (PERCENT); p++) {
        g_autofree char *name = g_strdup_printf ("allowed %u %%", PERCENT[p]);
        const Sums none = {0};
        Sums sums = {0};
        for (int v = 0; v < n_rows; v++)
            allowed[v] = rhumb_hash_mix (11, (guint64)v) % 100 < PERCENT[p];
        for (int i = 0; i < n_queries; i++) {
            const float *query = get_query (vectors, i);
            g_autoptr (GArray) expected = rhumb_hnsw_scan (hnsw, query, 10, allowed);
            const double start = count_processor_seconds ();
            g_autoptr (GArray) found = rhumb_hnsw_search (hnsw, query, 10, 80, allowed);
            sums.seconds += count_processor_seconds () - start;
            sums.n_queries++;
            sums.n_compared += (double)rhumb_hnsw_get_n_compared (hnsw);
            for (guint k = 0; k < found->len; k++)
                g_assert_true (allowed[g_array_index (found, RhumbNeighbour, k).node]);
            sums.n_found += count_found (expected, found);
            sums.n_expected += expected->len;
        }
        print_row (name, 80, built, sums, none, 0);
    }
}

static gboolean
is_gone (guint32 v)
{
    return v % 2 == 0 && v % 20 >= 6;
}

static void
remove_and_restore (RhumbHnsw *hnsw, Cost built)
{
    const Sums none = {0};
    Sums sums = {0};
    g_autofree float *query = g_new (float, (gsize)n_dimensions);
    for (guint32 v = 0; v < (guint32)n_rows; v += 2)
        rhumb_hnsw_remove (hnsw, v);
    for (guint32 v = 0; v < (guint32)n_rows; v += 2) {
        if (!is_gone (v))
            rhumb_hnsw_restore (hnsw, v);
    }
    for (guint32 v = 0; v < (guint32)n_rows; v++) {
        if (is_gone (v) || !rhumb_hnsw_get_vector (hnsw, v, query))
            continue;
        const double start = count_processor_seconds ();
        g_autoptr (GArray) found = rhumb_hnsw_search (hnsw, query, 10, 80, NULL);
        sums.seconds += count_processor_seconds () - start;
        sums.n_queries++;
        sums.n_compared += (double)rhumb_hnsw_get_n_compared (hnsw);
        gboolean lost = !holds (found, v);
        if (lost) {
            g_autoptr (GArray) exact = rhumb_hnsw_scan (hnsw, query, 10, NULL);
            lost = holds (exact, v);
        }
        sums.n_expected++;
        sums.n_found += !lost;
    }
    g_autofree char *name =
        g_strdup_printf ("lost %.0f of %.0f", sums.n_expected - sums.n_found, sums.n_expected);
    print_row (name, 80, built, sums, none, 0);
}

static void
check_all (RhumbVectors *vectors, const guint64 *key, RhumbHnsw *hnsw, Cost built)
{
#ifdef _OPENMP
    omp_set_num_threads (n_threads == 1 ? 2 : 1);
#endif
    const Sums none = {0};
    Cost seconds;
    g_autoptr (RhumbHnsw) other = build (vectors, key, &seconds);
    print_row (n_threads == 1 ? "two threads" : "one thread", 0, seconds, none, none,
               hash_bytes (other));
    grow (vectors, key);
    filter (hnsw, vectors, built);
    remove_and_restore (hnsw, built);
}

static gboolean
parse (int *argc, char ***argv)
{
    const GOptionEntry entries[] = {
        {"rows", 0, 0, G_OPTION_ARG_INT, &n_rows, "Vectors (100000)", "N"},
        {"dimensions", 0, 0, G_OPTION_ARG_INT, &n_dimensions, "Numbers of a vector (128)", "N"},
        {"queries", 0, 0, G_OPTION_ARG_INT, &n_queries, "Queries (500)", "N"},
        {"threads", 0, 0, G_OPTION_ARG_INT, &n_threads, "Processors (1)", "N"},
        {"uniform", 0, 0, G_OPTION_ARG_NONE, &uniform, "Uniform vectors", NULL},
        {"accept", 0, 0, G_OPTION_ARG_NONE, &accept, "Also parts, filters, removals", NULL},
        {NULL},
    };
    g_autoptr (GOptionContext) context = g_option_context_new (NULL);
    g_option_context_add_main_entries (context, entries, NULL);
    return g_option_context_parse (context, argc, argv, NULL) && n_rows >= 2 && n_dimensions >= 1 &&
           n_queries >= 1 && n_threads >= 1;
}

int
main (int argc, char **argv)
{
    if (!parse (&argc, &argv)) {
        fputs ("bench-hnsw: expected numbers of 1 or more\n", stderr);
        return EXIT_FAILURE;
    }
#ifdef _OPENMP
    omp_set_num_threads (n_threads);
#endif
    g_autofree guint64 *key = g_new (guint64, (gsize)n_rows);
    for (int v = 0; v < n_rows; v++)
        key[v] = rhumb_hash_mix (99, (guint64)v);
    g_autoptr (RhumbVectors) vectors =
        uniform ? make_uniform ((guint32)n_rows, (guint)n_dimensions)
                : make_fastrp ((guint32)n_rows, (guint)n_dimensions, key);
    Cost built;
    g_autoptr (RhumbHnsw) hnsw = build (vectors, key, &built);
    g_autoptr (GPtrArray) exact = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
    const guint64 hash = hash_bytes (hnsw);
    const Sums none = {0};
    puts ("data\trows\tdimensions\tthreads\tmethod\twidth\tbuild_s\tbuild_cpu_s\trecall@10\t"
          "queries_a_s\tdistances\trecall_more\tqueries_ratio\tdistances_ratio\thash");
    for (int i = 0; i < n_queries; i++)
        g_ptr_array_add (exact, find_nearest (vectors, get_query (vectors, i), 10));
    print_row ("scan", 0, built, scan_all (hnsw, vectors, exact), none, hash);
    measure (hnsw, vectors, exact, built, hash);
    if (accept)
        check_all (vectors, key, hnsw, built);
    return EXIT_SUCCESS;
}
