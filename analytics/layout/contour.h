/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/layout/geometry.h"

G_BEGIN_DECLS

GPtrArray *rhumb_contours (const double *field, guint n_columns, guint n_rows);
RhumbPoint *rhumb_contour (const double *field, guint n_columns, guint n_rows, gsize *n_points);

G_END_DECLS
