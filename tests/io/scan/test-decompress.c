/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * gzip as GIO writes it, zstd frames made by hand from RFC 8878, and bombs.
 */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "graph/error.h"
#include "io/scan/byte-source.h"

static GBytes *
gzip (const char *text, gsize length)
{
    g_autoptr (GZlibCompressor) compressor =
        g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9);
    g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
    g_autoptr (GOutputStream) stream =
        g_converter_output_stream_new (memory, G_CONVERTER (compressor));
    g_assert_true (g_output_stream_write_all (stream, text, length, NULL, NULL, NULL));
    g_assert_true (g_output_stream_close (stream, NULL, NULL));
    return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static char *
read_all (const char *bytes, gsize length, guint64 limit, GError **error)
{
    g_autoptr (RhumbByteSource) source =
        rhumb_byte_source_new_for_memory ("x", bytes, length, limit, error);
    GString *text = g_string_new (NULL);
    gsize n = 0;
    guint8 block[7];
    while (source != NULL && rhumb_byte_source_read (source, block, sizeof block, &n, error) &&
           n > 0)
        g_string_append_len (text, (const char *)block, (gssize)n);
    return g_string_free (text, FALSE);
}

static void
reads_members_one_after_the_other (void)
{
    g_autoptr (GBytes) first = gzip ("hello ", 6);
    g_autoptr (GBytes) second = gzip ("world", 5);
    g_autoptr (GByteArray) both = g_byte_array_new ();
    g_byte_array_append (both, g_bytes_get_data (first, NULL), (guint)g_bytes_get_size (first));
    g_byte_array_append (both, g_bytes_get_data (second, NULL), (guint)g_bytes_get_size (second));
    g_autoptr (GError) error = NULL;
    g_autofree char *text = read_all ((const char *)both->data, both->len, 100, &error);
    g_assert_no_error (error);
    g_assert_cmpstr (text, ==, "hello world");
}

static void
reads_zstd_frames (void)
{
    /* Magic, one segment of five bytes, one raw block, twice. */
    static const char frames[] = "\x28\xb5\x2f\xfd\x20\x05\x29\0\0hello"
                                 "\x28\xb5\x2f\xfd\x20\x01\x09\0\0!";
    g_autoptr (GError) error = NULL;
    g_autofree char *text = read_all (frames, sizeof frames - 1, 100, &error);
    g_assert_no_error (error);
    g_assert_cmpstr (text, ==, "hello!");
}

static void
tells_broken_and_cut_data (void)
{
    g_autoptr (GBytes) whole = gzip ("hello world", 11);
    const gsize length = g_bytes_get_size (whole);
    for (gsize cut = 7; cut < length; cut++) {
        g_autoptr (GError) error = NULL;
        g_autofree char *text = read_all (g_bytes_get_data (whole, NULL), cut, 100, &error);
        g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_FORMAT);
        g_assert_true (g_str_has_prefix ("hello world", text));
    }
    g_autofree char *broken = g_memdup2 (g_bytes_get_data (whole, NULL), length);
    broken[length - 6] ^= 0x55;
    g_autoptr (GError) error = NULL;
    g_autofree char *text = read_all (broken, length, 100, &error);
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_FORMAT);
    g_assert_cmpuint (strlen (text), <=, 11);
    g_assert_true (g_str_has_prefix (error->message, "x:1: broken gzip data"));
}

static void
stops_a_bomb (void)
{
    g_autofree char *zeros = g_malloc0 (10 << 20);
    g_autoptr (GBytes) bomb = gzip (zeros, 10 << 20);
    g_assert_cmpuint (g_bytes_get_size (bomb), <, 100 << 10);
    g_autoptr (GError) error = NULL;
    g_autofree char *text =
        read_all (g_bytes_get_data (bomb, NULL), g_bytes_get_size (bomb), 1 << 20, &error);
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_LIMIT);
    g_assert_cmpstr (text, ==, "");
    g_assert_nonnull (strstr (error->message, "more than 1048576 bytes after decompression"));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/decompress/reads-members-one-after-the-other",
                     reads_members_one_after_the_other);
    g_test_add_func ("/decompress/reads-zstd-frames", reads_zstd_frames);
    g_test_add_func ("/decompress/tells-broken-and-cut-data", tells_broken_and_cut_data);
    g_test_add_func ("/decompress/stops-a-bomb", stops_a_bomb);
    return g_test_run ();
}
