/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Leiden beside igraph's, which is older.
 */
#include "analytics/cluster/leiden.h"
#include "graph/igraph-door.h"
#include "tests/oracle.h"

static RhumbPartition *
cluster (const RhumbNetwork *network, const RhumbLeidenOptions *options)
{
    g_autoptr (GError) error = NULL;
    RhumbPartition *partition = rhumb_leiden (network, options, &error);
    g_assert_no_error (error);
    return partition;
}

/* Modularity of the best of ten runs of igraph's Leiden, each until nothing changes. */
static double
find_by_igraph (const RhumbNetwork *network)
{
    double best = -1;
    rhumb_igraph_lock ();
    g_auto (igraph_t) graph = {0};
    g_auto (igraph_vector_t) weights = {0};
    g_auto (igraph_vector_t) strength = {0};
    g_auto (igraph_vector_int_t) membership = {0};
    g_assert_true (rhumb_network_to_igraph (network, &graph, &weights, NULL));
    igraph_vector_init (&strength, 0);
    igraph_vector_int_init (&membership, 0);
    igraph_strength (&graph, &strength, igraph_vss_all (), IGRAPH_ALL, TRUE, &weights);
    const double total = igraph_vector_sum (&strength);
    for (guint start = 0; start < 10; start++) {
        igraph_rng_seed (igraph_rng_default (), start);
        igraph_real_t quality = 0;
        for (guint i = 0; i < 10; i++)
            igraph_community_leiden (&graph, &weights, &strength, 1 / total, 0.01, i > 0, 1,
                                     &membership, NULL, &quality);
        best = MAX (best, quality);
    }
    rhumb_igraph_unlock ();
    return best;
}

/* Networks without structure, where each method is lucky now and then: over all of them ours is not
 * below, and nowhere by a thousandth. */
static void
quality_is_not_below_that_of_igraph (void)
{
    double sum = 0;
    for (guint64 seed = 0; seed < 12; seed++) {
        const guint32 n = 40 + oracle_random_below (160, seed, 1);
        g_autoptr (OracleEdges) edges =
            oracle_edges_new (RHUMB_NETWORK_UNDIRECTED, n, n, (gsize)3 * n, seed % 2 == 0, seed);
        g_autoptr (RhumbNetwork) network = oracle_edges_to_network (edges);
        g_autoptr (RhumbPartition) partition = cluster (network, NULL);
        const double gain = rhumb_partition_get_quality (partition) - find_by_igraph (network);
        g_assert_cmpfloat (gain, >=, -1e-3);
        sum += gain;
    }
    g_assert_cmpfloat (sum, >=, 0);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/leiden-peers/quality-is-not-below-that-of-igraph",
                     quality_is_not_below_that_of_igraph);
    return g_test_run ();
}
