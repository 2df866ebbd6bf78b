/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/layout/scene.h"
#include "analytics/layout/territories.h"

G_BEGIN_DECLS

RhumbTerritories *rhumb_divide_land (RhumbScene *scene);
RhumbTerritories *rhumb_divide_anew (RhumbScene *scene, const RhumbTerritories *land,
                                     const GArray *taken);
gboolean rhumb_is_well_inside (const RhumbTerritories *land, guint32 cluster, RhumbPoint place);

G_END_DECLS
