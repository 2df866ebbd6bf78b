/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Citations and links, counted.
 */
#include "analytics/rank/counts.h"

#include "tests/graph/fixture.h"

/* Nodes: papers a 0, b 1, c 2; concept maps 3; people ada 4, bo 5; venue jasist 6. */
static const FixtureRecord RECORDS[] = {
    {.id = "a", .title = "First", .year = 1990, .authors = "Ada"},
    {.id = "b", .title = "Second", .year = 1991, .authors = "Ada|Bo", .references = "a|nowhere"},
    {.id = "c", .title = "Third", .year = 1992, .references = "a|b|a", .venue = "JASIST"},
};
static const FixtureLink LINKS[] = {{"a", "maps", 0.25}, {"c", "maps", 1}};

static void
assert_scores (RhumbRanking *ranking, const double *expected)
{
    for (guint32 v = 0; v < rhumb_ranking_get_n_nodes (ranking); v++)
        g_assert_cmpfloat (rhumb_ranking_get_scores (ranking)[v], ==, expected[v]);
}

static void
citations_are_papers_of_the_corpus_that_cite (void)
{
    static const double EXPECTED[] = {2, 1, 0, 0, 0, 0, 0};
    g_autoptr (RhumbGraph) graph = fixture_graph (RECORDS, 3, LINKS, 2);
    g_autoptr (RhumbRanking) ranking = rhumb_count_citations (graph);
    g_assert_cmpuint (rhumb_ranking_get_n_nodes (ranking), ==, 7);
    g_assert_cmpstr (rhumb_ranking_get_name (ranking), ==, "citations");
    assert_scores (ranking, EXPECTED);
}

/* a: cited twice, maps, Ada. b: cites one, cited once, two people. c: cites two, maps, venue. */
static void
links_are_counted_in_both_directions (void)
{
    static const double EXPECTED[] = {4, 4, 4, 2, 2, 1, 1};
    g_autoptr (RhumbGraph) graph = fixture_graph (RECORDS, 3, LINKS, 2);
    g_autoptr (RhumbRanking) ranking = rhumb_count_links (graph);
    g_assert_cmpstr (rhumb_ranking_get_name (ranking), ==, "degree");
    assert_scores (ranking, EXPECTED);
}

/* Each edge has two ends. */
static void
links_sum_to_twice_the_edges (void)
{
    g_autoptr (RhumbGraph) graph = fixture_graph (RECORDS, 3, LINKS, 2);
    g_autoptr (RhumbRanking) ranking = rhumb_count_links (graph);
    double sum = 0;
    for (guint32 v = 0; v < rhumb_ranking_get_n_nodes (ranking); v++)
        sum += rhumb_ranking_get_scores (ranking)[v];
    g_assert_cmpfloat (sum, ==, 2 * (double)rhumb_graph_get_n_edges (graph));
}

static void
an_empty_graph_has_no_counts (void)
{
    g_autoptr (RhumbGraph) graph = fixture_graph (NULL, 0, NULL, 0);
    g_autoptr (RhumbRanking) citations = rhumb_count_citations (graph);
    g_autoptr (RhumbRanking) links = rhumb_count_links (graph);
    g_assert_cmpuint (rhumb_ranking_get_n_nodes (citations), ==, 0);
    g_assert_cmpuint (rhumb_ranking_get_n_nodes (links), ==, 0);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/counts/citations-are-papers-of-the-corpus-that-cite",
                     citations_are_papers_of_the_corpus_that_cite);
    g_test_add_func ("/counts/links-are-counted-in-both-directions",
                     links_are_counted_in_both_directions);
    g_test_add_func ("/counts/links-sum-to-twice-the-edges", links_sum_to_twice_the_edges);
    g_test_add_func ("/counts/an-empty-graph-has-no-counts", an_empty_graph_has_no_counts);
    return g_test_run ();
}
