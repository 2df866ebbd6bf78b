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
 * additions a tree. Processors with AVX2 compare eight at once and keep the leaves of a tree in two
 * registers, where eight are looked up at once; each phrase's sum is added in the order of trees
 * either way, so with the same bits.
 */
#include "analytics/text/forest.h"

#include <string.h>

#if defined(__x86_64__) && defined(__GNUC__)
#define WITH_AVX2
#include <immintrin.h>
#endif

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
    Asked *asked;                     /* one a tree */
    float (*leaf)[RHUMB_TREE_LEAVES]; /* one row a tree */
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
        memcpy (forest->leaf[t], tree[t].leaf, sizeof tree[t].leaf);
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

/* Adds the leaves that were reached, a few phrases at a time. */
static void
add_leaves (const RhumbForest *forest, const RhumbForestRow *reached, double *sum)
{
    for (guint first = 0; first < RHUMB_FOREST_BLOCK; first += N_SUMS) {
        double total[N_SUMS] = {0};
        for (guint t = 0; t < forest->n_trees; t++)
            for (guint i = 0; i < N_SUMS; i++)
                total[i] += (double)forest->leaf[t][reached[t][first + i]];
        memcpy (sum + first, total, sizeof total);
    }
}

#ifdef WITH_AVX2
#define AVX2 __attribute__ ((target ("avx2"))) static

AVX2 void
ask_by_eight (const RhumbForest *forest, const float (*value)[RHUMB_FOREST_BLOCK],
              RhumbForestRow *answer)
{
    for (guint q = 0; q < forest->n_questions; q++) {
        const float *of = value[forest->question[q].column];
        const __m256 threshold = _mm256_set1_ps (forest->question[q].threshold);
        const __m256i first =
            _mm256_castps_si256 (_mm256_cmp_ps (_mm256_loadu_ps (of), threshold, _CMP_GT_OQ));
        const __m256i second =
            _mm256_castps_si256 (_mm256_cmp_ps (_mm256_loadu_ps (of + 8), threshold, _CMP_GT_OQ));
        /* packed within halves of a register, so the halves' own halves change places */
        const __m256i words =
            _mm256_permute4x64_epi64 (_mm256_packs_epi32 (first, second), _MM_SHUFFLE (3, 1, 2, 0));
        const __m128i row =
            _mm_packs_epi16 (_mm256_castsi256_si128 (words), _mm256_extracti128_si256 (words, 1));
        _mm_storeu_si128 ((__m128i *)(void *)answer[q], row);
    }
}

/* The leaves of a tree that eight phrases reach; @leaf: their numbers. */
AVX2 inline __m256
look_up_eight (const float *of, __m256i leaf)
{
    const __m256 low = _mm256_permutevar8x32_ps (_mm256_loadu_ps (of), leaf);
    const __m256 high = _mm256_permutevar8x32_ps (_mm256_loadu_ps (of + 8), leaf);
    /* the highest of four digits, shifted to where the sign is */
    return _mm256_blendv_ps (low, high, _mm256_castsi256_ps (_mm256_slli_epi32 (leaf, 28)));
}

AVX2 inline void
add_eight (__m256d *total, __m256 leaf)
{
    total[0] = _mm256_add_pd (total[0], _mm256_cvtps_pd (_mm256_castps256_ps128 (leaf)));
    total[1] = _mm256_add_pd (total[1], _mm256_cvtps_pd (_mm256_extractf128_ps (leaf, 1)));
}

AVX2 inline __m128i
load_row (const RhumbForestRow *row)
{
    return _mm_loadu_si128 ((const __m128i *)(const void *)row);
}

AVX2 void
walk_by_eight (const RhumbForest *forest, const RhumbForestRow *answer, double *sum)
{
    __m256d total[4] = {_mm256_setzero_pd (), _mm256_setzero_pd (), _mm256_setzero_pd (),
                        _mm256_setzero_pd ()};
    G_STATIC_ASSERT (RHUMB_TREE_DEPTH == 4 && RHUMB_FOREST_BLOCK == 16);
    for (guint t = 0; t < forest->n_trees; t++) {
        const guint16 *question = forest->asked[t].question;
        __m128i leaf = _mm_and_si128 (load_row (&answer[question[0]]), _mm_set1_epi8 (1));
        for (guint q = 1; q < RHUMB_TREE_DEPTH; q++)
            leaf = _mm_or_si128 (leaf, _mm_and_si128 (load_row (&answer[question[q]]),
                                                      _mm_set1_epi8 ((char)(1 << q))));
        add_eight (total, look_up_eight (forest->leaf[t], _mm256_cvtepu8_epi32 (leaf)));
        add_eight (total + 2, look_up_eight (forest->leaf[t],
                                             _mm256_cvtepu8_epi32 (_mm_srli_si128 (leaf, 8))));
    }
    for (guint i = 0; i < 4; i++)
        _mm256_storeu_pd (sum + 4 * i, total[i]);
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
    if (__builtin_cpu_supports ("avx2")) {
        ask_by_eight (forest, value, room);
        walk_by_eight (forest, room, sum);
        return;
    }
#endif
    ask (forest, value, room);
    walk (forest, room, reached);
    add_leaves (forest, reached, sum);
}
