/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * A network without what is to be guessed from it.
 *
 * Cost: O(edges log edges held out).
 */
#include <stdlib.h>

#include "analytics/eval/link-split.h"

/* Whether an edge stays. */
typedef gboolean (*KeepFunction) (guint32 from, guint32 to, gconstpointer data);

static RhumbNetwork *
filter (const RhumbNetwork *network, KeepFunction keep, gconstpointer data, GError **error)
{
    const RhumbRows rows = rhumb_network_get_out_rows (network);
    const gsize n = rows.start[rows.n_rows];
    const gboolean undirected = rhumb_network_get_mode (network) == RHUMB_NETWORK_UNDIRECTED;
    g_autofree guint32 *from = g_new (guint32, n + 1);
    g_autofree guint32 *to = g_new (guint32, n + 1);
    g_autofree double *weight = rows.weight != NULL ? g_new (double, n + 1) : NULL;
    gsize kept = 0;
    for (guint32 v = 0; v < rows.n_rows; v++) {
        for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++) {
            const guint32 u = rows.node[i];
            if ((undirected && u < v) || !keep (v, u, data))
                continue;
            from[kept] = v;
            to[kept] = u;
            if (weight != NULL)
                weight[kept] = rows.weight[i];
            kept++;
        }
    }
    return rhumb_network_new (rhumb_network_get_mode (network), rows.n_rows,
                              rhumb_network_get_n_to (network), from, to, weight, kept, error);
}

static int
compare_pairs (const void *x, const void *y)
{
    const RhumbPair *a = x;
    const RhumbPair *b = y;
    if (a->a != b->a)
        return a->a < b->a ? -1 : 1;
    return (a->b > b->b) - (a->b < b->b);
}

typedef struct {
    const RhumbPair *pair; /* sorted */
    gsize n;
} Pairs;

static gboolean
is_not_hidden (guint32 from, guint32 to, gconstpointer data)
{
    const Pairs *hidden = data;
    const RhumbPair pair = {MIN (from, to), MAX (from, to), TRUE};
    return bsearch (&pair, hidden->pair, hidden->n, sizeof pair, compare_pairs) == NULL;
}

/**
 * rhumb_hold_out_links:
 * @split: parts of links
 * @network: a network whose first nodes are those of the split
 * @error: return location for an error
 *
 * Leaves out the links that are to be tested or chosen by, in either direction.
 *
 * Returns: (transfer full): what is left of @network, with all its nodes; %NULL as of
 *   rhumb_network_new()
 *
 * Since: 0.2
 */
RhumbNetwork *
rhumb_hold_out_links (const RhumbLinkSplit *split, const RhumbNetwork *network, GError **error)
{
    g_autofree RhumbPair *hidden = g_new (RhumbPair, split->n_validation + split->n_test + 1);
    Pairs pairs = {hidden, 0};
    for (gsize i = 0; i < split->n_validation + split->n_test; i++) {
        const RhumbPair pair = split->pair[split->n_train + i];
        if (pair.linked)
            hidden[pairs.n++] = pair;
    }
    qsort (hidden, pairs.n, sizeof *hidden, compare_pairs);
    return filter (network, is_not_hidden, &pairs, error);
}

typedef struct {
    const gboolean *held_out;
    guint32 n;
} Nodes;

static gboolean
touches_none (guint32 from, guint32 to, gconstpointer data)
{
    const Nodes *nodes = data;
    return !(from < nodes->n && nodes->held_out[from]) && !(to < nodes->n && nodes->held_out[to]);
}

/**
 * rhumb_hold_out_nodes:
 * @network: a directed or undirected network
 * @held_out: (array length=n_nodes): whether all edges of a node are left out
 * @n_nodes: how many of the first nodes are asked about; the others stay
 * @error: return location for an error
 *
 * Leaves out all that some nodes have to do with others.
 *
 * Returns: (transfer full): what is left of @network, with all its nodes; %NULL as of
 *   rhumb_network_new()
 *
 * Since: 0.2
 */
RhumbNetwork *
rhumb_hold_out_nodes (const RhumbNetwork *network, const gboolean *held_out, guint32 n_nodes,
                      GError **error)
{
    const Nodes nodes = {held_out, n_nodes};
    return filter (network, touches_none, &nodes, error);
}
