/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/network.h"

G_BEGIN_DECLS

/* Private to rank. Rows that are summed by number, the last first if @down. Of row v, entries
 * first[v] … end[v] - 1 count, which come from rows before it in that order. */
typedef struct {
    guint32 n_rows;
    gboolean down;
    const gsize *first;
    const gsize *end;
    const guint32 *node;
    const double *weight; /* NULL = all 1 */
} RhumbFlowOrder;

gboolean rhumb_flow_find_order (RhumbRows out, gboolean *down);
void rhumb_flow_sweep_in_order (const RhumbFlowOrder *order, const double *pass, double *passed,
                                double *y);

G_END_DECLS
