/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The knowledge graph, or one relation of it, in the form in which files exchange networks, with
 * everything that is known of its nodes.
 * Cost: linear in nodes and edges.
 */
#include "graph/attributed-network-private.h"

#include "graph/derived-network.h"

typedef struct {
    RhumbAttributedNetwork *network;
    const RhumbGraph *graph;
    guint32 *number; /* of each node of the graph in the network, RHUMB_NONE = not in it */
    guint kind, year, venue, doi, url, type, language, cited_by, abstract, keywords, orcid, papers;
    guint mean_year;
    guint relation, weight;
} Maker;

static guint
add_column (Maker *maker, RhumbElement element, const char *name, RhumbAttributeType type)
{
    return rhumb_attributed_network_add_attribute (maker->network, element, name, type);
}

static void
add_columns (Maker *maker)
{
    const RhumbElement node = RHUMB_ELEMENT_NODE;
    const RhumbElement edge = RHUMB_ELEMENT_EDGE;
    maker->kind = add_column (maker, node, "kind", RHUMB_ATTRIBUTE_TEXT);
    maker->year = add_column (maker, node, "year", RHUMB_ATTRIBUTE_INTEGER);
    maker->venue = add_column (maker, node, "venue", RHUMB_ATTRIBUTE_TEXT);
    maker->doi = add_column (maker, node, "doi", RHUMB_ATTRIBUTE_TEXT);
    maker->url = add_column (maker, node, "url", RHUMB_ATTRIBUTE_TEXT);
    maker->type = add_column (maker, node, "type", RHUMB_ATTRIBUTE_TEXT);
    maker->language = add_column (maker, node, "language", RHUMB_ATTRIBUTE_TEXT);
    maker->cited_by = add_column (maker, node, "cited_by", RHUMB_ATTRIBUTE_INTEGER);
    maker->keywords = add_column (maker, node, "keywords", RHUMB_ATTRIBUTE_TEXT);
    maker->abstract = add_column (maker, node, "abstract", RHUMB_ATTRIBUTE_TEXT);
    maker->orcid = add_column (maker, node, "orcid", RHUMB_ATTRIBUTE_TEXT);
    maker->papers = add_column (maker, node, "papers", RHUMB_ATTRIBUTE_INTEGER);
    maker->mean_year = add_column (maker, node, "mean_year", RHUMB_ATTRIBUTE_REAL);
    maker->relation = add_column (maker, edge, "relation", RHUMB_ATTRIBUTE_TEXT);
    maker->weight = add_column (maker, edge, "weight", RHUMB_ATTRIBUTE_REAL);
}

static void
set_text (Maker *maker, guint32 node, guint attribute, const char *text)
{
    rhumb_attributed_network_set_text (maker->network, RHUMB_ELEMENT_NODE, node, attribute, text);
}

static void
set_integer (Maker *maker, guint32 node, guint attribute, gint64 value)
{
    rhumb_attributed_network_set_integer (maker->network, RHUMB_ELEMENT_NODE, node, attribute,
                                          value);
}

static void
describe_paper (Maker *maker, guint32 node, guint32 v)
{
    const RhumbCorpus *corpus = rhumb_graph_get_corpus (maker->graph);
    const RhumbPaper *paper = rhumb_corpus_get_paper (corpus, v);
    g_autofree char *keywords = g_strjoinv ("; ", (char **)paper->keywords);
    if (paper->year != 0)
        set_integer (maker, node, maker->year, paper->year);
    if (paper->n_cited_reported >= 0)
        set_integer (maker, node, maker->cited_by, paper->n_cited_reported);
    if (paper->venue != RHUMB_NONE)
        set_text (maker, node, maker->venue, rhumb_corpus_get_venue (corpus, paper->venue)->name);
    if (paper->title != NULL)
        rhumb_attributed_network_set_label (maker->network, node, paper->title);
    set_text (maker, node, maker->doi, paper->doi);
    set_text (maker, node, maker->url, paper->url);
    set_text (maker, node, maker->type, paper->type);
    set_text (maker, node, maker->language, paper->language);
    set_text (maker, node, maker->keywords, keywords);
    set_text (maker, node, maker->abstract, paper->abstract);
}

/* The papers that a concept, person or venue has; none if it is a paper. */
static RhumbRows
get_papers (const RhumbGraph *graph, RhumbNodeKind kind)
{
    switch (kind) {
    case RHUMB_NODE_CONCEPT:
        return rhumb_network_get_in_rows (rhumb_graph_get_relation (graph, RHUMB_RELATION_ABOUT));
    case RHUMB_NODE_PERSON:
        return rhumb_network_get_out_rows (rhumb_graph_get_relation (graph, RHUMB_RELATION_WROTE));
    case RHUMB_NODE_VENUE:
        return rhumb_network_get_in_rows (
            rhumb_graph_get_relation (graph, RHUMB_RELATION_PUBLISHED_IN));
    default:
        return (RhumbRows){0};
    }
}

/* What the papers of a node tell of it: the citations that their sources count, and their
 * mean year, as far as they are known. */
static void
describe_papers (Maker *maker, guint32 node, RhumbRows papers, guint32 place)
{
    const RhumbCorpus *corpus = rhumb_graph_get_corpus (maker->graph);
    gint64 cited = 0;
    guint64 n_counted = 0;
    double years = 0;
    guint64 n_years = 0;
    for (gsize i = papers.start[place]; i < papers.start[place + 1]; i++) {
        const RhumbPaper *paper = rhumb_corpus_get_paper (corpus, papers.node[i]);
        cited += MAX (paper->n_cited_reported, 0);
        n_counted += paper->n_cited_reported >= 0;
        years += paper->year;
        n_years += paper->year != 0;
    }
    if (n_counted > 0)
        set_integer (maker, node, maker->cited_by, cited);
    if (n_years > 0)
        rhumb_attributed_network_set_real (maker->network, RHUMB_ELEMENT_NODE, node,
                                           maker->mean_year, years / (double)n_years);
}

/* Adds a node of the graph once. Returns its number in the network. */
static guint32
add_node (Maker *maker, guint32 v)
{
    if (maker->number[v] != RHUMB_NONE)
        return maker->number[v];
    const RhumbNodeKind kind = rhumb_graph_get_node_kind (maker->graph, v);
    const guint32 place = v - rhumb_graph_get_first_node (maker->graph, kind);
    const guint32 node = rhumb_attributed_network_add_node (
        maker->network, rhumb_graph_get_node_id (maker->graph, v),
        rhumb_graph_get_node_label (maker->graph, v));
    maker->number[v] = node;
    set_text (maker, node, maker->kind, rhumb_node_kind_get_name (kind));
    if (kind == RHUMB_NODE_PAPER)
        describe_paper (maker, node, place);
    else if (kind == RHUMB_NODE_PERSON)
        set_text (maker, node, maker->orcid,
                  rhumb_corpus_get_person (rhumb_graph_get_corpus (maker->graph), place)->orcid);
    if (kind == RHUMB_NODE_PAPER)
        return node;
    const RhumbRows papers = get_papers (maker->graph, kind);
    const gint64 n_papers =
        kind == RHUMB_NODE_CONCEPT
            ? rhumb_concepts_get_concept (rhumb_graph_get_concepts (maker->graph), place)->n_papers
            : (gint64)(papers.start[place + 1] - papers.start[place]);
    set_integer (maker, node, maker->papers, n_papers);
    describe_papers (maker, node, papers, place);
    return node;
}

/* The kinds of node at the two ends of a relation. */
static void
get_ends (RhumbRelation relation, RhumbNodeKind *from, RhumbNodeKind *to)
{
    *from = relation == RHUMB_RELATION_WROTE     ? RHUMB_NODE_PERSON
            : relation == RHUMB_RELATION_BROADER ? RHUMB_NODE_CONCEPT
                                                 : RHUMB_NODE_PAPER;
    *to = relation == RHUMB_RELATION_ABOUT || relation == RHUMB_RELATION_BROADER
              ? RHUMB_NODE_CONCEPT
          : relation == RHUMB_RELATION_PUBLISHED_IN ? RHUMB_NODE_VENUE
                                                    : RHUMB_NODE_PAPER;
}

static void
add_relation (Maker *maker, RhumbRelation relation)
{
    RhumbNodeKind from_kind;
    RhumbNodeKind to_kind;
    get_ends (relation, &from_kind, &to_kind);
    const guint32 from = rhumb_graph_get_first_node (maker->graph, from_kind);
    const guint32 to = rhumb_graph_get_first_node (maker->graph, to_kind);
    const RhumbRows rows =
        rhumb_network_get_out_rows (rhumb_graph_get_relation (maker->graph, relation));
    const guint32 n_to = rhumb_graph_get_n_nodes_of_kind (maker->graph, to_kind);
    for (guint32 v = 0; v < rows.n_rows; v++)
        add_node (maker, from + v);
    for (guint32 v = 0; v < n_to; v++)
        add_node (maker, to + v);
    for (guint32 v = 0; v < rows.n_rows; v++)
        for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++) {
            const gsize edge = rhumb_attributed_network_add_edge (
                maker->network, maker->number[from + v], maker->number[to + rows.node[i]], TRUE);
            rhumb_attributed_network_set_text (maker->network, RHUMB_ELEMENT_EDGE, edge,
                                               maker->relation, rhumb_relation_get_name (relation));
            rhumb_attributed_network_set_real (maker->network, RHUMB_ELEMENT_EDGE, edge,
                                               maker->weight, rhumb_rows_get_weight (rows, i));
        }
}

/**
 * rhumb_attributed_network_new_for_graph:
 * @graph: a graph
 * @relation: the relation, or %RHUMB_N_RELATIONS for all of them
 *
 * Makes a network of one relation with the nodes of the kinds that it joins, or of all relations
 * with all nodes. Edges have a "relation" and a "weight"; nodes a "kind" and what is known of them:
 * concepts, people and venues how many "papers" they have, the citations of those ("cited_by") and
 * their "mean_year". Attributes that no node has are left out.
 *
 * Returns: (transfer full): the network
 *
 * Since: 0.2
 */
RhumbAttributedNetwork *
rhumb_attributed_network_new_for_graph (const RhumbGraph *graph, RhumbRelation relation)
{
    const guint32 n_nodes = rhumb_graph_get_n_nodes (graph);
    g_autofree guint32 *number = g_new (guint32, (gsize)n_nodes + 1);
    Maker maker = {.network = rhumb_attributed_network_new (), .graph = graph, .number = number};
    for (guint32 v = 0; v < n_nodes; v++)
        number[v] = RHUMB_NONE;
    add_columns (&maker);
    for (int i = 0; i < RHUMB_N_RELATIONS; i++)
        if (relation == RHUMB_N_RELATIONS || relation == (RhumbRelation)i)
            add_relation (&maker, (RhumbRelation)i);
    rhumb_attributed_network_drop_empty (maker.network);
    return maker.network;
}

/* Papers have a country, an institution or a keyword; a work outside is what they cite. */
static void
describe_name (Maker *maker, const RhumbDerivedNetwork *derived, guint name, guint32 node)
{
    if (derived->papers == NULL)
        return;
    const RhumbRows papers = rhumb_network_get_in_rows (derived->papers);
    const guint32 place = derived->n_known + name;
    set_integer (maker, node, maker->papers,
                 (gint64)(papers.start[place + 1] - papers.start[place]));
    if (!g_str_equal (derived->names_kind, "reference"))
        describe_papers (maker, node, papers, place);
}

/* Adds the nodes that the graph does not have. Returns the number of each in the network. */
static guint32 *
add_names (Maker *maker, const RhumbDerivedNetwork *derived)
{
    guint32 *number = g_new (guint32, (gsize)derived->names->len + 1);
    for (guint i = 0; i < derived->names->len; i++) {
        const char *name = derived->names->pdata[i];
        g_autofree char *id = g_strconcat (derived->names_kind, ":", name, NULL);
        number[i] = rhumb_attributed_network_add_node (maker->network, id, name);
        set_text (maker, number[i], maker->kind, derived->names_kind);
        describe_name (maker, derived, i, number[i]);
    }
    return number;
}

static void
add_derived_edges (Maker *maker, const RhumbDerivedNetwork *derived, const guint32 *node,
                   const char *relation)
{
    const RhumbRows rows = rhumb_network_get_out_rows (derived->network);
    const gboolean directed = rhumb_network_get_mode (derived->network) == RHUMB_NETWORK_DIRECTED;
    for (guint32 v = 0; v < rows.n_rows; v++)
        for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++) {
            const guint32 u = rows.node[i];
            if (!directed && u < v)
                continue;
            const gsize edge =
                rhumb_attributed_network_add_edge (maker->network, node[v], node[u], directed);
            rhumb_attributed_network_set_text (maker->network, RHUMB_ELEMENT_EDGE, edge,
                                               maker->relation, relation);
            rhumb_attributed_network_set_real (maker->network, RHUMB_ELEMENT_EDGE, edge,
                                               maker->weight, rhumb_rows_get_weight (rows, i));
        }
}

/**
 * rhumb_attributed_network_new_for_derived:
 * @graph: the graph that @derived follows from
 * @derived: a derived network
 * @relation: what its links are called
 *
 * Makes a network for exchange of a derived one: all nodes with what is known of them, edges with
 * a "relation" and a "weight". The "papers" of a work outside are those that cite it.
 *
 * Returns: (transfer full): the network
 *
 * Since: 0.2
 */
RhumbAttributedNetwork *
rhumb_attributed_network_new_for_derived (const RhumbGraph *graph,
                                          const RhumbDerivedNetwork *derived, const char *relation)
{
    const guint32 n_nodes = rhumb_graph_get_n_nodes (graph);
    g_autofree guint32 *number = g_new (guint32, (gsize)n_nodes + 1);
    Maker maker = {.network = rhumb_attributed_network_new (), .graph = graph, .number = number};
    for (guint32 v = 0; v < n_nodes; v++)
        number[v] = RHUMB_NONE;
    add_columns (&maker);
    const gsize n = (gsize)derived->n_known + derived->names->len;
    g_autofree guint32 *node = g_new (guint32, n + 1);
    const guint32 first =
        derived->n_known > 0 ? rhumb_graph_get_first_node (graph, derived->kind) : 0;
    for (guint32 v = 0; v < derived->n_known; v++)
        node[v] = add_node (&maker, first + v);
    g_autofree guint32 *outside = add_names (&maker, derived);
    for (guint i = 0; i < derived->names->len; i++)
        node[derived->n_known + i] = outside[i];
    add_derived_edges (&maker, derived, node, relation);
    rhumb_attributed_network_drop_empty (maker.network);
    return maker.network;
}
