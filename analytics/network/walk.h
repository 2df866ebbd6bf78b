/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/graph.h"

G_BEGIN_DECLS

RhumbNetwork *rhumb_build_walk_network (const RhumbGraph *graph, GError **error);

G_END_DECLS
