/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which papers are about the same: each paper is a row of weighted features (words, concepts),
 * and two papers are as related as the cosine of their rows. Each paper keeps its nearest ones.
 *
 * Source: the vector space model of Salton, Wong and Yang (1975), doi:10.1145/361219.361220.
 *
 * Method: a row times all others through the columns of its features (the sparse product F Fᵀ,
 * one row at a time), of which only the best few stay. Features that very many papers share tell
 * little and would make the product quadratic, so columns longer than a stated limit are not
 * used: 1000 papers, about 2 % of the text of 50,000 abstracts' commonest words.
 *
 * Cost: time O(Σ_v Σ_{f in v} min(column f, limit)), so linear in papers; memory O(papers ×
 * (threads + neighbours)). Rows are independent and summed in feature order: the same bits for
 * any number of threads.
 */
#include "analytics/network/relatedness.h"

#include <math.h>
#include <string.h>

#include "graph/corpus.h"
#include "graph/error.h"
#include "graph/threads-private.h"

/* Fewer rows than this are done before a second thread is awake. */
#define SMALL 512

/* Rounding does not make a cosine that is less than this share of another one larger. */
#define SURELY (1 - 1e-12)

typedef struct {
    guint32 node;
    double cosine;
} Neighbour;

/* Room of one thread. @sum is all zero between rows. */
typedef struct {
    double *sum;
    guint32 *touched;
} Scratch;

static gsize
append_rows (const RhumbNetwork *features, double share, guint32 column_offset, guint32 *from,
             guint32 *to, double *weight)
{
    const RhumbRows rows = rhumb_network_get_out_rows (features);
    gsize e = 0;
    for (guint32 v = 0; v < rows.n_rows; v++) {
        double squares = 0;
        for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++)
            squares += rows.weight != NULL ? rows.weight[i] * rows.weight[i] : 1;
        const double scale = squares > 0 ? sqrt (share / squares) : 0;
        for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++) {
            from[e] = v;
            to[e] = column_offset + rows.node[i];
            weight[e++] = scale * (rows.weight != NULL ? rows.weight[i] : 1);
        }
    }
    return e;
}

/**
 * rhumb_join_features:
 * @a: a two-mode network nodes → features
 * @share_a: how much of a cosine the features of @a decide, at least 0
 * @b: another one of the same nodes
 * @share_b: likewise for @b
 * @error: return location for an error
 *
 * Puts two sets of features side by side: rows of each are scaled so that their squares sum to
 * the share.
 *
 * Returns: (transfer full): a two-mode network with the features of @a, then those of @b
 *
 * Since: 0.1
 */
RhumbNetwork *
rhumb_join_features (const RhumbNetwork *a, double share_a, const RhumbNetwork *b, double share_b,
                     GError **error)
{
    const guint32 n_nodes = rhumb_network_get_n_from (a);
    g_return_val_if_fail (rhumb_network_get_n_from (b) == n_nodes, NULL);
    const guint32 n_a = rhumb_network_get_n_to (a);
    const gsize n_edges = rhumb_network_get_n_edges (a) + rhumb_network_get_n_edges (b);
    g_autofree guint32 *from = g_new (guint32, n_edges);
    g_autofree guint32 *to = g_new (guint32, n_edges);
    g_autofree double *weight = g_new (double, n_edges);
    const gsize e = append_rows (a, share_a, 0, from, to, weight);
    append_rows (b, share_b, n_a, from + e, to + e, weight + e);
    return rhumb_network_new (RHUMB_NETWORK_TWO_MODE, n_nodes, n_a + rhumb_network_get_n_to (b),
                              from, to, weight, n_edges, error);
}

static double *
measure_rows (RhumbRows rows)
{
    double *length = g_new (double, rows.n_rows);
    for (guint32 v = 0; v < rows.n_rows; v++) {
        double squares = 0;
        for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++)
            squares += rows.weight != NULL ? rows.weight[i] * rows.weight[i] : 1;
        length[v] = sqrt (squares);
    }
    return length;
}

static gboolean
is_nearer (Neighbour a, Neighbour b)
{
    return a.cosine > b.cosine || (a.cosine == b.cosine && a.node < b.node);
}

/* Puts a neighbour into its place among the nearest, if it has one there. */
static void
insert_neighbour (Neighbour found, Neighbour *nearest, guint n_neighbours)
{
    guint place = n_neighbours;
    while (place > 0 && is_nearer (found, nearest[place - 1]))
        place--;
    if (place == n_neighbours)
        return;
    memmove (nearest + place + 1, nearest + place, sizeof (Neighbour) * (n_neighbours - 1 - place));
    nearest[place] = found;
}

/* Fills @nearest with the best neighbours of @v; places that stay free hold RHUMB_NONE. */
static void
find_nearest (RhumbRows rows, RhumbRows columns, const double *length, guint32 v,
              const RhumbRelatednessOptions *options, Scratch *scratch, Neighbour *nearest)
{
    guint32 n_touched = 0;
    for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++) {
        const guint32 f = rows.node[i];
        const double weight = rows.weight != NULL ? rows.weight[i] : 1;
        if (columns.start[f + 1] - columns.start[f] > options->max_column || weight <= 0)
            continue;
        for (gsize j = columns.start[f]; j < columns.start[f + 1]; j++) {
            const guint32 u = columns.node[j];
            const double product = weight * (columns.weight != NULL ? columns.weight[j] : 1);
            if (u == v || product <= 0)
                continue;
            /* Written in any case and kept if new: whether it is cannot be foreseen. */
            scratch->touched[n_touched] = u;
            n_touched += scratch->sum[u] == 0;
            scratch->sum[u] += product;
        }
    }
    for (guint k = 0; k < options->n_neighbours; k++)
        nearest[k] = (Neighbour){RHUMB_NONE, 0};
    const Neighbour *farthest = &nearest[options->n_neighbours - 1];
    for (guint32 i = 0; i < n_touched; i++) {
        const guint32 u = scratch->touched[i];
        const double lengths = length[v] * length[u];
        const double sum = scratch->sum[u];
        scratch->sum[u] = 0;
        /* Most are told to be too far without a division. */
        if (sum < SURELY * farthest->cosine * lengths)
            continue;
        insert_neighbour ((Neighbour){u, sum / lengths}, nearest, options->n_neighbours);
    }
}

static void
find_all_nearest (RhumbRows rows, RhumbRows columns, const RhumbRelatednessOptions *options,
                  Neighbour *nearest)
{
    g_autofree double *length = measure_rows (rows);
    const guint n_threads = rhumb_get_n_threads ();
    g_autofree Scratch *room = g_new (Scratch, n_threads);
    for (guint t = 0; t < n_threads; t++)
        room[t] = (Scratch){g_new0 (double, rows.n_rows), g_new (guint32, rows.n_rows)};
#pragma omp parallel for schedule(dynamic, 64) if (rows.n_rows > SMALL)
    for (guint32 v = 0; v < rows.n_rows; v++) {
        Scratch *mine = &room[rhumb_get_thread ()];
        find_nearest (rows, columns, length, v, options, mine,
                      nearest + (gsize)v * options->n_neighbours);
    }
    for (guint t = 0; t < n_threads; t++) {
        g_free (room[t].sum);
        g_free (room[t].touched);
    }
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
    if (used->n_neighbours < 1 || used->max_column < 2) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                     "%u neighbours through columns of at most %u, expected at least 1 and 2",
                     used->n_neighbours, used->max_column);
        return NULL;
    }
    const RhumbRows rows = rhumb_network_get_out_rows (features);
    const gsize n_places = (gsize)rows.n_rows * used->n_neighbours;
    g_autofree Neighbour *nearest = g_new (Neighbour, n_places);
    find_all_nearest (rows, rhumb_network_get_in_rows (features), used, nearest);
    g_autofree guint32 *from = g_new (guint32, n_places);
    g_autofree guint32 *to = g_new (guint32, n_places);
    g_autofree double *weight = g_new (double, n_places);
    gsize n_edges = 0;
    for (gsize i = 0; i < n_places; i++) {
        const guint32 v = (guint32)(i / used->n_neighbours);
        const guint32 u = nearest[i].node;
        if (u == RHUMB_NONE || (u < v && is_kept_by (nearest, used->n_neighbours, u, v)))
            continue;
        from[n_edges] = v;
        to[n_edges] = u;
        weight[n_edges++] = MIN (nearest[i].cosine, 1);
    }
    return rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, rows.n_rows, rows.n_rows, from, to, weight,
                              n_edges, error);
}
