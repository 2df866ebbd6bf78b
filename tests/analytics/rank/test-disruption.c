/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The disruption index against its definition, pair by pair.
 */
#include "analytics/rank/disruption.h"

#include "tests/oracle.h"

static gboolean
cites_a_reference (const OracleMatrix *cites, guint32 u, guint32 v)
{
    for (guint32 r = 0; r < cites->n_rows; r++)
        if (r != v && oracle_matrix_get (cites, v, r) > 0 && oracle_matrix_get (cites, u, r) > 0)
            return TRUE;
    return FALSE;
}

static double
measure (const OracleMatrix *cites, guint32 v)
{
    double n_i = 0;
    double n_j = 0;
    double n_k = 0;
    for (guint32 u = 0; u < cites->n_rows; u++) {
        if (u == v)
            continue;
        const gboolean cites_paper = oracle_matrix_get (cites, u, v) > 0;
        const gboolean cites_reference = cites_a_reference (cites, u, v);
        n_i += cites_paper && !cites_reference;
        n_j += cites_paper && cites_reference;
        n_k += !cites_paper && cites_reference;
    }
    return n_i + n_j + n_k > 0 ? (n_i - n_j) / (n_i + n_j + n_k) : 0;
}

/* With cycles and self-citations too. */
static void
random_networks_match_the_definition (void)
{
    for (guint64 seed = 0; seed < 100; seed++) {
        const guint32 n = 1 + oracle_random_below (30, seed, 900);
        g_autoptr (OracleEdges) edges = oracle_edges_new (
            RHUMB_NETWORK_DIRECTED, n, n, oracle_random_below (4 * n, seed, 901), FALSE, seed);
        g_autoptr (RhumbNetwork) network = oracle_edges_to_network (edges);
        g_autoptr (OracleMatrix) dense = oracle_edges_to_matrix (edges);
        g_autoptr (RhumbRanking) ranking = rhumb_measure_disruption (network);
        for (guint32 v = 0; v < n; v++)
            g_assert_cmpfloat (rhumb_ranking_get_scores (ranking)[v], ==, measure (dense, v));
    }
}

/* Three works that most of the others cite, which cite each other and themselves too. */
static void
hubs_match_the_definition (void)
{
    for (guint64 seed = 0; seed < 5; seed++) {
        const guint32 n = 200;
        g_autoptr (OracleEdges) edges =
            oracle_edges_new (RHUMB_NETWORK_DIRECTED, n, n, 8 * n, FALSE, seed);
        for (gsize e = 0; e < edges->n_edges; e += 2)
            edges->to[e] = oracle_random_below (3, seed, 902 + e);
        g_autoptr (RhumbNetwork) network = oracle_edges_to_network (edges);
        const RhumbRows in = rhumb_network_get_in_rows (network);
        g_assert_cmpuint (in.start[1] - in.start[0], >, n / 2);
        g_autoptr (OracleMatrix) dense = oracle_edges_to_matrix (edges);
        g_autoptr (RhumbRanking) ranking = rhumb_measure_disruption (network);
        for (guint32 v = 0; v < n; v++)
            g_assert_cmpfloat (rhumb_ranking_get_scores (ranking)[v], ==, measure (dense, v));
    }
}

/* 1 cites 0; 2 and 3 cite 1 only, 4 cites both, 5 cites 0 only: (2 − 1) / 4. */
static void
replaced_references_are_forgotten (void)
{
    static const guint32 FROM[] = {1, 2, 3, 4, 4, 5};
    static const guint32 TO[] = {0, 1, 1, 0, 1, 0};
    g_autoptr (RhumbNetwork) network =
        rhumb_network_new (RHUMB_NETWORK_DIRECTED, 6, 6, FROM, TO, NULL, 6, NULL);
    g_autoptr (RhumbRanking) ranking = rhumb_measure_disruption (network);
    g_assert_cmpfloat (rhumb_ranking_get_scores (ranking)[1], ==, 0.25);
    g_assert_cmpfloat (rhumb_ranking_get_scores (ranking)[0], ==, 1);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/disruption/random-networks-match-the-definition",
                     random_networks_match_the_definition);
    g_test_add_func ("/disruption/hubs-match-the-definition", hubs_match_the_definition);
    g_test_add_func ("/disruption/replaced-references-are-forgotten",
                     replaced_references_are_forgotten);
    return g_test_run ();
}
