/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Stacks the themes of each period into a column.
 *
 * The largest themes of each period are drawn, as high as they have papers. Those of the first
 * period stand in the order of papers. In each later column themes stand at the mean height of
 * those that lead to them, new ones below; then neighbours change places as long as the strength
 * of links that cross each other becomes less (the greedy switch: P. Eades, D. Kelly, Heuristics
 * for reducing crossings in 2-layered networks, Ars Combinatoria 21-A, 1986). A theme has the
 * colour of the one that it follows most strongly; a new one has a new colour. Cost: themes ×
 * links.
 */
#include "analytics/layout/evolution-columns.h"

#include <math.h>

#include "analytics/layout/palette.h"

#define MOST_THEMES 14
#define GAP 9.0
#define MOST_HEIGHT 620.0
#define LEAST_GAIN 1e-9

/* A column while it is put in order. */
typedef struct {
    guint32 theme[MOST_THEMES];
    guint32 n;
    double strength[MOST_THEMES][MOST_THEMES]; /* by place in the former column, by place here */
} Column;

typedef struct {
    RhumbEvolutionColumns *columns;
    double *wish; /* where a theme would like to be; below 0 = nowhere */
    guint32 *place;
} Stack;

/* Themes of a period are in the order of papers: the first ones are drawn. */
static void
choose_bars (RhumbEvolutionColumns *columns)
{
    guint32 most_papers = 1;
    for (guint32 p = 0; p < columns->n_periods; p++) {
        const RhumbPeriod *period = &columns->period[p];
        guint32 papers = 0;
        for (guint32 i = 0; i < MIN (period->n_themes, MOST_THEMES); i++) {
            const guint32 t = period->first_theme + i;
            columns->bar[t].drawn = TRUE;
            papers += columns->theme[t].n_papers;
            columns->n_drawn++;
        }
        most_papers = MAX (most_papers, papers);
    }
    for (guint32 t = 0; t < columns->n_themes; t++)
        columns->bar[t].height = MAX (columns->theme[t].n_papers * MOST_HEIGHT / most_papers,
                                      RHUMB_EVOLUTION_LEAST_HEIGHT);
}

/* Mean height and strongest predecessor, by what is known of the period before. */
static void
look_back (const Stack *stack, guint32 t, guint32 *n_colours)
{
    double sum = 0;
    double strongest = 0;
    double height = 0;
    for (guint32 i = 0; i < stack->columns->n_links; i++) {
        const RhumbThemeLink *link = &stack->columns->link[i];
        const RhumbEvolutionBar *before = &stack->columns->bar[link->from];
        if (link->to != t || !before->drawn)
            continue;
        height += link->strength * (before->top + before->height / 2);
        sum += link->strength;
        if (link->strength > strongest) {
            strongest = link->strength;
            stack->columns->bar[t].colour = before->colour;
        }
    }
    stack->wish[t] = sum > 0 ? height / sum : -1;
    if (sum <= 0)
        stack->columns->bar[t].colour = rhumb_palette_get ((*n_colours)++ % RHUMB_PALETTE_SIZE);
}

static int
compare_wishes (gconstpointer a, gconstpointer b, gpointer user_data)
{
    const double *wish = user_data;
    const guint32 first = *(const guint32 *)a;
    const guint32 second = *(const guint32 *)b;
    const gboolean has_first = wish[first] >= 0;
    const gboolean has_second = wish[second] >= 0;
    if (has_first != has_second)
        return has_first ? -1 : 1;
    if (has_first && fabs (wish[first] - wish[second]) > 1e-9)
        return wish[first] < wish[second] ? -1 : 1;
    return (first > second) - (first < second);
}

static void
fill_strengths (const Stack *stack, Column *column)
{
    for (guint32 i = 0; i < MOST_THEMES; i++)
        for (guint32 k = 0; k < MOST_THEMES; k++)
            column->strength[i][k] = 0.0;
    for (guint32 k = 0; k < column->n; k++) {
        for (guint32 i = 0; i < stack->columns->n_links; i++) {
            const RhumbThemeLink *link = &stack->columns->link[i];
            if (link->to == column->theme[k] && stack->columns->bar[link->from].drawn)
                column->strength[stack->place[link->from]][k] += link->strength;
        }
    }
}

/* How strongly links cross if the theme at place @a stands above that at place @b. */
static double
sum_crossings (const Column *column, guint32 a, guint32 b)
{
    double sum = 0.0;
    double above = 0.0; /* of b, from higher places than i */
    for (guint32 i = 0; i < MOST_THEMES; i++) {
        sum += column->strength[i][a] * above;
        above += column->strength[i][b];
    }
    return sum;
}

static void
change_places (Column *column, guint32 a, guint32 b)
{
    const guint32 theme = column->theme[a];
    column->theme[a] = column->theme[b];
    column->theme[b] = theme;
    for (guint32 i = 0; i < MOST_THEMES; i++) {
        const double strength = column->strength[i][a];
        column->strength[i][a] = column->strength[i][b];
        column->strength[i][b] = strength;
    }
}

/* Ends, because crossings become less with every change. */
static void
switch_neighbours (const Stack *stack, Column *column)
{
    fill_strengths (stack, column);
    for (gboolean changed = TRUE; changed;) {
        changed = FALSE;
        for (guint32 k = 0; k + 1 < column->n; k++) {
            if (sum_crossings (column, k, k + 1) <= sum_crossings (column, k + 1, k) + LEAST_GAIN)
                continue;
            change_places (column, k, k + 1);
            changed = TRUE;
        }
    }
}

static void
stack_period (const Stack *stack, guint32 p, double top, guint32 *n_colours)
{
    RhumbEvolutionColumns *columns = stack->columns;
    Column column = {.n = MIN (columns->period[p].n_themes, MOST_THEMES)};
    for (guint32 i = 0; i < column.n; i++) {
        column.theme[i] = columns->period[p].first_theme + i;
        look_back (stack, column.theme[i], n_colours);
    }
    g_qsort_with_data (column.theme, (int)column.n, sizeof (guint32), compare_wishes, stack->wish);
    switch_neighbours (stack, &column);
    for (guint32 i = 0; i < column.n; i++) {
        stack->place[column.theme[i]] = i;
        columns->bar[column.theme[i]].top = top;
        top += columns->bar[column.theme[i]].height + GAP;
    }
    columns->bottom = MAX (columns->bottom, top);
}

/* rhumb_evolution_columns_init: finds a place for each theme that is drawn; @top: where columns
 * begin. */
void
rhumb_evolution_columns_init (RhumbEvolutionColumns *columns, const RhumbEvolution *evolution,
                              double top)
{
    *columns = (RhumbEvolutionColumns){.evolution = evolution, .bottom = top};
    columns->period = rhumb_evolution_get_periods (evolution, &columns->n_periods);
    columns->theme = rhumb_evolution_get_themes (evolution, &columns->n_themes);
    columns->link = rhumb_evolution_get_links (evolution, &columns->n_links);
    columns->bar = g_new0 (RhumbEvolutionBar, MAX (columns->n_themes, 1));
    g_autofree double *wish = g_new0 (double, MAX (columns->n_themes, 1));
    g_autofree guint32 *place = g_new0 (guint32, MAX (columns->n_themes, 1));
    const Stack stack = {columns, wish, place};
    choose_bars (columns);
    guint32 n_colours = 0;
    for (guint32 p = 0; p < columns->n_periods; p++)
        stack_period (&stack, p, top, &n_colours);
}

void
rhumb_evolution_columns_clear (RhumbEvolutionColumns *columns)
{
    g_clear_pointer (&columns->bar, g_free);
}
