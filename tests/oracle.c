/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Slow, obvious versions of the methods: dense matrices, double loops, Gaussian elimination. They
 * share no code with what they check. Cost: up to O(n³).
 */
#include "tests/oracle.h"

#include <math.h>

OracleMatrix *
oracle_matrix_new (guint32 n_rows, guint32 n_columns)
{
    OracleMatrix *matrix = g_new0 (OracleMatrix, 1);
    *matrix = (OracleMatrix){n_rows, n_columns, g_new0 (double, (gsize)n_rows *n_columns)};
    return matrix;
}

void
oracle_matrix_free (OracleMatrix *matrix)
{
    g_free (matrix->value);
    g_free (matrix);
}

double
oracle_matrix_get (const OracleMatrix *matrix, guint32 row, guint32 column)
{
    g_assert_true (row < matrix->n_rows && column < matrix->n_columns);
    return matrix->value[(gsize)row * matrix->n_columns + column];
}

void
oracle_matrix_set (OracleMatrix *matrix, guint32 row, guint32 column, double value)
{
    g_assert_true (row < matrix->n_rows && column < matrix->n_columns);
    matrix->value[(gsize)row * matrix->n_columns + column] = value;
}

OracleMatrix *
oracle_transpose (const OracleMatrix *matrix)
{
    OracleMatrix *result = oracle_matrix_new (matrix->n_columns, matrix->n_rows);
    for (guint32 v = 0; v < matrix->n_rows; v++) {
        for (guint32 u = 0; u < matrix->n_columns; u++)
            oracle_matrix_set (result, u, v, oracle_matrix_get (matrix, v, u));
    }
    return result;
}

static guint32
count_items (const OracleMatrix *incidence, guint32 paper)
{
    guint32 n = 0;
    for (guint32 i = 0; i < incidence->n_columns; i++)
        n += oracle_matrix_get (incidence, paper, i) != 0;
    return n;
}

/* u_ij = Σ_k a_ki a_kj, or that divided by n_k − 1. */
OracleMatrix *
oracle_count_cooccurrences (const OracleMatrix *incidence, gboolean fractional)
{
    const guint32 n = incidence->n_columns;
    OracleMatrix *counts = oracle_matrix_new (n, n);
    for (guint32 k = 0; k < incidence->n_rows; k++) {
        const guint32 n_items = count_items (incidence, k);
        for (guint32 i = 0; i < n; i++) {
            for (guint32 j = 0; j < n; j++) {
                if (i == j || oracle_matrix_get (incidence, k, i) == 0 ||
                    oracle_matrix_get (incidence, k, j) == 0)
                    continue;
                const double share = fractional ? 1 / (double)(n_items - 1) : 1;
                oracle_matrix_set (counts, i, j, oracle_matrix_get (counts, i, j) + share);
            }
        }
    }
    return counts;
}

static double
sum_row (const OracleMatrix *matrix, guint32 row)
{
    double sum = 0;
    for (guint32 u = 0; u < matrix->n_columns; u++)
        sum += oracle_matrix_get (matrix, row, u);
    return sum;
}

/* With occurrences c_ij / (s_i s_j), without them 2m c_ij / (k_i k_j). */
OracleMatrix *
oracle_normalise (const OracleMatrix *counts, const double *occurrences)
{
    const guint32 n = counts->n_rows;
    double total = 0;
    for (guint32 v = 0; v < n; v++)
        total += sum_row (counts, v);
    OracleMatrix *result = oracle_matrix_new (n, n);
    for (guint32 v = 0; v < n; v++) {
        for (guint32 u = 0; u < n; u++) {
            const double count = oracle_matrix_get (counts, v, u);
            const double size_v = occurrences != NULL ? occurrences[v] : sum_row (counts, v);
            const double size_u = occurrences != NULL ? occurrences[u] : sum_row (counts, u);
            if (count != 0)
                oracle_matrix_set (result, v, u,
                                   (occurrences != NULL ? 1 : total) * count / (size_v * size_u));
        }
    }
    return result;
}

static double
multiply_rows (const OracleMatrix *features, guint32 v, guint32 u, guint max_column)
{
    double product = 0;
    for (guint32 f = 0; f < features->n_columns; f++) {
        guint n = 0;
        for (guint32 w = 0; w < features->n_rows; w++)
            n += oracle_matrix_get (features, w, f) != 0;
        if (n <= max_column)
            product += oracle_matrix_get (features, v, f) * oracle_matrix_get (features, u, f);
    }
    return product;
}

/* How many others node @v is more related to than to @u; equal cosines by node number. */
static guint
rank_of (const OracleMatrix *cosine, guint32 v, guint32 u)
{
    const double own = oracle_matrix_get (cosine, v, u);
    guint rank = 0;
    for (guint32 w = 0; w < cosine->n_columns; w++) {
        const double other = oracle_matrix_get (cosine, v, w);
        rank += w != v && w != u && (other > own || (other == own && w < u));
    }
    return rank;
}

/* Cosine of every pair, then those kept that are among the nearest of either end. Lengths are of
 * whole rows, whether or not a column is over the limit. */
OracleMatrix *
oracle_relate (const OracleMatrix *features, guint n_neighbours, guint max_column)
{
    const guint32 n = features->n_rows;
    g_autoptr (OracleMatrix) cosine = oracle_matrix_new (n, n);
    OracleMatrix *kept = oracle_matrix_new (n, n);
    for (guint32 v = 0; v < n; v++) {
        for (guint32 u = 0; u < n; u++) {
            const double product = multiply_rows (features, v, u, max_column);
            const double length_v = sqrt (multiply_rows (features, v, v, G_MAXUINT));
            const double length_u = sqrt (multiply_rows (features, u, u, G_MAXUINT));
            if (v != u && product > 0)
                oracle_matrix_set (cosine, v, u, product / (length_v * length_u));
        }
    }
    for (guint32 v = 0; v < n; v++) {
        for (guint32 u = 0; u < n; u++) {
            const double value = oracle_matrix_get (cosine, v, u);
            if (value > 0 &&
                (rank_of (cosine, v, u) < n_neighbours || rank_of (cosine, u, v) < n_neighbours))
                oracle_matrix_set (kept, v, u, MIN (value, 1));
        }
    }
    return kept;
}

/* Solves @a x = @b by elimination with pivots; @a is n × n, both are overwritten. */
static void
solve (guint32 n, long double *a, long double *b)
{
    for (guint32 k = 0; k < n; k++) {
        guint32 pivot = k;
        for (guint32 i = k + 1; i < n; i++)
            pivot = fabsl (a[(gsize)i * n + k]) > fabsl (a[(gsize)pivot * n + k]) ? i : pivot;
        for (guint32 j = 0; j < n; j++) {
            const long double kept = a[(gsize)k * n + j];
            a[(gsize)k * n + j] = a[(gsize)pivot * n + j];
            a[(gsize)pivot * n + j] = kept;
        }
        const long double kept = b[k];
        b[k] = b[pivot];
        b[pivot] = kept;
        for (guint32 i = 0; i < n; i++) {
            const long double factor =
                i != k ? a[(gsize)i * n + k] / a[(gsize)k * n + k] : (long double)0;
            for (guint32 j = k; i != k && j < n; j++)
                a[(gsize)i * n + j] -= factor * a[(gsize)k * n + j];
            b[i] -= i != k ? factor * b[k] : 0;
        }
    }
    for (guint32 k = 0; k < n; k++)
        b[k] /= a[(gsize)k * n + k];
}

static long double
get_start (const double *start, guint32 n, guint32 v)
{
    return start != NULL ? start[v] : (long double)1 / n;
}

/* x = (1 − d) r + d Pᵀ x, where rows of P without links are r: @start, or 1/n. */
double *
oracle_pagerank (const OracleMatrix *weights, double damping, const double *start)
{
    const guint32 n = weights->n_rows;
    g_autofree long double *a = g_new0 (long double, (gsize)n *n);
    g_autofree long double *b = g_new (long double, n);
    for (guint32 u = 0; u < n; u++) {
        const double strength = sum_row (weights, u);
        for (guint32 v = 0; v < n; v++) {
            const long double follow =
                strength > 0 ? (long double)oracle_matrix_get (weights, u, v) / strength
                             : get_start (start, n, v);
            a[(gsize)v * n + u] = (u == v) - damping * follow;
        }
        b[u] = (1 - (long double)damping) * get_start (start, n, u);
    }
    solve (n, a, b);
    double *score = g_new (double, n);
    for (guint32 v = 0; v < n; v++)
        score[v] = (double)b[v];
    return score;
}

/* a_ij as the measures of quality mean it: a self-loop counts at both its ends. */
static double
get_adjacency (const OracleMatrix *weights, guint32 i, guint32 j)
{
    return oracle_matrix_get (weights, i, j) * (i == j ? 2 : 1);
}

/* Q = 1/2m Σ_ij δ_ij (a_ij − γ k_i k_j / 2m) */
double
oracle_modularity (const OracleMatrix *weights, const guint32 *cluster, double resolution)
{
    const guint32 n = weights->n_rows;
    g_autofree double *degree = g_new0 (double, n);
    double total = 0;
    for (guint32 i = 0; i < n; i++) {
        for (guint32 j = 0; j < n; j++)
            degree[i] += get_adjacency (weights, i, j);
        total += degree[i];
    }
    double quality = 0;
    for (guint32 i = 0; i < n; i++) {
        for (guint32 j = 0; j < n; j++) {
            if (cluster[i] == cluster[j])
                quality +=
                    get_adjacency (weights, i, j) - resolution * degree[i] * degree[j] / total;
        }
    }
    return quality / total;
}

/* Q = 1/2m Σ_ij δ_ij (a_ij − γ) */
double
oracle_cpm (const OracleMatrix *weights, const guint32 *cluster, double resolution)
{
    const guint32 n = weights->n_rows;
    double total = 0;
    double quality = 0;
    for (guint32 i = 0; i < n; i++) {
        for (guint32 j = 0; j < n; j++) {
            total += get_adjacency (weights, i, j);
            if (cluster[i] == cluster[j])
                quality += get_adjacency (weights, i, j) - resolution;
        }
    }
    return quality / total;
}

/* Whether every node of cluster @c is reached from its first one without leaving it. */
gboolean
oracle_is_connected (const OracleMatrix *weights, const guint32 *cluster, guint32 c)
{
    const guint32 n = weights->n_rows;
    g_autofree gboolean *reached = g_new0 (gboolean, n);
    for (guint32 v = 0; v < n; v++) {
        if (cluster[v] == c) {
            reached[v] = TRUE;
            break;
        }
    }
    for (guint32 sweep = 0; sweep < n; sweep++) {
        for (guint32 v = 0; v < n; v++) {
            for (guint32 u = 0; reached[v] && u < n; u++)
                reached[u] |= cluster[u] == c && oracle_matrix_get (weights, v, u) > 0;
        }
    }
    for (guint32 v = 0; v < n; v++) {
        if (cluster[v] == c && !reached[v])
            return FALSE;
    }
    return TRUE;
}
