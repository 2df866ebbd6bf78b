/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which papers are about the same: each paper is a row of weighted features (words, concepts),
 * and two papers are as related as the cosine of their rows. Each paper keeps its nearest ones.
 *
 * Source: the vector space model of Salton, Wong and Yang (1975), doi:10.1145/361219.361220.
 *
 * Method: a row times all others through the columns of its features (row-products.c), of which
 * only the best few stay (nearest-rows.c). Features that very many papers share tell little and
 * would make the product quadratic, so columns longer than a stated limit are not used: 1000
 * papers, about 2 % of the text of 50,000 abstracts' commonest words.
 *
 * Cost: time O(Σ_v Σ_{f in v} min(column f, limit)), so linear in papers; memory O(papers ×
 * (threads + neighbours)). Each pair is summed by one thread in the order of features, and the
 * best are the same in whatever order they are found: the same bits for any number of threads.
 */
#include "analytics/network/relatedness-private.h"

#include <math.h>

#include "analytics/network/nearest-rows.h"
#include "graph/corpus.h"
#include "graph/error.h"
#include "graph/large-array.h"

/* Fewer rows than this are done before a second thread is awake. */
#define SMALL 512

/* Appends a row, scaled so that its squares sum to @share, from place @e on; returns where it ends.
 */
static gsize
append_row (RhumbRows rows, guint32 v, double share, guint32 column_offset, guint32 *node,
            double *weight, gsize e)
{
    double squares = 0;
    for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++)
        squares += rows.weight != NULL ? rows.weight[i] * rows.weight[i] : 1;
    const double scale = squares > 0 ? sqrt (share / squares) : 0;
    for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++) {
        node[e] = column_offset + rows.node[i];
        weight[e++] = scale * rhumb_rows_get_weight (rows, i);
    }
    return e;
}

/*
 * rhumb_join_feature_rows:
 * @a: rows of features
 * @n_a: how many features there are
 * @share_a: how much of a cosine they decide
 * @b: rows of the same nodes, of other features
 * @share_b: likewise
 * @joined: (out caller-allocates): rows of all features, those of @b numbered behind those of @a
 *
 * Does as rhumb_join_features(), for who wants the rows alone.
 */
void
rhumb_join_feature_rows (RhumbRows a, guint32 n_a, double share_a, RhumbRows b, double share_b,
                         RhumbOwnRows *joined)
{
    const guint32 n_nodes = a.n_rows;
    const gsize n_entries = a.start[n_nodes] + b.start[n_nodes];
    gsize *start = g_new (gsize, (gsize)n_nodes + 1);
    guint32 *node = rhumb_large_array_new (n_entries, sizeof (guint32));
    double *weight = rhumb_large_array_new (n_entries, sizeof (double));
    start[n_nodes] = n_entries;
#pragma omp parallel for schedule(dynamic, SMALL) if (n_nodes > SMALL)
    for (guint32 v = 0; v < n_nodes; v++) {
        start[v] = a.start[v] + b.start[v];
        const gsize middle = append_row (a, v, share_a, 0, node, weight, start[v]);
        append_row (b, v, share_b, n_a, node, weight, middle);
    }
    *joined = (RhumbOwnRows){n_nodes, start, node, weight};
}

/**
 * rhumb_join_features:
 * @a: a two-mode network nodes → features; with those of @b fewer than 2^32
 * @share_a: how much of a cosine the features of @a decide, at least 0
 * @b: another one of the same nodes
 * @share_b: likewise for @b
 * @error: return location for an error
 *
 * Puts two sets of features side by side: rows of each are scaled so that their squares sum to
 * the share.
 *
 * Returns: (transfer full): a two-mode network with the features of @a, then those of @b; %NULL
 * with an error of rhumb_network_new()
 *
 * Since: 0.1
 */
RhumbNetwork *
rhumb_join_features (const RhumbNetwork *a, double share_a, const RhumbNetwork *b, double share_b,
                     GError **error)
{
    const guint32 n_a = rhumb_network_get_n_to (a);
    g_return_val_if_fail (rhumb_network_get_n_from (b) == rhumb_network_get_n_from (a), NULL);
    g_return_val_if_fail (rhumb_network_get_n_to (b) < RHUMB_NONE - n_a, NULL);
    RhumbOwnRows rows;
    rhumb_join_feature_rows (rhumb_network_get_out_rows (a), n_a, share_a,
                             rhumb_network_get_out_rows (b), share_b, &rows);
    return rhumb_network_take_two_mode_rows (rows.n_rows, n_a + rhumb_network_get_n_to (b),
                                             rows.start, rows.node, rows.weight, error);
}

/* A pair that both nodes keep is entered once. */
static gboolean
is_kept_by (const Neighbour *nearest, guint n_neighbours, guint32 v, guint32 u)
{
    for (guint k = 0; k < n_neighbours; k++) {
        if (nearest[(gsize)v * n_neighbours + k].node == u)
            return TRUE;
    }
    return FALSE;
}

/* The network of what is nearest to each. */
static RhumbNetwork *
unite (const Neighbour *nearest, guint32 n_nodes, guint n_neighbours, GError **error)
{
    const gsize n_places = (gsize)n_nodes * n_neighbours;
    g_autofree guint32 *from = g_new (guint32, n_places);
    g_autofree guint32 *to = g_new (guint32, n_places);
    g_autofree double *weight = g_new (double, n_places);
    gsize n_edges = 0;
    for (gsize i = 0; i < n_places; i++) {
        const guint32 v = (guint32)(i / n_neighbours);
        const guint32 u = nearest[i].node;
        if (u == RHUMB_NONE || (u < v && is_kept_by (nearest, n_neighbours, u, v)))
            continue;
        from[n_edges] = v;
        to[n_edges] = u;
        weight[n_edges++] = MIN (nearest[i].cosine, 1);
    }
    return rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, n_nodes, n_nodes, from, to, weight, n_edges,
                              error);
}

/*
 * rhumb_relate_feature_rows:
 * @rows: features of each node, ascending, below @n_features
 * @n_features: how many there are
 * @options: options
 * @error: return location for an error
 *
 * Does as rhumb_relate_by_features().
 */
RhumbNetwork *
rhumb_relate_feature_rows (RhumbRows rows, guint32 n_features,
                           const RhumbRelatednessOptions *options, GError **error)
{
    if (options->n_neighbours < 1 || options->max_column < 2) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                     "%u neighbours through columns of at most %u, expected at least 1 and 2",
                     options->n_neighbours, options->max_column);
        return NULL;
    }
    g_autofree Neighbour *nearest = g_new (Neighbour, (gsize)rows.n_rows * options->n_neighbours);
    rhumb_find_nearest_rows (rows, n_features, options, nearest);
    return unite (nearest, rows.n_rows, options->n_neighbours, error);
}

/**
 * rhumb_relate_by_features:
 * @features: a two-mode network nodes → features
 * @options: (nullable): options, %NULL = defaults
 * @error: return location for an error
 *
 * Relates nodes by the cosine of their features; each node keeps its nearest ones, so a node has
 * at least that many links unless it shares features with fewer.
 *
 * Returns: (transfer full): an undirected network of the nodes, weights in (0, 1], or %NULL with
 *   %RHUMB_ERROR_INVALID
 *
 * Since: 0.1
 */
RhumbNetwork *
rhumb_relate_by_features (const RhumbNetwork *features, const RhumbRelatednessOptions *options,
                          GError **error)
{
    static const RhumbRelatednessOptions DEFAULTS = RHUMB_RELATEDNESS_DEFAULTS;
    const RhumbRelatednessOptions *used = options != NULL ? options : &DEFAULTS;
    return rhumb_relate_feature_rows (rhumb_network_get_out_rows (features),
                                      rhumb_network_get_n_to (features), used, error);
}
