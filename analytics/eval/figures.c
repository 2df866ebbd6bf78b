/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What an evaluation tells: for each measure its mean over repeats with other splits, how much it
 * differs between them (standard deviation of a sample), and the mean of their intervals, which end
 * where the measure does: they were moved, and of few cases may lie beyond.
 *
 * Cost: O(repeats).
 */
#include "analytics/eval/figures.h"

#include <math.h>

void
rhumb_figures_add (GArray *figures, const char *method, const char *measure, double least,
                   const RhumbInterval *repeat, guint n_repeats, guint32 n_cases)
{
    RhumbFigure figure = {method, measure, 0, NAN, 0, 0, n_cases};
    double squares = 0;
    for (guint i = 0; i < n_repeats; i++) {
        figure.value += repeat[i].value / n_repeats;
        figure.low += CLAMP (repeat[i].low, least, 1) / n_repeats;
        figure.high += CLAMP (repeat[i].high, least, 1) / n_repeats;
    }
    for (guint i = 0; i < n_repeats; i++)
        squares += (repeat[i].value - figure.value) * (repeat[i].value - figure.value);
    if (n_repeats > 1)
        figure.deviation = sqrt (squares / (n_repeats - 1));
    g_array_append_val (figures, figure);
}
