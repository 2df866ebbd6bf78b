/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which nodes are linked because they share something: papers that cite the same works
 * (bibliographic coupling, Kessler 1963), works that the same papers cite (co-citation, Small
 * 1973), concepts of the same papers, people who wrote together. All of them are the sparse
 * product A Aᵀ of an incidence with itself; this is the one place that multiplies.
 *
 * Source: Kessler (1963), doi:10.1002/asi.5090140103; Small (1973), doi:10.1002/asi.4630240406;
 * the product is that of Gustavson (1978), doi:10.1145/355791.355796. The diagonal, a node's own
 * count, is no link and left out.
 *
 * Method: rows are independent (product-rows.c). They are done in batches whose bounds fit a fixed
 * buffer, and only the links that stay are appended to the result; the whole product never exists.
 * At the end the links that each node keeps are united (lists.c). Every sum belongs to one thread
 * and one order: the same bits for any number of threads.
 *
 * Limits: a shared node of n nodes costs n² steps, so that one hub may cost more than all else.
 * Work and memory are known before anything is multiplied, and too much of either is an error that
 * names the way out. SuiteSparse:GraphBLAS was measured for this: see bench/bench-networks.c.
 *
 * Cost: time O(Σ_k n_k²) over shared nodes k; memory 48 bytes a link that is kept plus 16 a node
 * and thread.
 */
#include "analytics/network/product.h"

#include <math.h>
#include <string.h>

#include "analytics/network/product-private.h"
#include "graph/set-error.h"
#include "graph/threads-private.h"

#define DEFAULT_MAX_BYTES ((guint64)4 << 30)

/* A kept link is in its list, in the transposed list and twice in the network: 12 bytes each. */
#define BYTES_PER_LINK 48
#define BYTES_PER_NODE 48

/* About a quarter of an hour on one processor. */
#define MAX_PAIRS 200000000000u

#define BATCH_LINKS ((gsize)1 << 22)
#define BATCH_ROWS ((gsize)1 << 20)
#define N_SAMPLES 256

static gboolean
check_options (const RhumbProductOptions *options, GError **error)
{
    if (options->min_weight >= 0 && options->min_weight <= G_MAXDOUBLE && options->hub_cap != 1)
        return TRUE;
    rhumb_set_error (
        error, RHUMB_ERROR_INVALID,
        "least weight %g and hub cap %u, expected a finite number of at least 0, and 0 or "
        "at least 2",
        options->min_weight, options->hub_cap);
    return FALSE;
}

static gboolean
check_work (const RhumbProduct *product, GError **error)
{
    if (product->n_pairs <= MAX_PAIRS)
        return TRUE;
    rhumb_set_error (
        error, RHUMB_ERROR_LIMIT,
        "linking %u nodes would count %.3g pairs, expected at most %.3g; leave out what "
        "very many nodes share (hub_cap)",
        product->nodes.n_rows, (double)product->n_pairs, (double)MAX_PAIRS);
    return FALSE;
}

/* How much of what the bounds allow some rows really have. */
static double
sample_density (const RhumbProduct *product)
{
    RhumbProductRoom room;
    rhumb_product_room_init (&room, product);
    const guint32 n = product->nodes.n_rows;
    const guint32 step = MAX (n / N_SAMPLES, 1);
    double found = 0;
    double possible = 0;
    for (guint64 v = step / 2; v < n; v += step) {
        found += rhumb_product_count_row (product, (guint32)v, &room);
        possible += product->bound[v];
    }
    rhumb_product_room_clear (&room);
    return possible > 0 ? found / possible : 1;
}

static guint64
sum_bounds (const RhumbProduct *product)
{
    guint64 links = 0;
    for (guint32 v = 0; v < product->nodes.n_rows; v++)
        links += product->bound[v];
    /* Bounds count a pair at both ends, half rows find it at one. */
    return product->is_half ? MIN (links, product->n_pairs / 2) : links;
}

static guint64
get_limit (const RhumbProduct *product)
{
    const guint64 given = product->options->max_bytes;
    return given > 0 ? given : DEFAULT_MAX_BYTES;
}

static void
set_memory_error (const RhumbProduct *product, const char *how, double n_bytes, GError **error)
{
    rhumb_set_error (error, RHUMB_ERROR_LIMIT,
                     "links of %u nodes %s %.3g GiB of memory, expected at most %.3g; keep the "
                     "strongest links of each node (top_links) or leave out what very many nodes "
                     "share (hub_cap)",
                     product->nodes.n_rows, how, n_bytes / (1 << 30),
                     (double)get_limit (product) / (1 << 30));
}

/* Estimates memory, by bounds if they are low enough, else by a sample of rows. */
static gboolean
check_memory (const RhumbProduct *product, guint64 *n_bytes, GError **error)
{
    const double fixed = (double)BYTES_PER_NODE * product->nodes.n_rows;
    const double links = (double)BYTES_PER_LINK * (double)sum_bounds (product);
    double estimate = fixed + links;
    if (estimate > (double)get_limit (product))
        estimate = fixed + links * sample_density (product);
    *n_bytes = (guint64)estimate;
    if (estimate <= (double)get_limit (product))
        return TRUE;
    set_memory_error (product, "would need about", estimate, error);
    return FALSE;
}

/* Rows @first to @end − 1 with room for each at its offset in the buffer. */
typedef struct {
    guint32 first;
    guint32 end;
    gsize *offset;
    guint32 *length;
    guint32 *node;
    double *weight;
} Batch;

static void
batch_init (Batch *batch, const RhumbProduct *product)
{
    guint32 largest = 0;
    for (guint32 v = 0; v < product->nodes.n_rows; v++)
        largest = MAX (largest, product->bound[v]);
    const gsize n_links = MAX (MIN (sum_bounds (product) * 2, BATCH_LINKS), largest) + 1;
    const gsize n_rows = MIN (product->nodes.n_rows, BATCH_ROWS);
    *batch = (Batch){0,
                     0,
                     g_new (gsize, n_rows),
                     g_new (guint32, n_rows),
                     g_new (guint32, n_links),
                     g_new (double, n_links)};
}

static void
batch_clear (Batch *batch)
{
    g_free (batch->offset);
    g_free (batch->length);
    g_free (batch->node);
    g_free (batch->weight);
}

/* The next rows that fit. At least one always does. */
static void
batch_advance (Batch *batch, const RhumbProduct *product)
{
    const guint32 n = product->nodes.n_rows;
    gsize used = 0;
    batch->first = batch->end;
    while (batch->end < n && batch->end - batch->first < BATCH_ROWS &&
           (batch->end == batch->first || used + product->bound[batch->end] <= BATCH_LINKS)) {
        batch->offset[batch->end - batch->first] = used;
        used += product->bound[batch->end++];
    }
}

static void
multiply_batch (const RhumbProduct *product, Batch *batch, RhumbProductRoom *rooms)
{
#pragma omp parallel for schedule(dynamic, 64)
    for (guint32 i = 0; i < batch->end - batch->first; i++) {
        RhumbProductRoom *room = &rooms[rhumb_get_thread ()];
        batch->length[i] = rhumb_product_multiply_row (product, batch->first + i, room,
                                                       batch->node + batch->offset[i],
                                                       batch->weight + batch->offset[i]);
    }
}

/* Appends the links of a batch. FALSE: they outgrow the limit. */
static gboolean
append_batch (const RhumbProduct *product, const Batch *batch, RhumbLists *lists, gsize *room)
{
    gsize n = lists->start[batch->first];
    gsize n_new = 0;
    for (guint32 i = 0; i < batch->end - batch->first; i++)
        n_new += batch->length[i];
    if ((double)(n + n_new) * BYTES_PER_LINK > (double)get_limit (product))
        return FALSE;
    if (n + n_new > *room) {
        *room = MAX (n + n_new, *room + *room / 2);
        lists->node = g_renew (guint32, lists->node, *room);
        lists->weight = g_renew (double, lists->weight, *room);
    }
    for (guint32 i = 0; i < batch->end - batch->first; i++) {
        lists->start[batch->first + i + 1] = n + batch->length[i];
        if (batch->length[i] == 0)
            continue;
        memcpy (lists->node + n, batch->node + batch->offset[i],
                sizeof (guint32) * batch->length[i]);
        memcpy (lists->weight + n, batch->weight + batch->offset[i],
                sizeof (double) * batch->length[i]);
        n += batch->length[i];
    }
    return TRUE;
}

static gboolean
multiply (const RhumbProduct *product, RhumbLists *lists, GError **error)
{
    const guint n_threads = rhumb_get_n_threads ();
    g_autofree RhumbProductRoom *rooms = g_new (RhumbProductRoom, n_threads);
    for (guint t = 0; t < n_threads; t++)
        rhumb_product_room_init (&rooms[t], product);
    Batch batch;
    batch_init (&batch, product);
    gsize room = 0;
    gboolean fits = TRUE;
    while (fits && batch.end < lists->n_rows) {
        batch_advance (&batch, product);
        multiply_batch (product, &batch, rooms);
        fits = append_batch (product, &batch, lists, &room);
    }
    batch_clear (&batch);
    for (guint t = 0; t < n_threads; t++)
        rhumb_product_room_clear (&rooms[t]);
    if (!fits)
        set_memory_error (product, "need more than", (double)get_limit (product), error);
    return fits;
}

static RhumbNetwork *
run (RhumbProduct *product, RhumbProductReport *report, GError **error)
{
    report->n_hubs = product->n_hubs;
    report->n_pairs = product->n_pairs;
    if (!check_work (product, error) || !check_memory (product, &report->n_bytes, error))
        return NULL;
    rhumb_product_prepare (product);
    const guint32 n = product->nodes.n_rows;
    RhumbLists lists = {n, g_new0 (gsize, (gsize)n + 1), NULL, NULL};
    RhumbNetwork *network = multiply (product, &lists, error) ? rhumb_unite_lists (&lists) : NULL;
    g_free (lists.start);
    g_free (lists.node);
    g_free (lists.weight);
    return network;
}

/**
 * rhumb_link_by_shared:
 * @network: a network, directed or two-mode
 * @end: which of its nodes are linked
 * @options: (nullable): options, %NULL = defaults
 * @report: (out) (nullable): what it cost and left out
 * @error: return location for an error
 *
 * Links nodes of one end of a network by the nodes of the other end that they share. Of a citation
 * network, %RHUMB_END_FROM gives bibliographic coupling and %RHUMB_END_TO co-citation; of a network
 * papers → concepts %RHUMB_END_TO gives co-occurrence.
 *
 * With fractional counting a node's links sum to the number of its shared nodes that it does share
 * (Perianes-Rodriguez, Waltman and van Eck 2016, doi:10.1016/j.joi.2016.10.006).
 *
 * Returns: (transfer full): an undirected network without self-loops, or %NULL with
 *   %RHUMB_ERROR_INVALID or, if it would take too much memory or more than 2·10¹¹ steps,
 *   %RHUMB_ERROR_LIMIT
 *
 * Since: 0.2
 */
RhumbNetwork *
rhumb_link_by_shared (const RhumbNetwork *network, RhumbEnd end, const RhumbProductOptions *options,
                      RhumbProductReport *report, GError **error)
{
    static const RhumbProductOptions DEFAULTS = RHUMB_PRODUCT_DEFAULTS;
    const RhumbProductOptions *used = options != NULL ? options : &DEFAULTS;
    if (!check_options (used, error))
        return NULL;
    const RhumbRows out = rhumb_network_get_out_rows (network);
    const RhumbRows in = rhumb_network_get_in_rows (network);
    RhumbProductReport unread = {0};
    RhumbProduct product;
    rhumb_product_init (&product, end == RHUMB_END_FROM ? out : in,
                        end == RHUMB_END_FROM ? in : out, used);
    RhumbNetwork *result = run (&product, report != NULL ? report : &unread, error);
    rhumb_product_clear (&product);
    return result;
}
