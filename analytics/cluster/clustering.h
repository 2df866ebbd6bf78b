/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/cluster/leiden.h"

G_BEGIN_DECLS

/**
 * RhumbClusteringMethod:
 * @RHUMB_CLUSTERING_LEIDEN: modularity or constant Potts model by local moving, refinement and
 *   aggregation; ours, see rhumb_leiden()
 * @RHUMB_CLUSTERING_LOUVAIN: modularity by local moving and aggregation (Blondel et al. 2008)
 * @RHUMB_CLUSTERING_WALKTRAP: nodes from which short walks lead to the same places (Pons and
 *   Latapy 2005); at most 10,000 nodes
 * @RHUMB_CLUSTERING_INFOMAP: the shortest description of a random walk (Rosvall and Bergstrom
 *   2008); at most 50,000 nodes
 * @RHUMB_CLUSTERING_LABEL_PROPAGATION: the label that most neighbours have (Raghavan, Albert and
 *   Kumara 2007)
 *
 * How clusters are found. All but the first are igraph's.
 *
 * Since: 0.2
 */
typedef enum {
    RHUMB_CLUSTERING_LEIDEN,
    RHUMB_CLUSTERING_LOUVAIN,
    RHUMB_CLUSTERING_WALKTRAP,
    RHUMB_CLUSTERING_INFOMAP,
    RHUMB_CLUSTERING_LABEL_PROPAGATION,
} RhumbClusteringMethod;

#define RHUMB_N_CLUSTERING_METHODS 5

/**
 * RhumbClusteringOptions:
 * @method: how clusters are found
 * @quality: what Leiden maximises; all others take modularity only
 * @resolution: above 0, for Leiden and Louvain; 1 for the others
 * @n_clusters: into how many clusters walktrap's tree is cut, as nearly as the parts of the
 *   network allow; 0 = where modularity is highest. 0 for the others
 * @n_starts: how often Leiden, Louvain, infomap and label propagation begin anew; the best result
 *   is kept; at least 1
 * @seed: seed of the random choices
 * @node_weight: (nullable): what each node counts for in Leiden's CPM; %NULL = 1 each, and for the
 *   others
 *
 * Which method, and what it is told.
 *
 * Since: 0.2
 */
typedef struct {
    RhumbClusteringMethod method;
    RhumbLeidenQuality quality;
    double resolution;
    guint n_clusters;
    guint n_starts;
    guint64 seed;
    const double *node_weight;
} RhumbClusteringOptions;

#define RHUMB_CLUSTERING_DEFAULTS                                                                 \
    {                                                                                             \
        .method = RHUMB_CLUSTERING_LEIDEN, .quality = RHUMB_LEIDEN_MODULARITY, .resolution = 1.0, \
        .n_starts = 10, .seed = 1                                                                 \
    }

const char *rhumb_clustering_get_name (RhumbClusteringMethod method);
gboolean rhumb_clustering_takes_resolution (RhumbClusteringMethod method);
gboolean rhumb_clustering_takes_number (RhumbClusteringMethod method);
RhumbPartition *rhumb_cluster (const RhumbNetwork *network, const RhumbClusteringOptions *options,
                               GError **error);

G_END_DECLS
