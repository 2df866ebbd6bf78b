/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which sets of an index are probably like one, and how much about.
 *
 * Method: candidates are the sets that share a bucket with the one, each once, scored by the bytes
 * in which signatures agree. Small buckets, which tell most, are opened first, and after MOST_READ
 * members no other is: of a feature that 100,000 papers have alone, each agrees with all in every
 * band.
 *
 * Cost: the members of the buckets of the set, then the bytes of the signatures of the candidates;
 * no memory that lasts, so an index may be asked by several threads.
 */
#include <stdlib.h>

#include "analytics/similar/lsh-private.h"
#include "graph/compare.h"
#include "graph/processor-private.h"

#define MOST_READ 65536
/* So many candidates ahead signatures are fetched. */
#define AHEAD 4

/* Sets met so far: a table with open places. */
typedef struct {
    guint32 *slot; /* set + 1, or 0 */
    guint n_bits;
} Met;

/* Whether it was not met before. */
static gboolean
meet (Met met, guint32 set)
{
    const guint32 mask = (guint32)(((guint64)1 << met.n_bits) - 1);
    guint32 at = (set * 0x9e3779b1U) >> (32 - met.n_bits);
    while (met.slot[at] != 0 && met.slot[at] != set + 1)
        at = (at + 1) & mask;
    const gboolean is_new = met.slot[at] == 0;
    met.slot[at] = set + 1;
    return is_new;
}

#ifdef WITH_AVX2
/* The same for whole blocks of 32 bytes. */
AVX2 guint
count_blocks (const guint8 *a, const guint8 *b, guint n)
{
    __m256i sum = _mm256_setzero_si256 ();
    guint64 part[4];
    for (guint i = 0; i + 32 <= n; i += 32) {
        const __m256i of_a = _mm256_loadu_si256 ((const __m256i *)(gconstpointer)(a + i));
        const __m256i of_b = _mm256_loadu_si256 ((const __m256i *)(gconstpointer)(b + i));
        const __m256i one = _mm256_and_si256 (_mm256_cmpeq_epi8 (of_a, of_b), _mm256_set1_epi8 (1));
        sum = _mm256_add_epi64 (sum, _mm256_sad_epu8 (one, _mm256_setzero_si256 ()));
    }
    _mm256_storeu_si256 ((__m256i *)(gpointer)part, sum);
    return (guint)(part[0] + part[1] + part[2] + part[3]);
}
#endif

/* In how many of @n bytes two signatures agree. */
static guint
count_same (const guint8 *a, const guint8 *b, guint n)
{
    guint same = 0;
    guint done = 0;
#ifdef WITH_AVX2
    if (rhumb_has_avx2 ()) {
        same = count_blocks (a, b, n);
        done = n / 32 * 32;
    }
#endif
    for (guint i = done; i < n; i++)
        same += a[i] == b[i];
    return same;
}

/**
 * rhumb_lsh_estimate:
 * @lsh: an index
 * @a: a set that is not empty
 * @b: another one
 *
 * Estimates the Jaccard index of two sets, less what agrees by chance.
 *
 * Source: Li and König (2010), doi:10.1145/1772690.1772759.
 *
 * Returns: from 0 to 1
 *
 * Since: 0.2
 */
double
rhumb_lsh_estimate (const RhumbLsh *lsh, guint32 a, guint32 b)
{
    g_return_val_if_fail (a < lsh->n_sets && b < lsh->n_sets, 0);
    const guint same = count_same (lsh->signature + (gsize)a * lsh->n_kept,
                                   lsh->signature + (gsize)b * lsh->n_kept, lsh->n_kept);
    return MAX ((256.0 * same / lsh->n_kept - 1) / 255, 0);
}

/* The buckets of a set, each with its size above its number; smallest first if not all will be
 * opened. */
static guint64 *
list_buckets (const RhumbLsh *lsh, guint32 set, guint *n, gsize *n_members)
{
    const guint32 first = lsh->set_start[set];
    *n = lsh->set_start[set + 1] - first;
    *n_members = 0;
    guint64 *list = g_new (guint64, (gsize)*n + 1);
    for (guint i = 0; i < *n; i++) {
        const guint32 b = lsh->bucket[first + i];
        const guint32 size = lsh->bucket_start[b + 1] - lsh->bucket_start[b];
        list[i] = (guint64)size << 32 | b;
        *n_members += size;
    }
    if (*n_members > MOST_READ)
        qsort (list, *n, sizeof *list, rhumb_compare_large_numbers);
    return list;
}

/* The other sets that share a bucket with one, in the order met. */
static GArray *
gather (const RhumbLsh *lsh, guint32 set)
{
    guint n_buckets = 0;
    gsize n_members = 0;
    g_autofree guint64 *buckets = list_buckets (lsh, set, &n_buckets, &n_members);
    const guint n_bits = g_bit_storage (MIN (n_members, MOST_READ) + 1) + 1;
    g_autofree guint32 *slot = g_new0 (guint32, (gsize)1 << n_bits);
    const Met met = {slot, n_bits};
    GArray *list = rhumb_neighbours_new ();
    guint n_left = MOST_READ;
    meet (met, set);
    for (guint i = 0; i < n_buckets && n_left > 0; i++) {
        const guint32 first = lsh->bucket_start[buckets[i] & G_MAXUINT32];
        const guint32 n = MIN ((guint32)(buckets[i] >> 32), n_left);
        n_left -= n;
        for (guint32 k = first; k < first + n; k++) {
            const RhumbNeighbour item = {lsh->member[k], 0};
            if (meet (met, item.node))
                g_array_append_val (list, item);
        }
    }
    return list;
}

/**
 * rhumb_lsh_list_candidates:
 * @lsh: an index
 * @set: a set
 * @n_most: how many to list
 *
 * Lists the sets that are probably like one. Of buckets that hold more than 65,536 members in all,
 * the smallest are looked into.
 *
 * Source: Indyk and Motwani (1998), doi:10.1145/276698.276876.
 *
 * Returns: (transfer full) (element-type RhumbNeighbour): sets without @set, and what is estimated
 *   of their Jaccard index with it, from 0 to 1; best first, ties by number
 *
 * Since: 0.2
 */
GArray *
rhumb_lsh_list_candidates (const RhumbLsh *lsh, guint32 set, guint n_most)
{
    g_return_val_if_fail (set < lsh->n_sets, NULL);
    GArray *list = gather (lsh, set);
    RhumbNeighbour *item = (RhumbNeighbour *)(gpointer)list->data;
    for (guint i = 0; i < list->len; i++) {
        if (i + AHEAD < list->len)
            __builtin_prefetch (lsh->signature + (gsize)item[i + AHEAD].node * lsh->n_kept);
        item[i].score = rhumb_lsh_estimate (lsh, set, item[i].node);
    }
    rhumb_neighbours_keep_best (list, n_most);
    return list;
}
