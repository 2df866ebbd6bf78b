/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Records that are no papers of content, told by their titles.
 */
#include "analytics/text/front-matter.h"

#include "analytics/text/concepts.h"
#include "graph/corpus-builder.h"

static void
covers_and_indexes_are_told_from_papers (void)
{
    static const struct {
        const char *title;
        const char *abstract;
        gboolean is_front;
    } cases[] = {
        {"Advertisements", NULL, TRUE},
        {"Author Index: Volumes 6-14", NULL, TRUE},
        {"Title Index: VOLUMES 6-14", "", TRUE},
        {"Table of Contents, Vol. 3, No. 2 (May 1989)", NULL, TRUE},
        {"Front cover", NULL, TRUE},
        {"EDITORIAL BOARD.", NULL, TRUE},
        {"Index to Volume XII", NULL, TRUE},
        {"Advertisements", "We study what readers of advertisements remember.", FALSE},
        {"Contents of the human stomach", NULL, FALSE},
        {"Index structures for strings", NULL, FALSE},
        {"Editorial", NULL, FALSE},
        {"1984", NULL, FALSE},
        {"", NULL, FALSE},
        {NULL, NULL, FALSE},
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        const RhumbPaper paper = {.title = cases[i].title, .abstract = cases[i].abstract};
        g_test_message ("%s", cases[i].title);
        g_assert_cmpint (rhumb_is_front_matter (&paper), ==, cases[i].is_front);
    }
}

static void
the_kind_of_a_paper_is_not_what_it_is_about (void)
{
    const RhumbPaper review = {.title = "Book Reviews: Mathematics of Language"};
    g_assert_cmpstr (rhumb_content_of_title (&review), ==, "Mathematics of Language");
    const RhumbPaper system = {.title = "Rhumb: maps of papers"};
    g_assert_cmpstr (rhumb_content_of_title (&system), ==, "Rhumb: maps of papers");
    const RhumbPaper index = {.title = "Author Index: Volumes 6-14"};
    g_assert_null (rhumb_content_of_title (&index));
}

static void
front_matter_makes_no_concepts (void)
{
    static const char *const titles[] = {"Books Received", "Books Received", "Books Received",
                                         "Book Reviews: Machine translation of speech",
                                         "Book Reviews: Machine translation of law"};
    g_autoptr (RhumbCorpusBuilder) builder = rhumb_corpus_builder_new ();
    rhumb_corpus_builder_begin_source (builder, "test", "test");
    for (guint i = 0; i < G_N_ELEMENTS (titles); i++) {
        g_autoptr (RhumbRecord) record = rhumb_record_new ();
        record->title = titles[i];
        record->year = 1980 + (int)i;
        g_assert_true (rhumb_corpus_builder_add (builder, record, NULL));
    }
    g_autoptr (RhumbCorpus) corpus = rhumb_corpus_builder_freeze (builder, NULL);
    g_assert_cmpuint (rhumb_corpus_get_n_papers (corpus), ==, G_N_ELEMENTS (titles));
    g_autoptr (RhumbConcepts) concepts = rhumb_extract_concepts (corpus, NULL, NULL);
    g_assert_cmpuint (rhumb_concepts_get_n_concepts (concepts), >, 0);
    for (guint32 c = 0; c < rhumb_concepts_get_n_concepts (concepts); c++) {
        const char *label = rhumb_concepts_get_concept (concepts, c)->label;
        g_assert_cmpint (g_ascii_strcasecmp (label, "books received"), !=, 0);
        g_assert_cmpint (g_ascii_strcasecmp (label, "book reviews"), !=, 0);
        g_test_message ("%s", label);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/front-matter/covers-and-indexes-are-told-from-papers",
                     covers_and_indexes_are_told_from_papers);
    g_test_add_func ("/front-matter/the-kind-of-a-paper-is-not-what-it-is-about",
                     the_kind_of_a_paper_is_not_what_it_is_about);
    g_test_add_func ("/front-matter/front-matter-makes-no-concepts",
                     front_matter_makes_no_concepts);
    return g_test_run ();
}
