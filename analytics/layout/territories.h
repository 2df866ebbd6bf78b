/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/layout/geometry.h"

G_BEGIN_DECLS

/* Private to layout: something that claims land for its cluster. Within core of its centre the
 * claim is strong enough to hold against neighbours. */
typedef struct {
    RhumbPoint centre;
    double weight;
    double reach;
    double core;
    guint32 cluster;
} RhumbClaim;

typedef struct _RhumbTerritories RhumbTerritories;

RhumbTerritories *rhumb_territories_new (const RhumbClaim *claim, gsize n_claims,
                                         guint32 n_clusters, RhumbBox frame);
void rhumb_territories_cut_arms (RhumbTerritories *territories);
void rhumb_territories_free (RhumbTerritories *territories);
guint32 rhumb_territories_get_owner (const RhumbTerritories *territories, RhumbPoint place);
double rhumb_territories_foreign_share (const RhumbTerritories *territories, guint32 cluster,
                                        RhumbBox box, double *own);
gboolean rhumb_territories_find_nearest (const RhumbTerritories *territories, guint32 cluster,
                                         RhumbPoint place, double margin, RhumbPoint *found);
RhumbPoint *rhumb_territories_trace (const RhumbTerritories *territories, guint32 cluster,
                                     gsize *n_points);
double *rhumb_territories_borders (const RhumbTerritories *territories);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbTerritories, rhumb_territories_free)

G_END_DECLS
