/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/cluster/topics.h"

G_BEGIN_DECLS

/**
 * RhumbClusterStability:
 * @similarity: mean over resamples of the Jaccard index with the most similar cluster found there,
 *   in [0, 1]; not a number if no resample held a node of the cluster
 * @n_core: nodes that stay in at least the wanted share of the resamples that hold them
 *
 * How well a cluster withstands that papers might be others.
 *
 * Since: 0.2
 */
typedef struct {
    double similarity;
    guint32 n_core;
} RhumbClusterStability;

/**
 * RhumbStabilityOptions:
 * @n_runs: resamples, at least 1
 * @core_share: in what share of the resamples a node of the core stays, in (0, 1]
 * @min_size: smaller clusters of a resample join their nearest, as in the whole; the size is
 *   multiplied by the 0.63 of the nodes that a resample holds
 * @seed: seed of the resamples
 * @clustering: how resamples are clustered: as the whole was
 *
 * How stability is measured.
 *
 * Since: 0.2
 */
typedef struct {
    guint n_runs;
    double core_share;
    guint32 min_size;
    guint64 seed;
    RhumbClusteringOptions clustering;
} RhumbStabilityOptions;

#define RHUMB_STABILITY_DEFAULTS                                    \
    {                                                               \
        .n_runs = 100, .core_share = 0.8, .min_size = 1, .seed = 1, \
        .clustering = RHUMB_CLUSTERING_DEFAULTS                     \
    }

GArray *rhumb_measure_stability (const RhumbNetwork *network, const RhumbPartition *partition,
                                 const guint64 *key, const RhumbStabilityOptions *options,
                                 double **share, GError **error);
GArray *rhumb_measure_topic_stability (const RhumbTopics *topics, const RhumbTopicOptions *found_by,
                                       guint n_runs, double **share, GError **error);

G_END_DECLS
