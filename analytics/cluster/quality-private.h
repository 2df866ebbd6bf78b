/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/cluster/level.h"

G_BEGIN_DECLS

double *rhumb_sum_strengths (const RhumbNetwork *network, double *total);
double rhumb_measure_density (const RhumbNetwork *network);
double rhumb_measure_quality (const Level *level, const guint32 *cluster, guint32 n_clusters,
                              double resolution, double total);

G_END_DECLS
