/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Bytes of other encodings to UTF-8.
 *
 * Exports of papers come as UTF-8, as UTF-16 with a byte order mark (spreadsheets on Windows), or
 * as Windows-1252 from older tools. UTF-16: Unicode Standard, section 3.9, D91; a surrogate
 * without its partner becomes U+FFFD and is counted. Windows-1252 as in the WHATWG Encoding
 * Standard, where each of the 256 bytes has a character, so decoding cannot fail.
 * Cost: linear in the bytes.
 */
#include "io/scan/encoding.h"

#include <string.h>

#define REPLACEMENT 0xFFFD

/* Characters of the bytes 0x80 to 0x9F; all others stand for themselves. */
static const guint16 windows_1252[32] = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
};

/* Tells the encoding by the byte order mark. @bytes: first bytes of a file; @length: how many there
 * are; @mark_length (out): length of the byte order mark in bytes, 0 without one. Returns the
 * encoding, UTF-8 without a mark. */
RhumbEncoding
rhumb_encoding_of_mark (const guint8 *bytes, gsize length, gsize *mark_length)
{
    *mark_length = 0;
    if (length >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF) {
        *mark_length = 3;
        return RHUMB_ENCODING_UTF8;
    }
    if (length < 2 || (bytes[0] != 0xFF && bytes[0] != 0xFE))
        return RHUMB_ENCODING_UTF8;
    if (bytes[0] == 0xFF && bytes[1] == 0xFE) {
        *mark_length = 2;
        return RHUMB_ENCODING_UTF16LE;
    }
    if (bytes[0] == 0xFE && bytes[1] == 0xFF) {
        *mark_length = 2;
        return RHUMB_ENCODING_UTF16BE;
    }
    return RHUMB_ENCODING_UTF8;
}

static gunichar
get_unit (const guint8 *bytes, RhumbEncoding encoding)
{
    if (encoding == RHUMB_ENCODING_UTF16LE)
        return (gunichar)(bytes[0] | bytes[1] << 8);
    return (gunichar)(bytes[0] << 8 | bytes[1]);
}

static void
append_character (GByteArray *out, gunichar character)
{
    char utf8[6];
    const int length = g_unichar_to_utf8 (character, utf8);
    g_byte_array_append (out, (const guint8 *)utf8, (guint)length);
}

static gboolean
is_high_surrogate (gunichar unit)
{
    return unit >= 0xD800 && unit < 0xDC00;
}

static gboolean
is_low_surrogate (gunichar unit)
{
    return unit >= 0xDC00 && unit < 0xE000;
}

/* Converts as much as is complete. @out: where the UTF-8 is appended; @bytes: UTF-16; @length: how
 * many bytes; @encoding: byte order; @at_end: whether nothing follows, so that a cut-off character
 * is broken; @n_broken (in and out): increased by the number of broken characters. Returns how many
 * bytes were used; the rest, at most 3, belongs before the next piece. */
gsize
rhumb_encoding_append_utf16 (GByteArray *out, const guint8 *bytes, gsize length,
                             RhumbEncoding encoding, gboolean at_end, guint *n_broken)
{
    gsize i = 0;
    while (length - i >= 2) {
        const gunichar unit = get_unit (bytes + i, encoding);
        if (is_high_surrogate (unit) && length - i < 4 && !at_end)
            return i;
        const gunichar next = length - i >= 4 ? get_unit (bytes + i + 2, encoding) : 0;
        i += 2;
        if (is_high_surrogate (unit) && is_low_surrogate (next)) {
            append_character (out, 0x10000 + ((unit - 0xD800) << 10) + (next - 0xDC00));
            i += 2;
        } else if (is_high_surrogate (unit) || is_low_surrogate (unit)) {
            append_character (out, REPLACEMENT);
            (*n_broken)++;
        } else {
            append_character (out, unit);
        }
    }
    if (at_end && i < length) {
        append_character (out, REPLACEMENT);
        (*n_broken)++;
        i = length;
    }
    return i;
}

/* Converts every byte; none can fail. @out: where the UTF-8 is appended; @bytes: text; @length: how
 * many bytes. */
void
rhumb_encoding_append_windows_1252 (GString *out, const char *bytes, gsize length)
{
    for (gsize i = 0; i < length; i++) {
        const guint8 byte = (guint8)bytes[i];
        const gboolean moved = byte >= 0x80 && byte < 0xA0;
        g_string_append_unichar (out, moved ? windows_1252[byte - 0x80] : byte);
    }
}

/* Length of the UTF-8 character at @p, which is no ASCII, 0 if it is none: RFC 3629 without
 * surrogates, overlong forms and what is beyond U+10FFFF. */
static gsize
measure_character (const guchar *p, gsize left)
{
    const guchar c = p[0];
    const gsize length = c >= 0xf0 ? 4 : c >= 0xe0 ? 3 : 2;
    if (c < 0xc2 || c > 0xf4 || left < length)
        return 0;
    for (gsize i = 1; i < length; i++)
        if ((p[i] & 0xc0) != 0x80)
            return 0;
    if ((c == 0xe0 && p[1] < 0xa0) || (c == 0xed && p[1] > 0x9f) || (c == 0xf0 && p[1] < 0x90) ||
        (c == 0xf4 && p[1] > 0x8f))
        return 0;
    return length;
}

#define STRIDE 32

/* In a form that compilers turn into instructions for many bytes. */
static inline gboolean
is_ascii_stride (const guchar *bytes)
{
    guchar all = 0;
    for (guint i = 0; i < STRIDE; i++)
        all |= bytes[i];
    return all < 0x80;
}

/* Tells whether bytes are UTF-8. Runs of ASCII are looked at many bytes at a time, because every
 * line of every input passes here. @text: bytes without NUL; @length: how many. */
gboolean
rhumb_encoding_is_utf8 (const char *text, gsize length)
{
    const guchar *bytes = (const guchar *)text;
    for (gsize i = 0; i < length;) {
        guint64 eight;
        while (length - i >= STRIDE && is_ascii_stride (bytes + i))
            i += STRIDE;
        if (length - i >= sizeof eight) {
            memcpy (&eight, bytes + i, sizeof eight);
            if ((eight & G_GUINT64_CONSTANT (0x8080808080808080)) == 0) {
                i += sizeof eight;
                continue;
            }
        }
        /* A few bytes on stands one that is not ASCII, or the text ends. */
        while (i < length && bytes[i] < 0x80)
            i++;
        if (i == length)
            break;
        const gsize step = measure_character (bytes + i, length - i);
        if (step == 0)
            return FALSE;
        i += step;
    }
    return TRUE;
}
