/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Draws the evolution of themes as a Sankey diagram.
 *
 * A reader follows each theme from the left, the oldest period, to the right: the height of a bar
 * is the number of papers, a band leads to each theme that shares concepts, as wide as its share of
 * the links of both its ends. A theme has the colour of the one that it follows most strongly; a
 * new one has a new colour. Within a column themes stand at the mean height of those that lead to
 * them, so that few bands cross; new ones stand below. The largest themes of each period are drawn
 * and the others counted. Guarantees: no words cover other words, nothing leaves the page, letters
 * are at least 10 points high. Cost: themes².
 */
#include "analytics/layout/evolution-map.h"

#include <math.h>
#include <string.h>

#include "analytics/layout/colour.h"
#include "analytics/layout/palette.h"
#include "analytics/layout/sheet.h"
#include "analytics/layout/text-extents.h"
#include "graph/error.h"
#include "graph/plural.h"

#define MOST_THEMES 14
#define COLUMN 125.0 /* letters stay readable on a page of 1600 dots */
#define BAR 12.0
#define GAP 9.0
#define LETTERS 12.5
#define LEAST_HEIGHT 21.0 /* with the gap, room for two lines */
#define MOST_HEIGHT 620.0
#define HEADING 46.0
#define MAX_PERIODS 14
#define N_CONCEPTS 10

typedef struct {
    gboolean drawn;
    double top;
    double height;
    double wish; /* where it would like to be; below 0 = nowhere */
    double left_used;
    double right_used;
    double left_total; /* strength of its links */
    double right_total;
    guint32 colour;
} Bar;

typedef struct {
    const RhumbEvolution *evolution;
    const RhumbPeriod *period;
    guint32 n_periods;
    const RhumbTheme *theme;
    guint32 n_themes;
    const RhumbThemeLink *link;
    guint32 n_links;
    Bar *bar;
    double column;
    double left;
    double scale;
    double bottom;
    guint32 n_regions;
    RhumbMapBuilder *sheet;
} Sankey;

static double
get_x (const Sankey *sankey, guint32 period)
{
    return sankey->left + period * sankey->column;
}

/* Themes of a period are in the order of papers: the first ones are drawn. */
static guint32
choose_bars (Sankey *sankey)
{
    guint32 most_papers = 1;
    for (guint32 p = 0; p < sankey->n_periods; p++) {
        guint32 papers = 0;
        for (guint32 i = 0; i < MIN (sankey->period[p].n_themes, MOST_THEMES); i++) {
            const guint32 t = sankey->period[p].first_theme + i;
            sankey->bar[t].drawn = TRUE;
            papers += sankey->theme[t].n_papers;
        }
        most_papers = MAX (most_papers, papers);
    }
    sankey->scale = MOST_HEIGHT / most_papers;
    guint32 n_drawn = 0;
    for (guint32 t = 0; t < sankey->n_themes; t++) {
        n_drawn += sankey->bar[t].drawn;
        sankey->bar[t].height = MAX (sankey->theme[t].n_papers * sankey->scale, LEAST_HEIGHT);
    }
    return n_drawn;
}

static gboolean
is_drawn (const Sankey *sankey, const RhumbThemeLink *link)
{
    return sankey->bar[link->from].drawn && sankey->bar[link->to].drawn;
}

/* Mean height and strongest predecessor, by what is known of the period before. */
static void
look_back (Sankey *sankey, guint32 t, guint32 *n_colours)
{
    Bar *bar = &sankey->bar[t];
    double sum = 0;
    double strongest = 0;
    bar->wish = 0;
    for (guint32 i = 0; i < sankey->n_links; i++) {
        const RhumbThemeLink *link = &sankey->link[i];
        if (link->to != t || !is_drawn (sankey, link))
            continue;
        const Bar *before = &sankey->bar[link->from];
        bar->wish += link->strength * (before->top + before->height / 2);
        sum += link->strength;
        if (link->strength > strongest) {
            strongest = link->strength;
            bar->colour = before->colour;
        }
    }
    bar->wish = sum > 0 ? bar->wish / sum : -1;
    if (sum <= 0)
        bar->colour = rhumb_palette_get ((*n_colours)++ % RHUMB_PALETTE_SIZE);
}

static int
compare_wishes (gconstpointer a, gconstpointer b, gpointer user_data)
{
    const Bar *bar = user_data;
    const guint32 first = *(const guint32 *)a;
    const guint32 second = *(const guint32 *)b;
    const gboolean has_first = bar[first].wish >= 0;
    const gboolean has_second = bar[second].wish >= 0;
    if (has_first != has_second)
        return has_first ? -1 : 1;
    if (has_first && fabs (bar[first].wish - bar[second].wish) > 1e-9)
        return bar[first].wish < bar[second].wish ? -1 : 1;
    return (first > second) - (first < second);
}

static void
stack_bars (Sankey *sankey)
{
    guint32 n_colours = 0;
    for (guint32 p = 0; p < sankey->n_periods; p++) {
        guint32 order[MOST_THEMES];
        guint32 n = 0;
        for (guint32 i = 0; i < MIN (sankey->period[p].n_themes, MOST_THEMES); i++) {
            order[n] = sankey->period[p].first_theme + i;
            look_back (sankey, order[n++], &n_colours);
        }
        g_qsort_with_data (order, (int)n, sizeof (guint32), compare_wishes, sankey->bar);
        double y = RHUMB_SHEET_TOP + HEADING;
        for (guint32 i = 0; i < n; i++) {
            sankey->bar[order[i]].top = y;
            y += sankey->bar[order[i]].height + GAP;
        }
        sankey->bottom = MAX (sankey->bottom, y);
    }
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
    for (guint32 i = 0; i < sankey->n_links; i++) {
        if (!is_drawn (sankey, &sankey->link[i]))
            continue;
        sankey->bar[sankey->link[i].from].right_total += sankey->link[i].strength;
        sankey->bar[sankey->link[i].to].left_total += sankey->link[i].strength;
    }
}

/* Bands of a bar are stacked in the order of the bars at their other ends. */
static int
compare_links (gconstpointer a, gconstpointer b, gpointer user_data)
{
    const Sankey *sankey = user_data;
    const RhumbThemeLink *first = &sankey->link[*(const guint32 *)a];
    const RhumbThemeLink *second = &sankey->link[*(const guint32 *)b];
    const double from = sankey->bar[first->from].top - sankey->bar[second->from].top;
    const double to = sankey->bar[first->to].top - sankey->bar[second->to].top;
    if (fabs (from) > 1e-9)
        return from < 0 ? -1 : 1;
    return (to > 0) - (to < 0);
}

static void
draw_band (Sankey *sankey, const RhumbThemeLink *link)
{
    Bar *from = &sankey->bar[link->from];
    Bar *to = &sankey->bar[link->to];
    const double height_from = from->height * link->strength / from->right_total;
    const double height_to = to->height * link->strength / to->left_total;
    const double x1 = get_x (sankey, sankey->theme[link->from].period) + BAR;
    const double x2 = get_x (sankey, sankey->theme[link->to].period);
    const double y1 = from->top + from->right_used;
    const double y2 = to->top + to->left_used;
    from->right_used += height_from;
    to->left_used += height_to;
    g_autofree char *name = g_strdup_printf (
        "%s → %s: %u %s shared", rhumb_evolution_get_label (sankey->evolution, link->from),
        rhumb_evolution_get_label (sankey->evolution, link->to), link->n_shared,
        rhumb_plural (link->n_shared, "concept", "concepts"));
    add_region (sankey, (double[]){x1, y1, x2, y2},
                (double[]){x1, y1 + height_from, x2, y2 + height_to},
                rhumb_colour_mix (from->colour, RHUMB_SHEET_PAPER, 0.74), name);
}

static void
draw_bands (Sankey *sankey)
{
    g_autofree guint32 *order = g_new (guint32, MAX (sankey->n_links, 1));
    guint32 n = 0;
    for (guint32 i = 0; i < sankey->n_links; i++) {
        if (is_drawn (sankey, &sankey->link[i]))
            order[n++] = i;
    }
    g_qsort_with_data (order, (int)n, sizeof (guint32), compare_links, sankey);
    for (guint32 i = 0; i < n; i++)
        draw_band (sankey, &sankey->link[order[i]]);
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

/* At most two lines, the middle at @y; both together are lower than a bar and its gap. */
static void
write_label (const Sankey *sankey, const char *label, double x, double y)
{
    const double room = sankey->column - BAR - 14;
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

static void
draw_bar (Sankey *sankey, guint32 t)
{
    const RhumbTheme *theme = &sankey->theme[t];
    const RhumbConcepts *concepts =
        rhumb_graph_get_concepts (rhumb_evolution_get_graph (sankey->evolution));
    const Bar *bar = &sankey->bar[t];
    const double x = get_x (sankey, theme->period);
    g_autoptr (GString) name = g_string_new (NULL);
    g_string_append_printf (name, "%u %s: ", theme->n_papers,
                            rhumb_plural (theme->n_papers, "paper", "papers"));
    rhumb_sheet_append_concepts (name, concepts, theme->concepts,
                                 MIN (theme->n_concepts, N_CONCEPTS));
    add_region (sankey, (double[]){x, bar->top, x + BAR, bar->top},
                (double[]){x, bar->top + bar->height, x + BAR, bar->top + bar->height}, bar->colour,
                name->str);
    g_autofree char *label = g_strdup_printf (
        "%s · %u", rhumb_evolution_get_label (sankey->evolution, t), theme->n_papers);
    write_label (sankey, label, x + BAR + 6, bar->top + bar->height / 2);
}

static void
draw_headings (Sankey *sankey)
{
    for (guint32 p = 0; p < sankey->n_periods; p++) {
        const RhumbPeriod *period = &sankey->period[p];
        g_autofree char *years =
            period->first_year == period->last_year
                ? g_strdup_printf ("%d", period->first_year)
                : g_strdup_printf ("%d–%d", period->first_year, period->last_year);
        g_autofree char *papers = g_strdup_printf (
            "%u %s", period->n_papers, rhumb_plural (period->n_papers, "paper", "papers"));
        RhumbSheetLine line = {.role = RHUMB_MAP_TEXT_LEGEND,
                               .owner = RHUMB_NONE,
                               .x = get_x (sankey, p),
                               .y = RHUMB_SHEET_TOP + 14,
                               .size = 14,
                               .room = sankey->column - 12,
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

static RhumbMap *
draw (Sankey *sankey, guint32 n_drawn, const char *title, const char *provenance, GError **error)
{
    g_autofree char *subtitle = g_strdup_printf (
        "%u of %u %s in %u %s; a bar’s height is its papers, a band leads to a theme that "
        "shares concepts",
        n_drawn, sankey->n_themes, rhumb_plural (sankey->n_themes, "theme", "themes"),
        sankey->n_periods, rhumb_plural (sankey->n_periods, "period", "periods"));
    g_autoptr (RhumbMapBuilder) sheet =
        rhumb_sheet_new (2 * RHUMB_SHEET_MARGIN + sankey->n_periods * sankey->column,
                         sankey->bottom + RHUMB_SHEET_BOTTOM, title, subtitle, provenance);
    sankey->sheet = sheet;
    add_totals (sankey);
    draw_bands (sankey);
    draw_headings (sankey);
    for (guint32 t = 0; t < sankey->n_themes; t++) {
        if (sankey->bar[t].drawn)
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
    Sankey sankey = {.evolution = evolution, .left = RHUMB_SHEET_MARGIN};
    sankey.period = rhumb_evolution_get_periods (evolution, &sankey.n_periods);
    sankey.theme = rhumb_evolution_get_themes (evolution, &sankey.n_themes);
    sankey.link = rhumb_evolution_get_links (evolution, &sankey.n_links);
    if (sankey.n_themes == 0 || sankey.n_periods > MAX_PERIODS) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_LIMIT,
                     "%u themes in %u periods, expected at least one theme and at most %d "
                     "periods for a drawing",
                     sankey.n_themes, sankey.n_periods, MAX_PERIODS);
        return NULL;
    }
    g_autofree Bar *bar = g_new0 (Bar, sankey.n_themes);
    sankey.bar = bar;
    sankey.column = MAX (COLUMN, 1120.0 / sankey.n_periods);
    const guint32 n_drawn = choose_bars (&sankey);
    stack_bars (&sankey);
    return draw (&sankey, n_drawn, title, provenance, error);
}
