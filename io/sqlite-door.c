/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The door to SQLite: opening, running and the words of what went wrong.
 *
 * A database that is written here is a new file that nobody else knows, so it needs no journal and
 * no synchronising before its end. One that is read may come from anywhere and is never changed:
 * it is opened as immutable, which leaves no file beside it even in a folder that can be written,
 * its schema is not trusted, views and triggers are off, and every cell is checked to lie in its
 * page. Source: sqlite.org/security.html ("untrusted SQLite database files").
 */
#include "io/sqlite-door.h"

#include <string.h>
#include <sys/stat.h>

#include "graph/error.h"

#define LONGEST_VALUE (256 << 20)
#define LONGEST_SQL (1 << 20)

/* Says what SQLite says, behind the name of the file. @database: a database whose last call failed.
 * Returns %FALSE. */
gboolean
rhumb_database_set_error (const RhumbDatabase *database, GError **error)
{
    const int code = sqlite3_errcode (database->handle) & 0xff;
    const gboolean broken =
        code == SQLITE_CORRUPT || code == SQLITE_NOTADB || code == SQLITE_FORMAT;
    g_set_error (error, RHUMB_ERROR, broken ? RHUMB_ERROR_FORMAT : RHUMB_ERROR_LIBRARY,
                 broken ? "%s:1: %s, expected a whole library" : "%s: SQLite: %s", database->name,
                 sqlite3_errmsg (database->handle));
    return FALSE;
}

static RhumbDatabase *
open_handle (const char *path, const char *name, int flags, GError **error)
{
    g_autoptr (RhumbDatabase) database = g_new0 (RhumbDatabase, 1);
    database->name = g_strdup (name);
    const int code = sqlite3_open_v2 (path, &database->handle,
                                      flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
    if (code != SQLITE_OK) {
        rhumb_database_set_error (database, error);
        return NULL;
    }
    sqlite3_limit (database->handle, SQLITE_LIMIT_LENGTH, LONGEST_VALUE);
    sqlite3_limit (database->handle, SQLITE_LIMIT_SQL_LENGTH, LONGEST_SQL);
    return g_steal_pointer (&database);
}

/* Opens a database to be filled at once. Until it is freed the file is worth nothing. @path: path
 * of an empty file that nobody else opens; @name: the file in messages. Returns the database, %NULL
 * with %RHUMB_ERROR_LIBRARY. */
RhumbDatabase *
rhumb_database_create (const char *path, const char *name, GError **error)
{
    g_autoptr (RhumbDatabase) database =
        open_handle (path, name, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
    return database != NULL && rhumb_database_run (database,
                                                   "PRAGMA page_size = 8192;"
                                                   "PRAGMA journal_mode = OFF;"
                                                   "PRAGMA synchronous = OFF;"
                                                   "PRAGMA locking_mode = EXCLUSIVE;"
                                                   "PRAGMA temp_store = MEMORY;"
                                                   "PRAGMA cache_size = -65536;"
                                                   "PRAGMA encoding = 'UTF-8';",
                                                   error)
               ? g_steal_pointer (&database)
               : NULL;
}

/* Makes an empty database in memory. @name: what it is for, in messages. Returns the database,
 * %NULL with %RHUMB_ERROR_LIBRARY. */
RhumbDatabase *
rhumb_database_new_in_memory (const char *name, GError **error)
{
    return open_handle (":memory:", name, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
}

/* What another program has not written back yet would be missed. */
static gboolean
refuse_unfinished (const char *path, const char *name, GError **error)
{
    static const char *const suffixes[] = {"-wal", "-journal"};
    for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++) {
        g_autofree char *beside = g_strconcat (path, suffixes[i], NULL);
        struct stat status;
        if (stat (beside, &status) == 0 && status.st_size > 0) {
            g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_FORMAT,
                         "%s:1: changes of another program wait in %s, expected none; open the "
                         "library with sqlite3 once to finish them",
                         name, beside);
            return FALSE;
        }
    }
    return TRUE;
}

static gboolean
harden (RhumbDatabase *database, GError **error)
{
    static const struct {
        int option;
        int value;
    } settings[] = {
        {SQLITE_DBCONFIG_DEFENSIVE, 1},      {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
        {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0}, {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
        {SQLITE_DBCONFIG_DQS_DML, 0},        {SQLITE_DBCONFIG_DQS_DDL, 0},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (settings); i++)
        sqlite3_db_config (database->handle, settings[i].option, settings[i].value, (int *)NULL);
    return rhumb_database_run (database,
                               "PRAGMA cell_size_check = ON;"
                               "PRAGMA temp_store = MEMORY;"
                               "PRAGMA cache_size = -32768;",
                               error);
}

/* SQLite takes a file whose last page is cut for a whole one until it reads that page. */
static gboolean
check_length (RhumbDatabase *database, GError **error)
{
    gint64 n_bytes;
    struct stat status;
    if (!rhumb_database_get_integer (
            database, "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size",
            &n_bytes, error))
        return FALSE;
    if (stat (database->path, &status) == 0 && status.st_size >= n_bytes)
        return TRUE;
    g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_FORMAT,
                 "%s:1: the file is cut off, expected a whole library", database->name);
    return FALSE;
}

static RhumbDatabase *
open_once (const char *path, const char *name, GError **error)
{
    g_autofree char *absolute = g_canonicalize_filename (path, NULL);
    g_autofree char *uri = g_filename_to_uri (absolute, NULL, error);
    if (uri == NULL)
        return NULL;
    g_autofree char *immutable = g_strconcat (uri, "?immutable=1", NULL);
    struct stat before, after;
    const gboolean was_there = stat (absolute, &before) == 0;
    g_autoptr (RhumbDatabase) database =
        open_handle (immutable, name, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, error);
    if (database == NULL)
        return NULL;
    database->path = g_steal_pointer (&absolute);
    if (was_there && stat (database->path, &after) == 0 && before.st_dev == after.st_dev &&
        before.st_ino == after.st_ino) {
        database->device = (guint64)after.st_dev;
        database->inode = (guint64)after.st_ino;
    }
    return harden (database, error) && check_length (database, error) ? g_steal_pointer (&database)
                                                                      : NULL;
}

/* Opens a database that is not trusted, for reading; nothing is changed in it or beside it. @path:
 * path of a database; @name: the file in messages. Returns the database; %NULL with
 * %RHUMB_ERROR_FORMAT or %RHUMB_ERROR_LIBRARY. */
RhumbDatabase *
rhumb_database_open (const char *path, const char *name, GError **error)
{
    if (!refuse_unfinished (path, name, error))
        return NULL;
    /* If a new library took the name in between, its length was compared with the old one. */
    RhumbDatabase *database = open_once (path, name, NULL);
    if (database != NULL)
        return database;
    return open_once (path, name, error);
}

/*
 * rhumb_database_open_again:
 * @database: a database that was opened for reading
 *
 * Opens the same file once more, for another thread.
 *
 * Returns: (nullable): the database; %NULL if that cannot be: it is in memory, or another file has
 *   its name by now
 */
RhumbDatabase *
rhumb_database_open_again (const RhumbDatabase *database)
{
    if (database->path == NULL || database->inode == 0)
        return NULL;
    g_autoptr (RhumbDatabase) again = open_once (database->path, database->name, NULL);
    const gboolean is_same =
        again != NULL && again->device == database->device && again->inode == database->inode;
    return is_same ? g_steal_pointer (&again) : NULL;
}

/* rhumb_database_free: closes and frees @database; nothing happens if it is %NULL. */
void
rhumb_database_free (RhumbDatabase *database)
{
    if (database == NULL)
        return;
    sqlite3_close_v2 (database->handle);
    g_free (database->name);
    g_free (database->path);
    g_free (database);
}

/* rhumb_database_run: runs statements without values; %FALSE with an error. */
gboolean
rhumb_database_run (RhumbDatabase *database, const char *sql, GError **error)
{
    return sqlite3_exec (database->handle, sql, NULL, NULL, NULL) == SQLITE_OK ||
           rhumb_database_set_error (database, error);
}

/* rhumb_database_prepare: compiles one statement; %NULL with an error. */
sqlite3_stmt *
rhumb_database_prepare (RhumbDatabase *database, const char *sql, GError **error)
{
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v3 (database->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement,
                            NULL) == SQLITE_OK)
        return statement;
    rhumb_database_set_error (database, error);
    return NULL;
}

/* rhumb_database_step: goes to the next row, if there is one; %FALSE with an error. */
gboolean
rhumb_database_step (RhumbDatabase *database, sqlite3_stmt *statement, gboolean *row,
                     GError **error)
{
    const int code = sqlite3_step (statement);
    *row = code == SQLITE_ROW;
    return code == SQLITE_ROW || code == SQLITE_DONE || rhumb_database_set_error (database, error);
}

/* rhumb_database_insert: runs a statement once and makes it ready for the next values. */
gboolean
rhumb_database_insert (RhumbDatabase *database, sqlite3_stmt *statement, GError **error)
{
    const gboolean done = sqlite3_step (statement) == SQLITE_DONE;
    if (!done)
        rhumb_database_set_error (database, error);
    sqlite3_reset (statement);
    return done;
}

/* rhumb_database_get_integer: the first value of the first row, 0 if there is none. */
gboolean
rhumb_database_get_integer (RhumbDatabase *database, const char *sql, gint64 *value, GError **error)
{
    g_autoptr (sqlite3_stmt) statement = rhumb_database_prepare (database, sql, error);
    gboolean row = FALSE;
    *value = 0;
    if (statement == NULL || !rhumb_database_step (database, statement, &row, error))
        return FALSE;
    if (row)
        *value = sqlite3_column_int64 (statement, 0);
    return TRUE;
}

/* rhumb_database_bind_text: binds a text that lives until the statement has run; %NULL is NULL. */
void
rhumb_database_bind_text (sqlite3_stmt *statement, int column, const char *text)
{
    sqlite3_bind_text (statement, column, text, -1, SQLITE_STATIC);
}
