/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/layout/energy.h"
#include "analytics/layout/scene.h"

G_BEGIN_DECLS

/* Private to layout. */
GArray *rhumb_crowd_springs (const RhumbScene *scene);
void rhumb_crowd_choose_links (const RhumbScene *scene, const GArray *springs, GArray *links);

G_END_DECLS
