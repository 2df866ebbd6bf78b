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

#define WEIGHT_PEOPLE 1.0
#define WEIGHT_VENUE 0.5

typedef struct {
    GArray *from;
    GArray *to;
    GArray *weight;
} Arcs;

static void
add_arc (Arcs *arcs, guint32 from, guint32 to, double weight)
{
    g_array_append_val (arcs->from, from);
    g_array_append_val (arcs->to, to);
    g_array_append_val (arcs->weight, weight);
}

static void
add_relation (const RhumbGraph *graph, RhumbRelation relation, guint32 from_offset,
              guint32 to_offset, gboolean both_ways, Arcs *arcs)
{
    const RhumbRows rows = rhumb_network_get_out_rows (rhumb_graph_get_relation (graph, relation));
    for (guint32 v = 0; v < rows.n_rows; v++) {
        for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++) {
            const double weight = rows.weight != NULL ? rows.weight[i] : 1;
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
    g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) to = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) weight = g_array_new (FALSE, FALSE, sizeof (double));
    Arcs arcs = {from, to, weight};
    const guint32 concept = rhumb_graph_get_first_node (graph, RHUMB_NODE_CONCEPT);
    add_relation (graph, RHUMB_RELATION_ABOUT, 0, concept, TRUE, &arcs);
    add_relation (graph, RHUMB_RELATION_CITES, 0, 0, FALSE, &arcs);
    add_relation (graph, RHUMB_RELATION_MENTIONS, 0, 0, FALSE, &arcs);
    add_people_and_venues (graph, &arcs);
    const guint32 n_nodes = rhumb_graph_get_n_nodes (graph);
    return rhumb_network_new (RHUMB_NETWORK_DIRECTED, n_nodes, n_nodes,
                              (const guint32 *)(gpointer)from->data,
                              (const guint32 *)(gpointer)to->data,
                              (const double *)(gpointer)weight->data, from->len, error);
}
