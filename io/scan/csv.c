/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Tables of separated values.
 *
 * A cell in quotes may hold delimiters, line breaks and doubled quotes; a quote inside a cell that
 * does not begin with one is text, and so is what follows a closing quote, as spreadsheets read
 * it. Blank lines are no records. Everything is copied once, a cell at a time, into one buffer
 * that is used again; the common cell without quotes is found by memchr.
 * Source: RFC 4180. Departs from it where files do: any delimiter, any line end, ragged rows.
 * Cost: linear; memory for one record, at most 64 MiB.
 */
#include "io/scan/csv.h"

#include <string.h>

#include "graph/error.h"

#define RECORD_LIMIT ((gsize)64 << 20)

struct _RhumbCsv {
    RhumbInput *input;
    char delimiter;
    gboolean has_quotes;
    GString *text;   /* the cells of the record, each ended by NUL */
    GArray *offsets; /* gsize; where each cell begins */
    guint64 line;
};

/* Makes a scanner. @input: an input, used up by the scanner and borrowed while it lives;
 * @delimiter: what parts cells; @has_quotes: whether quotes have a meaning. Returns the scanner. */
RhumbCsv *
rhumb_csv_new (RhumbInput *input, char delimiter, gboolean has_quotes)
{
    RhumbCsv *csv = g_new0 (RhumbCsv, 1);
    csv->input = input;
    csv->delimiter = delimiter;
    csv->has_quotes = has_quotes;
    csv->text = g_string_new (NULL);
    csv->offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
    return csv;
}

/* rhumb_csv_free: frees @csv; the input stays. */
void
rhumb_csv_free (RhumbCsv *csv)
{
    g_string_free (csv->text, TRUE);
    g_array_unref (csv->offsets);
    g_free (csv);
}

/* Appends up to the next line break of a cell in quotes. Returns what follows the closing quote,
 * %NULL if the line ends before it. */
static const char *
append_quoted (RhumbCsv *csv, const char *p, const char *end)
{
    for (;;) {
        const char *quote = memchr (p, '"', (gsize)(end - p));
        if (quote == NULL) {
            g_string_append_len (csv->text, p, end - p);
            return NULL;
        }
        g_string_append_len (csv->text, p, quote - p);
        if (quote + 1 >= end || quote[1] != '"')
            return quote + 1;
        g_string_append_c (csv->text, '"');
        p = quote + 2;
    }
}

static gboolean
check_limit (RhumbCsv *csv, GError **error)
{
    if (csv->text->len <= RECORD_LIMIT)
        return TRUE;
    rhumb_input_set_error (csv->input, error, RHUMB_ERROR_LIMIT, csv->line,
                           "less (is a quote missing?)",
                           "a row longer than %" G_GSIZE_FORMAT " bytes", RECORD_LIMIT);
    return FALSE;
}

/* A cell that begins with a quote; it may draw further lines. FALSE with an error. */
static gboolean
read_quoted (RhumbCsv *csv, RhumbLine *line, const char **at, const char **end, GError **error)
{
    const guint64 opened_on = line->number;
    GError *problem = NULL;
    const char *after = append_quoted (csv, *at + 1, *end);
    while (after == NULL) {
        if (!check_limit (csv, error))
            return FALSE;
        if (!rhumb_input_read_line (csv->input, line, &problem)) {
            if (problem != NULL)
                g_propagate_error (error, problem);
            else
                rhumb_input_set_error (csv->input, error, RHUMB_ERROR_FORMAT, opened_on, "'\"'",
                                       "a quote that is not closed until the end of the file");
            return FALSE;
        }
        g_string_append_c (csv->text, '\n');
        *end = line->text + line->length;
        after = append_quoted (csv, line->text, *end);
    }
    const char *next = memchr (after, csv->delimiter, (gsize)(*end - after));
    next = next != NULL ? next : *end;
    g_string_append_len (csv->text, after, next - after);
    *at = next;
    return TRUE;
}

static gboolean
read_cells (RhumbCsv *csv, RhumbLine *line, GError **error)
{
    const char *at = line->text;
    const char *end = at + line->length;
    for (;;) {
        const gsize offset = csv->text->len;
        g_array_append_val (csv->offsets, offset);
        if (csv->has_quotes && at < end && *at == '"') {
            if (!read_quoted (csv, line, &at, &end, error))
                return FALSE;
        } else {
            const char *next = memchr (at, csv->delimiter, (gsize)(end - at));
            next = next != NULL ? next : end;
            g_string_append_len (csv->text, at, next - at);
            at = next;
        }
        g_string_append_c (csv->text, '\0');
        if (at >= end)
            return check_limit (csv, error);
        at++;
    }
}

/* Reads the next record that is not blank. @csv: a scanner. Returns %FALSE without an error at the
 * end; with %RHUMB_ERROR_FORMAT if a quote is not closed, %RHUMB_ERROR_LIMIT if a record is too
 * long, or an error of reading. */
gboolean
rhumb_csv_read (RhumbCsv *csv, GError **error)
{
    RhumbLine line;
    do {
        if (!rhumb_input_read_line (csv->input, &line, error))
            return FALSE;
    } while (line.text[strspn (line.text, " \t")] == '\0');
    g_string_truncate (csv->text, 0);
    g_array_set_size (csv->offsets, 0);
    csv->line = line.number;
    return read_cells (csv, &line, error);
}

/* rhumb_csv_get_n_cells: cells of the record. */
guint
rhumb_csv_get_n_cells (const RhumbCsv *csv)
{
    return csv->offsets->len;
}

/* rhumb_csv_get_cell: a cell of the record, "" beyond the last; writable, until the next record. */
char *
rhumb_csv_get_cell (const RhumbCsv *csv, guint cell)
{
    /* The buffer ends with the NUL of the last cell and one more of its own. */
    return csv->text->str +
           (cell < csv->offsets->len ? g_array_index (csv->offsets, gsize, cell) : csv->text->len);
}

/* rhumb_csv_get_line: line on which the record begins, from 1. */
guint64
rhumb_csv_get_line (const RhumbCsv *csv)
{
    return csv->line;
}

/* Tells which of comma, semicolon and tab parts the names of the columns: the commonest outside of
 * quotes. @header: the first line of a table; @length: its bytes. Returns the delimiter, a comma if
 * there is none. */
char
rhumb_csv_find_delimiter (const char *header, gsize length)
{
    static const char delimiters[] = ",;\t";
    guint n[3] = {0};
    gboolean quoted = FALSE;
    for (gsize i = 0; i < length; i++) {
        quoted ^= header[i] == '"';
        const char *found = quoted || header[i] == '\0' ? NULL : strchr (delimiters, header[i]);
        if (found != NULL)
            n[found - delimiters]++;
    }
    const guint best = n[1] > n[0] ? 1 : 0;
    return delimiters[n[2] > n[best] ? 2 : best];
}

/* Opens a table whose first line tells what parts its cells; quotes may stand around them. */
RhumbCsv *
rhumb_csv_open (RhumbInput *input)
{
    gsize length;
    const char *head = rhumb_input_get_head (input, &length);
    const char *end = memchr (head, '\n', length);
    return rhumb_csv_new (
        input, rhumb_csv_find_delimiter (head, end != NULL ? (gsize)(end - head) : length), TRUE);
}
