/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/neighbour.h"
#include "graph/network.h"

G_BEGIN_DECLS

/* So many walks go side by side. */
#define RHUMB_WALK_BATCH_SIZE 16

/**
 * RhumbWalkBatch:
 *
 * Walks from several nodes of a network at once, and the room they need, kept from one batch to the
 * next. Belongs to one thread and is not counted by reference.
 *
 * Since: 0.2
 */
typedef struct _RhumbWalkBatch RhumbWalkBatch;

/**
 * RhumbWalkBatchOptions:
 * @damping: probability of following a link instead of starting afresh, above 0 and below 1
 * @n_steps: steps that are taken along all links, 1 to 1000
 *
 * How walks are followed.
 *
 * Since: 0.2
 */
typedef struct {
    double damping;
    guint n_steps;
} RhumbWalkBatchOptions;

#define RHUMB_WALK_BATCH_DEFAULTS     \
    {                                 \
        .damping = 0.85, .n_steps = 6 \
    }

RhumbWalkBatch *rhumb_walk_batch_new (RhumbNetwork *network, GError **error);
void rhumb_walk_batch_free (RhumbWalkBatch *batch);
gboolean rhumb_walk_batch_start (RhumbWalkBatch *batch, const guint32 *start, guint n_starts,
                                 const RhumbWalkBatchOptions *options, GError **error);
double rhumb_walk_batch_get_score (const RhumbWalkBatch *batch, guint walk, guint32 node);
GPtrArray *rhumb_walk_batch_list_best (const RhumbWalkBatch *batch, guint32 first, guint32 n_nodes,
                                       guint n_best);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbWalkBatch, rhumb_walk_batch_free)

G_END_DECLS
