/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The knowledge graph: papers, concepts, people and venues as nodes of one network, every
 * relation between them an edge. Each relation is kept twice: in compressed rows, numbered within
 * its kinds, for our own methods; and inside one igraph network of everything, for igraph's
 * (graph/igraph-door.h). The former are built here at once, the latter when it is first asked for.
 */
#include "graph/graph.h"

#include "graph/error.h"
#include "graph/graph-private.h"

struct _RhumbGraph {
    RhumbCorpus *corpus;
    RhumbConcepts *concepts;
    RhumbNetwork *relations[RHUMB_N_RELATIONS];
    guint32 first_node[RHUMB_N_NODE_KINDS + 1];
    gsize n_edges;
    gboolean is_whole_made;
    RhumbIgraph *whole; /* NULL = igraph refused it, or there are too many edges */
};

typedef struct {
    const char *name;
    RhumbNodeKind from;
    RhumbNodeKind to;
} Relation;

static const Relation RELATIONS[RHUMB_N_RELATIONS] = {
    [RHUMB_RELATION_ABOUT] = {"about", RHUMB_NODE_PAPER, RHUMB_NODE_CONCEPT},
    [RHUMB_RELATION_CITES] = {"cites", RHUMB_NODE_PAPER, RHUMB_NODE_PAPER},
    [RHUMB_RELATION_MENTIONS] = {"mentions", RHUMB_NODE_PAPER, RHUMB_NODE_PAPER},
    [RHUMB_RELATION_WROTE] = {"wrote", RHUMB_NODE_PERSON, RHUMB_NODE_PAPER},
    [RHUMB_RELATION_PUBLISHED_IN] = {"published_in", RHUMB_NODE_PAPER, RHUMB_NODE_VENUE},
    [RHUMB_RELATION_BROADER] = {"broader", RHUMB_NODE_CONCEPT, RHUMB_NODE_CONCEPT},
};

G_DEFINE_BOXED_TYPE (RhumbGraph, rhumb_graph, rhumb_graph_ref, rhumb_graph_unref)

RhumbNodeKind
rhumb_relation_get_from_kind (RhumbRelation relation)
{
    return RELATIONS[relation].from;
}

RhumbNodeKind
rhumb_relation_get_to_kind (RhumbRelation relation)
{
    return RELATIONS[relation].to;
}

static guint32
count_kind (const RhumbGraph *graph, RhumbNodeKind kind)
{
    return graph->first_node[kind + 1] - graph->first_node[kind];
}

/* Number of edges that paper @v has in a relation that its record lists, and, with @edges, these
 * edges: citing → cited, person → paper, paper → venue. */
static guint
list_paper_edges (const RhumbPaper *paper, guint32 v, RhumbRelation relation, guint32 *from,
                  guint32 *to)
{
    const guint32 *others = relation == RHUMB_RELATION_CITES   ? paper->cites
                            : relation == RHUMB_RELATION_WROTE ? paper->people
                                                               : &paper->venue;
    const guint n = relation == RHUMB_RELATION_CITES   ? paper->n_cites
                    : relation == RHUMB_RELATION_WROTE ? paper->n_people
                                                       : paper->venue != RHUMB_NONE;
    for (guint i = 0; from != NULL && i < n; i++) {
        from[i] = relation == RHUMB_RELATION_WROTE ? others[i] : v;
        to[i] = relation == RHUMB_RELATION_WROTE ? v : others[i];
    }
    return n;
}

static RhumbNetwork *
build_from_papers (const RhumbGraph *graph, RhumbRelation relation, GError **error)
{
    const guint32 n_papers = rhumb_corpus_get_n_papers (graph->corpus);
    gsize n_edges = 0;
    for (guint32 v = 0; v < n_papers; v++)
        n_edges +=
            list_paper_edges (rhumb_corpus_get_paper (graph->corpus, v), v, relation, NULL, NULL);
    g_autofree guint32 *from = g_new (guint32, n_edges + 1);
    g_autofree guint32 *to = g_new (guint32, n_edges + 1);
    gsize e = 0;
    for (guint32 v = 0; v < n_papers; v++)
        e += list_paper_edges (rhumb_corpus_get_paper (graph->corpus, v), v, relation, from + e,
                               to + e);
    const Relation *ends = &RELATIONS[relation];
    return rhumb_network_new (ends->from == ends->to ? RHUMB_NETWORK_DIRECTED
                                                     : RHUMB_NETWORK_TWO_MODE,
                              count_kind (graph, ends->from), count_kind (graph, ends->to), from,
                              to, NULL, n_edges, error);
}

static gboolean
number_nodes (RhumbGraph *graph, GError **error)
{
    const guint64 counts[RHUMB_N_NODE_KINDS] = {
        [RHUMB_NODE_PAPER] = rhumb_corpus_get_n_papers (graph->corpus),
        [RHUMB_NODE_CONCEPT] = rhumb_concepts_get_n_concepts (graph->concepts),
        [RHUMB_NODE_PERSON] = rhumb_corpus_get_n_people (graph->corpus),
        [RHUMB_NODE_VENUE] = rhumb_corpus_get_n_venues (graph->corpus),
    };
    guint64 n_nodes = 0;
    for (guint kind = 0; kind < RHUMB_N_NODE_KINDS; kind++) {
        graph->first_node[kind] = (guint32)n_nodes;
        n_nodes += counts[kind];
        if (n_nodes > G_MAXUINT32 - 2) {
            g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_LIMIT,
                         "the graph would have more than %u nodes", G_MAXUINT32 - 2);
            return FALSE;
        }
    }
    graph->first_node[RHUMB_N_NODE_KINDS] = (guint32)n_nodes;
    return TRUE;
}

static gboolean
build_relations (RhumbGraph *graph, RhumbNetwork *mentions, GError **error)
{
    const guint32 n_papers = count_kind (graph, RHUMB_NODE_PAPER);
    graph->relations[RHUMB_RELATION_ABOUT] =
        rhumb_network_ref (rhumb_concepts_get_about (graph->concepts));
    graph->relations[RHUMB_RELATION_BROADER] =
        rhumb_network_ref (rhumb_concepts_get_broader (graph->concepts));
    graph->relations[RHUMB_RELATION_MENTIONS] =
        mentions != NULL ? rhumb_network_ref (mentions)
                         : rhumb_network_new (RHUMB_NETWORK_DIRECTED, n_papers, n_papers, NULL,
                                              NULL, NULL, 0, error);
    for (guint r = 0; r < RHUMB_N_RELATIONS; r++) {
        if (graph->relations[r] == NULL)
            graph->relations[r] = build_from_papers (graph, r, error);
        if (graph->relations[r] == NULL)
            return FALSE;
        graph->n_edges += rhumb_network_get_n_edges (graph->relations[r]);
    }
    return TRUE;
}

/**
 * rhumb_graph_new:
 * @corpus: a corpus
 * @concepts: its concepts
 * @mentions: (nullable): directed network paper → paper whose system it names; %NULL = none
 * @error: return location for an error
 *
 * Builds the knowledge graph of a corpus.
 *
 * Time and memory O(nodes + edges).
 *
 * Returns: (transfer full): a graph, or %NULL with %RHUMB_ERROR_LIMIT (over 2^32 − 2 nodes) or
 *   %RHUMB_ERROR_INVALID (networks of another corpus)
 *
 * Since: 0.1
 */
RhumbGraph *
rhumb_graph_new (RhumbCorpus *corpus, RhumbConcepts *concepts, RhumbNetwork *mentions,
                 GError **error)
{
    const guint32 n_papers = rhumb_corpus_get_n_papers (corpus);
    if (rhumb_network_get_n_from (rhumb_concepts_get_about (concepts)) != n_papers ||
        (mentions != NULL && rhumb_network_get_n_from (mentions) != n_papers)) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                     "concepts or mentions are of another corpus, expected %u papers", n_papers);
        return NULL;
    }
    g_autoptr (RhumbGraph) graph = g_atomic_rc_box_new0 (RhumbGraph);
    graph->corpus = rhumb_corpus_ref (corpus);
    graph->concepts = rhumb_concepts_ref (concepts);
    if (!number_nodes (graph, error) || !build_relations (graph, mentions, error))
        return NULL;
    return g_steal_pointer (&graph);
}

/**
 * rhumb_graph_ref:
 * @graph: a graph
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @graph
 *
 * Since: 0.1
 */
RhumbGraph *
rhumb_graph_ref (RhumbGraph *graph)
{
    return g_atomic_rc_box_acquire (graph);
}

static void
clear (gpointer data)
{
    RhumbGraph *graph = data;
    g_clear_pointer (&graph->whole, rhumb_igraph_free);
    for (guint r = 0; r < RHUMB_N_RELATIONS; r++)
        g_clear_pointer (&graph->relations[r], rhumb_network_unref);
    g_clear_pointer (&graph->concepts, rhumb_concepts_unref);
    g_clear_pointer (&graph->corpus, rhumb_corpus_unref);
}

/**
 * rhumb_graph_unref:
 * @graph: (transfer full): a graph
 *
 * Gives a reference back.
 *
 * Since: 0.1
 */
void
rhumb_graph_unref (RhumbGraph *graph)
{
    g_atomic_rc_box_release_full (graph, clear);
}

/* Built by the first who asks, under igraph's lock: most never do, and it takes longer than all
 * relations. */
RhumbIgraph *
rhumb_graph_get_whole (const RhumbGraph *graph)
{
    RhumbGraph *own = (RhumbGraph *)graph;
    rhumb_igraph_lock ();
    if (!own->is_whole_made) {
        g_autoptr (GError) refused = NULL;
        own->whole = rhumb_igraph_new (own->relations, own->first_node, &refused);
        own->is_whole_made = TRUE;
        if (refused != NULL)
            g_info ("%s", refused->message);
    }
    rhumb_igraph_unlock ();
    return own->whole;
}

/**
 * rhumb_graph_get_corpus:
 * @graph: a graph
 *
 * Gets the papers, people and venues.
 *
 * Returns: (transfer none): the corpus
 *
 * Since: 0.1
 */
RhumbCorpus *
rhumb_graph_get_corpus (const RhumbGraph *graph)
{
    return graph->corpus;
}

/**
 * rhumb_graph_get_concepts:
 * @graph: a graph
 *
 * Gets the concepts.
 *
 * Returns: (transfer none): the concepts
 *
 * Since: 0.1
 */
RhumbConcepts *
rhumb_graph_get_concepts (const RhumbGraph *graph)
{
    return graph->concepts;
}

/**
 * rhumb_graph_get_n_nodes:
 * @graph: a graph
 *
 * Gets the number of nodes of all kinds.
 *
 * Returns: nodes
 *
 * Since: 0.1
 */
guint32
rhumb_graph_get_n_nodes (const RhumbGraph *graph)
{
    return graph->first_node[RHUMB_N_NODE_KINDS];
}

/**
 * rhumb_graph_get_n_edges:
 * @graph: a graph
 *
 * Gets the number of edges of all relations.
 *
 * Returns: edges
 *
 * Since: 0.1
 */
gsize
rhumb_graph_get_n_edges (const RhumbGraph *graph)
{
    return graph->n_edges;
}

/**
 * rhumb_graph_get_first_node:
 * @graph: a graph
 * @kind: a kind of node
 *
 * Gets where the nodes of a kind begin: concept c is node first + c.
 *
 * Returns: the first node of the kind
 *
 * Since: 0.1
 */
guint32
rhumb_graph_get_first_node (const RhumbGraph *graph, RhumbNodeKind kind)
{
    g_return_val_if_fail ((guint)kind < RHUMB_N_NODE_KINDS, RHUMB_NONE);
    return graph->first_node[kind];
}

/**
 * rhumb_graph_get_n_nodes_of_kind:
 * @graph: a graph
 * @kind: a kind of node
 *
 * Gets how many nodes a kind has.
 *
 * Returns: nodes
 *
 * Since: 0.1
 */
guint32
rhumb_graph_get_n_nodes_of_kind (const RhumbGraph *graph, RhumbNodeKind kind)
{
    g_return_val_if_fail ((guint)kind < RHUMB_N_NODE_KINDS, 0);
    return count_kind (graph, kind);
}

/**
 * rhumb_graph_get_relation:
 * @graph: a graph
 * @relation: a relation
 *
 * Gets the edges of a relation. Its nodes are numbered within their kind: paper 0 is the first
 * paper, concept 0 the first concept.
 *
 * Returns: (transfer none): a network
 *
 * Since: 0.1
 */
RhumbNetwork *
rhumb_graph_get_relation (const RhumbGraph *graph, RhumbRelation relation)
{
    g_return_val_if_fail ((guint)relation < RHUMB_N_RELATIONS, NULL);
    return graph->relations[relation];
}

/**
 * rhumb_relation_get_name:
 * @relation: a relation
 *
 * Gets the word for a relation.
 *
 * Returns: (transfer none): e.g. "cites"
 *
 * Since: 0.1
 */
const char *
rhumb_relation_get_name (RhumbRelation relation)
{
    g_return_val_if_fail ((guint)relation < RHUMB_N_RELATIONS, NULL);
    return RELATIONS[relation].name;
}
