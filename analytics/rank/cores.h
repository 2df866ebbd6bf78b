/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/network.h"
#include "graph/ranking.h"

G_BEGIN_DECLS

RhumbRanking *rhumb_find_cores (const RhumbNetwork *network);

G_END_DECLS
