/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What decision trees add to the score of a phrase: where two features mean more together than
 * each alone, a linear model is blind.
 *
 * The trees are oblivious: one question a level, whatever was answered before (R. Kohavi, C.-H. Li,
 * Oblivious decision trees, graphs, and top-down pruning, IJCAI 1995; A. V. Dorogush and others,
 * CatBoost, 2018, arXiv:1810.11363), so a walk is a few comparisons that do not wait for each
 * other. They are fitted by bench/boost.c. Cost: RHUMB_TREE_DEPTH comparisons a tree.
 */
#include "analytics/text/forest.h"

/* The sum of the leaves that @value, one number a column, falls into. */
double
rhumb_forest_score (const RhumbTree *tree, guint n_trees, const float *value)
{
    double sum = 0;
    for (guint t = 0; t < n_trees; t++) {
        guint leaf = 0;
        for (guint q = 0; q < RHUMB_TREE_DEPTH; q++)
            leaf |= (guint)(value[tree[t].column[q]] > tree[t].threshold[q]) << q;
        sum += (double)tree[t].leaf[leaf];
    }
    return sum;
}

/* The same for RHUMB_FOREST_BLOCK phrases. @value: RHUMB_FOREST_BLOCK numbers a column; @sum (out):
 * one a phrase, the very number that rhumb_forest_score() gives. */
void
rhumb_forest_score_block (const RhumbTree *tree, guint n_trees,
                          const float (*value)[RHUMB_FOREST_BLOCK], double *sum)
{
    /* of its own, or every sum would be stored before the next tree is looked at */
    double total[RHUMB_FOREST_BLOCK] = {0};
    for (guint t = 0; t < n_trees; t++) {
        guint32 leaf[RHUMB_FOREST_BLOCK] = {0};
        for (guint q = 0; q < RHUMB_TREE_DEPTH; q++) {
            const float *answer = value[tree[t].column[q]];
            const float threshold = tree[t].threshold[q];
            for (guint i = 0; i < RHUMB_FOREST_BLOCK; i++)
                leaf[i] |= (guint32)(answer[i] > threshold) << q;
        }
        for (guint i = 0; i < RHUMB_FOREST_BLOCK; i++)
            total[i] += (double)tree[t].leaf[leaf[i]];
    }
    for (guint i = 0; i < RHUMB_FOREST_BLOCK; i++)
        sum[i] = total[i];
}
