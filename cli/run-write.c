/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The last steps of a verb: the table that was asked for, and the manifest.
 */
#include <string.h>

#include "cli/gaps.h"
#include "cli/manifest.h"
#include "cli/run.h"
#include "cli/table-format.h"
#include "io/output.h"

/* What the suffix of -o FILE says of a table. Verbs that draw too have --format, and look whether
 * it is that of a drawing. */
gboolean
run_choose_table (Run *run, const GOptionEntry *own, GError **error)
{
    gboolean draws = FALSE;
    for (gsize i = 0; own != NULL && own[i].long_name != NULL; i++)
        draws = draws || g_str_equal (own[i].long_name, "format");
    const TableFormat named = table_format_for_path (run->output);
    if (run->format == NULL && named == TABLE_JSON_LINES)
        run->json = TRUE;
    if (run->json && named == TABLE_COMMAS) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                     "--json writes JSON Lines, expected -o FILE.jsonl, not “%s”", run->output);
        return FALSE;
    }
    return draws || run->json || table_format_check (run->output, error);
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
