/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The steps that verbs have in common: options, reading, concepts, graph, ranks, topics, and
 * writing what was found. A verb calls those that it needs, in this order.
 */
#include "cli/run.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/gaps.h"
#include "cli/manifest.h"
#include "cli/options.h"
#include "cli/read-text.h"
#include "cli/table-format.h"
#include "graph/plural.h"
#include "io/output.h"

#define MOST_LIST_MIB 64

/* Until options are read: none was given; 0 would be what a user may have typed. */
#define NO_RESOLUTION (-G_MAXDOUBLE)

static gboolean
wants_help (int argc, char **argv)
{
    for (int i = 1; i < argc && !g_str_equal (argv[i], "--"); i++) {
        if (g_str_equal (argv[i], "--help") || g_str_equal (argv[i], "-h"))
            return TRUE;
    }
    return FALSE;
}

static gboolean
check_range (gboolean ok, const char *what, GError **error)
{
    if (!ok)
        g_set_error_literal (error, RHUMB_ERROR, RHUMB_ERROR_INVALID, what);
    return ok;
}

/* One would be written over the other; not so for pipes and devices. */
static gboolean
is_same_file (const char *a, const char *b)
{
    return g_strcmp0 (a, b) == 0 && a != NULL && !g_str_equal (a, "-") &&
           !g_str_has_prefix (a, "/dev/");
}

static gboolean
check_values (const Run *run, GError **error)
{
    return check_range (run->seed >= 0, "--seed is negative, expected 0 or more", error) &&
           check_range (run->n_threads >= 0 && run->n_threads <= 1024,
                        "--threads is out of range, expected 1 to 1024, or 0 for all", error) &&
           check_range (g_strcmp0 (run->output, "") != 0 && g_strcmp0 (run->report, "") != 0 &&
                            g_strcmp0 (run->manifest, "") != 0,
                        "--output, --report or --manifest is empty, expected the name of a file",
                        error) &&
           check_range (!is_same_file (run->output, run->report) &&
                            !is_same_file (run->output, run->manifest) &&
                            !is_same_file (run->report, run->manifest),
                        "--output, --report and --manifest name one file, expected several",
                        error) &&
           check_range (run->from_year >= 0 && run->from_year <= 9999 && run->to_year >= 0 &&
                            run->to_year <= 9999,
                        "--from or --to is out of range, expected years of four digits", error) &&
           check_range (run->density == RHUMB_DENSITY_AUTOMATIC ||
                            (run->density >= 0 && run->density <= 1),
                        "--concept-density is out of range, expected 0 to 1", error) &&
           check_range (run->min_papers >= 1, "--min-papers is below 1, expected 1 or more",
                        error) &&
           check_range (!run->only_vocabulary || run->vocabulary_file != NULL,
                        "--only-vocabulary is alone, expected --vocabulary FILE too", error) &&
           check_range (run->resolution == NO_RESOLUTION ||
                            (run->resolution > 0 && run->resolution <= 1e6),
                        "--resolution is out of range, expected a number above 0", error) &&
           check_range (run->quality == NULL || g_str_equal (run->quality, "modularity") ||
                            g_str_equal (run->quality, "cpm"),
                        "--quality is unknown, expected modularity or cpm", error) &&
           check_range (g_strcmp0 (run->quality, "cpm") != 0 ||
                            run->algorithm == RHUMB_CLUSTERING_LEIDEN,
                        "--quality cpm is for --algorithm leiden alone", error) &&
           check_range (run->resolution == NO_RESOLUTION ||
                            rhumb_clustering_takes_resolution (run->algorithm),
                        "--resolution is for --algorithm leiden and louvain alone", error) &&
           check_range (run->n_topics == 0 || run->resolution == NO_RESOLUTION,
                        "--clusters looks for the resolution, expected it or --resolution",
                        error) &&
           check_range (run->n_topics == 0 || rhumb_clustering_takes_resolution (run->algorithm) ||
                            rhumb_clustering_takes_number (run->algorithm),
                        "--clusters is for --algorithm leiden, louvain and walktrap alone", error);
}

/* No file named: a pipe is read, a terminal gets the usage. */
gboolean
run_find_inputs (Run *run, GError **error)
{
    if (run->inputs[0] != NULL)
        return TRUE;
    if (isatty (STDIN_FILENO)) {
        g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                     "no file named, expected: rhumb %s [options] %s", run->command->name,
                     run->command->arguments);
        return FALSE;
    }
    g_strfreev (run->inputs);
    run->inputs = g_strdupv ((char *[]){(char *)"-", NULL});
    return TRUE;
}

/* What the suffix of -o FILE says of a table. Verbs that draw too have --format, and look whether
 * it is that of a drawing. */
static gboolean
choose_table (Run *run, const GOptionEntry *own, GError **error)
{
    gboolean draws = FALSE;
    for (gsize i = 0; own != NULL && own[i].long_name != NULL; i++)
        draws = draws || g_str_equal (own[i].long_name, "format");
    if (run->format == NULL && table_format_for_path (run->output) == TABLE_JSON_LINES)
        run->json = TRUE;
    return draws || run->json || table_format_check (run->output, error);
}

/* Fills @run from the command line. FALSE without error: help was asked for and printed. */
gboolean
run_parse (Run *run, const Command *command, RunParts parts, const GOptionEntry *own, int argc,
           char **argv, GError **error)
{
    run->command = command;
    run->seed = 1;
    run->density = RHUMB_DENSITY_AUTOMATIC;
    run->min_papers = 1;
    run->resolution = NO_RESOLUTION;
    run->started = g_get_monotonic_time ();
    g_autofree char *typed = g_strjoinv (" ", argv);
    run->command_line = rhumb_text_clean (typed, -1);
    if (wants_help (argc, argv)) {
        g_autofree char *help = options_get_help (command, parts, own);
        fputs (help, stdout);
        return FALSE;
    }
    if (!options_parse (run, parts, own, argc, argv, error) || !check_values (run, error))
        return FALSE;
    if ((parts & RUN_TABLE) && !choose_table (run, own, error))
        return FALSE;
    if (run->resolution == NO_RESOLUTION)
        run->resolution = 0;
    if (run->n_threads > 0)
        rhumb_set_n_threads ((guint)run->n_threads);
    return !(parts & RUN_READS) || run_find_inputs (run, error);
}

gboolean
run_was_given (const Run *run, const char *option)
{
    return run->given != NULL && g_strv_contains ((const char *const *)run->given, option);
}

/* An option that the rest of the command leaves without effect is an error, not ignored. */
gboolean
run_check_used (const Run *run, const char *option, gboolean used, const char *expected,
                GError **error)
{
    if (used || !run_was_given (run, option))
        return TRUE;
    g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID, "--%s does nothing here, expected %s",
                 option, expected);
    return FALSE;
}

/* The same of the options that say how topics are found. */
gboolean
run_check_topics_used (const Run *run, gboolean used, const char *expected, GError **error)
{
    static const char *const OPTIONS[] = {"resolution", "clusters", "quality", "algorithm"};
    for (guint i = 0; i < G_N_ELEMENTS (OPTIONS); i++) {
        if (!run_check_used (run, OPTIONS[i], used, expected, error))
            return FALSE;
    }
    return TRUE;
}

void
run_clear (Run *run)
{
    g_strfreev (run->inputs);
    g_strfreev (run->given);
    g_free (run->report);
    g_free (run->manifest);
    g_free (run->output);
    g_free (run->format);
    g_free (run->stopwords);
    g_free (run->thesaurus);
    g_free (run->vocabulary_file);
    g_clear_pointer (&run->vocabulary, rhumb_vocabulary_unref);
    g_strfreev (run->stopword_list);
    g_strfreev (run->replaced);
    g_strfreev (run->replacements);
    g_free (run->quality);
    g_free (run->command_line);
}

void
results_clear (Results *results)
{
    g_clear_pointer (&results->topics, rhumb_topics_unref);
    g_clear_pointer (&results->ranking, rhumb_ranking_unref);
    g_clear_pointer (&results->concepts, rhumb_concepts_unref);
    g_clear_pointer (&results->graph, rhumb_graph_unref);
    g_clear_pointer (&results->corpus, rhumb_corpus_unref);
}

/* With -v: one line a step, with the seconds since the start. */
void
run_say (const Run *run, const char *format, ...)
{
    if (!run->verbose || run->quiet)
        return;
    va_list arguments;
    va_start (arguments, format);
    g_autofree char *text = g_strdup_vprintf (format, arguments);
    va_end (arguments);
    fprintf (stderr, "%7.3f s  %s\n", (double)(g_get_monotonic_time () - run->started) / 1e6, text);
}

static char **
read_lines (const char *path, GError **error)
{
    g_autofree char *text = read_text (path, MOST_LIST_MIB, error);
    if (text == NULL)
        return NULL;
    g_auto (GStrv) raw = g_strsplit (text, "\n", -1);
    g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
    for (guint i = 0; raw[i] != NULL; i++) {
        if (*g_strchomp (raw[i]) != '\0')
            g_strv_builder_add (lines, raw[i]);
    }
    return g_strv_builder_end (lines);
}

/* A thesaurus has a header line and two columns; an empty second one drops the term. */
static gboolean
read_thesaurus (const char *path, char ***from, char ***to, GError **error)
{
    g_auto (GStrv) lines = read_lines (path, error);
    if (lines == NULL)
        return FALSE;
    g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();
    g_autoptr (GStrvBuilder) replacements = g_strv_builder_new ();
    for (guint i = 0; lines[i] != NULL; i++) {
        g_auto (GStrv) cells = g_strsplit (lines[i], "\t", 3);
        if (i == 0 && g_ascii_strcasecmp (cells[0], "label") == 0)
            continue;
        g_strv_builder_add (labels, cells[0]);
        g_strv_builder_add (replacements, cells[1] != NULL ? cells[1] : "");
    }
    *from = g_strv_builder_end (labels);
    *to = g_strv_builder_end (replacements);
    return TRUE;
}

/* How concepts are found; lists live as long as the run. */
gboolean
run_get_concept_options (Run *run, RhumbConceptOptions *options, GError **error)
{
    if (run->stopwords != NULL && run->stopword_list == NULL &&
        (run->stopword_list = read_lines (run->stopwords, error)) == NULL)
        return FALSE;
    if (run->thesaurus != NULL && run->replaced == NULL &&
        !read_thesaurus (run->thesaurus, &run->replaced, &run->replacements, error))
        return FALSE;
    if (run->vocabulary_file != NULL && run->vocabulary == NULL &&
        (run->vocabulary = rhumb_vocabulary_load (run->vocabulary_file, error)) == NULL)
        return FALSE;
    *options = (RhumbConceptOptions){
        .density = run->density,
        .min_papers = (guint)run->min_papers,
        .stopwords = (const char *const *)run->stopword_list,
        .thesaurus_from = (const char *const *)run->replaced,
        .thesaurus_to = (const char *const *)run->replacements,
        .vocabulary = run->vocabulary,
        .only_vocabulary = run->only_vocabulary,
    };
    return TRUE;
}

gboolean
run_find_concepts (Run *run, Results *results, GError **error)
{
    RhumbConceptOptions options;
    if (!run_get_concept_options (run, &options, error))
        return FALSE;
    results->concepts = rhumb_extract_concepts (results->corpus, &options, error);
    if (results->concepts == NULL)
        return FALSE;
    if (!run->quiet)
        gaps_tell_unread (run->command->name, results->corpus);
    const guint32 n = rhumb_concepts_get_n_concepts (results->concepts);
    run_say (run, "found %u %s", n, rhumb_plural (n, "concept", "concepts"));
    return TRUE;
}

gboolean
run_build_graph (Run *run, Results *results, GError **error)
{
    if (!run_find_concepts (run, results, error))
        return FALSE;
    g_autoptr (RhumbNetwork) mentions = rhumb_find_mentions (results->corpus, error);
    if (mentions == NULL)
        return FALSE;
    results->graph = rhumb_graph_new (results->corpus, results->concepts, mentions, error);
    if (results->graph == NULL)
        return FALSE;
    const guint32 n_nodes = rhumb_graph_get_n_nodes (results->graph);
    const gsize n_edges = rhumb_graph_get_n_edges (results->graph);
    run_say (run, "built a graph of %u %s and %" G_GSIZE_FORMAT " %s", n_nodes,
             rhumb_plural (n_nodes, "node", "nodes"), n_edges,
             rhumb_plural (n_edges, "edge", "edges"));
    return TRUE;
}

gboolean
run_rank (Run *run, Results *results, GError **error)
{
    g_autoptr (RhumbNetwork) walk = rhumb_build_walk_network (results->graph, error);
    if (walk == NULL)
        return FALSE;
    results->ranking = rhumb_pagerank_of_graph (results->graph, walk, NULL, error);
    if (results->ranking == NULL)
        return FALSE;
    const guint n = rhumb_ranking_get_n_iterations (results->ranking);
    run_say (run, "ranked in %u %s", n, rhumb_plural (n, "sweep", "sweeps"));
    return TRUE;
}

/* How topics are found. */
RhumbTopicOptions
run_get_topic_options (const Run *run)
{
    RhumbTopicOptions options = RHUMB_TOPIC_DEFAULTS;
    if (run->resolution > 0)
        options.resolution = run->resolution;
    if (g_strcmp0 (run->quality, "cpm") == 0)
        options.quality = RHUMB_LEIDEN_CPM;
    options.n_topics = (guint)run->n_topics;
    options.seed = (guint64)run->seed;
    options.method = run->algorithm;
    return options;
}

gboolean
run_find_topics (Run *run, Results *results, GError **error)
{
    const RhumbTopicOptions options = run_get_topic_options (run);
    results->topics = rhumb_find_topics (results->graph, results->ranking, &options, error);
    if (results->topics == NULL)
        return FALSE;
    const guint32 n = rhumb_topics_get_n_topics (results->topics);
    run_say (run, "found %u %s", n, rhumb_plural (n, "topic", "topics"));
    if (run_was_given (run, "clusters") && n < options.n_topics && !run->quiet)
        fprintf (stderr, "rhumb %s: %u %s, the nearest to %u that was found\n", run->command->name,
                 n, rhumb_plural (n, "topic", "topics"), options.n_topics);
    return TRUE;
}

/* How many of @n rows --top leaves. */
guint
run_limit (const Run *run, guint n)
{
    return run->top > 0 ? MIN ((guint)run->top, n) : n;
}

gboolean
run_write_table (Run *run, const Table *table, GError **error)
{
    gsize length = 0;
    const char *text = table_get_text (table, &length);
    run->found_nothing = table_is_empty (table);
    if (run->json || table_format_for_path (run->output) != TABLE_COMMAS)
        return rhumb_output_write (run->output, text, length, error);
    g_autofree char *parted = table_part_with_commas (text, &length);
    return rhumb_output_write (run->output, parted, length, error);
}

/* The last step of a verb: why nothing was found, and the manifest, if one is wanted. */
gboolean
run_finish (Run *run, const Results *results, GError **error)
{
    run_say (run, "done");
    if (run->found_nothing && !run->quiet)
        gaps_tell_empty (run->command->name, results->corpus, run->why_nothing);
    if (run->manifest == NULL)
        return TRUE;
    g_autofree char *manifest = manifest_write (run, results);
    return rhumb_output_write (run->manifest, manifest, strlen (manifest), error);
}
