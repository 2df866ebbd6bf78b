/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/network.h"

G_BEGIN_DECLS

RhumbNetwork *rhumb_keep_links (const RhumbNetwork *network, guint top_links, double min_weight);

G_END_DECLS
