/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Takes nodes together that are linked with each other, for a coarser level of a layout.
 *
 * Groups are what Leiden finds by modularity (analytics/cluster/leiden.c), inside each cluster
 * where clusters are given: the topic tree continued downwards, and upwards where the nodes are
 * clusters. Of each cluster, what is in groups of fewer than SMALLEST nodes is one group, so that
 * nodes without links make no group each.
 * Cost: that of one iteration of Leiden, about linear in the links.
 */
#include "analytics/layout/grouping.h"

#include "analytics/cluster/leiden.h"
#include "analytics/cluster/level.h"
#include "graph/corpus.h"

#define SMALLEST 5

void
rhumb_grouping_clear (RhumbGrouping *grouping)
{
    g_free (grouping->group);
    g_free (grouping->parent);
    g_free (grouping->key);
    g_free (grouping->is_rest);
}

/* Joins the small groups of each cluster: those get numbers of clusters above those of groups. */
static void
join_small (guint32 *group, guint32 n_nodes, guint32 n_groups, const guint32 *cluster)
{
    g_autofree guint32 *size = g_new0 (guint32, MAX (n_groups, 1));
    for (guint32 i = 0; i < n_nodes; i++)
        size[group[i]]++;
    for (guint32 i = 0; i < n_nodes; i++) {
        if (size[group[i]] < SMALLEST)
            group[i] = n_groups + (cluster != NULL ? cluster[i] : 0);
    }
}

static void
describe_groups (RhumbGrouping *grouping, guint32 n_nodes, const guint32 *cluster,
                 const guint64 *key)
{
    grouping->parent = g_new0 (guint32, MAX (grouping->n_groups, 1));
    grouping->key = g_new (guint64, MAX (grouping->n_groups, 1));
    grouping->is_rest = g_new0 (guint8, MAX (grouping->n_groups, 1));
    for (guint32 g = 0; g < grouping->n_groups; g++)
        grouping->key[g] = G_MAXUINT64;
    for (guint32 i = 0; i < n_nodes; i++) {
        const guint32 g = grouping->group[i];
        grouping->key[g] = MIN (grouping->key[g], key[i]);
        grouping->parent[g] = cluster != NULL ? cluster[i] : 0;
    }
}

static guint32
count_clusters (const guint32 *cluster, guint32 n_nodes)
{
    guint32 n = 1;
    for (guint32 i = 0; i < n_nodes && cluster != NULL; i++)
        n = MAX (n, cluster[i] + 1);
    return n;
}

static gboolean
divide (RhumbGrouping *grouping, const RhumbNetwork *network, const guint32 *cluster,
        const guint64 *key, guint64 seed, double resolution, GError **error)
{
    RhumbLeidenOptions options = RHUMB_LEIDEN_DEFAULTS;
    options.resolution = resolution;
    options.n_starts = 1;
    options.n_iterations = 1;
    options.seed = seed;
    g_autoptr (RhumbPartition) found = rhumb_leiden (network, &options, error);
    if (found == NULL)
        return FALSE;
    const guint32 n = rhumb_network_get_n_from (network);
    const guint32 n_found = rhumb_partition_get_n_clusters (found);
    grouping->group =
        g_memdup2 (rhumb_partition_get_clusters (found), MAX (n, 1) * sizeof (guint32));
    join_small (grouping->group, n, n_found, cluster);
    g_autofree guint32 *before = g_memdup2 (grouping->group, MAX (n, 1) * sizeof (guint32));
    grouping->n_groups =
        rhumb_number_clusters (n, grouping->group, n_found + count_clusters (cluster, n));
    describe_groups (grouping, n, cluster, key);
    for (guint32 i = 0; i < n; i++)
        grouping->is_rest[grouping->group[i]] = before[i] >= n_found;
    return TRUE;
}

/* Finds groups of linked nodes, the same for any number of threads. @grouping: at most a fifth as
 * many groups as nodes and one more for each cluster; @network: links without direction, none
 * between clusters; @cluster: of each node, %NULL = all in one; @key: of each node, for chance.
 * FALSE if Leiden refuses. */
gboolean
rhumb_group_nodes (RhumbGrouping *grouping, const RhumbNetwork *network, const guint32 *cluster,
                   const guint64 *key, guint64 seed, GError **error)
{
    return divide (grouping, network, cluster, key, seed, 1.0, error);
}

/* Divides clusters into groups of linked nodes; links between clusters do not count. @spring: links
 * of finite weights above 0; @cluster: of each node, %NULL = all in one; @key: of each node, for
 * chance; @resolution: of modularity, above 0: more makes more, smaller groups. FALSE if Leiden
 * refuses. */
gboolean
rhumb_group_inside (RhumbGrouping *grouping, const RhumbSpring *spring, gsize n_springs,
                    guint32 n_nodes, const guint32 *cluster, const guint64 *key, guint64 seed,
                    double resolution, GError **error)
{
    g_autoptr (GArray) inside = g_array_new (FALSE, FALSE, sizeof (RhumbSpring));
    for (gsize e = 0; e < n_springs; e++) {
        if (cluster == NULL || cluster[spring[e].from] == cluster[spring[e].to])
            g_array_append_val (inside, spring[e]);
    }
    g_autofree guint32 *self = rhumb_list_nodes (n_nodes);
    g_autoptr (RhumbNetwork) network = rhumb_link_groups (
        (const RhumbSpring *)(const void *)inside->data, inside->len, self, n_nodes, error);
    return network != NULL && divide (grouping, network, cluster, key, seed, resolution, error);
}

/* The clusters themselves as groups. */
void
rhumb_group_by_clusters (RhumbGrouping *grouping, guint32 n_nodes, const guint32 *cluster,
                         guint32 n_clusters, const guint64 *cluster_key)
{
    *grouping = (RhumbGrouping){
        .n_groups = n_clusters,
        .group = g_memdup2 (cluster, n_nodes * sizeof *cluster),
        .parent = rhumb_list_nodes (n_clusters),
        .key = g_memdup2 (cluster_key, n_clusters * sizeof *cluster_key),
        .is_rest = g_new0 (guint8, MAX (n_clusters, 1)),
    };
}

/* Adds up the links between groups, and those inside of each as a link with itself. @group: of each
 * node, below @n_groups. */
RhumbNetwork *
rhumb_link_groups (const RhumbSpring *spring, gsize n_springs, const guint32 *group,
                   guint32 n_groups, GError **error)
{
    g_autofree guint32 *from = g_new (guint32, MAX (n_springs, 1));
    g_autofree guint32 *to = g_new (guint32, MAX (n_springs, 1));
    g_autofree double *weight = g_new (double, MAX (n_springs, 1));
    for (gsize e = 0; e < n_springs; e++) {
        from[e] = group[spring[e].from];
        to[e] = group[spring[e].to];
        weight[e] = spring[e].weight;
    }
    return rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, n_groups, n_groups, from, to, weight,
                              n_springs, error);
}

/* Lists the links between groups, each pair once, without those inside. */
GArray *
rhumb_list_springs (const RhumbNetwork *groups)
{
    GArray *springs = g_array_new (FALSE, FALSE, sizeof (RhumbSpring));
    const RhumbRows rows = rhumb_network_get_out_rows (groups);
    for (guint32 g = 0; g < rows.n_rows; g++) {
        for (gsize e = rows.start[g]; e < rows.start[g + 1]; e++) {
            const RhumbSpring spring = {g, rows.node[e], rhumb_rows_get_weight (rows, e)};
            if (spring.from < spring.to)
                g_array_append_val (springs, spring);
        }
    }
    return springs;
}
