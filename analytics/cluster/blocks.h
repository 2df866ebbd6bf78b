/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/network.h"
#include "graph/partition.h"

G_BEGIN_DECLS

/**
 * RHUMB_MAX_BLOCKS:
 *
 * Most clusters that block refinement works on: it compares all pairs of them.
 *
 * Since: 0.2
 */
#define RHUMB_MAX_BLOCKS 1000

RhumbPartition *rhumb_refine_blocks (const RhumbNetwork *network, const RhumbPartition *partition,
                                     guint n_sweeps);
double rhumb_measure_blocks (const RhumbNetwork *network, const RhumbPartition *partition);
RhumbPartition *rhumb_find_blocks (const RhumbNetwork *network, guint64 seed, GError **error);

G_END_DECLS
