/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/layout/scene.h"

G_BEGIN_DECLS

/* Private to layout: how many colours the density has, the paper's among them. */
#define RHUMB_DENSITY_STEPS 16

double rhumb_density_at (const RhumbScene *scene, double reach, RhumbPoint place);
double rhumb_density_reach (const RhumbScene *scene);
void rhumb_density_draw (const RhumbScene *scene, RhumbMapBuilder *builder);
double rhumb_density_draw_key (const RhumbScene *scene, RhumbMapBuilder *builder, double left,
                               double y, double width);

G_END_DECLS
