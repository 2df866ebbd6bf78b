/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How many of the ten papers most like one an index of minimum hashes finds, in how much time and
 * memory, beside exact answers.
 *
 * Usage: bench-lsh [PAPERS [QUERIES [HASHES BANDS ROWS KEPT]]]
 *
 * Of a generated citation graph of PAPERS (100000), ten references each on average, a paper is the
 * set of those that it cites and that cite it. QUERIES (200) papers of each kind are asked about:
 * "any" are drawn among those with ten links or more, "dear" are those of them whose exact answers
 * go to the most papers, "hubs" those with the most links. HASHES, BANDS, ROWS and KEPT are the
 * index to make instead of four: 128 128 1 128, 1000 500 2 1000, 1000 2150 2 448, whose bands share
 * hashes, and what the library makes by itself, 4000 2000 2 512.
 *
 * Prints TSV: papers, kind, hashes, bands, hashes of a band, bytes kept of each signature, seconds
 * of processor time to build, bytes a paper, bytes that 32-bit signatures and tables of 16 bytes a
 * paper and band would take; how many candidates are compared exactly at most, and are on average;
 * recall@10 after that (those found that are at least as alike as the tenth of the exact answer),
 * what the formula 1 − (1 − Jʳ)ᵇ says of it if all are compared; milliseconds of processor time a
 * query, and of the exact answer, the best of three rounds each; papers that the exact answer goes
 * to; the root mean square error of estimates for the exact ten, over √(J (1 − J) / H); J of the
 * tenth.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "bench/citation-model.h"
#include "bench/cost.h"
#include "bench/input.h"
#include "rhumb.h"

#define N_BEST 10
#define LEAST_LINKS 10
#define N_ROUNDS 3

static const guint MOST_COMPARED[] = {100, 300, G_MAXUINT};

typedef struct {
    const RhumbNetwork *network;
    RhumbOverlap *overlap;
    const char *kind;
    guint32 *query;
    guint n;
    GPtrArray *exact; /* of each query the best ten */
    double ms;        /* of an exact answer */
    double n_visits;  /* papers that it goes to */
} Questions;

static RhumbNetwork *
make_network (guint32 n_papers)
{
    CitationModel model = CITATION_MODEL_DEFAULTS;
    model.n_papers = n_papers;
    g_autoptr (Citations) citations = citations_new (&model);
    return rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, n_papers, n_papers, citations->citing,
                              citations->cited, NULL, citations->n_edges, NULL);
}

/* How many links. */
static double
count_links (RhumbRows rows, guint32 v)
{
    return (double)(rows.start[v + 1] - rows.start[v]);
}

/* How many papers an exact answer goes to, one that shares several links several times. */
static double
count_visits (RhumbRows rows, guint32 v)
{
    double n = 0;
    for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++)
        n += count_links (rows, rows.node[i]);
    return n;
}

static double
draw (RhumbRows rows, guint32 v)
{
    (void)rows;
    return (double)(rhumb_hash_mix (17, v) >> 11);
}

/* Those with the highest scores among papers with links enough, and their exact answers. */
static void
choose (Questions *questions, guint n, double (*score) (RhumbRows rows, guint32 v))
{
    const RhumbRows rows = rhumb_network_get_out_rows (questions->network);
    g_autoptr (GArray) list = rhumb_neighbours_new ();
    for (guint32 v = 0; v < rows.n_rows; v++) {
        const RhumbNeighbour item = {v, score (rows, v)};
        if (count_links (rows, v) >= LEAST_LINKS)
            g_array_append_val (list, item);
    }
    rhumb_neighbours_keep_best (list, n);
    questions->n = list->len;
    questions->query = g_new (guint32, (gsize)list->len + 1);
    questions->exact = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
    questions->ms = INFINITY;
    for (guint i = 0; i < list->len; i++)
        questions->query[i] = g_array_index (list, RhumbNeighbour, i).node;
    for (guint i = 0; i < list->len; i++)
        questions->n_visits += count_visits (rows, questions->query[i]) / list->len;
    for (guint round = 0; round < N_ROUNDS; round++) {
        g_ptr_array_set_size (questions->exact, 0);
        const double started = count_processor_seconds ();
        for (guint i = 0; i < list->len; i++)
            g_ptr_array_add (
                questions->exact,
                rhumb_overlap_list_alike (questions->overlap, questions->query[i], N_BEST, NULL));
        questions->ms =
            MIN (questions->ms, 1e3 * (count_processor_seconds () - started) / list->len);
    }
}

typedef struct {
    double n_expected; /* of the exact ten … */
    double n_likely;
    double n_found;
    double n_compared;
    double last;
    double error;    /* squares of errors of estimates … */
    double variance; /* … and what the formula says of them */
    double ms;
} Sums;

static void
judge (const Questions *questions, const RhumbLsh *lsh, const RhumbLshOptions *o, guint i,
       const GArray *found, Sums *sums)
{
    const GArray *exact = questions->exact->pdata[i];
    double last = 1;
    for (guint k = 0; k < exact->len; k++) {
        const RhumbNeighbour item = g_array_index (exact, RhumbNeighbour, k);
        const double error = rhumb_lsh_estimate (lsh, questions->query[i], item.node) - item.score;
        last = item.score;
        sums->n_expected++;
        sums->n_likely += 1 - pow (1 - pow (last, o->n_rows), o->n_bands);
        sums->error += error * error;
        sums->variance += last * (1 - last) / o->n_kept;
    }
    for (guint k = 0; k < found->len; k++)
        sums->n_found += g_array_index (found, RhumbNeighbour, k).score >= last;
    sums->last += last;
}

static Sums
ask (const Questions *questions, const RhumbLsh *lsh, const RhumbLshOptions *o, guint n_most)
{
    Sums sums = {.ms = INFINITY};
    for (guint round = 0; round < N_ROUNDS; round++) {
        double seconds = 0;
        for (guint i = 0; i < questions->n; i++) {
            const double started = count_processor_seconds ();
            g_autoptr (GArray) list = rhumb_lsh_list_candidates (lsh, questions->query[i], n_most);
            g_autoptr (GArray) found =
                rhumb_overlap_list_among (questions->overlap, questions->query[i], list, N_BEST);
            seconds += count_processor_seconds () - started;
            if (round > 0)
                continue;
            sums.n_compared += list->len;
            judge (questions, lsh, o, i, found, &sums);
        }
        sums.ms = MIN (sums.ms, 1e3 * seconds / questions->n);
    }
    return sums;
}

static void
measure (const Questions *questions, const RhumbLsh *lsh, const RhumbLshOptions *o, double seconds)
{
    const guint32 n = rhumb_network_get_n_from (questions->network);
    for (guint m = 0; m < G_N_ELEMENTS (MOST_COMPARED); m++) {
        const Sums sums = ask (questions, lsh, o, MOST_COMPARED[m]);
        printf ("%u\t%s\t%u\t%u\t%u\t%u\t%.2f\t%.0f\t%u", n, questions->kind, o->n_hashes,
                o->n_bands, o->n_rows, o->n_kept, seconds, (double)rhumb_lsh_get_n_bytes (lsh) / n,
                4 * o->n_hashes + 16 * o->n_bands);
        if (MOST_COMPARED[m] < G_MAXUINT)
            printf ("\t%u", MOST_COMPARED[m]);
        else
            fputs ("\tall", stdout);
        printf ("\t%.0f\t%.4f\t%.4f\t%.4f\t%.4f\t%.0f\t%.3f\t%.4f\n",
                sums.n_compared / questions->n, sums.n_found / sums.n_expected,
                sums.n_likely / sums.n_expected, sums.ms, questions->ms, questions->n_visits,
                sqrt (sums.error / sums.variance), sums.last / questions->n);
    }
    fflush (stdout);
}

static void
clear (Questions *questions)
{
    g_free (questions->query);
    g_ptr_array_unref (questions->exact);
}

static gboolean
bench (Questions *kinds, guint n_kinds, const RhumbLshOptions *o)
{
    const RhumbNetwork *network = kinds[0].network;
    const guint32 n = rhumb_network_get_n_from (network);
    g_autofree guint64 *key = g_new (guint64, n);
    g_autoptr (GError) error = NULL;
    for (guint32 v = 0; v < n; v++)
        key[v] = v;
    const double started = count_processor_seconds ();
    g_autoptr (RhumbLsh) lsh = rhumb_lsh_new_of_network (network, key, o, &error);
    const double seconds = count_processor_seconds () - started;
    if (lsh == NULL)
        fprintf (stderr, "bench-lsh: %s\n", error->message);
    for (guint k = 0; lsh != NULL && k < n_kinds; k++)
        measure (&kinds[k], lsh, o, seconds);
    return lsh != NULL;
}

static guint
read_option (const char *name, const char *text)
{
    return (guint)input_read_number (name, text, 1, RHUMB_LSH_MAX_HASHES);
}

int
main (int argc, char **argv)
{
    RhumbLshOptions indexes[] = {{128, 128, 1, 128, 1},
                                 {1000, 500, 2, 1000, 1},
                                 {1000, 2150, 2, 448, 1},
                                 RHUMB_LSH_DEFAULTS};
    if (argc > 3 && argc != 7) {
        fputs ("bench-lsh: expected [PAPERS [QUERIES [HASHES BANDS ROWS KEPT]]]\n", stderr);
        return EXIT_FAILURE;
    }
    const guint32 n =
        argc > 1 ? (guint32)input_read_number ("PAPERS", argv[1], 100, 10000000) : 100000;
    const guint n_queries =
        argc > 2 ? (guint)input_read_number ("QUERIES", argv[2], 1, 100000) : 200;
    if (argc == 7)
        indexes[0] =
            (RhumbLshOptions){read_option ("HASHES", argv[3]), read_option ("BANDS", argv[4]),
                              read_option ("ROWS", argv[5]), read_option ("KEPT", argv[6]), 1};
    g_autoptr (RhumbNetwork) network = make_network (n);
    g_autoptr (RhumbOverlap) overlap = rhumb_overlap_new (network, n, RHUMB_OVERLAP_JACCARD, NULL);
    Questions kinds[] = {
        {network, overlap, "any"}, {network, overlap, "dear"}, {network, overlap, "hubs"}};
    double (*const SCORES[]) (RhumbRows, guint32) = {draw, count_visits, count_links};
    for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
        choose (&kinds[k], n_queries, SCORES[k]);
    puts ("papers\tkind\thashes\tbands\trows\tkept\tbuild_seconds\tbytes_a_paper\tbytes_plain\tmost"
          "\tcompared\trecall\tby_formula\tms\texact_ms\texact_visits\terror\ttenth");
    gboolean done = TRUE;
    for (guint i = 0; done && i < (argc == 7 ? 1 : G_N_ELEMENTS (indexes)); i++)
        done = bench (kinds, G_N_ELEMENTS (kinds), &indexes[i]);
    for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
        clear (&kinds[k]);
    return done ? EXIT_SUCCESS : EXIT_FAILURE;
}
