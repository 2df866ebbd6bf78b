/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which papers are about the same: each paper is a row of weighted features (words, concepts),
 * and two papers are as related as the cosine of their rows. Each paper keeps its nearest ones.
 *
 * Source: the vector space model of Salton, Wong and Yang (1975), doi:10.1145/361219.361220.
 *
 * Method: a row times all others through the columns of its features (row-products.c), of which
 * only the best few stay. Features that very many papers share tell little and would make the
 * product quadratic, so columns longer than a stated limit are not used: 1000 papers, about 2 % of
 * the text of 50,000 abstracts' commonest words.
 *
 * Cost: time O(Σ_v Σ_{f in v} min(column f, limit)), so linear in papers; memory O(papers ×
 * (threads + neighbours)). Each pair is summed by one thread in the order of features, and the
 * best are the same in whatever order they are found: the same bits for any number of threads.
 */
#include "analytics/network/relatedness-private.h"

#include <math.h>
#include <string.h>

#include "analytics/network/row-products.h"
#include "graph/corpus.h"
#include "graph/error.h"
#include "graph/large-array.h"
#include "graph/threads-private.h"

#define N_WAITING 32

/* Fewer rows than this are done before a second thread is awake. */
#define SMALL 512

/* Rounding, to single precision too, does not make a cosine that is less than this share of another
 * one larger. */
#define SURELY (1 - 1e-6)

typedef struct {
    guint32 node;
    double cosine;
} Neighbour;

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
    const guint32 n_a = rhumb_network_get_n_to (a);
    g_return_val_if_fail (rhumb_network_get_n_from (b) == rhumb_network_get_n_from (a), NULL);
    RhumbOwnRows rows;
    rhumb_join_feature_rows (rhumb_network_get_out_rows (a), n_a, share_a,
                             rhumb_network_get_out_rows (b), share_b, &rows);
    return rhumb_network_take_two_mode_rows (rows.n_rows, n_a + rhumb_network_get_n_to (b),
                                             rows.start, rows.node, rows.weight, error);
}

/* @least (out): the least length above 0. */
static double *
measure_rows (RhumbRows rows, double *least)
{
    double *length = g_new (double, rows.n_rows);
    *least = G_MAXDOUBLE;
    for (guint32 v = 0; v < rows.n_rows; v++) {
        double squares = 0;
        for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++)
            squares += rows.weight != NULL ? rows.weight[i] * rows.weight[i] : 1;
        length[v] = sqrt (squares);
        *least = length[v] > 0 ? MIN (*least, length[v]) : *least;
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

/* What all threads find. A pair is measured once, by the thread that has its smaller node, and
 * offered to both; which of the offers come first does not matter, for of equally near ones the
 * smaller node is nearer. */
typedef struct {
    const RowProducts *products;
    const RhumbRelatednessOptions *options;
    const double *length; /* of the row of each node */
    double least_length;  /* of rows that have any */
    Neighbour *nearest;   /* n_neighbours a node, places that are free hold RHUMB_NONE */
    float *limit;         /* a node: with a row of length 1, less than this is surely too far */
    guint8 *is_busy;      /* a node: a thread changes what is nearest to it */
} Search;

/* A limit only grows, so what was read a moment ago lets too many pass at worst. */
static double
get_limit (const Search *search, guint32 v)
{
    float limit;
    __atomic_load (&search->limit[v], &limit, __ATOMIC_RELAXED);
    return limit;
}

/* Offers a neighbour to @v. */
static void
offer (const Search *search, guint32 v, Neighbour found)
{
    const guint n = search->options->n_neighbours;
    Neighbour *nearest = search->nearest + (gsize)v * n;
    if (found.cosine * search->length[v] < get_limit (search, v))
        return;
    while (__atomic_test_and_set (&search->is_busy[v], __ATOMIC_ACQUIRE))
        continue;
    insert_neighbour (found, nearest, n);
    const double farthest = nearest[n - 1].cosine * search->length[v] * SURELY;
    /* What single precision cannot say does not limit. */
    float limit = farthest >= G_MINFLOAT ? (float)MIN (farthest, G_MAXFLOAT) : 0;
    __atomic_store (&search->limit[v], &limit, __ATOMIC_RELAXED);
    __atomic_clear (&search->is_busy[v], __ATOMIC_RELEASE);
}

/* Pairs near enough to be offered; they wait a moment, until memory has what is nearest to them. */
typedef struct {
    Neighbour found[N_WAITING];
    guint n;
} Waiting;

static void
offer_waiting (const Search *search, guint32 v, Waiting *waiting)
{
    for (guint i = 0; i < waiting->n; i++) {
        const Neighbour found = waiting->found[i];
        offer (search, v, found);
        offer (search, found.node, (Neighbour){v, found.cosine});
    }
    waiting->n = 0;
}

static void
wait_for_offer (const Search *search, guint32 v, Neighbour found, Waiting *waiting)
{
    const guint n = search->options->n_neighbours;
    __builtin_prefetch (&search->is_busy[found.node], 1);
    __builtin_prefetch (search->nearest + ((gsize)found.node + 1) * n - 1, 1);
    __builtin_prefetch (search->nearest + (gsize)found.node * n, 1);
    waiting->found[waiting->n++] = found;
    if (waiting->n == N_WAITING)
        offer_waiting (search, v, waiting);
}

/* Offers @v and the nodes whose sums a thread has to each other. */
static void
offer_sums (const Search *search, guint32 v, RowSums *sums)
{
    const double length = search->length[v];
    const double own_limit = get_limit (search, v) * search->least_length;
    Waiting waiting;
    waiting.n = 0;
    for (guint32 i = 0; i < sums->n_touched; i++) {
        const guint32 place = sums->touched[i];
        const guint32 u = sums->first + place;
        const double sum = sums->sum[place];
        sums->sum[place] = 0;
        /* Most are told to be too far without a division. */
        if (sum < own_limit && sum < get_limit (search, u) * length)
            continue;
        wait_for_offer (search, v, (Neighbour){u, sum / (length * search->length[u])}, &waiting);
    }
    offer_waiting (search, v, &waiting);
}

static void
relate (const Search *search, guint32 v, RowSums *sums)
{
    rhumb_row_products_begin (search->products, v, sums);
    while (rhumb_row_products_go_on (search->products, sums))
        offer_sums (search, v, sums);
}

/* Fills @nearest with the best neighbours of each node; places that stay free hold RHUMB_NONE. */
static void
find_all_nearest (RhumbRows rows, guint32 n_columns, const RhumbRelatednessOptions *options,
                  Neighbour *nearest)
{
    double least_length;
    g_autofree double *length = measure_rows (rows, &least_length);
    g_autofree float *limit = g_new0 (float, rows.n_rows);
    g_autofree guint8 *is_busy = g_new0 (guint8, rows.n_rows);
    const guint n_threads = rhumb_get_n_threads ();
    g_autoptr (RowProducts) products =
        rhumb_row_products_new (rows, n_columns, options->max_column, n_threads);
    const Search search = {products, options, length, least_length, nearest, limit, is_busy};
    for (gsize i = 0; i < (gsize)rows.n_rows * options->n_neighbours; i++)
        nearest[i] = (Neighbour){RHUMB_NONE, 0};
#pragma omp parallel for schedule(dynamic, 64) if (rows.n_rows > SMALL)
    for (guint32 v = 0; v < rows.n_rows; v++)
        relate (&search, v, rhumb_row_products_get_sums (products, rhumb_get_thread ()));
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
    find_all_nearest (rows, n_features, options, nearest);
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
