/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/network.h"

G_BEGIN_DECLS

/* Private to rank. */
gboolean rhumb_flow_find_order (RhumbRows out, gboolean *down);
void rhumb_flow_sweep_in_order (RhumbRows in, gboolean down, const double *pass, double *y);

G_END_DECLS
