/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Sorting many texts by their bytes, as strcmp() does, equal ones by their number.
 *
 * Ids lie scattered in memory, and a comparison by strcmp() waits for both of them. So eight bytes
 * of each text are put beside its pointer and compared as one number; only texts that agree in
 * those are looked at again, in the next eight.
 * Source: Ng and Kakehi 2007, Cache efficient radix sort for string sorting,
 * doi:10.1093/ietfec/e90-a.2.457, for keeping bytes beside the pointers.
 * Cost: O(n log n) comparisons of numbers for each eight bytes that texts share.
 */
#include "graph/text-order.h"

#include <stdlib.h>
#include <string.h>

#define FEWEST 16    /* fewer texts are compared whole */
#define DEEPEST 4096 /* bytes shared, after which they are too */

/* The next eight bytes, zeros behind the end: the order of the numbers is that of the bytes. */
static guint64
load_head (const char *text)
{
    guint64 head = 0;
    guint i = 0;
    for (; i < 8 && text[i] != '\0'; i++)
        head = head << 8 | (guchar)text[i];
    return i > 0 ? head << 8 * (8 - i) : 0;
}

static int
compare_numbers (const RhumbOrdered *a, const RhumbOrdered *b)
{
    return (a->number > b->number) - (a->number < b->number);
}

static int
compare_heads (const void *a, const void *b)
{
    const RhumbOrdered *first = a;
    const RhumbOrdered *second = b;
    if (first->head != second->head)
        return first->head < second->head ? -1 : 1;
    return compare_numbers (first, second);
}

static int
compare_whole (const void *a, const void *b)
{
    const RhumbOrdered *first = a;
    const RhumbOrdered *second = b;
    const int order = strcmp (first->text, second->text);
    return order != 0 ? order : compare_numbers (first, second);
}

/* Sorts texts that agree in their first @depth bytes. */
static void
sort_from (RhumbOrdered *items, gsize n, gsize depth)
{
    if (n < FEWEST || depth > DEEPEST) {
        qsort (items, n, sizeof *items, compare_whole);
        return;
    }
    for (gsize i = 0; i < n; i++)
        items[i].head = load_head (items[i].text + depth);
    qsort (items, n, sizeof *items, compare_heads);
    for (gsize first = 0, end; first < n; first = end) {
        for (end = first + 1; end < n && items[end].head == items[first].head; end++)
            continue;
        /* A zero at the end of the head is the end of the texts: they are the same. */
        if (end > first + 1 && (items[first].head & 0xff) != 0)
            sort_from (items + first, end - first, depth + 8);
    }
}

/* Sorts texts by their bytes, equal ones by their number. @items: texts, none %NULL, and their
 * numbers; @n_items: how many. */
void
rhumb_text_order_sort (RhumbOrdered *items, gsize n_items)
{
    if (n_items > 1)
        sort_from (items, n_items, 0);
}
