/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/network.h"

G_BEGIN_DECLS

/* Solves y_v = source_v + Σ_u y_u pass_u w_uv: what enters at each node and what links bring.
 * pass_u is the part of what node u holds that a link of weight 1 takes along. */
typedef struct {
    const RhumbNetwork *network;
    const double *pass;
    double tolerance;     /* of a component: sum of changes over sum of y */
    guint max_iterations; /* sweeps of a component */
    guint n_iterations;   /* (out) of the component that needed most; 0 = all solved directly */
    double residual;      /* (out) the largest last change, over the sum of its component */
} RhumbFlow;

gboolean rhumb_flow_solve (RhumbFlow *flow, double *y, GError **error);
gboolean rhumb_flow_finish (RhumbFlow *flow, double residual, guint n_sweeps, GError **error);

G_END_DECLS
