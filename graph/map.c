/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * A drawing not yet drawn. Everything that a writer needs is here as numbers, colours and words,
 * so that SVG, DOT, PDF and PNG show the same picture without knowing how it was made.
 */
#include "graph/map.h"

#include "graph/map-private.h"

G_DEFINE_BOXED_TYPE (RhumbMap, rhumb_map, rhumb_map_ref, rhumb_map_unref)

/**
 * rhumb_map_ref:
 * @map: a map
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @map
 *
 * Since: 0.1
 */
RhumbMap *
rhumb_map_ref (RhumbMap *map)
{
    return g_atomic_rc_box_acquire (map);
}

static void
clear (gpointer data)
{
    RhumbMap *map = data;
    g_array_unref (map->texts);
    g_array_unref (map->items);
    g_array_unref (map->marks);
    g_array_unref (map->links);
    g_array_unref (map->regions);
    g_ptr_array_unref (map->lists);
    g_string_chunk_free (map->strings);
    g_clear_pointer (&map->graph, rhumb_graph_unref);
}

/**
 * rhumb_map_unref:
 * @map: (transfer full): a map
 *
 * Gives a reference back.
 *
 * Since: 0.1
 */
void
rhumb_map_unref (RhumbMap *map)
{
    g_atomic_rc_box_release_full (map, clear);
}

/**
 * rhumb_map_get_width:
 * @map: a map
 *
 * Gets the width of the page.
 *
 * Returns: points
 *
 * Since: 0.1
 */
double
rhumb_map_get_width (const RhumbMap *map)
{
    return map->width;
}

/**
 * rhumb_map_get_height:
 * @map: a map
 *
 * Gets the height of the page.
 *
 * Returns: points
 *
 * Since: 0.1
 */
double
rhumb_map_get_height (const RhumbMap *map)
{
    return map->height;
}

/**
 * rhumb_map_get_paper_colour:
 * @map: a map
 *
 * Gets the colour of the page; halos have it too. Where its opacity is 0 the page is not painted.
 *
 * Returns: 0xRRGGBBAA
 *
 * Since: 0.1
 */
guint32
rhumb_map_get_paper_colour (const RhumbMap *map)
{
    return map->paper_colour;
}

/**
 * rhumb_map_get_dpi:
 * @map: a map
 *
 * Gets how finely writers of pixels draw the map.
 *
 * Returns: pixels an inch of 72 points
 *
 * Since: 0.2
 */
double
rhumb_map_get_dpi (const RhumbMap *map)
{
    return map->dpi;
}

/**
 * rhumb_map_get_colouring:
 * @map: a map
 *
 * Gets what the colours of discs mean; an interactive page begins with that.
 *
 * Returns: the meaning
 *
 * Since: 0.2
 */
RhumbMapColouring
rhumb_map_get_colouring (const RhumbMap *map)
{
    return map->colouring;
}

/**
 * rhumb_map_get_title:
 * @map: a map
 *
 * Gets the title.
 *
 * Returns: (transfer none): the title
 *
 * Since: 0.1
 */
const char *
rhumb_map_get_title (const RhumbMap *map)
{
    return map->title;
}

/**
 * rhumb_map_get_description:
 * @map: a map
 *
 * Gets a sentence on what the map shows, for those who do not see it.
 *
 * Returns: (transfer none): the description
 *
 * Since: 0.1
 */
const char *
rhumb_map_get_description (const RhumbMap *map)
{
    return map->description;
}

/**
 * rhumb_map_get_graph:
 * @map: a map
 *
 * Gets the knowledge graph whose nodes the items are: what is behind the picture.
 *
 * Returns: (transfer none) (nullable): the graph, %NULL if the map has none
 *
 * Since: 0.2
 */
RhumbGraph *
rhumb_map_get_graph (const RhumbMap *map)
{
    return map->graph;
}

/**
 * rhumb_map_get_regions:
 * @map: a map
 * @n_regions: (out): how many
 *
 * Gets the territories of clusters.
 *
 * Returns: (transfer none) (array length=n_regions): regions
 *
 * Since: 0.1
 */
const RhumbMapRegion *
rhumb_map_get_regions (const RhumbMap *map, guint32 *n_regions)
{
    *n_regions = map->regions->len;
    return (const RhumbMapRegion *)(gpointer)map->regions->data;
}

/**
 * rhumb_map_get_links:
 * @map: a map
 * @n_links: (out): how many
 *
 * Gets the drawn edges.
 *
 * Returns: (transfer none) (array length=n_links): links
 *
 * Since: 0.1
 */
const RhumbMapLink *
rhumb_map_get_links (const RhumbMap *map, guint32 *n_links)
{
    *n_links = map->links->len;
    return (const RhumbMapLink *)(gpointer)map->links->data;
}

/**
 * rhumb_map_get_marks:
 * @map: a map
 * @n_marks: (out): how many
 *
 * Gets the shapes of the legend.
 *
 * Returns: (transfer none) (array length=n_marks): marks
 *
 * Since: 0.1
 */
const RhumbMapMark *
rhumb_map_get_marks (const RhumbMap *map, guint32 *n_marks)
{
    *n_marks = map->marks->len;
    return (const RhumbMapMark *)(gpointer)map->marks->data;
}

/**
 * rhumb_map_get_items:
 * @map: a map
 * @n_items: (out): how many
 *
 * Gets the discs.
 *
 * Returns: (transfer none) (array length=n_items): items
 *
 * Since: 0.1
 */
const RhumbMapItem *
rhumb_map_get_items (const RhumbMap *map, guint32 *n_items)
{
    *n_items = map->items->len;
    return (const RhumbMapItem *)(gpointer)map->items->data;
}

/**
 * rhumb_map_get_texts:
 * @map: a map
 * @n_texts: (out): how many
 *
 * Gets the placed words.
 *
 * Returns: (transfer none) (array length=n_texts): texts
 *
 * Since: 0.1
 */
const RhumbMapText *
rhumb_map_get_texts (const RhumbMap *map, guint32 *n_texts)
{
    *n_texts = map->texts->len;
    return (const RhumbMapText *)(gpointer)map->texts->data;
}
