/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "io/format.h"

#include <string.h>

#include "graph/error.h"
#include "tests/io/loading.h"

#define N_PAPERS 70

typedef struct {
    GPtrArray *furniture;
    GPtrArray *titles;
    GPtrArray *abstracts;
} Page;

static void
clear_page (Page *page)
{
    g_ptr_array_unref (page->furniture);
    g_ptr_array_unref (page->titles);
    g_ptr_array_unref (page->abstracts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Page, clear_page)

static char *
read_page_text (void)
{
    g_autofree char *path = g_build_filename (SOURCE_ROOT, "examples", "papers-page.txt", NULL);
    char *text;
    g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
    return text;
}

/* The page as it was saved: five lines of furniture, then titles and abstracts in turn. */
static Page
open_page (void)
{
    Page page = {g_ptr_array_new_with_free_func (g_free), g_ptr_array_new_with_free_func (g_free),
                 g_ptr_array_new_with_free_func (g_free)};
    g_autofree char *text = read_page_text ();
    g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
    guint n = 0;
    for (gsize i = 0; lines[i] != NULL; i++) {
        if (*lines[i] == '\0')
            continue;
        GPtrArray *list = n < 5 ? page.furniture : n % 2 == 1 ? page.titles : page.abstracts;
        g_ptr_array_add (list, g_strdup (lines[i]));
        n++;
    }
    g_assert_cmpuint (page.titles->len, ==, N_PAPERS);
    g_assert_cmpuint (page.abstracts->len, ==, N_PAPERS);
    return page;
}

static char *
wrap (const char *text, gsize width)
{
    GString *out = g_string_new (NULL);
    gsize column = 0;
    g_auto (GStrv) words = g_strsplit (text, " ", -1);
    for (gsize i = 0; words[i] != NULL; i++) {
        const gsize length = (gsize)g_utf8_strlen (words[i], -1);
        if (column > 0) {
            const gboolean fits = column + 1 + length <= width;
            g_string_append_c (out, fits ? ' ' : '\n');
            column = fits ? column + 1 : 0;
        }
        g_string_append (out, words[i]);
        column += length;
    }
    return g_string_free (out, FALSE);
}

/* The page laid out anew; a width of 0 wraps nothing. */
static char *
lay_out (const Page *page, const char *after_title, const char *after_abstract, gsize title_width,
         gsize abstract_width)
{
    GString *out = g_string_new (NULL);
    for (guint i = 0; i < page->furniture->len; i++)
        g_string_append_printf (out, "%s\n\n", (char *)page->furniture->pdata[i]);
    for (guint i = 0; i < N_PAPERS; i++) {
        const char *title = page->titles->pdata[i];
        const char *abstract = page->abstracts->pdata[i];
        g_autofree char *wrapped_title =
            title_width > 0 ? wrap (title, title_width) : g_strdup (title);
        g_autofree char *wrapped =
            abstract_width > 0 ? wrap (abstract, abstract_width) : g_strdup (abstract);
        g_string_append_printf (out, "%s%s%s%s", wrapped_title, after_title, wrapped,
                                after_abstract);
    }
    return g_string_free (out, FALSE);
}

static void
assert_titles (const Page *page, const RhumbCorpus *corpus)
{
    g_assert_cmpuint (rhumb_corpus_get_n_papers (corpus), ==, N_PAPERS);
    g_autoptr (GHashTable) titles = g_hash_table_new (g_str_hash, g_str_equal);
    for (guint32 v = 0; v < N_PAPERS; v++)
        g_hash_table_add (titles, (gpointer)rhumb_corpus_get_paper (corpus, v)->title);
    for (guint i = 0; i < N_PAPERS; i++)
        if (!g_hash_table_contains (titles, page->titles->pdata[i]))
            g_error ("no paper '%s'", (char *)page->titles->pdata[i]);
}

static void
assert_reads (const Page *page, const char *bytes, gsize length)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbCorpus) corpus = test_load_bytes ("x.txt", bytes, length, TRUE, &error);
    g_assert_no_error (error);
    g_assert_cmpstr (rhumb_corpus_get_source (corpus, 0)->format, ==, "papers-page");
    assert_titles (page, corpus);
}

static void
reads_the_page (void)
{
    g_auto (Page) page = open_page ();
    g_autofree char *text = read_page_text ();
    g_autoptr (RhumbCorpus) corpus = test_load_text ("x.txt", text);
    assert_titles (&page, corpus);
    for (guint32 v = 0; v < N_PAPERS; v++)
        g_assert_nonnull (rhumb_corpus_get_paper (corpus, v)->abstract);
    g_assert_cmpuint (test_count_events (corpus, RHUMB_EVENT_LINE_SKIPPED), ==, 5);
    for (guint64 line = 1; line <= 9; line += 2)
        g_assert_nonnull (test_find_event (corpus, RHUMB_EVENT_LINE_SKIPPED, line));
    g_assert_cmpuint (test_count_events (corpus, RHUMB_EVENT_RECORD_LOST), ==, 0);
}

static void
decodes_the_page (void)
{
    g_autofree char *text = read_page_text ();
    g_autoptr (RhumbCorpus) corpus = test_load_text ("x.txt", text);
    g_autoptr (GString) all = g_string_new (NULL);
    for (guint32 v = 0; v < N_PAPERS; v++)
        g_string_append (all, rhumb_corpus_get_paper (corpus, v)->abstract);
    static const char *const present[] = {"360° panoramic", "93.72% GPU", "rewards, e.g. progress",
                                          "(>6.5km^2)"};
    for (gsize i = 0; i < G_N_ELEMENTS (present); i++)
        g_assert_nonnull (strstr (all->str, present[i]));
    g_assert_null (strchr (all->str, '\\'));
}

static void
reads_other_line_ends (void)
{
    g_auto (Page) page = open_page ();
    g_autofree char *text = read_page_text ();
    static const char *const ends[] = {"\r\n", "\r"};
    for (gsize i = 0; i < G_N_ELEMENTS (ends); i++) {
        g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
        g_autofree char *joined = g_strjoinv (ends[i], lines);
        assert_reads (&page, joined, strlen (joined));
        g_autofree char *marked = g_strconcat ("\xEF\xBB\xBF", joined, NULL);
        assert_reads (&page, marked, strlen (marked));
    }
    gsize length;
    g_autofree char *wide = g_convert (text, -1, "UTF-16", "UTF-8", NULL, &length, NULL);
    assert_reads (&page, wide, length);
}

static void
reads_without_blank_lines (void)
{
    g_auto (Page) page = open_page ();
    static const char *const gaps[][2] = {
        {"\n", "\n\n"}, {"\n\n", "\n"}, {"\n", "\n"}, {"\n\n\n \n", "\n\n\n"}};
    for (gsize i = 0; i < G_N_ELEMENTS (gaps); i++) {
        g_autofree char *text = lay_out (&page, gaps[i][0], gaps[i][1], 0, 0);
        assert_reads (&page, text, strlen (text));
    }
}

static void
reads_wrapped (void)
{
    g_auto (Page) page = open_page ();
    static const gsize widths[] = {60, 72, 80, 100, 120};
    for (gsize i = 0; i < G_N_ELEMENTS (widths); i++) {
        g_autofree char *abstracts = lay_out (&page, "\n\n", "\n\n", 0, widths[i]);
        assert_reads (&page, abstracts, strlen (abstracts));
        g_autofree char *all = lay_out (&page, "\n\n", "\n\n", widths[i], widths[i]);
        assert_reads (&page, all, strlen (all));
    }
}

static void
reads_blanks_of_the_web (void)
{
    g_auto (Page) page = open_page ();
    g_autofree char *text = read_page_text ();
    g_autoptr (GString) hard = g_string_new (text);
    g_string_replace (hard, " ", "\xC2\xA0", 0);
    assert_reads (&page, hard->str, hard->len);
    g_autofree char *escaped = g_markup_escape_text (text, -1);
    assert_reads (&page, escaped, strlen (escaped));
}

#define TEXT                                                                                    \
    "Large networks cost much to train. We study which half of their weights can be left out, " \
    "compare four ways to choose it, and find that the simplest one is as good as the others.\n\n"

static void
keeps_titles_without_abstract (void)
{
    g_autoptr (RhumbCorpus) corpus = test_load_text (
        "x.txt",
        "First Paper About Networks\n\n" TEXT "A Paper Whose Abstract Is Missing\n\n12\n\n"
        "Third Paper About Networks\n\nJohn Smith, Jane Doe\n\n" TEXT "Sign up for our list\n\n");
    g_assert_cmpuint (rhumb_corpus_get_n_papers (corpus), ==, 3);
    g_assert_nonnull (test_find_event (corpus, RHUMB_EVENT_LINE_SKIPPED, 7));
    g_assert_nonnull (test_find_event (corpus, RHUMB_EVENT_LINE_SKIPPED, 11));
    g_assert_nonnull (test_find_event (corpus, RHUMB_EVENT_LINE_SKIPPED, 15));
    g_assert_cmpuint (test_count_events (corpus, RHUMB_EVENT_LINE_SKIPPED), ==, 3);
}

static void
tells_of_text_without_title (void)
{
    static const char text[] = "First Paper About Networks\n\n" TEXT TEXT "Second Paper\n\n" TEXT;
    g_autoptr (RhumbCorpus) corpus = test_load_text ("x.txt", text);
    g_assert_cmpuint (rhumb_corpus_get_n_papers (corpus), ==, 2);
    g_assert_nonnull (test_find_event (corpus, RHUMB_EVENT_RECORD_LOST, 5));
    g_autoptr (GError) error = NULL;
    g_assert_null (test_load_bytes ("x.txt", text, sizeof text - 1, TRUE, &error));
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_FORMAT);
    g_assert_true (g_str_has_prefix (error->message, "x.txt:5: Large networks"));
    g_assert_true (
        g_str_has_suffix (error->message, "a paragraph without a title, expected one above it"));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/papers-page/has-seventy-papers-with-exact-titles", reads_the_page);
    g_test_add_func ("/papers-page/decodes-what-tex-was-left", decodes_the_page);
    g_test_add_func ("/papers-page/reads-any-line-ends-and-encodings", reads_other_line_ends);
    g_test_add_func ("/papers-page/needs-no-blank-lines", reads_without_blank_lines);
    g_test_add_func ("/papers-page/reads-wrapped-text", reads_wrapped);
    g_test_add_func ("/papers-page/reads-hard-blanks-and-entities", reads_blanks_of_the_web);
    g_test_add_func ("/papers-page/keeps-titles-without-abstract", keeps_titles_without_abstract);
    g_test_add_func ("/papers-page/tells-of-text-without-title", tells_of_text_without_title);
    return g_test_run ();
}
