/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Leaves out nodes of a network that tell nothing that others do not tell.
 *
 * A paper by a hundred and thirty people makes a hundred and thirty nodes that are linked to the
 * same nodes with the same weights: structurally equivalent (F. Lorrain, H. C. White, Journal of
 * Mathematical Sociology 1 (1971), doi:10.1080/0022250X.1971.9989788), here with the links among
 * themselves. Drawn all, they crowd out whoever wrote another paper, and there is no room for their
 * names. So of many such twins the first few are drawn, and the map says how many more there are.
 * VOSviewer leaves out papers by more than 25 people instead, which loses those who have others.
 * Twins are told by a 64-bit hash of their neighbours, themselves, their links' weights and their
 * own. Cost: the links of the listed nodes.
 */
#include "analytics/layout/twins.h"

#include <string.h>

#include "analytics/layout/network-choice.h"
#include "graph/text.h"

static guint64
bits_of (double x)
{
    guint64 bits;
    memcpy (&bits, &x, sizeof bits);
    return bits;
}

/* The same for all that have the same neighbours and weights; a sum, as neighbours come in any
 * order. */
static guint64
hash_links (const RhumbRows *rows, const RhumbNetworkChoice *choice)
{
    const guint32 v = choice->node;
    guint64 nodes = rhumb_hash_mix (1, v);
    guint64 weights = 0;
    for (gsize e = rows->start[v]; e < rows->start[v + 1]; e++) {
        const guint32 u = rows->node[e];
        if (u == v)
            continue;
        nodes += rhumb_hash_mix (1, u);
        weights += rhumb_hash_mix (2, bits_of (rows->weight != NULL ? rows->weight[e] : 1.0));
    }
    return rhumb_hash_mix (rhumb_hash_mix (nodes, weights), bits_of (choice->weight));
}

/* Of each node of a list the place of the first one that is linked as it is; @n_alike (out): how
 * many are linked as the first ones. */
static guint32 *
find_first_twins (const RhumbRows *rows, const GArray *list, guint32 *n_alike)
{
    g_autofree guint64 *key = g_new (guint64, MAX (list->len, 1));
    g_autoptr (GHashTable) known = g_hash_table_new (g_int64_hash, g_int64_equal);
    guint32 *first = g_new (guint32, MAX (list->len, 1));
    for (guint32 i = 0; i < list->len; i++) {
        key[i] = hash_links (rows, &g_array_index (list, RhumbNetworkChoice, i));
        const guint64 *same = g_hash_table_lookup (known, &key[i]);
        first[i] = same == NULL ? i : (guint32)(same - key);
        n_alike[first[i]]++;
        if (same == NULL)
            g_hash_table_add (known, &key[i]);
    }
    return first;
}

/*
 * rhumb_thin_twins:
 * @derived: a network
 * @list: (element-type RhumbNetworkChoice): some of its nodes, in the order in which they matter
 * @many: more nodes with the same links than that are thinned
 * @most: to so many, at least 1
 *
 * Keeps of many nodes with the same links the first ones; the first of them knows how many went.
 * Where links have a direction all are kept.
 *
 * Returns: (transfer full) (element-type RhumbNetworkChoice): the nodes that are kept
 */
GArray *
rhumb_thin_twins (const RhumbDerivedNetwork *derived, const GArray *list, guint many, guint most)
{
    GArray *kept = g_array_new (FALSE, FALSE, sizeof (RhumbNetworkChoice));
    if (rhumb_network_get_mode (derived->network) != RHUMB_NETWORK_UNDIRECTED) {
        g_array_append_vals (kept, list->data, list->len);
        return kept;
    }
    const RhumbRows rows = rhumb_network_get_out_rows (derived->network);
    g_autofree guint32 *n_alike = g_new0 (guint32, MAX (list->len, 1));
    g_autofree guint32 *n_seen = g_new0 (guint32, MAX (list->len, 1));
    g_autofree guint32 *first = find_first_twins (&rows, list, n_alike);
    for (guint32 i = 0; i < list->len; i++) {
        RhumbNetworkChoice choice = g_array_index (list, RhumbNetworkChoice, i);
        const guint32 n = n_alike[first[i]];
        if (n > many && n_seen[first[i]]++ >= most)
            continue;
        choice.n_twins = n > many && first[i] == i ? n - most : 0;
        g_array_append_val (kept, choice);
    }
    return kept;
}
