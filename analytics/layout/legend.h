/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/layout/scene.h"

G_BEGIN_DECLS

/* Width of the panel on the right and where the map begins and ends. */
#define RHUMB_LEGEND_WIDTH 330.0
#define RHUMB_MAP_TOP 86.0
#define RHUMB_MAP_BOTTOM 44.0

void rhumb_legend_draw (const RhumbScene *scene, const GArray *links, RhumbMapBuilder *builder);

G_END_DECLS
