/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The network of clusters: one node for each cluster, the links between two clusters added up.
 *
 * Method: nodes are sorted by cluster; each row of the new network is added up by one thread from
 * the rows of the cluster's nodes, in their order. Threads take stretches of memory in turn, and
 * write one row behind the other: where a row lies depends on them, what it holds does not. How
 * long a row becomes need not be known before (rows with holes: Sahu 2023, arXiv:2312.13936, who
 * leaves each row as much room as the rows of its nodes have; most of that would never be used, yet
 * it would be cleared by the system).
 *
 * Cost: O(nodes + edges) time; 8 bytes an entry of the new rows, 12 where links have weights.
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

/* Rows that a thread takes at a time, fewer where there are few: the rows of large clusters are
 * much work. */
#define MOST_ROWS 64u
#define ROWS_SHARED 16u

/* Entries that a thread takes at a time, or one row if that may be longer. */
#define STRETCH ((gsize)1 << 16)

/* The first level: rows are borrowed from the network, @size is taken. */
Level *
rhumb_level_new (const RhumbNetwork *network, double *size)
{
    const RhumbRows rows = rhumb_network_get_out_rows (network);
    Level *level = g_new0 (Level, 1);
    *level = (Level){.n_nodes = rows.n_rows,
                     .start = rows.start,
                     .end = rows.start + 1,
                     .node = rows.node,
                     .weight = rows.weight,
                     .size = size,
                     .n_entries = rows.n_rows > 0 ? rows.start[rows.n_rows] : 0};
    return level;
}

void
rhumb_level_free (Level *level)
{
    for (guint i = 0; i < G_N_ELEMENTS (level->owned); i++)
        g_free (level->owned[i]);
    g_free (level->size);
    g_free (level);
}

guint32
rhumb_level_get_max_degree (const Level *level)
{
    gsize most = 0;
    for (guint32 v = 0; v < level->n_nodes; v++)
        most = MAX (most, level->end[v] - level->start[v]);
    return (guint32)most;
}

/* Numbers clusters from 0 in the order of their first nodes; numbers were below @n_numbers. */
guint32
rhumb_number_clusters (guint32 n_nodes, guint32 *cluster, guint32 n_numbers)
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
rhumb_sort_by_cluster (guint32 n_nodes, const guint32 *cluster, guint32 n_clusters, guint32 *start)
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
rhumb_shuffle_nodes (guint32 n_nodes, guint64 seed)
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
rhumb_list_nodes (guint32 n_nodes)
{
    guint32 *order = rhumb_large_array_new (n_nodes, sizeof (guint32));
    for (guint32 v = 0; v < n_nodes; v++)
        order[v] = v;
    return order;
}

/* At most how long each row of the quotient becomes, in @bound; returns the longest. */
static guint32
bound_rows (const Level *level, const guint32 *member, const guint32 *first, guint32 n_clusters,
            guint32 *bound)
{
    guint32 longest = 0;
    for (guint32 c = 0; c < n_clusters; c++) {
        gsize degree = 0;
        for (guint32 i = first[c]; i < first[c + 1]; i++)
            degree += level->end[member[i]] - level->start[member[i]];
        bound[c] = (guint32)MIN (degree, n_clusters);
        longest = MAX (longest, bound[c]);
    }
    return longest;
}

/* Room for all stretches: what one leaves empty at its end is less than the next row's bound. */
static gsize
bound_room (const guint32 *bound, guint32 n_clusters, guint n_threads, gsize stretch)
{
    gsize sum = 0;
    for (guint32 c = 0; c < n_clusters; c++)
        sum += bound[c];
    return 2 * sum + n_threads * stretch;
}

typedef struct {
    const guint32 *cluster;
    const guint32 *member;
    const guint32 *first;
    const guint32 *bound;
    gsize *start;
    gsize *end;
    guint32 *node;
    guint32 *count; /* or @weight */
    double *weight;
    double *size;
    gsize stretch; /* entries that a thread takes at once */
    gsize taken;   /* entries in stretches, threads add to it */
} Quotient;

/* What a thread has left of its stretch. */
typedef struct {
    gsize next;
    gsize end;
} Stretch;

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

/* Lets at least @n entries be in a stretch. */
static void
take_stretch (Quotient *quotient, Stretch *stretch, gsize n)
{
    if (stretch->end - stretch->next >= n)
        return;
    const gsize taken = MAX (n, quotient->stretch);
    stretch->next = __atomic_fetch_add (&quotient->taken, taken, __ATOMIC_RELAXED);
    stretch->end = stretch->next + taken;
}

static void
write_row (Quotient *quotient, guint32 c, const Tally *tally, Stretch *stretch)
{
    take_stretch (quotient, stretch, quotient->bound[c]);
    const gsize start = stretch->next;
    for (guint32 i = 0; i < tally->n_keys; i++) {
        quotient->node[start + i] = tally->key[i];
        if (quotient->count != NULL)
            quotient->count[start + i] = (guint32)tally_get (tally, i);
        else
            quotient->weight[start + i] = tally_get (tally, i);
    }
    quotient->start[c] = start;
    stretch->next = quotient->end[c] = start + tally->n_keys;
}

static void
fill_row (const Level *level, Quotient *quotient, guint32 c, Tally *tally, Stretch *stretch)
{
    tally_begin (tally, quotient->bound[c]);
    double size = 0;
    for (guint32 m = quotient->first[c]; m < quotient->first[c + 1]; m++) {
        const guint32 v = quotient->member[m];
        size += level->size[v];
        if (m + 1 < quotient->first[c + 1])
            __builtin_prefetch (&level->node[level->start[quotient->member[m + 1]]]);
        add_row (level, v, quotient->cluster, c, tally);
    }
    quotient->size[c] = size;
    write_row (quotient, c, tally, stretch);
}

static gsize
fill_rows (const Level *level, Quotient *quotient, guint32 n_clusters, guint32 longest)
{
    g_autoptr (Tally) tallies = rhumb_tallies_new (rhumb_get_n_threads (), longest);
    gsize n_entries = 0;
    const guint n_threads = rhumb_get_n_threads ();
    /* Without OpenMP nobody asks. */
    G_GNUC_UNUSED const guint n_at_once =
        CLAMP (n_clusters / (ROWS_SHARED * n_threads), 1, MOST_ROWS);
#pragma omp parallel reduction(+ : n_entries) if (level->n_nodes > SMALL)
    {
        Stretch stretch = {0, 0};
#pragma omp for schedule(dynamic, n_at_once)
        for (guint32 c = 0; c < n_clusters; c++) {
            fill_row (level, quotient, c, &tallies[rhumb_get_thread ()], &stretch);
            n_entries += quotient->end[c] - quotient->start[c];
        }
    }
    return n_entries;
}

/* Whether links of the level above can be counted: no sum exceeds the number of all. */
static gboolean
can_count (const Level *level)
{
    return level->weight == NULL && (level->count != NULL || level->n_entries < G_MAXUINT32);
}

/* The network of clusters. Sizes add up; links inside clusters are left out. */
Level *
rhumb_level_new_quotient (const Level *level, const guint32 *cluster, guint32 n_clusters)
{
    g_autofree guint32 *first = g_new (guint32, (gsize)n_clusters + 1);
    g_autofree guint32 *member = rhumb_sort_by_cluster (level->n_nodes, cluster, n_clusters, first);
    g_autofree guint32 *bound = rhumb_large_array_new (n_clusters, sizeof (guint32));
    const guint32 longest = bound_rows (level, member, first, n_clusters, bound);
    /* One thread alone takes row by row: small networks have many levels of little room. */
    const gsize stretch = level->n_nodes > SMALL ? STRETCH : 1;
    const gsize room = bound_room (bound, n_clusters, rhumb_get_n_threads (), stretch);
    gsize *start = g_new (gsize, (gsize)n_clusters + 1);
    gsize *end = g_new (gsize, (gsize)n_clusters + 1);
    guint32 *node = rhumb_large_array_new (room, sizeof (guint32));
    guint32 *count = can_count (level) ? rhumb_large_array_new (room, sizeof (guint32)) : NULL;
    double *weight = count == NULL ? rhumb_large_array_new (room, sizeof (double)) : NULL;
    double *size = rhumb_large_array_new (n_clusters, sizeof (double));
    Quotient quotient = {cluster, member, first,  bound, start,   end,
                         node,    count,  weight, size,  stretch, 0};
    const gsize n_entries = fill_rows (level, &quotient, n_clusters, longest);
    Level *result = g_new0 (Level, 1);
    *result = (Level){n_clusters,
                      start,
                      end,
                      node,
                      weight,
                      count,
                      size,
                      n_entries,
                      {start, end, node, count != NULL ? (gpointer)count : (gpointer)weight}};
    return result;
}
