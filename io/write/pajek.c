/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Networks as Pajek's .net: numbers, labels, places and weights, which is all that the form holds;
 * other attributes are not written.
 * Source: Batagelj and Mrvar, Pajek reference manual. Cost: linear.
 */
#include "io/write/pajek.h"

#include "io/escape.h"
#include "io/write/attribute.h"
#include "io/write/decimal.h"

/* A label stands in quotes and cannot hold one; Pajek knows no escape. */
static void
add_label (GString *out, const char *label)
{
    g_autofree char *harmless = rhumb_escape_plain (label);
    g_strdelimit (harmless, "\n\r", ' ');
    g_strdelimit (harmless, "\"", '\'');
    g_string_append_printf (out, " \"%s\"", harmless);
}

static void
add_place (GString *out, const RhumbAttributedNetwork *network, guint32 node)
{
    const guint x = rhumb_attributed_network_find_attribute (network, RHUMB_ELEMENT_NODE, "x");
    const guint y = rhumb_attributed_network_find_attribute (network, RHUMB_ELEMENT_NODE, "y");
    g_autofree char *first =
        x != RHUMB_NONE ? rhumb_attribute_format (network, RHUMB_ELEMENT_NODE, node, x) : NULL;
    g_autofree char *second =
        y != RHUMB_NONE ? rhumb_attribute_format (network, RHUMB_ELEMENT_NODE, node, y) : NULL;
    if (first != NULL && second != NULL)
        g_string_append_printf (out, " %s %s", first, second);
}

static gboolean
add_edges (GString *out, const RhumbAttributedNetwork *network, gboolean directed,
           GOutputStream *stream, GError **error)
{
    gboolean begun = FALSE;
    for (gsize e = 0; e < rhumb_attributed_network_get_n_edges (network); e++) {
        char weight[RHUMB_REAL_ROOM];
        const RhumbEdge edge = rhumb_attributed_network_get_edge (network, e);
        if (edge.directed != directed)
            continue;
        if (!begun)
            g_string_append (out, directed ? "*Arcs\n" : "*Edges\n");
        begun = TRUE;
        g_string_append_printf (
            out, "%u %u %s\n", edge.from + 1, edge.to + 1,
            rhumb_format_real (weight, rhumb_attributed_network_get_weight (network, e)));
        if (!rhumb_attribute_flush (out, RHUMB_WRITE_BLOCK, stream, error))
            return FALSE;
    }
    return TRUE;
}

/* Writes a network for Pajek. @stream: where to write. Returns %FALSE with a #GIOError. */
gboolean
rhumb_pajek_write_network (const RhumbAttributedNetwork *network, GOutputStream *stream,
                           GError **error)
{
    g_autoptr (GString) out = g_string_new (NULL);
    const guint32 n_nodes = rhumb_attributed_network_get_n_nodes (network);
    g_string_append_printf (out, "*Vertices %u\n", n_nodes);
    for (guint32 v = 0; v < n_nodes; v++) {
        const char *label = rhumb_attributed_network_get_label (network, v);
        g_string_append_printf (out, "%u", v + 1);
        add_label (out, label != NULL ? label : rhumb_attributed_network_get_id (network, v));
        add_place (out, network, v);
        g_string_append_c (out, '\n');
        if (!rhumb_attribute_flush (out, RHUMB_WRITE_BLOCK, stream, error))
            return FALSE;
    }
    return add_edges (out, network, TRUE, stream, error) &&
           add_edges (out, network, FALSE, stream, error) &&
           rhumb_attribute_flush (out, 0, stream, error);
}
