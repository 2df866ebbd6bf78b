/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Papers, citations and h-indices by hand.
 */
#include "analytics/rank/h-index.h"

#include "tests/graph/fixture.h"

/* Citations: a 3, b 2, c 1, d 0. Ada has a, b, c: h = 2. Bo has d: h = 0. */
static const FixtureRecord RECORDS[] = {
    {.id = "a", .title = "First", .year = 1990, .authors = "Ada", .venue = "V"},
    {.id = "b", .title = "Second", .year = 1991, .authors = "Ada", .references = "a", .venue = "V"},
    {.id = "c", .title = "Third", .year = 1992, .authors = "Ada", .references = "a|b"},
    {.id = "d", .title = "Fourth", .year = 1993, .authors = "Bo", .references = "a|b|c"},
};
static const FixtureLink LINKS[] = {{"c", "maps", 0.5}, {"d", "maps", 1}};

/* Nodes: papers a, b, c, d; maps; Ada, Bo; V. */
static void
assert_scores (RhumbRanking *ranking, const double *expected)
{
    g_assert_cmpuint (rhumb_ranking_get_n_nodes (ranking), ==, 8);
    for (guint32 v = 0; v < 8; v++)
        g_assert_cmpfloat (rhumb_ranking_get_scores (ranking)[v], ==, expected[v]);
}

static void
h_papers_have_h_citations (void)
{
    static const double EXPECTED[] = {0, 0, 0, 0, 1, 2, 0, 2};
    g_autoptr (RhumbGraph) graph = fixture_graph (RECORDS, 4, LINKS, 2);
    g_autoptr (RhumbRanking) ranking = rhumb_count_h_index (graph);
    assert_scores (ranking, EXPECTED);
}

static void
papers_and_citations_are_counted (void)
{
    static const double PAPERS[] = {0, 0, 0, 0, 2, 3, 1, 2};
    static const double CITATIONS[] = {3, 2, 1, 0, 1, 6, 0, 5};
    g_autoptr (RhumbGraph) graph = fixture_graph (RECORDS, 4, LINKS, 2);
    g_autoptr (RhumbRanking) papers = rhumb_count_papers (graph);
    g_autoptr (RhumbRanking) citations = rhumb_sum_citations (graph);
    assert_scores (papers, PAPERS);
    assert_scores (citations, CITATIONS);
}

static void
an_empty_graph_has_no_figures (void)
{
    g_autoptr (RhumbGraph) graph = fixture_graph (NULL, 0, NULL, 0);
    g_autoptr (RhumbRanking) ranking = rhumb_count_h_index (graph);
    g_assert_cmpuint (rhumb_ranking_get_n_nodes (ranking), ==, 0);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/h-index/h-papers-have-h-citations", h_papers_have_h_citations);
    g_test_add_func ("/h-index/papers-and-citations-are-counted", papers_and_citations_are_counted);
    g_test_add_func ("/h-index/an-empty-graph-has-no-figures", an_empty_graph_has_no_figures);
    return g_test_run ();
}
