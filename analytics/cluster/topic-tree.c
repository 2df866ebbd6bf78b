/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Topics of topics: which topics are near each other, and what they are called together.
 *
 * Method: topics are joined by linkage over the network that related their papers. A joined topic
 * is named as topics are (analytics/cluster/labels), among those that stand beside it in the cut of
 * the tree in which it first appears, so that a name tells it from its neighbours.
 *
 * Cost: that of relating papers, and of naming topics once for each joined topic.
 */
#include "analytics/cluster/topic-tree.h"

#include "analytics/cluster/labels.h"
#include "analytics/cluster/topic-terms.h"
#include "analytics/cluster/topics.h"
#include "graph/corpus.h"

/**
 * rhumb_link_topics:
 * @topics: topics
 * @linkage: how similar two topics are
 * @error: return location for an error
 *
 * Joins topics into a tree, the most similar first.
 *
 * Returns: (transfer full): a hierarchy whose leaf t is topic t, or %NULL with
 *   %RHUMB_ERROR_INVALID
 *
 * Since: 0.2
 */
RhumbHierarchy *
rhumb_link_topics (const RhumbTopics *topics, RhumbLinkage linkage, GError **error)
{
    const RhumbPartition *all = rhumb_topics_get_partition (topics);
    g_autoptr (RhumbNetwork) related = rhumb_relate_papers (rhumb_topics_get_graph (topics), error);
    if (related == NULL)
        return NULL;
    g_autoptr (RhumbPartition) papers = rhumb_partition_new (
        rhumb_network_get_n_from (related), rhumb_partition_get_clusters (all), NULL,
        rhumb_partition_get_quality_name (all), rhumb_partition_get_quality (all),
        rhumb_partition_get_resolution (all), rhumb_partition_get_seed (all));
    return rhumb_link_clusters (related, papers, linkage);
}

/* Names the node of the tree that the cut into @n_clusters shows for the first time. */
static char *
label_newest (const RhumbTopics *topics, const RhumbHierarchy *hierarchy, guint32 n_clusters)
{
    const RhumbGraph *graph = rhumb_topics_get_graph (topics);
    const guint32 n_papers = rhumb_corpus_get_n_papers (rhumb_graph_get_corpus (graph));
    const guint32 *topic = rhumb_partition_get_clusters (rhumb_topics_get_partition (topics));
    const guint32 newest = rhumb_hierarchy_get_n_nodes (hierarchy) - n_clusters;
    g_autofree guint32 *holder = rhumb_hierarchy_cut (hierarchy, n_clusters);
    g_autofree guint32 *number = g_new (guint32, (gsize)newest + 1);
    for (guint32 i = 0; i <= newest; i++)
        number[i] = RHUMB_NONE;
    guint32 n_seen = 0;
    for (guint32 t = 0; t < rhumb_hierarchy_get_n_leaves (hierarchy); t++) {
        if (number[holder[t]] == RHUMB_NONE)
            number[holder[t]] = n_seen++;
    }
    g_autofree guint32 *cluster = g_new (guint32, n_papers);
    for (guint32 v = 0; v < n_papers; v++)
        cluster[v] = number[holder[topic[v]]];
    g_autoptr (GArray) terms = rhumb_score_topic_terms (graph, cluster, n_clusters);
    g_autoptr (GArray) labels = rhumb_label_topics (graph, terms, cluster, n_clusters);
    return g_strdup (g_array_index (labels, RhumbTopicLabel, number[newest]).label);
}

/**
 * rhumb_label_hierarchy:
 * @topics: topics
 * @hierarchy: what rhumb_link_topics() made of them
 *
 * Names all nodes of a tree of topics.
 *
 * Returns: (transfer full) (array zero-terminated=1): one name for each node of the tree
 *
 * Since: 0.2
 */
char **
rhumb_label_hierarchy (const RhumbTopics *topics, const RhumbHierarchy *hierarchy)
{
    const guint32 n_leaves = rhumb_hierarchy_get_n_leaves (hierarchy);
    const guint32 n_nodes = rhumb_hierarchy_get_n_nodes (hierarchy);
    char **label = g_new0 (char *, (gsize)n_nodes + 1);
    for (guint32 t = 0; t < n_leaves; t++)
        label[t] = g_strdup (rhumb_topics_get_topic (topics, t)->label);
    for (guint32 i = n_leaves; i < n_nodes; i++)
        label[i] = label_newest (topics, hierarchy, n_nodes - i);
    return label;
}
