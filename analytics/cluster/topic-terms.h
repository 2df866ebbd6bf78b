/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/graph.h"

G_BEGIN_DECLS

/* A concept seen from a topic. */
typedef struct {
    guint32 topic;
    guint32 concept;
    guint32 n_support; /* papers of the topic that are about it */
    double weight;     /* sum of its weights on them */
    double score;      /* how telling it is of the topic */
} RhumbTopicTerm;

GArray *rhumb_score_topic_terms (const RhumbGraph *graph, const guint32 *topic, guint32 n_topics);

gboolean *rhumb_find_named_topics (const RhumbGraph *graph, const guint32 *topic, guint32 n_topics);

G_END_DECLS
