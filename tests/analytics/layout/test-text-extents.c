/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analytics/layout/text-extents.h"

#include "analytics/layout/text-block.h"

#include <math.h>
#include <pango/pangocairo.h>

/* The advance of a line in Liberation Sans, or a negative number where the font is missing. */
static double
measure (const char *text, double size, gboolean bold)
{
    cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
    cairo_t *cairo = cairo_create (surface);
    cairo_font_options_t *options = cairo_font_options_create ();
    cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
    PangoContext *context = pango_cairo_create_context (cairo);
    pango_cairo_context_set_font_options (context, options);
    pango_context_set_round_glyph_positions (context, FALSE);
    PangoLayout *layout = pango_layout_new (context);
    PangoFontDescription *font = pango_font_description_from_string ("Liberation Sans");
    pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
    pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description (layout, font);
    pango_layout_set_text (layout, text, -1);
    PangoRectangle logical;
    pango_layout_get_extents (layout, NULL, &logical);
    PangoFont *loaded = pango_context_load_font (context, font);
    PangoFontDescription *found = pango_font_describe (loaded);
    const gboolean is_there =
        g_strcmp0 (pango_font_description_get_family (found), "Liberation Sans") == 0;
    pango_font_description_free (found);
    pango_font_description_free (font);
    g_object_unref (loaded);
    g_object_unref (layout);
    g_object_unref (context);
    cairo_font_options_destroy (options);
    cairo_destroy (cairo);
    cairo_surface_destroy (surface);
    return is_there ? logical.width / (double)PANGO_SCALE : -1.0;
}

static void
agrees_with_the_font_on_every_letter (void)
{
    for (guint bold = 0; bold < 2; bold++) {
        for (char c = 0x21; c < 0x7f; c++) {
            const char text[] = {c, '\0'};
            const double width = measure (text, 100, bold == 1);
            if (width < 0) {
                g_test_skip ("Liberation Sans is not installed");
                return;
            }
            g_test_message ("%c bold %u: %.2f", c, bold, width);
            g_assert_cmpfloat_with_epsilon (rhumb_text_width (text, 100, bold == 1, 0), width, 0.3);
        }
    }
}

static void
is_never_narrower_than_the_font (void)
{
    static const char *const text[] = {
        "distributed clustering", "AVATAR To Wave",           "Ångström résumé Ÿ",
        "10 × 20 – 30 · “x”",     "naïve Œuvre æther ßtraße", "multi-block bilevel optimization",
        "fi ffl first",           "Δψ Ωμέγα граф сеть ДЖЩ",   "Łódź Žižek ığş"};
    for (guint i = 0; i < G_N_ELEMENTS (text); i++) {
        for (guint bold = 0; bold < 2; bold++) {
            const double width = measure (text[i], 13, bold == 1);
            if (width < 0) {
                g_test_skip ("Liberation Sans is not installed");
                return;
            }
            g_test_message ("%s: %.2f", text[i], width);
            g_assert_cmpfloat (rhumb_text_width (text[i], 13, bold == 1, 0), >=, width - 0.05);
        }
    }
}

static void
counts_letter_spacing_and_no_width_for_marks (void)
{
    g_assert_cmpfloat (rhumb_text_width ("", 10, FALSE, 1), ==, 0);
    g_assert_cmpfloat_with_epsilon (rhumb_text_width ("aa", 10, FALSE, 0.5), 11.12 + 1, 1e-9);
    g_assert_cmpfloat_with_epsilon (rhumb_text_width ("e\xcc\x81", 10, FALSE, 0), 5.56, 1e-9);
    g_assert_cmpfloat (rhumb_text_width ("大", 10, FALSE, 0), >=, 10);
}

static void
fits_any_line_into_its_room (void)
{
    static const char *const text[] = {"a", "several words in one line", "wwwwwwwwwwwwwwwwwwwwww",
                                       "大規模言語モデルの分散学習大規模言語モデルの分散学習"};
    for (guint i = 0; i < G_N_ELEMENTS (text); i++) {
        g_autofree char *line = rhumb_text_fit (text[i], 12, FALSE, 60);
        g_assert_true (g_utf8_validate (line, -1, NULL));
        g_assert_cmpfloat (rhumb_text_width (line, 12, FALSE, 0), <=, 60);
    }
    g_autofree char *same = rhumb_text_fit ("short", 12, FALSE, 600);
    g_assert_cmpstr (same, ==, "short");
}

static void
leaves_out_last_parts_before_it_cuts (void)
{
    const GStrv three = (char *[]){"one", "two", "three", NULL};
    g_autofree char *two = rhumb_text_join_fitting (three, ", ", 10, FALSE, 50);
    g_assert_cmpstr (two, ==, "one, two");
    const GStrv one = (char *[]){"wider, than its room", NULL};
    g_autofree char *whole = rhumb_text_join_fitting (one, ", ", 10, FALSE, 9);
    g_assert_cmpstr (whole, ==, "wider, than its room");
    g_autofree char *none = rhumb_text_join_fitting ((char *[]){NULL}, ", ", 10, FALSE, 9);
    g_assert_cmpstr (none, ==, "");
}

static void
breaks_between_people_not_inside_their_names (void)
{
    g_autoptr (RhumbTextBlock) people =
        rhumb_text_block_new ("NEWMAN MEJ, YANG XS, JESPERSEN S", 2, 18, 10, TRUE, 0);
    g_assert_cmpuint (people->n_lines, ==, 2);
    g_assert_cmpstr (people->lines[0], ==, "NEWMAN MEJ,");
    g_autoptr (RhumbTextBlock) turned =
        rhumb_text_block_new ("RUIZ-CASTILLO, J; RADICCHI, F", 2, 18, 10, TRUE, 0);
    g_assert_cmpstr (turned->lines[0], ==, "RUIZ-CASTILLO, J;");
    g_autoptr (RhumbTextBlock) plain =
        rhumb_text_block_new ("graph representation learning", 2, 18, 10, TRUE, 0);
    g_assert_cmpstr (plain->lines[0], ==, "graph representation");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/text-extents/agrees-with-the-font-on-every-letter",
                     agrees_with_the_font_on_every_letter);
    g_test_add_func ("/text-extents/is-never-narrower-than-the-font",
                     is_never_narrower_than_the_font);
    g_test_add_func ("/text-extents/counts-letter-spacing-and-no-width-for-marks",
                     counts_letter_spacing_and_no_width_for_marks);
    g_test_add_func ("/text-extents/fits-any-line-into-its-room", fits_any_line_into_its_room);
    g_test_add_func ("/text-extents/leaves-out-last-parts-before-it-cuts",
                     leaves_out_last_parts_before_it_cuts);
    g_test_add_func ("/text-extents/breaks-between-people-not-inside-their-names",
                     breaks_between_people_not_inside_their_names);
    return g_test_run ();
}
