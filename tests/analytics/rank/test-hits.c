/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Hubs and authorities: eigenvectors, by hand and against igraph's.
 */
#include "analytics/rank/hits.h"

#include <math.h>

#include "graph/error.h"
#include "graph/igraph-door.h"
#include "tests/oracle.h"

static void
random_networks_match_igraph (void)
{
    for (guint64 seed = 0; seed < 40; seed++) {
        const guint32 n = 20 + oracle_random_below (30, seed, 900);
        g_autoptr (OracleEdges) edges =
            oracle_edges_new (RHUMB_NETWORK_DIRECTED, n, n, (gsize)6 * n, FALSE, seed);
        g_autoptr (RhumbNetwork) network = oracle_edges_to_network (edges);
        g_autoptr (RhumbRanking) hubs = NULL;
        g_autoptr (RhumbRanking) authorities = NULL;
        g_autoptr (GError) error = NULL;
        g_assert_true (rhumb_hits (network, &hubs, &authorities, &error));
        rhumb_igraph_lock ();
        g_auto (igraph_t) graph;
        g_auto (igraph_vector_t) weights;
        g_auto (igraph_vector_t) hub;
        g_auto (igraph_vector_t) authority;
        g_assert_true (rhumb_network_to_igraph (network, &graph, &weights, &error));
        igraph_vector_init (&hub, 0);
        igraph_vector_init (&authority, 0);
        igraph_arpack_options_t options;
        igraph_arpack_options_init (&options);
        g_assert_cmpint (
            igraph_hub_and_authority_scores (&graph, &hub, &authority, NULL, TRUE, NULL, &options),
            ==, 0);
        rhumb_igraph_unlock ();
        for (guint32 v = 0; v < n; v++) {
            g_assert_cmpfloat_with_epsilon (rhumb_ranking_get_scores (hubs)[v], VECTOR (hub)[v],
                                            1e-7);
            g_assert_cmpfloat_with_epsilon (rhumb_ranking_get_scores (authorities)[v],
                                            VECTOR (authority)[v], 1e-7);
        }
    }
}

/* Nodes 0 and 1 cite 2, node 0 also 3. With h_1 = h, a_2 = 1 + h and a_3 = 1 up to a factor, and
 * h = a_2 / (a_2 + a_3) = (1 + h) / (2 + h), so h² + h = 1. */
static void
a_hub_and_half_a_hub (void)
{
    static const guint32 FROM[] = {0, 0, 1};
    static const guint32 TO[] = {2, 3, 2};
    g_autoptr (RhumbNetwork) network =
        rhumb_network_new (RHUMB_NETWORK_DIRECTED, 4, 4, FROM, TO, NULL, 3, NULL);
    g_autoptr (RhumbRanking) hubs = NULL;
    g_autoptr (RhumbRanking) authorities = NULL;
    g_assert_true (rhumb_hits (network, &hubs, &authorities, NULL));
    const double h = (sqrt (5) - 1) / 2;
    const double expected_hubs[] = {1, h, 0, 0};
    const double expected_authorities[] = {0, 0, 1, 1 / (1 + h)};
    for (guint32 v = 0; v < 4; v++) {
        g_assert_cmpfloat_with_epsilon (rhumb_ranking_get_scores (hubs)[v], expected_hubs[v], 1e-9);
        g_assert_cmpfloat_with_epsilon (rhumb_ranking_get_scores (authorities)[v],
                                        expected_authorities[v], 1e-9);
    }
}

static void
without_edges_all_are_zero (void)
{
    for (guint32 n = 0; n < 3; n++) {
        g_autoptr (RhumbNetwork) network =
            rhumb_network_new (RHUMB_NETWORK_DIRECTED, n, n, NULL, NULL, NULL, 0, NULL);
        g_autoptr (RhumbRanking) hubs = NULL;
        g_autoptr (RhumbRanking) authorities = NULL;
        g_assert_true (rhumb_hits (network, &hubs, &authorities, NULL));
        for (guint32 v = 0; v < n; v++)
            g_assert_cmpfloat (rhumb_ranking_get_scores (authorities)[v], ==, 0);
    }
}

/* Each weight is a number, their sum is none. */
static void
weights_beyond_numbers_are_refused (void)
{
    static const guint32 FROM[] = {0, 1, 2};
    static const guint32 TO[] = {2, 2, 0};
    static const double WEIGHT[] = {1.5e308, 1.5e308, 1};
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbNetwork) network =
        rhumb_network_new (RHUMB_NETWORK_DIRECTED, 3, 3, FROM, TO, WEIGHT, 3, NULL);
    RhumbRanking *hubs = NULL;
    RhumbRanking *authorities = NULL;
    g_assert_false (rhumb_hits (network, &hubs, &authorities, &error));
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
    g_assert_null (hubs);
    g_assert_null (authorities);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/hits/random-networks-match-igraph", random_networks_match_igraph);
    g_test_add_func ("/hits/a-hub-and-half-a-hub", a_hub_and_half_a_hub);
    g_test_add_func ("/hits/without-edges-all-are-zero", without_edges_all_are_zero);
    g_test_add_func ("/hits/weights-beyond-numbers-are-refused",
                     weights_beyond_numbers_are_refused);
    return g_test_run ();
}
