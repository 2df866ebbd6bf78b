/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to eval. */
double rhumb_row_dot (const float *row, const double *vector, guint n);
double rhumb_row_distance (const float *row, const double *vector, guint n);
void rhumb_row_add (const float *row, double scale, double *sum, guint n);

G_END_DECLS
