/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/layout/scene.h"
#include "analytics/layout/territories.h"

G_BEGIN_DECLS

void rhumb_place_titles (RhumbScene *scene, const RhumbTerritories *land, GArray *taken);
guint rhumb_place_labels (RhumbScene *scene, const RhumbTerritories *land, GArray *taken);
gboolean rhumb_box_is_free (const RhumbScene *scene, RhumbBox box, const RhumbSceneNode *own,
                            const GArray *taken, gboolean rings_move);

G_END_DECLS
