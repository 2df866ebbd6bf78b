/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Thins a finished network: the strongest links of each node, ties to the lower number, and none
 * below a least weight. A link stays if either of its nodes keeps it.
 *
 * Cost: O(links log links of a row).
 */
#include "analytics/network/strongest.h"

#include <string.h>

#include "analytics/network/product-private.h"

typedef struct {
    double weight;
    guint32 node;
} Link;

static int
compare_by_strength (gconstpointer a, gconstpointer b)
{
    const Link *first = a;
    const Link *second = b;
    if (first->weight != second->weight)
        return first->weight > second->weight ? -1 : 1;
    return (first->node > second->node) - (first->node < second->node);
}

static int
compare_by_node (gconstpointer a, gconstpointer b)
{
    const Link *first = a;
    const Link *second = b;
    return (first->node > second->node) - (first->node < second->node);
}

/* Thins an undirected network; the thinned one is weighted. @top_links: links that each node keeps,
 * 0 = all; @min_weight: links of less weight are left out. */
RhumbNetwork *
rhumb_keep_links (const RhumbNetwork *network, guint top_links, double min_weight)
{
    g_return_val_if_fail (rhumb_network_get_mode (network) == RHUMB_NETWORK_UNDIRECTED, NULL);
    const RhumbRows rows = rhumb_network_get_out_rows (network);
    g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (Link));
    g_autofree gsize *start = g_new0 (gsize, (gsize)rows.n_rows + 1);
    g_autofree guint32 *node = g_new (guint32, rows.start[rows.n_rows] + 1);
    g_autofree double *weight = g_new (double, rows.start[rows.n_rows] + 1);
    gsize n = 0;
    for (guint32 v = 0; v < rows.n_rows; v++) {
        g_array_set_size (links, 0);
        for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++) {
            const Link link = {rhumb_rows_get_weight (rows, i), rows.node[i]};
            if (link.weight >= min_weight)
                g_array_append_val (links, link);
        }
        g_array_sort (links, compare_by_strength);
        if (top_links > 0 && links->len > top_links)
            g_array_set_size (links, top_links);
        g_array_sort (links, compare_by_node);
        for (guint i = 0; i < links->len; i++) {
            node[n] = g_array_index (links, Link, i).node;
            weight[n++] = g_array_index (links, Link, i).weight;
        }
        start[v + 1] = n;
    }
    const RhumbLists lists = {rows.n_rows, start, node, weight};
    return rhumb_unite_lists (&lists);
}
