/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Clusters by methods of igraph, to compare with ours and for who is used to them.
 *
 * Louvain: Blondel, Guillaume, Lambiotte and Lefebvre (2008), doi:10.1088/1742-5468/2008/10/P10008.
 * Walktrap: Pons and Latapy (2005), doi:10.1007/11569596_31, walks of 4 steps. Infomap: Rosvall and
 * Bergstrom (2008), doi:10.1073/pnas.0706851105. Label propagation: Raghavan, Albert and Kumara
 * (2007), doi:10.1103/PhysRevE.76.036106.
 *
 * All use one processor; igraph's own random numbers begin with the seed, so that the same network
 * gives the same clusters, but a network with one more paper may give others everywhere.
 *
 * Cost: Louvain and label propagation some ten times O(edges), infomap some hundred times,
 * walktrap up to O(nodes²) time and memory; igraph's copy takes 56 bytes an edge.
 */
#include "analytics/cluster/igraph-clusters.h"

#include "graph/igraph-private.h"

#define WALK_STEPS 4

/* Called with the lock held, as all below. */
static igraph_error_t
run_walktrap (const igraph_t *graph, const igraph_vector_t *weights, guint n_clusters,
              igraph_vector_int_t *membership)
{
    if (n_clusters == 0) {
        igraph_vector_t modularity;
        igraph_matrix_int_t merges;
        igraph_error_t code = igraph ()->vector_init (&modularity, 0);
        if (code != IGRAPH_SUCCESS)
            return code;
        code = igraph ()->matrix_int_init (&merges, 0, 0);
        if (code == IGRAPH_SUCCESS) {
            code = igraph ()->community_walktrap (graph, weights, WALK_STEPS, &merges, &modularity,
                                                  membership);
            igraph ()->matrix_int_destroy (&merges);
        }
        igraph ()->vector_destroy (&modularity);
        return code;
    }
    igraph_matrix_int_t merges;
    igraph_error_t code = igraph ()->matrix_int_init (&merges, 0, 0);
    if (code != IGRAPH_SUCCESS)
        return code;
    code = igraph ()->community_walktrap (graph, weights, WALK_STEPS, &merges, NULL, NULL);
    const igraph_integer_t n = igraph ()->vcount (graph);
    const igraph_integer_t wanted = n > (igraph_integer_t)n_clusters ? n - n_clusters : 0;
    if (code == IGRAPH_SUCCESS)
        code = igraph ()->community_to_membership (
            &merges, n, MIN (wanted, igraph ()->matrix_int_nrow (&merges)), membership, NULL);
    igraph ()->matrix_int_destroy (&merges);
    return code;
}

static igraph_error_t
run (const igraph_t *graph, const igraph_vector_t *weights, const RhumbClusteringOptions *options,
     igraph_vector_int_t *membership, double *code_length)
{
    switch (options->method) {
    case RHUMB_CLUSTERING_WALKTRAP:
        return run_walktrap (graph, weights, options->n_clusters, membership);
    case RHUMB_CLUSTERING_INFOMAP:
        return igraph ()->community_infomap (graph, weights, NULL, 1, membership, code_length);
    case RHUMB_CLUSTERING_LABEL_PROPAGATION:
        return igraph ()->community_label_propagation (graph, membership, IGRAPH_ALL, weights, NULL,
                                                       NULL);
    default:
        return igraph ()->community_multilevel (graph, weights, options->resolution, membership,
                                                NULL, NULL);
    }
}

/* What @membership says, or NULL. */
static guint32 *
cluster_graph (const igraph_t *graph, const igraph_vector_t *weights,
               const RhumbClusteringOptions *options, double *code_length, GError **error)
{
    igraph_vector_int_t membership;
    if (!rhumb_igraph_check (igraph ()->vector_int_init (&membership, 0), "taking clusters", error))
        return NULL;
    const guint32 n = (guint32)igraph ()->vcount (graph);
    guint32 *cluster = NULL;
    if (rhumb_igraph_check (run (graph, weights, options, &membership, code_length),
                            rhumb_clustering_get_name (options->method), error)) {
        cluster = g_new (guint32, n);
        for (guint32 v = 0; v < n; v++)
            cluster[v] = (guint32)VECTOR (membership)[v];
    }
    igraph ()->vector_int_destroy (&membership);
    return cluster;
}

/* A cluster number for each node of an undirected network that has links, all of a weight above 0;
 * @code_length gets infomap's bits a step. */
guint32 *
rhumb_igraph_cluster (const RhumbNetwork *network, const RhumbClusteringOptions *options,
                      guint64 seed, double *code_length, GError **error)
{
    igraph_t graph;
    igraph_vector_t weights;
    guint32 *cluster = NULL;
    rhumb_igraph_lock ();
    if (rhumb_network_to_igraph (network, &graph, &weights, error)) {
        igraph ()->rng_seed (igraph ()->rng_default (), (igraph_uint_t)(seed & 0x7fffffff));
        cluster = cluster_graph (&graph, &weights, options, code_length, error);
        igraph ()->destroy (&graph);
        igraph ()->vector_destroy (&weights);
    }
    rhumb_igraph_unlock ();
    return cluster;
}
