/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How alike two sets are, from signatures much shorter than they are.
 *
 * Source: Broder (1997), doi:10.1109/SEQUEN.1997.666900.
 *
 * Method: the smallest of h(x) over the items x of a set is the same for two sets with probability
 * J, their Jaccard index, so H such hashes estimate it with standard deviation √(J (1 − J) / H).
 * Here h_k(x) is the upper half of a_k x + b_k, with a_k odd and both keyed by the seed.
 *
 * One hash function per place of the signature, not one for all: sharing one among the places saves
 * time but makes signatures of short sets less exact than the formula says, and what is copied into
 * several places of a band makes sets agree in it that have little in common.
 *
 * Cost: O(items × H).
 */
#include "analytics/similar/minhash.h"

#include "analytics/similar/bands-private.h"
#include "graph/processor-private.h"

/* Functions at once. */
#define BLOCK 32

#ifdef WITH_AVX2
/* The smallest hashes by whole fours of functions. */
AVX2 void
find_fours (const HashFunction *function, guint n_functions, const guint64 *item, gsize n_items,
            guint32 *least)
{
    for (guint k = 0; k + 4 <= n_functions; k += 4) {
        const HashFunction *f = function + k;
        const __m256i a =
            _mm256_set_epi64x ((gint64)f[3].a, (gint64)f[2].a, (gint64)f[1].a, (gint64)f[0].a);
        const __m256i b =
            _mm256_set_epi64x ((gint64)f[3].b, (gint64)f[2].b, (gint64)f[1].b, (gint64)f[0].b);
        const __m256i upper_a = _mm256_srli_epi64 (a, 32);
        __m256i smallest =
            _mm256_set1_epi32 (-1); /* in upper halves; the lower ones are no matter */
        guint64 part[4];
        for (gsize i = 0; i < n_items; i++) {
            const __m256i x = _mm256_set1_epi64x ((gint64)item[i]);
            const __m256i cross = _mm256_add_epi64 (
                _mm256_mul_epu32 (upper_a, x), _mm256_mul_epu32 (a, _mm256_srli_epi64 (x, 32)));
            const __m256i product =
                _mm256_add_epi64 (_mm256_mul_epu32 (a, x), _mm256_slli_epi64 (cross, 32));
            smallest = _mm256_min_epu32 (smallest, _mm256_add_epi64 (product, b));
        }
        _mm256_storeu_si256 ((__m256i *)(gpointer)part, smallest);
        for (guint i = 0; i < 4; i++)
            least[k + i] = (guint32)(part[i] >> 32);
    }
}
#endif

/* The smallest hash of the items by each function; G_MAXUINT32 if there are none. */
void
rhumb_minhash_find_least (const HashFunction *function, guint n_functions, const guint64 *item,
                          gsize n_items, guint32 *least)
{
    guint done = 0;
#ifdef WITH_AVX2
    if (rhumb_has_avx2 ()) {
        find_fours (function, n_functions, item, n_items, least);
        done = n_functions / 4 * 4;
    }
#endif
    for (guint k = done; k < n_functions; k++) {
        const HashFunction f = function[k];
        least[k] = G_MAXUINT32;
        for (gsize i = 0; i < n_items; i++) {
            const guint32 hash = (guint32)((f.a * item[i] + f.b) >> 32);
            least[k] = MIN (least[k], hash);
        }
    }
}

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
    HashFunction function[BLOCK];
    for (guint first = 0; first < n_hashes; first += BLOCK) {
        const guint n = MIN (n_hashes - first, BLOCK);
        for (guint k = 0; k < n; k++)
            function[k] = minhash_get_function (seed, first + k);
        rhumb_minhash_find_least (function, n, item, n_items, signature + first);
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
