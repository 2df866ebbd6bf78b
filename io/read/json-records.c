/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The records of a JSON source, whatever is around them.
 *
 * Services hand out one object a line, a list, a page with the list under "results", "items",
 * "data" or "message", or one object alone. If the first line is a whole object each line is a
 * record and memory is that of one line; otherwise the whole text is one value and read at once
 * (limit 4 GiB). A line that is no valid JSON is a record lost. Of a text that is none as a whole,
 * half a page among others, the records that are whole are kept.
 * Cost: linear.
 */
#include "io/read/json-records.h"

#include <string.h>

#include "graph/error.h"
#include "io/read/json-lines.h"
#include "io/scan/json-pieces.h"

#define TEXT_LIMIT (G_MAXUINT32 - (gsize)4096)

/* Under these names pages hold their records. */
static const char *const lists[] = {"results", "items", "data", "papers", NULL};

/* rhumb_json_reader_init: makes an empty reader; one thread may use it. */
void
rhumb_json_reader_init (RhumbJsonReader *reader, RhumbCorpusBuilder *builder, RhumbJsonTake take)
{
    *reader = (RhumbJsonReader){.builder = builder,
                                .record = rhumb_record_new (),
                                .extra = rhumb_extra_new (),
                                .strings = g_string_chunk_new (1 << 16),
                                .scratch = g_string_new (NULL),
                                .words = g_array_new (FALSE, TRUE, sizeof (RhumbJsonWord)),
                                .take = take};
}

/* rhumb_json_reader_clear: frees what a reader holds. */
void
rhumb_json_reader_clear (RhumbJsonReader *reader)
{
    rhumb_record_free (reader->record);
    rhumb_extra_free (reader->extra);
    g_string_chunk_free (reader->strings);
    g_string_free (reader->scratch, TRUE);
    g_array_unref (reader->words);
}

static gboolean
lose (RhumbJsonReader *reader, const char *problem, GError **error)
{
    g_autofree char *found = g_strdup_printf ("no valid JSON: %s", problem);
    return rhumb_corpus_builder_report (reader->builder, RHUMB_EVENT_RECORD_LOST, reader->line,
                                        found, "expected a JSON object", error);
}

/* rhumb_json_take_line: makes a record of a line; one that is none is reported as lost. */
gboolean
rhumb_json_take_line (RhumbJsonReader *reader, RhumbJsonParser *parser, const RhumbLine *line,
                      GError **error)
{
    RhumbJson value;
    const char *problem = NULL;
    reader->line = line->number;
    if (!rhumb_json_parse (parser, line->text, line->length, &value, &problem))
        return lose (reader, problem, error);
    if (rhumb_json_get_type (value) != RHUMB_JSON_OBJECT)
        return lose (reader, "no object", error);
    return reader->take (reader, value, error);
}

/* The list of records of a page, or the value itself. */
static RhumbJson
find_records (RhumbJson value)
{
    const RhumbJson message = rhumb_json_find (value, "message");
    if (rhumb_json_get_type (message) == RHUMB_JSON_OBJECT)
        value = message;
    for (gsize i = 0; lists[i] != NULL; i++) {
        const RhumbJson list = rhumb_json_find (value, lists[i]);
        if (rhumb_json_get_type (list) == RHUMB_JSON_LIST)
            return list;
    }
    return value;
}

static gboolean
take_document (RhumbJsonReader *reader, RhumbJson value, GError **error)
{
    RhumbJson records = find_records (value);
    if (rhumb_json_get_type (records) == RHUMB_JSON_OBJECT)
        return reader->take (reader, records, error);
    RhumbJsonIter iter;
    rhumb_json_iter_init (&iter, records);
    for (RhumbJson item; rhumb_json_iter_next (&iter, NULL, &item);) {
        const gboolean taken = rhumb_json_get_type (item) == RHUMB_JSON_OBJECT
                                   ? reader->take (reader, item, error)
                                   : lose (reader, "no object", error);
        if (!taken)
            return FALSE;
    }
    return TRUE;
}

/* Takes the records of a text each by itself. @line: where the text begins; @problem: why it is no
 * valid JSON. */
static gboolean
take_pieces (RhumbJsonReader *reader, RhumbJsonParser *parser, const RhumbInput *input,
             const GString *text, guint64 line, const char *problem, GError **error)
{
    RhumbJsonPieces pieces;
    if (!rhumb_json_pieces_init (&pieces, text->str, text->len, line, lists)) {
        rhumb_input_set_error (input, error, RHUMB_ERROR_FORMAT, line, "a whole text",
                               "no valid JSON: %s", problem);
        return FALSE;
    }
    for (RhumbLine piece; rhumb_json_pieces_next (&pieces, &piece);)
        if (!rhumb_json_take_line (reader, parser, &piece, error))
            return FALSE;
    return rhumb_json_pieces_finish (&pieces, input, reader->builder, problem, error);
}

/* Reads the rest of the input behind the lines of @text, which begins on @line, and all of it as
 * one value. */
static gboolean
read_document (RhumbJsonReader *reader, RhumbJsonParser *parser, RhumbInput *input, GString *text,
               guint64 line, GError **error)
{
    GError *failure = NULL;
    RhumbJson value;
    const char *problem = "the text is cut off";
    if (rhumb_input_read_rest (input, text, TEXT_LIMIT, &failure)) {
        reader->line = 1;
        if (rhumb_json_parse (parser, text->str, text->len, &value, &problem))
            return take_document (reader, value, error);
        return take_pieces (reader, parser, input, text, line, problem, error);
    }
    /* That the rest cannot be read says more than that the text is cut off there. */
    take_pieces (reader, parser, input, text, line, problem, NULL);
    g_propagate_error (error, failure);
    return FALSE;
}

static gboolean
is_blank (const RhumbLine *line)
{
    return line->text[strspn (line->text, " \t")] == '\0';
}

/* A page on a single line is one object too: it is told by its list of records. */
static gboolean
is_page (RhumbJson value)
{
    const RhumbJson records = find_records (value);
    return rhumb_json_get_type (records) == RHUMB_JSON_LIST ||
           rhumb_json_get_type (rhumb_json_find (value, "message")) == RHUMB_JSON_OBJECT;
}

/* Whether a document goes on behind the first line, as in "[" or "{"results": [". */
static gboolean
goes_on (const GString *line)
{
    gsize n = line->len;
    while (n > 0 && g_ascii_isspace (line->str[n - 1]))
        n--;
    return n > 0 && strchr ("[{,:", line->str[n - 1]) != NULL;
}

static gboolean
is_whole_object (RhumbJsonParser *parser, const RhumbLine *line)
{
    RhumbJson value;
    const char *problem;
    return rhumb_json_parse (parser, line->text, line->length, &value, &problem) &&
           rhumb_json_get_type (value) == RHUMB_JSON_OBJECT;
}

static void
append_line (GString *text, const RhumbLine *line)
{
    g_string_append_len (text, line->text, (gssize)line->length);
    g_string_append_c (text, '\n');
}

static gboolean
read_all (RhumbJsonReader *reader, RhumbJsonParser *parser, RhumbInput *input, GError **error)
{
    GError *failure = NULL;
    g_autoptr (GString) text = g_string_new (NULL);
    RhumbLine line;
    do {
        if (!rhumb_input_read_line (input, &line, &failure)) {
            const gboolean at_end = failure == NULL;
            g_clear_error (&failure);
            return at_end || read_document (reader, parser, input, text, 1, error);
        }
    } while (is_blank (&line));
    RhumbJson value;
    const char *problem = NULL;
    reader->line = line.number;
    const gboolean whole = rhumb_json_parse (parser, line.text, line.length, &value, &problem);
    if (whole && rhumb_json_get_type (value) == RHUMB_JSON_OBJECT && !is_page (value))
        return reader->take (reader, value, error) &&
               rhumb_json_read_lines (reader, parser, input, error);
    const guint64 first_line = line.number;
    g_autofree char *first_problem = g_strdup (problem);
    append_line (text, &line);
    /* A broken first line of many: the second one tells that lines are records. */
    if (!whole && !goes_on (text) && rhumb_input_read_line (input, &line, &failure)) {
        if (is_whole_object (parser, &line))
            return lose (reader, first_problem, error) &&
                   rhumb_json_take_line (reader, parser, &line, error) &&
                   rhumb_json_read_lines (reader, parser, input, error);
        append_line (text, &line);
    }
    g_clear_error (&failure); /* it comes again with the rest */
    return read_document (reader, parser, input, text, first_line, error);
}

/* Reads the records of a JSON source. @builder: where records go; @take: makes a record of an
 * object; other values are lost. Returns %FALSE with %RHUMB_ERROR_FORMAT, %RHUMB_ERROR_LIMIT,
 * %RHUMB_ERROR_LIBRARY or an error of reading. */
gboolean
rhumb_json_read_records (RhumbInput *input, RhumbCorpusBuilder *builder, RhumbJsonTake take,
                         GError **error)
{
    if (!rhumb_json_open (error))
        return FALSE;
    g_autoptr (RhumbJsonParser) parser = rhumb_json_parser_new ();
    g_auto (RhumbJsonReader) reader = {0};
    rhumb_json_reader_init (&reader, builder, take);
    return read_all (&reader, parser, input, error);
}

/* rhumb_json_begin_record: empties the record for the next object. */
void
rhumb_json_begin_record (RhumbJsonReader *reader)
{
    rhumb_record_clear (reader->record);
    rhumb_extra_clear (reader->extra);
    g_string_chunk_clear (reader->strings);
    reader->record->line = reader->line;
}

/* rhumb_json_add_record: adds the record with its extra. */
gboolean
rhumb_json_add_record (RhumbJsonReader *reader, GError **error)
{
    reader->record->extra = rhumb_extra_get (reader->extra);
    return rhumb_corpus_builder_add (reader->builder, reader->record, error);
}

/* rhumb_json_keep: "scheme" and "value" as one string that lives until the record is added. */
const char *
rhumb_json_keep (RhumbJsonReader *reader, const char *scheme, const char *value)
{
    g_string_assign (reader->scratch, scheme);
    g_string_append (reader->scratch, value);
    return g_string_chunk_insert_len (reader->strings, reader->scratch->str,
                                      (gssize)reader->scratch->len);
}

/* rhumb_json_last_part: what stands behind the last slash of a link. */
const char *
rhumb_json_last_part (const char *link)
{
    const char *slash = strrchr (link, '/');
    return slash != NULL ? slash + 1 : link;
}

/* rhumb_json_keep_id: gives the record an id of @scheme if @value is a text or a number. */
void
rhumb_json_keep_id (RhumbJsonReader *reader, const char *scheme, RhumbJson value)
{
    char digits[24];
    const char *text = rhumb_json_get_text (value);
    const gint64 number = rhumb_json_get_integer (value, -1);
    if (text == NULL && number < 0)
        return;
    g_snprintf (digits, sizeof digits, "%" G_GINT64_FORMAT, number);
    g_ptr_array_add (reader->record->ids,
                     (gpointer)rhumb_json_keep (reader, scheme, text != NULL ? text : digits));
}

/* rhumb_json_add_texts: adds the texts of a list, or a member of each of its objects. */
void
rhumb_json_add_texts (GPtrArray *list, RhumbJson value, const char *member)
{
    RhumbJsonIter iter;
    rhumb_json_iter_init (&iter, value);
    for (RhumbJson item; rhumb_json_iter_next (&iter, NULL, &item);) {
        const RhumbJson text = member != NULL ? rhumb_json_find (item, member) : item;
        if (rhumb_json_get_text (text) != NULL)
            g_ptr_array_add (list, (gpointer)rhumb_json_get_text (text));
    }
}

/* rhumb_json_extra_value: keeps @value as it is, unless it is null, empty or not there. */
void
rhumb_json_extra_value (RhumbJsonReader *reader, const char *name, RhumbJson value)
{
    const RhumbJsonType type = rhumb_json_get_type (value);
    if (type == RHUMB_JSON_NONE || type == RHUMB_JSON_NULL)
        return;
    if (type == RHUMB_JSON_TEXT) {
        rhumb_extra_add_text (reader->extra, name, rhumb_json_get_text (value));
        return;
    }
    g_string_truncate (reader->scratch, 0);
    rhumb_json_append (reader->scratch, value);
    if (reader->scratch->len > 2 || type < RHUMB_JSON_LIST)
        rhumb_extra_add_json (reader->extra, name, reader->scratch->str, reader->scratch->len);
}

/* rhumb_json_extra_names: keeps the texts of a list, or a member of each of its objects. */
void
rhumb_json_extra_names (RhumbJsonReader *reader, const char *name, RhumbJson list,
                        const char *member)
{
    g_autoptr (GPtrArray) texts = g_ptr_array_new ();
    rhumb_json_add_texts (texts, list, member);
    rhumb_extra_add_texts (reader->extra, name, (const char *const *)texts->pdata, texts->len);
}

/* rhumb_json_get_count: a count from 0 up to the largest int, -1 = none. */
int
rhumb_json_get_count (RhumbJson value)
{
    const gint64 count = rhumb_json_get_integer (value, -1);
    return count >= 0 && count <= G_MAXINT ? (int)count : -1;
}

/* rhumb_json_shows: whether the first bytes are JSON and hold all of the quoted @names. */
gboolean
rhumb_json_shows (const char *head, gsize length, const char *const *names)
{
    gsize start = 0;
    while (start < length && g_ascii_isspace (head[start]))
        start++;
    if (start == length || (head[start] != '{' && head[start] != '['))
        return FALSE;
    for (gsize i = 0; names[i] != NULL; i++) {
        g_autofree char *quoted = g_strconcat ("\"", names[i], "\"", NULL);
        if (memmem (head, length, quoted, strlen (quoted)) == NULL)
            return FALSE;
    }
    return TRUE;
}
