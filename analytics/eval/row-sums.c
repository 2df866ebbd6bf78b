/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What fits and clusters do with each row of numbers over and over: products, distances and sums in
 * double precision.
 *
 * Eight sums stand side by side, since one would wait for itself. Products are rounded before they
 * are added, in one order: processors with AVX2 do four at once, others one, with the same bits.
 */
#include "analytics/eval/row-sums.h"

#include "graph/processor-private.h"

#define N_PARTS 8

static inline double
sum_parts (const double *part)
{
    return ((part[0] + part[1]) + (part[2] + part[3])) +
           ((part[4] + part[5]) + (part[6] + part[7]));
}

/* Each of these goes as far as there are N_PARTS more numbers; callers do the rest. */
static double
dot (const float *row, const double *vector, guint n)
{
    double part[N_PARTS] = {0};
    for (guint k = 0; k + N_PARTS <= n; k += N_PARTS) {
        for (guint j = 0; j < N_PARTS; j++)
            part[j] += vector[k + j] * row[k + j];
    }
    return sum_parts (part);
}

static double
distance (const float *row, const double *vector, guint n)
{
    double part[N_PARTS] = {0};
    for (guint k = 0; k + N_PARTS <= n; k += N_PARTS) {
        for (guint j = 0; j < N_PARTS; j++)
            part[j] += (row[k + j] - vector[k + j]) * (row[k + j] - vector[k + j]);
    }
    return sum_parts (part);
}

static inline __attribute__ ((always_inline)) void
add (const float *row, double scale, double *sum, guint n)
{
    for (guint k = 0; k < n; k++)
        sum[k] += scale * row[k];
}

#ifdef WITH_AVX2
AVX2 inline __m256d
widen (const float *row)
{
    return _mm256_cvtps_pd (_mm_loadu_ps (row));
}

AVX2 inline double
sum_by_four (__m256d low, __m256d high)
{
    double part[N_PARTS];
    _mm256_storeu_pd (part, low);
    _mm256_storeu_pd (part + 4, high);
    return sum_parts (part);
}

AVX2 double
dot_by_four (const float *row, const double *vector, guint n)
{
    __m256d low = _mm256_setzero_pd ();
    __m256d high = _mm256_setzero_pd ();
    for (gsize k = 0; k + N_PARTS <= n; k += N_PARTS) {
        low = _mm256_add_pd (low, _mm256_mul_pd (_mm256_loadu_pd (vector + k), widen (row + k)));
        high = _mm256_add_pd (
            high, _mm256_mul_pd (_mm256_loadu_pd (vector + k + 4), widen (row + k + 4)));
    }
    return sum_by_four (low, high);
}

AVX2 double
distance_by_four (const float *row, const double *vector, guint n)
{
    __m256d low = _mm256_setzero_pd ();
    __m256d high = _mm256_setzero_pd ();
    for (gsize k = 0; k + N_PARTS <= n; k += N_PARTS) {
        const __m256d a = _mm256_sub_pd (widen (row + k), _mm256_loadu_pd (vector + k));
        const __m256d b = _mm256_sub_pd (widen (row + k + 4), _mm256_loadu_pd (vector + k + 4));
        low = _mm256_add_pd (low, _mm256_mul_pd (a, a));
        high = _mm256_add_pd (high, _mm256_mul_pd (b, b));
    }
    return sum_by_four (low, high);
}

AVX2 void
add_by_four (const float *row, double scale, double *sum, guint n)
{
    add (row, scale, sum, n);
}
#endif

#ifndef WITH_AVX2
#define dot_by_four dot
#define distance_by_four distance
#define add_by_four add
#endif

/* Σ row × vector. */
double
rhumb_row_dot (const float *row, const double *vector, guint n)
{
    double sum = rhumb_has_avx2 () ? dot_by_four (row, vector, n) : dot (row, vector, n);
    for (guint k = n - n % N_PARTS; k < n; k++)
        sum += vector[k] * row[k];
    return sum;
}

/* Σ (row − vector)². */
double
rhumb_row_distance (const float *row, const double *vector, guint n)
{
    double sum = rhumb_has_avx2 () ? distance_by_four (row, vector, n) : distance (row, vector, n);
    for (guint k = n - n % N_PARTS; k < n; k++)
        sum += (row[k] - vector[k]) * (row[k] - vector[k]);
    return sum;
}

/* sum + scale × row, into @sum. */
void
rhumb_row_add (const float *row, double scale, double *sum, guint n)
{
    if (rhumb_has_avx2 ())
        add_by_four (row, scale, sum, n);
    else
        add (row, scale, sum, n);
}
