/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Layouts of igraph, to compare with ours and for who is used to them.
 *
 * FR: T. M. J. Fruchterman, E. M. Reingold, Software: Practice and Experience 21 (1991),
 * doi:10.1002/spe.4380211102; 500 rounds, by a grid beyond 1,000 nodes. DrL: S. Martin,
 * W. M. Brown, R. Klavans, K. W. Boyack, OpenOrd, SPIE 7868 (2011), doi:10.1117/12.871402.
 * KK: T. Kamada, S. Kawai, Information Processing Letters 31 (1989),
 * doi:10.1016/0020-0190(89)90102-6, with the inverse of weights as lengths and n² memory.
 * UMAP: L. McInnes, J. Healy, J. Melville (2018), arXiv:1802.03426, with the inverse of weights as
 * distances. All start where a hash of the seed and of each node's id tells; igraph's own random
 * numbers begin with the seed. They use one processor and know of no clusters.
 */
#include "analytics/layout/igraph-layouts.h"

#include <math.h>

#include "graph/error.h"
#include "graph/igraph-private.h"
#include "graph/text.h"

#define FR_ROUNDS 500
#define KK_ROUNDS_PER_NODE 50
#define KK_MOST_NODES 3000
#define UMAP_LEAST_DISTANCE 0.1
#define UMAP_EPOCHS 500
#define UMAP_SAMPLING 0.3

typedef struct {
    igraph_t graph;
    igraph_vector_t weight;
    igraph_vector_t length; /* 1 / weight */
    igraph_matrix_t place;
} Layout;

static gboolean
fill_graph (Layout *layout, const RhumbSpring *spring, gsize n_springs, guint32 n_nodes,
            GError **error)
{
    igraph_vector_int_t ends;
    if (!rhumb_igraph_open (error) ||
        !rhumb_igraph_check (igraph ()->vector_int_init (&ends, 2 * (igraph_integer_t)n_springs),
                             "taking links", error))
        return FALSE;
    for (gsize e = 0; e < n_springs; e++) {
        VECTOR (ends)[2 * e] = spring[e].from;
        VECTOR (ends)[2 * e + 1] = spring[e].to;
    }
    const igraph_error_t code = igraph ()->create (&layout->graph, &ends, n_nodes, FALSE);
    igraph ()->vector_int_destroy (&ends);
    return rhumb_igraph_check (code, "building the network", error);
}

/* Called with the graph there; on failure vectors and matrix that are there are destroyed. */
static gboolean
fill_numbers (Layout *layout, const RhumbSpring *spring, gsize n_springs, guint32 n_nodes,
              GError **error)
{
    const igraph_integer_t n = (igraph_integer_t)n_springs;
    if (!rhumb_igraph_check (igraph ()->vector_init (&layout->weight, n), "taking weights", error))
        return FALSE;
    if (!rhumb_igraph_check (igraph ()->vector_init (&layout->length, n), "taking lengths",
                             error)) {
        igraph ()->vector_destroy (&layout->weight);
        return FALSE;
    }
    if (!rhumb_igraph_check (igraph ()->matrix_init (&layout->place, n_nodes, 2), "taking places",
                             error)) {
        igraph ()->vector_destroy (&layout->weight);
        igraph ()->vector_destroy (&layout->length);
        return FALSE;
    }
    for (gsize e = 0; e < n_springs; e++) {
        VECTOR (layout->weight)[e] = spring[e].weight;
        VECTOR (layout->length)[e] = 1 / spring[e].weight;
    }
    return TRUE;
}

static void
start (Layout *layout, guint32 n_nodes, const guint64 *key, guint64 seed)
{
    const double side = sqrt (n_nodes);
    for (guint32 i = 0; i < n_nodes; i++) {
        const guint64 own = rhumb_hash_mix (seed, key[i]);
        MATRIX (layout->place, i, 0) = side * (double)(rhumb_hash_mix (own, 1) >> 11) * 0x1p-53;
        MATRIX (layout->place, i, 1) = side * (double)(rhumb_hash_mix (own, 2) >> 11) * 0x1p-53;
    }
}

static igraph_error_t
run_drl (Layout *layout)
{
    igraph_layout_drl_options_t options;
    const igraph_error_t code =
        igraph ()->layout_drl_options_init (&options, IGRAPH_LAYOUT_DRL_DEFAULT);
    if (code != IGRAPH_SUCCESS)
        return code;
    return igraph ()->layout_drl (&layout->graph, &layout->place, TRUE, &options, &layout->weight);
}

static igraph_error_t
run (Layout *layout, RhumbMapLayout which, guint32 n_nodes)
{
    switch (which) {
    case RHUMB_MAP_LAYOUT_DRL:
        return run_drl (layout);
    case RHUMB_MAP_LAYOUT_KK:
        return igraph ()->layout_kamada_kawai (&layout->graph, &layout->place, TRUE,
                                               KK_ROUNDS_PER_NODE * (igraph_integer_t)n_nodes, 0.0,
                                               n_nodes, &layout->length, NULL, NULL, NULL, NULL);
    case RHUMB_MAP_LAYOUT_UMAP:
        return igraph ()->layout_umap (&layout->graph, &layout->place, TRUE, &layout->length,
                                       UMAP_LEAST_DISTANCE, UMAP_EPOCHS, UMAP_SAMPLING);
    default:
        return igraph ()->layout_fruchterman_reingold (
            &layout->graph, &layout->place, TRUE, FR_ROUNDS, sqrt (n_nodes), IGRAPH_LAYOUT_AUTOGRID,
            &layout->weight, NULL, NULL, NULL, NULL);
    }
}

/* With the lock held. */
static gboolean
place (Layout *layout, RhumbMapLayout which, guint32 n_nodes, guint64 seed, double *x,
       GError **error)
{
    igraph ()->rng_seed (igraph ()->rng_default (), (igraph_uint_t)(seed & 0x7fffffff));
    if (!rhumb_igraph_check (run (layout, which, n_nodes), "placing nodes", error))
        return FALSE;
    for (guint32 i = 0; i < n_nodes; i++) {
        x[2 * (gsize)i] = MATRIX (layout->place, i, 0);
        x[2 * (gsize)i + 1] = MATRIX (layout->place, i, 1);
        if (isfinite (x[2 * (gsize)i]) && isfinite (x[2 * (gsize)i + 1]))
            continue;
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_LIBRARY,
                     "igraph gave node %u no place, expected two finite numbers", i);
        return FALSE;
    }
    return TRUE;
}

static gboolean
fill_and_place (RhumbMapLayout which, const RhumbSpring *spring, gsize n_springs, guint32 n_nodes,
                const guint64 *key, guint64 seed, double *x, GError **error)
{
    Layout layout;
    if (!fill_graph (&layout, spring, n_springs, n_nodes, error))
        return FALSE;
    if (!fill_numbers (&layout, spring, n_springs, n_nodes, error)) {
        igraph ()->destroy (&layout.graph);
        return FALSE;
    }
    start (&layout, n_nodes, key, seed);
    const gboolean is_placed = place (&layout, which, n_nodes, seed, x, error);
    igraph ()->destroy (&layout.graph);
    igraph ()->vector_destroy (&layout.weight);
    igraph ()->vector_destroy (&layout.length);
    igraph ()->matrix_destroy (&layout.place);
    return is_placed;
}

/* Places a network by a layout of igraph. @spring: links of positive weight; @key: what tells
 * chance about each node; @x: x and y of each node in turn. FALSE with %RHUMB_ERROR_LIMIT (KK of
 * more than 3,000 nodes) or %RHUMB_ERROR_LIBRARY. */
gboolean
rhumb_igraph_place (RhumbMapLayout layout, const RhumbSpring *spring, gsize n_springs,
                    guint32 n_nodes, const guint64 *key, guint64 seed, double *x, GError **error)
{
    if (layout == RHUMB_MAP_LAYOUT_KK && n_nodes > KK_MOST_NODES) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_LIMIT,
                     "the layout kk takes at most %u nodes, found %u", KK_MOST_NODES, n_nodes);
        return FALSE;
    }
    rhumb_igraph_lock ();
    const gboolean is_placed =
        fill_and_place (layout, spring, n_springs, n_nodes, key, seed, x, error);
    rhumb_igraph_unlock ();
    return is_placed;
}
