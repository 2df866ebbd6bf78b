/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/graph.h"
#include "graph/series.h"

G_BEGIN_DECLS

RhumbSeries *rhumb_count_papers_by_year (const RhumbCorpus *corpus, GError **error);
RhumbSeries *rhumb_count_concepts_by_year (const RhumbGraph *graph, GError **error);
RhumbSeries *rhumb_share_by_year (const RhumbSeries *counts, const RhumbSeries *totals);

G_END_DECLS
