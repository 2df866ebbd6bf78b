/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How pure the top of a list is: the share of right ones among the first, averaged over the places
 * of the right ones. Nodes of equal score are taken at once.
 *
 * Source: Buckley, Voorhees (2000), doi:10.1145/345508.345543; no interpolation.
 *
 * Cost: O(n log n).
 */
#include <math.h>

#include "analytics/eval/measures.h"
#include "analytics/eval/order-scores.h"

/**
 * rhumb_measure_average_precision:
 * @score: (array length=n): a score for each node
 * @right: (array length=n): whether it is one of those wanted
 * @n: nodes
 *
 * Measures Σ precision × gain in recall along the list.
 *
 * Returns: from 0 to 1; NaN if none is right
 *
 * Since: 0.2
 */
double
rhumb_measure_average_precision (const double *score, const guint8 *right, guint32 n)
{
    g_autofree guint32 *order = rhumb_order_scores (score, n);
    double n_right = 0;
    double sum = 0;
    for (guint32 i = 0; i < n;) {
        double right_here = 0;
        guint32 end = i;
        for (; end < n && !(score[order[end]] < score[order[i]]); end++)
            right_here += right[order[end]] != 0;
        n_right += right_here;
        sum += right_here * n_right / end;
        i = end;
    }
    return n_right > 0 ? sum / n_right : NAN;
}
