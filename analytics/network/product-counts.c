/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * One row of the product A Aᵀ where every shared node adds 1: how many nodes v shares with each
 * other node.
 *
 * Source: Gustavson (1978), doi:10.1145/355791.355796.
 *
 * Method: counts are bytes, of which a million fit a near cache; the few counts beyond 254 go on in
 * numbers of 32 bits. Nodes are listed when they are counted first, and when they are counted a
 * second time. If only the strongest counts are wanted and enough nodes were counted twice, the
 * many that were counted once are cleared and never looked at again; else of those that were
 * counted once only the lowest can be wanted, because ties are broken by number. Where the
 * strongest normalised counts are wanted, nodes are counted by rank (product-ranks.c), and of those
 * that were counted once again the lowest are looked at. Else all are handed over.
 *
 * Cost of a row: O(Σ_{k of v} n_k), a few nanoseconds each.
 */
#include <string.h>

#include "analytics/network/product-private.h"

/* A byte that says: and more. */
#define FULL 255

/* If one in so many nodes was counted, all bytes are cleared in one go. */
#define MANY 16

/* So many shared nodes ahead their rows are fetched. */
#define AHEAD 16

/* Rows of @v + 1 and on follow that of v, and are mostly counted next by the same thread.
 * Always inline, because gcc drops calls of a function that does nothing but fetch. */
G_ALWAYS_INLINE static inline void
fetch_ahead (const RhumbProduct *product, gsize i)
{
    const RhumbRows nodes = product->nodes;
    const RhumbRows shared = product->counted;
    const gsize end = nodes.start[nodes.n_rows];
    if (i + 2 * (gsize)AHEAD < end)
        __builtin_prefetch (shared.start + nodes.node[i + 2 * (gsize)AHEAD]);
    if (i + AHEAD < end) {
        const guint32 *row = shared.node + shared.start[nodes.node[i + AHEAD]];
        __builtin_prefetch (row);
        __builtin_prefetch (row + 16);
        __builtin_prefetch (row + 32);
    }
}

/* Where the nodes of at least @least begin in the row of a shared node. */
static gsize
find_least (RhumbRows shared, guint32 k, guint32 least)
{
    gsize low = shared.start[k];
    gsize high = shared.start[k + 1];
    if (least == 0)
        return low;
    while (low < high) {
        const gsize middle = low + (high - low) / 2;
        if (shared.node[middle] < least)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Entries after the listed ones are written before it is known whether they are new: that saves
 * branches nobody can predict. */
static RhumbCounted
count_row (const RhumbProduct *product, guint32 v, guint32 least, RhumbProductRoom *room)
{
    const RhumbRows shared = product->counted;
    guint8 *few = room->few;
    guint32 *first = room->touched;
    guint32 *again = room->again;
    RhumbCounted n = {0, 0};
    const guint cap = product->options->hub_cap;
    const gsize most = cap > 0 ? cap : G_MAXSIZE;
    for (gsize i = product->nodes.start[v]; i < product->nodes.start[v + 1]; i++) {
        const guint32 k = product->nodes.node[i];
        fetch_ahead (product, i);
        const gsize end = shared.start[k + 1];
        if (end - shared.start[k] > most)
            continue;
        for (gsize j = find_least (shared, k, least); j < end; j++) {
            const guint32 u = shared.node[j];
            const guint8 count = few[u];
            first[n.first] = u;
            n.first += count == 0;
            again[n.again] = u;
            n.again += count == 1;
            if (G_UNLIKELY (count == FULL))
                room->more[u]++;
            else
                few[u] = (guint8)(count + 1);
        }
    }
    return n;
}

static guint32
get_count (const RhumbProductRoom *room, guint32 u)
{
    return room->few[u] < FULL ? room->few[u] : FULL + room->more[u];
}

/* Leaves the room empty. */
static void
clear_counts (RhumbProductRoom *room, guint32 n_nodes, RhumbCounted n)
{
    for (guint32 i = 0; i < n.again; i++)
        if (room->few[room->again[i]] == FULL)
            room->more[room->again[i]] = 0;
    if (n.first > n_nodes / MANY)
        memset (room->few, 0, n_nodes);
    else
        for (guint32 i = 0; i < n.first; i++)
            room->few[room->touched[i]] = 0;
}

/* Hands over all of @node but @v itself. */
static guint32
hand_over (RhumbProductRoom *room, guint32 v, const guint32 *node, guint32 n)
{
    guint32 n_found = 0;
    for (guint32 i = 0; i < n; i++) {
        const guint32 count = get_count (room, node[i]);
        room->found.node[n_found] = node[i];
        room->found.weight[n_found] = count;
        n_found += node[i] != v;
    }
    return n_found;
}

/* Lets the last of a heap whose largest is on top sink from @place. */
static void
sink_node (guint32 *heap, guint32 n, guint32 place, guint32 node)
{
    for (;;) {
        guint32 child = 2 * place + 1;
        if (child >= n)
            break;
        child += child + 1 < n && heap[child + 1] > heap[child];
        if (heap[child] <= node)
            break;
        heap[place] = heap[child];
        place = child;
    }
    heap[place] = node;
}

/* Hands over the @wanted lowest nodes below @end of those that were counted once, after @n_found
 * others. */
static guint32
add_lowest (RhumbProductRoom *room, guint32 v, guint32 n_first, guint32 wanted, guint32 end,
            guint32 n_found)
{
    guint32 *heap = room->found.node + n_found;
    guint32 n = 0;
    for (guint32 i = 0; i < n_first; i++) {
        const guint32 u = room->touched[i];
        /* Most are too high, which is cheaper to see than how often they were counted. */
        if (u >= end || room->few[u] != 1 || u == v)
            continue;
        if (n < wanted) {
            heap[n++] = u;
            for (guint32 place = n / 2; n == wanted && place-- > 0;)
                sink_node (heap, n, place, heap[place]);
        } else {
            sink_node (heap, n, 0, u);
        }
        end = n == wanted ? heap[0] : end;
    }
    for (guint32 i = 0; i < n; i++)
        room->found.weight[n_found + i] = 1;
    return n_found + n;
}

/* Whether the strongest links are those of the largest counts. */
static gboolean
is_chosen_by_count (const RhumbProduct *product)
{
    return product->options->top_links > 0 &&
           product->options->normalisation == RHUMB_NORMALISATION_NONE;
}

/* The counts of @v with other nodes to room->found in no order: all, or at least the strongest
 * that are wanted. Returns how many. */
guint32
rhumb_product_gather_counts (const RhumbProduct *product, guint32 v, RhumbProductRoom *room)
{
    const guint32 top = product->options->top_links;
    const RhumbCounted n = count_row (product, v, product->is_half ? v + 1 : 0, room);
    guint32 n_found = 0;
    if (is_chosen_by_count (product)) {
        n_found = hand_over (room, v, room->again, n.again);
        if (n_found < top && product->options->min_weight <= 1)
            n_found = add_lowest (room, v, n.first, top - n_found, G_MAXUINT32, n_found);
    } else {
        n_found = hand_over (room, v, room->touched, n.first);
    }
    clear_counts (room, product->nodes.n_rows, n);
    return n_found;
}

/* Whether the strongest links are those of the largest normalised counts. */
gboolean
rhumb_product_is_chosen_by_weight (const RhumbProduct *product)
{
    return product->is_whole && product->options->top_links > 0 &&
           product->options->normalisation != RHUMB_NORMALISATION_NONE;
}

/* Counts the ranks that nodes have with @v. */
RhumbCounted
rhumb_product_count_ranks (const RhumbProduct *product, guint32 v, RhumbProductRoom *room)
{
    return count_row (product, v, 0, room);
}

/* Hands over the ranks that were counted more than once. Returns how many. */
guint32
rhumb_product_gather_again (const RhumbProduct *product, guint32 v, RhumbCounted n,
                            RhumbProductRoom *room)
{
    return hand_over (room, product->ranks.rank[v], room->again, n.again);
}

/* Hands over the lowest ranks below @end of those that were counted once: as many as links are
 * wanted, the highest first if there are so many. Returns how many. */
guint32
rhumb_product_gather_smallest (const RhumbProduct *product, guint32 v, RhumbCounted n, guint32 end,
                               RhumbProductRoom *room)
{
    const guint32 wanted = product->options->top_links;
    return add_lowest (room, product->ranks.rank[v], n.first, wanted, end, 0);
}

/* Hands over the ranks from @first on and below @end that were counted once. Returns how many. */
guint32
rhumb_product_gather_between (const RhumbProduct *product, guint32 v, RhumbCounted n, guint32 first,
                              guint32 end, RhumbProductRoom *room)
{
    const guint32 own = product->ranks.rank[v];
    guint32 n_found = 0;
    for (guint32 i = 0; i < n.first; i++) {
        const guint32 u = room->touched[i];
        if (u < first || u >= end || room->few[u] != 1 || u == own)
            continue;
        room->found.node[n_found] = u;
        room->found.weight[n_found++] = 1;
    }
    return n_found;
}

/* Leaves the room empty. */
void
rhumb_product_clear_counts (const RhumbProduct *product, RhumbCounted n, RhumbProductRoom *room)
{
    clear_counts (room, product->nodes.n_rows, n);
}
