/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/eval/bootstrap.h"
#include "analytics/eval/figure.h"

G_BEGIN_DECLS

/* Private to eval. @least: below which the measure cannot be; above 1 none can. */
void rhumb_figures_add (GArray *figures, const char *method, const char *measure, double least,
                        const RhumbInterval *repeat, guint n_repeats, guint32 n_cases);

G_END_DECLS
