/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * EndNote XML: what EndNote, Zotero and Mendeley hand to each other.
 *
 * Texts are runs of <style>, which say how a word is set and nothing else. A name that ends with a
 * comma is that of an organisation. Numbers of the library and its file paths are left out: they
 * mean nothing outside the library.
 * Source: exports of EndNote X to 21 and of Zotero. Cost: linear; memory for one record.
 */
#include "io/formats.h"

#include <string.h>

#include "io/read/mesh-keyword.h"
#include "io/read/xml-papers.h"
#include "io/scan/xml-root.h"
#include "io/scan/year.h"

static const RhumbXmlField fields[] = {
    {"titles/title", G_STRUCT_OFFSET (RhumbRecord, title)},
    {"titles/secondary-title", G_STRUCT_OFFSET (RhumbRecord, venue)},
    {"periodical/full-title", G_STRUCT_OFFSET (RhumbRecord, venue)},
    {"periodical/abbr-1", G_STRUCT_OFFSET (RhumbRecord, venue_short)},
    {"periodical/abbr-2", G_STRUCT_OFFSET (RhumbRecord, venue_short)},
    {"alt-periodical/abbr-1", G_STRUCT_OFFSET (RhumbRecord, venue_short)},
    {"abstract", G_STRUCT_OFFSET (RhumbRecord, abstract)},
    {"pages", G_STRUCT_OFFSET (RhumbRecord, pages)},
    {"volume", G_STRUCT_OFFSET (RhumbRecord, volume)},
    {"number", G_STRUCT_OFFSET (RhumbRecord, issue)},
    {"issue", G_STRUCT_OFFSET (RhumbRecord, issue)},
    {"isbn", G_STRUCT_OFFSET (RhumbRecord, issn)},
    {"electronic-resource-num", G_STRUCT_OFFSET (RhumbRecord, doi)},
    {"language", G_STRUCT_OFFSET (RhumbRecord, language)},
    {"urls/related-urls/url", G_STRUCT_OFFSET (RhumbRecord, url)},
    {"urls/web-urls/url", G_STRUCT_OFFSET (RhumbRecord, url)},
    {"dates/pub-dates/date", G_STRUCT_OFFSET (RhumbRecord, date)},
    {NULL, 0},
};

/* Children that are taken, and those that describe the library only. */
static const char *const taken[] = {"contributors",
                                    "titles",
                                    "periodical",
                                    "alt-periodical",
                                    "abstract",
                                    "pages",
                                    "volume",
                                    "number",
                                    "issue",
                                    "isbn",
                                    "keywords",
                                    "dates",
                                    "ref-type",
                                    "urls",
                                    "language",
                                    "database",
                                    "source-app",
                                    "rec-number",
                                    "foreign-keys",
                                    "electronic-resource-num",
                                    NULL};

static void
take_authors (RhumbXmlPapers *papers, const RhumbXmlNode *list)
{
    for (const RhumbXmlNode *author = rhumb_xml_first (list, "author"); author != NULL;
         author = rhumb_xml_next (author, "author")) {
        const char *name = rhumb_xml_get_text (author);
        const gsize length = name != NULL ? strlen (name) : 0;
        const gboolean organisation = length > 1 && name[length - 1] == ',';
        if (organisation)
            name = rhumb_xml_keep (author, "%.*s", (int)(length - 1), name);
        rhumb_xml_papers_add_author (papers, name, NULL, NULL);
    }
}

/* Editors and translators are no authors; EndNote only counts them. */
static void
take_contributors (RhumbXmlPapers *papers, const RhumbXmlNode *record)
{
    const RhumbXmlNode *contributors = rhumb_xml_first (record, "contributors");
    for (const RhumbXmlNode *list = rhumb_xml_first (contributors, NULL); list != NULL;
         list = rhumb_xml_next (list, NULL)) {
        if (rhumb_xml_is (list, "authors")) {
            take_authors (papers, list);
            continue;
        }
        const char *name = rhumb_xml_is (list, "secondary-authors") ? "editors" : list->name;
        for (const RhumbXmlNode *person = rhumb_xml_first (list, NULL); person != NULL;
             person = rhumb_xml_next (person, NULL))
            rhumb_xml_papers_add_to_list (papers, name, rhumb_xml_get_text (person));
    }
}

static void
take_keywords (RhumbXmlPapers *papers, const RhumbXmlNode *record)
{
    g_autoptr (GPtrArray) found = g_ptr_array_new ();
    const RhumbXmlNode *keywords = rhumb_xml_first (record, "keywords");
    for (const RhumbXmlNode *keyword = rhumb_xml_first (keywords, "keyword"); keyword != NULL;
         keyword = rhumb_xml_next (keyword, "keyword")) {
        const char *text = rhumb_xml_get_text (keyword);
        if (text != NULL)
            g_ptr_array_add (found, (gpointer)text);
    }
    g_autoptr (GPtrArray) headings = g_ptr_array_new ();
    rhumb_mesh_keywords_take (found, papers->state, papers->record->keywords, headings);
    for (guint i = 0; i < headings->len; i++)
        rhumb_xml_papers_add_to_list (papers, "mesh_terms", headings->pdata[i]);
}

static void
take_titles_and_links (RhumbXmlPapers *papers, const RhumbXmlNode *record)
{
    const RhumbXmlNode *titles = rhumb_xml_first (record, "titles");
    for (const RhumbXmlNode *title = rhumb_xml_first (titles, NULL); title != NULL;
         title = rhumb_xml_next (title, NULL))
        if (!rhumb_xml_is (title, "title") && !rhumb_xml_is (title, "secondary-title"))
            rhumb_xml_papers_add_extra (papers, title->name, rhumb_xml_get_text (title));
    const RhumbXmlNode *urls = rhumb_xml_first (record, "urls");
    for (const RhumbXmlNode *list = rhumb_xml_first (urls, NULL); list != NULL;
         list = rhumb_xml_next (list, NULL))
        for (const RhumbXmlNode *url = rhumb_xml_first (list, "url"); url != NULL;
             url = rhumb_xml_next (url, "url")) {
            const char *text = rhumb_xml_get_text (url);
            if (g_strcmp0 (text, papers->record->url) != 0)
                rhumb_xml_papers_add_to_list (papers, "urls", text);
        }
}

/* The accession number is an id of the database that the record came from. */
static void
take_ids (RhumbXmlPapers *papers, const RhumbXmlNode *record)
{
    const char *number = rhumb_xml_find_text (record, "accession-num");
    const char *custom = rhumb_xml_find_text (record, "custom2");
    const char *provider = rhumb_xml_find_text (record, "remote-database-name");
    provider =
        provider != NULL ? provider : rhumb_xml_find_text (record, "remote-database-provider");
    const gboolean medline =
        provider != NULL && (g_ascii_strncasecmp (provider, "PubMed", 6) == 0 ||
                             g_ascii_strncasecmp (provider, "Medline", 7) == 0 ||
                             g_ascii_strncasecmp (provider, "NLM", 3) == 0);
    if (number != NULL && g_str_has_prefix (number, "WOS:"))
        rhumb_xml_papers_add_id (papers, record, "wos", number + strlen ("WOS:"));
    else if (number != NULL && medline && strspn (number, "0123456789") == strlen (number))
        rhumb_xml_papers_add_id (papers, record, "pmid", number);
    if (custom != NULL && g_str_has_prefix (custom, "PMC") && g_ascii_isdigit (custom[3]))
        rhumb_xml_papers_add_id (papers, record, "pmcid", custom);
}

static gboolean
take (gpointer reader, const RhumbXmlNode *record, GError **error)
{
    RhumbXmlPapers *papers = reader;
    rhumb_xml_papers_begin (papers, record);
    g_string_chunk_clear (papers->state);
    rhumb_xml_papers_fill (papers, record, fields);
    papers->record->type = rhumb_xml_get_attribute (rhumb_xml_first (record, "ref-type"), "name");
    if (!rhumb_xml_papers_take_year (papers, rhumb_xml_find (record, "dates/year"), error))
        return FALSE;
    if (papers->record->year == 0 && papers->record->date != NULL)
        papers->record->year = rhumb_year_find (papers->record->date);
    take_contributors (papers, record);
    take_keywords (papers, record);
    take_titles_and_links (papers, record);
    take_ids (papers, record);
    for (const RhumbXmlNode *field = rhumb_xml_first (record, NULL); field != NULL;
         field = rhumb_xml_next (field, NULL))
        if (!rhumb_xml_is_one_of (field, taken))
            rhumb_xml_papers_add_extra (papers, field->name, rhumb_xml_get_text (field));
    return rhumb_xml_papers_add (papers, error);
}

static RhumbXmlWish
begin (gpointer reader, const RhumbXmlNode *element, GError **error)
{
    if (rhumb_xml_is (element, "record"))
        return RHUMB_XML_TAKE;
    if (rhumb_xml_is (element, "xml") || rhumb_xml_is (element, "records"))
        return RHUMB_XML_ENTER;
    return rhumb_xml_papers_tell (reader, element, "no record; left out", error) ? RHUMB_XML_SKIP
                                                                                 : RHUMB_XML_STOP;
}

static gboolean
read_endnote (RhumbInput *input, RhumbCorpusBuilder *builder, GError **error)
{
    static const RhumbXmlHandler handler = {begin, take, NULL};
    GStringChunk *strings = g_string_chunk_new (1 << 12);
    const gboolean read = rhumb_xml_papers_read (input, &handler, strings, builder, error);
    g_string_chunk_free (strings);
    return read;
}

static guint
sniff (const char *head, gsize length)
{
    g_autofree char *root = rhumb_xml_find_root (head, length);
    return g_strcmp0 (root, "xml") == 0 && rhumb_xml_head_has (head, length, "<records") ? 95 : 0;
}

const RhumbFormat rhumb_format_endnote_xml = {
    .name = "endnote-xml",
    .summary = "EndNote XML, as reference managers export it",
    .sniff = sniff,
    .read = read_endnote,
};
