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

RhumbEvolutionBar *rhumb_stack_evolution (const RhumbEvolution *evolution, double top,
                                          guint32 *n_drawn, double *bottom);

G_END_DECLS
