/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Lists of numbers of papers or nodes in which each stands once, ascending.
 * Cost: sorting.
 */
#include "graph/number-set.h"

#include <stdlib.h>

#include "graph/compare.h"

/* So many are sorted sooner by insertion. */
#define FEW 32

static void
insert_each (guint32 *numbers, guint n)
{
    for (guint i = 1; i < n; i++) {
        const guint32 own = numbers[i];
        guint place = i;
        for (; place > 0 && numbers[place - 1] > own; place--)
            numbers[place] = numbers[place - 1];
        numbers[place] = own;
    }
}

/* rhumb_numbers_sort: sorts @n numbers and leaves each once. Returns how many are left. */
guint
rhumb_numbers_sort (guint32 *numbers, guint n)
{
    guint n_left = 0;
    if (n <= FEW)
        insert_each (numbers, n);
    else
        qsort (numbers, n, sizeof *numbers, rhumb_compare_numbers);
    for (guint i = 0; i < n; i++)
        if (n_left == 0 || numbers[n_left - 1] != numbers[i])
            numbers[n_left++] = numbers[i];
    return n_left;
}

/* rhumb_number_set_make: sorts @numbers, of guint32, and leaves each once. */
void
rhumb_number_set_make (GArray *numbers)
{
    g_array_set_size (numbers,
                      rhumb_numbers_sort ((guint32 *)(gpointer)numbers->data, numbers->len));
}
