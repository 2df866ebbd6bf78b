/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/layout/energy.h"
#include "analytics/layout/topic-map.h"

G_BEGIN_DECLS

/* Private to layout. */
gboolean rhumb_igraph_place (RhumbMapLayout layout, const RhumbSpring *spring, gsize n_springs,
                             guint32 n_nodes, const guint64 *key, guint64 seed, double *x,
                             GError **error);

G_END_DECLS
