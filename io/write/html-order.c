/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The most important first, items and links: so the page draws and lists them, and sorting here
 * spares every reader's browser the time. Cost: O(n log n).
 */
#include "io/write/html-order.h"

/* Other kinds before papers, large before small, high scores before low ones, ties by number. */
static int
compare_items (gconstpointer a, gconstpointer b, gpointer data)
{
    const guint32 i = *(const guint32 *)a;
    const guint32 j = *(const guint32 *)b;
    const RhumbMapItem *x = &((const RhumbMapItem *)data)[i];
    const RhumbMapItem *y = &((const RhumbMapItem *)data)[j];
    const gboolean x_is_paper = x->kind == RHUMB_NODE_PAPER;
    if (x_is_paper != (y->kind == RHUMB_NODE_PAPER))
        return x_is_paper ? 1 : -1;
    if (x->radius != y->radius)
        return x->radius > y->radius ? -1 : 1;
    if (x->score != y->score)
        return x->score > y->score ? -1 : 1;
    return i < j ? -1 : i > j;
}

static int
compare_links (gconstpointer a, gconstpointer b, gpointer data)
{
    const guint32 e = *(const guint32 *)a;
    const guint32 f = *(const guint32 *)b;
    const RhumbMapLink *link = data;
    if (link[e].strength != link[f].strength)
        return link[e].strength > link[f].strength ? -1 : 1;
    return e < f ? -1 : e > f;
}

static guint32 *
sort_numbers (guint32 n, GCompareDataFunc compare, gconstpointer data)
{
    guint32 *order = g_new (guint32, MAX (n, 1));
    for (guint32 i = 0; i < n; i++)
        order[i] = i;
    g_qsort_with_data (order, (gint)n, sizeof *order, compare, (gpointer)data);
    return order;
}

/* Sorts the items of a map, the most important first. Their words stay those of @map. @place (out):
 * for each item of @map its place in the result. Returns the items. */
RhumbMapItem *
rhumb_html_sort_items (const RhumbMap *map, guint32 **place)
{
    guint32 n;
    const RhumbMapItem *item = rhumb_map_get_items (map, &n);
    g_autofree guint32 *order = sort_numbers (n, compare_items, item);
    RhumbMapItem *sorted = g_new (RhumbMapItem, MAX (n, 1));
    *place = g_new (guint32, MAX (n, 1));
    for (guint32 i = 0; i < n; i++) {
        sorted[i] = item[order[i]];
        (*place)[order[i]] = i;
    }
    return sorted;
}

/* Sorts the links of a map, the strongest first. Returns the numbers of the links. */
guint32 *
rhumb_html_sort_links (const RhumbMap *map)
{
    guint32 n;
    const RhumbMapLink *link = rhumb_map_get_links (map, &n);
    return sort_numbers (n, compare_links, link);
}
