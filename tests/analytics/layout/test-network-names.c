/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Papers are called as readers cite them.
 */
#include "analytics/layout/network-scene.h"

#include "tests/graph/fixture.h"

static void
references_have_short_names (void)
{
    static const char *const names[][2] = {
        {"SAATY TL, 1977, J MATH PSYCHOL, V15", "Saaty 1977"},
        {"van Eck N.J., 2010, SCIENTOMETRICS", "van Eck 2010"},
        {"COSTADEBEAUREGA.O, 1971, PHYS LETT", "Costadebeaurega 1971"},
        {"JOYCE WB, IN PRESS", "Joyce in press"},
        {"10.1000/x", "10.1000/x"},
        {"Smith, no year", "Smith, no year"},
        {"", ""},
        {",1999,", ",1999,"},
    };
    for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
        g_autofree char *name = rhumb_short_reference_name (names[i][0]);
        g_assert_cmpstr (name, ==, names[i][1]);
    }
}

static void
references_tell_their_year (void)
{
    g_assert_cmpint (rhumb_reference_year ("SAATY TL, 1977, J MATH PSYCHOL, V15"), ==, 1977);
    g_assert_cmpint (rhumb_reference_year ("JOYCE WB, IN PRESS"), ==, 0);
    g_assert_cmpint (rhumb_reference_year ("10.1000/x"), ==, 0);
    g_assert_cmpint (rhumb_reference_year (""), ==, 0);
}

static void
papers_of_one_author_and_year_are_told_apart (void)
{
    static const char *const names[][2] = {
        {"Imbert 1972", "Imbert 1972a"}, {"Goos 1947", "Goos 1947"},
        {"Imbert 1972", "Imbert 1972b"}, {"A title", "A title"},
        {"A title", "A title"},          {"", ""},
    };
    char *name[G_N_ELEMENTS (names) + 1] = {NULL};
    char **place[G_N_ELEMENTS (names) + 1];
    for (guint i = 0; i < G_N_ELEMENTS (place); i++) {
        name[i] = i < G_N_ELEMENTS (names) ? g_strdup (names[i][0]) : NULL;
        place[i] = &name[i];
    }
    rhumb_tell_papers_apart (place, G_N_ELEMENTS (place));
    for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
        g_assert_cmpstr (name[i], ==, names[i][1]);
        g_free (name[i]);
    }
    g_assert_null (name[G_N_ELEMENTS (names)]);
}

static void
papers_have_short_names (void)
{
    static const char *const names[][2] = {
        {"Ada Lovelace", "Lovelace 1843"},     {"Lovelace, Ada", "Lovelace 1843"},
        {"Lovelace A.", "Lovelace 1843"},      {"A.A.Lovelace", "Lovelace 1843"},
        {"van Eck N.J.", "van Eck 1843"},      {"Plato", "Plato 1843"},
        {"WANG Houfeng", "Houfeng 1843"},      {"李明", "李明 1843"},
        {"B.Gato-Rivera", "Gato-Rivera 1843"}, {"O'Brien JR", "O'Brien 1843"},
    };
    for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
        const FixtureRecord record = {
            .id = "a", .title = "Notes", .authors = names[i][0], .year = 1843};
        g_autoptr (RhumbCorpus) corpus = fixture_corpus (&record, 1, NULL);
        g_autofree char *name = rhumb_short_paper_name (corpus, rhumb_corpus_get_paper (corpus, 0));
        g_assert_cmpstr (name, ==, names[i][1]);
    }
    const FixtureRecord bare = {.id = "a", .title = "Notes"};
    g_autoptr (RhumbCorpus) corpus = fixture_corpus (&bare, 1, NULL);
    g_autofree char *name = rhumb_short_paper_name (corpus, rhumb_corpus_get_paper (corpus, 0));
    g_assert_cmpstr (name, ==, "Notes");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/network-names/references-have-short-names", references_have_short_names);
    g_test_add_func ("/network-names/references-tell-their-year", references_tell_their_year);
    g_test_add_func ("/network-names/papers-have-short-names", papers_have_short_names);
    g_test_add_func ("/network-names/papers-of-one-author-and-year-are-told-apart",
                     papers_of_one_author_and_year_are_told_apart);
    return g_test_run ();
}
