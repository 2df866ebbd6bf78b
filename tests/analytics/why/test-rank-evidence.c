/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Where a PageRank comes from.
 */
#include "analytics/why/rank-evidence.h"

#include "analytics/network/walk.h"
#include "analytics/rank/h-index.h"
#include "analytics/rank/graph-pagerank.h"
#include "tests/graph/fixture.h"
#include "tests/oracle.h"

static const FixtureRecord RECORDS[] = {
    {.id = "a", .title = "First", .year = 1990, .authors = "Ada Marin", .venue = "Annals"},
    {.id = "b", .title = "Second", .year = 1991, .references = "a"},
    {.id = "c", .title = "Third", .year = 1992, .authors = "Ada Marin", .references = "a|b"},
    {.id = "d", .title = "Fourth", .year = 1993},
};
static const FixtureLink LINKS[] = {{"a", "maps", 0.5}, {"c", "maps", 1}};

static void
shares_sum_to_one_for_every_node (void)
{
    g_autoptr (RhumbGraph) graph = fixture_graph (RECORDS, 4, LINKS, 2);
    g_autoptr (RhumbNetwork) walk = rhumb_build_walk_network (graph, NULL);
    g_autoptr (RhumbRanking) pagerank = rhumb_pagerank_of_graph (graph, walk, NULL, NULL);
    for (guint32 v = 0; v < rhumb_graph_get_n_nodes (graph); v++) {
        g_autoptr (RhumbEvidence) evidence =
            rhumb_explain_pagerank (graph, walk, pagerank, 0.85, v);
        double sum = 0;
        for (guint i = 0; i < rhumb_evidence_get_n_rows (evidence); i++)
            sum += rhumb_evidence_get_row (evidence, i)->weight;
        g_assert_cmpfloat_with_epsilon (sum, 1, 1e-9);
    }
}

/* Each term again, from a dense matrix and the oracle's scores. */
static void
each_share_is_its_term_of_the_sum (void)
{
    guint n_checked = 0;
    g_autoptr (RhumbGraph) graph = fixture_graph (RECORDS, 4, LINKS, 2);
    g_autoptr (RhumbNetwork) walk = rhumb_build_walk_network (graph, NULL);
    g_autoptr (RhumbRanking) pagerank = rhumb_pagerank_of_graph (graph, walk, NULL, NULL);
    const guint32 n = rhumb_graph_get_n_nodes (graph);
    g_autoptr (OracleMatrix) matrix = oracle_matrix_new (n, n);
    for (guint32 u = 0; u < n; u++) {
        for (guint32 v = 0; v < n; v++)
            oracle_matrix_set (matrix, u, v, rhumb_network_get_weight (walk, u, v));
    }
    g_autofree double *start = g_new0 (double, n);
    for (guint32 v = 0; v < 4; v++)
        start[v] = 0.25;
    g_autofree double *score = oracle_pagerank (matrix, 0.85, start);
    g_autoptr (RhumbEvidence) evidence = rhumb_explain_pagerank (graph, walk, pagerank, 0.85, 0);
    for (guint i = 0; i < rhumb_evidence_get_n_rows (evidence); i++) {
        const RhumbEvidenceRow *row = rhumb_evidence_get_row (evidence, i);
        if (row->node == RHUMB_NONE)
            continue;
        double strength = 0;
        for (guint32 v = 0; v < n; v++)
            strength += oracle_matrix_get (matrix, row->node, v);
        const double term =
            0.85 * score[row->node] * oracle_matrix_get (matrix, row->node, 0) / strength;
        g_assert_cmpfloat_with_epsilon (row->weight, term / score[0], 1e-9);
        g_assert_cmpint (g_str_equal (row->kind, "cites"), ==, row->node == 1 || row->node == 2);
        n_checked++;
    }
    /* Two citing papers, a concept, a person, a venue. */
    g_assert_cmpuint (n_checked, ==, 5);
}

static void
a_lone_paper_has_its_score_from_fresh_starts (void)
{
    g_autoptr (RhumbGraph) graph = fixture_graph (RECORDS, 4, LINKS, 2);
    g_autoptr (RhumbNetwork) walk = rhumb_build_walk_network (graph, NULL);
    g_autoptr (RhumbRanking) pagerank = rhumb_pagerank_of_graph (graph, walk, NULL, NULL);
    g_autoptr (RhumbEvidence) evidence = rhumb_explain_pagerank (graph, walk, pagerank, 0.85, 3);
    g_assert_cmpuint (rhumb_evidence_get_n_rows (evidence), ==, 1);
    g_assert_cmpstr (rhumb_evidence_get_row (evidence, 0)->kind, ==, "fresh start");
    g_assert_cmpfloat_with_epsilon (rhumb_evidence_get_row (evidence, 0)->weight, 1, 1e-9);
}

/* "a" is cited by "b" and "c"; every number of citations is the sum of its rows. */
static void
citations_are_the_papers_that_cite (void)
{
    g_autoptr (RhumbGraph) graph = fixture_graph (RECORDS, 4, LINKS, 2);
    g_autoptr (RhumbRanking) citations = rhumb_sum_citations (graph);
    for (guint32 v = 0; v < 4; v++) {
        g_autoptr (RhumbEvidence) evidence = rhumb_explain_citations (graph, v);
        double sum = 0;
        for (guint i = 0; i < rhumb_evidence_get_n_rows (evidence); i++)
            sum += rhumb_evidence_get_row (evidence, i)->weight;
        g_assert_cmpfloat (sum, ==, rhumb_ranking_get_scores (citations)[v]);
    }
    g_autoptr (RhumbEvidence) first = rhumb_explain_citations (graph, 0);
    g_assert_cmpuint (rhumb_evidence_get_n_rows (first), ==, 2);
    for (guint32 i = 0; i < 2; i++) {
        g_assert_cmpuint (rhumb_evidence_get_row (first, i)->node, ==, 1 + i);
        g_assert_cmpstr (rhumb_evidence_get_row (first, i)->why, ==, "cites “First”");
    }
    g_autoptr (RhumbEvidence) none = rhumb_explain_citations (graph, 3);
    g_assert_cmpuint (rhumb_evidence_get_n_rows (none), ==, 0);
}

/* Ada Marin has a, cited by b and c, and c, cited by nobody: h is 1. */
static void
papers_of_h_are_as_many_as_it_says (void)
{
    g_autoptr (RhumbGraph) graph = fixture_graph (RECORDS, 4, LINKS, 2);
    g_autoptr (RhumbRanking) h = rhumb_count_h_index (graph);
    g_autoptr (RhumbRanking) citations = rhumb_sum_citations (graph);
    for (guint32 v = 4; v < rhumb_graph_get_n_nodes (graph); v++) {
        g_autoptr (RhumbEvidence) evidence = rhumb_explain_h_index (graph, v);
        double n_h = 0;
        double sum = 0;
        for (guint i = 0; i < rhumb_evidence_get_n_rows (evidence); i++) {
            const RhumbEvidenceRow *row = rhumb_evidence_get_row (evidence, i);
            n_h += g_str_equal (row->kind, "h");
            sum += row->weight;
        }
        g_assert_cmpfloat (n_h, ==, rhumb_ranking_get_scores (h)[v]);
        g_assert_cmpfloat (sum, ==, rhumb_ranking_get_scores (citations)[v]);
    }
    const guint32 ada = rhumb_graph_get_first_node (graph, RHUMB_NODE_PERSON);
    g_autoptr (RhumbEvidence) evidence = rhumb_explain_h_index (graph, ada);
    g_assert_cmpuint (rhumb_evidence_get_n_rows (evidence), ==, 2);
    g_assert_cmpstr (rhumb_evidence_get_row (evidence, 0)->kind, ==, "h");
    g_assert_cmpfloat (rhumb_evidence_get_row (evidence, 0)->weight, ==, 2);
    g_assert_cmpstr (rhumb_evidence_get_row (evidence, 1)->kind, ==, "paper");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/rank-evidence/shares-sum-to-one-for-every-node",
                     shares_sum_to_one_for_every_node);
    g_test_add_func ("/rank-evidence/each-share-is-its-term-of-the-sum",
                     each_share_is_its_term_of_the_sum);
    g_test_add_func ("/rank-evidence/a-lone-paper-has-its-score-from-fresh-starts",
                     a_lone_paper_has_its_score_from_fresh_starts);
    g_test_add_func ("/rank-evidence/citations-are-the-papers-that-cite",
                     citations_are_the_papers_that_cite);
    g_test_add_func ("/rank-evidence/papers-of-h-are-as-many-as-it-says",
                     papers_of_h_are_as_many_as_it_says);
    return g_test_run ();
}
