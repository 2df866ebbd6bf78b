/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What the nodes of a knowledge graph stand for: their kinds, ids, names and papers.
 */
#include "graph/graph.h"

/**
 * rhumb_graph_get_node_kind:
 * @graph: a graph
 * @node: a node
 *
 * Gets what a node stands for.
 *
 * Returns: its kind
 *
 * Since: 0.1
 */
RhumbNodeKind
rhumb_graph_get_node_kind (const RhumbGraph *graph, guint32 node)
{
    g_return_val_if_fail (node < rhumb_graph_get_n_nodes (graph), RHUMB_N_NODE_KINDS);
    RhumbNodeKind kind = RHUMB_NODE_PAPER;
    while (node - rhumb_graph_get_first_node (graph, kind) >=
           rhumb_graph_get_n_nodes_of_kind (graph, kind))
        kind++;
    return kind;
}

/**
 * rhumb_graph_get_node_id:
 * @graph: a graph
 * @node: a node
 *
 * Gets the stable id of what a node stands for.
 *
 * Returns: (transfer none): the id
 *
 * Since: 0.1
 */
const char *
rhumb_graph_get_node_id (const RhumbGraph *graph, guint32 node)
{
    const RhumbNodeKind kind = rhumb_graph_get_node_kind (graph, node);
    const guint32 i = node - rhumb_graph_get_first_node (graph, kind);
    switch (kind) {
    case RHUMB_NODE_PAPER:
        return rhumb_corpus_get_paper (rhumb_graph_get_corpus (graph), i)->id;
    case RHUMB_NODE_CONCEPT:
        return rhumb_concepts_get_concept (rhumb_graph_get_concepts (graph), i)->id;
    case RHUMB_NODE_PERSON:
        return rhumb_corpus_get_person (rhumb_graph_get_corpus (graph), i)->id;
    case RHUMB_NODE_VENUE:
        return rhumb_corpus_get_venue (rhumb_graph_get_corpus (graph), i)->id;
    case RHUMB_N_NODE_KINDS:
        break;
    }
    return NULL;
}

/**
 * rhumb_graph_get_node_label:
 * @graph: a graph
 * @node: a node
 *
 * Gets what a node is called: a title, a concept's label, a name.
 *
 * Returns: (transfer none): the label; the id of a paper without title
 *
 * Since: 0.1
 */
const char *
rhumb_graph_get_node_label (const RhumbGraph *graph, guint32 node)
{
    const RhumbNodeKind kind = rhumb_graph_get_node_kind (graph, node);
    const guint32 i = node - rhumb_graph_get_first_node (graph, kind);
    if (kind == RHUMB_NODE_PAPER) {
        const RhumbPaper *paper = rhumb_corpus_get_paper (rhumb_graph_get_corpus (graph), i);
        return paper->title != NULL ? paper->title : paper->id;
    }
    if (kind == RHUMB_NODE_CONCEPT)
        return rhumb_concepts_get_concept (rhumb_graph_get_concepts (graph), i)->label;
    if (kind == RHUMB_NODE_PERSON)
        return rhumb_corpus_get_person (rhumb_graph_get_corpus (graph), i)->name;
    return kind == RHUMB_NODE_VENUE
               ? rhumb_corpus_get_venue (rhumb_graph_get_corpus (graph), i)->name
               : NULL;
}

/**
 * rhumb_node_kind_get_name:
 * @kind: a kind of node
 *
 * Gets the word for a kind of node.
 *
 * Returns: (transfer none): "paper", "concept", "person" or "venue"; "name" for
 *   %RHUMB_N_NODE_KINDS, which stands for what is none of them, as a country
 *
 * Since: 0.1
 */
const char *
rhumb_node_kind_get_name (RhumbNodeKind kind)
{
    static const char *const NAMES[] = {"paper", "concept", "person", "venue", "name"};
    g_return_val_if_fail ((guint)kind <= RHUMB_N_NODE_KINDS, NULL);
    return NAMES[kind];
}

/**
 * rhumb_graph_get_papers_of_kind:
 * @graph: a knowledge graph
 * @kind: people, venues or concepts
 *
 * Looks from one kind of node at its papers.
 *
 * Returns: a row for each node of the kind, whose entries are papers; borrowed from @graph
 *
 * Since: 0.2
 */
RhumbRows
rhumb_graph_get_papers_of_kind (const RhumbGraph *graph, RhumbNodeKind kind)
{
    switch (kind) {
    case RHUMB_NODE_PERSON:
        return rhumb_network_get_out_rows (rhumb_graph_get_relation (graph, RHUMB_RELATION_WROTE));
    case RHUMB_NODE_VENUE:
        return rhumb_network_get_in_rows (
            rhumb_graph_get_relation (graph, RHUMB_RELATION_PUBLISHED_IN));
    case RHUMB_NODE_CONCEPT:
        return rhumb_network_get_in_rows (rhumb_graph_get_relation (graph, RHUMB_RELATION_ABOUT));
    default:
        g_return_val_if_reached (((RhumbRows){0}));
    }
}
