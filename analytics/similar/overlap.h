/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/link-index.h"
#include "graph/neighbour.h"
#include "graph/network.h"

G_BEGIN_DECLS

/**
 * RhumbOverlap:
 *
 * Rows of features that are compared with each other, and the room that this takes. Belongs to one
 * thread and is not counted by reference.
 *
 * Since: 0.2
 */
typedef struct _RhumbOverlap RhumbOverlap;

/**
 * RhumbOverlapMeasure:
 * @RHUMB_OVERLAP_JACCARD: features that both have over features that either has, weights aside
 * @RHUMB_OVERLAP_COSINE: cosine of the rows of weights
 *
 * How alike two rows are, from 0 to 1.
 *
 * Since: 0.2
 */
typedef enum {
    RHUMB_OVERLAP_JACCARD,
    RHUMB_OVERLAP_COSINE,
} RhumbOverlapMeasure;

RhumbOverlap *rhumb_overlap_new (RhumbNetwork *features, guint32 n_nodes,
                                 RhumbOverlapMeasure measure, GError **error);
RhumbOverlap *rhumb_overlap_new_of_index (RhumbLinkIndex *index);
void rhumb_overlap_free (RhumbOverlap *overlap);
GArray *rhumb_overlap_list_alike (RhumbOverlap *overlap, guint32 node, guint n_best,
                                  const guint8 *allowed);
GArray *rhumb_overlap_list_among (RhumbOverlap *overlap, guint32 node, const GArray *candidates,
                                  guint n_best);
void rhumb_overlap_add_alike (RhumbOverlap *overlap, guint32 node, double *sum);
GArray *rhumb_overlap_list_shared (RhumbOverlap *overlap, guint32 a, guint32 b, guint n_best);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbOverlap, rhumb_overlap_free)

G_END_DECLS
