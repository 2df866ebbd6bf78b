/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Clusters that are planted at two grains are two plateaus, and steps are what they say.
 */
#include "analytics/cluster/resolution-scan.h"

#include <math.h>

#include "analytics/cluster/quality.h"
#include "graph/corpus.h"
#include "graph/error.h"
#include "tests/oracle.h"

#define N_NODES 240

/* Node v is in small block v mod 12, which is in large block v mod 3. */
static RhumbNetwork *
make_planted (double within_small, double within_large, double between)
{
    g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) to = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint32 v = 0; v < N_NODES; v++) {
        for (guint32 u = 0; u < v; u++) {
            const double chance = v % 12 == u % 12 ? within_small
                                  : v % 3 == u % 3 ? within_large
                                                   : between;
            if (oracle_random (3, (guint64)v * N_NODES + u) >= chance)
                continue;
            g_array_append_val (from, v);
            g_array_append_val (to, u);
        }
    }
    return rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, N_NODES, N_NODES,
                              (const guint32 *)(gpointer)from->data,
                              (const guint32 *)(gpointer)to->data, NULL, from->len, NULL);
}

static GArray *
scan (const RhumbNetwork *network, const RhumbScanOptions *options)
{
    g_autoptr (GError) error = NULL;
    GArray *steps = rhumb_scan_resolutions (network, options, &error);
    g_assert_no_error (error);
    return steps;
}

static const RhumbScanStep *
get_step (const GArray *steps, guint i)
{
    return &g_array_index (steps, RhumbScanStep, i);
}

/* How many steps there are whose clusters are exactly the blocks, and on a plateau. */
static guint
count_planted (const GArray *steps, guint32 n_blocks)
{
    guint n = 0;
    for (guint i = 0; i < steps->len; i++) {
        const RhumbScanStep *step = get_step (steps, i);
        const guint32 *of = rhumb_partition_get_clusters (step->partition);
        gboolean same = rhumb_partition_get_n_clusters (step->partition) == n_blocks;
        for (guint32 v = 0; v < N_NODES; v++)
            same = same && of[v] == of[v % n_blocks];
        n += same && step->plateau != RHUMB_NONE;
    }
    return n;
}

static void
planted_grains_are_plateaus (void)
{
    g_autoptr (RhumbNetwork) network = make_planted (0.8, 0.2, 0.01);
    for (guint quality = RHUMB_LEIDEN_MODULARITY; quality <= RHUMB_LEIDEN_CPM; quality++) {
        RhumbScanOptions options = RHUMB_SCAN_DEFAULTS;
        options.quality = quality;
        g_autoptr (GArray) steps = scan (network, &options);
        g_assert_cmpuint (count_planted (steps, 3), >=, 4);
        g_assert_cmpuint (count_planted (steps, 12), >=, 4);
        guint32 n_plateaus = 0;
        for (guint i = 0; i < steps->len; i++) {
            const guint32 plateau = get_step (steps, i)->plateau;
            g_assert_true (plateau == RHUMB_NONE || plateau <= n_plateaus);
            n_plateaus = plateau == RHUMB_NONE ? n_plateaus : MAX (n_plateaus, plateau + 1);
        }
        g_assert_cmpuint (n_plateaus, ==, 2);
    }
}

/* Without any structure nothing stays the same for long. */
static void
chance_has_no_plateau_of_many_clusters (void)
{
    g_autoptr (RhumbNetwork) network = make_planted (0.04, 0.04, 0.04);
    g_autoptr (GArray) steps = scan (network, NULL);
    for (guint i = 0; i < steps->len; i++)
        g_assert_cmpuint (get_step (steps, i)->plateau, ==, RHUMB_NONE);
}

static void
steps_are_what_they_say (void)
{
    for (guint64 seed = 0; seed < 6; seed++) {
        g_autoptr (OracleEdges) edges =
            oracle_edges_new (RHUMB_NETWORK_UNDIRECTED, 40, 40, 120, seed % 2 == 0, seed);
        g_autoptr (RhumbNetwork) network = oracle_edges_to_network (edges);
        g_autoptr (OracleMatrix) dense = oracle_edges_to_matrix (edges);
        RhumbScanOptions options = RHUMB_SCAN_DEFAULTS;
        options.from = 0.5;
        options.to = 8;
        options.n_steps = 5;
        g_autoptr (GArray) steps = scan (network, &options);
        g_assert_cmpuint (steps->len, ==, 5);
        for (guint i = 0; i < steps->len; i++) {
            const RhumbScanStep *step = get_step (steps, i);
            const guint32 *of = rhumb_partition_get_clusters (step->partition);
            g_assert_cmpfloat_with_epsilon (step->resolution, 0.5 * pow (2, i), 1e-9);
            g_assert_cmpfloat_with_epsilon (step->modularity, oracle_modularity (dense, of, 1),
                                            1e-9);
            const double mine = oracle_modularity (dense, of, step->resolution);
            for (guint j = 0; j < steps->len; j++) {
                const guint32 *other =
                    rhumb_partition_get_clusters (get_step (steps, j)->partition);
                g_assert_cmpfloat (oracle_modularity (dense, other, step->resolution), <=,
                                   mine + 1e-9);
            }
            g_assert_true (isnan (step->agreement.variation) == (i == 0));
        }
    }
}

/* CPM in the unit of the weights: half the resolution for half the weights, the same clusters. */
static void
the_unit_of_weights_does_not_matter (void)
{
    g_autoptr (OracleEdges) edges =
        oracle_edges_new (RHUMB_NETWORK_UNDIRECTED, 40, 40, 120, TRUE, 9);
    RhumbScanOptions options = RHUMB_SCAN_DEFAULTS;
    options.quality = RHUMB_LEIDEN_CPM;
    options.n_steps = 9;
    g_autoptr (RhumbNetwork) whole = oracle_edges_to_network (edges);
    for (gsize e = 0; e < edges->n_edges; e++)
        edges->weight[e] /= 2;
    g_autoptr (RhumbNetwork) half = oracle_edges_to_network (edges);
    g_autoptr (GArray) a = scan (whole, &options);
    g_autoptr (GArray) b = scan (half, &options);
    for (guint i = 0; i < a->len; i++) {
        g_assert_cmpfloat_with_epsilon (get_step (a, i)->resolution,
                                        2 * get_step (b, i)->resolution, 1e-9);
        oracle_assert_same_bytes (rhumb_partition_get_clusters (get_step (a, i)->partition),
                                  rhumb_partition_get_clusters (get_step (b, i)->partition),
                                  sizeof (guint32) * 40);
    }
}

static void
networks_without_links_are_fine (void)
{
    for (guint32 n = 0; n < 3; n++) {
        g_autoptr (RhumbNetwork) bare =
            rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, n, n, NULL, NULL, NULL, 0, NULL);
        g_autoptr (GArray) steps = scan (bare, NULL);
        g_assert_cmpuint (steps->len, ==, 33);
        g_assert_cmpuint (rhumb_partition_get_n_clusters (get_step (steps, 7)->partition), ==, n);
        g_assert_cmpuint (get_step (steps, 7)->plateau, ==, RHUMB_NONE);
    }
}

static void
bad_scans_are_refused (void)
{
    static const RhumbScanOptions BAD[] = {
        {RHUMB_LEIDEN_CPM, 0, 1, 5, 1, 1},    {RHUMB_LEIDEN_CPM, 1, 1, 5, 1, 1},
        {RHUMB_LEIDEN_CPM, 1, 2, 1, 1, 1},    {RHUMB_LEIDEN_CPM, 1, 2, 5, 0, 1},
        {RHUMB_LEIDEN_CPM, 1, 2, 1001, 1, 1}, {RHUMB_LEIDEN_CPM, NAN, 2, 5, 1, 1},
    };
    g_autoptr (RhumbNetwork) bare =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, 2, 2, NULL, NULL, NULL, 0, NULL);
    for (guint i = 0; i < G_N_ELEMENTS (BAD); i++) {
        g_autoptr (GError) error = NULL;
        g_assert_null (rhumb_scan_resolutions (bare, &BAD[i], &error));
        g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/resolution-scan/planted-grains-are-plateaus", planted_grains_are_plateaus);
    g_test_add_func ("/resolution-scan/chance-has-no-plateau-of-many-clusters",
                     chance_has_no_plateau_of_many_clusters);
    g_test_add_func ("/resolution-scan/steps-are-what-they-say", steps_are_what_they_say);
    g_test_add_func ("/resolution-scan/the-unit-of-weights-does-not-matter",
                     the_unit_of_weights_does_not_matter);
    g_test_add_func ("/resolution-scan/networks-without-links-are-fine",
                     networks_without_links_are_fine);
    g_test_add_func ("/resolution-scan/bad-scans-are-refused", bad_scans_are_refused);
    return g_test_run ();
}
