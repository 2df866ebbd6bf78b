/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/layout/energy.h"

G_BEGIN_DECLS

/* Private to layout: brings parts that nothing links near each other. */
void rhumb_dock_parts (double *x, guint32 n_nodes, const RhumbSpring *spring, gsize n_springs);

G_END_DECLS
