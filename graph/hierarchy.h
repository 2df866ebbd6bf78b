/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define RHUMB_TYPE_HIERARCHY (rhumb_hierarchy_get_type ())

/**
 * RhumbHierarchy:
 *
 * A binary tree of clusters, immutable. Its first nodes are the leaves, one for each cluster of a
 * partition; each further node joins two earlier ones, the most similar first, and the last is the
 * root. Cuts are nested, so a finer cut never reshuffles a coarser one.
 *
 * Since: 0.2
 */
typedef struct _RhumbHierarchy RhumbHierarchy;

/**
 * RhumbJoin:
 * @a: a leaf, or the number of leaves plus the number of an earlier merge
 * @b: another
 * @similarity: how similar they are, at least 0
 *
 * Two clusters that are joined.
 *
 * Since: 0.2
 */
typedef struct {
    guint32 a;
    guint32 b;
    double similarity;
} RhumbJoin;

GType rhumb_hierarchy_get_type (void) G_GNUC_CONST;
RhumbHierarchy *rhumb_hierarchy_new (guint32 n_leaves, const guint32 *leaf_size,
                                     const RhumbJoin *merges);
RhumbHierarchy *rhumb_hierarchy_ref (RhumbHierarchy *hierarchy);
void rhumb_hierarchy_unref (RhumbHierarchy *hierarchy);
guint32 rhumb_hierarchy_get_n_leaves (const RhumbHierarchy *hierarchy);
guint32 rhumb_hierarchy_get_n_nodes (const RhumbHierarchy *hierarchy);
const guint32 *rhumb_hierarchy_get_parents (const RhumbHierarchy *hierarchy);
const guint32 *rhumb_hierarchy_get_parts (const RhumbHierarchy *hierarchy, guint32 node);
guint32 *rhumb_hierarchy_list_downwards (const RhumbHierarchy *hierarchy);
const double *rhumb_hierarchy_get_similarities (const RhumbHierarchy *hierarchy);
const guint32 *rhumb_hierarchy_get_sizes (const RhumbHierarchy *hierarchy);
guint32 *rhumb_hierarchy_cut (const RhumbHierarchy *hierarchy, guint32 n_clusters);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbHierarchy, rhumb_hierarchy_unref)

G_END_DECLS
