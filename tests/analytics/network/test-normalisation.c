/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Association strength on both bases, by hand and by dense matrices.
 */
#include "analytics/network/normalisation.h"

#include "tests/oracle.h"

/* Links 01 = 2, 12 = 4: strengths 2, 6, 4, 2m = 12.
 *
 *   strength:    s_01 = 12 · 2 / (2 · 6) = 2      s_12 = 12 · 4 / (6 · 4) = 2
 *   occurrence (2, 8, 4 papers):  s_01 = 2 / 16   s_12 = 4 / 32 */
static const guint32 FROM[] = {0, 1};
static const guint32 TO[] = {1, 2};
static const double COUNT[] = {2, 4};
static const double OCCURRENCES[] = {2, 8, 4};

static void
the_hand_example_holds (void)
{
    g_autoptr (RhumbNetwork) network =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, 3, 3, FROM, TO, COUNT, 2, NULL);
    g_autoptr (RhumbNetwork) by_strength = rhumb_normalise_by_strength (network, NULL);
    g_autoptr (RhumbNetwork) by_occurrence =
        rhumb_normalise_by_occurrence (network, OCCURRENCES, NULL);
    g_assert_cmpfloat (rhumb_network_get_weight (by_strength, 0, 1), ==, 2);
    g_assert_cmpfloat (rhumb_network_get_weight (by_strength, 2, 1), ==, 2);
    g_assert_cmpfloat (rhumb_network_get_weight (by_occurrence, 0, 1), ==, 0.125);
    g_assert_cmpfloat (rhumb_network_get_weight (by_occurrence, 2, 1), ==, 0.125);
}

/* In a complete network of equal links every link is as expected, but for the missing loops:
 * 2m c / k² = n (n − 1) / (n − 1)². */
static void
equal_links_are_as_strong_as_expected (void)
{
    g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) to = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint32 v = 0; v < 5; v++) {
        for (guint32 u = 0; u < v; u++) {
            g_array_append_val (from, v);
            g_array_append_val (to, u);
        }
    }
    g_autoptr (RhumbNetwork) network =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, 5, 5, (const guint32 *)(gpointer)from->data,
                           (const guint32 *)(gpointer)to->data, NULL, from->len, NULL);
    g_autoptr (RhumbNetwork) normalised = rhumb_normalise_by_strength (network, NULL);
    for (guint32 v = 1; v < 5; v++)
        g_assert_cmpfloat_with_epsilon (rhumb_network_get_weight (normalised, v, 0), 1.25, 1e-15);
}

static void
random_networks_match_dense_matrices (void)
{
    for (guint64 seed = 0; seed < 100; seed++) {
        const guint32 n = 1 + oracle_random_below (20, seed, 900);
        g_autoptr (OracleEdges) edges =
            oracle_edges_new (RHUMB_NETWORK_UNDIRECTED, n, n, oracle_random_below (80, seed, 901),
                              seed % 2 == 0, seed);
        g_autofree double *occurrences = g_new (double, n);
        for (guint32 v = 0; v < n; v++)
            occurrences[v] = 1 + oracle_random_below (9, seed, 1000 + v);
        g_autoptr (RhumbNetwork) network = oracle_edges_to_network (edges);
        g_autoptr (OracleMatrix) dense = oracle_edges_to_matrix (edges);
        g_autoptr (OracleMatrix) strength = oracle_normalise (dense, NULL);
        g_autoptr (OracleMatrix) occurrence = oracle_normalise (dense, occurrences);
        g_autoptr (RhumbNetwork) by_strength = rhumb_normalise_by_strength (network, NULL);
        g_autoptr (RhumbNetwork) by_occurrence =
            rhumb_normalise_by_occurrence (network, occurrences, NULL);
        oracle_assert_rows (rhumb_network_get_out_rows (by_strength), strength, 1e-9);
        oracle_assert_rows (rhumb_network_get_out_rows (by_occurrence), occurrence, 1e-9);
    }
}

static void
links_without_weight_stay_zero (void)
{
    static const double ZERO[] = {0, 0};
    static const double NONE[] = {0, 0, 0};
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbNetwork) network =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, 3, 3, FROM, TO, ZERO, 2, NULL);
    g_autoptr (RhumbNetwork) by_strength = rhumb_normalise_by_strength (network, &error);
    g_assert_no_error (error);
    g_autoptr (RhumbNetwork) by_occurrence = rhumb_normalise_by_occurrence (network, NONE, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (rhumb_network_get_n_edges (by_strength), ==, 2);
    g_assert_cmpfloat (rhumb_network_get_weight (by_strength, 0, 1), ==, 0);
    g_assert_cmpfloat (rhumb_network_get_weight (by_occurrence, 0, 1), ==, 0);
}

static void
an_empty_network_stays_empty (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbNetwork) network =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, 0, 0, NULL, NULL, NULL, 0, NULL);
    g_autoptr (RhumbNetwork) normalised = rhumb_normalise_by_strength (network, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (rhumb_network_get_n_from (normalised), ==, 0);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/normalisation/the-hand-example-holds", the_hand_example_holds);
    g_test_add_func ("/normalisation/equal-links-are-as-strong-as-expected",
                     equal_links_are_as_strong_as_expected);
    g_test_add_func ("/normalisation/random-networks-match-dense-matrices",
                     random_networks_match_dense_matrices);
    g_test_add_func ("/normalisation/links-without-weight-stay-zero",
                     links_without_weight_stay_zero);
    g_test_add_func ("/normalisation/an-empty-network-stays-empty", an_empty_network_stays_empty);
    return g_test_run ();
}
