/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Semantic Scholar: papers of the API, pages of citations and references, the bulk files (papers,
 * abstracts, citations) and the older S2ORC, one object a line.
 *
 * An API paper is known by its paperId (40 hexadecimal digits) and by its corpus id; bulk files
 * have the corpus id alone, so abstracts and citations join the papers through it. A citation is a
 * paper with one reference. A preprint and its article are two papers with one DOI.
 * Source: https://api.semanticscholar.org/api-docs. Cost: linear.
 */
#include "io/formats.h"

#include <string.h>

#include "io/read/json-records.h"
#include "io/scan/year.h"

/* Either spelling: the API writes camel case, the bulk files write lower case. */
static RhumbJson
find_either (RhumbJson object, const char *first, const char *second)
{
    const RhumbJson value = rhumb_json_find (object, first);
    return rhumb_json_get_type (value) > RHUMB_JSON_NULL ? value : rhumb_json_find (object, second);
}

static void
take_ids (RhumbJsonReader *reader, RhumbJson paper)
{
    static const struct {
        const char *name;
        const char *scheme;
    } schemes[] = {{"ArXiv", "arxiv:"}, {"PubMed", "pmid:"}, {"PubMedCentral", "pmcid:PMC"},
                   {"MAG", "mag:"},     {"DBLP", "dblp:"},   {"ACL", "acl:"}};
    const RhumbJson ids = find_either (paper, "externalIds", "externalids");
    rhumb_json_keep_id (reader, "s2:", find_either (paper, "paperId", "id"));
    rhumb_json_keep_id (reader, "corpusid:", find_either (paper, "corpusId", "corpusid"));
    rhumb_json_keep_id (reader, "corpusid:", rhumb_json_find (ids, "CorpusId"));
    rhumb_json_keep_id (reader, "arxiv:", rhumb_json_find (paper, "arxivId"));
    for (gsize i = 0; i < G_N_ELEMENTS (schemes); i++)
        rhumb_json_keep_id (reader, schemes[i].scheme, rhumb_json_find (ids, schemes[i].name));
    const char *doi = rhumb_json_get_text (rhumb_json_find (ids, "DOI"));
    reader->record->doi = doi != NULL ? doi : rhumb_json_get_text (rhumb_json_find (paper, "doi"));
}

static void
take_authors (RhumbJsonReader *reader, RhumbJson list)
{
    RhumbJsonIter iter;
    rhumb_json_iter_init (&iter, list);
    for (RhumbJson author; rhumb_json_iter_next (&iter, NULL, &author);) {
        const char *name = rhumb_json_get_text (rhumb_json_find (author, "name"));
        const RhumbJson id = find_either (author, "authorId", "ids");
        const char *text = rhumb_json_get_text (id);
        if (name == NULL)
            continue;
        g_ptr_array_add (reader->record->author_names, (gpointer)name);
        g_ptr_array_add (reader->record->author_ids,
                         text != NULL ? (gpointer)rhumb_json_keep (reader, "s2:", text) : NULL);
    }
}

/* References are papers in the API, ids in S2ORC. */
static void
take_references (RhumbJsonReader *reader, RhumbJson list)
{
    RhumbJsonIter iter;
    rhumb_json_iter_init (&iter, list);
    for (RhumbJson item; rhumb_json_iter_next (&iter, NULL, &item);) {
        const RhumbJson id = rhumb_json_get_type (item) == RHUMB_JSON_OBJECT
                                 ? rhumb_json_find (item, "paperId")
                                 : item;
        const char *text = rhumb_json_get_text (id);
        /* A reference that Semantic Scholar does not know has a title alone. */
        const char *title = rhumb_json_get_text (rhumb_json_find (item, "title"));
        if (text != NULL)
            g_ptr_array_add (reader->record->references,
                             (gpointer)rhumb_json_keep (reader, "s2:", text));
        else if (title != NULL)
            g_ptr_array_add (reader->record->references, (gpointer)title);
    }
}

static void
take_place (RhumbJsonReader *reader, RhumbJson paper)
{
    RhumbRecord *record = reader->record;
    const RhumbJson journal = rhumb_json_find (paper, "journal");
    record->venue = rhumb_json_get_text (rhumb_json_find (journal, "name"));
    if (record->venue == NULL)
        record->venue = rhumb_json_get_text (rhumb_json_find (paper, "venue"));
    record->volume = rhumb_json_get_text (rhumb_json_find (journal, "volume"));
    record->pages = rhumb_json_get_text (rhumb_json_find (journal, "pages"));
}

static gboolean
take_year (RhumbJsonReader *reader, RhumbJson value, GError **error)
{
    const gint64 year = rhumb_json_get_integer (value, 0);
    if (year >= 1000 && year <= 2999)
        reader->record->year = (int)year;
    if (reader->record->year != 0 || rhumb_json_get_type (value) <= RHUMB_JSON_NULL)
        return TRUE;
    g_autoptr (GString) found = g_string_new ("year is ");
    rhumb_json_append (found, value);
    return rhumb_corpus_builder_report (reader->builder, RHUMB_EVENT_FIELD_DROPPED, reader->line,
                                        found->str, "expected a year from 1000 to 2999", error);
}

static gboolean
take_paper (RhumbJsonReader *reader, RhumbJson paper, GError **error)
{
    RhumbRecord *record = reader->record;
    rhumb_json_begin_record (reader);
    take_ids (reader, paper);
    take_authors (reader, rhumb_json_find (paper, "authors"));
    take_references (reader, find_either (paper, "references", "outCitations"));
    take_place (reader, paper);
    record->title = rhumb_json_get_text (rhumb_json_find (paper, "title"));
    record->abstract = rhumb_json_get_text (find_either (paper, "abstract", "paperAbstract"));
    record->url = rhumb_json_get_text (rhumb_json_find (paper, "url"));
    record->date = rhumb_json_get_text (find_either (paper, "publicationDate", "publicationdate"));
    if (!take_year (reader, rhumb_json_find (paper, "year"), error))
        return FALSE;
    record->n_cited_reported =
        rhumb_json_get_count (find_either (paper, "citationCount", "citationcount"));
    if (record->n_cited_reported < 0)
        record->n_cited_reported = rhumb_json_get_count (rhumb_json_find (paper, "numCitedBy"));
    record->n_references_reported =
        rhumb_json_get_count (find_either (paper, "referenceCount", "referencecount"));
    rhumb_json_extra_names (reader, "fields_of_study",
                            find_either (paper, "s2FieldsOfStudy", "s2fieldsofstudy"), "category");
    rhumb_json_extra_value (reader, "publication_types",
                            find_either (paper, "publicationTypes", "publicationtypes"));
    rhumb_json_extra_value (reader, "tldr", rhumb_json_find (paper, "tldr"));
    return rhumb_json_add_record (reader, error);
}

/* One line of the bulk file of citations: a paper with one reference. */
static gboolean
take_citation (RhumbJsonReader *reader, RhumbJson citation, GError **error)
{
    const RhumbJson citing = rhumb_json_find (citation, "citingcorpusid");
    const RhumbJson cited = rhumb_json_find (citation, "citedcorpusid");
    const gint64 number = rhumb_json_get_integer (cited, -1);
    rhumb_json_begin_record (reader);
    rhumb_json_keep_id (reader, "corpusid:", citing);
    if (reader->record->ids->len == 0 || number < 0)
        return rhumb_corpus_builder_report (reader->builder, RHUMB_EVENT_LINE_SKIPPED, reader->line,
                                            "a citation with an unknown end",
                                            "expected two corpus ids", error);
    g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, number);
    g_ptr_array_add (reader->record->references,
                     (gpointer)rhumb_json_keep (reader, "corpusid:", digits));
    return rhumb_json_add_record (reader, error);
}

static gboolean
take_object (RhumbJsonReader *reader, RhumbJson object, GError **error)
{
    if (rhumb_json_get_type (rhumb_json_find (object, "citingcorpusid")) != RHUMB_JSON_NONE)
        return take_citation (reader, object, error);
    const RhumbJson other = find_either (object, "citingPaper", "citedPaper");
    return take_paper (reader, rhumb_json_get_type (other) == RHUMB_JSON_OBJECT ? other : object,
                       error);
}

static gboolean
read_semanticscholar (RhumbInput *input, RhumbCorpusBuilder *builder, GError **error)
{
    return rhumb_json_read_records (input, builder, take_object, error);
}

static guint
sniff (const char *head, gsize length)
{
    static const char *const shapes[][3] = {{"paperId", "title", NULL},
                                            {"corpusid", "abstract", NULL},
                                            {"corpusid", "title", NULL},
                                            {"citingcorpusid", "citedcorpusid", NULL},
                                            {"paperAbstract", "outCitations", NULL},
                                            {"paperId", "externalIds", NULL}};
    for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++)
        if (rhumb_json_shows (head, length, shapes[i]))
            return 95;
    return 0;
}

static const char *const suffixes[] = {NULL};

const RhumbFormat rhumb_format_semanticscholar = {
    .name = "semanticscholar",
    .suffixes = suffixes,
    .summary = "Semantic Scholar, JSON of the API or bulk JSON Lines",
    .sniff = sniff,
    .read = read_semanticscholar,
    .abstracts_hint = "ask for the field abstract, or add the bulk file of abstracts",
    .references_hint = "ask for the field references.paperId, or add the bulk file of citations",
};
