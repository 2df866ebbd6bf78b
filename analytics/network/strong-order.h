/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/network.h"

G_BEGIN_DECLS

/* Strong components in an order in which edges between components lead forwards only. */
typedef struct {
    guint32 n_components;
    gsize *start;       /* n_components + 1: places in @node */
    guint32 *node;      /* nodes by component; within one, what is found first leads forwards */
    guint32 *component; /* of each node; RHUMB_NO_COMPONENT = left out */
} RhumbStrongOrder;

#define RHUMB_NO_COMPONENT G_MAXUINT32

RhumbStrongOrder *rhumb_strong_order_new (RhumbRows out, const guint8 *left_out);
void rhumb_strong_order_free (RhumbStrongOrder *order);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbStrongOrder, rhumb_strong_order_free)

G_END_DECLS
