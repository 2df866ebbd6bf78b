/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which blocks of a network are the leaves of its tree, and how many there are.
 *
 * A tree says how likely links are: two nodes are linked with the probability of the smallest node
 * of the tree that holds both (Clauset, Moore and Newman 2008, doi:10.1038/nature06830). Candidates
 * are the cuts of linkage over Leiden's clusters at several resolutions. Kept is the one with the
 * shortest description: − log-likelihood of links, − Σ_c n_c ln (n_c / n) for the blocks, and
 * (2 K − 1) / 2 ln (n (n − 1) / 2) for the probabilities. A model of all pairs of K blocks has
 * K (K + 1) / 2 of them (analytics/cluster/blocks), so that it stops at fewer and larger blocks.
 *
 * The best cut is refined by links to all blocks, linked and cut anew; its blocks are halved
 * (analytics/cluster/block-split), refined, linked and cut; until nothing gets shorter.
 *
 * Cost: that of Leiden and of refinement for each resolution; all cuts of a tree together
 * O(edges + K²).
 */
#include "analytics/cluster/blocks.h"

#include <math.h>

#include "analytics/cluster/block-split.h"
#include "analytics/cluster/leiden.h"
#include "analytics/cluster/linkage.h"
#include "graph/corpus.h"
#include "graph/error.h"
#include "graph/text.h"

#define N_SWEEPS 8
#define N_ROUNDS 8
#define N_ITERATIONS 3

/* Resolutions of modularity that are tried. */
static const double RESOLUTIONS[] = {1, 1.5, 2, 4};

/* Nodes of the tree of linkage; those that are joined are found again under the smaller number of
 * their leaves' rows. */
typedef struct {
    guint32 n_leaves;
    guint32 n_nodes;
    double *links;  /* leaves × leaves, rows of joined ones added up; both ways, within twice */
    guint32 *row;   /* of each node of the tree */
    double *size;   /* of each node of the tree */
    double *within; /* of each node as one block: likelihood of links, and of its size */
    double *across; /* of each joined node: likelihood of the links between its two */
    guint32 *child; /* two of each joined node */
    const guint32 *parent;
} Tree;

static void
clear_tree (Tree *tree)
{
    g_free (tree->links);
    g_free (tree->row);
    g_free (tree->size);
    g_free (tree->within);
    g_free (tree->across);
    g_free (tree->child);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Tree, clear_tree)

/* Log-likelihood of links among pairs of one probability. */
static double
measure_links (double n_links, double n_pairs)
{
    if (n_links <= 0 || n_links >= n_pairs)
        return 0;
    return n_links * log (n_links / n_pairs) + (n_pairs - n_links) * log1p (-n_links / n_pairs);
}

static double
measure_within (const Tree *tree, guint32 i, double n)
{
    const double size = tree->size[i];
    const double n_links = tree->links[(gsize)tree->row[i] * tree->n_leaves + tree->row[i]] / 2;
    return measure_links (n_links, size * (size - 1) / 2) + (size > 0 ? size * log (size / n) : 0);
}

static void
count_links (Tree *tree, const RhumbNetwork *network, const guint32 *cluster)
{
    const RhumbRows rows = rhumb_network_get_out_rows (network);
    for (guint32 v = 0; v < rows.n_rows; v++) {
        double *row = tree->links + (gsize)cluster[v] * tree->n_leaves;
        for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++) {
            if (rows.node[i] != v)
                row[cluster[rows.node[i]]]++;
        }
    }
}

/* Adds the links of the second child to the first one's. */
static void
join_rows (Tree *tree, guint32 a, guint32 b)
{
    const guint32 k = tree->n_leaves;
    for (guint32 c = 0; c < k; c++)
        tree->links[(gsize)a * k + c] += tree->links[(gsize)b * k + c];
    for (guint32 c = 0; c < k; c++)
        tree->links[(gsize)c * k + a] += tree->links[(gsize)c * k + b];
}

static void
init_tree (Tree *tree, const RhumbNetwork *network, const RhumbPartition *partition,
           const RhumbHierarchy *hierarchy)
{
    const guint32 k = rhumb_hierarchy_get_n_leaves (hierarchy);
    tree->n_leaves = k;
    tree->n_nodes = rhumb_hierarchy_get_n_nodes (hierarchy);
    tree->parent = rhumb_hierarchy_get_parents (hierarchy);
    tree->links = g_new0 (double, (gsize)k *k);
    tree->row = g_new (guint32, tree->n_nodes);
    tree->size = g_new (double, tree->n_nodes);
    tree->within = g_new (double, tree->n_nodes);
    tree->across = g_new0 (double, tree->n_nodes);
    tree->child = g_new0 (guint32, (gsize)2 * tree->n_nodes);
    g_autofree guint8 *n_children = g_new0 (guint8, tree->n_nodes);
    for (guint32 i = 0; i < tree->n_nodes; i++) {
        const guint32 parent = tree->parent[i];
        tree->row[i] = i;
        tree->size[i] = rhumb_hierarchy_get_sizes (hierarchy)[i];
        if (i + 1 < tree->n_nodes)
            tree->child[2 * (gsize)parent + n_children[parent]++] = i;
    }
    count_links (tree, network, rhumb_partition_get_clusters (partition));
}

/* Measures all nodes of the tree, in the order in which they were joined. */
static void
measure_nodes (Tree *tree, double n)
{
    for (guint32 i = 0; i < tree->n_nodes; i++) {
        if (i >= tree->n_leaves) {
            const guint32 a = tree->child[2 * (gsize)i];
            const guint32 b = tree->child[2 * (gsize)i + 1];
            const guint32 row = tree->row[a];
            tree->across[i] =
                measure_links (tree->links[(gsize)row * tree->n_leaves + tree->row[b]],
                               tree->size[a] * tree->size[b]);
            tree->row[i] = row;
            join_rows (tree, row, tree->row[b]);
        }
        tree->within[i] = measure_within (tree, i, n);
    }
}

/* Finds where the tree is cut so that the description is shortest; of equally short ones higher up.
 * Branches are cut at different similarities. @block gets a block for each leaf, by the node of the
 * tree that it is. Returns minus the length, in nats. */
static double
prune (const Tree *tree, double n, guint32 *block)
{
    const double price = 0.5 * log (MAX (n * (n - 1) / 2, 1));
    g_autofree double *value = g_new (double, tree->n_nodes);
    g_autofree guint8 *is_block = g_new (guint8, tree->n_nodes);
    for (guint32 i = 0; i < tree->n_nodes; i++) {
        value[i] = tree->within[i] - price;
        is_block[i] = 1;
        if (i < tree->n_leaves)
            continue;
        const double apart = tree->across[i] - price + value[tree->child[2 * (gsize)i]] +
                             value[tree->child[2 * (gsize)i + 1]];
        is_block[i] = apart <= value[i];
        value[i] = MAX (apart, value[i]);
    }
    for (guint32 i = tree->n_nodes; i-- > 0;) {
        const guint32 parent = tree->parent[i];
        const gboolean is_inside = i + 1 < tree->n_nodes && block[parent] != RHUMB_NONE;
        block[i] = is_inside ? block[parent] : is_block[i] ? i : RHUMB_NONE;
    }
    return value[tree->n_nodes - 1];
}

/* The best blocks that the tree over clusters, its leaves, has. */
static RhumbPartition *
cut_best (const RhumbNetwork *network, const RhumbPartition *partition)
{
    const guint32 n = rhumb_network_get_n_from (network);
    g_autoptr (RhumbHierarchy) hierarchy =
        rhumb_link_clusters (network, partition, RHUMB_LINKAGE_DENSITY);
    g_auto (Tree) tree = {0};
    init_tree (&tree, network, partition, hierarchy);
    measure_nodes (&tree, n);
    g_autofree guint32 *block = g_new (guint32, tree.n_nodes);
    const double value = prune (&tree, n, block);
    g_autofree guint32 *cluster = g_new (guint32, n);
    for (guint32 v = 0; v < n; v++)
        cluster[v] = block[rhumb_partition_get_clusters (partition)[v]];
    return rhumb_partition_new (n, cluster, NULL, "tree likelihood", value / n,
                                rhumb_partition_get_resolution (partition),
                                rhumb_partition_get_seed (partition));
}

/* Takes @next in place of @best if its description is shorter. */
static gboolean
keep_better (RhumbPartition **best, const RhumbNetwork *network, const RhumbPartition *from)
{
    g_autoptr (RhumbPartition) refined = rhumb_refine_blocks (network, from, N_SWEEPS);
    g_autoptr (RhumbPartition) next = cut_best (network, refined);
    if (rhumb_partition_get_quality (next) <= rhumb_partition_get_quality (*best))
        return FALSE;
    rhumb_partition_unref (*best);
    *best = g_steal_pointer (&next);
    return TRUE;
}

static RhumbPartition *
halve (const RhumbNetwork *network, const RhumbPartition *partition, guint64 seed)
{
    const guint32 *cluster = rhumb_partition_get_clusters (partition);
    g_autofree guint32 *half =
        rhumb_split_blocks (network, cluster, rhumb_partition_get_n_clusters (partition), seed);
    return rhumb_partition_new (rhumb_partition_get_n_nodes (partition), half, NULL,
                                "tree likelihood", 0, rhumb_partition_get_resolution (partition),
                                rhumb_partition_get_seed (partition));
}

/* Cuts, refines and halves in turn, as long as the description gets shorter. */
static RhumbPartition *
improve (const RhumbNetwork *network, const RhumbPartition *found, guint64 seed)
{
    RhumbPartition *best = cut_best (network, found);
    gboolean is_better = TRUE;
    for (guint i = 0; i < N_ROUNDS && is_better; i++) {
        is_better = keep_better (&best, network, best);
        if (2 * rhumb_partition_get_n_clusters (best) > RHUMB_MAX_BLOCKS)
            continue;
        g_autoptr (RhumbPartition) halves = halve (network, best, rhumb_hash_mix (seed, i));
        is_better |= keep_better (&best, network, halves);
    }
    return best;
}

/**
 * rhumb_find_blocks:
 * @network: an undirected network
 * @seed: seed of the random choices
 * @error: return location for an error
 *
 * Finds the leaves of a tree of clusters: Leiden at several resolutions, linkage and refinement,
 * of which the shortest description is kept.
 *
 * Source: Clauset, Moore and Newman (2008), doi:10.1038/nature06830.
 *
 * Returns: (transfer full): a cluster for each node, with minus the description's length for each
 *   node, in nats, as quality; or %NULL with %RHUMB_ERROR_LIMIT if every resolution gives more than
 *   %RHUMB_MAX_BLOCKS clusters
 *
 * Since: 0.2
 */
RhumbPartition *
rhumb_find_blocks (const RhumbNetwork *network, guint64 seed, GError **error)
{
    g_autoptr (RhumbPartition) best = NULL;
    for (gsize i = 0; i < G_N_ELEMENTS (RESOLUTIONS); i++) {
        RhumbLeidenOptions options = RHUMB_LEIDEN_DEFAULTS;
        options.resolution = RESOLUTIONS[i];
        options.n_starts = 1;
        options.n_iterations = N_ITERATIONS;
        options.seed = seed;
        g_autoptr (RhumbPartition) found = rhumb_leiden (network, &options, error);
        if (found == NULL)
            return NULL;
        if (rhumb_partition_get_n_clusters (found) == 0)
            return g_steal_pointer (&found);
        if (rhumb_partition_get_n_clusters (found) > RHUMB_MAX_BLOCKS)
            continue;
        g_autoptr (RhumbPartition) improved = improve (network, found, seed);
        if (best != NULL &&
            rhumb_partition_get_quality (improved) <= rhumb_partition_get_quality (best))
            continue;
        g_clear_pointer (&best, rhumb_partition_unref);
        best = g_steal_pointer (&improved);
    }
    if (best == NULL)
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_LIMIT,
                     "more than %d clusters at every resolution, expected fewer", RHUMB_MAX_BLOCKS);
    return g_steal_pointer (&best);
}
