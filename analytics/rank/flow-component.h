/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/rank/flow.h"

G_BEGIN_DECLS

/* Nodes that lead to each other, and room to work. */
typedef struct {
    RhumbFlow *flow;
    const guint32 *member; /* nodes; edges lead forwards as often as was found */
    guint32 n_members;
    guint32 *place; /* of each node of the network among the members; PLACE_NONE */
} RhumbFlowComponent;

#define PLACE_NONE G_MAXUINT32

gboolean rhumb_flow_solve_component (RhumbFlowComponent *component, double *y, GError **error);

/* Members are in the order of sweeps, places are theirs. */
gboolean rhumb_flow_sweep_component (const RhumbFlowComponent *component, double *y,
                                     GError **error);
gboolean rhumb_flow_sweep_network (RhumbFlow *flow, gboolean down, double *y, GError **error);

G_END_DECLS
