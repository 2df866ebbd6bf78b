/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Draws the evolution of themes as a Sankey diagram.
 *
 * A reader follows each theme from the left, the oldest period, to the right: the height of a bar
 * is the number of papers, a band leads to each theme that shares concepts, as wide as its share of
 * the links of both its ends (evolution-columns.c says where bars stand). The largest themes of
 * each period are drawn and the others counted; a period without any is a heading. Guarantees: no
 * words cover other words, nothing leaves the page, letters are at least 10 points high. Cost:
 * themes².
 */
#include "analytics/layout/evolution-map.h"

#include <math.h>
#include <string.h>

#include "analytics/layout/colour.h"
#include "analytics/layout/evolution-columns.h"
#include "analytics/layout/sheet.h"
#include "analytics/layout/text-extents.h"
#include "graph/error.h"
#include "graph/plural.h"

#define WIDTH 1120.0
#define LEAST_WIDTH 600.0 /* room for what stands above */
#define COLUMN 125.0      /* letters stay readable on a page of 1600 dots */
#define WIDEST_LAST 300.0
#define BAR 12.0
#define GAPS 14.0 /* beside a label */
#define LETTERS 12.5
#define HEADING 46.0
#define MAX_PERIODS 14
#define N_CONCEPTS 10

/* What of a bar's sides the bands take. */
typedef struct {
    double left_used;
    double right_used;
    double left_total; /* strength of its links */
    double right_total;
} Sides;

typedef struct {
    const RhumbEvolutionColumns *columns;
    Sides *sides;
    double x[MAX_PERIODS + 1]; /* where columns begin, and where the last one ends */
    guint32 n_regions;
    RhumbMapBuilder *sheet;
} Sankey;

static gboolean
is_drawn (const Sankey *sankey, const RhumbThemeLink *link)
{
    return sankey->columns->bar[link->from].drawn && sankey->columns->bar[link->to].drawn;
}

/* A closed outline of four sides, upper and lower ones curved. */
static void
add_region (Sankey *sankey, const double *upper, const double *lower, guint32 fill,
            const char *name)
{
    const double x1 = upper[0], y1 = upper[1], x2 = upper[2], y2 = upper[3];
    const double y3 = lower[3], y4 = lower[1];
    const double middle = (x1 + x2) / 2;
    const double outline[] = {
        x1,     y1,                     /* start */
        middle, y1, middle, y2, x2, y2, /* upper side */
        x2,     y2, x2,     y3, x2, y3, /* right */
        middle, y3, middle, y4, x1, y4, /* lower side */
        x1,     y4, x1,     y1, x1, y1, /* left */
    };
    const RhumbMapRegion region = {.cluster = sankey->n_regions++,
                                   .name = name,
                                   .fill = fill,
                                   .outline = outline,
                                   .n_segments = 4};
    rhumb_map_builder_add_region (sankey->sheet, &region);
}

static void
add_totals (Sankey *sankey)
{
    for (guint32 i = 0; i < sankey->columns->n_links; i++) {
        if (!is_drawn (sankey, &sankey->columns->link[i]))
            continue;
        sankey->sides[sankey->columns->link[i].from].right_total +=
            sankey->columns->link[i].strength;
        sankey->sides[sankey->columns->link[i].to].left_total += sankey->columns->link[i].strength;
    }
}

/* Bands of a bar are stacked in the order of the bars at their other ends. */
static int
compare_links (gconstpointer a, gconstpointer b, gpointer user_data)
{
    const Sankey *sankey = user_data;
    const RhumbThemeLink *first = &sankey->columns->link[*(const guint32 *)a];
    const RhumbThemeLink *second = &sankey->columns->link[*(const guint32 *)b];
    const double from =
        sankey->columns->bar[first->from].top - sankey->columns->bar[second->from].top;
    const double to = sankey->columns->bar[first->to].top - sankey->columns->bar[second->to].top;
    if (fabs (from) > 1e-9)
        return from < 0 ? -1 : 1;
    return (to > 0) - (to < 0);
}

static void
draw_band (Sankey *sankey, const RhumbThemeLink *link)
{
    const RhumbEvolutionBar *from = &sankey->columns->bar[link->from];
    const RhumbEvolutionBar *to = &sankey->columns->bar[link->to];
    Sides *right = &sankey->sides[link->from];
    Sides *left = &sankey->sides[link->to];
    const double height_from = from->height * link->strength / right->right_total;
    const double height_to = to->height * link->strength / left->left_total;
    const double x1 = sankey->x[sankey->columns->theme[link->from].period] + BAR;
    const double x2 = sankey->x[sankey->columns->theme[link->to].period];
    const double y1 = from->top + right->right_used;
    const double y2 = to->top + left->left_used;
    right->right_used += height_from;
    left->left_used += height_to;
    g_autofree char *name = g_strdup_printf (
        "%s → %s: %u %s shared", rhumb_evolution_get_label (sankey->columns->evolution, link->from),
        rhumb_evolution_get_label (sankey->columns->evolution, link->to), link->n_shared,
        rhumb_plural (link->n_shared, "concept", "concepts"));
    add_region (sankey, (double[]){x1, y1, x2, y2},
                (double[]){x1, y1 + height_from, x2, y2 + height_to},
                rhumb_colour_mix (from->colour, RHUMB_SHEET_PAPER, 0.74), name);
}

static void
draw_bands (Sankey *sankey)
{
    g_autofree guint32 *order = g_new (guint32, MAX (sankey->columns->n_links, 1));
    guint32 n = 0;
    for (guint32 i = 0; i < sankey->columns->n_links; i++) {
        if (is_drawn (sankey, &sankey->columns->link[i]))
            order[n++] = i;
    }
    g_qsort_with_data (order, (int)n, sizeof (guint32), compare_links, sankey);
    for (guint32 i = 0; i < n; i++)
        draw_band (sankey, &sankey->columns->link[order[i]]);
}

static gboolean
fits (const char *words, double room)
{
    g_autofree char *shown = rhumb_text_fit (words, LETTERS, FALSE, room);
    return g_str_equal (shown, words);
}

/* Where the second line of a label begins: after the last blank before which it fits; the label
 * itself if there is none. */
static const char *
find_break (const char *label, double room)
{
    const char *rest = label;
    for (const char *blank = strchr (label, ' '); blank != NULL; blank = strchr (blank + 1, ' ')) {
        g_autofree char *first = g_strndup (label, (gsize)(blank - label));
        if (!fits (first, room))
            break;
        rest = blank + 1;
    }
    return rest;
}

static double
get_column (const Sankey *sankey, guint32 period)
{
    return sankey->x[period + 1] - sankey->x[period];
}

/* At most two lines, the middle at @y; both together are lower than a bar and its gap. */
static void
write_label (const Sankey *sankey, const char *label, double room, double x, double y)
{
    RhumbSheetLine line = {.role = RHUMB_MAP_TEXT_TOPIC,
                           .owner = sankey->n_regions - 1,
                           .x = x,
                           .y = y + 4,
                           .size = LETTERS,
                           .room = room,
                           .halo = TRUE,
                           .colour = RHUMB_SHEET_INK};
    const char *rest = label;
    if (!fits (label, room))
        rest = find_break (label, room);
    if (rest != label) {
        g_autofree char *first = g_strndup (label, (gsize)(rest - label));
        line.y = y - 2.5;
        rhumb_sheet_write (sankey->sheet, &line, first);
        line.y += LETTERS * 1.12;
    }
    rhumb_sheet_write (sankey->sheet, &line, rest);
}

static char *
label_theme (const Sankey *sankey, guint32 t)
{
    return g_strdup_printf ("%s · %u", rhumb_evolution_get_label (sankey->columns->evolution, t),
                            sankey->columns->theme[t].n_papers);
}

static void
draw_bar (Sankey *sankey, guint32 t)
{
    const RhumbTheme *theme = &sankey->columns->theme[t];
    const RhumbConcepts *concepts =
        rhumb_graph_get_concepts (rhumb_evolution_get_graph (sankey->columns->evolution));
    const RhumbEvolutionBar *bar = &sankey->columns->bar[t];
    const double x = sankey->x[theme->period];
    g_autoptr (GString) name = g_string_new (NULL);
    g_string_append_printf (name, "%u %s: ", theme->n_papers,
                            rhumb_plural (theme->n_papers, "paper", "papers"));
    rhumb_sheet_append_concepts (name, concepts, theme->concepts,
                                 MIN (theme->n_concepts, N_CONCEPTS));
    add_region (sankey, (double[]){x, bar->top, x + BAR, bar->top},
                (double[]){x, bar->top + bar->height, x + BAR, bar->top + bar->height}, bar->colour,
                name->str);
    g_autofree char *label = label_theme (sankey, t);
    write_label (sankey, label, get_column (sankey, theme->period) - BAR - GAPS, x + BAR + 6,
                 bar->top + bar->height / 2);
}

static void
draw_headings (Sankey *sankey)
{
    for (guint32 p = 0; p < sankey->columns->n_periods; p++) {
        const RhumbPeriod *period = &sankey->columns->period[p];
        g_autofree char *years =
            period->first_year == period->last_year
                ? g_strdup_printf ("%d", period->first_year)
                : g_strdup_printf ("%d–%d", period->first_year, period->last_year);
        g_autofree char *papers = g_strdup_printf (
            "%u %s%s", period->n_papers, rhumb_plural (period->n_papers, "paper", "papers"),
            period->n_themes == 0 ? ", no theme" : "");
        RhumbSheetLine line = {.role = RHUMB_MAP_TEXT_LEGEND,
                               .owner = RHUMB_NONE,
                               .x = sankey->x[p],
                               .y = RHUMB_SHEET_TOP + 14,
                               .size = 14,
                               .room = get_column (sankey, p) - 12,
                               .bold = TRUE,
                               .colour = RHUMB_SHEET_INK};
        rhumb_sheet_write (sankey->sheet, &line, years);
        line.y += 16;
        line.size = 11.5;
        line.bold = FALSE;
        line.colour = RHUMB_SHEET_QUIET;
        rhumb_sheet_write (sankey->sheet, &line, papers);
    }
}

/* What the labels of the last column take. */
static double
measure_last (const Sankey *sankey)
{
    double widest = 0;
    for (guint32 t = 0; t < sankey->columns->n_themes; t++) {
        if (!sankey->columns->bar[t].drawn ||
            sankey->columns->theme[t].period + 1 < sankey->columns->n_periods)
            continue;
        g_autofree char *label = label_theme (sankey, t);
        widest = MAX (widest, rhumb_text_width (label, LETTERS, FALSE, 0.0));
    }
    return widest;
}

/* The last column is as wide as its labels need, and one without themes as its heading, so that no
 * part of the page is left empty; what that leaves is shared among the others. */
static void
find_columns (Sankey *sankey)
{
    const guint32 n = sankey->columns->n_periods;
    guint32 n_wide = 0;
    for (guint32 p = 0; p + 1 < n; p++)
        n_wide += sankey->columns->period[p].n_themes > 0;
    const double narrow = COLUMN * (n - 1 - n_wide);
    const double most = CLAMP (WIDTH - narrow - COLUMN * n_wide, COLUMN, WIDEST_LAST);
    const double last = CLAMP (measure_last (sankey) + BAR + GAPS + 1, COLUMN, most);
    const double wide = MAX (COLUMN, (WIDTH - narrow - last) / MAX (n_wide, 1));
    sankey->x[0] = RHUMB_SHEET_MARGIN;
    for (guint32 p = 0; p < n; p++)
        sankey->x[p + 1] = sankey->x[p] + (p + 1 == n                                ? last
                                           : sankey->columns->period[p].n_themes > 0 ? wide
                                                                                     : COLUMN);
}

static char *
describe (const Sankey *sankey)
{
    guint32 least = 0; /* most papers of a theme that has the least height */
    for (guint32 t = 0; t < sankey->columns->n_themes; t++) {
        if (sankey->columns->bar[t].drawn &&
            sankey->columns->bar[t].height <= RHUMB_EVOLUTION_LEAST_HEIGHT)
            least = MAX (least, sankey->columns->theme[t].n_papers);
    }
    GString *text = g_string_new (NULL);
    if (sankey->columns->n_drawn < sankey->columns->n_themes)
        g_string_append_printf (text, "%u of ", sankey->columns->n_drawn);
    g_string_append_printf (
        text, "%u %s in %u %s; a bar’s height is its papers", sankey->columns->n_themes,
        rhumb_plural (sankey->columns->n_themes, "theme", "themes"), sankey->columns->n_periods,
        rhumb_plural (sankey->columns->n_periods, "period", "periods"));
    if (least > 1)
        g_string_append_printf (text, " (the same up to %u)", least);
    if (sankey->columns->n_links > 0)
        g_string_append (text, ", a band leads to a theme that shares concepts");
    else if (sankey->columns->n_periods > 1)
        g_string_append (text, "; no theme shares concepts with one of the next period");
    return g_string_free (text, FALSE);
}

static RhumbMap *
draw (Sankey *sankey, const char *title, const char *provenance, GError **error)
{
    g_autofree char *subtitle = describe (sankey);
    g_autoptr (RhumbMapBuilder) sheet =
        rhumb_sheet_new (MAX (sankey->x[sankey->columns->n_periods] + RHUMB_SHEET_MARGIN,
                              LEAST_WIDTH + 2 * RHUMB_SHEET_MARGIN),
                         sankey->columns->bottom + RHUMB_SHEET_BOTTOM, title, subtitle, provenance);
    sankey->sheet = sheet;
    add_totals (sankey);
    draw_bands (sankey);
    draw_headings (sankey);
    for (guint32 t = 0; t < sankey->columns->n_themes; t++) {
        if (sankey->columns->bar[t].drawn)
            draw_bar (sankey, t);
    }
    return rhumb_map_builder_freeze (sheet, error);
}

/**
 * rhumb_draw_evolution:
 * @evolution: themes by period
 * @title: title of the drawing
 * @provenance: (nullable): how it was made
 * @error: return location for an error
 *
 * Draws how themes become others, period by period from left to right.
 *
 * Returns: (transfer full): the drawing; or %NULL with %RHUMB_ERROR_LIMIT if there are no themes or
 *   more than 14 periods
 *
 * Since: 0.2
 */
RhumbMap *
rhumb_draw_evolution (const RhumbEvolution *evolution, const char *title, const char *provenance,
                      GError **error)
{
    g_auto (RhumbEvolutionColumns) columns;
    rhumb_evolution_columns_init (&columns, evolution, RHUMB_SHEET_TOP + HEADING);
    if (columns.n_themes == 0 || columns.n_periods > MAX_PERIODS) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_LIMIT,
                     "%u themes in %u periods, expected at least one theme and at most %d "
                     "periods for a drawing",
                     columns.n_themes, columns.n_periods, MAX_PERIODS);
        return NULL;
    }
    g_autofree Sides *sides = g_new0 (Sides, columns.n_themes);
    Sankey sankey = {.columns = &columns, .sides = sides};
    find_columns (&sankey);
    return draw (&sankey, title, provenance, error);
}
