/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/neighbour.h"

/* A list is cut to what is wanted when it is so many times as long. */
#define MORE_KEPT 16

/* A list of which the best are wanted. */
typedef struct {
    GArray *list;
    double least; /* what has a lower score is not among those wanted */
} BestNeighbours;

static inline void
best_neighbours_add (BestNeighbours *best, RhumbNeighbour item, guint n_best)
{
    if (item.score < best->least)
        return;
    g_array_append_val (best->list, item);
    if (best->list->len / MORE_KEPT <= n_best)
        return;
    rhumb_neighbours_keep_best (best->list, n_best);
    best->least = n_best > 0 ? g_array_index (best->list, RhumbNeighbour, n_best - 1).score : 0;
}
