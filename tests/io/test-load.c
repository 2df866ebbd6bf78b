/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "io/format.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "graph/error.h"
#include "tests/io/loading.h"

#define PAPER(id) "{\"id\":\"" id "\",\"title\":\"Title " id "\",\"year\":2020}\n"

static void
tells_what_a_file_is (void)
{
    static const struct {
        const char *bytes;
        gsize length;
        const char *start;
    } cases[] = {
        {"\x89PNG\r\n\x1a\n....", 12, "x:1: PNG image, expected papers: one of "},
        {"%PDF-1.7\n", 9, "x:1: PDF document, expected papers: one of "},
        {" \n\t\n", 4, "x:1: only blanks, expected papers: one of "},
        {"a,b,c\n1,2,3\n", 12,
         "x:1: a table without a known column of titles; its columns are 'a', 'b', 'c', expected "},
        {"<html><body>x</body></html>", 27, "x:1: a web page in which no abstract "},
        {"<svg>x</svg>", 12, "x:1: text '<svg>x</svg>'"},
        {"{\"nodes\": [],\n \"links\": []}\n", 28, "x:1: text '{\"nodes\""},
        {"", 0, "x:1: the file is empty, expected text"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (GError) error = NULL;
        g_assert_null (test_load_bytes ("x", cases[i].bytes, cases[i].length, FALSE, &error));
        g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_FORMAT);
        g_test_message ("%s", error->message);
        g_assert_true (g_str_has_prefix (error->message, cases[i].start));
    }
}

static void
reads_folders (void)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *folder = g_dir_make_tmp ("rhumb-test-XXXXXX", NULL);
    const char *const files[][2] = {{"b.jsonl", PAPER ("b")},
                                    {"a.jsonl", PAPER ("a")},
                                    {"c.png", "\x89PNG\r\n\x1a\nimage"},
                                    {".hidden", PAPER ("h")},
                                    {"d.txt", ""}};
    for (gsize i = 0; i < G_N_ELEMENTS (files); i++) {
        g_autofree char *path = g_build_filename (folder, files[i][0], NULL);
        g_assert_true (g_file_set_contents (path, files[i][1], -1, NULL));
    }
    g_autofree char *loop = g_build_filename (folder, "loop", NULL);
    g_assert_cmpint (symlink (folder, loop), ==, 0);
    const char *const paths[] = {folder, NULL};
    g_autoptr (RhumbCorpus) corpus = rhumb_corpus_load (paths, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (rhumb_corpus_get_n_papers (corpus), ==, 2);
    static const char *const order[] = {".hidden", "a.jsonl", "b.jsonl", "c.png", "d.txt", "loop"};
    g_assert_cmpuint (rhumb_corpus_get_n_sources (corpus), ==, G_N_ELEMENTS (order));
    for (guint i = 0; i < G_N_ELEMENTS (order); i++)
        g_assert_true (g_str_has_suffix (rhumb_corpus_get_source (corpus, i)->name, order[i]));
    g_assert_cmpuint (test_count_events (corpus, RHUMB_EVENT_LINE_SKIPPED), ==, 4);
    for (guint i = 0; i < rhumb_corpus_get_n_events (corpus); i++) {
        const RhumbEvent *event = rhumb_corpus_get_event (corpus, i);
        if (event->source == 4)
            g_assert_cmpstr (event->found, ==, "the file is empty");
    }
    test_remove_folder (folder);
}

static void
refuses_folders_without_papers (void)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *folder = g_dir_make_tmp ("rhumb-test-XXXXXX", NULL);
    const char *const paths[] = {folder, NULL};
    g_assert_null (rhumb_corpus_load (paths, NULL, &error));
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_FORMAT);
    g_rmdir (folder);
}

static void
checks_options (void)
{
    const char *const paths[] = {"x.jsonl", NULL};
    const RhumbLoadOptions years = {.from_year = 2020, .to_year = 2010};
    g_autoptr (GError) invalid = NULL;
    g_assert_null (rhumb_corpus_load (paths, &years, &invalid));
    g_assert_error (invalid, RHUMB_ERROR, RHUMB_ERROR_INVALID);
    const RhumbLoadOptions format = {.format = "svg"};
    g_autoptr (GError) unsupported = NULL;
    g_assert_null (rhumb_corpus_load (paths, &format, &unsupported));
    g_assert_error (unsupported, RHUMB_ERROR, RHUMB_ERROR_UNSUPPORTED);
    g_autoptr (GError) missing = NULL;
    g_assert_null (rhumb_corpus_load (paths, NULL, &missing));
    g_assert_error (missing, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

static void
notes_other_encodings (void)
{
    g_autoptr (GError) error = NULL;
    static const char bytes[] = PAPER ("a") "{\"id\":\"b\",\"title\":\"Caf\xE9\"}\n";
    g_autoptr (RhumbCorpus) corpus = test_load_bytes ("x", bytes, sizeof bytes - 1, TRUE, &error);
    g_assert_no_error (error);
    const guint32 paper = rhumb_corpus_find_paper (corpus, "b");
    g_assert_cmpuint (paper, !=, RHUMB_NONE);
    g_assert_cmpstr (rhumb_corpus_get_paper (corpus, paper)->title, ==, "Café");
    g_assert_cmpstr (test_find_event (corpus, RHUMB_EVENT_NOTE, 2)->why, ==,
                     "read as Windows-1252");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/load/tells-what-a-file-is-that-has-no-papers", tells_what_a_file_is);
    g_test_add_func ("/load/reads-folders-in-the-order-of-names", reads_folders);
    g_test_add_func ("/load/refuses-folders-without-papers", refuses_folders_without_papers);
    g_test_add_func ("/load/checks-options-and-paths", checks_options);
    g_test_add_func ("/load/notes-lines-in-other-encodings-once", notes_other_encodings);
    return g_test_run ();
}
