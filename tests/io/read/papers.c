/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "tests/io/read/papers.h"

#include "tests/io/read/networks.h"

/* Skips the test and gives NULL if the collections are not here. */
RhumbCorpus *
test_load_shared (const char *name)
{
    g_autofree char *path = test_shared_path (name);
    if (path == NULL) {
        g_test_skip ("the shared data are not here");
        return NULL;
    }
    g_autoptr (GError) error = NULL;
    const char *const paths[] = {path, NULL};
    RhumbCorpus *corpus = rhumb_corpus_load (paths, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (rhumb_corpus_get_source (corpus, 0)->n_records_lost, ==, 0);
    return corpus;
}

/* By title; the other program takes a full stop off. */
const RhumbPaper *
test_get_paper (const RhumbCorpus *corpus, const char *title)
{
    g_autofree char *dotted = g_strconcat (title, ".", NULL);
    for (guint32 v = 0; v < rhumb_corpus_get_n_papers (corpus); v++) {
        const RhumbPaper *paper = rhumb_corpus_get_paper (corpus, v);
        if (g_strcmp0 (paper->title, title) == 0 || g_strcmp0 (paper->title, dotted) == 0)
            return paper;
    }
    return NULL;
}

void
test_assert_papers (const RhumbCorpus *corpus, const ExpectedPaper *expected, guint n)
{
    g_assert_cmpuint (rhumb_corpus_get_n_papers (corpus), ==, n);
    for (guint i = 0; i < n; i++) {
        const RhumbPaper *paper = test_get_paper (corpus, expected[i].title);
        g_test_message ("%s", expected[i].title);
        g_assert_nonnull (paper);
        g_autoptr (GString) authors = g_string_new (NULL);
        for (guint a = 0; a < paper->n_people; a++)
            g_string_append_printf (authors, "%s%s", a > 0 ? "; " : "",
                                    rhumb_corpus_get_person (corpus, paper->people[a])->name);
        g_assert_cmpstr (authors->str, ==, expected[i].authors);
        g_assert_cmpint (paper->year, ==, expected[i].year);
        g_autofree char *doi =
            expected[i].doi != NULL ? g_ascii_strdown (expected[i].doi, -1) : NULL;
        g_assert_cmpstr (paper->doi, ==, doi);
        const char *venue =
            paper->venue != RHUMB_NONE ? rhumb_corpus_get_venue (corpus, paper->venue)->name : NULL;
        g_autofree char *folded = venue != NULL ? g_utf8_casefold (venue, -1) : NULL;
        g_autofree char *wanted =
            expected[i].venue != NULL ? g_utf8_casefold (expected[i].venue, -1) : NULL;
        g_assert_cmpstr (folded, ==, wanted);
        if (expected[i].pages != NULL)
            g_assert_cmpstr (paper->pages, ==, expected[i].pages);
    }
}
