/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/rank/flow.h"

G_BEGIN_DECLS

gboolean rhumb_flow_solve_undirected (RhumbFlow *flow, double *y, GError **error);

G_END_DECLS
