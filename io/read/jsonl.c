/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * JSON Lines in rhumb's own schema: one object a line, one paper an object.
 *
 * The form to keep papers in and to make by script. A field of the schema with a wrong type is
 * dropped and reported, fields beyond the schema are kept in the paper's extra and named once; a
 * line that is no object is a record lost. `keyphrases` is a yardstick of test collections and
 * must not be seen by what it measures.
 * Source: RFC 8259. Jansson reads each line: strict about UTF-8 and surrogates, with a limit of
 * 2048 on nesting, in C and keeping the order of fields. A number too large for 64 bits makes it
 * refuse the whole line, so such a line is read again with integers as floating point.
 * Cost: linear; memory for one line.
 */
#include "io/formats.h"

#include <jansson.h>
#include <string.h>

#include "io/scan/input.h"
#include "io/scan/year.h"
#include "io/write/jsonl.h"

#define MANY_NAMES 64
#define SNIFFED_LINES 20

typedef struct {
    RhumbCorpusBuilder *builder;
    GHashTable *named; /* fields beyond the schema that were reported */
    RhumbRecord *record;
    json_t *object;
    guint64 line;
} Reader;

typedef gboolean (*Taker) (Reader *reader, const char *name, json_t *value, GError **error);

typedef struct {
    const char *name;
    Taker take;
    gsize offset;
} Field;

static void
unref_json (json_t *value)
{
    json_decref (value);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (json_t, unref_json)

static gboolean
drop (Reader *reader, const char *name, json_t *value, const char *expected, GError **error)
{
    g_autofree char *text = json_dumps (value, JSON_ENCODE_ANY | JSON_COMPACT);
    g_autofree char *found = g_strdup_printf ("%s is %s", name, text != NULL ? text : "unreadable");
    return rhumb_corpus_builder_report (reader->builder, RHUMB_EVENT_FIELD_DROPPED, reader->line,
                                        found, expected, error);
}

static gboolean
is_text (const json_t *value)
{
    return json_is_string (value) &&
           strlen (json_string_value (value)) == json_string_length (value);
}

static const Field *find_field (const char *name);

/* The member of the record that a field fills. */
static gpointer
get_place (const Reader *reader, const char *name)
{
    return (char *)reader->record + find_field (name)->offset;
}

static gboolean
take_text (Reader *reader, const char *name, json_t *value, GError **error)
{
    if (!is_text (value))
        return drop (reader, name, value, "expected a text without NUL", error);
    *(const char **)get_place (reader, name) = json_string_value (value);
    return TRUE;
}

static gboolean
take_year (Reader *reader, const char *name, json_t *value, GError **error)
{
    const json_int_t year = json_integer_value (value);
    if (json_is_integer (value) && year >= 1000 && year <= 2999)
        reader->record->year = (int)year;
    else if (is_text (value) && strlen (json_string_value (value)) == 4 &&
             rhumb_year_find (json_string_value (value)) != 0)
        reader->record->year = rhumb_year_find (json_string_value (value));
    else
        return drop (reader, name, value, "expected a year from 1000 to 2999", error);
    return TRUE;
}

static gboolean
take_count (Reader *reader, const char *name, json_t *value, GError **error)
{
    const json_int_t n = json_integer_value (value);
    if (!json_is_integer (value) || n < 0 || n > G_MAXINT)
        return drop (reader, name, value, "expected a count from 0", error);
    *(int *)get_place (reader, name) = (int)n;
    return TRUE;
}

static gboolean
take_texts (Reader *reader, const char *name, json_t *value, GError **error)
{
    GPtrArray *list = *(GPtrArray **)get_place (reader, name);
    if (!json_is_array (value))
        return drop (reader, name, value, "expected a list of texts", error);
    for (gsize i = 0; i < json_array_size (value); i++) {
        json_t *item = json_array_get (value, i);
        if (is_text (item))
            g_ptr_array_add (list, (gpointer)json_string_value (item));
        else if (!drop (reader, name, item, "expected a text in the list", error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
take_author (Reader *reader, json_t *author, GError **error)
{
    json_t *name = json_is_object (author) ? json_object_get (author, "name") : author;
    json_t *orcid = json_object_get (author, "orcid");
    if (!is_text (name))
        return drop (reader, "authors", author, "expected a name, or an object with a name", error);
    g_ptr_array_add (reader->record->author_names, (gpointer)json_string_value (name));
    const gboolean has_orcid = orcid != NULL && is_text (orcid);
    g_ptr_array_add (reader->record->author_orcids,
                     has_orcid ? (gpointer)json_string_value (orcid) : NULL);
    return orcid == NULL || has_orcid || json_is_null (orcid) ||
           drop (reader, "orcid", orcid, "expected a text", error);
}

static gboolean
take_authors (Reader *reader, const char *name, json_t *value, GError **error)
{
    if (!json_is_array (value))
        return drop (reader, name, value, "expected a list of authors", error);
    for (gsize i = 0; i < json_array_size (value); i++)
        if (!take_author (reader, json_array_get (value, i), error))
            return FALSE;
    return TRUE;
}

static gboolean
ignore (Reader *reader G_GNUC_UNUSED, const char *name G_GNUC_UNUSED, json_t *value G_GNUC_UNUSED,
        GError **error G_GNUC_UNUSED)
{
    return TRUE;
}

static const Field fields[] = {
    {"id", take_text, G_STRUCT_OFFSET (RhumbRecord, id)},
    {"title", take_text, G_STRUCT_OFFSET (RhumbRecord, title)},
    {"abstract", take_text, G_STRUCT_OFFSET (RhumbRecord, abstract)},
    {"year", take_year, 0},
    {"date", take_text, G_STRUCT_OFFSET (RhumbRecord, date)},
    {"venue", take_text, G_STRUCT_OFFSET (RhumbRecord, venue)},
    {"authors", take_authors, 0},
    {"keywords", take_texts, G_STRUCT_OFFSET (RhumbRecord, keywords)},
    {"doi", take_text, G_STRUCT_OFFSET (RhumbRecord, doi)},
    {"url", take_text, G_STRUCT_OFFSET (RhumbRecord, url)},
    {"references", take_texts, G_STRUCT_OFFSET (RhumbRecord, references)},
    {"cited_by", take_count, G_STRUCT_OFFSET (RhumbRecord, n_cited_reported)},
    {"language", take_text, G_STRUCT_OFFSET (RhumbRecord, language)},
    {"type", take_text, G_STRUCT_OFFSET (RhumbRecord, type)},
    {"volume", take_text, G_STRUCT_OFFSET (RhumbRecord, volume)},
    {"issue", take_text, G_STRUCT_OFFSET (RhumbRecord, issue)},
    {"pages", take_text, G_STRUCT_OFFSET (RhumbRecord, pages)},
    {"issn", take_text, G_STRUCT_OFFSET (RhumbRecord, issn)},
    {"venue_short", take_text, G_STRUCT_OFFSET (RhumbRecord, venue_short)},
    {"ids", take_texts, G_STRUCT_OFFSET (RhumbRecord, ids)},
    {"reference_count", take_count, G_STRUCT_OFFSET (RhumbRecord, n_references_reported)},
    {"keyphrases", ignore, 0},
};

static const Field *
find_field (const char *name)
{
    for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
        if (strcmp (fields[i].name, name) == 0)
            return &fields[i];
    return NULL;
}

/* Tells each name beyond the schema once; names from a hostile file do not fill the report. */
static gboolean
note_unknown (Reader *reader, const char *name, GError **error)
{
    if (g_hash_table_size (reader->named) > MANY_NAMES ||
        !g_hash_table_add (reader->named, g_strdup (name)))
        return TRUE;
    const gboolean last = g_hash_table_size (reader->named) > MANY_NAMES;
    g_autofree char *found = g_strdup_printf ("field '%s'", name);
    return rhumb_corpus_builder_report (
        reader->builder, RHUMB_EVENT_NOTE, reader->line, found,
        last ? "no field of the schema; kept, and further names are not told"
             : "no field of the schema; kept as it is",
        error);
}

static gboolean
take_fields (Reader *reader, json_t *extra, GError **error)
{
    const char *name;
    json_t *value;
    json_object_foreach (reader->object, name, value)
    {
        const Field *field = find_field (name);
        if (field == NULL) {
            json_object_set (extra, name, value);
            if (!note_unknown (reader, name, error))
                return FALSE;
        } else if (!json_is_null (value) && !field->take (reader, name, value, error)) {
            return FALSE;
        }
    }
    return TRUE;
}

static gboolean
take_object (Reader *reader, GError **error)
{
    rhumb_record_clear (reader->record);
    reader->record->line = reader->line;
    g_autoptr (json_t) extra = json_object ();
    if (!take_fields (reader, extra, error))
        return FALSE;
    if (reader->record->year == 0 && reader->record->date != NULL)
        reader->record->year = rhumb_year_find (reader->record->date);
    g_autofree char *kept = json_object_size (extra) > 0 ? json_dumps (extra, JSON_COMPACT) : NULL;
    reader->record->extra = kept;
    return rhumb_corpus_builder_add (reader->builder, reader->record, error);
}

/* Parses strictly first, so that repeated names and huge numbers are noticed. */
static json_t *
parse (Reader *reader, const RhumbLine *line, json_error_t *problem, GError **error)
{
    size_t flags = JSON_ALLOW_NUL | JSON_REJECT_DUPLICATES;
    for (guint i = 0; i < 3; i++) {
        json_t *object = json_loadb (line->text, line->length, flags, problem);
        if (object != NULL)
            return object;
        const enum json_error_code code = json_error_code (problem);
        if (code == json_error_duplicate_key)
            flags &= ~(size_t)JSON_REJECT_DUPLICATES;
        else if (code == json_error_numeric_overflow && (flags & JSON_DECODE_INT_AS_REAL) == 0)
            flags |= JSON_DECODE_INT_AS_REAL;
        else
            return NULL;
        if (code == json_error_duplicate_key &&
            !rhumb_corpus_builder_report (reader->builder, RHUMB_EVENT_FIELD_DROPPED, line->number,
                                          problem->text,
                                          "expected each name once; the last one counts", error))
            return NULL;
    }
    return NULL;
}

static gboolean
read_line (Reader *reader, const RhumbLine *line, GError **error)
{
    json_error_t problem = {0};
    GError *refused = NULL;
    g_autoptr (json_t) object = parse (reader, line, &problem, &refused);
    if (refused != NULL) {
        g_propagate_error (error, refused);
        return FALSE;
    }
    reader->line = line->number;
    reader->object = object;
    if (json_is_object (object))
        return take_object (reader, error);
    g_autofree char *found = object != NULL ? g_strdup_printf ("no JSON object: %s", line->text)
                                            : g_strdup_printf ("no valid JSON: %s", problem.text);
    return rhumb_corpus_builder_report (reader->builder, RHUMB_EVENT_RECORD_LOST, line->number,
                                        found, "expected one JSON object a line", error);
}

static gboolean
read_jsonl (RhumbInput *input, RhumbCorpusBuilder *builder, GError **error)
{
    g_autoptr (GHashTable) named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr (RhumbRecord) record = rhumb_record_new ();
    Reader reader = {.builder = builder, .named = named, .record = record};
    GError *problem = NULL;
    RhumbLine line;
    while (rhumb_input_read_line (input, &line, &problem)) {
        if (line.text[strspn (line.text, " \t\f\v")] == '\0')
            continue;
        if (!read_line (&reader, &line, error))
            return FALSE;
    }
    if (problem != NULL)
        g_propagate_error (error, problem);
    return problem == NULL;
}

static gsize
get_line_length (const char *text, gsize length)
{
    gsize n = 0;
    while (n < length && text[n] != '\n' && text[n] != '\r')
        n++;
    return n;
}

static gboolean
is_paper (const char *line, gsize length)
{
    json_error_t problem;
    g_autoptr (json_t) object = json_loadb (line, length, JSON_ALLOW_NUL, &problem);
    return json_object_get (object, "id") != NULL || json_object_get (object, "title") != NULL;
}

/* The share of lines that are objects with an id or a title; other JSON has none of either. */
static guint
sniff (const char *head, gsize length)
{
    guint n_lines = 0;
    guint n_papers = 0;
    for (gsize start = 0; start < length && n_lines < SNIFFED_LINES;) {
        const gsize end = start + get_line_length (head + start, length - start);
        gsize from = start;
        while (from < end && g_ascii_isspace (head[from]))
            from++;
        const gboolean cut = end == length && length >= RHUMB_HEAD_LENGTH;
        if (from < end && !cut) {
            n_lines++;
            n_papers += head[from] == '{' && is_paper (head + from, end - from);
        }
        start = end + 1;
    }
    /* One line longer than the head shows only how it begins. */
    if (n_lines == 0)
        return length > 0 && head[0] == '{' &&
                       g_strstr_len (head, (gssize)MIN (length, 4096), "\"id\"") != NULL
                   ? 50
                   : 0;
    return 90 * n_papers / n_lines;
}

static const char *const suffixes[] = {"jsonl", "ndjson", NULL};

const RhumbFormat rhumb_format_jsonl = {
    .name = "jsonl",
    .suffixes = suffixes,
    .summary = "JSON Lines, one paper a line; all that rhumb knows of it",
    .sniff = sniff,
    .read = read_jsonl,
    .write_corpus = rhumb_jsonl_write_corpus,
};
