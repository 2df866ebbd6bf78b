/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How much two partitions tell of each other beyond chance: 1 if they are the same, about 0 if one
 * is random, whatever the number of clusters.
 *
 * Source: Vinh, Epps, Bailey (2010), Journal of Machine Learning Research 11, 2837-2854. The
 * expectation is over all partitions with the same sizes (hypergeometric cells); the mean of both
 * entropies normalises.
 *
 * Cost: the smaller size for each two classes, so at most n times the smaller number of classes;
 * memory 8 bytes a node for logarithms of factorials.
 */
#include <float.h>
#include <math.h>

#include "analytics/eval/contingency.h"
#include "analytics/eval/measures.h"

static double *
list_log_factorials (guint32 n)
{
    double *log_factorial = g_new (double, (gsize)n + 1);
    log_factorial[0] = 0;
    for (guint32 i = 1; i <= n; i++)
        log_factorial[i] = lgamma ((double)i + 1);
    return log_factorial;
}

/* Information that a cell of two classes of sizes @a and @b holds on average. */
static double
expect_cell (guint32 n, guint32 a, guint32 b, const double *f)
{
    const guint32 first = (guint64)a + b > n ? (guint32)((guint64)a + b - n) : 0;
    const double fixed = f[a] + f[b] + f[n - a] + f[n - b] - f[n];
    double sum = 0;
    for (guint32 k = MAX (first, 1); k <= MIN (a, b); k++) {
        const double chance = exp (fixed - f[k] - f[a - k] - f[b - k] - f[(gsize)n + k - a - b]);
        sum += (double)k / n *
               (log ((double)n) + log ((double)k) - log ((double)a) - log ((double)b)) * chance;
    }
    return sum;
}

/**
 * rhumb_measure_ami:
 * @a: (array length=n): class of each node
 * @b: (array length=n): class of each node in another partition
 * @n: nodes
 *
 * Measures mutual information adjusted for chance.
 *
 * Returns: at most 1; 1 if both have one class only, 0 if each node is a class in both, which
 * chance gives as well
 *
 * Since: 0.2
 */
double
rhumb_measure_ami (const guint32 *a, const guint32 *b, guint32 n)
{
    g_auto (Contingency) table = {0};
    rhumb_contingency_count (&table, a, b, n);
    if ((table.n_a <= 1 && table.n_b <= 1) || (table.n_a == n && table.n_b == n))
        return 1;
    g_autofree double *f = list_log_factorials (n);
    double expected = 0;
    for (guint32 i = 0; i < table.n_a; i++) {
        for (guint32 k = 0; k < table.n_b; k++)
            expected += expect_cell (n, (guint32)table.size_a[i], (guint32)table.size_b[k], f);
    }
    const double mean = (rhumb_contingency_get_entropy (table.size_a, table.n_a, n) +
                         rhumb_contingency_get_entropy (table.size_b, table.n_b, n)) /
                        2;
    const double room = mean - expected;
    const double least = room < 0 ? MIN (room, -DBL_EPSILON) : MAX (room, DBL_EPSILON);
    return (rhumb_contingency_get_information (&table) - expected) / least;
}
