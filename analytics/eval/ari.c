/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How many pairs of nodes two partitions agree upon, less what chance would give: 1 if they are the
 * same, about 0 if one is random, below 0 if they agree less than by chance.
 *
 * Source: Hubert, Arabie (1985), doi:10.1007/BF01908075.
 *
 * Cost: sorting n pairs.
 */
#include "analytics/eval/contingency.h"
#include "analytics/eval/measures.h"

static double
count_pairs (double n)
{
    return n * (n - 1) / 2;
}

/* The same of a table. */
double
rhumb_contingency_get_ari (const Contingency *table)
{
    double both = 0;
    double in_a = 0;
    double in_b = 0;
    for (gsize i = 0; i < table->n_cells; i++)
        both += count_pairs (table->cell[i].n);
    for (guint32 c = 0; c < table->n_a; c++)
        in_a += count_pairs (table->size_a[c]);
    for (guint32 c = 0; c < table->n_b; c++)
        in_b += count_pairs (table->size_b[c]);
    const double expected = table->n > 1 ? in_a / count_pairs (table->n) * in_b : 0;
    const double most = (in_a + in_b) / 2;
    return most > expected ? (both - expected) / (most - expected) : 1;
}

/**
 * rhumb_measure_ari:
 * @a: (array length=n): class of each node
 * @b: (array length=n): class of each node in another partition
 * @n: nodes
 *
 * Measures the Rand index adjusted for chance.
 *
 * Returns: at most 1; 1 if both put all nodes together, or all apart
 *
 * Since: 0.2
 */
double
rhumb_measure_ari (const guint32 *a, const guint32 *b, guint32 n)
{
    g_auto (Contingency) table = {0};
    rhumb_contingency_count (&table, a, b, n);
    return rhumb_contingency_get_ari (&table);
}
