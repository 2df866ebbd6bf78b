/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Disjoint sets with path halving; the smallest element stands for its set, so that the result
 * does not depend on the order of uniting.
 * Source: Tarjan and van Leeuwen 1984, doi:10.1145/62.2160. Cost: nearly constant for each step on
 * the inputs here; logarithmic at worst on average.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Sets of the numbers 0 … n − 1 that grow together: @parent[i] leads to the smallest of its set. */
guint32 *rhumb_disjoint_sets_new (guint32 n);

/* The element that stands for the set of @element. */
static inline guint32
rhumb_disjoint_sets_find (guint32 *parent, guint32 element)
{
    while (parent[element] != element) {
        parent[element] = parent[parent[element]];
        element = parent[element];
    }
    return element;
}

/* Makes one set of two; returns its smallest element. */
static inline guint32
rhumb_disjoint_sets_unite (guint32 *parent, guint32 a, guint32 b)
{
    a = rhumb_disjoint_sets_find (parent, a);
    b = rhumb_disjoint_sets_find (parent, b);
    parent[MAX (a, b)] = MIN (a, b);
    return MIN (a, b);
}

G_END_DECLS
