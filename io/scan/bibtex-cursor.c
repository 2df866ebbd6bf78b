/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * A place in a BibTeX file, and the words for what is wrong there.
 *
 * The grammar (bibtex-scan.c) looks at one character at a time; here are the moves it makes: to
 * the next line, over blanks and % comments, and the three ways a move can end badly. A syntax
 * error is an event, "found …, expected …", and costs what the cursor is inside of. The end of
 * the file inside an entry and text over the limit are failures that end the reading.
 * Cost: constant beside the text that is kept; the input is read once, a line at a time.
 */
#include "io/scan/bibtex-cursor.h"

#include <string.h>

#include "graph/error.h"

/* How much of an unexpected word a message shows, in bytes. */
#define SHOWN_LENGTH 24

/* Moves to the start of the next line. Returns %FALSE at the end of the file, or with the cursor's
 * failure set. */
gboolean
rhumb_bibtex_cursor_next_line (RhumbBibtexCursor *cursor)
{
    RhumbLine line;
    cursor->at = NULL;
    if (cursor->failure != NULL || !rhumb_input_read_line (cursor->input, &line, &cursor->failure))
        return FALSE;
    cursor->line = line;
    cursor->at = line.text;
    return TRUE;
}

static char *
describe_place (const RhumbBibtexCursor *cursor)
{
    if (cursor->key->len == 0)
        return g_strdup_printf ("the %s begun on line %" G_GUINT64_FORMAT, cursor->inside,
                                cursor->begun_on);
    return g_strdup_printf ("the %s '%s' begun on line %" G_GUINT64_FORMAT, cursor->inside,
                            cursor->key->str, cursor->begun_on);
}

/* Moves to the next line of what has begun; there must be one. @cursor: a cursor inside an entry.
 * Returns %FALSE with the failure set to %RHUMB_ERROR_FORMAT if the file ends. */
gboolean
rhumb_bibtex_cursor_continue (RhumbBibtexCursor *cursor)
{
    if (rhumb_bibtex_cursor_next_line (cursor))
        return TRUE;
    if (cursor->failure == NULL) {
        g_autofree char *place = describe_place (cursor);
        const char expected[] = {'\'', cursor->closer, '\'', '\0'};
        rhumb_input_set_error (cursor->input, &cursor->failure, RHUMB_ERROR_FORMAT,
                               cursor->line.number, expected, "the file ends inside %s", place);
    }
    return FALSE;
}

/* Moves to the next character that is neither blank nor part of a comment from % to the end of a
 * line. Such comments are no part of BibTeX but are widely used. @cursor: a cursor inside an entry.
 * Returns %FALSE if the file ends before. */
gboolean
rhumb_bibtex_cursor_skip_blanks (RhumbBibtexCursor *cursor)
{
    for (;;) {
        while (g_ascii_isspace (*cursor->at))
            cursor->at++;
        if (*cursor->at != '\0' && *cursor->at != '%')
            return TRUE;
        if (!rhumb_bibtex_cursor_continue (cursor))
            return FALSE;
    }
}

/* rhumb_bibtex_cursor_is_at_line_start: whether only blanks stand before @cursor in its line. */
gboolean
rhumb_bibtex_cursor_is_at_line_start (const RhumbBibtexCursor *cursor)
{
    const char *text = cursor->line.text;
    while (text < cursor->at && g_ascii_isspace (*text))
        text++;
    return text == cursor->at;
}

/* Keeps text of the entry while it is within the limit; a forgotten brace must not draw a whole
 * file into memory, nor a macro of macros grow without end. @cursor: a cursor inside an entry; @to:
 * where the text is appended; @text: text; @length: its length in bytes. Returns %FALSE with the
 * failure set to %RHUMB_ERROR_LIMIT. */
gboolean
rhumb_bibtex_cursor_keep (RhumbBibtexCursor *cursor, GString *to, const char *text, gsize length)
{
    cursor->length += length;
    if (cursor->length <= RHUMB_BIBTEX_TEXT_LIMIT) {
        g_string_append_len (to, text, (gssize)length);
        return TRUE;
    }
    g_autofree char *place = describe_place (cursor);
    g_autofree char *expected = g_strdup_printf ("'%c' before", cursor->closer);
    rhumb_input_set_error (cursor->input, &cursor->failure, RHUMB_ERROR_LIMIT, cursor->line.number,
                           expected, "%s is longer than %" G_GSIZE_FORMAT " bytes", place,
                           RHUMB_BIBTEX_TEXT_LIMIT);
    return FALSE;
}

/* Measures the name of a type, field or macro: no blanks and none of BibTeX's own characters.
 * @text: text. Returns its length in bytes, 0 if there is none. */
gsize
rhumb_bibtex_name_length (const char *text)
{
    gsize length = 0;
    /* Most of a name are letters; only what is none is looked up. */
    while (g_ascii_isalnum (text[length]) ||
           (text[length] != '\0' && strchr (" \t\v\f\"#%'(),={}@\\~", text[length]) == NULL))
        length++;
    return length;
}

static char *
describe_found (const char *text)
{
    const gsize name_length = rhumb_bibtex_name_length (text);
    gsize length = MIN (name_length, SHOWN_LENGTH);
    /* Never half a character. */
    while (length > 0 && ((guchar)text[length] & 0xC0) == 0x80)
        length--;
    if (length == 0)
        length = (gsize)(g_utf8_next_char (text) - text);
    return g_strdup_printf ("'%.*s%s'", (int)length, text, length < name_length ? "…" : "");
}

/* Reports a syntax error. @cursor: a cursor inside an entry, at what is wrong; @format: what was
 * expected. Returns %FALSE always, for a caller that gives up. */
gboolean
rhumb_bibtex_cursor_spoil (RhumbBibtexCursor *cursor, const char *format, ...)
{
    va_list arguments;
    va_start (arguments, format);
    g_autofree char *expected = g_strdup_vprintf (format, arguments);
    va_end (arguments);
    g_autofree char *found = describe_found (cursor->at);
    g_autofree char *place = describe_place (cursor);
    rhumb_bibtex_cursor_report (cursor, cursor->loses, cursor->line.number,
                                g_strdup_printf ("%s in %s", found, place),
                                g_strconcat ("expected ", expected, NULL));
    return FALSE;
}

/* Queues a line for the report. @kind: what happened; @line: on which line; @found (taken): what
 * was found; @why (taken): what was expected or why it is left out. */
void
rhumb_bibtex_cursor_report (RhumbBibtexCursor *cursor, RhumbEventKind kind, guint64 line,
                            char *found, char *why)
{
    RhumbBibtexEvent *event = g_new (RhumbBibtexEvent, 1);
    *event = (RhumbBibtexEvent){kind, line, found, why};
    g_queue_push_tail (&cursor->events, event);
}

/* rhumb_bibtex_event_free: frees @event. */
void
rhumb_bibtex_event_free (RhumbBibtexEvent *event)
{
    g_free (event->found);
    g_free (event->why);
    g_free (event);
}
