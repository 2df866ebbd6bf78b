/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/layout/scene.h"

G_BEGIN_DECLS

/* Places the nodes of a scene by Graphviz's sfdp. */
void place_by_sfdp (RhumbScene *scene, const GArray *springs, guint64 seed);

G_END_DECLS
