/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The DOT language of Graphviz: maps, completely placed, and networks, which `dot`, `sfdp` and the
 * rest lay out.
 *
 * Maps are written by cgraph. Nodes of networks are n0, n1, …; their ids are kept as "name". A
 * network with any directed edge is a digraph, whose undirected edges say dir=none. Every word is
 * escaped as Graphviz expands it in a label, so that it is drawn as it was read. Source: the
 * grammar at graphviz.org/doc/info/lang.html. Cost: linear; written directly, since cgraph would
 * hold the whole network once more.
 */
#include "io/write/dot.h"

#include "io/escape.h"
#include "io/graphviz-door.h"
#include "io/write/attribute.h"

static void
add_quoted (GString *out, const char *text)
{
    g_autoptr (GString) escaped = g_string_new (NULL);
    rhumb_escape_dot (escaped, text);
    g_string_append_c (out, '"');
    for (const char *p = escaped->str; *p != '\0'; p++) {
        if (*p == '"')
            g_string_append_c (out, '\\');
        g_string_append_c (out, *p);
    }
    g_string_append_c (out, '"');
}

/* Appends what is to be said of a node or an edge, after an open bracket. */
static void
add_values (GString *out, const RhumbAttributedNetwork *network, RhumbElement element, gsize number)
{
    static const char *const own[] = {"name", "label", "dir", NULL};
    for (guint i = 0; i < rhumb_attributed_network_get_n_attributes (network, element); i++) {
        g_autofree char *value = rhumb_attribute_format (network, element, number, i);
        if (value == NULL)
            continue;
        g_autofree char *name = rhumb_attribute_make_name (
            rhumb_attributed_network_get_attribute (network, element, i)->name, own);
        g_string_append_c (out, ' ');
        add_quoted (out, name);
        g_string_append_c (out, '=');
        add_quoted (out, value);
    }
}

static void
add_node (GString *out, const RhumbAttributedNetwork *network, guint32 node)
{
    const char *label = rhumb_attributed_network_get_label (network, node);
    const char *id = rhumb_attributed_network_get_id (network, node);
    g_string_append_printf (out, "  n%u [name=", node);
    add_quoted (out, id);
    g_string_append (out, " label=");
    add_quoted (out, label != NULL ? label : id);
    add_values (out, network, RHUMB_ELEMENT_NODE, node);
    g_string_append (out, "];\n");
}

static void
add_edge (GString *out, const RhumbAttributedNetwork *network, gsize number, gboolean directed)
{
    const RhumbEdge edge = rhumb_attributed_network_get_edge (network, number);
    g_string_append_printf (out, "  n%u %s n%u [%s", edge.from, directed ? "->" : "--", edge.to,
                            directed && !edge.directed ? "dir=none" : "");
    add_values (out, network, RHUMB_ELEMENT_EDGE, number);
    g_string_append (out, "];\n");
}

/* Writes a network as DOT. @stream: where to write. Returns %FALSE with a #GIOError. */
gboolean
rhumb_dot_write_network (const RhumbAttributedNetwork *network, GOutputStream *stream,
                         GError **error)
{
    const gboolean directed = rhumb_attributed_network_is_directed (network);
    const char *title = rhumb_attributed_network_get_title (network);
    g_autoptr (GString) out = g_string_new (directed ? "digraph {\n" : "graph {\n");
    if (title != NULL) {
        g_string_append (out, "  label=");
        add_quoted (out, title);
        g_string_append (out, ";\n");
    }
    for (guint32 v = 0; v < rhumb_attributed_network_get_n_nodes (network); v++) {
        add_node (out, network, v);
        if (!rhumb_attribute_flush (out, RHUMB_WRITE_BLOCK, stream, error))
            return FALSE;
    }
    for (gsize e = 0; e < rhumb_attributed_network_get_n_edges (network); e++) {
        add_edge (out, network, e, directed);
        if (!rhumb_attribute_flush (out, RHUMB_WRITE_BLOCK, stream, error))
            return FALSE;
    }
    g_string_append (out, "}\n");
    return rhumb_attribute_flush (out, 0, stream, error);
}

/* Writes a map as DOT. @stream: where to write. Returns %FALSE with a #GIOError,
 * %RHUMB_ERROR_LIBRARY or %RHUMB_ERROR_LIMIT. */
gboolean
rhumb_dot_write_map (const RhumbMap *map, GOutputStream *stream, GError **error)
{
    g_autoptr (GBytes) dot = rhumb_graphviz_from_map (map, error);
    if (dot == NULL)
        return FALSE;
    gsize length;
    const void *bytes = g_bytes_get_data (dot, &length);
    return g_output_stream_write_all (stream, bytes, length, NULL, NULL, error);
}
