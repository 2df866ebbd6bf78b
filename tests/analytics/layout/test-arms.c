/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analytics/layout/arms.h"

#include <math.h>

#define N_COLUMNS 60
#define N_ROWS 30

typedef struct {
    guint8 is_land[N_COLUMNS * N_ROWS];
    double held[N_COLUMNS * N_ROWS];
    guint8 is_arm[N_COLUMNS * N_ROWS];
} Land;

static void
add_disc (Land *land, int x, int y, double radius, double held)
{
    for (int cell = 0; cell < N_COLUMNS * N_ROWS; cell++) {
        if (hypot (cell % N_COLUMNS - x, cell / N_COLUMNS - y) <= radius)
            land->is_land[cell] = 1;
    }
    land->held[y * N_COLUMNS + x] += held;
}

static void
add_strip (Land *land, int left, int right, int top, int bottom)
{
    for (int y = top; y <= bottom; y++) {
        for (int x = left; x <= right; x++)
            land->is_land[y * N_COLUMNS + x] = 1;
    }
}

static gboolean
find_arms (Land *land)
{
    return rhumb_find_arms (land->is_land, land->held, N_COLUMNS, N_ROWS, land->is_arm);
}

static gboolean
is_arm (const Land *land, int x, int y)
{
    return land->is_arm[y * N_COLUMNS + x];
}

static void
what_is_round_or_square_has_no_arms (void)
{
    Land land = {0};
    g_assert_false (find_arms (&land));
    add_disc (&land, 15, 15, 9, 1);
    g_assert_false (find_arms (&land));
    add_strip (&land, 6, 24, 6, 24);
    g_assert_false (find_arms (&land));
}

static void
a_narrow_strip_that_ends_nowhere_is_an_arm (void)
{
    Land land = {0};
    add_disc (&land, 15, 15, 9, 1);
    add_strip (&land, 15, 45, 14, 16);
    g_assert_true (find_arms (&land));
    g_assert_false (is_arm (&land, 15, 15));
    g_assert_false (is_arm (&land, 22, 15));
    for (int x = 27; x <= 45; x++)
        g_assert_true (is_arm (&land, x, 15));
    g_assert_false (is_arm (&land, 50, 15));
}

static void
a_bridge_between_two_bodies_is_none (void)
{
    Land land = {0};
    add_disc (&land, 15, 15, 9, 1);
    add_disc (&land, 45, 15, 9, 1);
    add_strip (&land, 15, 45, 14, 16);
    g_assert_false (find_arms (&land));
}

static void
an_arm_takes_along_a_body_that_holds_little (void)
{
    Land land = {0};
    add_disc (&land, 15, 15, 9, 9);
    add_disc (&land, 45, 15, 7, 1);
    add_strip (&land, 15, 45, 14, 16);
    g_assert_true (find_arms (&land));
    g_assert_false (is_arm (&land, 15, 15));
    g_assert_true (is_arm (&land, 30, 15));
    g_assert_true (is_arm (&land, 45, 15));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/arms/what-is-round-or-square-has-no-arms",
                     what_is_round_or_square_has_no_arms);
    g_test_add_func ("/arms/a-narrow-strip-that-ends-nowhere-is-an-arm",
                     a_narrow_strip_that_ends_nowhere_is_an_arm);
    g_test_add_func ("/arms/a-bridge-between-two-bodies-is-none",
                     a_bridge_between_two_bodies_is_none);
    g_test_add_func ("/arms/an-arm-takes-along-a-body-that-holds-little",
                     an_arm_takes_along_a_body_that_holds_little);
    return g_test_run ();
}
