/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Draws a tree of topics as a dendrogram.
 *
 * A reader sees which topics are near each other, how near, and what they are called together: one
 * row a topic at the right, joined from right to left where their similarity is, down to all papers
 * at the left. Similarity stands on a logarithmic axis, because it is a ratio: 1 means as many
 * links as chance would make, 2 twice as many. What has no links at all is joined at the left end.
 * Of the two parts of a joint the one with more papers stands first, so that the largest topics are
 * at the top, and no lines cross.
 * Guarantees: no words cover other words or lines, nothing leaves the page, letters are at least 10
 * points high; a name without room is left to tooltips.
 * Cost: linear in topics, the depth of the tree for the order of rows.
 */
#include "analytics/layout/dendrogram.h"

#include <math.h>
#include <string.h>

#include "analytics/cluster/labels.h"
#include "analytics/layout/colour.h"
#include "analytics/layout/sheet.h"
#include "analytics/layout/text-block.h"
#include "analytics/layout/text-extents.h"
#include "analytics/layout/topic-colours.h"
#include "graph/error.h"
#include "graph/plural.h"

#define WIDTH 1200.0
#define ROW 34.0
#define AXIS 46.0
#define LEAF_ROOM 330.0
#define STEM_SIZE 10.5
#define STEM_LEADING 11.5
#define MOST_LINES 3
#define STEM 26.0
#define LEAST_STEM 64.0
#define MOST_TOPICS 500
#define GREY 0x7d8797ff

typedef struct {
    const RhumbTopics *topics;
    const RhumbHierarchy *hierarchy;
    const char *const *labels;
    const RhumbClusterColours *colours;
    guint32 n_leaves;
    guint32 n_nodes;
    double left; /* end of the axis */
    double right;
    double least; /* logarithms of the similarities at these ends */
    double greatest;
    double *x;
    double *y;
    RhumbMapBuilder *sheet;
} Tree;

static void
find_rows (Tree *tree)
{
    g_autofree guint32 *nodes = rhumb_hierarchy_list_downwards (tree->hierarchy);
    guint32 n_rows = 0;
    for (guint32 i = 0; i < tree->n_nodes; i++) {
        if (nodes[i] < tree->n_leaves)
            tree->y[nodes[i]] = RHUMB_SHEET_TOP + AXIS + (n_rows++ + 0.5) * ROW;
    }
    for (guint32 v = tree->n_leaves; v < tree->n_nodes; v++) {
        const guint32 *part = rhumb_hierarchy_get_parts (tree->hierarchy, v);
        tree->y[v] = (tree->y[part[0]] + tree->y[part[1]]) / 2;
    }
}

static double
place_of (const Tree *tree, double similarity)
{
    const double at = similarity > 0 ? log (similarity) : -INFINITY;
    const double span = tree->greatest - tree->least;
    return tree->left +
           (tree->right - tree->left) * CLAMP ((at - tree->least) / MAX (span, 1e-9), 0.0, 1.0);
}

/* The axis has a margin at both ends, so that neither the root nor the last joint is at one. */
static void
find_heights (Tree *tree)
{
    const double *similarity = rhumb_hierarchy_get_similarities (tree->hierarchy);
    tree->least = INFINITY;
    tree->greatest = -INFINITY;
    for (guint32 v = tree->n_leaves; v < tree->n_nodes; v++) {
        if (!(similarity[v] > 0))
            continue;
        tree->least = MIN (tree->least, log (similarity[v]));
        tree->greatest = MAX (tree->greatest, log (similarity[v]));
    }
    if (tree->least > tree->greatest)
        tree->least = tree->greatest = 0;
    const double margin = MAX (0.12 * (tree->greatest - tree->least), 0.2);
    tree->least -= margin;
    tree->greatest += margin;
    for (guint32 v = 0; v < tree->n_nodes; v++)
        tree->x[v] = v < tree->n_leaves ? tree->right : place_of (tree, similarity[v]);
}

static void
write_tick (const Tree *tree, double similarity)
{
    char number[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd (number, sizeof number, "%.6g", similarity);
    const double x = place_of (tree, similarity);
    rhumb_sheet_rule (tree->sheet, x, RHUMB_SHEET_TOP + 34, x,
                      RHUMB_SHEET_TOP + AXIS + tree->n_leaves * ROW, RHUMB_SHEET_RULE, 0.8);
    const RhumbSheetLine line = {.role = RHUMB_MAP_TEXT_LEGEND,
                                 .owner = RHUMB_NONE,
                                 .x = x,
                                 .y = RHUMB_SHEET_TOP + 28,
                                 .size = 11,
                                 .anchor = RHUMB_MAP_ANCHOR_MIDDLE,
                                 .colour = RHUMB_SHEET_QUIET};
    rhumb_sheet_write (tree->sheet, &line, number);
}

/* Ticks at 1, 2 and 5 times powers of ten that are within the axis, not too near each other. */
static void
draw_axis (const Tree *tree)
{
    const RhumbSheetLine line = {.role = RHUMB_MAP_TEXT_LEGEND,
                                 .owner = RHUMB_NONE,
                                 .x = RHUMB_SHEET_MARGIN,
                                 .y = RHUMB_SHEET_TOP + 8,
                                 .size = 11,
                                 .room = tree->right - tree->left,
                                 .bold = TRUE,
                                 .colour = RHUMB_SHEET_QUIET};
    rhumb_sheet_write (tree->sheet, &line,
                       "similarity: links between two parts, 1 = as many as chance would make");
    static const double step[] = {1, 2, 5};
    double before = -INFINITY;
    for (int power = -12; power <= 12; power++) {
        for (guint i = 0; i < G_N_ELEMENTS (step); i++) {
            const double similarity = step[i] * pow (10, power);
            const double at = log (similarity);
            if (at < tree->least || at > tree->greatest ||
                place_of (tree, similarity) < before + 46)
                continue;
            before = place_of (tree, similarity);
            write_tick (tree, similarity);
        }
    }
}

static GStrv
split_label (const Tree *tree, guint32 v)
{
    return rhumb_label_split (rhumb_topics_get_graph (tree->topics), tree->labels[v], NULL, 0);
}

static void
draw_leaf (const Tree *tree, guint32 t)
{
    const RhumbTopic *topic = rhumb_topics_get_topic (tree->topics, t);
    g_autofree char *papers = g_strdup_printf ("%u %s", topic->n_papers,
                                               rhumb_plural (topic->n_papers, "paper", "papers"));
    const RhumbSheetDisc disc = {.x = tree->x[t],
                                 .y = tree->y[t],
                                 .radius = 6,
                                 .stroke_width = 1.2,
                                 .fill = tree->colours[t].fill};
    rhumb_sheet_add_topic (tree->sheet, tree->topics, t, &disc, papers);
    RhumbSheetLine line = {.role = RHUMB_MAP_TEXT_LABEL,
                           .owner = t,
                           .x = tree->x[t] + 14,
                           .y = tree->y[t] + 1,
                           .size = 13,
                           .room = LEAF_ROOM - 16,
                           .bold = TRUE,
                           .colour = RHUMB_SHEET_INK};
    g_auto (GStrv) parts = split_label (tree, t);
    g_autofree char *name =
        rhumb_text_fit_parts (parts, RHUMB_BETWEEN_LABEL_PARTS, line.size, TRUE, line.room);
    rhumb_sheet_write (tree->sheet, &line, name);
    line.role = RHUMB_MAP_TEXT_LEGEND;
    line.owner = RHUMB_NONE;
    line.y += 13;
    line.size = 10.5;
    line.bold = FALSE;
    line.colour = RHUMB_SHEET_QUIET;
    rhumb_sheet_write (tree->sheet, &line, papers);
}

/* Lines of a name that all fit, two if they do, else three; %NULL if none do. */
static RhumbTextBlock *
break_name (const char *name, double room)
{
    for (guint n_lines = 2; n_lines <= MOST_LINES; n_lines++) {
        RhumbTextBlock *block = rhumb_text_block_new (name, n_lines, 1, STEM_SIZE, FALSE, 0.0);
        if (block->width <= room)
            return block;
        rhumb_text_block_free (block);
    }
    return NULL;
}

/* The name of what is joined above its stem: on one line, else its first part on more, else
 * shortened. No other line is nearer than one row and a half. */
static void
name_stem (const Tree *tree, guint32 v, double room)
{
    RhumbSheetLine line = {.role = RHUMB_MAP_TEXT_TERM,
                           .owner = RHUMB_NONE,
                           .x = tree->x[v] - 5,
                           .y = tree->y[v] - 4.5,
                           .size = STEM_SIZE,
                           .halo = TRUE,
                           .anchor = RHUMB_MAP_ANCHOR_END,
                           .colour = RHUMB_SHEET_QUIET};
    g_auto (GStrv) parts = split_label (tree, v);
    g_autofree char *words =
        rhumb_text_fit_parts (parts, RHUMB_BETWEEN_LABEL_PARTS, STEM_SIZE, FALSE, room);
    g_autoptr (RhumbTextBlock) block =
        g_str_has_suffix (words, "…") ? break_name (parts[0], room) : NULL;
    if (block == NULL) {
        rhumb_sheet_write (tree->sheet, &line, words);
        return;
    }
    for (guint i = block->n_lines; i-- > 0; line.y -= STEM_LEADING)
        rhumb_sheet_write (tree->sheet, &line, block->lines[i]);
}

/* The line from a node to the joint that holds it, with the name of what is joined above it. */
static void
draw_stem (const Tree *tree, guint32 v)
{
    const guint32 parent = rhumb_hierarchy_get_parents (tree->hierarchy)[v];
    const double from = parent == RHUMB_NONE ? tree->x[v] - STEM : tree->x[parent];
    const gboolean is_leaf = v < tree->n_leaves;
    rhumb_sheet_rule (tree->sheet, from, tree->y[v], tree->x[v], tree->y[v],
                      is_leaf ? rhumb_colour_mix (tree->colours[v].fill, 0x333333ff, 0.1) : GREY,
                      is_leaf ? 2.4 : 1.6);
    const double room = tree->x[v] - from - 8;
    if (is_leaf || room < LEAST_STEM)
        return;
    name_stem (tree, v, room);
}

static void
draw_tree (Tree *tree)
{
    find_rows (tree);
    find_heights (tree);
    draw_axis (tree);
    for (guint32 v = tree->n_leaves; v < tree->n_nodes; v++) {
        const guint32 *part = rhumb_hierarchy_get_parts (tree->hierarchy, v);
        rhumb_sheet_rule (tree->sheet, tree->x[v], tree->y[part[0]], tree->x[v], tree->y[part[1]],
                          GREY, 1.6);
    }
    for (guint32 v = 0; v < tree->n_nodes; v++)
        draw_stem (tree, v);
    for (guint32 t = 0; t < tree->n_leaves; t++)
        draw_leaf (tree, t);
}

/**
 * rhumb_draw_tree:
 * @topics: topics
 * @hierarchy: what rhumb_link_topics() made of them, with RHUMB_LINKAGE_PARIS
 * @labels: (array): a name for each node of @hierarchy, as from rhumb_label_hierarchy()
 * @title: title of the drawing
 * @provenance: (nullable): how it was made
 * @error: return location for an error
 *
 * Draws a tree of topics as a dendrogram with its similarities on an axis, topics in the colours
 * that they have on maps.
 *
 * Returns: (transfer full): the drawing; or %NULL with %RHUMB_ERROR_LIMIT without topics or with
 *   more than 500
 *
 * Since: 0.2
 */
RhumbMap *
rhumb_draw_tree (const RhumbTopics *topics, const RhumbHierarchy *hierarchy,
                 const char *const *labels, const char *title, const char *provenance,
                 GError **error)
{
    const guint32 n = rhumb_topics_get_n_topics (topics);
    g_return_val_if_fail (rhumb_hierarchy_get_n_leaves (hierarchy) == n, NULL);
    if (n == 0 || n > MOST_TOPICS) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_LIMIT,
                     "there are %u topics, expected 1 to %u for the drawing of a tree", n,
                     MOST_TOPICS);
        return NULL;
    }
    const guint32 n_nodes = rhumb_hierarchy_get_n_nodes (hierarchy);
    const double height = RHUMB_SHEET_TOP + AXIS + n * ROW + RHUMB_SHEET_BOTTOM;
    g_autofree char *subtitle = g_strdup_printf (
        "%u %s; the further right two are joined, the more alike they are; a name above a line is of "
        "all to its right",
        n, rhumb_plural (n, "topic", "topics"));
    g_autoptr (RhumbMapBuilder) sheet =
        rhumb_sheet_new (WIDTH, height, title, subtitle, provenance);
    g_autofree double *x = g_new (double, n_nodes);
    g_autofree double *y = g_new (double, n_nodes);
    g_autofree RhumbClusterColours *colours =
        rhumb_topic_colours (rhumb_theme_get (RHUMB_MAP_THEME_LIGHT), topics);
    Tree tree = {.topics = topics,
                 .hierarchy = hierarchy,
                 .labels = labels,
                 .colours = colours,
                 .n_leaves = n,
                 .n_nodes = n_nodes,
                 .left = RHUMB_SHEET_MARGIN + STEM,
                 .right = WIDTH - RHUMB_SHEET_MARGIN - LEAF_ROOM,
                 .x = x,
                 .y = y,
                 .sheet = sheet};
    draw_tree (&tree);
    return rhumb_map_builder_freeze (sheet, error);
}
