/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/graph.h"
#include "graph/ranking.h"

G_BEGIN_DECLS

RhumbRanking *rhumb_count_citations (const RhumbGraph *graph);
RhumbRanking *rhumb_count_links (const RhumbGraph *graph);
RhumbRanking *rhumb_count_network_citations (const RhumbNetwork *network);
RhumbRanking *rhumb_count_network_links (const RhumbNetwork *network);

G_END_DECLS
