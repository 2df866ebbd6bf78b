/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The best of a list against the whole list in order.
 */
#include "graph/neighbour.h"

#include "tests/oracle.h"

static int
compare (gconstpointer a, gconstpointer b)
{
    const RhumbNeighbour *x = a;
    const RhumbNeighbour *y = b;
    if (x->score < y->score || x->score > y->score)
        return x->score < y->score ? 1 : -1;
    return (x->node > y->node) - (x->node < y->node);
}

/* Many scores are equal. */
static GArray *
make_list (guint n, guint seed)
{
    GArray *list = rhumb_neighbours_new ();
    for (guint i = 0; i < n; i++) {
        const RhumbNeighbour item = {(guint32)oracle_random_below (1000, seed, i),
                                     (double)oracle_random_below (20, seed + 1, i)};
        g_array_append_val (list, item);
    }
    return list;
}

static void
the_best_are_the_first_of_all_in_order (void)
{
    for (guint seed = 0; seed < 60; seed++) {
        const guint n = seed * 7;
        const guint n_best[] = {0, 1, 2, 10, n / 2, n, n + 5};
        for (guint i = 0; i < G_N_ELEMENTS (n_best); i++) {
            g_autoptr (GArray) list = make_list (n, seed);
            g_autoptr (GArray) expected = make_list (n, seed);
            g_array_sort (expected, compare);
            rhumb_neighbours_keep_best (list, n_best[i]);
            g_assert_cmpuint (list->len, ==, MIN (n, n_best[i]));
            for (guint k = 0; k < list->len; k++)
                g_assert_cmpint (compare (&g_array_index (list, RhumbNeighbour, k),
                                          &g_array_index (expected, RhumbNeighbour, k)),
                                 ==, 0);
        }
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/neighbour/the-best-are-the-first-of-all-in-order",
                     the_best_are_the_first_of_all_in_order);
    return g_test_run ();
}
