/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Lists that options name are read whatever system they were saved on.
 */
#include "cli/id-list.h"
#include "cli/read-text.h"

#include <glib/gstdio.h>

static char *
save (const char *text)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *path = NULL;
    const int file = g_file_open_tmp ("rhumb-test-XXXXXX", &path, &error);
    g_assert_no_error (error);
    g_close (file, NULL);
    g_assert_true (g_file_set_contents (path, text, -1, &error));
    return g_steal_pointer (&path);
}

static void
assert_joined (GStrv found, const char *expected)
{
    g_autofree char *joined = g_strjoinv ("|", found);
    g_assert_cmpstr (joined, ==, expected);
}

static void
lines_end_as_on_any_system (void)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *path = save ("\xef\xbb\xbf"
                                  "a\r\nb\rc\n\n\r\nd\r");
    g_auto (GStrv) lines = read_lines (path, 1, &error);
    g_assert_no_error (error);
    assert_joined (lines, "a|b|c|||d|");
    g_unlink (path);
}

static void
ids_stand_in_the_column_that_says_so (void)
{
    static const char *const cases[][2] = {
        {"Title\tID\r\nx\tp1\r\ny\r\nz\tp2", "p1|p2"},
        {"p1\rp2\r", "p1|p2"},
        {"p1\tid of no column\np2", "p1|p2"},
        {"id\n", ""},
        {"", ""},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (GError) error = NULL;
        g_autofree char *path = save (cases[i][0]);
        g_auto (GStrv) ids = id_list_read (path, &error);
        g_assert_no_error (error);
        assert_joined (ids, cases[i][1]);
        g_unlink (path);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/read-text/lines-end-as-on-any-system", lines_end_as_on_any_system);
    g_test_add_func ("/read-text/ids-stand-in-the-column-that-says-so",
                     ids_stand_in_the_column_that_says_so);
    return g_test_run ();
}
