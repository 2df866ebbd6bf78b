/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * An order by chance. Who asks draws a number for each item, keyed by the item's stable id, so an
 * item keeps its place among the others when more come. Cost: sorting n numbers.
 */
#include "graph/shuffle.h"

#include <stdlib.h>

typedef struct {
    guint64 draw;
    guint32 item;
} Drawn;

static int
compare_drawn (const void *a, const void *b)
{
    const Drawn *x = a;
    const Drawn *y = b;
    if (x->draw != y->draw)
        return x->draw < y->draw ? -1 : 1;
    return (x->item > y->item) - (x->item < y->item);
}

/* Puts items in the order of their numbers, equal ones in their own. @draw: a random number for
 * each item; @n: items. Returns the items. */
guint32 *
rhumb_shuffle (const guint64 *draw, guint32 n)
{
    guint32 *order = g_new (guint32, MAX (n, 1));
    g_autofree Drawn *drawn = g_new (Drawn, MAX (n, 1));
    for (guint32 i = 0; i < n; i++)
        drawn[i] = (Drawn){draw[i], i};
    qsort (drawn, n, sizeof *drawn, compare_drawn);
    for (guint32 i = 0; i < n; i++)
        order[i] = drawn[i].item;
    return order;
}
