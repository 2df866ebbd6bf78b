/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/similar/likeness.h"
#include "analytics/similar/push.h"

G_BEGIN_DECLS

typedef struct {
    const RhumbGraph *graph;
    RhumbLikeness *likeness;
    RhumbWalker *walker;
} GraphWalk;

gboolean graph_walk_init (GraphWalk *walk, const RhumbGraph *graph,
                          const RhumbLikenessOptions *links, GError **error);
void graph_walk_clear (GraphWalk *walk);
char *graph_walk_why (gconstpointer data, guint32 node);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GraphWalk, graph_walk_clear)

G_END_DECLS
