/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Draws a strategic diagram.
 *
 * A reader sees which themes drive the field (top right), which stand aside (top left), which carry
 * it (bottom right) and which come or go (bottom left). Places are ranks, so that themes never
 * crowd in a corner; the size of a disc is the number of papers.
 * Names and numbers of papers are put where they cover no disc and no other words: beside the disc,
 * else further out in 16 directions.
 * Guarantees: no words cover other words or a disc, letters are at least 10 points high. Names that
 * find no place are left to tooltips.
 * Cost: themes².
 */
#include "analytics/layout/strategic-map.h"

#include <math.h>

#include "analytics/cluster/labels.h"
#include "analytics/layout/geometry.h"
#include "analytics/layout/sheet.h"
#include "analytics/layout/text-extents.h"
#include "analytics/layout/topic-colours.h"
#include "graph/error.h"
#include "graph/plural.h"

#define WIDTH 1200.0
#define HEIGHT 900.0
#define LABEL_SIZE 13.0
#define COUNT_SIZE 10.5
#define LABEL_ROOM 260.0
#define N_RINGS 12
#define MANY 20    /* themes; of more, discs are smaller */
#define STRIP 44.0 /* left free along the cuts */

typedef struct {
    const RhumbTopics *topics;
    const RhumbThemePlace *place;
    guint32 n;
    RhumbBox plot;
    double cut_x;
    double cut_y;
    RhumbPoint *centre;
    double *radius;
    GArray *taken; /* boxes of words */
    const RhumbClusterColours *colours;
    RhumbMapBuilder *sheet;
} Diagram;

static gboolean
is_central (RhumbQuadrant quadrant)
{
    return quadrant == RHUMB_QUADRANT_MOTOR || quadrant == RHUMB_QUADRANT_BASIC;
}

static gboolean
is_dense (RhumbQuadrant quadrant)
{
    return quadrant == RHUMB_QUADRANT_MOTOR || quadrant == RHUMB_QUADRANT_NICHE;
}

/* Quadrants meet between the ranks that they part. */
static void
find_places (Diagram *diagram)
{
    const RhumbBox plot = diagram->plot;
    guint32 n_aside = 0;
    guint32 n_loose = 0;
    guint32 largest = 1;
    for (guint32 t = 0; t < diagram->n; t++) {
        n_aside += !is_central (diagram->place[t].quadrant);
        n_loose += !is_dense (diagram->place[t].quadrant);
        largest = MAX (largest, rhumb_topics_get_topic (diagram->topics, t)->n_papers);
    }
    const double inner = 36; /* discs keep off the frame */
    const double shrinking = MIN (1.0, sqrt (MANY / (double)diagram->n));
    const double width = plot.right - plot.left - 2 * inner - STRIP;
    const double height = plot.bottom - plot.top - 2 * inner - STRIP;
    diagram->cut_x = plot.left + inner + width * n_aside / diagram->n + STRIP / 2;
    diagram->cut_y = plot.bottom - inner - height * n_loose / diagram->n - STRIP / 2;
    for (guint32 t = 0; t < diagram->n; t++) {
        const double papers = rhumb_topics_get_topic (diagram->topics, t)->n_papers;
        diagram->centre[t].x = plot.left + inner +
                               width * (diagram->place[t].centrality_rank - 0.5) / diagram->n +
                               (is_central (diagram->place[t].quadrant) ? STRIP : 0);
        diagram->centre[t].y = plot.bottom - inner -
                               height * (diagram->place[t].density_rank - 0.5) / diagram->n -
                               (is_dense (diagram->place[t].quadrant) ? STRIP : 0);
        diagram->radius[t] = (7 + 21 * sqrt (papers / largest)) * shrinking;
    }
}

static void
write_fixed (Diagram *diagram, const char *words, double x, double y, RhumbMapAnchor anchor,
             double size, gboolean bold)
{
    const RhumbSheetLine line = {.role = RHUMB_MAP_TEXT_LEGEND,
                                 .owner = RHUMB_NONE,
                                 .x = x,
                                 .y = y,
                                 .size = size,
                                 .bold = bold,
                                 .anchor = anchor,
                                 .colour = RHUMB_SHEET_QUIET};
    rhumb_sheet_write (diagram->sheet, &line, words);
    const double width = rhumb_text_width (words, size, bold, 0);
    const double left = anchor == RHUMB_MAP_ANCHOR_END      ? x - width
                        : anchor == RHUMB_MAP_ANCHOR_MIDDLE ? x - width / 2
                                                            : x;
    const RhumbBox box = {left, y - size, left + width, y + size * RHUMB_TEXT_DESCENT};
    g_array_append_val (diagram->taken, box);
}

static void
draw_frame (Diagram *diagram)
{
    const RhumbBox plot = diagram->plot;
    const RhumbMapMark motor = {.kind = RHUMB_MAP_MARK_BOX,
                                .x = diagram->cut_x,
                                .y = plot.top,
                                .width = plot.right - diagram->cut_x,
                                .height = diagram->cut_y - plot.top,
                                .fill = 0xf1f4f8ff};
    if (motor.width > 0 && motor.height > 0)
        rhumb_map_builder_add_mark (diagram->sheet, &motor);
    rhumb_sheet_rule (diagram->sheet, diagram->cut_x, plot.top, diagram->cut_x, plot.bottom,
                      0x8b93a1ff, 1);
    rhumb_sheet_rule (diagram->sheet, plot.left, diagram->cut_y, plot.right, diagram->cut_y,
                      0x8b93a1ff, 1);
    write_fixed (diagram, "Niche", plot.left + 8, plot.top + 22, RHUMB_MAP_ANCHOR_START, 15, TRUE);
    write_fixed (diagram, "Motor", plot.right - 8, plot.top + 22, RHUMB_MAP_ANCHOR_END, 15, TRUE);
    write_fixed (diagram, "Emerging or declining", plot.left + 8, plot.bottom - 12,
                 RHUMB_MAP_ANCHOR_START, 15, TRUE);
    write_fixed (diagram, "Basic", plot.right - 8, plot.bottom - 12, RHUMB_MAP_ANCHOR_END, 15,
                 TRUE);
    write_fixed (diagram, "↑ density: how closely the theme’s own concepts belong together",
                 plot.left, plot.top - 8, RHUMB_MAP_ANCHOR_START, 11.5, FALSE);
    write_fixed (diagram, "centrality: how strongly the theme is tied to others →", plot.right,
                 plot.bottom + 18, RHUMB_MAP_ANCHOR_END, 11.5, FALSE);
}

/* The quadrant in which a theme is drawn. */
static RhumbBox
find_quadrant (const Diagram *diagram, guint32 t)
{
    RhumbBox box = diagram->plot;
    *(diagram->centre[t].x < diagram->cut_x ? &box.right : &box.left) = diagram->cut_x;
    *(diagram->centre[t].y < diagram->cut_y ? &box.bottom : &box.top) = diagram->cut_y;
    return box;
}

/* Names stay in the quadrant of their theme if they can. */
static gboolean
is_free (const Diagram *diagram, guint32 theme, RhumbBox box, gboolean may_cross)
{
    const RhumbBox quadrant = find_quadrant (diagram, theme);
    if (!rhumb_box_contains_box (diagram->plot, box))
        return FALSE;
    if (!may_cross && !rhumb_box_contains_box (quadrant, box))
        return FALSE;
    for (guint i = 0; i < diagram->taken->len; i++) {
        if (rhumb_boxes_overlap (box, g_array_index (diagram->taken, RhumbBox, i), 4))
            return FALSE;
    }
    for (guint32 t = 0; t < diagram->n; t++) {
        if (rhumb_box_touches_disc (box, diagram->centre[t], diagram->radius[t] + 3))
            return FALSE;
    }
    return TRUE;
}

/* The first free place around a disc, nearest first, to the right first. */
static gboolean
search_places (const Diagram *diagram, guint32 t, RhumbPoint size, gboolean may_cross,
               RhumbBox *box)
{
    static const double ANGLE[] = {0, 4, 2, 6, 1, 7, 3, 5, 0.5, 7.5, 3.5, 4.5, 1.5, 2.5, 5.5, 6.5};
    for (guint ring = 0; ring < N_RINGS; ring++) {
        for (guint i = 0; i < G_N_ELEMENTS (ANGLE); i++) {
            const double angle = ANGLE[i] * G_PI / 4;
            const double reach = diagram->radius[t] + 5 + ring * 6;
            const RhumbPoint place = {
                diagram->centre[t].x + cos (angle) * (reach + size.x / 2),
                diagram->centre[t].y - sin (angle) * (reach + size.y / 2),
            };
            *box = rhumb_box_around (place, size.x, size.y);
            if (is_free (diagram, t, *box, may_cross))
                return TRUE;
        }
    }
    return FALSE;
}

static gboolean
find_label_place (const Diagram *diagram, guint32 t, RhumbPoint size, RhumbBox *box)
{
    return search_places (diagram, t, size, FALSE, box) ||
           search_places (diagram, t, size, TRUE, box);
}

/* Words beside a disc begin or end at it, whatever letters they are drawn with. */
static void
write_label (Diagram *diagram, guint32 t, RhumbBox box, const char *label, const char *papers)
{
    const RhumbPoint centre = diagram->centre[t];
    RhumbSheetLine line = {.role = RHUMB_MAP_TEXT_LABEL,
                           .owner = t,
                           .x = (box.left + box.right) / 2,
                           .y = box.top + LABEL_SIZE * (1.2 - RHUMB_TEXT_DESCENT),
                           .size = LABEL_SIZE,
                           .bold = TRUE,
                           .halo = TRUE,
                           .anchor = RHUMB_MAP_ANCHOR_MIDDLE,
                           .colour = RHUMB_SHEET_INK};
    if (box.left >= centre.x || box.right <= centre.x) {
        line.anchor = box.left >= centre.x ? RHUMB_MAP_ANCHOR_START : RHUMB_MAP_ANCHOR_END;
        line.x = box.left >= centre.x ? box.left : box.right;
    }
    rhumb_sheet_write (diagram->sheet, &line, label);
    line.y += COUNT_SIZE * 1.2;
    line.size = COUNT_SIZE;
    line.bold = FALSE;
    line.role = RHUMB_MAP_TEXT_LEGEND;
    line.colour = RHUMB_SHEET_QUIET;
    if (papers != NULL)
        rhumb_sheet_write (diagram->sheet, &line, papers);
}

/* Finds places for all names, with the numbers of papers or without; FALSE if one has none, its box
 * is then empty. */
static gboolean
place_labels (Diagram *diagram, char *const *label, char *const *papers, RhumbBox *box)
{
    const guint n_fixed = diagram->taken->len;
    gboolean have_all = TRUE;
    for (guint32 t = 0; t < diagram->n; t++) {
        RhumbPoint size = {rhumb_text_width (label[t], LABEL_SIZE, TRUE, 0), LABEL_SIZE * 1.2};
        if (papers != NULL) {
            size.x = MAX (size.x, rhumb_text_width (papers[t], COUNT_SIZE, FALSE, 0));
            size.y += COUNT_SIZE * 1.2;
        }
        if (find_label_place (diagram, t, size, &box[t]))
            g_array_append_val (diagram->taken, box[t]);
        else
            box[t] = (RhumbBox){0};
        have_all = have_all && box[t].right > box[t].left;
    }
    g_array_set_size (diagram->taken, n_fixed);
    return have_all;
}

/* Where there is no room for all names with the numbers of papers, numbers are left to tooltips. */
static void
draw_labels (Diagram *diagram)
{
    g_autoptr (GPtrArray) label = g_ptr_array_new_with_free_func (g_free);
    g_autoptr (GPtrArray) papers = g_ptr_array_new_with_free_func (g_free);
    g_autofree RhumbBox *box = g_new (RhumbBox, diagram->n);
    for (guint32 t = 0; t < diagram->n; t++) {
        const RhumbTopic *topic = rhumb_topics_get_topic (diagram->topics, t);
        g_auto (GStrv) parts = rhumb_label_split (rhumb_topics_get_graph (diagram->topics),
                                                  topic->label, topic->concepts, topic->n_concepts);
        g_ptr_array_add (label, rhumb_text_fit_parts (parts, RHUMB_BETWEEN_LABEL_PARTS, LABEL_SIZE,
                                                      TRUE, LABEL_ROOM));
        g_ptr_array_add (papers,
                         g_strdup_printf ("%u %s", topic->n_papers,
                                          rhumb_plural (topic->n_papers, "paper", "papers")));
    }
    char *const *names = (char *const *)label->pdata;
    char *const *counts = (char *const *)papers->pdata;
    if (!place_labels (diagram, names, counts, box)) {
        counts = NULL;
        place_labels (diagram, names, NULL, box);
    }
    for (guint32 t = 0; t < diagram->n; t++) {
        if (box[t].right > box[t].left)
            write_label (diagram, t, box[t], names[t], counts != NULL ? counts[t] : NULL);
    }
}

static void
draw_theme (Diagram *diagram, guint32 t)
{
    const RhumbTopic *topic = rhumb_topics_get_topic (diagram->topics, t);
    char centrality[G_ASCII_DTOSTR_BUF_SIZE];
    char density[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd (centrality, sizeof centrality, "%.3g", diagram->place[t].centrality);
    g_ascii_formatd (density, sizeof density, "%.3g", diagram->place[t].density);
    g_autofree char *facts =
        g_strdup_printf ("%s · %u %s · centrality %s · density %s",
                         rhumb_quadrant_get_name (diagram->place[t].quadrant), topic->n_papers,
                         rhumb_plural (topic->n_papers, "paper", "papers"), centrality, density);
    const RhumbSheetDisc disc = {.x = diagram->centre[t].x,
                                 .y = diagram->centre[t].y,
                                 .radius = diagram->radius[t],
                                 .stroke_width = 1.4,
                                 .fill = diagram->colours[t].fill};
    rhumb_sheet_add_topic (diagram->sheet, diagram->topics, t, &disc, facts);
}

/**
 * rhumb_draw_themes:
 * @topics: topics of a knowledge graph
 * @place: (array): place of each of them, as from rhumb_place_themes()
 * @title: title of the drawing
 * @provenance: (nullable): how it was made
 * @error: return location for an error
 *
 * Draws topics as themes of a strategic diagram.
 *
 * Returns: (transfer full): the drawing; or %NULL with %RHUMB_ERROR_LIMIT without topics
 *
 * Since: 0.2
 */
RhumbMap *
rhumb_draw_themes (const RhumbTopics *topics, const RhumbThemePlace *place, const char *title,
                   const char *provenance, GError **error)
{
    const guint32 n = rhumb_topics_get_n_topics (topics);
    if (n == 0) {
        g_set_error_literal (error, RHUMB_ERROR, RHUMB_ERROR_LIMIT,
                             "there are no topics, expected at least one for a drawing");
        return NULL;
    }
    g_autofree char *subtitle = g_strdup_printf (
        "%u %s by rank of centrality and density; the size of a disc is the number of papers", n,
        rhumb_plural (n, "theme", "themes"));
    g_autoptr (RhumbMapBuilder) sheet =
        rhumb_sheet_new (WIDTH, HEIGHT, title, subtitle, provenance);
    g_autofree RhumbPoint *centre = g_new (RhumbPoint, n);
    g_autofree double *radius = g_new (double, n);
    g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (RhumbBox));
    g_autofree RhumbClusterColours *colours =
        rhumb_topic_colours (rhumb_theme_get (RHUMB_MAP_THEME_LIGHT), topics);
    Diagram diagram = {.topics = topics,
                       .place = place,
                       .n = n,
                       .plot = {RHUMB_SHEET_MARGIN, RHUMB_SHEET_TOP + 16,
                                WIDTH - RHUMB_SHEET_MARGIN, HEIGHT - RHUMB_SHEET_BOTTOM - 24},
                       .centre = centre,
                       .radius = radius,
                       .taken = taken,
                       .colours = colours,
                       .sheet = sheet};
    find_places (&diagram);
    draw_frame (&diagram);
    for (guint32 t = 0; t < n; t++)
        draw_theme (&diagram, t);
    draw_labels (&diagram);
    return rhumb_map_builder_freeze (sheet, error);
}
