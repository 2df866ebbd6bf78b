/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/suggest.h"

static void
the_nearest_word (void)
{
    static const char *const known[] = {
        "map", "topics", "rank", "concepts", "clusters", "quality", "concept-density", NULL};
    static const char *const cases[][2] = {
        {"tpics", "topics"},
        {"topcis", "topics"},
        {"Topics", "topics"},
        {"mpa", "map"},
        {"cluster", "clusters"},
        {"concept", "concepts"},
        {"con", "concepts"},
        {"qualtiy", "quality"},
        {"paint", NULL},
        {"colour", NULL},
        {"", NULL},
        {"ma", "map"},
        {"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", NULL},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
        g_assert_cmpstr (suggest (cases[i][0], known), ==, cases[i][1]);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/suggest/the-nearest-word-is-meant", the_nearest_word);
    return g_test_run ();
}
