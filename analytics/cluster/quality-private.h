/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/cluster/level.h"

G_BEGIN_DECLS

double *sum_strengths (const RhumbNetwork *network, double *total);
double measure_density (const RhumbNetwork *network);
double measure_quality (const Level *level, const guint32 *cluster, guint32 n_clusters,
                        double resolution, double total);

G_END_DECLS
