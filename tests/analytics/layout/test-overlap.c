/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analytics/layout/overlap.h"

#include <math.h>

static const RhumbPushRules rules = {{0, 0, 1000, 800}, 2, 8, 600};

static void
leaves_no_overlap_and_stays_in_the_frame (void)
{
    RhumbPushBox box[60];
    for (guint i = 0; i < 60; i++)
        box[i] = (RhumbPushBox){
            {480 + 240 * sin (3.1 * i), 400 + 200 * cos (1.7 * i)}, 10 + i % 30, 6 + i % 9, i % 3};
    g_assert_cmpuint (rhumb_push_apart (box, 60, &rules), ==, 0);
    for (guint i = 0; i < 60; i++) {
        const RhumbBox a =
            rhumb_box_around (box[i].centre, 2 * box[i].half_width, 2 * box[i].half_height);
        g_assert_true (rhumb_box_contains_box (rules.frame, a));
        for (guint j = 0; j < i; j++) {
            const RhumbBox b =
                rhumb_box_around (box[j].centre, 2 * box[j].half_width, 2 * box[j].half_height);
            const double gap = box[i].group == box[j].group ? 2 : 8;
            g_assert_false (rhumb_boxes_overlap (a, b, gap - 0.5));
        }
    }
}

static void
moves_nothing_that_has_room (void)
{
    RhumbPushBox box[] = {{{100, 100}, 20, 10, 0}, {{200, 100}, 20, 10, 0}};
    g_assert_cmpuint (rhumb_push_apart (box, 2, &rules), ==, 0);
    g_assert_cmpfloat (box[0].centre.x, ==, 100);
    g_assert_cmpfloat (box[1].centre.y, ==, 100);
}

static void
parts_boxes_on_the_very_same_place (void)
{
    RhumbPushBox box[] = {{{500, 400}, 20, 10, 0}, {{500, 400}, 20, 10, 0}};
    g_assert_cmpuint (rhumb_push_apart (box, 2, &rules), ==, 0);
    g_assert_cmpfloat (fabs (box[0].centre.y - box[1].centre.y), >=, 21.5);
}

/* A name is wide and low: the shortest way apart is straight up, and would make columns. */
static void
what_lies_aside_goes_aside (void)
{
    RhumbPushBox box[] = {{{500, 400}, 60, 10, 0}, {{530, 410}, 60, 10, 0}};
    g_assert_cmpuint (rhumb_push_apart (box, 2, &rules), ==, 0);
    const double dx = box[1].centre.x - box[0].centre.x;
    const double dy = box[1].centre.y - box[0].centre.y;
    g_assert_cmpfloat (dx, >, 32);
    g_assert_cmpfloat (dx, <, 3 * dy);
    g_assert_cmpfloat (fabs (box[0].centre.x + box[1].centre.x - 1030), <, 1e-6);
}

static void
says_when_the_frame_is_too_small (void)
{
    RhumbPushBox box[] = {{{5, 5}, 500, 400, 0}, {{9, 9}, 500, 400, 0}};
    g_assert_cmpuint (rhumb_push_apart (box, 2, &rules), ==, 1);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/overlap/leaves-no-overlap-and-stays-in-the-frame",
                     leaves_no_overlap_and_stays_in_the_frame);
    g_test_add_func ("/overlap/moves-nothing-that-has-room", moves_nothing_that_has_room);
    g_test_add_func ("/overlap/parts-boxes-on-the-very-same-place",
                     parts_boxes_on_the_very_same_place);
    g_test_add_func ("/overlap/what-lies-aside-goes-aside", what_lies_aside_goes_aside);
    g_test_add_func ("/overlap/says-when-the-frame-is-too-small", says_when_the_frame_is_too_small);
    return g_test_run ();
}
