/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The only place where a string is cleaned. Text from outside passes rhumb_text_clean() once on
 * its way in; after that every string of the library is valid UTF-8 in NFC, without control or
 * direction characters, with single spaces. Keys and hashes made from such text are the same on
 * every machine.
 */
#include "graph/text.h"

#include <string.h>

/* Characters that carry no text but can reorder, hide or break what surrounds them: C0 and C1
 * controls, bidi embeddings and isolates, marks and separators of direction, joiners that only
 * affect line breaks, byte order marks, interlinear annotations and noncharacters. */
static gboolean
is_hidden (gunichar c)
{
    if (c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0xad)
        return TRUE;
    if (c == 0x61c || c == 0x200b || c == 0x200e || c == 0x200f || c == 0x2060 || c == 0xfeff)
        return TRUE;
    if ((c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069))
        return TRUE;
    return (c >= 0xfdd0 && c <= 0xfdef) || (c & 0xfffe) == 0xfffe || (c >= 0xfff9 && c <= 0xfffb);
}

/* Hidden characters that stand between words, not inside one. */
static gboolean
is_break (gunichar c)
{
    return g_unichar_isspace (c) || c == 0x2028 || c == 0x2029 || c < 0x20 || c == 0x7f ||
           c == 0x85;
}

static gboolean
is_clean_ascii (const char *bytes, gsize length)
{
    char before = ' ';
    for (gsize i = 0; i < length; i++) {
        const char c = bytes[i];
        if (c < 0x20 || c > 0x7e || (c == ' ' && before == ' '))
            return FALSE;
        before = c;
    }
    return before != ' ' || length == 0;
}

/**
 * rhumb_text_clean:
 * @bytes: (array length=length): any bytes
 * @length: how many, or -1 if @bytes ends with a NUL
 *
 * Makes text of any bytes: valid UTF-8 (what is not becomes U+FFFD), NFC, no control, direction
 * or zero-width characters, every run of white space one space, none at the ends.
 *
 * Returns: (transfer full): the text, at most three times as long as @bytes
 *
 * Since: 0.1
 */
char *
rhumb_text_clean (const char *bytes, gssize length)
{
    g_return_val_if_fail (bytes != NULL, NULL);
    const gsize n = length < 0 ? strlen (bytes) : (gsize)length;
    if (is_clean_ascii (bytes, n))
        return g_strndup (bytes, n);
    g_autofree char *valid = g_utf8_make_valid (bytes, (gssize)n);
    g_autoptr (GString) text = g_string_sized_new (n);
    gboolean gap = FALSE;
    for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p)) {
        const gunichar c = g_utf8_get_char (p);
        if (is_break (c)) {
            gap = text->len > 0;
            continue;
        }
        if (is_hidden (c))
            continue;
        if (gap)
            g_string_append_c (text, ' ');
        gap = FALSE;
        g_string_append_len (text, p, g_utf8_next_char (p) - p);
    }
    /* Last, because a hidden character may have kept a letter and its mark apart. */
    return g_utf8_normalize (text->str, (gssize)text->len, G_NORMALIZE_DEFAULT_COMPOSE);
}

/**
 * rhumb_text_shorten:
 * @text: clean text
 * @max_chars: most characters of the result, at least 2
 *
 * Shortens text for a line: cut at the last space in its second half, else inside the word, and
 * ended with "…". Text that fits is only copied.
 *
 * Returns: (transfer full): at most @max_chars characters
 *
 * Since: 0.1
 */
char *
rhumb_text_shorten (const char *text, gsize max_chars)
{
    g_return_val_if_fail (text != NULL && max_chars >= 2, NULL);
    const char *space = NULL;
    const char *p = text;
    for (gsize i = 0; *p != '\0' && i + 1 < max_chars; i++) {
        if (*p == ' ' && i >= max_chars / 2)
            space = p;
        p = g_utf8_next_char (p);
    }
    if (*p == '\0' || *g_utf8_next_char (p) == '\0')
        return g_strdup (text);
    if (*p == ' ')
        space = p;
    const char *end = space != NULL ? space : p;
    return g_strdup_printf ("%.*s…", (int)(end - text), text);
}

/**
 * rhumb_text_title_key:
 * @text: clean text
 *
 * Folds a title or name to what stays the same when it is spelled differently: NFKD without
 * marks, case folded, letters and digits only.
 *
 * Returns: (transfer full): the key, possibly empty
 *
 * Since: 0.1
 */
char *
rhumb_text_title_key (const char *text)
{
    g_return_val_if_fail (text != NULL, NULL);
    g_autofree char *split = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
    g_autofree char *folded = g_utf8_casefold (split != NULL ? split : "", -1);
    GString *key = g_string_sized_new (strlen (folded));
    for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p)) {
        if (g_unichar_isalnum (g_utf8_get_char (p)))
            g_string_append_len (key, p, g_utf8_next_char (p) - p);
    }
    return g_string_free (key, FALSE);
}

/**
 * rhumb_hash_mix:
 * @a: a number
 * @b: another
 *
 * Mixes two numbers into one that looks random: the finaliser of SplitMix64 (Steele, Lea and
 * Flood 2014, doi:10.1145/2660193.2660195). Random choices are keyed by mixing the seed with the
 * stable hash of an id, so that adding papers does not change the rest.
 *
 * Returns: 64 bits
 *
 * Since: 0.1
 */
guint64
rhumb_hash_mix (guint64 a, guint64 b)
{
    guint64 z = a + 0x9e3779b97f4a7c15u + (b << 6) + (b >> 2) + b * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

/**
 * rhumb_text_hash:
 * @text: a string
 *
 * Gives a stable hash of a string, the same on every machine and in every run (FNV-1a, finished
 * by rhumb_hash_mix()). Not for defence against chosen keys.
 *
 * Returns: 64 bits
 *
 * Since: 0.1
 */
guint64
rhumb_text_hash (const char *text)
{
    g_return_val_if_fail (text != NULL, 0);
    guint64 hash = 0xcbf29ce484222325u;
    for (const char *p = text; *p != '\0'; p++)
        hash = (hash ^ (guchar)*p) * 0x100000001b3u;
    return rhumb_hash_mix (hash, 0);
}
