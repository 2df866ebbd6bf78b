/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * From the links that each node keeps to one network: a link stays if either of its nodes keeps
 * it. A node of which many others are fond therefore has more links than it keeps itself.
 *
 * Both ends must give a link the same weight. Cost: O(nodes + links), one transposition and one
 * merge of ascending rows.
 */
#include "analytics/network/product-private.h"
#include "graph/network-private.h"

/* Row u of the result lists who keeps u, ascending. */
static RhumbLists
transpose (const RhumbLists *lists)
{
    const RhumbOwnRows rows = {lists->n_rows, lists->start, lists->node, lists->weight};
    RhumbOwnRows back = {0};
    rhumb_rows_transpose (&rows, lists->n_rows, &back);
    return (RhumbLists){back.n_rows, back.start, back.node, back.weight};
}

/* Merges row v of both. Writes nothing if @node is NULL. Returns the length. */
static gsize
merge_row (const RhumbLists *a, const RhumbLists *b, guint32 v, guint32 *node, double *weight)
{
    gsize i = a->start[v];
    gsize j = b->start[v];
    gsize n = 0;
    while (i < a->start[v + 1] || j < b->start[v + 1]) {
        const guint32 of_a = i < a->start[v + 1] ? a->node[i] : G_MAXUINT32;
        const guint32 of_b = j < b->start[v + 1] ? b->node[j] : G_MAXUINT32;
        if (node != NULL) {
            node[n] = MIN (of_a, of_b);
            weight[n] = of_a <= of_b ? a->weight[i] : b->weight[j];
        }
        n++;
        i += of_a <= of_b;
        j += of_b <= of_a;
    }
    return n;
}

/* The undirected network of all links in @lists. */
RhumbNetwork *
rhumb_unite_lists (const RhumbLists *lists)
{
    const guint32 n = lists->n_rows;
    const RhumbLists back = transpose (lists);
    gsize *start = g_new0 (gsize, (gsize)n + 1);
#pragma omp parallel for schedule(dynamic, 1024)
    for (guint32 v = 0; v < n; v++)
        start[v + 1] = merge_row (lists, &back, v, NULL, NULL);
    for (guint32 v = 0; v < n; v++)
        start[v + 1] += start[v];
    guint32 *node = g_new (guint32, start[n] + 1);
    double *weight = g_new (double, start[n] + 1);
#pragma omp parallel for schedule(dynamic, 1024)
    for (guint32 v = 0; v < n; v++)
        merge_row (lists, &back, v, node + start[v], weight + start[v]);
    g_free (back.start);
    g_free (back.node);
    g_free (back.weight);
    return rhumb_network_take_rows (n, start, node, weight);
}
