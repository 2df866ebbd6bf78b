/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Logistic regressions side by side: four fits go through the rows together, each at its own step.
 *
 * A lane holds a fit. In a round all rows are read once; a lane that looks for a step multiplies
 * the Hessian by its direction, one that took a step adds up its gradient. Whoever is done gives
 * its lane to the next fit. A fit's numbers depend on no other's, so it does not matter which of
 * them share a round.
 *
 * The score of a row changes along a step in proportion to its length, and what a row adds to the
 * score along a direction is found by the product anyway: lengths of steps are tried without
 * another look at the rows' numbers.
 */
#include "analytics/eval/logistic-lanes.h"

#include <math.h>
#include <string.h>

#include "analytics/eval/logistic-bench.h"
#include "analytics/eval/start-curvature.h"

#define MAX_STEPS 200
#define MAX_PRODUCTS 1000
#define MAX_HALVINGS 60
#define SMALL 1e-10
#define TILE_NUMBERS ((gsize)TILE_LANES * TILE_ROWS)
#define N_VECTORS 8
#define N_ROW_VECTORS 4

/* How many numbers a bench needs as room. */
gsize
rhumb_logistic_bench_size (const RowTiles *tiles)
{
    return N_VECTORS * LANES * ((gsize)tiles->n_columns + 1) + TILE_SUMS (tiles->n_columns) +
           N_ROW_VECTORS * TILE_NUMBERS * tiles->n_tiles;
}

static void
bench_init (Bench *b, LogisticTask *task, double *room)
{
    const RowTiles *tiles = task->tiles;
    *b = (Bench){.task = task, .n = tiles->n_columns + 1};
    memset (room, 0, rhumb_logistic_bench_size (tiles) * sizeof *room);
    double **const VECTORS[N_VECTORS] = {&b->weight,    &b->gradient, &b->step,  &b->residual,
                                         &b->direction, &b->product,  &b->ahead, &b->room};
    double **const OF_ROWS[N_ROW_VECTORS] = {&b->score, &b->along, &b->stride, &b->curve};
    for (guint i = 0; i < N_VECTORS; i++, room += (gsize)b->n * LANES)
        *VECTORS[i] = room;
    for (guint i = 0; i < N_ROW_VECTORS; i++, room += TILE_NUMBERS * tiles->n_tiles)
        *OF_ROWS[i] = room;
    b->sum = room;
}

/* Sum of the products of two vectors, each weight's times its penalty. */
static double
multiply_tied (const Bench *b, const double *x, const double *y, guint l)
{
    double sum = 0;
    for (guint k = 0; k < b->n; k++)
        sum += bench_get_tie (b, k) * x[(gsize)k * LANES + l] * y[(gsize)k * LANES + l];
    return sum;
}

static double
multiply (const Bench *b, const double *x, const double *y, guint l)
{
    double sum = 0;
    for (guint k = 0; k < b->n; k++)
        sum += x[(gsize)k * LANES + l] * y[(gsize)k * LANES + l];
    return sum;
}

static double
find_largest (const Bench *b, const double *x, guint l)
{
    double largest = 0;
    for (guint k = 0; k < b->n; k++)
        largest = MAX (largest, fabs (x[(gsize)k * LANES + l]));
    return largest;
}

/* Takes the step, or half of it, or a quarter … Where only rounding is left, as it is. */
static gboolean
take_step (Bench *b, guint l)
{
    Lane *lane = &b->lane[l];
    const double slope = multiply (b, b->gradient, b->step, l);
    const double squares = multiply_tied (b, b->weight, b->weight, l);
    const double product = multiply_tied (b, b->weight, b->step, l);
    const double step_squares = multiply_tied (b, b->step, b->step, l);
    double length = 1;
    for (guint i = 0; i < MAX_HALVINGS; i++, length /= 2) {
        const double loss = rhumb_logistic_look_at_rows (b, l, length) +
                            (squares + length * (2 * product + length * step_squares)) / 2;
        if (!(loss <= lane->loss + 1e-4 * length * slope) && -slope > 1e-13 * fabs (lane->loss))
            continue;
        for (guint k = 0; k < b->n; k++)
            b->weight[(gsize)k * LANES + l] += length * b->step[(gsize)k * LANES + l];
        for (gsize t = 0; t < b->task->tiles->n_tiles; t++) {
            const gsize at = (t * LANES + l) * TILE_ROWS;
            for (guint j = 0; j < TILE_ROWS; j++)
                b->score[at + j] += length * b->stride[at + j];
        }
        lane->loss = loss;
        lane->n_steps++;
        lane->phase = SUMS_GRADIENT;
        return TRUE;
    }
    return FALSE;
}

/* Where all labels are alike, nothing is to be sought: the log odds of n + 1/2 to 1/2. */
static gboolean
is_alike (const LogisticFit *fit, const RowTiles *tiles, double *log_odds)
{
    const guint32 n = tiles->n_rows;
    guint32 n_right = 0;
    for (guint32 i = 0; i < n; i++)
        n_right += fit->label[i] != 0;
    const gboolean alike = n_right == 0 || n_right == n;
    *log_odds =
        alike ? (n_right > 0 ? 1 : -1) * log (2.0 * n + 1) : log ((double)n_right / (n - n_right));
    return alike;
}

/* All weights 0, the constant what it is then best. */
static void
start (Bench *b, guint l, guint number, double log_odds)
{
    const RowTiles *tiles = b->task->tiles;
    const LogisticFit *fit = b->task->fit + number;
    b->lane[l] = (Lane){.fit = fit,
                        .curvature = b->task->curvature[number],
                        .phase = SUMS_GRADIENT,
                        .small = SMALL * (1 + fit->penalty * tiles->n_rows)};
    for (guint k = 0; k < b->n; k++)
        b->weight[(gsize)k * LANES + l] = k < b->n - 1 ? 0 : log_odds;
    for (gsize t = 0; t < tiles->n_tiles; t++) {
        for (guint j = 0; j < TILE_ROWS; j++) {
            b->score[(t * LANES + l) * TILE_ROWS + j] = log_odds;
            b->stride[(t * LANES + l) * TILE_ROWS + j] = 0;
        }
    }
    b->lane[l].loss =
        rhumb_logistic_look_at_rows (b, l, 0) + b->task->tie * log_odds * log_odds / 2;
}

/* Gives a lane to the next fit, if there is one. */
static void
take_next (Bench *b, guint l)
{
    guint number;
    double log_odds;
    for (;;) {
#pragma omp atomic capture
        number = b->task->next++;
        if (number >= b->task->n_fits)
            return;
        if (!is_alike (b->task->fit + number, b->task->tiles, &log_odds))
            break;
        double *weight = b->task->fit[number].weight;
        memset (weight, 0, (b->n - 1) * sizeof *weight);
        weight[b->n - 1] = log_odds;
    }
    start (b, l, number, log_odds);
}

/* Hands over the weights. */
static void
leave (Bench *b, guint l, gboolean found)
{
    for (guint k = 0; k < b->n; k++)
        b->lane[l].fit->weight[k] = b->weight[(gsize)k * LANES + l];
    if (!found) {
#pragma omp atomic update
        b->task->n_left++;
    }
    b->lane[l].phase = IDLE;
}

/* The gradient is known: where it is 0 the fit is done, else a step is sought. */
static void
begin_step (Bench *b, guint l)
{
    Lane *lane = &b->lane[l];
    for (guint k = 0; k < b->n; k++) {
        const gsize at = (gsize)k * LANES + l;
        b->gradient[at] = b->product[at] + bench_get_tie (b, k) * b->weight[at];
        b->residual[at] = -b->gradient[at];
        b->step[at] = 0;
    }
    for (gsize t = 0; t < b->task->tiles->n_tiles; t++)
        memset (b->stride + (t * LANES + l) * TILE_ROWS, 0, TILE_ROWS * sizeof *b->stride);
    const gboolean found = find_largest (b, b->gradient, l) <= lane->small;
    if (found || lane->n_steps == MAX_STEPS)
        leave (b, l, found);
    else
        lane->phase = STARTS_STEP;
}

/* Along the direction as far as the residual falls. */
static void
go_along (Bench *b, guint l)
{
    double curve = 0;
    for (guint k = 0; k < b->n; k++) {
        const gsize at = (gsize)k * LANES + l;
        b->product[at] += bench_get_tie (b, k) * b->direction[at];
        curve += b->direction[at] * b->product[at];
    }
    const double length = curve > 0 ? b->lane[l].size / curve : 0;
    for (guint k = 0; k < b->n; k++) {
        const gsize at = (gsize)k * LANES + l;
        b->step[at] += length * b->direction[at];
        b->residual[at] -= length * b->product[at];
    }
    for (gsize t = 0; t < b->task->tiles->n_tiles; t++) {
        const gsize at = (t * LANES + l) * TILE_ROWS;
        for (guint j = 0; j < TILE_ROWS; j++)
            b->stride[at + j] += length * b->along[at + j];
    }
    /* Without a length no other direction would have one. */
    b->lane[l].n_products = curve > 0 ? b->lane[l].n_products + 1 : MAX_PRODUCTS;
}

/* Divides residuals by the curvature where their fits started. */
static void
look_ahead (Bench *b)
{
    const gsize n = (gsize)b->n * LANES;
    for (guint l = 0; l < LANES; l++) {
        const double *curvature = b->lane[l].curvature;
        gboolean known = b->lane[l].phase == IDLE;
        for (guint m = 0; m < l; m++)
            known = known || (b->lane[m].phase != IDLE && b->lane[m].curvature == curvature);
        if (known)
            continue;
        memcpy (b->room, b->residual, n * sizeof *b->room);
        if (!b->task->is_diagonal)
            rhumb_triangle_solve (curvature, b->n, b->room);
        for (guint m = l; m < LANES; m++) {
            if (b->lane[m].curvature != curvature)
                continue;
            for (gsize k = 0; k < b->n; k++)
                b->ahead[k * LANES + m] =
                    b->room[k * LANES + m] * (b->task->is_diagonal ? curvature[k] : 1);
        }
    }
}

/* The next direction, if the step is not good enough as it is. */
static void
turn (Bench *b, guint l)
{
    Lane *lane = &b->lane[l];
    const double size = multiply (b, b->residual, b->ahead, l);
    const gboolean starts = lane->phase == STARTS_STEP;
    if (starts) {
        lane->n_products = 0;
        lane->enough = size * MIN (0.1, sqrt (size));
    } else if (!(size > lane->enough) || lane->n_products == MAX_PRODUCTS ||
               find_largest (b, b->residual, l) <= 0.3 * lane->small) {
        if (!take_step (b, l))
            leave (b, l, FALSE);
        return;
    }
    const double share = starts ? 0 : size / lane->size;
    for (guint k = 0; k < b->n; k++) {
        const gsize at = (gsize)k * LANES + l;
        b->direction[at] = b->ahead[at] + (starts ? 0 : share * b->direction[at]);
    }
    lane->size = size;
    lane->phase = LOOKS_FOR_STEP;
}

/* Fits until all are begun and the own ones done. @room: rhumb_logistic_bench_size() numbers. */
void
rhumb_logistic_bench_run (LogisticTask *task, double *room)
{
    Bench b;
    bench_init (&b, task, room);
    for (;;) {
        gboolean busy = FALSE;
        for (guint l = 0; l < LANES; l++) {
            if (b.lane[l].phase == IDLE)
                take_next (&b, l);
            busy = busy || b.lane[l].phase != IDLE;
        }
        if (!busy)
            return;
        rhumb_logistic_go_through_rows (&b);
        for (guint l = 0; l < LANES; l++) {
            if (b.lane[l].phase == SUMS_GRADIENT)
                begin_step (&b, l);
            else if (b.lane[l].phase == LOOKS_FOR_STEP)
                go_along (&b, l);
        }
        look_ahead (&b);
        for (guint l = 0; l < LANES; l++) {
            if (b.lane[l].phase != IDLE)
                turn (&b, l);
        }
    }
}
