/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Leiden on networks of more than 100,000 nodes, where shortcuts are taken, and on shapes that
 * would make it crawl if nodes waited for each other or levels hardly shrank.
 */
#include <math.h>

#include "analytics/cluster/leiden.h"
#include "analytics/cluster/quality.h"
#include "graph/threads.h"

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

/* A network of links as they are added. */
typedef struct {
    GArray *from;
    GArray *to;
} Links;

static Links
links_new (void)
{
    return (Links){g_array_new (FALSE, FALSE, sizeof (guint32)),
                   g_array_new (FALSE, FALSE, sizeof (guint32))};
}

static void
add_link (Links *links, guint32 from, guint32 to)
{
    g_array_append_val (links->from, from);
    g_array_append_val (links->to, to);
}

static RhumbNetwork *
links_to_network (Links *links, guint32 n_nodes, const double *weight)
{
    RhumbNetwork *network = rhumb_network_new (
        RHUMB_NETWORK_UNDIRECTED, n_nodes, n_nodes, (const guint32 *)(gpointer)links->from->data,
        (const guint32 *)(gpointer)links->to->data, weight, links->from->len, NULL);
    g_array_unref (links->from);
    g_array_unref (links->to);
    return network;
}

static RhumbPartition *
cluster (const RhumbNetwork *network, RhumbLeidenQuality quality, double resolution)
{
    RhumbLeidenOptions options = RHUMB_LEIDEN_DEFAULTS;
    options.n_starts = 1;
    options.quality = quality;
    options.resolution = resolution;
    g_autoptr (GError) error = NULL;
    RhumbPartition *partition = rhumb_leiden (network, &options, &error);
    g_assert_no_error (error);
    return partition;
}

/* Node i of clique c is numbered i × n_cliques + c if @is_mixed, else c × size + i. */
static RhumbNetwork *
make_ring (guint32 n_cliques, guint32 size, gboolean is_mixed)
{
    const guint32 near = is_mixed ? n_cliques : 1;
    const guint32 far = is_mixed ? 1 : size;
    Links links = links_new ();
    for (guint32 c = 0; c < n_cliques; c++) {
        for (guint32 i = 0; i < size; i++) {
            for (guint32 j = 0; j < i; j++)
                add_link (&links, c * far + i * near, c * far + j * near);
        }
        add_link (&links, c * far, (c + 1) % n_cliques * far + near);
    }
    return links_to_network (&links, n_cliques * size, NULL);
}

/* Arcs of g cliques, each of e links and one to the next, of m = K (e + 1) in all, have modularity
 * 1 − arcs / m − Σ (g / K)². Arcs of equal length are best, and K / g of them give
 * 1 − 1 / (g (e + 1)) − g / K, at most 1 − 2 / √m. */
static void
ring_of_cliques_falls_into_arcs (void)
{
    for (guint i = 0; i < 2; i++) {
        g_autoptr (RhumbNetwork) network = make_ring (N_CLIQUES, CLIQUE, i == 1);
        g_autoptr (RhumbPartition) partition = cluster (network, RHUMB_LEIDEN_MODULARITY, 1);
        const double n_links = N_CLIQUES * (CLIQUE * (CLIQUE - 1) / 2 + 1.0);
        const double best = 1 - 2 / sqrt (n_links);
        const double quality = rhumb_partition_get_quality (partition);
        g_assert_cmpfloat (quality, <=, best);
        g_assert_cmpfloat (quality, >=, 0.9999 * best);
        const guint32 *of = rhumb_partition_get_clusters (partition);
        for (guint32 v = 0; v < N_CLIQUES * CLIQUE; v++)
            g_assert_cmpuint (of[v], ==, of[i == 1 ? v % N_CLIQUES : v / CLIQUE * CLIQUE]);
    }
}

/* The best of all ways to cut a ring of cliques into arcs. */
static double
find_best_arcs (guint32 n_cliques, guint32 size)
{
    const double n_links = n_cliques * (size * (size - 1) / 2 + 1.0);
    double best = 0; /* all in one cluster */
    for (guint32 cuts = 1; cuts < 1u << n_cliques; cuts++) {
        const guint32 first = (guint32)__builtin_ctz (cuts);
        double quality = 1;
        guint32 length = 0;
        for (guint32 i = 1; i <= n_cliques; i++) {
            length++;
            if ((cuts >> (first + i) % n_cliques & 1) == 0)
                continue;
            const double share = (double)length / n_cliques;
            quality -= share * share + 1 / n_links;
            length = 0;
        }
        best = MAX (best, quality);
    }
    return best;
}

static void
small_rings_are_cut_as_well_as_can_be (void)
{
    for (guint32 n_cliques = 3; n_cliques <= 14; n_cliques++) {
        for (guint32 size = 3; size <= 6; size++) {
            g_autoptr (RhumbNetwork) network = make_ring (n_cliques, size, n_cliques % 2 == 0);
            g_autoptr (RhumbPartition) partition = cluster (network, RHUMB_LEIDEN_MODULARITY, 1);
            g_assert_cmpfloat_with_epsilon (rhumb_partition_get_quality (partition),
                                            find_best_arcs (n_cliques, size), 1e-12);
        }
    }
}

/* m links in a row, cut into parts: at most 1 − 2 / √m + 1 / m, as above with one cut less. */
static void
path_falls_into_pieces (void)
{
    const guint32 n = 200000;
    Links links = links_new ();
    for (guint32 v = 1; v < n; v++)
        add_link (&links, v - 1, v);
    g_autoptr (RhumbNetwork) network = links_to_network (&links, n, NULL);
    g_autoptr (RhumbPartition) partition = cluster (network, RHUMB_LEIDEN_MODULARITY, 1);
    const double best = 1 - 2 / sqrt (n - 1.0) + 1 / (n - 1.0);
    g_assert_cmpfloat (rhumb_partition_get_quality (partition), <=, best);
    g_assert_cmpfloat (rhumb_partition_get_quality (partition), >=, 0.9999 * best);
    const guint32 *of = rhumb_partition_get_clusters (partition);
    guint32 n_cuts = 0;
    for (guint32 v = 1; v < n; v++)
        n_cuts += of[v] != of[v - 1];
    g_assert_cmpuint (n_cuts + 1, ==, rhumb_partition_get_n_clusters (partition));
    g_autoptr (RhumbPartition) cpm = cluster (network, RHUMB_LEIDEN_CPM, 0.01);
    g_assert_cmpfloat (rhumb_partition_get_quality (cpm), >, 0.85);
}

/* Leaves gain nothing without their hub: one cluster, whose modularity is 0, is best. */
static void
star_is_one_cluster (void)
{
    const guint32 n_leaves = 300000;
    Links links = links_new ();
    for (guint32 v = 1; v <= n_leaves; v++)
        add_link (&links, 0, v);
    g_autoptr (RhumbNetwork) network = links_to_network (&links, n_leaves + 1, NULL);
    g_autoptr (RhumbPartition) partition = cluster (network, RHUMB_LEIDEN_MODULARITY, 1);
    g_assert_cmpuint (rhumb_partition_get_n_clusters (partition), ==, 1);
}

static void
pairs_are_clusters (void)
{
    const guint32 n = 200000;
    Links links = links_new ();
    for (guint32 v = 0; v < n / 2; v++)
        add_link (&links, v, v + n / 2);
    g_autoptr (RhumbNetwork) network = links_to_network (&links, n, NULL);
    g_autoptr (RhumbPartition) partition = cluster (network, RHUMB_LEIDEN_MODULARITY, 1);
    g_assert_cmpuint (rhumb_partition_get_n_clusters (partition), ==, n / 2);
    g_assert_cmpfloat_with_epsilon (rhumb_partition_get_quality (partition), 1 - 2.0 / n, 1e-12);
}

/* 200 groups, four of five links inside, none twice; links have a weight of 1 if @is_weighted. */
static RhumbNetwork *
make_groups (gboolean is_weighted)
{
    static const guint32 STEPS[] = {1, 17, 101, 257};
    const guint32 n = 120000;
    Links links = links_new ();
    for (guint32 v = 0; v < n; v++) {
        for (guint i = 0; i < G_N_ELEMENTS (STEPS); i++)
            add_link (&links, v, (v + 200 * STEPS[i]) % n);
        add_link (&links, v, (guint32)(((guint64)v * 7919 + 5) % n));
    }
    g_autofree double *one = g_new (double, links.from->len);
    for (guint i = 0; i < links.from->len; i++)
        one[i] = 1;
    return links_to_network (&links, n, is_weighted ? one : NULL);
}

static void
threads_and_weights_of_1_change_nothing (void)
{
    const guint n_before = rhumb_get_n_threads ();
    for (guint i = 0; i < 2; i++) {
        const RhumbLeidenQuality quality = i == 0 ? RHUMB_LEIDEN_MODULARITY : RHUMB_LEIDEN_CPM;
        const double resolution = i == 0 ? 1 : 0.004;
        g_autoptr (RhumbNetwork) network = make_groups (FALSE);
        g_autoptr (RhumbNetwork) weighted = make_groups (TRUE);
        rhumb_set_n_threads (1);
        g_autoptr (RhumbPartition) one = cluster (network, quality, resolution);
        rhumb_set_n_threads (3);
        g_autoptr (RhumbPartition) three = cluster (network, quality, resolution);
        g_autoptr (RhumbPartition) same = cluster (weighted, quality, resolution);
        rhumb_set_n_threads (n_before);
        const guint32 n = rhumb_network_get_n_from (network);
        const int bytes = (int)(sizeof (guint32) * n);
        const guint32 *of = rhumb_partition_get_clusters (one);
        g_assert_cmpmem (of, bytes, rhumb_partition_get_clusters (three), bytes);
        g_assert_cmpmem (of, bytes, rhumb_partition_get_clusters (same), bytes);
        /* As planted or better. */
        g_autofree guint32 *group = g_new (guint32, n);
        for (guint32 v = 0; v < n; v++)
            group[v] = v % 200;
        g_autoptr (RhumbPartition) planted = rhumb_partition_new (n, group, NULL, "", 0, 1, 1);
        g_assert_cmpfloat (rhumb_partition_get_quality (one), >=,
                           0.999 * (i == 0 ? rhumb_measure_modularity (network, planted, resolution)
                                           : rhumb_measure_cpm (network, planted, resolution)));
    }
    rhumb_set_n_threads (n_before);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/leiden-large/disjoint-cliques-are-clusters", disjoint_cliques_are_clusters);
    g_test_add_func ("/leiden-large/ring-of-cliques-falls-into-arcs",
                     ring_of_cliques_falls_into_arcs);
    g_test_add_func ("/leiden-large/small-rings-are-cut-as-well-as-can-be",
                     small_rings_are_cut_as_well_as_can_be);
    g_test_add_func ("/leiden-large/path-falls-into-pieces", path_falls_into_pieces);
    g_test_add_func ("/leiden-large/star-is-one-cluster", star_is_one_cluster);
    g_test_add_func ("/leiden-large/pairs-are-clusters", pairs_are_clusters);
    g_test_add_func ("/leiden-large/threads-and-weights-of-1-change-nothing",
                     threads_and_weights_of_1_change_nothing);
    return g_test_run ();
}
