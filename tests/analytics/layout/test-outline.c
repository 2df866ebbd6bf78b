/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Boxes, polygons, contours, curves and lines of words: the shapes that layout is made of.
 */
#include "analytics/layout/outline.h"

#include <math.h>

#include "analytics/layout/contour.h"
#include "analytics/layout/text-block.h"

static void
contour_of_a_hill_is_a_circle (void)
{
    double field[60 * 50];
    for (guint i = 0; i < 60 * 50; i++)
        field[i] = 15.0 - hypot (i % 60 - 29.3, i / 60 - 24.6);
    gsize n;
    g_autofree RhumbPoint *point = rhumb_contour (field, 60, 50, &n);
    g_assert_cmpfloat_with_epsilon (rhumb_polygon_area (point, n), G_PI * 15 * 15, 3);
    for (gsize i = 0; i < n; i++)
        g_assert_cmpfloat_with_epsilon (hypot (point[i].x - 29.3, point[i].y - 24.6), 15, 0.1);
}

static void
contour_takes_the_largest_area_and_passes_over_holes (void)
{
    double field[40 * 20];
    for (guint i = 0; i < 40 * 20; i++) {
        const double large = 8.0 - hypot (i % 40 - 11.0, i / 40 - 9.5);
        const double hole = hypot (i % 40 - 11.0, i / 40 - 9.5) - 3.0;
        const double small = 4.0 - hypot (i % 40 - 30.0, i / 40 - 9.5);
        field[i] = MAX (MIN (large, hole), small);
    }
    gsize n;
    g_autofree RhumbPoint *point = rhumb_contour (field, 40, 20, &n);
    g_assert_cmpfloat_with_epsilon (rhumb_polygon_area (point, n), G_PI * 64, 3);
}

static void
contour_of_nothing_is_none (void)
{
    const double field[9] = {0};
    gsize n = 7;
    g_assert_null (rhumb_contour (field, 3, 3, &n));
    g_assert_cmpuint (n, ==, 0);
}

static void
smooth_curve_is_closed_and_keeps_its_shape (void)
{
    RhumbPoint square[] = {{100, 100}, {400, 100}, {400, 300}, {100, 300}};
    guint32 n_segments;
    g_autofree double *outline = rhumb_outline_smooth (square, 4, 12, &n_segments);
    g_assert_cmpfloat (outline[0], ==, outline[6 * (gsize)n_segments]);
    g_assert_cmpfloat (outline[1], ==, outline[6 * (gsize)n_segments + 1]);
    gsize n;
    g_autofree RhumbPoint *point = rhumb_outline_flatten (outline, n_segments, &n);
    g_assert_cmpfloat_with_epsilon (rhumb_polygon_area (point, n), 60000, 900);
    g_assert_true (rhumb_polygon_contains (point, n, (RhumbPoint){120, 120}));
    g_assert_false (rhumb_polygon_contains (point, n, (RhumbPoint){90, 200}));
}

static void
boxes_and_discs_touch_where_they_should (void)
{
    const RhumbBox a = {0, 0, 10, 10};
    g_assert_false (rhumb_boxes_overlap (a, (RhumbBox){10, 0, 20, 10}, 0));
    g_assert_true (rhumb_boxes_overlap (a, (RhumbBox){10, 0, 20, 10}, 1));
    g_assert_true (rhumb_box_touches_disc (a, (RhumbPoint){13, 14}, 5.1));
    g_assert_false (rhumb_box_touches_disc (a, (RhumbPoint){13, 14}, 4.9));
    g_assert_true (rhumb_box_contains_box (rhumb_box_grown (a, 1), a));
    g_assert_false (rhumb_box_contains_box (a, rhumb_box_grown (a, 1)));
}

static void
words_are_balanced_and_never_cut (void)
{
    static const struct {
        const char *text;
        guint max_lines;
        const char *lines[4];
    } cases[] = {
        {"short", 2, {"short"}},
        {"two words", 2, {"two words"}},
        {"large language model", 2, {"large", "language model"}},
        {"neural combinatorial optimization", 2, {"neural", "combinatorial optimization"}},
        {"a very long name of a paper that goes on",
         3,
         {"a very long", "name of a paper", "that goes on"}},
        {"unbreakablylongsingleword", 2, {"unbreakablylongsingleword"}},
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (RhumbTextBlock) block =
            rhumb_text_block_new (cases[i].text, cases[i].max_lines, 15, 12, FALSE, 0);
        g_autofree char *joined = g_strjoinv (" ", block->lines);
        g_assert_cmpstr (joined, ==, cases[i].text);
        g_assert_cmpuint (block->n_lines, <=, cases[i].max_lines);
        gsize longest = 0;
        gsize expected = 0;
        for (guint k = 0; cases[i].lines[k] != NULL; k++)
            expected = MAX (expected, (gsize)g_utf8_strlen (cases[i].lines[k], -1));
        for (guint k = 0; k < block->n_lines; k++)
            longest = MAX (longest, (gsize)g_utf8_strlen (block->lines[k], -1));
        g_assert_cmpuint (longest, <=, expected);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/contour/of-a-hill-is-a-circle", contour_of_a_hill_is_a_circle);
    g_test_add_func ("/contour/takes-the-largest-area-and-passes-over-holes",
                     contour_takes_the_largest_area_and_passes_over_holes);
    g_test_add_func ("/contour/of-nothing-is-none", contour_of_nothing_is_none);
    g_test_add_func ("/outline/is-closed-and-keeps-its-shape",
                     smooth_curve_is_closed_and_keeps_its_shape);
    g_test_add_func ("/geometry/boxes-and-discs-touch-where-they-should",
                     boxes_and_discs_touch_where_they_should);
    g_test_add_func ("/text-block/words-are-balanced-and-never-cut",
                     words_are_balanced_and_never_cut);
    return g_test_run ();
}
