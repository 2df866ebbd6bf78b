/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The way a map is put together. The builder copies what it is given; freezing checks that nothing
 * would break a drawing program: every number is finite, every length below 10^6, every link and
 * label names an item that exists.
 */
#include <math.h>

#include "graph/set-error.h"
#include "graph/map-private.h"

#define MAX_COORDINATE 1e6

struct _RhumbMapBuilder {
    RhumbMap *map;
};

static const char *
copy_string (RhumbMap *map, const char *text)
{
    return text != NULL ? g_string_chunk_insert_const (map->strings, text) : NULL;
}

/**
 * rhumb_map_builder_new:
 * @width: width of the page in points
 * @height: height of the page in points
 * @paper_colour: colour of the page, 0xRRGGBBAA
 * @title: title
 * @description: a sentence on what the map shows
 *
 * Makes a builder with an empty page.
 *
 * Returns: (transfer full): a builder
 *
 * Since: 0.1
 */
RhumbMapBuilder *
rhumb_map_builder_new (double width, double height, guint32 paper_colour, const char *title,
                       const char *description)
{
    RhumbMapBuilder *builder = g_new0 (RhumbMapBuilder, 1);
    RhumbMap *map = g_atomic_rc_box_new0 (RhumbMap);
    map->width = width;
    map->height = height;
    map->paper_colour = paper_colour;
    map->dpi = RHUMB_MAP_DPI;
    map->strings = g_string_chunk_new (1 << 14);
    map->lists = g_ptr_array_new_with_free_func (g_free);
    map->title = copy_string (map, title);
    map->description = copy_string (map, description);
    map->regions = g_array_new (FALSE, FALSE, sizeof (RhumbMapRegion));
    map->links = g_array_new (FALSE, FALSE, sizeof (RhumbMapLink));
    map->marks = g_array_new (FALSE, FALSE, sizeof (RhumbMapMark));
    map->items = g_array_new (FALSE, FALSE, sizeof (RhumbMapItem));
    map->texts = g_array_new (FALSE, FALSE, sizeof (RhumbMapText));
    builder->map = map;
    return builder;
}

/**
 * rhumb_map_builder_free:
 * @builder: (transfer full) (nullable): a builder
 *
 * Frees a builder, frozen or not.
 *
 * Since: 0.1
 */
void
rhumb_map_builder_free (RhumbMapBuilder *builder)
{
    if (builder == NULL)
        return;
    g_clear_pointer (&builder->map, rhumb_map_unref);
    g_free (builder);
}

/**
 * rhumb_map_builder_set_dpi:
 * @builder: a builder
 * @dpi: pixels an inch, in [10, 2400]; %RHUMB_MAP_DPI if this is not called
 *
 * Sets how finely writers of pixels draw the map.
 *
 * Since: 0.2
 */
void
rhumb_map_builder_set_dpi (RhumbMapBuilder *builder, double dpi)
{
    g_return_if_fail (dpi >= 10 && dpi <= 2400);
    builder->map->dpi = dpi;
}

/**
 * rhumb_map_builder_set_colouring:
 * @builder: a builder
 * @colouring: %RHUMB_MAP_COLOUR_TOPIC if this is not called
 *
 * Sets what the colours of discs mean. The colours themselves are those of the items.
 *
 * Since: 0.2
 */
void
rhumb_map_builder_set_colouring (RhumbMapBuilder *builder, RhumbMapColouring colouring)
{
    builder->map->colouring = colouring;
}

/**
 * rhumb_map_builder_set_graph:
 * @builder: a builder
 * @graph: the knowledge graph whose nodes the items are
 *
 * Keeps a graph with the map, for writers that tell what is behind an item.
 *
 * Since: 0.2
 */
void
rhumb_map_builder_set_graph (RhumbMapBuilder *builder, RhumbGraph *graph)
{
    g_clear_pointer (&builder->map->graph, rhumb_graph_unref);
    builder->map->graph = rhumb_graph_ref (graph);
}

/* Items name nodes of the graph that is kept with them. */
static gboolean
check_nodes (const RhumbMap *map)
{
    const guint32 n_nodes = map->graph != NULL ? rhumb_graph_get_n_nodes (map->graph) : G_MAXUINT32;
    gboolean ok = TRUE;
    for (guint i = 0; ok && i < map->items->len; i++)
        ok = g_array_index (map->items, RhumbMapItem, i).node < n_nodes;
    return ok || map->graph == NULL;
}

/**
 * rhumb_map_builder_add_region:
 * @builder: a builder
 * @region: a region
 *
 * Adds the territory of a cluster.
 *
 * Since: 0.1
 */
void
rhumb_map_builder_add_region (RhumbMapBuilder *builder, const RhumbMapRegion *region)
{
    RhumbMap *map = builder->map;
    RhumbMapRegion copy = *region;
    copy.name = copy_string (map, region->name);
    copy.outline =
        g_memdup2 (region->outline, sizeof (double) * (2 + 6 * (gsize)region->n_segments));
    g_ptr_array_add (map->lists, (gpointer)copy.outline);
    g_array_append_val (map->regions, copy);
}

/**
 * rhumb_map_builder_add_link:
 * @builder: a builder
 * @link: a link
 *
 * Adds a drawn edge; its items may follow later.
 *
 * Since: 0.1
 */
void
rhumb_map_builder_add_link (RhumbMapBuilder *builder, const RhumbMapLink *link)
{
    g_array_append_val (builder->map->links, *link);
}

/**
 * rhumb_map_builder_add_mark:
 * @builder: a builder
 * @mark: a mark
 *
 * Adds a shape of the legend.
 *
 * Since: 0.1
 */
void
rhumb_map_builder_add_mark (RhumbMapBuilder *builder, const RhumbMapMark *mark)
{
    g_array_append_val (builder->map->marks, *mark);
}

/**
 * rhumb_map_builder_add_item:
 * @builder: a builder
 * @item: an item
 *
 * Adds a disc.
 *
 * Returns: its number, for links and texts
 *
 * Since: 0.1
 */
guint32
rhumb_map_builder_add_item (RhumbMapBuilder *builder, const RhumbMapItem *item)
{
    RhumbMap *map = builder->map;
    RhumbMapItem copy = *item;
    copy.id = copy_string (map, item->id);
    copy.name = copy_string (map, item->name);
    copy.tooltip = copy_string (map, item->tooltip);
    copy.url = copy_string (map, item->url);
    g_array_append_val (map->items, copy);
    return map->items->len - 1;
}

/**
 * rhumb_map_builder_add_text:
 * @builder: a builder
 * @text: a text
 *
 * Adds placed words.
 *
 * Since: 0.1
 */
void
rhumb_map_builder_add_text (RhumbMapBuilder *builder, const RhumbMapText *text)
{
    RhumbMap *map = builder->map;
    RhumbMapText copy = *text;
    const guint n_lines = g_strv_length ((char **)text->lines);
    const char **lines = g_new0 (const char *, (gsize)n_lines + 1);
    for (guint i = 0; i < n_lines; i++)
        lines[i] = copy_string (map, text->lines[i]);
    copy.lines = lines;
    g_ptr_array_add (map->lists, lines);
    g_array_append_val (map->texts, copy);
}

static gboolean
are_drawable (const double *numbers, gsize n)
{
    for (gsize i = 0; i < n; i++) {
        if (!isfinite (numbers[i]) || fabs (numbers[i]) > MAX_COORDINATE)
            return FALSE;
    }
    return TRUE;
}

static gboolean
check_shapes (const RhumbMap *map)
{
    gboolean ok = TRUE;
    for (guint i = 0; ok && i < map->regions->len; i++) {
        const RhumbMapRegion *region = &g_array_index (map->regions, RhumbMapRegion, i);
        ok = are_drawable (region->outline, 2 + 6 * (gsize)region->n_segments) &&
             are_drawable (&region->stroke_width, 1);
    }
    for (guint i = 0; ok && i < map->marks->len; i++) {
        const RhumbMapMark *mark = &g_array_index (map->marks, RhumbMapMark, i);
        ok = are_drawable ((double[]){mark->x, mark->y, mark->width, mark->height}, 4) &&
             are_drawable (&mark->stroke_width, 1);
    }
    for (guint i = 0; ok && i < map->items->len; i++) {
        const RhumbMapItem *item = &g_array_index (map->items, RhumbMapItem, i);
        ok = are_drawable ((double[]){item->x, item->y, item->radius, item->stroke_width}, 4) &&
             isfinite (item->weight) && isfinite (item->score);
    }
    return ok;
}

static gboolean
check_references (const RhumbMap *map)
{
    gboolean ok = TRUE;
    for (guint i = 0; ok && i < map->links->len; i++) {
        const RhumbMapLink *link = &g_array_index (map->links, RhumbMapLink, i);
        ok = link->from < map->items->len && link->to < map->items->len &&
             are_drawable (link->curve, G_N_ELEMENTS (link->curve)) &&
             are_drawable (&link->width, 1) && isfinite (link->strength);
    }
    for (guint i = 0; ok && i < map->texts->len; i++) {
        const RhumbMapText *text = &g_array_index (map->texts, RhumbMapText, i);
        ok = are_drawable ((double[]){text->x, text->y, text->size, text->leading}, 4) &&
             are_drawable ((double[]){text->letter_spacing, text->halo}, 2) &&
             (text->role != RHUMB_MAP_TEXT_LABEL || text->owner < map->items->len);
    }
    for (guint i = 0; ok && i < map->regions->len; i++)
        ok = g_array_index (map->regions, RhumbMapRegion, i).cluster != RHUMB_NONE;
    return ok;
}

/**
 * rhumb_map_builder_freeze:
 * @builder: a builder; it can only be freed after this
 * @error: return location for an error
 *
 * Checks the drawing and gives the map.
 *
 * Returns: (transfer full): a map, or %NULL with %RHUMB_ERROR_INVALID if a number is not finite
 *   or a length over 10^6, or a link or label names an item, or an item a node, that does not
 *   exist, or a region has no cluster
 *
 * Since: 0.1
 */
RhumbMap *
rhumb_map_builder_freeze (RhumbMapBuilder *builder, GError **error)
{
    g_return_val_if_fail (builder->map != NULL, NULL);
    const RhumbMap *map = builder->map;
    if (!are_drawable ((double[]){map->width, map->height}, 2) || !check_shapes (map) ||
        !check_references (map) || !check_nodes (map)) {
        rhumb_set_error (error, RHUMB_ERROR_INVALID,
                         "the map has a number that is not finite, a length over %g, or names no "
                         "item, node or cluster",
                         MAX_COORDINATE);
        return NULL;
    }
    return g_steal_pointer (&builder->map);
}
