/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * A library as the records it was made of.
 *
 * Papers of one record are rows of papers; those of several stand in records, each as it was read,
 * so that merging with new records gives what reading everything at once gives.
 * Cost: linear; memory for one row besides the builder's.
 */
#include "io/library/read.h"

#include "graph/corpus-provenance.h"
#include "graph/error.h"
#include "graph/plural.h"
#include "io/library/paper-crew.h"
#include "io/library/restoring.h"
#include "io/library/schema.h"

#define MOST_SOURCES 10000000

/* Rows of a query, each given to @take. */
static gboolean
read_rows (RhumbRestoring *restoring, const char *sql,
           gboolean (*take) (RhumbRestoring *restoring, sqlite3_stmt *statement))
{
    RhumbValues *values = &restoring->values;
    g_autoptr (sqlite3_stmt) statement =
        rhumb_database_prepare (values->database, sql, values->error);
    if (statement == NULL)
        return FALSE;
    for (values->row = 1;; values->row++) {
        gboolean row = FALSE;
        if (!rhumb_database_step (values->database, statement, &row, values->error))
            return FALSE;
        if (!row)
            return TRUE;
        rhumb_restoring_begin_row (restoring);
        if (!take (restoring, statement) || values->failed)
            return FALSE;
    }
}

static guint64
get_count (RhumbRestoring *restoring, sqlite3_stmt *statement, int column)
{
    return (guint64)rhumb_values_get_integer (&restoring->values, statement, column, 0, G_MAXINT64,
                                              0);
}

static gboolean
take_source (RhumbRestoring *restoring, sqlite3_stmt *statement)
{
    if (sqlite3_column_int64 (statement, 0) != (gint64)restoring->values.row - 1 ||
        sqlite3_column_type (statement, 1) != SQLITE_TEXT ||
        sqlite3_column_type (statement, 2) != SQLITE_TEXT || restoring->n_sources >= MOST_SOURCES)
        return rhumb_restoring_fail (restoring, "a broken list of sources",
                                     "them numbered from 0, with their names");
    const RhumbSource source = {.name = (const char *)sqlite3_column_text (statement, 1),
                                .format = (const char *)sqlite3_column_text (statement, 2),
                                .n_records = (guint64)sqlite3_column_int64 (statement, 3),
                                .n_lines_skipped = (guint64)sqlite3_column_int64 (statement, 4),
                                .n_records_lost = (guint64)sqlite3_column_int64 (statement, 5),
                                .n_outside_years = (guint64)sqlite3_column_int64 (statement, 6)};
    const guint number = rhumb_corpus_builder_restore_source (restoring->values.builder, &source);
    restoring->first_source = restoring->n_sources == 0 ? number : restoring->first_source;
    restoring->n_sources++;
    return TRUE;
}

static gboolean
take_event (RhumbRestoring *restoring, sqlite3_stmt *statement)
{
    const gint64 source = sqlite3_column_int64 (statement, 0);
    const char *kind = rhumb_values_get_text (&restoring->values, statement, 2);
    if (source < 0 || source >= restoring->n_sources)
        return rhumb_restoring_fail (restoring, "a line of the report without a source",
                                     "one that is listed");
    for (int k = RHUMB_EVENT_LINE_SKIPPED; k <= RHUMB_EVENT_NOTE; k++) {
        if (g_strcmp0 (kind, rhumb_event_kind_get_name ((RhumbEventKind)k)) != 0)
            continue;
        const char *found = rhumb_values_get_text (&restoring->values, statement, 3);
        const char *why = rhumb_values_get_text (&restoring->values, statement, 4);
        const RhumbEvent event = {(RhumbEventKind)k, restoring->first_source + (guint)source,
                                  get_count (restoring, statement, 1), found != NULL ? found : "",
                                  why != NULL ? why : ""};
        rhumb_corpus_builder_restore_event (restoring->values.builder, &event);
        return TRUE;
    }
    return rhumb_restoring_fail (restoring, "a line of the report of an unknown kind",
                                 "the kinds that rhumb writes");
}

/* Columns: ids, venue, authors, orcids, author_ids, then the fields. */
static gboolean
take_record (RhumbRestoring *restoring, sqlite3_stmt *statement)
{
    RhumbRecord *record = restoring->record;
    rhumb_values_get_fields (&restoring->values, statement, 5, record);
    rhumb_values_get_list (&restoring->values, statement, 0, record->ids);
    record->venue = rhumb_values_get_text (&restoring->values, statement, 1);
    rhumb_values_get_list (&restoring->values, statement, 2, record->author_names);
    rhumb_values_get_list (&restoring->values, statement, 3, record->author_orcids);
    rhumb_values_get_list (&restoring->values, statement, 4, record->author_ids);
    return rhumb_restoring_take_record (restoring, statement, 5 + 14);
}

/* Rows of papers that are not there would vanish in silence. */
static gboolean
report_orphans (RhumbRestoring *restoring, const char *table)
{
    gint64 n = 0;
    g_autofree char *sql = g_strdup_printf (
        "SELECT count(*) FROM %s WHERE paper IS NULL OR paper NOT IN (SELECT paper FROM papers)",
        table);
    if (!rhumb_database_get_integer (restoring->values.database, sql, &n, restoring->values.error))
        return FALSE;
    if (n == 0)
        return TRUE;
    g_autofree char *found = g_strdup_printf ("%" G_GINT64_FORMAT " %s of %s without a paper", n,
                                              rhumb_plural ((guint64)n, "row", "rows"), table);
    rhumb_values_report (&restoring->values, RHUMB_EVENT_FIELD_DROPPED, found,
                         "expected the number of a row of papers");
    return !restoring->values.failed;
}

static gboolean
read_all (RhumbRestoring *restoring)
{
    gboolean has_orphans = FALSE;
    if (!read_rows (restoring,
                    "SELECT source, name, format, records, lines_skipped, records_lost,"
                    " outside_years FROM sources ORDER BY source",
                    take_source) ||
        !read_rows (restoring,
                    "SELECT source, line, kind, found, why FROM report WHERE step = 'reading'"
                    " ORDER BY rowid",
                    take_event) ||
        !read_rows (restoring,
                    "SELECT ids, venue, authors, orcids, author_ids, " RHUMB_LIBRARY_FIELDS
                    " FROM records ORDER BY rowid",
                    take_record) ||
        !rhumb_library_read_papers (restoring, &has_orphans))
        return FALSE;
    if (has_orphans &&
        (!report_orphans (restoring, "identifiers") || !report_orphans (restoring, "authorships")))
        return FALSE;
    if (restoring->n_sources > 0)
        rhumb_corpus_builder_sort_restored (restoring->values.builder, restoring->first_source);
    return TRUE;
}

/*
 * rhumb_library_read:
 * @database: a library of the newest version
 * @builder: a builder
 * @error: return location for an error
 *
 * Adds everything that a library keeps: its sources with their counts, its report, its records.
 *
 * Returns: %FALSE with %RHUMB_ERROR_FORMAT if the library is broken
 */
gboolean
rhumb_library_read (RhumbDatabase *database, RhumbCorpusBuilder *builder, GError **error)
{
    g_autoptr (RhumbRecord) record = rhumb_record_new ();
    g_autoptr (RhumbJsonTexts) texts = rhumb_json_texts_new ();
    RhumbRestoring restoring = {
        .values = {.database = database, .builder = builder, .texts = texts, .error = error},
        .record = record};
    return read_all (&restoring);
}
