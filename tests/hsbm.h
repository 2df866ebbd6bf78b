/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/hierarchy.h"
#include "graph/network.h"
#include "graph/partition.h"

G_BEGIN_DECLS

/* Hierarchical block model on a binary tree: node v is in leaf v / n_in_leaf; two nodes are linked
 * with probability a[k] ln N / N, k the depth of the lowest node of the tree above both leaves. */
RhumbNetwork *hsbm_new (guint depth, guint n_in_leaf, const double *a, guint64 seed);
double hsbm_measure_recovery (const RhumbHierarchy *hierarchy, const RhumbPartition *leaves,
                              guint depth, guint q);

G_END_DECLS
