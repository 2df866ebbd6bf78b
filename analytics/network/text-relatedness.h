/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/graph.h"

G_BEGIN_DECLS

RhumbNetwork *rhumb_relate_texts (const RhumbGraph *graph, guint n_neighbours, GError **error);

G_END_DECLS
