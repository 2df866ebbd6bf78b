/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/network.h"
#include "graph/partition.h"

G_BEGIN_DECLS

double rhumb_measure_modularity (const RhumbNetwork *network, const RhumbPartition *partition,
                                 double resolution);
double rhumb_measure_cpm (const RhumbNetwork *network, const RhumbPartition *partition,
                          double resolution);

G_END_DECLS
