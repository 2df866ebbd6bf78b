/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/layout/filling.h"

G_BEGIN_DECLS

void rhumb_spread_crowd (RhumbCrowd *crowd, const RhumbGround *ground, guint32 n_clusters,
                         double reach);
void rhumb_spread_over_page (RhumbPoint *place, const double *size, guint32 n_places, RhumbBox page,
                             double reach);

G_END_DECLS
