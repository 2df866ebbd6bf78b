/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/layout/topic-map.h"
#include "graph/derived-network.h"

G_BEGIN_DECLS

/**
 * RhumbNetworkMapOptions:
 * @n_nodes: most nodes drawn, in [2, 500]
 * @resolution: resolution of the clusters, above 0; higher gives more, smaller ones
 *
 * What of a network is drawn.
 *
 * Since: 0.2
 */
typedef struct {
    guint n_nodes;
    double resolution;
} RhumbNetworkMapOptions;

#define RHUMB_NETWORK_MAP_DEFAULTS        \
    {                                     \
        .n_nodes = 150, .resolution = 1.0 \
    }

RhumbMap *rhumb_draw_network (RhumbGraph *graph, const RhumbDerivedNetwork *derived,
                              const RhumbRanking *ranking, const RhumbMapOptions *looks,
                              const RhumbNetworkMapOptions *options, GError **error);

G_END_DECLS
