/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Draws a main path or a historiograph along the years.
 *
 * A reader follows the field from the oldest paper at the top to the newest at the bottom: years at
 * the left, one row a paper with its title, its citations, its people and its venue, and lines from
 * each cited paper down to those that cite it. What belongs to one line of development stands in
 * one lane (path-lanes.c); the wider a line, the heavier the citation; the larger a disc, the more
 * papers cite it.
 * Guarantees: no words cover other words or lines, nothing leaves the page, letters are at least 10
 * points high.
 * Cost: rows² for the order of rows.
 */
#include "analytics/layout/path-map.h"

#include <math.h>
#include <string.h>

#include "analytics/layout/colour.h"
#include "analytics/layout/palette.h"
#include "analytics/layout/path-lanes.h"
#include "analytics/layout/path-words.h"
#include "analytics/layout/sheet.h"
#include "analytics/layout/text-extents.h"
#include "graph/error.h"
#include "graph/plural.h"

#define WIDTH 1200.0
#define ROW 36.0
#define YEAR_WIDTH 76.0
#define LANE 44.0
#define FIRST_LANE (RHUMB_SHEET_MARGIN + YEAR_WIDTH + 36)
#define MAX_LANE_ROOM 420.0
#define WIDEST_LANE 120.0
/* Of the way to another lane, how far a line aims aside; above this it would swing too far. */
#define SIDEWAYS 0.75
#define TITLE_SIZE 13.0
#define ABOUT_SIZE 10.5
#define MAX_PAPERS 250
#define PLAIN_RADIUS 5.5
#define LEAST_RADIUS 4.0
#define MOST_RADIUS 10.0
#define GREY 0x8b93a1ff
#define LEADER_GAP 5.0
#define LEAST_LEADER 20.0

typedef struct {
    const RhumbCorpus *corpus;
    const RhumbPathLanes *lanes;
    RhumbRows out;
    RhumbRows in;
    const guint32 *n_citing; /* by row; NULL = not asked for */
    guint32 most_citing;
    RhumbMapBuilder *sheet;
    double lane_width;
    double text_x;
    double width; /* of the page */
    double heaviest;
} Drawing;

static guint32
get_lane (const Drawing *drawing, guint32 row)
{
    return drawing->lanes->lane[drawing->lanes->chain[row]];
}

static double
get_x (const Drawing *drawing, guint32 row)
{
    return FIRST_LANE + get_lane (drawing, row) * drawing->lane_width;
}

static double
get_y (guint32 row)
{
    return RHUMB_SHEET_TOP + (row + 0.5) * ROW;
}

/* Colours tell lines of development: a paper that belongs to none is grey. */
static guint32
get_colour (const Drawing *drawing, guint32 row)
{
    const guint32 v = drawing->lanes->paper[row];
    if (drawing->out.start[v + 1] == drawing->out.start[v] &&
        drawing->in.start[v + 1] == drawing->in.start[v])
        return GREY;
    const guint32 lane = get_lane (drawing, row);
    return lane == 0
               ? 0x33537fff
               : rhumb_colour_mix (rhumb_palette_get (lane % RHUMB_PALETTE_SIZE), 0x333333ff, 0.15);
}

/* Of the papers in rows, how many cite each. */
static guint32 *
count_citing (const RhumbPathLanes *lanes, const RhumbNetwork *cites)
{
    if (cites == NULL)
        return NULL;
    const RhumbRows in = rhumb_network_get_in_rows (cites);
    guint32 *n_citing = g_new (guint32, MAX (lanes->n_rows, 1));
    for (guint32 r = 0; r < lanes->n_rows; r++)
        n_citing[r] = (guint32)(in.start[lanes->paper[r] + 1] - in.start[lanes->paper[r]]);
    return n_citing;
}

static double
get_radius (const Drawing *drawing, guint32 row)
{
    return drawing->n_citing == NULL ? PLAIN_RADIUS
                                     : LEAST_RADIUS + (MOST_RADIUS - LEAST_RADIUS) *
                                                          sqrt ((double)drawing->n_citing[row] /
                                                                MAX (drawing->most_citing, 1));
}

static char *
describe (const Drawing *drawing, guint32 row)
{
    return rhumb_path_describe_paper (drawing->corpus, drawing->lanes->paper[row],
                                      drawing->n_citing != NULL ? &drawing->n_citing[row] : NULL);
}

static void
draw_years (const Drawing *drawing)
{
    int before = -1;
    for (guint32 r = 0; r < drawing->lanes->n_rows; r++) {
        const int year = rhumb_corpus_get_paper (drawing->corpus, drawing->lanes->paper[r])->year;
        if (year == before)
            continue;
        before = year;
        const double top = RHUMB_SHEET_TOP + r * ROW;
        rhumb_sheet_rule (drawing->sheet, RHUMB_SHEET_MARGIN, top,
                          RHUMB_SHEET_MARGIN + YEAR_WIDTH - 8, top, RHUMB_SHEET_RULE, 0.8);
        rhumb_sheet_rule (drawing->sheet, drawing->text_x, top, drawing->width - RHUMB_SHEET_MARGIN,
                          top, RHUMB_SHEET_RULE, 0.8);
        g_autofree char *words = year != 0 ? g_strdup_printf ("%d", year) : g_strdup ("no year");
        const RhumbSheetLine line = {.role = RHUMB_MAP_TEXT_LEGEND,
                                     .owner = RHUMB_NONE,
                                     .x = RHUMB_SHEET_MARGIN,
                                     .y = get_y (r) + 5,
                                     .size = 14,
                                     .room = YEAR_WIDTH,
                                     .bold = TRUE,
                                     .colour = RHUMB_SHEET_QUIET};
        rhumb_sheet_write (drawing->sheet, &line, words);
    }
}

/* From a disc to its title, where other lanes are between. */
static void
draw_leaders (const Drawing *drawing)
{
    for (guint32 r = 0; r < drawing->lanes->n_rows; r++) {
        const double from = get_x (drawing, r) + get_radius (drawing, r) + LEADER_GAP;
        const double to = drawing->text_x - LEADER_GAP;
        if (to - from > LEAST_LEADER)
            rhumb_sheet_rule (drawing->sheet, from, get_y (r), to, get_y (r), RHUMB_SHEET_RULE,
                              0.8);
    }
}

static double
get_width (const Drawing *drawing, double weight)
{
    return 1.2 + 3.6 * sqrt (weight / drawing->heaviest);
}

/* How far a line swings out to pass the papers between two of one lane: the further they are apart,
 * the more, so that lines differ. */
static double
get_bow (const Drawing *drawing, guint32 from, guint32 to)
{
    const guint32 distance = MAX (from, to) - MIN (from, to);
    if (get_lane (drawing, from) != get_lane (drawing, to) || distance < 2)
        return 0;
    return MIN (6 + 3.5 * distance, 36) * MIN (drawing->lane_width / LANE, 1.2);
}

/* Within a lane a line runs down, past what is between; to another lane it leaves and arrives
 * sideways and runs down between lanes, so that it passes no disc whose citation it is not. */
static void
bend (const Drawing *drawing, guint32 from, guint32 to, double *curve)
{
    const double x1 = get_x (drawing, from);
    const double x2 = get_x (drawing, to);
    const double y1 = get_y (from);
    const double y2 = get_y (to);
    const gboolean is_one_lane = get_lane (drawing, from) == get_lane (drawing, to);
    const double bow = get_bow (drawing, from, to);
    const double down =
        is_one_lane ? MIN (fabs (y2 - y1) / 2, ROW * 1.4) * (y2 > y1 ? 1 : -1) : 0.0;
    const double aside = is_one_lane ? -bow : SIDEWAYS * (x2 - x1);
    const double points[] = {
        x1, y1, x1 + aside, y1 + down, is_one_lane ? x2 - bow : x2 - aside, y2 - down, x2, y2};
    memcpy (curve, points, sizeof points);
}

/* Items are numbered by row. */
static void
draw_links (const Drawing *drawing)
{
    for (guint32 r = 0; r < drawing->lanes->n_rows; r++) {
        const guint32 v = drawing->lanes->paper[r];
        for (gsize i = drawing->out.start[v]; i < drawing->out.start[v + 1]; i++) {
            const guint32 to = drawing->lanes->row[drawing->out.node[i]];
            const gboolean chained = drawing->lanes->chain[r] == drawing->lanes->chain[to];
            RhumbMapLink link = {
                .from = r,
                .to = to,
                .strength = drawing->out.weight[i],
                .width = get_width (drawing, drawing->out.weight[i]),
                .colour = (chained ? get_colour (drawing, r) : GREY),
            };
            link.colour = (link.colour & 0xffffff00u) | (chained ? 0xe6 : 0x80);
            bend (drawing, r, to, link.curve);
            rhumb_map_builder_add_link (drawing->sheet, &link);
        }
    }
}

static void
draw_paper (const Drawing *drawing, guint32 r)
{
    const RhumbPaper *paper = rhumb_corpus_get_paper (drawing->corpus, drawing->lanes->paper[r]);
    const char *title = paper->title != NULL ? paper->title : paper->id;
    g_autofree char *about = describe (drawing, r);
    g_autofree char *tooltip = g_strdup_printf ("%s\n%s", title, about);
    g_autofree char *url = rhumb_sheet_link_of_paper (paper);
    const RhumbMapItem item = {.id = paper->id,
                               .kind = RHUMB_NODE_PAPER,
                               .cluster = drawing->lanes->chain[r],
                               .x = get_x (drawing, r),
                               .y = get_y (r),
                               .radius = get_radius (drawing, r),
                               .weight = drawing->n_citing != NULL ? drawing->n_citing[r] : 1,
                               .fill = get_colour (drawing, r),
                               .stroke = 0xffffffff,
                               .stroke_width = 1.4,
                               .name = title,
                               .tooltip = tooltip,
                               .url = url};
    rhumb_map_builder_add_item (drawing->sheet, &item);
    RhumbSheetLine line = {.role = RHUMB_MAP_TEXT_LABEL,
                           .owner = r,
                           .x = drawing->text_x,
                           .y = get_y (r) - 2,
                           .size = TITLE_SIZE,
                           .room = drawing->width - RHUMB_SHEET_MARGIN - drawing->text_x,
                           .colour = RHUMB_SHEET_INK};
    rhumb_sheet_write (drawing->sheet, &line, title);
    line.y = get_y (r) + 12;
    line.size = ABOUT_SIZE;
    line.colour = RHUMB_SHEET_QUIET;
    rhumb_sheet_write (drawing->sheet, &line, about);
}

static gboolean
check_size (const RhumbPathLanes *lanes, GError **error)
{
    if (lanes->n_rows >= 1 && lanes->n_rows <= MAX_PAPERS)
        return TRUE;
    g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_LIMIT,
                 "the path has %u %s, expected 1 to %d for a drawing", lanes->n_rows,
                 rhumb_plural (lanes->n_rows, "paper", "papers"), MAX_PAPERS);
    return FALSE;
}

static double
find_heaviest (RhumbRows rows)
{
    double heaviest = 0;
    for (gsize i = 0; i < rows.start[rows.n_rows]; i++)
        heaviest = MAX (heaviest, rows.weight[i]);
    return heaviest > 0 ? heaviest : 1;
}

static double
measure_titles (const Drawing *drawing)
{
    double widest = 0;
    for (guint32 r = 0; r < drawing->lanes->n_rows; r++) {
        const RhumbPaper *paper =
            rhumb_corpus_get_paper (drawing->corpus, drawing->lanes->paper[r]);
        g_autofree char *about = describe (drawing, r);
        const char *title = paper->title != NULL ? paper->title : paper->id;
        widest = MAX (widest, rhumb_text_width (title, TITLE_SIZE, FALSE, 0.0));
        widest = MAX (widest, rhumb_text_width (about, ABOUT_SIZE, FALSE, 0.0));
    }
    return widest;
}

/* Lanes take what titles leave of the page, so that lines do not crowd beside an empty half; where
 * they leave more, the page is narrower. @least_width: as wide as the page must be. */
static void
find_widths (Drawing *drawing, double least_width)
{
    const guint32 n_lanes = drawing->lanes->n_lanes;
    const double titles = measure_titles (drawing);
    const double least = MIN (LANE, MAX_LANE_ROOM / n_lanes);
    const double room = WIDTH - RHUMB_SHEET_MARGIN - FIRST_LANE - 22 - titles;
    drawing->lane_width = CLAMP (room / n_lanes, least, MAX (least, WIDEST_LANE));
    drawing->text_x = FIRST_LANE + (n_lanes - 1) * drawing->lane_width + 22;
    drawing->width =
        MIN (MAX (drawing->text_x + titles + 1 + RHUMB_SHEET_MARGIN, least_width), WIDTH);
}

/**
 * rhumb_draw_path:
 * @corpus: papers
 * @path: a directed network of them, cited → citing, such as a main path or a historiograph
 * @papers: (array length=n_papers) (nullable): papers that are drawn even without arcs
 * @n_papers: how many
 * @cites: (nullable): the relation citing → cited by which papers are counted that cite each; then
 *   discs are as large as there are many
 * @title: title of the drawing
 * @provenance: (nullable): how it was made
 * @error: return location for an error
 *
 * Draws a path along the years, oldest at the top.
 *
 * Returns: (transfer full): the drawing; or %NULL with %RHUMB_ERROR_LIMIT if the path has no paper,
 *   or more than 250
 *
 * Since: 0.2
 */
RhumbMap *
rhumb_draw_path (const RhumbCorpus *corpus, const RhumbNetwork *path, const guint32 *papers,
                 guint32 n_papers, const RhumbNetwork *cites, const char *title,
                 const char *provenance, GError **error)
{
    g_return_val_if_fail (
        rhumb_network_get_n_from (path) == rhumb_corpus_get_n_papers (corpus) &&
            (rhumb_network_get_n_edges (path) == 0 || rhumb_network_is_weighted (path)),
        NULL);
    g_autoptr (RhumbPathLanes) lanes = rhumb_path_lanes_new (corpus, path, papers, n_papers);
    if (!check_size (lanes, error))
        return NULL;
    g_autofree guint32 *n_citing = count_citing (lanes, cites);
    g_autofree char *subtitle = rhumb_path_describe_page (corpus, lanes, path, cites != NULL);
    Drawing drawing = {
        .corpus = corpus,
        .lanes = lanes,
        .out = rhumb_network_get_out_rows (path),
        .in = rhumb_network_get_in_rows (path),
        .n_citing = n_citing,
        .heaviest = find_heaviest (rhumb_network_get_out_rows (path)),
    };
    for (guint32 r = 0; n_citing != NULL && r < lanes->n_rows; r++)
        drawing.most_citing = MAX (drawing.most_citing, n_citing[r]);
    find_widths (&drawing, rhumb_sheet_find_width (title, subtitle, provenance, WIDTH));
    g_autoptr (RhumbMapBuilder) sheet =
        rhumb_sheet_new (drawing.width, RHUMB_SHEET_TOP + lanes->n_rows * ROW + RHUMB_SHEET_BOTTOM,
                         title, subtitle, provenance);
    drawing.sheet = sheet;
    draw_years (&drawing);
    draw_leaders (&drawing);
    draw_links (&drawing);
    for (guint32 r = 0; r < lanes->n_rows; r++)
        draw_paper (&drawing, r);
    return rhumb_map_builder_freeze (sheet, error);
}
