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

/* Right guesses, and guesses plus labels, of one column. */
static void
count_column (const guint8 *truth, const guint8 *guess, guint32 n_rows, guint n_labels, guint label,
              double *right, double *both)
{
    *right = 0;
    *both = 0;
    for (guint32 i = 0; i < n_rows; i++) {
        const gsize at = (gsize)i * n_labels + label;
        *right += truth[at] && guess[at];
        *both += (truth[at] != 0) + (guess[at] != 0);
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
    double all_right = 0;
    double all_both = 0;
    for (guint c = 0; c < n_labels; c++) {
        double right;
        double both;
        count_column (truth, guess, n_rows, n_labels, c, &right, &both);
        all_right += right;
        all_both += both;
    }
    return all_both > 0 ? 2 * all_right / all_both : NAN;
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
    double sum = 0;
    for (guint c = 0; c < n_labels; c++) {
        double right;
        double both;
        count_column (truth, guess, n_rows, n_labels, c, &right, &both);
        sum += both > 0 ? 2 * right / both : 0;
    }
    return n_labels > 0 ? sum / n_labels : NAN;
}
