/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Who is most like one with very many features, without going to all that share any of them: a
 * paper cited by 100,000 others meets in them nearly all that was ever cited.
 *
 * A row of b features can be like one of a > b by b / a at most, if all of it lies inside. So rows
 * are compared from the longest on, and when b / a falls below the last of those wanted, no other
 * row can be among them: exact, as far as b is not so short that going to all is cheaper. Bounds on
 * the sizes of sets are as old as their joins (Bayardo, Ma and Srikant 2007,
 * doi:10.1145/1242572.1242591). A row is left as soon as too little of it remains to come up to the
 * last of those wanted.
 *
 * Cost: the lengths of the rows compared, a bit a feature; MOST_READ lengths of the row that is
 * asked about at most.
 */
#include "analytics/similar/overlap-private.h"

#include "graph/processor-private.h"

/* Shorter rows do not meet enough to save anything. */
#define LONG_ROW 1000
/* Entries read, in lengths of the row that is asked about, before all are gone to instead. */
#define MOST_READ 16
/* Entries of a row between two looks at whether the rest of it can matter. */
#define READ_AT_ONCE 64

/* Nodes from the longest row to the shortest, by number where they are equally long. */
guint32 *
rhumb_overlap_order_by_size (const RhumbOverlap *overlap)
{
    guint32 longest = 0;
    for (guint32 v = 0; v < overlap->n_nodes; v++)
        longest = MAX (longest, (guint32)overlap->size[v]);
    g_autofree guint32 *next = g_new0 (guint32, (gsize)longest + 2);
    for (guint32 v = 0; v < overlap->n_nodes; v++)
        next[longest - (guint32)overlap->size[v] + 1]++;
    for (guint32 s = 0; s < longest; s++)
        next[s + 1] += next[s];
    guint32 *order = g_new (guint32, (gsize)overlap->n_nodes + 1);
    for (guint32 v = 0; v < overlap->n_nodes; v++)
        order[next[longest - (guint32)overlap->size[v]]++] = v;
    return order;
}

static inline void
mark (guint32 node, guint32 *inside)
{
    inside[node / 32] |= 1U << (node % 32);
}

/* Quarters of the row by turns: neighbours share a word, and would wait for each other. */
static void
mark_inside (Row row, guint32 *inside)
{
    const gsize quarter = row.n / 4;
    for (gsize i = 0; i < quarter; i++) {
        mark (row.node[i], inside);
        mark (row.node[i + quarter], inside);
        mark (row.node[i + 2 * quarter], inside);
        mark (row.node[i + 3 * quarter], inside);
    }
    for (gsize i = 4 * quarter; i < row.n; i++)
        mark (row.node[i], inside);
}

/* How many of @n nodes are inside. */
static guint32
count_some (const guint32 *node, gsize n, const guint32 *inside)
{
    guint32 found = 0;
    for (gsize i = 0; i < n; i++)
        found += inside[node[i] / 32] >> (node[i] % 32) & 1;
    return found;
}

#ifdef WITH_AVX2
/* The same for whole eights, at once. */
AVX2 guint32
count_eights (const guint32 *node, gsize n, const guint32 *inside)
{
    __m256i sum = _mm256_setzero_si256 ();
    guint32 part[8];
    for (gsize i = 0; i + 8 <= n; i += 8) {
        const __m256i v = _mm256_loadu_si256 ((const __m256i *)(gconstpointer)(node + i));
        const __m256i word = _mm256_i32gather_epi32 ((const int *)(gconstpointer)inside,
                                                     _mm256_srli_epi32 (v, 5), 4);
        const __m256i bit = _mm256_srlv_epi32 (word, _mm256_and_si256 (v, _mm256_set1_epi32 (31)));
        sum = _mm256_add_epi32 (sum, _mm256_and_si256 (bit, _mm256_set1_epi32 (1)));
    }
    _mm256_storeu_si256 ((__m256i *)(gpointer)part, sum);
    return part[0] + part[1] + part[2] + part[3] + part[4] + part[5] + part[6] + part[7];
}
#endif

/* How many nodes of a row are inside; 0 once it is clear that they are fewer than @wanted. Adds to
 * @n_read how many were looked at. */
static guint32
count_inside (Row row, const guint32 *inside, double wanted, gsize *n_read)
{
    guint32 found = 0;
    for (gsize i = 0; i < row.n; i += MIN (row.n - i, READ_AT_ONCE)) {
        const guint32 *node = row.node + i;
        const gsize n = MIN (row.n - i, READ_AT_ONCE);
        gsize done = 0;
        if (found + (double)(row.n - i) < wanted)
            return 0;
#ifdef WITH_AVX2
        if (rhumb_has_avx2 ()) {
            found += count_eights (node, n, inside);
            done = n - n % 8;
        }
#endif
        found += count_some (node + done, n - done, inside);
        *n_read += n;
    }
    return found;
}

/* Keeps the best. Returns how alike the last of them is; 0 while there are not enough. */
static double
keep_best (GArray *list, guint n_best)
{
    if (list->len < n_best)
        return 0;
    rhumb_neighbours_keep_best (list, n_best);
    return g_array_index (list, RhumbNeighbour, n_best - 1).score;
}

/* The @n_best most like @node among those @allowed; %NULL if going to all is cheaper. */
GArray *
rhumb_overlap_list_from_longest (RhumbOverlap *overlap, guint32 node, guint n_best,
                                 const guint8 *allowed)
{
    const double size = overlap_get_size (overlap, node);
    if (overlap->by_size == NULL || n_best == 0 || size < LONG_ROW)
        return NULL;
    const Row row = rhumb_row_source_get_out (&overlap->source, node, &overlap->room);
    const guint32 n_features = row.node[row.n - 1] + 1;
    g_autofree guint32 *inside = g_new0 (guint32, n_features / 32 + 1);
    mark_inside (row, inside);
    g_autoptr (GArray) list = rhumb_neighbours_new ();
    double least = 0;
    gsize n_read = 0;
    for (guint32 k = 0; k < overlap->n_nodes; k++) {
        const guint32 u = overlap->by_size[k];
        const double of_u = overlap_get_size (overlap, u);
        if (of_u < least * size || of_u <= 0)
            break;
        if (u == node || (allowed != NULL && !allowed[u]))
            continue;
        Row other = rhumb_row_source_get_out (&overlap->source, u, &overlap->column);
        if (n_read > MOST_READ * row.n)
            return NULL;
        while (other.n > 0 && other.node[other.n - 1] >= n_features)
            other.n--;
        /* One less than c / (a + b - c) at least asks for: rounding is no matter. */
        const double wanted = least * (size + of_u) / (1 + least) - 1;
        const guint32 common = count_inside (other, inside, wanted, &n_read);
        const RhumbNeighbour item = {u, overlap_measure (overlap, node, u, common)};
        if (common == 0 || item.score < least)
            continue;
        g_array_append_val (list, item);
        if (list->len >= 2 * n_best)
            least = keep_best (list, n_best);
    }
    rhumb_neighbours_keep_best (list, n_best);
    return g_steal_pointer (&list);
}
