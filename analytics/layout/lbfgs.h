/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to layout: value of a smooth function at x[n]; fills gradient[n]. */
typedef double (*RhumbObjective) (const double *x, double *gradient, gsize n, gpointer data);

guint rhumb_minimise (RhumbObjective objective, gpointer data, double *x, gsize n,
                      guint max_iterations, double tolerance);

G_END_DECLS
