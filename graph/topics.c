/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The topics of a knowledge graph: which papers and concepts belong together, under which name.
 */
#include "graph/topics.h"

struct _RhumbTopics {
    RhumbGraph *graph;
    RhumbPartition *partition;
    RhumbTopic *topics;
    guint32 n_topics;
};

G_DEFINE_BOXED_TYPE (RhumbTopics, rhumb_topics, rhumb_topics_ref, rhumb_topics_unref)

/**
 * rhumb_topics_new:
 * @graph: a knowledge graph
 * @partition: a cluster for each paper, then for each concept
 * @topics: (array length=n_topics): the topic of each cluster of @partition; copied
 * @n_topics: how many, as @partition has clusters
 *
 * Makes topics.
 *
 * Returns: (transfer full): topics
 *
 * Since: 0.1
 */
RhumbTopics *
rhumb_topics_new (RhumbGraph *graph, RhumbPartition *partition, const RhumbTopic *topics,
                  guint32 n_topics)
{
    g_return_val_if_fail (rhumb_partition_get_n_clusters (partition) == n_topics, NULL);
    RhumbTopics *result = g_atomic_rc_box_new0 (RhumbTopics);
    result->graph = rhumb_graph_ref (graph);
    result->partition = rhumb_partition_ref (partition);
    result->n_topics = n_topics;
    result->topics = g_new (RhumbTopic, n_topics);
    for (guint32 t = 0; t < n_topics; t++) {
        result->topics[t] = topics[t];
        result->topics[t].label = g_strdup (topics[t].label);
        result->topics[t].concepts =
            g_memdup2 (topics[t].concepts, sizeof (guint32) * (gsize)topics[t].n_concepts);
        result->topics[t].papers =
            g_memdup2 (topics[t].papers, sizeof (guint32) * (gsize)topics[t].n_papers);
        result->topics[t].label_concepts = g_memdup2 (
            topics[t].label_concepts, sizeof (guint32) * (gsize)topics[t].n_label_concepts);
    }
    return result;
}

/**
 * rhumb_topics_ref:
 * @topics: topics
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @topics
 *
 * Since: 0.1
 */
RhumbTopics *
rhumb_topics_ref (RhumbTopics *topics)
{
    return g_atomic_rc_box_acquire (topics);
}

static void
clear (gpointer data)
{
    RhumbTopics *topics = data;
    for (guint32 t = 0; t < topics->n_topics; t++) {
        g_free ((gpointer)topics->topics[t].label);
        g_free ((gpointer)topics->topics[t].concepts);
        g_free ((gpointer)topics->topics[t].papers);
        g_free ((gpointer)topics->topics[t].label_concepts);
    }
    g_free (topics->topics);
    rhumb_partition_unref (topics->partition);
    rhumb_graph_unref (topics->graph);
}

/**
 * rhumb_topics_unref:
 * @topics: (transfer full): topics
 *
 * Gives a reference back.
 *
 * Since: 0.1
 */
void
rhumb_topics_unref (RhumbTopics *topics)
{
    g_atomic_rc_box_release_full (topics, clear);
}

/**
 * rhumb_topics_get_n_topics:
 * @topics: topics
 *
 * Gets the number of topics.
 *
 * Returns: how many
 *
 * Since: 0.1
 */
guint32
rhumb_topics_get_n_topics (const RhumbTopics *topics)
{
    return topics->n_topics;
}

/**
 * rhumb_topics_get_topic:
 * @topics: topics
 * @topic: number of a topic, below rhumb_topics_get_n_topics()
 *
 * Gets a topic.
 *
 * Returns: (transfer none): the topic
 *
 * Since: 0.1
 */
const RhumbTopic *
rhumb_topics_get_topic (const RhumbTopics *topics, guint32 topic)
{
    g_return_val_if_fail (topic < topics->n_topics, NULL);
    return &topics->topics[topic];
}

/**
 * rhumb_topics_get_partition:
 * @topics: topics
 *
 * Gets the topic of each paper, then of each concept.
 *
 * Returns: (transfer none): the partition
 *
 * Since: 0.1
 */
RhumbPartition *
rhumb_topics_get_partition (const RhumbTopics *topics)
{
    return topics->partition;
}

/**
 * rhumb_topics_get_graph:
 * @topics: topics
 *
 * Gets the knowledge graph that was clustered.
 *
 * Returns: (transfer none): the graph
 *
 * Since: 0.1
 */
RhumbGraph *
rhumb_topics_get_graph (const RhumbTopics *topics)
{
    return topics->graph;
}
