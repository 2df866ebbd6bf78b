/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Halves each block where its links are fewest for their degrees: by the signs of the leading
 * eigenvector of the block's modularity matrix A − d dᵀ / 2m (Newman 2006,
 * doi:10.1073/pnas.0601602103), d the links of nodes within their block.
 *
 * Method: power iteration in all blocks at once, shifted by √(mean d) so that the largest
 * eigenvalue wins and not the most negative one. Whether a half is worth having is for others to
 * decide.
 *
 * Cost: O(edges) for each of 60 steps.
 */
#include "analytics/cluster/block-split.h"

#include <math.h>

#include "graph/text.h"

#define N_STEPS 60
#define SMALL 500

typedef struct {
    RhumbRows rows;
    const guint32 *cluster;
    guint32 n_blocks;
    double *degree; /* of each node, within its block */
    double *total;  /* of each block: sum of degrees */
    double *size;   /* of each block: nodes */
    double *value;  /* of each node: the vector */
    double *next;
} Split;

static void
init_split (Split *split, guint64 seed)
{
    const guint32 n = split->rows.n_rows;
    split->degree = g_new0 (double, n);
    split->total = g_new0 (double, split->n_blocks);
    split->size = g_new0 (double, split->n_blocks);
    split->value = g_new (double, n);
    split->next = g_new (double, n);
    for (guint32 v = 0; v < n; v++) {
        const guint32 c = split->cluster[v];
        for (gsize i = split->rows.start[v]; i < split->rows.start[v + 1]; i++) {
            const guint32 u = split->rows.node[i];
            split->degree[v] += u != v && split->cluster[u] == c ? 1 : 0;
        }
        split->total[c] += split->degree[v];
        split->size[c]++;
        split->value[v] = (double)(rhumb_hash_mix (seed, v) >> 11) * 0x1p-52 - 1;
    }
}

static void
clear_split (Split *split)
{
    g_free (split->degree);
    g_free (split->total);
    g_free (split->size);
    g_free (split->value);
    g_free (split->next);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Split, clear_split)

/* The product with the shifted matrix, for one node. @expected is dᵀ x / 2m of its block. */
static double
multiply (const Split *split, guint32 v, double expected)
{
    const guint32 c = split->cluster[v];
    double sum = 0;
    for (gsize i = split->rows.start[v]; i < split->rows.start[v + 1]; i++) {
        const guint32 u = split->rows.node[i];
        sum += u != v && split->cluster[u] == c ? split->value[u] : 0;
    }
    const double shift = sqrt (split->total[c] / split->size[c]);
    return sum - split->degree[v] * expected + shift * split->value[v];
}

static void
step (Split *split)
{
    const guint32 n = split->rows.n_rows;
    g_autofree double *expected = g_new0 (double, split->n_blocks);
    g_autofree double *norm = g_new0 (double, split->n_blocks);
    for (guint32 v = 0; v < n; v++)
        expected[split->cluster[v]] += split->degree[v] * split->value[v];
    for (guint32 c = 0; c < split->n_blocks; c++)
        expected[c] = split->total[c] > 0 ? expected[c] / split->total[c] : 0;
#pragma omp parallel for schedule(dynamic, 64) if (n > SMALL)
    for (guint32 v = 0; v < n; v++)
        split->next[v] = multiply (split, v, expected[split->cluster[v]]);
    for (guint32 v = 0; v < n; v++)
        norm[split->cluster[v]] += split->next[v] * split->next[v];
    for (guint32 v = 0; v < n; v++) {
        const double length = sqrt (norm[split->cluster[v]]);
        split->value[v] = length > 0 ? split->next[v] / length : 0;
    }
}

/* Numbers 2 c and 2 c + 1 for the halves of cluster c. */
guint32 *
rhumb_split_blocks (const RhumbNetwork *network, const guint32 *cluster, guint32 n_blocks,
                    guint64 seed)
{
    const guint32 n = rhumb_network_get_n_from (network);
    g_auto (Split) split = {
        .rows = rhumb_network_get_out_rows (network), .cluster = cluster, .n_blocks = n_blocks};
    init_split (&split, seed);
    for (guint i = 0; i < N_STEPS; i++)
        step (&split);
    guint32 *half = g_new (guint32, n);
    for (guint32 v = 0; v < n; v++)
        half[v] = 2 * cluster[v] + (split.value[v] > 0 ? 1 : 0);
    return half;
}
