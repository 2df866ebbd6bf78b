/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/graph.h"

G_BEGIN_DECLS

/* What graph.c keeps for the door; only igraph-door.c knows what is inside. */
typedef struct _RhumbIgraph RhumbIgraph;

RhumbIgraph *rhumb_igraph_new (RhumbNetwork *const *relations, const guint32 *first_node,
                               GError **error);
void rhumb_igraph_free (RhumbIgraph *whole);
void rhumb_igraph_lock (void);
void rhumb_igraph_unlock (void);
RhumbIgraph *rhumb_graph_get_whole (const RhumbGraph *graph);
RhumbNodeKind rhumb_relation_get_from_kind (RhumbRelation relation);
RhumbNodeKind rhumb_relation_get_to_kind (RhumbRelation relation);

G_END_DECLS
