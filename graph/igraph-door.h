/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <igraph/igraph.h>

#include "graph/graph.h"

G_BEGIN_DECLS

/* The one place where igraph's types meet ours. A C user who knows igraph includes this header
 * and has every igraph algorithm on the whole knowledge graph. */

void rhumb_igraph_lock (void);
void rhumb_igraph_unlock (void);
gboolean rhumb_igraph_check (igraph_error_t code, const char *what, GError **error);

const igraph_t *rhumb_graph_get_igraph (const RhumbGraph *graph);
const igraph_vector_t *rhumb_graph_get_igraph_weights (const RhumbGraph *graph);
const guint8 *rhumb_graph_get_edge_relations (const RhumbGraph *graph);
gboolean rhumb_network_to_igraph (const RhumbNetwork *network, igraph_t *result,
                                  igraph_vector_t *weights, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (igraph_vector_t, igraph_vector_destroy)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (igraph_vector_int_t, igraph_vector_int_destroy)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (igraph_t, igraph_destroy)

G_END_DECLS
