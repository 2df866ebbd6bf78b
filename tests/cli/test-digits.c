/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Numbers of tables, against the C library.
 */
#include "cli/digits.h"

#include <math.h>
#include <string.h>

static void
assert_as_printf (double value)
{
    g_autoptr (GString) text = g_string_new (NULL);
    char expected[G_ASCII_DTOSTR_BUF_SIZE];
    digits_append (text, value);
    g_assert_cmpstr (text->str, ==, g_ascii_formatd (expected, sizeof expected, "%.8g", value));
}

static void
chosen_numbers_are_as_the_library_prints_them (void)
{
    static const double VALUES[] = {
        0,
        -0.0,
        1,
        -1,
        10,
        100,
        12345678,
        123456789,
        99999999,
        99999999.4,
        99999999.5,
        999999995,
        0.1,
        0.5,
        0.0001,
        0.00001,
        0.000099999999,
        0.0000999999995,
        0.00009999999949,
        1.5,
        2.5,
        12345678.5,
        12345677.5,
        1.00000005,
        1.000000049,
        1.000000051,
        1e-5,
        1e-7,
        1e22,
        1e23,
        1e-300,
        1e300,
        5e-324,
        1.0 / 3,
        2.0 / 3,
        G_MAXDOUBLE,
        G_MINDOUBLE,
        1e-20,
        1e15,
        1e16,
    };
    for (gsize i = 0; i < G_N_ELEMENTS (VALUES); i++) {
        assert_as_printf (VALUES[i]);
        assert_as_printf (-VALUES[i]);
        assert_as_printf (nextafter (VALUES[i], INFINITY));
        assert_as_printf (nextafter (VALUES[i], -INFINITY));
    }
    assert_as_printf (INFINITY);
    assert_as_printf (NAN);
}

/* Of all magnitudes, with few digits (which end in zeros and halves) and with many. */
static void
random_numbers_are_as_the_library_prints_them (void)
{
    g_autoptr (GRand) rand = g_rand_new_with_seed (7);
    for (guint i = 0; i < 200000; i++) {
        const guint64 bits = (guint64)g_rand_int (rand) << 32 | g_rand_int (rand);
        double any;
        memcpy (&any, &bits, sizeof any);
        if (isfinite (any))
            assert_as_printf (any);
        const double scale = pow (10, g_rand_int_range (rand, -12, 12));
        assert_as_printf (g_rand_double (rand) * scale);
        assert_as_printf (g_rand_int_range (rand, 0, 100000) * scale);
        assert_as_printf ((g_rand_int_range (rand, 10000000, 99999999) + 0.5) * scale);
        assert_as_printf (
            ldexp (g_rand_int_range (rand, 0, 1 << 30), g_rand_int_range (rand, -60, 20)));
    }
}

static void
whole_numbers_are_as_the_library_prints_them (void)
{
    static const gint64 VALUES[] = {0, 1, -1, 9, 10, 1234567890, G_MAXINT64, G_MININT64};
    for (gsize i = 0; i < G_N_ELEMENTS (VALUES); i++) {
        char room[DIGITS_ROOM];
        g_autofree char *expected = g_strdup_printf ("%" G_GINT64_FORMAT, VALUES[i]);
        g_assert_cmpstr (digits_of_integer (room, VALUES[i]), ==, expected);
    }
}

static void
groups_of_three_have_commas (void)
{
    static const struct {
        guint64 value;
        const char *text;
    } CASES[] = {{0, "0"},
                 {999, "999"},
                 {1000, "1,000"},
                 {123456, "123,456"},
                 {1234567, "1,234,567"},
                 {G_MAXUINT64, "18,446,744,073,709,551,615"}};
    for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++) {
        g_autoptr (GString) text = g_string_new ("of ");
        digits_append_grouped (text, CASES[i].value);
        g_assert_cmpstr (text->str + 3, ==, CASES[i].text);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/digits/chosen-numbers-are-as-the-library-prints-them",
                     chosen_numbers_are_as_the_library_prints_them);
    g_test_add_func ("/digits/random-numbers-are-as-the-library-prints-them",
                     random_numbers_are_as_the_library_prints_them);
    g_test_add_func ("/digits/whole-numbers-are-as-the-library-prints-them",
                     whole_numbers_are_as_the_library_prints_them);
    g_test_add_func ("/digits/groups-of-three-have-commas", groups_of_three_have_commas);
    return g_test_run ();
}
