/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/network.h"

G_BEGIN_DECLS

RhumbNetwork *rhumb_build_historiograph (const RhumbNetwork *cites, guint32 n_papers,
                                         guint32 **chosen, guint32 *n_chosen, GError **error);

G_END_DECLS
