/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analytics/text/letters.h"

#include <locale.h>
#include <string.h>

static void
test_classes (void)
{
    g_assert_true (rhumb_letter_is_alnum ('7'));
    g_assert_true (rhumb_letter_is_alnum (0x4e2d)); /* 中 */
    g_assert_true (rhumb_letter_is_alnum (0x2167)); /* Ⅷ */
    g_assert_false (rhumb_letter_is_alnum ('_'));
    g_assert_false (rhumb_letter_is_alnum (0x301));   /* combining acute */
    g_assert_false (rhumb_letter_is_alnum (0x1f600)); /* emoji */
    g_assert_true (rhumb_letter_is_digit (0xb2));
    g_assert_true (rhumb_letter_is_digit (0x664)); /* Arabic four */
    g_assert_false (rhumb_letter_is_digit (0xbd)); /* ½ */
    g_assert_true (rhumb_letter_is_upper (0xc9));
    g_assert_false (rhumb_letter_is_upper (0xe9));
    g_assert_true (rhumb_letter_is_space (0xa0));
    g_assert_true (rhumb_letter_is_space ('\v'));
    g_assert_false (rhumb_letter_is_space (0x200b));
}

static void
test_lower (void)
{
    gsize length;
    g_autofree char *lower = rhumb_letters_to_lower ("ÉCOLE I+", strlen ("ÉCOLE I+"), &length);
    g_assert_cmpstr (lower, ==, "école i+");
    g_assert_cmpuint (length, ==, strlen (lower));
}

int
main (int argc, char **argv)
{
    /* In Turkish I and i are letters of two pairs: nothing here may follow the locale. Few machines
     * have this one; tests/cli/determinism.sh makes it and asks the program. */
    setlocale (LC_ALL, "tr_TR.UTF-8");
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/letters/are-told-by-category", test_classes);
    g_test_add_func ("/letters/become-small-in-any-locale", test_lower);
    return g_test_run ();
}
