/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Networks as GraphML, which igraph, networkx, Gephi and yEd read.
 *
 * Every attribute is a key; the label of a node is one called "label", as igraph and Gephi have it.
 * Source: Brandes et al. 2002, GraphML, doi:10.1007/3-540-45848-4_59. Cost: linear.
 */
#include "io/write/graphml.h"

#include "io/escape.h"
#include "io/write/attribute.h"

static void
add_keys (GString *out, const RhumbAttributedNetwork *network, RhumbElement element)
{
    static const char *const types[] = {"string", "long", "double", "boolean"};
    const char *what = element == RHUMB_ELEMENT_NODE ? "node" : "edge";
    for (guint i = 0; i < rhumb_attributed_network_get_n_attributes (network, element); i++) {
        const RhumbAttribute *attribute =
            rhumb_attributed_network_get_attribute (network, element, i);
        g_string_append_printf (out, "  <key id=\"%c%u\" for=\"%s\" attr.name=\"", *what, i, what);
        rhumb_escape_xml (out, attribute->name);
        g_string_append_printf (out, "\" attr.type=\"%s\"/>\n", types[attribute->type]);
    }
}

static void
add_values (GString *out, const RhumbAttributedNetwork *network, RhumbElement element, gsize number)
{
    const char prefix = element == RHUMB_ELEMENT_NODE ? 'n' : 'e';
    for (guint i = 0; i < rhumb_attributed_network_get_n_attributes (network, element); i++) {
        g_autofree char *value = rhumb_attribute_format (network, element, number, i);
        if (value == NULL)
            continue;
        g_string_append_printf (out, "<data key=\"%c%u\">", prefix, i);
        rhumb_escape_xml (out, value);
        g_string_append (out, "</data>");
    }
}

static void
add_node (GString *out, const RhumbAttributedNetwork *network, guint32 node)
{
    const char *label = rhumb_attributed_network_get_label (network, node);
    g_string_append (out, "    <node id=\"");
    rhumb_escape_xml (out, rhumb_attributed_network_get_id (network, node));
    g_string_append (out, "\">");
    if (label != NULL) {
        g_string_append (out, "<data key=\"label\">");
        rhumb_escape_xml (out, label);
        g_string_append (out, "</data>");
    }
    add_values (out, network, RHUMB_ELEMENT_NODE, node);
    g_string_append (out, "</node>\n");
}

static void
add_edge (GString *out, const RhumbAttributedNetwork *network, gsize number)
{
    const RhumbEdge edge = rhumb_attributed_network_get_edge (network, number);
    g_string_append (out, "    <edge source=\"");
    rhumb_escape_xml (out, rhumb_attributed_network_get_id (network, edge.from));
    g_string_append (out, "\" target=\"");
    rhumb_escape_xml (out, rhumb_attributed_network_get_id (network, edge.to));
    g_string_append_printf (out, "\" directed=\"%s\">", edge.directed ? "true" : "false");
    add_values (out, network, RHUMB_ELEMENT_EDGE, number);
    g_string_append (out, "</edge>\n");
}

static void
add_head (GString *out, const RhumbAttributedNetwork *network)
{
    g_string_append (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                          "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
                          "  <key id=\"label\" for=\"node\" attr.name=\"label\" "
                          "attr.type=\"string\"/>\n");
    add_keys (out, network, RHUMB_ELEMENT_NODE);
    add_keys (out, network, RHUMB_ELEMENT_EDGE);
    g_string_append_printf (out, "  <graph edgedefault=\"%s\">\n",
                            rhumb_attributed_network_is_directed (network) ? "directed"
                                                                           : "undirected");
}

/* Writes a network as GraphML. @stream: where to write. Returns %FALSE with a #GIOError. */
gboolean
rhumb_graphml_write_network (const RhumbAttributedNetwork *network, GOutputStream *stream,
                             GError **error)
{
    g_autoptr (GString) out = g_string_new (NULL);
    add_head (out, network);
    for (guint32 v = 0; v < rhumb_attributed_network_get_n_nodes (network); v++) {
        add_node (out, network, v);
        if (!rhumb_attribute_flush (out, RHUMB_WRITE_BLOCK, stream, error))
            return FALSE;
    }
    for (gsize e = 0; e < rhumb_attributed_network_get_n_edges (network); e++) {
        add_edge (out, network, e);
        if (!rhumb_attribute_flush (out, RHUMB_WRITE_BLOCK, stream, error))
            return FALSE;
    }
    g_string_append (out, "  </graph>\n</graphml>\n");
    return rhumb_attribute_flush (out, 0, stream, error);
}
