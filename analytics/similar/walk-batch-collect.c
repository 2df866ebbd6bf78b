/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * One step of a batch of walks for some nodes: each collects what its neighbours pass on. Nearly
 * all of the time of a batch is spent here, for the most part waiting for rows from memory: those
 * that come next are asked for while this one is added, also across the end of a node's links.
 *
 * Processors with AVX2 add eight numbers at once, others four or one: the same bits, as each number
 * has its own sum.
 *
 * Cost: links × walks.
 */
#include "graph/processor-private.h"

#include "analytics/similar/walk-batch-private.h"

/* How many links ahead of use the state of a neighbour is asked for. */
#define AHEAD 16

static inline void
ask_for (const RhumbWalkBatch *batch, RhumbRows in, gsize i, gsize n_links)
{
    if (i + AHEAD < n_links)
        __builtin_prefetch (&batch->state[in.node[i + AHEAD]]);
}

#ifdef WITH_AVX2
AVX2 void
collect_by_eight (const RhumbWalkBatch *batch, RhumbRows in, guint32 first, guint32 end)
{
    const gsize n_links = in.start[in.n_rows];
    for (guint32 v = first; v < end; v++) {
        __m256 low = _mm256_setzero_ps ();
        __m256 high = _mm256_setzero_ps ();
        Lanes sum;
        for (gsize i = in.start[v]; i < in.start[v + 1]; i++) {
            const float *state = batch->state[in.node[i]].walk;
            __m256 from_low = _mm256_loadu_ps (state);
            __m256 from_high = _mm256_loadu_ps (state + 8);
            ask_for (batch, in, i, n_links);
            if (in.weight != NULL) {
                const __m256 weight = _mm256_set1_ps ((float)in.weight[i]);
                from_low = _mm256_mul_ps (from_low, weight);
                from_high = _mm256_mul_ps (from_high, weight);
            }
            low = _mm256_add_ps (low, from_low);
            high = _mm256_add_ps (high, from_high);
        }
        _mm256_storeu_ps (sum.walk, low);
        _mm256_storeu_ps (sum.walk + 8, high);
        rhumb_walk_batch_settle (batch, v, sum.four);
    }
}
#endif

static void
collect (const RhumbWalkBatch *batch, RhumbRows in, guint32 first, guint32 end)
{
    const gsize n_links = in.start[in.n_rows];
    for (guint32 v = first; v < end; v++) {
        Four sum[FOURS] = {{0}};
        for (gsize i = in.start[v]; i < in.start[v + 1]; i++) {
            const Four *state = batch->state[in.node[i]].four;
            const float weight = in.weight != NULL ? (float)in.weight[i] : 1;
            ask_for (batch, in, i, n_links);
            for (guint k = 0; k < FOURS; k++)
                sum[k] += state[k] * weight;
        }
        rhumb_walk_batch_settle (batch, v, sum);
    }
}

/* For nodes @first to @end − 1. */
void
rhumb_walk_batch_collect (const RhumbWalkBatch *batch, RhumbRows in, guint32 first, guint32 end)
{
#ifdef WITH_AVX2
    if (rhumb_has_avx2 ()) {
        collect_by_eight (batch, in, first, end);
        return;
    }
#endif
    collect (batch, in, first, end);
}
