/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RhumbFigure:
 * @method: what was measured, static
 * @measure: by which measure, static
 * @value: mean over repeats
 * @deviation: standard deviation over repeats; NaN if there is one
 * @low: lower end of the interval in which the value lies in 95 of 100 samples, mean over repeats
 * @high: its upper end; both within what the measure can be
 * @n_cases: cases of a repeat
 *
 * One figure of an evaluation. Ends are NaN where nothing was sampled.
 *
 * Since: 0.2
 */
typedef struct {
    const char *method;
    const char *measure;
    double value;
    double deviation;
    double low;
    double high;
    guint32 n_cases;
} RhumbFigure;

G_END_DECLS
