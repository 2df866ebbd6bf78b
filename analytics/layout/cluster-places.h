/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/layout/scene.h"

G_BEGIN_DECLS

/* Private to layout: where the discs of a cluster are, and where its words may be looked for. */

#define RHUMB_CLUSTER_SPOTS (25 * 21)

RhumbBox rhumb_cluster_extent (const RhumbScene *scene, guint32 cluster);
RhumbPoint *rhumb_cluster_middles (const RhumbScene *scene);
RhumbPoint rhumb_cluster_spot (RhumbBox extent, guint number);

G_END_DECLS
