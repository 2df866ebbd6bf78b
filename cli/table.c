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
    char buffer[G_ASCII_DTOSTR_BUF_SIZE];
    return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.8g", value));
}

Table *
table_new (const char *const *columns, gboolean json)
{
    Table *table = g_new0 (Table, 1);
    table->text = g_string_new (NULL);
    table->columns = columns;
    table->n_columns = g_strv_length ((char **)columns);
    table->json = json;
    for (guint i = 0; !json && i < table->n_columns; i++)
        g_string_append_printf (table->text, "%s%c", columns[i],
                                i + 1 < table->n_columns ? '\t' : '\n');
    return table;
}

void
table_free (Table *table)
{
    g_string_free (table->text, TRUE);
    g_free (table);
}

/* Writes what stands around a cell; @value is ready for the format. */
static void
add_cell (Table *table, const char *value)
{
    if (table->json)
        g_string_append_printf (table->text, "%s\"%s\":", table->column == 0 ? "{" : ",",
                                table->columns[table->column]);
    g_string_append (table->text, value);
    table->has_rows = TRUE;
    table->column = (table->column + 1) % table->n_columns;
    if (table->column > 0 && !table->json)
        g_string_append_c (table->text, '\t');
    else if (table->column == 0)
        g_string_append (table->text, table->json ? "}\n" : "\n");
}

gboolean
table_is_empty (const Table *table)
{
    return !table->has_rows;
}

void
table_add_text (Table *table, const char *text)
{
    g_autofree char *value = table->json ? json_quote (text) : g_strdup (text);
    add_cell (table, table->json ? value : g_strdelimit (value, "\t\r\n", ' '));
}

void
table_add_integer (Table *table, gint64 value)
{
    char buffer[32];
    g_snprintf (buffer, sizeof buffer, "%" G_GINT64_FORMAT, value);
    add_cell (table, buffer);
}

void
table_add_number (Table *table, double value)
{
    g_autofree char *text = format_number (value);
    add_cell (table, isfinite (value) ? text : (table->json ? "null" : ""));
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

const char *
table_get_text (const Table *table, gsize *length)
{
    g_assert (table->column == 0);
    *length = table->text->len;
    return table->text->str;
}
