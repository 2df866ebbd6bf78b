/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/layout/topic-map.h"
#include "graph/attributed-network.h"

G_BEGIN_DECLS

gboolean rhumb_attributed_network_has_places (const RhumbAttributedNetwork *network);
RhumbMap *rhumb_draw_placed_network (const RhumbAttributedNetwork *network,
                                     const RhumbMapOptions *looks, GError **error);

G_END_DECLS
