/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * A map in the form in which files exchange networks, so that Gephi, Cytoscape and VOSviewer show
 * it as it was drawn: places, sizes, colours and topics are columns.
 *
 * y grows upward there, downward on a page. Topics count from 1, as VOSviewer asks for.
 * Cost: linear.
 */
#include "graph/attributed-network.h"

typedef struct {
    RhumbAttributedNetwork *network;
    const RhumbMap *map;
    guint kind, cluster, cluster_label, x, y, size, color, weight, score, url, description;
} Maker;

static guint
add_column (Maker *maker, const char *name, RhumbAttributeType type)
{
    return rhumb_attributed_network_add_attribute (maker->network, RHUMB_ELEMENT_NODE, name, type);
}

static void
add_columns (Maker *maker)
{
    maker->kind = add_column (maker, "kind", RHUMB_ATTRIBUTE_TEXT);
    maker->cluster = add_column (maker, "cluster", RHUMB_ATTRIBUTE_INTEGER);
    maker->cluster_label = add_column (maker, "cluster_label", RHUMB_ATTRIBUTE_TEXT);
    maker->x = add_column (maker, "x", RHUMB_ATTRIBUTE_REAL);
    maker->y = add_column (maker, "y", RHUMB_ATTRIBUTE_REAL);
    maker->size = add_column (maker, "size", RHUMB_ATTRIBUTE_REAL);
    maker->color = add_column (maker, "color", RHUMB_ATTRIBUTE_TEXT);
    maker->weight = add_column (maker, "weight", RHUMB_ATTRIBUTE_REAL);
    maker->score = add_column (maker, "score", RHUMB_ATTRIBUTE_REAL);
    maker->url = add_column (maker, "url", RHUMB_ATTRIBUTE_TEXT);
    maker->description = add_column (maker, "description", RHUMB_ATTRIBUTE_TEXT);
}

static const char *
find_topic (const RhumbMap *map, guint32 cluster)
{
    guint32 n;
    const RhumbMapRegion *region = rhumb_map_get_regions (map, &n);
    for (guint32 i = 0; i < n; i++)
        if (region[i].cluster == cluster)
            return region[i].name;
    return NULL;
}

static void
set_real (Maker *maker, guint32 node, guint attribute, double value)
{
    rhumb_attributed_network_set_real (maker->network, RHUMB_ELEMENT_NODE, node, attribute, value);
}

static void
set_text (Maker *maker, guint32 node, guint attribute, const char *text)
{
    rhumb_attributed_network_set_text (maker->network, RHUMB_ELEMENT_NODE, node, attribute, text);
}

static void
add_item (Maker *maker, const RhumbMapItem *item)
{
    const guint32 node = rhumb_attributed_network_add_node (maker->network, item->id, item->name);
    g_autofree char *color = g_strdup_printf ("#%06x", item->fill >> 8);
    set_text (maker, node, maker->kind, rhumb_node_kind_get_name (item->kind));
    rhumb_attributed_network_set_integer (maker->network, RHUMB_ELEMENT_NODE, node, maker->cluster,
                                          (gint64)item->cluster + 1);
    set_text (maker, node, maker->cluster_label, find_topic (maker->map, item->cluster));
    set_real (maker, node, maker->x, item->x);
    set_real (maker, node, maker->y, rhumb_map_get_height (maker->map) - item->y);
    set_real (maker, node, maker->size, 2 * item->radius);
    set_text (maker, node, maker->color, color);
    set_real (maker, node, maker->weight, item->weight);
    set_real (maker, node, maker->score, item->score);
    set_text (maker, node, maker->url, item->url);
    set_text (maker, node, maker->description, item->tooltip);
}

/**
 * rhumb_attributed_network_new_for_map:
 * @map: a map
 *
 * Makes a network of the items and links of a map. Nodes have the columns kind, cluster (from 1),
 * cluster_label, x, y (points, upward), size (diameter in points), color, weight (papers about a
 * concept), score (PageRank), url and description; edges have weight.
 *
 * Returns: (transfer full): the network, undirected
 *
 * Since: 0.2
 */
RhumbAttributedNetwork *
rhumb_attributed_network_new_for_map (const RhumbMap *map)
{
    g_return_val_if_fail (map != NULL, NULL);
    Maker maker = {.network = rhumb_attributed_network_new (), .map = map};
    const char *title = rhumb_map_get_title (map);
    if (title != NULL)
        rhumb_attributed_network_set_title (maker.network, title);
    add_columns (&maker);
    guint32 n;
    const RhumbMapItem *item = rhumb_map_get_items (map, &n);
    for (guint32 i = 0; i < n; i++)
        add_item (&maker, &item[i]);
    const guint weight = rhumb_attributed_network_add_attribute (maker.network, RHUMB_ELEMENT_EDGE,
                                                                 "weight", RHUMB_ATTRIBUTE_REAL);
    const RhumbMapLink *link = rhumb_map_get_links (map, &n);
    for (guint32 i = 0; i < n; i++) {
        const gsize edge =
            rhumb_attributed_network_add_edge (maker.network, link[i].from, link[i].to, FALSE);
        rhumb_attributed_network_set_real (maker.network, RHUMB_ELEMENT_EDGE, edge, weight,
                                           link[i].strength);
    }
    return maker.network;
}
