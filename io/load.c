/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Reading papers of any mixture of files, folders and pipes.
 *
 * The format of an input is told by its content, because names lie: every format says how surely
 * the first 64 KiB are its own, and the surest one reads. Below a threshold the message names
 * what the file is instead. Folders are read in the order of names, so the report does not depend
 * on the file system; what is no paper inside them is a source of its own with its reason.
 * Cost: that of the readers.
 */
#include "io/format-private.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "graph/fault.h"
#include "graph/plural.h"
#include "graph/text.h"
#include "io/scan/input.h"
#include "io/scan/magic.h"

#define DEEPEST_FOLDER 64

typedef struct {
    RhumbCorpusBuilder *builder;
    const RhumbFormat *format;
    guint64 max_bytes;
    gboolean reverse_edges;
    gboolean strict;
    gboolean in_folder;
    guint n_read;
} Load;

/* Notes what had to be repaired before the lines of an input could be read. @builder: a builder
 * whose source is @input; @input: an input that was read. Returns %FALSE with an error of the
 * builder. */
gboolean
rhumb_format_report_repairs (RhumbCorpusBuilder *builder, const RhumbInput *input, GError **error)
{
    const RhumbRepairs *repairs = rhumb_input_get_repairs (input);
    const struct {
        guint64 line;
        guint64 n;
        const char *one;
        const char *many;
        const char *why;
    } notes[] = {
        {repairs->first_windows_1252_line, repairs->n_windows_1252_lines, "line that is not UTF-8",
         "lines that are not UTF-8", "read as Windows-1252"},
        {repairs->first_nul_line, repairs->n_nul_lines, "line with NUL bytes",
         "lines with NUL bytes", "each taken as a blank"},
        {0, repairs->n_broken_utf16, "broken UTF-16 character", "broken UTF-16 characters",
         "each replaced by U+FFFD"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (notes); i++) {
        if (notes[i].n == 0)
            continue;
        g_autofree char *found =
            g_strdup_printf ("%" G_GUINT64_FORMAT " %s", notes[i].n,
                             rhumb_plural (notes[i].n, notes[i].one, notes[i].many));
        if (!rhumb_corpus_builder_report (builder, RHUMB_EVENT_NOTE, notes[i].line, found,
                                          notes[i].why, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
skip_source (Load *load, const char *path, const char *found, const char *why, GError **error)
{
    rhumb_corpus_builder_begin_source (load->builder, path, "unknown");
    return rhumb_corpus_builder_report (load->builder, RHUMB_EVENT_LINE_SKIPPED, 0, found, why,
                                        error);
}

/* Inside a folder a file without papers is no mistake of the user's, but is told. */
static gboolean
skip_if_in_folder (Load *load, const char *path, GError *problem, GError **error)
{
    const gboolean foreign = g_error_matches (problem, RHUMB_ERROR, RHUMB_ERROR_FORMAT) ||
                             g_error_matches (problem, RHUMB_ERROR, RHUMB_ERROR_UNSUPPORTED);
    if (!load->in_folder || !foreign) {
        g_propagate_error (error, problem);
        return FALSE;
    }
    g_autoptr (GError) told = problem;
    const RhumbFault *fault = rhumb_get_fault (told);
    return skip_source (load, path, fault != NULL ? fault->found : told->message,
                        "a file of the folder without papers", error);
}

/* What was read before a fault that hides the rest of a file (a quote or brace that nothing closes,
 * broken XML, half a compressed file) is kept, and the fault is told; a file of which nothing was
 * read is an error, unless others are beside it in a folder. @n_before: records of the files before
 * it; @problem (taken): of the reader. */
static gboolean
keep_what_was_read (Load *load, guint64 n_before, GError *problem, GError **error)
{
    const gboolean any = rhumb_corpus_builder_get_n_records (load->builder) > n_before;
    const RhumbFault *fault = rhumb_get_fault (problem);
    if (load->strict || !(any || load->in_folder) || fault == NULL ||
        problem->code != RHUMB_ERROR_FORMAT) {
        g_propagate_error (error, problem);
        return FALSE;
    }
    load->n_read -= !any;
    g_autofree char *why = g_strconcat (
        fault->expected != NULL ? "expected " : "", fault->expected != NULL ? fault->expected : "",
        fault->expected != NULL ? "; " : "", "nothing behind it can be read", NULL);
    const gboolean is_kept =
        rhumb_corpus_builder_report_break (load->builder, fault->line, fault->found, why, error);
    g_error_free (problem);
    return is_kept;
}

static gboolean
load_file (Load *load, const char *path, GError **error)
{
    GError *problem = NULL;
    g_autoptr (RhumbInput) input = rhumb_input_open (path, load->max_bytes, &problem);
    const RhumbFormat *format = load->format;
    if (input != NULL && format == NULL)
        format = rhumb_format_tell (input, &problem);
    if (problem != NULL)
        return skip_if_in_folder (load, path, problem, error);
    load->n_read++;
    if (format->is_library)
        return format->read (input, load->builder, error);
    const guint64 n_before = rhumb_corpus_builder_get_n_records (load->builder);
    rhumb_corpus_builder_begin_source (load->builder, path, format->name);
    return (rhumb_format_read (format, input, load->reverse_edges, load->builder, &problem) ||
            keep_what_was_read (load, n_before, problem, error)) &&
           rhumb_format_report_repairs (load->builder, input, error);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
    return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static GPtrArray *
list_folder (const char *path, GError **error)
{
    g_autoptr (GDir) folder = g_dir_open (path, 0, error);
    if (folder == NULL) {
        g_prefix_error (error, "%s: ", path);
        return NULL;
    }
    GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
    for (const char *name = g_dir_read_name (folder); name != NULL; name = g_dir_read_name (folder))
        g_ptr_array_add (names, g_strdup (name));
    g_ptr_array_sort (names, compare_names);
    return names;
}

static gboolean load_folder (Load *load, const char *path, guint depth, GError **error);

static gboolean
load_entry (Load *load, const char *path, guint depth, GError **error)
{
    g_autofree char *base = g_path_get_basename (path);
    if (base[0] == '.')
        return skip_source (load, path, base, "a hidden name is left out", error);
    if (g_file_test (path, G_FILE_TEST_IS_DIR)) {
        /* A link to a folder may lead back up. */
        if (g_file_test (path, G_FILE_TEST_IS_SYMLINK))
            return skip_source (load, path, "a link to a folder", "not followed", error);
        return load_folder (load, path, depth + 1, error);
    }
    if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return skip_source (load, path, "no regular file", "would not end or cannot be read",
                            error);
    return load_file (load, path, error);
}

static gboolean
load_folder (Load *load, const char *path, guint depth, GError **error)
{
    if (depth > DEEPEST_FOLDER) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_LIMIT, "%s: folders nested more than %d deep",
                     path, DEEPEST_FOLDER);
        return FALSE;
    }
    g_autoptr (GPtrArray) names = list_folder (path, error);
    for (guint i = 0; names != NULL && i < names->len; i++) {
        g_autofree char *entry = g_build_filename (path, g_ptr_array_index (names, i), NULL);
        if (!load_entry (load, entry, depth, error))
            return FALSE;
    }
    return names != NULL;
}

static gboolean
load_path (Load *load, const char *path, GError **error)
{
    load->in_folder = strcmp (path, "-") != 0 && g_file_test (path, G_FILE_TEST_IS_DIR);
    if (!load->in_folder)
        return load_file (load, path, error);
    const guint n_before = load->n_read;
    if (!load_folder (load, path, 0, error))
        return FALSE;
    if (load->n_read > n_before)
        return TRUE;
    g_autofree char *names = rhumb_format_list_names (RHUMB_FORMAT_READS);
    g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_FORMAT,
                 "%s: a folder without papers, expected files in one of %s", path, names);
    return FALSE;
}

/* Whether all inputs are there, before the first is read: the last of many may be mistyped. @paths:
 * as of rhumb_corpus_load(). Returns %FALSE with a #GFileError. */
gboolean
rhumb_paths_check (const char *const *paths, GError **error)
{
    for (gsize i = 0; paths[i] != NULL; i++) {
        if (strcmp (paths[i], "-") == 0 || access (paths[i], R_OK) == 0)
            continue;
        const int problem = errno;
        g_set_error (error, G_FILE_ERROR, (gint)g_file_error_from_errno (problem), "%s: %s",
                     paths[i], g_strerror (problem));
        return FALSE;
    }
    return TRUE;
}

/**
 * rhumb_corpus_load:
 * @paths: (array zero-terminated=1): files, folders (read through, in the order of names) and
 *   "-" for standard input, at least one
 * @options: (nullable): how to read, %NULL = %RHUMB_LOAD_DEFAULTS
 * @error: return location for an error
 *
 * Reads papers of any mixture of formats into one corpus.
 *
 * Returns: (transfer full) (nullable): the corpus; %NULL with a #GFileError,
 *   %RHUMB_ERROR_FORMAT "file:line: found, expected", %RHUMB_ERROR_UNSUPPORTED (no such format,
 *   compressed), %RHUMB_ERROR_INVALID (years) or %RHUMB_ERROR_LIMIT
 *
 * Since: 0.1
 */
RhumbCorpus *
rhumb_corpus_load (const char *const *paths, const RhumbLoadOptions *options, GError **error)
{
    g_return_val_if_fail (paths != NULL && paths[0] != NULL, NULL);
    const RhumbLoadOptions defaults = RHUMB_LOAD_DEFAULTS;
    options = options != NULL ? options : &defaults;
    if (options->from_year != 0 && options->to_year != 0 && options->from_year > options->to_year) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                     "years from %d to %d, expected the first not after the last",
                     options->from_year, options->to_year);
        return NULL;
    }
    g_autoptr (RhumbCorpusBuilder) builder = rhumb_corpus_builder_new ();
    rhumb_corpus_builder_set_strict (builder, options->strict);
    rhumb_corpus_builder_set_merge_versions (builder, !options->separate_versions);
    rhumb_corpus_builder_set_years (builder, options->from_year, options->to_year);
    rhumb_corpus_builder_set_n_threads (builder, options->n_threads);
    Load load = {.builder = builder,
                 .max_bytes = options->max_bytes,
                 .reverse_edges = options->reverse_edges,
                 .strict = options->strict};
    if (options->format != NULL) {
        load.format = rhumb_format_choose (options->format, RHUMB_FORMAT_READS, error);
        if (load.format == NULL)
            return NULL;
    }
    if (!rhumb_paths_check (paths, error))
        return NULL;
    for (gsize i = 0; paths[i] != NULL; i++)
        if (!load_path (&load, paths[i], error))
            return NULL;
    return rhumb_corpus_builder_freeze (builder, error);
}
