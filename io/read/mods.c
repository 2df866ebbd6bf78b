/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * MODS: the form in which libraries and repositories describe what they hold.
 *
 * A name without a role is taken as an author's. What the work is part of is a related item of
 * type "host" and becomes the venue; years of life after a name are no part of it.
 * Source: the Library of Congress's schema, versions 3.0 to 3.8. Cost: linear; memory for one
 * record.
 */
#include "io/formats.h"

#include <string.h>

#include "io/read/xml-papers.h"
#include "io/scan/xml-root.h"

static const RhumbXmlField fields[] = {
    {"abstract", G_STRUCT_OFFSET (RhumbRecord, abstract)},
    {"genre", G_STRUCT_OFFSET (RhumbRecord, type)},
    {"typeOfResource", G_STRUCT_OFFSET (RhumbRecord, type)},
    {NULL, 0},
};

static const struct {
    const char *path;
    const char *name;
} extras[] = {
    {"originInfo/publisher", "publisher"}, {"originInfo/place/placeTerm", "place"},
    {"originInfo/edition", "edition"},     {"note", "note"},
    {"tableOfContents", "contents"},       {"classification", "classification"},
    {"accessCondition", "rights"},         {"location/physicalLocation", "location"},
    {"location/shelfLocator", "shelf"},    {"recordInfo/recordIdentifier", "record"},
};

/* Elements that are taken, and those that describe the carrier or the record. */
static const char *const taken[] = {"titleInfo",
                                    "name",
                                    "genre",
                                    "typeOfResource",
                                    "originInfo",
                                    "language",
                                    "abstract",
                                    "subject",
                                    "note",
                                    "relatedItem",
                                    "identifier",
                                    "location",
                                    "part",
                                    "classification",
                                    "recordInfo",
                                    "physicalDescription",
                                    "tableOfContents",
                                    "accessCondition",
                                    "targetAudience",
                                    "extension",
                                    NULL};

static const char *
join (const RhumbXmlNode *node, const char *a, const char *between, const char *b)
{
    if (a == NULL || b == NULL)
        return a != NULL ? a : b;
    return rhumb_xml_keep (node, "%s%s%s", a, between, b);
}

static const char *
get_title (const RhumbXmlNode *info)
{
    const char *article = rhumb_xml_find_text (info, "nonSort");
    const gboolean elided = article != NULL && g_str_has_suffix (article, "'");
    const char *title =
        join (info, article, elided ? "" : " ", rhumb_xml_find_text (info, "title"));
    title = join (info, title, ": ", rhumb_xml_find_text (info, "subTitle"));
    title = join (info, title, ". ", rhumb_xml_find_text (info, "partNumber"));
    return join (info, title, ". ", rhumb_xml_find_text (info, "partName"));
}

static gboolean
has_type (const RhumbXmlNode *node, const char *type)
{
    return g_strcmp0 (rhumb_xml_get_attribute (node, "type"), type) == 0;
}

/* The first of a name and type; a type of NULL is none. */
static const RhumbXmlNode *
find_typed (const RhumbXmlNode *node, const char *name, const char *type)
{
    for (const RhumbXmlNode *child = rhumb_xml_first (node, name); child != NULL;
         child = rhumb_xml_next (child, name))
        if (has_type (child, type))
            return child;
    return NULL;
}

static const char *
find_title (const RhumbXmlNode *node)
{
    const RhumbXmlNode *info = find_typed (node, "titleInfo", NULL);
    info = info != NULL ? info : rhumb_xml_first (node, "titleInfo");
    return info != NULL ? get_title (info) : NULL;
}

/* Takes " [1848-1914]" and ", 1848-1914" off the end of a name. */
static const char *
take_years_off (const RhumbXmlNode *node, const char *name)
{
    if (name == NULL)
        return NULL;
    gsize length = strlen (name);
    const char *bracket = strrchr (name, '[');
    if (bracket != NULL && name[length - 1] == ']')
        length = (gsize)(bracket - name);
    const char *comma = strrchr (name, ',');
    if (comma != NULL && strspn (comma, ", 0123456789-?.") == strlen (comma))
        length = (gsize)(comma - name);
    while (length > 0 && strchr (" ,", name[length - 1]) != NULL)
        length--;
    return length == strlen (name) ? name : rhumb_xml_keep (node, "%.*s", (int)length, name);
}

static const char *
get_name (const RhumbXmlNode *name)
{
    const char *family = rhumb_xml_get_text (find_typed (name, "namePart", "family"));
    const char *given = NULL;
    const char *whole = NULL;
    for (const RhumbXmlNode *part = rhumb_xml_first (name, "namePart"); part != NULL;
         part = rhumb_xml_next (part, "namePart")) {
        if (has_type (part, "given"))
            given = join (part, given, " ", rhumb_xml_get_text (part));
        else if (has_type (part, NULL))
            whole = join (part, whole, ", ", rhumb_xml_get_text (part));
    }
    if (family != NULL || given != NULL)
        return rhumb_xml_name (name, family, given);
    whole = take_years_off (name, whole);
    return whole != NULL ? whole : rhumb_xml_find_text (name, "displayForm");
}

static gboolean
is_author (const RhumbXmlNode *name, const char **other_role)
{
    static const char *const authors[] = {"aut", "author", "cre", "creator", "dis", NULL};
    const RhumbXmlNode *role = rhumb_xml_first (name, "role");
    *other_role = NULL;
    for (; role != NULL; role = rhumb_xml_next (role, "role"))
        for (const RhumbXmlNode *term = rhumb_xml_first (role, NULL); term != NULL;
             term = rhumb_xml_next (term, NULL)) {
            const char *text = rhumb_xml_get_text (term);
            g_autofree char *lower = text != NULL ? g_ascii_strdown (text, -1) : NULL;
            if (lower != NULL && g_strv_contains (authors, lower))
                return TRUE;
            *other_role = text != NULL ? text : *other_role;
        }
    return *other_role == NULL;
}

static void
take_people (RhumbXmlPapers *papers, const RhumbXmlNode *mods)
{
    for (const RhumbXmlNode *name = rhumb_xml_first (mods, "name"); name != NULL;
         name = rhumb_xml_next (name, "name")) {
        const char *role;
        if (is_author (name, &role))
            rhumb_xml_papers_add_author (
                papers, get_name (name),
                rhumb_xml_get_text (find_typed (name, "nameIdentifier", "orcid")), NULL);
        else
            rhumb_xml_papers_add_to_list (papers, role, get_name (name));
    }
}

static gboolean
take_date (RhumbXmlPapers *papers, const RhumbXmlNode *node, GError **error)
{
    static const char *const paths[] = {"originInfo/dateIssued", "originInfo/copyrightDate",
                                        "part/date", "originInfo/dateCreated",
                                        "originInfo/dateOther"};
    for (gsize i = 0; i < G_N_ELEMENTS (paths) && papers->record->year == 0; i++) {
        const char *date = rhumb_xml_find_text (node, paths[i]);
        if (!rhumb_xml_papers_take_year (papers, rhumb_xml_find (node, paths[i]), error))
            return FALSE;
        if (papers->record->year != 0 && strlen (date) > 4)
            papers->record->date = date;
    }
    return TRUE;
}

static void
take_subjects (RhumbXmlPapers *papers, const RhumbXmlNode *mods)
{
    for (const RhumbXmlNode *subject = rhumb_xml_first (mods, "subject"); subject != NULL;
         subject = rhumb_xml_next (subject, "subject"))
        for (const RhumbXmlNode *part = rhumb_xml_first (subject, NULL); part != NULL;
             part = rhumb_xml_next (part, NULL)) {
            const char *text = rhumb_xml_get_text (part);
            if (text != NULL && rhumb_xml_is (part, "topic"))
                g_ptr_array_add (papers->record->keywords, (gpointer)text);
            else
                rhumb_xml_papers_add_to_list (papers, "subjects", text);
        }
}

static void
take_identifiers (RhumbXmlPapers *papers, const RhumbXmlNode *node)
{
    RhumbRecord *record = papers->record;
    for (const RhumbXmlNode *id = rhumb_xml_first (node, "identifier"); id != NULL;
         id = rhumb_xml_next (id, "identifier")) {
        const char *text = rhumb_xml_get_text (id);
        if (has_type (id, "doi") && record->doi == NULL)
            record->doi = text;
        else if ((has_type (id, "issn") || has_type (id, "isbn")) && record->issn == NULL)
            record->issn = text;
        else if (has_type (id, "pmid") || has_type (id, "pubmed"))
            rhumb_xml_papers_add_id (papers, id, "pmid", text);
        else if (has_type (id, "arxiv"))
            rhumb_xml_papers_add_id (papers, id, "arxiv", text);
        else if (has_type (id, "uri") && record->url == NULL)
            record->url = text;
        else
            rhumb_xml_papers_add_to_list (papers, "identifiers", text);
    }
}

static void
take_link (RhumbXmlPapers *papers, const RhumbXmlNode *mods)
{
    const char *first = NULL;
    for (const RhumbXmlNode *place = rhumb_xml_first (mods, "location"); place != NULL;
         place = rhumb_xml_next (place, "location"))
        for (const RhumbXmlNode *url = rhumb_xml_first (place, "url"); url != NULL;
             url = rhumb_xml_next (url, "url")) {
            const char *usage = rhumb_xml_get_attribute (url, "usage");
            if (first == NULL || (usage != NULL && g_str_has_prefix (usage, "primary")))
                first = rhumb_xml_get_text (url);
        }
    papers->record->url = first != NULL ? first : papers->record->url;
}

static void
take_part (RhumbRecord *record, const RhumbXmlNode *part)
{
    const char *volume = rhumb_xml_find_text (find_typed (part, "detail", "volume"), "number");
    const char *issue = rhumb_xml_find_text (find_typed (part, "detail", "issue"), "number");
    issue = issue != NULL ? issue
                          : rhumb_xml_find_text (find_typed (part, "detail", "number"), "number");
    record->volume = record->volume != NULL ? record->volume : volume;
    record->issue = record->issue != NULL ? record->issue : issue;
    const RhumbXmlNode *extent = rhumb_xml_first (part, "extent");
    const char *start = rhumb_xml_find_text (extent, "start");
    if (record->pages == NULL && start != NULL)
        record->pages = join (extent, start, "-", rhumb_xml_find_text (extent, "end"));
    if (record->pages == NULL)
        record->pages = rhumb_xml_find_text (extent, "list");
}

static gboolean
take_related (RhumbXmlPapers *papers, const RhumbXmlNode *mods, GError **error)
{
    RhumbRecord *record = papers->record;
    for (const RhumbXmlNode *item = rhumb_xml_first (mods, "relatedItem"); item != NULL;
         item = rhumb_xml_next (item, "relatedItem")) {
        const char *title = find_title (item);
        if (has_type (item, "references")) {
            const char *doi = rhumb_xml_get_text (find_typed (item, "identifier", "doi"));
            title = join (item, title, ", DOI ", doi);
            if (title != NULL)
                g_ptr_array_add (record->references, (gpointer)title);
            continue;
        }
        if (!has_type (item, "host")) {
            rhumb_xml_papers_add_to_list (papers, has_type (item, "series") ? "series" : "related",
                                          title);
            continue;
        }
        const RhumbXmlNode *abbreviated = find_typed (item, "titleInfo", "abbreviated");
        record->venue = record->venue != NULL ? record->venue : title;
        record->venue_short = rhumb_xml_find_text (abbreviated, "title");
        const char *own_doi = g_steal_pointer (&record->doi);
        take_identifiers (papers, item);
        rhumb_xml_papers_add_extra (papers, "host_doi", record->doi);
        record->doi = own_doi;
        take_part (record, rhumb_xml_first (item, "part"));
        if (!take_date (papers, item, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
tell_others (RhumbXmlPapers *papers, const RhumbXmlNode *mods, GError **error)
{
    for (const RhumbXmlNode *field = rhumb_xml_first (mods, NULL); field != NULL;
         field = rhumb_xml_next (field, NULL))
        if (!rhumb_xml_is_one_of (field, taken) &&
            !rhumb_xml_papers_tell (papers, field, "no element of MODS; left out", error))
            return FALSE;
    return TRUE;
}

static gboolean
take (gpointer reader, const RhumbXmlNode *mods, GError **error)
{
    RhumbXmlPapers *papers = reader;
    RhumbRecord *record = papers->record;
    rhumb_xml_papers_begin (papers, mods);
    rhumb_xml_papers_fill (papers, mods, fields);
    record->title = find_title (mods);
    const RhumbXmlNode *language = rhumb_xml_first (mods, "language");
    const RhumbXmlNode *code = find_typed (language, "languageTerm", "code");
    record->language =
        code != NULL ? rhumb_xml_get_text (code) : rhumb_xml_find_text (language, "languageTerm");
    take_people (papers, mods);
    take_subjects (papers, mods);
    take_identifiers (papers, mods);
    take_link (papers, mods);
    take_part (record, rhumb_xml_first (mods, "part"));
    for (gsize i = 0; i < G_N_ELEMENTS (extras); i++)
        rhumb_xml_papers_add_extra (papers, extras[i].name,
                                    rhumb_xml_find_text (mods, extras[i].path));
    return take_date (papers, mods, error) && take_related (papers, mods, error) &&
           tell_others (papers, mods, error) && rhumb_xml_papers_add (papers, error);
}

static RhumbXmlWish
begin (gpointer reader, const RhumbXmlNode *element, GError **error)
{
    if (rhumb_xml_is (element, "mods"))
        return RHUMB_XML_TAKE;
    if (rhumb_xml_is (element, "modsCollection"))
        return RHUMB_XML_ENTER;
    return rhumb_xml_papers_tell (reader, element, "no record; left out", error) ? RHUMB_XML_SKIP
                                                                                 : RHUMB_XML_STOP;
}

static gboolean
read_mods (RhumbInput *input, RhumbCorpusBuilder *builder, GError **error)
{
    static const RhumbXmlHandler handler = {begin, take, NULL};
    return rhumb_xml_papers_read (input, &handler, NULL, builder, error);
}

static guint
sniff (const char *head, gsize length)
{
    g_autofree char *root = rhumb_xml_find_root (head, length);
    return g_strcmp0 (root, "mods") == 0 || g_strcmp0 (root, "modsCollection") == 0 ? 95 : 0;
}

const RhumbFormat rhumb_format_mods = {
    .name = "mods",
    .summary = "MODS, records of libraries and repositories",
    .sniff = sniff,
    .read = read_mods,
};
