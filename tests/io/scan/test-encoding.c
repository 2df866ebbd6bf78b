/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "io/scan/encoding.h"

static void
tells_marks (void)
{
    static const struct {
        const char *bytes;
        gsize length;
        RhumbEncoding encoding;
        gsize mark;
    } cases[] = {
        {"\xEF\xBB\xBFx", 4, RHUMB_ENCODING_UTF8, 3},
        {"\xFF\xFEx", 3, RHUMB_ENCODING_UTF16LE, 2},
        {"\xFE\xFFx", 3, RHUMB_ENCODING_UTF16BE, 2},
        {"plain", 5, RHUMB_ENCODING_UTF8, 0},
        {"\xEF\xBB", 2, RHUMB_ENCODING_UTF8, 0},
        {"\xFF\xFF", 2, RHUMB_ENCODING_UTF8, 0},
        {"", 0, RHUMB_ENCODING_UTF8, 0},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        gsize mark;
        g_assert_cmpint (
            rhumb_encoding_of_mark ((const guint8 *)cases[i].bytes, cases[i].length, &mark), ==,
            cases[i].encoding);
        g_assert_cmpuint (mark, ==, cases[i].mark);
    }
}

/* U+1D11E between two letters, cut at every place. */
static void
converts_in_pieces (void)
{
    static const guint8 bytes[] = {'a', 0, 0x34, 0xD8, 0x1E, 0xDD, 'b', 0};
    for (gsize cut = 0; cut <= sizeof bytes; cut++) {
        g_autoptr (GByteArray) out = g_byte_array_new ();
        guint n_broken = 0;
        const gsize used =
            rhumb_encoding_append_utf16 (out, bytes, cut, RHUMB_ENCODING_UTF16LE, FALSE, &n_broken);
        rhumb_encoding_append_utf16 (out, bytes + used, sizeof bytes - used, RHUMB_ENCODING_UTF16LE,
                                     TRUE, &n_broken);
        g_assert_cmpmem (out->data, out->len,
                         "a\xF0\x9D\x84\x9E"
                         "b",
                         6);
        g_assert_cmpuint (n_broken, ==, 0);
    }
}

static void
replaces_lone_surrogates (void)
{
    static const guint8 bytes[] = {0xD8, 0x34, 0, 'a', 0xDD, 0x1E, 0xD8, 0x34, 7};
    g_autoptr (GByteArray) out = g_byte_array_new ();
    guint n_broken = 0;
    g_assert_cmpuint (rhumb_encoding_append_utf16 (out, bytes, sizeof bytes, RHUMB_ENCODING_UTF16BE,
                                                   TRUE, &n_broken),
                      ==, sizeof bytes);
    g_assert_cmpuint (n_broken, ==, 4);
    g_assert_cmpmem (out->data, out->len,
                     "\xEF\xBF\xBD"
                     "a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD",
                     13);
}

static void
knows_every_byte (void)
{
    g_autoptr (GString) out = g_string_new (NULL);
    char bytes[255];
    for (guint i = 0; i < sizeof bytes; i++)
        bytes[i] = (char)(i + 1);
    rhumb_encoding_append_windows_1252 (out, bytes, sizeof bytes);
    g_assert_true (g_utf8_validate (out->str, (gssize)out->len, NULL));
    g_assert_cmpint (g_utf8_strlen (out->str, -1), ==, 255);
    g_assert_nonnull (strstr (out->str, "€"));
    g_assert_nonnull (strstr (out->str, "é"));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/encoding/tells-byte-order-marks", tells_marks);
    g_test_add_func ("/encoding/converts-utf16-however-it-is-cut", converts_in_pieces);
    g_test_add_func ("/encoding/replaces-and-counts-lone-surrogates", replaces_lone_surrogates);
    g_test_add_func ("/encoding/has-a-character-for-every-byte-of-windows-1252", knows_every_byte);
    return g_test_run ();
}
