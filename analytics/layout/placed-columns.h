/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/attributed-network.h"

G_BEGIN_DECLS

/* Private to layout: what the nodes of a network in the places of its file say of themselves. */

/* Columns of a network, RHUMB_NONE = it has none. */
typedef struct {
    const RhumbAttributedNetwork *network;
    guint x;
    guint y;
    guint cluster;
    guint label;
    guint weight;
    guint year;  /* the first score that is called one of years */
    guint score; /* the first other score */
} RhumbPlacedColumns;

RhumbPlacedColumns rhumb_placed_columns_find (const RhumbAttributedNetwork *network);
double rhumb_placed_columns_get_number (const RhumbPlacedColumns *columns, guint32 node,
                                        guint column);
char *rhumb_placed_columns_name (const RhumbPlacedColumns *columns, guint column);

G_END_DECLS
