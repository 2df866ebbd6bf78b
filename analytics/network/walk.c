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

#include "graph/large-array.h"

#define WEIGHT_PEOPLE 1.0
#define WEIGHT_VENUE 0.5

typedef struct {
    guint32 *from;
    guint32 *to;
    double *weight;
    gsize n;
} Arcs;

static void
clear_arcs (Arcs *arcs)
{
    g_free (arcs->from);
    g_free (arcs->to);
    g_free (arcs->weight);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Arcs, clear_arcs)

/* How many arcs there are at most. */
static gsize
count_arcs (const RhumbGraph *graph)
{
    static const RhumbRelation RELATIONS[] = {RHUMB_RELATION_ABOUT, RHUMB_RELATION_CITES,
                                              RHUMB_RELATION_MENTIONS};
    const RhumbCorpus *corpus = rhumb_graph_get_corpus (graph);
    gsize n = 0;
    for (guint r = 0; r < G_N_ELEMENTS (RELATIONS); r++)
        n += 2 * rhumb_network_get_n_edges (rhumb_graph_get_relation (graph, RELATIONS[r]));
    for (guint32 v = 0; v < rhumb_corpus_get_n_papers (corpus); v++)
        n += 2 * ((gsize)rhumb_corpus_get_paper (corpus, v)->n_people + 1);
    return n;
}

static void
add_arc (Arcs *arcs, guint32 from, guint32 to, double weight)
{
    arcs->from[arcs->n] = from;
    arcs->to[arcs->n] = to;
    arcs->weight[arcs->n++] = weight;
}

static void
add_relation (const RhumbGraph *graph, RhumbRelation relation, guint32 from_offset,
              guint32 to_offset, gboolean both_ways, Arcs *arcs)
{
    const RhumbRows rows = rhumb_network_get_out_rows (rhumb_graph_get_relation (graph, relation));
    for (guint32 v = 0; v < rows.n_rows; v++) {
        for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++) {
            const double weight = rhumb_rows_get_weight (rows, i);
            add_arc (arcs, from_offset + v, to_offset + rows.node[i], weight);
            if (both_ways)
                add_arc (arcs, to_offset + rows.node[i], from_offset + v, weight);
        }
    }
}

static void
add_people_and_venues (const RhumbGraph *graph, Arcs *arcs)
{
    const RhumbCorpus *corpus = rhumb_graph_get_corpus (graph);
    const guint32 person = rhumb_graph_get_first_node (graph, RHUMB_NODE_PERSON);
    const guint32 venue = rhumb_graph_get_first_node (graph, RHUMB_NODE_VENUE);
    for (guint32 v = 0; v < rhumb_corpus_get_n_papers (corpus); v++) {
        const RhumbPaper *paper = rhumb_corpus_get_paper (corpus, v);
        for (guint i = 0; i < paper->n_people; i++) {
            add_arc (arcs, v, person + paper->people[i], WEIGHT_PEOPLE / paper->n_people);
            add_arc (arcs, person + paper->people[i], v, WEIGHT_PEOPLE / paper->n_people);
        }
        if (paper->venue != RHUMB_NONE) {
            add_arc (arcs, v, venue + paper->venue, WEIGHT_VENUE);
            add_arc (arcs, venue + paper->venue, v, WEIGHT_VENUE);
        }
    }
}

/**
 * rhumb_build_walk_network:
 * @graph: a knowledge graph
 * @error: return location for an error
 *
 * Builds the directed network over all nodes of the graph on which PageRank is computed.
 *
 * Returns: (transfer full): a directed weighted network, its nodes those of @graph
 *
 * Since: 0.1
 */
RhumbNetwork *
rhumb_build_walk_network (const RhumbGraph *graph, GError **error)
{
    const gsize n_arcs = count_arcs (graph);
    g_auto (Arcs) arcs = {rhumb_large_array_new (n_arcs, sizeof (guint32)),
                          rhumb_large_array_new (n_arcs, sizeof (guint32)),
                          rhumb_large_array_new (n_arcs, sizeof (double)), 0};
    const guint32 concept = rhumb_graph_get_first_node (graph, RHUMB_NODE_CONCEPT);
    add_relation (graph, RHUMB_RELATION_ABOUT, 0, concept, TRUE, &arcs);
    add_relation (graph, RHUMB_RELATION_CITES, 0, 0, FALSE, &arcs);
    add_relation (graph, RHUMB_RELATION_MENTIONS, 0, 0, FALSE, &arcs);
    add_people_and_venues (graph, &arcs);
    const guint32 n_nodes = rhumb_graph_get_n_nodes (graph);
    return rhumb_network_new (RHUMB_NETWORK_DIRECTED, n_nodes, n_nodes, arcs.from, arcs.to,
                              arcs.weight, arcs.n, error);
}
