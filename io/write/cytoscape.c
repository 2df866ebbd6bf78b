/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Networks as the JSON of Cytoscape and Cytoscape.js.
 *
 * Nodes are called by their number, since Cytoscape.js finds elements by an id that is one for
 * nodes and edges alike; their own ids are kept as "shared_name", their labels as "name". Whether
 * an edge is directed is said at each edge.
 * Source: js.cytoscape.org, notation "elements JSON". Cost: linear.
 */
#include "io/formats.h"

#include "io/escape.h"
#include "io/write/attribute.h"

static void
add_text (GString *out, const char *key, const char *text)
{
    g_string_append_c (out, ',');
    rhumb_escape_json (out, key);
    g_string_append_c (out, ':');
    rhumb_escape_json (out, text);
}

static void
add_values (GString *out, const RhumbAttributedNetwork *network, RhumbElement element, gsize number)
{
    static const char *const own[] = {"id",     "name",        "source",   "target",
                                      "parent", "shared_name", "directed", NULL};
    for (guint i = 0; i < rhumb_attributed_network_get_n_attributes (network, element); i++) {
        const RhumbAttribute *attribute =
            rhumb_attributed_network_get_attribute (network, element, i);
        g_autofree char *value = rhumb_attribute_format (network, element, number, i);
        if (value == NULL)
            continue;
        g_autofree char *name = rhumb_attribute_make_name (attribute->name, own);
        if (attribute->type == RHUMB_ATTRIBUTE_TEXT) {
            add_text (out, name, value);
            continue;
        }
        g_string_append_c (out, ',');
        rhumb_escape_json (out, name);
        g_string_append_printf (out, ":%s", value);
    }
    g_string_append (out, "}}");
}

static void
add_node (GString *out, const RhumbAttributedNetwork *network, guint32 node)
{
    const char *label = rhumb_attributed_network_get_label (network, node);
    const char *id = rhumb_attributed_network_get_id (network, node);
    g_string_append_printf (out, "%s\n{\"data\":{\"id\":\"n%u\"", node > 0 ? "," : "", node);
    add_text (out, "shared_name", id);
    add_text (out, "name", label != NULL ? label : id);
    add_values (out, network, RHUMB_ELEMENT_NODE, node);
}

static void
add_edge (GString *out, const RhumbAttributedNetwork *network, gsize number)
{
    const RhumbEdge edge = rhumb_attributed_network_get_edge (network, number);
    g_string_append_printf (out,
                            "%s\n{\"data\":{\"id\":\"e%" G_GSIZE_FORMAT
                            "\",\"source\":\"n%u\",\"target\":\"n%u\",\"directed\":%s",
                            number > 0 ? "," : "", number, edge.from, edge.to,
                            edge.directed ? "true" : "false");
    add_values (out, network, RHUMB_ELEMENT_EDGE, number);
}

static gboolean
write_network (const RhumbAttributedNetwork *network, GOutputStream *stream, GError **error)
{
    const char *title = rhumb_attributed_network_get_title (network);
    g_autoptr (GString) out = g_string_new ("{\"data\":{\"name\":");
    rhumb_escape_json (out, title != NULL ? title : "");
    g_string_append (out, "},\n\"elements\":{\"nodes\":[");
    for (guint32 v = 0; v < rhumb_attributed_network_get_n_nodes (network); v++) {
        add_node (out, network, v);
        if (!rhumb_attribute_flush (out, RHUMB_WRITE_BLOCK, stream, error))
            return FALSE;
    }
    g_string_append (out, "\n],\"edges\":[");
    for (gsize e = 0; e < rhumb_attributed_network_get_n_edges (network); e++) {
        add_edge (out, network, e);
        if (!rhumb_attribute_flush (out, RHUMB_WRITE_BLOCK, stream, error))
            return FALSE;
    }
    g_string_append (out, "\n]}}\n");
    return rhumb_attribute_flush (out, 0, stream, error);
}

static const char *const suffixes[] = {"cyjs", NULL};

const RhumbFormat rhumb_format_cytoscape = {
    .name = "cytoscape",
    .suffixes = suffixes,
    .summary = "JSON of networks for Cytoscape and Cytoscape.js",
    .write_network = write_network,
};
