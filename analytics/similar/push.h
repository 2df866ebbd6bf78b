/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/similar/fingerprints.h"
#include "graph/neighbour.h"
#include "graph/link-index.h"
#include "graph/network.h"

G_BEGIN_DECLS

/**
 * RhumbWalker:
 *
 * A walk from a few nodes of a network, and the room it needs, kept from one walk to the next.
 * Belongs to one thread and is not counted by reference.
 *
 * Since: 0.2
 */
typedef struct _RhumbWalker RhumbWalker;

/**
 * RhumbWalkOptions:
 * @damping: probability of following a link instead of starting afresh, above 0 and below 1
 * @threshold: what a node may hold back for each of its links, as a share of the whole, above 0
 *   and at most 1
 * @exact: solve for all nodes by rhumb_pagerank(); @threshold is not used
 *
 * How a walk is followed.
 *
 * Since: 0.2
 */
typedef struct {
    double damping;
    double threshold;
    gboolean exact;
} RhumbWalkOptions;

#define RHUMB_WALK_DEFAULTS                \
    {                                      \
        .damping = 0.85, .threshold = 1e-5 \
    }

RhumbWalker *rhumb_walker_new (RhumbNetwork *network, GError **error);
RhumbWalker *rhumb_walker_new_of_index (RhumbLinkIndex *index);
void rhumb_walker_use_fingerprints (RhumbWalker *walker, const RhumbFingerprints *fingerprints);
void rhumb_walker_free (RhumbWalker *walker);
gboolean rhumb_walker_start (RhumbWalker *walker, const guint32 *start, const double *weight,
                             guint n_starts, const RhumbWalkOptions *options, GError **error);
double rhumb_walker_get_score (const RhumbWalker *walker, guint32 node);
double rhumb_walker_get_residual (const RhumbWalker *walker);
guint32 rhumb_walker_get_n_reached (const RhumbWalker *walker);
GArray *rhumb_walker_list_best (RhumbWalker *walker, guint32 first, guint32 n_nodes, guint n_best);
GArray *rhumb_walker_list_swept (const RhumbWalker *walker, guint32 first, guint32 n_nodes,
                                 guint n_best);
GArray *rhumb_walker_list_carriers (RhumbWalker *walker, guint32 node, guint n_best);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbWalker, rhumb_walker_free)

G_END_DECLS
