/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * HTML entities in text that a web page left behind.
 *
 * Text copied from a page's source holds &amp; and its like. Numbers (&#176; &#xB0;) are decoded
 * whatever they are, of the 2231 names of the HTML standard those that occur in titles and
 * abstracts. What is no entity known here stays as it is, so "R&D; Q&A" survives.
 * Cost: linear in the text.
 */
#include "io/scan/entity.h"

#include <string.h>

#include "io/scan/entity-latin1.h"

#define LONGEST_NAME 8

typedef struct {
    const char *name;
    const char *text;
} Entity;

static const Entity entities[] = {
    {"amp", "&"},    {"lt", "<"},     {"gt", ">"},      {"quot", "\""},  {"apos", "'"},
    {"nbsp", " "},   {"ndash", "–"},  {"mdash", "—"},   {"hellip", "…"}, {"lsquo", "‘"},
    {"rsquo", "’"},  {"ldquo", "“"},  {"rdquo", "”"},   {"laquo", "«"},  {"raquo", "»"},
    {"deg", "°"},    {"plusmn", "±"}, {"times", "×"},   {"middot", "·"}, {"copy", "©"},
    {"reg", "®"},    {"trade", "™"},  {"micro", "µ"},   {"alpha", "α"},  {"beta", "β"},
    {"gamma", "γ"},  {"delta", "δ"},  {"epsilon", "ε"}, {"lambda", "λ"}, {"mu", "μ"},
    {"sigma", "σ"},  {"le", "≤"},     {"ge", "≥"},      {"ne", "≠"},     {"minus", "−"},
    {"infin", "∞"},  {"szlig", "ß"},  {"auml", "ä"},    {"ouml", "ö"},   {"uuml", "ü"},
    {"Auml", "Ä"},   {"Ouml", "Ö"},   {"Uuml", "Ü"},    {"eacute", "é"}, {"egrave", "è"},
    {"agrave", "à"}, {"aacute", "á"}, {"iacute", "í"},  {"oacute", "ó"}, {"uacute", "ú"},
    {"ntilde", "ñ"}, {"ccedil", "ç"}, {"oslash", "ø"},  {"aring", "å"},  {"zwnj", ""},
    {"shy", ""},
};

static gboolean
append_number (GString *out, const char *digits, gsize length)
{
    const gboolean hexadecimal = length > 1 && (digits[0] == 'x' || digits[0] == 'X');
    const guint base = hexadecimal ? 16 : 10;
    gunichar character = 0;
    for (gsize i = hexadecimal ? 1 : 0; i < length; i++) {
        const int digit = g_ascii_xdigit_value (digits[i]);
        if (digit < 0 || (guint)digit >= base)
            return FALSE;
        character = character * base + (guint)digit;
        if (character > 0x10FFFF)
            return FALSE;
    }
    if (length == 0 || character == 0 || !g_unichar_validate (character))
        return FALSE;
    g_string_append_unichar (out, character);
    return TRUE;
}

/* Finds what an HTML or Latin-1 entity stands for. @name: name of an entity, without '&' and ';'.
 * Returns UTF-8, %NULL if the name is not known here. */
const char *
rhumb_entity_find (const char *name)
{
    for (gsize i = 0; i < G_N_ELEMENTS (entities); i++)
        if (strcmp (entities[i].name, name) == 0)
            return entities[i].text;
    return rhumb_entity_find_latin1 (name);
}

static gboolean
append_name (GString *out, const char *name, gsize length)
{
    char key[LONGEST_NAME + 1] = "";
    memcpy (key, name, MIN (length, LONGEST_NAME));
    const char *text = rhumb_entity_find (key);
    if (text != NULL)
        g_string_append (out, text);
    return text != NULL;
}

/* Replaces HTML entities by what they stand for. @text: UTF-8. Returns UTF-8. */
char *
rhumb_entity_decode (const char *text)
{
    GString *out = g_string_new (NULL);
    while (*text != '\0') {
        const gsize plain = strcspn (text, "&");
        g_string_append_len (out, text, (gssize)plain);
        text += plain;
        if (*text == '\0')
            break;
        const gsize length = strcspn (text + 1, "; &");
        const gboolean complete = length <= LONGEST_NAME && text[1 + length] == ';';
        const gboolean known =
            complete && (text[1] == '#' ? length > 0 && append_number (out, text + 2, length - 1)
                                        : append_name (out, text + 1, length));
        if (!known)
            g_string_append_c (out, '&');
        text += known ? length + 2 : 1;
    }
    return g_string_free (out, FALSE);
}
