/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Nodes of a product by size, where the strongest normalised links are wanted: of nodes that share
 * equally many nodes with v the smaller ones have the stronger links. If ranks are counted in place
 * of nodes, it takes a comparison of two numbers to see that a link cannot be strong, and large
 * nodes, which are counted most, are neighbours in memory.
 *
 * Cost: O(nodes + edges) time; 16 bytes a node and 4 an edge.
 */
#include "analytics/network/product-private.h"

#define DIGIT_BITS 11
#define DIGITS (1u << DIGIT_BITS)

static guint
get_digit (double size, guint shift)
{
    return (guint)((guint64)size >> shift & (DIGITS - 1));
}

/* Sorts nodes by one digit of their sizes; those of equal digits stay in their order. */
static void
sort_by_digit (const double *size, guint shift, const guint32 *from, guint32 n, guint32 *to)
{
    guint32 next[DIGITS + 1] = {0};
    for (guint32 i = 0; i < n; i++)
        next[get_digit (size[from[i]], shift) + 1]++;
    for (guint digit = 0; digit < DIGITS; digit++)
        next[digit + 1] += next[digit];
    for (guint32 i = 0; i < n; i++)
        to[next[get_digit (size[from[i]], shift)]++] = from[i];
}

/* Nodes by ascending size, by number where sizes are equal. Whole counts have whole sizes. */
static guint32 *
sort_by_size (const double *size, guint32 n)
{
    double largest = 0;
    guint32 *order = g_new (guint32, (gsize)n + 1);
    guint32 *spare = g_new (guint32, (gsize)n + 1);
    for (guint32 v = 0; v < n; v++) {
        order[v] = v;
        largest = MAX (largest, size[v]);
    }
    for (guint shift = 0; shift < 64 && (guint64)largest >> shift > 0; shift += DIGIT_BITS) {
        sort_by_digit (size, shift, order, n, spare);
        guint32 *sorted = spare;
        spare = order;
        order = sorted;
    }
    g_free (spare);
    return order;
}

/* Which sizes there are, and which ranks have them. */
static void
list_sizes (RhumbRanks *ranks, guint32 n)
{
    ranks->distinct = g_new (double, (gsize)n + 1);
    ranks->first = g_new (guint32, (gsize)n + 1);
    for (guint32 r = 0; r < n; r++) {
        if (r > 0 && ranks->size[r] <= ranks->size[r - 1])
            continue;
        ranks->distinct[ranks->n_sizes] = ranks->size[r];
        ranks->first[ranks->n_sizes++] = r;
    }
    ranks->first[ranks->n_sizes] = n;
    ranks->distinct = g_renew (double, ranks->distinct, ranks->n_sizes + 1);
    ranks->first = g_renew (guint32, ranks->first, ranks->n_sizes + 1);
}

/* Ranks nodes, whose sizes are known, and lets ranks be counted. */
void
rhumb_product_rank_nodes (RhumbProduct *product)
{
    const guint32 n = product->nodes.n_rows;
    const RhumbRows shared = product->shared;
    RhumbRanks *ranks = &product->ranks;
    ranks->node = sort_by_size (product->size, n);
    ranks->rank = g_new (guint32, n);
    ranks->size = g_new (double, n);
    ranks->shared = g_new (guint32, shared.start[shared.n_rows]);
    for (guint32 r = 0; r < n; r++) {
        const guint32 v = ranks->node[r];
        ranks->rank[v] = r;
        ranks->size[r] = product->size[v];
    }
    list_sizes (ranks, n);
#pragma omp parallel for schedule(static)
    for (guint32 k = 0; k < shared.n_rows; k++)
        for (gsize j = shared.start[k]; j < shared.start[k + 1]; j++)
            ranks->shared[j] = ranks->rank[shared.node[j]];
    product->counted.node = ranks->shared;
}

void
rhumb_ranks_clear (RhumbRanks *ranks)
{
    g_free (ranks->node);
    g_free (ranks->rank);
    g_free (ranks->size);
    g_free (ranks->shared);
    g_free (ranks->distinct);
    g_free (ranks->first);
}

/* The weight of a link of @v to a node of one of the sizes that was counted once. */
static double
weigh_once (const RhumbProduct *product, guint32 v, guint32 size)
{
    return rhumb_normalise_sizes (&product->normaliser, 1, product->size[v],
                                  product->ranks.distinct[size]);
}

/* The first rank whose node, counted once with @v, has a link weaker than @weight, which is above
 * 0; so have all behind it. Who has no size was counted with nobody. */
guint32
rhumb_product_find_weaker (const RhumbProduct *product, guint32 v, double weight)
{
    const RhumbRanks *ranks = &product->ranks;
    guint32 low = ranks->n_sizes > 0 && !(ranks->distinct[0] > 0) ? 1 : 0;
    guint32 end = ranks->n_sizes;
    while (low < end) {
        const guint32 middle = low + (end - low) / 2;
        if (weigh_once (product, v, middle) < weight)
            end = middle;
        else
            low = middle + 1;
    }
    return ranks->first[low];
}

/* Whether links of @v to nodes of another size, counted once, weigh as much as that to @rank. */
gboolean
rhumb_product_has_ties (const RhumbProduct *product, guint32 v, guint32 rank)
{
    const RhumbRanks *ranks = &product->ranks;
    guint32 low = 0;
    guint32 high = ranks->n_sizes - 1;
    while (low < high) {
        const guint32 middle = low + (high - low) / 2;
        if (ranks->distinct[middle] < ranks->size[rank])
            low = middle + 1;
        else
            high = middle;
    }
    const double weight = weigh_once (product, v, low);
    return (low > 0 && weigh_once (product, v, low - 1) == weight) ||
           (low + 1 < ranks->n_sizes && weigh_once (product, v, low + 1) == weight);
}
