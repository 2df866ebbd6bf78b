/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/map.h"
#include "io/format.h"
#include "io/scan/network-draft.h"

G_BEGIN_DECLS

/* Private to io: the one place that knows Graphviz. */

/* What a network has no place for. */
typedef struct {
    guint64 n_graphs;
    guint64 n_subgraphs; /* that are no clusters */
    guint64 n_too_deep;  /* subgraphs inside others, 64 levels deep */
} RhumbGraphvizCounts;

GBytes *rhumb_graphviz_from_map (const RhumbMap *map, GError **error);
char *rhumb_graphviz_parse (const char *text, gsize length, const RhumbInput *input,
                            RhumbNetworkDraft *draft, RhumbGraphvizCounts *counts, GError **error);

G_END_DECLS
