/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The order of scores, highest first; equal scores in the order of their numbers. Measures of
 * rankings walk along it.
 *
 * Cost: O(n log n).
 */
#include "analytics/eval/order-scores.h"

#include <stdlib.h>

typedef struct {
    double score;
    guint32 number;
} Place;

static int
compare_places (const void *a, const void *b)
{
    const Place *x = a;
    const Place *y = b;
    if (x->score > y->score || x->score < y->score)
        return x->score > y->score ? -1 : 1;
    const int nan = (x->score != x->score) - (y->score != y->score);
    return nan != 0 ? nan : (x->number > y->number) - (x->number < y->number);
}

guint32 *
rhumb_order_scores (const double *score, guint32 n)
{
    g_autofree Place *place = g_new (Place, (gsize)n + 1);
    guint32 *order = g_new (guint32, (gsize)n + 1);
    for (guint32 i = 0; i < n; i++)
        place[i] = (Place){score[i], i};
    if (n > 0)
        qsort (place, n, sizeof *place, compare_places);
    for (guint32 i = 0; i < n; i++)
        order[i] = place[i].number;
    return order;
}
