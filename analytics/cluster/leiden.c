/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which nodes of a network belong together.
 *
 * Source: Traag, Waltman and van Eck (2019), doi:10.1038/s41598-019-41695-z. Quality:
 *
 *   modularity   Q = 1/2m Σ_ij δ_ij (a_ij − γ k_i k_j / 2m)
 *   CPM          Q = 1/2m Σ_ij δ_ij (a_ij − γ)
 *
 * (Newman and Girvan 2004, doi:10.1103/PhysRevE.69.026113; constant Potts model: Traag, Van Dooren
 * and Nesterov 2011, doi:10.1103/PhysRevE.84.016114)
 *
 * Method: igraph's implementation, iterated until it is stable, from several starts; the best
 * quality is kept, of equally good ones the first. Clusters are connected. Random choices come from
 * the seed and the number of the start alone.
 *
 * Cost: about O(edges log nodes) a start; igraph's copy of the network.
 */
#include "analytics/cluster/leiden.h"

#include <math.h>

#include "graph/error.h"
#include "graph/igraph-door.h"
#include "graph/text.h"

/* Randomness of the refinement; the source's default. */
#define THETA 0.01

/* An iteration that gains less than this share of the quality ends the start: it is stable. */
#define MIN_GAIN 1e-5

static gboolean
check_options (const RhumbLeidenOptions *options, GError **error)
{
    if (options->resolution > 0 && options->resolution < G_MAXDOUBLE && options->n_starts > 0)
        return TRUE;
    g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                 "resolution %g with %u starts, expected both above 0", options->resolution,
                 options->n_starts);
    return FALSE;
}

/* Node weights that make igraph's constant Potts model the wanted quality: the strength of each
 * node for modularity (with γ/2m as resolution), else 1. Returns 2m. */
static double
weigh_nodes (const RhumbNetwork *network, RhumbLeidenQuality quality, igraph_vector_t *weights)
{
    const RhumbRows rows = rhumb_network_get_out_rows (network);
    double total = 0;
    for (guint32 v = 0; v < rows.n_rows; v++) {
        double strength = 0;
        for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++) {
            const double weight = rows.weight != NULL ? rows.weight[i] : 1;
            strength += rows.node[i] == v ? 2 * weight : weight;
        }
        VECTOR (*weights)[v] = quality == RHUMB_LEIDEN_MODULARITY ? strength : 1;
        total += strength;
    }
    return total;
}

/* Iterates from single nodes until the quality no longer rises. The loop for this in igraph 0.10.2
 * is turned round (its issue 2798): it ends after the first iteration that changes anything, and
 * never if none does, so each iteration is asked for by itself. */
static igraph_error_t
iterate (const igraph_t *graph, const igraph_vector_t *edge_weights,
         const igraph_vector_t *node_weights, double resolution, igraph_vector_int_t *membership,
         igraph_real_t *quality)
{
    igraph_error_t code = igraph_community_leiden (graph, edge_weights, node_weights, resolution,
                                                   THETA, FALSE, 1, membership, NULL, quality);
    double before = -HUGE_VAL;
    while (code == IGRAPH_SUCCESS && *quality - before > MIN_GAIN * fabs (*quality)) {
        before = *quality;
        code = igraph_community_leiden (graph, edge_weights, node_weights, resolution, THETA, TRUE,
                                        1, membership, NULL, quality);
    }
    return code;
}

/* Runs all starts under the lock; @best holds the membership with the highest quality. */
static gboolean
run_starts (const igraph_t *graph, const igraph_vector_t *edge_weights,
            const igraph_vector_t *node_weights, double resolution,
            const RhumbLeidenOptions *options, guint32 *best, double *best_quality, GError **error)
{
    const guint32 n = (guint32)igraph_vcount (graph);
    g_auto (igraph_vector_int_t) membership = {0};
    if (!rhumb_igraph_check (igraph_vector_int_init (&membership, n), "taking clusters", error))
        return FALSE;
    for (guint start = 0; start < options->n_starts; start++) {
        igraph_real_t quality = 0;
        igraph_rng_seed (igraph_rng_default (),
                         (igraph_uint_t)(rhumb_hash_mix (options->seed, start) >> 1));
        const igraph_error_t code =
            iterate (graph, edge_weights, node_weights, resolution, &membership, &quality);
        if (!rhumb_igraph_check (code, "finding clusters", error))
            return FALSE;
        if (start > 0 && quality <= *best_quality)
            continue;
        *best_quality = quality;
        for (guint32 v = 0; v < n; v++)
            best[v] = (guint32)VECTOR (membership)[v];
    }
    return TRUE;
}

static gboolean
cluster_locked (const RhumbNetwork *network, const RhumbLeidenOptions *options, guint32 *cluster,
                double *quality, GError **error)
{
    g_auto (igraph_t) graph = {0};
    g_auto (igraph_vector_t) edge_weights = {0};
    if (!rhumb_network_to_igraph (network, &graph, &edge_weights, error))
        return FALSE;
    g_auto (igraph_vector_t) node_weights = {0};
    if (!rhumb_igraph_check (igraph_vector_init (&node_weights, igraph_vcount (&graph)),
                             "taking weights", error))
        return FALSE;
    const double total = weigh_nodes (network, options->quality, &node_weights);
    if (total <= 0)
        return TRUE; /* links of weight 0 join nothing */
    const double resolution = options->quality == RHUMB_LEIDEN_MODULARITY
                                  ? options->resolution / total
                                  : options->resolution;
    return run_starts (&graph, &edge_weights, &node_weights, resolution, options, cluster, quality,
                       error);
}

/**
 * rhumb_leiden:
 * @network: an undirected network
 * @options: (nullable): options, %NULL = defaults
 * @error: return location for an error
 *
 * Finds clusters by the Leiden algorithm. A node without links is a cluster of its own.
 *
 * Source: Traag, Waltman and van Eck (2019), doi:10.1038/s41598-019-41695-z.
 *
 * Returns: (transfer full): a cluster for each node, or %NULL with %RHUMB_ERROR_INVALID or
 *   %RHUMB_ERROR_LIBRARY
 *
 * Since: 0.1
 */
RhumbPartition *
rhumb_leiden (const RhumbNetwork *network, const RhumbLeidenOptions *options, GError **error)
{
    static const RhumbLeidenOptions DEFAULTS = RHUMB_LEIDEN_DEFAULTS;
    g_return_val_if_fail (rhumb_network_get_mode (network) == RHUMB_NETWORK_UNDIRECTED, NULL);
    const RhumbLeidenOptions *used = options != NULL ? options : &DEFAULTS;
    if (!check_options (used, error))
        return NULL;
    const guint32 n = rhumb_network_get_n_from (network);
    g_autofree guint32 *cluster = g_new (guint32, n);
    double quality = 0;
    for (guint32 v = 0; v < n; v++)
        cluster[v] = v;
    if (rhumb_network_get_n_edges (network) > 0) {
        rhumb_igraph_lock ();
        const gboolean done = cluster_locked (network, used, cluster, &quality, error);
        rhumb_igraph_unlock ();
        if (!done)
            return NULL;
    }
    return rhumb_partition_new (n, cluster, NULL,
                                used->quality == RHUMB_LEIDEN_MODULARITY ? "modularity" : "CPM",
                                quality, used->resolution, used->seed);
}
