/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/graph.h"
#include "graph/ranking.h"

G_BEGIN_DECLS

RhumbRanking *rhumb_pagerank_of_graph (const RhumbGraph *graph, const RhumbNetwork *walk,
                                       const double *start, GError **error);

G_END_DECLS
