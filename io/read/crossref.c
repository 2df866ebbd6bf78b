/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Works of Crossref: one work, a page of the REST API, a snapshot, or one work a line; and CSL
 * JSON, in which Zotero and other managers export and Crossref answers too.
 *
 * A reference that has no DOI is written as "Author, year, journal, Vvolume, Ppage", the shape in
 * which references are matched, or as its free text. Dates are lists in lists and may be null.
 * Abstracts are JATS; their tags are taken away.
 * Source: https://api.crossref.org/swagger-ui, "Work"; the schema csl-data.json of the Citation
 * Style Language 1.0.2, whose numbers may be texts. Cost: linear.
 */
#include "io/formats.h"

#include <string.h>

#include "io/read/json-records.h"
#include "io/scan/entity.h"
#include "io/scan/year.h"

static const char *
first_text (RhumbJson list)
{
    RhumbJsonIter iter;
    RhumbJson item;
    rhumb_json_iter_init (&iter, list);
    return rhumb_json_iter_next (&iter, NULL, &item) ? rhumb_json_get_text (item)
                                                     : rhumb_json_get_text (list);
}

/* Text without tags; a tag parts words, so that "</jats:p><jats:p>" does. */
static const char *
strip_tags (RhumbJsonReader *reader, const char *text)
{
    if (text == NULL || strpbrk (text, "<&") == NULL)
        return text;
    g_autoptr (GString) plain = g_string_new (NULL);
    while (*text != '\0') {
        const gsize length = strcspn (text, "<");
        g_string_append_len (plain, text, (gssize)length);
        text += length;
        const char *end = *text == '<' ? strchr (text, '>') : NULL;
        const gboolean is_tag = end != NULL && (g_ascii_isalpha (text[1]) || text[1] == '/');
        if (is_tag) {
            const gboolean parts = strstr (text, "jats:p") == text + 1 + (text[1] == '/') ||
                                   strstr (text, "jats:title") == text + 1 + (text[1] == '/');
            g_string_append (plain, parts ? " " : "");
            text = end + 1;
        } else if (*text == '<') {
            g_string_append_c (plain, *text++);
        }
    }
    g_autofree char *decoded = rhumb_entity_decode (plain->str);
    return g_string_chunk_insert (reader->strings, decoded);
}

static void
take_title (RhumbJsonReader *reader, RhumbJson work)
{
    const char *title = strip_tags (reader, first_text (rhumb_json_find (work, "title")));
    const char *subtitle = strip_tags (reader, first_text (rhumb_json_find (work, "subtitle")));
    reader->record->title = title;
    if (title != NULL && subtitle != NULL) {
        g_autofree char *end = g_strconcat (": ", subtitle, NULL);
        reader->record->title = rhumb_json_keep (reader, title, end);
    }
}

/* A number, or a text that is one; 0 for anything else. */
static gint64
get_number (RhumbJson value)
{
    const char *text = rhumb_json_get_text (value);
    gint64 number = rhumb_json_get_integer (value, 0);
    if (text != NULL && !g_ascii_string_to_signed (text, 10, 0, 9999, &number, NULL))
        return 0;
    return number;
}

/* A date in words, as "2019?" */
static gboolean
take_worded_date (RhumbJsonReader *reader, RhumbJson date)
{
    static const char *const names[] = {"raw", "literal"};
    for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
        const char *text = rhumb_json_get_text (rhumb_json_find (date, names[i]));
        reader->record->year = text != NULL ? rhumb_year_find (text) : 0;
        if (reader->record->year != 0)
            return TRUE;
    }
    return FALSE;
}

/* The first three numbers of "date-parts": [[year, month, day]]. */
static gboolean
take_date (RhumbJsonReader *reader, RhumbJson date)
{
    RhumbJsonIter lists;
    RhumbJsonIter parts;
    RhumbJson list;
    rhumb_json_iter_init (&lists, rhumb_json_find (date, "date-parts"));
    if (!rhumb_json_iter_next (&lists, NULL, &list))
        return take_worded_date (reader, date);
    gint64 number[3] = {0};
    rhumb_json_iter_init (&parts, list);
    for (gsize i = 0; i < 3; i++) {
        RhumbJson part;
        if (!rhumb_json_iter_next (&parts, NULL, &part))
            break;
        number[i] = get_number (part);
    }
    if (number[0] < 1000 || number[0] > 2999)
        return FALSE;
    reader->record->year = (int)number[0];
    if (number[1] >= 1 && number[1] <= 12) {
        const gboolean has_day = number[2] >= 1 && number[2] <= 31;
        g_autofree char *text = g_strdup_printf (has_day ? "%04d-%02d-%02d" : "%04d-%02d",
                                                 (int)number[0], (int)number[1], (int)number[2]);
        reader->record->date = rhumb_json_keep (reader, text, "");
    }
    return TRUE;
}

static void
take_dates (RhumbJsonReader *reader, RhumbJson work)
{
    static const char *const names[] = {"issued", "published", "published-print",
                                        "published-online", "posted"};
    for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
        if (take_date (reader, rhumb_json_find (work, names[i])))
            return;
}

/* The family name with what goes before it: "van Gogh". */
static const char *
get_family (RhumbJsonReader *reader, RhumbJson author)
{
    static const char *const names[] = {"non-dropping-particle", "dropping-particle"};
    const char *family = rhumb_json_get_text (rhumb_json_find (author, "family"));
    for (gsize i = 0; family != NULL && i < G_N_ELEMENTS (names); i++) {
        const char *particle = rhumb_json_get_text (rhumb_json_find (author, names[i]));
        if (particle == NULL || *particle == '\0')
            continue;
        g_autofree char *end = g_strconcat (" ", family, NULL);
        family = rhumb_json_keep (reader, particle, end);
    }
    return family;
}

static void
take_authors (RhumbJsonReader *reader, RhumbJson list)
{
    static const char *const wholes[] = {"name", "literal"};
    RhumbRecord *record = reader->record;
    RhumbJsonIter iter;
    rhumb_json_iter_init (&iter, list);
    for (RhumbJson author; rhumb_json_iter_next (&iter, NULL, &author);) {
        const char *given = rhumb_json_get_text (rhumb_json_find (author, "given"));
        const char *family = get_family (reader, author);
        const char *name = NULL;
        for (gsize i = 0; name == NULL && i < G_N_ELEMENTS (wholes); i++)
            name = rhumb_json_get_text (rhumb_json_find (author, wholes[i]));
        if (family != NULL && given != NULL) {
            g_autofree char *end = g_strconcat (", ", given, NULL);
            name = rhumb_json_keep (reader, family, end);
        }
        name = name != NULL ? name : (family != NULL ? family : given);
        if (name == NULL)
            continue;
        g_ptr_array_add (record->author_names, (gpointer)name);
        g_ptr_array_add (record->author_orcids,
                         (gpointer)rhumb_json_get_text (rhumb_json_find (author, "ORCID")));
    }
}

static void
append_part (GString *out, const char *before, RhumbJson value)
{
    const char *text = rhumb_json_get_text (value);
    if (text != NULL)
        g_string_append_printf (out, "%s%s%s", out->len > 0 ? ", " : "", before, text);
}

static const char *
compose_reference (RhumbJsonReader *reader, RhumbJson reference)
{
    const RhumbJson doi = rhumb_json_find (reference, "DOI");
    const RhumbJson journal = rhumb_json_find (reference, "journal-title");
    g_autoptr (GString) text = g_string_new (NULL);
    append_part (text, "", rhumb_json_find (reference, "author"));
    append_part (text, "", rhumb_json_find (reference, "year"));
    append_part (text, "", rhumb_json_find (reference, "article-title"));
    append_part (text, "",
                 rhumb_json_get_text (journal) != NULL
                     ? journal
                     : rhumb_json_find (reference, "volume-title"));
    append_part (text, "V", rhumb_json_find (reference, "volume"));
    append_part (text, "P", rhumb_json_find (reference, "first-page"));
    if (text->len == 0)
        append_part (text, "", rhumb_json_find (reference, "unstructured"));
    append_part (text, "DOI ", doi);
    return text->len > 0 ? g_string_chunk_insert (reader->strings, text->str) : NULL;
}

static void
take_references (RhumbJsonReader *reader, RhumbJson list)
{
    RhumbJsonIter iter;
    rhumb_json_iter_init (&iter, list);
    for (RhumbJson reference; rhumb_json_iter_next (&iter, NULL, &reference);) {
        const char *text = compose_reference (reader, reference);
        if (text != NULL)
            g_ptr_array_add (reader->record->references, (gpointer)text);
    }
}

/* CSL JSON has keywords as one text. */
static void
take_keywords (RhumbJsonReader *reader, RhumbJson work)
{
    GPtrArray *keywords = reader->record->keywords;
    rhumb_json_add_texts (keywords, rhumb_json_find (work, "subject"), NULL);
    const char *words = rhumb_json_get_text (rhumb_json_find (work, "keyword"));
    if (words == NULL || keywords->len > 0)
        return;
    g_auto (GStrv) parts = g_strsplit (words, strchr (words, ';') != NULL ? ";" : ",", -1);
    for (gsize i = 0; parts[i] != NULL; i++)
        if (*g_strstrip (parts[i]) != '\0')
            g_ptr_array_add (keywords, g_string_chunk_insert (reader->strings, parts[i]));
}

static void
take_extra (RhumbJsonReader *reader, RhumbJson work)
{
    static const char *const names[] = {"publisher", "relation", "funder", "editor",       "event",
                                        "license",   "member",   "source", "citation-key", "note"};
    for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
        rhumb_json_extra_value (reader, names[i], rhumb_json_find (work, names[i]));
}

static gboolean
take_work (RhumbJsonReader *reader, RhumbJson work, GError **error)
{
    RhumbRecord *record = reader->record;
    rhumb_json_begin_record (reader);
    record->doi = rhumb_json_get_text (rhumb_json_find (work, "DOI"));
    take_title (reader, work);
    take_dates (reader, work);
    take_authors (reader, rhumb_json_find (work, "author"));
    take_references (reader, rhumb_json_find (work, "reference"));
    record->abstract =
        strip_tags (reader, rhumb_json_get_text (rhumb_json_find (work, "abstract")));
    record->venue = strip_tags (reader, first_text (rhumb_json_find (work, "container-title")));
    record->venue_short = first_text (rhumb_json_find (work, "short-container-title"));
    record->volume = rhumb_json_get_text (rhumb_json_find (work, "volume"));
    record->issue = rhumb_json_get_text (rhumb_json_find (work, "issue"));
    record->pages = rhumb_json_get_text (rhumb_json_find (work, "page"));
    record->issn = first_text (rhumb_json_find (work, "ISSN"));
    record->type = rhumb_json_get_text (rhumb_json_find (work, "type"));
    record->language = rhumb_json_get_text (rhumb_json_find (work, "language"));
    record->url = rhumb_json_get_text (rhumb_json_find (work, "URL"));
    take_keywords (reader, work);
    record->n_cited_reported =
        rhumb_json_get_count (rhumb_json_find (work, "is-referenced-by-count"));
    record->n_references_reported =
        rhumb_json_get_count (rhumb_json_find (work, "references-count"));
    take_extra (reader, work);
    return rhumb_json_add_record (reader, error);
}

static gboolean
read_crossref (RhumbInput *input, RhumbCorpusBuilder *builder, GError **error)
{
    return rhumb_json_read_records (input, builder, take_work, error);
}

static guint
sniff (const char *head, gsize length)
{
    static const char *const work[] = {"DOI", "is-referenced-by-count", NULL};
    static const char *const page[] = {"message-type", "message", NULL};
    static const char *const some[] = {"DOI", "container-title", NULL};
    static const char *const csl[] = {"date-parts", "type", "title", NULL};
    if (rhumb_json_shows (head, length, work) || rhumb_json_shows (head, length, page))
        return 95;
    return rhumb_json_shows (head, length, some)  ? 85
           : rhumb_json_shows (head, length, csl) ? 80
                                                  : 0;
}

static const char *const suffixes[] = {NULL};

const RhumbFormat rhumb_format_crossref = {
    .name = "crossref",
    .suffixes = suffixes,
    .summary = "Crossref works, JSON of the REST API or a snapshot; CSL JSON of managers",
    .sniff = sniff,
    .read = read_crossref,
    .abstracts_hint = "the publisher has deposited none; look the papers up in OpenAlex by DOI",
    .references_hint = "the publisher has deposited none; look the papers up in OpenAlex by DOI",
};
