/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/cluster/topics.h"

G_BEGIN_DECLS

/* Gives the ranking by which members are ordered, borrowed, or NULL with an error. */
typedef const RhumbRanking *(*RhumbRankingGiver) (gpointer data, GError **error);

RhumbTopics *rhumb_find_topics_by (RhumbGraph *graph, RhumbRankingGiver give, gpointer data,
                                   const RhumbTopicOptions *options, GError **error);

G_END_DECLS
