/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * An index beside a library: whose it is, and what becomes of it when others write into it.
 */
#include "io/link-file.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "graph/error.h"
#include "graph/graph.h"
#include "tests/graph/fixture.h"

static const FixtureRecord RECORDS[] = {
    {.id = "a", .title = "First light", .year = 1990},
    {.id = "b", .title = "Second light", .year = 1991, .references = "a"},
};

typedef struct {
    char *folder;
    char *library;
    char *index;
} Files;

static Files
make_files (void)
{
    g_autoptr (GError) error = NULL;
    Files files = {.folder = g_dir_make_tmp ("rhumb-XXXXXX", &error)};
    g_assert_no_error (error);
    files.library = g_build_filename (files.folder, "x.rhumb", NULL);
    files.index = g_strconcat (files.library, ".index", NULL);
    g_assert_true (g_file_set_contents (files.library, "not looked into", -1, &error));
    return files;
}

static void
files_clear (Files *files)
{
    g_remove (files->index);
    g_remove (files->library);
    g_rmdir (files->folder);
    g_free (files->index);
    g_free (files->library);
    g_free (files->folder);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Files, files_clear)

static void
save (const Files *files)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbGraph) graph = fixture_graph (RECORDS, G_N_ELEMENTS (RECORDS), NULL, 0);
    const guint32 n = rhumb_graph_get_n_nodes (graph);
    const guint32 from = 1;
    const guint32 to = 0;
    g_autoptr (RhumbNetwork) network =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, n, n, &from, &to, NULL, 1, NULL);
    g_autoptr (GPtrArray) names = g_ptr_array_new ();
    guint64 checksum = 0;
    g_assert_true (rhumb_library_get_checksum (files->library, &checksum, &error));
    g_autoptr (GBytes) bytes =
        rhumb_link_index_pack (graph, network, n, names, 1, NULL, checksum, &error);
    g_assert_true (rhumb_library_save_index (files->library, bytes, &error));
    g_assert_no_error (error);
}

static void
an_index_belongs_to_one_state (void)
{
    g_auto (Files) files = make_files ();
    g_autoptr (GError) none = NULL;
    g_autoptr (GError) stale = NULL;
    g_assert_null (rhumb_library_open_index (files.library, &none));
    g_assert_error (none, G_FILE_ERROR, G_FILE_ERROR_NOENT);
    save (&files);
    g_autoptr (RhumbLinkIndex) index = rhumb_library_open_index (files.library, NULL);
    g_assert_cmpstr (rhumb_link_index_get_label (index, 0), ==, "First light");
    g_assert_true (g_file_set_contents (files.library, "something else", -1, NULL));
    g_assert_null (rhumb_library_open_index (files.library, &stale));
    g_assert_error (stale, RHUMB_ERROR, RHUMB_ERROR_NOT_FOUND);
}

/* A mapped file that was cut off would kill the program. */
static void
nobody_cuts_off_what_is_open (void)
{
    g_auto (Files) files = make_files ();
    save (&files);
    RhumbLinkIndex *index = rhumb_library_open_index (files.library, NULL);
    g_assert_nonnull (index);
    const int file = g_open (files.index, O_WRONLY | O_TRUNC | O_NONBLOCK | O_CLOEXEC, 0);
    if (file >= 0)
        close (file);
    g_assert_cmpstr (rhumb_link_index_get_label (index, 1), ==, "Second light");
    g_assert_cmpuint (rhumb_link_index_find_id (index, "a"), ==, 0);
    g_assert_true (rhumb_link_index_has_citation (index, 1, 0, FALSE));
    rhumb_link_index_free (index);
    const int later = g_open (files.index, O_WRONLY | O_TRUNC | O_NONBLOCK | O_CLOEXEC, 0);
    g_assert_cmpint (later, >=, 0);
    close (later);
    g_autoptr (GError) error = NULL;
    g_assert_null (rhumb_library_open_index (files.library, &error));
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_FORMAT);
}

/* Who reads keeps what he opened. */
static void
another_may_take_its_place (void)
{
    g_auto (Files) files = make_files ();
    save (&files);
    g_autoptr (RhumbLinkIndex) first = rhumb_library_open_index (files.library, NULL);
    save (&files);
    g_autoptr (RhumbLinkIndex) second = rhumb_library_open_index (files.library, NULL);
    g_assert_cmpstr (rhumb_link_index_get_label (first, 1), ==, "Second light");
    g_assert_cmpstr (rhumb_link_index_get_label (second, 1), ==, "Second light");
}

/* One who writes into it at this moment keeps it from being mapped, not from being read. */
static void
what_is_open_for_writing_is_read (void)
{
    g_auto (Files) files = make_files ();
    save (&files);
    const int writer = g_open (files.index, O_WRONLY | O_CLOEXEC, 0);
    g_autoptr (RhumbLinkIndex) index = rhumb_library_open_index (files.library, NULL);
    g_assert_nonnull (index);
    g_assert_cmpint (ftruncate (writer, 0), ==, 0);
    close (writer);
    g_assert_cmpstr (rhumb_link_index_get_label (index, 1), ==, "Second light");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/link-file/an-index-belongs-to-one-state", an_index_belongs_to_one_state);
    g_test_add_func ("/link-file/nobody-cuts-off-what-is-open", nobody_cuts_off_what_is_open);
    g_test_add_func ("/link-file/another-may-take-its-place", another_may_take_its_place);
    g_test_add_func ("/link-file/what-is-open-for-writing-is-read",
                     what_is_open_for_writing_is_read);
    return g_test_run ();
}
