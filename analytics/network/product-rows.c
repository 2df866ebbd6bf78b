/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * One row of the product A Aᵀ: how strongly node v is linked to each other node through what both
 * have, thinned to the links that are wanted while they are counted.
 *
 * Source: Gustavson (1978), doi:10.1145/355791.355796; counting after Perianes-Rodriguez, Waltman
 * and van Eck (2016), doi:10.1016/j.joi.2016.10.006.
 *
 * Method: whole counts have a way of their own (product-counts.c). Else the sums of a short row lie
 * in a small hash table, those of a long one in a dense array of one entry a node; both are empty
 * between rows and know which places were touched. A sum adds up in the ascending order of shared
 * nodes from either of its ends, so u_vu and u_uv are the same bits.
 *
 * Cost of a row: O(Σ_{k of v} n_k + links log kept).
 */
#include <string.h>

#include "analytics/network/product-private.h"

/* Below this many numbers insertion is faster than counting digits. */
#define FEW 48

/* Rows of at most half as many additions are summed in a table of this size: 48 KiB. */
#define TABLE_BITS 12
#define TABLE (1u << TABLE_BITS)

static gsize
get_length (RhumbRows rows, guint32 row)
{
    return rows.start[row + 1] - rows.start[row];
}

void
rhumb_product_room_init (RhumbProductRoom *room, const RhumbProduct *product)
{
    const gsize n = product->nodes.n_rows;
    const gsize n_heap = MIN (product->options->top_links, n);
    const gboolean is_whole = product->is_whole;
    *room = (RhumbProductRoom){
        .sum = is_whole ? NULL : g_new0 (double, n),
        .table_node = g_new (guint32, TABLE),
        .table_sum = g_new (double, TABLE),
        .few = is_whole ? g_new0 (guint8, n) : NULL,
        .more = is_whole ? g_new0 (guint32, n) : NULL,
        .again = is_whole ? g_new (guint32, n + 1) : NULL,
        .touched = g_new (guint32, MAX (n, TABLE) + 1),
        .found = {g_new (guint32, n), g_new (double, n)},
        .spare = {g_new (guint32, n), g_new (double, n)},
        .heap = {g_new (guint32, n_heap), g_new (double, n_heap)},
    };
    memset (room->table_node, 0xff, sizeof (guint32) * TABLE);
}

static void
links_clear (RhumbLinks *links)
{
    g_free (links->node);
    g_free (links->weight);
}

void
rhumb_product_room_clear (RhumbProductRoom *room)
{
    g_free (room->sum);
    g_free (room->table_node);
    g_free (room->table_sum);
    g_free (room->touched);
    g_free (room->few);
    g_free (room->more);
    g_free (room->again);
    links_clear (&room->found);
    links_clear (&room->spare);
    links_clear (&room->heap);
}

/* What @i of the row of a node and @j of that of a shared node have in common. */
static double
get_common (const RhumbProduct *product, gsize i, gsize j)
{
    return MIN (rhumb_rows_get_weight (product->nodes, i),
                rhumb_rows_get_weight (product->shared, j));
}

/* The dense way: the entry after the last touched one is written before it is known whether it is
 * new; that saves a branch nobody can predict. */
static guint32
sum_densely (const RhumbProduct *product, gsize i, guint32 least, RhumbProductRoom *room, guint32 n)
{
    const RhumbRows shared = product->shared;
    const guint32 k = product->nodes.node[i];
    const gsize first = shared.start[k];
    for (gsize j = shared.start[k + 1]; j > first && shared.node[j - 1] >= least; j--) {
        const guint32 u = shared.node[j - 1];
        const double common = product->options->weighted ? get_common (product, i, j - 1) : 1;
        if (!(common > 0))
            continue;
        room->touched[n] = u;
        n += room->sum[u] == 0;
        room->sum[u] += product->share[k] * common;
    }
    return n;
}

/* The small way: sums lie in a hash table of 1 << @bits places that fits the nearest cache, found
 * by the multiplication of Knuth and the next free place. */
static guint32
sum_in_table (const RhumbProduct *product, gsize i, guint32 least, RhumbProductRoom *room,
              guint bits, guint32 n)
{
    const RhumbRows shared = product->shared;
    const guint32 k = product->nodes.node[i];
    const double share = product->share[k];
    const gsize first = shared.start[k];
    const guint32 mask = (1u << bits) - 1;
    for (gsize j = shared.start[k + 1]; j > first && shared.node[j - 1] >= least; j--) {
        const guint32 u = shared.node[j - 1];
        const double common = product->options->weighted ? get_common (product, i, j - 1) : 1;
        guint32 place = (u * 2654435769u) >> (32 - bits);
        while (room->table_node[place] != u && room->table_node[place] != G_MAXUINT32)
            place = (place + 1) & mask;
        if (room->table_node[place] == G_MAXUINT32) {
            room->table_node[place] = u;
            room->table_sum[place] = 0;
            room->touched[n++] = place;
        }
        room->table_sum[place] += share * common;
    }
    return n;
}

/* Hands over the sums of a row, except that of @v itself, and leaves the room empty. */
static guint32
collect (RhumbProductRoom *room, guint32 v, guint32 n_touched, gboolean in_table)
{
    guint32 n = 0;
    for (guint32 i = 0; i < n_touched; i++) {
        const guint32 place = room->touched[i];
        const guint32 u = in_table ? room->table_node[place] : place;
        double *sum = in_table ? &room->table_sum[place] : &room->sum[place];
        const double value = *sum;
        *sum = 0;
        if (in_table)
            room->table_node[place] = G_MAXUINT32;
        if (u == v || !(value > 0))
            continue;
        room->found.node[n] = u;
        room->found.weight[n++] = value;
    }
    return n;
}

/* How many additions row @v takes. The rows that they will read are fetched meanwhile. */
static guint64
count_additions (const RhumbProduct *product, guint32 v)
{
    const RhumbRows nodes = product->nodes;
    guint64 n = 0;
    for (gsize i = nodes.start[v]; i < nodes.start[v + 1]; i++) {
        const guint32 k = nodes.node[i];
        if (product->share[k] == 0)
            continue;
        n += get_length (product->shared, k);
        __builtin_prefetch (product->shared.node + product->shared.start[k]);
    }
    return n;
}

/* The counts of @v with all other nodes, to room->found in no order. Returns how many. */
static guint32
gather_row (const RhumbProduct *product, guint32 v, RhumbProductRoom *room)
{
    if (product->is_whole)
        return rhumb_product_gather_counts (product, v, room);
    const RhumbRows nodes = product->nodes;
    const guint32 least = product->is_half ? v + 1 : 0;
    const guint64 n_additions = count_additions (product, v);
    const gboolean in_table = n_additions <= TABLE / 2;
    const guint bits = MAX (g_bit_storage (2 * (gulong)n_additions), 4);
    guint32 n = 0;
    for (gsize i = nodes.start[v]; i < nodes.start[v + 1]; i++) {
        if (product->share[nodes.node[i]] == 0)
            continue;
        n = in_table ? sum_in_table (product, i, least, room, MIN (bits, TABLE_BITS), n)
                     : sum_densely (product, i, least, room, n);
    }
    return collect (room, v, n, in_table);
}

/* Ascending order: by insertion if few, else by digits of 8 bits from the last. */
static void
sort_links (RhumbLinks *links, guint32 n, const RhumbLinks *spare)
{
    for (guint32 i = 1; n <= FEW && i < n; i++) {
        const guint32 node = links->node[i];
        const double weight = links->weight[i];
        guint32 place = i;
        for (; place > 0 && links->node[place - 1] > node; place--) {
            links->node[place] = links->node[place - 1];
            links->weight[place] = links->weight[place - 1];
        }
        links->node[place] = node;
        links->weight[place] = weight;
    }
    if (n <= FEW)
        return;
    guint32 all = 0;
    for (guint32 i = 0; i < n; i++)
        all |= links->node[i];
    RhumbLinks from = *links;
    RhumbLinks to = *spare;
    for (guint shift = 0; shift < 32 && all >> shift != 0; shift += 8) {
        guint32 next[257] = {0};
        for (guint32 i = 0; i < n; i++)
            next[(from.node[i] >> shift & 255) + 1]++;
        for (guint digit = 0; digit < 256; digit++)
            next[digit + 1] += next[digit];
        for (guint32 i = 0; i < n; i++) {
            const guint32 place = next[from.node[i] >> shift & 255]++;
            to.node[place] = from.node[i];
            to.weight[place] = from.weight[i];
        }
        const RhumbLinks swapped = from;
        from = to;
        to = swapped;
    }
    *links = from;
}

/* Whether link a is worse than b: weaker, or as strong to a node of higher number. */
static gboolean
is_worse (double weight_a, guint32 node_a, double weight_b, guint32 node_b)
{
    return weight_a < weight_b || (weight_a == weight_b && node_a > node_b);
}

/* Puts a link into the hole at @place of a heap whose worst link is on top, and lets it sink. */
static void
sink (const RhumbLinks *heap, guint32 n, guint32 place, double weight, guint32 node)
{
    for (;;) {
        guint32 child = 2 * place + 1;
        if (child >= n)
            break;
        if (child + 1 < n && is_worse (heap->weight[child + 1], heap->node[child + 1],
                                       heap->weight[child], heap->node[child]))
            child++;
        if (!is_worse (heap->weight[child], heap->node[child], weight, node))
            break;
        heap->weight[place] = heap->weight[child];
        heap->node[place] = heap->node[child];
        place = child;
    }
    heap->weight[place] = weight;
    heap->node[place] = node;
}

/* Moves the best links to a heap of @n, which is one when it has @top. Returns its length. */
static guint32
choose_best (const RhumbLinks *found, guint32 n_found, guint32 top, const RhumbLinks *heap,
             guint32 n)
{
    for (guint32 i = 0; i < n_found; i++) {
        const guint32 u = found->node[i];
        const double weight = found->weight[i];
        if (n < top) {
            heap->weight[n] = weight;
            heap->node[n++] = u;
            for (guint32 place = n / 2; n == top && place-- > 0;)
                sink (heap, n, place, heap->weight[place], heap->node[place]);
        } else if (is_worse (heap->weight[0], heap->node[0], weight, u)) {
            sink (heap, n, 0, weight, u);
        }
    }
    return n;
}

/* Normalises what was found and drops what is too weak. Returns how many stay. */
static guint32
weigh (const RhumbProduct *product, guint32 v, const RhumbLinks *found, guint32 n_found)
{
    guint32 n = 0;
    for (guint32 i = 0; i < n_found; i++) {
        const guint32 u = found->node[i];
        const double weight = product->size != NULL ? rhumb_normalise_count (&product->normaliser,
                                                                             found->weight[i], v, u)
                                                    : found->weight[i];
        found->node[n] = u;
        found->weight[n] = weight;
        n += weight > 0 && weight >= product->options->min_weight;
    }
    return n;
}

/* As weigh(), and chooses the best to the heap, which has @n; what was found are ranks. */
static guint32
choose_ranks (const RhumbProduct *product, guint32 v, const RhumbLinks *found, guint32 n_found,
              const RhumbLinks *heap, guint32 n)
{
    const guint32 top = product->options->top_links;
    const double least = product->options->min_weight;
    guint32 n_left = 0;
    for (guint32 i = 0; i < n_found; i++) {
        const guint32 rank = found->node[i];
        const double weight = rhumb_normalise_sizes (&product->normaliser, found->weight[i],
                                                     product->size[v], product->ranks.size[rank]);
        if (!(weight > 0 && weight >= least) || (n == top && weight < heap->weight[0]))
            continue;
        found->node[n_left] = product->ranks.node[rank];
        found->weight[n_left++] = weight;
    }
    return choose_best (found, n_left, top, heap, n);
}

/* The strongest links of @v to the heap. Of nodes that were counted once the smallest have them.
 * Returns how many. */
static guint32
choose_counted (const RhumbProduct *product, guint32 v, RhumbProductRoom *room)
{
    const guint32 top = product->options->top_links;
    const RhumbLinks *found = &room->found;
    const RhumbLinks *heap = &room->heap;
    const RhumbCounted counted = rhumb_product_count_ranks (product, v, room);
    guint32 n_found = rhumb_product_gather_again (product, v, counted, room);
    guint32 n = choose_ranks (product, v, found, n_found, heap, 0);
    const guint32 end =
        n == top ? rhumb_product_find_weaker (product, v, heap->weight[0]) : product->nodes.n_rows;
    n_found = rhumb_product_gather_smallest (product, v, counted, end, room);
    const guint32 last = n_found > 0 ? found->node[0] : 0;
    n = choose_ranks (product, v, found, n_found, heap, n);
    /* Inclusion looks at the smaller of two sizes, and rounding makes links equal: then the lower
     * number wins. Where less than the wanted stay all others are too weak. */
    if (n_found == top && n == top && rhumb_product_has_ties (product, v, last)) {
        const guint32 weaker = rhumb_product_find_weaker (product, v, heap->weight[0]);
        n_found = rhumb_product_gather_between (product, v, counted, last + 1, weaker, room);
        n = choose_ranks (product, v, found, n_found, heap, n);
    }
    rhumb_product_clear_counts (product, counted, room);
    return n;
}

/* The wanted links of @v in no order, and in @kept where they are. Returns how many. */
static guint32
find_wanted (const RhumbProduct *product, guint32 v, RhumbProductRoom *room, RhumbLinks *kept)
{
    const guint32 top = product->options->top_links;
    *kept = room->heap;
    if (product->ranks.node != NULL)
        return choose_counted (product, v, room);
    const guint32 n = weigh (product, v, &room->found, gather_row (product, v, room));
    if (top > 0 && n > top)
        return choose_best (&room->found, n, top, &room->heap, 0);
    *kept = room->found;
    return n;
}

/* Writes the wanted links of @v, ascending, to @node and @weight, which have room for its bound.
 * Returns how many. */
guint32
rhumb_product_multiply_row (const RhumbProduct *product, guint32 v, RhumbProductRoom *room,
                            guint32 *node, double *weight)
{
    RhumbLinks kept;
    const guint32 n = find_wanted (product, v, room, &kept);
    sort_links (&kept, n, &room->spare);
    memcpy (node, kept.node, sizeof (guint32) * n);
    memcpy (weight, kept.weight, sizeof (double) * n);
    return n;
}

/* How many links @v has before any is left out for its weight. */
guint32
rhumb_product_count_row (const RhumbProduct *product, guint32 v, RhumbProductRoom *room)
{
    return MIN (gather_row (product, v, room), product->bound[v]);
}
