/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/graph.h"

G_BEGIN_DECLS

#define RHUMB_MOST_LABEL_PARTS 3
#define RHUMB_BETWEEN_LABEL_PARTS ", "
/* The share of a topic's papers that a name should stand for. */
#define RHUMB_GOOD_COVER 0.25

/* The name of a topic: a concept, up to three of them with ", " between, a title or an id. */
typedef struct {
    const char *label;
    guint32 n_support;  /* papers of the topic that are about one of its concepts, 0 without any */
    guint32 n_concepts; /* that the label is made of */
    guint32 concepts[RHUMB_MOST_LABEL_PARTS];
} RhumbTopicLabel;

void rhumb_label_unlinked (RhumbTopicLabel *label);
gboolean rhumb_label_is_unlinked (const char *label, guint32 n_support);
GStrv rhumb_label_split (const RhumbGraph *graph, const char *label, const guint32 *concept,
                         guint32 n_concepts);
GArray *rhumb_label_topics (const RhumbGraph *graph, const GArray *terms, const guint32 *topic,
                            guint32 n_topics);
GArray *rhumb_label_subtopics (const RhumbGraph *graph, const GArray *terms, const guint32 *topic,
                               guint32 n_topics, const guint32 *parent,
                               const char *const *parent_label, guint32 n_parents);

G_END_DECLS
