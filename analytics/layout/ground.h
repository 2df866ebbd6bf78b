/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/layout/territories.h"

G_BEGIN_DECLS

/* Private to layout: where the nodes of each cluster may stand, see ground.c. */
typedef struct _RhumbGround RhumbGround;

/* The cells of all ground, row by row; @owner: whose ground each is, RHUMB_NONE = nobody's. */
typedef struct {
    double left;
    double top;
    double side;
    guint32 n_columns;
    guint32 n_rows;
    const guint32 *owner;
} RhumbGrid;

RhumbGround *rhumb_ground_new (const RhumbTerritories *land, guint32 n_clusters, RhumbBox frame);
void rhumb_ground_free (RhumbGround *ground);
double rhumb_ground_get_area (const RhumbGround *ground, guint32 cluster);
RhumbPoint rhumb_ground_pick (const RhumbGround *ground, guint32 cluster, guint64 key);
RhumbPoint rhumb_ground_keep (const RhumbGround *ground, guint32 cluster, guint64 key,
                              RhumbPoint place);
RhumbPoint rhumb_ground_pull (const RhumbGround *ground, guint32 cluster, RhumbPoint place);
double rhumb_ground_get_distance (const RhumbGround *ground, guint32 cluster, RhumbPoint place);
RhumbGrid rhumb_ground_get_grid (const RhumbGround *ground);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbGround, rhumb_ground_free)

G_END_DECLS
