/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analytics/layout/palette.h"

#include "analytics/layout/colour.h"

static void
tells_fourteen_colours_apart_for_everybody (void)
{
    for (guint32 i = 0; i < 14; i++) {
        for (guint32 j = 0; j < i; j++) {
            const double different =
                rhumb_colour_difference (rhumb_palette_get (i), rhumb_palette_get (j));
            g_test_message ("%u %u: %.1f", i, j, different);
            g_assert_cmpfloat (different, >=, i < 9 ? 15.0 : 10.5);
        }
    }
}

static void
gives_each_cluster_its_own_colour (void)
{
    for (guint32 n = 1; n <= RHUMB_PALETTE_SIZE; n++) {
        g_autofree double *nearness = g_new0 (double, n *n);
        for (guint32 i = 0; i + 1 < n; i++)
            nearness[i * n + i + 1] = nearness[(i + 1) * n + i] = 10;
        g_autofree guint32 *colour = rhumb_palette_assign (n, nearness, n % 2 == 0);
        for (guint32 i = 0; i < n; i++) {
            for (guint32 j = 0; j < i; j++)
                g_assert_cmphex (colour[i], !=, colour[j]);
        }
    }
}

static void
makes_neighbours_differ_most (void)
{
    double nearness[9 * 9] = {0};
    nearness[0 * 9 + 1] = nearness[1 * 9 + 0] = 100;
    g_autofree guint32 *colour = rhumb_palette_assign (9, nearness, FALSE);
    g_assert_cmpfloat (rhumb_colour_difference (colour[0], colour[1]), >=, 45.0);
    g_autofree guint32 *grey = rhumb_palette_assign (9, nearness, TRUE);
    g_assert_cmpfloat (rhumb_colour_difference_in_grey (grey[0], grey[1]), >=, 40.0);
    g_assert_cmpfloat_with_epsilon (rhumb_colour_difference_in_grey (0x000000ff, 0xffffffff), 100.0,
                                    0.01);
}

static void
darkens_until_words_can_be_read (void)
{
    for (guint32 i = 0; i < RHUMB_PALETTE_SIZE; i++) {
        const guint32 ground[] = {0xfcfcfaff,
                                  rhumb_colour_mix (rhumb_palette_get (i), 0xfcfcfaff, 0.83)};
        const guint32 ink =
            rhumb_colour_stand_out (rhumb_palette_get (i), ground, 2, 4.5, 0x000000ff);
        for (guint k = 0; k < 2; k++)
            g_assert_cmpfloat (rhumb_colour_contrast (ink, ground[k]), >=, 4.5);
    }
    g_assert_cmpfloat_with_epsilon (rhumb_colour_contrast (0x000000ff, 0xffffffff), 21.0, 0.01);
    g_assert_cmpfloat (rhumb_colour_difference (0x123456ff, 0x123456ff), ==, 0);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/palette/tells-fourteen-colours-apart-for-everybody",
                     tells_fourteen_colours_apart_for_everybody);
    g_test_add_func ("/palette/gives-each-cluster-its-own-colour",
                     gives_each_cluster_its_own_colour);
    g_test_add_func ("/palette/makes-neighbours-differ-most", makes_neighbours_differ_most);
    g_test_add_func ("/palette/darkens-until-words-can-be-read", darkens_until_words_can_be_read);
    return g_test_run ();
}
