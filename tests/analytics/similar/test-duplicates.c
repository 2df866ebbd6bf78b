/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Papers that may be the same work.
 */
#include "analytics/similar/duplicates.h"

#include "tests/graph/fixture.h"

static void
copies_are_found_by_their_words (void)
{
    static const FixtureRecord RECORDS[] = {
        {.id = "a",
         .title = "Sails",
         .year = 1990,
         .abstract = "We show how the sails of ships are cut and sewn in every port of the coast."},
        {.id = "b",
         .title = "On canvas",
         .year = 1991,
         .abstract =
             "We show how the SAILS of ships are cut, and sewn, in every port of the coast."},
        {.id = "c",
         .title = "Keels",
         .year = 1992,
         .abstract = "The keels of boats are laid in winter, and nobody shows how it is done."},
    };
    g_autoptr (RhumbCorpus) corpus = fixture_corpus (RECORDS, 3, NULL);
    g_autoptr (GArray) found = rhumb_find_duplicates (corpus, 0.5, 1);
    g_assert_cmpuint (found->len, ==, 1);
    const RhumbDuplicate pair = g_array_index (found, RhumbDuplicate, 0);
    g_assert_cmpuint (pair.a, ==, 0);
    g_assert_cmpuint (pair.b, ==, 1);
    g_assert_false (pair.by_title);
    /* Sixteen words of abstract: 14 runs in common; one title word before makes one run more, two
     * make two more. */
    g_assert_cmpfloat_with_epsilon (pair.score, 15.0 / (16 + 17 - 15), 0.06);
}

static void
titles_stand_in_for_missing_abstracts (void)
{
    static const FixtureRecord RECORDS[] = {
        {.id = "a",
         .title = "The cutting and sewing of sails in every port of the coast",
         .year = 1990,
         .abstract = "Short."},
        {.id = "b",
         .title = "The cutting and sewing of sails in every ports of the coast",
         .year = 1996},
        {.id = "c", .title = "The laying of keels in every yard of the land", .year = 1992},
    };
    g_autoptr (RhumbCorpus) corpus = fixture_corpus (RECORDS, 3, NULL);
    g_autoptr (GArray) found = rhumb_find_duplicates (corpus, 0.5, 1);
    g_assert_cmpuint (found->len, ==, 1);
    const RhumbDuplicate pair = g_array_index (found, RhumbDuplicate, 0);
    g_assert_true (pair.by_title);
    g_assert_cmpstr (rhumb_corpus_get_paper (corpus, pair.a)->id, ==, "a");
    g_assert_cmpstr (rhumb_corpus_get_paper (corpus, pair.b)->id, ==, "b");
}

static void
papers_without_words_are_like_none (void)
{
    static const FixtureRecord RECORDS[] = {{.id = "a", .title = "…"}, {.id = "b", .title = "?!"}};
    g_autoptr (RhumbCorpus) corpus = fixture_corpus (RECORDS, 2, NULL);
    g_autoptr (GArray) found = rhumb_find_duplicates (corpus, 0.1, 1);
    g_assert_cmpuint (found->len, ==, 0);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/duplicates/copies-are-found-by-their-words",
                     copies_are_found_by_their_words);
    g_test_add_func ("/duplicates/titles-stand-in-for-missing-abstracts",
                     titles_stand_in_for_missing_abstracts);
    g_test_add_func ("/duplicates/papers-without-words-are-like-none",
                     papers_without_words_are_like_none);
    return g_test_run ();
}
