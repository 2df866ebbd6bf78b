/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/graph.h"

G_BEGIN_DECLS

/* Links that each side gives a paper unless their number is chosen. */
#define RHUMB_HYBRID_NEIGHBOURS 20

RhumbNetwork *rhumb_mix_text (const RhumbGraph *graph, const RhumbNetwork *cited, double text_share,
                              guint n_neighbours, GError **error);

G_END_DECLS
