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
    const RhumbPeriod *period;
    guint32 n_periods;
    const RhumbTheme *theme;
    guint32 n_themes;
    const RhumbThemeLink *link;
    guint32 n_links;
    RhumbEvolutionBar *bar;
    double *wish; /* where a theme would like to be; below 0 = nowhere */
    guint32 *place;
} Stack;

/* Themes of a period are in the order of papers: the first ones are drawn. */
static guint32
choose_bars (Stack *stack)
{
    guint32 most_papers = 1;
    guint32 n_drawn = 0;
    for (guint32 p = 0; p < stack->n_periods; p++) {
        guint32 papers = 0;
        for (guint32 i = 0; i < MIN (stack->period[p].n_themes, MOST_THEMES); i++) {
            const guint32 t = stack->period[p].first_theme + i;
            stack->bar[t].drawn = TRUE;
            papers += stack->theme[t].n_papers;
            n_drawn++;
        }
        most_papers = MAX (most_papers, papers);
    }
    for (guint32 t = 0; t < stack->n_themes; t++)
        stack->bar[t].height = MAX (stack->theme[t].n_papers * MOST_HEIGHT / most_papers,
                                    RHUMB_EVOLUTION_LEAST_HEIGHT);
    return n_drawn;
}

/* Mean height and strongest predecessor, by what is known of the period before. */
static void
look_back (Stack *stack, guint32 t, guint32 *n_colours)
{
    double sum = 0;
    double strongest = 0;
    double height = 0;
    for (guint32 i = 0; i < stack->n_links; i++) {
        const RhumbThemeLink *link = &stack->link[i];
        const RhumbEvolutionBar *before = &stack->bar[link->from];
        if (link->to != t || !before->drawn)
            continue;
        height += link->strength * (before->top + before->height / 2);
        sum += link->strength;
        if (link->strength > strongest) {
            strongest = link->strength;
            stack->bar[t].colour = before->colour;
        }
    }
    stack->wish[t] = sum > 0 ? height / sum : -1;
    if (sum <= 0)
        stack->bar[t].colour = rhumb_palette_get ((*n_colours)++ % RHUMB_PALETTE_SIZE);
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
        for (guint32 i = 0; i < stack->n_links; i++) {
            const RhumbThemeLink *link = &stack->link[i];
            if (link->to == column->theme[k] && stack->bar[link->from].drawn)
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

/*
 * rhumb_stack_evolution:
 * @evolution: themes by period
 * @top: where columns begin
 * @n_drawn: (out): how many themes are drawn
 * @bottom: (out): where the longest column ends
 *
 * Returns: (transfer full): a bar for each theme; themes that are not drawn have no place
 */
RhumbEvolutionBar *
rhumb_stack_evolution (const RhumbEvolution *evolution, double top, guint32 *n_drawn,
                       double *bottom)
{
    Stack stack = {0};
    stack.period = rhumb_evolution_get_periods (evolution, &stack.n_periods);
    stack.theme = rhumb_evolution_get_themes (evolution, &stack.n_themes);
    stack.link = rhumb_evolution_get_links (evolution, &stack.n_links);
    stack.bar = g_new0 (RhumbEvolutionBar, MAX (stack.n_themes, 1));
    g_autofree double *wish = g_new0 (double, MAX (stack.n_themes, 1));
    g_autofree guint32 *place = g_new0 (guint32, MAX (stack.n_themes, 1));
    stack.wish = wish;
    stack.place = place;
    *n_drawn = choose_bars (&stack);
    *bottom = top;
    guint32 n_colours = 0;
    for (guint32 p = 0; p < stack.n_periods; p++) {
        Column column = {.n = MIN (stack.period[p].n_themes, MOST_THEMES)};
        for (guint32 i = 0; i < column.n; i++) {
            column.theme[i] = stack.period[p].first_theme + i;
            look_back (&stack, column.theme[i], &n_colours);
        }
        g_qsort_with_data (column.theme, (int)column.n, sizeof (guint32), compare_wishes, wish);
        switch_neighbours (&stack, &column);
        double y = top;
        for (guint32 i = 0; i < column.n; i++) {
            place[column.theme[i]] = i;
            stack.bar[column.theme[i]].top = y;
            y += stack.bar[column.theme[i]].height + GAP;
        }
        *bottom = MAX (*bottom, y);
    }
    return stack.bar;
}
