/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/eval/logistic-lanes.h"

G_BEGIN_DECLS

/* Private to logistic-lanes.c and logistic-rows.c. */
#define LANES TILE_LANES

typedef enum {
    IDLE,
    SUMS_GRADIENT,
    STARTS_STEP, /* has its gradient, lacks a direction */
    LOOKS_FOR_STEP,
} Phase;

typedef struct {
    const LogisticFit *fit;
    const double *curvature;
    Phase phase;
    guint n_steps;
    guint n_products;
    double small; /* part of a gradient that counts as 0 */
    double loss;
    double size; /* of the residual, squared */
    double enough;
} Lane;

/* Vectors are n × LANES; those of rows are tile by tile, LANES × TILE_ROWS. */
typedef struct {
    LogisticTask *task;
    Lane lane[LANES];
    guint n; /* weights: columns, then the constant */
    double *weight;
    double *gradient;
    double *step;
    double *residual;
    double *direction;
    double *product;
    double *ahead; /* the residual, divided by the curvature of the start */
    double *room;
    double *sum;
    double *score;
    double *along;  /* what a direction adds to scores; without one, the slope of the loss */
    double *stride; /* what the step adds to scores */
    double *curve;
} Bench;

static inline double
bench_get_tie (const Bench *b, guint k)
{
    return k < b->n - 1 ? 1 : b->task->tie;
}

double rhumb_logistic_look_at_rows (Bench *b, guint l, double length);
void rhumb_logistic_go_through_rows (Bench *b);

G_END_DECLS
