/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/map.h"

G_BEGIN_DECLS

/* Private to io: the one place that knows Graphviz. */

GBytes *rhumb_graphviz_from_map (const RhumbMap *map, GError **error);

G_END_DECLS
