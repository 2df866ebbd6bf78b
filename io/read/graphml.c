/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * GraphML: networks as igraph, NetworkX, yEd and Gephi exchange them.
 *
 * Keys declare typed values with defaults; a node's label is the value of a key called label,
 * name or title, in this order, or what yEd draws on it. Nested graphs are flattened. Ports and
 * hyperedges say what a network of nodes and edges cannot hold: they are counted and left out.
 * Source: graphml.graphdrawing.org, version 1.1; the schemas of yFiles. Cost: linear; memory for
 * the network.
 */
#include "io/formats.h"

#include "io/read/graphml-keys.h"
#include "io/scan/xml-root.h"
#include "io/write/graphml.h"

typedef struct {
    GHashTable *keys; /* id -> GraphmlKey */
    GPtrArray *order; /* the same, as declared */
    GArray *graphs;   /* gboolean: whether edges of the open graphs are directed */
    gboolean settled; /* whether the label's key is chosen */
    guint n_graphs;
    guint64 n_ports;
    guint64 n_hyperedges;
} Graphml;

static GraphmlKey *
find_label (const Graphml *graphml)
{
    static const char *const names[] = {"label", "name", "title"};
    for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
        for (guint k = 0; k < graphml->order->len; k++)
            if (rhumb_graphml_key_may_label (graphml->order->pdata[k], names[i]))
                return graphml->order->pdata[k];
    return NULL;
}

/* Before the first node or edge: which key is the label, and columns for the others. */
static void
settle_keys (RhumbXmlNetwork *reader)
{
    Graphml *graphml = reader->state;
    if (graphml->settled)
        return;
    graphml->settled = TRUE;
    GraphmlKey *label = find_label (graphml);
    if (label != NULL)
        label->is_label = TRUE;
    for (guint k = 0; k < graphml->order->len; k++)
        rhumb_graphml_key_add_columns (reader->network, graphml->order->pdata[k]);
}

static RhumbXmlWish
begin_graph (RhumbXmlNetwork *reader, const RhumbXmlNode *element, GError **error)
{
    Graphml *graphml = reader->state;
    const gboolean directed =
        g_strcmp0 (rhumb_xml_get_attribute (element, "edgedefault"), "undirected") != 0;
    const gboolean nested = graphml->graphs->len > 0;
    g_array_append_val (graphml->graphs, directed);
    graphml->n_graphs++;
    if (graphml->n_graphs > 1 &&
        !rhumb_xml_network_tell (reader, element->line,
                                 nested ? "a graph inside a node" : "a second graph",
                                 "all nodes and edges are taken as one network", error))
        return RHUMB_XML_STOP;
    return RHUMB_XML_ENTER;
}

static gboolean
is_directed (const Graphml *graphml, const RhumbXmlNode *element)
{
    const char *directed = rhumb_xml_get_attribute (element, "directed");
    const guint depth = graphml->graphs->len;
    if (directed != NULL)
        return g_str_equal (directed, "true") || g_str_equal (directed, "1");
    return depth == 0 || g_array_index (graphml->graphs, gboolean, depth - 1);
}

static RhumbXmlWish
begin_edge (RhumbXmlNetwork *reader, const RhumbXmlNode *element, GError **error)
{
    if ((rhumb_xml_get_attribute (element, "sourceport") != NULL ||
         rhumb_xml_get_attribute (element, "targetport") != NULL) &&
        !rhumb_xml_network_tell (reader, element->line, "edges that end at ports",
                                 "taken to end at the nodes", error))
        return RHUMB_XML_STOP;
    GError *problem = NULL;
    settle_keys (reader);
    if (rhumb_xml_network_begin_edge (reader, element, is_directed (reader->state, element),
                                      &problem))
        return RHUMB_XML_ENTER;
    if (problem == NULL)
        return RHUMB_XML_SKIP;
    g_propagate_error (error, problem);
    return RHUMB_XML_STOP;
}

static RhumbXmlWish
begin_node (RhumbXmlNetwork *reader, const RhumbXmlNode *element, GError **error)
{
    GError *problem = NULL;
    settle_keys (reader);
    if (rhumb_xml_network_begin_node (reader, element, &problem))
        return RHUMB_XML_ENTER;
    if (problem == NULL)
        return RHUMB_XML_SKIP;
    g_propagate_error (error, problem);
    return RHUMB_XML_STOP;
}

static RhumbXmlWish
begin (gpointer data, const RhumbXmlNode *element, GError **error)
{
    static const char *const taken[] = {"key", "data", "desc", NULL};
    RhumbXmlNetwork *reader = data;
    Graphml *graphml = reader->state;
    if (rhumb_xml_is_one_of (element, taken))
        return RHUMB_XML_TAKE;
    if (rhumb_xml_is (element, "graphml"))
        return RHUMB_XML_ENTER;
    if (rhumb_xml_is (element, "graph"))
        return begin_graph (reader, element, error);
    if (rhumb_xml_is (element, "node"))
        return begin_node (reader, element, error);
    if (rhumb_xml_is (element, "edge"))
        return begin_edge (reader, element, error);
    graphml->n_ports += rhumb_xml_is (element, "port");
    graphml->n_hyperedges += rhumb_xml_is (element, "hyperedge");
    if (rhumb_xml_is (element, "port") || rhumb_xml_is (element, "hyperedge"))
        return RHUMB_XML_SKIP;
    g_autofree char *found = g_strdup_printf ("element <%s>", element->name);
    return rhumb_xml_network_tell (reader, element->line, found, "no part of a network; left out",
                                   error)
               ? RHUMB_XML_SKIP
               : RHUMB_XML_STOP;
}

static gboolean
take_data (RhumbXmlNetwork *reader, const RhumbXmlNode *element, GError **error)
{
    const Graphml *graphml = reader->state;
    const char *id = rhumb_xml_get_attribute (element, "key");
    GraphmlKey *key = id != NULL ? g_hash_table_lookup (graphml->keys, id) : NULL;
    const gboolean is_plain = key != NULL && element->n_descendants == 0;
    if (is_plain && rhumb_xml_network_get_place (reader) != NULL)
        return rhumb_graphml_key_set (reader, key, element, rhumb_xml_get_text (element), error);
    g_autofree char *found = g_strdup_printf ("data of key '%s'", key != NULL  ? key->name
                                                                  : id != NULL ? id
                                                                               : "");
    if (rhumb_xml_network_get_place (reader) == NULL)
        return rhumb_xml_network_tell (reader, element->line, found,
                                       "belongs to the whole graph; left out", error);
    if (key == NULL)
        return rhumb_xml_network_tell (reader, element->line, found,
                                       "expected a key that is declared; left out", error);
    return rhumb_graphml_take_drawing (reader, element, found, error);
}

static gboolean
take (gpointer data, const RhumbXmlNode *element, GError **error)
{
    RhumbXmlNetwork *reader = data;
    Graphml *graphml = reader->state;
    if (rhumb_xml_is (element, "data"))
        return take_data (reader, element, error);
    if (rhumb_xml_is (element, "key")) {
        GraphmlKey *key = rhumb_graphml_key_new (element);
        g_ptr_array_add (graphml->order, key);
        g_hash_table_replace (graphml->keys, key->id, key);
        return TRUE;
    }
    if (rhumb_xml_network_get_place (reader) == NULL) {
        rhumb_attributed_network_set_title (reader->network, rhumb_xml_get_text (element));
        return TRUE;
    }
    return rhumb_xml_network_set (reader, element, "description", RHUMB_ATTRIBUTE_TEXT,
                                  rhumb_xml_get_text (element), error);
}

static gboolean
end (gpointer data, const char *name, GError **error G_GNUC_UNUSED)
{
    RhumbXmlNetwork *reader = data;
    Graphml *graphml = reader->state;
    if (g_str_equal (name, "graph"))
        g_array_set_size (graphml->graphs, graphml->graphs->len - 1);
    if (!g_str_equal (name, "node") && !g_str_equal (name, "edge"))
        return TRUE;
    for (guint k = 0; k < graphml->order->len; k++)
        rhumb_graphml_key_set_default (reader, graphml->order->pdata[k]);
    rhumb_xml_network_end (reader);
    return TRUE;
}

static gboolean
tell_count (RhumbCorpusBuilder *builder, guint64 n, const char *what, GError **error)
{
    if (n == 0)
        return TRUE;
    g_autofree char *found = g_strdup_printf ("%" G_GUINT64_FORMAT " %s", n, what);
    return rhumb_corpus_builder_report (builder, RHUMB_EVENT_NOTE, 0, found,
                                        "no nodes and edges; left out", error);
}

static gboolean
read_graphml (RhumbInput *input, RhumbAttributedNetwork *network, RhumbCorpusBuilder *builder,
              GError **error)
{
    static const RhumbXmlHandler handler = {begin, take, end};
    g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
    g_autoptr (GPtrArray) order = g_ptr_array_new_with_free_func (rhumb_graphml_key_free);
    g_autoptr (GArray) graphs = g_array_new (FALSE, FALSE, sizeof (gboolean));
    Graphml graphml = {.keys = keys, .order = order, .graphs = graphs};
    return rhumb_xml_network_read (input, &handler, &graphml, network, builder, error) &&
           tell_count (builder, graphml.n_ports, "ports", error) &&
           tell_count (builder, graphml.n_hyperedges, "hyperedges", error);
}

static guint
sniff (const char *head, gsize length)
{
    g_autofree char *root = rhumb_xml_find_root (head, length);
    return g_strcmp0 (root, "graphml") == 0 ? 97 : 0;
}

static const char *const suffixes[] = {"graphml", NULL};

const RhumbFormat rhumb_format_graphml = {
    .name = "graphml",
    .suffixes = suffixes,
    .summary = "GraphML, networks with typed values",
    .sniff = sniff,
    .read_network = read_graphml,
    .write_network = rhumb_graphml_write_network,
};
