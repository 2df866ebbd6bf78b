/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What a table is written as: the suffix of -o FILE tells, as it does for drawings and networks. A
 * suffix that belongs to something else is refused, because a table under its name would mislead.
 */
#include "cli/table-format.h"

#include <string.h>

#include "io/escape.h"

static gboolean
ends_with (const char *path, const char *const *suffixes)
{
    g_autofree char *lower = g_ascii_strdown (path, -1);
    for (gsize i = 0; suffixes[i] != NULL; i++)
        if (g_str_has_suffix (lower, suffixes[i]))
            return TRUE;
    return FALSE;
}

/* @path: NULL for standard output. */
TableFormat
table_format_for_path (const char *path)
{
    static const char *const PLAIN[] = {".tsv", ".tab", ".txt", NULL};
    static const char *const LINES[] = {".jsonl", ".ndjson", ".json", NULL};
    static const char *const COMMAS[] = {".csv", NULL};
    static const char *const OTHERS[] = {".gz", ".zst", ".npy", ".xlsx", ".xls", ".ods", NULL};
    if (path == NULL || ends_with (path, PLAIN))
        return TABLE_TABS;
    if (ends_with (path, LINES))
        return TABLE_JSON_LINES;
    if (ends_with (path, COMMAS))
        return TABLE_COMMAS;
    const gboolean is_other = ends_with (path, OTHERS) || rhumb_format_for_path (path) != NULL;
    return is_other ? TABLE_UNKNOWN : TABLE_TABS;
}

gboolean
table_format_check (const char *path, GError **error)
{
    if (table_format_for_path (path) != TABLE_UNKNOWN)
        return TRUE;
    g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_UNSUPPORTED,
                 "“%s” is no format for a table, expected .tsv, .csv or .jsonl", path);
    return FALSE;
}

/* A table with tabs as one with commas: no cell holds a tab or a line break. */
char *
table_part_with_commas (const char *text, gsize *length)
{
    GString *out = g_string_sized_new (*length);
    g_autoptr (GString) cell = g_string_new (NULL);
    for (const char *at = text; *at != '\0';) {
        const gsize n = strcspn (at, "\t\n");
        g_string_truncate (cell, 0);
        g_string_append_len (cell, at, (gssize)n);
        rhumb_escape_csv (out, cell->str);
        g_string_append_c (out, at[n] == '\t' ? ',' : '\n');
        at += n + (at[n] != '\0');
    }
    *length = out->len;
    return g_string_free (out, FALSE);
}
