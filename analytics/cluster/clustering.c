/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which nodes of a network belong together, by one of several methods: what they agree on does not
 * hang on the method.
 *
 * Leiden is ours (leiden.c), the others are igraph's (igraph-clusters.c). What a method does not
 * take is refused, and so are networks for which a method takes minutes or gigabytes. Links of
 * weight 0 are no links: igraph's methods do not see them. A node without links is a cluster of
 * its own.
 *
 * Of several starts the one of the best quality is kept, of equally good ones the first: the
 * shortest code for infomap, the highest modularity for the others.
 */
#include "analytics/cluster/clustering.h"

#include "analytics/cluster/igraph-clusters.h"
#include "analytics/cluster/quality.h"
#include "graph/error.h"
#include "graph/text.h"
#include "graph/set-error.h"

/* What a method takes. */
typedef struct {
    const char *name;
    guint32 max_nodes; /* G_MAXUINT32 = any number */
    gboolean takes_resolution;
    gboolean takes_number;
    gboolean takes_chance;
} Method;

/* By RhumbClusteringMethod. */
static const Method METHODS[RHUMB_N_CLUSTERING_METHODS] = {
    {"leiden", G_MAXUINT32, TRUE, FALSE, TRUE},
    {"louvain", G_MAXUINT32, TRUE, FALSE, TRUE},
    {"walktrap", 10000, FALSE, TRUE, FALSE},
    {"infomap", 50000, FALSE, FALSE, TRUE},
    {"label-propagation", G_MAXUINT32, FALSE, FALSE, TRUE},
};

/**
 * rhumb_clustering_get_name:
 * @method: a method
 *
 * Gets the name of a method, as users type it.
 *
 * Returns: a name
 *
 * Since: 0.2
 */
const char *
rhumb_clustering_get_name (RhumbClusteringMethod method)
{
    g_return_val_if_fail ((guint)method < RHUMB_N_CLUSTERING_METHODS, NULL);
    return METHODS[method].name;
}

/**
 * rhumb_clustering_takes_resolution:
 * @method: a method
 *
 * Tells whether a method can be told how fine clusters are to be.
 *
 * Returns: whether it takes a resolution
 *
 * Since: 0.2
 */
gboolean
rhumb_clustering_takes_resolution (RhumbClusteringMethod method)
{
    g_return_val_if_fail ((guint)method < RHUMB_N_CLUSTERING_METHODS, FALSE);
    return METHODS[method].takes_resolution;
}

/**
 * rhumb_clustering_takes_number:
 * @method: a method
 *
 * Tells whether a method can be told how many clusters are wanted.
 *
 * Returns: whether it takes a number of clusters
 *
 * Since: 0.2
 */
gboolean
rhumb_clustering_takes_number (RhumbClusteringMethod method)
{
    g_return_val_if_fail ((guint)method < RHUMB_N_CLUSTERING_METHODS, FALSE);
    return METHODS[method].takes_number;
}

static gboolean
refuse (const Method *method, const char *what, GError **error)
{
    g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID, "%s takes no %s", method->name, what);
    return FALSE;
}

static gboolean
check_options (const RhumbClusteringOptions *options, guint32 n_nodes, GError **error)
{
    g_return_val_if_fail ((guint)options->method < RHUMB_N_CLUSTERING_METHODS, FALSE);
    const Method *method = &METHODS[options->method];
    if (options->method != RHUMB_CLUSTERING_LEIDEN && options->quality != RHUMB_LEIDEN_MODULARITY)
        return refuse (method, "other quality than its own", error);
    if (options->method != RHUMB_CLUSTERING_LEIDEN && options->node_weight != NULL)
        return refuse (method, "weights of nodes", error);
    if (!method->takes_resolution && options->resolution != 1)
        return refuse (method, "resolution", error);
    if (!method->takes_number && options->n_clusters != 0)
        return refuse (method, "number of clusters", error);
    if (!(options->resolution > 0 && options->resolution < G_MAXDOUBLE && options->n_starts > 0)) {
        rhumb_set_error (error, RHUMB_ERROR_INVALID,
                         "resolution %g with %u starts, expected both above 0", options->resolution,
                         options->n_starts);
        return FALSE;
    }
    if (n_nodes > method->max_nodes) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_LIMIT,
                     "%s takes at most %u papers, found %u; leiden takes any number", method->name,
                     method->max_nodes, n_nodes);
        return FALSE;
    }
    return TRUE;
}

static RhumbPartition *
cluster_by_leiden (const RhumbNetwork *network, const RhumbClusteringOptions *options,
                   GError **error)
{
    RhumbLeidenOptions leiden = RHUMB_LEIDEN_DEFAULTS;
    leiden.quality = options->quality;
    leiden.resolution = options->resolution;
    leiden.n_starts = options->n_starts;
    leiden.seed = options->seed;
    leiden.node_weight = options->node_weight;
    return rhumb_leiden (network, &leiden, error);
}

/* The network without links of weight 0. */
static RhumbNetwork *
drop_null_links (const RhumbNetwork *network, GError **error)
{
    const RhumbRows rows = rhumb_network_get_out_rows (network);
    g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) to = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) weight = g_array_new (FALSE, FALSE, sizeof (double));
    for (guint32 v = 0; v < rows.n_rows; v++) {
        for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++) {
            const double value = rhumb_rows_get_weight (rows, i);
            if (rows.node[i] < v || value <= 0)
                continue;
            g_array_append_val (from, v);
            g_array_append_val (to, rows.node[i]);
            g_array_append_val (weight, value);
        }
    }
    return rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, rows.n_rows, rows.n_rows,
                              (const guint32 *)(gpointer)from->data,
                              (const guint32 *)(gpointer)to->data,
                              (const double *)(gpointer)weight->data, from->len, error);
}

static RhumbPartition *
make_partition (const RhumbNetwork *network, const RhumbClusteringOptions *options,
                const guint32 *cluster, double code_length)
{
    const guint32 n = rhumb_network_get_n_from (network);
    const gboolean is_code = options->method == RHUMB_CLUSTERING_INFOMAP;
    g_autoptr (RhumbPartition) plain =
        rhumb_partition_new (n, cluster, NULL, "bits a step", code_length, 1, options->seed);
    if (is_code)
        return g_steal_pointer (&plain);
    return rhumb_partition_new (n, cluster, NULL, "modularity",
                                rhumb_measure_modularity (network, plain, options->resolution),
                                options->resolution, options->seed);
}

static RhumbPartition *
cluster_by_igraph (const RhumbNetwork *network, const RhumbClusteringOptions *options,
                   GError **error)
{
    g_autoptr (RhumbPartition) best = NULL;
    const guint n_starts = METHODS[options->method].takes_chance ? options->n_starts : 1;
    const double sign = options->method == RHUMB_CLUSTERING_INFOMAP ? -1 : 1;
    for (guint start = 0; start < n_starts; start++) {
        double code_length = 0;
        g_autofree guint32 *cluster = rhumb_igraph_cluster (
            network, options, rhumb_hash_mix (options->seed, start), &code_length, error);
        if (cluster == NULL)
            return NULL;
        g_autoptr (RhumbPartition) found = make_partition (network, options, cluster, code_length);
        if (best != NULL &&
            sign * rhumb_partition_get_quality (found) <= sign * rhumb_partition_get_quality (best))
            continue;
        g_clear_pointer (&best, rhumb_partition_unref);
        best = g_steal_pointer (&found);
    }
    return g_steal_pointer (&best);
}

static RhumbPartition *
leave_alone (guint32 n_nodes, const RhumbClusteringOptions *options)
{
    g_autofree guint32 *cluster = g_new (guint32, n_nodes);
    for (guint32 v = 0; v < n_nodes; v++)
        cluster[v] = v;
    return rhumb_partition_new (n_nodes, cluster, NULL,
                                options->method == RHUMB_CLUSTERING_INFOMAP ? "bits a step"
                                                                            : "modularity",
                                0, options->resolution, options->seed);
}

/**
 * rhumb_cluster:
 * @network: an undirected network
 * @options: (nullable): options, %NULL = defaults
 * @error: return location for an error
 *
 * Finds clusters by one of several methods. The same network, options and seed give the same
 * clusters for any number of threads.
 *
 * Returns: (transfer full): a cluster for each node, its quality modularity or CPM, for infomap
 *   "bits a step" (lower is better); or %NULL with %RHUMB_ERROR_INVALID (an option that the method
 *   does not take), %RHUMB_ERROR_LIMIT (more nodes than it can take) or %RHUMB_ERROR_LIBRARY
 *
 * Since: 0.2
 */
RhumbPartition *
rhumb_cluster (const RhumbNetwork *network, const RhumbClusteringOptions *options, GError **error)
{
    static const RhumbClusteringOptions DEFAULTS = RHUMB_CLUSTERING_DEFAULTS;
    g_return_val_if_fail (rhumb_network_get_mode (network) == RHUMB_NETWORK_UNDIRECTED, NULL);
    const RhumbClusteringOptions *used = options != NULL ? options : &DEFAULTS;
    const guint32 n = rhumb_network_get_n_from (network);
    if (!check_options (used, n, error))
        return NULL;
    if (used->method == RHUMB_CLUSTERING_LEIDEN)
        return cluster_by_leiden (network, used, error);
    g_autoptr (RhumbNetwork) linked = drop_null_links (network, error);
    if (linked == NULL)
        return NULL;
    if (rhumb_network_get_n_edges (linked) == 0)
        return leave_alone (n, used);
    return cluster_by_igraph (linked, used, error);
}
