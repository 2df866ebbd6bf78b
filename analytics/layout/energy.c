/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How strained a drawing of a network is.
 *
 * Low energy puts what is linked near each other and keeps everything else apart, so distance on
 * the map can be read as dissimilarity. Source: the (a, r)-energy of A. Noack, Modularity
 * clustering is force-directed layout, Physical Review E 79 (2009) 026102,
 * doi:10.1103/PhysRevE.79.026102, with a pull to the middle that keeps parts together which no
 * link joins.
 *
 *   E = Σ w_ij d_ij^a / a − ρ Σ m_i m_j d_ij^r / r + γ / 2 Σ m_i (x_i² / α + α y_i²)
 *
 * with ln d for d⁰ / 0. (1.5, 0) is what maps use; (1, 0) is LinLog; (2, 1) is that of VOS (L.
 * Waltman, N. J. van Eck, E. C. M. Noyons, A unified approach to mapping and clustering of
 * bibliometric networks, Journal of Informetrics 4 (2010), doi:10.1016/j.joi.2010.07.002). Two
 * constants keep the logarithm finite where nodes coincide. Cost: n² / 2 logarithms and n²
 * divisions for each evaluation, which is meant for up to 600 nodes. Rows run in parallel; each is
 * summed in node order and rows are added in row order: the same bits for any number of threads.
 */
#include "analytics/layout/energy.h"

#include <math.h>

#define SOFTENING 1e-4

/* Fills the row's gradient with what pushes it. */
static void
push_row (const RhumbEnergy *energy, const double *x, guint32 i, double *gradient)
{
    double push_x = 0.0;
    double push_y = 0.0;
    for (guint32 j = 0; j < energy->n_nodes; j++) {
        const double dx = x[2 * (gsize)i] - x[2 * (gsize)j];
        const double dy = x[2 * (gsize)i + 1] - x[2 * (gsize)j + 1];
        const double square = dx * dx + dy * dy + SOFTENING;
        const double force = energy->mass[j] / (energy->pushes_evenly ? sqrt (square) : square);
        push_x += force * dx;
        push_y += force * dy;
    }
    const double strength = energy->repulsion * energy->mass[i];
    gradient[2 * (gsize)i] = -strength * push_x;
    gradient[2 * (gsize)i + 1] = -strength * push_y;
}

/* Fills the row's gradient; returns the energy of the row with those before it. */
static double
repel (const RhumbEnergy *energy, const double *x, guint32 i, double *gradient)
{
    push_row (energy, x, i, gradient);
    double sum = 0.0;
    for (guint32 j = 0; j < i; j++) {
        const double dx = x[2 * (gsize)i] - x[2 * (gsize)j];
        const double dy = x[2 * (gsize)i + 1] - x[2 * (gsize)j + 1];
        const double square = dx * dx + dy * dy + SOFTENING;
        sum += energy->mass[j] * (energy->pushes_evenly ? sqrt (square) : log (square) / 2);
    }
    return energy->repulsion * energy->mass[i] * sum;
}

static double
attract (const RhumbEnergy *energy, const double *x, double *gradient)
{
    static const double powers[] = {2.0, 1.5, 1.0};
    const double power = powers[energy->pull];
    double sum = 0.0;
    for (gsize e = 0; e < energy->n_springs; e++) {
        const gsize i = 2 * (gsize)energy->spring[e].from;
        const gsize j = 2 * (gsize)energy->spring[e].to;
        const double dx = x[i] - x[j];
        const double dy = x[i + 1] - x[j + 1];
        const double square =
            dx * dx + dy * dy + (energy->pull == RHUMB_PULL_SPRING ? 0 : SOFTENING);
        const double pull = energy->spring[e].weight / rhumb_pull_slack (energy->pull, square);
        sum += pull * square / power;
        gradient[i] += pull * dx;
        gradient[i + 1] += pull * dy;
        gradient[j] -= pull * dx;
        gradient[j + 1] -= pull * dy;
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

/* Springs by the nodes that they join, for sorting. */
int
rhumb_compare_spring_ends (gconstpointer a, gconstpointer b)
{
    const RhumbSpring *x = a;
    const RhumbSpring *y = b;
    if (x->from != y->from)
        return x->from < y->from ? -1 : 1;
    return x->to < y->to ? -1 : x->to > y->to;
}

/* The energy of a drawing and its gradient, for rhumb_minimise(). @x: x and y of each node in turn;
 * @n: twice the number of nodes; @data: the #RhumbEnergy. */
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
        sum -= row[i];
    sum += attract (energy, x, gradient);
    return sum + gravitate (energy, x, gradient);
}
