/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How often items occur together, counted by hand and by a dense matrix product.
 */
#include "analytics/network/cooccurrence.h"

#include "tests/oracle.h"

/* Paper 0 has items a, b, c; paper 1 has a, b; paper 2 has c alone; paper 3 has nothing.
 *
 *   full:        ab 1 + 1 = 2     ac 1           bc 1
 *   fractional:  ab 1/2 + 1       ac 1/2         bc 1/2
 *
 * With fractional counting a's links sum to 2 = its papers 0 and 1, c's to 1: paper 2 shares c
 * with nothing. */
static const guint32 PAPER[] = {0, 0, 0, 1, 1, 2};
static const guint32 ITEM[] = {0, 1, 2, 0, 1, 2};

static RhumbNetwork *
count (RhumbCounting counting)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbNetwork) incidence =
        rhumb_network_new (RHUMB_NETWORK_TWO_MODE, 4, 3, PAPER, ITEM, NULL, 6, &error);
    g_assert_no_error (error);
    RhumbNetwork *network = rhumb_count_cooccurrences (incidence, counting, &error);
    g_assert_no_error (error);
    return network;
}

static void
the_hand_example_holds (void)
{
    g_autoptr (RhumbNetwork) full = count (RHUMB_COUNTING_FULL);
    g_autoptr (RhumbNetwork) fractional = count (RHUMB_COUNTING_FRACTIONAL);
    g_assert_cmpuint (rhumb_network_get_n_edges (full), ==, 3);
    g_assert_cmpint (rhumb_network_get_mode (full), ==, RHUMB_NETWORK_UNDIRECTED);
    g_assert_cmpfloat (rhumb_network_get_weight (full, 0, 1), ==, 2);
    g_assert_cmpfloat (rhumb_network_get_weight (full, 0, 2), ==, 1);
    g_assert_cmpfloat (rhumb_network_get_weight (full, 2, 1), ==, 1);
    g_assert_cmpfloat (rhumb_network_get_weight (fractional, 0, 1), ==, 1.5);
    g_assert_cmpfloat (rhumb_network_get_weight (fractional, 0, 2), ==, 0.5);
    g_assert_cmpfloat (rhumb_network_get_weight (fractional, 2, 1), ==, 0.5);
}

static OracleEdges *
make_incidence (guint64 seed)
{
    return oracle_edges_new (RHUMB_NETWORK_TWO_MODE, 1 + oracle_random_below (25, seed, 900),
                             1 + oracle_random_below (15, seed, 901),
                             oracle_random_below (90, seed, 902), FALSE, seed);
}

static void
random_incidences_match_the_dense_product (void)
{
    for (guint64 seed = 0; seed < 100; seed++) {
        g_autoptr (OracleEdges) edges = make_incidence (seed);
        g_autoptr (RhumbNetwork) incidence = oracle_edges_to_network (edges);
        g_autoptr (OracleMatrix) dense = oracle_edges_to_matrix (edges);
        for (guint fractional = 0; fractional < 2; fractional++) {
            g_autoptr (OracleMatrix) expected = oracle_count_cooccurrences (dense, fractional);
            g_autoptr (RhumbNetwork) network = rhumb_count_cooccurrences (
                incidence, fractional ? RHUMB_COUNTING_FRACTIONAL : RHUMB_COUNTING_FULL, NULL);
            oracle_assert_rows (rhumb_network_get_out_rows (network), expected,
                                fractional ? 1e-12 : 0);
        }
    }
}

/* Papers of item @i that have another item too. */
static guint32
count_shared (const OracleMatrix *incidence, guint32 i)
{
    guint32 n = 0;
    for (guint32 k = 0; k < incidence->n_rows; k++) {
        gboolean shared = FALSE;
        for (guint32 j = 0; j < incidence->n_columns; j++)
            shared |= j != i && oracle_matrix_get (incidence, k, j) != 0;
        n += shared && oracle_matrix_get (incidence, k, i) != 0;
    }
    return n;
}

static void
fractional_links_sum_to_shared_papers (void)
{
    for (guint64 seed = 0; seed < 50; seed++) {
        g_autoptr (OracleEdges) edges = make_incidence (seed);
        g_autoptr (RhumbNetwork) incidence = oracle_edges_to_network (edges);
        g_autoptr (OracleMatrix) dense = oracle_edges_to_matrix (edges);
        g_autoptr (RhumbNetwork) network =
            rhumb_count_cooccurrences (incidence, RHUMB_COUNTING_FRACTIONAL, NULL);
        const RhumbRows rows = rhumb_network_get_out_rows (network);
        for (guint32 i = 0; i < rows.n_rows; i++) {
            double sum = 0;
            for (gsize e = rows.start[i]; e < rows.start[i + 1]; e++)
                sum += rows.weight[e];
            g_assert_cmpfloat_with_epsilon (sum, count_shared (dense, i), 1e-9);
        }
    }
}

static void
weights_of_the_incidence_do_not_matter (void)
{
    static const double WEIGHT[] = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6};
    g_autoptr (RhumbNetwork) weighted =
        rhumb_network_new (RHUMB_NETWORK_TWO_MODE, 4, 3, PAPER, ITEM, WEIGHT, 6, NULL);
    g_autoptr (RhumbNetwork) network =
        rhumb_count_cooccurrences (weighted, RHUMB_COUNTING_FULL, NULL);
    g_autoptr (RhumbNetwork) expected = count (RHUMB_COUNTING_FULL);
    oracle_assert_same_network (network, expected);
}

static void
nothing_occurs_with_nothing (void)
{
    for (guint32 n = 0; n < 2; n++) {
        g_autoptr (GError) error = NULL;
        g_autoptr (RhumbNetwork) incidence =
            rhumb_network_new (RHUMB_NETWORK_TWO_MODE, n, n, NULL, NULL, NULL, 0, NULL);
        g_autoptr (RhumbNetwork) network =
            rhumb_count_cooccurrences (incidence, RHUMB_COUNTING_FULL, &error);
        g_assert_no_error (error);
        g_assert_cmpuint (rhumb_network_get_n_from (network), ==, n);
        g_assert_cmpuint (rhumb_network_get_n_edges (network), ==, 0);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/cooccurrence/the-hand-example-holds", the_hand_example_holds);
    g_test_add_func ("/cooccurrence/random-incidences-match-the-dense-product",
                     random_incidences_match_the_dense_product);
    g_test_add_func ("/cooccurrence/fractional-links-sum-to-shared-papers",
                     fractional_links_sum_to_shared_papers);
    g_test_add_func ("/cooccurrence/weights-of-the-incidence-do-not-matter",
                     weights_of_the_incidence_do_not_matter);
    g_test_add_func ("/cooccurrence/nothing-occurs-with-nothing", nothing_occurs_with_nothing);
    return g_test_run ();
}
