/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * TeX in titles and abstracts as plain text.
 *
 * Reference managers write accents, signs and fonts as TeX, and abstracts of preprints keep such
 * commands even on web pages. Accents are put on their letter, known commands become what they
 * print, font commands and protective braces vanish, mathematics between dollars stays as it was
 * typed, and so does every command that is not known and has no argument: nothing is lost.
 * Departs from TeX: no macro is expanded, an argument of an unknown command is kept as text.
 * Cost: linear; an argument that has to be found first is looked for in at most 512 bytes, so
 * hostile nesting cannot make it quadratic.
 */
#include "io/scan/latex.h"

#include <string.h>

#include "io/scan/latex-symbols.h"

#define ARGUMENT_LIMIT 512
#define DEPTH_LIMIT 16

typedef struct {
    GString *out;
    RhumbLatexMode mode;
    guint depth;
    gboolean has_accents;
} Decoder;

static void decode (Decoder *decoder, const char *text, const char *end);

static const char *const font_switches[] = {
    "bf",   "em",       "it",      "sc",       "sf",      "sl",         "tt",
    "rm",   "bfseries", "itshape", "scshape",  "upshape", "normalfont", "small",
    "tiny", "large",    "Large",   "noindent", "protect", NULL};

/* Commands whose first argument is no text to read. */
static const char *const with_hidden_argument[] = {
    "begin", "end", "href", "textcolor", "color", "label", "vspace", "hspace", NULL};

static gboolean
is_among (const char *const *names, const char *name, gsize length)
{
    for (; *names != NULL; names++)
        if (strlen (*names) == length && strncmp (*names, name, length) == 0)
            return TRUE;
    return FALSE;
}

static const char *
skip_blanks (const char *text, const char *end)
{
    while (text < end && g_ascii_isspace (*text))
        text++;
    return text;
}

/* The brace that closes the one at @open, %NULL if none is near. */
static const char *
find_closing (const char *open, const char *end)
{
    guint level = 0;
    const char *const stop = end - open > ARGUMENT_LIMIT ? open + ARGUMENT_LIMIT : end;
    for (const char *at = open; at < stop; at++) {
        if (*at == '\\' && at + 1 < stop)
            at++;
        else if (*at == '{')
            level++;
        else if (*at == '}' && --level == 0)
            return at;
    }
    return NULL;
}

/* One character or one command, with the braces around it if there are any. */
static const char *
find_argument_end (const char *text, const char *end)
{
    if (text >= end)
        return end;
    if (*text == '{') {
        const char *closing = find_closing (text, end);
        return closing != NULL ? closing + 1 : NULL;
    }
    if (*text != '\\')
        return MIN (g_utf8_next_char (text), end);
    const char *at = text + 1;
    while (at < end && g_ascii_isalpha (*at))
        at++;
    return at == text + 1 ? MIN (at + 1, end) : at;
}

static void
decode_deeper (Decoder *decoder, const char *text, const char *end)
{
    decoder->depth++;
    if (decoder->depth <= DEPTH_LIMIT)
        decode (decoder, text, end);
    else
        g_string_append_len (decoder->out, text, end - text);
    decoder->depth--;
}

/* Puts an accent on its argument. Returns what follows, %NULL if there is no argument. */
static const char *
decode_accent (Decoder *decoder, gunichar accent, const char *text, const char *end)
{
    text = skip_blanks (text, end);
    const char *after = find_argument_end (text, end);
    if (after == NULL || after == text)
        return NULL;
    const gsize old_length = decoder->out->len;
    const gboolean braced = *text == '{';
    decode_deeper (decoder, text + braced, after - braced);
    g_autofree char *base = g_strdup (decoder->out->str + old_length);
    g_string_truncate (decoder->out, old_length);
    gunichar letter = g_utf8_get_char (base);
    /* The dotless letters exist only to carry accents. */
    letter = letter == 0x131 ? 'i' : letter == 0x237 ? 'j' : letter;
    if (letter != 0) {
        g_string_append_unichar (decoder->out, letter);
        g_string_append_unichar (decoder->out, accent);
        decoder->has_accents = TRUE;
        g_string_append (decoder->out, g_utf8_next_char (base));
    }
    return after;
}

static const char *
decode_symbol (Decoder *decoder, const char *symbol, const char *text, const char *end)
{
    g_string_append (decoder->out, symbol);
    if (end - text >= 2 && text[0] == '{' && text[1] == '}')
        return text + 2;
    if (text < end && *text == '~') {
        g_string_append_c (decoder->out, ' ');
        return text + 1;
    }
    /* TeX ends the name of a letter at a blank, "Stra\ss e"; words keep their blank. */
    if (*symbol != '\0' && *g_utf8_next_char (symbol) == '\0' &&
        g_unichar_isalpha (g_utf8_get_char (symbol)))
        return skip_blanks (text, end);
    return text;
}

/* A command that is only known by having an argument: the argument is what it prints. */
static const char *
decode_argument (Decoder *decoder, const char *name, const char *text, const char *end)
{
    const gsize length = (gsize)(text - name);
    if (is_among (with_hidden_argument, name, length) && text < end && *text == '{') {
        const char *hidden = find_closing (text, end);
        text = hidden != NULL ? hidden + 1 : text;
    }
    const char *closing = text < end && *text == '{' ? find_closing (text, end) : NULL;
    if (closing == NULL)
        return text;
    decode_deeper (decoder, text + 1, closing);
    return closing + 1;
}

static const char *
decode_word (Decoder *decoder, const char *name, const char *after, const char *end)
{
    const gsize length = (gsize)(after - name);
    const gunichar accent = rhumb_latex_accent (name, length);
    const gboolean apart = after < end && (*after == '{' || *after == '\\' || *after == ' ');
    if (accent != 0 && apart) {
        const char *rest = decode_accent (decoder, accent, after, end);
        if (rest != NULL)
            return rest;
    }
    const char *symbol = rhumb_latex_symbol (name, length);
    if (symbol != NULL)
        return decode_symbol (decoder, symbol, after, end);
    if (is_among (font_switches, name, length))
        return skip_blanks (after, end);
    const char *const argument = after < end && *after == '*' ? after + 1 : after;
    if ((argument < end && *argument == '{') || is_among (with_hidden_argument, name, length))
        return decode_argument (decoder, name, argument, end);
    g_string_append_len (decoder->out, name - 1, after - name + 1);
    return after;
}

/* A backslash and what belongs to it. */
static const char *
decode_command (Decoder *decoder, const char *text, const char *end)
{
    const char *name = text + 1;
    const char *after = name;
    while (after < end && g_ascii_isalpha (*after))
        after++;
    if (after > name)
        return decode_word (decoder, name, after, end);
    if (name == end) {
        g_string_append_c (decoder->out, '\\');
        return end;
    }
    const gunichar accent = rhumb_latex_accent (name, 1);
    if (accent != 0) {
        const char *rest = decode_accent (decoder, accent, name + 1, end);
        if (rest != NULL)
            return rest;
    }
    if (strchr ("&%$#_{}", *name) != NULL)
        g_string_append_c (decoder->out, *name);
    else if (strchr (" \\,;:\n\t", *name) != NULL)
        g_string_append_c (decoder->out, ' ');
    else if (strchr ("-/@!", *name) == NULL)
        g_string_append_len (decoder->out, text, g_utf8_next_char (name) - text);
    return g_utf8_next_char (name);
}

/* Mathematics as typed; a dollar without a partner is a price. */
static const char *
copy_mathematics (Decoder *decoder, const char *text, const char *end)
{
    const gsize opening = end - text >= 2 && text[1] == '$' ? 2 : 1;
    const char *const stop = end - text > ARGUMENT_LIMIT ? text + ARGUMENT_LIMIT : end;
    const char *at = text + opening;
    while (at < stop && *at != '$')
        at += *at == '\\' && at + 1 < stop ? 2 : 1;
    const char *after = at < stop && at + opening <= end ? at + opening : text + 1;
    g_string_append_len (decoder->out, text, after - text);
    return after;
}

static const char *
decode_dashes_and_quotes (Decoder *decoder, const char *text, const char *end)
{
    gsize run = 1;
    while (text + run < end && text[run] == *text && run < 3)
        run++;
    if (*text == '-')
        g_string_append (decoder->out, run == 1 ? "-" : run == 2 ? "–" : "—");
    else if (run == 1)
        g_string_append_c (decoder->out, *text);
    else
        g_string_append (decoder->out, *text == '`' ? "“" : "”");
    return text + (*text == '-' ? run : MIN (run, 2));
}

/* In plain text only a brace that begins with a command was meant for TeX: {\deg}. */
static const char *
decode_brace (Decoder *decoder, const char *text, const char *end)
{
    if (decoder->mode == RHUMB_LATEX_FIELD)
        return text + 1;
    const gboolean command =
        end - text >= 2 && text[0] == '{' && text[1] == '\\' && g_ascii_isalpha (text[2]);
    const char *closing = command ? find_closing (text, end) : NULL;
    if (closing == NULL) {
        g_string_append_c (decoder->out, *text);
        return text + 1;
    }
    decode_deeper (decoder, text + 1, closing);
    return closing + 1;
}

/* Copies everything up to the next character that may mean something to TeX. */
static const char *
copy_characters (Decoder *decoder, const char *text, const char *end)
{
    const gboolean field = decoder->mode == RHUMB_LATEX_FIELD;
    if (*text == '~' && field) {
        g_string_append_c (decoder->out, ' ');
        return text + 1;
    }
    /* A part ends before a brace or a NUL, so this does not look far behind @end. */
    const char *at = text + 1 + strcspn (text + 1, field ? RHUMB_LATEX_SPECIAL : "\\{}$");
    at = MIN (at, end);
    g_string_append_len (decoder->out, text, at - text);
    return at;
}

static void
decode (Decoder *decoder, const char *text, const char *end)
{
    const gboolean field = decoder->mode == RHUMB_LATEX_FIELD;
    while (text < end) {
        if (*text == '\\')
            text = decode_command (decoder, text, end);
        else if (*text == '{' || *text == '}')
            text = decode_brace (decoder, text, end);
        else if (*text == '$')
            text = copy_mathematics (decoder, text, end);
        else if (field && (*text == '-' || *text == '`' || *text == '\''))
            text = decode_dashes_and_quotes (decoder, text, end);
        else
            text = copy_characters (decoder, text, end);
    }
}

/* Turns TeX into plain text. @text: UTF-8; @mode: whether the whole text is TeX or some commands
 * were left in it. Returns UTF-8, in NFC if TeX put an accent; mathematics and unknown commands as
 * they were. */
char *
rhumb_latex_decode (const char *text, RhumbLatexMode mode)
{
    const gsize length = strlen (text);
    GString *out = g_string_sized_new (length + 1);
    Decoder decoder = {out, mode, 0, FALSE};
    decode (&decoder, text, text + length);
    char *decoded = g_string_free (out, FALSE);
    if (!decoder.has_accents)
        return decoded;
    char *composed = g_utf8_normalize (decoded, -1, G_NORMALIZE_NFC);
    g_free (decoded);
    return composed;
}
