/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Names for topics that are joined, apart from all names further up their branch.
 *
 * A branch is the labels from the top down to a node, joined by " / ", where no label can be found
 * across two of them.
 *
 * Cost: that of naming topics.
 */
#include "analytics/cluster/branch-labels.h"

#include "analytics/cluster/topic-terms.h"

/* The branch of a node called @label below @branch. */
char *
rhumb_extend_branch (const char *branch, const char *label)
{
    return *branch == '\0' ? g_strdup (label) : g_strconcat (branch, " / ", label, NULL);
}

/* A set of nothing but unlinked papers keeps their name on every level. */
static void
name_unlinked (const RhumbTopics *topics, const guint32 *joined, GArray *labels)
{
    const guint32 n_topics = rhumb_topics_get_n_topics (topics);
    g_autofree guint32 *n_in = g_new0 (guint32, labels->len + 1);
    for (guint32 t = 0; t < n_topics; t++)
        n_in[joined[t]]++;
    for (guint32 t = 0; t < n_topics; t++) {
        const RhumbTopic *topic = rhumb_topics_get_topic (topics, t);
        if (n_in[joined[t]] == 1 && rhumb_label_is_unlinked (topic->label, topic->n_support))
            rhumb_label_unlinked (&g_array_index (labels, RhumbTopicLabel, joined[t]));
    }
}

/* Names @n_joined sets of topics: @joined tells for each topic which it is in, @parent for each set
 * which of the @n_parents branches it hangs below. @terms, if not NULL, gets what
 * rhumb_score_topic_terms() says of the sets. */
GArray *
rhumb_label_joined (const RhumbTopics *topics, const guint32 *joined, guint32 n_joined,
                    const guint32 *parent, const char *const *branch, guint32 n_parents,
                    GArray **terms)
{
    const RhumbGraph *graph = rhumb_topics_get_graph (topics);
    const guint32 n_papers = rhumb_graph_get_n_nodes_of_kind (graph, RHUMB_NODE_PAPER);
    const guint32 *topic = rhumb_partition_get_clusters (rhumb_topics_get_partition (topics));
    g_autofree guint32 *cluster = g_new (guint32, n_papers);
    for (guint32 v = 0; v < n_papers; v++)
        cluster[v] = joined[topic[v]];
    g_autoptr (GArray) scored = rhumb_score_topic_terms (graph, cluster, n_joined);
    GArray *labels =
        rhumb_label_subtopics (graph, scored, cluster, n_joined, parent, branch, n_parents);
    name_unlinked (topics, joined, labels);
    if (terms != NULL)
        *terms = g_steal_pointer (&scored);
    return labels;
}
