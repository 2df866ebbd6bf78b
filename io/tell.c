/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What is this file? Names lie, so the content tells; a file that is none of ours is called by
 * what it is.
 */
#include "io/format-private.h"

#include <string.h>

#include "graph/error.h"
#include "graph/text.h"
#include "io/scan/csv.h"
#include "io/scan/input.h"
#include "io/scan/magic.h"
#include "io/simdjson-door.h"

#define SURE_ENOUGH 30 /* of 100 */
/* What is looked at of a table that is unknown. */
#define LONGEST_HEADER 4096
#define LONGEST_NAME 60
#define MOST_LINES 8
#define MOST_CELLS 12

/* What the head of an unknown file shows, for a message. */
static char *
describe_head (const char *head, gsize length)
{
    const char *magic = rhumb_magic_name (head, length);
    if (magic != NULL)
        return g_strdup (magic);
    g_autofree char *text = rhumb_text_clean (head, (gssize)MIN (length, 200));
    if (*text == '\0')
        return g_strdup ("only blanks");
    g_autofree char *shown = rhumb_text_shorten (text, 40);
    return g_strdup_printf ("text '%s'", shown);
}

/* The cells of a line in quotes, for a message; %NULL if it has one only, or if they are no names:
 * a number, or a long text. */
static char *
list_cells (const char *line)
{
    const char delimiter[] = {rhumb_csv_find_delimiter (line, strlen (line)), '\0'};
    g_auto (GStrv) cells = g_strsplit (line, delimiter, MOST_CELLS + 1);
    g_autoptr (GString) list = g_string_new (NULL);
    for (guint i = 0; cells[i] != NULL && i < MOST_CELLS; i++) {
        g_autofree char *clean = rhumb_text_clean (cells[i], -1);
        if (strlen (clean) > LONGEST_NAME || strspn (clean, "0123456789.-") == strlen (clean))
            return NULL;
        g_autofree char *shown = rhumb_text_shorten (clean, 30);
        g_strdelimit (shown, "\"", ' ');
        g_string_append_printf (list, "%s'%s'", i > 0 ? ", " : "", g_strstrip (shown));
    }
    if (g_strv_length (cells) > MOST_CELLS)
        g_string_append (list, ", …");
    return cells[0] != NULL && cells[1] != NULL ? g_strdup (list->str) : NULL;
}

/* The names of the columns if the first lines have as many cells each, parted by commas, semicolons
 * or tabs. */
static char *
describe_table (const char *head, gsize length)
{
    g_autofree char *text = g_strndup (head, MIN (length, LONGEST_HEADER));
    g_auto (GStrv) lines = g_strsplit_set (text, "\r\n", MOST_LINES);
    const char *first = NULL;
    guint n_cells = 0;
    guint n_alike = 0;
    guint n_lines = 0;
    for (guint i = 0; lines[i] != NULL && n_lines < MOST_LINES - 2; i++) {
        if (*lines[i] == '\0')
            continue;
        n_lines++;
        const char delimiter = rhumb_csv_find_delimiter (first != NULL ? first : lines[i],
                                                         strlen (first != NULL ? first : lines[i]));
        guint n = 1;
        for (const char *p = strchr (lines[i], delimiter); p != NULL; p = strchr (p + 1, delimiter))
            n++;
        if (first == NULL) {
            first = lines[i];
            n_cells = n;
        }
        n_alike += n >= n_cells;
    }
    /* A sentence has commas too. */
    const gboolean is_sentence =
        first != NULL && strchr (".!?:", first[strlen (first) - 1]) != NULL;
    return n_lines >= 2 && n_alike == n_lines && !is_sentence ? list_cells (first) : NULL;
}

/* Tells the format of an input by its content: every format says how surely the head is its own.
 * @input: an input of which nothing has been read. Returns the surest format; %NULL with
 * %RHUMB_ERROR_FORMAT if none is sure, %RHUMB_ERROR_LIBRARY if one could not look. */
const RhumbFormat *
rhumb_format_tell (const RhumbInput *input, GError **error)
{
    gsize length;
    const char *head = rhumb_input_get_head (input, &length);
    const RhumbFormat *best = NULL;
    guint best_score = SURE_ENOUGH - 1;
    const RhumbFormat *const *formats = rhumb_format_list ();
    const gboolean binary = rhumb_magic_name (head, length) != NULL;
    rhumb_json_check (NULL);
    for (gsize i = 0; formats[i] != NULL; i++) {
        if (binary && !formats[i]->is_library)
            continue;
        const guint score = formats[i]->sniff != NULL ? formats[i]->sniff (head, length) : 0;
        if (score > best_score) {
            best_score = score;
            best = formats[i];
        }
    }
    if (!rhumb_json_check (error))
        return NULL;
    g_autofree char *columns = best == NULL && !binary ? describe_table (head, length) : NULL;
    if (columns != NULL) {
        rhumb_input_set_error (
            input, error, RHUMB_ERROR_FORMAT, 1, "papers with a column called title",
            "a table without a known column of titles; its columns are %s", columns);
    } else if (best == NULL) {
        g_autofree char *found = describe_head (head, length);
        g_autofree char *names = rhumb_format_list_names (RHUMB_FORMAT_READS);
        g_autofree char *expected = g_strconcat ("papers: one of ", names, NULL);
        rhumb_input_set_error (input, error, RHUMB_ERROR_FORMAT, 1, expected, "%s", found);
    }
    return best;
}
