/* SPDX-License-Identifier: GPL-2.0-or-later */
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
