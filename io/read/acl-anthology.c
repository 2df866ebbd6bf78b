/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The ACL Anthology: every paper of computational linguistics, many with abstracts.
 *
 * Two shapes are read: collection/volume/paper, in which a volume's meta element says what all its
 * papers share (year, book, journal volume), and the older volume/paper, in which each paper says
 * all. Front matter is no paper. The venue of a journal's issue is the journal. Ids are those of
 * the Anthology ("P18-1001", "2020.acl-main.5"). Source: the Anthology's schema.rnc and its rules
 * for ids. Cost: linear; memory for one paper.
 */
#include "io/formats.h"

#include <string.h>

#include "graph/plural.h"
#include "io/read/xml-papers.h"
#include "io/scan/xml-root.h"
#include "io/scan/year.h"

#define SITE "https://aclanthology.org/"

/* What a volume gives to its papers. */
typedef struct {
    char *collection;
    char *volume;
    char *booktitle;
    char *venue;
    char *year;
    char *month;
    char *journal_volume;
    char *journal_issue;
    char *publisher;
    gboolean is_journal;
    guint64 n_front;
} Volume;

static const RhumbXmlField fields[] = {
    {"title", G_STRUCT_OFFSET (RhumbRecord, title)},
    {"abstract", G_STRUCT_OFFSET (RhumbRecord, abstract)},
    {"booktitle", G_STRUCT_OFFSET (RhumbRecord, venue)},
    {"journal", G_STRUCT_OFFSET (RhumbRecord, venue)},
    {"volume", G_STRUCT_OFFSET (RhumbRecord, volume)},
    {"journal-volume", G_STRUCT_OFFSET (RhumbRecord, volume)},
    {"issue", G_STRUCT_OFFSET (RhumbRecord, issue)},
    {"journal-issue", G_STRUCT_OFFSET (RhumbRecord, issue)},
    {"pages", G_STRUCT_OFFSET (RhumbRecord, pages)},
    {"doi", G_STRUCT_OFFSET (RhumbRecord, doi)},
    {"language", G_STRUCT_OFFSET (RhumbRecord, language)},
    {"isbn", G_STRUCT_OFFSET (RhumbRecord, issn)},
    {"issn", G_STRUCT_OFFSET (RhumbRecord, issn)},
    {"bibtype", G_STRUCT_OFFSET (RhumbRecord, type)},
    {NULL, 0},
};

static const char *const taken[] = {
    "title",   "abstract", "booktitle", "journal",        "author",        "editor",
    "year",    "month",    "url",       "volume",         "journal-issue", "pages",
    "doi",     "language", "issue",     "journal-volume", "isbn",          "issn",
    "bibtype", "bibkey",   NULL};

static void
keep (char **place, const RhumbXmlNode *meta, const char *name)
{
    g_free (*place);
    *place = g_strdup (rhumb_xml_find_text (meta, name));
}

/* The number behind one of some words, as "15" behind ", Volume "; it may be "3-4". */
static char *
find_number (const char *text, const char *const *words)
{
    for (; *words != NULL; words++) {
        const char *found = strstr (text, *words);
        const gsize length = found != NULL ? strspn (found + strlen (*words), "0123456789-") : 0;
        if (length > 0)
            return g_strndup (found + strlen (*words), length);
    }
    return NULL;
}

/* An issue of a journal is not a venue: "Computational Linguistics, Volume 15, Number 3, September
 * 1989" is one place with all others of the journal. */
static void
cut_issue (Volume *volume)
{
    static const char *const volumes[] = {", Volume ", ", Vol. ", NULL};
    static const char *const numbers[] = {", Number ", ", Numbers ", ", Issue ", ", No. ", NULL};
    const char *collection = volume->collection != NULL ? volume->collection : "";
    /* The journals of the years before volumes had a type. */
    volume->is_journal |=
        (collection[0] == 'J' || collection[0] == 'Q') && g_ascii_isdigit (collection[1]);
    if (!volume->is_journal || volume->booktitle == NULL)
        return;
    g_autofree char *number = find_number (volume->booktitle, volumes);
    g_autofree char *issue = find_number (volume->booktitle, numbers);
    if (number == NULL)
        return;
    if (volume->journal_volume == NULL)
        volume->journal_volume = g_steal_pointer (&number);
    if (volume->journal_issue == NULL)
        volume->journal_issue = g_steal_pointer (&issue);
    *strstr (volume->booktitle, ", Vol") = '\0';
}

static void
take_meta (Volume *volume, const RhumbXmlNode *meta)
{
    keep (&volume->booktitle, meta, "booktitle");
    keep (&volume->venue, meta, "venue");
    keep (&volume->year, meta, "year");
    keep (&volume->month, meta, "month");
    keep (&volume->journal_volume, meta, "journal-volume");
    keep (&volume->journal_issue, meta, "journal-issue");
    keep (&volume->publisher, meta, "publisher");
    const char *journal = rhumb_xml_find_text (meta, "journal-title");
    volume->is_journal |= journal != NULL;
    if (journal != NULL)
        keep (&volume->booktitle, meta, "journal-title");
    cut_issue (volume);
}

static void
clear_volume (Volume *volume)
{
    char **const texts[] = {&volume->booktitle,      &volume->venue,         &volume->year,
                            &volume->month,          &volume->journal_issue, &volume->publisher,
                            &volume->journal_volume, &volume->volume};
    for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
        g_clear_pointer (texts[i], g_free);
}

/* Ids before 2020 end in four digits: the volume's, then the paper's. Workshops and the like have
 * two of each, the others one and three. */
static const char *
make_id (const Volume *volume, const RhumbXmlNode *paper)
{
    const char *number = rhumb_xml_get_attribute (paper, "id");
    const char *collection = volume->collection;
    if (number == NULL || collection == NULL)
        return NULL;
    if (strlen (number) > 3 || volume->volume == NULL)
        return rhumb_xml_keep (paper, "%s-%s", collection, number);
    if (strchr (collection, '.') != NULL)
        return rhumb_xml_keep (paper, "%s-%s.%s", collection, volume->volume, number);
    const guint64 v = g_ascii_strtoull (volume->volume, NULL, 10);
    const guint64 n = g_ascii_strtoull (number, NULL, 10);
    const gboolean two = collection[0] == 'W' || strcmp (collection, "C69") == 0 ||
                         (strcmp (collection, "D19") == 0 && v >= 5);
    return two ? rhumb_xml_keep (paper, "%s-%02u%02u", collection, (guint)v, (guint)n)
               : rhumb_xml_keep (paper, "%s-%u%03u", collection, (guint)v, (guint)n);
}

/* A link inside the Anthology is the id itself. */
static void
take_link (RhumbXmlPapers *papers, const Volume *volume, const RhumbXmlNode *paper)
{
    const char *url = rhumb_xml_find_text (paper, "url");
    const gboolean is_id = url != NULL && strstr (url, "://") == NULL;
    const char *id = is_id ? url : make_id (volume, paper);
    rhumb_xml_papers_add_id (papers, paper, "acl", id);
    if (url != NULL)
        papers->record->url = is_id ? rhumb_xml_keep (paper, SITE "%s", url) : url;
}

static const char *
get_name (const RhumbXmlNode *person)
{
    const char *family = rhumb_xml_find_text (person, "last");
    const char *given = rhumb_xml_find_text (person, "first");
    return family != NULL || given != NULL ? rhumb_xml_name (person, family, given)
                                           : rhumb_xml_get_text (person);
}

static void
take_people (RhumbXmlPapers *papers, const RhumbXmlNode *paper)
{
    for (const RhumbXmlNode *person = rhumb_xml_first (paper, "author"); person != NULL;
         person = rhumb_xml_next (person, "author")) {
        const char *id = rhumb_xml_get_attribute (person, "id");
        rhumb_xml_papers_add_author (papers, get_name (person),
                                     rhumb_xml_get_attribute (person, "orcid"),
                                     id != NULL ? rhumb_xml_keep (person, "acl:%s", id) : NULL);
        rhumb_xml_papers_add_to_list (papers, "affiliations",
                                      rhumb_xml_find_text (person, "affiliation"));
    }
    for (const RhumbXmlNode *person = rhumb_xml_first (paper, "editor"); person != NULL;
         person = rhumb_xml_next (person, "editor"))
        rhumb_xml_papers_add_to_list (papers, "editors", get_name (person));
}

static void
take_date (RhumbRecord *record, const Volume *volume, const RhumbXmlNode *paper)
{
    const char *year = rhumb_xml_find_text (paper, "year");
    const char *month = rhumb_xml_find_text (paper, "month");
    month = month != NULL || year != NULL ? month : volume->month;
    year = year != NULL ? year : volume->year;
    record->year = year != NULL ? rhumb_year_find (year) : 0;
    if (year != NULL && month != NULL)
        record->date = rhumb_xml_keep (paper, "%s %s", year, month);
}

static void
inherit (RhumbXmlPapers *papers, const Volume *volume)
{
    RhumbRecord *record = papers->record;
    record->venue = record->venue != NULL ? record->venue : volume->booktitle;
    record->venue_short = volume->venue;
    record->volume = record->volume != NULL ? record->volume : volume->journal_volume;
    record->issue = record->issue != NULL ? record->issue : volume->journal_issue;
    if (record->type == NULL && volume->collection != NULL)
        record->type = volume->is_journal ? "article" : "inproceedings";
    rhumb_xml_papers_add_extra (papers, "publisher", volume->publisher);
}

static gboolean
take_paper (RhumbXmlPapers *papers, const RhumbXmlNode *paper, GError **error)
{
    const Volume *volume = papers->state;
    rhumb_xml_papers_begin (papers, paper);
    rhumb_xml_papers_fill (papers, paper, fields);
    take_link (papers, volume, paper);
    take_people (papers, paper);
    take_date (papers->record, volume, paper);
    rhumb_xml_papers_add_extra (papers, "bibkey", rhumb_xml_find_text (paper, "bibkey"));
    for (const RhumbXmlNode *field = rhumb_xml_first (paper, NULL); field != NULL;
         field = rhumb_xml_next (field, NULL))
        if (!rhumb_xml_is_one_of (field, taken))
            rhumb_xml_papers_add_extra (papers, field->name, rhumb_xml_get_text (field));
    inherit (papers, volume);
    if (!rhumb_xml_papers_take_year (papers, rhumb_xml_first (paper, "year"), error))
        return FALSE;
    return rhumb_xml_papers_add (papers, error);
}

static gboolean
take (gpointer reader, const RhumbXmlNode *element, GError **error)
{
    RhumbXmlPapers *papers = reader;
    if (rhumb_xml_is (element, "paper"))
        return take_paper (papers, element, error);
    take_meta (papers->state, element);
    return TRUE;
}

/* In the older shape the volume's id is the collection's. */
static void
begin_volume (Volume *volume, const RhumbXmlNode *element)
{
    const char *id = rhumb_xml_get_attribute (element, "id");
    const char *type = rhumb_xml_get_attribute (element, "type");
    clear_volume (volume);
    volume->is_journal = g_strcmp0 (type, "journal") == 0;
    if (volume->collection != NULL)
        volume->volume = g_strdup (id);
    else
        volume->collection = g_strdup (id);
}

static RhumbXmlWish
begin (gpointer reader, const RhumbXmlNode *element, GError **error)
{
    RhumbXmlPapers *papers = reader;
    Volume *volume = papers->state;
    if (rhumb_xml_is (element, "paper") || rhumb_xml_is (element, "meta"))
        return RHUMB_XML_TAKE;
    if (rhumb_xml_is (element, "volume")) {
        begin_volume (volume, element);
        return RHUMB_XML_ENTER;
    }
    if (rhumb_xml_is (element, "collection")) {
        g_free (volume->collection);
        volume->collection = g_strdup (rhumb_xml_get_attribute (element, "id"));
        return RHUMB_XML_ENTER;
    }
    if (rhumb_xml_is (element, "frontmatter")) {
        volume->n_front++;
        return RHUMB_XML_SKIP;
    }
    return rhumb_xml_papers_tell (papers, element, "no paper; left out", error) ? RHUMB_XML_SKIP
                                                                                : RHUMB_XML_STOP;
}

static gboolean
read_acl (RhumbInput *input, RhumbCorpusBuilder *builder, GError **error)
{
    static const RhumbXmlHandler handler = {begin, take, NULL};
    Volume volume = {0};
    const gboolean read = rhumb_xml_papers_read (input, &handler, &volume, builder, error);
    clear_volume (&volume);
    g_free (volume.collection);
    if (!read || volume.n_front == 0)
        return read;
    g_autofree char *found =
        g_strdup_printf ("%" G_GUINT64_FORMAT " %s <frontmatter>", volume.n_front,
                         rhumb_plural (volume.n_front, "element", "elements"));
    return rhumb_corpus_builder_report (builder, RHUMB_EVENT_NOTE, 0, found,
                                        "front matter of volumes, no papers; left out", error);
}

/* MARC has collections too, but no volumes in them. */
static guint
sniff (const char *head, gsize length)
{
    g_autofree char *root = rhumb_xml_find_root (head, length);
    if (g_strcmp0 (root, "collection") == 0)
        return rhumb_xml_head_has (head, length, "<volume ") ? 92 : 0;
    return g_strcmp0 (root, "volume") == 0 && rhumb_xml_head_has (head, length, "<paper ") ? 92 : 0;
}

const RhumbFormat rhumb_format_acl_anthology = {
    .name = "acl-anthology",
    .summary = "XML of the ACL Anthology, papers of computational linguistics",
    .sniff = sniff,
    .read = read_acl,
};
