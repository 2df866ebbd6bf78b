/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What decision trees add to the score of a phrase: where two features mean more together than
 * each alone, a linear model is blind.
 *
 * The trees are oblivious: one question a level, whatever was answered before (R. Kohavi, C.-H. Li,
 * Oblivious decision trees, graphs, and top-down pruning, IJCAI 1995; A. V. Dorogush and others,
 * CatBoost, 2018, arXiv:1810.11363), so a walk is a few comparisons that do not wait for each
 * other. They are fitted by bench/boost.c.
 *
 * Many trees ask the same: a forest asks each question once, of sixteen phrases side by side, keeps
 * the answers as bytes and puts them together to the numbers of leaves. Cost, of sixteen phrases:
 * a comparison of each a question, then RHUMB_TREE_DEPTH operations on sixteen bytes and sixteen
 * additions a tree.
 */
#include "analytics/text/forest.h"

#include <string.h>

/* So many sums are kept in registers. */
#define N_SUMS 8

typedef struct {
    guint8 column;
    float threshold;
} Question;

typedef struct {
    guint16 question[RHUMB_TREE_DEPTH];
} Asked;

struct _RhumbForest {
    guint n_questions;
    guint n_trees;
    Question *question;
    Asked *asked;                      /* one a tree */
    double (*leaf)[RHUMB_TREE_LEAVES]; /* one row a tree */
};

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

/* Questions are few and a model is read once: they are looked for one by one. */
static guint16
add_question (RhumbForest *forest, guint8 column, float threshold)
{
    guint q = 0;
    while (q < forest->n_questions &&
           (forest->question[q].column != column || forest->question[q].threshold != threshold))
        q++;
    if (q == forest->n_questions)
        forest->question[forest->n_questions++] = (Question){column, threshold};
    return (guint16)q;
}

/* Makes @n_trees trees ready, at most 16383. The trees are copied. */
RhumbForest *
rhumb_forest_new (const RhumbTree *tree, guint n_trees)
{
    g_assert (n_trees <= G_MAXUINT16 / RHUMB_TREE_DEPTH);
    RhumbForest *forest = g_new0 (RhumbForest, 1);
    forest->n_trees = n_trees;
    forest->question = g_new (Question, (gsize)n_trees * RHUMB_TREE_DEPTH);
    forest->asked = g_new (Asked, n_trees);
    forest->leaf = g_malloc_n (n_trees, sizeof *forest->leaf);
    for (guint t = 0; t < n_trees; t++) {
        for (guint q = 0; q < RHUMB_TREE_DEPTH; q++)
            forest->asked[t].question[q] =
                add_question (forest, tree[t].column[q], tree[t].threshold[q]);
        for (guint l = 0; l < RHUMB_TREE_LEAVES; l++)
            forest->leaf[t][l] = (double)tree[t].leaf[l];
    }
    return forest;
}

/* Frees the forest. */
void
rhumb_forest_free (RhumbForest *forest)
{
    g_free (forest->question);
    g_free (forest->asked);
    g_free (forest->leaf);
    g_free (forest);
}

/* How many trees it has. */
guint
rhumb_forest_get_n_trees (const RhumbForest *forest)
{
    return forest->n_trees;
}

/* How many rows of bytes rhumb_forest_score_block() works in. */
guint
rhumb_forest_get_n_rows (const RhumbForest *forest)
{
    return forest->n_questions + forest->n_trees;
}

/* Fills a row a question, all ones for yes. */
static void
ask (const RhumbForest *forest, const float (*value)[RHUMB_FOREST_BLOCK], RhumbForestRow *answer)
{
    for (guint q = 0; q < forest->n_questions; q++) {
        const float *of = value[forest->question[q].column];
        const float threshold = forest->question[q].threshold;
        /* of one's own and as wide as what is compared, or nothing would be done side by side */
        gint32 yes[RHUMB_FOREST_BLOCK];
        RhumbForestRow row;
        for (guint i = 0; i < RHUMB_FOREST_BLOCK; i++)
            yes[i] = of[i] > threshold ? -1 : 0;
        for (guint i = 0; i < RHUMB_FOREST_BLOCK; i++)
            row[i] = (guint8)yes[i];
        memcpy (answer[q], row, sizeof row);
    }
}

/* Fills a row a tree, of the leaves that were reached. */
static void
walk (const RhumbForest *forest, const RhumbForestRow *answer, RhumbForestRow *reached)
{
    for (guint t = 0; t < forest->n_trees; t++) {
        const guint16 *question = forest->asked[t].question;
        RhumbForestRow leaf = {0};
        for (guint q = 0; q < RHUMB_TREE_DEPTH; q++)
            for (guint i = 0; i < RHUMB_FOREST_BLOCK; i++)
                leaf[i] |= (guint8)(answer[question[q]][i] & (1u << q));
        memcpy (reached[t], leaf, sizeof leaf);
    }
}

/* Scores RHUMB_FOREST_BLOCK phrases. @value: so many numbers a column; @room: as many rows as
 * rhumb_forest_get_n_rows() says, to work in; @sum (out): one a phrase, the very number that
 * rhumb_forest_score() gives. */
void
rhumb_forest_score_block (const RhumbForest *forest, const float (*value)[RHUMB_FOREST_BLOCK],
                          RhumbForestRow *room, double *sum)
{
    RhumbForestRow *reached = forest->n_trees > 0 ? room + forest->n_questions : NULL;
    ask (forest, value, room);
    walk (forest, room, reached);
    for (guint first = 0; first < RHUMB_FOREST_BLOCK; first += N_SUMS) {
        double total[N_SUMS] = {0};
        for (guint t = 0; t < forest->n_trees; t++)
            for (guint i = 0; i < N_SUMS; i++)
                total[i] += forest->leaf[t][reached[t][first + i]];
        memcpy (sum + first, total, sizeof total);
    }
}
