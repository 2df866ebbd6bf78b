/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>
#include <math.h>

G_BEGIN_DECLS

/* Private to layout. */
typedef struct {
    guint32 from;
    guint32 to;
    double weight;
} RhumbSpring;

/* How links pull: as springs, a = 2; with the same force at any distance, a = 1; or between the
 * two, a = 1.5. */
typedef enum {
    RHUMB_PULL_SPRING,
    RHUMB_PULL_BETWEEN,
    RHUMB_PULL_EVEN,
} RhumbPull;

/* The energy of a drawing of one network; arrays are borrowed. @pushes_evenly: nodes push with the
 * same force at any distance, r = 1. */
typedef struct {
    guint32 n_nodes;
    const RhumbSpring *spring;
    gsize n_springs;
    const double *mass;
    double repulsion;
    double gravity;
    double aspect;
    double *row_energy;
    RhumbPull pull;
    gboolean pushes_evenly;
} RhumbEnergy;

/* What the pull of a link is divided by at a squared distance: d^(2 − a). */
static inline double
rhumb_pull_slack (RhumbPull pull, double square)
{
    return pull == RHUMB_PULL_SPRING ? 1.0
           : pull == RHUMB_PULL_EVEN ? sqrt (square)
                                     : sqrt (sqrt (square));
}

int rhumb_compare_spring_ends (gconstpointer a, gconstpointer b);
double rhumb_energy (const double *x, double *gradient, gsize n, gpointer data);

G_END_DECLS
