/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * rhumb convert: give me the data.
 */
#include "cli/run.h"

static int run_convert (const Command *command, int argc, char **argv);

const Command command_convert = {
    "convert",
    "give me the data: papers in another format",
    "FILE…",
    "The format is that of the suffix of -o FILE, or --format NAME (rhumb formats lists those\n"
    "that papers can be written in); without both it is jsonl.\n\n"
    "Example: rhumb convert examples/papers-page.txt -o papers.jsonl",
    run_convert,
};

static int
run_convert (const Command *command, int argc, char **argv)
{
    g_auto (Run) run = {0};
    g_auto (Results) results = {0};
    g_autoptr (GError) error = NULL;
    const GOptionEntry own[] = {
        {"format", 0, 0, G_OPTION_ARG_STRING, &run.format, "Format to write", "NAME"},
        {NULL},
    };
    if (!run_parse (&run, command, RUN_READS, own, argc, argv, &error))
        return error != NULL ? command_fail (command, error) : EXIT_DONE;
    const char *format = run.format == NULL && run.output == NULL ? "jsonl" : run.format;
    if (!run_load (&run, &results, &error) ||
        !rhumb_corpus_save (results.corpus, run.output, format, &error) ||
        !run_finish (&run, &results, &error))
        return command_fail (command, error);
    return EXIT_DONE;
}
