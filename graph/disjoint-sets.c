/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Disjoint sets with path halving; the smallest element stands for its set, so that the result
 * does not depend on the order of uniting.
 * Source: Tarjan and van Leeuwen 1984, doi:10.1145/62.2160. Cost: nearly constant for each step on
 * the inputs here; logarithmic at worst on average.
 */
#include "graph/disjoint-sets.h"

/* rhumb_disjoint_sets_new: each of @n elements alone, (transfer full). */
guint32 *
rhumb_disjoint_sets_new (guint32 n)
{
    guint32 *parent = g_new (guint32, (gsize)n + 1);
    for (guint32 i = 0; i < n; i++)
        parent[i] = i;
    return parent;
}

/* rhumb_disjoint_sets_find: the element that stands for the set of @element: its smallest, if
 * rhumb_disjoint_sets_unite() made it. */
guint32
rhumb_disjoint_sets_find (guint32 *parent, guint32 element)
{
    while (parent[element] != element) {
        parent[element] = parent[parent[element]];
        element = parent[element];
    }
    return element;
}

/* rhumb_disjoint_sets_unite: makes one set of two. Returns its smallest element. */
guint32
rhumb_disjoint_sets_unite (guint32 *parent, guint32 a, guint32 b)
{
    a = rhumb_disjoint_sets_find (parent, a);
    b = rhumb_disjoint_sets_find (parent, b);
    parent[MAX (a, b)] = MIN (a, b);
    return MIN (a, b);
}
