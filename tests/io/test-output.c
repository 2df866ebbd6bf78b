/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "io/output.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/io/loading.h"

static void
set_up (TestPlace *place, gconstpointer data G_GNUC_UNUSED)
{
    test_place_set_up (place, "out.txt");
}

static guint
count_files (const char *folder)
{
    guint n = 0;
    g_autoptr (GDir) names = g_dir_open (folder, 0, NULL);
    while (g_dir_read_name (names) != NULL)
        n++;
    return n;
}

static void
assert_content (const char *path, const char *expected)
{
    g_autofree char *text = NULL;
    g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
    g_assert_cmpstr (text, ==, expected);
}

static RhumbOutput *
begin (const char *path, const char *text)
{
    g_autoptr (GError) error = NULL;
    RhumbOutput *output = rhumb_output_open (path, &error);
    g_assert_no_error (error);
    GOutputStream *stream = rhumb_output_get_stream (output);
    g_assert_true (g_output_stream_write_all (stream, text, strlen (text), NULL, NULL, &error));
    return output;
}

static void
appears_at_the_end (TestPlace *place, gconstpointer data G_GNUC_UNUSED)
{
    g_autoptr (GError) error = NULL;
    g_assert_true (g_file_set_contents (place->path, "old", -1, NULL));
    g_autoptr (RhumbOutput) output = begin (place->path, "new");
    assert_content (place->path, "old");
    g_assert_true (rhumb_output_close (output, &error));
    assert_content (place->path, "new");
    g_assert_cmpuint (count_files (place->folder), ==, 1);
}

static void
leaves_nothing (TestPlace *place, gconstpointer data G_GNUC_UNUSED)
{
    RhumbOutput *output = begin (place->path, "new");
    g_assert_cmpuint (count_files (place->folder), ==, 1);
    rhumb_output_free (output);
    g_assert_cmpuint (count_files (place->folder), ==, 0);
}

static void
removes_pending (TestPlace *place, gconstpointer data G_GNUC_UNUSED)
{
    RhumbOutput *output = begin (place->path, "new");
    rhumb_output_remove_pending ();
    g_assert_cmpuint (count_files (place->folder), ==, 0);
    rhumb_output_free (output);
}

static void
keeps_links_and_modes (TestPlace *place, gconstpointer data G_GNUC_UNUSED)
{
    g_autofree char *link = g_build_filename (place->folder, "link", NULL);
    g_assert_true (g_file_set_contents (place->path, "old", -1, NULL));
    g_assert_cmpint (g_chmod (place->path, 0640), ==, 0);
    g_assert_cmpint (symlink (place->path, link), ==, 0);
    g_assert_true (rhumb_output_write (link, "new", 3, NULL));
    g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
    assert_content (place->path, "new");
    struct stat status;
    g_assert_cmpint (stat (place->path, &status), ==, 0);
    g_assert_cmpint (status.st_mode & 0777, ==, 0640);
}

static void
refuses (TestPlace *place, gconstpointer data G_GNUC_UNUSED)
{
    g_autofree char *missing = g_build_filename (place->folder, "no", "out.txt", NULL);
    g_autoptr (GError) no_folder = NULL;
    g_assert_null (rhumb_output_open (missing, &no_folder));
    g_assert_error (no_folder, G_FILE_ERROR, G_FILE_ERROR_NOENT);
    g_assert_true (g_str_has_prefix (no_folder->message, missing));
    g_autoptr (GError) folder = NULL;
    g_assert_null (rhumb_output_open (place->folder, &folder));
    g_assert_error (folder, G_FILE_ERROR, G_FILE_ERROR_ISDIR);
}

static void
tells_full_disk (TestPlace *place G_GNUC_UNUSED, gconstpointer data G_GNUC_UNUSED)
{
    if (access ("/dev/full", W_OK) != 0) {
        g_test_skip ("no /dev/full here");
        return;
    }
    g_autoptr (GError) error = NULL;
    g_assert_false (rhumb_output_write ("/dev/full", "text", 4, &error));
    g_assert_nonnull (error);
    g_assert_true (g_str_has_prefix (error->message, "/dev/full: "));
    g_assert_true (g_file_test ("/dev/full", G_FILE_TEST_EXISTS));
}

#define ADD(name, test) g_test_add (name, TestPlace, NULL, set_up, test, test_place_tear_down)

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    ADD ("/output/appears-whole-at-the-end", appears_at_the_end);
    ADD ("/output/leaves-nothing-if-not-closed", leaves_nothing);
    ADD ("/output/removes-what-is-pending-on-a-signal", removes_pending);
    ADD ("/output/keeps-links-and-modes", keeps_links_and_modes);
    ADD ("/output/refuses-folders-and-missing-folders", refuses);
    ADD ("/output/tells-of-a-full-disk", tells_full_disk);
    return g_test_run ();
}
