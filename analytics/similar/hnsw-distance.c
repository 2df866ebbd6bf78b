/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How far vectors of length 1 are apart: 1 − cosine, with the same bits on every machine.
 *
 * Method: sixteen sums side by side, added in a fixed order; products are rounded before they are
 * added. Processors with AVX2 do eight of them at once, others four or one: what is added to what,
 * and when, is the same.
 *
 * Cost: reading the rows from memory, for the most part. Those of a list are asked for some rows
 * ahead.
 */
#include <string.h>

#include "graph/avx2-private.h"

#include "analytics/similar/hnsw-private.h"

/* How many rows ahead, and what one step of memory is. */
#define AHEAD 4
#define LINE 16

/* Four numbers that processors multiply at once; those that cannot do it one by one, with the same
 * result. */
typedef float Four __attribute__ ((vector_size (16)));

static inline Four
load (const float *from)
{
    Four four;
    memcpy (&four, from, sizeof four);
    return four;
}

/* From the four sums of sixteens, and what is left over from @k on. */
static inline float
finish (Four all, const float *a, const float *b, guint k, guint d)
{
    float sum = (all[0] + all[1]) + (all[2] + all[3]);
    for (; k < d; k++)
        sum += a[k] * b[k];
    /* Whatever numbers a file holds, distances can be put in order. */
    const float distance = 1 - sum < 4 ? 1 - sum : 4;
    return distance > -1 ? distance : -1;
}

static inline float
compare (const float *a, const float *b, guint d)
{
    Four part[4] = {{0}, {0}, {0}, {0}};
    guint k = 0;
    for (; k + 16 <= d; k += 16) {
        part[0] += load (a + k) * load (b + k);
        part[1] += load (a + k + 4) * load (b + k + 4);
        part[2] += load (a + k + 8) * load (b + k + 8);
        part[3] += load (a + k + 12) * load (b + k + 12);
    }
    return finish ((part[0] + part[1]) + (part[2] + part[3]), a, b, k, d);
}

static inline void
ask_for (const float *row, guint d)
{
    for (guint k = 0; k < d; k += LINE)
        __builtin_prefetch (row + k);
}

#ifdef WITH_AVX2
AVX2 inline float
compare_by_eight (const float *a, const float *b, guint d)
{
    __m256 low = _mm256_setzero_ps ();
    __m256 high = _mm256_setzero_ps ();
    guint k = 0;
    for (; k + 16 <= d; k += 16) {
        low = _mm256_add_ps (low, _mm256_mul_ps (_mm256_loadu_ps (a + k), _mm256_loadu_ps (b + k)));
        high = _mm256_add_ps (
            high, _mm256_mul_ps (_mm256_loadu_ps (a + k + 8), _mm256_loadu_ps (b + k + 8)));
    }
    const __m128 sum_low =
        _mm_add_ps (_mm256_castps256_ps128 (low), _mm256_extractf128_ps (low, 1));
    const __m128 sum_high =
        _mm_add_ps (_mm256_castps256_ps128 (high), _mm256_extractf128_ps (high, 1));
    return finish (_mm_add_ps (sum_low, sum_high), a, b, k, d);
}

AVX2 void
compare_all_by_eight (const RhumbHnsw *hnsw, const float *query, const guint32 *row, guint n,
                      float *distance)
{
    for (guint i = 0; i < n; i++) {
        if (i + AHEAD < n)
            ask_for (hnsw_get_row (hnsw, row[i + AHEAD]), hnsw->d);
        distance[i] = compare_by_eight (query, hnsw_get_row (hnsw, row[i]), hnsw->d);
    }
}
#endif

float
rhumb_hnsw_get_distance (const float *a, const float *b, guint d)
{
#ifdef WITH_AVX2
    if (rhumb_has_avx2 ())
        return compare_by_eight (a, b, d);
#endif
    return compare (a, b, d);
}

/* From a query to each of some rows. */
void
rhumb_hnsw_get_distances (RhumbHnsw *hnsw, const float *query, const guint32 *row, guint n,
                          float *distance)
{
    if (hnsw->file >= 0) {
        for (guint i = 0; i < n; i++)
            distance[i] =
                rhumb_hnsw_get_distance (query, rhumb_hnsw_take_row (hnsw, row[i]), hnsw->d);
        return;
    }
    for (guint i = 0; i < MIN (n, AHEAD); i++)
        ask_for (hnsw_get_row (hnsw, row[i]), hnsw->d);
#ifdef WITH_AVX2
    if (rhumb_has_avx2 ()) {
        compare_all_by_eight (hnsw, query, row, n, distance);
        return;
    }
#endif
    for (guint i = 0; i < n; i++) {
        if (i + AHEAD < n)
            ask_for (hnsw_get_row (hnsw, row[i + AHEAD]), hnsw->d);
        distance[i] = compare (query, hnsw_get_row (hnsw, row[i]), hnsw->d);
    }
}
