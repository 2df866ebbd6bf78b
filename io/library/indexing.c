/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The index of words, made while the rows of the other tables are written.
 *
 * A database has one writer, so a thread fills the index in a private database, which SQLite keeps
 * in memory while it is small and else in a file without a name, and its tables are copied as they
 * are into the library, as VACUUM would. The thread shares with the others only the corpus, which
 * never changes; what it writes does not depend on when it runs.
 * Cost: that of the index, and a copy of it.
 */
#include "io/library/indexing.h"

#include "io/library/rows.h"
#include "io/library/schema.h"

#define STEPS_BETWEEN_LOOKS 10000

struct _RhumbIndexing {
    const RhumbCorpus *corpus;
    RhumbDatabase *database;
    GThread *thread;
    GError *error; /* of the thread */
    gint stop;     /* whether nobody wants the index any more */
};

/* SQLite asks now and then, and ends with an error if the answer is yes. */
static int
is_stopped (void *data)
{
    return g_atomic_int_get (&((RhumbIndexing *)data)->stop);
}

static gpointer
make_index (gpointer data)
{
    RhumbIndexing *indexing = data;
    const gboolean made =
        rhumb_database_run (indexing->database, "BEGIN", &indexing->error) &&
        rhumb_library_write_index (indexing->database, indexing->corpus, &indexing->error) &&
        rhumb_database_run (indexing->database, "COMMIT", &indexing->error);
    return GINT_TO_POINTER (made);
}

/*
 * rhumb_indexing_new:
 * @corpus: a corpus, which must stay
 * @name: the library in messages
 * @error: return location for an error
 *
 * Begins to make the index of words of a corpus.
 *
 * Returns: (nullable): the work; %NULL with %RHUMB_ERROR_LIBRARY
 */
RhumbIndexing *
rhumb_indexing_new (const RhumbCorpus *corpus, const char *name, GError **error)
{
    /* A database without a name is a temporary one of SQLite. */
    RhumbDatabase *database = rhumb_database_create ("", name, error);
    if (database == NULL)
        return NULL;
    RhumbIndexing *indexing = g_new0 (RhumbIndexing, 1);
    indexing->corpus = corpus;
    indexing->database = database;
    sqlite3_progress_handler (database->handle, STEPS_BETWEEN_LOOKS, is_stopped, indexing);
    indexing->thread = g_thread_new ("rhumb-index", make_index, indexing);
    return indexing;
}

/* rhumb_indexing_free: stops the work, if it goes on, and frees it. */
void
rhumb_indexing_free (RhumbIndexing *indexing)
{
    g_atomic_int_set (&indexing->stop, TRUE);
    if (indexing->thread != NULL)
        g_thread_join (indexing->thread);
    rhumb_database_free (indexing->database);
    g_clear_error (&indexing->error);
    g_free (indexing);
}

static gboolean
copy_rows (RhumbDatabase *to, sqlite3_stmt *select, sqlite3_stmt *insert, RhumbDatabase *from,
           GError **error)
{
    for (;;) {
        gboolean row;
        if (!rhumb_database_step (from, select, &row, error))
            return FALSE;
        if (!row)
            return TRUE;
        for (int i = 0; i < sqlite3_column_count (select); i++)
            sqlite3_bind_value (insert, i + 1, sqlite3_column_value (select, i));
        if (!rhumb_database_insert (to, insert, error))
            return FALSE;
    }
}

static gboolean
copy_table (RhumbDatabase *to, RhumbDatabase *from, const char *table, GError **error)
{
    g_autofree char *all = g_strdup_printf ("SELECT * FROM \"%s\"", table);
    g_autoptr (sqlite3_stmt) select = rhumb_database_prepare (from, all, error);
    if (select == NULL)
        return FALSE;
    g_autoptr (GString) put = g_string_new (NULL);
    g_string_printf (put, "INSERT INTO \"%s\" VALUES (?", table);
    for (int i = 1; i < sqlite3_column_count (select); i++)
        g_string_append (put, ", ?");
    g_string_append (put, ")");
    g_autofree char *empty = g_strdup_printf ("DELETE FROM \"%s\"", table);
    g_autoptr (sqlite3_stmt) insert = rhumb_database_prepare (to, put->str, error);
    return insert != NULL && rhumb_database_run (to, empty, error) &&
           copy_rows (to, select, insert, from, error);
}

/* The tables behind the index, whatever they are: each of them begins with its name. */
static gboolean
copy_index (RhumbDatabase *to, RhumbDatabase *from, GError **error)
{
    g_autoptr (sqlite3_stmt) list = rhumb_database_prepare (
        from,
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND substr(name, 1, 7) = 'search_'",
        error);
    if (list == NULL || !rhumb_database_run (to, rhumb_library_search_table, error))
        return FALSE;
    for (;;) {
        gboolean row;
        if (!rhumb_database_step (from, list, &row, error))
            return FALSE;
        if (!row)
            return TRUE;
        if (!copy_table (to, from, (const char *)sqlite3_column_text (list, 0), error))
            return FALSE;
    }
}

/*
 * rhumb_indexing_finish:
 * @indexing: the work
 * @database: a database in a transaction, without an index
 * @error: return location for an error
 *
 * Waits for the index and puts it into a library.
 *
 * Returns: %FALSE with %RHUMB_ERROR_LIBRARY
 */
gboolean
rhumb_indexing_finish (RhumbIndexing *indexing, RhumbDatabase *database, GError **error)
{
    const gboolean made = GPOINTER_TO_INT (g_thread_join (g_steal_pointer (&indexing->thread)));
    if (made)
        return copy_index (database, indexing->database, error);
    g_propagate_error (error, g_steal_pointer (&indexing->error));
    return FALSE;
}
