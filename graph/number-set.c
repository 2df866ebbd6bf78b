/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Lists of numbers of papers or nodes in which each stands once, ascending.
 * Cost: sorting.
 */
#include "graph/number-set.h"

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
    const guint32 first = *(const guint32 *)a;
    const guint32 second = *(const guint32 *)b;
    return (first > second) - (first < second);
}

/* rhumb_number_set_make: sorts @numbers, of guint32, and leaves each once. */
void
rhumb_number_set_make (GArray *numbers)
{
    guint n = 0;
    guint32 *list = (guint32 *)(gpointer)numbers->data;
    g_array_sort (numbers, compare_numbers);
    for (guint i = 0; i < numbers->len; i++)
        if (n == 0 || list[n - 1] != list[i])
            list[n++] = list[i];
    g_array_set_size (numbers, n);
}
