/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How good guessed labels are, where a node may have several: the harmonic mean of the share of
 * guesses that are right and the share of labels that are guessed, 2 tp / (guesses + labels).
 * Micro: of all labels together, so that common ones decide; macro: the mean over labels, all
 * alike.
 *
 * Source: van Rijsbergen (1979), Information Retrieval; Lewis, Yang, Rose, Li (2004), Journal of
 * Machine Learning Research 5, 361-397. A label that nobody has and nobody guesses counts 0 in the
 * macro mean.
 *
 * Cost: O(rows × labels).
 */
#include <math.h>

#include "analytics/eval/measures.h"

/* Columns counted side by side, and rows that a byte counts. */
#define MOST_COLUMNS 64
#define MOST_ROWS 127

/* Right guesses, and guesses plus labels, of columns. */
typedef struct {
    guint64 right[MOST_COLUMNS];
    guint64 both[MOST_COLUMNS];
} Counts;

/* Of @width columns, with bytes as long as these hold it: rows are read in their order. */
static void
count_columns (const guint8 *truth, const guint8 *guess, guint32 n_rows, guint n_labels,
               guint width, Counts *counts)
{
    *counts = (Counts){{0}, {0}};
    for (guint32 first = 0; first < n_rows; first += MIN (MOST_ROWS, n_rows - first)) {
        guint8 right[MOST_COLUMNS] = {0};
        guint8 both[MOST_COLUMNS] = {0};
        for (guint32 i = first; i < n_rows && i - first < MOST_ROWS; i++) {
            const guint8 *t = truth + (gsize)i * n_labels;
            const guint8 *g = guess + (gsize)i * n_labels;
            for (guint c = 0; c < width; c++) {
                const guint8 has = t[c] != 0;
                const guint8 guessed = g[c] != 0;
                right[c] = (guint8)(right[c] + (has & guessed));
                both[c] = (guint8)(both[c] + has + guessed);
            }
        }
        for (guint c = 0; c < width; c++) {
            counts->right[c] += right[c];
            counts->both[c] += both[c];
        }
    }
}

/**
 * rhumb_measure_micro_f1:
 * @truth: n_rows × n_labels: whether a node has a label
 * @guess: n_rows × n_labels: whether it is thought to have it
 * @n_rows: nodes
 * @n_labels: labels
 *
 * Measures F1 of all labels together.
 *
 * Returns: from 0 to 1; NaN if nothing is labelled and nothing guessed
 *
 * Since: 0.2
 */
double
rhumb_measure_micro_f1 (const guint8 *truth, const guint8 *guess, guint32 n_rows, guint n_labels)
{
    Counts counts;
    guint64 right = 0;
    guint64 both = 0;
    for (guint first = 0; first < n_labels; first += MOST_COLUMNS) {
        const guint width = MIN (n_labels - first, MOST_COLUMNS);
        count_columns (truth + first, guess + first, n_rows, n_labels, width, &counts);
        for (guint c = 0; c < width; c++) {
            right += counts.right[c];
            both += counts.both[c];
        }
    }
    return both > 0 ? 2 * (double)right / (double)both : NAN;
}

/**
 * rhumb_measure_macro_f1:
 * @truth: n_rows × n_labels: whether a node has a label
 * @guess: n_rows × n_labels: whether it is thought to have it
 * @n_rows: nodes
 * @n_labels: labels
 *
 * Measures the mean F1 of labels.
 *
 * Returns: from 0 to 1; NaN if there are no labels
 *
 * Since: 0.2
 */
double
rhumb_measure_macro_f1 (const guint8 *truth, const guint8 *guess, guint32 n_rows, guint n_labels)
{
    Counts counts;
    double sum = 0;
    for (guint first = 0; first < n_labels; first += MOST_COLUMNS) {
        const guint width = MIN (n_labels - first, MOST_COLUMNS);
        count_columns (truth + first, guess + first, n_rows, n_labels, width, &counts);
        for (guint c = 0; c < width; c++)
            sum += counts.both[c] > 0 ? 2 * (double)counts.right[c] / (double)counts.both[c] : 0;
    }
    return n_labels > 0 ? sum / n_labels : NAN;
}
