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
    "Columns: name, file suffixes, whether it is read, what it writes (papers, map), summary.\n\n"
    "Example: rhumb formats",
    run_formats,
};

static const char *
name_writes (const RhumbFormat *format)
{
    if (format->write_corpus != NULL)
        return format->write_map != NULL ? "papers, map" : "papers";
    return format->write_map != NULL ? "map" : "no";
}

static Table *
make_table (gboolean json)
{
    static const char *const COLUMNS[] = {"name", "suffixes", "reads", "writes", "summary", NULL};
    Table *table = table_new (COLUMNS, json);
    const RhumbFormat *const *formats = rhumb_format_list ();
    for (guint i = 0; formats[i] != NULL; i++) {
        table_add_text (table, formats[i]->name);
        table_add_list (table, formats[i]->suffixes);
        table_add_text (table, formats[i]->read != NULL ? "yes" : "no");
        table_add_text (table, name_writes (formats[i]));
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
    g_autoptr (Table) table = make_table (run.json);
    if (!run_write_table (&run, table, &error))
        return command_fail (command, error);
    return EXIT_DONE;
}
