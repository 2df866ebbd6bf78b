/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/layout/theme.h"
#include "graph/topics.h"

G_BEGIN_DECLS

/* Private to layout: of discs, of the land behind them, of words on it. */
typedef struct {
    guint32 fill;
    guint32 ground;
    guint32 ink;
} RhumbClusterColours;

RhumbClusterColours *rhumb_cluster_colours (const RhumbTheme *theme, guint32 n_clusters,
                                            const double *nearness);
RhumbClusterColours *rhumb_topic_colours (const RhumbTheme *theme, const RhumbTopics *topics);

G_END_DECLS
