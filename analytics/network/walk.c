/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Where a reader may go from each node of the knowledge graph: the network on which central
 * papers, concepts, people and venues are ranked together.
 *
 * A paper leads to its concepts and back, as strongly as it is about them; to the papers that it
 * cites or names (not back: who cites gives weight, who is cited receives it); to its people and
 * its venue and back. People share the weight of one link among them and a venue has half of one,
 * so that long author lists and large venues do not swallow the walk.
 *
 * Cost: O(edges).
 */
#include "analytics/network/walk.h"

#include "analytics/network/gathered-rows.h"

#define WEIGHT_PEOPLE 1.0
#define WEIGHT_VENUE 0.5

/* People of each paper in the order of its record, then its venue, numbered behind all people. */
static void
list_people_and_venues (const RhumbGraph *graph, RhumbOwnRows *rows)
{
    const RhumbCorpus *corpus = rhumb_graph_get_corpus (graph);
    const guint32 n_papers = rhumb_corpus_get_n_papers (corpus);
    const guint32 n_people = rhumb_graph_get_n_nodes_of_kind (graph, RHUMB_NODE_PERSON);
    rows->n_rows = n_papers;
    rows->start = g_new (gsize, (gsize)n_papers + 1);
    rows->start[0] = 0;
    for (guint32 v = 0; v < n_papers; v++) {
        const RhumbPaper *paper = rhumb_corpus_get_paper (corpus, v);
        rows->start[v + 1] = rows->start[v] + paper->n_people + (paper->venue != RHUMB_NONE);
    }
    rows->node = g_new (guint32, rows->start[n_papers] + 1);
    rows->weight = g_new (double, rows->start[n_papers] + 1);
    for (guint32 v = 0; v < n_papers; v++) {
        const RhumbPaper *paper = rhumb_corpus_get_paper (corpus, v);
        gsize e = rows->start[v];
        for (guint i = 0; i < paper->n_people; i++, e++) {
            rows->node[e] = paper->people[i];
            rows->weight[e] = WEIGHT_PEOPLE / paper->n_people;
        }
        if (paper->venue != RHUMB_NONE) {
            rows->node[e] = n_people + paper->venue;
            rows->weight[e] = WEIGHT_VENUE;
        }
    }
}

/* Papers → people and venues, where the latter are numbered behind the former. */
static RhumbNetwork *
link_people_and_venues (const RhumbGraph *graph, GError **error)
{
    RhumbOwnRows listed = {0};
    list_people_and_venues (graph, &listed);
    RhumbOwnRows from_others = {0};
    RhumbOwnRows rows = {0};
    const guint32 n_others = rhumb_graph_get_n_nodes_of_kind (graph, RHUMB_NODE_PERSON) +
                             rhumb_graph_get_n_nodes_of_kind (graph, RHUMB_NODE_VENUE);
    const guint32 n_nodes = listed.n_rows;
    rhumb_rows_transpose (&listed, n_others, &from_others);
    rhumb_rows_clear (&listed);
    rhumb_rows_transpose (&from_others, n_nodes, &rows);
    rhumb_rows_clear (&from_others);
    rhumb_rows_merge_repeats (&rows);
    return rhumb_network_take_two_mode_rows (rows.n_rows, n_others, rows.start, rows.node,
                                             rows.weight, error);
}

static RhumbRows
get_rows (const RhumbGraph *graph, RhumbRelation relation, gboolean back)
{
    const RhumbNetwork *network = rhumb_graph_get_relation (graph, relation);
    return back ? rhumb_network_get_in_rows (network) : rhumb_network_get_out_rows (network);
}

/* The rows of all nodes: where the reader may go, or, if @back, come from. Only between papers is
 * that not the same. */
static void
gather_rows (const RhumbGraph *graph, const RhumbNetwork *others, gboolean back, RhumbOwnRows *rows)
{
    const guint32 paper = rhumb_graph_get_first_node (graph, RHUMB_NODE_PAPER);
    const guint32 concept = rhumb_graph_get_first_node (graph, RHUMB_NODE_CONCEPT);
    const guint32 person = rhumb_graph_get_first_node (graph, RHUMB_NODE_PERSON);
    const RhumbRowPiece pieces[] = {
        {get_rows (graph, RHUMB_RELATION_CITES, back), paper, paper, 1, RHUMB_PIECE_WHOLE},
        {get_rows (graph, RHUMB_RELATION_MENTIONS, back), paper, paper, 1, RHUMB_PIECE_WHOLE},
        {get_rows (graph, RHUMB_RELATION_ABOUT, FALSE), paper, concept, 1, RHUMB_PIECE_WHOLE},
        {rhumb_network_get_out_rows (others), paper, person, 1, RHUMB_PIECE_WHOLE},
        {get_rows (graph, RHUMB_RELATION_ABOUT, TRUE), concept, paper, 1, RHUMB_PIECE_WHOLE},
        {rhumb_network_get_in_rows (others), person, paper, 1, RHUMB_PIECE_WHOLE},
    };
    rhumb_gather_rows (pieces, G_N_ELEMENTS (pieces), rhumb_graph_get_n_nodes (graph), rows);
}

/**
 * rhumb_build_walk_network:
 * @graph: a knowledge graph
 * @error: return location for an error
 *
 * Builds the directed network over all nodes of the graph on which PageRank is computed.
 *
 * Returns: (transfer full): a directed weighted network, its nodes those of @graph; %NULL with an
 *   error of rhumb_network_new()
 *
 * Since: 0.1
 */
RhumbNetwork *
rhumb_build_walk_network (const RhumbGraph *graph, GError **error)
{
    g_autoptr (RhumbNetwork) others = link_people_and_venues (graph, error);
    if (others == NULL)
        return NULL;
    RhumbOwnRows out = {0};
    RhumbOwnRows in = {0};
    gather_rows (graph, others, FALSE, &out);
    gather_rows (graph, others, TRUE, &in);
    return rhumb_network_take_directed_rows (&out, &in);
}
