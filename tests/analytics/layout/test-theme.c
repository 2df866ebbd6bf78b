/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analytics/layout/theme.h"

#include "analytics/layout/colour.h"
#include "analytics/layout/palette.h"

static void
every_word_can_be_read_in_every_theme (void)
{
    for (guint t = 0; rhumb_map_theme_get_name ((RhumbMapTheme)t) != NULL; t++) {
        const RhumbTheme *theme = rhumb_theme_get ((RhumbMapTheme)t);
        const guint32 words[] = {theme->title, theme->ink, theme->quiet, theme->faint};
        for (guint i = 0; i < G_N_ELEMENTS (words); i++)
            g_assert_cmpfloat (rhumb_colour_contrast (words[i], theme->paper), >=, 4.5);
        for (guint32 c = 0; c <= RHUMB_PALETTE_SIZE; c++) {
            const guint32 ground =
                rhumb_colour_mix (theme->paper, rhumb_palette_get (c), theme->tint);
            g_assert_cmpfloat (rhumb_colour_contrast (theme->ink, ground), >=, 4.5);
        }
    }
}

static void
discs_stand_out_where_the_theme_says_so (void)
{
    const RhumbTheme *theme = rhumb_theme_get (RHUMB_MAP_THEME_DARK);
    for (guint32 c = 0; c <= RHUMB_PALETTE_SIZE; c++) {
        const guint32 colour = rhumb_palette_get (c);
        const guint32 ground[] = {theme->paper,
                                  rhumb_colour_mix (theme->paper, colour, theme->tint)};
        const guint32 disc =
            rhumb_colour_stand_out (colour, ground, 2, theme->stands_out, theme->towards);
        for (guint i = 0; i < G_N_ELEMENTS (ground); i++)
            g_assert_cmpfloat (rhumb_colour_contrast (disc, ground[i]), >=, theme->stands_out);
    }
}

static void
print_tells_neighbours_apart_without_colours (void)
{
    g_assert_true (rhumb_theme_get (RHUMB_MAP_THEME_PRINT)->in_grey);
    double nearness[6 * 6] = {0};
    for (guint i = 0; i + 1 < 6; i++)
        nearness[i * 6 + i + 1] = nearness[(i + 1) * 6 + i] = 10;
    g_autofree guint32 *colour = rhumb_palette_assign (6, nearness, TRUE);
    for (guint i = 0; i + 1 < 6; i++)
        g_assert_cmpfloat (rhumb_colour_difference_in_grey (colour[i], colour[i + 1]), >=, 20.0);
}

static void
themes_have_their_names (void)
{
    g_assert_cmpstr (rhumb_map_theme_get_name (RHUMB_MAP_THEME_LIGHT), ==, "light");
    g_assert_cmpstr (rhumb_map_theme_get_name (RHUMB_MAP_THEME_DARK), ==, "dark");
    g_assert_cmpstr (rhumb_map_theme_get_name (RHUMB_MAP_THEME_PRINT), ==, "print");
    g_assert_null (rhumb_map_theme_get_name ((RhumbMapTheme)3));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/theme/every-word-can-be-read-in-every-theme",
                     every_word_can_be_read_in_every_theme);
    g_test_add_func ("/theme/discs-stand-out-where-the-theme-says-so",
                     discs_stand_out_where_the_theme_says_so);
    g_test_add_func ("/theme/print-tells-neighbours-apart-without-colours",
                     print_tells_neighbours_apart_without_colours);
    g_test_add_func ("/theme/themes-have-their-names", themes_have_their_names);
    return g_test_run ();
}
