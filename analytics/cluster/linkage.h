/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/hierarchy.h"
#include "graph/network.h"
#include "graph/partition.h"

G_BEGIN_DECLS

/**
 * RhumbLinkage:
 * @RHUMB_LINKAGE_DENSITY: link weight for each pair of nodes, e(A, B) / |A| |B|
 * @RHUMB_LINKAGE_PARIS: link weight relative to what strengths make likely,
 *   e(A, B) 2m / k(A) k(B); for networks whose nodes have very different numbers of links
 *
 * How similar two clusters are.
 *
 * Since: 0.2
 */
typedef enum {
    RHUMB_LINKAGE_DENSITY,
    RHUMB_LINKAGE_PARIS,
} RhumbLinkage;

RhumbHierarchy *rhumb_link_clusters (const RhumbNetwork *network, const RhumbPartition *partition,
                                     RhumbLinkage linkage);

G_END_DECLS
