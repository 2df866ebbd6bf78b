/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Ascending orders for qsort() and bsearch().
 */
#include "graph/compare.h"

/* rhumb_compare_numbers: numbers of 32 bits. */
int
rhumb_compare_numbers (gconstpointer a, gconstpointer b)
{
    const guint32 first = *(const guint32 *)a;
    const guint32 second = *(const guint32 *)b;
    return (first > second) - (first < second);
}

/* rhumb_compare_large_numbers: numbers of 64 bits, of which pairs of numbers and hashes are made.
 */
int
rhumb_compare_large_numbers (gconstpointer a, gconstpointer b)
{
    const guint64 first = *(const guint64 *)a;
    const guint64 second = *(const guint64 *)b;
    return (first > second) - (first < second);
}

/* rhumb_compare_doubles: numbers none of which is NaN. */
int
rhumb_compare_doubles (gconstpointer a, gconstpointer b)
{
    const double first = *(const double *)a;
    const double second = *(const double *)b;
    return (first > second) - (first < second);
}
