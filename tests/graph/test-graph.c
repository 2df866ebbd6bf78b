/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * One graph of papers, concepts, people and venues, seen by kind and as a whole.
 */
#include "graph/error.h"
#include "tests/graph/fixture.h"

/* Papers a (1990), b (1991), c (1992); concepts layout, maps; people ada, bo; venue jasist. */
static const FixtureRecord RECORDS[] = {
    {.id = "a", .title = "First", .year = 1990, .authors = "Ada", .venue = "JASIST"},
    {.id = "b", .title = "Second", .year = 1991, .authors = "Ada|Bo", .references = "a"},
    {.id = "c", .year = 1992, .references = "a|b", .venue = "JASIST"},
};
static const FixtureLink LINKS[] = {{"a", "maps", 1}, {"c", "maps", 0.5}, {"b", "layout", 0.25}};

static RhumbGraph *
make_graph (void)
{
    return fixture_graph (RECORDS, G_N_ELEMENTS (RECORDS), LINKS, G_N_ELEMENTS (LINKS));
}

static void
nodes_are_numbered_by_kind (void)
{
    static const struct {
        RhumbNodeKind kind;
        const char *id;
        const char *label;
    } NODES[] = {
        {RHUMB_NODE_PAPER, "a", "First"},
        {RHUMB_NODE_PAPER, "b", "Second"},
        {RHUMB_NODE_PAPER, "c", "c"},
        {RHUMB_NODE_CONCEPT, "concept:layout", "layout"},
        {RHUMB_NODE_CONCEPT, "concept:maps", "maps"},
        {RHUMB_NODE_PERSON, "name:ada", "Ada"},
        {RHUMB_NODE_PERSON, "name:bo", "Bo"},
        {RHUMB_NODE_VENUE, "venue:jasist", "JASIST"},
    };
    g_autoptr (RhumbGraph) graph = make_graph ();
    g_assert_cmpuint (rhumb_graph_get_n_nodes (graph), ==, G_N_ELEMENTS (NODES));
    for (guint32 v = 0; v < G_N_ELEMENTS (NODES); v++) {
        g_assert_cmpint (rhumb_graph_get_node_kind (graph, v), ==, NODES[v].kind);
        g_assert_cmpstr (rhumb_graph_get_node_id (graph, v), ==, NODES[v].id);
        g_assert_cmpstr (rhumb_graph_get_node_label (graph, v), ==, NODES[v].label);
    }
    g_assert_cmpuint (rhumb_graph_get_first_node (graph, RHUMB_NODE_CONCEPT), ==, 3);
    g_assert_cmpuint (rhumb_graph_get_first_node (graph, RHUMB_NODE_PERSON), ==, 5);
    g_assert_cmpuint (rhumb_graph_get_first_node (graph, RHUMB_NODE_VENUE), ==, 7);
    g_assert_cmpuint (rhumb_graph_get_n_nodes_of_kind (graph, RHUMB_NODE_PAPER), ==, 3);
    g_assert_cmpuint (rhumb_graph_get_n_nodes_of_kind (graph, RHUMB_NODE_VENUE), ==, 1);
}

static void
relations_hold_what_records_say (void)
{
    static const struct {
        RhumbRelation relation;
        guint32 from;
        guint32 to;
        double weight;
    } EDGES[] = {
        {RHUMB_RELATION_ABOUT, 0, 1, 1},        {RHUMB_RELATION_ABOUT, 1, 0, 0.25},
        {RHUMB_RELATION_ABOUT, 2, 1, 0.5},      {RHUMB_RELATION_CITES, 1, 0, 1},
        {RHUMB_RELATION_CITES, 2, 0, 1},        {RHUMB_RELATION_CITES, 2, 1, 1},
        {RHUMB_RELATION_WROTE, 0, 0, 1},        {RHUMB_RELATION_WROTE, 0, 1, 1},
        {RHUMB_RELATION_WROTE, 1, 1, 1},        {RHUMB_RELATION_PUBLISHED_IN, 0, 0, 1},
        {RHUMB_RELATION_PUBLISHED_IN, 2, 0, 1},
    };
    static const gsize N_EDGES[RHUMB_N_RELATIONS] = {3, 3, 0, 3, 2, 0};
    g_autoptr (RhumbGraph) graph = make_graph ();
    for (gsize e = 0; e < G_N_ELEMENTS (EDGES); e++)
        g_assert_cmpfloat (
            rhumb_network_get_weight (rhumb_graph_get_relation (graph, EDGES[e].relation),
                                      EDGES[e].from, EDGES[e].to),
            ==, EDGES[e].weight);
    for (guint r = 0; r < RHUMB_N_RELATIONS; r++)
        g_assert_cmpuint (rhumb_network_get_n_edges (rhumb_graph_get_relation (graph, r)), ==,
                          N_EDGES[r]);
    g_assert_cmpuint (rhumb_graph_get_n_edges (graph), ==, G_N_ELEMENTS (EDGES));
}

static void
mentions_join_the_graph (void)
{
    static const guint32 FROM[] = {2};
    static const guint32 TO[] = {0};
    g_autoptr (RhumbGraph) plain = make_graph ();
    g_autoptr (RhumbNetwork) mentions =
        rhumb_network_new (RHUMB_NETWORK_DIRECTED, 3, 3, FROM, TO, NULL, 1, NULL);
    g_autoptr (RhumbGraph) graph = rhumb_graph_new (
        rhumb_graph_get_corpus (plain), rhumb_graph_get_concepts (plain), mentions, NULL);
    g_assert_true (rhumb_graph_get_relation (graph, RHUMB_RELATION_MENTIONS) == mentions);
    g_assert_cmpuint (rhumb_graph_get_n_edges (graph), ==, rhumb_graph_get_n_edges (plain) + 1);
}

static void
parts_of_another_corpus_are_refused (void)
{
    g_autoptr (RhumbGraph) graph = make_graph ();
    g_autoptr (RhumbCorpus) other = fixture_corpus (RECORDS, 1, NULL);
    g_autoptr (RhumbNetwork) mentions =
        rhumb_network_new (RHUMB_NETWORK_DIRECTED, 4, 4, NULL, NULL, NULL, 0, NULL);
    g_autoptr (GError) concepts_error = NULL;
    g_autoptr (GError) mentions_error = NULL;
    g_assert_null (
        rhumb_graph_new (other, rhumb_graph_get_concepts (graph), NULL, &concepts_error));
    g_assert_error (concepts_error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
    g_assert_null (rhumb_graph_new (rhumb_graph_get_corpus (graph),
                                    rhumb_graph_get_concepts (graph), mentions, &mentions_error));
    g_assert_error (mentions_error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
}

static void
an_empty_corpus_is_an_empty_graph (void)
{
    g_autoptr (RhumbGraph) graph = fixture_graph (NULL, 0, NULL, 0);
    g_assert_cmpuint (rhumb_graph_get_n_nodes (graph), ==, 0);
    g_assert_cmpuint (rhumb_graph_get_n_edges (graph), ==, 0);
}

static void
kinds_and_relations_have_names (void)
{
    static const char *const KINDS[RHUMB_N_NODE_KINDS] = {"paper", "concept", "person", "venue"};
    static const char *const RELATIONS[RHUMB_N_RELATIONS] = {"about", "cites",        "mentions",
                                                             "wrote", "published_in", "broader"};
    for (guint kind = 0; kind < RHUMB_N_NODE_KINDS; kind++)
        g_assert_cmpstr (rhumb_node_kind_get_name (kind), ==, KINDS[kind]);
    for (guint r = 0; r < RHUMB_N_RELATIONS; r++)
        g_assert_cmpstr (rhumb_relation_get_name (r), ==, RELATIONS[r]);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/graph/nodes-are-numbered-by-kind", nodes_are_numbered_by_kind);
    g_test_add_func ("/graph/relations-hold-what-records-say", relations_hold_what_records_say);
    g_test_add_func ("/graph/mentions-join-the-graph", mentions_join_the_graph);
    g_test_add_func ("/graph/parts-of-another-corpus-are-refused",
                     parts_of_another_corpus_are_refused);
    g_test_add_func ("/graph/an-empty-corpus-is-an-empty-graph", an_empty_corpus_is_an_empty_graph);
    g_test_add_func ("/graph/kinds-and-relations-have-names", kinds_and_relations_have_names);
    return g_test_run ();
}
