/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * A feature weighs its rarity, however strongly a node has it.
 */
#include "analytics/network/rarity.h"

#include <math.h>

#include "tests/oracle.h"

/* Of four nodes, all have feature 0, two have feature 1, one has feature 2, none has 3. */
static void
weights_are_inverse_frequencies (void)
{
    static const guint32 NODE[] = {0, 1, 2, 3, 0, 1, 0};
    static const guint32 FEATURE[] = {0, 0, 0, 0, 1, 1, 2};
    static const double WEIGHT[] = {1, 1, 1, 1, 1, 3, 0.5};
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbNetwork) features =
        rhumb_network_new (RHUMB_NETWORK_TWO_MODE, 4, 4, NODE, FEATURE, WEIGHT, 7, NULL);
    g_autoptr (RhumbNetwork) weighed = rhumb_weigh_by_rarity (features, &error);
    g_assert_no_error (error);
    g_assert_cmpint (rhumb_network_get_mode (weighed), ==, RHUMB_NETWORK_TWO_MODE);
    g_assert_cmpuint (rhumb_network_get_n_edges (weighed), ==, 7);
    g_assert_cmpuint (rhumb_network_get_n_to (weighed), ==, 4);
    g_assert_cmpfloat (rhumb_network_get_weight (weighed, 0, 0), ==, 0);
    g_assert_cmpfloat_with_epsilon (rhumb_network_get_weight (weighed, 1, 1), G_LN2, 1e-15);
    g_assert_cmpfloat_with_epsilon (rhumb_network_get_weight (weighed, 0, 2), 2 * G_LN2, 1e-15);
}

static void
random_features_match_dense_matrices (void)
{
    for (guint64 seed = 0; seed < 40; seed++) {
        g_autoptr (OracleEdges) edges =
            oracle_edges_new (RHUMB_NETWORK_TWO_MODE, 12, 9, 60, FALSE, seed);
        g_autoptr (RhumbNetwork) features = oracle_edges_to_network (edges);
        g_autoptr (OracleMatrix) expected = oracle_edges_to_matrix (edges);
        for (guint32 f = 0; f < 9; f++) {
            guint n = 0;
            for (guint32 v = 0; v < 12; v++)
                n += oracle_matrix_get (expected, v, f) != 0;
            for (guint32 v = 0; v < 12; v++) {
                if (oracle_matrix_get (expected, v, f) != 0)
                    oracle_matrix_set (expected, v, f, log (12.0 / n));
            }
        }
        g_autoptr (RhumbNetwork) weighed = rhumb_weigh_by_rarity (features, NULL);
        oracle_assert_rows (rhumb_network_get_out_rows (weighed), expected, 1e-15);
    }
}

static void
no_features_are_fine (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbNetwork) features =
        rhumb_network_new (RHUMB_NETWORK_TWO_MODE, 0, 0, NULL, NULL, NULL, 0, NULL);
    g_autoptr (RhumbNetwork) weighed = rhumb_weigh_by_rarity (features, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (rhumb_network_get_n_edges (weighed), ==, 0);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/rarity/weights-are-inverse-frequencies", weights_are_inverse_frequencies);
    g_test_add_func ("/rarity/random-features-match-dense-matrices",
                     random_features_match_dense_matrices);
    g_test_add_func ("/rarity/no-features-are-fine", no_features_are_fine);
    return g_test_run ();
}
