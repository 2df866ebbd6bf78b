/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Walks where links have no direction.
 *
 * With the symmetric matrix W of weights and Q = diag(√pass), y = source + W Q² y becomes
 * (I − Q W Q) z = Q source for z = Q y. That matrix is symmetric with eigenvalues from 1 − d to
 * 1 + d, so conjugate gradients (Hestenes and Stiefel 1952, doi:10.6028/jres.049.044) need about
 * √((1 + d) / (1 − d)) / 2 sweeps for each factor e of error, where Gauss and Seidel's method needs
 * up to 1 / (1 − d).
 *
 * Sweeps wait for memory, so they work on single precision, each time until a ROUND is left over;
 * what is left over is then found in double precision and solved for again (refinement; with two
 * precisions Langou et al. 2006, doi:10.1109/SC.2006.30). It is measured in y: the sum of
 * |source − y + W Q² y|.
 *
 * Nodes that pass nothing, because they have no links, keep what enters at them.
 *
 * Every row is summed by one thread in double precision; totals are added in fixed blocks, in
 * their order. Cost: O(sweeps × edges) time, 6 numbers a node.
 */
#include "analytics/rank/flow-undirected.h"

#include <math.h>
#include <string.h>

#include "graph/large-array.h"

#define BLOCK 4096

/* So few blocks are summed sooner than a second processor has woken up. */
#define ALONE 16

/* The part that a round leaves over; single precision tells no more apart. */
#define ROUND 1e-6

/* A round: the equation for what is left over, as a share of it. */
typedef struct {
    RhumbRows rows;
    guint32 n_blocks;
    float *q;
    float *z;
    float *rest;
    float *direction;
    float *share;     /* Q direction */
    float *image;     /* of the direction */
    double *block[2]; /* sums of each block */
} Gradients;

static void
gradients_clear (Gradients *it)
{
    g_free (it->q);
    g_free (it->z);
    g_free (it->rest);
    g_free (it->direction);
    g_free (it->share);
    g_free (it->image);
    for (guint i = 0; i < G_N_ELEMENTS (it->block); i++)
        g_free (it->block[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Gradients, gradients_clear)

static void
gradients_init (Gradients *it, RhumbRows rows, const double *pass)
{
    const guint32 n = rows.n_rows;
    *it = (Gradients){.rows = rows, .n_blocks = n / BLOCK + (n % BLOCK != 0)};
    it->q = rhumb_large_array_new (n, sizeof (float));
    it->z = rhumb_large_array_new (n, sizeof (float));
    it->rest = rhumb_large_array_new (n, sizeof (float));
    it->direction = rhumb_large_array_new (n, sizeof (float));
    it->share = rhumb_large_array_new (n, sizeof (float));
    it->image = rhumb_large_array_new (n, sizeof (float));
    for (guint i = 0; i < G_N_ELEMENTS (it->block); i++)
        it->block[i] = g_new0 (double, it->n_blocks);
    for (guint32 v = 0; v < n; v++)
        it->q[v] = (float)sqrt (pass[v]);
}

static guint32
get_end (const Gradients *it, guint32 b)
{
    const guint32 first = b * BLOCK;
    return it->rows.n_rows - first > BLOCK ? first + BLOCK : it->rows.n_rows;
}

static double
add_blocks (const Gradients *it, guint which)
{
    double sum = 0;
    for (guint32 b = 0; b < it->n_blocks; b++)
        sum += it->block[which][b];
    return sum;
}

/* Returns direction · image. */
static double
apply (Gradients *it)
{
    const RhumbRows rows = it->rows;
    const float *share = it->share;
#pragma omp parallel for schedule(dynamic) if (it->n_blocks > ALONE)
    for (guint32 b = 0; b < it->n_blocks; b++) {
        double product = 0;
        for (guint32 v = b * BLOCK; v < get_end (it, b); v++) {
            double sum = 0;
            if (rows.weight == NULL) {
                for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++)
                    sum += (double)share[rows.node[i]];
            } else {
                for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++)
                    sum += (double)share[rows.node[i]] * rows.weight[i];
            }
            const double image = (double)it->direction[v] - (double)it->q[v] * sum;
            it->image[v] = (float)image;
            product += (double)it->direction[v] * image;
        }
        it->block[0][b] = product;
    }
    return add_blocks (it, 0);
}

/* Goes a step along the direction. Returns rest · rest. */
static double
step (Gradients *it, double length)
{
    const float by = (float)length;
#pragma omp parallel for schedule(static) if (it->n_blocks > ALONE)
    for (guint32 b = 0; b < it->n_blocks; b++) {
        double square = 0;
        for (guint32 v = b * BLOCK; v < get_end (it, b); v++) {
            it->z[v] += by * it->direction[v];
            it->rest[v] -= by * it->image[v];
            square += (double)it->rest[v] * (double)it->rest[v];
        }
        it->block[0][b] = square;
    }
    return add_blocks (it, 0);
}

static void
turn (Gradients *it, double kept)
{
    const float of_old = (float)kept;
#pragma omp parallel for schedule(static) if (it->n_blocks > ALONE)
    for (guint32 b = 0; b < it->n_blocks; b++) {
        for (guint32 v = b * BLOCK; v < get_end (it, b); v++) {
            it->direction[v] = it->rest[v] + of_old * it->direction[v];
            it->share[v] = it->q[v] * it->direction[v];
        }
    }
}

/* Solves for the rest, until @goal of it is left over. Returns the sweeps. */
static guint
find_round (Gradients *it, double goal, guint most)
{
    const gsize size = sizeof (float) * it->rows.n_rows;
    memset (it->z, 0, size);
    memset (it->direction, 0, size);
    memset (it->image, 0, size);
    double square = step (it, 0);
    const double enough = goal * goal * square;
    guint n = 0;
    turn (it, 0);
    for (; n < most && square > enough; n++) {
        const double before = square;
        square = step (it, before / apply (it));
        turn (it, square / before);
    }
    return n;
}

/* What is known in double precision. */
typedef struct {
    const RhumbFlow *flow;
    const double *source;
    double *y;
    double *passed; /* Q² y */
    double *rest;
} Known;

/* Sums up what links bring, in @y, and what is left over. Returns the sum of it, as a share of the
 * sum of y. */
static double
find_rest (Known *known, Gradients *it, double *left)
{
    const RhumbRows rows = it->rows;
#pragma omp parallel for schedule(dynamic) if (it->n_blocks > ALONE)
    for (guint32 b = 0; b < it->n_blocks; b++) {
        double over = 0;
        double total = 0;
        for (guint32 v = b * BLOCK; v < get_end (it, b); v++) {
            const double pass = known->flow->pass[v];
            double sum = known->source[v];
            for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++)
                sum += known->passed[rows.node[i]] * rhumb_rows_get_weight (rows, i);
            known->y[v] = sum;
            known->rest[v] = pass > 0 ? sum - known->passed[v] / pass : 0;
            over += fabs (known->rest[v]);
            total += sum;
        }
        it->block[0][b] = over;
        it->block[1][b] = total;
    }
    *left = add_blocks (it, 0);
    const double total = add_blocks (it, 1);
    return total > 0 ? *left / total : 0;
}

/* Begins with nothing passed: all that enters is left over. Returns its sum. */
static double
begin (Known *known, guint32 n)
{
    double sum = 0;
    memset (known->passed, 0, sizeof (double) * n);
    for (guint32 v = 0; v < n; v++) {
        known->rest[v] = known->flow->pass[v] > 0 ? known->source[v] : 0;
        sum += known->rest[v];
    }
    return sum;
}

/*
 * rhumb_flow_solve_undirected:
 * @flow: an undirected network and what is passed on
 * @y: (inout): what enters at each node; then what each node holds
 * @error: return location for an error
 *
 * Sums up a walk without directions.
 *
 * Returns: %FALSE with %RHUMB_ERROR_NOT_CONVERGED
 */
gboolean
rhumb_flow_solve_undirected (RhumbFlow *flow, double *y, GError **error)
{
    const RhumbRows rows = rhumb_network_get_out_rows (flow->network);
    const guint32 n = rows.n_rows;
    g_auto (Gradients) it = {0};
    gradients_init (&it, rows, flow->pass);
    g_autofree double *source = g_memdup2 (y, sizeof (double) * n);
    g_autofree double *passed = rhumb_large_array_new (n, sizeof (double));
    g_autofree double *rest = rhumb_large_array_new (n, sizeof (double));
    Known known = {flow, source, y, passed, rest};
    double left = begin (&known, n);
    double share = left > 0 ? 1 : 0;
    guint n_sweeps = 0;
    while (share > flow->tolerance && n_sweeps < flow->max_iterations) {
        for (guint32 v = 0; v < n; v++)
            it.rest[v] = it.q[v] * (float)(rest[v] / left);
        n_sweeps += find_round (&it, MAX (ROUND, 0.9 * flow->tolerance / share),
                                flow->max_iterations - n_sweeps);
        for (guint32 v = 0; v < n; v++)
            passed[v] += left * (double)(it.q[v] * it.z[v]);
        share = find_rest (&known, &it, &left);
        n_sweeps++;
    }
    return rhumb_flow_finish (flow, share, n_sweeps, error);
}
