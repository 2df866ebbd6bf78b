/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/layout/energy.h"
#include "analytics/layout/scene.h"

G_BEGIN_DECLS

GArray *rhumb_links_choose (const RhumbScene *scene, const GArray *springs);
void rhumb_links_draw (const RhumbScene *scene, const GArray *links, RhumbMapBuilder *builder);

G_END_DECLS
