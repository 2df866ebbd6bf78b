/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/layout/scene.h"
#include "analytics/layout/territories.h"

G_BEGIN_DECLS

gboolean rhumb_gives_way (const RhumbSceneNode *node);
gboolean rhumb_move_ring (const RhumbScene *scene, const RhumbTerritories *land,
                          RhumbSceneNode *ring, const RhumbBox *box, const GArray *taken);
gboolean rhumb_clear_box (RhumbScene *scene, const RhumbTerritories *land, RhumbBox box,
                          const GArray *taken);

G_END_DECLS
