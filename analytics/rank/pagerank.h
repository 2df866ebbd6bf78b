/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/network.h"
#include "graph/ranking.h"

G_BEGIN_DECLS

/**
 * RhumbPagerankOptions:
 * @damping: probability of following a link, above 0 and below 1
 * @tolerance: sum of absolute changes, as a share of the scores of a strong component, below which
 *   iteration ends, above 0
 * @max_iterations: sweeps after which it gives up, at least 1
 * @start: (nullable): chance of each node that the reader starts there, in any unit; %NULL = all
 *   alike
 *
 * How PageRank is computed.
 *
 * Since: 0.1
 */
typedef struct {
    double damping;
    double tolerance;
    guint max_iterations;
    const double *start;
} RhumbPagerankOptions;

#define RHUMB_PAGERANK_DEFAULTS                                     \
    {                                                               \
        .damping = 0.85, .tolerance = 1e-12, .max_iterations = 1000 \
    }

RhumbRanking *rhumb_pagerank (const RhumbNetwork *network, const RhumbPagerankOptions *options,
                              GError **error);

G_END_DECLS
