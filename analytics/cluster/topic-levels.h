/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/hierarchy.h"
#include "graph/topics.h"

G_BEGIN_DECLS

/**
 * RhumbSubtopic:
 * @level: 1 = the coarsest
 * @number: number in its level, from 0, most papers first; in the finest level that of the topic
 * @parent: number of the one above that holds it; %RHUMB_NONE in the coarsest level
 * @n_papers: its papers
 * @label: its name, which no other of its level and none above it has, unless nothing but the id of
 *   a single paper is left
 * @n_support: papers that are about a concept of @label_concepts
 * @concepts: (element-type guint32): its concepts, most telling first, at most eight, as numbers in
 *   the graph's #RhumbConcepts
 * @topics: (element-type guint32): the topics that it holds, in ascending order
 * @label_concepts: (element-type guint32): the concepts that it is named after, in the order of its
 *   name, whether among @concepts or not; none if it is named after something else
 *
 * A topic at one of several nested levels.
 *
 * Since: 0.2
 */
typedef struct {
    guint level;
    guint32 number;
    guint32 parent;
    guint32 n_papers;
    char *label;
    guint32 n_support;
    GArray *concepts;
    GArray *topics;
    GArray *label_concepts;
} RhumbSubtopic;

GArray *rhumb_find_topic_levels (const RhumbTopics *topics, const RhumbHierarchy *hierarchy,
                                 guint n_levels);
guint rhumb_choose_n_subtopics (guint32 n_papers, guint n_levels);

G_END_DECLS
