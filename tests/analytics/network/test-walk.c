/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Where a reader may go, and how readily.
 */
#include "analytics/network/walk.h"

#include "tests/graph/fixture.h"
#include "tests/oracle.h"

/* Nodes: papers a 0, b 1; concept maps 2; people ada 3, bo 4; venue jasist 5. */
static const FixtureRecord RECORDS[] = {
    {.id = "a", .title = "First", .year = 1990, .authors = "Ada"},
    {.id = "b",
     .title = "Second",
     .year = 1991,
     .authors = "Ada|Bo",
     .references = "a",
     .venue = "JASIST"},
};
static const FixtureLink LINKS[] = {{"a", "maps", 0.25}};

static void
every_arc_has_its_weight (void)
{
    static const struct {
        guint32 from;
        guint32 to;
        double weight;
    } ARCS[] = {
        {0, 2, 0.25}, {2, 0, 0.25},                           /* about, both ways */
        {1, 0, 1},                                            /* citing leads to cited, not back */
        {0, 3, 1},    {3, 0, 1},                              /* one author has the whole link */
        {1, 3, 0.5},  {3, 1, 0.5},                            /* two share it */
        {1, 4, 0.5},  {4, 1, 0.5},  {1, 5, 0.5}, {5, 1, 0.5}, /* a venue has half */
    };
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbGraph) graph = fixture_graph (RECORDS, 2, LINKS, 1);
    g_autoptr (RhumbNetwork) walk = rhumb_build_walk_network (graph, &error);
    g_assert_no_error (error);
    g_autoptr (OracleMatrix) expected = oracle_matrix_new (6, 6);
    for (gsize i = 0; i < G_N_ELEMENTS (ARCS); i++)
        oracle_matrix_set (expected, ARCS[i].from, ARCS[i].to, ARCS[i].weight);
    g_assert_cmpint (rhumb_network_get_mode (walk), ==, RHUMB_NETWORK_DIRECTED);
    g_assert_cmpuint (rhumb_network_get_n_edges (walk), ==, G_N_ELEMENTS (ARCS));
    oracle_assert_rows (rhumb_network_get_out_rows (walk), expected, 0);
    g_autoptr (OracleMatrix) back = oracle_transpose (expected);
    oracle_assert_rows (rhumb_network_get_in_rows (walk), back, 0);
}

/* Who both cites and names a paper leads there twice as strongly. */
static void
citing_and_naming_add_up (void)
{
    static const guint32 FROM[] = {1};
    static const guint32 TO[] = {0};
    g_autoptr (RhumbGraph) plain = fixture_graph (RECORDS, 2, LINKS, 1);
    g_autoptr (RhumbNetwork) mentions =
        rhumb_network_new (RHUMB_NETWORK_DIRECTED, 2, 2, FROM, TO, NULL, 1, NULL);
    g_autoptr (RhumbGraph) graph = rhumb_graph_new (
        rhumb_graph_get_corpus (plain), rhumb_graph_get_concepts (plain), mentions, NULL);
    g_autoptr (RhumbNetwork) walk = rhumb_build_walk_network (graph, NULL);
    const RhumbRows in = rhumb_network_get_in_rows (walk);
    g_assert_cmpfloat (rhumb_network_get_weight (walk, 1, 0), ==, 2);
    g_assert_cmpuint (in.node[in.start[0]], ==, 1);
    g_assert_cmpfloat (in.weight[in.start[0]], ==, 2);
}

static void
mentions_lead_one_way (void)
{
    static const guint32 FROM[] = {0};
    static const guint32 TO[] = {1};
    g_autoptr (RhumbGraph) plain = fixture_graph (RECORDS, 2, LINKS, 1);
    g_autoptr (RhumbNetwork) mentions =
        rhumb_network_new (RHUMB_NETWORK_DIRECTED, 2, 2, FROM, TO, NULL, 1, NULL);
    g_autoptr (RhumbGraph) graph = rhumb_graph_new (
        rhumb_graph_get_corpus (plain), rhumb_graph_get_concepts (plain), mentions, NULL);
    g_autoptr (RhumbNetwork) walk = rhumb_build_walk_network (graph, NULL);
    g_assert_cmpfloat (rhumb_network_get_weight (walk, 0, 1), ==, 1);
    g_assert_cmpfloat (rhumb_network_get_weight (walk, 1, 0), ==, 1);
}

/* A long list of authors does not draw the walk away from the paper's other links. */
static void
authors_share_one_link (void)
{
    g_autoptr (GString) authors = g_string_new ("Author 0");
    for (guint i = 1; i < 100; i++)
        g_string_append_printf (authors, "|Author %u", i);
    const FixtureRecord record = {.id = "a", .title = "A", .authors = authors->str};
    g_autoptr (RhumbGraph) graph = fixture_graph (&record, 1, NULL, 0);
    g_autoptr (RhumbNetwork) walk = rhumb_build_walk_network (graph, NULL);
    const RhumbRows rows = rhumb_network_get_out_rows (walk);
    double sum = 0;
    for (gsize i = rows.start[0]; i < rows.start[1]; i++)
        sum += rows.weight[i];
    g_assert_cmpuint (rows.start[1], ==, 100);
    g_assert_cmpfloat_with_epsilon (sum, 1, 1e-12);
}

static void
an_empty_graph_has_nowhere_to_go (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbGraph) graph = fixture_graph (NULL, 0, NULL, 0);
    g_autoptr (RhumbNetwork) walk = rhumb_build_walk_network (graph, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (rhumb_network_get_n_from (walk), ==, 0);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/walk/every-arc-has-its-weight", every_arc_has_its_weight);
    g_test_add_func ("/walk/citing-and-naming-add-up", citing_and_naming_add_up);
    g_test_add_func ("/walk/mentions-lead-one-way", mentions_lead_one_way);
    g_test_add_func ("/walk/authors-share-one-link", authors_share_one_link);
    g_test_add_func ("/walk/an-empty-graph-has-nowhere-to-go", an_empty_graph_has_nowhere_to_go);
    return g_test_run ();
}
