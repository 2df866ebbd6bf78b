/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analytics/rank/graph-pagerank.h"

#include "analytics/network/walk.h"
#include "graph/error.h"
#include "tests/graph/fixture.h"
#include "tests/oracle.h"

static const FixtureRecord RECORDS[] = {
    {.id = "a", .title = "First", .year = 1990, .authors = "Ada Marin|Ben Okafor", .venue = "Maps"},
    {.id = "b", .title = "Second", .year = 1991, .references = "a"},
    {.id = "c", .title = "Third", .year = 1992, .authors = "Ada Marin", .references = "a|b"},
    {.id = "d", .title = "Fourth", .year = 1993},
};
static const FixtureLink LINKS[] = {{"a", "maps", 0.5}, {"c", "maps", 1}};

static void
check_against_oracle (const double *start, const double *chance)
{
    g_autoptr (RhumbGraph) graph = fixture_graph (RECORDS, 4, LINKS, 2);
    g_autoptr (RhumbNetwork) walk = rhumb_build_walk_network (graph, NULL);
    g_autoptr (RhumbRanking) ranking = rhumb_pagerank_of_graph (graph, walk, start, NULL);
    const guint32 n = rhumb_graph_get_n_nodes (graph);
    g_autoptr (OracleMatrix) matrix = oracle_matrix_new (n, n);
    for (guint32 u = 0; u < n; u++)
        for (guint32 v = 0; v < n; v++)
            oracle_matrix_set (matrix, u, v, rhumb_network_get_weight (walk, u, v));
    g_autofree double *reset = g_new0 (double, n);
    for (guint32 v = 0; v < rhumb_graph_get_n_nodes_of_kind (graph, RHUMB_NODE_PAPER); v++)
        reset[v] = chance[v];
    g_autofree double *expected = oracle_pagerank (matrix, 0.85, reset);
    for (guint32 v = 0; v < n; v++)
        g_assert_cmpfloat_with_epsilon (rhumb_ranking_get_scores (ranking)[v], expected[v], 1e-11);
}

static void
readers_begin_at_papers (void)
{
    static const double alike[] = {0.25, 0.25, 0.25, 0.25};
    static const double some[] = {0, 3, 1, 0};
    static const double shares[] = {0, 0.75, 0.25, 0};
    check_against_oracle (NULL, alike);
    check_against_oracle (some, shares);
}

/* Two papers that share nothing: how many wrote them does not matter. */
static void
a_long_list_of_authors_is_not_central (void)
{
    g_autoptr (GString) names = g_string_new ("Author Zero");
    for (guint i = 0; i < 200; i++)
        g_string_append_printf (names, "|Author Number%c%c", 'a' + i / 26, 'a' + i % 26);
    const FixtureRecord records[] = {
        {.id = "few", .title = "Alone", .authors = "Ada Marin"},
        {.id = "many", .title = "Together", .authors = names->str},
    };
    g_autoptr (RhumbGraph) graph = fixture_graph (records, 2, NULL, 0);
    g_autoptr (RhumbNetwork) walk = rhumb_build_walk_network (graph, NULL);
    g_autoptr (RhumbRanking) ranking = rhumb_pagerank_of_graph (graph, walk, NULL, NULL);
    const double *score = rhumb_ranking_get_scores (ranking);
    g_assert_cmpfloat_with_epsilon (score[0], score[1], 1e-12);
}

static void
a_graph_of_no_papers_has_no_scores (void)
{
    g_autoptr (RhumbGraph) graph = fixture_graph (NULL, 0, NULL, 0);
    g_autoptr (RhumbNetwork) walk = rhumb_build_walk_network (graph, NULL);
    g_autoptr (RhumbRanking) ranking = rhumb_pagerank_of_graph (graph, walk, NULL, NULL);
    g_assert_cmpuint (rhumb_ranking_get_n_nodes (ranking), ==, 0);
}

static void
beginning_nowhere_is_an_error (void)
{
    static const double nowhere[] = {0, 0, 0, 0};
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbGraph) graph = fixture_graph (RECORDS, 4, LINKS, 2);
    g_autoptr (RhumbNetwork) walk = rhumb_build_walk_network (graph, NULL);
    g_assert_null (rhumb_pagerank_of_graph (graph, walk, nowhere, &error));
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/graph-pagerank/readers-begin-at-papers", readers_begin_at_papers);
    g_test_add_func ("/graph-pagerank/a-long-list-of-authors-is-not-central",
                     a_long_list_of_authors_is_not_central);
    g_test_add_func ("/graph-pagerank/a-graph-of-no-papers-has-no-scores",
                     a_graph_of_no_papers_has_no_scores);
    g_test_add_func ("/graph-pagerank/beginning-nowhere-is-an-error",
                     beginning_nowhere_is_an_error);
    return g_test_run ();
}
