/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Values of BibTeX fields: groups in braces or quotes, numbers and macros, joined by #.
 *
 * Macros are what @string defines, after the twelve months that every style knows. All texts of
 * macros together have a limit, since a line of 20 bytes may double the one before it.
 * Cost: linear in the value with its macros put in.
 */
#include "io/scan/bibtex-value.h"

#include <string.h>

#include "graph/error.h"

/* What a macro costs beside its text. */
#define MACRO_COST 64

struct _RhumbBibtexMacros {
    GHashTable *texts;
    GHashTable *undefined; /* names that have been told */
    gsize length;
};

static const char *const months[][2] = {
    {"jan", "January"},   {"feb", "February"}, {"mar", "March"},    {"apr", "April"},
    {"may", "May"},       {"jun", "June"},     {"jul", "July"},     {"aug", "August"},
    {"sep", "September"}, {"oct", "October"},  {"nov", "November"}, {"dec", "December"},
};

/* rhumb_bibtex_macros_new: the macros of the months. */
RhumbBibtexMacros *
rhumb_bibtex_macros_new (void)
{
    RhumbBibtexMacros *macros = g_new0 (RhumbBibtexMacros, 1);
    macros->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    macros->undefined = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS (months); i++)
        g_hash_table_insert (macros->texts, g_strdup (months[i][0]), g_strdup (months[i][1]));
    return macros;
}

/* rhumb_bibtex_macros_free: frees @macros. */
void
rhumb_bibtex_macros_free (RhumbBibtexMacros *macros)
{
    g_hash_table_unref (macros->texts);
    g_hash_table_unref (macros->undefined);
    g_free (macros);
}

/* Defines a macro, anew if it was defined before. @macros: macros; @cursor: where the definition
 * stands; @name: name in lower case; @text: what it stands for. Returns %FALSE with the failure of
 * @cursor set to %RHUMB_ERROR_LIMIT. */
gboolean
rhumb_bibtex_macros_define (RhumbBibtexMacros *macros, RhumbBibtexCursor *cursor, const char *name,
                            const char *text)
{
    macros->length += strlen (name) + strlen (text) + MACRO_COST;
    if (macros->length > RHUMB_BIBTEX_TEXT_LIMIT) {
        rhumb_input_set_error (cursor->input, &cursor->failure, RHUMB_ERROR_LIMIT,
                               cursor->line.number, "less",
                               "all @string together are longer than %" G_GSIZE_FORMAT " bytes",
                               RHUMB_BIBTEX_TEXT_LIMIT);
        return FALSE;
    }
    g_hash_table_insert (macros->texts, g_strdup (name), g_strdup (text));
    return TRUE;
}

/* The text of a group up to @cursor->closer, which is left out; braces inside are balanced. */
static gboolean
scan_group (RhumbBibtexCursor *cursor, GString *value)
{
    guint level = 0;
    for (;;) {
        const gsize plain = strcspn (cursor->at, cursor->closer == '"' ? "{}\"" : "{}");
        if (!rhumb_bibtex_cursor_keep (cursor, value, cursor->at, plain))
            return FALSE;
        cursor->at += plain;
        const char found = *cursor->at;
        if (found == cursor->closer && level == 0)
            break;
        if (found == '}' && level == 0)
            return rhumb_bibtex_cursor_spoil (cursor, "'\"' at the end of the value");
        level += found == '{';
        level -= found == '}';
        if (!rhumb_bibtex_cursor_keep (cursor, value, found != '\0' ? cursor->at : "\n", 1))
            return FALSE;
        if (found != '\0')
            cursor->at++;
        else if (!rhumb_bibtex_cursor_continue (cursor))
            return FALSE;
    }
    cursor->at++;
    return TRUE;
}

/* What a bare word stands for: a number for itself, a macro for its text. */
static const char *
look_up (RhumbBibtexMacros *macros, RhumbBibtexCursor *cursor, const char *word)
{
    g_autofree char *name = g_ascii_strdown (word, -1);
    const char *text = g_hash_table_lookup (macros->texts, name);
    if (text != NULL || word[strspn (word, "0123456789")] == '\0')
        return text != NULL ? text : word;
    if (!g_hash_table_contains (macros->undefined, name)) {
        rhumb_bibtex_cursor_report (cursor, RHUMB_EVENT_NOTE, cursor->line.number,
                                    g_strdup_printf ("the undefined string '%s'", word),
                                    g_strdup ("taken as written"));
        g_hash_table_add (macros->undefined, g_steal_pointer (&name));
    }
    return word;
}

static gboolean
scan_piece (RhumbBibtexMacros *macros, RhumbBibtexCursor *cursor, const char *field, GString *value)
{
    if (*cursor->at == '{' || *cursor->at == '"') {
        const char outer = cursor->closer;
        cursor->closer = *cursor->at++ == '{' ? '}' : '"';
        const gboolean whole = scan_group (cursor, value);
        cursor->closer = outer;
        return whole;
    }
    const gsize length = rhumb_bibtex_name_length (cursor->at);
    if (length == 0)
        return rhumb_bibtex_cursor_spoil (cursor, "a value for '%s'", field);
    g_autofree char *word = g_strndup (cursor->at, length);
    cursor->at += length;
    const char *text = look_up (macros, cursor, word);
    return rhumb_bibtex_cursor_keep (cursor, value, text, strlen (text));
}

/* Scans pieces joined by # and ends at what follows them. @macros: the macros defined so far;
 * @cursor: a cursor behind the '='; @field: whose value it is, for messages; @value: where the
 * value is put, in place of what was there. Returns %FALSE with a syntax error reported or the
 * failure of @cursor set. */
gboolean
rhumb_bibtex_scan_value (RhumbBibtexMacros *macros, RhumbBibtexCursor *cursor, const char *field,
                         GString *value)
{
    g_string_truncate (value, 0);
    for (;;) {
        if (!rhumb_bibtex_cursor_skip_blanks (cursor) ||
            !scan_piece (macros, cursor, field, value) || !rhumb_bibtex_cursor_skip_blanks (cursor))
            return FALSE;
        if (*cursor->at != '#')
            return TRUE;
        cursor->at++;
    }
}
