/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "io/library/schema.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "io/library.h"
#include "tests/io/loading.h"

/* What later versions might do. */
static const char *const later_steps[] = {
    "ALTER TABLE papers ADD COLUMN shelf TEXT DEFAULT 'new'",
    "UPDATE papers SET shelf = 'moved'; CREATE TABLE shelves (shelf TEXT)",
};

static char *
make_library (char **folder)
{
    g_autoptr (RhumbCorpus) corpus =
        test_load_text ("a.jsonl", "{\"id\":\"a\",\"title\":\"One\"}\n");
    *folder = g_dir_make_tmp ("rhumb-test-XXXXXX", NULL);
    char *path = g_build_filename (*folder, "lib.rhumb", NULL);
    g_assert_true (rhumb_library_save (corpus, path, NULL));
    return path;
}

static gint64
ask (RhumbDatabase *database, const char *sql)
{
    gint64 value = -1;
    g_autoptr (GError) error = NULL;
    g_assert_true (rhumb_database_get_integer (database, sql, &value, &error));
    g_assert_no_error (error);
    return value;
}

static void
brings_older_forward (void)
{
    g_autofree char *folder = NULL;
    g_autofree char *path = make_library (&folder);
    g_autofree char *before = NULL;
    g_autofree char *after = NULL;
    gsize length;
    g_assert_true (g_file_get_contents (path, &before, &length, NULL));
    const char *const steps[] = {rhumb_library_migrations.steps[0], later_steps[0], later_steps[1]};
    const RhumbMigrations later = {steps, G_N_ELEMENTS (steps)};
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbDatabase) database = rhumb_library_open (path, path, &later, &error);
    g_assert_no_error (error);
    g_assert_cmpint (ask (database, "PRAGMA user_version"), ==, 3);
    g_assert_cmpint (ask (database, "SELECT count(*) FROM papers WHERE shelf = 'moved'"), ==, 1);
    g_assert_cmpint (ask (database, "SELECT count(*) FROM shelves"), ==, 0);
    g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
    g_assert_cmpint (memcmp (before, after, length), ==, 0);
    test_remove_folder (folder);
}

/* Version 0 is what every library is before its first step: an empty one. */
static void
opens_version_0 (void)
{
    g_autofree char *folder = g_dir_make_tmp ("rhumb-test-XXXXXX", NULL);
    g_autofree char *path = g_build_filename (folder, "old.rhumb", NULL);
    sqlite3 *handle = NULL;
    g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
    sqlite3_exec (handle, "PRAGMA application_id = 1382575458; CREATE TABLE note (text)", NULL,
                  NULL, NULL);
    sqlite3_close (handle);
    g_assert_true (rhumb_library_is (path));
    const char *const paths[] = {path, NULL};
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbCorpus) corpus = rhumb_corpus_load (paths, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (rhumb_corpus_get_n_papers (corpus), ==, 0);
    test_remove_folder (folder);
}

static void
stops_at_a_bad_step (void)
{
    static const char *const steps[] = {"CREATE TABLE a (x)", "NONSENSE"};
    const RhumbMigrations bad = {steps, G_N_ELEMENTS (steps)};
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbDatabase) database = rhumb_database_new_in_memory ("test", NULL);
    g_assert_false (rhumb_library_migrate (database, &bad, &error));
    g_assert_nonnull (strstr (error->message, "NONSENSE"));
    g_assert_cmpint (ask (database, "PRAGMA user_version"), ==, 1);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/schema/an-older-version-is-brought-forward-in-memory", brings_older_forward);
    g_test_add_func ("/schema/version-0-is-empty", opens_version_0);
    g_test_add_func ("/schema/a-bad-step-is-an-error", stops_at_a_bad_step);
    return g_test_run ();
}
