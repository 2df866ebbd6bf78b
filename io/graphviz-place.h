/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/placer.h"

G_BEGIN_DECLS

guint rhumb_graphviz_get_n_placers (void);
const RhumbPlacer *rhumb_graphviz_get_placer (guint i);

G_END_DECLS
