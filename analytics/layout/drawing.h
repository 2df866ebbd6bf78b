/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/layout/scene.h"
#include "analytics/layout/territories.h"

G_BEGIN_DECLS

/* Private to layout: the steps of every map of nodes. */
RhumbTerritories *rhumb_drawing_divide (RhumbScene *scene, const GArray *springs, GArray *taken);
RhumbTerritories *rhumb_drawing_name (RhumbScene *scene, RhumbTerritories *land, GArray *taken);
void rhumb_drawing_colour (RhumbScene *scene, const RhumbTerritories *land);
RhumbMap *rhumb_drawing_build (RhumbScene *scene, const GArray *springs, const GArray *links,
                               const RhumbTerritories *land, GError **error);

G_END_DECLS
