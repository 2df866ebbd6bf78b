/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/evolution.h"

G_BEGIN_DECLS

/* Private to time. */
RhumbPeriod *rhumb_cut_years (const RhumbCorpus *corpus, guint n_wanted, const int *starts,
                              guint n_starts, guint32 *n_periods, GError **error);

G_END_DECLS
