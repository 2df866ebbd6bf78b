/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/layout/geometry.h"

G_BEGIN_DECLS

/* The step of rhumb_outline_smooth() for land, in points. */
#define RHUMB_OUTLINE_CALM 18.0

double *rhumb_outline_smooth (const RhumbPoint *point, gsize n_points, double step,
                              guint32 *n_segments);
RhumbPoint *rhumb_outline_flatten (const double *outline, guint32 n_segments, gsize *n_points);

G_END_DECLS
