/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/graph.h"

G_BEGIN_DECLS

/**
 * RhumbTopicTerm:
 * @topic: a topic
 * @concept: a concept that papers of the topic are about
 * @n_support: how many of them
 * @weight: sum of the concept's weights on them
 * @score: how telling the concept is of the topic
 *
 * A concept seen from a topic.
 *
 * Since: 0.1
 */
typedef struct {
    guint32 topic;
    guint32 concept;
    guint32 n_support;
    double weight;
    double score;
} RhumbTopicTerm;

GArray *rhumb_score_topic_terms (const RhumbGraph *graph, const guint32 *topic, guint32 n_topics);

gboolean *rhumb_find_named_topics (const RhumbGraph *graph, const guint32 *topic, guint32 n_topics);

G_END_DECLS
