/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/arena.h"

G_BEGIN_DECLS

guint32 *rhumb_order_best_first (const double *score, guint32 n, RhumbArena *arena);

G_END_DECLS
