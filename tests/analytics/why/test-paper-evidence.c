/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What links two papers.
 */
#include "analytics/why/paper-evidence.h"

#include "tests/graph/fixture.h"

/* c cites a, b and both d and c cite a; d and c both cite doi:10.1/far, as e does. */
static const FixtureRecord RECORDS[] = {
    {.id = "a", .title = "First", .year = 1990, .authors = "Ada Marin"},
    {.id = "b", .title = "Second", .year = 1991, .authors = "Bo Costa", .venue = "Annals"},
    {.id = "c",
     .title = "Third",
     .year = 1992,
     .authors = "Ada Marin|Bo Costa",
     .venue = "Annals",
     .references = "a|b|10.1000/far"},
    {.id = "d", .title = "Fourth", .year = 1993, .references = "a|c|10.1000/far"},
    {.id = "e", .title = "Fifth", .year = 1994, .references = "a|10.1000/far"},
};
static const FixtureLink LINKS[] = {{"a", "maps", 0.5}, {"c", "maps", 0.5}, {"c", "ships", 1}};

static double
find (const RhumbEvidence *evidence, const char *kind, guint32 node, guint *n_of_kind)
{
    double weight = 0;
    *n_of_kind = 0;
    for (guint i = 0; i < rhumb_evidence_get_n_rows (evidence); i++) {
        const RhumbEvidenceRow *row = rhumb_evidence_get_row (evidence, i);
        if (!g_str_equal (row->kind, kind))
            continue;
        (*n_of_kind)++;
        if (row->node == node)
            weight = row->weight;
    }
    return weight;
}

static void
citations_references_and_citing_papers_are_found (void)
{
    guint n;
    g_autoptr (RhumbGraph) graph = fixture_graph (RECORDS, 5, LINKS, 3);
    g_autoptr (RhumbEvidence) pair = rhumb_explain_paper_link (graph, 2, 3);
    g_assert_cmpfloat (find (pair, "cites", 3, &n), ==, 1);
    g_assert_cmpuint (n, ==, 1);
    /* a is cited by three. */
    g_assert_cmpfloat (find (pair, "both cite", 0, &n), ==, 0.5);
    g_assert_cmpuint (n, ==, 1);
    g_assert_cmpfloat (find (pair, "both cite, outside", RHUMB_NONE, &n), ==, 0.5);
    g_assert_cmpuint (n, ==, 1);
    /* a and b are both cited by c alone, which cites two of the set. */
    g_autoptr (RhumbEvidence) cocited = rhumb_explain_paper_link (graph, 0, 1);
    g_assert_cmpfloat (find (cocited, "cites both", 2, &n), ==, 1);
    g_assert_cmpuint (rhumb_evidence_get_n_rows (cocited), ==, 1);
}

static void
concepts_people_and_venues_are_found (void)
{
    guint n;
    g_autoptr (RhumbGraph) graph = fixture_graph (RECORDS, 5, LINKS, 3);
    const guint32 concept = rhumb_graph_get_first_node (graph, RHUMB_NODE_CONCEPT);
    const guint32 venue = rhumb_graph_get_first_node (graph, RHUMB_NODE_VENUE);
    g_autoptr (RhumbEvidence) first = rhumb_explain_paper_link (graph, 0, 2);
    g_assert_cmpfloat (find (first, "shared concept", concept, &n), ==, 0.25);
    g_assert_cmpuint (n, ==, 1);
    find (first, "shared person", RHUMB_NONE, &n);
    g_assert_cmpuint (n, ==, 1);
    g_autoptr (RhumbEvidence) second = rhumb_explain_paper_link (graph, 1, 2);
    g_assert_cmpfloat (find (second, "same venue", venue, &n), ==, 1);
}

static void
a_link_is_the_same_from_both_ends (void)
{
    g_autoptr (RhumbGraph) graph = fixture_graph (RECORDS, 5, LINKS, 3);
    for (guint32 a = 0; a < 5; a++) {
        for (guint32 b = 0; b < a; b++) {
            g_autoptr (RhumbEvidence) there = rhumb_explain_paper_link (graph, a, b);
            g_autoptr (RhumbEvidence) back = rhumb_explain_paper_link (graph, b, a);
            g_assert_cmpuint (rhumb_evidence_get_n_rows (there), ==,
                              rhumb_evidence_get_n_rows (back));
            for (guint i = 0; i < rhumb_evidence_get_n_rows (there); i++) {
                const RhumbEvidenceRow *row = rhumb_evidence_get_row (there, i);
                guint n;
                g_assert_cmpfloat (find (back, row->kind, row->node, &n), ==, row->weight);
            }
        }
    }
}

static void
strangers_share_nothing (void)
{
    g_autoptr (RhumbGraph) graph = fixture_graph (RECORDS, 2, NULL, 0);
    g_autoptr (RhumbEvidence) evidence = rhumb_explain_paper_link (graph, 0, 1);
    g_assert_cmpuint (rhumb_evidence_get_n_rows (evidence), ==, 0);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/paper-evidence/citations-references-and-citing-papers-are-found",
                     citations_references_and_citing_papers_are_found);
    g_test_add_func ("/paper-evidence/concepts-people-and-venues-are-found",
                     concepts_people_and_venues_are_found);
    g_test_add_func ("/paper-evidence/a-link-is-the-same-from-both-ends",
                     a_link_is_the_same_from_both_ends);
    g_test_add_func ("/paper-evidence/strangers-share-nothing", strangers_share_nothing);
    return g_test_run ();
}
