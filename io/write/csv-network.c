/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Networks as two tables, in the columns that Gephi, Cytoscape and data frames expect: nodes with
 * Id and Label, edges with Source, Target, Type and Weight, and every attribute behind them.
 *
 * Source: RFC 4180; the import of spreadsheets in Gephi's documentation. Cost: linear.
 */
#include "io/write/csv-network.h"

#include "io/escape.h"
#include "io/write/attribute.h"
#include "io/write/decimal.h"

static gboolean
is_own (RhumbElement element, const char *name)
{
    return element == RHUMB_ELEMENT_EDGE && g_str_equal (name, "weight");
}

static void
add_names (GString *out, const RhumbAttributedNetwork *network, RhumbElement element)
{
    static const char *const own[] = {"Id",     "Label",  "Source", "Target", "Type",
                                      "Weight", "id",     "label",  "source", "target",
                                      "type",   "weight", NULL};
    for (guint i = 0; i < rhumb_attributed_network_get_n_attributes (network, element); i++) {
        const char *name = rhumb_attributed_network_get_attribute (network, element, i)->name;
        if (is_own (element, name))
            continue;
        g_autofree char *apart = rhumb_attribute_make_name (name, own);
        g_string_append_c (out, ',');
        rhumb_escape_csv (out, apart);
    }
    g_string_append_c (out, '\n');
}

static void
add_values (GString *out, const RhumbAttributedNetwork *network, RhumbElement element, gsize number)
{
    for (guint i = 0; i < rhumb_attributed_network_get_n_attributes (network, element); i++) {
        if (is_own (element, rhumb_attributed_network_get_attribute (network, element, i)->name))
            continue;
        g_autofree char *value = rhumb_attribute_format (network, element, number, i);
        g_string_append_c (out, ',');
        rhumb_escape_csv (out, value != NULL ? value : "");
    }
    g_string_append_c (out, '\n');
}

static gboolean
write_nodes (const RhumbAttributedNetwork *network, GOutputStream *stream, GError **error)
{
    g_autoptr (GString) out = g_string_new ("Id,Label");
    add_names (out, network, RHUMB_ELEMENT_NODE);
    for (guint32 v = 0; v < rhumb_attributed_network_get_n_nodes (network); v++) {
        const char *label = rhumb_attributed_network_get_label (network, v);
        rhumb_escape_csv (out, rhumb_attributed_network_get_id (network, v));
        g_string_append_c (out, ',');
        rhumb_escape_csv (out, label != NULL ? label : "");
        add_values (out, network, RHUMB_ELEMENT_NODE, v);
        if (!rhumb_attribute_flush (out, RHUMB_WRITE_BLOCK, stream, error))
            return FALSE;
    }
    return rhumb_attribute_flush (out, 0, stream, error);
}

static gboolean
write_edges (const RhumbAttributedNetwork *network, GOutputStream *stream, GError **error)
{
    g_autoptr (GString) out = g_string_new ("Source,Target,Type,Weight");
    add_names (out, network, RHUMB_ELEMENT_EDGE);
    for (gsize e = 0; e < rhumb_attributed_network_get_n_edges (network); e++) {
        char weight[RHUMB_REAL_ROOM];
        const RhumbEdge edge = rhumb_attributed_network_get_edge (network, e);
        rhumb_escape_csv (out, rhumb_attributed_network_get_id (network, edge.from));
        g_string_append_c (out, ',');
        rhumb_escape_csv (out, rhumb_attributed_network_get_id (network, edge.to));
        g_string_append_printf (
            out, ",%s,%s", edge.directed ? "Directed" : "Undirected",
            rhumb_format_real (weight, rhumb_attributed_network_get_weight (network, e)));
        add_values (out, network, RHUMB_ELEMENT_EDGE, e);
        if (!rhumb_attribute_flush (out, RHUMB_WRITE_BLOCK, stream, error))
            return FALSE;
    }
    return rhumb_attribute_flush (out, 0, stream, error);
}

const RhumbNetworkPart rhumb_csv_network_parts[RHUMB_NETWORK_PARTS] = {
    {"nodes", write_nodes},
    {"edges", write_edges},
};
