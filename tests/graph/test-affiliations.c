/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Institutions and countries of papers, from what different sources keep of them.
 */
#include "graph/affiliations.h"

#include "graph/corpus-builder.h"
#include "graph/extra-texts.h"

static void
assert_names (const char *extra, gboolean countries, const char *const *expected)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbCorpusBuilder) builder = rhumb_corpus_builder_new ();
    rhumb_corpus_builder_begin_source (builder, "test", "jsonl");
    g_autoptr (RhumbRecord) record = rhumb_record_new ();
    record->id = "a";
    record->title = "A title";
    record->extra = extra;
    g_assert_true (rhumb_corpus_builder_add (builder, record, &error));
    g_autoptr (RhumbCorpus) corpus = rhumb_corpus_builder_freeze (builder, &error);
    g_assert_no_error (error);
    g_autoptr (GPtrArray) names = NULL;
    g_autoptr (RhumbNetwork) network = countries ? rhumb_list_countries (corpus, &names, &error)
                                                 : rhumb_list_institutions (corpus, &names, &error);
    g_assert_no_error (error);
    guint n = 0;
    for (; expected[n] != NULL; n++) {
        g_assert_cmpuint (names->len, >, n);
        g_assert_cmpstr (names->pdata[n], ==, expected[n]);
        g_assert_cmpfloat (rhumb_network_get_weight (network, 0, n), ==, 1);
    }
    g_assert_cmpuint (names->len, ==, n);
}

static void
openalex_names_them (void)
{
    static const char EXTRA[] =
        "{\"x\":[1,{\"y\":\"]\"}],\"institutions\":[\"MIT\",\"Univ \\\"A\\\"\"],"
        "\"countries\":[\"US\",\"NL\"]}";
    assert_names (EXTRA, FALSE, (const char *const[]){"MIT", "Univ \"A\"", NULL});
    assert_names (EXTRA, TRUE, (const char *const[]){"Netherlands", "United States", NULL});
}

static void
web_of_science_gives_addresses (void)
{
    static const char EXTRA[] =
        "{\"C1\":\"[Small, H; Garfield, E] Leiden Univ, CWTS, Leiden, Netherlands. [Lee, K] "
        "Leiden Univ, Leiden, Netherlands; Dept Phys, Indiana Univ, Bloomington, IN 47405 USA\"}";
    assert_names (EXTRA, FALSE, (const char *const[]){"Indiana Univ", "Leiden Univ", NULL});
    assert_names (EXTRA, TRUE, (const char *const[]){"Netherlands", "United States", NULL});
}

static void
countries_are_found_at_the_end (void)
{
    static const struct {
        const char *address;
        const char *country;
    } ADDRESSES[] = {
        {"MIT, Cambridge, MA 02139 USA", "United States"},
        {"Univ Georgia, Athens, GA USA", "United States"},
        {"Acad Sinica, Beijing, Peoples R China", "China"},
        {"Univ Oxford, Oxford OX1 2JD, England", "United Kingdom"},
        {"Dept, Univ X, Seoul, Republic of Korea.", "South Korea"},
        {"Lab, Paris, France. Electronic address: a@b.fr.", "France"},
        {"Dallas University, Niamey, Niger", "Niger"},
        {"University of Lagos, Lagos, Nigeria", "Nigeria"},
        {"WRIGHT STATE UNIV,DEPT MKT,DAYTON,OH 45435", "United States"},
        {"Univ X, York, PA 17403-1234.", "United States"},
        {"Univ X, York, PA 17403-12x", NULL},
        {"Univ X, York, PX 17403", NULL},
        {"Univ X, York, PA 174031", NULL},
        {"Univ X, York, PA", NULL},
        {"PA", "Panama"},
        {"Univ X, Leiden, NL", "Netherlands"},
        {"Max Planck Institute", NULL},
        {"Somewhere, New Caledonian France-land", NULL},
        {"", NULL},
    };
    for (guint i = 0; i < G_N_ELEMENTS (ADDRESSES); i++)
        g_assert_cmpstr (rhumb_find_country (ADDRESSES[i].address), ==, ADDRESSES[i].country);
}

static void
broken_extras_give_nothing_or_what_is_whole (void)
{
    static const char *const BROKEN[] = {"",        "{",          "{\"a\"",
                                         "{\"a\":", "{\"a\":[",   "{\"b\":[\"x\"",
                                         "[]",      "{\"a\":\"x", "{\"a\":1,\"b\":\"\\",
                                         NULL};
    for (guint i = 0; BROKEN[i] != NULL; i++) {
        g_autoptr (GPtrArray) texts = rhumb_extra_find_texts (BROKEN[i], "a");
        g_assert_cmpuint (texts->len, ==, 0);
    }
    g_autoptr (GPtrArray) whole = rhumb_extra_find_texts ("{\"a\":[\"x\",\"\\u00e9\",\"z", "a");
    g_assert_cmpuint (whole->len, ==, 2);
    g_assert_cmpstr (whole->pdata[1], ==, "é");
}

/* Only where the simpler form is given too: nothing is guessed. */
static void
plurals_and_short_forms_are_one_keyword (void)
{
    static const char *const keywords[] = {"Programming models",
                                           "programming model",
                                           "Analytic Hierarchy Process (AHP)",
                                           "analytic hierarchy process",
                                           "comparison matrices",
                                           "comparison matrix",
                                           "ontologies (o)",
                                           "ontologies",
                                           "ontology",
                                           "mercury (metal)",
                                           "mercury",
                                           "process",
                                           "proces",
                                           "classes"};
    static const char *const expected[] = {"analytic hierarchy process",
                                           "classes",
                                           "comparison matrix",
                                           "mercury",
                                           "mercury (metal)",
                                           "ontologies (o)",
                                           "ontology",
                                           "proces",
                                           "process",
                                           "programming model"};
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbCorpusBuilder) builder = rhumb_corpus_builder_new ();
    rhumb_corpus_builder_begin_source (builder, "test", "jsonl");
    g_autoptr (RhumbRecord) record = rhumb_record_new ();
    record->title = "A title";
    for (guint i = 0; i < G_N_ELEMENTS (keywords); i++)
        g_ptr_array_add (record->keywords, (gpointer)keywords[i]);
    g_assert_true (rhumb_corpus_builder_add (builder, record, &error));
    g_autoptr (RhumbCorpus) corpus = rhumb_corpus_builder_freeze (builder, &error);
    g_autoptr (GPtrArray) names = NULL;
    g_autoptr (RhumbNetwork) network = rhumb_list_keywords (corpus, &names, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (rhumb_network_get_n_edges (network), ==, G_N_ELEMENTS (expected));
    for (guint i = 0; i < names->len; i++)
        g_test_message ("%s", (const char *)names->pdata[i]);
    g_assert_cmpuint (names->len, ==, G_N_ELEMENTS (expected));
    for (guint i = 0; i < names->len; i++)
        g_assert_cmpstr (names->pdata[i], ==, expected[i]);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/affiliations/openalex-names-them", openalex_names_them);
    g_test_add_func ("/affiliations/web-of-science-gives-addresses",
                     web_of_science_gives_addresses);
    g_test_add_func ("/affiliations/countries-are-found-at-the-end",
                     countries_are_found_at_the_end);
    g_test_add_func ("/affiliations/broken-extras-give-nothing-or-what-is-whole",
                     broken_extras_give_nothing_or_what_is_whole);
    g_test_add_func ("/affiliations/plurals-and-short-forms-are-one-keyword",
                     plurals_and_short_forms_are_one_keyword);
    return g_test_run ();
}
