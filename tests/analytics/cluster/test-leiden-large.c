/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Leiden on a network of 120,000 nodes, where shortcuts are taken.
 */
#include "analytics/cluster/leiden.h"

#define N_CLIQUES 20000u
#define CLIQUE 6u

static RhumbNetwork *
make_cliques (void)
{
    const guint32 n = N_CLIQUES * CLIQUE;
    g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) to = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint32 v = 0; v < n; v++) {
        /* Node v is in clique v mod N_CLIQUES. */
        for (guint32 u = v + N_CLIQUES; u < n; u += N_CLIQUES) {
            g_array_append_val (from, v);
            g_array_append_val (to, u);
        }
    }
    return rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, n, n, (const guint32 *)(gpointer)from->data,
                              (const guint32 *)(gpointer)to->data, NULL, from->len, NULL);
}

static void
disjoint_cliques_are_clusters (void)
{
    g_autoptr (RhumbNetwork) network = make_cliques ();
    for (guint i = 0; i < 2; i++) {
        RhumbLeidenOptions options = RHUMB_LEIDEN_DEFAULTS;
        options.n_starts = 1;
        options.quality = i == 0 ? RHUMB_LEIDEN_MODULARITY : RHUMB_LEIDEN_CPM;
        options.resolution = i == 0 ? 1 : 0.5;
        g_autoptr (GError) error = NULL;
        g_autoptr (RhumbPartition) partition = rhumb_leiden (network, &options, &error);
        g_assert_no_error (error);
        g_assert_cmpuint (rhumb_partition_get_n_clusters (partition), ==, N_CLIQUES);
        const guint32 *of = rhumb_partition_get_clusters (partition);
        for (guint32 v = N_CLIQUES; v < N_CLIQUES * CLIQUE; v++)
            g_assert_cmpuint (of[v], ==, of[v - N_CLIQUES]);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/leiden-large/disjoint-cliques-are-clusters", disjoint_cliques_are_clusters);
    return g_test_run ();
}
