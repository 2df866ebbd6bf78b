/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What goes through the door to igraph arrives whole, and its refusals come back as our errors.
 */
#include <string.h>

#include "graph/error.h"
#include "graph/igraph-door.h"
#include "graph/graph-private.h"
#include "tests/graph/fixture.h"
#include "tests/oracle.h"

static void
igraphs_own_words_are_kept (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GError) next = NULL;
    rhumb_igraph_lock ();
    igraph_t tree;
    const igraph_error_t code = igraph_kary_tree (&tree, 5, -1, IGRAPH_TREE_OUT);
    g_assert_false (rhumb_igraph_check (code, "growing a tree", &error));
    g_assert_false (rhumb_igraph_check (IGRAPH_ENOMEM, "later", &next));
    g_assert_true (rhumb_igraph_check (IGRAPH_SUCCESS, "fine", NULL));
    rhumb_igraph_unlock ();
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_LIBRARY);
    g_assert_true (g_str_has_prefix (error->message, "growing a tree: igraph: "));
    g_assert_nonnull (strstr (error->message, "children"));
    g_assert_error (next, RHUMB_ERROR, RHUMB_ERROR_LIBRARY);
    g_assert_null (strstr (next->message, "children"));
}

static void
keep_quiet_about_errors (const char *reason, const char *file, int line, igraph_error_t code)
{
    (void)reason;
    (void)file;
    (void)line;
    (void)code;
}

static void
keep_quiet_about_warnings (const char *reason, const char *file, int line)
{
    (void)reason;
    (void)file;
    (void)line;
}

/* As of a program that uses igraph itself; the lock is recursive, its inner end changes nothing. */
static void
handlers_of_the_program_come_back (void)
{
    igraph_set_error_handler (keep_quiet_about_errors);
    igraph_set_warning_handler (keep_quiet_about_warnings);
    rhumb_igraph_lock ();
    rhumb_igraph_lock ();
    rhumb_igraph_unlock ();
    igraph_t tree;
    g_autoptr (GError) error = NULL;
    const igraph_error_t code = igraph_kary_tree (&tree, 5, -1, IGRAPH_TREE_OUT);
    g_assert_false (rhumb_igraph_check (code, "growing a tree", &error));
    g_assert_nonnull (strstr (error->message, "children"));
    rhumb_igraph_unlock ();
    g_assert_true (igraph_set_error_handler (NULL) == keep_quiet_about_errors);
    g_assert_true (igraph_set_warning_handler (NULL) == keep_quiet_about_warnings);
}

/* A message that nobody asked for is not that of the next failure. */
static void
messages_end_with_the_lock (void)
{
    rhumb_igraph_lock ();
    igraph_t tree;
    g_assert_cmpint (igraph_kary_tree (&tree, 5, -1, IGRAPH_TREE_OUT), !=, IGRAPH_SUCCESS);
    rhumb_igraph_unlock ();
    g_autoptr (GError) error = NULL;
    rhumb_igraph_lock ();
    g_assert_false (rhumb_igraph_check (IGRAPH_ENOMEM, "later", &error));
    rhumb_igraph_unlock ();
    g_assert_null (strstr (error->message, "children"));
}

static void
assert_same_edges (const RhumbNetwork *network, const igraph_t *graph,
                   const igraph_vector_t *weights)
{
    const RhumbNetworkMode mode = rhumb_network_get_mode (network);
    const guint32 offset = mode == RHUMB_NETWORK_TWO_MODE ? rhumb_network_get_n_from (network) : 0;
    g_assert_cmpint (igraph_ecount (graph), ==, (gint64)rhumb_network_get_n_edges (network));
    g_assert_cmpint (igraph_vector_size (weights), ==, igraph_ecount (graph));
    g_assert_true (igraph_is_directed (graph) == (mode != RHUMB_NETWORK_UNDIRECTED));
    for (igraph_integer_t e = 0; e < igraph_ecount (graph); e++) {
        const guint32 from = (guint32)IGRAPH_FROM (graph, e);
        const guint32 to = (guint32)IGRAPH_TO (graph, e);
        g_assert_cmpfloat (VECTOR (*weights)[e], ==,
                           rhumb_network_get_weight (network, from, to - offset));
    }
}

static void
networks_of_every_mode_pass (void)
{
    static const RhumbNetworkMode MODES[] = {RHUMB_NETWORK_DIRECTED, RHUMB_NETWORK_UNDIRECTED,
                                             RHUMB_NETWORK_TWO_MODE};
    for (guint64 seed = 0; seed < 30; seed++) {
        const RhumbNetworkMode mode = MODES[seed % 3];
        const guint32 n_to = mode == RHUMB_NETWORK_TWO_MODE ? 5 : 9;
        g_autoptr (OracleEdges) edges = oracle_edges_new (mode, 9, n_to, seed, seed % 2 == 0, seed);
        for (gsize e = 0; edges->weight != NULL && e < edges->n_edges; e++)
            edges->weight[e] += 1;
        g_autoptr (RhumbNetwork) network = oracle_edges_to_network (edges);
        g_autoptr (GError) error = NULL;
        rhumb_igraph_lock ();
        g_auto (igraph_t) graph;
        g_auto (igraph_vector_t) weights;
        g_assert_true (rhumb_network_to_igraph (network, &graph, &weights, &error));
        g_assert_no_error (error);
        g_assert_cmpint (igraph_vcount (&graph), ==, mode == RHUMB_NETWORK_TWO_MODE ? 9 + n_to : 9);
        assert_same_edges (network, &graph, &weights);
        rhumb_igraph_unlock ();
    }
}

static const FixtureRecord RECORDS[] = {
    {.id = "a", .title = "First", .year = 1990, .authors = "Ada", .venue = "JASIST"},
    {.id = "b", .title = "Second", .year = 1991, .authors = "Ada|Bo", .references = "a"},
    {.id = "c", .title = "Third", .year = 1992, .references = "a|b", .venue = "JASIST"},
};
static const FixtureLink LINKS[] = {{"a", "maps", 1}, {"c", "maps", 0.5}, {"b", "layout", 0.25}};

/* Each igraph edge must be an edge of the relation it is said to mean; the counts agree, so all
 * edges are there. */
static void
the_whole_graph_is_in_igraph (void)
{
    g_autoptr (RhumbGraph) graph =
        fixture_graph (RECORDS, G_N_ELEMENTS (RECORDS), LINKS, G_N_ELEMENTS (LINKS));
    rhumb_igraph_lock ();
    const igraph_t *whole = rhumb_graph_get_igraph (graph);
    const igraph_vector_t *weights = rhumb_graph_get_igraph_weights (graph);
    const guint8 *relation = rhumb_graph_get_edge_relations (graph);
    g_assert_cmpint (igraph_vcount (whole), ==, rhumb_graph_get_n_nodes (graph));
    g_assert_cmpint (igraph_ecount (whole), ==, (gint64)rhumb_graph_get_n_edges (graph));
    gsize n_seen[RHUMB_N_RELATIONS] = {0};
    for (igraph_integer_t e = 0; e < igraph_ecount (whole); e++) {
        const RhumbRelation r = relation[e];
        const guint32 from = rhumb_graph_get_first_node (graph, rhumb_relation_get_from_kind (r));
        const guint32 to = rhumb_graph_get_first_node (graph, rhumb_relation_get_to_kind (r));
        const RhumbNetwork *network = rhumb_graph_get_relation (graph, r);
        g_assert_cmpfloat (VECTOR (*weights)[e], ==,
                           rhumb_network_get_weight (network,
                                                     (guint32)IGRAPH_FROM (whole, e) - from,
                                                     (guint32)IGRAPH_TO (whole, e) - to));
        n_seen[r]++;
    }
    rhumb_igraph_unlock ();
    for (guint r = 0; r < RHUMB_N_RELATIONS; r++)
        g_assert_cmpuint (n_seen[r], ==,
                          rhumb_network_get_n_edges (rhumb_graph_get_relation (graph, r)));
}

static void
igraphs_pagerank_runs_on_the_whole (void)
{
    g_autoptr (RhumbGraph) graph =
        fixture_graph (RECORDS, G_N_ELEMENTS (RECORDS), LINKS, G_N_ELEMENTS (LINKS));
    g_autoptr (GError) error = NULL;
    rhumb_igraph_lock ();
    g_auto (igraph_vector_t) score;
    igraph_vector_init (&score, 0);
    const igraph_error_t code = igraph_pagerank (
        rhumb_graph_get_igraph (graph), IGRAPH_PAGERANK_ALGO_PRPACK, &score, NULL,
        igraph_vss_all (), IGRAPH_DIRECTED, 0.85, rhumb_graph_get_igraph_weights (graph), NULL);
    g_assert_true (rhumb_igraph_check (code, "ranking", &error));
    const double sum = igraph_vector_sum (&score);
    const double most = VECTOR (score)[0];
    rhumb_igraph_unlock ();
    g_assert_cmpfloat_with_epsilon (sum, 1, 1e-12);
    g_assert_cmpfloat (most, >, 1.0 / rhumb_graph_get_n_nodes (graph));
}

static void
an_empty_graph_passes (void)
{
    g_autoptr (RhumbGraph) graph = fixture_graph (NULL, 0, NULL, 0);
    g_assert_nonnull (rhumb_graph_get_igraph (graph));
    g_assert_cmpint (igraph_vcount (rhumb_graph_get_igraph (graph)), ==, 0);
    g_assert_cmpint (igraph_ecount (rhumb_graph_get_igraph (graph)), ==, 0);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/igraph-door/igraphs-own-words-are-kept", igraphs_own_words_are_kept);
    g_test_add_func ("/igraph-door/handlers-of-the-program-come-back",
                     handlers_of_the_program_come_back);
    g_test_add_func ("/igraph-door/messages-end-with-the-lock", messages_end_with_the_lock);
    g_test_add_func ("/igraph-door/networks-of-every-mode-pass", networks_of_every_mode_pass);
    g_test_add_func ("/igraph-door/the-whole-graph-is-in-igraph", the_whole_graph_is_in_igraph);
    g_test_add_func ("/igraph-door/igraphs-pagerank-runs-on-the-whole",
                     igraphs_pagerank_runs_on_the_whole);
    g_test_add_func ("/igraph-door/an-empty-graph-passes", an_empty_graph_passes);
    return g_test_run ();
}
