/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <string.h>

#include "io/format.h"
#include "tests/io/write/hostile.h"
#include "tests/io/write/sample-map.h"

static char *
write_html (const char *words, const char *url)
{
    g_autoptr (RhumbMap) map = sample_map (words, url, 100);
    g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
    g_autoptr (GError) error = NULL;
    g_assert_true (rhumb_format_find ("html")->write_map (map, stream, &error));
    g_assert_no_error (error);
    const gsize length = g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream));
    return g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)), length);
}

static guint
count (const char *text, const char *word)
{
    guint n = 0;
    for (const char *at = text; (at = strstr (at, word)) != NULL; at += strlen (word))
        n++;
    return n;
}

/* What stands between two words, the first of which ends what is before it. */
static char *
between (const char *text, const char *before, const char *after)
{
    const char *from = strstr (text, before);
    g_assert_nonnull (from);
    from += strlen (before);
    const char *to = strstr (from, after);
    g_assert_nonnull (to);
    return g_strndup (from, (gsize)(to - from));
}

static char *
hash (const char *text)
{
    g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
    g_checksum_update (checksum, (const guchar *)text, -1);
    guint8 digest[32];
    gsize length = sizeof digest;
    g_checksum_get_digest (checksum, digest, &length);
    g_autofree char *base64 = g_base64_encode (digest, length);
    return g_strconcat ("'sha256-", base64, "'", NULL);
}

static void
the_policy_allows_this_script_and_style_only (void)
{
    g_autofree char *html = write_html ("words", NULL);
    g_autofree char *policy =
        between (html, "http-equiv=\"Content-Security-Policy\" content=\"", "\">");
    g_autofree char *script = between (html, "<script>", "</script>");
    g_autofree char *style = between (html, "<style>", "</style>");
    g_autofree char *of_script = hash (script);
    g_autofree char *of_style = hash (style);
    g_assert_nonnull (strstr (policy, "default-src 'none'"));
    g_assert_nonnull (strstr (policy, of_script));
    g_assert_nonnull (strstr (policy, of_style));
    g_assert_null (strstr (policy, "unsafe"));
    g_assert_null (strstr (policy, "http"));
}

/* The JSON of the data block, inflated by another hand than the browser's. */
static char *
unpack (const char *html)
{
    g_autofree char *base64 =
        between (html, "<script id=\"data\" type=\"text/plain\">", "</script>");
    gsize n_packed;
    g_autofree guchar *packed = g_base64_decode (base64, &n_packed);
    g_autoptr (GConverter) inflate =
        G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW));
    g_autoptr (GOutputStream) bytes = g_memory_output_stream_new_resizable ();
    g_autoptr (GOutputStream) stream = g_converter_output_stream_new (bytes, inflate);
    g_assert_true (g_output_stream_write_all (stream, packed, n_packed, NULL, NULL, NULL));
    g_assert_true (g_output_stream_close (stream, NULL, NULL));
    return g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (bytes)),
                      g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (bytes)));
}

static void
words_never_become_markup (void)
{
    g_autofree char *plain = write_html ("words", NULL);
    for (guint i = 0; i < G_N_ELEMENTS (hostile); i++) {
        g_autofree char *html = write_html (hostile[i], hostile[i]);
        g_assert_cmpuint (count (html, "<script"), ==, count (plain, "<script"));
        g_assert_cmpuint (count (html, "</script"), ==, count (plain, "</script"));
        g_assert_cmpuint (count (html, "<!--"), ==, count (plain, "<!--"));
        g_assert_cmpuint (count (html, "\xe2\x80\xae"), ==, 0);
        g_assert_true (g_utf8_validate (html, -1, NULL));
        g_autofree char *data = unpack (html);
        g_assert_true (g_str_has_prefix (data, "{\"title\":"));
        g_assert_true (g_str_has_suffix (data, "}"));
        g_assert_true (g_utf8_validate (data, -1, NULL));
        g_assert_null (strpbrk (data, "<>&"));
    }
}

static void
nothing_is_fetched (void)
{
    g_autofree char *html = write_html ("words", "https://example.org/");
    g_assert_null (strstr (html, " src="));
    g_assert_null (strstr (html, "<link"));
    g_assert_null (strstr (html, "@import"));
    g_assert_null (strstr (html, "url("));
    g_assert_null (strstr (html, "fetch("));
    g_assert_null (strstr (html, "innerHTML"));
}

static void
every_marker_is_replaced (void)
{
    g_autofree char *html = write_html ("@DATA@ @SCRIPT@", NULL);
    g_assert_cmpuint (count (html, "@SCRIPT@"), ==, count (html, "@DATA@"));
    g_assert_null (strstr (html, "@STYLE@"));
    g_assert_null (strstr (html, "@TITLE@"));
    g_assert_null (strstr (html, "_HASH@"));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/write-html/the-policy-allows-this-script-and-style-only",
                     the_policy_allows_this_script_and_style_only);
    g_test_add_func ("/write-html/words-never-become-markup", words_never_become_markup);
    g_test_add_func ("/write-html/nothing-is-fetched", nothing_is_fetched);
    g_test_add_func ("/write-html/every-marker-is-replaced", every_marker_is_replaced);
    return g_test_run ();
}
