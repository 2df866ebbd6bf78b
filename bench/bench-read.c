/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How fast files are read into a corpus builder, without merging and numbering: TSV of file,
 * format, MB (10^6 bytes as they are on disk), records, seconds, MB/s, records/s, peak MiB. Each
 * file is read RUNS times (5, or the environment's RUNS); the median counts. One thread, and
 * seconds are of its processor, so that other programs on the machine do not count.
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "bench/cost.h"
#include "bench/input.h"
#include "graph/compare.h"
#include "io/format-private.h"
#include "io/scan/input.h"
#include "rhumb.h"

#define MOST_RUNS 99

/* Reads a file once. Returns the seconds, below 0 on an error. */
static double
read_once (const char *path, const RhumbFormat **format, guint64 *n_records)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbCorpusBuilder) builder = rhumb_corpus_builder_new ();
    const double start = count_processor_seconds ();
    g_autoptr (RhumbInput) input = rhumb_input_open (path, 0, &error);
    *format = input != NULL ? rhumb_format_tell (input, &error) : NULL;
    if (*format != NULL) {
        rhumb_corpus_builder_begin_source (builder, path, (*format)->name);
        rhumb_format_read (*format, input, FALSE, builder, &error);
    }
    if (error != NULL) {
        fprintf (stderr, "bench-read: %s\n", error->message);
        return -1;
    }
    *n_records = rhumb_corpus_builder_get_n_records (builder);
    return count_processor_seconds () - start;
}

static gboolean
measure (const char *path, guint n_runs)
{
    const RhumbFormat *format = NULL;
    guint64 n_records = 0;
    double seconds[MOST_RUNS];
    for (guint i = 0; i < n_runs; i++) {
        seconds[i] = read_once (path, &format, &n_records);
        if (seconds[i] < 0)
            return FALSE;
    }
    qsort (seconds, n_runs, sizeof *seconds, rhumb_compare_doubles);
    struct stat file;
    const double mb = stat (path, &file) == 0 ? (double)file.st_size / 1e6 : 0;
    const double median = MAX (seconds[n_runs / 2], 1e-9);
    printf ("%s\t%s\t%.1f\t%" G_GUINT64_FORMAT "\t%.3f\t%.1f\t%.0f\t%.0f\n", path, format->name, mb,
            n_records, median, mb / median, (double)n_records / median, count_peak_mib ());
    return TRUE;
}

int
main (int argc, char **argv)
{
    const char *wanted = g_getenv ("RUNS");
    const guint n_runs =
        wanted != NULL ? (guint)input_read_number ("RUNS", wanted, 1, MOST_RUNS) : 5;
    if (argc < 2) {
        fputs ("bench-read: expected FILE…\n", stderr);
        return EXIT_FAILURE;
    }
    puts ("file\tformat\tmb\trecords\tseconds\tmb_per_second\trecords_per_second\tpeak_mib");
    for (int i = 1; i < argc; i++)
        if (!measure (argv[i], n_runs))
            return EXIT_FAILURE;
    return EXIT_SUCCESS;
}
