/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/cluster/clustering.h"
#include "graph/topics.h"

G_BEGIN_DECLS

/**
 * RhumbTopicOptions:
 * @quality: what the clustering maximises; only Leiden has a choice
 * @resolution: resolution of the clustering by Leiden or Louvain; 0 = the one that gives the number
 *   of topics, and for the other methods
 * @n_topics: wanted number of topics for Leiden, Louvain and walktrap, reached as nearly as the
 *   papers allow, whatever @resolution says; 0 = 1.45 times the root of the number of papers, at
 *   most 14, for Leiden and Louvain, and as many as they find for the other methods; what has less
 *   than a tenth of a fair share of the papers does not count
 * @min_papers: smaller topics join their nearest, at least 1
 * @seed: seed of random choices
 * @method: how papers are clustered
 *
 * How topics are found.
 *
 * Since: 0.1
 */
typedef struct {
    RhumbLeidenQuality quality;
    double resolution;
    guint n_topics;
    guint min_papers;
    guint64 seed;
    RhumbClusteringMethod method;
} RhumbTopicOptions;

#define RHUMB_TOPIC_DEFAULTS                                            \
    {                                                                   \
        .quality = RHUMB_LEIDEN_MODULARITY, .min_papers = 3, .seed = 1, \
        .method = RHUMB_CLUSTERING_LEIDEN                               \
    }

RhumbTopics *rhumb_find_topics (RhumbGraph *graph, const RhumbRanking *ranking,
                                const RhumbTopicOptions *options, GError **error);
RhumbNetwork *rhumb_relate_papers (const RhumbGraph *graph, GError **error);

G_END_DECLS
