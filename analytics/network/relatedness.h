/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/network.h"

G_BEGIN_DECLS

/**
 * RhumbRelatednessOptions:
 * @n_neighbours: links kept for each node, its most related ones; at least 1
 * @max_column: features that more nodes than this have are not used, at least 2
 *
 * How nodes are related through what they have in common.
 *
 * Since: 0.1
 */
typedef struct {
    guint n_neighbours;
    guint max_column;
} RhumbRelatednessOptions;

#define RHUMB_RELATEDNESS_DEFAULTS            \
    {                                         \
        .n_neighbours = 8, .max_column = 1000 \
    }

RhumbNetwork *rhumb_join_features (const RhumbNetwork *a, double share_a, const RhumbNetwork *b,
                                   double share_b, GError **error);
RhumbNetwork *rhumb_relate_by_features (const RhumbNetwork *features,
                                        const RhumbRelatednessOptions *options, GError **error);

G_END_DECLS
