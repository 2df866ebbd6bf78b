/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Draws a strategic diagram.
 *
 * A reader sees which themes drive the field (top right), which stand aside (top left), which carry
 * it (bottom right) and which come or go (bottom left). Places are ranks, so that themes never
 * crowd in a corner; the size of a disc is the number of papers.
 * Guarantees: no words cover other words or a disc, letters are at least 10 points high. Names that
 * find no place are left to tooltips (theme-names.c).
 * Cost: themes².
 */
#include "analytics/layout/strategic-map.h"

#include <math.h>

#include "analytics/layout/geometry.h"
#include "analytics/layout/sheet.h"
#include "analytics/layout/text-extents.h"
#include "analytics/layout/theme-names.h"
#include "analytics/layout/topic-colours.h"
#include "graph/error.h"
#include "graph/plural.h"

#define WIDTH 1200.0
#define HEIGHT 900.0
#define MANY 20    /* themes; of more, discs are smaller */
#define STRIP 44.0 /* left free along the cuts */

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
find_places (RhumbStrategicDiagram *diagram)
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
write_fixed (RhumbStrategicDiagram *diagram, const char *words, double x, double y,
             RhumbMapAnchor anchor, double size, gboolean bold)
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
draw_frame (RhumbStrategicDiagram *diagram)
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

static void
draw_theme (RhumbStrategicDiagram *diagram, guint32 t)
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
    RhumbStrategicDiagram diagram = {.topics = topics,
                                     .place = place,
                                     .n = n,
                                     .plot = {RHUMB_SHEET_MARGIN, RHUMB_SHEET_TOP + 16,
                                              WIDTH - RHUMB_SHEET_MARGIN,
                                              HEIGHT - RHUMB_SHEET_BOTTOM - 24},
                                     .centre = centre,
                                     .radius = radius,
                                     .taken = taken,
                                     .colours = colours,
                                     .sheet = sheet};
    find_places (&diagram);
    draw_frame (&diagram);
    for (guint32 t = 0; t < n; t++)
        draw_theme (&diagram, t);
    rhumb_theme_names_draw (&diagram);
    return rhumb_map_builder_freeze (sheet, error);
}
