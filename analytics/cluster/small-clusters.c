/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * No cluster too small to mean anything: one below the minimum size joins the cluster with which
 * its nodes have the largest mean link weight, e(A, B) / (|A| |B|), smallest first, until none is
 * left that has a link. Nodes without any link stay together in one cluster: they have nothing
 * in common but that.
 *
 * Source: the reassignment step of Waltman and van Eck (2012), doi:10.1002/asi.22748.
 *
 * Cost: O(edges + clusters) for each cluster that is joined.
 */
#include "analytics/cluster/small-clusters.h"

#include "graph/corpus.h"

typedef struct {
    RhumbRows rows;
    guint32 *cluster;
    guint32 *size;
    guint32 n_clusters;
    const gboolean *is_named;
    double *link; /* link weight from one cluster to each other, reused */
} State;

static gboolean
has_links (RhumbRows rows, guint32 v)
{
    for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++) {
        if (rows.node[i] != v)
            return TRUE;
    }
    return FALSE;
}

/* Puts all nodes without links into one cluster, whose number is returned. */
static guint32
gather_unlinked (State *state)
{
    guint32 unlinked = RHUMB_NONE;
    for (guint32 v = 0; v < state->rows.n_rows; v++) {
        if (has_links (state->rows, v))
            continue;
        if (unlinked == RHUMB_NONE)
            unlinked = state->cluster[v];
        state->size[state->cluster[v]]--;
        state->cluster[v] = unlinked;
        state->size[unlinked]++;
    }
    return unlinked;
}

static gboolean
should_join (const State *state, guint32 c, guint32 min_size)
{
    return state->size[c] < min_size || (state->is_named != NULL && !state->is_named[c]);
}

static guint32
find_smallest (const State *state, guint32 min_size, const gboolean *is_final)
{
    guint32 smallest = RHUMB_NONE;
    for (guint32 c = 0; c < state->n_clusters; c++) {
        if (state->size[c] == 0 || !should_join (state, c, min_size) || is_final[c])
            continue;
        if (smallest == RHUMB_NONE || state->size[c] < state->size[smallest])
            smallest = c;
    }
    return smallest;
}

static guint32
find_nearest (State *state, guint32 c)
{
    for (guint32 other = 0; other < state->n_clusters; other++)
        state->link[other] = 0;
    const RhumbRows rows = state->rows;
    for (guint32 v = 0; v < rows.n_rows; v++) {
        if (state->cluster[v] != c)
            continue;
        for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++)
            state->link[state->cluster[rows.node[i]]] += rows.weight != NULL ? rows.weight[i] : 1;
    }
    guint32 nearest = RHUMB_NONE;
    double best = 0;
    for (guint32 other = 0; other < state->n_clusters; other++) {
        const double mean =
            other != c && state->size[other] > 0 ? state->link[other] / state->size[other] : 0;
        if (mean > best) {
            best = mean;
            nearest = other;
        }
    }
    return nearest;
}

static void
join (State *state, guint32 c, guint32 target)
{
    for (guint32 v = 0; v < state->rows.n_rows; v++) {
        if (state->cluster[v] == c)
            state->cluster[v] = target;
    }
    state->size[target] += state->size[c];
    state->size[c] = 0;
}

/**
 * rhumb_join_small_clusters:
 * @network: the undirected network that was clustered
 * @partition: its clusters
 * @min_size: fewest nodes of a cluster
 * @is_named: (array) (nullable): for each cluster, whether it may stay; %NULL = all may
 *
 * Lets clusters below a size, and those that may not stay, join their nearest.
 *
 * Source: Waltman and van Eck (2012), doi:10.1002/asi.22748.
 *
 * Returns: (transfer full): clusters of at least @min_size nodes, but for one of the nodes without
 *   links and for those that no link joins to others; quality as before joining
 *
 * Since: 0.1
 */
RhumbPartition *
rhumb_join_small_clusters (const RhumbNetwork *network, const RhumbPartition *partition,
                           guint32 min_size, const gboolean *is_named)
{
    const guint32 n = rhumb_partition_get_n_nodes (partition);
    const guint32 n_clusters = rhumb_partition_get_n_clusters (partition);
    g_autofree guint32 *cluster =
        g_memdup2 (rhumb_partition_get_clusters (partition), sizeof (guint32) * n);
    g_autofree guint32 *size = g_new0 (guint32, n_clusters);
    g_autofree double *link = g_new0 (double, n_clusters);
    g_autofree gboolean *is_final = g_new0 (gboolean, n_clusters);
    for (guint32 v = 0; v < n; v++)
        size[cluster[v]]++;
    State state = {rhumb_network_get_out_rows (network), cluster, size, n_clusters, is_named, link};
    const guint32 unlinked = gather_unlinked (&state);
    if (unlinked != RHUMB_NONE)
        is_final[unlinked] = TRUE;
    guint32 smallest;
    while ((smallest = find_smallest (&state, min_size, is_final)) != RHUMB_NONE) {
        const guint32 nearest = find_nearest (&state, smallest);
        if (nearest == RHUMB_NONE)
            is_final[smallest] = TRUE;
        else
            join (&state, smallest, nearest);
    }
    return rhumb_partition_new (n, cluster, NULL, rhumb_partition_get_quality_name (partition),
                                rhumb_partition_get_quality (partition),
                                rhumb_partition_get_resolution (partition),
                                rhumb_partition_get_seed (partition));
}
