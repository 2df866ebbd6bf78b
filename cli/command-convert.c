/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * rhumb convert: give me the data.
 */
#include <string.h>

#include "cli/run.h"

static int run_convert (const Command *command, int argc, char **argv);

const Command command_convert = {
    "convert",
    "give me the data: papers or a network in another format",
    "FILE…",
    "The format is that of the suffix of -o FILE, or --format NAME (rhumb formats lists those\n"
    "that papers and networks can be written in); without both papers are written as jsonl.\n"
    "--network writes a network instead: cites, about, mentions, wrote, published_in, broader, or "
    "all of\n"
    "them; nodes and edges with all that is known of them.\n\n"
    "Example: rhumb convert examples/papers-page.txt --network about -o about.graphml",
    run_convert,
};

static gboolean
find_relation (const char *name, RhumbRelation *relation, GError **error)
{
    *relation = RHUMB_N_RELATIONS;
    if (g_str_equal (name, "all"))
        return TRUE;
    for (int i = 0; i < RHUMB_N_RELATIONS; i++) {
        if (!g_str_equal (name, rhumb_relation_get_name ((RhumbRelation)i)))
            continue;
        *relation = (RhumbRelation)i;
        return TRUE;
    }
    g_set_error (
        error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
        "--network is '%s', expected cites, about, mentions, wrote, published_in, broader or all",
        name);
    return FALSE;
}

static gboolean
write_network (Run *run, Results *results, RhumbRelation relation, GError **error)
{
    if (!run_load (run, results, error) || !run_build_graph (run, results, error))
        return FALSE;
    g_autoptr (RhumbAttributedNetwork) network =
        rhumb_attributed_network_new_for_graph (results->graph, relation);
    return rhumb_attributed_network_save (network, run->output, run->format, error);
}

static gboolean
write_papers (Run *run, Results *results, GError **error)
{
    const char *format = run->format == NULL && run->output == NULL ? "jsonl" : run->format;
    return run_load (run, results, error) &&
           rhumb_corpus_save (results->corpus, run->output, format, error);
}

static int
run_convert (const Command *command, int argc, char **argv)
{
    g_auto (Run) run = {0};
    g_auto (Results) results = {0};
    g_autoptr (GError) error = NULL;
    g_autofree char *network = NULL;
    RhumbRelation relation = RHUMB_N_RELATIONS;
    const GOptionEntry own[] = {
        {"format", 0, 0, G_OPTION_ARG_STRING, &run.format, "Format to write", "NAME"},
        {"network", 0, 0, G_OPTION_ARG_STRING, &network, "Write a network, not papers", "NAME"},
        {NULL},
    };
    if (!run_parse (&run, command, RUN_READS | RUN_CONCEPTS, own, argc, argv, &error))
        return error != NULL ? command_fail (command, error) : EXIT_DONE;
    if (network != NULL && !find_relation (network, &relation, &error))
        return command_fail (command, error);
    const gboolean written = network != NULL ? write_network (&run, &results, relation, &error)
                                             : write_papers (&run, &results, &error);
    if (!written || !run_finish (&run, &results, &error))
        return command_fail (command, error);
    return EXIT_DONE;
}
