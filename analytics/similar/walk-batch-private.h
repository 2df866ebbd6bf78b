/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/similar/walk-batch.h"

G_BEGIN_DECLS

#define WALKS RHUMB_WALK_BATCH_SIZE

/* How often what the last step brought is added at most. Chosen among 0.6, 1.2 and 2 on the queries
 * of bench/bench-similar. */
#define MOST_AHEAD 2

/* A number for each walk of a batch. Processors do four of them at once; sums of four stay in
 * registers, where one of sixteen would be written and read again at each link. */
#define FOURS (WALKS / 4)
typedef float Four __attribute__ ((vector_size (16), aligned (4)));
typedef union {
    Four four[FOURS];
    float walk[WALKS];
} Lanes;

struct _RhumbWalkBatch {
    RhumbNetwork *network;
    gboolean undirected;
    guint32 n_nodes;
    gpointer memory; /* of the arrays of lanes */
    Lanes *state;    /* visits for each unit of scale, after the last step and the one before */
    Lanes *before;
    Lanes *sum;   /* of what comes to a node, while few pass on; else 0 */
    float *scale; /* strength, or 1 of nodes without links */
    guint8 *linked;
    double strength_of_all;
    guint8 *holds; /* whether a node is active */
    guint32 *active;
    guint32 n_active;
    guint n_walks; /* 0 = not started */
    guint32 start[WALKS];
    float damping;
    float ahead;          /* how often what the last step brought is added */
    double spread[WALKS]; /* visits for each unit of strength that are missing */
    double total[WALKS];
};

/* The state of a node when what the last step brought has gone on; never below 0, as steps only
 * add. */
static inline void
rhumb_walk_batch_look_ahead (const RhumbWalkBatch *batch, guint32 node, Lanes *ahead)
{
    const Four *state = batch->state[node].four;
    const Four *before = batch->before[node].four;
    for (guint k = 0; k < FOURS; k++)
        ahead->four[k] = state[k] + (state[k] - before[k]) * batch->ahead;
}

/* The next state of a node, which takes the place of the one before. @sum is what comes
 * along its links. */
static inline void
rhumb_walk_batch_settle (const RhumbWalkBatch *batch, guint32 node, const Four *sum)
{
    const float passed = batch->damping / batch->scale[node];
    for (guint k = 0; k < FOURS; k++)
        batch->before[node].four[k] = sum[k] * passed;
}

/* How often a walk comes by a node, for each start. */
static inline double
rhumb_walk_batch_count_visits (const RhumbWalkBatch *batch, guint walk, guint32 node)
{
    Lanes ahead;
    rhumb_walk_batch_look_ahead (batch, node, &ahead);
    const double state = (double)ahead.walk[walk];
    return state > 0 ? (state + batch->spread[walk]) * (double)batch->scale[node] : 0;
}

void rhumb_walk_batch_collect (const RhumbWalkBatch *batch, RhumbRows in, guint32 first,
                               guint32 end);

G_END_DECLS
