/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/layout/geometry.h"
#include "graph/map.h"

/* A line of words as it is drawn: the box its ink covers, and the number of its text. */
typedef struct {
    RhumbBox ink;
    guint32 text;
} MeasuredLine;

GArray *measure_texts (const RhumbMap *map);
