/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/evidence.h"
#include "graph/topics.h"

G_BEGIN_DECLS

RhumbEvidence *rhumb_explain_concept (const RhumbGraph *graph, guint32 concept, guint32 paper);
RhumbEvidence *rhumb_explain_concept_link (const RhumbGraph *graph, guint32 a, guint32 b);
RhumbEvidence *rhumb_explain_topic_label (const RhumbTopics *topics, guint32 topic);

G_END_DECLS
