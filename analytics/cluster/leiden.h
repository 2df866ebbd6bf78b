/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/network.h"
#include "graph/partition.h"

G_BEGIN_DECLS

/**
 * RhumbLeidenQuality:
 * @RHUMB_LEIDEN_MODULARITY: links inside clusters beyond what degrees make likely
 * @RHUMB_LEIDEN_CPM: links inside clusters beyond resolution × pairs of nodes (constant Potts
 *   model); the resolution is in units of link weight
 *
 * What Leiden maximises.
 *
 * Since: 0.1
 */
typedef enum {
    RHUMB_LEIDEN_MODULARITY,
    RHUMB_LEIDEN_CPM,
} RhumbLeidenQuality;

/**
 * RhumbLeidenOptions:
 * @quality: what is maximised
 * @resolution: above 0; higher gives more, smaller clusters
 * @n_starts: how often it is run, four times as often below 1,000 nodes; the best result is kept;
 * at least 1
 * @seed: seed of the random choices
 * @n_iterations: most iterations of a start, each from the clusters of the one before;
 *   0 = until the quality no longer rises, or 1 from 100,000 nodes on
 * @node_weight: (nullable): what each node counts for in CPM, finite and at least 0; %NULL = 1
 *   each. Modularity always weighs a node by its links
 * @start: (nullable): a partition of the network to start from; %NULL = each node alone
 *
 * How clusters are found.
 *
 * Since: 0.1
 */
typedef struct {
    RhumbLeidenQuality quality;
    double resolution;
    guint n_starts;
    guint64 seed;
    guint n_iterations;
    const double *node_weight;
    const RhumbPartition *start;
} RhumbLeidenOptions;

#define RHUMB_LEIDEN_DEFAULTS                                                            \
    {                                                                                    \
        .quality = RHUMB_LEIDEN_MODULARITY, .resolution = 1.0, .n_starts = 10, .seed = 1 \
    }

RhumbPartition *rhumb_leiden (const RhumbNetwork *network, const RhumbLeidenOptions *options,
                              GError **error);

G_END_DECLS
