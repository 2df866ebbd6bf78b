/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The records of a JSON text that is not valid as a whole.
 *
 * A download that was cut off, or one bad byte, makes no valid JSON of a list of thousands of good
 * records. Here the list is parted by its brackets and quotes alone; whoever parses the pieces
 * finds which of them is broken. A piece ends before a comma with an object behind it, or at the
 * end of the list: what a fault makes of one record stays in it as long as its brackets and quotes
 * are paired.
 * Cost: linear.
 */
#include "io/scan/json-pieces.h"

#include <string.h>

#include "graph/error.h"

static const char *
skip_blanks (const char *at, const char *end)
{
    while (at < end && g_ascii_isspace (*at))
        at++;
    return at;
}

/* Whether the comma at @at parts two objects. */
static gboolean
parts_objects (const char *at, const char *end)
{
    const char *next = skip_blanks (at + 1, end);
    return *at == ',' && next < end && *next == '{';
}

/* Finds where what begins at @at ends: at a comma (@any_comma) or one that parts objects, or at a
 * bracket that closes what is around. NULL if the text ends before. @open (out): whether something
 * in it still is open. */
static const char *
find_end (const char *at, const char *end, gboolean any_comma, gboolean *open)
{
    gboolean inside = FALSE;
    gsize depth = 0;
    for (; at < end; at++) {
        const gboolean closes = *at == ']' || *at == '}';
        if (inside && *at == '\\')
            at += at + 1 < end;
        else if (*at == '"')
            inside = !inside;
        else if (inside)
            continue;
        else if (*at == '[' || *at == '{')
            depth++;
        else if (depth > 0)
            depth -= closes;
        else if (*at == ']' || (closes && any_comma) ||
                 (*at == ',' && (any_comma || parts_objects (at, end))))
            return at;
    }
    *open = inside || depth > 0;
    return NULL;
}

/* Finds the value of a member of an object. @at (in and out): the quote of its name; its value.
 * Returns the length of the name behind its quote, 0 if there is no member. */
static gsize
find_member (const char **at, const char *end)
{
    const char *name = *at + 1;
    const char *quote = *at < end && **at == '"' ? memchr (name, '"', (gsize)(end - name)) : NULL;
    const char *colon = quote != NULL ? skip_blanks (quote + 1, end) : end;
    if (colon == end || *colon != ':')
        return 0;
    *at = skip_blanks (colon + 1, end);
    return (gsize)(quote - name);
}

static gboolean
is_named (const char *name, gsize length, const char *known)
{
    return strlen (known) == length && strncmp (name, known, length) == 0;
}

/* The first item of the list of records of the object whose first member is at @at. */
static const char *
find_in_object (const char *at, const char *end, const char *const *lists)
{
    gboolean open;
    while (at != NULL && at < end) {
        const char *name = at + 1;
        const gsize length = find_member (&at, end);
        if (length == 0)
            return NULL;
        if (at < end && *at == '{' && is_named (name, length, "message")) {
            at = skip_blanks (at + 1, end);
            continue;
        }
        for (gsize i = 0; at < end && *at == '[' && lists[i] != NULL; i++)
            if (is_named (name, length, lists[i]))
                return at + 1;
        at = find_end (at, end, TRUE, &open);
        at = at != NULL && *at == ',' ? skip_blanks (at + 1, end) : NULL;
    }
    return NULL;
}

static void
go_to (RhumbJsonPieces *pieces, const char *to)
{
    for (; pieces->at < to; pieces->at++)
        pieces->line += *pieces->at == '\n';
}

/* Finds the list of records of a text: the text itself, or a list in the object that it is, or in
 * the "message" of that. @pieces (out): the first place in the list; @line: line where @text
 * begins; @lists: names of lists of records, %NULL at the end; %NULL = in no object. Returns %FALSE
 * if there is none. */
gboolean
rhumb_json_pieces_init (RhumbJsonPieces *pieces, const char *text, gsize length, guint64 line,
                        const char *const *lists)
{
    const char *end = text + length;
    while (end > text && g_ascii_isspace (end[-1]))
        end--;
    const char *first = skip_blanks (text, end);
    *pieces = (RhumbJsonPieces){.at = text, .end = end, .line = line};
    if (lists != NULL && first < end && *first == '{')
        first = find_in_object (skip_blanks (first + 1, end), end, lists);
    else
        first = first < end && *first == '[' ? first + 1 : NULL;
    if (first != NULL)
        go_to (pieces, first);
    return first != NULL;
}

/* Gets the next record, valid or not. @piece (out): its text, not ended by a NUL, and the line
 * where it begins. Returns %FALSE at the end of the list and where the text ends inside a record.
 */
gboolean
rhumb_json_pieces_next (RhumbJsonPieces *pieces, RhumbLine *piece)
{
    gboolean open = FALSE;
    const char *from = skip_blanks (pieces->at, pieces->end);
    while (from < pieces->end && *from == ',')
        from = skip_blanks (from + 1, pieces->end);
    go_to (pieces, from);
    const char *to = find_end (from, pieces->end, FALSE, &open);
    if (to != NULL && *to == ']' && to == from)
        pieces->is_closed = TRUE;
    if (pieces->is_closed || from == pieces->end || open)
        return FALSE;
    const char *last = to != NULL ? to : pieces->end;
    while (last > from && (g_ascii_isspace (last[-1]) || (to == NULL && last[-1] == ',')))
        last--;
    *piece = (RhumbLine){from, (gsize)(last - from), pieces->line};
    go_to (pieces, to != NULL ? to : pieces->end);
    return TRUE;
}

/* Tells why the whole text was not valid. @pieces: at the end; @problem: what the parser said of
 * the text. Returns %FALSE with %RHUMB_ERROR_FORMAT if the text ends inside the list. */
gboolean
rhumb_json_pieces_finish (const RhumbJsonPieces *pieces, const RhumbInput *input,
                          RhumbCorpusBuilder *builder, const char *problem, GError **error)
{
    if (!pieces->is_closed) {
        rhumb_input_set_error (input, error, RHUMB_ERROR_FORMAT, pieces->line,
                               "']' behind the last record", "the file ends inside %s",
                               pieces->at < pieces->end ? "the record that begins here"
                                                        : "the list of records");
        return FALSE;
    }
    g_autofree char *found = g_strdup_printf ("no valid JSON: %s", problem);
    return rhumb_corpus_builder_report (builder, RHUMB_EVENT_NOTE, pieces->line, found,
                                        "each record was read by itself", error);
}
