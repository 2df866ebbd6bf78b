/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How did themes become others? Years are cut into periods, each period's concepts are clustered on
 * their own, and a theme goes on in those of the next period with which it shares concepts. A theme
 * without link to before is born, one without link to after dies, several links are a split or a
 * merge.
 *
 * Source: Cobo et al. (2011), doi:10.1016/j.joi.2010.10.002, inclusion index
 * |A ∩ B| / min(|A|, |B|); or Jaccard |A ∩ B| / |A ∪ B|. Every concept counts the same.
 *
 * Cost: that of period-themes.c, and O(concepts) for each pair of periods.
 */
#include "analytics/time/evolution.h"

#include <math.h>

#include "analytics/time/period-themes.h"
#include "analytics/time/periods.h"
#include "graph/set-error.h"

static gboolean
check_options (const RhumbEvolutionOptions *options, GError **error)
{
    if (options->n_periods > 0 && options->n_concepts > 1 && options->min_concepts > 0 &&
        options->resolution > 0 && isfinite (options->resolution) && options->min_strength >= 0 &&
        options->min_strength <= 1)
        return TRUE;
    rhumb_set_error (
        error, RHUMB_ERROR_INVALID,
        "periods %u, concepts %u, least concepts of a theme %u, resolution %g, least strength %g; "
        "expected at least 1, 2 and 1, a resolution above 0, a strength from 0 to 1",
        options->n_periods, options->n_concepts, options->min_concepts, options->resolution,
        options->min_strength);
    return FALSE;
}

static double
get_strength (RhumbThemeLikeness likeness, guint32 shared, guint32 a, guint32 b)
{
    return likeness == RHUMB_THEME_LIKENESS_INCLUSION ? (double)shared / MIN (a, b)
                                                      : (double)shared / ((double)a + b - shared);
}

/* Links from one theme to those of the next period; @owner is the theme there of each concept. */
static void
link_theme (const RhumbTheme *theme, guint32 from, guint32 first, guint32 n, const guint32 *owner,
            const RhumbEvolutionOptions *options, GArray *links)
{
    g_autofree guint32 *shared = g_new0 (guint32, MAX (n, 1));
    for (guint32 i = 0; i < theme[from].n_concepts; i++) {
        const guint32 to = owner[theme[from].concepts[i]];
        if (to != RHUMB_NONE)
            shared[to - first]++;
    }
    for (guint32 k = 0; k < n; k++) {
        if (shared[k] == 0)
            continue;
        const double strength = get_strength (options->likeness, shared[k], theme[from].n_concepts,
                                              theme[first + k].n_concepts);
        const RhumbThemeLink link = {from, first + k, shared[k], strength};
        if (strength >= options->min_strength)
            g_array_append_val (links, link);
    }
}

static void
link_periods (const RhumbPeriod *period, guint32 n_periods, const RhumbTheme *theme,
              guint32 n_concepts, const RhumbEvolutionOptions *options, GArray *links)
{
    g_autofree guint32 *owner = g_new (guint32, MAX (n_concepts, 1));
    for (guint32 p = 0; p + 1 < n_periods; p++) {
        const guint32 first = period[p + 1].first_theme;
        const guint32 n = period[p + 1].n_themes;
        for (guint32 c = 0; c < n_concepts; c++)
            owner[c] = RHUMB_NONE;
        for (guint32 t = first; t < first + n; t++) {
            for (guint32 i = 0; i < theme[t].n_concepts; i++)
                owner[theme[t].concepts[i]] = t;
        }
        for (guint32 t = period[p].first_theme; t < first; t++)
            link_theme (theme, t, first, n, owner, options, links);
    }
}

static void
clear_theme (gpointer data)
{
    g_free ((gpointer)((RhumbTheme *)data)->concepts);
}

/**
 * rhumb_follow_themes:
 * @graph: a knowledge graph
 * @options: (nullable): options, %NULL = defaults
 * @error: return location for an error
 *
 * Finds the themes of each period and how they follow from each other.
 *
 * Source: Cobo et al. (2011), doi:10.1016/j.joi.2010.10.002.
 *
 * Returns: (transfer full): the evolution, without periods if no year is known; or %NULL with
 *   %RHUMB_ERROR_INVALID
 *
 * Since: 0.2
 */
RhumbEvolution *
rhumb_follow_themes (RhumbGraph *graph, const RhumbEvolutionOptions *options, GError **error)
{
    static const RhumbEvolutionOptions DEFAULTS = RHUMB_EVOLUTION_DEFAULTS;
    const RhumbEvolutionOptions *used = options != NULL ? options : &DEFAULTS;
    guint32 n_periods = 0;
    if (!check_options (used, error))
        return NULL;
    g_autofree RhumbPeriod *period =
        rhumb_cut_years (rhumb_graph_get_corpus (graph), used->n_periods, used->starts,
                         used->n_starts, &n_periods, error);
    if (period == NULL)
        return NULL;
    g_autoptr (GArray) themes = g_array_new (FALSE, FALSE, sizeof (RhumbTheme));
    g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (RhumbThemeLink));
    g_array_set_clear_func (themes, clear_theme);
    for (guint32 p = 0; p < n_periods; p++) {
        if (!rhumb_find_period_themes (graph, &period[p], p, used, themes, error))
            return NULL;
    }
    const RhumbTheme *theme = (const RhumbTheme *)(void *)themes->data;
    link_periods (period, n_periods, theme,
                  rhumb_concepts_get_n_concepts (rhumb_graph_get_concepts (graph)), used, links);
    return rhumb_evolution_new (graph, period, n_periods, theme, themes->len,
                                (const RhumbThemeLink *)(void *)links->data, links->len);
}
