/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How well hidden links are told from pairs without one, by what is left of the network.
 *
 * Source: Liben-Nowell, Kleinberg (2007), doi:10.1002/asi.20591, for common neighbours; Grover,
 * Leskovec (2016), doi:10.1145/2939672.2939754, for products of vectors, weighed here by a logistic
 * regression.
 *
 * Method: three scores of a pair: how many neighbours both have, the cosine of their vectors, and
 * the log odds of a regression over the products of their numbers, times the number of dimensions.
 * The regression learns from at most 20000 pairs of each kind; the pairs to choose by choose its
 * penalty by the area under the curve (equal ones: the smaller C). A node without a vector has
 * cosine 0 with all.
 *
 * Cost: six fits of 40000 rows at most; intervals sort the tested pairs once for each sample.
 */
#include "analytics/eval/link-test.h"

#include <math.h>
#include <string.h>

#include "analytics/eval/figures.h"
#include "analytics/eval/logistic.h"
#include "analytics/eval/measures.h"

#define MOST_LEARNED 20000

/* Those whose fits take longest first. */
static const double PENALTIES[] = {100, 10, 1, 0.1, 0.01};

typedef struct {
    const double *score;
    const guint8 *right;
    double *some_scores; /* room for a sample */
    guint8 *some_right;
    double (*measure) (const double *score, const guint8 *right, guint32 n);
} Tested;

static double
measure_sample (const guint32 *sample, guint32 n, gconstpointer data)
{
    const Tested *tested = data;
    for (guint32 i = 0; i < n; i++) {
        tested->some_scores[i] = tested->score[sample[i]];
        tested->some_right[i] = tested->right[sample[i]];
    }
    return tested->measure (tested->some_scores, tested->some_right, n);
}

static void
add_figures (GArray *figures, const char *method, const double *score, const RhumbPair *pair,
             guint32 n, guint n_samples, guint64 seed)
{
    g_autofree guint8 *right = g_new (guint8, (gsize)n + 1);
    g_autofree guint8 *some_right = g_new (guint8, (gsize)n + 1);
    g_autofree double *some_scores = g_new (double, (gsize)n + 1);
    Tested tested = {score, right, some_scores, some_right, rhumb_measure_auc};
    for (guint32 i = 0; i < n; i++)
        right[i] = pair[i].linked != FALSE;
    const RhumbInterval auc = rhumb_bootstrap (measure_sample, &tested, n, n_samples, seed);
    tested.measure = rhumb_measure_average_precision;
    const RhumbInterval precision = rhumb_bootstrap (measure_sample, &tested, n, n_samples, seed);
    rhumb_figures_add (figures, method, "AUC", 0, &auc, 1, n);
    rhumb_figures_add (figures, method, "average precision", 0, &precision, 1, n);
}

static void
count_common (const RhumbNetwork *network, const RhumbPair *pair, gsize n, double *score)
{
    const RhumbRows rows = rhumb_network_get_out_rows (network);
#pragma omp parallel for schedule(dynamic, 256)
    for (gsize i = 0; i < n; i++) {
        gsize x = rows.start[pair[i].a];
        gsize y = rows.start[pair[i].b];
        score[i] = 0;
        while (x < rows.start[pair[i].a + 1] && y < rows.start[pair[i].b + 1]) {
            score[i] += rows.node[x] == rows.node[y];
            const gboolean next_x = rows.node[x] <= rows.node[y];
            const gboolean next_y = rows.node[y] <= rows.node[x];
            x += next_x;
            y += next_y;
        }
    }
}

/* Products of the numbers of both vectors, n × d. */
static float *
multiply (const RhumbVectors *vectors, const RhumbPair *pair, gsize n)
{
    const guint d = rhumb_vectors_get_n_dimensions (vectors);
    float *row = g_new (float, n *d + 1);
#pragma omp parallel for schedule(static)
    for (gsize i = 0; i < n; i++) {
        const float *a = rhumb_vectors_get_row (vectors, pair[i].a);
        const float *b = rhumb_vectors_get_row (vectors, pair[i].b);
        for (guint k = 0; k < d; k++)
            row[i * d + k] = a[k] * b[k] * (float)d;
    }
    return row;
}

static void
score_rows (const float *row, gsize n, guint d, const double *weight, double *score)
{
#pragma omp parallel for schedule(static)
    for (gsize i = 0; i < n; i++)
        score[i] = rhumb_logistic_score (row + i * d, d, weight);
}

/* At most MOST_LEARNED links and gaps: the order of pairs is random already. */
static float *
take_learned (const RhumbVectors *vectors, const RhumbLinkSplit *split, guint8 *right, guint32 *n)
{
    const gsize half = MIN (split->n_train / 2, MOST_LEARNED);
    g_autofree RhumbPair *pair = g_new (RhumbPair, 2 * half + 1);
    memcpy (pair, split->pair, half * sizeof *pair);
    memcpy (pair + half, split->pair + split->n_train / 2, half * sizeof *pair);
    for (gsize i = 0; i < 2 * half; i++)
        right[i] = pair[i].linked != FALSE;
    *n = (guint32)(2 * half);
    return multiply (vectors, pair, 2 * half);
}

/* Scores of the tested pairs by the regression that does best on those to choose by. */
static void
score_by_regression (const RhumbVectors *vectors, const RhumbLinkSplit *split, double *score)
{
    const guint d = rhumb_vectors_get_n_dimensions (vectors);
    const RhumbPair *chosen_by = split->pair + split->n_train;
    const gsize n_chosen_by = split->n_validation;
    guint32 n = 0;
    double most = -1;
    LogisticFit fit[G_N_ELEMENTS (PENALTIES)];
    g_autofree guint8 *right = g_new (guint8, 2 * MOST_LEARNED);
    g_autofree guint8 *chosen_right = g_new (guint8, n_chosen_by + 1);
    g_autofree double *chosen_score = g_new (double, n_chosen_by + 1);
    g_autofree double *weight = g_new (double, G_N_ELEMENTS (fit) * ((gsize)d + 1));
    g_autofree float *learned = take_learned (vectors, split, right, &n);
    g_autofree float *chosen = multiply (vectors, chosen_by, n_chosen_by);
    g_autofree float *tested = multiply (vectors, chosen_by + n_chosen_by, split->n_test);
    for (gsize i = 0; i < n_chosen_by; i++)
        chosen_right[i] = chosen_by[i].linked != FALSE;
    for (guint i = 0; i < G_N_ELEMENTS (fit); i++)
        fit[i] = (LogisticFit){right, PENALTIES[i], weight + i * ((gsize)d + 1)};
    rhumb_logistic_fit (learned, n, d, fit, G_N_ELEMENTS (fit), FALSE);
    for (guint i = 0; i < G_N_ELEMENTS (fit); i++) {
        score_rows (chosen, n_chosen_by, d, fit[i].weight, chosen_score);
        const double auc = rhumb_measure_auc (chosen_score, chosen_right, (guint32)n_chosen_by);
        if (!(auc >= most))
            continue;
        most = auc;
        score_rows (tested, split->n_test, d, fit[i].weight, score);
    }
}

static void
score_by_cosine (const RhumbVectors *vectors, const RhumbPair *pair, gsize n, double *score)
{
    const guint d = rhumb_vectors_get_n_dimensions (vectors);
#pragma omp parallel for schedule(static)
    for (gsize i = 0; i < n; i++) {
        const float *a = rhumb_vectors_get_row (vectors, pair[i].a);
        const float *b = rhumb_vectors_get_row (vectors, pair[i].b);
        double product = 0;
        double squares_a = 0;
        double squares_b = 0;
        for (guint k = 0; k < d; k++) {
            product += (double)a[k] * b[k];
            squares_a += (double)a[k] * a[k];
            squares_b += (double)b[k] * b[k];
        }
        score[i] = product != 0 ? product / sqrt (squares_a * squares_b) : 0;
    }
}

/**
 * rhumb_test_links:
 * @split: parts of links
 * @network: the network without the links that are tested, see rhumb_hold_out_links()
 * @vectors: (nullable): vectors made from it, a row for each node of the split
 * @n_samples: samples of an interval; 0 = none
 * @seed: seed of the samples
 *
 * Measures how well hidden links are found: area under the curve and average precision of common
 * neighbours and, with vectors, of their cosine and of a regression over their products.
 *
 * Returns: (transfer full) (element-type RhumbFigure): figures
 *
 * Since: 0.2
 */
GArray *
rhumb_test_links (const RhumbLinkSplit *split, const RhumbNetwork *network,
                  const RhumbVectors *vectors, guint n_samples, guint64 seed)
{
    GArray *figures = g_array_new (FALSE, FALSE, sizeof (RhumbFigure));
    const RhumbPair *pair = split->pair + split->n_train + split->n_validation;
    const guint32 n = (guint32)split->n_test;
    g_autofree double *score = g_new (double, (gsize)n + 1);
    count_common (network, pair, n, score);
    add_figures (figures, "common neighbours", score, pair, n, n_samples, seed);
    if (vectors == NULL)
        return figures;
    score_by_cosine (vectors, pair, n, score);
    add_figures (figures, "cosine", score, pair, n, n_samples, seed);
    score_by_regression (vectors, split, score);
    add_figures (figures, "regression", score, pair, n, n_samples, seed);
    return figures;
}
