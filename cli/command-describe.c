/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * rhumb describe: what have I got?
 */
#include <string.h>

#include "cli/describe.h"
#include "cli/run.h"
#include "cli/table-format.h"
#include "io/output.h"

static int run_describe (const Command *command, int argc, char **argv);

const Command command_describe = {
    "describe",
    "what have I got: papers, years, missing fields, references",
    "FILE…",
    "records: read, before merging; papers: after. resolved: references that name an id or were\n"
    "matched; inside: those whose paper is among these. lost: records that could not be used;\n"
    "skipped: lines that belong to no record (--report tells each). Then, for each source, what\n"
    "is missing, and what the gaps prevent.\n\n"
    "Example: rhumb describe examples/papers-page.txt",
    run_describe,
};

/* What is written are words or one object, no table: under the name of one it would mislead. */
static gboolean
check_name (const char *path, GError **error)
{
    const TableFormat named = table_format_for_path (path);
    const gboolean is_table =
        path != NULL && (g_str_has_suffix (path, ".tsv") || g_str_has_suffix (path, ".tab"));
    if (named != TABLE_COMMAS && named != TABLE_UNKNOWN && !is_table)
        return TRUE;
    g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_UNSUPPORTED,
                 "“%s” is no name for words or JSON, expected .txt or .json", path);
    return FALSE;
}

static int
run_describe (const Command *command, int argc, char **argv)
{
    g_auto (Run) run = {0};
    g_auto (Results) results = {0};
    g_autoptr (GError) error = NULL;
    const GOptionEntry own[] = {
        {"json", 0, 0, G_OPTION_ARG_NONE, &run.json, "One JSON object", NULL},
        {NULL},
    };
    if (!run_parse (&run, command, RUN_READS | RUN_CONCEPTS, own, argc, argv, &error))
        return error != NULL ? command_fail (command, error) : EXIT_DONE;
    if (!check_name (run.output, &error) || !run_load (&run, &results, &error) ||
        !run_build_graph (&run, &results, &error))
        return command_fail (command, error);
    run.json = run.json || table_format_for_path (run.output) == TABLE_JSON_LINES;
    g_auto (Counts) counts = describe_count (results.graph);
    g_autofree char *text = run.json ? describe_as_json (results.corpus, &counts)
                                     : describe_as_text (results.corpus, &counts);
    if (!rhumb_output_write (run.output, text, strlen (text), &error) ||
        !run_finish (&run, &results, &error))
        return command_fail (command, error);
    return EXIT_DONE;
}
