/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/layout/springs.h"
#include "analytics/layout/territories.h"

G_BEGIN_DECLS

GStrv rhumb_overview_terms (const RhumbScene *scene, guint32 cluster, guint most);
void rhumb_overview_draw (const RhumbScene *scene, const RhumbTerritories *land,
                          const GArray *springs, RhumbMapBuilder *builder);

G_END_DECLS
