/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * A network in the form in which files exchange it: whatever GraphML, GEXF, GML, Pajek, DOT or
 * VOSviewer say of nodes and edges has a place here, so each of these formats is translated once
 * in each direction instead of once for each other format.
 *
 * Attributes are columns (attributed-column.c). Strings live in one pool.
 */
#include "graph/attributed-network-private.h"

#include "graph/text.h"

/* Cleans text from outside and keeps it once; %NULL if nothing is left. */
const char *
rhumb_attributed_network_keep (RhumbAttributedNetwork *network, const char *text)
{
    if (text == NULL)
        return NULL;
    g_autofree char *clean = rhumb_text_clean (text, -1);
    return *clean != '\0' ? g_string_chunk_insert_const (network->strings, clean) : NULL;
}

/**
 * rhumb_attributed_network_new:
 *
 * Makes a network without nodes.
 *
 * Returns: (transfer full): the network
 *
 * Since: 0.2
 */
RhumbAttributedNetwork *
rhumb_attributed_network_new (void)
{
    RhumbAttributedNetwork *network = g_new0 (RhumbAttributedNetwork, 1);
    network->strings = g_string_chunk_new (1 << 14);
    network->node_by_id = g_hash_table_new (g_str_hash, g_str_equal);
    network->nodes = g_array_new (FALSE, TRUE, sizeof (RhumbNode));
    network->edges = g_array_new (FALSE, TRUE, sizeof (RhumbEdge));
    for (guint i = 0; i < G_N_ELEMENTS (network->columns); i++)
        network->columns[i] = g_ptr_array_new_with_free_func (rhumb_column_free);
    for (guint i = 0; i < G_N_ELEMENTS (network->column_by_name); i++)
        network->column_by_name[i] = g_hash_table_new (g_str_hash, g_str_equal);
    return network;
}

/**
 * rhumb_attributed_network_free:
 * @network: (transfer full) (nullable): a network
 *
 * Frees a network.
 *
 * Since: 0.2
 */
void
rhumb_attributed_network_free (RhumbAttributedNetwork *network)
{
    if (network == NULL)
        return;
    for (guint i = 0; i < G_N_ELEMENTS (network->columns); i++)
        g_ptr_array_unref (network->columns[i]);
    for (guint i = 0; i < G_N_ELEMENTS (network->column_by_name); i++)
        g_hash_table_unref (network->column_by_name[i]);
    g_array_unref (network->edges);
    g_array_unref (network->nodes);
    g_hash_table_unref (network->node_by_id);
    g_string_chunk_free (network->strings);
    g_free (network->title);
    g_free (network);
}

/**
 * rhumb_attributed_network_set_title:
 * @network: a network
 * @title: (nullable): any text
 *
 * Says what the network is, in words.
 *
 * Since: 0.2
 */
void
rhumb_attributed_network_set_title (RhumbAttributedNetwork *network, const char *title)
{
    g_free (network->title);
    network->title = title != NULL ? rhumb_text_clean (title, -1) : NULL;
}

/**
 * rhumb_attributed_network_add_node:
 * @network: a network
 * @id: id of the node, in any bytes
 * @label: (nullable): its name
 *
 * Adds a node, or finds the one that has the id and gives it the label if it has none.
 *
 * Returns: number of the node
 *
 * Since: 0.2
 */
guint32
rhumb_attributed_network_add_node (RhumbAttributedNetwork *network, const char *id,
                                   const char *label)
{
    const char *clean = rhumb_attributed_network_keep (network, id);
    clean = clean != NULL ? clean : "";
    gpointer known = g_hash_table_lookup (network->node_by_id, clean);
    if (known != NULL) {
        RhumbNode *node = &g_array_index (network->nodes, RhumbNode, GPOINTER_TO_UINT (known) - 1);
        node->label =
            node->label != NULL ? node->label : rhumb_attributed_network_keep (network, label);
        return GPOINTER_TO_UINT (known) - 1;
    }
    const RhumbNode node = {*clean != '\0' ? clean
                                           : g_string_chunk_insert_const (network->strings, ""),
                            rhumb_attributed_network_keep (network, label), 0};
    g_array_append_val (network->nodes, node);
    g_hash_table_insert (network->node_by_id, (gpointer)node.id,
                         GUINT_TO_POINTER (network->nodes->len));
    return network->nodes->len - 1;
}

/**
 * rhumb_attributed_network_add_edge:
 * @network: a network
 * @from: number of a node
 * @to: number of a node
 * @directed: whether it has a direction
 *
 * Adds an edge; it may repeat another one or lead back to its node.
 *
 * Returns: number of the edge
 *
 * Since: 0.2
 */
gsize
rhumb_attributed_network_add_edge (RhumbAttributedNetwork *network, guint32 from, guint32 to,
                                   gboolean directed)
{
    g_return_val_if_fail (from < network->nodes->len && to < network->nodes->len, 0);
    const RhumbEdge edge = {from, to, directed};
    g_array_append_val (network->edges, edge);
    network->has_undirected |= !directed;
    return network->edges->len - 1;
}

/**
 * rhumb_attributed_network_set_label:
 * @network: a network
 * @node: number of a node
 * @label: (nullable): its name
 *
 * Names a node.
 *
 * Since: 0.2
 */
void
rhumb_attributed_network_set_label (RhumbAttributedNetwork *network, guint32 node,
                                    const char *label)
{
    g_return_if_fail (node < network->nodes->len);
    g_array_index (network->nodes, RhumbNode, node).label =
        rhumb_attributed_network_keep (network, label);
}

/**
 * rhumb_attributed_network_set_line:
 * @network: a network
 * @node: number of a node
 * @line: line of the file that speaks of it, from 1
 *
 * Says where a node came from.
 *
 * Since: 0.2
 */
void
rhumb_attributed_network_set_line (RhumbAttributedNetwork *network, guint32 node, guint64 line)
{
    g_return_if_fail (node < network->nodes->len);
    g_array_index (network->nodes, RhumbNode, node).line = line;
}

/**
 * rhumb_attributed_network_get_title:
 * @network: a network
 *
 * Gets what the network is, in words.
 *
 * Returns: (transfer none) (nullable): the title
 *
 * Since: 0.2
 */
const char *
rhumb_attributed_network_get_title (const RhumbAttributedNetwork *network)
{
    return network->title;
}

/**
 * rhumb_attributed_network_get_n_nodes:
 * @network: a network
 *
 * Counts nodes.
 *
 * Returns: nodes
 *
 * Since: 0.2
 */
guint32
rhumb_attributed_network_get_n_nodes (const RhumbAttributedNetwork *network)
{
    return network->nodes->len;
}

/**
 * rhumb_attributed_network_get_n_edges:
 * @network: a network
 *
 * Counts edges, repeated ones too.
 *
 * Returns: edges
 *
 * Since: 0.2
 */
gsize
rhumb_attributed_network_get_n_edges (const RhumbAttributedNetwork *network)
{
    return network->edges->len;
}

/**
 * rhumb_attributed_network_is_directed:
 * @network: a network
 *
 * Tells whether all edges have a direction.
 *
 * Returns: %FALSE if an edge has none
 *
 * Since: 0.2
 */
gboolean
rhumb_attributed_network_is_directed (const RhumbAttributedNetwork *network)
{
    return !network->has_undirected;
}

/**
 * rhumb_attributed_network_forget_directions:
 * @network: a network
 *
 * Makes all edges undirected, since a list of edges cannot say that they are.
 *
 * Since: 0.2
 */
void
rhumb_attributed_network_forget_directions (RhumbAttributedNetwork *network)
{
    for (guint e = 0; e < network->edges->len; e++)
        g_array_index (network->edges, RhumbEdge, e).directed = FALSE;
    network->has_undirected |= network->edges->len > 0;
}

/**
 * rhumb_attributed_network_reverse_edges:
 * @network: a network
 *
 * Turns all edges around, since some programs draw citations from the cited to the citing.
 *
 * Since: 0.2
 */
void
rhumb_attributed_network_reverse_edges (RhumbAttributedNetwork *network)
{
    for (guint e = 0; e < network->edges->len; e++) {
        RhumbEdge *edge = &g_array_index (network->edges, RhumbEdge, e);
        *edge = (RhumbEdge){edge->to, edge->from, edge->directed};
    }
}

/**
 * rhumb_attributed_network_get_id:
 * @network: a network
 * @node: number of a node
 *
 * Gets the id of a node.
 *
 * Returns: (transfer none): the id
 *
 * Since: 0.2
 */
const char *
rhumb_attributed_network_get_id (const RhumbAttributedNetwork *network, guint32 node)
{
    g_return_val_if_fail (node < network->nodes->len, NULL);
    return g_array_index (network->nodes, RhumbNode, node).id;
}

/**
 * rhumb_attributed_network_get_label:
 * @network: a network
 * @node: number of a node
 *
 * Gets the name of a node.
 *
 * Returns: (transfer none) (nullable): the name
 *
 * Since: 0.2
 */
const char *
rhumb_attributed_network_get_label (const RhumbAttributedNetwork *network, guint32 node)
{
    g_return_val_if_fail (node < network->nodes->len, NULL);
    return g_array_index (network->nodes, RhumbNode, node).label;
}

/**
 * rhumb_attributed_network_get_line:
 * @network: a network
 * @node: number of a node
 *
 * Gets where a node came from.
 *
 * Returns: line of its file, 0 = unknown
 *
 * Since: 0.2
 */
guint64
rhumb_attributed_network_get_line (const RhumbAttributedNetwork *network, guint32 node)
{
    g_return_val_if_fail (node < network->nodes->len, 0);
    return g_array_index (network->nodes, RhumbNode, node).line;
}

/**
 * rhumb_attributed_network_get_edge:
 * @network: a network
 * @edge: number of an edge
 *
 * Gets an edge.
 *
 * Returns: the edge
 *
 * Since: 0.2
 */
RhumbEdge
rhumb_attributed_network_get_edge (const RhumbAttributedNetwork *network, gsize edge)
{
    g_return_val_if_fail (edge < network->edges->len, (RhumbEdge){0});
    return g_array_index (network->edges, RhumbEdge, edge);
}

/**
 * rhumb_attributed_network_find_node:
 * @network: a network
 * @id: id of a node, clean
 *
 * Finds a node.
 *
 * Returns: its number, or %RHUMB_NONE
 *
 * Since: 0.2
 */
guint32
rhumb_attributed_network_find_node (const RhumbAttributedNetwork *network, const char *id)
{
    gpointer known = g_hash_table_lookup (network->node_by_id, id);
    return known != NULL ? GPOINTER_TO_UINT (known) - 1 : RHUMB_NONE;
}
