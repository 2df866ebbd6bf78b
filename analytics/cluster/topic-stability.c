/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How stable topics are when papers are drawn anew (analytics/cluster/stability): the network that
 * related the papers is resampled, not the texts, so a paper's nearest are chosen among all.
 *
 * Cost: that of relating papers, and one clustering for each resample.
 */
#include "analytics/cluster/stability.h"
#include "graph/text.h"

/**
 * rhumb_measure_topic_stability:
 * @topics: topics
 * @found_by: (nullable): the options that they were found by, %NULL = defaults
 * @n_runs: how many resamples, at least 1
 * @share: (out) (array) (optional) (transfer full): for each paper the share of the resamples with
 *   it in which it stays in its topic; not a number if none holds it
 * @error: return location for an error
 *
 * Measures how stable topics are. The core of a topic are papers that stay in at least 80 %.
 *
 * Returns: (transfer full) (element-type RhumbClusterStability): one for each topic, or %NULL with
 *   %RHUMB_ERROR_INVALID or an error of rhumb_cluster()
 *
 * Since: 0.2
 */
GArray *
rhumb_measure_topic_stability (const RhumbTopics *topics, const RhumbTopicOptions *found_by,
                               guint n_runs, double **share, GError **error)
{
    static const RhumbTopicOptions DEFAULTS = RHUMB_TOPIC_DEFAULTS;
    const RhumbTopicOptions *used = found_by != NULL ? found_by : &DEFAULTS;
    const RhumbCorpus *corpus = rhumb_graph_get_corpus (rhumb_topics_get_graph (topics));
    const RhumbPartition *all = rhumb_topics_get_partition (topics);
    g_autoptr (RhumbNetwork) related = rhumb_relate_papers (rhumb_topics_get_graph (topics), error);
    if (related == NULL)
        return NULL;
    const guint32 n = rhumb_network_get_n_from (related);
    g_autoptr (RhumbPartition) papers = rhumb_partition_new (
        n, rhumb_partition_get_clusters (all), NULL, rhumb_partition_get_quality_name (all),
        rhumb_partition_get_quality (all), rhumb_partition_get_resolution (all),
        rhumb_partition_get_seed (all));
    g_autofree guint64 *key = g_new (guint64, n);
    for (guint32 v = 0; v < n; v++)
        key[v] = rhumb_text_hash (rhumb_corpus_get_paper (corpus, v)->id);
    RhumbStabilityOptions options = RHUMB_STABILITY_DEFAULTS;
    options.n_runs = n_runs;
    options.min_size = used->min_papers;
    options.seed = used->seed;
    options.clustering.method = used->method;
    options.clustering.quality = used->quality;
    options.clustering.n_starts = 1;
    options.clustering.seed = used->seed;
    if (rhumb_clustering_takes_resolution (used->method))
        options.clustering.resolution = rhumb_partition_get_resolution (all);
    if (rhumb_clustering_takes_number (used->method))
        options.clustering.n_clusters = rhumb_partition_get_n_clusters (papers);
    return rhumb_measure_stability (related, papers, key, &options, share, error);
}
