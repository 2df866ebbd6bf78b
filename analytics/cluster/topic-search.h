/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/cluster/topics.h"

G_BEGIN_DECLS

/* Private to cluster. */
RhumbPartition *rhumb_search_topics (const RhumbGraph *graph, const RhumbNetwork *related,
                                     const RhumbTopicOptions *options, GError **error);

G_END_DECLS
