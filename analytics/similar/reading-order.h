/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/graph.h"
#include "graph/neighbour.h"

G_BEGIN_DECLS

gboolean rhumb_paper_is_survey (const RhumbPaper *paper);
void rhumb_order_for_reading (const RhumbGraph *graph, GArray *papers);

G_END_DECLS
