/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which of very many sets are almost the same, without comparing all pairs.
 *
 * Source: Broder (1997), doi:10.1109/SEQUEN.1997.666900; bands: Leskovec, Rajaraman and Ullman,
 * Mining of Massive Datasets (2014), doi:10.1017/CBO9781139924801.
 *
 * Method: the smallest of h(x) over the items x of a set is the same for two sets with probability
 * J, their Jaccard index, so H such hashes estimate it with standard deviation √(J (1 − J) / H).
 * Here h_k(x) is the upper half of a_k x + b_k, with a_k odd and both keyed by the seed. To find
 * pairs, H = 126 hashes are cut into 42 bands of 3; sets that agree in a whole band are compared
 * exactly, so no pair is listed that is not as alike as is said. A pair is missed with probability
 * (1 − J³)^42: 0.4 % at J = 0.5, 6 % at 0.4. In a band that more than 32 sets agree in, each is
 * compared with the next 32 only, so that boilerplate does not make the work quadratic.
 *
 * One hash function per place of the signature, not one for all: sharing one among the places saves
 * time but makes signatures of short sets less exact than the formula says.
 *
 * Cost: O(items × H), then sorting sets once a band, then the exact comparisons; memory 504 bytes a
 * set. Sets are signed by several threads, each on its own: the same bits for any number.
 */
#include "analytics/similar/minhash.h"

#include <stdlib.h>

#include "graph/compare.h"
#include "graph/text.h"

#define N_BANDS 42
#define N_ROWS 3
#define N_HASHES (N_BANDS * N_ROWS)
#define WINDOW 32

/**
 * rhumb_minhash_sign:
 * @item: (array length=n_items): hashes of the items
 * @n_items: how many
 * @seed: seed; only signatures with the same one can be compared
 * @n_hashes: length of the signature, at least 1
 * @signature: (out caller-allocates) (array length=n_hashes): the signature; all G_MAXUINT32 for
 *   an empty set
 *
 * Signs a set.
 *
 * Source: Broder (1997), doi:10.1109/SEQUEN.1997.666900.
 *
 * Since: 0.2
 */
void
rhumb_minhash_sign (const guint64 *item, gsize n_items, guint64 seed, guint n_hashes,
                    guint32 *signature)
{
    for (guint k = 0; k < n_hashes; k++) {
        const guint64 a = rhumb_hash_mix (seed, 2 * (guint64)k) | 1;
        const guint64 b = rhumb_hash_mix (seed, 2 * (guint64)k + 1);
        guint32 least = G_MAXUINT32;
        for (gsize i = 0; i < n_items; i++) {
            const guint32 hash = (guint32)((a * item[i] + b) >> 32);
            least = MIN (least, hash);
        }
        signature[k] = least;
    }
}

/**
 * rhumb_minhash_compare:
 * @a: (array length=n_hashes): a signature
 * @b: (array length=n_hashes): another one with the same seed
 * @n_hashes: their length, at least 1
 *
 * Estimates the Jaccard index of two sets, neither empty.
 *
 * Returns: share of the places in which the signatures agree
 *
 * Since: 0.2
 */
double
rhumb_minhash_compare (const guint32 *a, const guint32 *b, guint n_hashes)
{
    guint n = 0;
    for (guint k = 0; k < n_hashes; k++)
        n += a[k] == b[k];
    return (double)n / n_hashes;
}

/**
 * rhumb_sets_jaccard:
 * @sets: sets
 * @a: number of a set
 * @b: number of a set
 *
 * Compares two sets exactly.
 *
 * Returns: items that both have over items that either has; 0 if both are empty
 *
 * Since: 0.2
 */
double
rhumb_sets_jaccard (const RhumbSets *sets, guint32 a, guint32 b)
{
    gsize i = sets->start[a];
    gsize k = sets->start[b];
    gsize both = 0;
    gsize either = 0;
    while (i < sets->start[a + 1] || k < sets->start[b + 1]) {
        const gboolean has_a = i < sets->start[a + 1];
        const gboolean has_b = k < sets->start[b + 1];
        const gboolean in_a = has_a && (!has_b || sets->item[i] <= sets->item[k]);
        const gboolean in_b = has_b && (!has_a || sets->item[k] <= sets->item[i]);
        both += in_a && in_b;
        either++;
        i += in_a;
        k += in_b;
    }
    return either > 0 ? (double)both / (double)either : 0;
}

typedef struct {
    guint64 key;
    guint32 set;
} Bucketed;

static int
compare_bucketed (const void *a, const void *b)
{
    const Bucketed *first = a;
    const Bucketed *second = b;
    if (first->key != second->key)
        return first->key < second->key ? -1 : 1;
    return (first->set > second->set) - (first->set < second->set);
}

/* Adds the pairs that agree in a band to @pairs. @bucketed has room for all sets. */
static void
gather_pairs (const RhumbSets *sets, const guint32 *signature, guint band, Bucketed *bucketed,
              GArray *pairs)
{
    gsize n = 0;
    for (guint32 v = 0; v < sets->n_sets; v++) {
        guint64 key = band;
        for (guint k = 0; k < N_ROWS; k++)
            key = rhumb_hash_mix (key, signature[(gsize)v * N_HASHES + band * N_ROWS + k]);
        if (sets->start[v] < sets->start[v + 1])
            bucketed[n++] = (Bucketed){key, v};
    }
    qsort (bucketed, n, sizeof *bucketed, compare_bucketed);
    for (gsize i = 0; i < n; i++) {
        for (gsize k = i + 1; k < n && k <= i + WINDOW && bucketed[k].key == bucketed[i].key; k++) {
            const guint64 pair = (guint64)bucketed[i].set << 32 | bucketed[k].set;
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
    const guint32 n = sets->n_sets;
    g_autofree guint32 *signature = g_new (guint32, (gsize)n * N_HASHES + 1);
    g_autofree Bucketed *bucketed = g_new (Bucketed, (gsize)n + 1);
    g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (guint64));
    GArray *near = g_array_new (FALSE, FALSE, sizeof (RhumbNearPair));
    if (sets->start[n] == 0)
        return near;
#pragma omp parallel for schedule(dynamic, 256)
    for (guint32 v = 0; v < n; v++)
        rhumb_minhash_sign (sets->item + sets->start[v], sets->start[v + 1] - sets->start[v], seed,
                            N_HASHES, signature + (gsize)v * N_HASHES);
    guint n_sorted = 0;
    for (guint band = 0; band < N_BANDS; band++) {
        gather_pairs (sets, signature, band, bucketed, pairs);
        if (pairs->len / 2 < n_sorted + n && band + 1 < N_BANDS)
            continue; /* repeats may wait until the pairs are twice as many */
        sort_pairs (pairs);
        n_sorted = pairs->len;
    }
    compare_exactly (sets, pairs, least, near);
    return near;
}
