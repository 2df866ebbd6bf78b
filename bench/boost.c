/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Gradient boosting of decision trees for yes-or-no questions.
 *
 * J. H. Friedman, Greedy function approximation: a gradient boosting machine, Annals of Statistics
 * 29 (2001), doi:10.1214/aos/1013203451; leaves and gains of second order as in T. Chen, C.
 * Guestrin, KDD 2016, doi:10.1145/2939672.2939785. Values are sorted into at most 64 bins first,
 * so a split costs one pass over the rows. Each tree looks at a share of the rows and columns,
 * chosen by a hash of their number and the tree's: the same input gives the same trees.
 */
#include "bench/boost.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define N_BINS 64
#define NOT_LOOKED_AT G_MAXUINT8

typedef struct {
    double gradient;
    double curvature;
} Sum;

typedef struct {
    const BoostOptions *options;
    gsize n_rows;
    guint n_columns;
    guint8 *bin;      /* column by column */
    float *threshold; /* N_BINS a column: the greatest value in each bin */
    guint *n_bins;    /* one a column */
    double *score;
    float *gradient;
    float *curvature;
    guint8 *node;      /* of each row, while a tree grows */
    gboolean *is_used; /* one a column */
} Boost;

static guint64
hash (guint64 a, guint64 b)
{
    guint64 x = a * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) + b;
    x = (x ^ (x >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
    x = (x ^ (x >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
    return x ^ (x >> 31);
}

static double
share_of (guint64 a, guint64 b)
{
    return (double)(hash (a, b) >> 11) / 9007199254740992.0;
}

static int
compare_floats (const void *a, const void *b)
{
    const float x = *(const float *)a;
    const float y = *(const float *)b;
    return x < y ? -1 : x > y;
}

/* Cuts one column into bins of about equally many rows; equal values share a bin. */
static void
make_bins (Boost *boost, const float *row, guint c)
{
    g_autofree float *value = g_new (float, boost->n_rows);
    for (gsize i = 0; i < boost->n_rows; i++)
        value[i] = row[i * boost->n_columns + c];
    qsort (value, boost->n_rows, sizeof *value, compare_floats);
    float *threshold = boost->threshold + (gsize)c * N_BINS;
    guint n = 0;
    gsize next = boost->n_rows / N_BINS;
    for (gsize i = 0; i + 1 < boost->n_rows && n + 1 < N_BINS; i++)
        if (i >= next && value[i] < value[i + 1]) {
            char text[G_ASCII_DTOSTR_BUF_SIZE];
            /* as the model's file tells it */
            g_ascii_formatd (text, sizeof text, "%.5g", (value[i] + value[i + 1]) / 2);
            threshold[n++] = (float)g_ascii_strtod (text, NULL);
            next = i + boost->n_rows / N_BINS;
        }
    boost->n_bins[c] = n + 1;
    for (gsize i = 0; i < boost->n_rows; i++) {
        guint low = 0;
        guint high = n;
        while (low < high) {
            const guint middle = (low + high) / 2;
            if (row[i * boost->n_columns + c] > threshold[middle])
                low = middle + 1;
            else
                high = middle;
        }
        boost->bin[c * boost->n_rows + i] = (guint8)low;
    }
}

static double
get_gain (const BoostOptions *options, Sum sum)
{
    return sum.gradient * sum.gradient / (sum.curvature + options->penalty);
}

/* Sums over the rows of each node and bin of one column. */
static void
sum_bins (const Boost *boost, guint c, Sum (*sum)[N_BINS], guint n_nodes)
{
    const guint8 *bin = boost->bin + c * boost->n_rows;
    memset (sum, 0, n_nodes * sizeof *sum);
    for (gsize i = 0; i < boost->n_rows; i++)
        if (boost->node[i] != NOT_LOOKED_AT) {
            Sum *own = &sum[boost->node[i]][bin[i]];
            own->gradient += (double)boost->gradient[i];
            own->curvature += (double)boost->curvature[i];
        }
}

/* Adds to @gain what each question of a column, value above bin b, gains in one node. */
static void
add_gains (const Boost *boost, guint c, const Sum *sum, double *gain)
{
    const BoostOptions *options = boost->options;
    Sum all = {0};
    Sum left = {0};
    for (guint b = 0; b < boost->n_bins[c]; b++)
        all = (Sum){all.gradient + sum[b].gradient, all.curvature + sum[b].curvature};
    for (guint b = 0; b + 1 < boost->n_bins[c]; b++) {
        left = (Sum){left.gradient + sum[b].gradient, left.curvature + sum[b].curvature};
        const Sum right = {all.gradient - left.gradient, all.curvature - left.curvature};
        if (left.curvature >= options->least && right.curvature >= options->least)
            gain[b] +=
                get_gain (options, left) + get_gain (options, right) - get_gain (options, all);
    }
}

/* The best question of a level, over all columns looked at. Returns its bin. */
static guint
find_question (const Boost *boost, guint level, RhumbTree *tree)
{
    Sum sum[RHUMB_TREE_LEAVES][N_BINS];
    double best = 0;
    guint best_bin = N_BINS;
    tree->column[level] = 0;
    tree->threshold[level] = G_MAXFLOAT;
    for (guint c = 0; c < boost->n_columns; c++) {
        double gain[N_BINS] = {0};
        if (!boost->is_used[c] || boost->n_bins[c] < 2)
            continue;
        sum_bins (boost, c, sum, 1u << level);
        for (guint k = 0; k < 1u << level; k++)
            add_gains (boost, c, sum[k], gain);
        for (guint b = 0; b + 1 < boost->n_bins[c]; b++)
            if (gain[b] > best) {
                best = gain[b];
                best_bin = b;
                tree->column[level] = (guint8)c;
                tree->threshold[level] = boost->threshold[(gsize)c * N_BINS + b];
            }
    }
    return best_bin;
}

static void
choose_share (Boost *boost, guint t)
{
    for (guint c = 0; c < boost->n_columns; c++)
        boost->is_used[c] = share_of (2 * (guint64)t, c) < boost->options->column_share;
    for (gsize i = 0; i < boost->n_rows; i++)
        boost->node[i] =
            share_of (2 * (guint64)t + 1, i) < boost->options->row_share ? 0 : NOT_LOOKED_AT;
}

static void
set_leaves (const Boost *boost, RhumbTree *tree)
{
    Sum leaf[RHUMB_TREE_LEAVES] = {0};
    for (gsize i = 0; i < boost->n_rows; i++)
        if (boost->node[i] != NOT_LOOKED_AT) {
            leaf[boost->node[i]].gradient += (double)boost->gradient[i];
            leaf[boost->node[i]].curvature += (double)boost->curvature[i];
        }
    for (guint l = 0; l < RHUMB_TREE_LEAVES; l++) {
        const double step =
            leaf[l].gradient / (leaf[l].curvature + boost->options->penalty) * boost->options->rate;
        tree->leaf[l] = (float)(round (step * 1e4) / 1e4);
    }
}

static void
grow (Boost *boost, const float *row, guint t, RhumbTree *tree)
{
    choose_share (boost, t);
    for (guint level = 0; level < RHUMB_TREE_DEPTH; level++) {
        const guint question = find_question (boost, level, tree);
        const guint8 *bin = boost->bin + tree->column[level] * boost->n_rows;
        for (gsize i = 0; i < boost->n_rows; i++)
            if (boost->node[i] != NOT_LOOKED_AT && bin[i] > question)
                boost->node[i] |= (guint8)(1u << level);
    }
    set_leaves (boost, tree);
    for (gsize i = 0; i < boost->n_rows; i++)
        boost->score[i] += rhumb_forest_score (tree, 1, row + i * boost->n_columns);
}

/* Fits trees to what the scores do not tell yet. @row: n_rows × n_columns; @label: 0 or 1; @offset:
 * log odds that are known before; @tree (out): options->n_trees. */
void
boost_fit (const float *row, const guint8 *label, const double *offset, gsize n_rows,
           guint n_columns, const BoostOptions *options, RhumbTree *tree)
{
    g_autofree guint8 *bin = g_new (guint8, n_rows * n_columns);
    g_autofree float *threshold = g_new0 (float, (gsize)n_columns *N_BINS);
    g_autofree guint *n_bins = g_new0 (guint, n_columns);
    g_autofree double *score = g_memdup2 (offset, n_rows * sizeof *offset);
    g_autofree float *gradient = g_new (float, n_rows);
    g_autofree float *curvature = g_new (float, n_rows);
    g_autofree guint8 *node = g_new (guint8, n_rows);
    g_autofree gboolean *is_used = g_new (gboolean, n_columns);
    Boost boost = {options, n_rows,   n_columns, bin,  threshold, n_bins,
                   score,   gradient, curvature, node, is_used};
    for (guint c = 0; c < n_columns; c++)
        make_bins (&boost, row, c);
    for (guint t = 0; t < options->n_trees; t++) {
        for (gsize i = 0; i < n_rows; i++) {
            const double p = 1 / (1 + exp (-score[i]));
            gradient[i] = (float)(label[i] - p);
            curvature[i] = (float)(p * (1 - p));
        }
        grow (&boost, row, t, &tree[t]);
    }
}
