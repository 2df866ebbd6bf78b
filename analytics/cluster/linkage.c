/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which clusters belong together, and which of those in turn: a tree from a partition.
 *
 * The two most similar clusters are joined, again and again. Similarity is
 *
 *   density   e(A, B) / |A| |B|          (Dreveton, Kuroda, Grossglauser and Thiran 2023,
 *                                         arXiv:2306.00833)
 *   paris     e(A, B) 2m / k(A) k(B)     (Bonald, Charpentier, Galland and Hollocou 2018,
 *                                         arXiv:1806.01664)
 *
 * with e the weight of links between, | | the number of nodes, k the sum of strengths. Both are
 * means of what was joined, so no later pair is more similar than an earlier one (no inversions),
 * and the nearest-neighbour chain gives the same tree as comparing all pairs: from any cluster go
 * to its most similar, from there on, until two are each other's most similar; join them. Clusters
 * without links between them are joined last, at similarity 0, the largest first. Of equally
 * similar ones the one with the smaller first leaf is taken.
 *
 * Rows of the network of clusters are kept as they are when clusters are joined, and brought up to
 * date when they are read. Cost: about O(links between clusters × log clusters).
 */
#include "analytics/cluster/linkage.h"

#include <math.h>
#include <stdlib.h>

#include "analytics/cluster/level.h"
#include "analytics/cluster/quality-private.h"
#include "graph/corpus.h"
#include "graph/disjoint-sets.h"

typedef struct {
    guint32 node;
    double weight;
} Link;

typedef struct {
    guint32 n_leaves;
    guint32 *holder; /* disjoint sets of leaves; the first of a cluster stands for it */
    double *size;    /* of clusters, by first leaf */
    GArray **rows;   /* Link[], may name leaves that were joined since */
    double *sum;     /* by first leaf, 0 outside of a reading */
    guint8 *is_met;
    guint32 *tree_node; /* of clusters, by first leaf */
    guint32 *chain;
    double *chain_similarity;
    guint32 n_chain;
    GArray *merges; /* RhumbJoin in terms of first leaves */
} Linking;

/* Brings the row of a cluster up to date: names of today, one entry each, in the order first met.
 */
static void
refresh_row (Linking *linking, guint32 c)
{
    GArray *row = linking->rows[c];
    Link *links = (Link *)(gpointer)row->data;
    guint kept = 0;
    for (guint i = 0; i < row->len; i++) {
        const guint32 other = rhumb_disjoint_sets_find (linking->holder, links[i].node);
        if (other == c)
            continue;
        linking->sum[other] += links[i].weight;
        if (linking->is_met[other])
            continue;
        linking->is_met[other] = 1;
        links[kept++].node = other;
    }
    for (guint i = 0; i < kept; i++) {
        links[i].weight = linking->sum[links[i].node];
        linking->sum[links[i].node] = 0;
        linking->is_met[links[i].node] = 0;
    }
    g_array_set_size (row, kept);
}

/* The most similar cluster, ties to the smaller first leaf; RHUMB_NONE if there are no links. */
static guint32
find_nearest (Linking *linking, guint32 c, double *similarity)
{
    refresh_row (linking, c);
    guint32 nearest = RHUMB_NONE;
    *similarity = 0;
    for (guint i = 0; i < linking->rows[c]->len; i++) {
        const Link *link = &g_array_index (linking->rows[c], Link, i);
        const double value = link->weight / (linking->size[c] * linking->size[link->node]);
        if (value > *similarity || (value == *similarity && value > 0 && link->node < nearest)) {
            *similarity = value;
            nearest = link->node;
        }
    }
    return nearest;
}

static void
join (Linking *linking, guint32 a, guint32 b, double similarity)
{
    const RhumbJoin merge = {MIN (a, b), MAX (a, b), similarity};
    g_array_append_val (linking->merges, merge);
    linking->holder[merge.b] = merge.a;
    linking->size[merge.a] += linking->size[merge.b];
    GArray *longer = linking->rows[merge.a];
    GArray *shorter = linking->rows[merge.b];
    if (longer->len < shorter->len) {
        longer = shorter;
        shorter = linking->rows[merge.a];
    }
    g_array_append_vals (longer, shorter->data, shorter->len);
    g_array_unref (shorter);
    linking->rows[merge.a] = longer;
    linking->rows[merge.b] = NULL;
}

/* Follows the chain from a cluster until all that is linked to it is one cluster. Rounding may make
 * the two directions of a link differ in the last bit, so a step that is not more similar than the
 * one before goes back. */
static void
follow_chain (Linking *linking, guint32 first)
{
    linking->chain[0] = first;
    linking->chain_similarity[0] = 0;
    linking->n_chain = 1;
    while (linking->n_chain > 0) {
        const guint32 top = linking->chain[linking->n_chain - 1];
        const double before = linking->chain_similarity[linking->n_chain - 1];
        double similarity = 0;
        const guint32 nearest = find_nearest (linking, top, &similarity);
        if (nearest == RHUMB_NONE)
            return;
        const guint32 below =
            linking->n_chain > 1 ? linking->chain[linking->n_chain - 2] : RHUMB_NONE;
        if (below != RHUMB_NONE && (nearest == below || similarity <= before)) {
            linking->n_chain -= 2;
            join (linking, top, below, before);
            if (linking->n_chain == 0) {
                linking->chain[0] = rhumb_disjoint_sets_find (linking->holder, top);
                linking->n_chain = 1;
            }
            continue;
        }
        linking->chain[linking->n_chain] = nearest;
        linking->chain_similarity[linking->n_chain++] = similarity;
    }
}

static int
compare_sizes (gconstpointer a, gconstpointer b, gpointer data)
{
    const Linking *linking = data;
    const guint32 c = *(const guint32 *)a;
    const guint32 d = *(const guint32 *)b;
    if (linking->size[c] != linking->size[d])
        return linking->size[c] > linking->size[d] ? -1 : 1;
    return (c > d) - (c < d);
}

/* Joins what no link joins, largest first. */
static void
join_unlinked (Linking *linking)
{
    g_autoptr (GArray) rest = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint32 c = 0; c < linking->n_leaves; c++) {
        if (linking->holder[c] == c)
            g_array_append_val (rest, c);
    }
    g_array_sort_with_data (rest, compare_sizes, linking);
    for (guint i = 1; i < rest->len; i++)
        join (linking, rhumb_disjoint_sets_find (linking->holder, g_array_index (rest, guint32, 0)),
              g_array_index (rest, guint32, i), 0);
}

typedef struct {
    double similarity;
    guint32 number;
} Rank;

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
    const Rank *first = a;
    const Rank *second = b;
    if (first->similarity != second->similarity)
        return first->similarity > second->similarity ? -1 : 1;
    return (first->number > second->number) - (first->number < second->number);
}

/* A cluster is never more similar inside a later merge than in the one that made it; rounding
 * aside, which is taken out here. Merges are found after those that made what they join. */
static void
remove_rounding (Linking *linking)
{
    g_autofree double *limit = g_new (double, linking->n_leaves);
    for (guint32 c = 0; c < linking->n_leaves; c++)
        limit[c] = G_MAXDOUBLE;
    for (guint i = 0; i < linking->merges->len; i++) {
        RhumbJoin *merge = &g_array_index (linking->merges, RhumbJoin, i);
        merge->similarity = MIN (merge->similarity, MIN (limit[merge->a], limit[merge->b]));
        limit[merge->a] = merge->similarity;
    }
}

/* Merges most similar first, in terms of nodes of the tree. */
static RhumbJoin *
sort_merges (Linking *linking)
{
    const guint n = linking->merges->len;
    g_autofree Rank *order = g_new (Rank, n);
    RhumbJoin *sorted = g_new (RhumbJoin, n);
    remove_rounding (linking);
    for (guint i = 0; i < n; i++)
        order[i] = (Rank){g_array_index (linking->merges, RhumbJoin, i).similarity, i};
    if (n > 1)
        qsort (order, n, sizeof *order, compare_ranks);
    for (guint32 c = 0; c < linking->n_leaves; c++)
        linking->tree_node[c] = c;
    for (guint i = 0; i < n; i++) {
        const RhumbJoin *merge = &g_array_index (linking->merges, RhumbJoin, order[i].number);
        sorted[i] = (RhumbJoin){linking->tree_node[merge->a], linking->tree_node[merge->b],
                                merge->similarity};
        linking->tree_node[merge->a] = linking->n_leaves + i;
    }
    return sorted;
}

static void
init_linking (Linking *linking, const Level *clusters)
{
    const guint32 n = clusters->n_nodes;
    *linking = (Linking){.n_leaves = n};
    linking->holder = rhumb_disjoint_sets_new (n);
    linking->size = g_memdup2 (clusters->size, sizeof (double) * n);
    linking->rows = g_new (GArray *, n);
    linking->sum = g_new0 (double, n);
    linking->is_met = g_new0 (guint8, n);
    linking->tree_node = g_new (guint32, n);
    linking->chain = g_new (guint32, (gsize)n + 1);
    linking->chain_similarity = g_new (double, (gsize)n + 1);
    linking->merges = g_array_new (FALSE, FALSE, sizeof (RhumbJoin));
    for (guint32 c = 0; c < n; c++) {
        const gsize degree = clusters->end[c] - clusters->start[c];
        linking->rows[c] = g_array_sized_new (FALSE, FALSE, sizeof (Link), (guint)degree);
        for (gsize i = clusters->start[c]; i < clusters->end[c]; i++) {
            const Link link = {clusters->node[i], level_get_weight (clusters, i)};
            if (link.weight > 0)
                g_array_append_val (linking->rows[c], link);
        }
    }
}

static void
clear_linking (Linking *linking)
{
    for (guint32 c = 0; c < linking->n_leaves; c++)
        g_clear_pointer (&linking->rows[c], g_array_unref);
    g_free (linking->holder);
    g_free (linking->size);
    g_free (linking->rows);
    g_free (linking->sum);
    g_free (linking->is_met);
    g_free (linking->tree_node);
    g_free (linking->chain);
    g_free (linking->chain_similarity);
    g_array_unref (linking->merges);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Linking, clear_linking)

/* Sizes that make e / (size size) the wanted similarity. A cluster whose nodes all lack links has
 * none to divide. */
static double *
weigh_nodes (const RhumbNetwork *network, RhumbLinkage linkage)
{
    double total = 0;
    double *size = rhumb_sum_strengths (network, &total);
    const double scale = total > 0 ? 1 / sqrt (total) : 1;
    for (guint32 v = 0; v < rhumb_network_get_n_from (network); v++)
        size[v] = linkage == RHUMB_LINKAGE_PARIS ? size[v] * scale : 1;
    return size;
}

/**
 * rhumb_link_clusters:
 * @network: an undirected network
 * @partition: its clusters, the leaves of the tree
 * @linkage: how similar two clusters are
 *
 * Joins clusters into a tree, the most similar first.
 *
 * Returns: (transfer full): a hierarchy whose leaf c is cluster c
 *
 * Since: 0.2
 */
RhumbHierarchy *
rhumb_link_clusters (const RhumbNetwork *network, const RhumbPartition *partition,
                     RhumbLinkage linkage)
{
    g_return_val_if_fail (rhumb_network_get_mode (network) == RHUMB_NETWORK_UNDIRECTED, NULL);
    g_return_val_if_fail (
        rhumb_partition_get_n_nodes (partition) == rhumb_network_get_n_from (network), NULL);
    const guint32 n_leaves = rhumb_partition_get_n_clusters (partition);
    g_autoptr (Level) level = rhumb_level_new (network, weigh_nodes (network, linkage));
    g_autoptr (Level) clusters =
        rhumb_level_new_quotient (level, rhumb_partition_get_clusters (partition), n_leaves);
    g_auto (Linking) linking = {0};
    init_linking (&linking, clusters);
    for (guint32 c = 0; c < n_leaves; c++) {
        if (linking.holder[c] == c)
            follow_chain (&linking, c);
    }
    join_unlinked (&linking);
    g_autofree RhumbJoin *merges = sort_merges (&linking);
    g_autofree guint32 *size = g_new (guint32, n_leaves);
    for (guint32 c = 0; c < n_leaves; c++)
        size[c] = rhumb_partition_get_size (partition, c);
    return rhumb_hierarchy_new (n_leaves, size, merges);
}
