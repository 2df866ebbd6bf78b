/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to layout. */
typedef struct {
    guint32 from;
    guint32 to;
    double weight;
} RhumbSpring;

/* The energy of a drawing of one network; arrays are borrowed. @pulls_evenly: links pull with the
 * same force at any distance, a = 1; @pushes_evenly: nodes push so, r = 1. */
typedef struct {
    guint32 n_nodes;
    const RhumbSpring *spring;
    gsize n_springs;
    const double *mass;
    double repulsion;
    double gravity;
    double aspect;
    double *row_energy;
    gboolean pulls_evenly;
    gboolean pushes_evenly;
} RhumbEnergy;

double rhumb_energy (const double *x, double *gradient, gsize n, gpointer data);

G_END_DECLS
