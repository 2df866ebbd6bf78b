/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The entries of a BibTeX file, one at a time.
 *
 * The grammar is BibTeX's as its program reads it (O. Patashnik, BibTeXing, 1988; bibtex.web,
 * version 0.99d): @string, @preamble, @comment and entries in {} or (), names in any case, values
 * of braces, quotes, numbers and macros joined by #, the macros of the months, and everything
 * between entries a comment. Three habits of the world are taken in: comments from % to the end
 * of a line between fields, blanks inside a key (a vendor writes "Carmone Jr.1997538"), and
 * entries without a key. An undefined macro stands for its own name, and is noted.
 *
 * Between entries an '@' begins something at the start of a line or behind a closed entry only,
 * so an address or a commented-out "% @book" does not. A syntax error costs its entry; reading
 * goes on at the next '@' at a line start. As in BibTeX a @comment does not protect what it
 * encloses: one that is left open would hide the rest of the file.
 *
 * Debian's libbtparse 0.89 was tried on fifteen files. It counted well, but of a file with an
 * open @comment it gave none of the four entries; it gives a broken entry (a blank in its key) and
 * counts it among the good ones, so what is lost has to be guessed; its macros, line and file name
 * are global; it prints its messages to standard error unless each class gets a handler, without
 * the line on which the entry begins; it knows no months; and it draws from a FILE, past the
 * repairs of bytes that all readers here share. Hence a scanner of our own.
 *
 * Cost: linear in the file, memory for one entry and the macros, each at most 16 MiB.
 */
#include "io/scan/bibtex-scan.h"

#include <string.h>

#include "io/scan/bibtex-cursor.h"
#include "io/scan/bibtex-value.h"

/* What a field costs beside its text, so that a million empty fields meet the limit. */
#define FIELD_COST 64
#define MANY_FIELDS 64

struct _RhumbBibtexScanner {
    RhumbBibtexCursor cursor;
    RhumbBibtexEntry *entry;
    RhumbBibtexEvent *event;
    RhumbBibtexMacros *macros;
    GHashTable *field_names; /* of an entry with many fields */
    GString *name;
    GString *value;
    guint64 n_begun;
    gboolean resync;
};

/* Makes a scanner that knows the months and no other macro. @input: an input, used up by the
 * scanner and borrowed while it lives. Returns a scanner. */
RhumbBibtexScanner *
rhumb_bibtex_scanner_new (RhumbInput *input)
{
    RhumbBibtexScanner *scanner = g_new0 (RhumbBibtexScanner, 1);
    scanner->cursor.input = input;
    scanner->cursor.key = g_string_new (NULL);
    g_queue_init (&scanner->cursor.events);
    scanner->macros = rhumb_bibtex_macros_new ();
    scanner->field_names = g_hash_table_new (g_str_hash, g_str_equal);
    scanner->name = g_string_new (NULL);
    scanner->value = g_string_new (NULL);
    return scanner;
}

/* rhumb_bibtex_scanner_free: frees @scanner; the input stays. */
void
rhumb_bibtex_scanner_free (RhumbBibtexScanner *scanner)
{
    g_clear_pointer (&scanner->entry, rhumb_bibtex_entry_free);
    g_clear_pointer (&scanner->event, rhumb_bibtex_event_free);
    g_clear_error (&scanner->cursor.failure);
    g_queue_clear_full (&scanner->cursor.events, (GDestroyNotify)rhumb_bibtex_event_free);
    g_string_free (scanner->cursor.key, TRUE);
    rhumb_bibtex_macros_free (scanner->macros);
    g_hash_table_unref (scanner->field_names);
    g_string_free (scanner->name, TRUE);
    g_string_free (scanner->value, TRUE);
    g_free (scanner);
}

/* "name =" and the value, into the scanner. FALSE if it is broken. */
static gboolean
scan_assignment (RhumbBibtexScanner *scanner, const char *what)
{
    RhumbBibtexCursor *cursor = &scanner->cursor;
    const gsize length = rhumb_bibtex_name_length (cursor->at);
    if (length == 0)
        return rhumb_bibtex_cursor_spoil (cursor, "the name of a %s", what);
    g_string_truncate (scanner->name, 0);
    g_string_append_len (scanner->name, cursor->at, (gssize)length);
    for (char *c = scanner->name->str; *c != '\0'; c++)
        if (g_ascii_isupper (*c))
            *c = g_ascii_tolower (*c);
    cursor->at += length;
    if (!rhumb_bibtex_cursor_skip_blanks (cursor))
        return FALSE;
    if (*cursor->at != '=')
        return rhumb_bibtex_cursor_spoil (cursor, "'=' after '%s'", scanner->name->str);
    cursor->at++;
    return rhumb_bibtex_scan_value (scanner->macros, cursor, scanner->name->str, scanner->value);
}

static gboolean
scan_string (RhumbBibtexScanner *scanner)
{
    RhumbBibtexCursor *cursor = &scanner->cursor;
    if (!rhumb_bibtex_cursor_skip_blanks (cursor))
        return FALSE;
    if (!scan_assignment (scanner, "string"))
        return FALSE;
    const char *name = scanner->name->str;
    if (*cursor->at != cursor->closer)
        return rhumb_bibtex_cursor_spoil (cursor, "'%c' after the value of '%s'", cursor->closer,
                                          name);
    cursor->at++;
    return rhumb_bibtex_macros_define (scanner->macros, cursor, name, scanner->value->str);
}

/* Whether a field begins on a new line although no comma ends what is before it: the commonest slip
 * of hand-made files, and no other reading is possible. */
static gboolean
lacks_comma (RhumbBibtexCursor *cursor)
{
    const gsize length = rhumb_bibtex_name_length (cursor->at);
    if (length == 0 || !rhumb_bibtex_cursor_is_at_line_start (cursor) ||
        cursor->at[length + strspn (cursor->at + length, " \t")] != '=')
        return FALSE;
    rhumb_bibtex_cursor_report (cursor, RHUMB_EVENT_NOTE, cursor->line.number,
                                g_strdup_printf ("no ',' before '%.*s' in the entry '%s'",
                                                 (int)length, cursor->at, cursor->key->str),
                                g_strdup ("taken as if it were there"));
    return TRUE;
}

/* The key up to what ends it; blanks inside one line belong to it. */
static gboolean
scan_key (RhumbBibtexCursor *cursor)
{
    if (!rhumb_bibtex_cursor_skip_blanks (cursor))
        return FALSE;
    gsize length = strcspn (cursor->at, cursor->closer == ')' ? ",{}\"=)" : ",{}\"=");
    const char *key = cursor->at;
    cursor->at += length;
    while (length > 0 && g_ascii_isspace (key[length - 1]))
        length--;
    if (!rhumb_bibtex_cursor_keep (cursor, cursor->key, key, length) ||
        !rhumb_bibtex_cursor_skip_blanks (cursor))
        return FALSE;
    if (*cursor->at != ',' && *cursor->at != cursor->closer && !lacks_comma (cursor))
        return rhumb_bibtex_cursor_spoil (cursor, "',' after the key");
    return TRUE;
}

/* Walks over few fields and looks many up, so that a million of them are no million walks. */
static gboolean
has_field (RhumbBibtexScanner *scanner, const char *name)
{
    const GPtrArray *fields = scanner->entry->fields;
    if (fields->len < MANY_FIELDS)
        return rhumb_bibtex_entry_find (scanner->entry, name) != NULL;
    for (guint i = g_hash_table_size (scanner->field_names); i < fields->len; i++)
        g_hash_table_add (scanner->field_names, ((RhumbBibtexField *)fields->pdata[i])->name);
    return g_hash_table_contains (scanner->field_names, name);
}

static gboolean
scan_field (RhumbBibtexScanner *scanner)
{
    RhumbBibtexCursor *cursor = &scanner->cursor;
    const guint64 line = cursor->line.number;
    if (!scan_assignment (scanner, "field"))
        return FALSE;
    const char *name = scanner->name->str;
    if (*cursor->at != ',' && *cursor->at != cursor->closer && !lacks_comma (cursor))
        return rhumb_bibtex_cursor_spoil (cursor, "',' or '%c' after the value of '%s'",
                                          cursor->closer, name);
    cursor->length += scanner->name->len + FIELD_COST;
    if (has_field (scanner, name)) {
        rhumb_bibtex_cursor_report (
            cursor, RHUMB_EVENT_FIELD_DROPPED, line,
            g_strdup_printf ("a second '%s' in the entry '%s'", name, cursor->key->str),
            g_strdup ("expected each field once; the first is kept"));
        return TRUE;
    }
    rhumb_bibtex_entry_add (scanner->entry, name, scanner->value->str, line);
    return TRUE;
}

static gboolean
scan_entry (RhumbBibtexScanner *scanner, const char *type)
{
    RhumbBibtexCursor *cursor = &scanner->cursor;
    if (!scan_key (cursor))
        return FALSE;
    scanner->entry = rhumb_bibtex_entry_new (type, cursor->key->str, cursor->begun_on);
    g_hash_table_remove_all (scanner->field_names);
    while (*cursor->at != cursor->closer) {
        cursor->at += *cursor->at == ',';
        if (!rhumb_bibtex_cursor_skip_blanks (cursor) ||
            (*cursor->at != cursor->closer && !scan_field (scanner)))
            return FALSE;
    }
    cursor->at++;
    return TRUE;
}

static const char *
skip_line_blanks (const char *text)
{
    while (g_ascii_isspace (*text))
        text++;
    return text;
}

/* Whether an entry, a string or the like begins here: '@' and a letter. */
static gboolean
begins_item (const char *text)
{
    return *text == '@' && g_ascii_isalpha (*skip_line_blanks (text + 1));
}

/* The same with the brace that follows the type: no address in a comment looks like that. */
static gboolean
begins_whole_entry (const char *text)
{
    text = skip_line_blanks (text);
    if (!begins_item (text))
        return FALSE;
    text = skip_line_blanks (text + 1);
    text = skip_line_blanks (text + rhumb_bibtex_name_length (text));
    return *text == '{' || *text == '(';
}

/* Skips a group whose text does not matter. One left open ends before the next entry. */
static gboolean
skip_group (RhumbBibtexCursor *cursor, const char *name)
{
    guint level = 0;
    for (;;) {
        cursor->at += strcspn (cursor->at, cursor->closer == ')' ? "{})" : "{}");
        const char found = *cursor->at;
        if (found != '\0')
            cursor->at++;
        if (found == cursor->closer && level == 0)
            return TRUE;
        level += found == '{';
        level -= found == '}' && level > 0;
        if (found != '\0')
            continue;
        const gboolean more = rhumb_bibtex_cursor_next_line (cursor);
        if (more && !begins_whole_entry (cursor->at))
            continue;
        rhumb_bibtex_cursor_report (cursor, RHUMB_EVENT_NOTE, cursor->begun_on,
                                    g_strdup_printf ("a @%s that is not closed", name),
                                    g_strdup (more ? "taken as ended before the next entry"
                                                   : "taken as ended with the file"));
        return cursor->failure == NULL;
    }
}

/* What holds no paper: @comment, @preamble. Without a group a comment is the rest of its line. */
static gboolean
skip_furniture (RhumbBibtexCursor *cursor, const char *name)
{
    rhumb_bibtex_cursor_report (cursor, RHUMB_EVENT_LINE_SKIPPED, cursor->begun_on,
                                g_strconcat ("@", name, NULL), g_strdup ("holds no paper"));
    while (g_ascii_isspace (*cursor->at))
        cursor->at++;
    if (*cursor->at != '{' && *cursor->at != '(') {
        cursor->at += strlen (cursor->at);
        return TRUE;
    }
    cursor->closer = *cursor->at++ == '{' ? '}' : ')';
    return skip_group (cursor, name);
}

/* What stands behind an '@'. Returns FALSE with an event queued or the failure set. */
static gboolean
scan_item (RhumbBibtexScanner *scanner)
{
    RhumbBibtexCursor *cursor = &scanner->cursor;
    cursor->begun_on = cursor->line.number;
    cursor->length = 0;
    cursor->closer = '}';
    g_string_truncate (cursor->key, 0);
    cursor->at = skip_line_blanks (cursor->at + 1);
    const gsize length = rhumb_bibtex_name_length (cursor->at);
    g_autofree char *name = g_ascii_strdown (cursor->at, (gssize)length);
    cursor->at += length;
    if (g_str_equal (name, "comment") || g_str_equal (name, "preamble"))
        return skip_furniture (cursor, name);
    const gboolean is_string = g_str_equal (name, "string");
    cursor->inside = is_string ? "@string" : "entry";
    cursor->loses = is_string ? RHUMB_EVENT_FIELD_DROPPED : RHUMB_EVENT_RECORD_LOST;
    scanner->n_begun += !is_string;
    if (!rhumb_bibtex_cursor_skip_blanks (cursor))
        return FALSE;
    if (*cursor->at != '{' && *cursor->at != '(')
        return rhumb_bibtex_cursor_spoil (cursor, "'{' or '(' after '@%s'", name);
    cursor->closer = *cursor->at++ == '{' ? '}' : ')';
    return is_string ? scan_string (scanner) : scan_entry (scanner, name);
}

/* Moves to the next '@' that begins something, or stops where a line for the report arises. */
static gboolean
find_item (RhumbBibtexScanner *scanner)
{
    RhumbBibtexCursor *cursor = &scanner->cursor;
    while (cursor->at != NULL || rhumb_bibtex_cursor_next_line (cursor)) {
        cursor->at = skip_line_blanks (cursor->at);
        if (begins_item (cursor->at) &&
            (!scanner->resync || rhumb_bibtex_cursor_is_at_line_start (cursor)))
            return TRUE;
        if (*cursor->at != '\0' && !scanner->resync)
            rhumb_bibtex_cursor_report (cursor, RHUMB_EVENT_LINE_SKIPPED, cursor->line.number,
                                        g_strdup (cursor->at),
                                        g_strdup ("text between entries is a comment"));
        cursor->at = NULL;
        if (!g_queue_is_empty (&cursor->events))
            return FALSE;
    }
    return FALSE;
}

/* Reads on. Lines for the report come before the entry that they are about. Returns what was found;
 * %RHUMB_BIBTEX_FAILED with %RHUMB_ERROR_FORMAT if the file ends inside an entry,
 * %RHUMB_ERROR_LIMIT if a line, an entry or all @string are too long, or an error of reading. */
RhumbBibtexItem
rhumb_bibtex_scanner_next (RhumbBibtexScanner *scanner, GError **error)
{
    RhumbBibtexCursor *cursor = &scanner->cursor;
    g_clear_pointer (&scanner->event, rhumb_bibtex_event_free);
    for (;;) {
        scanner->event = g_queue_pop_head (&cursor->events);
        if (scanner->event != NULL)
            return RHUMB_BIBTEX_EVENT;
        if (cursor->failure != NULL) {
            g_propagate_error (error, g_steal_pointer (&cursor->failure));
            return RHUMB_BIBTEX_FAILED;
        }
        if (scanner->entry != NULL)
            return RHUMB_BIBTEX_ENTRY;
        if (!find_item (scanner)) {
            if (g_queue_is_empty (&cursor->events) && cursor->failure == NULL)
                return RHUMB_BIBTEX_END;
            continue;
        }
        scanner->resync = !scan_item (scanner);
        if (scanner->resync)
            g_clear_pointer (&scanner->entry, rhumb_bibtex_entry_free);
    }
}

/* Takes the entry; the scanner reads on only after that. @scanner: a scanner that has just come
 * upon %RHUMB_BIBTEX_ENTRY. Returns the entry. */
RhumbBibtexEntry *
rhumb_bibtex_scanner_steal_entry (RhumbBibtexScanner *scanner)
{
    return g_steal_pointer (&scanner->entry);
}

/* rhumb_bibtex_scanner_get_event: the event, until the scanner reads on. */
const RhumbBibtexEvent *
rhumb_bibtex_scanner_get_event (const RhumbBibtexScanner *scanner)
{
    return scanner->event;
}

/* rhumb_bibtex_scanner_get_n_begun: entries begun so far: those found plus those lost. */
guint64
rhumb_bibtex_scanner_get_n_begun (const RhumbBibtexScanner *scanner)
{
    return scanner->n_begun;
}
