/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/time/evolution.h"

G_BEGIN_DECLS

/* Private to time: appends the themes of one period to @themes; each owns its concepts. */
gboolean rhumb_find_period_themes (const RhumbGraph *graph, RhumbPeriod *period, guint32 number,
                                   const RhumbEvolutionOptions *options, GArray *themes,
                                   GError **error);

G_END_DECLS
