/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/neighbour.h"
#include "graph/network.h"

G_BEGIN_DECLS

GArray *rhumb_grow_set (const RhumbNetwork *features, guint32 n_nodes, const guint32 *seed,
                        guint n_seeds, guint n_more, GError **error);

G_END_DECLS
