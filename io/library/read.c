/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * A library as the records it was made of.
 *
 * Papers of one record are rows of papers; those of several stand in records, each as it was read,
 * so that merging with new records gives what reading everything at once gives. Authors and
 * identifiers of papers stand in tables of their own that are in the same order: the three are
 * read side by side, each once.
 * Cost: linear; memory for one row besides the builder's.
 */
#include "io/library/read.h"

#include "graph/corpus-provenance.h"
#include "graph/error.h"
#include "graph/plural.h"
#include "io/library/schema.h"
#include "io/library/values.h"

#define MOST_SOURCES 10000000

/* A table that has some rows for each paper, in the order of papers. */
typedef struct {
    sqlite3_stmt *statement;
    gint64 paper;
    gboolean has_row;
} Side;

typedef struct {
    RhumbValues values;
    guint first_source;
    guint n_sources;
    RhumbRecord *record;
    GStringChunk *strings; /* of the present row's sides */
    Side authors;
    Side identifiers;
} Reader;

static gboolean
fail (Reader *reader, const char *found, const char *expected)
{
    g_set_error (reader->values.error, RHUMB_ERROR, RHUMB_ERROR_FORMAT,
                 "%s:%" G_GUINT64_FORMAT ": %s, expected %s", reader->values.database->name,
                 reader->values.row, found, expected);
    return FALSE;
}

/* Rows of a query, each given to @take. */
static gboolean
read_rows (Reader *reader, const char *sql,
           gboolean (*take) (Reader *reader, sqlite3_stmt *statement))
{
    RhumbValues *values = &reader->values;
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
        rhumb_json_texts_clear (values->texts);
        rhumb_record_clear (reader->record);
        if (!take (reader, statement) || values->failed)
            return FALSE;
    }
}

static guint64
get_count (Reader *reader, sqlite3_stmt *statement, int column)
{
    return (guint64)rhumb_values_get_integer (&reader->values, statement, column, 0, G_MAXINT64, 0);
}

static gboolean
take_source (Reader *reader, sqlite3_stmt *statement)
{
    if (sqlite3_column_int64 (statement, 0) != (gint64)reader->values.row - 1 ||
        sqlite3_column_type (statement, 1) != SQLITE_TEXT ||
        sqlite3_column_type (statement, 2) != SQLITE_TEXT || reader->n_sources >= MOST_SOURCES)
        return fail (reader, "a broken list of sources", "them numbered from 0, with their names");
    const RhumbSource source = {.name = (const char *)sqlite3_column_text (statement, 1),
                                .format = (const char *)sqlite3_column_text (statement, 2),
                                .n_records = (guint64)sqlite3_column_int64 (statement, 3),
                                .n_lines_skipped = (guint64)sqlite3_column_int64 (statement, 4),
                                .n_records_lost = (guint64)sqlite3_column_int64 (statement, 5),
                                .n_outside_years = (guint64)sqlite3_column_int64 (statement, 6)};
    const guint number = rhumb_corpus_builder_restore_source (reader->values.builder, &source);
    reader->first_source = reader->n_sources == 0 ? number : reader->first_source;
    reader->n_sources++;
    return TRUE;
}

static gboolean
take_event (Reader *reader, sqlite3_stmt *statement)
{
    const gint64 source = sqlite3_column_int64 (statement, 0);
    const char *kind = rhumb_values_get_text (&reader->values, statement, 2);
    if (source < 0 || source >= reader->n_sources)
        return fail (reader, "a line of the report without a source", "one that is listed");
    for (int k = RHUMB_EVENT_LINE_SKIPPED; k <= RHUMB_EVENT_NOTE; k++) {
        if (g_strcmp0 (kind, rhumb_event_kind_get_name ((RhumbEventKind)k)) != 0)
            continue;
        const char *found = rhumb_values_get_text (&reader->values, statement, 3);
        const char *why = rhumb_values_get_text (&reader->values, statement, 4);
        const RhumbEvent event = {(RhumbEventKind)k, reader->first_source + (guint)source,
                                  get_count (reader, statement, 1), found != NULL ? found : "",
                                  why != NULL ? why : ""};
        rhumb_corpus_builder_restore_event (reader->values.builder, &event);
        return TRUE;
    }
    return fail (reader, "a line of the report of an unknown kind", "the kinds that rhumb writes");
}

/* Gives the record of the present row to the builder. */
static gboolean
restore (Reader *reader, sqlite3_stmt *statement, int source_column)
{
    const gint64 source = sqlite3_column_int64 (statement, source_column);
    if (sqlite3_column_type (statement, source_column) != SQLITE_INTEGER || source < 0 ||
        source >= reader->n_sources)
        return fail (reader, "a record without a source", "one that is listed");
    g_autoptr (GError) problem = NULL;
    if (reader->record->ids->len > 0)
        reader->record->id = reader->record->ids->pdata[0];
    if (rhumb_corpus_builder_restore_record (
            reader->values.builder, reader->first_source + (guint)source, reader->record, &problem))
        return TRUE;
    if (!g_error_matches (problem, RHUMB_ERROR, RHUMB_ERROR_FORMAT)) {
        g_propagate_error (reader->values.error, g_steal_pointer (&problem));
        return FALSE;
    }
    rhumb_values_report (&reader->values, RHUMB_EVENT_RECORD_LOST, problem->message,
                         "expected at least one of them");
    return TRUE;
}

/* Columns: ids, venue, authors, orcids, author_ids, then the fields. */
static gboolean
take_record (Reader *reader, sqlite3_stmt *statement)
{
    RhumbRecord *record = reader->record;
    rhumb_values_get_fields (&reader->values, statement, 5, record);
    rhumb_values_get_list (&reader->values, statement, 0, record->ids);
    record->venue = rhumb_values_get_text (&reader->values, statement, 1);
    rhumb_values_get_list (&reader->values, statement, 2, record->author_names);
    rhumb_values_get_list (&reader->values, statement, 3, record->author_orcids);
    rhumb_values_get_list (&reader->values, statement, 4, record->author_ids);
    return restore (reader, statement, 5 + 14);
}

static gboolean
next_row (Reader *reader, Side *side)
{
    if (!rhumb_database_step (reader->values.database, side->statement, &side->has_row,
                              reader->values.error))
        return FALSE;
    side->paper = side->has_row ? sqlite3_column_int64 (side->statement, 0) : G_MAXINT64;
    return TRUE;
}

/* Keeps a text of a side until the paper is restored. */
static char *
keep (Reader *reader, const char *text)
{
    return text != NULL ? g_string_chunk_insert (reader->strings, text) : NULL;
}

static void
take_identifier (Reader *reader, sqlite3_stmt *statement)
{
    char *id = keep (reader, rhumb_values_get_text (&reader->values, statement, 1));
    if (id != NULL)
        g_ptr_array_add (reader->record->ids, id);
}

/* The paper's own spelling comes before that of the person. */
static void
take_author (Reader *reader, sqlite3_stmt *statement)
{
    const int name = sqlite3_column_type (statement, 1) != SQLITE_NULL ? 1 : 2;
    char *text = keep (reader, rhumb_values_get_text (&reader->values, statement, name));
    if (text == NULL)
        return;
    g_ptr_array_add (reader->record->author_names, text);
    g_ptr_array_add (reader->record->author_orcids,
                     keep (reader, rhumb_values_get_text (&reader->values, statement, 3)));
    /* A person without ORCID goes by the id that a database gives, else by the name. */
    const char *id = rhumb_values_get_text (&reader->values, statement, 4);
    const gboolean of_database =
        id != NULL && !g_str_has_prefix (id, "orcid:") && !g_str_has_prefix (id, "name:");
    g_ptr_array_add (reader->record->author_ids, of_database ? keep (reader, id) : NULL);
}

static gboolean
take_side (Reader *reader, Side *side, gint64 paper,
           void (*take) (Reader *reader, sqlite3_stmt *statement))
{
    while (side->paper < paper)
        if (!next_row (reader, side))
            return FALSE;
    while (side->paper == paper) {
        take (reader, side->statement);
        if (!next_row (reader, side))
            return FALSE;
    }
    return TRUE;
}

/* Columns: paper, id, venue_spelling, name of the venue, then the fields. */
static gboolean
take_paper (Reader *reader, sqlite3_stmt *statement)
{
    RhumbRecord *record = reader->record;
    const gint64 paper = sqlite3_column_int64 (statement, 0);
    g_string_chunk_clear (reader->strings);
    rhumb_values_get_fields (&reader->values, statement, 4, record);
    const int venue = sqlite3_column_type (statement, 2) != SQLITE_NULL ? 2 : 3;
    record->venue = rhumb_values_get_text (&reader->values, statement, venue);
    if (!take_side (reader, &reader->authors, paper, take_author) ||
        !take_side (reader, &reader->identifiers, paper, take_identifier))
        return FALSE;
    const char *id = rhumb_values_get_text (&reader->values, statement, 1);
    if (record->ids->len == 0 && id != NULL)
        g_ptr_array_add (record->ids, (gpointer)id);
    return restore (reader, statement, 4 + 14);
}

/* Rows that users added stand behind the others: then they must be sorted, which costs. */
static gboolean
are_identifiers_sorted (Reader *reader, gboolean *sorted)
{
    RhumbDatabase *database = reader->values.database;
    gint64 before = G_MININT64;
    gboolean row = TRUE;
    *sorted = TRUE;
    g_autoptr (sqlite3_stmt) statement = rhumb_database_prepare (
        database, "SELECT paper FROM identifiers NOT INDEXED ORDER BY rowid", reader->values.error);
    if (statement == NULL)
        return FALSE;
    while (*sorted) {
        if (!rhumb_database_step (database, statement, &row, reader->values.error))
            return FALSE;
        if (!row)
            break;
        const gint64 paper = sqlite3_column_int64 (statement, 0);
        *sorted = paper >= before;
        before = paper;
    }
    return TRUE;
}

/* Rows of papers that are not there would vanish in silence. */
static gboolean
report_orphans (Reader *reader, const char *table)
{
    gint64 n = 0;
    g_autofree char *sql = g_strdup_printf (
        "SELECT count(*) FROM %s WHERE paper IS NULL OR paper NOT IN (SELECT paper FROM papers)",
        table);
    if (!rhumb_database_get_integer (reader->values.database, sql, &n, reader->values.error))
        return FALSE;
    if (n == 0)
        return TRUE;
    g_autofree char *found = g_strdup_printf ("%" G_GINT64_FORMAT " %s of %s without a paper", n,
                                              rhumb_plural ((guint64)n, "row", "rows"), table);
    rhumb_values_report (&reader->values, RHUMB_EVENT_FIELD_DROPPED, found,
                         "expected the number of a row of papers");
    return !reader->values.failed;
}

static gboolean
read_papers (Reader *reader)
{
    RhumbValues *values = &reader->values;
    g_autoptr (sqlite3_stmt) authors = rhumb_database_prepare (
        values->database,
        "SELECT a.paper, a.spelling, p.name, p.orcid, p.id FROM authorships a"
        " LEFT JOIN people p ON p.person = a.person ORDER BY a.paper, a.position",
        values->error);
    gboolean sorted;
    if (authors == NULL || !are_identifiers_sorted (reader, &sorted))
        return FALSE;
    g_autoptr (sqlite3_stmt) identifiers = rhumb_database_prepare (
        values->database,
        sorted ? "SELECT paper, id FROM identifiers NOT INDEXED ORDER BY rowid"
               : "SELECT paper, id FROM identifiers NOT INDEXED ORDER BY paper, rowid",
        values->error);
    reader->authors = (Side){authors, 0, FALSE};
    reader->identifiers = (Side){identifiers, 0, FALSE};
    return identifiers != NULL && next_row (reader, &reader->authors) &&
           next_row (reader, &reader->identifiers) &&
           read_rows (reader,
                      "SELECT paper, id, venue_spelling, (SELECT name FROM venues v"
                      " WHERE v.venue = papers.venue), " RHUMB_LIBRARY_FIELDS " FROM papers"
                      " WHERE NOT EXISTS (SELECT 1 FROM records r WHERE r.paper = papers.paper)"
                      " ORDER BY paper",
                      take_paper);
}

static gboolean
read_all (Reader *reader)
{
    if (!read_rows (reader,
                    "SELECT source, name, format, records, lines_skipped, records_lost,"
                    " outside_years FROM sources ORDER BY source",
                    take_source) ||
        !read_rows (reader,
                    "SELECT source, line, kind, found, why FROM report WHERE step = 'reading'"
                    " ORDER BY rowid",
                    take_event) ||
        !read_rows (reader,
                    "SELECT ids, venue, authors, orcids, author_ids, " RHUMB_LIBRARY_FIELDS
                    " FROM records ORDER BY rowid",
                    take_record) ||
        !read_papers (reader) || !report_orphans (reader, "identifiers") ||
        !report_orphans (reader, "authorships"))
        return FALSE;
    if (reader->n_sources > 0)
        rhumb_corpus_builder_sort_restored (reader->values.builder, reader->first_source);
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
    Reader reader = {
        .values = {.database = database, .builder = builder, .texts = texts, .error = error},
        .record = record,
        .strings = g_string_chunk_new (1 << 14)};
    const gboolean read = read_all (&reader);
    g_string_chunk_free (reader.strings);
    return read;
}
