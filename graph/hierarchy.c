/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * A tree of clusters: what belongs together at every grain, from single clusters to all of them.
 *
 * Node i below n_leaves is a leaf; node n_leaves + m is what merge m made. Merges come most similar
 * first and after those that made what they join, so that the first n_leaves − k of them are the
 * cut into k clusters.
 */
#include "graph/hierarchy.h"

#include <math.h>

#include "graph/corpus.h"

struct _RhumbHierarchy {
    guint32 n_leaves;
    guint32 n_nodes;
    guint32 *parent;
    guint32 (*part)[2]; /* of each joint, larger first */
    double *similarity;
    guint32 *size;
};

G_DEFINE_BOXED_TYPE (RhumbHierarchy, rhumb_hierarchy, rhumb_hierarchy_ref, rhumb_hierarchy_unref)

/**
 * rhumb_hierarchy_new:
 * @n_leaves: number of leaves
 * @leaf_size: (array length=n_leaves): papers of each leaf
 * @merges: (array): n_leaves − 1 merges, most similar first; each joins two nodes that no earlier
 *   one joined
 *
 * Makes a hierarchy.
 *
 * Returns: (transfer full): a hierarchy
 *
 * Since: 0.2
 */
RhumbHierarchy *
rhumb_hierarchy_new (guint32 n_leaves, const guint32 *leaf_size, const RhumbJoin *merges)
{
    RhumbHierarchy *hierarchy = g_atomic_rc_box_new0 (RhumbHierarchy);
    const guint32 n_nodes = n_leaves > 0 ? 2 * n_leaves - 1 : 0;
    hierarchy->n_leaves = n_leaves;
    hierarchy->n_nodes = n_nodes;
    hierarchy->parent = g_new (guint32, n_nodes);
    hierarchy->part = g_malloc_n (n_nodes, sizeof *hierarchy->part);
    hierarchy->similarity = g_new (double, n_nodes);
    hierarchy->size = g_new (guint32, n_nodes);
    for (guint32 i = 0; i < n_nodes; i++)
        hierarchy->parent[i] = RHUMB_NONE;
    for (guint32 i = 0; i < n_leaves; i++) {
        hierarchy->part[i][0] = hierarchy->part[i][1] = RHUMB_NONE;
        hierarchy->similarity[i] = HUGE_VAL;
        hierarchy->size[i] = leaf_size[i];
    }
    for (guint32 i = n_leaves; i < n_nodes; i++) {
        const RhumbJoin *merge = &merges[i - n_leaves];
        g_assert (merge->a < i && merge->b < i);
        hierarchy->parent[merge->a] = i;
        hierarchy->parent[merge->b] = i;
        hierarchy->similarity[i] = merge->similarity;
        const guint32 *size = hierarchy->size;
        const guint32 lower = MIN (merge->a, merge->b);
        const guint32 higher = MAX (merge->a, merge->b);
        const gboolean is_lower_first = size[lower] >= size[higher];
        hierarchy->part[i][0] = is_lower_first ? lower : higher;
        hierarchy->part[i][1] = is_lower_first ? higher : lower;
        hierarchy->size[i] = size[lower] + size[higher];
    }
    return hierarchy;
}

/**
 * rhumb_hierarchy_ref:
 * @hierarchy: a hierarchy
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @hierarchy
 *
 * Since: 0.2
 */
RhumbHierarchy *
rhumb_hierarchy_ref (RhumbHierarchy *hierarchy)
{
    return g_atomic_rc_box_acquire (hierarchy);
}

static void
clear (gpointer data)
{
    RhumbHierarchy *hierarchy = data;
    g_free (hierarchy->parent);
    g_free (hierarchy->part);
    g_free (hierarchy->similarity);
    g_free (hierarchy->size);
}

/**
 * rhumb_hierarchy_unref:
 * @hierarchy: (transfer full): a hierarchy
 *
 * Gives a reference back.
 *
 * Since: 0.2
 */
void
rhumb_hierarchy_unref (RhumbHierarchy *hierarchy)
{
    g_atomic_rc_box_release_full (hierarchy, clear);
}

/**
 * rhumb_hierarchy_get_n_leaves:
 * @hierarchy: a hierarchy
 *
 * Gets the number of leaves.
 *
 * Returns: leaves
 *
 * Since: 0.2
 */
guint32
rhumb_hierarchy_get_n_leaves (const RhumbHierarchy *hierarchy)
{
    return hierarchy->n_leaves;
}

/**
 * rhumb_hierarchy_get_n_nodes:
 * @hierarchy: a hierarchy
 *
 * Gets the number of nodes of the tree.
 *
 * Returns: twice the leaves, less 1; 0 if there are no leaves
 *
 * Since: 0.2
 */
guint32
rhumb_hierarchy_get_n_nodes (const RhumbHierarchy *hierarchy)
{
    return hierarchy->n_nodes;
}

/**
 * rhumb_hierarchy_get_parents:
 * @hierarchy: a hierarchy
 *
 * Gets the parent of each node.
 *
 * Returns: (transfer none): one node for each node, later than it; %RHUMB_NONE for the root
 *
 * Since: 0.2
 */
const guint32 *
rhumb_hierarchy_get_parents (const RhumbHierarchy *hierarchy)
{
    return hierarchy->parent;
}

/**
 * rhumb_hierarchy_get_parts:
 * @hierarchy: a hierarchy
 * @node: a node of the tree
 *
 * Gets the two nodes that a node joins: that with more papers first, of equal ones the lower
 * number.
 *
 * Returns: (array fixed-size=2): two nodes, two times %RHUMB_NONE for leaves
 *
 * Since: 0.2
 */
const guint32 *
rhumb_hierarchy_get_parts (const RhumbHierarchy *hierarchy, guint32 node)
{
    g_return_val_if_fail (node < hierarchy->n_nodes, NULL);
    return hierarchy->part[node];
}

/**
 * rhumb_hierarchy_list_downwards:
 * @hierarchy: a hierarchy
 *
 * Lists the nodes from the root down: each before its parts, all of the larger part before the
 * other.
 *
 * Returns: (transfer full) (array): all nodes once
 *
 * Since: 0.2
 */
guint32 *
rhumb_hierarchy_list_downwards (const RhumbHierarchy *hierarchy)
{
    const guint32 n_nodes = hierarchy->n_nodes;
    guint32 *nodes = g_new (guint32, n_nodes);
    if (n_nodes == 0)
        return nodes;
    /* Without recursion: a tree may be as deep as it has leaves. */
    g_autofree guint32 *waiting = g_new (guint32, hierarchy->n_leaves + 1);
    guint32 n_waiting = 0;
    guint32 n_listed = 0;
    waiting[n_waiting++] = n_nodes - 1;
    while (n_waiting > 0) {
        const guint32 node = waiting[--n_waiting];
        nodes[n_listed++] = node;
        if (node < hierarchy->n_leaves)
            continue;
        waiting[n_waiting++] = hierarchy->part[node][1];
        waiting[n_waiting++] = hierarchy->part[node][0];
    }
    return nodes;
}

/**
 * rhumb_hierarchy_get_similarities:
 * @hierarchy: a hierarchy
 *
 * Gets how similar the two halves of each node are.
 *
 * Returns: (transfer none): one number for each node, never below its parent's; infinity for a
 *   leaf
 *
 * Since: 0.2
 */
const double *
rhumb_hierarchy_get_similarities (const RhumbHierarchy *hierarchy)
{
    return hierarchy->similarity;
}

/**
 * rhumb_hierarchy_get_sizes:
 * @hierarchy: a hierarchy
 *
 * Gets the number of papers below each node.
 *
 * Returns: (transfer none): one number for each node
 *
 * Since: 0.2
 */
const guint32 *
rhumb_hierarchy_get_sizes (const RhumbHierarchy *hierarchy)
{
    return hierarchy->size;
}

/**
 * rhumb_hierarchy_cut:
 * @hierarchy: a hierarchy
 * @n_clusters: how many clusters are wanted, from 1 to the number of leaves
 *
 * Cuts the tree into clusters. Each cluster of a cut lies within one of every coarser cut.
 *
 * Returns: (transfer full) (array): for each leaf the node of the tree that holds it
 *
 * Since: 0.2
 */
guint32 *
rhumb_hierarchy_cut (const RhumbHierarchy *hierarchy, guint32 n_clusters)
{
    g_return_val_if_fail (n_clusters >= MIN (hierarchy->n_leaves, 1), NULL);
    g_return_val_if_fail (n_clusters <= hierarchy->n_leaves, NULL);
    const guint32 end = hierarchy->n_nodes - (n_clusters > 0 ? n_clusters - 1 : 0);
    g_autofree guint32 *holder = g_new (guint32, end);
    for (guint32 i = end; i-- > 0;)
        holder[i] = hierarchy->parent[i] < end ? holder[hierarchy->parent[i]] : i;
    guint32 *cluster = g_new (guint32, hierarchy->n_leaves);
    for (guint32 i = 0; i < hierarchy->n_leaves; i++)
        cluster[i] = holder[i];
    return cluster;
}
