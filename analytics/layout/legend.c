/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The legend: what stands beside the map.
 *
 * A map must say what it shows and what its marks mean. The panel on the right lists
 * topics in their order, unlinked papers last, with their counts and a second telling concept that
 * fits; the more topics, the closer the rows, and what does not fit is counted. Below it: what the
 * size of discs, small discs and lines mean. A line that is too long loses its last parts, a name
 * takes smaller letters; only what does not fit then is shortened. Cost: linear in topics.
 */
#include "analytics/layout/legend.h"

#include <math.h>

#include "analytics/cluster/labels.h"
#include "analytics/layout/colouring.h"
#include "analytics/layout/density.h"
#include "analytics/layout/energy.h"
#include "analytics/layout/overview.h"
#include "analytics/layout/paper-list.h"
#include "analytics/layout/sheet.h"
#include "analytics/layout/text-extents.h"
#include "graph/plural.h"
#include "graph/text.h"

#define KEY_HEIGHT 210.0
#define COLOUR_KEY_HEIGHT 66.0
#define WIDE_ROW 46.0
#define NARROW_ROW 23.0
#define FACTS_SIZE 11.5
#define LEAST_NAME_SIZE 10.0
#define MOST_TERMS 4

typedef struct {
    const RhumbScene *scene;
    RhumbMapBuilder *builder;
    double left;
    double width;
    double y;
} Panel;

static void
add_words (const Panel *panel, double indent, double y, double size, gboolean bold, guint32 colour,
           guint32 owner, const char *words)
{
    const RhumbSheetLine line = {.role = RHUMB_MAP_TEXT_LEGEND,
                                 .owner = owner,
                                 .x = panel->left + indent,
                                 .y = y,
                                 .size = size,
                                 .room = panel->width - indent,
                                 .bold = bold,
                                 .colour = colour};
    rhumb_sheet_write (panel->builder, &line, words);
}

/* The size of letters in which the first part of a name fits, if there is one. */
static double
find_size (const char *first, double size, double room)
{
    while (size > LEAST_NAME_SIZE && rhumb_text_width (first, size, TRUE, 0.0) > room)
        size -= 0.5;
    return size;
}

/* What a topic has, and of the concepts that tell it beside its name the first that fits. */
static char *
describe_topic (const RhumbScene *scene, guint32 c, double room)
{
    if (scene->cluster[c].facts != NULL) {
        g_auto (GStrv) facts = g_strsplit (scene->cluster[c].facts, " · ", -1);
        return rhumb_text_join_fitting (facts, " · ", FACTS_SIZE, FALSE, room);
    }
    const RhumbTopic *topic = rhumb_topics_get_topic (scene->topics, c);
    g_auto (GStrv) terms = rhumb_overview_terms (scene, c, MOST_TERMS);
    g_autofree char *counts = g_strdup_printf (
        "%u %s, %u %s", topic->n_concepts, rhumb_plural (topic->n_concepts, "concept", "concepts"),
        topic->n_papers, rhumb_plural (topic->n_papers, "paper", "papers"));
    for (guint i = 0; terms[i] != NULL; i++) {
        g_autofree char *words = g_strconcat (counts, " · ", terms[i], NULL);
        if (rhumb_text_width (words, FACTS_SIZE, FALSE, 0.0) <= room)
            return g_steal_pointer (&words);
    }
    return g_steal_pointer (&counts);
}

static void
add_topic (Panel *panel, guint32 c, double row)
{
    const gboolean has_colour = panel->scene->options->view != RHUMB_MAP_VIEW_DENSITY &&
                                panel->scene->options->colouring == RHUMB_MAP_COLOUR_TOPIC;
    const RhumbMapMark chip = {.kind = RHUMB_MAP_MARK_BOX,
                               .x = panel->left,
                               .y = panel->y - 11.5,
                               .width = 15,
                               .height = 15,
                               .fill = panel->scene->cluster[c].fill};
    if (has_colour)
        rhumb_map_builder_add_mark (panel->builder, &chip);
    const double indent = has_colour ? 24 : 0;
    const double room = panel->width - indent;
    const RhumbSceneCluster *cluster = &panel->scene->cluster[c];
    const double size = find_size (cluster->parts[0], row > 30 ? 14 : 12.5, room);
    g_autofree char *name =
        rhumb_text_fit_parts (cluster->parts, cluster->between, size, TRUE, room);
    add_words (panel, indent, panel->y + 1, size, TRUE, panel->scene->theme->ink, c, name);
    if (row > 38) {
        g_autofree char *words = describe_topic (panel->scene, c, room);
        add_words (panel, indent, panel->y + 18, FACTS_SIZE, FALSE, panel->scene->theme->faint, c,
                   words);
    }
    panel->y += row;
}

static double
height_of_keys (const RhumbMapOptions *options)
{
    return options->colouring == RHUMB_MAP_COLOUR_TOPIC ? KEY_HEIGHT
                                                        : KEY_HEIGHT + COLOUR_KEY_HEIGHT;
}

static void
add_topics (Panel *panel)
{
    const guint32 n = panel->scene->n_clusters - panel->scene->n_left_out;
    const double room =
        panel->scene->options->height - panel->y - height_of_keys (panel->scene->options);
    const double row = CLAMP (room / MAX (n, 1), NARROW_ROW, WIDE_ROW);
    const guint32 n_fitting = (guint32)MAX (room / row, 1.0);
    const guint32 n_listed = n <= n_fitting ? n : n_fitting - 1;
    guint32 n_seen = 0;
    for (guint32 k = 0; n_seen < n_listed && k < 2 * panel->scene->n_clusters; k++) {
        const guint32 c = k % panel->scene->n_clusters;
        const RhumbSceneCluster *cluster = &panel->scene->cluster[c];
        if (cluster->is_left_out || cluster->is_unlinked != (k >= panel->scene->n_clusters))
            continue;
        add_topic (panel, c, row);
        n_seen++;
    }
    if (n_listed < n) {
        g_autofree char *rest = g_strdup_printf (
            "and %u more %s", n - n_listed, panel->scene->words != NULL ? "clusters" : "topics");
        add_words (panel, 24, panel->y + 1, 12.5, FALSE, panel->scene->theme->faint, RHUMB_NONE,
                   rest);
        panel->y += row;
    }
}

static void
add_size_key (Panel *panel)
{
    const double largest = panel->scene->largest_weight;
    const double sample[] = {1, MIN (MAX (2, floor (largest / 3)), largest), largest};
    add_words (panel, 0, panel->y, 11.5, TRUE, panel->scene->theme->quiet, RHUMB_NONE,
               panel->scene->words != NULL ? panel->scene->words->size
                                           : "Size: papers about the concept");
    double x = panel->left + 6;
    double former = 0;
    for (guint i = 0; i < G_N_ELEMENTS (sample); i++) {
        if (sample[i] <= former)
            continue;
        former = sample[i];
        const double radius = rhumb_scene_radius (panel->scene, sample[i]) *
                              (panel->scene->keeps_places ? panel->scene->shrinking : 1.0);
        const RhumbMapMark ring = {.kind = RHUMB_MAP_MARK_DISC,
                                   .x = x + radius,
                                   .y = panel->y + 36,
                                   .width = 2 * radius,
                                   .height = 2 * radius,
                                   .stroke = panel->scene->theme->ring,
                                   .stroke_width = 1.2};
        rhumb_map_builder_add_mark (panel->builder, &ring);
        g_autofree char *words = g_strdup_printf ("%.0f", sample[i]);
        const RhumbSheetLine line = {.role = RHUMB_MAP_TEXT_LEGEND,
                                     .owner = RHUMB_NONE,
                                     .x = x + radius,
                                     .y = panel->y + 78,
                                     .size = 11,
                                     .room = 60,
                                     .anchor = RHUMB_MAP_ANCHOR_MIDDLE,
                                     .colour = panel->scene->theme->faint};
        rhumb_sheet_write (panel->builder, &line, words);
        x += 2 * radius + 26;
    }
    panel->y += 104;
}

static gboolean
have_citations (const RhumbScene *scene, const GArray *links)
{
    for (guint e = 0; e < links->len; e++) {
        const RhumbSpring *link = &g_array_index (links, RhumbSpring, e);
        if (scene->node[link->from].kind == RHUMB_NODE_PAPER &&
            scene->node[link->to].kind == RHUMB_NODE_PAPER)
            return TRUE;
    }
    return FALSE;
}

static const char *
describe_links (const RhumbScene *scene, const GArray *links)
{
    if (scene->words != NULL)
        return scene->words->links;
    if (scene->options->level == RHUMB_MAP_LEVEL_OVERVIEW)
        return "strongest links between topics";
    if (!scene->options->show_concepts)
        return "strongest links: shared concepts, citations";
    return have_citations (scene, links) ? "strongest links: about, occurs with, cites"
                                         : "strongest links: about, occurs with";
}

static void
add_shape_keys (Panel *panel, const GArray *links)
{
    const RhumbMapOptions *options = panel->scene->options;
    const gboolean is_overview = options->level == RHUMB_MAP_LEVEL_OVERVIEW;
    if (options->show_papers && !is_overview) {
        const RhumbMapMark disc = {.kind = RHUMB_MAP_MARK_DISC,
                                   .x = panel->left + 9,
                                   .y = panel->y - 4,
                                   .width = 6.8,
                                   .height = 6.8,
                                   .fill = panel->scene->theme->paper,
                                   .stroke = panel->scene->theme->quiet,
                                   .stroke_width = 1.5};
        rhumb_map_builder_add_mark (panel->builder, &disc);
        add_words (panel, 26, panel->y, 11.5, FALSE, panel->scene->theme->faint, RHUMB_NONE,
                   "paper");
        panel->y += 22;
    }
    if (links->len == 0)
        return;
    const RhumbMapMark line = {.kind = RHUMB_MAP_MARK_LINE,
                               .x = panel->left,
                               .y = panel->y - 4,
                               .width = 18,
                               .height = 0,
                               .stroke = panel->scene->theme->link,
                               .stroke_width = is_overview ? 6.0 : 1.8};
    rhumb_map_builder_add_mark (panel->builder, &line);
    add_words (panel, 26, panel->y, 11.5, FALSE, panel->scene->theme->faint, RHUMB_NONE,
               describe_links (panel->scene, links));
}

/* Draws the panel on the right of the map. @links: those that are drawn. */
void
rhumb_legend_draw (const RhumbScene *scene, const GArray *links, RhumbMapBuilder *builder)
{
    const RhumbMapOptions *options = scene->options;
    const double side = options->width - RHUMB_LEGEND_WIDTH;
    const RhumbMapMark rule = {.kind = RHUMB_MAP_MARK_LINE,
                               .x = side,
                               .y = 96,
                               .width = 0,
                               .height = options->height - 154,
                               .stroke = scene->theme->rule,
                               .stroke_width = 1};
    rhumb_map_builder_add_mark (builder, &rule);
    Panel panel = {scene, builder, side + 18, RHUMB_LEGEND_WIDTH - 36, 116};
    if (scene->n_nodes == 0)
        return;
    const gboolean lists_papers = options->topic != RHUMB_NONE && options->show_papers;
    add_words (&panel, 0, panel.y, 11.5, TRUE, scene->theme->quiet, RHUMB_NONE,
               scene->words != NULL ? "CLUSTERS"
               : lists_papers       ? "PAPERS"
                                    : "TOPICS");
    panel.y += lists_papers ? 24 : 28;
    if (lists_papers)
        panel.y = rhumb_paper_list_draw (scene, builder,
                                         (RhumbBox){panel.left, panel.y, panel.left + panel.width,
                                                    options->height - height_of_keys (options)});
    else
        add_topics (&panel);
    panel.y += 14;
    if (options->view == RHUMB_MAP_VIEW_DENSITY) {
        rhumb_density_draw_key (scene, builder, panel.left, panel.y, panel.width);
        return;
    }
    panel.y += rhumb_colouring_draw_key (scene, builder, panel.left, panel.y, panel.width);
    if (scene->n_concepts > 0 && options->level == RHUMB_MAP_LEVEL_ATLAS)
        add_size_key (&panel);
    add_shape_keys (&panel, links);
}
