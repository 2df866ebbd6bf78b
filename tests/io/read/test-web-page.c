/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * A web page gives the papers that its text gives.
 */
#include <string.h>

#include "graph/error.h"
#include "io/scan/html-text.h"
#include "tests/io/loading.h"

#define BEGIN                                                                                   \
    "<?xml version=\"1.0\"?>\n<!-- saved -->\n<!DOCTYPE html>\n<html><head><title>Mine</title>" \
    "<style>@article{a:b}\n p > b {}</style></head><body><nav><a href='/a>b'>All</a></nav>\n"   \
    "<script>if (a < b) document.write (\"<p>No</p>\");</script>\n"
#define TEXT                                                                                    \
    "Large networks cost much to train. We study which half of their weights can be left out, " \
    "compare four ways to choose it, and find that the simplest one is as good as the others."

/* Long enough for an abstract. */
#define CROWD                                                                                  \
    "Ann Lee, D. A. Ray, Bo Xu, Jo Li, Ed Poe, Al Orr, Cy Day, Di Fox, Eva Kay, Guy Lot, Hal " \
    "Moe, Ian Nye, Jan Ode"

static char *
read_text (void)
{
    g_autofree char *path = g_build_filename (SOURCE_ROOT, "examples", "papers-page.txt", NULL);
    char *text;
    g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
    return text;
}

/* Seventy papers, each with people below the title, one person now and then. */
static void
blocks_are_the_paragraphs_of_the_text (void)
{
    static const char *const people[] = {"Ann Lee, Tom Ray", "Ann Lee", "J. Doe, Ann Lee, Bo Xu",
                                         CROWD};
    g_autofree char *text = read_text ();
    g_autoptr (RhumbCorpus) expected = test_load_text ("page.txt", text);
    g_autoptr (GString) html = g_string_new (BEGIN);
    g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
    guint n = 0;
    for (gsize i = 0; lines[i] != NULL; i++) {
        if (*lines[i] == '\0')
            continue;
        g_autofree char *escaped = g_markup_escape_text (lines[i], -1);
        if (n < 5)
            g_string_append_printf (html, "<li>%s\n", escaped);
        else if (n % 2 == 1)
            g_string_append_printf (
                html, "<h2\nclass=\"a>b\"><a href=x>%s</a>\n</h2><p>%s<br>NeurIPS 2024", escaped,
                people[n / 2 % 4]);
        else
            g_string_append_printf (html, "<div>Abstract:</div><p>%s <!-- <p>no</p> -->\n",
                                    escaped);
        n++;
    }
    g_autoptr (RhumbCorpus) corpus = test_load_text ("page", html->str);
    g_assert_cmpuint (rhumb_corpus_get_n_papers (corpus), ==, 70);
    for (guint32 v = 0; v < 70; v++) {
        const RhumbPaper *paper = rhumb_corpus_get_paper (corpus, v);
        g_assert_cmpstr (paper->title, ==, rhumb_corpus_get_paper (expected, v)->title);
        g_assert_cmpstr (paper->abstract, ==, rhumb_corpus_get_paper (expected, v)->abstract);
    }
}

/* Lists of arXiv name their fields; what has no such name is no title there. */
static void
fields_of_lists_are_no_titles (void)
{
    static const char page[] =
        BEGIN "<h3>Showing New Listings for Friday of This Week</h3><dl>"
              "<dt>[1] arXiv:2506.20747 [pdf, html, other]</dt><dd><div><span>Title:</span>\n"
              "How Do We Learn? A First Study of Many Small Networks That Are Left Alone for Ever, "
              "or Not at All?</div><div>Ann Lee</div><div><span>Comments:</span> 8 pages</div>"
              "<div><span>Subjects:</span> Vision (cs.CV)</div><p>" TEXT "</p></dd></dl></html>";
    g_autoptr (RhumbCorpus) corpus = test_load_text ("list", page);
    g_assert_cmpuint (rhumb_corpus_get_n_papers (corpus), ==, 1);
    const RhumbPaper *paper = rhumb_corpus_get_paper (corpus, 0);
    g_assert_true (g_str_has_prefix (paper->title, "How Do We Learn?"));
    g_assert_cmpstr (paper->abstract, ==, TEXT);
    g_assert_cmpuint (paper->line, ==, 7);
}

static void
a_page_without_papers_is_an_error (void)
{
    static const char page[] = BEGIN "<p>Please turn on JavaScript.</p></body></html>";
    g_autoptr (GError) error = NULL;
    g_assert_null (test_load_bytes ("page", page, strlen (page), FALSE, &error));
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_FORMAT);
}

static void
text_is_what_a_browser_shows (void)
{
    static const struct {
        const char *html;
        const char *text;
    } cases[] = {
        {"a<b>b</b>c H<sub>2</sub>O", "abc H2O\n\n"},
        {"p < 0.05 &amp; q &lt; 1", "p < 0.05 & q < 1\n\n"},
        {"<td>a<td>b", "a\n\nb\n\n"},
        {"<script>x</b></script>y<STYLE>z</style >", "y\n\n"},
        {"<script>never closed", "never closed\n\n"},
        {"a\n  b&nbsp;c<", "a b c<\n\n"},
        {"<a title='x > y' b=\">\">l</a><!-- > --><!x>m", "lm\n\n"},
        {"a&#10;b&#13;c", "a b c\n\n"},
        {"", ""},
        {"<", "<\n\n"},
        {"</", "</\n\n"},
        {"<p", ""},
        {"<!--", ""},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        /* Exactly as long, so that a sanitizer sees a step too far. */
        const gsize length = strlen (cases[i].html);
        g_autofree char *html = g_malloc (MAX (length, 1));
        memcpy (html, cases[i].html, length);
        g_autoptr (GString) text = rhumb_html_to_text (html, length, NULL);
        g_assert_cmpstr (text->str, ==, cases[i].text);
    }
    g_assert_true (rhumb_html_is ("\n<HTML lang=x>", 14));
    g_assert_true (rhumb_html_is ("<html>", 6));
    g_assert_false (rhumb_html_is ("<htmlx>", 7));
    g_assert_false (rhumb_html_is ("<mods>", 6));
    g_assert_false (rhumb_html_is ("", 0));
}

/* Each looks for its end: a hundred thousand times to the end of the page would take minutes. */
static void
elements_that_never_end_are_looked_for_once (void)
{
    g_autoptr (GString) html = g_string_new (NULL);
    for (guint i = 0; i < 100000; i++)
        g_string_append (html, i % 2 == 0 ? "<script></b>" : "<style></i>");
    g_string_append (html, "<p>end");
    g_autoptr (GString) text = rhumb_html_to_text (html->str, html->len, NULL);
    g_assert_cmpstr (text->str, ==, "end\n\n");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/web-page/blocks-are-the-paragraphs-of-the-text",
                     blocks_are_the_paragraphs_of_the_text);
    g_test_add_func ("/web-page/fields-of-lists-are-no-titles", fields_of_lists_are_no_titles);
    g_test_add_func ("/web-page/a-page-without-papers-is-an-error",
                     a_page_without_papers_is_an_error);
    g_test_add_func ("/web-page/text-is-what-a-browser-shows", text_is_what_a_browser_shows);
    g_test_add_func ("/web-page/elements-that-never-end-are-looked-for-once",
                     elements_that_never_end_are_looked_for_once);
    return g_test_run ();
}
