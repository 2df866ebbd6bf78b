/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The plainest file of a citation network, and the largest: two whole numbers a line
 * (scan/pair-chunks.c). It becomes rows directly. No paper is made of a node, no text is kept of a
 * number: nodes are numbered in the order of their numbers, which in most such files is the order
 * of time.
 *
 * A file with anything else, or with numbers far larger than its length, is not of this kind, and
 * the reader of edge lists takes it. As there, edges from a node to itself are left out and
 * repeated ones count once.
 *
 * Cost: one pass over the bytes; 16 bytes an edge and 5 a number up to the largest one.
 */
#include "io/pairs.h"

#include "io/scan/pair-chunks.h"

/* Numbers may be this much larger than the edges are many: a table of them must pay. */
#define SPARSEST 8
#define SMALL_TABLE ((guint64)1 << 20)

/* Chunks on their way into one list of edges between nodes. */
typedef struct {
    GPtrArray *chunks;
    const guint32 *node; /* of each number */
    gsize *first;        /* of each chunk: where its edges go */
    guint32 *from;
    guint32 *to;
    gint n_taken; /* chunks that threads have taken */
} Gathering;

/* Gives nodes their place among the numbers that occur. Returns that of each number. */
static guint32 *
number_nodes (const GPtrArray *chunks, guint32 largest, guint64 **number, guint32 *n_nodes)
{
    const gsize n_numbers = (gsize)largest + 1;
    g_autofree guint8 *occurs = g_new0 (guint8, n_numbers);
    for (guint c = 0; c < chunks->len; c++) {
        const RhumbPairChunk *chunk = g_ptr_array_index (chunks, c);
        for (gsize e = 0; e < chunk->n; e++)
            occurs[chunk->from[e]] = occurs[chunk->to[e]] = 1;
    }
    guint32 *node = g_new (guint32, n_numbers);
    guint32 n = 0;
    for (gsize i = 0; i < n_numbers; i++) {
        node[i] = n;
        n += occurs[i];
    }
    *number = g_new (guint64, n);
    for (gsize i = 0; i < n_numbers; i++)
        if (occurs[i])
            (*number)[node[i]] = i;
    *n_nodes = n;
    return node;
}

static void
gather_chunk (const Gathering *it, guint c)
{
    const RhumbPairChunk *chunk = g_ptr_array_index (it->chunks, c);
    gsize at = it->first[c];
    for (gsize e = 0; e < chunk->n; e++) {
        if (chunk->from[e] == chunk->to[e])
            continue;
        it->from[at] = it->node[chunk->from[e]];
        it->to[at++] = it->node[chunk->to[e]];
    }
}

static gpointer
gather_some (gpointer data)
{
    Gathering *it = data;
    for (;;) {
        const guint c = (guint)g_atomic_int_add (&it->n_taken, 1);
        if (c >= it->chunks->len)
            return NULL;
        gather_chunk (it, c);
    }
}

/* Puts the edges of all chunks end to end, without loops. */
static RhumbNetwork *
gather (GPtrArray *chunks, guint n_threads, guint32 n_nodes, const guint32 *node, GError **error)
{
    g_autofree gsize *first = g_new0 (gsize, (gsize)chunks->len + 1);
    for (guint c = 0; c < chunks->len; c++) {
        const RhumbPairChunk *chunk = g_ptr_array_index (chunks, c);
        first[c + 1] = first[c] + chunk->n - chunk->n_loops;
    }
    const gsize n_edges = first[chunks->len];
    g_autofree guint32 *from = g_new (guint32, n_edges + 1);
    g_autofree guint32 *to = g_new (guint32, n_edges + 1);
    Gathering it = {chunks, node, first, from, to, 0};
    rhumb_work_together (MIN (rhumb_count_workers (n_threads), chunks->len), gather_some, &it);
    g_ptr_array_set_size (chunks, 0);
    return rhumb_network_new (RHUMB_NETWORK_DIRECTED, n_nodes, n_nodes, from, to, NULL, n_edges,
                              error);
}

static gboolean
is_dense (const GPtrArray *chunks, guint32 *largest)
{
    gsize n = 0;
    *largest = 0;
    for (guint c = 0; c < chunks->len; c++) {
        const RhumbPairChunk *chunk = g_ptr_array_index (chunks, c);
        n += chunk->n;
        *largest = MAX (*largest, chunk->largest);
    }
    return n > 0 && *largest <= MAX (SPARSEST * (guint64)n, SMALL_TABLE);
}

/**
 * rhumb_network_load_pairs:
 * @path: path of a file
 * @max_bytes: most bytes after decompression, 0 = 16 GiB
 * @n_threads: threads, 0 = as many as there are processors; the result is the same
 * @network: (out) (nullable): the network, directed and without weights; %NULL if the file holds
 *   something other than pairs of whole numbers
 * @number: (out) (array) (nullable): the number of each node, ascending
 * @error: return location for an error
 *
 * Reads a network from pairs of whole numbers.
 *
 * Returns: %FALSE with a #GFileError or %RHUMB_ERROR_LIMIT
 *
 * Since: 0.2
 */
gboolean
rhumb_network_load_pairs (const char *path, guint64 max_bytes, guint n_threads,
                          RhumbNetwork **network, guint64 **number, GError **error)
{
    *network = NULL;
    *number = NULL;
    g_autoptr (RhumbInput) input = rhumb_input_open (path, max_bytes, error);
    g_autoptr (GPtrArray) chunks = NULL;
    if (input == NULL || !rhumb_scan_pairs (input, n_threads, &chunks, error))
        return FALSE;
    guint32 largest = 0;
    if (chunks == NULL || !is_dense (chunks, &largest))
        return TRUE;
    guint32 n = 0;
    g_autofree guint32 *node = number_nodes (chunks, largest, number, &n);
    *network = gather (chunks, n_threads, n, node, error);
    return *network != NULL;
}
