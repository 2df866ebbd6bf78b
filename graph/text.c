/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The only place where a string is cleaned. Text from outside passes rhumb_text_clean() once on
 * its way in; after that every string of the library is valid UTF-8 in NFC, without control or
 * direction characters, with single spaces. Keys and hashes made from such text are the same on
 * every machine.
 */
#include "graph/text.h"

#include <string.h>

#include "graph/hash-private.h"

/**
 * rhumb_text_is_hidden:
 * @c: a character
 *
 * Tells whether a character carries no text but can reorder, hide or break what surrounds it: C0
 * and C1 controls, bidi embeddings and isolates, marks and separators of direction, joiners that
 * only affect line breaks, byte order marks, interlinear annotations and noncharacters.
 *
 * Returns: %TRUE if text is better without it
 *
 * Since: 0.1
 */
gboolean
rhumb_text_is_hidden (gunichar c)
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
    if (c < 0x80)
        return c <= 0x20 || c == 0x7f;
    return g_unichar_isspace (c) || c == 0x2028 || c == 0x2029 || c == 0x85;
}

/* Whether a character stays what it is under NFC whatever stands beside it, and is neither hidden
 * nor a space. The ranges hold what most text is made of; all others go the long way.
 * Source: DerivedNormalizationProps.txt of Unicode, NFC_Quick_Check, and no combining marks. */
static gboolean
is_plain (gunichar c)
{
    if (c < 0x300)
        return c > 0xa0 && c != 0xad;
    if (c < 0x2010)
        return (c >= 0x391 && c <= 0x3ce) || (c >= 0x400 && c <= 0x45f);
    return c <= 0x2027 || (c >= 0x2030 && c <= 0x205e) || (c >= 0x2200 && c <= 0x22ff) ||
           (c >= 0x4e00 && c <= 0x9fff);
}

#define EACH_BYTE(value) (G_GUINT64_CONSTANT (0x0101010101010101) * (value))

/* Whether eight bytes are ASCII without controls and no two blanks stand side by side, @blank (a
 * high bit) telling of the byte before them and then of the last one: all eight at once, since
 * most text is such. Source of the tricks: Warren 2012, Hacker's Delight, 6-1. */
static inline gboolean
are_eight_clean (const char *bytes, guint64 *blank)
{
    guint64 eight;
    memcpy (&eight, bytes, sizeof eight);
    eight = GUINT64_FROM_LE (eight);
    const guint64 high = EACH_BYTE (0x80);
    const guint64 below_blank = eight - EACH_BYTE (0x20);
    const guint64 deleted = (eight ^ EACH_BYTE (0x7f)) - EACH_BYTE (1);
    const guint64 blanks = ~((eight ^ EACH_BYTE (0x20)) + EACH_BYTE (0x7f)) & high;
    const guint64 before = blanks << 8 | *blank;
    if (((eight | below_blank | deleted) & high) != 0 || (blanks & before) != 0)
        return FALSE;
    *blank = blanks >> 56;
    return TRUE;
}

/* The same of the last bytes of a text, fewer than eight, of which the last is no blank. */
static inline gboolean
is_rest_clean (const char *bytes, gsize length, guint64 blank)
{
    char rest[8] = "xxxxxxx";
    rest[7] = 'x';
    for (gsize i = 0; i < length; i++)
        rest[i] = bytes[i];
    return bytes[length - 1] != ' ' && are_eight_clean (rest, &blank);
}

#define STRIDE 32

/* The same of STRIDE bytes, each looked at with the one behind it, in a form that compilers turn
 * into instructions for many bytes. That no blank stands before the first is the caller's care. */
static inline gboolean
is_stride_clean (const gint8 *bytes)
{
    guint8 bad = 0;
    for (guint i = 0; i < STRIDE; i++)
        bad |= (guint8)((bytes[i] < 0x20) | (bytes[i] == 0x7f) |
                        ((bytes[i] == ' ') & (bytes[i + 1] == ' ')));
    return bad == 0;
}

/* The length of the character beyond ASCII at @bytes, 0 if it is not plain. */
static inline gsize
measure_plain (const char *bytes, gsize length)
{
    const guchar c = (guchar)bytes[0];
    /* U+00A1 to U+02FF but the soft hyphen, as is_plain() says. */
    if (c >= 0xc2 && c <= 0xcb && length > 1 && ((guchar)bytes[1] & 0xc0) == 0x80 &&
        (c > 0xc2 || ((guchar)bytes[1] > 0xa0 && (guchar)bytes[1] != 0xad)))
        return 2;
    const gunichar wide = g_utf8_get_char_validated (bytes, (gssize)length);
    if ((gint32)wide < 0 || !is_plain (wide))
        return 0;
    return wide < 0x800 ? 2 : wide < 0x10000 ? 3 : 4;
}

/**
 * rhumb_text_is_clean:
 * @bytes: (array length=length): any bytes
 * @length: how many
 *
 * Tells text that rhumb_text_clean() would only copy, without looking at what is rare: for some
 * clean text the answer is %FALSE.
 *
 * Returns: %TRUE only if @bytes is clean text
 *
 * Since: 0.2
 */
gboolean
rhumb_text_is_clean (const char *bytes, gsize length)
{
    char before = ' ';
    for (gsize i = 0; i < length;) {
        if (before != ' ' || bytes[i] != ' ') {
            const gsize first = i;
            while (i + STRIDE < length && is_stride_clean ((const gint8 *)bytes + i))
                i += STRIDE;
            before = i > first ? bytes[i - 1] : before;
        }
        guint64 blank = before == ' ' ? 0x80 : 0;
        while (i + 8 <= length && are_eight_clean (bytes + i, &blank))
            i += 8;
        if (i == length)
            return blank == 0;
        if (length - i < 8 && is_rest_clean (bytes + i, length - i, blank))
            return TRUE;
        before = blank != 0 ? ' ' : 'x';
        /* A few bytes on stands one that is not ASCII or not clean, or the text ends. */
        for (; i < length && (guchar)bytes[i] < 0x80; i++) {
            if (bytes[i] < 0x20 || bytes[i] == 0x7f || (bytes[i] == ' ' && before == ' '))
                return FALSE;
            before = bytes[i];
        }
        if (i == length)
            break;
        const gsize n = measure_plain (bytes + i, length - i);
        if (n == 0)
            return FALSE;
        i += n;
        before = 'x';
    }
    return before != ' ' || length == 0;
}

/* Copies what is to be read of valid UTF-8, at most @length bytes, and ends it with a NUL. Returns
 * whether that is in NFC for certain. */
static gboolean
copy_clean (char *to, const char *bytes, gsize length)
{
    gboolean is_composed = TRUE;
    gboolean gap = FALSE;
    char *const start = to;
    const char *const end = bytes + length;
    for (const char *p = bytes; p < end;) {
        if (*p > 0x20 && *p < 0x7f) {
            if (gap)
                *to++ = ' ';
            gap = FALSE;
            while (p<end && * p> 0x20 && *p < 0x7f)
                *to++ = *p++;
            continue;
        }
        const gunichar c = g_utf8_get_char (p);
        const char *from = p;
        p = g_utf8_next_char (p);
        const gboolean plain = is_plain (c);
        if (!plain && is_break (c)) {
            gap = to > start;
            continue;
        }
        if (!plain && rhumb_text_is_hidden (c))
            continue;
        if (gap)
            *to++ = ' ';
        gap = FALSE;
        is_composed &= plain;
        while (from < p)
            *to++ = *from++;
    }
    *to = '\0';
    return is_composed;
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
    if (rhumb_text_is_clean (bytes, n)) {
        char *text = g_malloc (n + 1);
        memcpy (text, bytes, n);
        text[n] = '\0';
        return text;
    }
    /* Only what is not UTF-8 is copied before it is read. */
    g_autofree char *valid =
        g_utf8_validate_len (bytes, n, NULL) ? NULL : g_utf8_make_valid (bytes, (gssize)n);
    const gsize n_valid = valid != NULL ? strlen (valid) : n;
    g_autofree char *text = g_malloc (n_valid + 1);
    if (copy_clean (text, valid != NULL ? valid : bytes, n_valid))
        return g_steal_pointer (&text);
    /* Last, because a hidden character may have kept a letter and its mark apart. */
    return g_utf8_normalize (text, -1, G_NORMALIZE_DEFAULT_COMPOSE);
}

/**
 * rhumb_text_shorten:
 * @text: clean text
 * @max_chars: most characters of the result, at least 2
 *
 * Shortens text for a line: cut at the last space in its second half, else inside the word, and
 * ended with "…", without a comma or the like before it. Text that fits is only copied.
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
    while (end > text + 1 && strchr (" ,;:", end[-1]) != NULL)
        end--;
    return g_strdup_printf ("%.*s…", (int)(end - text), text);
}

/* Appends the letters and digits of ASCII in lower case, up to the next other character. */
static const char *
append_ascii_key (GString *key, const char *text)
{
    char part[128];
    gsize n = 0;
    for (; *text != '\0' && (guchar)*text < 0x80 && n < sizeof part; text++) {
        const guchar letter = (guchar)*text | 0x20;
        const gboolean is_letter = letter >= 'a' && letter <= 'z';
        part[n] = is_letter ? (char)letter : *text;
        n += is_letter || (*text >= '0' && *text <= '9');
    }
    g_string_append_len (key, part, (gssize)n);
    return text;
}

static void
append_wide_key (GString *key, const char *text, gsize length)
{
    g_autofree char *split = g_utf8_normalize (text, (gssize)length, G_NORMALIZE_ALL);
    g_autofree char *folded = g_utf8_casefold (split != NULL ? split : "", -1);
    for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p)) {
        if (g_unichar_isalnum (g_utf8_get_char (p)))
            g_string_append_len (key, p, g_utf8_next_char (p) - p);
    }
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
    /* Characters split and fold one by one, and the marks that would change places are dropped:
     * so the parts beyond ASCII can be taken by themselves. */
    GString *key = g_string_sized_new (strlen (text) + 1);
    while (*text != '\0') {
        const char *wide = text;
        while ((guchar)*text >= 0x80)
            text++;
        if (text > wide)
            append_wide_key (key, wide, (gsize)(text - wide));
        text = append_ascii_key (key, text);
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
    return hash_mix (a, b);
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
