/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How two partitions of the same nodes meet: the sizes of their classes, and of what each two have
 * in common. All measures of agreement between partitions are functions of this table.
 *
 * Cost: sorting n pairs; memory 8 bytes a node and 16 a cell. Only cells that hold nodes are kept,
 * so many small classes cost no more than few large ones.
 */
#include "analytics/eval/contingency.h"

#include <math.h>
#include <stdlib.h>

#include "graph/compare.h"

/* Cells in the order of @pair, which is sorted; classes of b still have the caller's numbers. */
static void
fill_cells (Contingency *table, const guint64 *pair, guint32 n)
{
    for (guint32 i = 0; i < n; i++) {
        const guint32 a = (guint32)(pair[i] >> 32);
        if (i == 0 || pair[i] != pair[i - 1]) {
            if (i == 0 || a != (guint32)(pair[i - 1] >> 32))
                table->n_a++;
            table->cell[table->n_cells++] = (Cell){table->n_a - 1, (guint32)pair[i], 0};
        }
        table->cell[table->n_cells - 1].n++;
    }
}

/* Numbers classes of b from 0, by sorting their cells. */
static void
number_columns (Contingency *table)
{
    g_autofree guint64 *pair = g_new (guint64, table->n_cells + 1);
    for (gsize i = 0; i < table->n_cells; i++)
        pair[i] = (guint64)table->cell[i].b << 32 | i;
    if (table->n_cells > 0)
        qsort (pair, table->n_cells, sizeof *pair, rhumb_compare_large_numbers);
    for (gsize i = 0; i < table->n_cells; i++) {
        if (i == 0 || pair[i] >> 32 != pair[i - 1] >> 32)
            table->n_b++;
        table->cell[(guint32)pair[i]].b = table->n_b - 1;
    }
}

void
rhumb_contingency_count (Contingency *table, const guint32 *a, const guint32 *b, guint32 n)
{
    g_autofree guint64 *pair = g_new (guint64, (gsize)n + 1);
    for (guint32 i = 0; i < n; i++)
        pair[i] = (guint64)a[i] << 32 | b[i];
    if (n > 0)
        qsort (pair, n, sizeof *pair, rhumb_compare_large_numbers);
    *table = (Contingency){.n = n, .cell = g_new (Cell, (gsize)n + 1)};
    fill_cells (table, pair, n);
    number_columns (table);
    table->size_a = g_new0 (double, (gsize)table->n_a + 1);
    table->size_b = g_new0 (double, (gsize)table->n_b + 1);
    for (gsize i = 0; i < table->n_cells; i++) {
        table->size_a[table->cell[i].a] += table->cell[i].n;
        table->size_b[table->cell[i].b] += table->cell[i].n;
    }
}

void
rhumb_contingency_clear (Contingency *table)
{
    g_clear_pointer (&table->size_a, g_free);
    g_clear_pointer (&table->size_b, g_free);
    g_clear_pointer (&table->cell, g_free);
}

/* What one partition tells of the other one, in nats: Σ n_ab/n ln (n n_ab / (n_a n_b)). */
double
rhumb_contingency_get_information (const Contingency *table)
{
    double sum = 0;
    for (gsize i = 0; i < table->n_cells; i++) {
        const Cell c = table->cell[i];
        sum += c.n / table->n *
               (log (c.n) + log (table->n) - log (table->size_a[c.a]) - log (table->size_b[c.b]));
    }
    return MAX (sum, 0);
}

/* Entropy of a partition in nats. */
double
rhumb_contingency_get_entropy (const double *size, guint32 n_classes, double n)
{
    double sum = 0;
    for (guint32 c = 0; c < n_classes; c++)
        sum -= size[c] / n * (log (size[c]) - log (n));
    return sum;
}
