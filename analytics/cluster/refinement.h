/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/cluster/level.h"

G_BEGIN_DECLS

guint32 rhumb_refine_clusters (const Level *level, const guint32 *cluster, guint32 n_clusters,
                               double resolution, double randomness, guint64 seed, guint32 *part);

G_END_DECLS
