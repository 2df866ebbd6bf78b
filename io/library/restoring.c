/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * One row of a library as a record of the source that it came from. Cost: that of the record.
 */
#include "io/library/restoring.h"

#include "graph/corpus-provenance.h"
#include "graph/error.h"

/* rhumb_restoring_fail: says that the present row breaks the library; %FALSE. */
gboolean
rhumb_restoring_fail (RhumbRestoring *restoring, const char *found, const char *expected)
{
    g_set_error (restoring->values.error, RHUMB_ERROR, RHUMB_ERROR_FORMAT,
                 "%s:%" G_GUINT64_FORMAT ": %s, expected %s", restoring->values.database->name,
                 restoring->values.row, found, expected);
    return FALSE;
}

/* rhumb_restoring_begin_row: forgets what was made of the row before. */
void
rhumb_restoring_begin_row (RhumbRestoring *restoring)
{
    rhumb_json_texts_clear (restoring->values.texts);
    rhumb_record_clear (restoring->record);
}

/*
 * rhumb_restoring_take_record:
 * @restoring: whose record is filled
 * @statement: the row it is of
 * @source_column: where the number of its source stands
 *
 * Gives the record of the present row to the builder.
 *
 * Returns: %FALSE with an error if the library is broken; what can only not be used is reported
 */
gboolean
rhumb_restoring_take_record (RhumbRestoring *restoring, sqlite3_stmt *statement, int source_column)
{
    RhumbRecord *record = restoring->record;
    const gint64 source = sqlite3_column_int64 (statement, source_column);
    if (sqlite3_column_type (statement, source_column) != SQLITE_INTEGER || source < 0 ||
        source >= restoring->n_sources)
        return rhumb_restoring_fail (restoring, "a record without a source", "one that is listed");
    g_autoptr (GError) problem = NULL;
    if (record->ids->len > 0)
        record->id = record->ids->pdata[0];
    if (rhumb_corpus_builder_restore_record (
            restoring->values.builder, restoring->first_source + (guint)source, record, &problem))
        return TRUE;
    if (!g_error_matches (problem, RHUMB_ERROR, RHUMB_ERROR_FORMAT)) {
        g_propagate_error (restoring->values.error, g_steal_pointer (&problem));
        return FALSE;
    }
    rhumb_values_report (&restoring->values, RHUMB_EVENT_RECORD_LOST, problem->message,
                         "expected at least one of them");
    return TRUE;
}
