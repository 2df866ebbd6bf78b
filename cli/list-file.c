/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Small files that options name: lists of phrases, of ids, of labels. They are read as papers are,
 * so what editors and spreadsheets leave in them (byte order marks, UTF-16, Windows-1252, quotes,
 * semicolons) is the same for all.
 */
#include "cli/list-file.h"

#include <string.h>
#include <sys/stat.h>

#include "graph/error.h"

#define MOST_BYTES ((guint64)1 << 30)

/* What parts the cells of the first line: a tab if it has one, else a comma or semicolon; but where
 * @column is to be named there and is not, lines are no rows, and commas belong to what they say.
 */
static char
find_delimiter (const RhumbInput *input, const char *column)
{
    gsize length;
    const char *head = rhumb_input_get_head (input, &length);
    const char *end = memchr (head, '\n', length);
    g_autofree char *line = g_strndup (head, end != NULL ? (gsize)(end - head) : length);
    const char delimiter[] = {rhumb_csv_find_delimiter (line, strlen (line)), '\0'};
    if (strchr (line, '\t') != NULL || column == NULL)
        return strchr (line, '\t') != NULL ? '\t' : delimiter[0];
    g_auto (GStrv) cells = g_strsplit (g_strdelimit (line, "\"\r", ' '), delimiter, -1);
    for (guint i = 0; cells[i] != NULL; i++)
        if (g_ascii_strcasecmp (g_strstrip (cells[i]), column) == 0)
            return delimiter[0];
    return '\t';
}

/* A list of nothing is one. */
static gboolean
is_empty (const char *path)
{
    struct stat status;
    return stat (path, &status) == 0 && status.st_size == 0;
}

/* Reads a list. @column: the name that the first line has if the list is a table, %NULL = it is one
 * in any case. Returns %FALSE with an error of reading or of @take. */
gboolean
list_read (const char *path, const char *column, ListTake take, gpointer data, GError **error)
{
    GError *problem = NULL;
    g_autoptr (RhumbInput) input = rhumb_input_open (path, MOST_BYTES, &problem);
    if (g_error_matches (problem, RHUMB_ERROR, RHUMB_ERROR_FORMAT) && is_empty (path)) {
        g_error_free (problem);
        return TRUE;
    }
    const char delimiter = input != NULL ? find_delimiter (input, column) : '\0';
    g_autoptr (RhumbCsv) csv =
        input != NULL ? rhumb_csv_new (input, delimiter, delimiter != '\t') : NULL;
    while (csv != NULL && rhumb_csv_read (csv, &problem))
        if (!take (data, csv, error))
            return FALSE;
    if (problem != NULL) {
        g_propagate_error (error, problem);
        return FALSE;
    }
    const gboolean is_text = rhumb_input_get_repairs (input)->n_nul_lines == 0;
    if (!is_text)
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_FORMAT, "%s: some bytes are 0, expected text",
                     path);
    return is_text;
}
