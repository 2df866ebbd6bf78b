/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Topics of topics: which topics are near each other, and what they are called together.
 *
 * Method: topics are joined by linkage over the network that related their papers. The nodes of one
 * depth are named together, as topics are (analytics/cluster/labels), the uppermost first: broad
 * concepts name what is broad, and below them names say more.
 *
 * Cost: that of relating papers, and of naming topics once for each depth.
 */
#include "analytics/cluster/topic-tree.h"

#include "analytics/cluster/branch-labels.h"
#include "analytics/cluster/topics.h"
#include "graph/corpus.h"

/* What all papers are called if no concept has this share of them. */
#define ALL_PAPERS "all papers"

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

/* What is known while nodes are named, from the root down. */
typedef struct {
    const RhumbTopics *topics;
    const RhumbHierarchy *hierarchy;
    guint32 *depth;
    char **label;
    char **branch; /* labels from below the root to each node, joined */
} TreeNames;

static guint32
measure_depths (const RhumbHierarchy *hierarchy, guint32 *depth)
{
    const guint32 n_nodes = rhumb_hierarchy_get_n_nodes (hierarchy);
    const guint32 *parent = rhumb_hierarchy_get_parents (hierarchy);
    guint32 deepest = 0;
    for (guint32 i = n_nodes; i-- > 0;) {
        depth[i] = parent[i] == RHUMB_NONE ? 0 : depth[parent[i]] + 1;
        deepest = MAX (deepest, depth[i]);
    }
    return deepest;
}

/* The node of each topic at a depth, or the topic itself if it hangs above. */
static guint32 *
find_holders (const TreeNames *names, guint32 depth)
{
    const guint32 n_leaves = rhumb_hierarchy_get_n_leaves (names->hierarchy);
    const guint32 *parent = rhumb_hierarchy_get_parents (names->hierarchy);
    guint32 *holder = g_new (guint32, n_leaves);
    for (guint32 t = 0; t < n_leaves; t++) {
        holder[t] = t;
        while (names->depth[holder[t]] > depth)
            holder[t] = parent[holder[t]];
    }
    return holder;
}

/* Names the nodes at one depth, whose parents have names. */
static void
name_depth (const TreeNames *names, guint32 depth)
{
    const guint32 n_leaves = rhumb_hierarchy_get_n_leaves (names->hierarchy);
    const guint32 n_nodes = rhumb_hierarchy_get_n_nodes (names->hierarchy);
    const guint32 *parent = rhumb_hierarchy_get_parents (names->hierarchy);
    g_autofree guint32 *joined = find_holders (names, depth);
    g_autofree guint32 *number = g_new (guint32, n_nodes);
    g_autofree guint32 *node = g_new (guint32, n_leaves);
    g_autofree guint32 *parent_of = g_new (guint32, n_leaves);
    guint32 n_joined = 0;
    for (guint32 i = 0; i < n_nodes; i++)
        number[i] = RHUMB_NONE;
    for (guint32 t = 0; t < n_leaves; t++) {
        if (number[joined[t]] == RHUMB_NONE) {
            number[joined[t]] = n_joined;
            parent_of[n_joined] = parent[joined[t]];
            node[n_joined++] = joined[t];
        }
        joined[t] = number[joined[t]];
    }
    g_autoptr (GArray) labels =
        rhumb_label_joined (names->topics, joined, n_joined, parent_of,
                            (const char *const *)names->branch, n_nodes, NULL);
    for (guint32 i = 0; i < n_joined; i++) {
        if (names->depth[node[i]] != depth)
            continue;
        const char *label = g_array_index (labels, RhumbTopicLabel, i).label;
        names->label[node[i]] = g_strdup (label);
        g_free (names->branch[node[i]]);
        names->branch[node[i]] = rhumb_extend_branch (names->branch[parent_of[i]], label);
    }
}

/* All papers are no topic: their name is taken last, apart from all others, and only if a good part
 * of them are about it. */
static void
name_root (const TreeNames *names)
{
    const guint32 n_leaves = rhumb_hierarchy_get_n_leaves (names->hierarchy);
    const guint32 n_nodes = rhumb_hierarchy_get_n_nodes (names->hierarchy);
    static const guint32 PARENT[] = {0};
    g_autofree guint32 *joined = g_new0 (guint32, n_leaves);
    g_autoptr (GPtrArray) used = g_ptr_array_new ();
    for (guint32 i = 0; i + 1 < n_nodes; i++)
        g_ptr_array_add (used, names->label[i]);
    g_ptr_array_add (used, NULL);
    g_autofree char *all = g_strjoinv (" / ", (char **)used->pdata);
    g_autoptr (GArray) labels =
        rhumb_label_joined (names->topics, joined, 1, PARENT, (const char *const[]){all}, 1, NULL);
    const RhumbTopicLabel *label = &g_array_index (labels, RhumbTopicLabel, 0);
    const guint32 n_papers =
        rhumb_graph_get_n_nodes_of_kind (rhumb_topics_get_graph (names->topics), RHUMB_NODE_PAPER);
    const gboolean tells = label->n_support >= RHUMB_GOOD_COVER * n_papers;
    names->label[n_nodes - 1] = g_strdup (tells ? label->label : ALL_PAPERS);
}

/**
 * rhumb_label_hierarchy:
 * @topics: topics
 * @hierarchy: what rhumb_link_topics() made of them
 *
 * Names all nodes of a tree of topics, from the top down: no name comes twice on the way from the
 * root to a topic, nor among the nodes of one depth. A topic may so have another name than alone.
 * The root is called "all papers" unless a quarter of them are about what it is called.
 *
 * Returns: (transfer full) (array zero-terminated=1): one name for each node of the tree
 *
 * Since: 0.2
 */
char **
rhumb_label_hierarchy (const RhumbTopics *topics, const RhumbHierarchy *hierarchy)
{
    const guint32 n_nodes = rhumb_hierarchy_get_n_nodes (hierarchy);
    char **label = g_new0 (char *, (gsize)n_nodes + 1);
    if (n_nodes == 1)
        label[0] = g_strdup (rhumb_topics_get_topic (topics, 0)->label);
    if (n_nodes < 2)
        return label;
    g_autofree guint32 *depth = g_new (guint32, n_nodes);
    g_auto (GStrv) branch = g_new0 (char *, (gsize)n_nodes + 1);
    for (guint32 i = 0; i < n_nodes; i++)
        branch[i] = g_strdup ("");
    const TreeNames names = {topics, hierarchy, depth, label, branch};
    const guint32 deepest = measure_depths (hierarchy, depth);
    for (guint32 d = 1; d <= deepest; d++)
        name_depth (&names, d);
    name_root (&names);
    return label;
}
