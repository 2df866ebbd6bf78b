/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What fits of logistic regressions do with all rows: see how likely labels are, and multiply.
 */
#include <math.h>
#include <string.h>

#include "analytics/eval/logistic-bench.h"

/* Where row @i of lane @l stands. */
static inline gsize
get_place (gsize i, guint l)
{
    return (i / TILE_ROWS * LANES + l) * TILE_ROWS + i % TILE_ROWS;
}

/* Slopes and curves of all rows after a part of the step. Returns the loss of the rows,
 * C Σ ln(1 + exp(∓score)). */
double
rhumb_logistic_look_at_rows (Bench *b, guint l, double length)
{
    const double strength = b->lane[l].fit->penalty;
    const guint8 *label = b->lane[l].fit->label;
    double loss = 0;
    for (guint32 i = 0; i < b->task->tiles->n_rows; i++) {
        const gsize at = get_place (i, l);
        const double score = b->score[at] + length * b->stride[at];
        const double odds = exp (-fabs (score));
        const double likely = 1 / (1 + odds);
        const double chance = score >= 0 ? likely : odds * likely;
        const double other = score >= 0 ? odds * likely : likely;
        b->along[at] = strength * (label[i] ? -other : chance);
        b->curve[at] = strength * chance * other;
        loss += log1p (odds) + MAX (label[i] ? -score : score, 0);
    }
    /* Places after the last row hold what directions left there. */
    for (gsize i = b->task->tiles->n_rows; i < b->task->tiles->n_tiles * TILE_ROWS; i++)
        b->along[get_place (i, l)] = 0;
    return strength * loss;
}

/* What a lane adds up of a tile: rows times @value, which holds products with directions. */
static void
weigh_rows (Bench *b, guint l, gsize tile, double *value)
{
    const gsize first = (tile * LANES + l) * TILE_ROWS;
    double *along = b->along + first;
    const double *curve = b->curve + first;
    const double constant = b->direction[(gsize)(b->n - 1) * LANES + l];
    const gboolean has_direction = b->lane[l].phase == LOOKS_FOR_STEP;
    for (guint j = 0; j < TILE_ROWS; j++) {
        if (has_direction)
            along[j] = value[j] + constant;
        value[j] = has_direction ? curve[j] * along[j] : along[j];
    }
}

/* Into product: of lanes with a direction the Hessian of the rows times it, of others their
 * gradient. */
void
rhumb_logistic_go_through_rows (Bench *b)
{
    const RowTiles *tiles = b->task->tiles;
    const guint d = tiles->n_columns;
    double *constant = b->product + (gsize)d * LANES;
    gboolean has_direction = FALSE;
    for (guint l = 0; l < LANES; l++) {
        has_direction = has_direction || b->lane[l].phase == LOOKS_FOR_STEP;
        constant[l] = 0;
    }
    memset (b->sum, 0, TILE_SUMS (d) * sizeof *b->sum);
    for (gsize t = 0; t < tiles->n_tiles; t++) {
        const float *tile = tiles->number + t * d * TILE_ROWS;
        double value[TILE_LANES * TILE_ROWS] = {0};
        if (has_direction)
            rhumb_tile_multiply (tile, d, b->direction, value);
        for (guint l = 0; l < LANES; l++) {
            weigh_rows (b, l, t, value + l * TILE_ROWS);
            for (guint j = 0; j < TILE_ROWS; j++)
                constant[l] += value[l * TILE_ROWS + j];
        }
        rhumb_tile_add (tile, d, value, b->sum);
    }
    rhumb_tile_sums (b->sum, d, b->product);
}
