/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Clusters of vectors against the best of all partitions.
 */
#include "analytics/eval/k-means.h"

#include <math.h>

#ifdef _OPENMP
#include <omp.h>
#endif

#include "tests/oracle.h"

#define N 8

static double
get_cost (const float *row, const guint32 *cluster, guint k)
{
    double cost = 0;
    for (guint c = 0; c < k; c++) {
        double mean[2] = {0};
        double n = 0;
        for (guint v = 0; v < N; v++) {
            n += cluster[v] == c;
            for (guint i = 0; cluster[v] == c && i < 2; i++)
                mean[i] += row[2 * v + i];
        }
        for (guint v = 0; v < N; v++) {
            for (guint i = 0; cluster[v] == c && i < 2; i++)
                cost += pow (row[2 * v + i] - mean[i] / n, 2);
        }
    }
    return cost;
}

static void
many_starts_find_the_best_of_all_partitions (void)
{
    for (guint64 seed = 0; seed < 20; seed++) {
        const guint k = 2 + seed % 2;
        const guint n_all = k == 2 ? 256 : 6561;
        float row[2 * N];
        guint32 cluster[N];
        double best = INFINITY;
        for (guint i = 0; i < 2 * N; i++)
            row[i] = (float)oracle_random (seed, i);
        for (guint code = 0; code < n_all; code++) {
            guint rest = code;
            for (guint v = 0; v < N; v++, rest /= k)
                cluster[v] = rest % k;
            best = MIN (best, get_cost (row, cluster, k));
        }
        const double found = rhumb_k_means (row, N, 2, k, 50, seed, cluster);
        g_assert_cmpfloat_with_epsilon (found, best, 1e-9);
        g_assert_cmpfloat_with_epsilon (found, get_cost (row, cluster, k), 1e-9);
    }
}

static void
bits_do_not_depend_on_threads (void)
{
    g_autofree float *row = g_new (float, 500 * 16);
    guint32 one[500];
    guint32 two[500];
    for (guint i = 0; i < 500 * 16; i++)
        row[i] = (float)oracle_random (3, i);
#ifdef _OPENMP
    omp_set_num_threads (1);
#endif
    const double a = rhumb_k_means (row, 500, 16, 7, 3, 5, one);
#ifdef _OPENMP
    omp_set_num_threads (3);
#endif
    const double b = rhumb_k_means (row, 500, 16, 7, 3, 5, two);
    oracle_assert_same_bytes (one, two, sizeof one);
    g_assert_cmpfloat (a, ==, b);
}

static void
fewer_rows_than_clusters_cost_nothing (void)
{
    const float row[] = {1, 1, 2};
    guint32 cluster[3];
    g_assert_cmpfloat (rhumb_k_means (row, 3, 1, 5, 2, 1, cluster), ==, 0);
    g_assert_cmpuint (cluster[0], ==, cluster[1]);
    g_assert_cmpuint (cluster[0], !=, cluster[2]);
    g_assert_cmpfloat (rhumb_k_means (NULL, 0, 1, 5, 2, 1, NULL), ==, 0);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/k-means/many-starts-find-the-best-of-all-partitions",
                     many_starts_find_the_best_of_all_partitions);
    g_test_add_func ("/k-means/bits-do-not-depend-on-threads", bits_do_not_depend_on_threads);
    g_test_add_func ("/k-means/fewer-rows-than-clusters-cost-nothing",
                     fewer_rows_than_clusters_cost_nothing);
    return g_test_run ();
}
