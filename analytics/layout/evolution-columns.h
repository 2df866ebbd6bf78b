/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/evolution.h"

G_BEGIN_DECLS

/* With the gap below, room for two lines. */
#define RHUMB_EVOLUTION_LEAST_HEIGHT 21.0

/* Private to layout: where each theme of an evolution stands in the column of its period. */
typedef struct {
    gboolean drawn;
    double top;
    double height;
    guint32 colour;
} RhumbEvolutionBar;

/* An evolution with the bars of its themes, one each; a theme that is not drawn has no place. */
typedef struct {
    const RhumbEvolution *evolution;
    const RhumbPeriod *period;
    guint32 n_periods;
    const RhumbTheme *theme;
    guint32 n_themes;
    const RhumbThemeLink *link;
    guint32 n_links;
    RhumbEvolutionBar *bar;
    guint32 n_drawn;
    double bottom; /* where the longest column ends */
} RhumbEvolutionColumns;

void rhumb_evolution_columns_init (RhumbEvolutionColumns *columns, const RhumbEvolution *evolution,
                                   double top);
void rhumb_evolution_columns_clear (RhumbEvolutionColumns *columns);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RhumbEvolutionColumns, rhumb_evolution_columns_clear)

G_END_DECLS
