/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * GML cut into keys, numbers, texts and brackets.
 *
 * A line that begins with "#" is a comment; a text may run over several lines. Numbers are told
 * from keys by their first character. Memory is that of one line and one token.
 * Source: M. Himsolt, GML: a portable Graph File Format, 1997. Cost: linear.
 */
#include "io/scan/gml-scan.h"

#include <math.h>
#include <string.h>

#include "graph/error.h"
#include "graph/text.h"

#define LONGEST_TEXT ((gsize)16 << 20)
#define SHOWN 40

struct _RhumbGmlScanner {
    RhumbInput *input;
    RhumbLine line;
    const char *at; /* in the line; NULL before the first */
    GString *text;
};

/* rhumb_gml_scanner_new: a scanner at the beginning of an input, which it borrows. */
RhumbGmlScanner *
rhumb_gml_scanner_new (RhumbInput *input)
{
    RhumbGmlScanner *scanner = g_new0 (RhumbGmlScanner, 1);
    scanner->input = input;
    scanner->text = g_string_new (NULL);
    return scanner;
}

/* rhumb_gml_scanner_free: frees a scanner. */
void
rhumb_gml_scanner_free (RhumbGmlScanner *scanner)
{
    g_string_free (scanner->text, TRUE);
    g_free (scanner);
}

/* Goes to the next line. FALSE at the end, or with an error. */
static gboolean
next_line (RhumbGmlScanner *scanner, GError **error)
{
    const gboolean read = rhumb_input_read_line (scanner->input, &scanner->line, error);
    scanner->at = read ? scanner->line.text : NULL;
    return read;
}

/* Goes to the next character that means something. FALSE at the end, or with an error. */
static gboolean
skip_blanks (RhumbGmlScanner *scanner, GError **error)
{
    for (;;) {
        if (scanner->at == NULL && !next_line (scanner, error))
            return FALSE;
        if (scanner->at == scanner->line.text && scanner->at[strspn (scanner->at, " \t")] == '#')
            scanner->at += strlen (scanner->at);
        scanner->at += strspn (scanner->at, " \t\f\v");
        if (*scanner->at != '\0')
            return TRUE;
        scanner->at = NULL;
    }
}

static gboolean
read_text (RhumbGmlScanner *scanner, RhumbGmlToken *token, GError **error)
{
    GError *failure = NULL;
    scanner->at++;
    for (;;) {
        const gsize length = strcspn (scanner->at, "\"");
        g_string_append_len (scanner->text, scanner->at, (gssize)length);
        scanner->at += length;
        if (*scanner->at == '"')
            break;
        g_string_append_c (scanner->text, '\n');
        if (scanner->text->len > LONGEST_TEXT) {
            rhumb_input_set_error (scanner->input, error, RHUMB_ERROR_LIMIT, token->line,
                                   "its closing quote", "a text longer than 16 MiB");
            return FALSE;
        }
        if (!next_line (scanner, &failure)) {
            if (failure != NULL)
                g_propagate_error (error, failure);
            else
                rhumb_input_set_error (scanner->input, error, RHUMB_ERROR_FORMAT, token->line,
                                       "its closing quote", "the end of the file in a text");
            return FALSE;
        }
    }
    scanner->at++;
    token->kind = RHUMB_GML_TEXT;
    return TRUE;
}

static gboolean
read_word (RhumbGmlScanner *scanner, RhumbGmlToken *token, GError **error)
{
    const gsize length = strcspn (scanner->at, " \t\f\v[]\"");
    g_string_append_len (scanner->text, scanner->at, (gssize)length);
    scanner->at += length;
    if (g_ascii_isalpha (scanner->text->str[0]) || scanner->text->str[0] == '_') {
        token->kind = RHUMB_GML_KEY;
        return TRUE;
    }
    char *end;
    gint64 integer;
    const double value = g_ascii_strtod (scanner->text->str, &end);
    if (*end == '\0' && isfinite (value)) {
        const gboolean is_integer = g_ascii_string_to_signed (scanner->text->str, 10, G_MININT64,
                                                              G_MAXINT64, &integer, NULL);
        token->kind = is_integer ? RHUMB_GML_INTEGER : RHUMB_GML_REAL;
        return TRUE;
    }
    g_autofree char *shown = rhumb_text_shorten (scanner->text->str, SHOWN);
    rhumb_input_set_error (scanner->input, error, RHUMB_ERROR_FORMAT, token->line,
                           "a key, a number, a text or a bracket", "'%s'", shown);
    return FALSE;
}

/* Reads the next token. @token (out): the token; %RHUMB_GML_END at the end. Returns %FALSE with an
 * error of reading, %RHUMB_ERROR_FORMAT or %RHUMB_ERROR_LIMIT. */
gboolean
rhumb_gml_scanner_read (RhumbGmlScanner *scanner, RhumbGmlToken *token, GError **error)
{
    GError *failure = NULL;
    g_string_truncate (scanner->text, 0);
    if (!skip_blanks (scanner, &failure)) {
        *token = (RhumbGmlToken){RHUMB_GML_END, "", scanner->line.number};
        if (failure != NULL)
            g_propagate_error (error, failure);
        return failure == NULL;
    }
    token->line = scanner->line.number;
    gboolean read = TRUE;
    switch (*scanner->at) {
    case '[':
    case ']':
        token->kind = *scanner->at++ == '[' ? RHUMB_GML_OPEN : RHUMB_GML_CLOSE;
        break;
    case '"':
        read = read_text (scanner, token, error);
        break;
    default:
        read = read_word (scanner, token, error);
    }
    token->text = scanner->text->str;
    return read;
}
