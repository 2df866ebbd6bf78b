/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/network.h"

G_BEGIN_DECLS

guint32 *rhumb_split_blocks (const RhumbNetwork *network, const guint32 *cluster, guint32 n_blocks,
                             guint64 seed);

G_END_DECLS
