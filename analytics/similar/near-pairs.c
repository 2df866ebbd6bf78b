/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which of very many sets are almost the same, without comparing all pairs.
 *
 * Source: Broder (1997), doi:10.1109/SEQUEN.1997.666900.
 *
 * Method: sets that agree in one of 42 bands of 3 minimum hashes (bands.c) are compared exactly, so
 * no pair is listed that is not as alike as is said. A pair is missed with probability
 * (1 − J³)^42: 0.4 % at J = 0.5, 6 % at 0.4. In a band that more than 32 sets agree in, each is
 * compared with the next 32 only, so that boilerplate does not make the work quadratic.
 *
 * Cost: that of 42 bands, then the exact comparisons; memory 256 bytes a set.
 */
#include <stdlib.h>

#include "analytics/similar/bands-private.h"
#include "graph/compare.h"

#define N_BANDS 42
#define N_ROWS 3
#define WINDOW 32

/* Adds the pairs of sets that agree in a band to @pairs. */
static void
gather_pairs (const Banded *banded, gsize n, GArray *pairs)
{
    for (gsize i = 0; i < n; i++) {
        for (gsize k = i + 1; k < n && k <= i + WINDOW && banded[k].key == banded[i].key; k++) {
            const guint64 pair = (guint64)banded[i].set << 32 | banded[k].set;
            g_array_append_val (pairs, pair);
        }
    }
}

/* Without repeats, ascending. */
static void
sort_pairs (GArray *pairs)
{
    guint kept = 0;
    guint64 *pair = (guint64 *)(gpointer)pairs->data;
    if (pairs->len > 1)
        qsort (pair, pairs->len, sizeof *pair, rhumb_compare_large_numbers);
    for (guint i = 0; i < pairs->len; i++) {
        if (i == 0 || pair[i] != pair[kept - 1])
            pair[kept++] = pair[i];
    }
    g_array_set_size (pairs, kept);
}

/* Appends the pairs that are alike enough. */
static void
compare_exactly (const RhumbSets *sets, const GArray *pairs, double least, GArray *near)
{
    const guint64 *both = (const guint64 *)(gconstpointer)pairs->data;
    g_autofree double *jaccard = g_new (double, (gsize)pairs->len + 1);
#pragma omp parallel for schedule(dynamic, 1024)
    for (guint i = 0; i < pairs->len; i++)
        jaccard[i] = rhumb_sets_jaccard (sets, (guint32)(both[i] >> 32), (guint32)both[i]);
    for (guint i = 0; i < pairs->len; i++) {
        const RhumbNearPair pair = {(guint32)(both[i] >> 32), (guint32)both[i], jaccard[i]};
        if (pair.jaccard >= least)
            g_array_append_val (near, pair);
    }
}

/**
 * rhumb_sets_find_near:
 * @sets: sets
 * @least: Jaccard index from which on a pair is listed, above 0 and at most 1
 * @seed: seed
 *
 * Finds pairs of sets that are almost the same. Every pair listed is as alike as is said; one with
 * Jaccard index J is missed with probability (1 − J³)^42. Of more than 32 sets that are all alike
 * each is listed with some of the others only, so that boilerplate does not make pairs quadratic.
 * Empty sets are like none.
 *
 * Source: Broder (1997), doi:10.1109/SEQUEN.1997.666900.
 *
 * Returns: (transfer full) (element-type RhumbNearPair): pairs, ascending
 *
 * Since: 0.2
 */
GArray *
rhumb_sets_find_near (const RhumbSets *sets, double least, guint64 seed)
{
    const Banding banding = {
        .n_hashes = N_BANDS * N_ROWS, .n_bands = N_BANDS, .n_rows = N_ROWS, .seed = seed};
    g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (guint64));
    GArray *near = g_array_new (FALSE, FALSE, sizeof (RhumbNearPair));
    if (sets->start[sets->n_sets] == 0)
        return near;
    g_autoptr (Bands) bands = rhumb_bands_new (sets, &banding);
    gsize n_sorted = 0;
    for (guint n_now = rhumb_bands_sort_next (bands); n_now > 0;
         n_now = rhumb_bands_sort_next (bands)) {
        for (guint i = 0; i < n_now; i++) {
            gsize n = 0;
            const Banded *banded = rhumb_bands_get (bands, i, &n);
            gather_pairs (banded, n, pairs);
            if (pairs->len / 2 < n_sorted + n)
                continue; /* repeats may wait until the pairs are twice as many */
            sort_pairs (pairs);
            n_sorted = pairs->len;
        }
    }
    sort_pairs (pairs);
    compare_exactly (sets, pairs, least, near);
    return near;
}
