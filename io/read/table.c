/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Papers in the rows of a table, whatever the database that wrote it.
 *
 * The header names the columns, so their order is free and some may be missing. A dialect lists
 * the names it knows with a taker for each; a column it does not know, and a cell that its taker
 * refuses, are kept in the paper's extra under the name in the header. Rows that are shorter or
 * longer than the header are told.
 * Cost: linear in the cells.
 */
#include "io/read/table.h"

#include <string.h>

#include "graph/error.h"
#include "graph/plural.h"
#include "io/read/table-names.h"

#define MOST_COLUMNS 1000
#define LONGEST_BANNER 50 /* lines before the header */

/* Which column of the file each column of the dialect is, and the names of the others. */
typedef struct {
    GPtrArray *names;   /* of the file's columns */
    GArray *places;     /* guint; for each column of the dialect, RHUMB_NONE = not there */
    gboolean *is_known; /* for each column of the file */
    gboolean has_title;
} Header;

static void
header_clear (Header *header)
{
    g_clear_pointer (&header->names, g_ptr_array_unref);
    g_clear_pointer (&header->places, g_array_unref);
    g_clear_pointer (&header->is_known, g_free);
    header->has_title = FALSE;
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Header, header_clear)

static guint
find_name (const GPtrArray *names, const char *name, gboolean is_folded)
{
    for (guint i = 0; i < names->len; i++)
        if (is_folded ? rhumb_table_names_agree (names->pdata[i], name)
                      : g_ascii_strcasecmp (names->pdata[i], name) == 0)
            return i;
    return RHUMB_NONE;
}

static void
take_header (Header *header, const RhumbCsv *csv, const RhumbDialect *dialect)
{
    const guint n = MIN (rhumb_csv_get_n_cells (csv), MOST_COLUMNS);
    header->names = g_ptr_array_new_with_free_func (g_free);
    header->places = g_array_new (FALSE, FALSE, sizeof (guint));
    header->is_known = g_new0 (gboolean, n + 1);
    for (guint i = 0; i < n; i++) {
        g_autofree char *name = g_strstrip (g_strdup (rhumb_csv_get_cell (csv, i)));
        g_ptr_array_add (header->names, *name != '\0' ? g_steal_pointer (&name)
                                                      : g_strdup_printf ("column %u", i + 1));
    }
    g_autoptr (GPtrArray) folded = g_ptr_array_new_with_free_func (g_free);
    for (guint i = 0; dialect->folds_names && i < n; i++)
        g_ptr_array_add (folded, rhumb_table_fold_name (header->names->pdata[i]));
    for (gsize k = 0; k < dialect->n_columns; k++) {
        const guint place = find_name (dialect->folds_names ? folded : header->names,
                                       dialect->columns[k].name, dialect->folds_names);
        g_array_append_val (header->places, place);
        if (place != RHUMB_NONE)
            header->is_known[place] = TRUE;
        header->has_title |= place != RHUMB_NONE && rhumb_table_is_title (&dialect->columns[k]);
    }
}

static void
make_pages (RhumbTable *table)
{
    const char *first = table->first_page;
    const char *last = table->last_page;
    if (table->record->pages != NULL || (first == NULL && last == NULL))
        return;
    g_autofree char *pages =
        first != NULL && last != NULL ? g_strconcat (first, "-", last, NULL) : NULL;
    table->record->pages =
        pages != NULL ? rhumb_table_keep (table, pages, "") : (first != NULL ? first : last);
}

/* Also what R and Python write where nothing is. */
static gboolean
is_blank (const char *cell)
{
    static const char *const nothing[] = {"NA", "N/A", "nan", "NaN", "null", "None", NULL};
    return cell[strspn (cell, " \t\n")] == '\0' || g_strv_contains (nothing, cell);
}

static gboolean
take_cell (RhumbTable *table, const Header *header, const RhumbColumn *column, guint place,
           char *cell, GError **error)
{
    /* A taker may write into the cell and refuse it in the end. */
    const gboolean may_refuse = column->take == rhumb_take_count;
    g_autofree char *copy = may_refuse ? g_strdup (cell) : NULL;
    table->bad = NULL;
    if (column->take (table, cell, column))
        return TRUE;
    const char *text = copy != NULL ? copy : cell;
    rhumb_extra_add_text (table->extra, header->names->pdata[place], text);
    if (table->bad == NULL)
        return TRUE;
    g_autofree char *found = g_strdup_printf ("%s is '%s'", table->bad, text);
    return rhumb_corpus_builder_report (table->builder, RHUMB_EVENT_FIELD_DROPPED, table->line,
                                        found, table->wanted, error);
}

static gboolean
take_row (RhumbTable *table, const RhumbCsv *csv, const Header *header, const RhumbDialect *dialect,
          GError **error)
{
    rhumb_record_clear (table->record);
    rhumb_extra_clear (table->extra);
    table->first_page = table->last_page = NULL;
    table->record->line = table->line = rhumb_csv_get_line (csv);
    for (gsize k = 0; k < dialect->n_columns; k++) {
        const guint place = g_array_index (header->places, guint, k);
        char *cell = place != RHUMB_NONE ? rhumb_csv_get_cell (csv, place) : NULL;
        if (cell != NULL && !is_blank (cell) &&
            !take_cell (table, header, &dialect->columns[k], place, cell, error))
            return FALSE;
    }
    for (guint i = 0; i < rhumb_csv_get_n_cells (csv); i++) {
        const char *cell = rhumb_csv_get_cell (csv, i);
        const gboolean beyond = i >= header->names->len;
        if (!is_blank (cell) && (beyond || !header->is_known[i])) {
            g_autofree char *name = beyond ? g_strdup_printf ("column %u", i + 1) : NULL;
            rhumb_extra_add_text (table->extra, beyond ? name : header->names->pdata[i], cell);
        }
    }
    make_pages (table);
    if (dialect->finish != NULL)
        dialect->finish (table);
    table->record->extra = rhumb_extra_get (table->extra);
    const gboolean added = rhumb_corpus_builder_add (table->builder, table->record, error);
    g_string_chunk_clear (table->strings);
    return added;
}

/* Rows of another width than the header, counted and told once. */
typedef struct {
    guint64 n_short, n_long, first_short, first_long;
} Ragged;

static void
count_ragged (Ragged *ragged, const RhumbCsv *csv, const Header *header)
{
    const guint n = rhumb_csv_get_n_cells (csv);
    if (n < header->names->len && ragged->n_short++ == 0)
        ragged->first_short = rhumb_csv_get_line (csv);
    if (n > header->names->len && ragged->n_long++ == 0)
        ragged->first_long = rhumb_csv_get_line (csv);
}

static gboolean
tell_ragged (RhumbCorpusBuilder *builder, guint64 n, guint64 line, const char *what,
             const char *why, GError **error)
{
    if (n == 0)
        return TRUE;
    g_autofree char *found =
        g_strdup_printf ("%" G_GUINT64_FORMAT " %s %s", n, rhumb_plural (n, "row", "rows"), what);
    return rhumb_corpus_builder_report (builder, RHUMB_EVENT_NOTE, line, found, why, error);
}

/* Finds the row with the names; what a database puts before it is told. */
static gboolean
find_header (RhumbCsv *csv, const RhumbDialect *dialect, Header *header,
             RhumbCorpusBuilder *builder, RhumbInput *input, GError **error)
{
    for (guint i = 0; i < LONGEST_BANNER; i++) {
        GError *problem = NULL;
        if (!rhumb_csv_read (csv, &problem)) {
            if (problem != NULL) {
                g_propagate_error (error, problem);
                return FALSE;
            }
            break;
        }
        take_header (header, csv, dialect);
        guint n_known = 0;
        for (guint k = 0; k < header->names->len; k++)
            n_known += header->is_known[k] != FALSE;
        const gboolean is_titled = dialect->folds_names && header->has_title;
        if (n_known >= 2 || is_titled || (n_known == 1 && header->names->len <= 2))
            return TRUE;
        if (!rhumb_corpus_builder_report (builder, RHUMB_EVENT_LINE_SKIPPED,
                                          rhumb_csv_get_line (csv), rhumb_csv_get_cell (csv, 0),
                                          "it stands before the names of the columns", error))
            return FALSE;
        header_clear (header);
    }
    rhumb_input_set_error (input, error, RHUMB_ERROR_FORMAT, 1, "some of this format",
                           "no row with names of columns");
    return FALSE;
}

static char
find_delimiter (RhumbInput *input, const RhumbDialect *dialect)
{
    gsize length;
    const char *head = rhumb_input_get_head (input, &length);
    for (gsize start = 0; start < length;) {
        const char *end = memchr (head + start, '\n', length - start);
        const gsize next = end != NULL ? (gsize)(end - head) : length;
        g_autofree char *line = g_strndup (head + start, next - start);
        if (dialect->is_header == NULL ? !is_blank (line) : dialect->is_header (line))
            return rhumb_csv_find_delimiter (line, strlen (line));
        start = next + 1;
    }
    return ',';
}

/* Reads a table. @builder: where papers go; @dialect: the columns. Returns %FALSE with
 * %RHUMB_ERROR_FORMAT, %RHUMB_ERROR_LIMIT or an error of reading. */
gboolean
rhumb_table_read (RhumbInput *input, RhumbCorpusBuilder *builder, const RhumbDialect *dialect,
                  GError **error)
{
    const char delimiter = find_delimiter (input, dialect);
    g_autoptr (RhumbCsv) csv =
        rhumb_csv_new (input, delimiter, dialect->has_quotes || delimiter != '\t');
    g_auto (Header) header = {0};
    if (!find_header (csv, dialect, &header, builder, input, error))
        return FALSE;
    g_autoptr (RhumbRecord) record = rhumb_record_new ();
    g_autoptr (RhumbExtra) extra = rhumb_extra_new ();
    GStringChunk *strings = g_string_chunk_new (1 << 16);
    RhumbTable table = {.builder = builder, .record = record, .extra = extra, .strings = strings};
    Ragged ragged = {0};
    GError *problem = NULL;
    gboolean added = TRUE;
    while (added && rhumb_csv_read (csv, &problem)) {
        count_ragged (&ragged, csv, &header);
        added = take_row (&table, csv, &header, dialect, error);
    }
    g_string_chunk_free (strings);
    const gboolean told =
        added &&
        tell_ragged (builder, ragged.n_short, ragged.first_short, "shorter than the header",
                     "the columns that are missing are taken as empty", error) &&
        tell_ragged (builder, ragged.n_long, ragged.first_long, "longer than the header",
                     "cells beyond the last column are kept under its number", error);
    if (problem == NULL || !told) {
        g_clear_error (&problem);
        return told;
    }
    g_propagate_error (error, problem);
    return FALSE;
}

#define AROUND_CELLS " \t\r\v\f\""
#define DELIMITERS ",;\t"

/* Whether what stands from @name to @end of @line may be a whole cell. */
static gboolean
may_be_cell (const char *line, const char *name, const char *end)
{
    while (name > line && strchr (AROUND_CELLS, name[-1]) != NULL && name[-1] != '\t')
        name--;
    end += strspn (end, AROUND_CELLS);
    return (name == line || strchr (DELIMITERS, name[-1]) != NULL) &&
           (*end == '\0' || end[-1] == '\t' || strchr (DELIMITERS, *end) != NULL);
}

/* Whether @name may be a cell of @line, in any case: few lines look so, and only they are split. */
static gboolean
shows_name (const char *line, const char *name)
{
    const char first[] = {g_ascii_tolower (name[0]), g_ascii_toupper (name[0]), '\0'};
    const gsize length = strlen (name);
    for (const char *p = line + strcspn (line, first); *p != '\0'; p += 1 + strcspn (p + 1, first))
        if (g_ascii_strncasecmp (p, name, length) == 0 && may_be_cell (line, p, p + length))
            return TRUE;
    return FALSE;
}

/* The name in a cell of a header, without blanks and quotes. */
static const char *
strip_name (char *cell)
{
    char *name = g_strstrip (cell);
    const gsize n = strlen (name);
    if (n >= 2 && name[0] == '"' && name[n - 1] == '"') {
        name[n - 1] = '\0';
        memmove (name, name + 1, n - 1);
    }
    return name;
}

static gboolean
names_all (const char *line, const char *const *names)
{
    const char delimiter[] = {rhumb_csv_find_delimiter (line, strlen (line)), '\0'};
    g_auto (GStrv) cells = g_strsplit (line, delimiter, MOST_COLUMNS);
    for (gsize k = 0; names[k] != NULL; k++) {
        gboolean found = FALSE;
        for (gsize i = 0; !found && cells[i] != NULL; i++)
            found = g_ascii_strcasecmp (strip_name (cells[i]), names[k]) == 0;
        if (!found)
            return FALSE;
    }
    return TRUE;
}

/* Tells whether one of the first lines names all these columns, in any case and order. @head: the
 * first bytes of a file; @length: how many; @names: names of columns, at least one. */
gboolean
rhumb_table_has_columns (const char *head, gsize length, const char *const *names)
{
    gsize start = 0;
    for (guint row = 0; row < 8 && start < length; row++) {
        const char *end = memchr (head + start, '\n', length - start);
        const gsize next = end != NULL ? (gsize)(end - head) : length;
        g_autofree char *line = g_strndup (head + start, next - start);
        gsize k = 0;
        while (names[k] != NULL && shows_name (line, names[k]))
            k++;
        if (names[k] == NULL && names_all (line, names))
            return TRUE;
        start = next + 1;
    }
    return FALSE;
}
