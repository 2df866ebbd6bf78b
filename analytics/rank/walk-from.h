/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/rank/pagerank.h"

G_BEGIN_DECLS

/* PageRank under another name and with other places to start. */
RhumbRanking *rhumb_walk_from (const RhumbNetwork *network, const RhumbPagerankOptions *options,
                               const char *name, GError **error);

G_END_DECLS
