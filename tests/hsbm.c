/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Networks whose hierarchy is known, and how much of it was found.
 */
#include "tests/hsbm.h"

#include <math.h>
#include <string.h>

#include "graph/text.h"

static guint
get_common_depth (guint depth, guint32 a, guint32 b)
{
    guint common = depth;
    while (a != b) {
        a /= 2;
        b /= 2;
        common--;
    }
    return common;
}

RhumbNetwork *
hsbm_new (guint depth, guint n_in_leaf, const double *a, guint64 seed)
{
    const guint32 n = ((guint32)1 << depth) * n_in_leaf;
    g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) to = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint32 v = 0; v < n; v++) {
        for (guint32 u = 0; u < v; u++) {
            const double p =
                a[get_common_depth (depth, v / n_in_leaf, u / n_in_leaf)] * log (n) / n;
            const guint64 random = rhumb_hash_mix (seed, (guint64)v * n + u);
            if ((double)(random >> 11) * 0x1p-53 >= p)
                continue;
            g_array_append_val (from, v);
            g_array_append_val (to, u);
        }
    }
    return rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, n, n, (const guint32 *)(gpointer)from->data,
                              (const guint32 *)(gpointer)to->data, NULL, from->len, NULL);
}

/* Share of nodes in the right one of 2^q clusters, under the best one-to-one matching of those
 * found with those planted (dynamic programming over sets of planted ones). */
double
hsbm_measure_recovery (const RhumbHierarchy *hierarchy, const RhumbPartition *leaves, guint depth,
                       guint q)
{
    const guint32 n = rhumb_partition_get_n_nodes (leaves);
    const guint32 k = MIN ((guint32)1 << q, rhumb_hierarchy_get_n_leaves (hierarchy));
    const guint32 n_planted = (guint32)1 << q;
    const guint32 in_planted = n >> q;
    g_autofree guint32 *holder = rhumb_hierarchy_cut (hierarchy, k);
    g_autoptr (GHashTable) number = g_hash_table_new (NULL, NULL);
    g_autofree double *overlap = g_new0 (double, (gsize)n_planted *n_planted);
    for (guint32 v = 0; v < n; v++) {
        const guint32 node = holder[rhumb_partition_get_clusters (leaves)[v]];
        if (!g_hash_table_contains (number, GUINT_TO_POINTER (node)))
            g_hash_table_insert (number, GUINT_TO_POINTER (node),
                                 GUINT_TO_POINTER (g_hash_table_size (number)));
        const guint32 found =
            GPOINTER_TO_UINT (g_hash_table_lookup (number, GUINT_TO_POINTER (node)));
        overlap[found * n_planted + v / in_planted]++;
    }
    g_assert (depth >= q && g_hash_table_size (number) <= n_planted);
    const guint32 n_sets = (guint32)1 << n_planted;
    g_autofree double *best = g_new0 (double, n_sets);
    for (guint32 set = 1; set < n_sets; set++) {
        const guint32 found = (guint32)__builtin_popcount (set) - 1;
        for (guint32 planted = 0; planted < n_planted; planted++) {
            if (set & ((guint32)1 << planted))
                best[set] = MAX (best[set], best[set ^ ((guint32)1 << planted)] +
                                                overlap[found * n_planted + planted]);
        }
    }
    return best[n_sets - 1] / n;
}
