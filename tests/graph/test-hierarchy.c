/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The order of a tree of clusters against what it promises.
 */
#include "graph/hierarchy.h"

#include "graph/corpus.h"
#include "tests/oracle.h"

/* A tree whose joins are drawn; with @is_comb each joins the last one with a leaf. */
static RhumbHierarchy *
grow_tree (guint32 n, guint64 seed, gboolean is_comb)
{
    g_autofree guint32 *size = g_new (guint32, n);
    g_autofree RhumbJoin *joins = g_new (RhumbJoin, n);
    g_autofree guint32 *root = g_new (guint32, n);
    for (guint32 i = 0; i < n; i++) {
        size[i] = 1 + (guint32)(3 * oracle_random (seed, i));
        root[i] = i;
    }
    for (guint32 left = n; left > 1; left--) {
        const guint32 at = is_comb ? left - 1 : (guint32)(left * oracle_random (seed, n + left));
        const guint32 a = root[at];
        root[at] = root[left - 1];
        const guint32 other =
            is_comb ? 0 : (guint32)((left - 1) * oracle_random (seed, 3 * n + left));
        const guint32 m = n - left;
        joins[m] = (RhumbJoin){a, root[other], left};
        root[other] = n + m;
    }
    return rhumb_hierarchy_new (n, size, joins);
}

static void
assert_order (const RhumbHierarchy *tree)
{
    const guint32 n = rhumb_hierarchy_get_n_nodes (tree);
    const guint32 n_leaves = rhumb_hierarchy_get_n_leaves (tree);
    const guint32 *parent = rhumb_hierarchy_get_parents (tree);
    const guint32 *size = rhumb_hierarchy_get_sizes (tree);
    g_autofree guint32 *nodes = rhumb_hierarchy_list_downwards (tree);
    g_autofree guint32 *place = g_new (guint32, n + 1);
    for (guint32 v = 0; v < n; v++)
        place[v] = RHUMB_NONE;
    for (guint32 i = 0; i < n; i++) {
        g_assert_cmpuint (place[nodes[i]], ==, RHUMB_NONE);
        place[nodes[i]] = i;
    }
    for (guint32 v = 0; v < n; v++) {
        const guint32 *part = rhumb_hierarchy_get_parts (tree, v);
        if (v < n_leaves) {
            g_assert_cmpuint (part[0], ==, RHUMB_NONE);
            g_assert_cmpuint (part[1], ==, RHUMB_NONE);
            continue;
        }
        g_assert_cmpuint (parent[part[0]], ==, v);
        g_assert_cmpuint (parent[part[1]], ==, v);
        g_assert_true (size[part[0]] > size[part[1]] ||
                       (size[part[0]] == size[part[1]] && part[0] < part[1]));
        /* The first part follows at once, the second after all of the first. */
        g_assert_cmpuint (place[part[0]], ==, place[v] + 1);
        g_assert_cmpuint (place[part[1]], >, place[part[0]]);
        const guint32 *inner = rhumb_hierarchy_get_parts (tree, part[0]);
        if (part[0] >= n_leaves)
            g_assert_cmpuint (place[part[1]], >, place[inner[1]]);
    }
}

static void
all_nodes_are_listed_larger_parts_first (void)
{
    for (guint64 seed = 0; seed < 50; seed++) {
        g_autoptr (RhumbHierarchy) tree = grow_tree (1 + (guint32)seed, seed, FALSE);
        assert_order (tree);
    }
}

static void
deep_trees_are_listed (void)
{
    g_autoptr (RhumbHierarchy) tree = grow_tree (200000, 1, TRUE);
    assert_order (tree);
}

static void
nothing_has_no_nodes (void)
{
    g_autoptr (RhumbHierarchy) tree = rhumb_hierarchy_new (0, NULL, NULL);
    assert_order (tree);
    g_assert_cmpuint (rhumb_hierarchy_get_n_nodes (tree), ==, 0);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/hierarchy/all-nodes-are-listed-larger-parts-first",
                     all_nodes_are_listed_larger_parts_first);
    g_test_add_func ("/hierarchy/deep-trees-are-listed", deep_trees_are_listed);
    g_test_add_func ("/hierarchy/nothing-has-no-nodes", nothing_has_no_nodes);
    return g_test_run ();
}
