/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Loading and saving texts through real files, as a user would.
 */
#include "tests/io/loading.h"

#include <glib/gstdio.h>

/* Removes a folder of one level. */
void
test_remove_folder (const char *folder)
{
    g_autoptr (GDir) names = g_dir_open (folder, 0, NULL);
    for (const char *name = g_dir_read_name (names); name != NULL; name = g_dir_read_name (names)) {
        g_autofree char *path = g_build_filename (folder, name, NULL);
        g_assert_cmpint (g_remove (path), ==, 0);
    }
    g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* Messages carry the name as the caller gave it, so the test runs inside the folder. */
RhumbCorpus *
test_load_bytes (const char *name, const char *bytes, gsize length, gboolean strict, GError **error)
{
    g_autofree char *old_folder = g_get_current_dir ();
    g_autofree char *folder = g_dir_make_tmp ("rhumb-test-XXXXXX", NULL);
    g_assert_cmpint (g_chdir (folder), ==, 0);
    g_assert_true (g_file_set_contents (name, bytes, (gssize)length, NULL));
    const char *const paths[] = {name, NULL};
    RhumbLoadOptions options = RHUMB_LOAD_DEFAULTS;
    options.strict = strict;
    RhumbCorpus *corpus = rhumb_corpus_load (paths, &options, error);
    g_assert_cmpint (g_chdir (old_folder), ==, 0);
    test_remove_folder (folder);
    return corpus;
}

RhumbCorpus *
test_load_text (const char *name, const char *text)
{
    g_autoptr (GError) error = NULL;
    RhumbCorpus *corpus = test_load_bytes (name, text, strlen (text), FALSE, &error);
    g_assert_no_error (error);
    return corpus;
}

char *
test_save_text (const RhumbCorpus *corpus)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *folder = g_dir_make_tmp ("rhumb-test-XXXXXX", NULL);
    g_autofree char *path = g_build_filename (folder, "papers.jsonl", NULL);
    g_assert_true (rhumb_corpus_save (corpus, path, NULL, &error));
    g_assert_no_error (error);
    char *text;
    g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
    test_remove_folder (folder);
    return text;
}

const RhumbEvent *
test_find_event (const RhumbCorpus *corpus, RhumbEventKind kind, guint64 line)
{
    for (guint i = 0; i < rhumb_corpus_get_n_events (corpus); i++) {
        const RhumbEvent *event = rhumb_corpus_get_event (corpus, i);
        if (event->kind == kind && event->line == line)
            return event;
    }
    return NULL;
}

guint
test_count_events (const RhumbCorpus *corpus, RhumbEventKind kind)
{
    guint n = 0;
    for (guint i = 0; i < rhumb_corpus_get_n_events (corpus); i++)
        n += rhumb_corpus_get_event (corpus, i)->kind == kind;
    return n;
}

void
test_place_set_up (TestPlace *place, const char *name)
{
    place->folder = g_dir_make_tmp ("rhumb-test-XXXXXX", NULL);
    place->path = g_build_filename (place->folder, name, NULL);
}

void
test_place_tear_down (TestPlace *place, gconstpointer data G_GNUC_UNUSED)
{
    test_remove_folder (place->folder);
    g_free (place->folder);
    g_free (place->path);
}
