/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/cluster/level.h"
#include "graph/partition.h"

G_BEGIN_DECLS

double *sum_strengths (const RhumbNetwork *network, double *total);
double measure_quality (const Level *level, const guint32 *cluster, guint32 n_clusters,
                        double resolution, double total);
double rhumb_measure_modularity (const RhumbNetwork *network, const RhumbPartition *partition,
                                 double resolution);
double rhumb_measure_cpm (const RhumbNetwork *network, const RhumbPartition *partition,
                          double resolution);

G_END_DECLS
