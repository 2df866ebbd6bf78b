/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Times the extraction of concepts: "rank" is the reading and ranking of each paper on one
 * processor, in seconds of that processor; "concepts" and "keyphrases" are the verbs of the
 * library, by the clock. Prints a table: data, verb, documents, threads, seconds,
 * documents a second, peak MiB so far.
 *
 * Usage: bench-concepts [COPIES] FILE…   reads the files, each paper COPIES times (default 1)
 *        bench-concepts --rank FILE…     only ranks, seven times, and prints the median
 */
#include <stdio.h>
#include <stdlib.h>

#ifdef _OPENMP
#include <omp.h>
#endif

#include "analytics/text/phrases.h"
#include "bench/cost.h"
#include "graph/compare.h"
#include "rhumb.h"

#define N_RUNS 7

static void
print_row (const char *data, const char *verb, guint32 n, int n_threads, double seconds)
{
    printf ("%s\t%s\t%u\t%d\t%.3f\t%.0f\t%.1f\n", data, verb, n, n_threads, seconds,
            seconds > 0 ? n / seconds : 0, count_peak_mib ());
}

static double
rank_all (const RhumbCorpus *corpus)
{
    g_autoptr (RhumbModel) model = rhumb_model_new ();
    g_autoptr (RhumbClosedClass) closed = rhumb_closed_class_new ();
    g_autoptr (RhumbPhraseReader) reader = rhumb_phrase_reader_new (model, closed, NULL);
    const double began = count_processor_seconds ();
    for (guint32 v = 0; v < rhumb_corpus_get_n_papers (corpus); v++) {
        const RhumbPaper *paper = rhumb_corpus_get_paper (corpus, v);
        rhumb_phrase_reader_read (reader, paper->title, paper->abstract);
    }
    return count_processor_seconds () - began;
}

static double
median_rank (const RhumbCorpus *corpus)
{
    double seconds[N_RUNS];
    for (guint i = 0; i < N_RUNS; i++)
        seconds[i] = rank_all (corpus);
    qsort (seconds, N_RUNS, sizeof seconds[0], rhumb_compare_doubles);
    return seconds[N_RUNS / 2];
}

/* Copies get ids and a word of their own, or they would be merged. */
static RhumbCorpus *
copy_papers (const RhumbCorpus *corpus, guint n_copies, GError **error)
{
    g_autoptr (RhumbCorpusBuilder) builder = rhumb_corpus_builder_new ();
    rhumb_corpus_builder_begin_source (builder, "copies", "copies");
    for (guint c = 0; c < n_copies; c++)
        for (guint32 v = 0; v < rhumb_corpus_get_n_papers (corpus); v++) {
            const RhumbPaper *paper = rhumb_corpus_get_paper (corpus, v);
            g_autofree char *id = g_strdup_printf ("copy-%u-%u", c, v);
            g_autofree char *title = g_strdup_printf ("%s zq%uk", paper->title, c);
            g_autoptr (RhumbRecord) record = rhumb_record_new ();
            record->id = id;
            record->title = title;
            record->abstract = paper->abstract;
            if (!rhumb_corpus_builder_add (builder, record, error))
                return NULL;
        }
    return rhumb_corpus_builder_freeze (builder, error);
}

static gboolean
run (const char *data, const RhumbCorpus *corpus, GError **error)
{
    const guint32 n = rhumb_corpus_get_n_papers (corpus);
    print_row (data, "rank", n, 1, rank_all (corpus));
#ifdef _OPENMP
    const int most = omp_get_max_threads ();
#else
    const int most = 1;
#endif
    for (int n_threads = 1; n_threads <= most; n_threads++) {
#ifdef _OPENMP
        omp_set_num_threads (n_threads);
#endif
        g_autoptr (GTimer) timer = g_timer_new ();
        g_autoptr (RhumbConcepts) concepts = rhumb_extract_concepts (corpus, NULL, error);
        if (concepts == NULL)
            return FALSE;
        print_row (data, "concepts", n, n_threads, g_timer_elapsed (timer, NULL));
        g_timer_start (timer);
        RhumbKeyphrases *keyphrases = rhumb_rank_keyphrases (corpus, concepts, NULL, error);
        if (keyphrases == NULL)
            return FALSE;
        print_row (data, "keyphrases", n, n_threads, g_timer_elapsed (timer, NULL));
        rhumb_keyphrases_free (keyphrases);
    }
    return TRUE;
}

int
main (int argc, char **argv)
{
    const gboolean only_rank = argc > 1 && g_str_equal (argv[1], "--rank");
    guint64 n_copies = 1;
    const gboolean copies =
        argc > 1 && g_ascii_string_to_unsigned (argv[1], 10, 1, 1000, &n_copies, NULL);
    const int first = only_rank || copies ? 2 : 1;
    if (argc <= first) {
        fputs ("usage: bench-concepts [--rank | COPIES] FILE…\n", stderr);
        return 2;
    }
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbCorpus) read =
        rhumb_corpus_load ((const char *const *)argv + first, NULL, &error);
    g_autoptr (RhumbCorpus) corpus = read ? copy_papers (read, (guint)n_copies, &error) : NULL;
    if (corpus != NULL)
        puts ("data\tverb\tdocuments\tthreads\tseconds\tdocuments/s\tpeak MiB");
    if (only_rank && corpus != NULL)
        print_row (argv[first], "rank", rhumb_corpus_get_n_papers (corpus), 1,
                   median_rank (corpus));
    else if (corpus == NULL || !run (argv[first], corpus, &error)) {
        fprintf (stderr, "bench-concepts: %s\n", error->message);
        return 1;
    }
    return 0;
}
