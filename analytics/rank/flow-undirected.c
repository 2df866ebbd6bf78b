/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Walks where links have no direction.
 *
 * With the symmetric matrix W of weights and Q = diag(√pass), y = source + W Q² y becomes
 * (I − Q W Q) z = Q source for z = Q y. That matrix is symmetric with eigenvalues from 1 − d to
 * 1 + d, so conjugate gradients (Hestenes and Stiefel 1952, doi:10.6028/jres.049.044) need about
 * √((1 + d) / (1 − d)) / 2 sweeps for each factor e of error, where Gauss and Seidel's method needs
 * up to 1 / (1 − d). What is left over is measured in y: the sum of |source − y + W Q² y|.
 *
 * Nodes that pass nothing, because they have no links, keep what enters at them.
 *
 * Every row is summed by one thread; totals are added in fixed blocks, in their order.
 * Cost: O(sweeps × edges) time, 7 numbers a node.
 */
#include "analytics/rank/flow-undirected.h"

#include <math.h>

#include "graph/set-error.h"
#include "graph/large-array.h"

#define BLOCK 4096

/* So few blocks are summed sooner than a second processor has woken up. */
#define ALONE 16

typedef struct {
    RhumbRows rows;
    guint32 n;
    guint32 n_blocks;
    double *q;
    double *root; /* 1 / q, 0 where q is */
    double *z;
    double *rest; /* of the equation for z */
    double *direction;
    double *share;    /* Q direction */
    double *image;    /* of the direction */
    double *block[3]; /* sums of each block */
} Gradients;

static void
gradients_clear (Gradients *it)
{
    g_free (it->q);
    g_free (it->root);
    g_free (it->z);
    g_free (it->rest);
    g_free (it->direction);
    g_free (it->share);
    g_free (it->image);
    for (guint i = 0; i < G_N_ELEMENTS (it->block); i++)
        g_free (it->block[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Gradients, gradients_clear)

static guint32
get_end (const Gradients *it, guint32 b)
{
    const guint32 first = b * BLOCK;
    return it->n - first > BLOCK ? first + BLOCK : it->n;
}

static double
add_blocks (const Gradients *it, guint which)
{
    double sum = 0;
    for (guint32 b = 0; b < it->n_blocks; b++)
        sum += it->block[which][b];
    return sum;
}

static double
sum_row (RhumbRows rows, guint32 v, const double *share)
{
    double sum = 0;
    if (rows.weight == NULL) {
        for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++)
            sum += share[rows.node[i]];
    } else {
        for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++)
            sum += share[rows.node[i]] * rows.weight[i];
    }
    return sum;
}

/* Returns direction · image. */
static double
apply (Gradients *it)
{
#pragma omp parallel for schedule(dynamic) if (it->n_blocks > ALONE)
    for (guint32 b = 0; b < it->n_blocks; b++) {
        double sum = 0;
        for (guint32 v = b * BLOCK; v < get_end (it, b); v++) {
            it->image[v] = it->direction[v] - it->q[v] * sum_row (it->rows, v, it->share);
            sum += it->direction[v] * it->image[v];
        }
        it->block[0][b] = sum;
    }
    return add_blocks (it, 0);
}

/* Goes a step along the direction. Returns rest · rest; @left is the sum of what is left over in
 * terms of y, as a share of the sum of y. */
static double
step (Gradients *it, double length, double *left)
{
#pragma omp parallel for schedule(static) if (it->n_blocks > ALONE)
    for (guint32 b = 0; b < it->n_blocks; b++) {
        double square = 0;
        double over = 0;
        double total = 0;
        for (guint32 v = b * BLOCK; v < get_end (it, b); v++) {
            it->z[v] += length * it->direction[v];
            it->rest[v] -= length * it->image[v];
            square += it->rest[v] * it->rest[v];
            over += fabs (it->rest[v]) * it->root[v];
            total += it->z[v] * it->root[v];
        }
        it->block[0][b] = square;
        it->block[1][b] = over;
        it->block[2][b] = total;
    }
    const double total = add_blocks (it, 2);
    *left = total > 0 ? add_blocks (it, 1) / total : 0;
    return add_blocks (it, 0);
}

static void
turn (Gradients *it, double kept)
{
#pragma omp parallel for schedule(static) if (it->n_blocks > ALONE)
    for (guint32 b = 0; b < it->n_blocks; b++) {
        for (guint32 v = b * BLOCK; v < get_end (it, b); v++) {
            it->direction[v] = it->rest[v] + kept * it->direction[v];
            it->share[v] = it->q[v] * it->direction[v];
        }
    }
}

/* Begins at z = 0. Returns rest · rest. */
static double
begin (Gradients *it, const RhumbFlow *flow, const double *y)
{
    it->rows = rhumb_network_get_out_rows (flow->network);
    it->n = it->rows.n_rows;
    it->n_blocks = it->n / BLOCK + (it->n % BLOCK != 0);
    it->q = g_new (double, it->n);
    it->root = g_new (double, it->n);
    it->z = g_new0 (double, it->n);
    it->rest = g_new (double, it->n);
    it->direction = g_new0 (double, it->n);
    it->share = rhumb_large_array_new (it->n, sizeof (double));
    it->image = g_new0 (double, it->n);
    for (guint i = 0; i < G_N_ELEMENTS (it->block); i++)
        it->block[i] = g_new0 (double, it->n_blocks);
    for (guint32 v = 0; v < it->n; v++) {
        it->q[v] = sqrt (flow->pass[v]);
        it->root[v] = it->q[v] > 0 ? 1 / it->q[v] : 0;
        it->rest[v] = it->q[v] * y[v];
    }
    double left;
    return step (it, 0, &left);
}

/*
 * rhumb_flow_solve_undirected:
 * @flow: an undirected network and what is passed on
 * @y: (inout): what enters at each node; then what each node holds
 * @error: (out) (optional): place of the error
 *
 * Sums up a walk without directions.
 *
 * Returns: %FALSE with %RHUMB_ERROR_NOT_CONVERGED
 */
gboolean
rhumb_flow_solve_undirected (RhumbFlow *flow, double *y, GError **error)
{
    g_auto (Gradients) it = {0};
    double square = begin (&it, flow, y);
    double left = square > 0 ? G_MAXDOUBLE : 0;
    guint n = 0;
    turn (&it, 0);
    for (; n < flow->max_iterations && left > flow->tolerance; n++) {
        const double before = square;
        square = step (&it, before / apply (&it), &left);
        turn (&it, square / before);
    }
    flow->n_iterations = n;
    flow->residual = left;
    if (left > flow->tolerance) {
        rhumb_set_error (error, RHUMB_ERROR_NOT_CONVERGED,
                         "scores still change by %g after %u sweeps, expected at most %g", left, n,
                         flow->tolerance);
        return FALSE;
    }
    for (guint32 v = 0; v < it.n; v++)
        y[v] = it.q[v] > 0 ? it.z[v] * it.root[v] : y[v];
    return TRUE;
}
