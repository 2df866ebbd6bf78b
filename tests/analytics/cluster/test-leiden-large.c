/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Leiden on a network of 120,000 nodes, where shortcuts are taken.
 */
#include "analytics/cluster/leiden.h"

#define N_CLIQUES 20000u
#define CLIQUE 6u

/* Cliques in a ring, one link between neighbours. */
static RhumbNetwork *
make_ring_of_cliques (void)
{
    const guint32 n = N_CLIQUES * CLIQUE;
    g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) to = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint32 v = 0; v < n; v++) {
        for (guint32 u = v + 1; u < v - v % CLIQUE + CLIQUE; u++) {
            g_array_append_val (from, v);
            g_array_append_val (to, u);
        }
        const guint32 next = (v + 1) % n;
        if (next % CLIQUE == 0) {
            g_array_append_val (from, v);
            g_array_append_val (to, next);
        }
    }
    return rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, n, n, (const guint32 *)(gpointer)from->data,
                              (const guint32 *)(gpointer)to->data, NULL, from->len, NULL);
}

/* Where the first level's clusters are not taken apart: cliques stay whole, and as a cluster of
 * cliques is connected if they follow one another, there is one border for each cluster. */
static void
cliques_of_large_networks_stay_whole (void)
{
    g_autoptr (RhumbNetwork) network = make_ring_of_cliques ();
    for (guint i = 0; i < 2; i++) {
        RhumbLeidenOptions options = RHUMB_LEIDEN_DEFAULTS;
        options.n_starts = 1;
        options.quality = i == 0 ? RHUMB_LEIDEN_MODULARITY : RHUMB_LEIDEN_CPM;
        options.resolution = i == 0 ? 1 : 0.5;
        g_autoptr (GError) error = NULL;
        g_autoptr (RhumbPartition) partition = rhumb_leiden (network, &options, &error);
        g_assert_no_error (error);
        const guint32 *of = rhumb_partition_get_clusters (partition);
        guint32 n_borders = 0;
        for (guint32 c = 0; c < N_CLIQUES; c++) {
            for (guint32 v = 1; v < CLIQUE; v++)
                g_assert_cmpuint (of[c * CLIQUE + v], ==, of[c * CLIQUE]);
            n_borders += of[c * CLIQUE] != of[(c + 1) % N_CLIQUES * CLIQUE];
        }
        g_assert_cmpuint (n_borders, ==, rhumb_partition_get_n_clusters (partition));
        if (i == 1)
            g_assert_cmpuint (n_borders, ==, N_CLIQUES);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/leiden-large/cliques-stay-whole", cliques_of_large_networks_stay_whole);
    return g_test_run ();
}
