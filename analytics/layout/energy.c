/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How strained a drawing of a network is.
 *
 * Low energy puts what is linked near each other and keeps everything else apart, so distance on
 * the map can be read as dissimilarity. Source: the (a, r)-energy with a = 2, r = 0 of A. Noack,
 * Modularity clustering is force-directed layout, Physical Review E 79 (2009) 026102,
 * doi:10.1103/PhysRevE.79.026102, with a pull to the middle that keeps parts together which no
 * link joins.
 *
 *   E = Σ w_ij d_ij² / 2 − ρ Σ m_i m_j ln d_ij + γ / 2 Σ m_i (x_i² / α + α y_i²)
 *
 * Two constants keep the logarithm finite where nodes coincide. Cost: n² / 2 logarithms and n²
 * divisions for each evaluation, which is meant for up to 600 nodes. Rows run in parallel; each is
 * summed in node order and rows are added in row order: the same bits for any number of threads. */

#include "analytics/layout/energy.h"

#include <math.h>

#define SOFTENING 1e-4

/* Fills the row's gradient; returns Σ_{j < i} m_j ln d²_ij. */
static double
repel (const RhumbEnergy *energy, const double *x, guint32 i, double *gradient)
{
    double pull_x = 0.0;
    double pull_y = 0.0;
    for (guint32 j = 0; j < energy->n_nodes; j++) {
        const double dx = x[2 * (gsize)i] - x[2 * (gsize)j];
        const double dy = x[2 * (gsize)i + 1] - x[2 * (gsize)j + 1];
        const double force = energy->mass[j] / (dx * dx + dy * dy + SOFTENING);
        pull_x += force * dx;
        pull_y += force * dy;
    }
    double logarithms = 0.0;
    for (guint32 j = 0; j < i; j++) {
        const double dx = x[2 * (gsize)i] - x[2 * (gsize)j];
        const double dy = x[2 * (gsize)i + 1] - x[2 * (gsize)j + 1];
        logarithms += energy->mass[j] * log (dx * dx + dy * dy + SOFTENING);
    }
    const double strength = energy->repulsion * energy->mass[i];
    gradient[2 * (gsize)i] = -strength * pull_x;
    gradient[2 * (gsize)i + 1] = -strength * pull_y;
    return strength * logarithms;
}

static double
attract (const RhumbEnergy *energy, const double *x, double *gradient)
{
    double sum = 0.0;
    for (gsize e = 0; e < energy->n_springs; e++) {
        const gsize i = 2 * (gsize)energy->spring[e].from;
        const gsize j = 2 * (gsize)energy->spring[e].to;
        const double weight = energy->spring[e].weight;
        const double dx = x[i] - x[j];
        const double dy = x[i + 1] - x[j + 1];
        sum += weight * (dx * dx + dy * dy) / 2;
        gradient[i] += weight * dx;
        gradient[i + 1] += weight * dy;
        gradient[j] -= weight * dx;
        gradient[j + 1] -= weight * dy;
    }
    return sum;
}

static double
gravitate (const RhumbEnergy *energy, const double *x, double *gradient)
{
    double sum = 0.0;
    for (guint32 i = 0; i < energy->n_nodes; i++) {
        const gsize at = 2 * (gsize)i;
        const double across = energy->gravity * energy->mass[i] / energy->aspect;
        const double along = energy->gravity * energy->mass[i] * energy->aspect;
        sum += (across * x[at] * x[at] + along * x[at + 1] * x[at + 1]) / 2;
        gradient[at] += across * x[at];
        gradient[at + 1] += along * x[at + 1];
    }
    return sum;
}

/**
 * rhumb_energy:
 * @x: (array length=n): x and y of each node in turn
 * @gradient: (array length=n) (out caller-allocates): derivative of the energy by each of @x
 * @n: twice the number of nodes
 * @data: the #RhumbEnergy
 *
 * Computes the (2,0) energy of a drawing and its gradient.
 *
 * Returns: the energy
 */
double
rhumb_energy (const double *x, double *gradient, gsize n, gpointer data)
{
    const RhumbEnergy *energy = data;
    g_assert (n == 2 * (gsize)energy->n_nodes);
    double *row = energy->row_energy;
#pragma omp parallel for schedule(static, 8) if (energy->n_nodes > 250)
    for (guint32 i = 0; i < energy->n_nodes; i++)
        row[i] = repel (energy, x, i, gradient);
    double sum = 0.0;
    for (guint32 i = 0; i < energy->n_nodes; i++)
        sum -= row[i] / 2;
    sum += attract (energy, x, gradient);
    return sum + gravitate (energy, x, gradient);
}
