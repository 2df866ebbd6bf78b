/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/graph.h"
#include "graph/ranking.h"

G_BEGIN_DECLS

RhumbRanking *rhumb_count_h_index (const RhumbGraph *graph);
RhumbRanking *rhumb_count_papers (const RhumbGraph *graph);
RhumbRanking *rhumb_sum_citations (const RhumbGraph *graph);

G_END_DECLS
