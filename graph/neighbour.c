/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Lists of what is near: the best of many, highest score first, ties by node.
 *
 * Method: a heap of the best seen so far, whose root is the worst of them, and which is taken
 * apart from there (Williams 1964, doi:10.1145/512274.512284). Nothing is allocated. Cost:
 * O(candidates × log(wanted)).
 */
#include "graph/neighbour.h"

/**
 * rhumb_neighbours_new:
 *
 * Makes an empty list.
 *
 * Returns: (transfer full) (element-type RhumbNeighbour): a list
 *
 * Since: 0.2
 */
GArray *
rhumb_neighbours_new (void)
{
    return g_array_new (FALSE, FALSE, sizeof (RhumbNeighbour));
}

static gboolean
is_better (const RhumbNeighbour *a, const RhumbNeighbour *b)
{
    return a->score != b->score ? a->score > b->score : a->node < b->node;
}

/* Moves what is at @i down until all below it is better. */
static void
sink (RhumbNeighbour *heap, guint n, guint i)
{
    const RhumbNeighbour moved = heap[i];
    for (guint child = 2 * i + 1; child < n; child = 2 * i + 1) {
        if (child + 1 < n && is_better (&heap[child], &heap[child + 1]))
            child++;
        if (!is_better (&moved, &heap[child]))
            break;
        heap[i] = heap[child];
        i = child;
    }
    heap[i] = moved;
}

/**
 * rhumb_neighbours_keep_best:
 * @neighbours: (element-type RhumbNeighbour): a list in any order, scores not NaN
 * @n_best: how many to keep
 *
 * Keeps the nodes with the highest scores, best first, ties by node number.
 *
 * Since: 0.2
 */
void
rhumb_neighbours_keep_best (GArray *neighbours, guint n_best)
{
    RhumbNeighbour *heap = (RhumbNeighbour *)(gpointer)neighbours->data;
    const guint n = MIN (n_best, neighbours->len);
    for (guint i = n / 2; i > 0; i--)
        sink (heap, n, i - 1);
    for (guint i = n; n > 0 && i < neighbours->len; i++) {
        if (!is_better (&heap[i], &heap[0]))
            continue;
        heap[0] = heap[i];
        sink (heap, n, 0);
    }
    g_array_set_size (neighbours, n);
    for (guint left = n; left > 1; left--) {
        const RhumbNeighbour worst = heap[0];
        heap[0] = heap[left - 1];
        sink (heap, left - 1, 0);
        heap[left - 1] = worst;
    }
}
