/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The first step of a verb: its options are read and checked. The others are run-load.c,
 * run-concepts.c, run-topics.c and run-write.c; a verb calls those that it needs, in this order.
 */
#include "cli/run.h"

#include <unistd.h>

#include "cli/choice.h"
#include "cli/named-files.h"
#include "cli/options.h"

/* Beyond these all papers, or none, belong together, whatever the papers. */
#define LEAST_RESOLUTION 1e-12
#define MOST_RESOLUTION 1e6

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
check_together (gboolean ok, const char *what, GError **error)
{
    if (!ok)
        g_set_error_literal (error, RHUMB_ERROR, RHUMB_ERROR_INVALID, what);
    return ok;
}

/* Each option by itself. */
static gboolean
check_values (const Run *run, GError **error)
{
    return choice_check_least ("seed", run->seed, 0, error) &&
           choice_check_number ("threads", run->n_threads, 0, 1024, error) &&
           choice_check_number ("from", run->from_year, 0, 9999, error) &&
           choice_check_number ("to", run->to_year, 0, 9999, error) &&
           (!run_was_given (run, "concept-density") ||
            choice_check_real ("concept-density", run->density, 0, 1, error)) &&
           choice_check_least ("min-papers", run->min_papers, 1, error) &&
           (!run_was_given (run, "resolution") ||
            choice_check_real ("resolution", run->resolution, LEAST_RESOLUTION, MOST_RESOLUTION,
                               error));
}

/* Options that decide of others. */
static gboolean
check_combinations (const Run *run, GError **error)
{
    const gboolean has_resolution = run_was_given (run, "resolution");
    const gboolean takes_resolution = rhumb_clustering_takes_resolution (run->algorithm);
    return check_together (!run->only_vocabulary || run->vocabulary_file != NULL,
                           "--only-vocabulary is alone, expected --vocabulary FILE too", error) &&
           check_together (run->quality != RHUMB_LEIDEN_CPM ||
                               run->algorithm == RHUMB_CLUSTERING_LEIDEN,
                           "--quality cpm is for --algorithm leiden alone", error) &&
           check_together (!has_resolution || takes_resolution,
                           "--resolution is for --algorithm leiden and louvain alone", error) &&
           check_together (run->n_topics == 0 || !has_resolution,
                           "--clusters looks for the resolution, expected it or --resolution",
                           error) &&
           check_together (run->n_topics == 0 || takes_resolution ||
                               rhumb_clustering_takes_number (run->algorithm),
                           "--clusters is for --algorithm leiden, louvain and walktrap alone",
                           error);
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

/* Fills @run from the command line. FALSE without error: help was asked for and printed. */
gboolean
run_parse (Run *run, const Command *command, RunParts parts, const GOptionEntry *own, int argc,
           char **argv, GError **error)
{
    run->command = command;
    run->seed = 1;
    run->density = RHUMB_DENSITY_AUTOMATIC;
    run->min_papers = 1;
    run->started = g_get_monotonic_time ();
    g_autofree char *typed = g_strjoinv (" ", argv);
    run->command_line = rhumb_text_clean (typed, -1);
    if (wants_help (argc, argv)) {
        g_autofree char *help = options_get_help (command, parts, own);
        fputs (help, stdout);
        return FALSE;
    }
    if (!options_parse (run, parts, own, argc, argv, error) || !check_values (run, error) ||
        !check_combinations (run, error))
        return FALSE;
    /* Standard output is where results go if nothing is said. */
    if (g_strcmp0 (run->output, "-") == 0)
        g_clear_pointer (&run->output, g_free);
    if ((parts & RUN_TABLE) && !run_choose_table (run, own, error))
        return FALSE;
    if (run->n_threads > 0)
        rhumb_set_n_threads ((guint)run->n_threads);
    return (!(parts & RUN_READS) || run_find_inputs (run, error)) &&
           named_files_check (run, parts, error);
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

static gboolean
check_all_used (const Run *run, const char *const *options, gboolean used, const char *expected,
                GError **error)
{
    for (guint i = 0; options[i] != NULL; i++) {
        if (!run_check_used (run, options[i], used, expected, error))
            return FALSE;
    }
    return TRUE;
}

/* The same of the options that say how topics are found. */
gboolean
run_check_topics_used (const Run *run, gboolean used, const char *expected, GError **error)
{
    static const char *const OPTIONS[] = {"resolution", "clusters", "quality", "algorithm", NULL};
    return check_all_used (run, OPTIONS, used, expected, error);
}

/* The same of those that say how concepts are found. */
gboolean
run_check_concepts_used (const Run *run, gboolean used, const char *expected, GError **error)
{
    static const char *const OPTIONS[] = {
        "concept-density", "min-papers",      "stopwords", "thesaurus",
        "vocabulary",      "only-vocabulary", NULL};
    return check_all_used (run, OPTIONS, used, expected, error);
}

void
run_clear (Run *run)
{
    g_strfreev (run->inputs);
    g_strfreev (run->given);
    g_clear_pointer (&run->options, g_array_unref);
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
    g_free (run->command_line);
}

void
results_clear (Results *results)
{
    if (results->digest != NULL)
        g_free (g_thread_join (g_steal_pointer (&results->digest)));
    if (results->ranker != NULL)
        results->ranking = ranker_finish (g_steal_pointer (&results->ranker), NULL);
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
