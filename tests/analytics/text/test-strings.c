/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analytics/text/strings.h"

#include <string.h>

static void
test_order (void)
{
    g_autoptr (RhumbStrings) strings = rhumb_strings_new ();
    g_assert_cmpuint (rhumb_strings_add (strings, "b", 1), ==, 0);
    g_assert_cmpuint (rhumb_strings_add (strings, "a", 1), ==, 1);
    g_assert_cmpuint (rhumb_strings_add (strings, "b", 1), ==, 0);
    g_assert_cmpuint (rhumb_strings_add (strings, "", 0), ==, 2);
    g_assert_cmpuint (rhumb_strings_add (strings, "ab", 1), ==, 1);
    g_assert_cmpuint (rhumb_strings_get_n (strings), ==, 3);
    g_assert_cmpuint (rhumb_strings_find (strings, "c", 1), ==, RHUMB_NO_STRING);
    g_assert_cmpstr (rhumb_strings_get (strings, 1), ==, "a");
    g_assert_cmpuint (rhumb_strings_get_length (strings, 2), ==, 0);
}

static void
test_many (void)
{
    g_autoptr (RhumbStrings) strings = rhumb_strings_new ();
    const guint n = 50000;
    for (guint pass = 0; pass < 2; pass++)
        for (guint i = 0; i < n; i++) {
            g_autofree char *text = g_strdup_printf ("%u-%u", i % 7, i);
            g_assert_cmpuint (rhumb_strings_add (strings, text, strlen (text)), ==, i);
        }
    for (guint i = 0; i < n; i++) {
        g_autofree char *text = g_strdup_printf ("%u-%u", i % 7, i);
        g_assert_cmpstr (rhumb_strings_get (strings, i), ==, text);
        g_assert_cmpuint (rhumb_strings_find (strings, text, strlen (text)), ==, i);
    }
    g_assert_cmpuint (rhumb_strings_get_n (strings), ==, n);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/strings/are-numbered-as-they-come", test_order);
    g_test_add_func ("/strings/keep-their-numbers-while-the-table-grows", test_many);
    return g_test_run ();
}
