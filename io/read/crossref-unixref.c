/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Crossref's XML: what publishers deposit with a DOI, and what a query for one gives back.
 *
 * Works lie inside what they appear in (journal, conference, book), whose element says title, ISSN
 * and volume; a container without works inside is a work itself. The date is that of print if
 * there is one, else the first. Cited works that are given in parts are put together the way Web
 * of Science writes them, so that one parser reads both.
 * Source: the schemas of UNIXREF 1.1 and of deposits 4.4 to 5.3. Cost: linear; memory for one
 * container.
 */
#include "io/formats.h"

#include <string.h>

#include "io/read/xml-papers.h"
#include "io/scan/xml-root.h"

/* A container, the works in it, the element with its own title, and what the works are called. */
typedef struct {
    const char *container;
    const char *work;
    const char *metadata;
    const char *venue;
    const char *type;
    const char *own_type;
} Kind;

static const Kind kinds[] = {
    {"journal", "journal_article", "journal_metadata", "full_title", "journal-article", NULL},
    {"conference", "conference_paper", "proceedings_metadata", "proceedings_title",
     "proceedings-article", "proceedings"},
    {"conference", "conference_paper", "proceedings_series_metadata", "proceedings_title",
     "proceedings-article", "proceedings"},
    {"book", "content_item", "book_metadata", "titles/title", "book-chapter", "book"},
    {"book", "content_item", "book_series_metadata", "titles/title", "book-chapter", "book"},
    {"book", "content_item", "book_set_metadata", "titles/title", "book-chapter", "book"},
    {"report-paper", "content_item", "report-paper_metadata", "titles/title", "report-component",
     "report"},
    {"report-paper", "content_item", "report-paper_series_metadata", "titles/title",
     "report-component", "report"},
    {"standard", "content_item", "standard_metadata", "titles/title", "standard", "standard"},
    {"database", "dataset", "database_metadata", "titles/title", "dataset", "database"},
    {"dissertation", NULL, NULL, NULL, NULL, "dissertation"},
    {"posted_content", NULL, NULL, NULL, NULL, "posted-content"},
    {"peer_review", NULL, NULL, NULL, NULL, "peer-review"},
};

static const char *const inner[] = {
    "doi_records",  "doi_record", "crossref", "crossref_result",   "doi_batch",
    "query_result", "body",       "query",    "crossref_metadata", NULL};
static const char *const silent[] = {"head", "doi", "crm-item", "query_metadata", NULL};

static const RhumbXmlField work_fields[] = {
    {"abstract", G_STRUCT_OFFSET (RhumbRecord, abstract)},
    {"doi_data/doi", G_STRUCT_OFFSET (RhumbRecord, doi)},
    {"doi_data/resource", G_STRUCT_OFFSET (RhumbRecord, url)},
    {"pages/first_page", G_STRUCT_OFFSET (RhumbRecord, pages)},
    {"publisher_item/item_number", G_STRUCT_OFFSET (RhumbRecord, pages)},
    {"publisher_item/identifier", G_STRUCT_OFFSET (RhumbRecord, pages)},
    {"isbn", G_STRUCT_OFFSET (RhumbRecord, issn)},
    {"volume", G_STRUCT_OFFSET (RhumbRecord, volume)},
    {NULL, 0},
};

static const RhumbXmlField metadata_fields[] = {
    {"issn", G_STRUCT_OFFSET (RhumbRecord, issn)},
    {"isbn", G_STRUCT_OFFSET (RhumbRecord, issn)},
    {"series_metadata/issn", G_STRUCT_OFFSET (RhumbRecord, issn)},
    {"abbrev_title", G_STRUCT_OFFSET (RhumbRecord, venue_short)},
    {"volume", G_STRUCT_OFFSET (RhumbRecord, volume)},
    {NULL, 0},
};

static const RhumbXmlField issue_fields[] = {
    {"journal_issue/journal_volume/volume", G_STRUCT_OFFSET (RhumbRecord, volume)},
    {"journal_issue/issue", G_STRUCT_OFFSET (RhumbRecord, issue)},
    {NULL, 0},
};

static void
take_title (RhumbXmlPapers *papers, const RhumbXmlNode *work)
{
    const RhumbXmlNode *titles = rhumb_xml_first (work, "titles");
    const char *title = rhumb_xml_find_text (titles, "title");
    const char *subtitle = rhumb_xml_find_text (titles, "subtitle");
    papers->record->title = title != NULL && subtitle != NULL
                                ? rhumb_xml_keep (work, "%s: %s", title, subtitle)
                                : title;
    rhumb_xml_papers_add_extra (papers, "original_title",
                                rhumb_xml_find_text (titles, "original_language_title"));
}

static const char *
get_name (const RhumbXmlNode *person)
{
    if (rhumb_xml_is (person, "organization"))
        return rhumb_xml_get_text (person);
    const char *family = rhumb_xml_find_text (person, "surname");
    const char *suffix = rhumb_xml_find_text (person, "suffix");
    if (family != NULL && suffix != NULL)
        family = rhumb_xml_keep (person, "%s, %s", family, suffix);
    return rhumb_xml_name (person, family, rhumb_xml_find_text (person, "given_name"));
}

static void
take_people (RhumbXmlPapers *papers, const RhumbXmlNode *work)
{
    const RhumbXmlNode *contributors = rhumb_xml_first (work, "contributors");
    contributors = contributors != NULL ? contributors : work;
    for (const RhumbXmlNode *person = rhumb_xml_first (contributors, NULL); person != NULL;
         person = rhumb_xml_next (person, NULL)) {
        if (!rhumb_xml_is (person, "person_name") && !rhumb_xml_is (person, "organization"))
            continue;
        const char *role = rhumb_xml_get_attribute (person, "contributor_role");
        if (role == NULL || strcmp (role, "author") == 0)
            rhumb_xml_papers_add_author (papers, get_name (person),
                                         rhumb_xml_find_text (person, "ORCID"), NULL);
        else
            rhumb_xml_papers_add_to_list (papers, rhumb_xml_keep (person, "%ss", role),
                                          get_name (person));
        rhumb_xml_papers_add_to_list (papers, "affiliations",
                                      rhumb_xml_find_text (person, "affiliation"));
    }
}

/* That of print, else the first that has a year. */
static const RhumbXmlNode *
find_date (const RhumbXmlNode *parent)
{
    static const char *const names[] = {"publication_date", "posted_date",   "approval_date",
                                        "review_date",      "database_date", NULL};
    const RhumbXmlNode *best = NULL;
    for (const RhumbXmlNode *date = rhumb_xml_first (parent, NULL); date != NULL;
         date = rhumb_xml_next (date, NULL)) {
        const char *medium = rhumb_xml_get_attribute (date, "media_type");
        if (!rhumb_xml_is_one_of (date, names) || rhumb_xml_find_below (date, "year") == NULL)
            continue;
        if (medium == NULL || strcmp (medium, "print") == 0)
            return date;
        best = best != NULL ? best : date;
    }
    return best;
}

static gboolean
take_date (RhumbXmlPapers *papers, const RhumbXmlNode *parent, GError **error)
{
    const RhumbXmlNode *date = papers->record->year == 0 ? find_date (parent) : NULL;
    const char *year = rhumb_xml_get_text (rhumb_xml_find_below (date, "year"));
    if (year == NULL)
        return TRUE;
    const char *month = rhumb_xml_find_text (date, "month");
    const char *day = rhumb_xml_find_text (date, "day");
    if (month != NULL)
        papers->record->date =
            rhumb_xml_keep (date, "%s-%02u%s%s", year, (guint)g_ascii_strtoull (month, NULL, 10),
                            day != NULL ? "-" : "", day != NULL ? day : "");
    return rhumb_xml_papers_take_year (papers, rhumb_xml_find_below (date, "year"), error);
}

static void
append_part (GString *text, const char *prefix, const char *part)
{
    if (part != NULL)
        g_string_append_printf (text, "%s%s%s", text->len > 0 ? ", " : "", prefix, part);
}

static const char *
compose_citation (const RhumbXmlNode *citation)
{
    static const struct {
        const char *prefix;
        const char *path;
    } parts[] = {
        {"", "author"}, {"", "cYear"}, {"", "journal_title"}, {"V", "volume"}, {"P", "first_page"}};
    static const char *const venues[] = {"volume_title", "series_title", "article_title"};
    g_autoptr (GString) text =
        g_string_new (rhumb_xml_find_text (citation, "unstructured_citation"));
    const gboolean given = text->len > 0;
    for (gsize i = 0; !given && i < G_N_ELEMENTS (parts); i++) {
        const char *part = rhumb_xml_find_text (citation, parts[i].path);
        for (gsize j = 0; i == 2 && part == NULL && j < G_N_ELEMENTS (venues); j++)
            part = rhumb_xml_find_text (citation, venues[j]);
        append_part (text, parts[i].prefix, part);
    }
    const char *doi = rhumb_xml_find_text (citation, "doi");
    if (doi != NULL && strstr (text->str, doi) == NULL)
        append_part (text, "DOI ", doi);
    return text->len > 0 ? rhumb_xml_keep (citation, "%s", text->str) : NULL;
}

static void
take_citations (RhumbXmlPapers *papers, const RhumbXmlNode *work)
{
    const RhumbXmlNode *list = rhumb_xml_first (work, "citation_list");
    for (const RhumbXmlNode *citation = rhumb_xml_first (list, "citation"); citation != NULL;
         citation = rhumb_xml_next (citation, "citation")) {
        const char *text = compose_citation (citation);
        if (text != NULL)
            g_ptr_array_add (papers->record->references, (gpointer)text);
    }
}

static gboolean
take_work (RhumbXmlPapers *papers, const RhumbXmlNode *container, const RhumbXmlNode *work,
           const Kind *kind, GError **error)
{
    RhumbRecord *record = papers->record;
    const RhumbXmlNode *metadata =
        kind->metadata != NULL ? rhumb_xml_first (container, kind->metadata) : NULL;
    rhumb_xml_papers_begin (papers, work);
    take_title (papers, work);
    rhumb_xml_papers_fill (papers, work, work_fields);
    rhumb_xml_papers_fill (papers, container, issue_fields);
    rhumb_xml_papers_fill (papers, metadata, metadata_fields);
    const char *last = rhumb_xml_find_text (work, "pages/last_page");
    if (last != NULL && record->pages != NULL)
        record->pages = rhumb_xml_keep (work, "%s-%s", record->pages, last);
    record->type = work == metadata || metadata == NULL ? kind->own_type : kind->type;
    if (work != metadata && metadata != NULL)
        record->venue = rhumb_xml_find_text (metadata, kind->venue);
    record->language = rhumb_xml_get_attribute (work, "language");
    if (record->language == NULL)
        record->language = rhumb_xml_get_attribute (metadata, "language");
    take_people (papers, work);
    take_citations (papers, work);
    rhumb_xml_papers_add_extra (
        papers, "publisher",
        rhumb_xml_find_text (metadata != NULL ? metadata : work, "publisher/publisher_name"));
    rhumb_xml_papers_add_extra (papers, "conference",
                                rhumb_xml_find_text (container, "event_metadata/conference_name"));
    return take_date (papers, work, error) &&
           take_date (papers, rhumb_xml_first (container, "journal_issue"), error) &&
           take_date (papers, metadata, error) && rhumb_xml_papers_add (papers, error);
}

/* A kind fits a container of its name that has its metadata, if it is said to have any. */
static const Kind *
find_kind (const RhumbXmlNode *container, gboolean complete)
{
    for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
        if (rhumb_xml_is (container, kinds[i].container) &&
            (!complete || kinds[i].metadata == NULL ||
             rhumb_xml_first (container, kinds[i].metadata) != NULL))
            return &kinds[i];
    return NULL;
}

static gboolean
take (gpointer reader, const RhumbXmlNode *container, GError **error)
{
    RhumbXmlPapers *papers = reader;
    const Kind *kind = find_kind (container, TRUE);
    if (kind == NULL)
        kind = find_kind (container, FALSE);
    if (kind == NULL) {
        const char *text = rhumb_xml_get_text (container);
        return rhumb_corpus_builder_report (papers->builder, RHUMB_EVENT_RECORD_LOST,
                                            container->line, text != NULL ? text : "an error",
                                            "expected a work", error);
    }
    if (kind->work == NULL)
        return take_work (papers, container, container, kind, error);
    const RhumbXmlNode *work = rhumb_xml_first (container, kind->work);
    const RhumbXmlNode *metadata = rhumb_xml_first (container, kind->metadata);
    if (work == NULL && metadata != NULL && kind->own_type != NULL)
        return take_work (papers, container, metadata, kind, error);
    if (work == NULL)
        return rhumb_xml_papers_tell (papers, container, "no work inside; left out", error);
    for (; work != NULL; work = rhumb_xml_next (work, kind->work))
        if (!take_work (papers, container, work, kind, error))
            return FALSE;
    return TRUE;
}

static RhumbXmlWish
begin (gpointer reader, const RhumbXmlNode *element, GError **error)
{
    if (rhumb_xml_is (element, "error") || find_kind (element, FALSE) != NULL)
        return RHUMB_XML_TAKE;
    if (rhumb_xml_is_one_of (element, inner))
        return RHUMB_XML_ENTER;
    if (rhumb_xml_is_one_of (element, silent))
        return RHUMB_XML_SKIP;
    return rhumb_xml_papers_tell (reader, element, "no work; left out", error) ? RHUMB_XML_SKIP
                                                                               : RHUMB_XML_STOP;
}

static gboolean
read_unixref (RhumbInput *input, RhumbCorpusBuilder *builder, GError **error)
{
    static const RhumbXmlHandler handler = {begin, take, NULL};
    return rhumb_xml_papers_read (input, &handler, NULL, builder, error);
}

static guint
sniff (const char *head, gsize length)
{
    static const char *const roots[] = {"doi_records", "doi_record", "crossref_result", "doi_batch",
                                        NULL};
    g_autofree char *root = rhumb_xml_find_root (head, length);
    return root != NULL && g_strv_contains (roots, root) ? 95 : 0;
}

const RhumbFormat rhumb_format_crossref_unixref = {
    .name = "crossref-unixref",
    .summary = "Crossref XML: UNIXREF, results of queries, deposits",
    .sniff = sniff,
    .read = read_unixref,
};
