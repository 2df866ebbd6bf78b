/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/cluster/level.h"

G_BEGIN_DECLS

gsize rhumb_move_nodes (const Level *level, double resolution, double min_moved,
                        gboolean is_gradual, guint64 seed, guint32 *cluster);

G_END_DECLS
