/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The tables of a library, their versions, and opening one.
 *
 * PRAGMA user_version counts the versions of the schema, PRAGMA application_id says whose file it
 * is. What turns each version into the next stands in one list; a new file starts as version 0,
 * which is empty. A file of an older version is never changed by reading it: it is copied into
 * memory and brought forward there. A newer version is refused, because what it keeps in other
 * places would be lost by writing it back.
 * A file that comes from elsewhere may hold anything under our names: only plain tables are read,
 * without computed columns, so that no row costs more than its bytes.
 */
#include "io/library/schema.h"

#include <string.h>

#include "graph/error.h"

#define FIELDS                                                                                     \
    "title TEXT, year INTEGER, date TEXT, type TEXT, volume TEXT, issue TEXT, pages TEXT, "        \
    "issn TEXT, venue_short TEXT, language TEXT, doi TEXT, url TEXT, cited_by INTEGER, "           \
    "reference_count INTEGER, source INTEGER NOT NULL REFERENCES sources, line INTEGER NOT NULL, " \
    "keywords TEXT, \"references\" TEXT, extra TEXT, abstract TEXT"

static const char first_version[] =
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;"
    "CREATE TABLE sources (source INTEGER PRIMARY KEY, name TEXT NOT NULL, format TEXT NOT NULL,"
    " records INTEGER NOT NULL, lines_skipped INTEGER NOT NULL, records_lost INTEGER NOT NULL,"
    " merged INTEGER NOT NULL, outside_years INTEGER NOT NULL);"
    "CREATE TABLE venues (venue INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL);"
    "CREATE TABLE people (person INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL,"
    " orcid TEXT);"
    "CREATE TABLE papers (paper INTEGER PRIMARY KEY, id TEXT NOT NULL,"
    " venue INTEGER REFERENCES venues, venue_spelling TEXT, " FIELDS ");"
    "CREATE TABLE records (paper INTEGER NOT NULL REFERENCES papers, ids TEXT, venue TEXT,"
    " authors TEXT, orcids TEXT, author_ids TEXT, " FIELDS ");"
    "CREATE TABLE identifiers (id TEXT NOT NULL, paper INTEGER NOT NULL REFERENCES papers);"
    "CREATE TABLE authorships (paper INTEGER NOT NULL REFERENCES papers,"
    " position INTEGER NOT NULL, person INTEGER NOT NULL REFERENCES people, spelling TEXT,"
    " PRIMARY KEY (paper, position)) WITHOUT ROWID;"
    "CREATE TABLE citations (citing INTEGER NOT NULL REFERENCES papers,"
    " cited INTEGER NOT NULL REFERENCES papers, PRIMARY KEY (citing, cited)) WITHOUT ROWID;"
    "CREATE TABLE merges (paper INTEGER REFERENCES papers, kept_source INTEGER,"
    " kept_line INTEGER, merged_source INTEGER, merged_line INTEGER, rule TEXT, key TEXT);"
    "CREATE TABLE report (source INTEGER NOT NULL REFERENCES sources, line INTEGER NOT NULL,"
    " kind TEXT NOT NULL, step TEXT NOT NULL, found TEXT, why TEXT);";

/* Made when the rows stand: sorting once is faster than keeping sorted. */
const char *const rhumb_library_indexes = "CREATE INDEX records_paper ON records (paper);"
                                          "CREATE INDEX identifiers_id ON identifiers (id);";

const char *const rhumb_library_search_table =
    "CREATE VIRTUAL TABLE search USING fts5(title, keywords, abstract, content='papers',"
    " content_rowid='paper', tokenize='unicode61 remove_diacritics 2')";

static const char *const steps[] = {first_version};

const RhumbMigrations rhumb_library_migrations = {steps, G_N_ELEMENTS (steps)};

G_STATIC_ASSERT (G_N_ELEMENTS (steps) == RHUMB_LIBRARY_VERSION);

static const char *const tables[] = {
    "meta",        "sources",     "venues",    "people", "papers", "records",
    "identifiers", "authorships", "citations", "merges", "report",
};

static gboolean
refuse (const RhumbDatabase *database, GError **error, const char *found, const char *expected)
{
    g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_FORMAT, "%s:1: %s, expected %s", database->name,
                 found, expected);
    return FALSE;
}

/*
 * rhumb_library_migrate:
 * @database: a database that may be written, of an older version or empty
 * @migrations: the list of steps
 * @error: return location for an error
 *
 * Brings a database to the newest version, one step after the other.
 *
 * Returns: %FALSE with an error; the database may then be of any version between
 */
gboolean
rhumb_library_migrate (RhumbDatabase *database, const RhumbMigrations *migrations, GError **error)
{
    gint64 version;
    if (!rhumb_database_get_integer (database, "PRAGMA user_version", &version, error))
        return FALSE;
    for (gint64 i = MAX (version, 0); i < migrations->version; i++) {
        g_autofree char *numbers =
            g_strdup_printf ("PRAGMA user_version = %d; PRAGMA application_id = %d", (int)i + 1,
                             RHUMB_LIBRARY_APPLICATION);
        if (!rhumb_database_run (database, migrations->steps[i], error) ||
            !rhumb_database_run (database, numbers, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
check_table (RhumbDatabase *database, const char *table, GError **error)
{
    gint64 n_plain;
    gint64 n_computed;
    g_autofree char *plain = g_strdup_printf (
        "SELECT count(*) FROM sqlite_schema WHERE name = '%s' AND type = 'table' AND rootpage > 1",
        table);
    g_autofree char *computed =
        g_strdup_printf ("SELECT count(*) FROM pragma_table_xinfo('%s') WHERE hidden <> 0", table);
    if (!rhumb_database_get_integer (database, plain, &n_plain, error) ||
        !rhumb_database_get_integer (database, computed, &n_computed, error))
        return FALSE;
    g_autofree char *found = g_strdup_printf ("no plain table '%s'", table);
    return (n_plain == 1 && n_computed == 0) ||
           refuse (database, error, found, "the tables of a rhumb library");
}

static RhumbDatabase *
bring_forward (RhumbDatabase *older, const RhumbMigrations *migrations, GError **error)
{
    g_autoptr (RhumbDatabase) newer = rhumb_database_new_in_memory (older->name, error);
    if (newer == NULL)
        return NULL;
    sqlite3_backup *backup = sqlite3_backup_init (newer->handle, "main", older->handle, "main");
    if (backup != NULL) {
        sqlite3_backup_step (backup, -1);
        sqlite3_backup_finish (backup);
    }
    if (sqlite3_errcode (newer->handle) != SQLITE_OK) {
        rhumb_database_set_error (newer, error);
        return NULL;
    }
    sqlite3_db_config (newer->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)NULL);
    sqlite3_db_config (newer->handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, (int *)NULL);
    sqlite3_db_config (newer->handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, (int *)NULL);
    return rhumb_library_migrate (newer, migrations, error) ? g_steal_pointer (&newer) : NULL;
}

static gboolean
check_numbers (RhumbDatabase *database, const RhumbMigrations *migrations, gint64 *version,
               GError **error)
{
    gint64 application;
    if (!rhumb_database_get_integer (database, "PRAGMA application_id", &application, error) ||
        !rhumb_database_get_integer (database, "PRAGMA user_version", version, error))
        return FALSE;
    if (application != RHUMB_LIBRARY_APPLICATION)
        return refuse (database, error, "an SQLite database of another program",
                       "a rhumb library, made by rhumb import");
    if (*version >= 0 && *version <= migrations->version)
        return TRUE;
    g_autofree char *found = g_strdup_printf ("a library of version %" G_GINT64_FORMAT, *version);
    g_autofree char *expected = g_strdup_printf (
        "version %d or older: it was written by a newer rhumb", migrations->version);
    return refuse (database, error, found, expected);
}

/*
 * rhumb_library_open:
 * @path: path of a library
 * @name: the file in messages
 * @migrations: the list of steps that lead to the version wanted
 * @error: return location for an error
 *
 * Opens a library for reading, in the newest version. The file is not changed.
 *
 * Returns: (nullable): the database; %NULL with %RHUMB_ERROR_FORMAT if the file is broken, no
 *   library, or of a newer version
 */
RhumbDatabase *
rhumb_library_open (const char *path, const char *name, const RhumbMigrations *migrations,
                    GError **error)
{
    gint64 version;
    g_autoptr (RhumbDatabase) database = rhumb_database_open (path, name, error);
    if (database == NULL || !check_numbers (database, migrations, &version, error))
        return NULL;
    if (version < migrations->version) {
        g_autoptr (RhumbDatabase) older = g_steal_pointer (&database);
        database = bring_forward (older, migrations, error);
    }
    for (gsize i = 0; database != NULL && i < G_N_ELEMENTS (tables); i++)
        if (!check_table (database, tables[i], error))
            return NULL;
    return g_steal_pointer (&database);
}

/* rhumb_library_has_index: whether the file holds the index that search would build. */
gboolean
rhumb_library_has_index (RhumbDatabase *database)
{
    g_autoptr (sqlite3_stmt) statement = rhumb_database_prepare (
        database, "SELECT 1 FROM sqlite_schema WHERE name = 'search' AND sql = ?1", NULL);
    gboolean row = FALSE;
    if (statement == NULL)
        return FALSE;
    rhumb_database_bind_text (statement, 1, rhumb_library_search_table);
    return rhumb_database_step (database, statement, &row, NULL) && row;
}

/*
 * rhumb_library_is_head:
 * @head: (array length=length): first bytes of a file
 * @length: how many
 *
 * Tells a library by its first bytes.
 *
 * Returns: whether they are those of an SQLite database with our number
 */
gboolean
rhumb_library_is_head (const char *head, gsize length)
{
    /* Bytes 68 to 71 of the file: sqlite.org/fileformat.html, "Application ID". */
    static const guint8 application[] = {0x52, 0x68, 0x6d, 0x62};
    return length >= 100 && memcmp (head, "SQLite format 3", 16) == 0 &&
           memcmp (head + 68, application, sizeof application) == 0;
}
