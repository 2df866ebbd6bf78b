/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analytics/text/best-first.h"

/* Better ones are before worse ones, equal ones in their order, each is there once. */
static void
check_order (const double *score, guint32 n)
{
    g_auto (RhumbArena) arena = {0};
    const guint32 *order = rhumb_order_best_first (score, n, &arena);
    for (guint32 r = 1; r < n; r++) {
        const double before = score[order[r - 1]];
        const double own = score[order[r]];
        g_assert_true (before > own || (before == own && order[r - 1] < order[r]));
    }
    for (guint32 r = 0; r < n; r++)
        g_assert_cmpuint (order[r], <, n);
}

/* Few and many: each is put in order in its own way. */
static void
test_order (void)
{
    static const guint32 sizes[] = {0, 1, 2, 17, 255, 256, 257, 1000};
    g_autoptr (GRand) random = g_rand_new_with_seed (5);
    for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
        for (int range = 2; range < 2000; range *= 10) {
            g_autofree double *score = g_new (double, MAX (sizes[i], 1));
            for (guint32 k = 0; k < sizes[i]; k++)
                score[k] = g_rand_int_range (random, -range, range) / 4.0;
            check_order (score, sizes[i]);
        }
}

static void
test_equal (void)
{
    g_auto (RhumbArena) arena = {0};
    static const double score[] = {-1, 3, -1, 3, 3};
    static const guint32 known[] = {1, 3, 4, 0, 2};
    const guint32 *order = rhumb_order_best_first (score, G_N_ELEMENTS (score), &arena);
    for (gsize r = 0; r < G_N_ELEMENTS (known); r++)
        g_assert_cmpuint (order[r], ==, known[r]);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/best-first/better-ones-come-before-worse-ones", test_order);
    g_test_add_func ("/best-first/equal-ones-keep-their-order", test_equal);
    return g_test_run ();
}
