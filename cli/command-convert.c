/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * rhumb convert: give me the data.
 */
#include <string.h>

#include "analytics/network/derive-private.h"
#include "cli/choice.h"
#include "cli/methods.h"
#include "cli/run.h"
#include "graph/plural.h"
#include "graph/set-error.h"
#include "io/format-private.h"

/* No number that anybody types. */
#define NOT_GIVEN (-G_MAXDOUBLE)

static int run_convert (const Command *command, int argc, char **argv);

const Command command_convert = {
    "convert",
    "give me the data: papers or a network in another format",
    "FILE…",
    "The format is that of the suffix of -o FILE, or --format NAME (rhumb formats lists those\n"
    "that papers and networks can be written in); without both papers are written as jsonl.\n"
    "Files of a network go to formats of networks with all their attributes; several files of\n"
    "one network come together by the ids of nodes, as a map and a network file of VOSviewer do.\n"
    "--network writes a network instead, nodes and edges with all that is known of them: a\n"
    "relation of the graph, as it is (about, mentions, wrote, published_in, broader, or all), or\n"
    "one that follows from it:\n\n"
    "%s\n"
    "Works outside the papers count if two papers cite them. Normalisations: association\n"
    "2m c/(k k'), fractionalisation c (n/k + n/k')/2, with k the links of a node;\n"
    "association-occurrence c/(s s'), jaccard, salton, inclusion, equivalence, with s what a node\n"
    "has; none. Citations that are normalised lose their direction. A hybrid link mixes the cosine\n"
    "of texts with Salton's measure of references; each side gives a paper its 20 strongest links,\n"
    "or --top-links, and is 0 for the others. Links that would take more than 4 GiB are refused:\n"
    "--top-links and --hub-cap make them fewer.\n\n"
    "Example: rhumb convert examples/papers-page.txt --network co-occurrence -o concepts.graphml",
    run_convert,
};

/* What the options of networks say. */
typedef struct {
    char *network;
    char *counting;
    char *normalisation;
    int top_links; /* 0 = not given */
    double min_weight;
    int hub_cap;       /* 0 = not given */
    double text_share; /* NOT_GIVEN = not given */
} Wanted;

static void
wanted_clear (Wanted *wanted)
{
    g_free (wanted->network);
    g_free (wanted->counting);
    g_free (wanted->normalisation);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wanted, wanted_clear)

/* The networks with their summaries go into the help where it has its %s. */
static char *
describe_networks (const char *details)
{
    g_autoptr (GString) list = g_string_new (NULL);
    for (guint i = 0; i < rhumb_derivation_get_n (); i++)
        g_string_append_printf (list, "  %-16s %s\n", rhumb_derivation_get_name (i),
                                rhumb_derivation_get_summary (i));
    g_auto (GStrv) parts = g_strsplit (details, "%s", 2);
    return g_strconcat (parts[0], list->str, parts[1], NULL);
}

static gboolean
refuse (GError **error, const char *what)
{
    g_set_error_literal (error, RHUMB_ERROR, RHUMB_ERROR_INVALID, what);
    return FALSE;
}

static gboolean
is_plain (const Wanted *wanted)
{
    return wanted->counting == NULL && wanted->normalisation == NULL && wanted->top_links == 0 &&
           wanted->min_weight == 0 && wanted->hub_cap == 0 && wanted->text_share == NOT_GIVEN;
}

static gboolean
read_options (const Run *run, const Wanted *wanted, RhumbDeriveOptions *options, GError **error)
{
    static const char *const COUNTINGS[] = {"full", "fractional", NULL};
    const char *normalisations[RHUMB_N_NORMALISATIONS + 1] = {NULL};
    for (guint i = 0; i < RHUMB_N_NORMALISATIONS; i++)
        normalisations[i] = rhumb_normalisation_get_name ((RhumbNormalisation)i);
    RhumbProductOptions *product = &options->product;
    guint counting = 0;
    guint normalisation = 0;
    if (!choice_find ("counting", wanted->counting, COUNTINGS, &counting, error) ||
        !choice_find ("normalise", wanted->normalisation, normalisations, &normalisation, error))
        return FALSE;
    if (run_was_given (run, "top-links") &&
        !choice_check_least ("top-links", wanted->top_links, 1, error))
        return FALSE;
    if (run_was_given (run, "hub-cap") &&
        !choice_check_least ("hub-cap", wanted->hub_cap, 2, error))
        return FALSE;
    if (!(wanted->min_weight >= 0 && wanted->min_weight <= G_MAXDOUBLE)) {
        rhumb_set_error (error, RHUMB_ERROR_INVALID,
                         "--min-weight is %.15g, expected a finite number, 0 or more",
                         wanted->min_weight);
        return FALSE;
    }
    if (wanted->text_share != NOT_GIVEN && !g_str_equal (wanted->network, "hybrid"))
        return refuse (error, "--text-share is of --network hybrid only");
    product->counting = (RhumbCounting)counting;
    product->normalisation = (RhumbNormalisation)normalisation;
    product->top_links = (guint)wanted->top_links;
    product->hub_cap = (guint)wanted->hub_cap;
    product->min_weight = wanted->min_weight;
    if (wanted->text_share != NOT_GIVEN)
        options->text_share = wanted->text_share;
    return rhumb_derivation_check (wanted->network, options, error);
}

static gboolean
is_derived (const char *name)
{
    for (guint i = 0; i < rhumb_derivation_get_n (); i++)
        if (g_str_equal (name, rhumb_derivation_get_name (i)))
            return TRUE;
    return FALSE;
}

static gboolean
find_relation (const char *name, RhumbRelation *relation)
{
    int i = 0;
    while (i < RHUMB_N_RELATIONS && !g_str_equal (name, rhumb_relation_get_name ((RhumbRelation)i)))
        i++;
    *relation = (RhumbRelation)i;
    return i < RHUMB_N_RELATIONS || g_str_equal (name, "all");
}

/* Whether a network, if one is wanted, follows from what papers are about. */
static gboolean
needs_concepts (const Wanted *wanted)
{
    RhumbRelation relation;
    if (wanted->network == NULL || is_derived (wanted->network))
        return wanted->network != NULL && rhumb_derivation_needs_concepts (wanted->network);
    return !find_relation (wanted->network, &relation) || relation == RHUMB_RELATION_ABOUT ||
           relation == RHUMB_RELATION_BROADER || relation == RHUMB_N_RELATIONS;
}

static gboolean
check_network (const Run *run, const Wanted *wanted, RhumbDeriveOptions *options, GError **error)
{
    RhumbRelation unread;
    if (wanted->network == NULL)
        return is_plain (wanted) ? TRUE : refuse (error, "options of networks need --network NAME");
    if (is_derived (wanted->network))
        return read_options (run, wanted, options, error);
    if (find_relation (wanted->network, &unread))
        return is_plain (wanted)
                   ? TRUE
                   : refuse (error, "relations are written as they are; their links are neither "
                                    "counted nor normalised nor chosen");
    g_autoptr (GString) names = g_string_new (NULL);
    for (guint i = 0; i < rhumb_derivation_get_n (); i++)
        g_string_append_printf (names, "%s, ", rhumb_derivation_get_name (i));
    g_set_error (
        error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
        "--network is “%s”, expected %sabout, mentions, wrote, published_in, broader or all",
        wanted->network, names->str);
    return FALSE;
}

static RhumbAttributedNetwork *
derive (const Run *run, const RhumbGraph *graph, const Wanted *wanted,
        const RhumbDeriveOptions *options, GError **error)
{
    RhumbProductReport report = {0};
    g_autoptr (RhumbDerivedNetwork) derived =
        rhumb_derive_network (graph, wanted->network, options, &report, error);
    if (derived == NULL)
        return NULL;
    if (report.n_hubs > 0 && !run->quiet)
        fprintf (stderr, "rhumb convert: %u %s more than %u nodes share %s left out\n",
                 report.n_hubs, rhumb_plural (report.n_hubs, "hub that", "hubs that"),
                 options->product.hub_cap, rhumb_plural (report.n_hubs, "is", "are"));
    return rhumb_attributed_network_new_for_derived (graph, derived, wanted->network);
}

/* An empty file would say nothing of why. */
static void
tell_unlinked (const Run *run, const RhumbAttributedNetwork *network, const char *name)
{
    if (run->quiet || rhumb_attributed_network_get_n_edges (network) > 0)
        return;
    const guint32 n = rhumb_attributed_network_get_n_nodes (network);
    fprintf (
        stderr,
        "rhumb convert: %s has %u %s and no links; rhumb describe tells what the papers lack\n",
        name, n, rhumb_plural (n, "node", "nodes"));
}

static void
add_methods (Run *run, const Wanted *wanted, const RhumbDeriveOptions *options)
{
    const RhumbNormalisation normalisation = options->product.normalisation;
    methods_add_network (run, wanted->network);
    if (options->product.counting == RHUMB_COUNTING_FRACTIONAL)
        methods_add (run, METHOD_FRACTIONAL_COUNTING);
    if (normalisation == RHUMB_NORMALISATION_ASSOCIATION ||
        normalisation == RHUMB_NORMALISATION_ASSOCIATION_OCCURRENCE)
        methods_add (run, METHOD_ASSOCIATION_STRENGTH);
    if (normalisation == RHUMB_NORMALISATION_FRACTIONALISATION)
        methods_add (run, METHOD_FRACTIONALISATION);
}

static gboolean
write_network (Run *run, Results *results, const Wanted *wanted, const RhumbDeriveOptions *options,
               GError **error)
{
    add_methods (run, wanted, options);
    if (!run_load (run, results, error) ||
        !(needs_concepts (wanted) ? run_build_graph (run, results, error)
                                  : run_build_graph_without_concepts (run, results, error)))
        return FALSE;
    RhumbRelation relation;
    const gboolean as_it_is = is_plain (wanted) && find_relation (wanted->network, &relation);
    g_autoptr (RhumbAttributedNetwork) network =
        as_it_is ? rhumb_attributed_network_new_for_graph (results->graph, relation)
                 : derive (run, results->graph, wanted, options, error);
    if (network == NULL ||
        !rhumb_attributed_network_save (network, run->output, run->format, error))
        return FALSE;
    tell_unlinked (run, network, wanted->network);
    return TRUE;
}

/* Whether the format holds networks alone. */
static gboolean
is_of_networks (const Run *run)
{
    const RhumbFormat *format = run->format != NULL   ? rhumb_format_find (run->format)
                                : run->output != NULL ? rhumb_format_for_path (run->output)
                                                      : NULL;
    return format != NULL && format->write_corpus == NULL && format->save == NULL &&
           (format->write_network != NULL || format->network_parts != NULL);
}

/* A network goes from file to file as it is. Papers are no network: of which relation must be
 * said. */
static gboolean
rewrite_network (Run *run, Results *results, GError **error)
{
    GError *problem = NULL;
    g_autoptr (RhumbAttributedNetwork) network = run_load_network (run, results, &problem);
    if (network != NULL)
        return rhumb_attributed_network_save (network, run->output, run->format, error);
    g_propagate_error (error, problem);
    if (g_error_matches (problem, RHUMB_ERROR, RHUMB_ERROR_UNSUPPORTED))
        g_prefix_error (error, "a network is wanted, expected --network NAME, as in --network "
                               "cites: ");
    return FALSE;
}

/* Papers are written as JSON Lines if nothing is said. */
static const char *
get_format_of_papers (const Run *run)
{
    return run->format == NULL && run->output == NULL ? "jsonl" : run->format;
}

/* An unknown format fails before minutes of work, not after. */
static gboolean
check_format (const Run *run, const Wanted *wanted, GError **error)
{
    const gboolean of_network = wanted->network != NULL || is_of_networks (run);
    return rhumb_format_choose_output (
               run->output, of_network ? run->format : get_format_of_papers (run),
               of_network ? RHUMB_FORMAT_WRITES_NETWORK : RHUMB_FORMAT_WRITES_CORPUS,
               error) != NULL;
}

/* What a format cannot say is told, in one line. */
static void
tell_unplaced (const Run *run, const RhumbCorpus *corpus, const char *name)
{
    const RhumbFormat *format =
        name != NULL ? rhumb_format_find (name) : rhumb_format_for_path (run->output);
    if (run->quiet || format == NULL || format->list_unplaced == NULL)
        return;
    g_autoptr (GPtrArray) names = format->list_unplaced (corpus);
    if (names->len == 0)
        return;
    fprintf (stderr, "rhumb convert: %s has no place for: ", format->name);
    for (guint i = 0; i < names->len; i++)
        fprintf (stderr, "%s%s", i > 0 ? ", " : "", (const char *)names->pdata[i]);
    fprintf (stderr, "; left out\n");
}

static gboolean
write_papers (Run *run, Results *results, GError **error)
{
    const char *format = get_format_of_papers (run);
    if (!run_load (run, results, error) ||
        !rhumb_corpus_save (results->corpus, run->output, format, error))
        return FALSE;
    tell_unplaced (run, results->corpus, format);
    return TRUE;
}

static int
run_convert (const Command *command, int argc, char **argv)
{
    g_auto (Run) run = {0};
    g_auto (Results) results = {0};
    g_autoptr (GError) error = NULL;
    g_auto (Wanted) wanted = {.text_share = NOT_GIVEN};
    RhumbDeriveOptions options = RHUMB_DERIVE_DEFAULTS;
    g_autofree char *details = describe_networks (command->details);
    Command described = *command;
    described.details = details;
    const GOptionEntry own[] = {
        {"format", 0, 0, G_OPTION_ARG_STRING, &run.format, "Format to write, by name or suffix",
         "NAME"},
        {"network", 0, 0, G_OPTION_ARG_STRING, &wanted.network, "Write a network, not papers",
         "NAME"},
        {"counting", 0, 0, G_OPTION_ARG_STRING, &wanted.counting,
         "full (default), or fractional: what n share counts 1 / (n - 1)", "NAME"},
        {"normalise", 0, 0, G_OPTION_ARG_STRING, &wanted.normalisation,
         "How links are put into relation to sizes (none)", "NAME"},
        {"top-links", 0, 0, G_OPTION_ARG_INT, &wanted.top_links,
         "Keep the K strongest links of each node (all)", "K"},
        {"min-weight", 0, 0, G_OPTION_ARG_DOUBLE, &wanted.min_weight,
         "Leave out links of less weight (0)", "X"},
        {"hub-cap", 0, 0, G_OPTION_ARG_INT, &wanted.hub_cap,
         "Leave out what more than N nodes share (nothing)", "N"},
        {"text-share", 0, 0, G_OPTION_ARG_DOUBLE, &wanted.text_share,
         "How much the text decides of a hybrid link (0.5)", "X"},
        {NULL},
    };
    if (!run_parse (&run, &described, RUN_READS | RUN_CONCEPTS, own, argc, argv, &error))
        return error != NULL ? command_fail (command, error) : EXIT_DONE;
    run.command = command;
    if (!check_network (&run, &wanted, &options, &error) ||
        !run_check_concepts_used (&run, needs_concepts (&wanted),
                                  "a network of concepts, as --network about", &error) ||
        !check_format (&run, &wanted, &error))
        return command_fail (command, error);
    const gboolean written = wanted.network != NULL
                                 ? write_network (&run, &results, &wanted, &options, &error)
                             : is_of_networks (&run) ? rewrite_network (&run, &results, &error)
                                                     : write_papers (&run, &results, &error);
    if (!written || !run_finish (&run, &results, &error))
        return command_fail (command, error);
    return EXIT_DONE;
}
