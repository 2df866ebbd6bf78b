/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Walks inside a large strong component, swept until nothing changes.
 *
 * In a sweep each node takes what its links bring at that moment (Gauss and Seidel; for PageRank
 * Arasu, Novak, Tomkins, Tomlin 2002; Gleich, Gray, Greif, Lau 2010, doi:10.1137/080727397), so
 * only links that lead backwards keep it from being exact. Sweeps precondition a method of
 * conjugate residuals that keeps its last three directions (Eisenstat, Elman, Schultz 1983,
 * doi:10.1137/0720023): in citation networks with a few backward links one slow pattern remains
 * after some sweeps, and that takes it away. Where a plain sweep leaves less over it is taken
 * instead. What is left at a node counts by what the sweep does not pass on to nodes after it: in
 * that sum a plain sweep leaves at most the damping of what there was (in the plain sum it may
 * leave more, and directions at right angles to all that is left would be taken for ever).
 *
 * The component has rows of its own, numbered in the order of the sweep. A block of rows first
 * takes what comes from outside the block, which nobody changes meanwhile, on all processors, and
 * then what comes from inside it on one; sums are added in fixed blocks. That is one order of sums
 * for any number of threads.
 * Cost: O(sweeps × edges of the component) time, 4 bytes an edge (12 with weights), 16 numbers a
 * node.
 */
#include <math.h>
#include <string.h>

#include "analytics/rank/flow-component.h"
#include "graph/large-array.h"
#include "graph/set-error.h"

#define BLOCK 32768
#define SUM_BLOCK 4096
#define MOST_DIRECTIONS 3

/* The most that a sweep may leave of a plain sum that is trusted to become 0. */
#define SHRINKS 0.95

/* Rows of a component by places. Of a row, entries start … split come from inside its block. */
typedef struct {
    guint32 n;
    gsize *start;
    gsize *split;
    guint32 *node;
    double *weight;  /* NULL = all 1 */
    double *divisor; /* 1 less what a node passes to itself */
    double *pass;
    double *passed;
    double *kept; /* what of its score a node does not pass to itself or to later ones; NULL = 1 */
    double *outside; /* what a block got from outside it */
} Rows;

static void
rows_clear (Rows *rows)
{
    g_free (rows->start);
    g_free (rows->split);
    g_free (rows->node);
    g_free (rows->weight);
    g_free (rows->divisor);
    g_free (rows->pass);
    g_free (rows->passed);
    g_free (rows->kept);
    g_free (rows->outside);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Rows, rows_clear)

static void
rows_init (Rows *rows, guint32 n, gsize n_entries, gboolean weighted)
{
    rows->n = n;
    rows->start = g_new (gsize, (gsize)n + 1);
    rows->split = g_new (gsize, n);
    rows->node = rhumb_large_array_new (n_entries, sizeof (guint32));
    rows->weight = weighted ? rhumb_large_array_new (n_entries, sizeof (double)) : NULL;
    rows->divisor = g_new (double, n);
    rows->pass = g_new (double, n);
    rows->passed = rhumb_large_array_new (n, sizeof (double));
    rows->kept = NULL;
    rows->outside = g_new (double, MIN (n, BLOCK));
}

static void
add_entries (Rows *rows, RhumbRows in, guint32 v, const guint32 *place, gboolean inside, gsize *at)
{
    const guint32 block = place[v] / BLOCK;
    for (gsize i = in.start[v]; i < in.start[v + 1]; i++) {
        const guint32 p = place[in.node[i]];
        if (p == PLACE_NONE || in.node[i] == v || (p / BLOCK == block) != inside)
            continue;
        if (rows->weight != NULL)
            rows->weight[*at] = in.weight[i];
        rows->node[(*at)++] = p;
    }
}

static void
find_kept (Rows *rows)
{
    rows->kept = g_memdup2 (rows->divisor, sizeof (double) * rows->n);
    for (guint32 p = 0; p < rows->n; p++) {
        for (gsize i = rows->start[p]; i < rows->start[p + 1]; i++) {
            const guint32 from = rows->node[i];
            if (from < p)
                rows->kept[from] -= rows->pass[from] * (rows->weight != NULL ? rows->weight[i] : 1);
        }
    }
}

static void
fill_rows (Rows *rows, const RhumbFlowComponent *component)
{
    const RhumbRows in = rhumb_network_get_in_rows (component->flow->network);
    gsize n_entries = 0;
    for (guint32 p = 0; p < component->n_members; p++) {
        const guint32 v = component->member[p];
        n_entries += in.start[v + 1] - in.start[v];
    }
    rows_init (rows, component->n_members, n_entries, in.weight != NULL);
    gsize at = 0;
    for (guint32 p = 0; p < rows->n; p++) {
        const guint32 v = component->member[p];
        rows->start[p] = at;
        add_entries (rows, in, v, component->place, TRUE, &at);
        rows->split[p] = at;
        add_entries (rows, in, v, component->place, FALSE, &at);
        rows->pass[p] = component->flow->pass[v];
        rows->divisor[p] = 1 - rows->pass[p] * rhumb_flow_get_loop (in, v);
    }
    rows->start[rows->n] = at;
}

static double
sum_entries (const Rows *rows, gsize from, gsize to)
{
    double sum = 0;
    if (rows->weight == NULL) {
        for (gsize i = from; i < to; i++)
            sum += rows->passed[rows->node[i]];
    } else {
        for (gsize i = from; i < to; i++)
            sum += rows->passed[rows->node[i]] * rows->weight[i];
    }
    return sum;
}

static void
finish_block (Rows *rows, const double *source, guint32 first, guint32 end, double *y)
{
    for (guint32 p = first; p < end; p++) {
        double sum = sum_entries (rows, rows->start[p], rows->split[p]);
        sum += rows->outside[p - first] + (source != NULL ? source[p] : 0);
        y[p] = sum / rows->divisor[p];
        rows->passed[p] = y[p] * rows->pass[p];
    }
}

/* One sweep; @source is what enters, %NULL = nothing. */
static void
sweep (Rows *rows, const double *source, double *y)
{
    const guint32 n_blocks = rows->n / BLOCK + (rows->n % BLOCK != 0);
    for (guint32 p = 0; p < rows->n; p++)
        rows->passed[p] = y[p] * rows->pass[p];
#pragma omp parallel if (n_blocks > 1)
    for (guint32 b = 0; b < n_blocks; b++) {
        const guint32 first = BLOCK * b;
        const guint32 end = rows->n - first > BLOCK ? first + BLOCK : rows->n;
#pragma omp for schedule(dynamic, 512)
        for (guint32 p = first; p < end; p++)
            rows->outside[p - first] = sum_entries (rows, rows->split[p], rows->start[p + 1]);
#pragma omp single
        finish_block (rows, source, first, end, y);
    }
}

static double
multiply (guint32 n, const double *a, const double *b)
{
    double sum = 0;
    for (guint32 first = 0; first < n; first += MIN (SUM_BLOCK, n - first)) {
        double block = 0;
        for (guint32 p = first; p < first + MIN (SUM_BLOCK, n - first); p++)
            block += a[p] * b[p];
        sum += block;
    }
    return sum;
}

/* Sum of weight |a + factor b|; without @weight all are 1. */
static double
measure (guint32 n, const double *weight, const double *a, double factor, const double *b)
{
    double sum = 0;
    for (guint32 first = 0; first < n; first += MIN (SUM_BLOCK, n - first)) {
        double block = 0;
        for (guint32 p = first; p < first + MIN (SUM_BLOCK, n - first); p++)
            block += (weight != NULL ? weight[p] : 1) * fabs (a[p] + factor * b[p]);
        sum += block;
    }
    return sum;
}

static void
add (guint32 n, double factor, const double *from, double *to)
{
    for (guint32 p = 0; p < n; p++)
        to[p] += factor * from[p];
}

/* The solution so far, what a sweep would change of it, and directions tried last. */
typedef struct {
    guint32 n;
    double *y;
    double *rest;
    double *swept; /* what a sweep makes of the rest */
    double *direction[MOST_DIRECTIONS];
    double *image[MOST_DIRECTIONS]; /* what a step along it takes from the rest */
    double square[MOST_DIRECTIONS]; /* image · image */
    guint n_kept;
    guint next; /* which to replace */
} Residuals;

static void
residuals_clear (Residuals *it)
{
    g_free (it->y);
    g_free (it->rest);
    g_free (it->swept);
    for (guint k = 0; k < MOST_DIRECTIONS; k++) {
        g_free (it->direction[k]);
        g_free (it->image[k]);
    }
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Residuals, residuals_clear)

static void
residuals_init (Residuals *it, Rows *rows, const double *source)
{
    it->n = rows->n;
    it->y = g_memdup2 (source, sizeof (double) * rows->n);
    it->rest = g_memdup2 (source, sizeof (double) * rows->n);
    it->swept = rhumb_large_array_new (rows->n, sizeof (double));
    for (guint k = 0; k < MOST_DIRECTIONS; k++) {
        it->direction[k] = rhumb_large_array_new (rows->n, sizeof (double));
        it->image[k] = rhumb_large_array_new (rows->n, sizeof (double));
    }
    sweep (rows, source, it->rest);
    add (it->n, -1, it->y, it->rest);
}

/* Makes the rest a direction at right angles, by images, to those kept. Returns which one. */
static guint
choose_direction (Residuals *it)
{
    const guint k = it->next;
    memcpy (it->direction[k], it->rest, sizeof (double) * it->n);
    for (guint32 p = 0; p < it->n; p++)
        it->image[k][p] = it->rest[p] - it->swept[p];
    for (guint j = 0; j < it->n_kept; j++) {
        if (j == k || it->square[j] <= 0)
            continue;
        const double part = multiply (it->n, it->image[k], it->image[j]) / it->square[j];
        add (it->n, -part, it->direction[j], it->direction[k]);
        add (it->n, -part, it->image[j], it->image[k]);
    }
    it->square[k] = multiply (it->n, it->image[k], it->image[k]);
    it->next = (k + 1) % MOST_DIRECTIONS;
    it->n_kept = MAX (it->n_kept, k + 1);
    return k;
}

/* @left: the sum of the rest. Returns what is left of it. */
static double
step (Residuals *it, Rows *rows, double left)
{
    memcpy (it->swept, it->rest, sizeof (double) * it->n);
    sweep (rows, NULL, it->swept);
    double plain = measure (it->n, rows->kept, it->swept, 0, it->swept);
    if (rows->kept == NULL && plain > SHRINKS * left) {
        find_kept (rows);
        plain = measure (it->n, rows->kept, it->swept, 0, it->swept);
    }
    const guint k = choose_direction (it);
    const double length =
        it->square[k] > 0 ? multiply (it->n, it->rest, it->image[k]) / it->square[k] : 0;
    const double better = measure (it->n, rows->kept, it->rest, -length, it->image[k]);
    const gboolean is_better = it->square[k] > 0 && better < plain;
    if (is_better) {
        add (it->n, length, it->direction[k], it->y);
        add (it->n, -length, it->image[k], it->rest);
    } else {
        add (it->n, 1, it->rest, it->y);
        memcpy (it->rest, it->swept, sizeof (double) * it->n);
        it->n_kept = 0;
        it->next = 0;
    }
    if (rows->kept != NULL)
        return measure (it->n, NULL, it->rest, 0, it->rest);
    return is_better ? better : plain;
}

static gboolean
iterate (RhumbFlow *flow, Residuals *it, Rows *rows, GError **error)
{
    double left = measure (it->n, NULL, it->rest, 0, it->rest);
    double total = measure (it->n, NULL, it->y, 1, it->rest);
    guint n = 1;
    for (; n < flow->max_iterations && left > flow->tolerance * total; n++) {
        left = step (it, rows, left);
        total = measure (it->n, NULL, it->y, 1, it->rest);
    }
    const double share = total > 0 ? left / total : 0;
    flow->n_iterations = MAX (flow->n_iterations, n);
    flow->residual = MAX (flow->residual, share);
    if (share <= flow->tolerance)
        return TRUE;
    rhumb_set_error (error, RHUMB_ERROR_NOT_CONVERGED,
                     "scores still change by %g after %u sweeps, expected at most %g", share, n,
                     flow->tolerance);
    return FALSE;
}

/*
 * rhumb_flow_sweep_component:
 * @component: nodes in the order of sweeps, with their places
 * @y: (inout): what enters at each member, from outside too; then what it holds
 * @error: (out) (optional): place of the error
 *
 * Sums up walks inside a component.
 *
 * Returns: %FALSE with %RHUMB_ERROR_NOT_CONVERGED
 */
gboolean
rhumb_flow_sweep_component (const RhumbFlowComponent *component, double *y, GError **error)
{
    g_auto (Rows) rows = {0};
    g_auto (Residuals) it = {0};
    fill_rows (&rows, component);
    g_autofree double *source = g_new (double, rows.n);
    for (guint32 p = 0; p < rows.n; p++)
        source[p] = y[component->member[p]];
    residuals_init (&it, &rows, source);
    if (!iterate (component->flow, &it, &rows, error))
        return FALSE;
    /* A last sweep is known already. What is below 0 by rounding is 0. */
    for (guint32 p = 0; p < rows.n; p++)
        y[component->member[p]] = MAX (it.y[p] + it.rest[p], 0);
    return TRUE;
}
