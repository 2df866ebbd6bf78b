/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How much two partitions tell of each other: 1 if they are the same, 0 if one tells nothing.
 * Grows with the number of clusters even by chance; rhumb_measure_ami() takes that off.
 *
 * Source: Strehl, Ghosh (2002), Journal of Machine Learning Research 3, 583-617; with the mean of
 * both entropies below the line it is the V-measure of Rosenberg and Hirschberg (2007).
 *
 * Cost: sorting n pairs.
 */
#include "analytics/eval/contingency.h"
#include "analytics/eval/measures.h"

/* The same of a table. */
double
rhumb_contingency_get_nmi (const Contingency *table)
{
    if (table->n_a <= 1 && table->n_b <= 1)
        return 1;
    const double mean = (rhumb_contingency_get_entropy (table->size_a, table->n_a, table->n) +
                         rhumb_contingency_get_entropy (table->size_b, table->n_b, table->n)) /
                        2;
    return MIN (rhumb_contingency_get_information (table) / mean, 1);
}

/**
 * rhumb_measure_nmi:
 * @a: (array length=n): class of each node
 * @b: (array length=n): class of each node in another partition
 * @n: nodes
 *
 * Measures normalised mutual information, I(a, b) over the mean of both entropies.
 *
 * Returns: from 0 to 1; 1 if both have one class only, or there are no nodes
 *
 * Since: 0.2
 */
double
rhumb_measure_nmi (const guint32 *a, const guint32 *b, guint32 n)
{
    g_auto (Contingency) table = {0};
    rhumb_contingency_count (&table, a, b, n);
    return rhumb_contingency_get_nmi (&table);
}
