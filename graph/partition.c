/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * A cluster for each node. Whatever numbers a method gives its clusters, they are renumbered here
 * in the one order that a reader sees: largest first.
 */
#include "graph/partition.h"

#include <string.h>

#include "graph/corpus.h"

struct _RhumbPartition {
    guint32 n_nodes;
    guint32 n_clusters;
    guint32 *cluster;
    guint32 *size;
    char *quality_name;
    double quality;
    double resolution;
    guint64 seed;
};

G_DEFINE_BOXED_TYPE (RhumbPartition, rhumb_partition, rhumb_partition_ref, rhumb_partition_unref)

typedef struct {
    guint32 number;
    guint32 first_node;
    double size;
} Cluster;

static int
compare_clusters (gconstpointer a, gconstpointer b)
{
    const Cluster *first = a;
    const Cluster *second = b;
    if (first->size != second->size)
        return first->size > second->size ? -1 : 1;
    return (first->first_node > second->first_node) - (first->first_node < second->first_node);
}

/* Numbers may be any: those far above the nodes are made dense first, in the order of nodes. */
static guint32 *
make_dense (guint32 n_nodes, const guint32 *cluster)
{
    g_autoptr (GHashTable) dense = g_hash_table_new (NULL, NULL);
    guint32 *number = g_new (guint32, MAX (n_nodes, 1));
    for (guint32 v = 0; v < n_nodes; v++) {
        gpointer known;
        const gpointer key = GUINT_TO_POINTER (cluster[v]);
        if (!g_hash_table_lookup_extended (dense, key, NULL, &known)) {
            known = GUINT_TO_POINTER (g_hash_table_size (dense));
            g_hash_table_insert (dense, key, known);
        }
        number[v] = GPOINTER_TO_UINT (known);
    }
    return number;
}

static gboolean
are_dense (guint32 n_nodes, const guint32 *cluster)
{
    guint32 v = 0;
    while (v < n_nodes && cluster[v] < n_nodes)
        v++;
    return v == n_nodes;
}

/* Sizes and first nodes by the method's own numbers; numbers without a node are left out. */
static GArray *
list_clusters (guint32 n_nodes, const guint32 *cluster, const double *node_size)
{
    guint32 n_numbers = 0;
    for (guint32 v = 0; v < n_nodes; v++)
        n_numbers = MAX (n_numbers, cluster[v] + 1);
    g_autofree Cluster *all = g_new0 (Cluster, n_numbers);
    for (guint32 c = 0; c < n_numbers; c++)
        all[c] = (Cluster){c, RHUMB_NONE, 0};
    for (guint32 v = 0; v < n_nodes; v++) {
        all[cluster[v]].size += node_size != NULL ? node_size[v] : 1;
        all[cluster[v]].first_node = MIN (all[cluster[v]].first_node, v);
    }
    GArray *list = g_array_new (FALSE, FALSE, sizeof (Cluster));
    for (guint32 c = 0; c < n_numbers; c++) {
        if (all[c].first_node != RHUMB_NONE)
            g_array_append_val (list, all[c]);
    }
    g_array_sort (list, compare_clusters);
    return list;
}

/* The place of each of the method's own numbers among the clusters, if it is one. */
static guint32 *
rank_clusters (const GArray *list)
{
    guint32 n_numbers = 0;
    for (guint i = 0; i < list->len; i++)
        n_numbers = MAX (n_numbers, g_array_index (list, Cluster, i).number + 1);
    guint32 *rank = g_new (guint32, n_numbers);
    for (guint i = 0; i < list->len; i++)
        rank[g_array_index (list, Cluster, i).number] = i;
    return rank;
}

/**
 * rhumb_partition_new:
 * @n_nodes: number of nodes
 * @cluster: (array length=n_nodes): a cluster number for each node, in any numbering
 * @node_size: (array length=n_nodes) (nullable): what each node counts for in the size by which
 *   clusters are ordered; %NULL = 1 each
 * @quality_name: name of the measure of quality, e.g. "modularity"
 * @quality: its value
 * @resolution: resolution at which clusters were found
 * @seed: seed of the method's random choices
 *
 * Makes a partition. Clusters are renumbered largest first, ties by their first node.
 *
 * Returns: (transfer full): a partition
 *
 * Since: 0.1
 */
RhumbPartition *
rhumb_partition_new (guint32 n_nodes, const guint32 *cluster, const double *node_size,
                     const char *quality_name, double quality, double resolution, guint64 seed)
{
    g_autofree guint32 *dense = are_dense (n_nodes, cluster) ? NULL : make_dense (n_nodes, cluster);
    cluster = dense != NULL ? dense : cluster;
    g_autoptr (GArray) list = list_clusters (n_nodes, cluster, node_size);
    RhumbPartition *partition = g_atomic_rc_box_new0 (RhumbPartition);
    partition->n_nodes = n_nodes;
    partition->n_clusters = list->len;
    partition->cluster = g_new (guint32, n_nodes);
    partition->size = g_new0 (guint32, list->len);
    partition->quality_name = g_strdup (quality_name);
    partition->quality = quality;
    partition->resolution = resolution;
    partition->seed = seed;
    g_autofree guint32 *rank = rank_clusters (list);
    for (guint32 v = 0; v < n_nodes; v++) {
        partition->cluster[v] = rank[cluster[v]];
        partition->size[partition->cluster[v]]++;
    }
    return partition;
}

/**
 * rhumb_partition_ref:
 * @partition: a partition
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @partition
 *
 * Since: 0.1
 */
RhumbPartition *
rhumb_partition_ref (RhumbPartition *partition)
{
    return g_atomic_rc_box_acquire (partition);
}

static void
clear (gpointer data)
{
    RhumbPartition *partition = data;
    g_free (partition->cluster);
    g_free (partition->size);
    g_free (partition->quality_name);
}

/**
 * rhumb_partition_unref:
 * @partition: (transfer full): a partition
 *
 * Gives a reference back.
 *
 * Since: 0.1
 */
void
rhumb_partition_unref (RhumbPartition *partition)
{
    g_atomic_rc_box_release_full (partition, clear);
}

/**
 * rhumb_partition_get_n_nodes:
 * @partition: a partition
 *
 * Gets the number of nodes.
 *
 * Returns: nodes
 *
 * Since: 0.1
 */
guint32
rhumb_partition_get_n_nodes (const RhumbPartition *partition)
{
    return partition->n_nodes;
}

/**
 * rhumb_partition_get_n_clusters:
 * @partition: a partition
 *
 * Gets the number of clusters.
 *
 * Returns: clusters, none of them empty
 *
 * Since: 0.1
 */
guint32
rhumb_partition_get_n_clusters (const RhumbPartition *partition)
{
    return partition->n_clusters;
}

/**
 * rhumb_partition_get_clusters:
 * @partition: a partition
 *
 * Gets the cluster of each node.
 *
 * Returns: (transfer none): one cluster number per node
 *
 * Since: 0.1
 */
const guint32 *
rhumb_partition_get_clusters (const RhumbPartition *partition)
{
    return partition->cluster;
}

/**
 * rhumb_partition_get_size:
 * @partition: a partition
 * @cluster: a cluster
 *
 * Gets the number of nodes of a cluster.
 *
 * Returns: nodes
 *
 * Since: 0.1
 */
guint32
rhumb_partition_get_size (const RhumbPartition *partition, guint32 cluster)
{
    g_return_val_if_fail (cluster < partition->n_clusters, 0);
    return partition->size[cluster];
}

/**
 * rhumb_partition_get_quality_name:
 * @partition: a partition
 *
 * Gets the name of the measure of quality.
 *
 * Returns: (transfer none): e.g. "modularity"
 *
 * Since: 0.1
 */
const char *
rhumb_partition_get_quality_name (const RhumbPartition *partition)
{
    return partition->quality_name;
}

/**
 * rhumb_partition_get_quality:
 * @partition: a partition
 *
 * Gets the quality.
 *
 * Returns: value of the measure
 *
 * Since: 0.1
 */
double
rhumb_partition_get_quality (const RhumbPartition *partition)
{
    return partition->quality;
}

/**
 * rhumb_partition_get_resolution:
 * @partition: a partition
 *
 * Gets the resolution at which clusters were found.
 *
 * Returns: the resolution, in the unit of the method
 *
 * Since: 0.1
 */
double
rhumb_partition_get_resolution (const RhumbPartition *partition)
{
    return partition->resolution;
}

/**
 * rhumb_partition_get_seed:
 * @partition: a partition
 *
 * Gets the seed of the method's random choices.
 *
 * Returns: the seed
 *
 * Since: 0.1
 */
guint64
rhumb_partition_get_seed (const RhumbPartition *partition)
{
    return partition->seed;
}
