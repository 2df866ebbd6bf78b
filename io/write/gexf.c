/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Networks as GEXF 1.2, which Gephi and networkx read (networkx reads no later version), or 1.3.
 *
 * Position, size and colour are "viz" where the network has "x", "y", "size" and "color"; y grows
 * upward there. The strength of an edge is its "weight"; all other attributes are attvalues.
 * Source: GEXF Working Group, GEXF 1.2draft Primer, 2012. Cost: linear.
 */
#include "io/write/gexf.h"

#include <string.h>

#include "io/escape.h"
#include "io/formats.h"
#include "io/write/attribute.h"
#include "io/write/decimal.h"

static gboolean
is_own (RhumbElement element, const char *name)
{
    static const char *const of_nodes[] = {"x", "y", "size", "color", NULL};
    static const char *const of_edges[] = {"weight", NULL};
    return g_strv_contains (element == RHUMB_ELEMENT_NODE ? of_nodes : of_edges, name);
}

static void
add_columns (GString *out, const RhumbAttributedNetwork *network, RhumbElement element)
{
    static const char *const types[] = {"string", "long", "double", "boolean"};
    g_string_append_printf (out, "    <attributes class=\"%s\">\n",
                            element == RHUMB_ELEMENT_NODE ? "node" : "edge");
    for (guint i = 0; i < rhumb_attributed_network_get_n_attributes (network, element); i++) {
        const RhumbAttribute *attribute =
            rhumb_attributed_network_get_attribute (network, element, i);
        if (is_own (element, attribute->name))
            continue;
        g_string_append_printf (out, "      <attribute id=\"%u\" title=\"", i);
        rhumb_escape_xml (out, attribute->name);
        g_string_append_printf (out, "\" type=\"%s\"/>\n", types[attribute->type]);
    }
    g_string_append (out, "    </attributes>\n");
}

static void
add_values (GString *out, const RhumbAttributedNetwork *network, RhumbElement element, gsize number)
{
    g_string_append (out, "<attvalues>");
    for (guint i = 0; i < rhumb_attributed_network_get_n_attributes (network, element); i++) {
        if (is_own (element, rhumb_attributed_network_get_attribute (network, element, i)->name))
            continue;
        g_autofree char *value = rhumb_attribute_format (network, element, number, i);
        if (value == NULL)
            continue;
        g_string_append_printf (out, "<attvalue for=\"%u\" value=\"", i);
        rhumb_escape_xml (out, value);
        g_string_append (out, "\"/>");
    }
    g_string_append (out, "</attvalues>");
}

/* The value of an attribute of a node by its name, %NULL if there is none. */
static char *
get_named (const RhumbAttributedNetwork *network, guint32 node, const char *name)
{
    const guint i = rhumb_attributed_network_find_attribute (network, RHUMB_ELEMENT_NODE, name);
    return i != RHUMB_NONE ? rhumb_attribute_format (network, RHUMB_ELEMENT_NODE, node, i) : NULL;
}

static gboolean
parse_colour (const char *text, guint *red, guint *green, guint *blue)
{
    const gsize length = text != NULL ? strlen (text) : 0;
    if ((length != 7 && length != 9) || text[0] != '#' ||
        strspn (text + 1, "0123456789abcdefABCDEF") != length - 1)
        return FALSE;
    guint *const parts[] = {red, green, blue};
    for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
        *parts[i] = (guint)(16 * g_ascii_xdigit_value (text[1 + 2 * i]) +
                            g_ascii_xdigit_value (text[2 + 2 * i]));
    return TRUE;
}

static void
add_looks (GString *out, const RhumbAttributedNetwork *network, guint32 node)
{
    g_autofree char *x = get_named (network, node, "x");
    g_autofree char *y = get_named (network, node, "y");
    g_autofree char *size = get_named (network, node, "size");
    g_autofree char *colour = get_named (network, node, "color");
    guint red;
    guint green;
    guint blue;
    if (parse_colour (colour, &red, &green, &blue))
        g_string_append_printf (out, "<viz:color r=\"%u\" g=\"%u\" b=\"%u\"/>", red, green, blue);
    if (x != NULL && y != NULL)
        g_string_append_printf (out, "<viz:position x=\"%s\" y=\"%s\" z=\"0\"/>", x, y);
    if (size != NULL)
        g_string_append_printf (out, "<viz:size value=\"%s\"/>", size);
}

static void
add_node (GString *out, const RhumbAttributedNetwork *network, guint32 node)
{
    const char *id = rhumb_attributed_network_get_id (network, node);
    const char *label = rhumb_attributed_network_get_label (network, node);
    g_string_append (out, "      <node id=\"");
    rhumb_escape_xml (out, id);
    g_string_append (out, "\" label=\"");
    rhumb_escape_xml (out, label != NULL ? label : id);
    g_string_append (out, "\">");
    add_values (out, network, RHUMB_ELEMENT_NODE, node);
    add_looks (out, network, node);
    g_string_append (out, "</node>\n");
}

static void
add_edge (GString *out, const RhumbAttributedNetwork *network, gsize number)
{
    char weight[RHUMB_REAL_ROOM];
    const RhumbEdge edge = rhumb_attributed_network_get_edge (network, number);
    g_string_append_printf (out, "      <edge id=\"%" G_GSIZE_FORMAT "\" source=\"", number);
    rhumb_escape_xml (out, rhumb_attributed_network_get_id (network, edge.from));
    g_string_append (out, "\" target=\"");
    rhumb_escape_xml (out, rhumb_attributed_network_get_id (network, edge.to));
    g_string_append_printf (
        out, "\" type=\"%s\" weight=\"%s\">", edge.directed ? "directed" : "undirected",
        rhumb_format_real (weight, rhumb_attributed_network_get_weight (network, number)));
    add_values (out, network, RHUMB_ELEMENT_EDGE, number);
    g_string_append (out, "</edge>\n");
}

typedef struct {
    const char *number;
    const char *space; /* of the names */
} Version;

static void
add_head (GString *out, const RhumbAttributedNetwork *network, const Version *version)
{
    const char *title = rhumb_attributed_network_get_title (network);
    g_string_append_printf (out,
                            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                            "<gexf xmlns=\"%s\" xmlns:viz=\"%s/viz\" version=\"%s\">\n"
                            "  <meta><creator>rhumb</creator><description>",
                            version->space, version->space, version->number);
    rhumb_escape_xml (out, title != NULL ? title : "");
    g_string_append_printf (
        out, "</description></meta>\n  <graph mode=\"static\" defaultedgetype=\"%s\">\n",
        rhumb_attributed_network_is_directed (network) ? "directed" : "undirected");
    add_columns (out, network, RHUMB_ELEMENT_NODE);
    add_columns (out, network, RHUMB_ELEMENT_EDGE);
    g_string_append (out, "    <nodes>\n");
}

static gboolean
write_version (const RhumbAttributedNetwork *network, const Version *version, GOutputStream *stream,
               GError **error)
{
    g_autoptr (GString) out = g_string_new (NULL);
    add_head (out, network, version);
    for (guint32 v = 0; v < rhumb_attributed_network_get_n_nodes (network); v++) {
        add_node (out, network, v);
        if (!rhumb_attribute_flush (out, RHUMB_WRITE_BLOCK, stream, error))
            return FALSE;
    }
    g_string_append (out, "    </nodes>\n    <edges>\n");
    for (gsize e = 0; e < rhumb_attributed_network_get_n_edges (network); e++) {
        add_edge (out, network, e);
        if (!rhumb_attribute_flush (out, RHUMB_WRITE_BLOCK, stream, error))
            return FALSE;
    }
    g_string_append (out, "    </edges>\n  </graph>\n</gexf>\n");
    return rhumb_attribute_flush (out, 0, stream, error);
}

/* Writes a network as GEXF 1.2. @stream: where to write. Returns %FALSE with a #GIOError. */
gboolean
rhumb_gexf_write_network (const RhumbAttributedNetwork *network, GOutputStream *stream,
                          GError **error)
{
    const Version version = {"1.2", "http://www.gexf.net/1.2draft"};
    return write_version (network, &version, stream, error);
}

static gboolean
write_1_3 (const RhumbAttributedNetwork *network, GOutputStream *stream, GError **error)
{
    const Version version = {"1.3", "http://gexf.net/1.3"};
    return write_version (network, &version, stream, error);
}

const RhumbFormat rhumb_format_gexf_1_3 = {
    .name = "gexf-1.3",
    .summary = "GEXF 1.3, networks for Gephi 0.10 and later",
    .write_network = write_1_3,
};
