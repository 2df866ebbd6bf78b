/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Files of NumPy, byte by byte as its format says.
 */
#include "io/write/npy.h"

#include <string.h>

#include <glib/gstdio.h>

static guint8 *
save (guint32 n_rows, guint n_dimensions, float *value, gsize *length)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *folder = g_dir_make_tmp ("npy-XXXXXX", NULL);
    g_autofree char *path = g_build_filename (folder, "v.npy", NULL);
    g_autoptr (RhumbVectors) vectors = rhumb_vectors_new_take (n_rows, n_dimensions, value);
    char *bytes = NULL;
    g_assert_true (rhumb_vectors_save_npy (vectors, path, &error));
    g_assert_no_error (error);
    g_assert_true (g_file_get_contents (path, &bytes, length, NULL));
    g_remove (path);
    g_rmdir (folder);
    return (guint8 *)bytes;
}

static void
the_header_is_that_of_the_format (void)
{
    static const float VALUES[] = {1, -2.5F, 0, 0.1F, 3, 4};
    gsize length = 0;
    g_autofree guint8 *bytes = save (2, 3, g_memdup2 (VALUES, sizeof VALUES), &length);
    const gsize header = bytes[8] + 256U * bytes[9];
    g_assert_cmpint (memcmp (bytes, "\x93NUMPY\x01\x00", 8), ==, 0);
    g_assert_cmpuint ((10 + header) % 64, ==, 0);
    g_assert_cmpuint (length, ==, 10 + header + 24);
    g_assert_cmpint (bytes[10 + header - 1], ==, '\n');
    g_autofree char *text = g_strndup ((char *)bytes + 10, header);
    g_strchomp (text);
    g_assert_cmpstr (text, ==, "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }");
    /* -2.5 is sign 1, exponent 128, fraction 0.25. */
    static const guint8 SECOND[] = {0, 0, 0x20, 0xc0};
    g_assert_cmpmem (bytes + 10 + header + 4, 4, SECOND, 4);
}

static void
no_rows_are_an_empty_array (void)
{
    gsize length = 0;
    g_autofree guint8 *bytes = save (0, 5, g_new (float, 1), &length);
    g_assert_cmpuint (length % 64, ==, 0);
    g_assert_nonnull (strstr ((char *)bytes + 10, "(0, 5)"));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/npy/the-header-is-that-of-the-format", the_header_is_that_of_the_format);
    g_test_add_func ("/npy/no-rows-are-an-empty-array", no_rows_are_an_empty_array);
    return g_test_run ();
}
