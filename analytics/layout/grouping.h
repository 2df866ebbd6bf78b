/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/layout/energy.h"
#include "graph/network.h"

G_BEGIN_DECLS

/* Private to layout: nodes taken together. */
typedef struct {
    guint32 n_groups;
    guint32 *group;  /* of each node */
    guint32 *parent; /* of each group: the cluster of its nodes */
    guint64 *key;    /* of each group: the least of its nodes */
    guint8 *is_rest; /* of each group: whether it is what is left of a cluster */
} RhumbGrouping;

void rhumb_grouping_clear (RhumbGrouping *grouping);
gboolean rhumb_group_nodes (RhumbGrouping *grouping, const RhumbNetwork *network,
                            const guint32 *cluster, const guint64 *key, guint64 seed,
                            GError **error);
gboolean rhumb_group_inside (RhumbGrouping *grouping, const RhumbSpring *spring, gsize n_springs,
                             guint32 n_nodes, const guint32 *cluster, const guint64 *key,
                             guint64 seed, double resolution, GError **error);
void rhumb_group_by_clusters (RhumbGrouping *grouping, guint32 n_nodes, const guint32 *cluster,
                              guint32 n_clusters, const guint64 *cluster_key);
RhumbNetwork *rhumb_link_groups (const RhumbSpring *spring, gsize n_springs, const guint32 *group,
                                 guint32 n_groups, GError **error);
GArray *rhumb_list_springs (const RhumbNetwork *groups);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RhumbGrouping, rhumb_grouping_clear)

G_END_DECLS
