/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Papers of one record each, as the records they were.
 *
 * Authors and identifiers stand in tables of their own that are in the order of papers: the three
 * are read side by side, each once. Papers of several records are passed over with theirs.
 * Cost: linear in the rows of the stretch; memory for one row.
 */
#include "io/library/papers.h"

#include "io/library/schema.h"

#define IDENTIFIERS "SELECT paper, id FROM identifiers NOT INDEXED"
#define AUTHORS                                                            \
    "SELECT a.paper, a.spelling, p.name, p.orcid, p.id FROM authorships a" \
    " LEFT JOIN people p ON p.person = a.person"
#define PAPERS                                                                                     \
    "SELECT paper, id, venue_spelling, (SELECT name FROM venues v WHERE v.venue = papers.venue), " \
    "EXISTS (SELECT 1 FROM records r WHERE r.paper = papers.paper), " RHUMB_LIBRARY_FIELDS         \
    " FROM papers"

/* A table that has some rows for each paper, in the order of papers. */
typedef struct {
    sqlite3_stmt *statement;
    gint64 paper;
    gboolean has_row;
} Side;

typedef struct {
    RhumbRestoring *restoring;
    GStringChunk *strings; /* of the present row's sides */
    Side authors;
    Side identifiers;
    gboolean has_orphans; /* whether rows of the sides may be of no paper */
} Reader;

static gboolean
next_row (Reader *reader, Side *side)
{
    const RhumbValues *values = &reader->restoring->values;
    if (!rhumb_database_step (values->database, side->statement, &side->has_row, values->error))
        return FALSE;
    side->paper = side->has_row ? sqlite3_column_int64 (side->statement, 0) : G_MAXINT64;
    if (side->has_row && sqlite3_column_type (side->statement, 0) != SQLITE_INTEGER)
        reader->has_orphans = TRUE;
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
    char *id = keep (reader, rhumb_values_get_text (&reader->restoring->values, statement, 1));
    if (id != NULL)
        g_ptr_array_add (reader->restoring->record->ids, id);
}

/* The paper's own spelling comes before that of the person. */
static void
take_author (Reader *reader, sqlite3_stmt *statement)
{
    RhumbValues *values = &reader->restoring->values;
    RhumbRecord *record = reader->restoring->record;
    const int name = sqlite3_column_type (statement, 1) != SQLITE_NULL ? 1 : 2;
    char *text = keep (reader, rhumb_values_get_text (values, statement, name));
    if (text == NULL)
        return;
    g_ptr_array_add (record->author_names, text);
    g_ptr_array_add (record->author_orcids,
                     keep (reader, rhumb_values_get_text (values, statement, 3)));
    /* A person without ORCID goes by the id that a database gives, else by the name. */
    const char *id = rhumb_values_get_text (values, statement, 4);
    const gboolean of_database =
        id != NULL && !g_str_has_prefix (id, "orcid:") && !g_str_has_prefix (id, "name:");
    g_ptr_array_add (record->author_ids, of_database ? keep (reader, id) : NULL);
}

/* Goes over the rows of a side that are of a paper. @take: %NULL = they are passed over. */
static gboolean
take_side (Reader *reader, Side *side, gint64 paper,
           void (*take) (Reader *reader, sqlite3_stmt *statement))
{
    for (; side->paper < paper; reader->has_orphans = TRUE)
        if (!next_row (reader, side))
            return FALSE;
    while (side->has_row && side->paper == paper) {
        if (take != NULL)
            take (reader, side->statement);
        if (!next_row (reader, side))
            return FALSE;
    }
    return TRUE;
}

/* Columns: paper, id, venue_spelling, name of the venue, whether it is of several records, then the
 * fields. */
static gboolean
take_paper (Reader *reader, sqlite3_stmt *statement)
{
    RhumbRestoring *restoring = reader->restoring;
    RhumbRecord *record = restoring->record;
    const gint64 paper = sqlite3_column_int64 (statement, 0);
    if (sqlite3_column_int (statement, 4) != 0)
        return take_side (reader, &reader->authors, paper, NULL) &&
               take_side (reader, &reader->identifiers, paper, NULL);
    rhumb_restoring_begin_row (restoring);
    g_string_chunk_clear (reader->strings);
    rhumb_values_get_fields (&restoring->values, statement, 5, record);
    const int venue = sqlite3_column_type (statement, 2) != SQLITE_NULL ? 2 : 3;
    record->venue = rhumb_values_get_text (&restoring->values, statement, venue);
    if (!take_side (reader, &reader->authors, paper, take_author) ||
        !take_side (reader, &reader->identifiers, paper, take_identifier))
        return FALSE;
    const char *id = rhumb_values_get_text (&restoring->values, statement, 1);
    if (record->ids->len == 0 && id != NULL)
        g_ptr_array_add (record->ids, (gpointer)id);
    const gboolean taken = rhumb_restoring_take_record (restoring, statement, 5 + 14);
    restoring->values.row += taken && !restoring->values.failed;
    return taken && !restoring->values.failed;
}

static gboolean
take_papers (Reader *reader, sqlite3_stmt *papers, gint64 end)
{
    const RhumbValues *values = &reader->restoring->values;
    if (!next_row (reader, &reader->authors) || !next_row (reader, &reader->identifiers))
        return FALSE;
    for (;;) {
        gboolean row = FALSE;
        if (!rhumb_database_step (values->database, papers, &row, values->error))
            return FALSE;
        if (!row)
            break;
        if (!take_paper (reader, papers))
            return FALSE;
    }
    const Side *const sides[] = {&reader->authors, &reader->identifiers};
    for (gsize i = 0; i < G_N_ELEMENTS (sides); i++)
        reader->has_orphans |= sides[i]->has_row && (sides[i]->paper < end || end == G_MAXINT64);
    return TRUE;
}

/* A statement over the rows from @first on, if they are not those of the first stretch. */
static sqlite3_stmt *
prepare (const RhumbValues *values, const RhumbPaperStretch *stretch, const char *select,
         const char *where, gint64 first, const char *order)
{
    g_autofree char *sql =
        g_strconcat (select, stretch->is_first ? "" : where, " ORDER BY ", order, NULL);
    sqlite3_stmt *statement = rhumb_database_prepare (values->database, sql, values->error);
    if (statement != NULL && !stretch->is_first)
        sqlite3_bind_int64 (statement, 1, first);
    return statement;
}

/* Papers end where the stretch does; the sides end with them. */
static sqlite3_stmt *
prepare_papers (const RhumbValues *values, const RhumbPaperStretch *stretch)
{
    const gboolean is_last = stretch->end == G_MAXINT64;
    g_autofree char *sql = g_strconcat (PAPERS, stretch->is_first ? "" : " WHERE paper >= ?1",
                                        is_last             ? ""
                                        : stretch->is_first ? " WHERE paper < ?2"
                                                            : " AND paper < ?2",
                                        " ORDER BY paper", NULL);
    sqlite3_stmt *statement = rhumb_database_prepare (values->database, sql, values->error);
    if (statement != NULL && !stretch->is_first)
        sqlite3_bind_int64 (statement, 1, stretch->first);
    if (statement != NULL && !is_last)
        sqlite3_bind_int64 (statement, 2, stretch->end);
    return statement;
}

/*
 * rhumb_papers_read:
 * @restoring: what takes the records; the number of its row is that of the next one
 * @stretch: which papers
 * @sorted: whether the rows of identifiers are in the order of papers
 * @has_orphans: (out): whether rows of the other tables may be of no paper
 *
 * Reads papers of one record in the order of their numbers.
 *
 * Returns: %FALSE with an error, or if something is to be reported and the reader is one of several
 */
gboolean
rhumb_papers_read (RhumbRestoring *restoring, const RhumbPaperStretch *stretch, gboolean sorted,
                   gboolean *has_orphans)
{
    const RhumbValues *values = &restoring->values;
    g_autoptr (sqlite3_stmt) authors = prepare (values, stretch, AUTHORS, " WHERE a.paper >= ?1",
                                                stretch->first, "a.paper, a.position");
    g_autoptr (sqlite3_stmt) identifiers =
        authors == NULL ? NULL
                        : prepare (values, stretch, IDENTIFIERS, " WHERE rowid >= ?1",
                                   stretch->identifiers, sorted ? "rowid" : "paper, rowid");
    g_autoptr (sqlite3_stmt) papers = identifiers == NULL ? NULL : prepare_papers (values, stretch);
    if (papers == NULL)
        return FALSE;
    Reader reader = {.restoring = restoring,
                     .strings = g_string_chunk_new (1 << 14),
                     .authors = {.statement = authors},
                     .identifiers = {.statement = identifiers}};
    const gboolean read = take_papers (&reader, papers, stretch->end);
    g_string_chunk_free (reader.strings);
    *has_orphans = reader.has_orphans;
    return read;
}

/*
 * rhumb_papers_are_identifiers_sorted:
 * @database: a library
 * @stretches: (array length=n_stretches): papers, from the lowest numbers on; where their
 *   identifiers begin is filled in
 * @n_stretches: how many
 * @sorted: (out): whether the rows are in the order of papers
 * @error: return location for an error
 *
 * Rows that users added stand behind the others: then they must be sorted, which costs.
 *
 * Returns: %FALSE with an error
 */
gboolean
rhumb_papers_are_identifiers_sorted (RhumbDatabase *database, RhumbPaperStretch *stretches,
                                     guint n_stretches, gboolean *sorted, GError **error)
{
    gint64 before = G_MININT64;
    gboolean row = TRUE;
    guint next = 1;
    *sorted = TRUE;
    g_autoptr (sqlite3_stmt) statement = rhumb_database_prepare (
        database, "SELECT paper, rowid FROM identifiers NOT INDEXED ORDER BY rowid", error);
    if (statement == NULL)
        return FALSE;
    while (*sorted) {
        if (!rhumb_database_step (database, statement, &row, error))
            return FALSE;
        if (!row)
            break;
        const gint64 paper = sqlite3_column_int64 (statement, 0);
        for (; next < n_stretches && paper >= stretches[next].first; next++)
            stretches[next].identifiers = sqlite3_column_int64 (statement, 1);
        *sorted = paper >= before;
        before = paper;
    }
    for (; next < n_stretches; next++)
        stretches[next].identifiers = G_MAXINT64;
    return TRUE;
}
