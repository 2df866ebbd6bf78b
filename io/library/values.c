/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Values of a library's columns. SQLite keeps any type in any column and users may write to their
 * libraries, so each value is checked: one of a wrong type is dropped and reported with its
 * column, at the library and the number of the row.
 */
#include "io/library/values.h"

#include <jansson.h>
#include <string.h>

/*
 * rhumb_values_report:
 * @values: the rows being read
 * @kind: what happened
 * @found: what was found
 * @why: what was expected
 *
 * Adds a line to the report; the library becomes a source with the first one.
 */
void
rhumb_values_report (RhumbValues *values, RhumbEventKind kind, const char *found, const char *why)
{
    values->failed |= values->is_part;
    if (values->failed)
        return;
    if (!values->has_source)
        rhumb_corpus_builder_begin_source (values->builder, values->database->name, "library");
    values->has_source = TRUE;
    values->failed = !rhumb_corpus_builder_report (values->builder, kind, values->row, found, why,
                                                   values->error);
}

static void
drop (RhumbValues *values, sqlite3_stmt *statement, int column, const char *expected)
{
    static const char *const types[] = {"?", "an integer", "a number", "a text", "a blob", "NULL"};
    const int type = sqlite3_column_type (statement, column);
    g_autofree char *found =
        g_strdup_printf ("%s.%s is %s", sqlite3_column_table_name (statement, column),
                         sqlite3_column_name (statement, column), types[CLAMP (type, 0, 5)]);
    rhumb_values_report (values, RHUMB_EVENT_FIELD_DROPPED, found, expected);
}

/* rhumb_values_get_text: a text, borrowed until the next row; NULL if there is none. */
const char *
rhumb_values_get_text (RhumbValues *values, sqlite3_stmt *statement, int column)
{
    const int type = sqlite3_column_type (statement, column);
    if (type == SQLITE_NULL)
        return NULL;
    if (type != SQLITE_TEXT) {
        drop (values, statement, column, "expected a text");
        return NULL;
    }
    const char *text = (const char *)sqlite3_column_text (statement, column);
    if (text == NULL || strlen (text) == (gsize)sqlite3_column_bytes (statement, column))
        return text;
    drop (values, statement, column, "expected a text without NUL bytes");
    return NULL;
}

/* rhumb_values_get_integer: an integer in a range, or @unknown. */
gint64
rhumb_values_get_integer (RhumbValues *values, sqlite3_stmt *statement, int column, gint64 least,
                          gint64 most, gint64 unknown)
{
    const int type = sqlite3_column_type (statement, column);
    if (type == SQLITE_NULL)
        return unknown;
    const gint64 value = sqlite3_column_int64 (statement, column);
    if (type == SQLITE_INTEGER && value >= least && value <= most)
        return value;
    drop (values, statement, column,
          type == SQLITE_INTEGER ? "expected a number in range" : "expected an integer");
    return unknown;
}

/* rhumb_values_get_list: appends the texts of a JSON array, which live as long as the row. */
void
rhumb_values_get_list (RhumbValues *values, sqlite3_stmt *statement, int column, GPtrArray *list)
{
    const char *json = rhumb_values_get_text (values, statement, column);
    const guint n_before = list->len;
    if (json == NULL || rhumb_json_texts_parse (values->texts, json, list))
        return;
    g_ptr_array_set_size (list, (int)n_before);
    drop (values, statement, column, "expected a JSON array of texts");
}

/* What is written to extra is put into JSON Lines later: it must be an object. */
static const char *
get_extra (RhumbValues *values, sqlite3_stmt *statement, int column)
{
    const char *text = rhumb_values_get_text (values, statement, column);
    json_t *object = text != NULL ? json_loads (text, JSON_ALLOW_NUL, NULL) : NULL;
    const gboolean ok = json_is_object (object);
    json_decref (object);
    if (text != NULL && !ok)
        drop (values, statement, column, "expected a JSON object");
    return ok ? text : NULL;
}

/*
 * rhumb_values_get_fields:
 * @values: the rows being read
 * @statement: a row with the columns of %RHUMB_LIBRARY_FIELDS
 * @first: number of the first of them
 * @record: a record that is filled
 *
 * Reads the columns that papers and records share, but for the source.
 */
void
rhumb_values_get_fields (RhumbValues *values, sqlite3_stmt *statement, int first,
                         RhumbRecord *record)
{
    record->title = rhumb_values_get_text (values, statement, first);
    record->year = (int)rhumb_values_get_integer (values, statement, first + 1, 1000, 2999, 0);
    const char **const texts[] = {
        &record->date, &record->type,        &record->volume,   &record->issue, &record->pages,
        &record->issn, &record->venue_short, &record->language, &record->doi,   &record->url};
    for (int i = 0; i < (int)G_N_ELEMENTS (texts); i++)
        *texts[i] = rhumb_values_get_text (values, statement, first + 2 + i);
    record->n_cited_reported =
        (int)rhumb_values_get_integer (values, statement, first + 12, 0, G_MAXINT, -1);
    record->n_references_reported =
        (int)rhumb_values_get_integer (values, statement, first + 13, 0, G_MAXINT, -1);
    record->line =
        (guint64)rhumb_values_get_integer (values, statement, first + 15, 0, G_MAXINT64, 0);
    rhumb_values_get_list (values, statement, first + 16, record->keywords);
    rhumb_values_get_list (values, statement, first + 17, record->references);
    record->extra = get_extra (values, statement, first + 18);
    record->abstract = rhumb_values_get_text (values, statement, first + 19);
}
