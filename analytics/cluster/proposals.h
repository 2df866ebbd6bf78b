/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/cluster/level.h"
#include "analytics/cluster/tally.h"

G_BEGIN_DECLS

/* Private to local moving. */

/* Rounding is no gain: share of the terms that a gain must exceed. */
#define MIN_GAIN 1e-12

/* Fewer links than this are looked at sooner than another thread is awake, or done with what it was
 * at: between batches there is work for one thread, and one that waits for the next batch takes
 * time from others, this program's and the machine's. */
#define FEW_LINKS 131072.0

typedef struct {
    guint32 node;
    guint32 from;
    guint32 target; /* RHUMB_NONE = a cluster of its own */
    gboolean has_moved;
    double link_gain; /* w(v, B) − w(v, A − v) */
} Move;

typedef struct {
    const Level *level;
    double resolution;
    guint32 *cluster;
    double *total;     /* S of each cluster */
    guint32 *n_inside; /* nodes of each cluster */
    guint32 *empty;    /* clusters without nodes */
    guint32 n_empty;
    guint8 *is_waiting;
    guint8 *is_leaving; /* whether the node wants to move, while its batch is looked at */
    guint32 *rank;      /* of a node that wants to move: its place in the batch */
    Move *batch;        /* first those that want to move, once they were asked */
    guint32 n_batch;
    double mean_degree;
    gboolean is_gradual; /* whether linked nodes move in different batches */
} Moving;

/* Whether nodes have links enough to wake another thread for. */
static inline gboolean
is_worth_sharing (const Moving *moving, guint32 n)
{
    return (double)n * moving->mean_degree > FEW_LINKS;
}

guint32 rhumb_propose_moves (Moving *moving, Tally *tallies);

G_END_DECLS
