/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How often what is wanted is among the first k of a list.
 *
 * Source: Bordes, Usunier, Garcia-Durán, Weston, Yakhnenko (2013), "Translating embeddings for
 * modeling multi-relational data", with the place of the wanted node after all of the same score,
 * so that a score that is the same for all nodes is no good.
 *
 * Cost: O(n).
 */
#include <math.h>

#include "analytics/eval/measures.h"

/**
 * rhumb_measure_place:
 * @score: (array length=n): a score for each candidate
 * @n: candidates
 * @wanted: the candidate that is wanted
 *
 * Finds where the wanted one stands in the list, best first.
 *
 * Returns: 1 = first; how many candidates have at least its score
 *
 * Since: 0.2
 */
guint32
rhumb_measure_place (const double *score, guint32 n, guint32 wanted)
{
    g_return_val_if_fail (wanted < n, 0);
    guint32 place = 0;
    for (guint32 i = 0; i < n; i++)
        place += i == wanted || !(score[i] < score[wanted]);
    return place;
}

/**
 * rhumb_measure_hits:
 * @place: (array length=n): for each question the place of what is wanted, 1 = first
 * @n: questions
 * @k: how many of a list are looked at
 *
 * Measures in what share of questions the wanted one is among the first k.
 *
 * Returns: from 0 to 1; NaN if there are no questions
 *
 * Since: 0.2
 */
double
rhumb_measure_hits (const guint32 *place, guint32 n, guint32 k)
{
    double hits = 0;
    for (guint32 i = 0; i < n; i++)
        hits += place[i] <= k;
    return n > 0 ? hits / n : NAN;
}
