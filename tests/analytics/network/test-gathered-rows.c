/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Rows put together of pieces, against dense matrices.
 */
#include "analytics/network/gathered-rows.h"

#include "tests/oracle.h"

static RhumbRows
lend (const RhumbOwnRows *rows)
{
    return (RhumbRows){rows->n_rows, rows->start, rows->node, rows->weight};
}

static gboolean
is_in_part (RhumbPiecePart part, guint32 row, guint32 column)
{
    return part == RHUMB_PIECE_WHOLE || (part == RHUMB_PIECE_BEFORE ? column < row : column > row);
}

static void
add (OracleMatrix *sum, guint32 row, guint32 column, double value)
{
    oracle_matrix_set (sum, row, column, oracle_matrix_get (sum, row, column) + value);
}

/* Two networks of 12 nodes, parts of the one and the other in turn, and beside them one of 5 rows
 * that begins at row 3 and leads to nodes from 20 on. Weights are whole, so sums are exact. */
static void
random_pieces_match_dense_matrices (void)
{
    for (guint64 seed = 0; seed < 60; seed++) {
        g_autoptr (OracleEdges) a =
            oracle_edges_new (RHUMB_NETWORK_DIRECTED, 12, 12, seed, TRUE, seed);
        g_autoptr (OracleEdges) b =
            oracle_edges_new (RHUMB_NETWORK_DIRECTED, 12, 12, 40, FALSE, seed + 100);
        g_autoptr (OracleEdges) c =
            oracle_edges_new (RHUMB_NETWORK_TWO_MODE, 5, 7, 20, TRUE, seed + 200);
        g_autoptr (RhumbNetwork) first = oracle_edges_to_network (a);
        g_autoptr (RhumbNetwork) second = oracle_edges_to_network (b);
        g_autoptr (RhumbNetwork) third = oracle_edges_to_network (c);
        const RhumbPiecePart part = (RhumbPiecePart)(seed % 3);
        const RhumbRowPiece pieces[] = {
            {rhumb_network_get_out_rows (third), 3, 20, 1, RHUMB_PIECE_WHOLE},
            {rhumb_network_get_out_rows (first), 0, 0, 0.5, part},
            {rhumb_network_get_in_rows (first), 0, 0, 2, RHUMB_PIECE_BEHIND},
            {rhumb_network_get_out_rows (second), 0, 0, 1, RHUMB_PIECE_BEFORE},
        };
        g_autoptr (OracleMatrix) of_first = oracle_edges_to_matrix (a);
        g_autoptr (OracleMatrix) of_second = oracle_edges_to_matrix (b);
        g_autoptr (OracleMatrix) of_third = oracle_edges_to_matrix (c);
        g_autoptr (OracleMatrix) expected = oracle_matrix_new (12, 27);
        for (guint32 v = 0; v < 12; v++) {
            for (guint32 u = 0; u < 12; u++) {
                if (is_in_part (part, v, u))
                    add (expected, v, u, 0.5 * oracle_matrix_get (of_first, v, u));
                if (u > v)
                    add (expected, v, u, 2 * oracle_matrix_get (of_first, u, v));
                if (u < v)
                    add (expected, v, u, oracle_matrix_get (of_second, v, u));
            }
        }
        for (guint32 v = 0; v < 5; v++)
            for (guint32 u = 0; u < 7; u++)
                add (expected, 3 + v, 20 + u, oracle_matrix_get (of_third, v, u));
        RhumbOwnRows rows;
        rhumb_gather_rows (pieces, G_N_ELEMENTS (pieces), 12, &rows);
        oracle_assert_rows (lend (&rows), expected, 0);
        rhumb_rows_clear (&rows);
    }
}

/* Rows of which each is longer than what is sorted by insertion, and enough for several threads. */
static void
long_rows_ascend_without_repeats (void)
{
    g_autoptr (OracleEdges) a = oracle_edges_new (RHUMB_NETWORK_DIRECTED, 400, 400, 60000, TRUE, 1);
    g_autoptr (RhumbNetwork) network = oracle_edges_to_network (a);
    const RhumbRowPiece pieces[] = {
        {rhumb_network_get_out_rows (network), 0, 0, 1, RHUMB_PIECE_WHOLE},
        {rhumb_network_get_in_rows (network), 0, 0, 1, RHUMB_PIECE_WHOLE},
    };
    g_autoptr (OracleMatrix) one_way = oracle_edges_to_matrix (a);
    g_autoptr (OracleMatrix) both_ways = oracle_matrix_new (400, 400);
    for (guint32 v = 0; v < 400; v++)
        for (guint32 u = 0; u < 400; u++)
            oracle_matrix_set (both_ways, v, u,
                               oracle_matrix_get (one_way, v, u) +
                                   oracle_matrix_get (one_way, u, v));
    RhumbOwnRows rows;
    rhumb_gather_rows (pieces, G_N_ELEMENTS (pieces), 400, &rows);
    oracle_assert_rows (lend (&rows), both_ways, 0);
    rhumb_rows_clear (&rows);
}

static void
no_rows_are_fine (void)
{
    RhumbOwnRows rows;
    rhumb_gather_rows (NULL, 0, 0, &rows);
    g_assert_cmpuint (rows.n_rows, ==, 0);
    g_assert_cmpuint (rows.start[0], ==, 0);
    rhumb_rows_clear (&rows);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/gathered-rows/random-pieces-match-dense-matrices",
                     random_pieces_match_dense_matrices);
    g_test_add_func ("/gathered-rows/long-rows-ascend-without-repeats",
                     long_rows_ascend_without_repeats);
    g_test_add_func ("/gathered-rows/no-rows-are-fine", no_rows_are_fine);
    return g_test_run ();
}
