/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The network of clusters: one node for each cluster, the links between two clusters added up.
 *
 * Method: nodes are sorted by cluster; each row of the new network is added up by one thread from
 * the rows of the cluster's nodes, in their order. A row gets as much room as the rows of its
 * nodes have, so that no counting pass is needed; what remains empty is skipped by @end (rows with
 * holes: Sahu 2023, arXiv:2312.13936).
 *
 * Cost: O(nodes + edges) time; 12 bytes an entry of the rows below.
 */
#include "analytics/cluster/level.h"

#include <string.h>

#include "analytics/cluster/tally.h"
#include "graph/corpus.h"
#include "graph/large-array.h"
#include "graph/text.h"
#include "graph/threads-private.h"

#define SMALL 2000
#define AT_ONCE ((gsize)64)

/* The first level: rows are borrowed from the network, @size is taken. */
Level *
level_new (const RhumbNetwork *network, double *size)
{
    const RhumbRows rows = rhumb_network_get_out_rows (network);
    Level *level = g_new0 (Level, 1);
    *level = (Level){.n_nodes = rows.n_rows,
                     .start = rows.start,
                     .end = rows.start + 1,
                     .node = rows.node,
                     .weight = rows.weight,
                     .size = size};
    return level;
}

void
level_free (Level *level)
{
    for (guint i = 0; i < G_N_ELEMENTS (level->owned); i++)
        g_free (level->owned[i]);
    g_free (level->size);
    g_free (level);
}

guint32
level_get_max_degree (const Level *level)
{
    gsize most = 0;
    for (guint32 v = 0; v < level->n_nodes; v++)
        most = MAX (most, level->end[v] - level->start[v]);
    return (guint32)most;
}

/* Numbers clusters from 0 in the order of their first nodes; numbers were below @n_numbers. */
guint32
number_clusters (guint32 n_nodes, guint32 *cluster, guint32 n_numbers)
{
    g_autofree guint32 *number = rhumb_large_array_new (n_numbers, sizeof (guint32));
    for (guint32 c = 0; c < n_numbers; c++)
        number[c] = RHUMB_NONE;
    guint32 n_clusters = 0;
    for (guint32 v = 0; v < n_nodes; v++) {
        if (number[cluster[v]] == RHUMB_NONE)
            number[cluster[v]] = n_clusters++;
        cluster[v] = number[cluster[v]];
    }
    return n_clusters;
}

/* Nodes by cluster, ascending within; @start gets n_clusters + 1 offsets. */
guint32 *
sort_by_cluster (guint32 n_nodes, const guint32 *cluster, guint32 n_clusters, guint32 *start)
{
    guint32 *order = rhumb_large_array_new (n_nodes, sizeof (guint32));
    memset (start, 0, ((gsize)n_clusters + 1) * sizeof *start);
    for (guint32 v = 0; v < n_nodes; v++)
        start[cluster[v]]++;
    guint32 sum = 0;
    for (guint32 c = 0; c <= n_clusters; c++) {
        sum += start[c];
        start[c] = sum;
    }
    for (guint32 v = n_nodes; v-- > 0;)
        order[--start[cluster[v]]] = v;
    return order;
}

/* All nodes in random order (Fisher and Yates), keyed by the seed and the node's number. */
guint32 *
shuffle_nodes (guint32 n_nodes, guint64 seed)
{
    guint32 *order = rhumb_large_array_new (n_nodes, sizeof (guint32));
    for (guint32 i = 0; i < n_nodes; i++) {
        const guint64 random = rhumb_hash_mix (seed, i) >> 32;
        const guint32 j = (guint32)((random * ((guint64)i + 1)) >> 32);
        order[i] = order[j];
        order[j] = i;
    }
    return order;
}

/* All nodes as they are numbered: their rows then come one after the other from memory. */
guint32 *
list_nodes (guint32 n_nodes)
{
    guint32 *order = rhumb_large_array_new (n_nodes, sizeof (guint32));
    for (guint32 v = 0; v < n_nodes; v++)
        order[v] = v;
    return order;
}

/* Where the rows of the quotient begin, and at most how long the longest may become. */
static guint32
place_rows (const Level *level, const guint32 *member, const guint32 *first, guint32 n_clusters,
            gsize *start)
{
    gsize longest = 0;
    gsize next = 0;
    for (guint32 c = 0; c < n_clusters; c++) {
        gsize degree = 0;
        for (guint32 i = first[c]; i < first[c + 1]; i++)
            degree += level->end[member[i]] - level->start[member[i]];
        degree = MIN (degree, n_clusters);
        start[c] = next;
        next += degree;
        longest = MAX (longest, degree);
    }
    start[n_clusters] = next;
    return (guint32)longest;
}

typedef struct {
    const guint32 *cluster;
    const guint32 *member;
    const guint32 *first;
    const gsize *start;
    gsize *end;
    guint32 *node;
    double *weight;
    double *size;
} Quotient;

/* Adds a row up by cluster, without @own. Clusters are looked up some at a time: a loop that does
 * nothing else lets the processor wait for many places of memory at once. */
static void
add_row (const Level *level, guint32 v, const guint32 *cluster, guint32 own, Tally *tally)
{
    guint32 met[AT_ONCE];
    for (gsize i = level->start[v]; i < level->end[v]; i += AT_ONCE) {
        const gsize n = MIN (AT_ONCE, level->end[v] - i);
        for (gsize j = 0; j < n; j++)
            met[j] = cluster[level->node[i + j]];
        for (gsize j = 0; j < n; j++) {
            if (met[j] != own)
                tally_add (tally, met[j], level_get_weight (level, i + j));
        }
    }
}

static void
fill_row (const Level *level, const Quotient *quotient, guint32 c, Tally *tally)
{
    tally_begin (tally, quotient->start[c + 1] - quotient->start[c]);
    double size = 0;
    for (guint32 m = quotient->first[c]; m < quotient->first[c + 1]; m++) {
        const guint32 v = quotient->member[m];
        size += level->size[v];
        if (m + 1 < quotient->first[c + 1])
            __builtin_prefetch (&level->node[level->start[quotient->member[m + 1]]]);
        add_row (level, v, quotient->cluster, c, tally);
    }
    quotient->size[c] = size;
    gsize next = quotient->start[c];
    for (guint32 i = 0; i < tally->n_keys; i++, next++) {
        quotient->node[next] = tally->key[i];
        quotient->weight[next] = tally_get (tally, i);
    }
    quotient->end[c] = next;
}

/* The network of clusters. Sizes add up; links inside clusters are left out. */
Level *
level_new_quotient (const Level *level, const guint32 *cluster, guint32 n_clusters)
{
    g_autofree guint32 *first = g_new (guint32, (gsize)n_clusters + 1);
    g_autofree guint32 *member = sort_by_cluster (level->n_nodes, cluster, n_clusters, first);
    gsize *start = g_new (gsize, (gsize)n_clusters + 1);
    gsize *end = g_new (gsize, (gsize)n_clusters + 1);
    const guint32 longest = place_rows (level, member, first, n_clusters, start);
    guint32 *node = rhumb_large_array_new (start[n_clusters] + 1, sizeof (guint32));
    double *weight = rhumb_large_array_new (start[n_clusters] + 1, sizeof (double));
    double *size = rhumb_large_array_new (n_clusters, sizeof (double));
    const Quotient quotient = {cluster, member, first, start, end, node, weight, size};
    g_autoptr (Tally) tallies = tallies_new (rhumb_get_n_threads (), longest);
#pragma omp parallel for schedule(dynamic, 64) if (level->n_nodes > SMALL)
    for (guint32 c = 0; c < n_clusters; c++)
        fill_row (level, &quotient, c, &tallies[rhumb_get_thread ()]);
    Level *result = g_new0 (Level, 1);
    *result = (Level){n_clusters, start, end, node, weight, size, {start, end, node, weight}};
    return result;
}
