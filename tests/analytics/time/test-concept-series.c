/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Papers by year.
 */
#include "analytics/time/concept-series.h"

#include "tests/graph/fixture.h"

static const FixtureRecord RECORDS[] = {
    {.id = "a", .title = "First", .year = 1990},
    {.id = "b", .title = "Second", .year = 1990},
    {.id = "c", .title = "Third", .year = 1992},
    {.id = "d", .title = "Undated"},
};
static const FixtureLink LINKS[] = {
    {"a", "maps", 0.25}, {"c", "maps", 1}, {"b", "ships", 1}, {"a", "ships", 0.5}, {"d", "maps", 1},
};

static void
papers_count_in_their_year (void)
{
    static const double PAPERS[] = {2, 0, 1};
    static const double EXPECTED[2][3] = {{1, 0, 1}, {2, 0, 0}};
    g_autoptr (RhumbGraph) graph = fixture_graph (RECORDS, 4, LINKS, 5);
    g_autoptr (RhumbSeries) papers =
        rhumb_count_papers_by_year (rhumb_graph_get_corpus (graph), NULL);
    g_autoptr (RhumbSeries) concepts = rhumb_count_concepts_by_year (graph, NULL);
    g_assert_cmpint (rhumb_series_get_first_year (concepts), ==, 1990);
    g_assert_cmpuint (rhumb_series_get_n_years (concepts), ==, 3);
    g_assert_cmpuint (rhumb_series_get_n_rows (concepts), ==, 2);
    g_assert_cmpstr (rhumb_series_get_unit (concepts), ==, "papers");
    for (guint y = 0; y < 3; y++) {
        g_assert_cmpfloat (rhumb_series_get_row (papers, 0)[y], ==, PAPERS[y]);
        for (guint32 c = 0; c < 2; c++)
            g_assert_cmpfloat (rhumb_series_get_row (concepts, c)[y], ==, EXPECTED[c][y]);
    }
}

static void
shares_are_of_the_papers_of_the_year (void)
{
    static const double EXPECTED[2][3] = {{0.5, 0, 1}, {1, 0, 0}};
    g_autoptr (RhumbGraph) graph = fixture_graph (RECORDS, 4, LINKS, 5);
    g_autoptr (RhumbSeries) papers =
        rhumb_count_papers_by_year (rhumb_graph_get_corpus (graph), NULL);
    g_autoptr (RhumbSeries) concepts = rhumb_count_concepts_by_year (graph, NULL);
    g_autoptr (RhumbSeries) shares = rhumb_share_by_year (concepts, papers);
    for (guint32 c = 0; c < 2; c++) {
        for (guint y = 0; y < 3; y++)
            g_assert_cmpfloat (rhumb_series_get_row (shares, c)[y], ==, EXPECTED[c][y]);
    }
}

static void
a_corpus_without_years_has_no_columns (void)
{
    for (gsize n = 0; n <= 1; n++) {
        g_autoptr (RhumbGraph) graph = fixture_graph (RECORDS + 3, n, LINKS + 4, n);
        g_autoptr (RhumbSeries) concepts = rhumb_count_concepts_by_year (graph, NULL);
        g_assert_cmpuint (rhumb_series_get_n_years (concepts), ==, 0);
        g_assert_cmpuint (rhumb_series_get_n_rows (concepts), ==, n);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/concept-series/papers-count-in-their-year", papers_count_in_their_year);
    g_test_add_func ("/concept-series/shares-are-of-the-papers-of-the-year",
                     shares_are_of_the_papers_of_the_year);
    g_test_add_func ("/concept-series/a-corpus-without-years-has-no-columns",
                     a_corpus_without_years_has_no_columns);
    return g_test_run ();
}
