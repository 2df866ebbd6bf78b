/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/concepts.h"
#include "graph/corpus.h"
#include "graph/network.h"

G_BEGIN_DECLS

#define RHUMB_TYPE_GRAPH (rhumb_graph_get_type ())

/**
 * RhumbGraph:
 *
 * The knowledge graph: a corpus, its concepts, its relations, and one igraph network of all of
 * them; immutable.
 *
 * Nodes are numbered papers first, then concepts, people, venues.
 *
 * Since: 0.1
 */
typedef struct _RhumbGraph RhumbGraph;

/**
 * RhumbNodeKind:
 * @RHUMB_NODE_PAPER: a paper
 * @RHUMB_NODE_CONCEPT: a concept
 * @RHUMB_NODE_PERSON: a person
 * @RHUMB_NODE_VENUE: a venue
 * @RHUMB_N_NODE_KINDS: how many kinds there are
 *
 * What a node stands for, in the order of node numbers.
 *
 * Since: 0.1
 */
typedef enum {
    RHUMB_NODE_PAPER,
    RHUMB_NODE_CONCEPT,
    RHUMB_NODE_PERSON,
    RHUMB_NODE_VENUE,
    RHUMB_N_NODE_KINDS,
} RhumbNodeKind;

/**
 * RhumbRelation:
 * @RHUMB_RELATION_ABOUT: paper → concept, weight in [0, 1]
 * @RHUMB_RELATION_CITES: citing paper → cited paper
 * @RHUMB_RELATION_MENTIONS: paper → paper whose system it names
 * @RHUMB_RELATION_WROTE: person → paper
 * @RHUMB_RELATION_PUBLISHED_IN: paper → venue
 * @RHUMB_RELATION_BROADER: concept → concept of which it is a kind
 * @RHUMB_N_RELATIONS: how many relations there are
 *
 * What an edge means.
 *
 * Since: 0.1
 */
typedef enum {
    RHUMB_RELATION_ABOUT,
    RHUMB_RELATION_CITES,
    RHUMB_RELATION_MENTIONS,
    RHUMB_RELATION_WROTE,
    RHUMB_RELATION_PUBLISHED_IN,
    RHUMB_RELATION_BROADER,
    RHUMB_N_RELATIONS,
} RhumbRelation;

GType rhumb_graph_get_type (void) G_GNUC_CONST;
RhumbGraph *rhumb_graph_new (RhumbCorpus *corpus, RhumbConcepts *concepts, RhumbNetwork *mentions,
                             GError **error);
RhumbGraph *rhumb_graph_ref (RhumbGraph *graph);
void rhumb_graph_unref (RhumbGraph *graph);

RhumbCorpus *rhumb_graph_get_corpus (const RhumbGraph *graph);
RhumbConcepts *rhumb_graph_get_concepts (const RhumbGraph *graph);
guint32 rhumb_graph_get_n_nodes (const RhumbGraph *graph);
gsize rhumb_graph_get_n_edges (const RhumbGraph *graph);
guint32 rhumb_graph_get_first_node (const RhumbGraph *graph, RhumbNodeKind kind);
guint32 rhumb_graph_get_n_nodes_of_kind (const RhumbGraph *graph, RhumbNodeKind kind);
RhumbNodeKind rhumb_graph_get_node_kind (const RhumbGraph *graph, guint32 node);
const char *rhumb_graph_get_node_id (const RhumbGraph *graph, guint32 node);
const char *rhumb_graph_get_node_label (const RhumbGraph *graph, guint32 node);
RhumbRows rhumb_graph_get_papers_of_kind (const RhumbGraph *graph, RhumbNodeKind kind);
RhumbNetwork *rhumb_graph_get_relation (const RhumbGraph *graph, RhumbRelation relation);
const char *rhumb_node_kind_get_name (RhumbNodeKind kind);
const char *rhumb_relation_get_name (RhumbRelation relation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbGraph, rhumb_graph_unref)

G_END_DECLS
