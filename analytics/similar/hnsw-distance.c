/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How far vectors of length 1 are apart: 1 − cosine, with the same bits on every machine.
 *
 * Method: numbers of vectors are kept as whole parts of 1, 15 bits and a sign, half of what a float
 * takes: cosines are right by some 0.00001, and half as much memory is read. Sums of whole numbers
 * are the same in any order, so processors with AVX2 do sixteen products at once.
 *
 * Cost: reading the rows from memory, for the most part. Those of a list are asked for some rows
 * ahead.
 */
#include <math.h>

#include "graph/processor-private.h"

#include "analytics/similar/hnsw-private.h"

/* How many rows ahead, and what one step of memory is. */
#define AHEAD 4
#define LINE 32

/* From the sum of all products: 1 less a cosine is exact before it is rounded to a float. */
static inline float
finish (guint32 sum)
{
    return (float)((gint64)HNSW_ONE * HNSW_ONE - (gint32)sum) / ((float)HNSW_ONE * HNSW_ONE);
}

/* Whatever numbers a file holds: what is over 32 bits is left out, as processors do. */
static inline guint32
multiply (const gint16 *a, const gint16 *b, guint k, guint d)
{
    guint32 sum = 0;
    for (; k < d; k++)
        sum += (guint32)((gint32)a[k] * b[k]);
    return sum;
}

static inline void
ask_for (const gint16 *row, guint d)
{
    for (guint k = 0; k < d; k += LINE)
        __builtin_prefetch (row + k);
}

#ifdef WITH_AVX2
AVX2 inline float
compare_by_sixteen (const gint16 *a, const gint16 *b, guint d)
{
    __m256i sum = _mm256_setzero_si256 ();
    guint k = 0;
    for (; k + 16 <= d; k += 16)
        sum = _mm256_add_epi32 (
            sum,
            _mm256_madd_epi16 (_mm256_loadu_si256 ((const __m256i_u *)(gconstpointer)(a + k)),
                               _mm256_loadu_si256 ((const __m256i_u *)(gconstpointer)(b + k))));
    __m128i half = _mm_add_epi32 (_mm256_castsi256_si128 (sum), _mm256_extracti128_si256 (sum, 1));
    half = _mm_add_epi32 (half, _mm_shuffle_epi32 (half, _MM_SHUFFLE (1, 0, 3, 2)));
    half = _mm_add_epi32 (half, _mm_shuffle_epi32 (half, _MM_SHUFFLE (2, 3, 0, 1)));
    return finish ((guint32)_mm_cvtsi128_si32 (half) + multiply (a, b, k, d));
}

AVX2 void
compare_all_by_sixteen (const RhumbHnsw *hnsw, const gint16 *query, const guint32 *row, guint n,
                        float *distance)
{
    for (guint i = 0; i < n; i++) {
        if (i + AHEAD < n)
            ask_for (hnsw_get_row (hnsw, row[i + AHEAD]), hnsw->d);
        distance[i] = compare_by_sixteen (query, hnsw_get_row (hnsw, row[i]), hnsw->d);
    }
}
#endif

float
rhumb_hnsw_get_distance (const gint16 *a, const gint16 *b, guint d)
{
#ifdef WITH_AVX2
    if (rhumb_has_avx2 ())
        return compare_by_sixteen (a, b, d);
#endif
    return finish (multiply (a, b, 0, d));
}

/* From a query to each of some rows. */
void
rhumb_hnsw_get_distances (RhumbHnsw *hnsw, const gint16 *query, const guint32 *row, guint n,
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
        compare_all_by_sixteen (hnsw, query, row, n, distance);
        return;
    }
#endif
    for (guint i = 0; i < n; i++) {
        if (i + AHEAD < n)
            ask_for (hnsw_get_row (hnsw, row[i + AHEAD]), hnsw->d);
        distance[i] = finish (multiply (query, hnsw_get_row (hnsw, row[i]), 0, hnsw->d));
    }
}

/* What is no number is 0; every whole part that a file may hold is itself. */
static gint16
round_number (float number)
{
    if (isnan (number))
        return 0;
    return (gint16)CLAMP (lrintf (CLAMP (number, -2, 2) * HNSW_ONE), G_MININT16, HNSW_ONE);
}

/* Numbers of vectors of length 1 as whole parts. */
void
rhumb_hnsw_round (const float *vector, gsize n, gint16 *rounded)
{
    for (gsize i = 0; i < n; i++)
        rounded[i] = round_number (vector[i]);
}

/* A copy of the query of length 1, rounded. Returns FALSE if it has none. */
gboolean
rhumb_hnsw_scale (const float *query, guint d, gint16 *unit)
{
    double squares = 0;
    for (guint k = 0; k < d; k++)
        squares += (double)query[k] * query[k];
    if (!(squares > 0 && squares <= G_MAXDOUBLE))
        return FALSE;
    for (guint k = 0; k < d; k++)
        unit[k] = round_number ((float)(query[k] / sqrt (squares)));
    return TRUE;
}
