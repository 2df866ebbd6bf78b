/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* An open database; @name is the file in messages. Only io/ may see it. */
typedef struct {
    sqlite3 *handle;
    char *name;
    char *path;     /* of a file that is read; NULL = none */
    guint64 device; /* which file that is; with @inode 0 if it is not certain */
    guint64 inode;
} RhumbDatabase;

RhumbDatabase *rhumb_database_create (const char *path, const char *name, GError **error);
RhumbDatabase *rhumb_database_open (const char *path, const char *name, GError **error);
RhumbDatabase *rhumb_database_open_again (const RhumbDatabase *database);
RhumbDatabase *rhumb_database_new_in_memory (const char *name, GError **error);
void rhumb_database_free (RhumbDatabase *database);
gboolean rhumb_database_run (RhumbDatabase *database, const char *sql, GError **error);
sqlite3_stmt *rhumb_database_prepare (RhumbDatabase *database, const char *sql, GError **error);
gboolean rhumb_database_step (RhumbDatabase *database, sqlite3_stmt *statement, gboolean *row,
                              GError **error);
gboolean rhumb_database_insert (RhumbDatabase *database, sqlite3_stmt *statement, GError **error);
gboolean rhumb_database_get_integer (RhumbDatabase *database, const char *sql, gint64 *value,
                                     GError **error);
gboolean rhumb_database_set_error (const RhumbDatabase *database, GError **error);
void rhumb_database_bind_text (sqlite3_stmt *statement, int column, const char *text);

static inline void
rhumb_statement_free (sqlite3_stmt *statement)
{
    sqlite3_finalize (statement);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbDatabase, rhumb_database_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, rhumb_statement_free)

G_END_DECLS
