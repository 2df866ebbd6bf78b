/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/network/relatedness.h"

G_BEGIN_DECLS

/* Private to relatedness. */

typedef struct {
    guint32 node;
    double cosine;
} Neighbour;

void rhumb_find_nearest_rows (RhumbRows rows, guint32 n_columns,
                              const RhumbRelatednessOptions *options, Neighbour *nearest);

G_END_DECLS
