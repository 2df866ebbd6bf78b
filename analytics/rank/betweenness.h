/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/network.h"
#include "graph/ranking.h"

G_BEGIN_DECLS

RhumbRanking *rhumb_betweenness (const RhumbNetwork *network, guint32 n_sources, guint64 seed);

G_END_DECLS
