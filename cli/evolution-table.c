/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The evolution of themes as rows: one for each link, and one for each theme that leads nowhere.
 */
#include "cli/evolution-table.h"

#define N_CONCEPTS_SHOWN 6

static void
add_concepts (Table *table, const RhumbEvolution *evolution, const RhumbTheme *theme)
{
    const RhumbConcepts *concepts =
        rhumb_graph_get_concepts (rhumb_evolution_get_graph (evolution));
    const char *labels[N_CONCEPTS_SHOWN + 1] = {NULL};
    for (guint32 i = 0; i < MIN (theme->n_concepts, N_CONCEPTS_SHOWN); i++)
        labels[i] = rhumb_concepts_get_concept (concepts, theme->concepts[i])->label;
    table_add_list (table, labels);
}

/* What happens to a theme: nothing is said about the first period's past and the last one's
 * future. */
static void
add_event (Table *table, const RhumbTheme *theme, guint32 n_periods)
{
    const char *events[5] = {NULL};
    guint n = 0;
    if (theme->n_before == 0 && theme->period > 0)
        events[n++] = "born";
    if (theme->n_before > 1)
        events[n++] = "merged";
    if (theme->n_after > 1)
        events[n++] = "splits";
    if (theme->n_after == 0 && theme->period + 1 < n_periods)
        events[n++] = "ends";
    table_add_list (table, events);
}

static void
add_theme (Table *table, const RhumbEvolution *evolution, guint32 number)
{
    guint32 n;
    const RhumbTheme *theme = &rhumb_evolution_get_themes (evolution, &n)[number];
    const RhumbPeriod *period = &rhumb_evolution_get_periods (evolution, &n)[theme->period];
    table_add_integer (table, theme->period);
    table_add_integer (table, period->first_year);
    table_add_integer (table, period->last_year);
    table_add_integer (table, number);
    table_add_text (table, rhumb_evolution_get_label (evolution, number));
    table_add_integer (table, theme->n_papers);
    add_concepts (table, evolution, theme);
}

static void
add_row (Table *table, const RhumbEvolution *evolution, guint32 number, const RhumbThemeLink *link)
{
    guint32 n_themes, n_periods;
    const RhumbTheme *theme = rhumb_evolution_get_themes (evolution, &n_themes);
    rhumb_evolution_get_periods (evolution, &n_periods);
    add_theme (table, evolution, number);
    if (link != NULL) {
        table_add_integer (table, link->to);
        table_add_text (table, rhumb_evolution_get_label (evolution, link->to));
        table_add_number (table, link->strength);
        table_add_integer (table, link->n_shared);
    }
    for (guint i = 0; link == NULL && i < 4; i++)
        table_add_null (table);
    add_event (table, &theme[number], n_periods);
}

Table *
evolution_list (const RhumbEvolution *evolution, guint limit, gboolean json)
{
    static const char *const COLUMNS[] = {"period", "first",    "last", "theme",      "label",
                                          "papers", "concepts", "next", "next_label", "strength",
                                          "shared", "event",    NULL};
    guint32 n_themes, n_links;
    const RhumbTheme *theme = rhumb_evolution_get_themes (evolution, &n_themes);
    const RhumbThemeLink *link = rhumb_evolution_get_links (evolution, &n_links);
    Table *table = table_new (COLUMNS, json);
    guint32 next = 0;
    for (guint32 t = 0; t < n_themes; t++) {
        for (; next < n_links && link[next].from == t && limit > 0; next++, limit--)
            add_row (table, evolution, t, &link[next]);
        if (theme[t].n_after > 0 || limit == 0)
            continue;
        add_row (table, evolution, t, NULL);
        limit--;
    }
    return table;
}
