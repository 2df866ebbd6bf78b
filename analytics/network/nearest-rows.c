/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The nearest rows of each row of a sparse matrix, by the cosine.
 *
 * Method: of most pairs bounds (row-products.c) tell that they are not near enough. The few others
 * wait: the later a pair is looked at, the more is known of how near it must be, and only the
 * cosines of those that are still near enough then are computed. The best are the same in whatever
 * order they are found, and so for any number of threads.
 *
 * Cost: that of the products; 18 bytes a place among the nearest, 36 for what waits for it, 11 a
 * row.
 */
#include "analytics/network/nearest-rows.h"

#include <math.h>
#include <string.h>

#include "analytics/network/row-products.h"
#include "graph/corpus.h"
#include "graph/large-array.h"
#include "graph/threads-private.h"

/* Fewer rows than this are done before a second thread is awake. */
#define SMALL 512

/* So many nodes ahead it is asked for what will be needed of them. */
#define AHEAD 16

/* So many pairs wait for each place among the nearest, of all threads together. */
#define WAITING_A_PLACE 3
#define LEAST_ROOM ((gsize)4096)

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

/* A pair that may be near enough, and what its cosine does not exceed. */
typedef struct {
    guint32 v;
    guint32 u;
    gint bound;
} Pair;

/* Pairs that one thread has found, until more is known of how near they must be. */
typedef struct {
    Pair *pair;
    gsize n;
    gsize room;
} Waiting;

/* What all threads find. A pair is found once, by the thread that has its smaller node, and offered
 * to both; which of the offers come first does not matter, for of equally near ones the smaller
 * node is nearer. */
typedef struct {
    const RowProducts *products;
    const RhumbRelatednessOptions *options;
    const double *length; /* of the row of each node */
    Neighbour *nearest;   /* n_neighbours a node, places that are free hold RHUMB_NONE */
    gint16 *reached;      /* likewise: what the largest cosines found so far are not below */
    gint16 *limit;        /* a node: pairs whose bound is not above are not among its nearest */
    guint8 *is_busy;      /* a node: a thread changes what is nearest to it */
} Search;

static void
lock_node (const Search *search, guint32 v)
{
    while (__atomic_test_and_set (&search->is_busy[v], __ATOMIC_ACQUIRE))
        continue;
}

static void
unlock_node (const Search *search, guint32 v)
{
    __atomic_clear (&search->is_busy[v], __ATOMIC_RELEASE);
}

/* A limit only grows, so what was read a moment ago lets too many pass at worst. */
static gint16
get_limit (const Search *search, guint32 v)
{
    return __atomic_load_n (&search->limit[v], __ATOMIC_RELAXED);
}

/* Takes note that @v has a neighbour whose cosine is not below @least, which is above 0. */
static void
raise_limit (const Search *search, guint32 v, gint16 least)
{
    const guint n = search->options->n_neighbours;
    gint16 *reached = search->reached + (gsize)v * n;
    if (least <= get_limit (search, v))
        return;
    lock_node (search, v);
    guint place = n - 1;
    if (least > reached[place]) {
        for (; place > 0 && reached[place - 1] < least; place--)
            reached[place] = reached[place - 1];
        reached[place] = least;
        __atomic_store_n (&search->limit[v], MAX (reached[n - 1] - 1, 0), __ATOMIC_RELAXED);
    }
    unlock_node (search, v);
}

/* Offers a neighbour to @v. */
static void
offer (const Search *search, guint32 v, Neighbour found)
{
    const guint n = search->options->n_neighbours;
    lock_node (search, v);
    insert_neighbour (found, search->nearest + (gsize)v * n, n);
    unlock_node (search, v);
}

/* Offers the nodes of a pair to each other. */
static void
offer_pair (const Search *search, const Pair *pair, RowSums *sums)
{
    const double product = rhumb_row_products_multiply (search->products, pair->v, pair->u, sums);
    /* Entries were above 0, but their products may be too small for a number. */
    if (!(product > 0))
        return;
    const double cosine = product / (search->length[pair->v] * search->length[pair->u]);
    offer (search, pair->v, (Neighbour){pair->u, cosine});
    offer (search, pair->u, (Neighbour){pair->v, cosine});
}

/* Keeps the pairs that may still be near enough. */
static void
sift (const Search *search, Waiting *waiting)
{
    gsize n_kept = 0;
    for (gsize i = 0; i < waiting->n; i++) {
        const Pair pair = waiting->pair[i];
        waiting->pair[n_kept] = pair;
        n_kept += pair.bound > MIN (get_limit (search, pair.v), get_limit (search, pair.u));
    }
    waiting->n = n_kept;
}

/* Offers all pairs that wait; memory is asked early for what they need. */
static void
offer_waiting (const Search *search, Waiting *waiting, RowSums *sums)
{
    const guint n = search->options->n_neighbours;
    for (gsize i = 0; i < waiting->n; i++) {
        if (i + AHEAD < waiting->n) {
            const guint32 u = waiting->pair[i + AHEAD].u;
            rhumb_row_products_fetch (search->products, u);
            __builtin_prefetch (search->nearest + ((gsize)u + 1) * n - 1, 1);
            __builtin_prefetch (search->nearest + (gsize)u * n, 1);
        }
        offer_pair (search, &waiting->pair[i], sums);
    }
    waiting->n = 0;
}

/* Whether bounds say how near @v is to others: of lengths whose products are in the range of
 * numbers. */
static gboolean
is_measurable (const Search *search, guint32 v)
{
    return search->length[v] > 1e-100 && search->length[v] < 1e100;
}

/* Lets a pair wait. */
static void
take_pair (const Search *search, Pair pair, gint most_excess, Waiting *waiting, RowSums *sums)
{
    const gint least = pair.bound - most_excess;
    if (least > 0 && is_measurable (search, pair.v) && is_measurable (search, pair.u)) {
        raise_limit (search, pair.v, (gint16)least);
        raise_limit (search, pair.u, (gint16)least);
    }
    if (waiting->n == waiting->room) {
        sift (search, waiting);
        if (waiting->n > waiting->room / 4 * 3)
            offer_waiting (search, waiting, sums);
    }
    waiting->pair[waiting->n++] = pair;
}

static void
relate (const Search *search, guint32 v, Waiting *waiting, RowSums *sums)
{
    const guint n = search->options->n_neighbours;
    rhumb_row_products_begin (search->products, v, sums);
    while (
        rhumb_row_products_go_on (search->products, get_limit (search, v), search->limit, sums)) {
        for (guint32 i = 0; i < sums->n_found; i++) {
            if (i + AHEAD < sums->n_found)
                __builtin_prefetch (search->reached + (gsize)sums->found[i + AHEAD] * n, 1);
            const Pair pair = {v, sums->found[i], sums->found_bound[i]};
            take_pair (search, pair, sums->most_excess, waiting, sums);
        }
    }
}

static Waiting *
make_waiting (guint n_threads, gsize n_places)
{
    Waiting *waiting = g_new (Waiting, n_threads);
    const gsize room = MAX (n_places / n_threads * WAITING_A_PLACE, LEAST_ROOM);
    for (guint t = 0; t < n_threads; t++)
        waiting[t] = (Waiting){rhumb_large_array_new (room, sizeof (Pair)), 0, room};
    return waiting;
}

static void
free_waiting (Waiting *waiting, guint n_threads)
{
    for (guint t = 0; t < n_threads; t++)
        g_free (waiting[t].pair);
    g_free (waiting);
}

/* Fills @nearest with the best neighbours of each of @rows, n_neighbours a row; places that stay
 * free hold RHUMB_NONE. */
void
rhumb_find_nearest_rows (RhumbRows rows, guint32 n_columns, const RhumbRelatednessOptions *options,
                         Neighbour *nearest)
{
    const gsize n_places = (gsize)rows.n_rows * options->n_neighbours;
    g_autofree double *length = measure_rows (rows);
    g_autofree gint16 *reached = g_new0 (gint16, n_places);
    g_autofree gint16 *limit = g_new0 (gint16, rows.n_rows);
    g_autofree guint8 *is_busy = g_new0 (guint8, rows.n_rows);
    const guint n_threads = rhumb_get_n_threads ();
    Waiting *waiting = make_waiting (n_threads, n_places);
    g_autoptr (RowProducts) products =
        rhumb_row_products_new (rows, length, n_columns, options->max_column, n_threads);
    const Search search = {products, options, length, nearest, reached, limit, is_busy};
    for (gsize i = 0; i < n_places; i++)
        nearest[i] = (Neighbour){RHUMB_NONE, 0};
#pragma omp parallel for schedule(dynamic, 64) if (rows.n_rows > SMALL)
    for (guint32 v = 0; v < rows.n_rows; v++) {
        const guint thread = rhumb_get_thread ();
        relate (&search, v, &waiting[thread], rhumb_row_products_get_sums (products, thread));
    }
#pragma omp parallel for schedule(static, 1) if (rows.n_rows > SMALL)
    for (guint t = 0; t < n_threads; t++) {
        sift (&search, &waiting[t]);
        offer_waiting (&search, &waiting[t], rhumb_row_products_get_sums (products, t));
    }
    free_waiting (waiting, n_threads);
}
