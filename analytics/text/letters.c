/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What counts as a letter, a digit, a capital, a space: by Unicode's general category, never by
 * the locale. Numbers of every script count as alphanumeric, combining marks do not (text is
 * composed before it is read).
 */
#include "analytics/text/letters.h"

/* Whether @c belongs to a word: a letter or a number of any kind. */
gboolean
rhumb_letter_is_alnum (gunichar c)
{
    return c < 128 ? g_ascii_isalnum ((char)c) : g_unichar_isalnum (c);
}

/* Whether @c is a letter. */
gboolean
rhumb_letter_is_alpha (gunichar c)
{
    return c < 128 ? g_ascii_isalpha ((char)c) : g_unichar_isalpha (c);
}

/* Whether @c is a digit, raised and lowered ones included. */
gboolean
rhumb_letter_is_digit (gunichar c)
{
    if (c < 128)
        return g_ascii_isdigit ((char)c);
    const gboolean raised_or_lowered =
        c == 0xb2 || c == 0xb3 || c == 0xb9 || (c >= 0x2070 && c <= 0x2089);
    return g_unichar_type (c) == G_UNICODE_DECIMAL_NUMBER ||
           (raised_or_lowered && g_unichar_type (c) == G_UNICODE_OTHER_NUMBER);
}

/* Whether @c is a capital. */
gboolean
rhumb_letter_is_upper (gunichar c)
{
    return c < 128 ? g_ascii_isupper ((char)c) : g_unichar_isupper (c);
}

/* Whether @c separates words and nothing else; controls that part fields are spaces. */
gboolean
rhumb_letter_is_space (gunichar c)
{
    if (c < 128)
        return c == ' ' || (c >= 0x09 && c <= 0x0d) || (c >= 0x1c && c <= 0x1f);
    return c == 0x85 || g_unichar_isspace (c);
}

/* The small letter of @c, one for one. */
gunichar
rhumb_letter_to_lower (gunichar c)
{
    return c < 128 ? (gunichar)g_ascii_tolower ((char)c) : g_unichar_tolower (c);
}

/* A copy in small letters. @length in bytes; @lower_length (out): length of the copy. */
char *
rhumb_letters_to_lower (const char *text, gsize length, gsize *lower_length)
{
    char *plain = g_malloc (length + 1);
    gsize n = 0;
    for (; n < length && (guchar)text[n] < 0x80; n++)
        plain[n] = g_ascii_tolower (text[n]);
    plain[n] = '\0';
    *lower_length = n;
    if (n == length)
        return plain;
    g_free (plain);
    GString *lower = g_string_sized_new (length);
    for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
        g_string_append_unichar (lower, rhumb_letter_to_lower (g_utf8_get_char (p)));
    *lower_length = lower->len;
    return g_string_free (lower, FALSE);
}
