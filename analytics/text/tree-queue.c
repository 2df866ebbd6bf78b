/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Candidates that wait until there are enough of them for the trees, which are asked of sixteen at
 * a time (forest.c).
 *
 * A candidate's features stand side by side as they were measured, trees want those of sixteen
 * candidates side by side: they are turned around in squares of eight by eight where the processor
 * has AVX2, else one by one. Cost: linear in the features.
 */
#include "analytics/text/tree-queue.h"

#include "graph/processor-private.h"

/* Side of a square that is turned around at once. */
#define SIDE 8

#ifdef WITH_AVX2
AVX2 void
round_by_four (const double *feature, float *rounded)
{
    gsize f = 0;
    for (; f + 4 <= RHUMB_N_FEATURES; f += 4)
        _mm_storeu_ps (rounded + f, _mm256_cvtpd_ps (_mm256_loadu_pd (feature + f)));
    for (; f < RHUMB_N_FEATURES; f++)
        rounded[f] = (float)feature[f];
}

/* Lines @i and @i + 4 of eight, side by side. */
AVX2 inline __m256
load_two (const float *const *row, gsize i, gsize column)
{
    return _mm256_insertf128_ps (_mm256_castps128_ps256 (_mm_loadu_ps (row[i] + column)),
                                 _mm_loadu_ps (row[i + 4] + column), 1);
}

/* Turns four columns of eight rows around. */
AVX2 inline void
turn_four (const float *const *row, gsize column, float (*value)[RHUMB_FOREST_BLOCK], gsize first)
{
    const __m256 a = load_two (row, 0, column);
    const __m256 b = load_two (row, 1, column);
    const __m256 c = load_two (row, 2, column);
    const __m256 d = load_two (row, 3, column);
    const __m256 ab_low = _mm256_unpacklo_ps (a, b);
    const __m256 ab_high = _mm256_unpackhi_ps (a, b);
    const __m256 cd_low = _mm256_unpacklo_ps (c, d);
    const __m256 cd_high = _mm256_unpackhi_ps (c, d);
    _mm256_storeu_ps (value[column] + first, _mm256_shuffle_ps (ab_low, cd_low, 0x44));
    _mm256_storeu_ps (value[column + 1] + first, _mm256_shuffle_ps (ab_low, cd_low, 0xee));
    _mm256_storeu_ps (value[column + 2] + first, _mm256_shuffle_ps (ab_high, cd_high, 0x44));
    _mm256_storeu_ps (value[column + 3] + first, _mm256_shuffle_ps (ab_high, cd_high, 0xee));
}

AVX2 void
turn_by_eight (const float *const *row, float (*value)[RHUMB_FOREST_BLOCK])
{
    for (gsize first = 0; first < RHUMB_FOREST_BLOCK; first += SIDE) {
        gsize f = 0;
        for (; f + 4 <= RHUMB_N_FEATURES; f += 4)
            turn_four (row + first, f, value, first);
        for (; f < RHUMB_N_FEATURES; f++)
            for (gsize i = first; i < first + SIDE; i++)
                value[f][i] = row[i][f];
    }
}
#endif

/* Trees compare in single precision, as they were fitted. @feature, @rounded: RHUMB_N_FEATURES. */
void
rhumb_round_features (const double *feature, float *rounded)
{
#ifdef WITH_AVX2
    if (rhumb_has_avx2 ()) {
        round_by_four (feature, rounded);
        return;
    }
#endif
    for (gsize f = 0; f < RHUMB_N_FEATURES; f++)
        rounded[f] = (float)feature[f];
}

static void
turn_around (const float *const *row, float (*value)[RHUMB_FOREST_BLOCK])
{
#ifdef WITH_AVX2
    if (rhumb_has_avx2 ()) {
        turn_by_eight (row, value);
        return;
    }
#endif
    for (gsize i = 0; i < RHUMB_FOREST_BLOCK; i++)
        for (gsize f = 0; f < RHUMB_N_FEATURES; f++)
            value[f][i] = row[i][f];
}

/* Begins an empty queue. All is borrowed; the room it works in is of @arena. */
void
rhumb_tree_queue_init (RhumbTreeQueue *queue, const RhumbStyle *style, const RhumbRivals *rivals,
                       RhumbCandidate *candidate, double share, RhumbArena *arena)
{
    queue->style = style;
    queue->rivals = rivals;
    queue->candidate = candidate;
    queue->share = share;
    queue->n = 0;
    queue->room = /* written before it is read */
        rhumb_arena_take_raw (arena, rhumb_forest_get_n_rows (style->forest),
                              sizeof (RhumbForestRow));
}

/* Room for the features of the candidate that is added next. */
float *
rhumb_tree_queue_get_room (RhumbTreeQueue *queue)
{
    return queue->own[queue->n];
}

/* Asks the trees of those that wait, and adds what they say to the scores. */
void
rhumb_tree_queue_ask (RhumbTreeQueue *queue)
{
    double sum[RHUMB_FOREST_BLOCK];
    if (queue->n == 0)
        return;
    for (guint i = queue->n; i < RHUMB_FOREST_BLOCK; i++)
        queue->row[i] = queue->row[0];
    turn_around (queue->row, queue->value);
    rhumb_forest_score_block (queue->style->forest,
                              (const float (*)[RHUMB_FOREST_BLOCK])queue->value, queue->room, sum);
    for (guint i = 0; i < queue->n; i++)
        queue->candidate[queue->waiting[i]].score += queue->share * sum[i];
    queue->n = 0;
}

/* Adds a candidate above the line. @feature: RHUMB_N_FEATURES values, which stay until the trees
 * are asked. */
void
rhumb_tree_queue_add (RhumbTreeQueue *queue, guint32 candidate, const float *feature)
{
    float standing[RHUMB_N_STANDINGS];
    rhumb_rivals_measure (queue->rivals, candidate, standing);
    for (gsize s = 0; s < RHUMB_N_STANDINGS; s++)
        queue->value[RHUMB_N_FEATURES + s][queue->n] = standing[s];
    queue->row[queue->n] = feature;
    queue->waiting[queue->n++] = candidate;
    if (queue->n == RHUMB_FOREST_BLOCK)
        rhumb_tree_queue_ask (queue);
}
