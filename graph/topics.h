/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/graph.h"
#include "graph/partition.h"
#include "graph/ranking.h"

G_BEGIN_DECLS

#define RHUMB_TYPE_TOPICS (rhumb_topics_get_type ())

/**
 * RhumbTopics:
 *
 * The clusters of a knowledge graph with their names; immutable.
 *
 * The partition covers papers, then concepts (node v of the graph is node v of the partition).
 * Topics are numbered by number of papers, largest first.
 *
 * Since: 0.1
 */
typedef struct _RhumbTopics RhumbTopics;

/**
 * RhumbTopic:
 * @label: the topic's name, unique among the topics
 * @concepts: (array length=n_concepts): its concepts, most telling first, as numbers in the
 *   graph's #RhumbConcepts
 * @n_concepts: how many
 * @papers: (array length=n_papers): its papers, most central first
 * @n_papers: how many
 * @n_support: papers of the topic that are about a concept of @label_concepts
 * @score: share of PageRank that its nodes hold, in [0, 1]
 * @label_concepts: (array length=n_label_concepts): the concepts that it is named after, in the
 *   order of its name, numbered like @concepts; %NULL if it is named after something else
 * @n_label_concepts: how many
 *
 * One topic; borrowed from its #RhumbTopics.
 *
 * Since: 0.1
 */
typedef struct {
    const char *label;
    const guint32 *concepts;
    guint32 n_concepts;
    const guint32 *papers;
    guint32 n_papers;
    guint32 n_support;
    double score;
    const guint32 *label_concepts;
    guint32 n_label_concepts;
} RhumbTopic;

GType rhumb_topics_get_type (void) G_GNUC_CONST;
RhumbTopics *rhumb_topics_new (RhumbGraph *graph, RhumbPartition *partition,
                               const RhumbTopic *topics, guint32 n_topics);
RhumbTopics *rhumb_topics_ref (RhumbTopics *topics);
void rhumb_topics_unref (RhumbTopics *topics);
guint32 rhumb_topics_get_n_topics (const RhumbTopics *topics);
const RhumbTopic *rhumb_topics_get_topic (const RhumbTopics *topics, guint32 topic);
RhumbPartition *rhumb_topics_get_partition (const RhumbTopics *topics);
RhumbGraph *rhumb_topics_get_graph (const RhumbTopics *topics);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbTopics, rhumb_topics_unref)

G_END_DECLS
