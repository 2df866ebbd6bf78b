/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/cluster/level.h"

G_BEGIN_DECLS

guint32 rhumb_split_unconnected (const Level *level, guint32 n_clusters, guint32 *cluster);

G_END_DECLS
