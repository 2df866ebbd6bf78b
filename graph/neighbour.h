/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RhumbNeighbour:
 * @node: a node
 * @score: how near it is; what it measures depends on the method
 *
 * A node that is like, or near, what was asked about.
 *
 * Since: 0.2
 */
typedef struct {
    guint32 node;
    double score;
} RhumbNeighbour;

GArray *rhumb_neighbours_new (void);
void rhumb_neighbours_keep_best (GArray *neighbours, guint n_best);

G_END_DECLS
