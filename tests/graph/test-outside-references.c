/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Works outside the corpus, in the spellings of different journals and databases.
 */
#include "graph/outside-references.h"

#include "graph/cited-reference.h"
#include "tests/graph/fixture.h"

/* Four papers cite one work, in four spellings; two works share a place; two pages differ. */
static const FixtureRecord papers[] = {
    {.id = "a",
     .title = "A",
     .references = "van Eck N.J.; Waltman L., Software survey: VOSviewer, Scientometrics, 84, 2, "
                   "pp. 523-538, (2010)|Roe B, 2001, J A, V1, P1, DOI 10.1000/a"},
    {.id = "b",
     .title = "B",
     .references = "Van Eck N; Waltman L, Software survey: VOSviewer., Scientometrics, 84, pp. "
                   "523-38, (2010)|Roe B, 2001, J B, V1, P1, DOI 10.1000/b"},
    {.id = "c",
     .title = "C",
     .references = "VAN ECK NJ, 2010, SCIENTOMETRICS, V84, P523|Roe B, 2001, J C, V1, P1|Lee A, "
                   "2002, J A, V1, P1"},
    {.id = "d",
     .title = "D",
     .references = "van Eck NJ, 2010, SCIENTOMETRICS, V84, P523, DOI 10.1007/s11192-009-0146-3|Van "
                   "Eck N. J., The same, Scientometrics, 84, pp. 523-538, (2010)|Lee A, 2002, J A, "
                   "V1, P12"},
};

static guint
count_citing (const RhumbNetwork *network, guint32 work)
{
    guint n = 0;
    for (guint32 v = 0; v < rhumb_network_get_n_from (network); v++)
        n += rhumb_network_get_weight (network, v, work) > 0;
    return n;
}

static void
spellings_of_one_work_are_one (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbCorpus) corpus = fixture_corpus (papers, G_N_ELEMENTS (papers), NULL);
    g_autoptr (GPtrArray) names = NULL;
    g_autoptr (RhumbNetwork) all = rhumb_list_cited_works (corpus, 1, &names, &error);
    g_assert_no_error (error);
    g_assert_nonnull (all);
    for (guint i = 0; i < names->len; i++)
        g_test_message ("%s", (const char *)names->pdata[i]);
    /* VOSviewer, three by Roe: two DOIs and one that may be either, two by Lee */
    g_assert_cmpuint (names->len, ==, 6);
    g_autoptr (GPtrArray) often = NULL;
    g_autoptr (RhumbNetwork) shared = rhumb_list_cited_works (corpus, 2, &often, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (often->len, ==, 1);
    g_assert_true (g_str_has_suffix (often->pdata[0], "10.1007/s11192-009-0146-3"));
    g_assert_cmpuint (count_citing (shared, 4), ==, 4);
}

static void
volumes_stand_before_issues_and_pages (void)
{
    static const struct {
        const char *text;
        const char *volume;
        const char *page;
    } cases[] = {
        {"A B., T, Scientometrics, 84, 2, pp. 523-538, (2010)", "84", "523"},
        {"A B., T, J Informetr, 11, pp. 959-75, (2017)", "11", "959"},
        {"A B., T (2003) Journal, 5 (2), pp. 1-9", "5", "1"},
        {"A B., T, Journal, pp. 1-9, (2003)", "", "1"},
        {"A B., In the year 2000, 12, 84, 2, pp. 5-9, (2010)", "84", "5"},
        {"Aria M, 2017, J INFORMETR, V11, P959", "11", "959"},
        {", pp. 1", "", "1"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_auto (RhumbCitedReference) cited = {0};
        rhumb_cited_reference_parse (&cited, cases[i].text);
        g_test_message ("%s", cases[i].text);
        g_assert_cmpstr (cited.volume, ==, cases[i].volume);
        g_assert_cmpstr (cited.page, ==, cases[i].page);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/outside-references/spellings-of-one-work-are-one",
                     spellings_of_one_work_are_one);
    g_test_add_func ("/outside-references/volumes-stand-before-issues-and-pages",
                     volumes_stand_before_issues_and_pages);
    return g_test_run ();
}
