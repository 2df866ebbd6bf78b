/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which nodes are near each of many given ones: walks from sixteen of them are followed at once, so
 * that a look at a node and its links serves all. Where nearly exact scores are wanted of many
 * starts this takes a fraction of the time of walks one by one (push.c); where only the nearest are
 * wanted those are faster, as they look at next to nothing (bench/bench-similar).
 *
 * Source: shared decomposition of PowerWalk, Liu, Li, Lui and Cheng (2016),
 * doi:10.1145/2983323.2983713.
 *
 * Method: with damping d, start r, strengths s and G x (v) = d Σ_u x(u) w_uv / s_u, the score is
 * x / Σx, x = r + G x, to which x_0 = r, x_{k+1} = r + G x_k comes nearer with each step. The
 * source keeps a small map of starts and shares at each node; here it is a row of sixteen numbers
 * of 32 bits, which hold x / s. We depart in how it ends: what the last step
 * brought, x_T − x_{T−1}, is added twice more (d / (1 − d) times if that is less), as it would
 * bring as much again; and in a network without directions what is missing in the sum of x then is
 * dealt out by strength over the nodes reached. Chebyshev's iteration was tried: it needs more
 * steps until the nearest nodes are in order.
 *
 * While few nodes hold something these pass it on, later each node collects: both add in the order
 * of nodes, so the bits are the same, for any number of threads, and whatever else is in the batch.
 *
 * The bound: after T steps d^(T+1) / (1 − d) visits of 1 / (1 − d) are left out or guessed, so that
 * scores stray by at most 4 d^(T+1), added up over all nodes, beside rounding to 32 bits; in
 * practice by a tenth of that.
 *
 * Cost: sixteen walks T × edges × 16 multiplications; memory 205 bytes a node.
 */
#include "analytics/similar/walk-batch.h"

#include <string.h>

#include "analytics/similar/walk-batch-private.h"
#include "graph/compare.h"
#include "graph/large-array.h"
#include "graph/set-error.h"

#define MAX_STEPS 1000
#define MIN_STRENGTH 1e-30
#define MAX_STRENGTH 1e30

/* Nodes pass on what they hold as long as their links are so many times fewer than all. */
#define FEWER_LINKS 16

/* Nodes whose totals are added up together. */
#define BLOCK 4096

/* Nodes that a thread collects for at a time. */
#define CHUNK 256

static gboolean
add_strengths (RhumbWalkBatch *batch, GError **error)
{
    const RhumbRows out = rhumb_network_get_out_rows (batch->network);
    for (guint32 v = 0; v < out.n_rows; v++) {
        double strength = out.weight == NULL ? (double)(out.start[v + 1] - out.start[v]) : 0;
        for (gsize i = out.start[v]; out.weight != NULL && i < out.start[v + 1]; i++)
            strength += out.weight[i];
        if (strength > 0 && !(strength >= MIN_STRENGTH && strength <= MAX_STRENGTH)) {
            rhumb_set_error (error, RHUMB_ERROR_INVALID,
                             "links of node %u weigh %g together, expected 0 or from %g to %g", v,
                             strength, MIN_STRENGTH, MAX_STRENGTH);
            return FALSE;
        }
        batch->scale[v] = strength > 0 ? (float)strength : 1;
        batch->linked[v] = strength > 0;
        batch->strength_of_all += strength;
    }
    return TRUE;
}

/**
 * rhumb_walk_batch_new:
 * @network: a directed or undirected network
 * @error: return location for an error
 *
 * Prepares batches of walks on a network, in time linear in its edges.
 *
 * Returns: (transfer full): a batch that has not started, or %NULL with %RHUMB_ERROR_INVALID if
 *   the links of a node weigh under 1e-30 together, but not 0, or over 1e30
 *
 * Since: 0.2
 */
RhumbWalkBatch *
rhumb_walk_batch_new (RhumbNetwork *network, GError **error)
{
    g_return_val_if_fail (rhumb_network_get_mode (network) != RHUMB_NETWORK_TWO_MODE, NULL);
    g_autoptr (RhumbWalkBatch) batch = g_new0 (RhumbWalkBatch, 1);
    const gsize n = (gsize)rhumb_network_get_n_from (network) + 1;
    batch->network = rhumb_network_ref (network);
    batch->undirected = rhumb_network_get_mode (network) == RHUMB_NETWORK_UNDIRECTED;
    batch->n_nodes = rhumb_network_get_n_from (network);
    batch->memory = rhumb_clear_pages_new (n * 3 * sizeof (Lanes));
    batch->state = batch->memory;
    batch->before = batch->state + n;
    batch->sum = batch->before + n;
    batch->scale = g_new (float, n);
    batch->linked = g_new0 (guint8, n);
    batch->holds = g_new0 (guint8, n);
    batch->active = g_new (guint32, n);
    return add_strengths (batch, error) ? g_steal_pointer (&batch) : NULL;
}

/**
 * rhumb_walk_batch_free:
 * @batch: (transfer full) (nullable): a batch
 *
 * Frees a batch.
 *
 * Since: 0.2
 */
void
rhumb_walk_batch_free (RhumbWalkBatch *batch)
{
    if (batch == NULL)
        return;
    rhumb_network_unref (batch->network);
    rhumb_clear_pages_free (batch->memory, ((gsize)batch->n_nodes + 1) * 3 * sizeof (Lanes));
    g_free (batch->scale);
    g_free (batch->linked);
    g_free (batch->holds);
    g_free (batch->active);
    g_free (batch);
}

static gsize
count_links (const RhumbWalkBatch *batch, RhumbRows out)
{
    gsize n = 0;
    for (guint32 i = 0; i < batch->n_active; i++)
        n += out.start[batch->active[i] + 1] - out.start[batch->active[i]];
    return n;
}

static void
activate (RhumbWalkBatch *batch, guint32 node)
{
    if (!batch->holds[node])
        batch->active[batch->n_active++] = node;
    batch->holds[node] = TRUE;
}

/* Those that hold something pass it on, in the order of nodes. */
static void
pass_on (RhumbWalkBatch *batch, RhumbRows out)
{
    const guint32 n_before = batch->n_active;
    for (guint32 k = 0; k < n_before; k++) {
        const guint32 v = batch->active[k];
        for (gsize i = out.start[v]; i < out.start[v + 1]; i++) {
            const guint32 u = out.node[i];
            const float weight = out.weight != NULL ? (float)out.weight[i] : 1;
            for (guint j = 0; j < FOURS; j++)
                batch->sum[u].four[j] += batch->state[v].four[j] * weight;
            activate (batch, u);
        }
    }
    qsort (batch->active, batch->n_active, sizeof *batch->active, rhumb_compare_numbers);
    for (guint32 k = 0; k < batch->n_active; k++) {
        const guint32 v = batch->active[k];
        rhumb_walk_batch_settle (batch, v, batch->sum[v].four);
        batch->sum[v] = (Lanes){.walk = {0}};
    }
}

/* What starts afresh at each node of the start. */
static void
add_starts (RhumbWalkBatch *batch)
{
    for (guint i = 0; i < batch->n_walks; i++) {
        const guint32 v = batch->start[i];
        batch->before[v].walk[i] += 1 / batch->scale[v];
    }
}

static void
swap (RhumbWalkBatch *batch)
{
    Lanes *state = batch->state;
    batch->state = batch->before;
    batch->before = state;
}

static void
take_step (RhumbWalkBatch *batch, gboolean *few)
{
    const RhumbRows out = rhumb_network_get_out_rows (batch->network);
    const RhumbRows in = rhumb_network_get_in_rows (batch->network);
    *few = *few && count_links (batch, out) < out.start[out.n_rows] / FEWER_LINKS;
    if (*few) {
        pass_on (batch, out);
    } else {
#pragma omp parallel for schedule(dynamic, 1)
        for (guint32 i = 0; i < batch->n_nodes / CHUNK + 1; i++)
            rhumb_walk_batch_collect (batch, in, i * CHUNK, MIN (batch->n_nodes, (i + 1) * CHUNK));
    }
    add_starts (batch);
    swap (batch);
}

/* Sums over the nodes of a block, for each walk. */
typedef struct {
    double visits[WALKS];
    double reached[WALKS]; /* strength of nodes that a walk came by */
} Sums;

static void
add_block (const RhumbWalkBatch *batch, guint32 first, guint32 end, Sums *sums)
{
    for (guint32 v = first; v < end; v++) {
        const double scale = (double)batch->scale[v];
        Lanes state;
        rhumb_walk_batch_look_ahead (batch, v, &state);
        for (guint k = 0; k < WALKS; k++) {
            sums->visits[k] += (double)state.walk[k] * scale;
            sums->reached[k] += state.walk[k] > 0 ? scale : 0;
        }
    }
}

/* How much is still missing, and what all visits come to. */
static void
add_up (RhumbWalkBatch *batch)
{
    const guint32 n_blocks = batch->n_nodes / BLOCK + 1;
    const double all = 1 / (1 - (double)batch->damping);
    g_autofree Sums *sums = g_new0 (Sums, n_blocks);
#pragma omp parallel for schedule(static)
    for (guint32 i = 0; i < n_blocks; i++)
        add_block (batch, i * BLOCK, MIN (batch->n_nodes, (i + 1) * BLOCK), &sums[i]);
    for (guint k = 0; k < batch->n_walks; k++) {
        double visits = 0;
        double reached = 0;
        for (guint32 i = 0; i < n_blocks; i++) {
            visits += sums[i].visits[k];
            reached += sums[i].reached[k];
        }
        batch->spread[k] = batch->undirected && batch->linked[batch->start[k]] && visits < all
                               ? (all - visits) / batch->strength_of_all
                               : 0;
        batch->total[k] = visits + batch->spread[k] * reached;
    }
}

static gboolean
check (const RhumbWalkBatch *batch, const guint32 *start, guint n_starts,
       const RhumbWalkBatchOptions *o, GError **error)
{
    if (!(o->damping >= 1e-6 && o->damping < 1) || o->n_steps < 1 || o->n_steps > MAX_STEPS ||
        n_starts < 1 || n_starts > WALKS) {
        rhumb_set_error (error, RHUMB_ERROR_INVALID,
                         "%u walks, damping %g, %u steps; expected 1 to %d walks, damping from "
                         "0.000001 to below 1, 1 to %d steps",
                         n_starts, o->damping, o->n_steps, WALKS, MAX_STEPS);
        return FALSE;
    }
    for (guint i = 0; i < n_starts; i++) {
        if (start[i] < batch->n_nodes)
            continue;
        rhumb_set_error (error, RHUMB_ERROR_INVALID, "start %u is node %u, expected nodes below %u",
                         i, start[i], batch->n_nodes);
        return FALSE;
    }
    return TRUE;
}

/* All that starts stands at the nodes of the start. */
static void
begin (RhumbWalkBatch *batch, const guint32 *start, guint n_starts)
{
    memset (batch->memory, 0, 3 * ((gsize)batch->n_nodes + 1) * sizeof (Lanes));
    for (guint32 i = 0; i < batch->n_active; i++)
        batch->holds[batch->active[i]] = FALSE;
    batch->n_walks = n_starts;
    batch->n_active = 0;
    for (guint i = 0; i < n_starts; i++) {
        batch->start[i] = start[i];
        activate (batch, start[i]);
    }
    qsort (batch->active, batch->n_active, sizeof *batch->active, rhumb_compare_numbers);
    add_starts (batch);
    swap (batch);
}

/**
 * rhumb_walk_batch_start:
 * @batch: a batch
 * @start: (array length=n_starts): nodes, from each of which a walk starts
 * @n_starts: how many, 1 to %RHUMB_WALK_BATCH_SIZE
 * @options: (nullable): options, %NULL = defaults
 * @error: return location for an error
 *
 * Walks. What an earlier batch found is forgotten. What a walk finds does not depend on the others.
 *
 * Source: Liu, Li, Lui and Cheng (2016), doi:10.1145/2983323.2983713.
 *
 * Returns: %FALSE with %RHUMB_ERROR_INVALID; what was found before stays then
 *
 * Since: 0.2
 */
gboolean
rhumb_walk_batch_start (RhumbWalkBatch *batch, const guint32 *start, guint n_starts,
                        const RhumbWalkBatchOptions *options, GError **error)
{
    static const RhumbWalkBatchOptions DEFAULTS = RHUMB_WALK_BATCH_DEFAULTS;
    const RhumbWalkBatchOptions *o = options != NULL ? options : &DEFAULTS;
    gboolean few = TRUE;
    if (!check (batch, start, n_starts, o, error))
        return FALSE;
    batch->damping = (float)o->damping;
    batch->ahead = (float)MIN (MOST_AHEAD, o->damping / (1 - o->damping));
    begin (batch, start, n_starts);
    for (guint i = 0; i < o->n_steps; i++)
        take_step (batch, &few);
    add_up (batch);
    return TRUE;
}
