/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/similar/push.h"
#include "analytics/similar/row-source.h"

G_BEGIN_DECLS

/* All that a step along a link needs of the node where it ends, close together. What waits is a
 * share of what started; a node at which more waits than its limit passes it on. The limit is 0
 * until the walk comes by, and infinite while the node stands in the queue. */
typedef struct {
    double waiting;
    double limit;
} RhumbWalkCell;

/* What else is known of a node: the share that it has passed on, and its strength. */
typedef struct {
    double passed;
    double strength;
} RhumbWalkNode;

struct _RhumbWalker {
    RowSource source;
    RowRoom room;
    const gsize *start;                    /* of rows of a network */
    const RhumbFingerprints *fingerprints; /* NULL = walks are not finished */
    gboolean undirected;
    guint32 n_nodes;
    gpointer memory; /* of all arrays below */
    gsize n_bytes;   /* of that */
    RhumbWalkCell *cell;
    RhumbWalkNode *node;
    float *flow; /* once asked: what waits at a node, for each unit of its strength */
    guint8 *is_start;
    guint32 *touched; /* nodes whose cell may hold something, those of the start first */
    guint32 n_touched;
    guint32 n_starts;
    guint32 *ring;   /* nodes that wait, first come first served */
    double strength; /* of all nodes */
    double reached;  /* strength of those touched */
    double damping;
    double threshold;
    double spread; /* visits for each unit of strength that are still to come */
    double total;
    double residual;
};

void rhumb_walker_touch (RhumbWalker *walker, guint32 node);
void rhumb_walker_finish (RhumbWalker *walker);
GArray *rhumb_walker_new_room (guint32 n_nodes, guint n_best);
void rhumb_walker_fill_best (RhumbWalker *walker, guint32 first, guint32 n_nodes, guint n_best,
                             GArray *list);

/* How often the walk comes by a node that it touched, for each start. */
static inline double
walker_count_visits (const RhumbWalker *walker, guint32 node)
{
    return walker->node[node].passed + walker->cell[node].waiting +
           walker->spread * walker->node[node].strength;
}

static inline gboolean
walker_has_touched (const RhumbWalker *walker, guint32 node)
{
    return walker->cell[node].limit > 0;
}

G_END_DECLS
