/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * A corpus as rows, one table after the other, each in the order of its key: so every row is
 * appended to the last page of its table, and reading a table reads the file in one direction.
 * Cost: linear; memory for one row.
 */
#include "io/library/rows.h"

#include <string.h>

#include "graph/corpus-provenance.h"
#include "io/library/bulk.h"
#include "io/library/json-texts.h"
#include "io/library/merges.h"
#include "io/library/schema.h"

#define MANY 64 /* rows at once */

/* One statement that is run for many rows; which spelling comes next. */
typedef struct {
    const RhumbCorpus *corpus;
    RhumbBulk *bulk;
    GError **error;
    GString *keywords;
    GString *references;
    GString *ids;
    GString *authors;
    GString *orcids;
    GString *author_ids;
    guint next_spelling;
} Writer;

/* A table; how many rows a statement takes: 1 if the texts of a row are made for it. */
typedef struct {
    const char *name;
    const char *columns;
    gboolean (*write) (Writer *writer);
    guint n_at_once;
} Table;

static void
bind_number (const Writer *writer, int column, gint64 value)
{
    rhumb_bulk_set_number (writer->bulk, column, value);
}

/* -1 is unknown. */
static void
bind_count (const Writer *writer, int column, int count)
{
    if (count < 0)
        rhumb_bulk_set_null (writer->bulk, column);
    else
        bind_number (writer, column, count);
}

static void
bind_text (const Writer *writer, int column, const char *text)
{
    rhumb_bulk_set_text (writer->bulk, column, text);
}

/* An empty list is NULL. */
static void
bind_list (const Writer *writer, int column, GString *json, const char *const *texts, guint n)
{
    g_string_truncate (json, 0);
    if (n > 0)
        rhumb_json_texts_append (json, texts, n);
    bind_text (writer, column, n > 0 ? json->str : NULL);
}

static gboolean
insert (const Writer *writer)
{
    return rhumb_bulk_next (writer->bulk, writer->error);
}

static gboolean
write_meta (Writer *writer)
{
    bind_text (writer, 1, "rhumb");
    bind_text (writer, 2, RHUMB_VERSION);
    return insert (writer);
}

static gboolean
write_sources (Writer *writer)
{
    for (guint i = 0; i < rhumb_corpus_get_n_sources (writer->corpus); i++) {
        const RhumbSource *source = rhumb_corpus_get_source (writer->corpus, i);
        bind_number (writer, 1, i);
        bind_text (writer, 2, source->name);
        bind_text (writer, 3, source->format);
        bind_number (writer, 4, (gint64)source->n_records);
        bind_number (writer, 5, (gint64)source->n_lines_skipped);
        bind_number (writer, 6, (gint64)source->n_records_lost);
        bind_number (writer, 7, (gint64)source->n_merged);
        bind_number (writer, 8, (gint64)source->n_outside_years);
        if (!insert (writer))
            return FALSE;
    }
    return TRUE;
}

static gboolean
write_venues (Writer *writer)
{
    for (guint32 v = 0; v < rhumb_corpus_get_n_venues (writer->corpus); v++) {
        const RhumbVenue *venue = rhumb_corpus_get_venue (writer->corpus, v);
        bind_number (writer, 1, v + 1);
        bind_text (writer, 2, venue->id);
        bind_text (writer, 3, venue->name);
        if (!insert (writer))
            return FALSE;
    }
    return TRUE;
}

static gboolean
write_people (Writer *writer)
{
    for (guint32 v = 0; v < rhumb_corpus_get_n_people (writer->corpus); v++) {
        const RhumbPerson *person = rhumb_corpus_get_person (writer->corpus, v);
        bind_number (writer, 1, v + 1);
        bind_text (writer, 2, person->id);
        bind_text (writer, 3, person->name);
        bind_text (writer, 4, person->orcid);
        if (!insert (writer))
            return FALSE;
    }
    return TRUE;
}

/* The columns RHUMB_LIBRARY_FIELDS, from @first on. */
static void
bind_fields (Writer *writer, int first, const RhumbPaper *paper)
{
    bind_text (writer, first, paper->title);
    bind_count (writer, first + 1, paper->year > 0 ? paper->year : -1);
    const char *const texts[] = {paper->date,  paper->type, paper->volume,      paper->issue,
                                 paper->pages, paper->issn, paper->venue_short, paper->language,
                                 paper->doi,   paper->url};
    for (int i = 0; i < (int)G_N_ELEMENTS (texts); i++)
        bind_text (writer, first + 2 + i, texts[i]);
    bind_count (writer, first + 12, paper->n_cited_reported);
    bind_count (writer, first + 13, paper->n_references_reported);
    bind_number (writer, first + 14, paper->source);
    bind_number (writer, first + 15, (gint64)paper->line);
    bind_list (writer, first + 16, writer->keywords, paper->keywords,
               g_strv_length ((char **)paper->keywords));
    bind_list (writer, first + 17, writer->references, paper->references, paper->n_references);
    bind_text (writer, first + 18, paper->extra);
    bind_text (writer, first + 19, paper->abstract);
}

/* How the paper spells a name, NULL if it is spelled like its person or venue. */
static const char *
get_spelling (Writer *writer, guint32 paper, guint position)
{
    const guint n = rhumb_corpus_get_n_spellings (writer->corpus);
    for (; writer->next_spelling < n; writer->next_spelling++) {
        const RhumbSpelling *next =
            rhumb_corpus_get_spelling (writer->corpus, writer->next_spelling);
        if (next->paper == paper && next->position == position)
            return next->name;
        if (next->paper > paper || (next->paper == paper && next->position > position))
            break;
    }
    return NULL;
}

static gboolean
write_papers (Writer *writer)
{
    writer->next_spelling = 0;
    for (guint32 v = 0; v < rhumb_corpus_get_n_papers (writer->corpus); v++) {
        const RhumbPaper *paper = rhumb_corpus_get_paper (writer->corpus, v);
        bind_number (writer, 1, (gint64)v + 1);
        bind_text (writer, 2, paper->id);
        if (paper->venue != RHUMB_NONE)
            bind_number (writer, 3, (gint64)paper->venue + 1);
        else
            rhumb_bulk_set_null (writer->bulk, 3);
        bind_text (writer, 4, get_spelling (writer, v, RHUMB_NONE));
        bind_fields (writer, 5, paper);
        if (!insert (writer))
            return FALSE;
    }
    return TRUE;
}

static gboolean
write_records (Writer *writer)
{
    for (guint i = 0; i < rhumb_corpus_get_n_kept_records (writer->corpus); i++) {
        RhumbKeptRecord record;
        rhumb_corpus_get_kept_record (writer->corpus, i, &record);
        const guint n_authors = g_strv_length ((char **)record.authors);
        bind_number (writer, 1, (gint64)record.paper + 1);
        bind_list (writer, 2, writer->ids, record.ids, g_strv_length ((char **)record.ids));
        bind_text (writer, 3, record.venue);
        bind_list (writer, 4, writer->authors, record.authors, n_authors);
        bind_list (writer, 5, writer->orcids, record.orcids, n_authors);
        bind_list (writer, 6, writer->author_ids, record.author_ids, n_authors);
        bind_fields (writer, 7, record.fields);
        if (!insert (writer))
            return FALSE;
    }
    return TRUE;
}

static gboolean
write_identifiers (Writer *writer)
{
    for (guint32 v = 0; v < rhumb_corpus_get_n_papers (writer->corpus); v++) {
        const RhumbPaper *paper = rhumb_corpus_get_paper (writer->corpus, v);
        for (gsize i = 0; paper->ids[i] != NULL; i++) {
            bind_text (writer, 1, paper->ids[i]);
            bind_number (writer, 2, (gint64)v + 1);
            if (!insert (writer))
                return FALSE;
        }
    }
    return TRUE;
}

static gboolean
write_authorships (Writer *writer)
{
    writer->next_spelling = 0;
    for (guint32 v = 0; v < rhumb_corpus_get_n_papers (writer->corpus); v++) {
        const RhumbPaper *paper = rhumb_corpus_get_paper (writer->corpus, v);
        for (guint i = 0; i < paper->n_people; i++) {
            bind_number (writer, 1, (gint64)v + 1);
            bind_number (writer, 2, (gint64)i + 1);
            bind_number (writer, 3, (gint64)paper->people[i] + 1);
            bind_text (writer, 4, get_spelling (writer, v, i));
            if (!insert (writer))
                return FALSE;
        }
    }
    return TRUE;
}

static gboolean
write_citations (Writer *writer)
{
    for (guint32 v = 0; v < rhumb_corpus_get_n_papers (writer->corpus); v++) {
        const RhumbPaper *paper = rhumb_corpus_get_paper (writer->corpus, v);
        for (guint i = 0; i < paper->n_cites; i++) {
            bind_number (writer, 1, (gint64)v + 1);
            bind_number (writer, 2, (gint64)paper->cites[i] + 1);
            if (!insert (writer))
                return FALSE;
        }
    }
    return TRUE;
}

static gboolean
write_merges (Writer *writer)
{
    g_autoptr (GArray) merges = rhumb_library_list_merges (writer->corpus);
    for (guint i = 0; i < merges->len; i++) {
        const RhumbAuditLine *line = &g_array_index (merges, RhumbAuditLine, i);
        if (line->paper != RHUMB_NONE)
            bind_number (writer, 1, (gint64)line->paper + 1);
        else
            rhumb_bulk_set_null (writer->bulk, 1);
        bind_number (writer, 2, line->kept_source);
        bind_number (writer, 3, (gint64)line->kept_line);
        bind_number (writer, 4, line->merged_source);
        bind_number (writer, 5, (gint64)line->merged_line);
        bind_text (writer, 6, line->rule);
        bind_text (writer, 7, line->key);
        if (!insert (writer))
            return FALSE;
    }
    return TRUE;
}

static gboolean
write_report (Writer *writer)
{
    const guint n_read = rhumb_corpus_get_n_read_events (writer->corpus);
    for (guint i = 0; i < rhumb_corpus_get_n_events (writer->corpus); i++) {
        const RhumbEvent *event = rhumb_corpus_get_event (writer->corpus, i);
        bind_number (writer, 1, event->source);
        bind_number (writer, 2, (gint64)event->line);
        bind_text (writer, 3, rhumb_event_kind_get_name (event->kind));
        bind_text (writer, 4, i < n_read ? "reading" : "merging");
        bind_text (writer, 5, event->found);
        bind_text (writer, 6, event->why);
        if (!insert (writer))
            return FALSE;
    }
    return TRUE;
}

static gboolean
write_table (RhumbDatabase *database, const RhumbCorpus *corpus, const Table *table, GError **error)
{
    g_autoptr (RhumbBulk) bulk =
        rhumb_bulk_new (database, table->name, table->columns, table->n_at_once, error);
    if (bulk == NULL)
        return FALSE;
    g_autoptr (GString) keywords = g_string_new (NULL);
    g_autoptr (GString) references = g_string_new (NULL);
    g_autoptr (GString) ids = g_string_new (NULL);
    g_autoptr (GString) authors = g_string_new (NULL);
    g_autoptr (GString) orcids = g_string_new (NULL);
    g_autoptr (GString) author_ids = g_string_new (NULL);
    Writer writer = {corpus, bulk,    error,  keywords,   references,
                     ids,    authors, orcids, author_ids, 0};
    return table->write (&writer) && rhumb_bulk_finish (bulk, error);
}

/* rhumb_library_write_papers: fills the table papers, which is all that searching needs. */
gboolean
rhumb_library_write_papers (RhumbDatabase *database, const RhumbCorpus *corpus, GError **error)
{
    static const Table papers = {
        "papers", "paper, id, venue, venue_spelling, " RHUMB_LIBRARY_FIELDS, write_papers, 1};
    return write_table (database, corpus, &papers, error);
}

/*
 * rhumb_library_write_rows:
 * @database: a database with empty tables, in a transaction
 * @corpus: a corpus
 * @error: return location for an error
 *
 * Fills all tables.
 *
 * Returns: %FALSE with %RHUMB_ERROR_LIBRARY, e.g. if the disk is full
 */
gboolean
rhumb_library_write_rows (RhumbDatabase *database, const RhumbCorpus *corpus, GError **error)
{
    static const Table tables[] = {
        {"meta", "key, value", write_meta, 1},
        {"sources",
         "source, name, format, records, lines_skipped, records_lost, merged, outside_years",
         write_sources, 1},
        {"venues", "venue, id, name", write_venues, MANY},
        {"people", "person, id, name, orcid", write_people, MANY},
        {"records", "paper, ids, venue, authors, orcids, author_ids, " RHUMB_LIBRARY_FIELDS,
         write_records, 1},
        {"identifiers", "id, paper", write_identifiers, MANY},
        {"authorships", "paper, position, person, spelling", write_authorships, MANY},
        {"citations", "citing, cited", write_citations, MANY},
        {"merges", "paper, kept_source, kept_line, merged_source, merged_line, rule, key",
         write_merges, MANY},
        {"report", "source, line, kind, step, found, why", write_report, MANY},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
        if (!write_table (database, corpus, &tables[i], error))
            return FALSE;
    return rhumb_library_write_papers (database, corpus, error);
}
