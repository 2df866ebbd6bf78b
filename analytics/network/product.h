/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/network/normalisation.h"

G_BEGIN_DECLS

/**
 * RhumbCounting:
 * @RHUMB_COUNTING_FULL: every paper counts 1 for each pair of its items
 * @RHUMB_COUNTING_FRACTIONAL: a paper with n items counts 1 / (n − 1) for each pair
 *
 * How much a paper adds to a link.
 *
 * Since: 0.1
 */
typedef enum {
    RHUMB_COUNTING_FULL,
    RHUMB_COUNTING_FRACTIONAL,
} RhumbCounting;

/**
 * RhumbEnd:
 * @RHUMB_END_FROM: the nodes that edges start from
 * @RHUMB_END_TO: the nodes that edges lead to
 *
 * One end of the edges of a network.
 *
 * Since: 0.2
 */
typedef enum {
    RHUMB_END_FROM,
    RHUMB_END_TO,
} RhumbEnd;

/**
 * RhumbProductOptions:
 * @counting: how much a shared node adds to a link
 * @normalisation: how counts are put into relation to sizes; sizes are those of the whole network,
 *   whatever @top_links and @min_weight leave out
 * @weighted: %FALSE: an edge is there or not; %TRUE: two edges to a shared node count as much as
 *   the smaller of their weights
 * @top_links: links that each node keeps, its strongest ones; 0 = all. A link stays if either of
 *   its nodes keeps it, so a node may end up with more
 * @min_weight: links of less weight, after normalisation, are left out; at least 0
 * @hub_cap: what more nodes than this share is left out, as if it did not exist; 0 = nothing
 * @max_bytes: memory that may be needed; 0 = 4 GiB
 *
 * How nodes are linked by what they share.
 *
 * Since: 0.2
 */
typedef struct {
    RhumbCounting counting;
    RhumbNormalisation normalisation;
    gboolean weighted;
    guint top_links;
    double min_weight;
    guint hub_cap;
    guint64 max_bytes;
} RhumbProductOptions;

#define RHUMB_PRODUCT_DEFAULTS                                                     \
    {                                                                              \
        .counting = RHUMB_COUNTING_FULL, .normalisation = RHUMB_NORMALISATION_NONE \
    }

/**
 * RhumbProductReport:
 * @n_hubs: shared nodes that were left out because of @hub_cap
 * @n_pairs: ordered pairs of nodes that share a node, summed over shared nodes: the work
 * @n_bytes: memory that was estimated before
 *
 * What a product cost and left out.
 *
 * Since: 0.2
 */
typedef struct {
    guint32 n_hubs;
    guint64 n_pairs;
    guint64 n_bytes;
} RhumbProductReport;

RhumbNetwork *rhumb_link_by_shared (const RhumbNetwork *network, RhumbEnd end,
                                    const RhumbProductOptions *options, RhumbProductReport *report,
                                    GError **error);

G_END_DECLS
