/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The order of scores, the best first, equal ones as they came.
 *
 * The candidates of an abstract are few. A sort of few numbers waits for guesses at comparisons
 * that nobody can guess; so how many are better is counted for each instead, which needs none:
 * rank sort, D. E. Knuth, The Art of Computer Programming 3, section 5.2, algorithm C. Cost: n²
 * comparisons, two or four at once, of few; n log n of many.
 */
#include "analytics/text/best-first.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "graph/processor-private.h"

/* So many are counted faster than sorted. */
#define FEW 256

typedef struct {
    double score;
    guint32 number;
} Scored;

static int
compare_scored (const void *a, const void *b)
{
    const Scored *x = a;
    const Scored *y = b;
    if (x->score != y->score)
        return x->score > y->score ? -1 : 1;
    return x->number < y->number ? -1 : x->number > y->number;
}

static void
sort_many (const double *score, guint32 n, guint32 *order, RhumbArena *arena)
{
    Scored *scored = RHUMB_ARENA_ROOM (arena, Scored, n);
    for (guint32 i = 0; i < n; i++)
        scored[i] = (Scored){score[i], i};
    qsort (scored, n, sizeof *scored, compare_scored);
    for (guint32 r = 0; r < n; r++)
        order[r] = scored[r].number;
}

/* Two numbers that are worked with at once, and answers of two. */
typedef double Pair __attribute__ ((vector_size (2 * sizeof (double))));
typedef gint64 Answers __attribute__ ((vector_size (2 * sizeof (gint64))));

static guint32
count_better (const double *score, guint32 n, double than)
{
    const Pair bound = {than, than};
    Answers better = {0}; /* yes is −1 */
    Answers more = {0};
    guint32 i = 0;
    for (; i + 4 <= n; i += 4) {
        Pair pair;
        Pair next;
        memcpy (&pair, score + i, sizeof pair);
        memcpy (&next, score + i + 2, sizeof next);
        better -= pair > bound;
        more -= next > bound;
    }
    better += more;
    guint32 count = (guint32)(better[0] + better[1]);
    for (; i < n; i++)
        count += score[i] > than;
    return count;
}

static void
count_all_better (const double *score, guint32 n, guint32 *n_better)
{
    for (guint32 i = 0; i < n; i++)
        n_better[i] = count_better (score, n, score[i]);
}

#ifdef WITH_AVX2
/* Each number that is read is compared with so many. */
#define TOGETHER 4

/* Counts how many of @n, a multiple of four, are better than each of four. */
AVX2 inline void
count_better_than_four (const double *score, guint32 n, const double *than, guint32 *n_better)
{
    __m256d bound[TOGETHER];
    __m256i better[TOGETHER];
    for (guint32 k = 0; k < TOGETHER; k++) {
        bound[k] = _mm256_broadcast_sd (than + k);
        better[k] = _mm256_setzero_si256 ();
    }
    for (guint32 i = 0; i < n; i += 4)
        for (guint32 k = 0; k < TOGETHER; k++) {
            const __m256d is_better =
                _mm256_cmp_pd (_mm256_loadu_pd (score + i), bound[k], _CMP_GT_OQ);
            better[k] = _mm256_sub_epi64 (better[k], _mm256_castpd_si256 (is_better));
        }
    for (guint32 k = 0; k < TOGETHER; k++) {
        guint64 part[4];
        memcpy (part, &better[k], sizeof part);
        n_better[k] = (guint32)(part[0] + part[1] + part[2] + part[3]);
    }
}

AVX2 void
count_all_better_by_four (const double *score, guint32 n, guint32 *n_better)
{
    double filled[FEW + 3]; /* up with what is better than nothing */
    guint32 n_filled = n;
    memcpy (filled, score, n * sizeof *score);
    while (n_filled % TOGETHER != 0)
        filled[n_filled++] = -INFINITY;
    for (guint32 i = 0; i < n_filled; i += TOGETHER)
        count_better_than_four (filled, n_filled, filled + i, n_better + i);
}
#endif

static void
count_few (const double *score, guint32 n, guint32 *order)
{
    guint8 is_taken[FEW] = {0};
    guint32 n_better[FEW + 3];
#ifdef WITH_AVX2
    if (rhumb_has_avx2 ())
        count_all_better_by_four (score, n, n_better);
    else
#endif
        count_all_better (score, n, n_better);
    for (guint32 i = 0; i < n; i++) {
        guint32 rank = n_better[i];
        while (is_taken[rank])
            rank++;
        is_taken[rank] = TRUE;
        order[rank] = i;
    }
}

/* Puts @n scores, none of them NaN, in order. Returns their numbers, in the arena. */
guint32 *
rhumb_order_best_first (const double *score, guint32 n, RhumbArena *arena)
{
    guint32 *order = RHUMB_ARENA_ROOM (arena, guint32, n);
    if (n > FEW)
        sort_many (score, n, order, arena);
    else
        count_few (score, n, order);
    return order;
}
