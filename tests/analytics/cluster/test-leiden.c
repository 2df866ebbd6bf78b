/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Clusters are found where they are known to be, and their quality is what they say.
 */
#include "analytics/cluster/leiden.h"

#include <math.h>
#ifdef _OPENMP
#include <omp.h>
#endif

#include "analytics/cluster/quality.h"
#include "graph/error.h"
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

/* Friendships in a karate club (Zachary 1977), as igraph has them. */
static RhumbNetwork *
make_karate_club (void)
{
    rhumb_igraph_lock ();
    g_auto (igraph_t) club;
    g_assert_true (rhumb_igraph_check (igraph_famous (&club, "Zachary"), "opening", NULL));
    g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) to = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (igraph_integer_t e = 0; e < igraph_ecount (&club); e++) {
        const guint32 ends[] = {(guint32)IGRAPH_FROM (&club, e), (guint32)IGRAPH_TO (&club, e)};
        g_array_append_val (from, ends[0]);
        g_array_append_val (to, ends[1]);
    }
    rhumb_igraph_unlock ();
    return rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, 34, 34,
                              (const guint32 *)(gpointer)from->data,
                              (const guint32 *)(gpointer)to->data, NULL, from->len, NULL);
}

/* 0.4198 is the highest modularity there is (Brandes et al. 2008, doi:10.1109/TKDE.2007.190689). */
static void
the_karate_club_falls_into_its_parts (void)
{
    g_autoptr (RhumbNetwork) club = make_karate_club ();
    g_autoptr (RhumbPartition) partition = cluster (club, NULL);
    g_assert_cmpstr (rhumb_partition_get_quality_name (partition), ==, "modularity");
    g_assert_cmpuint (rhumb_partition_get_n_clusters (partition), ==, 4);
    g_assert_cmpfloat (rhumb_partition_get_quality (partition), >=, 0.4188);
    g_assert_cmpfloat (rhumb_partition_get_quality (partition), <, 0.4199);
    const guint32 *of = rhumb_partition_get_clusters (partition);
    g_assert_cmpuint (of[0], !=, of[33]);
    g_assert_cmpuint (of[32], ==, of[33]);
}

static OracleEdges *
make_edges (guint64 seed)
{
    const guint32 n = 10 + oracle_random_below (30, seed, 900);
    return oracle_edges_new (RHUMB_NETWORK_UNDIRECTED, n, n, (gsize)2 * n, seed % 2 == 0, seed);
}

static void
assert_clusters_connected (const OracleMatrix *dense, const RhumbPartition *partition)
{
    for (guint32 c = 0; c < rhumb_partition_get_n_clusters (partition); c++)
        g_assert_true (oracle_is_connected (dense, rhumb_partition_get_clusters (partition), c));
}

/* Random networks have self-loops, repeats and links of weight 0. */
static void
quality_is_that_of_the_clusters (void)
{
    static const double RESOLUTIONS[] = {0.5, 1, 1.25, 3};
    for (guint64 seed = 0; seed < 40; seed++) {
        g_autoptr (OracleEdges) edges = make_edges (seed);
        g_autoptr (RhumbNetwork) network = oracle_edges_to_network (edges);
        g_autoptr (OracleMatrix) dense = oracle_edges_to_matrix (edges);
        RhumbLeidenOptions options = RHUMB_LEIDEN_DEFAULTS;
        options.resolution = RESOLUTIONS[seed % G_N_ELEMENTS (RESOLUTIONS)];
        g_autoptr (RhumbPartition) by_modularity = cluster (network, &options);
        options.quality = RHUMB_LEIDEN_CPM;
        g_autoptr (RhumbPartition) by_cpm = cluster (network, &options);
        g_assert_cmpfloat_with_epsilon (
            rhumb_partition_get_quality (by_modularity),
            oracle_modularity (dense, rhumb_partition_get_clusters (by_modularity),
                               options.resolution),
            1e-9);
        g_assert_cmpstr (rhumb_partition_get_quality_name (by_cpm), ==, "CPM");
        g_assert_cmpfloat_with_epsilon (
            rhumb_partition_get_quality (by_cpm),
            oracle_cpm (dense, rhumb_partition_get_clusters (by_cpm), options.resolution), 1e-9);
        assert_clusters_connected (dense, by_modularity);
        assert_clusters_connected (dense, by_cpm);
    }
}

/* No node gains by moving to another cluster or by leaving for one of its own. */
static void
no_node_wants_to_move (void)
{
    for (guint64 seed = 0; seed < 10; seed++) {
        g_autoptr (OracleEdges) edges = make_edges (seed);
        g_autoptr (RhumbNetwork) network = oracle_edges_to_network (edges);
        g_autoptr (OracleMatrix) dense = oracle_edges_to_matrix (edges);
        g_autoptr (RhumbPartition) partition = cluster (network, NULL);
        const guint32 n = edges->n_from;
        const guint32 *of = rhumb_partition_get_clusters (partition);
        g_autofree guint32 *moved = g_memdup2 (of, sizeof (guint32) * n);
        for (guint32 v = 0; v < n; v++) {
            for (guint32 c = 0; c <= rhumb_partition_get_n_clusters (partition); c++) {
                moved[v] = c;
                g_assert_cmpfloat (oracle_modularity (dense, moved, 1), <=,
                                   rhumb_partition_get_quality (partition) + 1e-9);
            }
            moved[v] = of[v];
        }
    }
}

/* Four blocks of 16 nodes; node v is in block v mod 4. Links are likely within, rare between. */
static void
planted_blocks_are_found (void)
{
    const guint32 n = 64;
    g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) to = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint32 v = 0; v < n; v++) {
        for (guint32 u = 0; u < v; u++) {
            if (oracle_random (5, (guint64)v * n + u) >= (v % 4 == u % 4 ? 0.6 : 0.03))
                continue;
            g_array_append_val (from, v);
            g_array_append_val (to, u);
        }
    }
    g_autoptr (RhumbNetwork) network =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, n, n, (const guint32 *)(gpointer)from->data,
                           (const guint32 *)(gpointer)to->data, NULL, from->len, NULL);
    g_autoptr (RhumbPartition) partition = cluster (network, NULL);
    const guint32 *of = rhumb_partition_get_clusters (partition);
    g_assert_cmpuint (rhumb_partition_get_n_clusters (partition), ==, 4);
    for (guint32 v = 0; v < n; v++)
        g_assert_cmpuint (of[v], ==, v % 4);
}

/* Triangle 0 2 4 and triangle 1 3 5: Q = 2 (6/12 − (6/12)²) = 1/2. */
static void
disjoint_cliques_are_clusters (void)
{
    static const guint32 FROM[] = {0, 0, 2, 1, 1, 3};
    static const guint32 TO[] = {2, 4, 4, 3, 5, 5};
    g_autoptr (RhumbNetwork) network =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, 6, 6, FROM, TO, NULL, 6, NULL);
    g_autoptr (RhumbPartition) partition = cluster (network, NULL);
    g_assert_cmpuint (rhumb_partition_get_n_clusters (partition), ==, 2);
    for (guint32 v = 0; v < 6; v++)
        g_assert_cmpuint (rhumb_partition_get_clusters (partition)[v], ==, v % 2);
    g_assert_cmpfloat_with_epsilon (rhumb_partition_get_quality (partition), 0.5, 1e-12);
}

static void
same_seed_gives_the_same_clusters (void)
{
    g_autoptr (OracleEdges) edges =
        oracle_edges_new (RHUMB_NETWORK_UNDIRECTED, 150, 150, 400, TRUE, 3);
    g_autoptr (RhumbNetwork) network = oracle_edges_to_network (edges);
    RhumbLeidenOptions options = RHUMB_LEIDEN_DEFAULTS;
    options.n_starts = 1;
    gboolean any_differs = FALSE;
    g_autoptr (RhumbPartition) first = cluster (network, &options);
    for (guint64 seed = 1; seed <= 8; seed++) {
        options.seed = seed;
        g_autoptr (RhumbPartition) a = cluster (network, &options);
        g_autoptr (RhumbPartition) b = cluster (network, &options);
        const double quality[] = {rhumb_partition_get_quality (a), rhumb_partition_get_quality (b)};
        oracle_assert_same_bytes (rhumb_partition_get_clusters (a),
                                  rhumb_partition_get_clusters (b), 150 * sizeof (guint32));
        oracle_assert_same_bytes (&quality[0], &quality[1], sizeof (double));
        g_assert_cmpuint (rhumb_partition_get_seed (a), ==, seed);
        any_differs |= quality[0] != rhumb_partition_get_quality (first);
    }
    g_assert_true (any_differs);
}

static void
more_starts_are_never_worse (void)
{
    g_autoptr (OracleEdges) edges =
        oracle_edges_new (RHUMB_NETWORK_UNDIRECTED, 100, 100, 300, TRUE, 6);
    g_autoptr (RhumbNetwork) network = oracle_edges_to_network (edges);
    RhumbLeidenOptions options = RHUMB_LEIDEN_DEFAULTS;
    double best = -G_MAXDOUBLE;
    for (options.n_starts = 1; options.n_starts <= 12; options.n_starts++) {
        g_autoptr (RhumbPartition) partition = cluster (network, &options);
        g_assert_cmpfloat (rhumb_partition_get_quality (partition), >=, best);
        best = rhumb_partition_get_quality (partition);
    }
}

static void
higher_resolution_gives_smaller_clusters (void)
{
    static const double RESOLUTIONS[] = {1e-6, 0.5, 1, 4, 1e6};
    g_autoptr (RhumbNetwork) club = make_karate_club ();
    guint32 before = 0;
    for (gsize i = 0; i < G_N_ELEMENTS (RESOLUTIONS); i++) {
        RhumbLeidenOptions options = RHUMB_LEIDEN_DEFAULTS;
        options.resolution = RESOLUTIONS[i];
        g_autoptr (RhumbPartition) partition = cluster (club, &options);
        g_assert_cmpuint (rhumb_partition_get_n_clusters (partition), >=, before);
        before = rhumb_partition_get_n_clusters (partition);
        g_assert_cmpfloat (rhumb_partition_get_resolution (partition), ==, RESOLUTIONS[i]);
        g_assert_true (i > 0 || before == 1);
    }
    g_assert_cmpuint (before, ==, 34);
}

static void
nodes_without_links_are_alone (void)
{
    static const guint32 FROM[] = {0, 1};
    static const guint32 TO[] = {1, 2};
    static const double ZERO[] = {0, 0};
    for (guint32 n = 0; n < 4; n++) {
        g_autoptr (RhumbNetwork) network = rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, n, n, FROM,
                                                              TO, ZERO, n == 3 ? 2 : 0, NULL);
        for (guint quality = 0; quality < 2; quality++) {
            RhumbLeidenOptions options = RHUMB_LEIDEN_DEFAULTS;
            options.quality = quality;
            g_autoptr (RhumbPartition) partition = cluster (network, &options);
            g_assert_cmpuint (rhumb_partition_get_n_clusters (partition), ==, n);
            g_assert_cmpfloat (rhumb_partition_get_quality (partition), ==, 0);
        }
    }
}

static void
options_outside_their_range_are_refused (void)
{
    static const double NEGATIVE[34] = {[3] = -1};
    const RhumbLeidenOptions BAD[] = {
        {RHUMB_LEIDEN_MODULARITY, 0, 10, 1},   {RHUMB_LEIDEN_MODULARITY, -1, 10, 1},
        {RHUMB_LEIDEN_MODULARITY, NAN, 10, 1}, {RHUMB_LEIDEN_CPM, INFINITY, 10, 1},
        {RHUMB_LEIDEN_MODULARITY, 1, 0, 1},    {RHUMB_LEIDEN_CPM, 1, 1, 1, 0, NEGATIVE, NULL},
    };
    g_autoptr (RhumbNetwork) club = make_karate_club ();
    for (gsize i = 0; i < G_N_ELEMENTS (BAD); i++) {
        g_autoptr (GError) error = NULL;
        g_assert_null (rhumb_leiden (club, &BAD[i], &error));
        g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
    }
}

static void
set_threads (int n_threads)
{
#ifdef _OPENMP
    omp_set_num_threads (n_threads);
#else
    (void)n_threads;
#endif
}

/* Large enough for batches that several threads share. */
static void
threads_change_nothing (void)
{
    const guint32 n = 70000;
    g_autoptr (OracleEdges) edges =
        oracle_edges_new (RHUMB_NETWORK_UNDIRECTED, n, n, (gsize)3 * n, TRUE, 5);
    g_autoptr (RhumbNetwork) network = oracle_edges_to_network (edges);
    for (guint quality = 0; quality < 2; quality++) {
        RhumbLeidenOptions options = RHUMB_LEIDEN_DEFAULTS;
        options.quality = quality;
        options.resolution = quality == RHUMB_LEIDEN_CPM ? 0.01 : 1;
        options.n_starts = 1;
        options.n_iterations = 1;
        set_threads (1);
        g_autoptr (RhumbPartition) one = cluster (network, &options);
        set_threads (3);
        g_autoptr (RhumbPartition) three = cluster (network, &options);
        oracle_assert_same_bytes (rhumb_partition_get_clusters (one),
                                  rhumb_partition_get_clusters (three), n * sizeof (guint32));
        g_assert_cmpfloat (rhumb_partition_get_quality (one), ==,
                           rhumb_partition_get_quality (three));
        g_assert_cmpfloat (rhumb_partition_get_quality (one), ==,
                           quality == RHUMB_LEIDEN_CPM
                               ? rhumb_measure_cpm (network, one, options.resolution)
                               : rhumb_measure_modularity (network, one, options.resolution));
    }
}

/* A node that counts for nothing joins what it is linked to most, whatever the resolution; one that
 * counts for much stays alone. */
static void
node_weights_count_in_cpm (void)
{
    static const guint32 FROM[] = {0, 0, 1, 3, 4};
    static const guint32 TO[] = {1, 2, 2, 0, 0};
    static const double NODE_WEIGHT[] = {1, 1, 1, 0, 100};
    g_autoptr (RhumbNetwork) network =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, 5, 5, FROM, TO, NULL, 5, NULL);
    RhumbLeidenOptions options = RHUMB_LEIDEN_DEFAULTS;
    options.quality = RHUMB_LEIDEN_CPM;
    options.resolution = 0.5;
    options.node_weight = NODE_WEIGHT;
    g_autoptr (RhumbPartition) partition = cluster (network, &options);
    static const guint32 EXPECTED[] = {0, 0, 0, 0, 1};
    oracle_assert_same_bytes (rhumb_partition_get_clusters (partition), EXPECTED, sizeof EXPECTED);
    /* 2m = 10; inside 2 · 4, less 0.5 (3² + 100²) */
    g_assert_cmpfloat_with_epsilon (rhumb_partition_get_quality (partition),
                                    (8 - 0.5 * (9 + 10000)) / 10, 1e-9);
}

/* From the clusters of another run: never worse than those. */
static void
a_start_is_kept_or_bettered (void)
{
    for (guint64 seed = 0; seed < 10; seed++) {
        g_autoptr (OracleEdges) edges = make_edges (seed);
        g_autoptr (RhumbNetwork) network = oracle_edges_to_network (edges);
        g_autoptr (RhumbPartition) best = cluster (network, NULL);
        RhumbLeidenOptions options = RHUMB_LEIDEN_DEFAULTS;
        options.start = best;
        options.n_starts = 1;
        options.seed = 99;
        g_autoptr (RhumbPartition) again = cluster (network, &options);
        g_assert_cmpfloat (rhumb_partition_get_quality (again), >=,
                           rhumb_partition_get_quality (best) - 1e-12);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/leiden/the-karate-club-falls-into-its-parts",
                     the_karate_club_falls_into_its_parts);
    g_test_add_func ("/leiden/quality-is-that-of-the-clusters", quality_is_that_of_the_clusters);
    g_test_add_func ("/leiden/no-node-wants-to-move", no_node_wants_to_move);
    g_test_add_func ("/leiden/planted-blocks-are-found", planted_blocks_are_found);
    g_test_add_func ("/leiden/disjoint-cliques-are-clusters", disjoint_cliques_are_clusters);
    g_test_add_func ("/leiden/same-seed-gives-the-same-clusters",
                     same_seed_gives_the_same_clusters);
    g_test_add_func ("/leiden/more-starts-are-never-worse", more_starts_are_never_worse);
    g_test_add_func ("/leiden/higher-resolution-gives-smaller-clusters",
                     higher_resolution_gives_smaller_clusters);
    g_test_add_func ("/leiden/nodes-without-links-are-alone", nodes_without_links_are_alone);
    g_test_add_func ("/leiden/options-outside-their-range-are-refused",
                     options_outside_their_range_are_refused);
    g_test_add_func ("/leiden/threads-change-nothing", threads_change_nothing);
    g_test_add_func ("/leiden/node-weights-count-in-cpm", node_weights_count_in_cpm);
    g_test_add_func ("/leiden/a-start-is-kept-or-bettered", a_start_is_kept_or_bettered);
    return g_test_run ();
}
