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
 * additions a tree. Processors with AVX2 ask each tree's own questions of eight phrases at once and
 * keep its leaves in two registers, where eight are looked up at once; those with AVX-512 do so of
 * sixteen and keep them in one. Each phrase's sum is added in the order of trees either way, so
 * with the same bits.
 */
#include "analytics/text/forest.h"

#include <string.h>

#include "graph/processor-private.h"

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
    Asked *asked; /* one a tree */
    RhumbTree *tree;
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
    forest->tree = g_new (RhumbTree, n_trees);
    if (n_trees > 0)
        memcpy (forest->tree, tree, n_trees * sizeof *tree);
    for (guint t = 0; t < n_trees; t++)
        for (guint q = 0; q < RHUMB_TREE_DEPTH; q++)
            forest->asked[t].question[q] =
                add_question (forest, tree[t].column[q], tree[t].threshold[q]);
    return forest;
}

/* Frees the forest. */
void
rhumb_forest_free (RhumbForest *forest)
{
    g_free (forest->question);
    g_free (forest->asked);
    g_free (forest->tree);
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

/* Adds the leaves that were reached, a few phrases at a time. */
static void
add_leaves (const RhumbForest *forest, const RhumbForestRow *reached, double *sum)
{
    for (guint first = 0; first < RHUMB_FOREST_BLOCK; first += N_SUMS) {
        double total[N_SUMS] = {0};
        for (guint t = 0; t < forest->n_trees; t++)
            for (guint i = 0; i < N_SUMS; i++)
                total[i] += (double)forest->tree[t].leaf[reached[t][first + i]];
        memcpy (sum + first, total, sizeof total);
    }
}

#ifdef WITH_AVX2
/* Whether each of eight phrases answers a question with yes: all ones, or nothing. */
AVX2 inline __m256
ask_eight (const RhumbTree *tree, guint q, const float (*value)[RHUMB_FOREST_BLOCK], guint first)
{
    return _mm256_cmp_ps (_mm256_loadu_ps (value[tree->column[q]] + first),
                          _mm256_broadcast_ss (&tree->threshold[q]), _CMP_GT_OQ);
}

AVX2 inline __m256
keep_digit (__m256 answer, int digit)
{
    return _mm256_and_ps (answer, _mm256_castsi256_ps (_mm256_set1_epi32 (digit)));
}

/* The leaves that eight phrases reach: three answers are a place among eight, the last says whether
 * among the first or the last ones. */
AVX2 inline __m256
reach_eight (const RhumbTree *tree, const float (*value)[RHUMB_FOREST_BLOCK], guint first)
{
    const __m256i place = _mm256_castps_si256 (
        _mm256_or_ps (_mm256_or_ps (keep_digit (ask_eight (tree, 0, value, first), 1),
                                    keep_digit (ask_eight (tree, 1, value, first), 2)),
                      keep_digit (ask_eight (tree, 2, value, first), 4)));
    const __m256 low = _mm256_permutevar8x32_ps (_mm256_loadu_ps (tree->leaf), place);
    const __m256 high = _mm256_permutevar8x32_ps (_mm256_loadu_ps (tree->leaf + 8), place);
    return _mm256_blendv_ps (low, high, ask_eight (tree, 3, value, first));
}

AVX2 inline void
add_eight (__m256d *total, __m256 leaf)
{
    total[0] = _mm256_add_pd (total[0], _mm256_cvtps_pd (_mm256_castps256_ps128 (leaf)));
    total[1] = _mm256_add_pd (total[1], _mm256_cvtps_pd (_mm256_extractf128_ps (leaf, 1)));
}

AVX2 void
score_by_eight (const RhumbForest *forest, const float (*value)[RHUMB_FOREST_BLOCK], double *sum)
{
    __m256d total[4] = {_mm256_setzero_pd (), _mm256_setzero_pd (), _mm256_setzero_pd (),
                        _mm256_setzero_pd ()};
    G_STATIC_ASSERT (RHUMB_TREE_DEPTH == 4 && RHUMB_FOREST_BLOCK == 16);
    for (guint t = 0; t < forest->n_trees; t++) {
        add_eight (total, reach_eight (&forest->tree[t], value, 0));
        add_eight (total + 2, reach_eight (&forest->tree[t], value, 8));
    }
    for (guint i = 0; i < 4; i++)
        _mm256_storeu_pd (sum + 4 * i, total[i]);
}

/* Which of sixteen phrases answer a question with yes. */
AVX512 inline __mmask16
ask_sixteen (const RhumbTree *tree, guint q, const float (*value)[RHUMB_FOREST_BLOCK])
{
    return _mm512_cmp_ps_mask (_mm512_loadu_ps (value[tree->column[q]]),
                               _mm512_set1_ps (tree->threshold[q]), _CMP_GT_OQ);
}

AVX512 void
score_by_sixteen (const RhumbForest *forest, const float (*value)[RHUMB_FOREST_BLOCK], double *sum)
{
    __m512d low = _mm512_setzero_pd ();
    __m512d high = _mm512_setzero_pd ();
    G_STATIC_ASSERT (RHUMB_TREE_LEAVES == 16 && RHUMB_FOREST_BLOCK == 16);
    for (guint t = 0; t < forest->n_trees; t++) {
        const RhumbTree *tree = &forest->tree[t];
        __m512i place = _mm512_maskz_set1_epi32 (ask_sixteen (tree, 0, value), 1);
        for (guint q = 1; q < RHUMB_TREE_DEPTH; q++)
            place = _mm512_mask_or_epi32 (place, ask_sixteen (tree, q, value), place,
                                          _mm512_set1_epi32 (1 << q));
        const __m512 leaf = _mm512_permutexvar_ps (place, _mm512_loadu_ps (tree->leaf));
        const __m256 last = _mm256_castpd_ps (_mm512_extractf64x4_pd (_mm512_castps_pd (leaf), 1));
        low = _mm512_add_pd (low, _mm512_cvtps_pd (_mm512_castps512_ps256 (leaf)));
        high = _mm512_add_pd (high, _mm512_cvtps_pd (last));
    }
    _mm512_storeu_pd (sum, low);
    _mm512_storeu_pd (sum + 8, high);
}
#endif

/* Scores RHUMB_FOREST_BLOCK phrases. @value: so many numbers a column; @room: as many rows as
 * rhumb_forest_get_n_rows() says, to work in; @sum (out): one a phrase, the very number that
 * rhumb_forest_score() gives. */
void
rhumb_forest_score_block (const RhumbForest *forest, const float (*value)[RHUMB_FOREST_BLOCK],
                          RhumbForestRow *room, double *sum)
{
    RhumbForestRow *reached = forest->n_trees > 0 ? room + forest->n_questions : NULL;
#ifdef WITH_AVX2
    if (rhumb_has_avx512 ()) {
        score_by_sixteen (forest, value, sum);
        return;
    }
    if (rhumb_has_avx2 ()) {
        score_by_eight (forest, value, sum);
        return;
    }
#endif
    ask (forest, value, room);
    walk (forest, room, reached);
    add_leaves (forest, reached, sum);
}
