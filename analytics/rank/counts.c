/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The plainest scores: how many papers of the corpus cite a paper, and how many links a node has.
 *
 * Cost: O(edges).
 */
#include "analytics/rank/counts.h"

/* First node of the kind that the relation's edges start from, or lead to. */
static guint32
get_offset (const RhumbGraph *graph, RhumbRelation relation, gboolean from)
{
    static const RhumbNodeKind KINDS[RHUMB_N_RELATIONS][2] = {
        [RHUMB_RELATION_ABOUT] = {RHUMB_NODE_CONCEPT, RHUMB_NODE_PAPER},
        [RHUMB_RELATION_CITES] = {RHUMB_NODE_PAPER, RHUMB_NODE_PAPER},
        [RHUMB_RELATION_MENTIONS] = {RHUMB_NODE_PAPER, RHUMB_NODE_PAPER},
        [RHUMB_RELATION_WROTE] = {RHUMB_NODE_PAPER, RHUMB_NODE_PERSON},
        [RHUMB_RELATION_PUBLISHED_IN] = {RHUMB_NODE_VENUE, RHUMB_NODE_PAPER},
        [RHUMB_RELATION_BROADER] = {RHUMB_NODE_CONCEPT, RHUMB_NODE_CONCEPT},
    };
    return rhumb_graph_get_first_node (graph, KINDS[relation][from]);
}

static void
add_row_lengths (RhumbRows rows, guint32 offset, double *score)
{
    for (guint32 v = 0; v < rows.n_rows; v++)
        score[offset + v] += (double)(rows.start[v + 1] - rows.start[v]);
}

/**
 * rhumb_count_citations:
 * @graph: a knowledge graph
 *
 * Counts for each paper the papers of the corpus that cite it; 0 for nodes of other kinds.
 *
 * Returns: (transfer full): one count per node of @graph
 *
 * Since: 0.1
 */
RhumbRanking *
rhumb_count_citations (const RhumbGraph *graph)
{
    const guint32 n = rhumb_graph_get_n_nodes (graph);
    double *score = g_new0 (double, n);
    add_row_lengths (
        rhumb_network_get_in_rows (rhumb_graph_get_relation (graph, RHUMB_RELATION_CITES)), 0,
        score);
    return rhumb_ranking_new_take (n, score, "citations", "citing papers of the corpus", 0, 0);
}

/**
 * rhumb_count_links:
 * @graph: a knowledge graph
 *
 * Counts for each node its edges of all relations, in both directions: for a concept the papers
 * about it, for a person the papers written, for a venue the papers published.
 *
 * Returns: (transfer full): one count per node of @graph
 *
 * Since: 0.1
 */
RhumbRanking *
rhumb_count_links (const RhumbGraph *graph)
{
    const guint32 n = rhumb_graph_get_n_nodes (graph);
    double *score = g_new0 (double, n);
    for (guint r = 0; r < RHUMB_N_RELATIONS; r++) {
        const RhumbNetwork *network = rhumb_graph_get_relation (graph, r);
        add_row_lengths (rhumb_network_get_out_rows (network), get_offset (graph, r, TRUE), score);
        add_row_lengths (rhumb_network_get_in_rows (network), get_offset (graph, r, FALSE), score);
    }
    return rhumb_ranking_new_take (n, score, "degree", "links", 0, 0);
}

/**
 * rhumb_count_network_citations:
 * @network: a directed network, citing → cited
 *
 * Counts the edges that lead to each node.
 *
 * Returns: (transfer full): one count per node
 *
 * Since: 0.2
 */
RhumbRanking *
rhumb_count_network_citations (const RhumbNetwork *network)
{
    const RhumbRows in = rhumb_network_get_in_rows (network);
    double *score = g_new0 (double, in.n_rows);
    add_row_lengths (in, 0, score);
    return rhumb_ranking_new_take (in.n_rows, score, "citations", "citing papers", 0, 0);
}

/**
 * rhumb_count_network_links:
 * @network: a directed or undirected network
 *
 * Counts the edges of each node, in both directions if edges have one.
 *
 * Returns: (transfer full): one count per node
 *
 * Since: 0.2
 */
RhumbRanking *
rhumb_count_network_links (const RhumbNetwork *network)
{
    const RhumbRows in = rhumb_network_get_in_rows (network);
    double *score = g_new0 (double, in.n_rows);
    add_row_lengths (in, 0, score);
    if (rhumb_network_get_mode (network) != RHUMB_NETWORK_UNDIRECTED)
        add_row_lengths (rhumb_network_get_out_rows (network), 0, score);
    return rhumb_ranking_new_take (in.n_rows, score, "degree", "links", 0, 0);
}
