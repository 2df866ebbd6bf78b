/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/layout/scene.h"
#include "analytics/layout/territories.h"

G_BEGIN_DECLS

/* Private to layout: breaks the rows in which rings stand. */
void rhumb_scatter_rings (RhumbScene *scene, const RhumbTerritories *land, const GArray *taken);

G_END_DECLS
