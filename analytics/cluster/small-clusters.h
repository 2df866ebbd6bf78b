/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/network.h"
#include "graph/partition.h"

G_BEGIN_DECLS

RhumbPartition *rhumb_join_small_clusters (const RhumbNetwork *network,
                                           const RhumbPartition *partition, guint32 min_size,
                                           const gboolean *is_named);

G_END_DECLS
