/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * JSON Lines in rhumb's own schema: one object a line, one paper an object.
 *
 * The form to keep papers in and to make by script. A field of the schema with a wrong type is
 * dropped and reported, fields beyond the schema are kept in the paper's extra and named once; of
 * a name that an object has twice the last one counts; a line that is no object is a record lost.
 * `keyphrases` is a yardstick of test collections and must not be seen by what it measures.
 * One list of such objects, as data frames are written, is read too: all of it at once, at most 4
 * GiB. Source: RFC 8259. Read by simdjson behind its door: strict about UTF-8 and surrogates, at
 * most 1024 levels. It refuses integers beyond 64 bits, so a line with one is read again with them
 * as floating point. Texts are lent from the parser until the record is added. Cost: linear; memory
 * for one line.
 */
#include "io/formats.h"

#include <string.h>

#include "graph/error.h"
#include "io/read/extra.h"
#include "io/read/jsonl-fields.h"
#include "io/scan/input.h"
#include "io/scan/json-pieces.h"
#include "io/scan/year.h"
#include "io/write/jsonl.h"

#define MANY_NAMES 64
#define SNIFFED_LINES 20
#define LIST_LIMIT (G_MAXUINT32 - (gsize)4096)
#define LARGEST_DIGITS 19 /* of the largest integer of 64 bits */

/* A member of an object beyond the schema. */
typedef struct {
    const char *name;
    RhumbJson value;
} Member;

typedef struct {
    RhumbJsonParser *parser;
    RhumbJsonlTaker taker;
    GHashTable *named; /* fields beyond the schema that were reported */
    RhumbExtra *extra;
    GString *scratch;
    GArray *others;     /* Member, of the object that is read */
    GHashTable *places; /* name -> place in others + 1 */
    RhumbJson values[RHUMB_JSONL_N_FIELDS];
} Reader;

static void
reader_clear (Reader *reader)
{
    rhumb_json_parser_free (reader->parser);
    g_hash_table_unref (reader->named);
    rhumb_record_free (reader->taker.record);
    rhumb_extra_free (reader->extra);
    g_string_free (reader->scratch, TRUE);
    g_array_unref (reader->others);
    g_hash_table_unref (reader->places);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

/* Tells each name beyond the schema once; names from a hostile file do not fill the report. */
static gboolean
note_unknown (Reader *reader, const char *name, GError **error)
{
    if (g_hash_table_size (reader->named) > MANY_NAMES ||
        g_hash_table_contains (reader->named, name))
        return TRUE;
    g_hash_table_add (reader->named, g_strdup (name));
    const gboolean last = g_hash_table_size (reader->named) > MANY_NAMES;
    g_autofree char *found = g_strdup_printf ("field '%s'", name);
    return rhumb_corpus_builder_report (
        reader->taker.builder, RHUMB_EVENT_NOTE, reader->taker.line, found,
        last ? "no field of the schema; kept, and further names are not told"
             : "no field of the schema; kept as it is",
        error);
}

static gboolean
note_repeated (Reader *reader, const char *name, GError **error)
{
    g_autofree char *found = g_strdup_printf ("duplicate object key '%s'", name);
    return rhumb_corpus_builder_report (reader->taker.builder, RHUMB_EVENT_FIELD_DROPPED,
                                        reader->taker.line, found,
                                        "expected each name once; the last one counts", error);
}

static gboolean
find_other (Reader *reader, const char *name, RhumbJson value, GError **error)
{
    const guint place = GPOINTER_TO_UINT (g_hash_table_lookup (reader->places, name));
    if (place > 0) {
        g_array_index (reader->others, Member, place - 1).value = value;
        return note_repeated (reader, name, error);
    }
    const Member member = {name, value};
    g_array_append_val (reader->others, member);
    g_hash_table_insert (reader->places, (gpointer)name, GUINT_TO_POINTER (reader->others->len));
    return note_unknown (reader, name, error);
}

/* The last value of each name, before any is taken. */
static gboolean
find_members (Reader *reader, RhumbJson object, GError **error)
{
    memset (reader->values, 0, sizeof reader->values);
    g_array_set_size (reader->others, 0);
    g_hash_table_remove_all (reader->places);
    RhumbJsonIter iter;
    rhumb_json_iter_init (&iter, object);
    const char *name = NULL;
    for (RhumbJson value; rhumb_json_iter_next (&iter, &name, &value);) {
        const guint field = rhumb_jsonl_find_field (name);
        if (field == RHUMB_JSONL_N_FIELDS) {
            if (!find_other (reader, name, value, error))
                return FALSE;
            continue;
        }
        RhumbJson *place = &reader->values[field];
        const gboolean repeated = place->document != NULL;
        *place = value;
        if (repeated && !note_repeated (reader, name, error))
            return FALSE;
    }
    return TRUE;
}

/* Whether an integer is too large for 64 bits with a sign. */
static gboolean
is_too_large (const char *digits, gsize n)
{
    return n > LARGEST_DIGITS ||
           (n == LARGEST_DIGITS && strncmp (digits, "9223372036854775807", n) > 0);
}

/* Writes integers beyond 64 bits as floating point, in JSON that may be broken. Cost: linear. */
static void
widen_integers (GString *json)
{
    g_autofree char *old = g_strndup (json->str, json->len);
    const char *const end = old + strlen (old);
    gboolean inside = FALSE;
    g_string_truncate (json, 0);
    for (const char *at = old; at < end;) {
        const gsize n = inside ? 0 : strspn (at, "0123456789");
        const gboolean escape = inside && *at == '\\' && at + 1 < end;
        const gboolean is_part = at > old && strchr (".eE+", at[-1]) != NULL;
        const gsize length = n > 0 ? n : escape ? 2 : 1;
        inside ^= *at == '"';
        g_string_append_len (json, at, (gssize)length);
        at += length;
        if (!is_part && (at == end || strchr (".eE", *at) == NULL) && is_too_large (at - length, n))
            g_string_append (json, "e0");
    }
}

static void
keep_others (Reader *reader)
{
    rhumb_extra_clear (reader->extra);
    for (guint i = 0; i < reader->others->len; i++) {
        const Member *other = &g_array_index (reader->others, Member, i);
        g_string_truncate (reader->scratch, 0);
        rhumb_json_append (reader->scratch, other->value);
        if (reader->scratch->len >= LARGEST_DIGITS &&
            rhumb_json_get_type (other->value) != RHUMB_JSON_TEXT)
            widen_integers (reader->scratch);
        rhumb_extra_add_json (reader->extra, other->name, reader->scratch->str,
                              reader->scratch->len);
    }
    reader->taker.record->extra = rhumb_extra_get (reader->extra);
}

static gboolean
take_object (Reader *reader, RhumbJson object, GError **error)
{
    rhumb_record_clear (reader->taker.record);
    reader->taker.record->line = reader->taker.line;
    if (!find_members (reader, object, error))
        return FALSE;
    for (guint i = 0; i < RHUMB_JSONL_N_FIELDS; i++)
        if (!rhumb_jsonl_take_field (&reader->taker, i, reader->values[i], error))
            return FALSE;
    if (reader->taker.record->year == 0 && reader->taker.record->date != NULL)
        reader->taker.record->year = rhumb_year_find (reader->taker.record->date);
    keep_others (reader);
    return rhumb_corpus_builder_add (reader->taker.builder, reader->taker.record, error);
}

static gboolean
has_nul_in_name (RhumbJson object)
{
    RhumbJsonIter iter;
    rhumb_json_iter_init (&iter, object);
    const char *name = NULL;
    RhumbJson value;
    for (gsize length = rhumb_json_iter_get_name_length (&iter);
         rhumb_json_iter_next (&iter, &name, &value);
         length = rhumb_json_iter_get_name_length (&iter))
        if (strlen (name) != length)
            return TRUE;
    return FALSE;
}

/* Parses a line, if need be with its large integers as floating point. */
static gboolean
parse (RhumbJsonParser *parser, const char *line, gsize length, RhumbJson *value,
       const char **problem)
{
    if (rhumb_json_parse (parser, line, length, value, problem))
        return TRUE;
    g_autoptr (GString) other = g_string_new_len (line, (gssize)length);
    const char *other_problem;
    widen_integers (other);
    return other->len != length &&
           rhumb_json_parse (parser, other->str, other->len, value, &other_problem);
}

static gboolean
lose (Reader *reader, const char *found, GError **error)
{
    return rhumb_corpus_builder_report (reader->taker.builder, RHUMB_EVENT_RECORD_LOST,
                                        reader->taker.line, found, "expected a JSON object", error);
}

static gboolean
read_line (Reader *reader, const RhumbLine *line, GError **error)
{
    RhumbJson value;
    const char *problem = NULL;
    reader->taker.line = line->number;
    const gboolean valid = parse (reader->parser, line->text, line->length, &value, &problem);
    const gboolean is_object = valid && rhumb_json_get_type (value) == RHUMB_JSON_OBJECT;
    if (is_object && !has_nul_in_name (value))
        return take_object (reader, value, error);
    g_autofree char *found = is_object ? g_strdup ("a name with a NUL")
                             : valid
                                 ? g_strdup_printf ("no JSON object: %.*s",
                                                    (int)MIN (line->length, G_MAXINT), line->text)
                                 : g_strdup_printf ("no valid JSON: %s", problem);
    return lose (reader, found, error);
}

/* The items of a list that is no valid JSON, each by itself. */
static gboolean
take_pieces (Reader *reader, const RhumbInput *input, const GString *text, const char *problem,
             GError **error)
{
    RhumbJsonPieces pieces;
    rhumb_json_pieces_init (&pieces, text->str, text->len, 1, NULL);
    for (RhumbLine piece; rhumb_json_pieces_next (&pieces, &piece);)
        if (!read_line (reader, &piece, error))
            return FALSE;
    return rhumb_json_pieces_finish (&pieces, input, reader->taker.builder, problem, error);
}

/* A list of objects in any number of lines, which nobody counts: the report calls it line 1. */
static gboolean
read_list (Reader *reader, RhumbInput *input, GError **error)
{
    g_autoptr (GString) text = g_string_new (NULL);
    GError *failure = NULL;
    RhumbJson list;
    const char *problem = "the text is cut off";
    reader->taker.line = 1;
    if (!rhumb_input_read_rest (input, text, LIST_LIMIT, &failure)) {
        take_pieces (reader, input, text, problem, NULL);
        g_propagate_error (error, failure);
        return FALSE;
    }
    if (!parse (reader->parser, text->str, text->len, &list, &problem))
        return take_pieces (reader, input, text, problem, error);
    RhumbJsonIter iter;
    rhumb_json_iter_init (&iter, list);
    for (RhumbJson item; rhumb_json_iter_next (&iter, NULL, &item);) {
        const gboolean is_object =
            rhumb_json_get_type (item) == RHUMB_JSON_OBJECT && !has_nul_in_name (item);
        if (!(is_object ? take_object (reader, item, error)
                        : lose (reader, "an item that is no object", error)))
            return FALSE;
    }
    return TRUE;
}

/* The next character that is no blank, or the last one. */
static const char *
skip_blanks (const char *at, const char *end)
{
    while (at + 1 < end && g_ascii_isspace (*at))
        at++;
    return at;
}

static gboolean
read_jsonl (RhumbInput *input, RhumbCorpusBuilder *builder, GError **error)
{
    if (!rhumb_json_open (error))
        return FALSE;
    g_auto (Reader) reader = {
        .parser = rhumb_json_parser_new (),
        .named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
        .taker = {builder, rhumb_record_new (), 0},
        .extra = rhumb_extra_new (),
        .scratch = g_string_new (NULL),
        .others = g_array_new (FALSE, FALSE, sizeof (Member)),
        .places = g_hash_table_new (g_str_hash, g_str_equal),
    };
    GError *problem = NULL;
    gsize length;
    const char *head = rhumb_input_get_head (input, &length);
    if (length > 0 && *skip_blanks (head, head + length) == '[')
        return read_list (&reader, input, error);
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
is_paper (RhumbJsonParser **parser, const char *line, gsize length)
{
    RhumbJson value;
    const char *problem;
    *parser = *parser != NULL ? *parser : rhumb_json_parser_new ();
    return parse (*parser, line, length, &value, &problem) &&
           (rhumb_json_find (value, "id").document != NULL ||
            rhumb_json_find (value, "title").document != NULL);
}

/* A list whose first object has a title and a form that no service is known for. */
static guint
sniff_list (const char *head, gsize length)
{
    RhumbJsonPieces pieces;
    RhumbLine first;
    if (!rhumb_json_pieces_init (&pieces, head, length, 1, NULL) ||
        !rhumb_json_pieces_next (&pieces, &first))
        return 0;
    RhumbJson value;
    const char *problem;
    g_autoptr (RhumbJsonParser) parser = rhumb_json_parser_new ();
    const gboolean is_whole = parse (parser, first.text, first.length, &value, &problem);
    return is_whole && rhumb_json_find (value, "title").document != NULL ? 60 : 0;
}

/* The share of lines that are objects with an id or a title; other JSON has none of either. */
static guint
sniff (const char *head, gsize length)
{
    g_autoptr (RhumbJsonParser) parser = NULL;
    const char *first = length > 0 ? skip_blanks (head, head + length) : "";
    if (*first == '[')
        return sniff_list (head, length);
    guint n_lines = 0, n_papers = 0;
    for (gsize start = 0; start < length && n_lines < SNIFFED_LINES;) {
        const gsize end = start + get_line_length (head + start, length - start);
        gsize from = start;
        while (from < end && g_ascii_isspace (head[from]))
            from++;
        const gboolean cut = end == length && length >= RHUMB_HEAD_LENGTH;
        if (from < end && !cut) {
            n_lines++;
            n_papers += head[from] == '{' && is_paper (&parser, head + from, end - from);
        }
        start = end + 1;
    }
    /* One line longer than the head shows only how it begins. */
    const gboolean begins = n_lines == 0 && length > 0 && head[0] == '{' &&
                            g_strstr_len (head, (gssize)MIN (length, 4096), "\"id\"") != NULL;
    return n_lines > 0 ? 90 * n_papers / n_lines : begins ? 50 : 0;
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
