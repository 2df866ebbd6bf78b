/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/cluster/labels.h"
#include "graph/topics.h"

G_BEGIN_DECLS

/* Private to cluster. */
GArray *rhumb_label_joined (const RhumbTopics *topics, const guint32 *joined, guint32 n_joined,
                            const guint32 *parent, const char *const *branch, guint32 n_parents,
                            GArray **terms);
char *rhumb_extend_branch (const char *branch, const char *label);

G_END_DECLS
