/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "io/format.h"

#include "graph/error.h"
#include "tests/io/loading.h"

static void
has_distinct_names (void)
{
    const RhumbFormat *const *formats = rhumb_format_list ();
    g_assert_nonnull (formats[0]);
    for (gsize i = 0; formats[i] != NULL; i++) {
        g_assert_true (rhumb_format_find (formats[i]->name) == formats[i]);
        g_assert_nonnull (formats[i]->summary);
        const gboolean reads = formats[i]->read != NULL || formats[i]->read_network != NULL;
        g_assert_true (reads || formats[i]->write_corpus != NULL ||
                       formats[i]->write_network != NULL || formats[i]->write_map != NULL ||
                       formats[i]->save != NULL);
        g_assert_true (reads == (formats[i]->sniff != NULL));
    }
    g_assert_null (rhumb_format_find ("no-such-format"));
}

static void
finds_suffixes (void)
{
    g_assert_cmpstr (rhumb_format_for_path ("a/b.JSONL")->name, ==, "jsonl");
    g_assert_null (rhumb_format_for_path ("a.b/noending"));
    g_assert_null (rhumb_format_for_path ("x.unknown"));
}

/* A suffix names the one format that writes it, not one that is only read. */
static void
suffixes_are_names (void)
{
    g_assert_cmpstr (rhumb_format_find ("bib")->name, ==, "bibtex");
    g_assert_cmpstr (rhumb_format_find ("JSON")->name, ==, "vosviewer");
    g_assert_cmpstr (rhumb_format_find ("gv")->name, ==, "dot");
    g_assert_cmpstr (rhumb_format_find ("csv")->name, ==, "csv");
    g_assert_null (rhumb_format_find ("txt"));
    g_assert_null (rhumb_format_find (""));
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbCorpus) corpus = test_load_text ("a.jsonl", "{\"id\":\"a\",\"title\":\"T\"}\n");
    g_autofree char *folder = g_dir_make_tmp ("rhumb-XXXXXX", &error);
    g_autofree char *path = g_build_filename (folder, "papers", NULL);
    g_assert_true (rhumb_corpus_save (corpus, path, "bib", &error));
    const char *const paths[] = {path, NULL};
    RhumbLoadOptions options = RHUMB_LOAD_DEFAULTS;
    options.format = "bib";
    g_assert_null (rhumb_corpus_load (paths, &options, &error));
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_UNSUPPORTED);
    test_remove_folder (folder);
}

static void
refuses_to_write (void)
{
    g_autoptr (RhumbCorpus) corpus = test_load_text ("a.jsonl", "{\"id\":\"a\",\"title\":\"T\"}\n");
    const struct {
        const char *path;
        const char *format;
        const char *start;
    } cases[] = {
        {"x.unknown", NULL,
         "x.unknown: the name ends like no format that can be written, "
         "expected one of bibtex"},
        {"x.txt", NULL, "x.txt: the name ends like no format"},
        {NULL, NULL, "no format for standard output, expected one of bibtex"},
        {"-", NULL, "no format for standard output, expected one of bibtex"},
        {"x.jsonl", "nonsense", "format “nonsense” cannot be written, expected one of bibtex"},
        {"x.jsonl", "papers-page", "format “papers-page” cannot be written"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (GError) error = NULL;
        g_assert_false (rhumb_corpus_save (corpus, cases[i].path, cases[i].format, &error));
        g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_UNSUPPORTED);
        g_assert_true (g_str_has_prefix (error->message, cases[i].start));
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/format/finds-each-by-its-name", has_distinct_names);
    g_test_add_func ("/format/finds-by-suffix-in-any-case", finds_suffixes);
    g_test_add_func ("/format/finds-by-a-suffix-of-one-that-writes", suffixes_are_names);
    g_test_add_func ("/format/refuses-what-cannot-be-written", refuses_to_write);
    return g_test_run ();
}
