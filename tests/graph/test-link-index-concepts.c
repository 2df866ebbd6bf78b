/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Concepts and mentions of an index are those that were packed, to the last bit, and what is
 * damaged is told.
 */
#include "graph/link-index.h"

#include <string.h>

#include "graph/error.h"
#include "graph/link-index-private.h"
#include "tests/graph/fixture.h"
#include "tests/graph/index-fixture.h"
#include "tests/oracle.h"

static void
assert_same_concept (const RhumbConcept *a, const RhumbConcept *b)
{
    g_assert_cmpstr (a->id, ==, b->id);
    g_assert_cmpstr (a->label, ==, b->label);
    g_assert_cmpstr (a->acronym, ==, b->acronym);
    g_assert_cmpstrv (a->variants, b->variants);
    g_assert_cmpuint (a->n_papers, ==, b->n_papers);
    g_assert_cmpfloat (a->score, ==, b->score);
    g_assert_cmpuint (a->n_given, ==, b->n_given);
    g_assert_cmpuint (a->n_inferred, ==, b->n_inferred);
    g_assert_cmpint (a->is_from_vocabulary, ==, b->is_from_vocabulary);
}

static void
concepts_come_out_as_they_went_in (void)
{
    g_autoptr (RhumbGraph) graph = NULL;
    g_autoptr (RhumbNetwork) network = NULL;
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) bytes = index_fixture_pack (&graph, &network);
    g_autoptr (RhumbLinkIndex) index = rhumb_link_index_new (bytes, "x", NULL);
    g_autoptr (RhumbConcepts) found = rhumb_link_index_read_concepts (index, &error);
    g_autoptr (RhumbNetwork) mentions = rhumb_link_index_read_mentions (index, NULL);
    const RhumbConcepts *concepts = rhumb_graph_get_concepts (graph);
    g_assert_no_error (error);
    g_assert_cmpuint (rhumb_concepts_get_n_concepts (found), ==, INDEX_FIXTURE_CONCEPTS);
    for (guint32 c = 0; c < INDEX_FIXTURE_CONCEPTS; c++) {
        assert_same_concept (rhumb_concepts_get_concept (found, c),
                             rhumb_concepts_get_concept (concepts, c));
        for (guint32 v = 0; v < INDEX_FIXTURE_PAPERS; v++)
            g_assert_cmpuint (rhumb_concepts_get_link (found, v, c), ==,
                              rhumb_concepts_get_link (concepts, v, c));
    }
    oracle_assert_same_network (rhumb_concepts_get_about (found),
                                rhumb_concepts_get_about (concepts));
    oracle_assert_same_network (rhumb_concepts_get_broader (found),
                                rhumb_concepts_get_broader (concepts));
    oracle_assert_same_network (mentions,
                                rhumb_graph_get_relation (graph, RHUMB_RELATION_MENTIONS));
}

static void
a_corpus_without_concepts_has_none (void)
{
    static const FixtureRecord ALONE = {.id = "a", .title = "Light"};
    g_autoptr (RhumbGraph) graph = fixture_graph (&ALONE, 1, NULL, 0);
    const guint32 n = rhumb_graph_get_n_nodes (graph);
    g_autoptr (GPtrArray) names = g_ptr_array_new ();
    g_autoptr (RhumbNetwork) network =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, n, n, NULL, NULL, NULL, 0, NULL);
    g_autoptr (GBytes) bytes = rhumb_link_index_pack (graph, network, n, names, 4, NULL, 1, NULL);
    g_autoptr (RhumbLinkIndex) index = rhumb_link_index_new (bytes, "x", NULL);
    g_autoptr (RhumbConcepts) found = rhumb_link_index_read_concepts (index, NULL);
    g_autoptr (RhumbNetwork) mentions = rhumb_link_index_read_mentions (index, NULL);
    g_assert_cmpuint (rhumb_concepts_get_n_concepts (found), ==, 0);
    g_assert_cmpuint (rhumb_network_get_n_edges (mentions), ==, 0);
}

/* A byte of the concepts is another one: they are refused, or whole. */
static void
damaged_concepts_are_refused_or_whole (void)
{
    g_autoptr (RhumbGraph) graph = NULL;
    g_autoptr (RhumbNetwork) network = NULL;
    g_autoptr (GBytes) bytes = index_fixture_pack (&graph, &network);
    gsize size = 0;
    const guint8 *good = g_bytes_get_data (bytes, &size);
    IndexHeader header;
    guint n_refused = 0;
    memcpy (&header, good, sizeof header);
    const guint32 length = (guint32)header.part[PART_CONCEPTS].length;
    for (guint trial = 0; trial < 256 * length; trial++) {
        g_autofree guint8 *bad = g_memdup2 (good, size);
        g_autoptr (GError) error = NULL;
        bad[header.part[PART_CONCEPTS].offset + trial / 256] = (guint8)trial;
        g_autoptr (GBytes) copy = g_bytes_new (bad, size);
        g_autoptr (RhumbLinkIndex) index = rhumb_link_index_new (copy, "bad", NULL);
        g_autoptr (RhumbConcepts) concepts = rhumb_link_index_read_concepts (index, &error);
        g_assert_true ((concepts == NULL) == (error != NULL));
        n_refused += concepts == NULL;
        for (guint32 c = 0; concepts != NULL && c < INDEX_FIXTURE_CONCEPTS; c++) {
            const RhumbConcept *concept = rhumb_concepts_get_concept (concepts, c);
            g_assert_true (concept->score >= 0 && concept->score <= concept->n_papers);
            g_assert_cmpuint (concept->n_papers, <=, INDEX_FIXTURE_PAPERS);
        }
    }
    g_assert_cmpuint (n_refused, >, 128 * length / 2);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/link-index-concepts/they-come-out-as-they-went-in",
                     concepts_come_out_as_they_went_in);
    g_test_add_func ("/link-index-concepts/a-corpus-without-any-has-none",
                     a_corpus_without_concepts_has_none);
    g_test_add_func ("/link-index-concepts/damaged-ones-are-refused-or-whole",
                     damaged_concepts_are_refused_or_whole);
    return g_test_run ();
}
