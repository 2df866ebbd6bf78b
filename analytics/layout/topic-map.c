/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Draws the topics of a corpus as a map.
 *
 * A reader sees at a glance which topics a body of papers has, how large each is, which are
 * neighbours, and which concepts each is made of; the papers behind every disc are on demand.
 * Method: choose what is drawn (scene.c), link it (springs.c), place it by a cluster-aware (2,0)
 * energy (positions.c), make room for names and give each topic one piece of land
 * (arrangement.c), colour neighbours differently (palette.c), place names (title-placement.c,
 * label-placement.c), then hand over what a writer needs.
 * Guarantees: no words cover other words or a disc that is not theirs, nothing leaves the page,
 * letters are at least 9 points high and have a contrast of at least 4.5, each topic is one
 * outline that holds its discs. Names that find no place are left to tooltips.
 * Cost: for n ≤ 600 discs a few hundred times n² operations, below a second. */

#include "analytics/layout/topic-map.h"

#include <math.h>

#include "analytics/layout/arrangement.h"
#include "analytics/layout/colour.h"
#include "analytics/layout/colouring.h"
#include "analytics/layout/crowd.h"
#include "analytics/layout/density.h"
#include "analytics/layout/label-placement.h"
#include "analytics/layout/legend.h"
#include "analytics/layout/links.h"
#include "analytics/layout/map-options.h"
#include "analytics/layout/nesting.h"
#include "analytics/layout/outline.h"
#include "analytics/layout/overview.h"
#include "analytics/layout/palette.h"
#include "analytics/layout/positions.h"
#include "analytics/layout/springs.h"
#include "analytics/layout/tooltip.h"
#include "graph/error.h"

#define CALM_STEP 18.0
#define FINE_STEP 2.0
#define CONTRAST 4.6
#define FAINT 0x70
#define DOT 1.5

static void
choose_colours (RhumbScene *scene, const RhumbTerritories *land)
{
    g_autofree double *border = rhumb_territories_borders (land);
    const RhumbTheme *theme = scene->theme;
    const guint32 n = scene->n_clusters;
    g_autofree guint32 *colour = rhumb_palette_assign (n, border, theme->in_grey);
    g_autofree guint32 *ground = g_new (guint32, n + 1);
    ground[n] = theme->paper;
    for (guint32 c = 0; c < n; c++)
        ground[c] = rhumb_colour_mix (theme->paper, colour[c], theme->tint);
    for (guint32 c = 0; c < n; c++) {
        scene->cluster[c].fill =
            rhumb_colour_stand_out (colour[c], ground, n + 1, theme->stands_out, theme->towards);
        scene->cluster[c].ground = ground[c];
        scene->cluster[c].ink =
            rhumb_colour_stand_out (colour[c], ground, n + 1, CONTRAST, theme->towards);
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
    double step = CALM_STEP;
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
        .colour = cluster->fill,
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

/* From afar a disc is a dot that words may cover. */
static void
make_faint (const RhumbScene *scene, RhumbMapItem *item, const RhumbSceneNode *node)
{
    item->radius = is_density (scene) ? DOT : MAX (1.5, 0.55 * node->radius);
    item->fill = ((is_density (scene) ? scene->theme->ink : node->colour) & 0xffffff00u) | FAINT;
    item->stroke = 0;
    item->stroke_width = 0;
}

static void
add_items (const RhumbScene *scene, RhumbMapBuilder *builder)
{
    const gboolean is_faint = scene->options->level == RHUMB_MAP_OVERVIEW || is_density (scene);
    const gboolean by_value = scene->options->colouring != RHUMB_MAP_COLOUR_TOPIC;
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        const RhumbSceneNode *node = &scene->node[i];
        const RhumbSceneCluster *cluster = &scene->cluster[node->cluster];
        const gboolean is_concept = node->kind == RHUMB_NODE_CONCEPT;
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
            .fill = is_concept || by_value ? node->colour : scene->theme->paper,
            .stroke = is_concept || by_value ? scene->theme->paper : cluster->ink,
            .stroke_width = is_concept ? 1.2 : 1.4,
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
        if (scene->cluster[c].n_nodes == 0 || add_region (scene, land, c, builder))
            continue;
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_LIMIT,
                     "no room on the page for topic \"%s\", expected fewer topics or a larger page",
                     scene->cluster[c].name);
        return FALSE;
    }
    return TRUE;
}

static RhumbMap *
build_map (RhumbScene *scene, const GArray *springs, const GArray *links,
           const RhumbTerritories *land, GError **error)
{
    const RhumbMapOptions *options = scene->options;
    g_autofree char *description =
        g_strdup_printf ("Map of %u topics with %u concepts and %u papers", scene->n_clusters,
                         scene->n_concepts, scene->n_papers);
    const guint32 page =
        options->transparent ? scene->theme->paper & 0xffffff00u : scene->theme->paper;
    g_autoptr (RhumbMapBuilder) builder =
        rhumb_map_builder_new (options->width, options->height, page,
                               options->title == NULL ? "Topic map" : options->title, description);
    rhumb_map_builder_set_graph (builder, scene->graph);
    rhumb_map_builder_set_dpi (builder, options->dpi);
    if (!is_density (scene) && !add_regions (scene, land, builder, error))
        return NULL;
    if (is_density (scene)) {
        rhumb_density_draw (scene, builder);
        add_items (scene, builder);
        add_words (scene, builder);
    } else if (options->level == RHUMB_MAP_OVERVIEW) {
        add_items (scene, builder);
        rhumb_overview_draw (scene, land, springs, builder);
    } else {
        rhumb_links_draw (scene, links, builder);
        add_items (scene, builder);
        add_words (scene, builder);
    }
    rhumb_legend_draw (scene, builder);
    rhumb_heading_draw (scene, builder);
    return rhumb_map_builder_freeze (builder, error);
}

static gboolean
place_all (RhumbScene *scene, const GArray *springs, GError **error)
{
    g_autoptr (GArray) tethered = g_array_copy ((GArray *)springs);
    rhumb_springs_tether (scene, tethered);
    return rhumb_find_positions (scene, tethered, error);
}

/* Divides the land, places names on it, and divides it again where that is possible. */
static RhumbTerritories *
divide (RhumbScene *scene, GArray *taken)
{
    RhumbTerritories *land = rhumb_arrange (scene);
    rhumb_place_titles (scene, land, taken);
    RhumbTerritories *again = rhumb_divide_again (scene);
    if (again == NULL)
        return land;
    rhumb_territories_free (land);
    return again;
}

/* Whether there is land for others than the atlas draws; where a topic has none, the map fails. */
static gboolean
takes_crowd (const RhumbScene *scene, const RhumbTerritories *land)
{
    const RhumbMapOptions *options = scene->options;
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        const RhumbSceneNode *node = &scene->node[i];
        if (rhumb_territories_get_owner (land, node->place) != node->cluster)
            return FALSE;
    }
    return options->level == RHUMB_MAP_ATLAS && options->topic == RHUMB_NONE &&
           options->n_nodes > scene->n_nodes;
}

/* One topic has its places and colour from the map of all, so that looking closer moves nothing. */
static gboolean
place_within_atlas (RhumbScene *scene, const GArray *springs, GError **error)
{
    RhumbMapOptions of_all = *scene->options;
    of_all.topic = RHUMB_NONE;
    g_autoptr (RhumbScene) atlas =
        rhumb_scene_new (scene->topics, scene->ranking, &of_all, scene->frame);
    g_autoptr (GArray) all_springs = rhumb_springs_new (atlas);
    if (!place_all (atlas, all_springs, error))
        return FALSE;
    g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (RhumbBox));
    g_autoptr (RhumbTerritories) land = divide (atlas, taken);
    choose_colours (atlas, land);
    for (guint32 c = 0; c < scene->n_clusters; c++) {
        scene->cluster[c].fill = atlas->cluster[c].fill;
        scene->cluster[c].ground = atlas->cluster[c].ground;
        scene->cluster[c].ink = atlas->cluster[c].ink;
    }
    rhumb_nest_positions (scene, springs, atlas);
    return TRUE;
}

/**
 * rhumb_draw_topics:
 * @topics: topics of a knowledge graph
 * @ranking: PageRank; one score for each node of the topics' graph
 * @options: (nullable): how, %NULL = defaults
 * @error: return location
 *
 * Draws the topics of a corpus as a map with territories, names and a legend. The same topics,
 * ranking and options give the same map on any machine with any number of threads.
 *
 * Returns: (transfer full): the map; on failure %NULL with %RHUMB_ERROR_INVALID (an option out of
 *   range, or a ranking of another graph) or %RHUMB_ERROR_LIMIT (the page is too small)
 *
 * Since: 0.1
 */
RhumbMap *
rhumb_draw_topics (const RhumbTopics *topics, const RhumbRanking *ranking,
                   const RhumbMapOptions *options, GError **error)
{
    g_return_val_if_fail (topics != NULL && ranking != NULL, NULL);
    const RhumbMapOptions defaults = RHUMB_MAP_DEFAULTS;
    options = options == NULL ? &defaults : options;
    if (!rhumb_map_options_check (options, error))
        return NULL;
    const guint32 n_topics = rhumb_topics_get_n_topics (topics);
    if (options->topic != RHUMB_NONE && options->topic >= n_topics) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                     "there is no topic %u, expected one below %u", options->topic, n_topics);
        return NULL;
    }
    const guint32 n_nodes = rhumb_graph_get_n_nodes (rhumb_topics_get_graph (topics));
    if (rhumb_ranking_get_n_nodes (ranking) != n_nodes) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                     "the ranking has %u scores, expected one for each of %u nodes",
                     rhumb_ranking_get_n_nodes (ranking), n_nodes);
        return NULL;
    }
    const RhumbBox frame = {0, RHUMB_MAP_TOP, options->width - RHUMB_LEGEND_WIDTH,
                            options->height - RHUMB_MAP_BOTTOM};
    g_autoptr (RhumbScene) scene = rhumb_scene_new (topics, ranking, options, frame);
    g_autoptr (GArray) springs = rhumb_springs_new (scene);
    if (options->topic == RHUMB_NONE ? !place_all (scene, springs, error)
                                     : !place_within_atlas (scene, springs, error))
        return NULL;
    g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (RhumbBox));
    g_autoptr (RhumbTerritories) land = divide (scene, taken);
    if (options->topic == RHUMB_NONE)
        choose_colours (scene, land);
    rhumb_place_labels (scene, land, taken);
    g_autoptr (GArray) links = rhumb_links_choose (scene, springs);
    if (takes_crowd (scene, land))
        rhumb_crowd_join (scene, land, links);
    rhumb_colouring_apply (scene);
    return build_map (scene, springs, links, land, error);
}
