/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/graph.h"

G_BEGIN_DECLS

#define RHUMB_MOST_LABEL_PARTS 3

/**
 * RhumbTopicLabel:
 * @label: the label: a concept, up to three of them with ", " between, a title or an id
 * @n_support: papers of the topic that are about the label's concept, or one of them; 0 if it is no
 *   concept
 * @n_concepts: how many concepts the label has
 * @concepts: (array fixed-size=3): which
 *
 * The name of a topic.
 *
 * Since: 0.1
 */
typedef struct {
    const char *label;
    guint32 n_support;
    guint32 n_concepts;
    guint32 concepts[RHUMB_MOST_LABEL_PARTS];
} RhumbTopicLabel;

GArray *rhumb_label_topics (const RhumbGraph *graph, const GArray *terms, const guint32 *topic,
                            guint32 n_topics);
GArray *rhumb_label_subtopics (const RhumbGraph *graph, const GArray *terms, const guint32 *topic,
                               guint32 n_topics, const guint32 *parent,
                               const char *const *parent_label, guint32 n_parents);

G_END_DECLS
