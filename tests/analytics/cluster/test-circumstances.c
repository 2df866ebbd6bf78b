/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analytics/cluster/circumstances.h"

static void
places_are_told_with_and_without_their_direction (void)
{
    static const struct {
        const char *label;
        gboolean is_place;
    } labels[] = {
        {"Nigeria", TRUE},       {"Northern Nigeria", TRUE},
        {"South Africa", TRUE},  {"Asia, Southeastern", TRUE},
        {"Western blot", FALSE}, {"nigeria", FALSE},
        {"ML", FALSE},           {"", FALSE},
    };
    for (guint i = 0; i < G_N_ELEMENTS (labels); i++) {
        g_test_message ("%s", labels[i].label);
        g_assert_cmpint (rhumb_circumstances_names_place (labels[i].label), ==, labels[i].is_place);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/circumstances/places-are-told-with-and-without-their-direction",
                     places_are_told_with_and_without_their_direction);
    return g_test_run ();
}
