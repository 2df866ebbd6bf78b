/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How many neighbours of a network lie near each other where it is drawn.
 */
#include <math.h>

#include "bench/neighbours.h"

#define SAMPLED 800

/* The k-th smallest of n numbers. */
static double
find_smallest (const double *value, guint32 n, guint k)
{
    g_autofree double *least = g_new (double, k);
    for (guint i = 0; i < k; i++)
        least[i] = INFINITY;
    for (guint32 j = 0; j < n; j++) {
        if (!(value[j] < least[k - 1]))
            continue;
        guint at = k - 1;
        for (; at > 0 && value[j] < least[at - 1]; at--)
            least[at] = least[at - 1];
        least[at] = value[j];
    }
    return least[k - 1];
}

/* Of the neighbours of node i, those among its nearest nodes, over all that are either. */
static double
overlap (const GArray *links, const double *x, guint32 n, guint32 i)
{
    g_autofree double *far = g_new (double, n);
    g_autofree guint8 *is_near = g_new0 (guint8, n);
    guint degree = 0;
    for (guint e = 0; e < links->len; e++) {
        const RhumbSpring *link = &g_array_index (links, RhumbSpring, e);
        const guint32 other = link->from == i ? link->to : link->to == i ? link->from : i;
        degree += other != i && !is_near[other] ? 1 : 0;
        is_near[other] = other != i;
    }
    if (degree == 0)
        return 1.0;
    for (guint32 j = 0; j < n; j++)
        far[j] = j == i ? INFINITY
                        : hypot (x[2 * (gsize)j] - x[2 * (gsize)i],
                                 x[2 * (gsize)j + 1] - x[2 * (gsize)i + 1]);
    const double farthest = find_smallest (far, n, degree);
    guint shared = 0;
    for (guint32 j = 0; j < n; j++)
        shared += far[j] <= farthest && is_near[j] ? 1 : 0;
    return (double)shared / (2.0 * degree - shared);
}

/* Neighbourhood preservation: the mean over up to 800 nodes from the first one on of the Jaccard
 * index of a node's neighbours and as many nearest nodes; NaN of none. */
double
measure_neighbours (const GArray *links, const double *x, guint32 first, guint32 n)
{
    double kept[SAMPLED];
    const guint32 n_sampled = MIN (n - first, SAMPLED);
#pragma omp parallel for schedule(dynamic, 8)
    for (guint32 k = 0; k < n_sampled; k++)
        kept[k] = overlap (links, x, n, first + (guint32)((guint64)k * (n - first) / n_sampled));
    double sum = n_sampled > 0 ? 0.0 : NAN;
    for (guint32 k = 0; k < n_sampled; k++)
        sum += kept[k] / n_sampled;
    return sum;
}
