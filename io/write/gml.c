/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Networks as GML, which igraph, networkx and Gephi read.
 *
 * GML is ASCII: other characters are written as numeric entities, which networkx decodes and
 * igraph shows as they are. A key may hold letters and digits only, so other characters of a name
 * are left out. Nodes are numbered from 0; their ids are kept as "name".
 * Source: M. Himsolt, GML: a portable Graph File Format, 1997. Cost: linear.
 */
#include "io/write/gml.h"

#include "io/escape.h"
#include "io/write/attribute.h"

static void
add_text (GString *out, const char *key, const char *text)
{
    g_string_append_printf (out, "    %s \"", key);
    rhumb_escape_gml (out, text);
    g_string_append (out, "\"\n");
}

/* A key begins with a letter; those of the format itself get an underscore before them. */
static char *
make_key (const char *name)
{
    static const char *const own[] = {"id", "label", "name", "source", "target", "directed", NULL};
    GString *key = g_string_new (NULL);
    for (const char *p = name; *p != '\0'; p++)
        if (g_ascii_isalnum (*p))
            g_string_append_c (key, *p);
    if (key->len == 0 || !g_ascii_isalpha (key->str[0]) || g_strv_contains (own, key->str))
        g_string_prepend (key, "attribute");
    return g_string_free (key, FALSE);
}

static void
add_values (GString *out, const RhumbAttributedNetwork *network, RhumbElement element, gsize number)
{
    for (guint i = 0; i < rhumb_attributed_network_get_n_attributes (network, element); i++) {
        const RhumbAttribute *attribute =
            rhumb_attributed_network_get_attribute (network, element, i);
        g_autofree char *value = rhumb_attribute_format (network, element, number, i);
        if (value == NULL)
            continue;
        g_autofree char *key = make_key (attribute->name);
        if (attribute->type == RHUMB_ATTRIBUTE_TEXT)
            add_text (out, key, value);
        else if (attribute->type == RHUMB_ATTRIBUTE_FLAG)
            g_string_append_printf (out, "    %s %d\n", key, value[0] == 't');
        else
            g_string_append_printf (out, "    %s %s\n", key, value);
    }
}

/* Writes a network as GML. @stream: where to write. Returns %FALSE with a #GIOError. */
gboolean
rhumb_gml_write_network (const RhumbAttributedNetwork *network, GOutputStream *stream,
                         GError **error)
{
    g_autoptr (GString) out = g_string_new (NULL);
    g_string_append_printf (out, "Creator \"rhumb\"\ngraph [\n  directed %d\n",
                            rhumb_attributed_network_is_directed (network));
    for (guint32 v = 0; v < rhumb_attributed_network_get_n_nodes (network); v++) {
        const char *label = rhumb_attributed_network_get_label (network, v);
        g_string_append_printf (out, "  node [\n    id %u\n", v);
        add_text (out, "name", rhumb_attributed_network_get_id (network, v));
        if (label != NULL)
            add_text (out, "label", label);
        add_values (out, network, RHUMB_ELEMENT_NODE, v);
        g_string_append (out, "  ]\n");
        if (!rhumb_attribute_flush (out, RHUMB_WRITE_BLOCK, stream, error))
            return FALSE;
    }
    for (gsize e = 0; e < rhumb_attributed_network_get_n_edges (network); e++) {
        const RhumbEdge edge = rhumb_attributed_network_get_edge (network, e);
        g_string_append_printf (out, "  edge [\n    source %u\n    target %u\n", edge.from,
                                edge.to);
        add_values (out, network, RHUMB_ELEMENT_EDGE, e);
        g_string_append (out, "  ]\n");
        if (!rhumb_attribute_flush (out, RHUMB_WRITE_BLOCK, stream, error))
            return FALSE;
    }
    g_string_append (out, "]\n");
    return rhumb_attribute_flush (out, 0, stream, error);
}
