/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define RHUMB_TYPE_PARTITION (rhumb_partition_get_type ())

/**
 * RhumbPartition:
 *
 * A cluster for each node, immutable. Clusters are numbered largest first, ties by their first
 * node.
 *
 * Since: 0.1
 */
typedef struct _RhumbPartition RhumbPartition;

GType rhumb_partition_get_type (void) G_GNUC_CONST;
RhumbPartition *rhumb_partition_new (guint32 n_nodes, const guint32 *cluster,
                                     const double *node_size, const char *quality_name,
                                     double quality, double resolution, guint64 seed);
RhumbPartition *rhumb_partition_ref (RhumbPartition *partition);
void rhumb_partition_unref (RhumbPartition *partition);
guint32 rhumb_partition_get_n_nodes (const RhumbPartition *partition);
guint32 rhumb_partition_get_n_clusters (const RhumbPartition *partition);
const guint32 *rhumb_partition_get_clusters (const RhumbPartition *partition);
guint32 rhumb_partition_get_size (const RhumbPartition *partition, guint32 cluster);
const char *rhumb_partition_get_quality_name (const RhumbPartition *partition);
double rhumb_partition_get_quality (const RhumbPartition *partition);
double rhumb_partition_get_resolution (const RhumbPartition *partition);
guint64 rhumb_partition_get_seed (const RhumbPartition *partition);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbPartition, rhumb_partition_unref)

G_END_DECLS
