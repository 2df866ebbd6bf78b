/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * rhumb import: keep it.
 *
 * The library is read, the new files after it, and everything merged as if read at once; then the
 * whole is written anew and takes the place of the old file. A file that is no library is never
 * written over.
 */
#include <string.h>

#include "cli/digits.h"
#include "cli/run.h"
#include "graph/plural.h"
#include "io/library/merges.h"
#include "io/output.h"

static int run_import (const Command *command, int argc, char **argv);

const Command command_import = {
    "import",
    "keep it: put papers into a library file",
    "-o LIBRARY FILE…",
    "Makes the library, or adds to it. Records that name one paper are merged; adding files one by\n"
    "one gives the same papers as adding them at once. A library is an SQLite database that every\n"
    "verb reads; while it is written, the old one stays. Records are told by place and key in\n"
    "--explain-duplicates: paper, kept (file:line), merged (file:line), rule, key.\n\n"
    "Example: rhumb import -o papers.rhumb examples/papers-page.txt",
    run_import,
};

static char *
group_digits (guint64 number)
{
    GString *grouped = g_string_new (NULL);
    digits_append_grouped (grouped, number);
    return g_string_free (grouped, FALSE);
}

static void
tell_references (guint64 n, guint64 n_resolved, guint64 n_inside)
{
    g_autofree char *resolved = group_digits (n_resolved);
    g_autofree char *references = group_digits (n);
    g_autofree char *inside = group_digits (n_inside);
    fprintf (stderr, "%s of %s %s resolved, %s inside the set\n", resolved, references,
             rhumb_plural (n, "reference", "references"), inside);
}

static void
tell_source (const RhumbSource *source, guint64 n_papers)
{
    g_autofree char *records = group_digits (source->n_records);
    g_autofree char *papers = group_digits (n_papers);
    g_autofree char *merged = group_digits (source->n_merged);
    g_autofree char *lost = group_digits (source->n_records_lost);
    fprintf (stderr, "%s (%s): %s %s read, %s new %s, %s merged, %s lost; ", source->name,
             source->format, records, rhumb_plural (source->n_records, "record", "records"), papers,
             rhumb_plural (n_papers, "paper", "papers"), merged, lost);
    tell_references (source->n_references, source->n_references_resolved,
                     source->n_references_inside);
}

/* The new sources one by one, then the whole library. */
static void
tell (const RhumbCorpus *corpus, guint first_source)
{
    const guint n_sources = rhumb_corpus_get_n_sources (corpus);
    const guint32 n_papers = rhumb_corpus_get_n_papers (corpus);
    g_autofree guint64 *papers = g_new0 (guint64, (gsize)n_sources + 1);
    guint64 n = 0;
    guint64 resolved = 0;
    guint64 inside = 0;
    for (guint32 v = 0; v < n_papers; v++)
        papers[rhumb_corpus_get_paper (corpus, v)->source]++;
    for (guint i = 0; i < n_sources; i++) {
        const RhumbSource *source = rhumb_corpus_get_source (corpus, i);
        if (i >= first_source)
            tell_source (source, papers[i]);
        n += source->n_references;
        resolved += source->n_references_resolved;
        inside += source->n_references_inside;
    }
    g_autofree char *all = group_digits (n_papers);
    fprintf (stderr, "%s %s in all; ", all, rhumb_plural (n_papers, "paper", "papers"));
    tell_references (n, resolved, inside);
}

static void
add_place (Table *table, const RhumbCorpus *corpus, guint source, guint64 line)
{
    g_autofree char *place = g_strdup_printf ("%s:%" G_GUINT64_FORMAT,
                                              rhumb_corpus_get_source (corpus, source)->name, line);
    table_add_text (table, place);
}

static gboolean
explain (const RhumbCorpus *corpus, const char *path, GError **error)
{
    static const char *const columns[] = {"paper", "kept", "merged", "rule", "key", NULL};
    g_autoptr (GArray) merges = rhumb_library_list_merges (corpus);
    g_autoptr (Table) table = table_new (columns, FALSE);
    for (guint i = 0; i < merges->len; i++) {
        const RhumbAuditLine *line = &g_array_index (merges, RhumbAuditLine, i);
        table_add_text (table, line->paper != RHUMB_NONE
                                   ? rhumb_corpus_get_paper (corpus, line->paper)->id
                                   : "");
        add_place (table, corpus, line->kept_source, line->kept_line);
        add_place (table, corpus, line->merged_source, line->merged_line);
        table_add_text (table, line->rule);
        table_add_text (table, line->key);
    }
    gsize length = 0;
    const char *text = table_get_text (table, &length);
    return rhumb_output_write (path, text, length, error);
}

/* The library first, so that its records are those that others are merged into. Years would take
 * papers out of it. */
static gboolean
add_library (Run *run, GError **error)
{
    if (!g_file_test (run->output, G_FILE_TEST_EXISTS))
        return TRUE;
    if (run->from_year > 0 || run->to_year > 0) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                     "--from and --to would take papers out of %s, expected a new library with "
                     "them",
                     run->output);
        return FALSE;
    }
    if (!rhumb_library_is (run->output)) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_FORMAT,
                     "%s:1: no rhumb library, expected one or a new name; it is left as it is",
                     run->output);
        return FALSE;
    }
    g_autoptr (GStrvBuilder) inputs = g_strv_builder_new ();
    g_strv_builder_add (inputs, run->output);
    for (guint i = 0; run->inputs[i] != NULL; i++)
        if (!g_str_equal (run->inputs[i], run->output))
            g_strv_builder_add (inputs, run->inputs[i]);
    g_strfreev (run->inputs);
    run->inputs = g_strv_builder_end (inputs);
    return TRUE;
}

static RhumbLibraryLock *
lock (const Run *run, GError **error)
{
    g_autoptr (GError) busy = NULL;
    RhumbLibraryLock *held = rhumb_library_lock (run->output, FALSE, &busy);
    if (held != NULL || !g_error_matches (busy, G_FILE_ERROR, G_FILE_ERROR_AGAIN)) {
        if (held == NULL)
            g_propagate_error (error, g_steal_pointer (&busy));
        return held;
    }
    if (!run->quiet)
        fprintf (stderr, "rhumb import: %s, waiting for it\n", busy->message);
    return rhumb_library_lock (run->output, TRUE, error);
}

/* How many sources the library had: they are the first ones. */
static gboolean
count_old_sources (const Run *run, guint *n, GError **error)
{
    *n = 0;
    if (!rhumb_library_is (run->output))
        return TRUE;
    return rhumb_library_get_n_sources (run->output, n, error);
}

static gboolean
import (Run *run, Results *results, const char *duplicates, GError **error)
{
    guint n_old = 0;
    g_autoptr (RhumbLibraryLock) held = lock (run, error);
    if (held == NULL || !count_old_sources (run, &n_old, error) || !add_library (run, error) ||
        !run_load (run, results, error) ||
        !rhumb_library_save (results->corpus, run->output, error))
        return FALSE;
    if (!run->quiet)
        tell (results->corpus, n_old);
    return (duplicates == NULL || explain (results->corpus, duplicates, error)) &&
           run_finish (run, results, error);
}

static int
run_import (const Command *command, int argc, char **argv)
{
    g_auto (Run) run = {0};
    g_auto (Results) results = {0};
    g_autofree char *duplicates = NULL;
    g_autoptr (GError) error = NULL;
    const GOptionEntry own[] = {
        {"explain-duplicates", 0, 0, G_OPTION_ARG_FILENAME, &duplicates,
         "Write which records were merged, and why; “-” is standard output", "FILE"},
        {NULL},
    };
    if (!run_parse (&run, command, RUN_READS | RUN_ADDS, own, argc, argv, &error))
        return error != NULL ? command_fail (command, error) : EXIT_DONE;
    if (run.output == NULL || g_str_equal (run.output, "-"))
        g_set_error_literal (&error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                             "no library named, expected -o FILE, such as -o papers.rhumb");
    if (error != NULL || !import (&run, &results, duplicates, &error))
        return command_fail (command, error);
    return EXIT_DONE;
}
