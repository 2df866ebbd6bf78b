/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/layout/scene.h"

G_BEGIN_DECLS

/* Private to layout: discs in the colours of a value instead of those of their topics. */

void rhumb_colouring_apply (RhumbScene *scene);
double rhumb_colouring_draw_key (const RhumbScene *scene, RhumbMapBuilder *builder, double left,
                                 double y, double width);

G_END_DECLS
