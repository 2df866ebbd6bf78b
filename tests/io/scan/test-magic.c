/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "io/scan/magic.h"

#include <string.h>

static void
names_binaries (void)
{
    g_assert_cmpstr (rhumb_magic_name ("\x89PNG\r\n\x1a\nmore", 12), ==, "PNG image");
    g_assert_cmpstr (rhumb_magic_name ("%PDF-1.7", 8), ==, "PDF document");
    g_assert_cmpstr (rhumb_magic_name ("\1\2\3\4\5\6\7\1\2\3\4\5", 12), ==, "binary data");
    g_assert_null (rhumb_magic_name ("plain text\r\n\twith a tab", 23));
    g_assert_null (rhumb_magic_name ("a stray \x07 bell", 14));
    g_assert_null (rhumb_magic_name ("\x89PN", 3));
}

/* Its name stands 257 bytes behind the beginning, behind that of its first file. */
static void
names_tar_archives (void)
{
    char head[512] = "papers.csv";
    memcpy (head + 257, "ustar", 6);
    g_assert_cmpstr (rhumb_magic_name (head, sizeof head), ==, "tar archive (unpack it)");
    g_assert_cmpstr (rhumb_magic_name (head, 261), ==, "binary data");
}

static void
names_compressions (void)
{
    g_assert_cmpstr (rhumb_magic_compression ("\x1f\x8b\x08", 3), ==, "gzip");
    g_assert_cmpstr (rhumb_magic_compression ("\x28\xb5\x2f\xfd", 4), ==, "zstd");
    g_assert_null (rhumb_magic_compression ("BZ", 2));
    g_assert_null (rhumb_magic_compression ("", 0));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/magic/names-what-is-no-text", names_binaries);
    g_test_add_func ("/magic/names-tar-archives", names_tar_archives);
    g_test_add_func ("/magic/names-compressions", names_compressions);
    return g_test_run ();
}
