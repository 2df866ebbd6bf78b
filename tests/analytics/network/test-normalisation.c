/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Every normalisation by hand, association strength by dense matrices too.
 */
#include "analytics/network/normalisation.h"

#include "graph/error.h"
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
    g_autoptr (RhumbNetwork) by_strength =
        rhumb_normalise (network, RHUMB_NORMALISATION_ASSOCIATION, NULL, NULL);
    g_autoptr (RhumbNetwork) by_occurrence =
        rhumb_normalise (network, RHUMB_NORMALISATION_ASSOCIATION_OCCURRENCE, OCCURRENCES, NULL);
    g_assert_cmpfloat (rhumb_network_get_weight (by_strength, 0, 1), ==, 2);
    g_assert_cmpfloat (rhumb_network_get_weight (by_strength, 2, 1), ==, 2);
    g_assert_cmpfloat (rhumb_network_get_weight (by_occurrence, 0, 1), ==, 0.125);
    g_assert_cmpfloat (rhumb_network_get_weight (by_occurrence, 2, 1), ==, 0.125);
}

/* With the same links, s = 2, 8, 4 and n = 3 nodes of strength 2, 6, 4:
 *
 *   jaccard            2 / (2 + 8 − 2) = 1/4        4 / (8 + 4 − 4) = 1/2
 *   salton             2 / √16 = 1/2                4 / √32
 *   inclusion          2 / 2 = 1                    4 / 4 = 1
 *   equivalence        4 / 16 = 1/4                 16 / 32 = 1/2
 *   fractionalisation  2 (3/2 + 3/6) / 2 = 2        4 (3/6 + 3/4) / 2 = 5/2 */
static void
every_measure_holds_by_hand (void)
{
    static const struct {
        RhumbNormalisation normalisation;
        double of_01;
        double of_12;
    } EXPECTED[] = {
        {RHUMB_NORMALISATION_NONE, 2, 4},
        {RHUMB_NORMALISATION_ASSOCIATION, 2, 2},
        {RHUMB_NORMALISATION_ASSOCIATION_OCCURRENCE, 0.125, 0.125},
        {RHUMB_NORMALISATION_JACCARD, 0.25, 0.5},
        {RHUMB_NORMALISATION_SALTON, 0.5, 0.70710678118654752},
        {RHUMB_NORMALISATION_INCLUSION, 1, 1},
        {RHUMB_NORMALISATION_EQUIVALENCE, 0.25, 0.5},
        {RHUMB_NORMALISATION_FRACTIONALISATION, 2, 2.5},
    };
    g_assert_cmpuint (G_N_ELEMENTS (EXPECTED), ==, RHUMB_N_NORMALISATIONS);
    g_autoptr (RhumbNetwork) network =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, 3, 3, FROM, TO, COUNT, 2, NULL);
    for (guint i = 0; i < G_N_ELEMENTS (EXPECTED); i++) {
        g_autoptr (RhumbNetwork) normal =
            rhumb_normalise (network, EXPECTED[i].normalisation, OCCURRENCES, NULL);
        g_assert_cmpfloat_with_epsilon (rhumb_network_get_weight (normal, 0, 1), EXPECTED[i].of_01,
                                        1e-15);
        g_assert_cmpfloat_with_epsilon (rhumb_network_get_weight (normal, 2, 1), EXPECTED[i].of_12,
                                        1e-15);
    }
}

static void
occurrences_are_asked_for (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbNetwork) network =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, 3, 3, FROM, TO, COUNT, 2, NULL);
    g_assert_null (rhumb_normalise (network, RHUMB_NORMALISATION_JACCARD, NULL, &error));
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
}

static void
names_lead_back (void)
{
    for (guint i = 0; i < RHUMB_N_NORMALISATIONS; i++)
        g_assert_cmpint (
            rhumb_normalisation_find (rhumb_normalisation_get_name ((RhumbNormalisation)i)), ==, i);
    g_assert_cmpint (rhumb_normalisation_find ("cosine"), ==, RHUMB_N_NORMALISATIONS);
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
    g_autoptr (RhumbNetwork) normalised =
        rhumb_normalise (network, RHUMB_NORMALISATION_ASSOCIATION, NULL, NULL);
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
        g_autoptr (RhumbNetwork) by_strength =
            rhumb_normalise (network, RHUMB_NORMALISATION_ASSOCIATION, NULL, NULL);
        g_autoptr (RhumbNetwork) by_occurrence = rhumb_normalise (
            network, RHUMB_NORMALISATION_ASSOCIATION_OCCURRENCE, occurrences, NULL);
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
    g_autoptr (RhumbNetwork) by_strength =
        rhumb_normalise (network, RHUMB_NORMALISATION_ASSOCIATION, NULL, &error);
    g_assert_no_error (error);
    g_autoptr (RhumbNetwork) by_occurrence =
        rhumb_normalise (network, RHUMB_NORMALISATION_ASSOCIATION_OCCURRENCE, NONE, &error);
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
    g_autoptr (RhumbNetwork) normalised =
        rhumb_normalise (network, RHUMB_NORMALISATION_ASSOCIATION, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (rhumb_network_get_n_from (normalised), ==, 0);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/normalisation/the-hand-example-holds", the_hand_example_holds);
    g_test_add_func ("/normalisation/every-measure-holds-by-hand", every_measure_holds_by_hand);
    g_test_add_func ("/normalisation/occurrences-are-asked-for", occurrences_are_asked_for);
    g_test_add_func ("/normalisation/names-lead-back", names_lead_back);
    g_test_add_func ("/normalisation/equal-links-are-as-strong-as-expected",
                     equal_links_are_as_strong_as_expected);
    g_test_add_func ("/normalisation/random-networks-match-dense-matrices",
                     random_networks_match_dense_matrices);
    g_test_add_func ("/normalisation/links-without-weight-stay-zero",
                     links_without_weight_stay_zero);
    g_test_add_func ("/normalisation/an-empty-network-stays-empty", an_empty_network_stays_empty);
    return g_test_run ();
}
