/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How near the top of a list what is wanted stands: 1 if always first, 1/2 if always second.
 *
 * Source: Voorhees (1999), "The TREC-8 question answering track report", NIST SP 500-246.
 *
 * Cost: O(n).
 */
#include <math.h>

#include "analytics/eval/measures.h"

/**
 * rhumb_measure_mrr:
 * @place: (array length=n): for each question the place of what is wanted, 1 = first
 * @n: questions
 *
 * Measures the mean of one over the place.
 *
 * Returns: above 0 and at most 1; NaN if there are no questions
 *
 * Since: 0.2
 */
double
rhumb_measure_mrr (const guint32 *place, guint32 n)
{
    double sum = 0;
    for (guint32 i = 0; i < n; i++)
        sum += 1.0 / MAX (place[i], 1);
    return n > 0 ? sum / n : NAN;
}
