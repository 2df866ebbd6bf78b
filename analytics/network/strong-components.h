/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/network.h"
#include "graph/partition.h"

G_BEGIN_DECLS

RhumbPartition *rhumb_find_strong_components (const RhumbNetwork *network);
RhumbPartition *rhumb_find_components (const RhumbNetwork *network);

G_END_DECLS
