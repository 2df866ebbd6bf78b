/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/time/bursts.h"
#include "graph/graph.h"

G_BEGIN_DECLS

RhumbBurst *rhumb_find_citation_bursts (const RhumbGraph *graph, const RhumbBurstOptions *options,
                                        gsize *n_bursts, GError **error);

G_END_DECLS
