/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How deep in the thick of a network does a node lie? The core number is the largest k for which
 * the node belongs to a part in which every node has k links to others of that part.
 *
 * Source: Seidman (1983), doi:10.1016/0378-8733(83)90028-X; method: Batagelj and Zaveršnik (2003),
 * arXiv:cs/0310049: nodes are taken off by their number of links left, kept in buckets.
 * Directions are forgotten: two papers that cite each other have two links. Links of a node to
 * itself do not count.
 * Cost: O(nodes + edges), 16 bytes a node.
 */
#include "analytics/rank/cores.h"

typedef struct {
    RhumbRows rows[2];
    guint n_ways;
    guint32 n;
    guint32 *left;   /* links left of each node; in the end the core number */
    guint32 *order;  /* nodes by links left */
    guint32 *place;  /* of each node in @order */
    guint32 *bucket; /* where nodes with as many links left begin */
    guint32 most;
} Cores;

static void
count_links (Cores *cores)
{
    for (guint way = 0; way < cores->n_ways; way++) {
        const RhumbRows rows = cores->rows[way];
        for (guint32 v = 0; v < rows.n_rows; v++)
            for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++)
                cores->left[v] += rows.node[i] != v;
    }
    for (guint32 v = 0; v < cores->n; v++)
        cores->most = MAX (cores->most, cores->left[v]);
}

static void
sort_into_buckets (Cores *cores)
{
    cores->bucket = g_new0 (guint32, (gsize)cores->most + 2);
    for (guint32 v = 0; v < cores->n; v++)
        cores->bucket[cores->left[v] + 1]++;
    for (guint32 k = 0; k <= cores->most; k++)
        cores->bucket[k + 1] += cores->bucket[k];
    for (guint32 v = 0; v < cores->n; v++) {
        cores->place[v] = cores->bucket[cores->left[v]]++;
        cores->order[cores->place[v]] = v;
    }
    for (guint32 k = cores->most + 1; k > 0; k--)
        cores->bucket[k] = cores->bucket[k - 1];
    cores->bucket[0] = 0;
}

/* Moves a node down a bucket: it changes places with the first of its bucket. */
static void
lose_link (Cores *cores, guint32 v)
{
    const guint32 k = cores->left[v]--;
    const guint32 first = cores->bucket[k]++;
    const guint32 other = cores->order[first];
    cores->order[cores->place[v]] = other;
    cores->place[other] = cores->place[v];
    cores->order[first] = v;
    cores->place[v] = first;
}

static void
take_off (Cores *cores, guint32 v)
{
    for (guint way = 0; way < cores->n_ways; way++) {
        const RhumbRows rows = cores->rows[way];
        for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++)
            if (cores->left[rows.node[i]] > cores->left[v])
                lose_link (cores, rows.node[i]);
    }
}

/**
 * rhumb_find_cores:
 * @network: a directed or undirected network
 *
 * Finds the core number of each node.
 *
 * Source: Batagelj and Zaveršnik (2003), arXiv:cs/0310049.
 *
 * Returns: (transfer full): links within the densest part that holds the node
 *
 * Since: 0.2
 */
RhumbRanking *
rhumb_find_cores (const RhumbNetwork *network)
{
    g_return_val_if_fail (rhumb_network_get_mode (network) != RHUMB_NETWORK_TWO_MODE, NULL);
    const guint32 n = rhumb_network_get_n_from (network);
    const gboolean directed = rhumb_network_get_mode (network) == RHUMB_NETWORK_DIRECTED;
    Cores cores = {{rhumb_network_get_out_rows (network), rhumb_network_get_in_rows (network)},
                   directed ? 2 : 1,
                   n,
                   g_new0 (guint32, n),
                   g_new (guint32, n),
                   g_new (guint32, n),
                   NULL,
                   0};
    count_links (&cores);
    sort_into_buckets (&cores);
    for (guint32 i = 0; i < n; i++)
        take_off (&cores, cores.order[i]);
    double *score = g_new (double, n);
    for (guint32 v = 0; v < n; v++)
        score[v] = cores.left[v];
    g_free (cores.left);
    g_free (cores.order);
    g_free (cores.place);
    g_free (cores.bucket);
    return rhumb_ranking_new_take (n, score, "core", "links within the densest part", 0, 0);
}
