/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Themes by period, with links from each period to the next. The concepts of all themes lie in one
 * array; links are in the order of their themes.
 */
#include "graph/evolution.h"

struct _RhumbEvolution {
    RhumbGraph *graph;
    RhumbPeriod *period;
    guint32 n_periods;
    RhumbTheme *theme;
    guint32 n_themes;
    RhumbThemeLink *link;
    guint32 n_links;
    guint32 *concept;
};

G_DEFINE_BOXED_TYPE (RhumbEvolution, rhumb_evolution, rhumb_evolution_ref, rhumb_evolution_unref)

static void
copy_concepts (RhumbEvolution *evolution, const RhumbTheme *themes)
{
    gsize n_concepts = 0;
    for (guint32 t = 0; t < evolution->n_themes; t++)
        n_concepts += themes[t].n_concepts;
    evolution->concept = g_new (guint32, MAX (n_concepts, 1));
    gsize place = 0;
    for (guint32 t = 0; t < evolution->n_themes; t++) {
        evolution->theme[t].concepts = evolution->concept + place;
        for (guint32 i = 0; i < themes[t].n_concepts; i++)
            evolution->concept[place++] = themes[t].concepts[i];
    }
}

/**
 * rhumb_evolution_new:
 * @graph: the graph that it is about
 * @periods: (array length=n_periods): periods in the order of time
 * @n_periods: how many
 * @themes: (array length=n_themes): themes, period by period, each with at least one concept; their
 *   numbers of links are counted here
 * @n_themes: how many
 * @links: (array length=n_links): links between themes of neighbouring periods
 * @n_links: how many
 *
 * Makes an evolution. Everything is copied.
 *
 * Returns: (transfer full): an evolution
 *
 * Since: 0.2
 */
RhumbEvolution *
rhumb_evolution_new (RhumbGraph *graph, const RhumbPeriod *periods, guint32 n_periods,
                     const RhumbTheme *themes, guint32 n_themes, const RhumbThemeLink *links,
                     guint32 n_links)
{
    RhumbEvolution *evolution = g_atomic_rc_box_new0 (RhumbEvolution);
    evolution->graph = rhumb_graph_ref (graph);
    evolution->period = g_memdup2 (periods, n_periods * sizeof (RhumbPeriod));
    evolution->n_periods = n_periods;
    evolution->theme = g_memdup2 (themes, n_themes * sizeof (RhumbTheme));
    evolution->n_themes = n_themes;
    evolution->link = g_memdup2 (links, n_links * sizeof (RhumbThemeLink));
    evolution->n_links = n_links;
    copy_concepts (evolution, themes);
    for (guint32 t = 0; t < n_themes; t++) {
        g_assert (themes[t].n_concepts > 0 && themes[t].period < n_periods);
        evolution->theme[t].n_before = evolution->theme[t].n_after = 0;
    }
    for (guint32 i = 0; i < n_links; i++) {
        g_assert (links[i].from < n_themes && links[i].to < n_themes);
        evolution->theme[links[i].from].n_after++;
        evolution->theme[links[i].to].n_before++;
    }
    return evolution;
}

/**
 * rhumb_evolution_ref:
 * @evolution: an evolution
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @evolution
 *
 * Since: 0.2
 */
RhumbEvolution *
rhumb_evolution_ref (RhumbEvolution *evolution)
{
    return g_atomic_rc_box_acquire (evolution);
}

static void
clear (gpointer data)
{
    RhumbEvolution *evolution = data;
    rhumb_graph_unref (evolution->graph);
    g_free (evolution->period);
    g_free (evolution->theme);
    g_free (evolution->link);
    g_free (evolution->concept);
}

/**
 * rhumb_evolution_unref:
 * @evolution: (transfer full): an evolution
 *
 * Gives a reference back.
 *
 * Since: 0.2
 */
void
rhumb_evolution_unref (RhumbEvolution *evolution)
{
    g_atomic_rc_box_release_full (evolution, clear);
}

/**
 * rhumb_evolution_get_graph:
 * @evolution: an evolution
 *
 * Gets the graph that it is about.
 *
 * Returns: (transfer none): the graph
 *
 * Since: 0.2
 */
RhumbGraph *
rhumb_evolution_get_graph (const RhumbEvolution *evolution)
{
    return evolution->graph;
}

/**
 * rhumb_evolution_get_periods:
 * @evolution: an evolution
 * @n_periods: (out): how many periods
 *
 * Gets the periods.
 *
 * Returns: (transfer none) (array length=n_periods): periods in the order of time
 *
 * Since: 0.2
 */
const RhumbPeriod *
rhumb_evolution_get_periods (const RhumbEvolution *evolution, guint32 *n_periods)
{
    *n_periods = evolution->n_periods;
    return evolution->period;
}

/**
 * rhumb_evolution_get_themes:
 * @evolution: an evolution
 * @n_themes: (out): how many themes
 *
 * Gets the themes.
 *
 * Returns: (transfer none) (array length=n_themes): themes, period by period
 *
 * Since: 0.2
 */
const RhumbTheme *
rhumb_evolution_get_themes (const RhumbEvolution *evolution, guint32 *n_themes)
{
    *n_themes = evolution->n_themes;
    return evolution->theme;
}

/**
 * rhumb_evolution_get_links:
 * @evolution: an evolution
 * @n_links: (out): how many links
 *
 * Gets the links between themes.
 *
 * Returns: (transfer none) (array length=n_links): links by @from, then @to
 *
 * Since: 0.2
 */
const RhumbThemeLink *
rhumb_evolution_get_links (const RhumbEvolution *evolution, guint32 *n_links)
{
    *n_links = evolution->n_links;
    return evolution->link;
}

/**
 * rhumb_evolution_get_label:
 * @evolution: an evolution
 * @theme: number of a theme
 *
 * Gets what a theme is called.
 *
 * Returns: (transfer none): label of its first concept
 *
 * Since: 0.2
 */
const char *
rhumb_evolution_get_label (const RhumbEvolution *evolution, guint32 theme)
{
    g_return_val_if_fail (theme < evolution->n_themes, NULL);
    return rhumb_concepts_get_concept (rhumb_graph_get_concepts (evolution->graph),
                                       evolution->theme[theme].concepts[0])
        ->label;
}
