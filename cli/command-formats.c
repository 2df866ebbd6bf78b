/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * rhumb formats: what can be read and written.
 */
#include "cli/run.h"

static int run_formats (const Command *command, int argc, char **argv);

const Command command_formats = {
    "formats",
    "what can be read and written",
    "",
    "Columns: name, suffixes (of files), reads (papers, network: what is read from it), writes\n"
    "(papers, network, map), summary. --format takes a suffix for a name where one format\n"
    "alone writes it: bib, json, gv.\n\n"
    "Example: rhumb formats",
    run_formats,
};

static void
add_suffixes (Table *table, const RhumbFormat *format)
{
    static const char *const none[] = {NULL};
    table_add_list (table, format->suffixes != NULL ? format->suffixes : none);
}

static void
add_reads (Table *table, const RhumbFormat *format)
{
    const char *reads[] = {format->read != NULL ? "papers" : NULL, NULL};
    if (format->read_network != NULL)
        reads[0] = "network";
    table_add_list (table, reads);
}

static void
add_writes (Table *table, const RhumbFormat *format)
{
    const char *writes[4] = {NULL};
    guint n = 0;
    if (format->write_corpus != NULL || format->save != NULL)
        writes[n++] = "papers";
    if (format->write_network != NULL || format->network_parts != NULL)
        writes[n++] = "network";
    if (format->write_map != NULL)
        writes[n++] = "map";
    table_add_list (table, writes);
}

static Table *
make_table (const Run *run)
{
    static const char *const COLUMNS[] = {"name", "suffixes", "reads", "writes", "summary", NULL};
    Table *table = table_new (COLUMNS, run->json);
    const RhumbFormat *const *formats = rhumb_format_list ();
    const guint n = run_limit (run, G_MAXUINT);
    for (guint i = 0; i < n && formats[i] != NULL; i++) {
        table_add_text (table, formats[i]->name);
        add_suffixes (table, formats[i]);
        add_reads (table, formats[i]);
        add_writes (table, formats[i]);
        table_add_text (table, formats[i]->summary);
    }
    return table;
}

static int
run_formats (const Command *command, int argc, char **argv)
{
    g_auto (Run) run = {0};
    g_autoptr (GError) error = NULL;
    if (!run_parse (&run, command, RUN_TABLE, NULL, argc, argv, &error))
        return error != NULL ? command_fail (command, error) : EXIT_DONE;
    if (run.inputs[0] != NULL) {
        g_set_error (&error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                     "“%s” is not read, expected options alone; rhumb describe tells the format "
                     "of a file",
                     run.inputs[0]);
        return command_fail (command, error);
    }
    g_autoptr (Table) table = make_table (&run);
    if (!run_write_table (&run, table, &error))
        return command_fail (command, error);
    return EXIT_DONE;
}
