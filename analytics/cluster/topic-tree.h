/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/cluster/linkage.h"
#include "graph/topics.h"

G_BEGIN_DECLS

RhumbHierarchy *rhumb_link_topics (const RhumbTopics *topics, RhumbLinkage linkage, GError **error);
char **rhumb_label_hierarchy (const RhumbTopics *topics, const RhumbHierarchy *hierarchy);

G_END_DECLS
