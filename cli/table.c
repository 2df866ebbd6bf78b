/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Results as rows, written one way for people and scripts: tab-separated values whose values hold
 * no tab and no line break, or one JSON object a line. Cells are added in column order; a row ends
 * by itself. Numbers have 8 significant digits and a decimal point in every locale.
 */
#include "cli/table.h"

#include <jansson.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "cli/digits.h"

struct _Table {
    GString *text;
    const char *const *columns;
    guint n_columns;
    guint column;
    gboolean has_rows;
    gboolean json;
};

/* Text for a JSON file: quoted, with every control character escaped. */
char *
json_quote (const char *text)
{
    json_t *value = json_string (text);
    g_assert (value != NULL);
    char *quoted = json_dumps (value, JSON_ENCODE_ANY);
    char *copy = g_strdup (quoted);
    free (quoted);
    json_decref (value);
    return copy;
}

char *
format_number (double value)
{
    GString *text = g_string_new (NULL);
    digits_append (text, value);
    return g_string_free (text, FALSE);
}

/* A table for some of the rows of @table, without a header: rows may be written by several threads.
 */
Table *
table_new_part (const Table *table)
{
    Table *part = g_new0 (Table, 1);
    part->text = g_string_new (NULL);
    part->columns = table->columns;
    part->n_columns = table->n_columns;
    part->json = table->json;
    return part;
}

Table *
table_new (const char *const *columns, gboolean json)
{
    const Table form = {
        .columns = columns, .n_columns = g_strv_length ((char **)columns), .json = json};
    Table *table = table_new_part (&form);
    for (guint i = 0; !json && i < table->n_columns; i++)
        g_string_append_printf (table->text, "%s%c", columns[i],
                                i + 1 < table->n_columns ? '\t' : '\n');
    return table;
}

/* Appends the rows of @part, and frees it. */
void
table_take_part (Table *table, Table *part)
{
    g_assert (table->column == 0 && part->column == 0);
    g_string_append_len (table->text, part->text->str, (gssize)part->text->len);
    table->has_rows |= part->has_rows;
    table_free (part);
}

void
table_free (Table *table)
{
    g_string_free (table->text, TRUE);
    g_free (table);
}

/* What stands before a cell, and after it. */
static void
begin_cell (Table *table)
{
    if (table->json)
        g_string_append_printf (table->text, "%s\"%s\":", table->column == 0 ? "{" : ",",
                                table->columns[table->column]);
}

static void
end_cell (Table *table)
{
    table->has_rows = TRUE;
    table->column = (table->column + 1) % table->n_columns;
    if (table->column > 0 && !table->json)
        g_string_append_c (table->text, '\t');
    else if (table->column == 0)
        g_string_append (table->text, table->json ? "}\n" : "\n");
}

/* @value is ready for the format. */
static void
add_cell (Table *table, const char *value)
{
    begin_cell (table);
    g_string_append (table->text, value);
    end_cell (table);
}

gboolean
table_is_empty (const Table *table)
{
    return !table->has_rows;
}

void
table_add_text (Table *table, const char *text)
{
    begin_cell (table);
    if (table->json) {
        g_autofree char *value = json_quote (text);
        g_string_append (table->text, value);
    } else {
        const gsize start = table->text->len;
        g_string_append (table->text, text);
        for (char *at = table->text->str + start; *at != '\0'; at++)
            if (*at == '\t' || *at == '\r' || *at == '\n')
                *at = ' ';
    }
    end_cell (table);
}

void
table_add_integer (Table *table, gint64 value)
{
    char room[DIGITS_ROOM];
    add_cell (table, digits_of_integer (room, value));
}

void
table_add_number (Table *table, double value)
{
    begin_cell (table);
    if (isfinite (value))
        digits_append (table->text, value);
    else if (table->json)
        g_string_append (table->text, "null");
    end_cell (table);
}

void
table_add_null (Table *table)
{
    add_cell (table, table->json ? "null" : "");
}

/* A list is an array in JSON and "a; b; c" in a table. */
void
table_add_list (Table *table, const char *const *values)
{
    if (!table->json) {
        g_autofree char *joined = g_strjoinv ("; ", (char **)values);
        table_add_text (table, joined);
        return;
    }
    g_autoptr (GString) list = g_string_new ("[");
    for (guint i = 0; values[i] != NULL; i++) {
        g_autofree char *quoted = json_quote (values[i]);
        g_string_append_printf (list, "%s%s", i > 0 ? "," : "", quoted);
    }
    g_string_append_c (list, ']');
    add_cell (table, list->str);
}

/* @json stands as it is; only for tables in JSON. */
void
table_add_json (Table *table, const char *json)
{
    g_assert (table->json);
    add_cell (table, json);
}

/* Forgets the rows so far, when they are written. */
void
table_empty (Table *table)
{
    g_assert (table->column == 0);
    g_string_truncate (table->text, 0);
}

const char *
table_get_text (const Table *table, gsize *length)
{
    g_assert (table->column == 0);
    *length = table->text->len;
    return table->text->str;
}
