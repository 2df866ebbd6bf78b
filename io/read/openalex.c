/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Works of OpenAlex: pages of the API, lists, and the snapshot with one work a line.
 *
 * The abstract comes as an inverted index, word → positions; the words are put in their places.
 * References are ids of works; those that OpenAlex has merged or deleted since lead nowhere. The
 * fields listed in docs/formats.md are kept; what repeats them or is about places of publication
 * (locations, counts_by_year, …) is left out, because a snapshot of millions would not fit.
 * Source: https://docs.openalex.org/api-entities/works/work-object. Cost: linear.
 */
#include "io/formats.h"

#include <string.h>

#include "io/read/json-records.h"
#include "io/scan/year.h"

/* Positions beyond this are no abstract; a hostile one must not claim memory. */
#define MOST_POSITIONS 1000000

typedef gboolean (*Take) (RhumbJsonReader *reader, RhumbJson value, GError **error);

typedef struct {
    const char *name;
    Take take;
} Member;

static const char *
get_id (RhumbJson value)
{
    const char *link = rhumb_json_get_text (value);
    return link != NULL ? rhumb_json_last_part (link) : NULL;
}

static gboolean
take_id (RhumbJsonReader *reader, RhumbJson value, GError **error G_GNUC_UNUSED)
{
    const char *id = get_id (value);
    if (id != NULL)
        g_ptr_array_add (reader->record->ids, (gpointer)id);
    return TRUE;
}

static gboolean
take_title (RhumbJsonReader *reader, RhumbJson value, GError **error G_GNUC_UNUSED)
{
    if (reader->record->title == NULL)
        reader->record->title = rhumb_json_get_text (value);
    return TRUE;
}

static gboolean
take_doi (RhumbJsonReader *reader, RhumbJson value, GError **error G_GNUC_UNUSED)
{
    reader->record->doi = rhumb_json_get_text (value);
    return TRUE;
}

static gboolean
take_ids (RhumbJsonReader *reader, RhumbJson value, GError **error G_GNUC_UNUSED)
{
    const char *pmid = get_id (rhumb_json_find (value, "pmid"));
    const char *pmcid = get_id (rhumb_json_find (value, "pmcid"));
    if (pmid != NULL)
        g_ptr_array_add (reader->record->ids, (gpointer)rhumb_json_keep (reader, "pmid:", pmid));
    if (pmcid != NULL)
        g_ptr_array_add (reader->record->ids, (gpointer)rhumb_json_keep (reader, "pmcid:", pmcid));
    rhumb_json_keep_id (reader, "mag:", rhumb_json_find (value, "mag"));
    return TRUE;
}

static gboolean
take_year (RhumbJsonReader *reader, RhumbJson value, GError **error)
{
    const gint64 year = rhumb_json_get_integer (value, 0);
    if (year >= 1000 && year <= 2999) {
        reader->record->year = (int)year;
        return TRUE;
    }
    if (rhumb_json_get_type (value) == RHUMB_JSON_NULL)
        return TRUE;
    g_autofree char *found = g_strdup_printf ("publication_year is %" G_GINT64_FORMAT, year);
    return rhumb_corpus_builder_report (reader->builder, RHUMB_EVENT_FIELD_DROPPED, reader->line,
                                        found, "expected a year from 1000 to 2999", error);
}

static gboolean
take_date (RhumbJsonReader *reader, RhumbJson value, GError **error G_GNUC_UNUSED)
{
    reader->record->date = rhumb_json_get_text (value);
    return TRUE;
}

static gboolean
take_language (RhumbJsonReader *reader, RhumbJson value, GError **error G_GNUC_UNUSED)
{
    reader->record->language = rhumb_json_get_text (value);
    return TRUE;
}

static gboolean
take_type (RhumbJsonReader *reader, RhumbJson value, GError **error G_GNUC_UNUSED)
{
    reader->record->type = rhumb_json_get_text (value);
    return TRUE;
}

static gboolean
take_location (RhumbJsonReader *reader, RhumbJson value, GError **error G_GNUC_UNUSED)
{
    const RhumbJson source = rhumb_json_find (value, "source");
    reader->record->venue = rhumb_json_get_text (rhumb_json_find (source, "display_name"));
    reader->record->issn = rhumb_json_get_text (rhumb_json_find (source, "issn_l"));
    reader->record->url = rhumb_json_get_text (rhumb_json_find (value, "landing_page_url"));
    return TRUE;
}

static gboolean
take_biblio (RhumbJsonReader *reader, RhumbJson value, GError **error G_GNUC_UNUSED)
{
    RhumbRecord *record = reader->record;
    const char *first = rhumb_json_get_text (rhumb_json_find (value, "first_page"));
    const char *last = rhumb_json_get_text (rhumb_json_find (value, "last_page"));
    record->volume = rhumb_json_get_text (rhumb_json_find (value, "volume"));
    record->issue = rhumb_json_get_text (rhumb_json_find (value, "issue"));
    record->pages = first != NULL ? first : last;
    if (first != NULL && last != NULL && strcmp (first, last) != 0) {
        g_autofree char *end = g_strconcat ("-", last, NULL);
        record->pages = rhumb_json_keep (reader, first, end);
    }
    return TRUE;
}

/* Adds the texts of a list, or a member of each of its objects, that are not there yet. */
static void
add_new_texts (GPtrArray *to, RhumbJson list, const char *member)
{
    RhumbJsonIter iter;
    rhumb_json_iter_init (&iter, list);
    for (RhumbJson item; rhumb_json_iter_next (&iter, NULL, &item);) {
        const char *text =
            rhumb_json_get_text (member != NULL ? rhumb_json_find (item, member) : item);
        guint i = 0;
        while (text != NULL && i < to->len && strcmp (to->pdata[i], text) != 0)
            i++;
        if (text != NULL && i == to->len)
            g_ptr_array_add (to, (gpointer)text);
    }
}

/* Lists of the API end at so many authors; a work asked for by its id has all of them. */
#define MOST_LISTED 100

/* Tells of authors that are likely missing, and of those that likely belong to cited works: many,
 * most of them known by no id. */
static gboolean
check_authors (RhumbJsonReader *reader, GError **error)
{
    const GPtrArray *ids = reader->record->author_ids;
    guint n_known = 0;
    for (guint i = 0; i < ids->len; i++)
        n_known += ids->pdata[i] != NULL;
    if (ids->len == MOST_LISTED)
        return rhumb_corpus_builder_report (
            reader->builder, RHUMB_EVENT_NOTE, reader->line, "100 authors",
            "lists of the API end there: ask for the work by its id to have all", error);
    if (ids->len < 10 || 5 * n_known >= 3 * ids->len)
        return TRUE;
    g_autofree char *found = g_strdup_printf ("%u authors, %u with an id", ids->len, n_known);
    return rhumb_corpus_builder_report (reader->builder, RHUMB_EVENT_NOTE, reader->line, found,
                                        "authors of cited works may be among them", error);
}

static gboolean
take_authorships (RhumbJsonReader *reader, RhumbJson value, GError **error)
{
    RhumbRecord *record = reader->record;
    g_autoptr (GPtrArray) institutions = g_ptr_array_new ();
    g_autoptr (GPtrArray) countries = g_ptr_array_new ();
    RhumbJsonIter iter;
    rhumb_json_iter_init (&iter, value);
    for (RhumbJson item; rhumb_json_iter_next (&iter, NULL, &item);) {
        const RhumbJson author = rhumb_json_find (item, "author");
        const char *name = rhumb_json_get_text (rhumb_json_find (author, "display_name"));
        const char *id = get_id (rhumb_json_find (author, "id"));
        if (name == NULL)
            name = rhumb_json_get_text (rhumb_json_find (item, "raw_author_name"));
        if (name == NULL)
            continue;
        g_ptr_array_add (record->author_names, (gpointer)name);
        g_ptr_array_add (record->author_orcids,
                         (gpointer)rhumb_json_get_text (rhumb_json_find (author, "orcid")));
        g_ptr_array_add (record->author_ids,
                         id != NULL ? (gpointer)rhumb_json_keep (reader, "openalex:", id) : NULL);
        add_new_texts (institutions, rhumb_json_find (item, "institutions"), "display_name");
        add_new_texts (countries, rhumb_json_find (item, "countries"), NULL);
    }
    rhumb_extra_add_texts (reader->extra, "institutions", (const char *const *)institutions->pdata,
                           institutions->len);
    rhumb_extra_add_texts (reader->extra, "countries", (const char *const *)countries->pdata,
                           countries->len);
    return check_authors (reader, error);
}

static gboolean
take_keywords (RhumbJsonReader *reader, RhumbJson value, GError **error G_GNUC_UNUSED)
{
    rhumb_json_add_texts (reader->record->keywords, value, "display_name");
    return TRUE;
}

static gboolean
take_references (RhumbJsonReader *reader, RhumbJson value, GError **error G_GNUC_UNUSED)
{
    RhumbJsonIter iter;
    rhumb_json_iter_init (&iter, value);
    for (RhumbJson item; rhumb_json_iter_next (&iter, NULL, &item);) {
        const char *id = get_id (item);
        if (id != NULL)
            g_ptr_array_add (reader->record->references, (gpointer)id);
    }
    return TRUE;
}

static gboolean
take_reference_count (RhumbJsonReader *reader, RhumbJson value, GError **error G_GNUC_UNUSED)
{
    reader->record->n_references_reported = rhumb_json_get_count (value);
    return TRUE;
}

static gboolean
take_cited_by (RhumbJsonReader *reader, RhumbJson value, GError **error G_GNUC_UNUSED)
{
    reader->record->n_cited_reported = rhumb_json_get_count (value);
    return TRUE;
}

static gboolean
take_abstract (RhumbJsonReader *reader, RhumbJson value, GError **error)
{
    GString *text = reader->scratch;
    const guint n_bad = rhumb_json_join_words (value, MOST_POSITIONS, reader->words, text);
    if (text->len > 0)
        reader->record->abstract =
            g_string_chunk_insert_len (reader->strings, text->str, (gssize)text->len - 1);
    return n_bad == 0 || rhumb_corpus_builder_report (
                             reader->builder, RHUMB_EVENT_FIELD_DROPPED, reader->line,
                             "words of the abstract without a place",
                             "expected positions from 0 to 999999, and less than 16 MiB", error);
}

static gboolean
take_topic (RhumbJsonReader *reader, RhumbJson value, GError **error G_GNUC_UNUSED)
{
    static const char *const levels[] = {"subfield", "field", "domain"};
    const RhumbJson name = rhumb_json_find (value, "display_name");
    if (rhumb_json_get_text (name) == NULL)
        return TRUE;
    rhumb_extra_add_text (reader->extra, "primary_topic", rhumb_json_get_text (name));
    for (gsize i = 0; i < G_N_ELEMENTS (levels); i++)
        rhumb_extra_add_text (reader->extra, levels[i],
                              rhumb_json_get_text (rhumb_json_find (
                                  rhumb_json_find (value, levels[i]), "display_name")));
    return TRUE;
}

static gboolean
take_topics (RhumbJsonReader *reader, RhumbJson value, GError **error G_GNUC_UNUSED)
{
    rhumb_json_extra_names (reader, "topics", value, "display_name");
    return TRUE;
}

static gboolean
take_concepts (RhumbJsonReader *reader, RhumbJson value, GError **error G_GNUC_UNUSED)
{
    rhumb_json_extra_names (reader, "concepts", value, "display_name");
    return TRUE;
}

static gboolean
take_mesh (RhumbJsonReader *reader, RhumbJson value, GError **error G_GNUC_UNUSED)
{
    rhumb_json_extra_names (reader, "mesh_terms", value, "descriptor_name");
    return TRUE;
}

static gboolean
take_impact (RhumbJsonReader *reader, RhumbJson value, GError **error G_GNUC_UNUSED)
{
    rhumb_json_extra_value (reader, "fwci", value);
    return TRUE;
}

/* Only what is true is worth a field. */
static gboolean
take_retracted (RhumbJsonReader *reader, RhumbJson value, GError **error G_GNUC_UNUSED)
{
    if (rhumb_json_get_flag (value))
        rhumb_extra_add_json (reader->extra, "is_retracted", "true", strlen ("true"));
    return TRUE;
}

static gboolean
take_paratext (RhumbJsonReader *reader, RhumbJson value, GError **error G_GNUC_UNUSED)
{
    if (rhumb_json_get_flag (value))
        rhumb_extra_add_json (reader->extra, "is_paratext", "true", strlen ("true"));
    return TRUE;
}

/* In the order in which works have them. */
static const Member members[] = {
    {"id", take_id},
    {"doi", take_doi},
    {"title", take_title},
    {"display_name", take_title},
    {"publication_year", take_year},
    {"publication_date", take_date},
    {"ids", take_ids},
    {"language", take_language},
    {"primary_location", take_location},
    {"type", take_type},
    {"authorships", take_authorships},
    {"fwci", take_impact},
    {"cited_by_count", take_cited_by},
    {"biblio", take_biblio},
    {"is_retracted", take_retracted},
    {"is_paratext", take_paratext},
    {"primary_topic", take_topic},
    {"topics", take_topics},
    {"keywords", take_keywords},
    {"concepts", take_concepts},
    {"mesh", take_mesh},
    {"referenced_works_count", take_reference_count},
    {"referenced_works", take_references},
    {"abstract_inverted_index", take_abstract},
};

static gboolean
take_work (RhumbJsonReader *reader, RhumbJson work, GError **error)
{
    RhumbJsonIter iter;
    const char *name;
    gsize next = 0;
    rhumb_json_begin_record (reader);
    rhumb_json_iter_init (&iter, work);
    for (RhumbJson value; rhumb_json_iter_next (&iter, &name, &value);) {
        /* Members come in the same order again and again: the search begins behind the last. */
        for (gsize i = 0; i < G_N_ELEMENTS (members); i++) {
            const gsize k = (next + i) % G_N_ELEMENTS (members);
            if (name[0] != members[k].name[0] || strcmp (name, members[k].name) != 0)
                continue;
            if (!members[k].take (reader, value, error))
                return FALSE;
            next = k + 1;
            break;
        }
    }
    if (reader->record->year == 0 && reader->record->date != NULL)
        reader->record->year = rhumb_year_find (reader->record->date);
    return rhumb_json_add_record (reader, error);
}

static gboolean
read_openalex (RhumbInput *input, RhumbCorpusBuilder *builder, GError **error)
{
    return rhumb_json_read_records (input, builder, take_work, error);
}

static guint
sniff (const char *head, gsize length)
{
    static const char *const works[] = {"authorships", "publication_year", NULL};
    static const char *const few[] = {"abstract_inverted_index", "id", NULL};
    static const char *const page[] = {"meta", "results", "referenced_works", NULL};
    if (rhumb_json_shows (head, length, works) || rhumb_json_shows (head, length, page))
        return 96;
    return rhumb_json_shows (head, length, few) ? 94 : 0;
}

static const char *const suffixes[] = {NULL};

const RhumbFormat rhumb_format_openalex = {
    .name = "openalex",
    .suffixes = suffixes,
    .summary = "OpenAlex works, JSON of the API or JSON Lines of the snapshot",
    .sniff = sniff,
    .read = read_openalex,
    .abstracts_hint = "ask for abstract_inverted_index in the field select",
    .references_hint = "ask for referenced_works in the field select",
};
