/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Measured in CIE L*a*b* and by WCAG contrast, while the ramps are made in Oklab.
 */
#include "analytics/layout/ramp.h"

#include "analytics/layout/colour.h"

#define N 16

static void
more_is_never_taken_for_less (void)
{
    for (guint t = 0; rhumb_map_theme_get_name ((RhumbMapTheme)t) != NULL; t++) {
        const RhumbTheme *theme = rhumb_theme_get ((RhumbMapTheme)t);
        guint32 colour[N];
        rhumb_ramp_fill (theme, colour, N);
        g_assert_cmphex (colour[0], ==, theme->paper);
        const guint32 page = theme->paper;
        for (guint i = 1; i < N; i++)
            g_assert_cmpfloat (rhumb_colour_difference_in_grey (colour[i], page), >,
                               rhumb_colour_difference_in_grey (colour[i - 1], page));
    }
}

static void
steps_look_alike (void)
{
    for (guint t = 0; rhumb_map_theme_get_name ((RhumbMapTheme)t) != NULL; t++) {
        guint32 colour[N];
        rhumb_ramp_fill (rhumb_theme_get ((RhumbMapTheme)t), colour, N);
        double least = 1000;
        double most = 0;
        for (guint i = 1; i < N; i++) {
            const double lightness = rhumb_colour_difference_in_grey (colour[i], colour[i - 1]);
            least = MIN (least, lightness);
            most = MAX (most, lightness);
        }
        g_test_message ("theme %u: steps of L* between %.2f and %.2f", t, least, most);
        g_assert_cmpfloat (least, >=, 1.0);
        g_assert_cmpfloat (most, <=, 1.8 * least);
    }
}

static void
words_can_be_read_on_every_colour (void)
{
    for (guint t = 0; rhumb_map_theme_get_name ((RhumbMapTheme)t) != NULL; t++) {
        const RhumbTheme *theme = rhumb_theme_get ((RhumbMapTheme)t);
        guint32 colour[N];
        rhumb_ramp_fill (theme, colour, N);
        for (guint i = 0; i < N; i++)
            g_assert_cmpfloat (rhumb_colour_contrast (theme->ink, colour[i]), >=, 4.5);
    }
}

static void
print_has_no_hue (void)
{
    guint32 colour[N];
    rhumb_ramp_fill (rhumb_theme_get (RHUMB_MAP_THEME_PRINT), colour, N);
    for (guint i = 0; i < N; i++) {
        g_assert_cmphex (colour[i] >> 24, ==, (colour[i] >> 16) & 0xff);
        g_assert_cmphex (colour[i] >> 24, ==, (colour[i] >> 8) & 0xff);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/ramp/more-is-never-taken-for-less", more_is_never_taken_for_less);
    g_test_add_func ("/ramp/steps-look-alike", steps_look_alike);
    g_test_add_func ("/ramp/words-can-be-read-on-every-colour", words_can_be_read_on_every_colour);
    g_test_add_func ("/ramp/print-has-no-hue", print_has_no_hue);
    return g_test_run ();
}
