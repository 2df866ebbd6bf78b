/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Papers of a network that a file holds: each node is a paper, each edge a reference of its first
 * end to its second.
 *
 * Attributes of nodes that are called like a field of a paper fill it; the others are kept in the
 * paper's extra. What a paper cannot hold is told once: strengths and other attributes of edges,
 * edges without direction, edges from a node to itself.
 * Cost: linear in nodes, edges and values.
 */
#include "io/format-private.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "graph/error.h"
#include "graph/plural.h"
#include "io/scan/input.h"
#include "io/scan/year.h"
#include "io/write/json-reals.h"

typedef struct {
    const RhumbAttributedNetwork *network;
    RhumbCorpusBuilder *builder;
    RhumbRecord *record;
    gsize *first_edge; /* of each node, in @edges */
    gsize *edges;      /* numbers of edges, by their first node */
} Papers;

static const struct {
    const char *name;
    gsize offset;
} fields[] = {
    {"title", G_STRUCT_OFFSET (RhumbRecord, title)},
    {"abstract", G_STRUCT_OFFSET (RhumbRecord, abstract)},
    {"date", G_STRUCT_OFFSET (RhumbRecord, date)},
    {"venue", G_STRUCT_OFFSET (RhumbRecord, venue)},
    {"doi", G_STRUCT_OFFSET (RhumbRecord, doi)},
    {"url", G_STRUCT_OFFSET (RhumbRecord, url)},
    {"language", G_STRUCT_OFFSET (RhumbRecord, language)},
    {"type", G_STRUCT_OFFSET (RhumbRecord, type)},
    {"volume", G_STRUCT_OFFSET (RhumbRecord, volume)},
    {"issue", G_STRUCT_OFFSET (RhumbRecord, issue)},
    {"pages", G_STRUCT_OFFSET (RhumbRecord, pages)},
};

static gsize
find_field (const char *name)
{
    for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
        if (g_ascii_strcasecmp (fields[i].name, name) == 0)
            return fields[i].offset;
    return 0;
}

static int
get_year (const Papers *papers, guint32 node, guint attribute, RhumbAttributeType type)
{
    if (type == RHUMB_ATTRIBUTE_TEXT)
        return rhumb_year_find (rhumb_attributed_network_get_text (
            papers->network, RHUMB_ELEMENT_NODE, node, attribute));
    const double year = type == RHUMB_ATTRIBUTE_REAL
                            ? rhumb_attributed_network_get_real (
                                  papers->network, RHUMB_ELEMENT_NODE, node, attribute)
                            : (double)rhumb_attributed_network_get_integer (
                                  papers->network, RHUMB_ELEMENT_NODE, node, attribute);
    return year >= 1000 && year <= 2999 ? (int)year : 0;
}

static json_t *
make_json (const Papers *papers, guint32 node, guint attribute, RhumbAttributeType type)
{
    const RhumbAttributedNetwork *network = papers->network;
    const RhumbElement element = RHUMB_ELEMENT_NODE;
    switch (type) {
    case RHUMB_ATTRIBUTE_TEXT:
        return json_string (rhumb_attributed_network_get_text (network, element, node, attribute));
    case RHUMB_ATTRIBUTE_INTEGER:
        return json_integer (
            rhumb_attributed_network_get_integer (network, element, node, attribute));
    case RHUMB_ATTRIBUTE_REAL:
        return json_real (rhumb_attributed_network_get_real (network, element, node, attribute));
    case RHUMB_ATTRIBUTE_FLAG:
        return json_boolean (rhumb_attributed_network_get_flag (network, element, node, attribute));
    }
    return json_null ();
}

static void
take_attribute (Papers *papers, guint32 node, guint i, json_t *extra)
{
    const RhumbAttribute *attribute =
        rhumb_attributed_network_get_attribute (papers->network, RHUMB_ELEMENT_NODE, i);
    if (!rhumb_attributed_network_has_value (papers->network, RHUMB_ELEMENT_NODE, node, i))
        return;
    const gsize offset = attribute->type == RHUMB_ATTRIBUTE_TEXT ? find_field (attribute->name) : 0;
    if (g_ascii_strcasecmp (attribute->name, "year") == 0 &&
        (papers->record->year = get_year (papers, node, i, attribute->type)) != 0)
        return;
    if (offset == 0) {
        json_object_set_new (extra, attribute->name, make_json (papers, node, i, attribute->type));
        return;
    }
    *(const char **)(gpointer)((char *)papers->record + offset) =
        rhumb_attributed_network_get_text (papers->network, RHUMB_ELEMENT_NODE, node, i);
}

/* Each node once, although several edges may lead to it. */
static void
add_references (Papers *papers, guint32 node)
{
    g_autoptr (GHashTable) cited = g_hash_table_new (NULL, NULL);
    for (gsize e = papers->first_edge[node]; e < papers->first_edge[node + 1]; e++) {
        const guint32 to = rhumb_attributed_network_get_edge (papers->network, papers->edges[e]).to;
        if (g_hash_table_add (cited, GUINT_TO_POINTER (to)))
            g_ptr_array_add (papers->record->references,
                             (gpointer)rhumb_attributed_network_get_id (papers->network, to));
    }
}

static gboolean
add_paper (Papers *papers, guint32 node, GError **error)
{
    const RhumbAttributedNetwork *network = papers->network;
    RhumbRecord *record = papers->record;
    rhumb_record_clear (record);
    record->id = rhumb_attributed_network_get_id (network, node);
    record->line = rhumb_attributed_network_get_line (network, node);
    json_t *extra = json_object ();
    for (guint i = 0; i < rhumb_attributed_network_get_n_attributes (network, RHUMB_ELEMENT_NODE);
         i++)
        take_attribute (papers, node, i, extra);
    const char *label = rhumb_attributed_network_get_label (network, node);
    if (record->title == NULL)
        record->title = label;
    else if (label != NULL && !g_str_equal (label, record->title))
        json_object_set_new (extra, "label", json_string (label));
    add_references (papers, node);
    char *kept = json_object_size (extra) > 0
                     ? json_dumps (extra, JSON_COMPACT | rhumb_json_choose_precision (extra))
                     : NULL;
    record->extra = kept;
    const gboolean added = rhumb_corpus_builder_add (papers->builder, record, error);
    free (kept);
    json_decref (extra);
    return added;
}

/* Sorts the edges by their first node, loops left out. */
static void
sort_edges (Papers *papers, guint64 *n_loops, guint64 *n_undirected)
{
    const RhumbAttributedNetwork *network = papers->network;
    const guint32 n_nodes = rhumb_attributed_network_get_n_nodes (network);
    const gsize n_edges = rhumb_attributed_network_get_n_edges (network);
    papers->first_edge = g_new0 (gsize, (gsize)n_nodes + 2);
    papers->edges = g_new (gsize, n_edges + 1);
    for (gsize e = 0; e < n_edges; e++) {
        const RhumbEdge edge = rhumb_attributed_network_get_edge (network, e);
        *n_loops += edge.from == edge.to;
        *n_undirected += !edge.directed;
        papers->first_edge[edge.from + 2] += edge.from != edge.to;
    }
    for (guint32 v = 0; v < n_nodes; v++)
        papers->first_edge[v + 2] += papers->first_edge[v + 1];
    for (gsize e = 0; e < n_edges; e++) {
        const RhumbEdge edge = rhumb_attributed_network_get_edge (network, e);
        if (edge.from != edge.to)
            papers->edges[papers->first_edge[edge.from + 1]++] = e;
    }
}

static gboolean
tell (Papers *papers, guint64 n, const char *what, const char *why, GError **error)
{
    if (n == 0)
        return TRUE;
    g_autofree char *found = g_strdup_printf ("%" G_GUINT64_FORMAT " %s", n, what);
    return rhumb_corpus_builder_report (papers->builder, RHUMB_EVENT_NOTE, 0, found, why, error);
}

static gboolean
tell_limits (Papers *papers, guint64 n_loops, guint64 n_undirected, GError **error)
{
    const guint n = rhumb_attributed_network_get_n_attributes (papers->network, RHUMB_ELEMENT_EDGE);
    return tell (
               papers, n_loops,
               rhumb_plural (n_loops, "edge from a node to itself", "edges from a node to itself"),
               "no paper cites itself; left out", error) &&
           tell (papers, n_undirected,
                 rhumb_plural (n_undirected, "edge without direction", "edges without direction"),
                 "each is taken as a reference of its first node to its second", error) &&
           tell (papers, n, rhumb_plural (n, "attribute of edges", "attributes of edges"),
                 "papers have no place for them; convert the network to keep them", error);
}

/* Adds a paper for each node. @network: a network as a file holds it; @builder: a builder whose
 * source is that file. Returns %FALSE with an error of the builder. */
static gboolean
add_papers (const RhumbAttributedNetwork *network, RhumbCorpusBuilder *builder, GError **error)
{
    g_autoptr (RhumbRecord) record = rhumb_record_new ();
    Papers papers = {.network = network, .builder = builder, .record = record};
    guint64 n_loops = 0;
    guint64 n_undirected = 0;
    sort_edges (&papers, &n_loops, &n_undirected);
    gboolean added = tell_limits (&papers, n_loops, n_undirected, error);
    for (guint32 v = 0; added && v < rhumb_attributed_network_get_n_nodes (network); v++)
        added = add_paper (&papers, v, error);
    g_free (papers.first_edge);
    g_free (papers.edges);
    return added;
}

/* Adds the papers of an input, those of a network too. @format: a format that reads; @input: an
 * input in it; @reverse_edges: whether edges of a network lead from what is cited to what cites;
 * @builder: a builder with a source begun. Returns %FALSE with an error of the reader or the
 * builder. */
gboolean
rhumb_format_read (const RhumbFormat *format, RhumbInput *input, gboolean reverse_edges,
                   RhumbCorpusBuilder *builder, GError **error)
{
    if (format->read != NULL)
        return format->read (input, builder, error);
    g_autoptr (RhumbAttributedNetwork) network = rhumb_attributed_network_new ();
    if (!format->read_network (input, network, builder, error))
        return FALSE;
    if (reverse_edges)
        rhumb_attributed_network_reverse_edges (network);
    return add_papers (network, builder, error);
}
