/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/evidence.h"
#include "graph/ranking.h"

G_BEGIN_DECLS

RhumbEvidence *rhumb_explain_pagerank (const RhumbGraph *graph, const RhumbNetwork *walk,
                                       const RhumbRanking *pagerank, double damping, guint32 node);
RhumbEvidence *rhumb_explain_citations (const RhumbGraph *graph, guint32 paper);
RhumbEvidence *rhumb_explain_h_index (const RhumbGraph *graph, guint32 node);

G_END_DECLS
