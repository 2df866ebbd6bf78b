/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The steps that all maps of nodes have in common once it is known what stands where: land and
 * names, colours, and what a writer needs of each. topic-map.c and network-map.c say what is drawn.
 * Guarantees: those of topic-map.c.
 */
#include "analytics/layout/drawing.h"

#include "analytics/layout/arrangement.h"
#include "analytics/layout/colour.h"
#include "analytics/layout/density.h"
#include "analytics/layout/division.h"
#include "analytics/layout/heading.h"
#include "analytics/layout/label-placement.h"
#include "analytics/layout/legend.h"
#include "analytics/layout/links.h"
#include "analytics/layout/outline.h"
#include "analytics/layout/overview.h"
#include "analytics/layout/tooltip.h"
#include "analytics/layout/topic-colours.h"
#include "graph/error.h"
#include "graph/plural.h"

#define FINE_STEP 2.0
#define FAINT 0x70
#define DOT 1.5
#define GREY 0.7 /* of the depth of colours */

static gboolean
has_values (const RhumbScene *scene)
{
    return scene->options->colouring != RHUMB_MAP_COLOUR_TOPIC;
}

/* Where discs have the colours of a value, land must not be mistaken for one: it is grey. */
static RhumbClusterColours
grey_of (const RhumbTheme *theme)
{
    return (RhumbClusterColours){
        .fill = theme->ring,
        .ground = rhumb_colour_mix (theme->paper, theme->ring, GREY * theme->tint),
        .ink = theme->quiet};
}

/* rhumb_drawing_colour: gives clusters colours: topics those they have everywhere, clusters of a
 * network such that neighbours differ most. */
void
rhumb_drawing_colour (RhumbScene *scene, const RhumbTerritories *land)
{
    g_autofree double *border = rhumb_territories_borders (land);
    g_autofree RhumbClusterColours *colours =
        scene->topics != NULL ? rhumb_topic_colours (scene->theme, scene->topics)
                              : rhumb_cluster_colours (scene->theme, scene->n_clusters, border);
    for (guint32 c = 0; c < scene->n_clusters; c++) {
        const RhumbClusterColours shown = has_values (scene) ? grey_of (scene->theme) : colours[c];
        scene->cluster[c].colour = colours[c].fill;
        scene->cluster[c].fill = shown.fill;
        scene->cluster[c].ground = shown.ground;
        scene->cluster[c].ink = shown.ink;
    }
}

static gboolean
holds_all (const RhumbScene *scene, guint32 cluster, const double *outline, guint32 n_segments)
{
    gsize n_points;
    g_autofree RhumbPoint *point = rhumb_outline_flatten (outline, n_segments, &n_points);
    for (guint32 i = 0; i < scene->n_atlas; i++) {
        if (scene->node[i].cluster == cluster &&
            !rhumb_polygon_contains (point, n_points, scene->node[i].place))
            return FALSE;
    }
    return TRUE;
}

static gboolean
add_region (const RhumbScene *scene, const RhumbTerritories *land, guint32 c,
            RhumbMapBuilder *builder)
{
    gsize n_points;
    g_autofree RhumbPoint *border = rhumb_territories_trace (land, c, &n_points);
    if (border == NULL)
        return FALSE;
    double step = RHUMB_OUTLINE_CALM;
    guint32 n_segments;
    g_autofree double *outline = rhumb_outline_smooth (border, n_points, step, &n_segments);
    while (step > FINE_STEP && !holds_all (scene, c, outline, n_segments)) {
        step *= 0.7;
        g_free (outline);
        outline = rhumb_outline_smooth (border, n_points, step, &n_segments);
    }
    const RhumbSceneCluster *cluster = &scene->cluster[c];
    const RhumbMapRegion region = {
        .cluster = c,
        .name = cluster->name,
        .colour = cluster->colour,
        .fill = cluster->ground,
        .stroke = rhumb_colour_mix (scene->theme->paper, cluster->fill, scene->theme->edge),
        .stroke_width = 1.3,
        .outline = outline,
        .n_segments = n_segments,
    };
    rhumb_map_builder_add_region (builder, &region);
    return TRUE;
}

static gboolean
is_density (const RhumbScene *scene)
{
    return scene->options->view == RHUMB_MAP_VIEW_DENSITY;
}

/* From afar a disc is a dot that words may cover; what is a value keeps the colour of the legend.
 */
static void
make_faint (const RhumbScene *scene, RhumbMapItem *item, const RhumbSceneNode *node)
{
    item->radius = is_density (scene) ? DOT : MAX (1.5, 0.55 * node->radius);
    item->fill = is_density (scene)   ? (scene->theme->ink & 0xffffff00u) | FAINT
                 : has_values (scene) ? node->colour
                                      : (node->colour & 0xffffff00u) | FAINT;
    item->stroke = 0;
    item->stroke_width = 0;
}

static void
add_items (const RhumbScene *scene, RhumbMapBuilder *builder)
{
    const gboolean is_faint =
        scene->options->level == RHUMB_MAP_LEVEL_OVERVIEW || is_density (scene);
    const gboolean by_value = has_values (scene);
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        const RhumbSceneNode *node = &scene->node[i];
        const RhumbSceneCluster *cluster = &scene->cluster[node->cluster];
        g_autofree char *tooltip = rhumb_tooltip (scene, node);
        g_autofree char *url = rhumb_link_of_node (scene, node);
        const RhumbMapItem item = {
            .id = node->id,
            .node = node->node,
            .kind = node->kind,
            .cluster = node->cluster,
            .x = node->place.x,
            .y = node->place.y,
            .radius = node->radius,
            .weight = node->weight,
            .score = node->score,
            .fill = !node->is_ring || by_value ? node->colour : scene->theme->paper,
            .stroke = !node->is_ring || by_value ? scene->theme->paper : cluster->ink,
            .stroke_width = node->is_ring ? 1.4 : 1.2,
            .name = node->name,
            .tooltip = tooltip,
            .url = url,
        };
        RhumbMapItem shown = item;
        if (is_faint)
            make_faint (scene, &shown, node);
        rhumb_map_builder_add_item (builder, &shown);
    }
}

static void
add_block (const RhumbScene *scene, RhumbMapBuilder *builder, const RhumbTextBlock *block,
           RhumbMapTextRole role, guint32 owner, double x, double top, guint32 colour)
{
    const double halo = role == RHUMB_MAP_TEXT_TOPIC ? 4.0 : 2.6;
    const RhumbMapText text = {
        .role = role,
        .owner = owner,
        .lines = (const char *const *)block->lines,
        .x = x,
        .y = rhumb_text_block_first_baseline (block, top),
        .size = block->size,
        .leading = block->leading,
        .bold = block->bold,
        .anchor = RHUMB_MAP_ANCHOR_MIDDLE,
        .letter_spacing = block->letter_spacing,
        .halo = is_density (scene) ? 0.0 : halo,
        .colour = is_density (scene) ? scene->theme->ink : colour,
    };
    rhumb_map_builder_add_text (builder, &text);
}

static void
add_words (const RhumbScene *scene, RhumbMapBuilder *builder)
{
    for (guint32 c = 0; c < scene->n_clusters; c++) {
        const RhumbSceneCluster *cluster = &scene->cluster[c];
        if (cluster->is_titled)
            add_block (scene, builder, cluster->title, RHUMB_MAP_TEXT_TOPIC, c,
                       cluster->title_place.x, cluster->title_place.y - cluster->title->height / 2,
                       cluster->ink);
    }
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        const RhumbSceneNode *node = &scene->node[i];
        if (node->is_labelled)
            add_block (scene, builder, node->label, RHUMB_MAP_TEXT_LABEL, i, node->label_place.x,
                       node->label_place.y, scene->theme->ink);
    }
}

/* A land inside another is drawn after it: smaller clusters have greater numbers. */
static gboolean
add_regions (const RhumbScene *scene, const RhumbTerritories *land, RhumbMapBuilder *builder,
             GError **error)
{
    for (guint32 c = 0; c < scene->n_clusters; c++) {
        if (scene->cluster[c].n_nodes == 0 || add_region (scene, land, c, builder) ||
            scene->keeps_places)
            continue;
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_LIMIT,
                     "no room on the page for topic \"%s\", expected fewer topics or a larger page",
                     scene->cluster[c].name);
        return FALSE;
    }
    return TRUE;
}

static char *
describe (const RhumbScene *scene)
{
    if (scene->words != NULL)
        return g_strdup_printf (
            "Map of %u %s in %u %s", scene->n_nodes,
            rhumb_plural (scene->n_nodes, scene->words->one, scene->words->many), scene->n_clusters,
            rhumb_plural (scene->n_clusters, "cluster", "clusters"));
    const guint32 n_topics = scene->n_topics;
    return g_strdup_printf ("Map of %u %s with %u %s and %u %s", n_topics,
                            rhumb_plural (n_topics, "topic", "topics"), scene->n_concepts,
                            rhumb_plural (scene->n_concepts, "concept", "concepts"),
                            scene->n_papers, rhumb_plural (scene->n_papers, "paper", "papers"));
}

/* Nodes that the graph does not have, as works outside of it, have nothing behind them there. */
static gboolean
are_all_known (const RhumbScene *scene)
{
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        if (scene->node[i].node == RHUMB_NONE)
            return FALSE;
    }
    return TRUE;
}

/* rhumb_drawing_build: hands everything to a map; NULL where a cluster has no land. */
RhumbMap *
rhumb_drawing_build (RhumbScene *scene, const GArray *springs, const GArray *links,
                     const RhumbTerritories *land, GError **error)
{
    const RhumbMapOptions *options = scene->options;
    g_autofree char *description = describe (scene);
    g_autofree char *title = rhumb_heading_write_title (scene);
    const guint32 page =
        options->transparent ? scene->theme->paper & 0xffffff00u : scene->theme->paper;
    g_autoptr (RhumbMapBuilder) builder =
        rhumb_map_builder_new (options->width, options->height, page, title, description);
    if (are_all_known (scene))
        rhumb_map_builder_set_graph (builder, scene->graph);
    rhumb_map_builder_set_dpi (builder, options->dpi);
    rhumb_map_builder_set_colouring (builder, options->colouring);
    if (!is_density (scene) && !add_regions (scene, land, builder, error))
        return NULL;
    if (is_density (scene)) {
        rhumb_density_draw (scene, builder);
        add_items (scene, builder);
        add_words (scene, builder);
    } else if (options->level == RHUMB_MAP_LEVEL_OVERVIEW) {
        add_items (scene, builder);
        rhumb_overview_draw (scene, land, springs, builder);
    } else {
        rhumb_links_draw (scene, links, builder);
        add_items (scene, builder);
        add_words (scene, builder);
    }
    rhumb_legend_draw (scene, options->level == RHUMB_MAP_LEVEL_OVERVIEW ? springs : links,
                       builder);
    rhumb_heading_draw (scene, builder);
    return rhumb_map_builder_freeze (builder, error);
}

/* Takes the old land and returns what becomes of it. */
static RhumbTerritories *
divide_anew (RhumbScene *scene, RhumbTerritories *land, const GArray *taken)
{
    RhumbTerritories *again = rhumb_divide_anew (scene, land, taken);
    if (again == NULL)
        return land;
    rhumb_territories_free (land);
    return again;
}

/* rhumb_drawing_divide: divides the land, places names on it, and divides it again where that is
 * possible; @taken has the boxes of the names. */
RhumbTerritories *
rhumb_drawing_divide (RhumbScene *scene, const GArray *springs, GArray *taken)
{
    RhumbTerritories *land = rhumb_arrange (scene, springs);
    rhumb_place_titles (scene, land, taken);
    return divide_anew (scene, land, taken);
}

/* rhumb_drawing_name: gives nodes their names, then borders that keep off them. Takes @land and
 * returns what becomes of it; @taken gets the boxes of the names. */
RhumbTerritories *
rhumb_drawing_name (RhumbScene *scene, RhumbTerritories *land, GArray *taken)
{
    rhumb_place_labels (scene, land, taken);
    return divide_anew (scene, land, taken);
}
