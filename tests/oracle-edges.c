/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Random edge lists, the same in every run, and what a network made from them must hold.
 */
#include "tests/oracle.h"

#include <math.h>
#include <string.h>

#include "graph/text.h"

/* A number in [0, 1). */
double
oracle_random (guint64 seed, guint64 step)
{
    return (double)(rhumb_hash_mix (seed, step) >> 11) * 0x1p-53;
}

guint32
oracle_random_below (guint32 bound, guint64 seed, guint64 step)
{
    return (guint32)(oracle_random (seed, step) * bound);
}

/* A permutation of 0 … n − 1 (Fisher and Yates). */
guint32 *
oracle_random_order (guint32 n, guint64 seed)
{
    guint32 *order = g_new (guint32, n);
    for (guint32 i = 0; i < n; i++)
        order[i] = i;
    for (guint32 i = n; i > 1; i--) {
        const guint32 other = oracle_random_below (i, seed, i);
        const guint32 kept = order[i - 1];
        order[i - 1] = order[other];
        order[other] = kept;
    }
    return order;
}

/* What stands for nodes for good, whatever their numbers. */
guint64 *
oracle_make_keys (guint32 n)
{
    guint64 *key = g_new (guint64, (gsize)n + 1);
    for (guint32 v = 0; v < n; v++)
        key[v] = rhumb_hash_mix (99, v);
    return key;
}

/* Repeats and self-loops occur. Weights are small whole numbers, so that sums are exact in any
 * order; some are 0. */
OracleEdges *
oracle_edges_new (RhumbNetworkMode mode, guint32 n_from, guint32 n_to, gsize n_edges,
                  gboolean weighted, guint64 seed)
{
    OracleEdges *edges = g_new0 (OracleEdges, 1);
    *edges = (OracleEdges){.mode = mode, .n_from = n_from, .n_to = n_to, .n_edges = n_edges};
    edges->from = g_new (guint32, n_edges);
    edges->to = g_new (guint32, n_edges);
    edges->weight = weighted ? g_new (double, n_edges) : NULL;
    for (gsize e = 0; e < n_edges; e++) {
        edges->from[e] = oracle_random_below (n_from, seed, 3 * e);
        edges->to[e] = oracle_random_below (n_to, seed, 3 * e + 1);
        if (weighted)
            edges->weight[e] = oracle_random_below (10, seed, 3 * e + 2);
    }
    return edges;
}

void
oracle_edges_free (OracleEdges *edges)
{
    g_free (edges->from);
    g_free (edges->to);
    g_free (edges->weight);
    g_free (edges);
}

RhumbNetwork *
oracle_edges_to_network (const OracleEdges *edges)
{
    g_autoptr (GError) error = NULL;
    RhumbNetwork *network = rhumb_network_new (edges->mode, edges->n_from, edges->n_to, edges->from,
                                               edges->to, edges->weight, edges->n_edges, &error);
    g_assert_no_error (error);
    return network;
}

static void
add_edge (OracleMatrix *matrix, guint32 from, guint32 to, const double *weight)
{
    const double before = oracle_matrix_get (matrix, from, to);
    oracle_matrix_set (matrix, from, to, weight != NULL ? before + *weight : 1);
}

OracleMatrix *
oracle_edges_to_matrix (const OracleEdges *edges)
{
    OracleMatrix *matrix = oracle_matrix_new (edges->n_from, edges->n_to);
    for (gsize e = 0; e < edges->n_edges; e++) {
        const double *weight = edges->weight != NULL ? &edges->weight[e] : NULL;
        add_edge (matrix, edges->from[e], edges->to[e], weight);
        if (edges->mode == RHUMB_NETWORK_UNDIRECTED && edges->from[e] != edges->to[e])
            add_edge (matrix, edges->to[e], edges->from[e], weight);
    }
    return matrix;
}

/* Rows must be ascending and hold what the matrix holds; edges of weight 0 may stand or not. */
void
oracle_assert_rows (RhumbRows rows, const OracleMatrix *matrix, double tolerance)
{
    g_assert_cmpuint (rows.n_rows, ==, matrix->n_rows);
    g_assert_cmpuint (rows.start[0], ==, 0);
    for (guint32 v = 0; v < rows.n_rows; v++) {
        gsize i = rows.start[v];
        for (guint32 u = 0; u < matrix->n_columns; u++) {
            const gboolean stands = i < rows.start[v + 1] && rows.node[i] == u;
            const double weight = !stands ? 0 : rows.weight != NULL ? rows.weight[i] : 1;
            i += stands;
            g_assert_cmpfloat (fabs (weight - oracle_matrix_get (matrix, v, u)), <=, tolerance);
        }
        g_assert_cmpuint (i, ==, rows.start[v + 1]);
    }
}

void
oracle_assert_same_bytes (gconstpointer a, gconstpointer b, gsize n_bytes)
{
    g_assert_true (n_bytes == 0 || memcmp (a, b, n_bytes) == 0);
}

/* Bit by bit. */
void
oracle_assert_same_network (const RhumbNetwork *a, const RhumbNetwork *b)
{
    const RhumbRows first = rhumb_network_get_out_rows (a);
    const RhumbRows second = rhumb_network_get_out_rows (b);
    g_assert_cmpuint (first.n_rows, ==, second.n_rows);
    g_assert_cmpuint (rhumb_network_get_n_to (a), ==, rhumb_network_get_n_to (b));
    oracle_assert_same_bytes (first.start, second.start,
                              sizeof (gsize) * ((gsize)first.n_rows + 1));
    const gsize n = first.start[first.n_rows];
    oracle_assert_same_bytes (first.node, second.node, sizeof (guint32) * n);
    g_assert_true ((first.weight == NULL) == (second.weight == NULL));
    if (first.weight != NULL)
        oracle_assert_same_bytes (first.weight, second.weight, sizeof (double) * n);
}
