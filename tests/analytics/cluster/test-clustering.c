/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Every method finds planted clusters, twice the same, and says what it does not take.
 */
#include "analytics/cluster/clustering.h"

#include "analytics/eval/agreement.h"
#include "analytics/cluster/quality.h"
#include "graph/error.h"
#include "tests/oracle.h"

#define N_BLOCKS 5
#define N_NODES 150

/* Node v is in block v mod 5; links are likely within, rare between, some of weight 0. */
static RhumbNetwork *
make_planted (gboolean weighted)
{
    g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) to = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) weight = g_array_new (FALSE, FALSE, sizeof (double));
    for (guint32 v = 0; v < N_NODES; v++) {
        for (guint32 u = 0; u < v; u++) {
            const gboolean same = v % N_BLOCKS == u % N_BLOCKS;
            const double value = oracle_random (7, (guint64)v * N_NODES + u);
            if (value >= (same ? 0.4 : 0.03) + (weighted ? 0.05 : 0))
                continue;
            const double w = value >= (same ? 0.4 : 0.03) ? 0 : 1 + value;
            g_array_append_val (from, v);
            g_array_append_val (to, u);
            g_array_append_val (weight, w);
        }
    }
    return rhumb_network_new (
        RHUMB_NETWORK_UNDIRECTED, N_NODES, N_NODES, (const guint32 *)(gpointer)from->data,
        (const guint32 *)(gpointer)to->data,
        weighted ? (const double *)(gpointer)weight->data : NULL, from->len, NULL);
}

static RhumbPartition *
cluster (const RhumbNetwork *network, const RhumbClusteringOptions *options)
{
    g_autoptr (GError) error = NULL;
    RhumbPartition *partition = rhumb_cluster (network, options, &error);
    g_assert_no_error (error);
    return partition;
}

static void
planted_clusters_are_found_by_each (void)
{
    guint32 planted[N_NODES];
    for (guint32 v = 0; v < N_NODES; v++)
        planted[v] = v % N_BLOCKS;
    g_autoptr (RhumbPartition) truth =
        rhumb_partition_new (N_NODES, planted, NULL, "planted", 0, 1, 1);
    for (guint i = 0; i < 2 * RHUMB_N_CLUSTERING_METHODS; i++) {
        g_autoptr (RhumbNetwork) network = make_planted (i % 2 == 1);
        RhumbClusteringOptions options = RHUMB_CLUSTERING_DEFAULTS;
        options.method = i / 2;
        g_autoptr (RhumbPartition) found = cluster (network, &options);
        RhumbAgreement agreement;
        rhumb_measure_agreement (found, truth, &agreement);
        g_test_message ("%s: %g", rhumb_clustering_get_name (i / 2), agreement.mutual_information);
        g_assert_cmpfloat (agreement.mutual_information, >, 0.95);
    }
}

static void
the_same_seed_gives_the_same_bytes (void)
{
    g_autoptr (RhumbNetwork) network = make_planted (TRUE);
    for (guint method = 0; method < RHUMB_N_CLUSTERING_METHODS; method++) {
        RhumbClusteringOptions options = RHUMB_CLUSTERING_DEFAULTS;
        options.method = method;
        options.n_starts = 2;
        options.seed = 7;
        g_autoptr (RhumbPartition) a = cluster (network, &options);
        g_autoptr (RhumbPartition) b = cluster (network, &options);
        oracle_assert_same_bytes (rhumb_partition_get_clusters (a),
                                  rhumb_partition_get_clusters (b), sizeof (guint32) * N_NODES);
        g_assert_cmpfloat (rhumb_partition_get_quality (a), ==, rhumb_partition_get_quality (b));
        g_assert_cmpuint (rhumb_partition_get_seed (a), ==, 7);
    }
}

/* Louvain's is modularity at its resolution; infomap's is shorter than one block's entropy. */
static void
quality_is_what_it_is_called (void)
{
    g_autoptr (RhumbNetwork) network = make_planted (FALSE);
    RhumbClusteringOptions options = RHUMB_CLUSTERING_DEFAULTS;
    options.method = RHUMB_CLUSTERING_LOUVAIN;
    options.resolution = 1.5;
    g_autoptr (RhumbPartition) louvain = cluster (network, &options);
    g_assert_cmpstr (rhumb_partition_get_quality_name (louvain), ==, "modularity");
    g_assert_cmpfloat (rhumb_partition_get_quality (louvain), ==,
                       rhumb_measure_modularity (network, louvain, 1.5));
    g_assert_cmpfloat (rhumb_partition_get_resolution (louvain), ==, 1.5);
    options.resolution = 1;
    options.method = RHUMB_CLUSTERING_INFOMAP;
    g_autoptr (RhumbPartition) infomap = cluster (network, &options);
    g_assert_cmpstr (rhumb_partition_get_quality_name (infomap), ==, "bits a step");
    g_assert_cmpfloat (rhumb_partition_get_quality (infomap), >, 4);
    g_assert_cmpfloat (rhumb_partition_get_quality (infomap), <, 7.2);
}

static void
walktrap_is_cut_where_it_is_asked_to (void)
{
    g_autoptr (RhumbNetwork) network = make_planted (FALSE);
    for (guint n = 1; n <= N_NODES; n += 12) {
        RhumbClusteringOptions options = RHUMB_CLUSTERING_DEFAULTS;
        options.method = RHUMB_CLUSTERING_WALKTRAP;
        options.n_clusters = n;
        g_autoptr (RhumbPartition) found = cluster (network, &options);
        g_assert_cmpuint (rhumb_partition_get_n_clusters (found), ==, n);
    }
}

/* Two pairs, a loop, and a node without links, which is alone; no links; no nodes. */
static void
networks_in_pieces_are_fine (void)
{
    static const guint32 FROM[] = {0, 2, 4, 3};
    static const guint32 TO[] = {1, 3, 4, 5};
    static const double WEIGHT[] = {1, 1, 1, 0};
    for (guint method = 0; method < RHUMB_N_CLUSTERING_METHODS; method++) {
        RhumbClusteringOptions options = RHUMB_CLUSTERING_DEFAULTS;
        options.method = method;
        g_autoptr (RhumbNetwork) pieces =
            rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, 6, 6, FROM, TO, WEIGHT, 4, NULL);
        g_autoptr (RhumbPartition) found = cluster (pieces, &options);
        const guint32 *of = rhumb_partition_get_clusters (found);
        g_assert_cmpuint (rhumb_partition_get_n_clusters (found), ==, 4);
        g_assert_cmpuint (of[0], ==, of[1]);
        g_assert_cmpuint (of[2], ==, of[3]);
        for (guint32 n = 0; n < 3; n++) {
            g_autoptr (RhumbNetwork) bare =
                rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, n, n, NULL, NULL, NULL, 0, NULL);
            g_autoptr (RhumbPartition) alone = cluster (bare, &options);
            g_assert_cmpuint (rhumb_partition_get_n_clusters (alone), ==, n);
            g_assert_cmpfloat (rhumb_partition_get_quality (alone), ==, 0);
        }
    }
}

static void
refuse (const RhumbClusteringOptions *options, guint32 n_nodes, int code)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbNetwork) network =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, n_nodes, n_nodes, NULL, NULL, NULL, 0, NULL);
    g_assert_null (rhumb_cluster (network, options, &error));
    g_assert_error (error, RHUMB_ERROR, code);
    g_assert_nonnull (strstr (error->message, rhumb_clustering_get_name (options->method)));
}

static void
what_a_method_does_not_take_is_refused (void)
{
    static const double WEIGHT[] = {1, 1};
    for (guint method = 0; method < RHUMB_N_CLUSTERING_METHODS; method++) {
        const RhumbClusteringOptions plain = {method, RHUMB_LEIDEN_MODULARITY, 1, 0, 1, 1, NULL};
        RhumbClusteringOptions options = plain;
        options.n_clusters = 2;
        if (!rhumb_clustering_takes_number (method))
            refuse (&options, 2, RHUMB_ERROR_INVALID);
        options = plain;
        options.resolution = 2;
        if (!rhumb_clustering_takes_resolution (method))
            refuse (&options, 2, RHUMB_ERROR_INVALID);
        if (method == RHUMB_CLUSTERING_LEIDEN)
            continue;
        options = plain;
        options.quality = RHUMB_LEIDEN_CPM;
        refuse (&options, 2, RHUMB_ERROR_INVALID);
        options = plain;
        options.node_weight = WEIGHT;
        refuse (&options, 2, RHUMB_ERROR_INVALID);
    }
}

static void
networks_beyond_a_limit_are_refused (void)
{
    RhumbClusteringOptions options = RHUMB_CLUSTERING_DEFAULTS;
    options.method = RHUMB_CLUSTERING_WALKTRAP;
    refuse (&options, 10001, RHUMB_ERROR_LIMIT);
    options.method = RHUMB_CLUSTERING_INFOMAP;
    refuse (&options, 50001, RHUMB_ERROR_LIMIT);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/clustering/planted-clusters-are-found-by-each",
                     planted_clusters_are_found_by_each);
    g_test_add_func ("/clustering/the-same-seed-gives-the-same-bytes",
                     the_same_seed_gives_the_same_bytes);
    g_test_add_func ("/clustering/quality-is-what-it-is-called", quality_is_what_it_is_called);
    g_test_add_func ("/clustering/walktrap-is-cut-where-it-is-asked-to",
                     walktrap_is_cut_where_it_is_asked_to);
    g_test_add_func ("/clustering/networks-in-pieces-are-fine", networks_in_pieces_are_fine);
    g_test_add_func ("/clustering/what-a-method-does-not-take-is-refused",
                     what_a_method_does_not_take_is_refused);
    g_test_add_func ("/clustering/networks-beyond-a-limit-are-refused",
                     networks_beyond_a_limit_are_refused);
    return g_test_run ();
}
