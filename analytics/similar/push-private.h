/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/similar/push.h"
#include "analytics/similar/row-source.h"

G_BEGIN_DECLS

/* What the state of a node holds. */
enum {
    TOUCHED = 1,
    QUEUED = 2,
    SEED = 4,
};

/* All that a step along a link needs of the node where it ends, close together. What waits is a
 * share of what started. */
typedef struct {
    double waiting;
    guint32 n_links;
    guint32 state;
} RhumbWalkCell;

/* What else is known of a node: the share that it has passed on, and one over its strength, 0 if
 * it has no links. */
typedef struct {
    double passed;
    double pass;
} RhumbWalkNode;

struct _RhumbWalker {
    RowSource source;
    RowRoom room;
    gboolean undirected;
    guint32 n_nodes;
    RhumbWalkCell *cell;
    RhumbWalkNode *node;
    float *flow;      /* what waits at a node, for each unit of weight of its links */
    guint32 *touched; /* nodes whose cell may hold something */
    guint32 n_touched;
    guint32 *ring;   /* nodes that wait, first come first served */
    double strength; /* of all nodes */
    double damping;
    double spread; /* visits for each unit of strength that are still to come */
    double total;
    double residual;
};

double rhumb_walker_count_visits (const RhumbWalker *walker, guint32 node);

G_END_DECLS
