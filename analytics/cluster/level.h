/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/network.h"

G_BEGIN_DECLS

/* One level of a clustering: the network itself, or the network of its clusters. Row v is
 * start[v] … end[v] − 1; links inside a node are left out above the first level. Links that all
 * weigh 1 are counted above it, in half the room of weights and without rounding. */
typedef struct {
    guint32 n_nodes;
    const gsize *start;
    const gsize *end;
    const guint32 *node;
    const double *weight; /* NULL = counts */
    const guint32 *count; /* NULL without weights = all 1 */
    double *size;         /* what each node counts for: strength, or number of papers */
    gsize n_entries;      /* of all rows together */
    gpointer owned[4];    /* rows that were built here */
} Level;

Level *rhumb_level_new (const RhumbNetwork *network, double *size);
Level *rhumb_level_new_quotient (const Level *level, const guint32 *cluster, guint32 n_clusters);
void rhumb_level_free (Level *level);
guint32 rhumb_level_get_max_degree (const Level *level);
guint32 rhumb_number_clusters (guint32 n_nodes, guint32 *cluster, guint32 n_numbers);
guint32 *rhumb_sort_by_cluster (guint32 n_nodes, const guint32 *cluster, guint32 n_clusters,
                                guint32 *start);
guint32 *rhumb_list_nodes (guint32 n_nodes);
guint32 *rhumb_shuffle_nodes (guint32 n_nodes, guint64 seed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Level, rhumb_level_free)

static inline double
level_get_weight (const Level *level, gsize i)
{
    if (level->weight != NULL)
        return level->weight[i];
    return level->count != NULL ? level->count[i] : 1;
}

G_END_DECLS
