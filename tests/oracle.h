/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/network.h"

G_BEGIN_DECLS

/* Slow, obvious versions of the methods, on dense matrices, to compare with. */

typedef struct {
    guint32 n_rows;
    guint32 n_columns;
    double *value; /* row by row */
} OracleMatrix;

/* An edge list as a caller of rhumb_network_new() would have it. */
typedef struct {
    RhumbNetworkMode mode;
    guint32 n_from;
    guint32 n_to;
    gsize n_edges;
    guint32 *from;
    guint32 *to;
    double *weight; /* NULL = all 1 */
} OracleEdges;

OracleMatrix *oracle_matrix_new (guint32 n_rows, guint32 n_columns);
void oracle_matrix_free (OracleMatrix *matrix);
double oracle_matrix_get (const OracleMatrix *matrix, guint32 row, guint32 column);
void oracle_matrix_set (OracleMatrix *matrix, guint32 row, guint32 column, double value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OracleMatrix, oracle_matrix_free)

double oracle_random (guint64 seed, guint64 step);
guint32 oracle_random_below (guint32 bound, guint64 seed, guint64 step);
guint32 *oracle_random_order (guint32 n, guint64 seed);
guint64 *oracle_make_keys (guint32 n);
OracleEdges *oracle_edges_new (RhumbNetworkMode mode, guint32 n_from, guint32 n_to, gsize n_edges,
                               gboolean weighted, guint64 seed);
void oracle_edges_free (OracleEdges *edges);
RhumbNetwork *oracle_edges_to_network (const OracleEdges *edges);
OracleMatrix *oracle_edges_to_matrix (const OracleEdges *edges);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OracleEdges, oracle_edges_free)

void oracle_assert_same_bytes (gconstpointer a, gconstpointer b, gsize n_bytes);
void oracle_assert_rows (RhumbRows rows, const OracleMatrix *matrix, double tolerance);
void oracle_assert_same_network (const RhumbNetwork *a, const RhumbNetwork *b);
OracleMatrix *oracle_transpose (const OracleMatrix *matrix);

OracleMatrix *oracle_count_cooccurrences (const OracleMatrix *incidence, gboolean fractional);
OracleMatrix *oracle_normalise (const OracleMatrix *counts, const double *occurrences);
OracleMatrix *oracle_relate (const OracleMatrix *features, guint n_neighbours, guint max_column);
double *oracle_pagerank (const OracleMatrix *weights, double damping, const double *start);
double oracle_modularity (const OracleMatrix *weights, const guint32 *cluster, double resolution);
double oracle_cpm (const OracleMatrix *weights, const guint32 *cluster, double resolution);
gboolean oracle_is_connected (const OracleMatrix *weights, const guint32 *cluster, guint32 c);

G_END_DECLS
