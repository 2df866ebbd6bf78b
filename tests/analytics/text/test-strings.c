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

/* Across batches, with repeats inside them, while the table grows. */
static void
test_together (void)
{
    const guint n = 1000;
    g_autoptr (GPtrArray) text = g_ptr_array_new_with_free_func (g_free);
    g_autofree RhumbSlice *slice = g_new (RhumbSlice, n);
    for (guint i = 0; i < n; i++) {
        g_ptr_array_add (text, g_strdup_printf ("word %u", i * i % 613));
        slice[i] = (RhumbSlice){text->pdata[i], strlen (text->pdata[i])};
    }
    g_autoptr (RhumbStrings) strings = rhumb_strings_new ();
    g_autoptr (RhumbStrings) single = rhumb_strings_new ();
    g_autofree guint32 *number = g_new (guint32, n);
    rhumb_strings_find_all (strings, slice, n, number);
    for (guint i = 0; i < n; i++)
        g_assert_cmpuint (number[i], ==, RHUMB_NO_STRING);
    rhumb_strings_add_all (strings, slice, n, number);
    for (guint i = 0; i < n; i++)
        g_assert_cmpuint (number[i], ==,
                          rhumb_strings_add (single, slice[i].text, slice[i].length));
    memset (number, 0, n * sizeof *number);
    rhumb_strings_find_all (strings, slice, n, number);
    for (guint i = 0; i < n; i++)
        g_assert_cmpuint (number[i], ==,
                          rhumb_strings_find (single, slice[i].text, slice[i].length));
    g_assert_cmpuint (rhumb_strings_get_n (strings), ==, rhumb_strings_get_n (single));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/strings/are-numbered-as-they-come", test_order);
    g_test_add_func ("/strings/keep-their-numbers-while-the-table-grows", test_many);
    g_test_add_func ("/strings/together-are-as-one-by-one", test_together);
    return g_test_run ();
}
