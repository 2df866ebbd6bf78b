/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/layout/geometry.h"
#include "analytics/layout/strategic-map.h"
#include "analytics/layout/topic-colours.h"

G_BEGIN_DECLS

/* Private to layout: a strategic diagram while it is drawn. */
typedef struct {
    const RhumbTopics *topics;
    const RhumbThemePlace *place;
    guint32 n;
    RhumbBox plot;
    double cut_x;
    double cut_y;
    RhumbPoint *centre;
    double *radius;
    GArray *taken; /* boxes of words */
    const RhumbClusterColours *colours;
    RhumbMapBuilder *sheet;
} RhumbStrategicDiagram;

void rhumb_theme_names_draw (RhumbStrategicDiagram *diagram);

G_END_DECLS
