/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * DBLP: the bibliography of computer science as one XML file of many millions of records.
 *
 * It tells people of one name apart by a number after the name ("Wei Wang 0001"); the number is
 * an id and no name. It holds no abstracts, and references (cite) of few papers. Home pages of
 * people (www) are no papers.
 * Source: dblp.dtd; "DBLP — Some Lessons Learned", M. Ley, VLDB 2009. Titles end with a full
 * stop by DBLP's rule, which is taken off again.
 * Cost: linear; memory for one record.
 */
#include "io/formats.h"

#include <string.h>

#include "graph/plural.h"
#include "io/read/xml-papers.h"
#include "io/scan/xml-root.h"

static const char *const kinds[] = {"article",       "inproceedings", "proceedings",
                                    "book",          "incollection",  "phdthesis",
                                    "mastersthesis", "data",          NULL};
static const char *const inner[] = {"dblp", "dblpperson", "r", NULL};

static const RhumbXmlField fields[] = {
    {"title", G_STRUCT_OFFSET (RhumbRecord, title)},
    {"journal", G_STRUCT_OFFSET (RhumbRecord, venue)},
    {"booktitle", G_STRUCT_OFFSET (RhumbRecord, venue)},
    {"volume", G_STRUCT_OFFSET (RhumbRecord, volume)},
    {"number", G_STRUCT_OFFSET (RhumbRecord, issue)},
    {"pages", G_STRUCT_OFFSET (RhumbRecord, pages)},
    {"isbn", G_STRUCT_OFFSET (RhumbRecord, issn)},
    {NULL, 0},
};

static const char *const taken[] = {"title", "journal", "booktitle", "volume", "number",
                                    "pages", "isbn",    "author",    "editor", "year",
                                    "month", "ee",      "cite",      NULL};

/* "Wei Wang 0001": the number tells people of one name apart. */
static gboolean
has_homonym_number (const char *name, gsize length)
{
    return length > 5 && name[length - 5] == ' ' && strspn (name + length - 4, "0123456789") == 4;
}

static const char *
take_number_off (const RhumbXmlNode *person, const char *name)
{
    const gsize length = name != NULL ? strlen (name) : 0;
    return has_homonym_number (name, length)
               ? rhumb_xml_keep (person, "%.*s", (int)(length - 5), name)
               : name;
}

static void
take_person (RhumbXmlPapers *papers, const RhumbXmlNode *person)
{
    const char *name = rhumb_xml_get_text (person);
    if (name == NULL)
        return;
    const char *clean = take_number_off (person, name);
    if (rhumb_xml_is (person, "editor"))
        rhumb_xml_papers_add_to_list (papers, "editors", clean);
    else
        rhumb_xml_papers_add_author (papers, clean, rhumb_xml_get_attribute (person, "orcid"),
                                     rhumb_xml_keep (person, "dblp:%s", name));
}

/* Links come in DBLP's order of preference; a DOI is written as one. */
static void
take_link (RhumbXmlPapers *papers, const RhumbXmlNode *link)
{
    const char *text = rhumb_xml_get_text (link);
    const char *doi = text != NULL ? strstr (text, "doi.org/10.") : NULL;
    if (text == NULL)
        return;
    if (doi != NULL && papers->record->doi == NULL)
        papers->record->doi = doi + strlen ("doi.org/");
    if (papers->record->url == NULL)
        papers->record->url = text;
    else
        rhumb_xml_papers_add_to_list (papers, "urls", text);
}

static void
take_cite (RhumbXmlPapers *papers, const RhumbXmlNode *cite)
{
    const char *key = rhumb_xml_get_text (cite);
    if (key != NULL && strcmp (key, "...") != 0)
        g_ptr_array_add (papers->record->references,
                         (gpointer)rhumb_xml_keep (cite, "dblp:%s", key));
}

static void
take_field (RhumbXmlPapers *papers, const RhumbXmlNode *field)
{
    if (rhumb_xml_is (field, "author") || rhumb_xml_is (field, "editor"))
        take_person (papers, field);
    else if (rhumb_xml_is (field, "ee"))
        take_link (papers, field);
    else if (rhumb_xml_is (field, "cite"))
        take_cite (papers, field);
    else if (!rhumb_xml_is_one_of (field, taken))
        rhumb_xml_papers_add_extra (papers, field->name, rhumb_xml_get_text (field));
}

static const char *
take_stop_off (const RhumbXmlNode *paper, const char *title)
{
    const gsize length = title != NULL ? strlen (title) : 0;
    if (length < 2 || title[length - 1] != '.' || title[length - 2] == '.')
        return title;
    return rhumb_xml_keep (paper, "%.*s", (int)(length - 1), title);
}

static gboolean
take_date (RhumbXmlPapers *papers, const RhumbXmlNode *paper, GError **error)
{
    const char *year = rhumb_xml_find_text (paper, "year");
    const char *month = rhumb_xml_find_text (paper, "month");
    if (year != NULL && month != NULL)
        papers->record->date = rhumb_xml_keep (paper, "%s %s", year, month);
    return rhumb_xml_papers_take_year (papers, rhumb_xml_first (paper, "year"), error);
}

static gboolean
take (gpointer reader, const RhumbXmlNode *paper, GError **error)
{
    RhumbXmlPapers *papers = reader;
    RhumbRecord *record = papers->record;
    rhumb_xml_papers_begin (papers, paper);
    record->type = paper->name;
    rhumb_xml_papers_add_id (papers, paper, "dblp", rhumb_xml_get_attribute (paper, "key"));
    rhumb_xml_papers_fill (papers, paper, fields);
    record->title = take_stop_off (paper, record->title);
    for (const RhumbXmlNode *field = rhumb_xml_first (paper, NULL); field != NULL;
         field = rhumb_xml_next (field, NULL))
        take_field (papers, field);
    rhumb_xml_papers_add_extra (papers, "publtype", rhumb_xml_get_attribute (paper, "publtype"));
    return take_date (papers, paper, error) && rhumb_xml_papers_add (papers, error);
}

static RhumbXmlWish
begin (gpointer reader, const RhumbXmlNode *element, GError **error)
{
    RhumbXmlPapers *papers = reader;
    guint64 *n_pages = papers->state;
    if (rhumb_xml_is_one_of (element, kinds))
        return RHUMB_XML_TAKE;
    if (rhumb_xml_is_one_of (element, inner))
        return RHUMB_XML_ENTER;
    if (rhumb_xml_is (element, "www")) {
        (*n_pages)++;
        return RHUMB_XML_SKIP;
    }
    return rhumb_xml_papers_tell (papers, element, "no paper; left out", error) ? RHUMB_XML_SKIP
                                                                                : RHUMB_XML_STOP;
}

static gboolean
read_dblp (RhumbInput *input, RhumbCorpusBuilder *builder, GError **error)
{
    static const RhumbXmlHandler handler = {begin, take, NULL};
    guint64 n_pages = 0;
    if (!rhumb_xml_papers_read (input, &handler, &n_pages, builder, error))
        return FALSE;
    if (n_pages == 0)
        return TRUE;
    g_autofree char *found = g_strdup_printf ("%" G_GUINT64_FORMAT " %s <www>", n_pages,
                                              rhumb_plural (n_pages, "element", "elements"));
    return rhumb_corpus_builder_report (builder, RHUMB_EVENT_NOTE, 0, found,
                                        "home pages of people, no papers; left out", error);
}

static guint
sniff (const char *head, gsize length)
{
    g_autofree char *root = rhumb_xml_find_root (head, length);
    return g_strcmp0 (root, "dblp") == 0 || g_strcmp0 (root, "dblpperson") == 0 ? 95 : 0;
}

const RhumbFormat rhumb_format_dblp = {
    .name = "dblp",
    .summary = "DBLP XML, the bibliography of computer science",
    .sniff = sniff,
    .read = read_dblp,
    .abstracts_hint = "DBLP has none; look the papers up in OpenAlex by DOI",
};
