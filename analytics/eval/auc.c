/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How surely a score tells right from wrong: the probability that of one right and one wrong node,
 * chosen at random, the right one has the higher score; equal scores count one half.
 *
 * Source: Hanley, McNeil (1982), doi:10.1148/radiology.143.1.7063747.
 *
 * Cost: O(n log n).
 */
#include <math.h>

#include "analytics/eval/measures.h"
#include "analytics/eval/order-scores.h"

/**
 * rhumb_measure_auc:
 * @score: (array length=n): a score for each node
 * @right: (array length=n): whether it is one of those wanted
 * @n: nodes
 *
 * Measures the area under the curve of the true over the false positive rate.
 *
 * Returns: from 0 to 1; NaN if all are right or none is
 *
 * Since: 0.2
 */
double
rhumb_measure_auc (const double *score, const guint8 *right, guint32 n)
{
    g_autofree guint32 *order = rhumb_order_scores (score, n);
    double n_right = 0;
    double won = 0; /* pairs in which the right one is before the wrong one */
    for (guint32 i = 0; i < n;) {
        double right_here = 0;
        guint32 end = i;
        for (; end < n && !(score[order[end]] < score[order[i]]); end++)
            right_here += right[order[end]] != 0;
        won += (end - i - right_here) * (n_right + right_here / 2);
        n_right += right_here;
        i = end;
    }
    const double n_pairs = n_right * (n - n_right);
    return n_pairs > 0 ? won / n_pairs : NAN;
}
