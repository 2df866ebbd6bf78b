/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Many rows into one table, several with each statement.
 *
 * For a row of two numbers, beginning and ending a statement and finding the end of the table
 * costs several times what the row costs; a statement with many rows does it once. If the texts
 * live only for one row, rows go in one by one.
 * Cost: linear; memory for the rows of one statement.
 */
#include "io/library/bulk.h"

#include <string.h>

/* A value: a text or a number; NULL is the text that is none. */
typedef struct {
    const char *text;
    gint64 number;
    gboolean is_number;
} Cell;

struct _RhumbBulk {
    RhumbDatabase *database;
    sqlite3_stmt *statement; /* of all rows */
    char *table;
    char *columns;
    guint n_columns;
    guint n_at_once;
    guint n_rows; /* filled so far */
    Cell *cells;
};

/* OR FAIL: after an error the transaction is given up, so no statement need be undone alone. */
static sqlite3_stmt *
prepare (const RhumbBulk *bulk, guint n_rows, GError **error)
{
    g_autoptr (GString) sql = g_string_new (NULL);
    g_string_printf (sql, "INSERT OR FAIL INTO %s (%s) VALUES ", bulk->table, bulk->columns);
    for (guint row = 0; row < n_rows; row++)
        for (guint i = 0; i < bulk->n_columns; i++)
            g_string_append (sql, i > 0 ? ",?" : row > 0 ? "),(?" : "(?");
    g_string_append_c (sql, ')');
    return rhumb_database_prepare (bulk->database, sql->str, error);
}

/*
 * rhumb_bulk_new:
 * @database: a database in a transaction
 * @table: name of a table
 * @columns: its columns, with commas between
 * @n_at_once: rows of a statement; their texts must live as long. 1 = texts of one row
 * @error: return location for an error
 *
 * Begins to fill a table.
 *
 * Returns: (nullable): the work; %NULL with %RHUMB_ERROR_LIBRARY
 */
RhumbBulk *
rhumb_bulk_new (RhumbDatabase *database, const char *table, const char *columns, guint n_at_once,
                GError **error)
{
    g_autoptr (RhumbBulk) bulk = g_new0 (RhumbBulk, 1);
    bulk->database = database;
    bulk->table = g_strdup (table);
    bulk->columns = g_strdup (columns);
    bulk->n_at_once = n_at_once;
    bulk->n_columns = 1;
    for (const char *p = strchr (columns, ','); p != NULL; p = strchr (p + 1, ','))
        bulk->n_columns++;
    bulk->cells = g_new0 (Cell, (gsize)n_at_once * bulk->n_columns);
    bulk->statement = prepare (bulk, n_at_once, error);
    return bulk->statement != NULL ? g_steal_pointer (&bulk) : NULL;
}

/* rhumb_bulk_free: frees @bulk; rows that are not finished are forgotten. */
void
rhumb_bulk_free (RhumbBulk *bulk)
{
    sqlite3_finalize (bulk->statement);
    g_free (bulk->table);
    g_free (bulk->columns);
    g_free (bulk->cells);
    g_free (bulk);
}

static Cell *
get_cell (const RhumbBulk *bulk, int column)
{
    return &bulk->cells[(gsize)bulk->n_rows * bulk->n_columns + (guint)column - 1];
}

/* rhumb_bulk_set_number: sets a column, from 1, of the present row. */
void
rhumb_bulk_set_number (RhumbBulk *bulk, int column, gint64 number)
{
    *get_cell (bulk, column) = (Cell){.number = number, .is_number = TRUE};
}

/* rhumb_bulk_set_text: sets a column, from 1, of the present row; %NULL is NULL. */
void
rhumb_bulk_set_text (RhumbBulk *bulk, int column, const char *text)
{
    *get_cell (bulk, column) = (Cell){.text = text};
}

/* rhumb_bulk_set_null: sets a column, from 1, of the present row to NULL. */
void
rhumb_bulk_set_null (RhumbBulk *bulk, int column)
{
    rhumb_bulk_set_text (bulk, column, NULL);
}

static gboolean
run (RhumbBulk *bulk, sqlite3_stmt *statement, GError **error)
{
    const guint n = bulk->n_rows * bulk->n_columns;
    for (guint i = 0; i < n; i++) {
        const Cell *cell = &bulk->cells[i];
        if (cell->is_number)
            sqlite3_bind_int64 (statement, (int)i + 1, cell->number);
        else
            rhumb_database_bind_text (statement, (int)i + 1, cell->text);
    }
    bulk->n_rows = 0;
    return rhumb_database_insert (bulk->database, statement, error);
}

/* rhumb_bulk_next: ends the present row, all of whose columns must be set. */
gboolean
rhumb_bulk_next (RhumbBulk *bulk, GError **error)
{
    bulk->n_rows++;
    return bulk->n_rows < bulk->n_at_once || run (bulk, bulk->statement, error);
}

/* rhumb_bulk_finish: writes the last rows. */
gboolean
rhumb_bulk_finish (RhumbBulk *bulk, GError **error)
{
    if (bulk->n_rows == 0)
        return TRUE;
    g_autoptr (sqlite3_stmt) rest = prepare (bulk, bulk->n_rows, error);
    return rest != NULL && run (bulk, rest, error);
}
