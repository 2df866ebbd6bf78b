/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The options that verbs share, in groups; a verb has the groups of what it does, so that none of
 * them is accepted and ignored.
 */
#include "cli/options.h"

#include <string.h>

#include "cli/choice.h"
#include "cli/suggest.h"

static gboolean
parse_wanted_topics (const char *name, const char *value, gpointer data, GError **error)
{
    (void)name;
    Run *run = data;
    const char *digits = *value == '~' ? value + 1 : value;
    guint64 number = 0;
    if (!g_ascii_string_to_unsigned (digits, 10, 1, 100000, &number, NULL)) {
        g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                     "--clusters is “%s”, expected a number from 1 to 100000, as in ~12", value);
        return FALSE;
    }
    run->n_topics = (int)number;
    return TRUE;
}

static gboolean
parse_top (const char *name, const char *value, gpointer data, GError **error)
{
    (void)name;
    Run *run = data;
    guint64 number = 0;
    if (!g_ascii_string_to_unsigned (value, 10, 1, G_MAXINT, &number, NULL)) {
        g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                     "--top is “%s”, expected a number of rows, 1 or more", value);
        return FALSE;
    }
    run->top = (int)number;
    return TRUE;
}

static gboolean
parse_algorithm (const char *name, const char *value, gpointer data, GError **error)
{
    (void)name;
    Run *run = data;
    const char *names[RHUMB_N_CLUSTERING_METHODS + 1] = {NULL};
    for (guint i = 0; i < RHUMB_N_CLUSTERING_METHODS; i++)
        names[i] = rhumb_clustering_get_name ((RhumbClusteringMethod)i);
    guint found = RHUMB_CLUSTERING_LEIDEN;
    const gboolean known = choice_find ("algorithm", value, names, &found, error);
    run->algorithm = (RhumbClusteringMethod)found;
    return known;
}

static gboolean
parse_quality (const char *name, const char *value, gpointer data, GError **error)
{
    (void)name;
    static const char *const NAMES[] = {"modularity", "cpm", NULL};
    Run *run = data;
    guint found = RHUMB_LEIDEN_MODULARITY;
    const gboolean known = choice_find ("quality", value, NAMES, &found, error);
    run->quality = (RhumbLeidenQuality)found;
    return known;
}

/* A number of bytes, with K, M, G or T for powers of 1024. */
static gboolean
parse_max_bytes (const char *name, const char *value, gpointer data, GError **error)
{
    (void)name;
    static const char units[] = "KMGT";
    Run *run = data;
    const gsize n_digits = strspn (value, "0123456789");
    const char *unit = value + n_digits;
    const char *power = *unit != '\0' ? strchr (units, g_ascii_toupper (*unit)) : NULL;
    const guint shift = power != NULL ? 10 * (guint)(power - units + 1) : 0;
    g_autofree char *digits = g_strndup (value, n_digits);
    guint64 number = 0;
    if ((*unit != '\0' && (power == NULL || unit[1] != '\0')) ||
        !g_ascii_string_to_unsigned (digits, 10, 1, G_MAXUINT64 >> shift, &number, NULL)) {
        g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                     "--max-bytes is “%s”, expected a number above 0, as in 500M", value);
        return FALSE;
    }
    run->max_bytes = number << shift;
    return TRUE;
}

static void
add_entries (GOptionGroup *group, Run *run, const GOptionEntry *entries)
{
    g_option_group_add_entries (group, entries);
    for (gsize i = 0; entries[i].long_name != NULL; i++)
        g_array_append_val (run->options, entries[i]);
}

static void
add_group (GOptionContext *context, Run *run, const char *name, const char *title,
           const GOptionEntry *entries, const GOptionEntry *more)
{
    if (entries[0].long_name == NULL && (more == NULL || more[0].long_name == NULL))
        return;
    g_autofree char *help = g_strdup_printf ("Show %s options", name);
    GOptionGroup *group = g_option_group_new (name, title, help, run, NULL);
    add_entries (group, run, entries);
    if (more != NULL)
        add_entries (group, run, more);
    g_option_context_add_group (context, group);
}

static void
add_reading (GOptionContext *context, Run *run)
{
    const GOptionEntry entries[] = {
        {"from", 0, 0, G_OPTION_ARG_INT, &run->from_year, "Leave out papers before YEAR", "YEAR"},
        {"to", 0, 0, G_OPTION_ARG_INT, &run->to_year, "Leave out papers after YEAR", "YEAR"},
        {"strict", 0, 0, G_OPTION_ARG_NONE, &run->strict, "Stop at the first bad record", NULL},
        {"separate-preprints", 0, 0, G_OPTION_ARG_NONE, &run->separate_versions,
         "Keep a preprint and its published version apart", NULL},
        {"reverse-edges", 0, 0, G_OPTION_ARG_NONE, &run->reverse_edges,
         "Edges of networks lead from the cited to the citing", NULL},
        {"max-bytes", 0, 0, G_OPTION_ARG_CALLBACK, parse_max_bytes,
         "Most bytes of one file, after decompression (16G)", "N"},
        {"report", 0, 0, G_OPTION_ARG_FILENAME, &run->report,
         "Write what was read, skipped and merged, and why", "FILE"},
        {"manifest", 0, 0, G_OPTION_ARG_FILENAME, &run->manifest,
         "Write version, options, inputs, counts, methods with sources and seconds as JSON",
         "FILE"},
        {NULL},
    };
    add_group (context, run, "reading", "Reading:", entries, NULL);
}

static void
add_concepts (GOptionContext *context, Run *run)
{
    const GOptionEntry entries[] = {
        {"concept-density", 0, 0, G_OPTION_ARG_DOUBLE, &run->density,
         "0: few concepts, as authors choose; 1: many, as indexers do (what suits)", "X"},
        {"min-papers", 0, 0, G_OPTION_ARG_INT, &run->min_papers,
         "Leave out concepts of fewer papers (1)", "N"},
        {"stopwords", 0, 0, G_OPTION_ARG_FILENAME, &run->stopwords,
         "Phrases that are no concepts, one a line", "FILE"},
        {"thesaurus", 0, 0, G_OPTION_ARG_FILENAME, &run->thesaurus,
         "Table “label, replace by”, as VOSviewer reads it", "FILE"},
        {"vocabulary", 0, 0, G_OPTION_ARG_FILENAME, &run->vocabulary_file,
         "Controlled vocabulary: SKOS, CSV, CSO, OpenAlex topics, MeSH; told by content", "FILE"},
        {"only-vocabulary", 0, 0, G_OPTION_ARG_NONE, &run->only_vocabulary,
         "No concepts but those of the vocabulary", NULL},
        {NULL},
    };
    add_group (context, run, "concepts", "Concepts:", entries, NULL);
}

static void
add_topics (GOptionContext *context, Run *run)
{
    const GOptionEntry entries[] = {
        {"resolution", 0, 0, G_OPTION_ARG_DOUBLE, &run->resolution,
         "Resolution of the clustering; higher gives more topics (what suits)", "X"},
        {"clusters", 0, 0, G_OPTION_ARG_CALLBACK, parse_wanted_topics,
         "As nearly N topics as possible, ~N too (1.45 √papers, at most 14)", "N"},
        {"quality", 0, 0, G_OPTION_ARG_CALLBACK, parse_quality,
         "What the clustering maximises: modularity (default) or cpm", "NAME"},
        {"algorithm", 0, 0, G_OPTION_ARG_CALLBACK, parse_algorithm,
         "leiden (default), louvain, walktrap, infomap or label-propagation", "NAME"},
        {NULL},
    };
    add_group (context, run, "topics", "Topics:", entries, NULL);
}

/* What a verb has of its own comes first: it is what its help is asked for. */
static void
add_own (GOptionContext *context, Run *run, RunParts parts, const GOptionEntry *own)
{
    const GOptionEntry table[] = {
        {"json", 0, 0, G_OPTION_ARG_NONE, &run->json,
         "JSON Lines instead of a table, as in -o FILE.jsonl; -o FILE.csv has commas", NULL},
        {"top", 0, 0, G_OPTION_ARG_CALLBACK, parse_top,
         "Only the first N rows (all; 20 of what is like something)", "N"},
        {NULL},
    };
    static const GOptionEntry none[] = {{NULL}};
    add_group (context, run, "own", "Options:", own != NULL ? own : none,
               parts & RUN_TABLE ? table : none);
}

static void
add_general (GOptionContext *context, Run *run)
{
    const GOptionEntry general[] = {
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &run->output,
         "Write to FILE instead of standard output", "FILE"},
        {"seed", 0, 0, G_OPTION_ARG_INT64, &run->seed, "Seed of random choices (1)", "N"},
        {"threads", 0, 0, G_OPTION_ARG_INT, &run->n_threads,
         "Processors to use (0: all); results are the same for any number", "N"},
        {"quiet", 'q', 0, G_OPTION_ARG_NONE, &run->quiet, "Say nothing but errors", NULL},
        {"verbose", 'v', 0, G_OPTION_ARG_NONE, &run->verbose,
         "Say what is done and how long it takes", NULL},
        {NULL},
    };
    add_group (context, run, "general", "General:", general, NULL);
}

static GOptionContext *
make_context (Run *run, const Command *command, RunParts parts, const GOptionEntry *own)
{
    GOptionContext *context = g_option_context_new (NULL);
    run->options = g_array_new (FALSE, FALSE, sizeof (GOptionEntry));
    g_option_context_set_summary (context, command->summary);
    g_option_context_set_description (context, command->details);
    g_option_context_set_help_enabled (context, FALSE);
    add_own (context, run, parts, own);
    if (parts & RUN_READS)
        add_reading (context, run);
    if (parts & RUN_CONCEPTS)
        add_concepts (context, run);
    if (parts & RUN_TOPICS)
        add_topics (context, run);
    add_general (context, run);
    return context;
}

/* The whole help of a verb: usage, every option with its group, columns, an example. */
char *
options_get_help (const Command *command, RunParts parts, const GOptionEntry *own)
{
    g_auto (Run) run = {0};
    g_autoptr (GOptionContext) context = make_context (&run, command, parts, own);
    g_autofree char *text = g_option_context_get_help (context, FALSE, NULL);
    /* GLib's own lines of usage end with the first empty line. */
    const char *rest = strstr (text, "\n\n");
    return g_strdup_printf ("Usage: rhumb %s [options]%s%s%s", command->name,
                            *command->arguments != '\0' ? " " : "", command->arguments,
                            rest != NULL ? rest : "\n");
}

/* The long options of a verb, without their dashes. */
static GStrv
list_names (const Run *run)
{
    GStrv names = g_new0 (char *, run->options->len + 1);
    for (guint i = 0; i < run->options->len; i++)
        names[i] = g_strdup (g_array_index (run->options, GOptionEntry, i).long_name);
    return names;
}

/* GLib only says that bytes are none of the locale's text, not where; and that is no data's fault.
 */
static void
name_bad_text (char **argv, GError **error)
{
    if (error == NULL || (*error)->domain != G_CONVERT_ERROR)
        return;
    gsize i = 0;
    while (argv[i] != NULL && g_utf8_validate (argv[i], -1, NULL))
        i++;
    g_autofree char *shown = g_utf8_make_valid (argv[i] != NULL ? argv[i] : "", -1);
    g_clear_error (error);
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 "“%s” has bytes that are no letters of this locale, expected UTF-8", shown);
}

/* Adds to an error about an unknown option which one may be meant. */
static void
suggest_option (const Run *run, char **argv, GError **error)
{
    if (error == NULL || !g_error_matches (*error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION))
        return;
    g_auto (GStrv) names = list_names (run);
    for (gsize i = 0; argv[i] != NULL; i++) {
        if (!g_str_has_prefix (argv[i], "--"))
            continue;
        g_autofree char *typed = g_strndup (argv[i] + 2, strcspn (argv[i] + 2, "="));
        const gboolean is_known = g_strv_contains ((const char *const *)names, typed);
        const char *meant = is_known ? NULL : suggest (typed, (const char *const *)names);
        if (meant != NULL && strstr ((*error)->message, typed) != NULL) {
            g_autofree char *message =
                g_strdup_printf ("%s, did you mean --%s?", (*error)->message, meant);
            g_clear_error (error);
            g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION, message);
            return;
        }
    }
}

/* Whether what follows an option is its value. @typed: with its dashes, as it was typed. */
static gboolean
takes_next (const Run *run, const char *typed)
{
    const gboolean is_long = g_str_has_prefix (typed, "--");
    for (guint i = 0; i < run->options->len; i++) {
        const GOptionEntry *option = &g_array_index (run->options, GOptionEntry, i);
        const gboolean is_meant = is_long ? g_str_equal (typed + 2, option->long_name)
                                          : option->short_name != 0 && typed[0] == '-' &&
                                                strchr (typed + 1, option->short_name) != NULL;
        if (is_meant)
            return option->arg != G_OPTION_ARG_NONE;
    }
    return FALSE;
}

/* The long options that were typed, without their dashes and values. */
static GStrv
list_given (const Run *run, char **argv)
{
    g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
    for (gsize i = 1; argv[i] != NULL && !g_str_equal (argv[i], "--"); i++) {
        if (g_str_has_prefix (argv[i], "--"))
            g_ptr_array_add (names, g_strndup (argv[i] + 2, strcspn (argv[i] + 2, "=")));
        if (takes_next (run, argv[i]) && argv[i + 1] != NULL)
            i++;
    }
    g_ptr_array_add (names, NULL);
    return (GStrv)g_ptr_array_steal (names, NULL);
}

/* Parses everything after the verb; what remains are the inputs. */
gboolean
options_parse (Run *run, RunParts parts, const GOptionEntry *own, int argc, char **argv,
               GError **error)
{
    g_autoptr (GOptionContext) context = make_context (run, run->command, parts, own);
    g_auto (GStrv) arguments = g_new0 (char *, (gsize)argc + 1);
    for (int i = 0; i < argc; i++)
        arguments[i] = g_strdup (argv[i]);
    g_auto (GStrv) typed = g_strdupv (arguments);
    if (!g_option_context_parse_strv (context, &arguments, error)) {
        name_bad_text (typed, error);
        suggest_option (run, typed, error);
        return FALSE;
    }
    run->given = list_given (run, typed);
    gsize first = arguments[0] != NULL ? 1 : 0;
    if (arguments[0] != NULL && g_strcmp0 (arguments[1], "--") == 0)
        first = 2;
    run->inputs = g_strdupv (arguments + first);
    return TRUE;
}
