/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which papers have these words, the best first.
 *
 * Scored by Okapi BM25 (Robertson & Zaragoza, Foundations and Trends in IR 3(4), 2009) with
 * k1 = 1.2 and b = 0.75 as SQLite's FTS5 computes it; a word of the title counts like five of the
 * abstract, a keyword like three. Equal scores stand in the order of ids. Papers that are no
 * library get the same index in memory, so the answers are the same.
 * Cost: linear in the papers that have the words.
 */
#include "io/library.h"

#include "graph/error.h"
#include "io/library/rows.h"
#include "io/library/schema.h"
#include "io/library/words.h"

#define FIND                                                                           \
    "SELECT p.id, p.title, p.year, -bm25(search, 5.0, 3.0, 1.0) AS score"              \
    " FROM search CROSS JOIN papers p ON p.paper = search.rowid WHERE search MATCH ?1" \
    " AND (?2 = 0 OR p.year >= ?2) AND (?3 = 0 OR p.year <= ?3)"                       \
    " ORDER BY score DESC, p.id LIMIT ?4"

/**
 * rhumb_hit_free:
 * @hit: (transfer full) (nullable): a hit
 *
 * Frees a hit.
 *
 * Since: 0.2
 */
void
rhumb_hit_free (RhumbHit *hit)
{
    if (hit == NULL)
        return;
    g_free (hit->id);
    g_free (hit->title);
    g_free (hit);
}

static RhumbHit *
make_hit (sqlite3_stmt *statement)
{
    RhumbHit *hit = g_new0 (RhumbHit, 1);
    const char *id = (const char *)sqlite3_column_text (statement, 0);
    const char *title = (const char *)sqlite3_column_text (statement, 1);
    hit->id = g_utf8_make_valid (id != NULL ? id : "", -1);
    hit->title = title != NULL ? g_utf8_make_valid (title, -1) : NULL;
    hit->year = sqlite3_column_int (statement, 2);
    hit->score = sqlite3_column_double (statement, 3);
    return hit;
}

static GPtrArray *
find (RhumbDatabase *database, const char *query, const RhumbSearchOptions *options, GError **error)
{
    g_autoptr (sqlite3_stmt) statement = rhumb_database_prepare (database, FIND, error);
    if (statement == NULL)
        return NULL;
    rhumb_database_bind_text (statement, 1, query);
    sqlite3_bind_int (statement, 2, options->from_year);
    sqlite3_bind_int (statement, 3, options->to_year);
    sqlite3_bind_int64 (statement, 4, options->max_hits > 0 ? (gint64)options->max_hits : -1);
    g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify)rhumb_hit_free);
    for (;;) {
        gboolean row = FALSE;
        if (!rhumb_database_step (database, statement, &row, error))
            return NULL;
        if (!row)
            return g_steal_pointer (&hits);
        g_ptr_array_add (hits, make_hit (statement));
    }
}

/**
 * rhumb_corpus_search:
 * @corpus: a corpus
 * @words: words, "phrases" in quotation marks, and prefixes that end with a star
 * @options: (nullable): how to search, %NULL = all words, all years, all papers
 * @error: return location for an error
 *
 * Finds papers by words of their titles, keywords and abstracts.
 *
 * Returns: (transfer container) (element-type RhumbHit) (nullable): papers, best first; %NULL with
 *   %RHUMB_ERROR_INVALID if there is no word in @words
 *
 * Since: 0.2
 */
GPtrArray *
rhumb_corpus_search (const RhumbCorpus *corpus, const char *words,
                     const RhumbSearchOptions *options, GError **error)
{
    const RhumbSearchOptions defaults = {0};
    options = options != NULL ? options : &defaults;
    g_autofree char *query = rhumb_library_quote_words (words, options->any, error);
    g_autoptr (RhumbDatabase) database =
        query != NULL ? rhumb_database_new_in_memory ("index of words", error) : NULL;
    if (database == NULL || !rhumb_library_migrate (database, &rhumb_library_migrations, error) ||
        !rhumb_database_run (database, "BEGIN", error) ||
        !rhumb_library_write_papers (database, corpus, error) ||
        !rhumb_library_write_index (database, corpus, error) ||
        !rhumb_database_run (database, "COMMIT", error))
        return NULL;
    return find (database, query, options, error);
}

/**
 * rhumb_library_search:
 * @path: path of a library
 * @words: words, "phrases" in quotation marks, and prefixes that end with a star
 * @options: (nullable): how to search, %NULL = all words, all years, all papers
 * @error: return location for an error
 *
 * Finds papers of a library by its own index, without reading the papers.
 *
 * Returns: (transfer container) (element-type RhumbHit) (nullable): papers, best first; %NULL with
 *   %RHUMB_ERROR_INVALID if there is no word in @words, %RHUMB_ERROR_NOT_FOUND if the library has
 *   no index that this version knows, or the errors of reading a library
 *
 * Since: 0.2
 */
GPtrArray *
rhumb_library_search (const char *path, const char *words, const RhumbSearchOptions *options,
                      GError **error)
{
    const RhumbSearchOptions defaults = {0};
    options = options != NULL ? options : &defaults;
    g_autofree char *query = rhumb_library_quote_words (words, options->any, error);
    g_autoptr (RhumbDatabase) database =
        query != NULL ? rhumb_library_open (path, path, &rhumb_library_migrations, error) : NULL;
    if (database == NULL)
        return NULL;
    if (rhumb_library_has_index (database))
        return find (database, query, options, error);
    g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_NOT_FOUND, "%s: no index of words", path);
    return NULL;
}
