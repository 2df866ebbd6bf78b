/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/graph.h"

G_BEGIN_DECLS

#define RHUMB_TYPE_EVOLUTION (rhumb_evolution_get_type ())

/**
 * RhumbEvolution:
 *
 * The themes of several periods and how they follow from each other; immutable.
 *
 * Since: 0.2
 */
typedef struct _RhumbEvolution RhumbEvolution;

/**
 * RhumbPeriod:
 * @first_year: its first year
 * @last_year: its last year
 * @n_papers: papers of these years
 * @first_theme: number of its first theme
 * @n_themes: its themes
 *
 * A stretch of years.
 *
 * Since: 0.2
 */
typedef struct {
    int first_year;
    int last_year;
    guint32 n_papers;
    guint32 first_theme;
    guint32 n_themes;
} RhumbPeriod;

/**
 * RhumbTheme:
 * @period: number of its period
 * @concepts: (array length=n_concepts): its concepts, the one it is named after first, as numbers
 *   in the graph's #RhumbConcepts
 * @n_concepts: how many
 * @n_papers: papers of the period that belong to it
 * @n_before: links from themes of the period before
 * @n_after: links to themes of the next period
 *
 * Concepts that belong together in one period. Within a period, themes with most papers come first.
 *
 * Since: 0.2
 */
typedef struct {
    guint32 period;
    const guint32 *concepts;
    guint32 n_concepts;
    guint32 n_papers;
    guint n_before;
    guint n_after;
} RhumbTheme;

/**
 * RhumbThemeLink:
 * @from: number of a theme
 * @to: number of a theme of the next period
 * @n_shared: concepts that they share
 * @strength: how alike they are, above 0, at most 1
 *
 * A theme that goes on in another.
 *
 * Since: 0.2
 */
typedef struct {
    guint32 from;
    guint32 to;
    guint32 n_shared;
    double strength;
} RhumbThemeLink;

GType rhumb_evolution_get_type (void) G_GNUC_CONST;
RhumbEvolution *rhumb_evolution_new (RhumbGraph *graph, const RhumbPeriod *periods,
                                     guint32 n_periods, const RhumbTheme *themes, guint32 n_themes,
                                     const RhumbThemeLink *links, guint32 n_links);
RhumbEvolution *rhumb_evolution_ref (RhumbEvolution *evolution);
void rhumb_evolution_unref (RhumbEvolution *evolution);
RhumbGraph *rhumb_evolution_get_graph (const RhumbEvolution *evolution);
const RhumbPeriod *rhumb_evolution_get_periods (const RhumbEvolution *evolution,
                                                guint32 *n_periods);
const RhumbTheme *rhumb_evolution_get_themes (const RhumbEvolution *evolution, guint32 *n_themes);
const RhumbThemeLink *rhumb_evolution_get_links (const RhumbEvolution *evolution, guint32 *n_links);
const char *rhumb_evolution_get_label (const RhumbEvolution *evolution, guint32 theme);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbEvolution, rhumb_evolution_unref)

G_END_DECLS
