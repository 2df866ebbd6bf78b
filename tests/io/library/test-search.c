/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "io/library.h"

#include <glib/gstdio.h>
#include <string.h>

#include "graph/error.h"
#include "io/library/words.h"
#include "tests/io/loading.h"

static const char papers[] =
    "{\"id\":\"abs\",\"title\":\"On other things entirely\",\"abstract\":\"A graph is drawn.\","
    "\"year\":1999}\n"
    "{\"id\":\"title\",\"title\":\"Graph drawing for all\",\"abstract\":\"We draw it now.\","
    "\"year\":2001}\n"
    "{\"id\":\"accent\",\"title\":\"\xc3\x89tude de Erd\xc5\x91s\",\"keywords\":[\"Random "
    "walks\"]}\n"
    "{\"id\":\"evil\",\"title\":\"x'); DROP TABLE papers; --\"}\n";

/* Ids of what is found, best first. */
static char *
find (const char *path, const char *words, const RhumbSearchOptions *options)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbCorpus) corpus = path == NULL ? test_load_text ("a.jsonl", papers) : NULL;
    g_autoptr (GPtrArray) hits = path != NULL
                                     ? rhumb_library_search (path, words, options, &error)
                                     : rhumb_corpus_search (corpus, words, options, &error);
    g_assert_no_error (error);
    g_autoptr (GString) ids = g_string_new (NULL);
    for (guint i = 0; i < hits->len; i++)
        g_string_append_printf (ids, "%s ", ((const RhumbHit *)hits->pdata[i])->id);
    return g_strdup (g_strchomp (ids->str));
}

static void
assert_finds (const char *path, const char *words, gboolean any, int from, int to,
              const char *expected)
{
    const RhumbSearchOptions options = {.any = any, .from_year = from, .to_year = to};
    g_autofree char *found = find (path, words, &options);
    g_assert_cmpstr (found, ==, expected);
}

static void
check_all (const char *path)
{
    assert_finds (path, "graph", FALSE, 0, 0, "title abs");
    assert_finds (path, "GRAPH", FALSE, 2000, 0, "title");
    assert_finds (path, "graph", FALSE, 0, 2000, "abs");
    assert_finds (path, "graph drawn", FALSE, 0, 0, "abs");
    assert_finds (path, "\"graph drawing\"", FALSE, 0, 0, "title");
    assert_finds (path, "\"drawing graph\"", FALSE, 0, 0, "");
    assert_finds (path, "dra*", FALSE, 0, 0, "title abs");
    assert_finds (path, "\"graph draw\"*", FALSE, 0, 0, "title");
    assert_finds (path, "erdos etude", FALSE, 0, 0, "accent");
    assert_finds (path, "walks", FALSE, 0, 0, "accent");
    assert_finds (path, "walks entirely", TRUE, 0, 0, "abs accent");
    assert_finds (path, "walks entirely", FALSE, 0, 0, "");
}

static void
finds_in_memory (void)
{
    check_all (NULL);
}

static void
finds_in_a_library (void)
{
    g_autoptr (RhumbCorpus) corpus = test_load_text ("a.jsonl", papers);
    g_autofree char *folder = g_dir_make_tmp ("rhumb-test-XXXXXX", NULL);
    g_autofree char *path = g_build_filename (folder, "lib.rhumb", NULL);
    g_assert_true (rhumb_library_save (corpus, path, NULL));
    check_all (path);
    test_remove_folder (folder);
}

/* None of these may be an error of syntax, whatever FTS5 would read in them. */
static void
takes_any_text (void)
{
    static const char *const texts[] = {
        "graph AND",
        "NOT graph",
        "graph NEAR(",
        "title:graph",
        "^graph",
        "gr\"aph",
        "\"graph",
        "graph\"\"",
        "(graph OR",
        "{graph} : x",
        "graph + draw",
        "graph*draw",
        "'; DROP TABLE papers; --",
        "graph\\",
        "* graph",
        "\"\" graph",
        "-- graph",
        "graph , *",
        "\xe2\x80\xae graph",
        "\xff\xfe graph",
        "\"* graph*",
        "a\xcc\x81*",
        "%s%n graph",
    };
    g_autoptr (RhumbCorpus) corpus = test_load_text ("a.jsonl", papers);
    for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
        g_autoptr (GError) error = NULL;
        g_autoptr (GPtrArray) hits = rhumb_corpus_search (corpus, texts[i], NULL, &error);
        if (hits == NULL)
            g_test_fail_printf ("“%s”: %s", texts[i], error->message);
    }
    assert_finds (NULL, "drop papers", FALSE, 0, 0, "evil");
}

static void
quotes (void)
{
    static const struct {
        const char *words;
        gboolean any;
        const char *query;
    } cases[] = {
        {"one two", FALSE, "\"one\" AND \"two\""},
        {"one two", TRUE, "\"one\" OR \"two\""},
        {"\"one two\" thr*", FALSE, "\"one two\" AND \"thr*\" *"},
        {"OR", FALSE, "\"OR\""},
        {"a\"b c\"", FALSE, "\"a\" AND \"b c\""},
        {" ... one - ", FALSE, "\"one\""},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *query = rhumb_library_quote_words (cases[i].words, cases[i].any, NULL);
        g_assert_cmpstr (query, ==, cases[i].query);
    }
}

static void
needs_words (void)
{
    static const char *const texts[] = {"", " ", "\"\"", "***", "- -", "\"---\""};
    for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
        g_autoptr (GError) error = NULL;
        g_assert_null (rhumb_library_quote_words (texts[i], FALSE, &error));
        g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
    }
    g_autoptr (GString) many = g_string_new (NULL);
    for (guint i = 0; i < 65; i++)
        g_string_append (many, "word ");
    g_autoptr (GError) error = NULL;
    g_assert_null (rhumb_library_quote_words (many->str, TRUE, &error));
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_LIMIT);
    g_string_truncate (many, 64 * 5);
    assert_finds (NULL, many->str, TRUE, 0, 0, "");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/search/finds-in-memory", finds_in_memory);
    g_test_add_func ("/search/finds-the-same-in-a-library", finds_in_a_library);
    g_test_add_func ("/search/takes-any-text", takes_any_text);
    g_test_add_func ("/search/quotes-every-word", quotes);
    g_test_add_func ("/search/needs-words-and-not-too-many", needs_words);
    return g_test_run ();
}
