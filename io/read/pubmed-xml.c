/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * PubMed XML: the literature of medicine as the NLM gives it out, with what indexers add to it.
 *
 * Unlike PubMed's text form it holds references and the ids of authors. The parts of a structured
 * abstract are joined with their labels, "BACKGROUND: … METHODS: …". A title in brackets is the
 * translation of one that is not in English; the brackets are taken off and the original is kept
 * beside it.
 * Source: the NLM's DTDs of 2015 to 2025. Cost: linear; memory for one record.
 */
#include "io/formats.h"

#include <string.h>

#include "io/read/pubmed-lists.h"
#include "io/scan/xml-root.h"

static const RhumbXmlField article_fields[] = {
    {"Journal/Title", G_STRUCT_OFFSET (RhumbRecord, venue)},
    {"Journal/ISOAbbreviation", G_STRUCT_OFFSET (RhumbRecord, venue_short)},
    {"Journal/ISSN", G_STRUCT_OFFSET (RhumbRecord, issn)},
    {"Journal/JournalIssue/Volume", G_STRUCT_OFFSET (RhumbRecord, volume)},
    {"Journal/JournalIssue/Issue", G_STRUCT_OFFSET (RhumbRecord, issue)},
    {"Pagination/MedlinePgn", G_STRUCT_OFFSET (RhumbRecord, pages)},
    {"Pagination/StartPage", G_STRUCT_OFFSET (RhumbRecord, pages)},
    {"Language", G_STRUCT_OFFSET (RhumbRecord, language)},
    {"PublicationTypeList/PublicationType", G_STRUCT_OFFSET (RhumbRecord, type)},
    {NULL, 0},
};

static const RhumbXmlField book_fields[] = {
    {"Book/Volume", G_STRUCT_OFFSET (RhumbRecord, volume)},
    {"Book/Isbn", G_STRUCT_OFFSET (RhumbRecord, issn)},
    {"Pagination/MedlinePgn", G_STRUCT_OFFSET (RhumbRecord, pages)},
    {"Language", G_STRUCT_OFFSET (RhumbRecord, language)},
    {"PublicationType", G_STRUCT_OFFSET (RhumbRecord, type)},
    {NULL, 0},
};

static const char *const records[] = {"PubmedArticle", "PubmedBookArticle", "MedlineCitation",
                                      NULL};
static const char *const sets[] = {"PubmedArticleSet", "PubmedBookArticleSet", "MedlineCitationSet",
                                   "BookDocumentSet", NULL};

/* Ids of the article: the DOI may stand in three places. */
static void
take_ids (RhumbXmlPapers *papers, const RhumbXmlNode *list)
{
    for (const RhumbXmlNode *id = rhumb_xml_first (list, NULL); id != NULL;
         id = rhumb_xml_next (id, NULL)) {
        const char *type = rhumb_xml_get_attribute (id, "IdType");
        type = type != NULL ? type : rhumb_xml_get_attribute (id, "EIdType");
        const char *text = rhumb_xml_get_text (id);
        if (type == NULL || text == NULL)
            continue;
        if (strcmp (type, "doi") == 0)
            papers->record->doi = papers->record->doi != NULL ? papers->record->doi : text;
        else if (strcmp (type, "pmc") == 0)
            rhumb_xml_papers_add_id (papers, id, "pmcid", text);
        else if (strcmp (type, "pubmed") != 0)
            rhumb_xml_papers_add_extra (papers, type, text);
    }
}

static void
append_part (GString *text, const RhumbXmlNode *part)
{
    const char *label = rhumb_xml_get_attribute (part, "Label");
    const char *words = rhumb_xml_get_text (part);
    if (words == NULL)
        return;
    if (text->len > 0)
        g_string_append_c (text, ' ');
    if (label != NULL && g_ascii_strcasecmp (label, "UNLABELLED") != 0)
        g_string_append_printf (text, "%s: ", label);
    g_string_append (text, words);
}

static void
take_abstract (RhumbXmlPapers *papers, const RhumbXmlNode *parent)
{
    const RhumbXmlNode *abstract = rhumb_xml_first (parent, "Abstract");
    const RhumbXmlNode *part = rhumb_xml_first (abstract, "AbstractText");
    g_autoptr (GString) text = g_string_new (NULL);
    for (; part != NULL; part = rhumb_xml_next (part, "AbstractText"))
        append_part (text, part);
    if (text->len > 0)
        papers->record->abstract = rhumb_xml_keep (abstract, "%s", text->str);
    rhumb_xml_papers_add_extra (papers, "copyright",
                                rhumb_xml_find_text (abstract, "CopyrightInformation"));
}

/* "[A translated title.]" */
static void
take_title (RhumbXmlPapers *papers, const RhumbXmlNode *parent, const char *name)
{
    const char *title = rhumb_xml_find_text (parent, name);
    const char *original = rhumb_xml_find_text (parent, "VernacularTitle");
    const gsize length = title != NULL ? strlen (title) : 0;
    const gboolean dotted = length > 3 && title[length - 1] == '.' && title[length - 2] == ']';
    const gsize end = dotted ? length - 1 : length;
    papers->record->title = title;
    if (length > 3 && title[0] == '[' && title[end - 1] == ']' && strchr (title + 1, '[') == NULL)
        papers->record->title = rhumb_xml_keep (parent, "%.*s", (int)(end - 2), title + 1);
    if (title == NULL)
        papers->record->title = original;
    else
        rhumb_xml_papers_add_extra (papers, "vernacular_title", original);
}

/* A date in parts, or MEDLINE's wording ("1998 Dec-1999 Jan"), or a season. */
static gboolean
take_date (RhumbXmlPapers *papers, const RhumbXmlNode *date, GError **error)
{
    const char *year = rhumb_xml_find_text (date, "Year");
    const char *wording = rhumb_xml_find_text (date, "MedlineDate");
    if (papers->record->year != 0 || (year == NULL && wording == NULL))
        return TRUE;
    const char *month = rhumb_xml_find_text (date, "Month");
    month = month != NULL ? month : rhumb_xml_find_text (date, "Season");
    const char *day = rhumb_xml_find_text (date, "Day");
    if (year == NULL)
        papers->record->date = wording;
    else if (month != NULL)
        papers->record->date = rhumb_xml_keep (date, "%s %s%s%s", year, month,
                                               day != NULL ? " " : "", day != NULL ? day : "");
    return rhumb_xml_papers_take_year (
        papers, rhumb_xml_first (date, year != NULL ? "Year" : "MedlineDate"), error);
}

static void
take_small_lists (RhumbXmlPapers *papers, const RhumbXmlNode *article)
{
    const RhumbXmlNode *types = rhumb_xml_first (article, "PublicationTypeList");
    for (const RhumbXmlNode *type = rhumb_xml_first (types, NULL); type != NULL;
         type = rhumb_xml_next (type, NULL))
        rhumb_xml_papers_add_to_list (papers, "publication_types", rhumb_xml_get_text (type));
    const RhumbXmlNode *grants = rhumb_xml_first (article, "GrantList");
    for (const RhumbXmlNode *grant = rhumb_xml_first (grants, "Grant"); grant != NULL;
         grant = rhumb_xml_next (grant, "Grant")) {
        const char *number = rhumb_xml_find_text (grant, "GrantID");
        const char *agency = rhumb_xml_find_text (grant, "Agency");
        rhumb_xml_papers_add_to_list (papers, "grants", rhumb_xml_name (grant, agency, number));
    }
}

static gboolean
tell_others (RhumbXmlPapers *papers, const RhumbXmlNode *parent, const char *const *known,
             GError **error)
{
    for (const RhumbXmlNode *child = rhumb_xml_first (parent, NULL); child != NULL;
         child = rhumb_xml_next (child, NULL))
        if (!rhumb_xml_is_one_of (child, known) &&
            !rhumb_xml_papers_tell (papers, child, "has no place in a record; left out", error))
            return FALSE;
    return TRUE;
}

static gboolean
take_citation (RhumbXmlPapers *papers, const RhumbXmlNode *citation, const RhumbXmlNode *data,
               GError **error)
{
    static const char *const of_citation[] = {
        "PMID",        "Article",       "MeshHeadingList",    "ChemicalList",   "KeywordList",
        "DateRevised", "DateCompleted", "MedlineJournalInfo", "CitationSubset", "DateCreated",
        NULL};
    static const char *const of_article[] = {
        "Journal",     "ArticleTitle",    "Pagination",
        "ELocationID", "Abstract",        "AuthorList",
        "Language",    "GrantList",       "PublicationTypeList",
        "ArticleDate", "VernacularTitle", NULL};
    const RhumbXmlNode *article = rhumb_xml_first (citation, "Article");
    rhumb_xml_papers_add_id (papers, citation, "pmid", rhumb_xml_find_text (citation, "PMID"));
    take_title (papers, article != NULL ? article : citation, "ArticleTitle");
    rhumb_xml_papers_fill (papers, article, article_fields);
    take_abstract (papers, article);
    rhumb_pubmed_take_authors (papers, article);
    take_ids (papers, rhumb_xml_first (data, "ArticleIdList"));
    take_ids (papers, article);
    take_small_lists (papers, article);
    rhumb_pubmed_take_terms (papers, citation);
    rhumb_pubmed_take_references (papers, data);
    return take_date (papers, rhumb_xml_find (article, "Journal/JournalIssue/PubDate"), error) &&
           take_date (papers, rhumb_xml_first (article, "ArticleDate"), error) &&
           tell_others (papers, citation, of_citation, error) &&
           tell_others (papers, article, of_article, error);
}

/* A chapter is a work inside its book; a book is one itself. */
static gboolean
take_book (RhumbXmlPapers *papers, const RhumbXmlNode *document, const RhumbXmlNode *data,
           GError **error)
{
    static const char *const known[] = {
        "PMID",          "ArticleIdList",   "Book",          "Language",        "AuthorList",
        "ArticleTitle",  "Abstract",        "Pagination",    "Sections",        "KeywordList",
        "ReferenceList", "PublicationType", "LocationLabel", "VernacularTitle", NULL};
    const RhumbXmlNode *book = rhumb_xml_first (document, "Book");
    const gboolean chapter = rhumb_xml_find_text (document, "ArticleTitle") != NULL;
    rhumb_xml_papers_add_id (papers, document, "pmid", rhumb_xml_find_text (document, "PMID"));
    take_title (papers, chapter || book == NULL ? document : book,
                chapter ? "ArticleTitle" : "BookTitle");
    if (chapter)
        papers->record->venue = rhumb_xml_find_text (book, "BookTitle");
    rhumb_xml_papers_fill (papers, document, book_fields);
    take_abstract (papers, document);
    rhumb_pubmed_take_authors (papers, document);
    if (papers->record->author_names->len == 0)
        rhumb_pubmed_take_authors (papers, book);
    take_ids (papers, rhumb_xml_first (document, "ArticleIdList"));
    take_ids (papers, rhumb_xml_first (data, "ArticleIdList"));
    rhumb_pubmed_take_terms (papers, document);
    rhumb_pubmed_take_references (papers, document);
    rhumb_xml_papers_add_extra (papers, "publisher",
                                rhumb_xml_find_text (book, "Publisher/PublisherName"));
    papers->record->type = papers->record->type != NULL ? papers->record->type
                           : chapter                    ? "Book Chapter"
                                                        : "Book";
    return take_date (papers, rhumb_xml_first (book, "PubDate"), error) &&
           tell_others (papers, document, known, error);
}

static gboolean
take (gpointer reader, const RhumbXmlNode *record, GError **error)
{
    RhumbXmlPapers *papers = reader;
    const RhumbXmlNode *data = rhumb_xml_first (record, "PubmedData");
    const RhumbXmlNode *citation = rhumb_xml_first (record, "MedlineCitation");
    const RhumbXmlNode *document = rhumb_xml_first (record, "BookDocument");
    rhumb_xml_papers_begin (papers, record);
    const gboolean taken =
        document != NULL
            ? take_book (papers, document, rhumb_xml_first (record, "PubmedBookData"), error)
            : take_citation (papers, citation != NULL ? citation : record, data, error);
    return taken && rhumb_xml_papers_add (papers, error);
}

static RhumbXmlWish
begin (gpointer reader, const RhumbXmlNode *element, GError **error)
{
    if (rhumb_xml_is_one_of (element, records))
        return RHUMB_XML_TAKE;
    if (rhumb_xml_is_one_of (element, sets))
        return RHUMB_XML_ENTER;
    return rhumb_xml_papers_tell (reader, element, "no record; left out", error) ? RHUMB_XML_SKIP
                                                                                 : RHUMB_XML_STOP;
}

static gboolean
read_pubmed (RhumbInput *input, RhumbCorpusBuilder *builder, GError **error)
{
    static const RhumbXmlHandler handler = {begin, take, NULL};
    return rhumb_xml_papers_read (input, &handler, NULL, builder, error);
}

static guint
sniff (const char *head, gsize length)
{
    g_autofree char *root = rhumb_xml_find_root (head, length);
    return root != NULL && (g_strv_contains (records, root) || g_strv_contains (sets, root)) ? 95
                                                                                             : 0;
}

const RhumbFormat rhumb_format_pubmed_xml = {
    .name = "pubmed-xml",
    .summary = "PubMed XML, with MeSH terms and references",
    .sniff = sniff,
    .read = read_pubmed,
};
