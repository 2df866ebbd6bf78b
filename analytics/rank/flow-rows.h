/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/rank/flow-component.h"
#include "analytics/rank/flow-in-order.h"

G_BEGIN_DECLS

/* Private to rank. Links in an order of their nodes: rows of those that lead forward in it, and
 * rows of those that lead backwards for each head, a node that such links lead to. */
typedef struct {
    RhumbFlowOrder forward;
    double *kept; /* what of its score a node does not pass to itself */
    double *gain; /* what a link of weight 1 takes of what came to a node */
    guint32 n_heads;
    guint32 *head;
    gsize *start; /* n_heads + 1 */
    guint32 *tail;
    double *tail_weight; /* NULL = all 1 */
    gsize *first;
    guint32 *node;  /* NULL = the network's */
    double *weight; /* NULL = the network's, or all 1 */
} RhumbFlowRows;

void rhumb_flow_rows_init_network (RhumbFlowRows *rows, const RhumbFlow *flow, gboolean down);
void rhumb_flow_rows_init_component (RhumbFlowRows *rows, const RhumbFlowComponent *component);
void rhumb_flow_rows_clear (RhumbFlowRows *rows);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RhumbFlowRows, rhumb_flow_rows_clear)

G_END_DECLS
