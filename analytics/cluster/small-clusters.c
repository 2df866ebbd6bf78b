/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * No cluster too small to mean anything: one below the minimum size joins the cluster with which
 * its nodes have the largest mean link weight, e(A, B) / (|A| |B|), smallest first, until none is
 * left that has a link. Nodes without any link stay together in one cluster: they have nothing
 * in common but that.
 *
 * Source: the reassignment step of Waltman and van Eck (2012), doi:10.1002/asi.22748.
 *
 * Method: links are added up between clusters once. Clusters that may have to join wait by size,
 * ties by number; the links of one that joins are appended to those of its nearest, and brought up
 * to date when they are read. Who joins is the smallest that waits, so what it joins grows to at
 * least twice its size, and each link is read at most as often as a cluster can double.
 *
 * Cost: O(edges + links between clusters × log size), 24 bytes a link between clusters.
 */
#include "analytics/cluster/small-clusters.h"

#include "analytics/cluster/level.h"
#include "graph/corpus.h"
#include "graph/disjoint-sets.h"

typedef struct {
    guint32 cluster; /* as it was called when the link was noted */
    double weight;
} Link;

typedef struct {
    guint32 n_clusters;
    guint32 *holder; /* the cluster that each is part of now, itself first of all */
    guint32 *size;
    GArray **links; /* Link[] of each cluster */
    double *sum;    /* by cluster, 0 outside of a reading */
    guint32 min_size;
    const gboolean *is_named;
    GArray *waiting; /* heap of guint64: size, then number */
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
gather_unlinked (RhumbRows rows, guint32 *cluster)
{
    guint32 unlinked = RHUMB_NONE;
    for (guint32 v = 0; v < rows.n_rows; v++) {
        if (has_links (rows, v))
            continue;
        if (unlinked == RHUMB_NONE)
            unlinked = cluster[v];
        cluster[v] = unlinked;
    }
    return unlinked;
}

/* Lets a cluster wait if it may have to join; what is said of it before is out of date then. */
static void
let_wait (State *state, guint32 c)
{
    if (state->size[c] >= state->min_size && (state->is_named == NULL || state->is_named[c]))
        return;
    const guint64 entry = (guint64)state->size[c] << 32 | c;
    g_array_append_val (state->waiting, entry);
    guint64 *heap = (guint64 *)(gpointer)state->waiting->data;
    guint i = state->waiting->len - 1;
    for (; i > 0 && heap[(i - 1) / 2] > entry; i = (i - 1) / 2)
        heap[i] = heap[(i - 1) / 2];
    heap[i] = entry;
}

/* Takes the smallest entry of the heap. */
static guint64
take_entry (GArray *waiting)
{
    guint64 *heap = (guint64 *)(gpointer)waiting->data;
    const guint n = waiting->len - 1;
    const guint64 smallest = heap[0];
    const guint64 last = heap[n];
    guint i = 0;
    for (guint child = 1; child < n; child = 2 * i + 1) {
        if (child + 1 < n && heap[child + 1] < heap[child])
            child++;
        if (heap[child] >= last)
            break;
        heap[i] = heap[child];
        i = child;
    }
    heap[i] = last;
    g_array_set_size (waiting, n);
    return smallest;
}

/* The smallest cluster that waits, ties by number; RHUMB_NONE if there is none. */
static guint32
take_smallest (State *state)
{
    while (state->waiting->len > 0) {
        const guint64 entry = take_entry (state->waiting);
        const guint32 c = (guint32)entry;
        if (state->holder[c] == c && state->size[c] == entry >> 32)
            return c;
    }
    return RHUMB_NONE;
}

/* The cluster with the largest mean link weight, ties to the lowest number. */
static guint32
find_nearest (State *state, guint32 c)
{
    const GArray *links = state->links[c];
    for (guint i = 0; i < links->len; i++) {
        Link *link = &g_array_index (links, Link, i);
        link->cluster = rhumb_disjoint_sets_find (state->holder, link->cluster);
        state->sum[link->cluster] += link->weight;
    }
    guint32 nearest = RHUMB_NONE;
    double best = 0;
    for (guint i = 0; i < links->len; i++) {
        const guint32 other = g_array_index (links, Link, i).cluster;
        const double mean = other != c ? state->sum[other] / state->size[other] : 0;
        if (mean > best || (mean == best && mean > 0 && other < nearest)) {
            best = mean;
            nearest = other;
        }
    }
    for (guint i = 0; i < links->len; i++)
        state->sum[g_array_index (links, Link, i).cluster] = 0;
    return nearest;
}

static void
join (State *state, guint32 c, guint32 target)
{
    GArray *longer = state->links[target];
    GArray *shorter = state->links[c];
    if (longer->len < shorter->len) {
        longer = shorter;
        shorter = state->links[target];
    }
    g_array_append_vals (longer, shorter->data, shorter->len);
    g_array_unref (shorter);
    state->links[c] = NULL;
    state->links[target] = longer;
    state->holder[c] = target;
    state->size[target] += state->size[c];
    let_wait (state, target);
}

/* Links between clusters, added up. */
static void
gather_links (State *state, const RhumbNetwork *network, const guint32 *cluster)
{
    double *one = g_new0 (double, rhumb_network_get_n_from (network));
    g_autoptr (Level) level = rhumb_level_new (network, one);
    g_autoptr (Level) above = rhumb_level_new_quotient (level, cluster, state->n_clusters);
    for (guint32 c = 0; c < state->n_clusters; c++) {
        state->links[c] = g_array_new (FALSE, FALSE, sizeof (Link));
        for (gsize i = above->start[c]; i < above->end[c]; i++) {
            const Link link = {above->node[i], level_get_weight (above, i)};
            g_array_append_val (state->links[c], link);
        }
    }
}

/* Lets those that have to join wait. */
static void
let_small_wait (State *state, guint32 unlinked)
{
    for (guint32 c = 0; c < state->n_clusters; c++) {
        if (c != unlinked && state->size[c] > 0)
            let_wait (state, c);
    }
}

/* Lets clusters join until none is left that has to and can. */
static void
join_all (State *state)
{
    guint32 smallest;
    while ((smallest = take_smallest (state)) != RHUMB_NONE) {
        const guint32 nearest = find_nearest (state, smallest);
        if (nearest != RHUMB_NONE)
            join (state, smallest, nearest);
    }
}

/* Lets clusters below a size, and those that may not stay, join their nearest. Source: Waltman and
 * van Eck (2012), doi:10.1002/asi.22748. @min_size: fewest nodes of a cluster; @is_named: for each
 * cluster, whether it may stay; %NULL = all may. Returns clusters of at least @min_size nodes, but
 * for one of the nodes without links and for those that no link joins to others; quality as before
 * joining. */
RhumbPartition *
rhumb_join_small_clusters (const RhumbNetwork *network, const RhumbPartition *partition,
                           guint32 min_size, const gboolean *is_named)
{
    const guint32 n = rhumb_partition_get_n_nodes (partition);
    const guint32 n_clusters = rhumb_partition_get_n_clusters (partition);
    g_autofree guint32 *cluster =
        g_memdup2 (rhumb_partition_get_clusters (partition), sizeof (guint32) * n);
    const guint32 unlinked = gather_unlinked (rhumb_network_get_out_rows (network), cluster);
    g_autofree guint32 *size = g_new0 (guint32, n_clusters);
    for (guint32 v = 0; v < n; v++)
        size[cluster[v]]++;
    g_autofree guint32 *holder = rhumb_disjoint_sets_new (n_clusters);
    g_autofree GArray **links = g_new0 (GArray *, n_clusters);
    g_autofree double *sum = g_new0 (double, n_clusters);
    g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (guint64));
    State state = {n_clusters, holder, size, links, sum, min_size, is_named, waiting};
    let_small_wait (&state, unlinked);
    /* Mostly there are none, and links of all clusters would be added up for nothing. */
    if (waiting->len > 0) {
        gather_links (&state, network, cluster);
        join_all (&state);
    }
    for (guint32 v = 0; v < n; v++)
        cluster[v] = rhumb_disjoint_sets_find (holder, cluster[v]);
    for (guint32 c = 0; c < n_clusters; c++)
        g_clear_pointer (&links[c], g_array_unref);
    return rhumb_partition_new (n, cluster, NULL, rhumb_partition_get_quality_name (partition),
                                rhumb_partition_get_quality (partition),
                                rhumb_partition_get_resolution (partition),
                                rhumb_partition_get_seed (partition));
}
