/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The index of words: SQLite's FTS5 over title, keywords and abstract of the table papers, whose
 * texts it does not repeat. Words are as Unicode divides them, in one case and without marks; they
 * are not stemmed, because a stem is wrong in every language but one, and a prefix asks for the
 * same.
 */
#include "io/library/rows.h"

#include "io/library/json-texts.h"
#include "io/library/schema.h"
#include "io/library/tokenizer.h"

static const char *const settings[] = {
    "INSERT INTO search (search, rank) VALUES ('pgsz', 4050)",
    "INSERT INTO search (search, rank) VALUES ('automerge', 0)",
    "INSERT INTO search (search, rank) VALUES ('crisismerge', 1024)",
    "INSERT INTO search (search, rank) VALUES ('hashsize', 33554432)",
};

static gboolean
index_papers (RhumbDatabase *database, const RhumbCorpus *corpus, sqlite3_stmt *statement,
              GError **error)
{
    g_autoptr (GString) keywords = g_string_new (NULL);
    for (guint32 v = 0; v < rhumb_corpus_get_n_papers (corpus); v++) {
        const RhumbPaper *paper = rhumb_corpus_get_paper (corpus, v);
        const guint n = g_strv_length ((char **)paper->keywords);
        g_string_truncate (keywords, 0);
        if (n > 0)
            rhumb_json_texts_append (keywords, paper->keywords, n);
        sqlite3_bind_int64 (statement, 1, (gint64)v + 1);
        rhumb_database_bind_text (statement, 2, paper->title);
        rhumb_database_bind_text (statement, 3, n > 0 ? keywords->str : NULL);
        rhumb_database_bind_text (statement, 4, paper->abstract);
        if (!rhumb_database_insert (database, statement, error))
            return FALSE;
    }
    return TRUE;
}

/*
 * rhumb_library_write_index:
 * @database: a database whose papers are written, in a transaction
 * @corpus: the corpus they are of
 * @error: return location for an error
 *
 * Makes and fills the index of words.
 *
 * Returns: %FALSE with %RHUMB_ERROR_LIBRARY
 */
gboolean
rhumb_library_write_index (RhumbDatabase *database, const RhumbCorpus *corpus, GError **error)
{
    if (!rhumb_library_hasten_words (database, error) ||
        !rhumb_database_run (database, rhumb_library_search_table, error))
        return FALSE;
    for (gsize i = 0; i < G_N_ELEMENTS (settings); i++)
        if (!rhumb_database_run (database, settings[i], error))
            return FALSE;
    g_autoptr (sqlite3_stmt) statement = rhumb_database_prepare (
        database, "INSERT INTO search (rowid, title, keywords, abstract) VALUES (?, ?, ?, ?)",
        error);
    return statement != NULL && index_papers (database, corpus, statement, error);
}
