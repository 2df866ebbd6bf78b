/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * An index of links of a small graph that has all that one can hold.
 */
#include "tests/graph/index-fixture.h"

#include <math.h>

#include "tests/graph/fixture.h"
#include "tests/oracle.h"

static const FixtureRecord RECORDS[INDEX_FIXTURE_PAPERS] = {
    {.id = "a", .title = "First light", .year = 1990, .doi = "10.1000/first"},
    {.id = "b", .title = "Second light", .year = 1991, .references = "a"},
    {.id = "c", .title = "Light", .year = 1991, .references = "a|b"},
    {.id = "d", .title = "Fourth"},
};

/* Concepts of all kinds: with a short form, with an id of a vocabulary, without papers, given as
 * keywords, with weights that need every bit. */
static RhumbConcepts *
make_concepts (void)
{
    static const char *const MAPS[] = {"chart", "Maps", "maps", NULL};
    static const char *const SAILS[] = {"Sail", NULL};
    g_autoptr (RhumbConceptsBuilder) builder = rhumb_concepts_builder_new (INDEX_FIXTURE_PAPERS);
    rhumb_concepts_builder_add (builder, "maps", "mp", MAPS);
    rhumb_concepts_builder_add (builder, "sails", NULL, SAILS);
    rhumb_concepts_builder_add (builder, "old maps", NULL, NULL);
    rhumb_concepts_builder_add (builder, "nothing", NULL, NULL);
    rhumb_concepts_builder_set_id (builder, 1, "http://example.org/sails");
    rhumb_concepts_builder_add_broader (builder, 2, 0);
    rhumb_concepts_builder_add_broader (builder, 2, 1);
    rhumb_concepts_builder_link (builder, 0, 0, 0.1);
    rhumb_concepts_builder_link (builder, 1, 0, 1);
    rhumb_concepts_builder_link (builder, 3, 0, 1 / 3.0);
    rhumb_concepts_builder_link (builder, 0, 1, 0.7);
    rhumb_concepts_builder_link (builder, 2, 1, 1);
    rhumb_concepts_builder_link (builder, 3, 1, 0.9);
    rhumb_concepts_builder_link (builder, 2, 2, 0x1.fffffffffffffp-20);
    rhumb_concepts_builder_mark (builder, 1, 0, RHUMB_LINK_GIVEN);
    rhumb_concepts_builder_mark (builder, 0, 1, RHUMB_LINK_INFERRED);
    rhumb_concepts_builder_mark (builder, 2, 1, RHUMB_LINK_GIVEN | RHUMB_LINK_INFERRED);
    g_autoptr (GError) error = NULL;
    RhumbConcepts *concepts = rhumb_concepts_builder_freeze (builder, &error);
    g_assert_no_error (error);
    return concepts;
}

static RhumbGraph *
make_graph (void)
{
    static const guint32 FROM[] = {1, 2, 2};
    static const guint32 TO[] = {3, 0, 3};
    const guint32 n = INDEX_FIXTURE_PAPERS;
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbCorpus) corpus = fixture_corpus (RECORDS, n, NULL);
    g_autoptr (RhumbConcepts) concepts = make_concepts ();
    g_autoptr (RhumbNetwork) mentions =
        rhumb_network_new (RHUMB_NETWORK_DIRECTED, n, n, FROM, TO, NULL, 3, &error);
    RhumbGraph *graph = rhumb_graph_new (corpus, concepts, mentions, &error);
    g_assert_no_error (error);
    return graph;
}

/* Nodes of the graph and two words, linked at random with weights over thirty octaves, but for
 * the first two concepts: one has its papers as neighbours, one has none. */
GBytes *
index_fixture_pack (RhumbGraph **graph, RhumbNetwork **network)
{
    g_autoptr (GPtrArray) names = g_ptr_array_new ();
    *graph = make_graph ();
    const guint32 n = rhumb_graph_get_n_nodes (*graph) + INDEX_FIXTURE_WORDS;
    const guint32 first = rhumb_graph_get_first_node (*graph, RHUMB_NODE_CONCEPT);
    const RhumbRows papers =
        rhumb_network_get_in_rows (rhumb_graph_get_relation (*graph, RHUMB_RELATION_ABOUT));
    guint32 from[44];
    guint32 to[44];
    double weight[44];
    guint n_edges = 0;
    for (guint i = 0; i < 40; i++) {
        from[n_edges] = oracle_random_below (n, 3, i);
        to[n_edges] = oracle_random_below (n, 4, i);
        weight[n_edges] = exp2 (-0.7 * i) * (1 + oracle_random (5, i));
        n_edges += from[n_edges] - first > 1 && to[n_edges] - first > 1;
    }
    for (gsize i = papers.start[0]; i < papers.start[1]; i++) {
        from[n_edges] = first;
        to[n_edges] = papers.node[i];
        weight[n_edges++] = 0.25;
    }
    *network = rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, n, n, from, to, weight, n_edges, NULL);
    g_ptr_array_add (names, (char *)"wörd");
    g_ptr_array_add (names, (char *)"other");
    g_autoptr (GError) error = NULL;
    GBytes *bytes = rhumb_link_index_pack (*graph, *network, n - INDEX_FIXTURE_WORDS, names, 4,
                                           NULL, 99, &error);
    g_assert_no_error (error);
    return bytes;
}
