/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * From whom does a node have its PageRank? The score of v is a sum, one term for each node u that
 * leads to it and one for readers who start afresh:
 *
 *   x_v = Σ_u d x_u w_uv / s_u + (1 − d + d idle) / n
 *
 * Each term divided by x_v is a share of the score; shares sum to 1.
 *
 * Source: Brin and Page (1998), doi:10.1016/S0169-7552(98)00110-X.
 *
 * A number of citations is a sum too, of one term for each citing paper.
 *
 * Cost: O(edges), for the strengths s_u and what nodes without links hold (idle); of citations,
 * their number.
 */
#include "analytics/why/rank-evidence.h"

static double
get_strength (RhumbRows out, guint32 v)
{
    double strength = 0;
    for (gsize i = out.start[v]; i < out.start[v + 1]; i++)
        strength += rhumb_rows_get_weight (out, i);
    return strength;
}

/* What nodes without links hold. */
static double
sum_idle (RhumbRows out, const double *score)
{
    double idle = 0;
    for (guint32 v = 0; v < out.n_rows; v++) {
        if (get_strength (out, v) <= 0)
            idle += score[v];
    }
    return idle;
}

/* What u is to the paper, concept, person or venue v that it leads to. */
static const char *
name_link (const RhumbGraph *graph, guint32 from, guint32 to)
{
    if (rhumb_graph_get_node_kind (graph, from) != RHUMB_NODE_PAPER)
        return rhumb_node_kind_get_name (rhumb_graph_get_node_kind (graph, from));
    if (rhumb_graph_get_node_kind (graph, to) != RHUMB_NODE_PAPER)
        return "paper";
    const RhumbNetwork *cites = rhumb_graph_get_relation (graph, RHUMB_RELATION_CITES);
    return rhumb_network_get_weight (cites, from, to) > 0 ? "cites" : "mentions";
}

static char *
describe (double score, double part, double share)
{
    char held[G_ASCII_DTOSTR_BUF_SIZE];
    char passed[G_ASCII_DTOSTR_BUF_SIZE];
    char percent[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd (held, sizeof held, "%.3g", score);
    g_ascii_formatd (passed, sizeof passed, "%.3g", 100 * part);
    g_ascii_formatd (percent, sizeof percent, "%.3g", 100 * share);
    return g_strdup_printf ("has %s and passes %s %% of it on: %s %% of the score", held, passed,
                            percent);
}

/**
 * rhumb_explain_pagerank:
 * @graph: a knowledge graph
 * @walk: the network on which @pagerank was computed, as from rhumb_build_walk_network()
 * @pagerank: PageRank of all nodes, as from rhumb_pagerank_of_graph()
 * @damping: the damping it was computed with
 * @node: a node
 *
 * Lists where the score of a node comes from: one row for each node that leads to it, and one of
 * kind "fresh start" for readers who start at a paper. Weight: share of the score.
 *
 * Returns: (transfer full): the evidence; weights sum to 1 as nearly as PageRank has converged
 *
 * Since: 0.2
 */
RhumbEvidence *
rhumb_explain_pagerank (const RhumbGraph *graph, const RhumbNetwork *walk,
                        const RhumbRanking *pagerank, double damping, guint32 node)
{
    const RhumbRows in = rhumb_network_get_in_rows (walk);
    const RhumbRows out = rhumb_network_get_out_rows (walk);
    const double *score = rhumb_ranking_get_scores (pagerank);
    g_return_val_if_fail (node < in.n_rows && rhumb_ranking_get_n_nodes (pagerank) == in.n_rows &&
                              rhumb_graph_get_n_nodes (graph) == in.n_rows,
                          NULL);
    g_autoptr (RhumbEvidenceBuilder) builder = rhumb_evidence_builder_new ();
    for (gsize i = in.start[node]; i < in.start[node + 1]; i++) {
        const guint32 u = in.node[i];
        const double strength = get_strength (out, u);
        const double part = strength > 0 ? damping * rhumb_rows_get_weight (in, i) / strength : 0;
        const double share = part * score[u] / score[node];
        g_autofree char *why = describe (score[u], part, share);
        rhumb_evidence_builder_add (builder, name_link (graph, u, node), u, share, why);
    }
    if (rhumb_graph_get_node_kind (graph, node) == RHUMB_NODE_PAPER) {
        const double fresh = (1 - damping + damping * sum_idle (out, score)) /
                             rhumb_graph_get_n_nodes_of_kind (graph, RHUMB_NODE_PAPER);
        rhumb_evidence_builder_add (builder, "fresh start", RHUMB_NONE, fresh / score[node],
                                    "readers who start at any paper: the same for all papers");
    }
    return rhumb_evidence_builder_freeze (builder);
}

/**
 * rhumb_explain_citations:
 * @graph: a knowledge graph
 * @paper: a paper
 *
 * Lists the papers that make up the number of citations of a paper. Weight: what each counts.
 *
 * Returns: (transfer full): the evidence; weights sum to the score of rhumb_sum_citations()
 *
 * Since: 0.2
 */
RhumbEvidence *
rhumb_explain_citations (const RhumbGraph *graph, guint32 paper)
{
    g_return_val_if_fail (paper < rhumb_graph_get_n_nodes_of_kind (graph, RHUMB_NODE_PAPER), NULL);
    const RhumbRows in =
        rhumb_network_get_in_rows (rhumb_graph_get_relation (graph, RHUMB_RELATION_CITES));
    g_autoptr (RhumbEvidenceBuilder) builder = rhumb_evidence_builder_new ();
    for (gsize i = in.start[paper]; i < in.start[paper + 1]; i++) {
        g_autofree char *why =
            g_strdup_printf ("cites “%s”", rhumb_graph_get_node_label (graph, paper));
        rhumb_evidence_builder_add (builder, "cites", in.node[i], rhumb_rows_get_weight (in, i),
                                    why);
    }
    return rhumb_evidence_builder_freeze (builder);
}

typedef struct {
    guint32 paper;
    gsize n_citing;
} Cited;

static int
compare_cited (gconstpointer a, gconstpointer b)
{
    const Cited *first = a;
    const Cited *second = b;
    if (first->n_citing != second->n_citing)
        return first->n_citing > second->n_citing ? -1 : 1;
    return (first->paper > second->paper) - (first->paper < second->paper);
}

/* The papers of a person, a venue or a concept, most cited first. */
static GArray *
list_cited (const RhumbGraph *graph, guint32 node)
{
    const RhumbNodeKind kind = rhumb_graph_get_node_kind (graph, node);
    const RhumbRows papers = rhumb_graph_get_papers_of_kind (graph, kind);
    const RhumbRows citing =
        rhumb_network_get_in_rows (rhumb_graph_get_relation (graph, RHUMB_RELATION_CITES));
    const guint32 row = node - rhumb_graph_get_first_node (graph, kind);
    GArray *list = g_array_new (FALSE, FALSE, sizeof (Cited));
    for (gsize i = papers.start[row]; i < papers.start[row + 1]; i++) {
        const guint32 paper = papers.node[i];
        const Cited cited = {paper, citing.start[paper + 1] - citing.start[paper]};
        g_array_append_val (list, cited);
    }
    g_array_sort (list, compare_cited);
    return list;
}

/**
 * rhumb_explain_h_index:
 * @graph: a knowledge graph
 * @node: a person, a venue or a concept
 *
 * Lists the papers of a node: of kind "h" those that make up its h-index, the h most cited ones,
 * each with at least h citations; of kind "paper" the others. Weight: citations.
 *
 * Source: Hirsch (2005), doi:10.1073/pnas.0507655102.
 *
 * Returns: (transfer full): the evidence; as many rows of kind "h" as rhumb_count_h_index() says,
 *   weights sum to the score of rhumb_sum_citations()
 *
 * Since: 0.2
 */
RhumbEvidence *
rhumb_explain_h_index (const RhumbGraph *graph, guint32 node)
{
    g_return_val_if_fail (node < rhumb_graph_get_n_nodes (graph), NULL);
    g_return_val_if_fail (rhumb_graph_get_node_kind (graph, node) != RHUMB_NODE_PAPER, NULL);
    g_autoptr (GArray) list = list_cited (graph, node);
    g_autoptr (RhumbEvidenceBuilder) builder = rhumb_evidence_builder_new ();
    for (guint i = 0; i < list->len; i++) {
        const Cited *cited = &g_array_index (list, Cited, i);
        const gboolean counts = cited->n_citing > i;
        g_autofree char *why = g_strdup_printf (
            "number %u of its papers, cited by %" G_GSIZE_FORMAT " here", i + 1, cited->n_citing);
        rhumb_evidence_builder_add (builder, counts ? "h" : "paper", cited->paper,
                                    (double)cited->n_citing, why);
    }
    return rhumb_evidence_builder_freeze (builder);
}
