/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "io/scan/year.h"

static void
finds_four_digits (void)
{
    static const struct {
        const char *text;
        int year;
    } cases[] = {
        {"20190501", 2019},   {"20191301", 0},
        {"120190501", 0},     {"2019", 2019},
        {"2019-10-03", 2019}, {"c. 1920", 1920},
        {"Oct 2019", 2019},   {"20190", 0},
        {"in press", 0},      {"", 0},
        {"0999", 0},          {"3000", 0},
        {"12 1999x", 1999},   {"99999999999999999999 2001", 2001},
        {"1911/1912", 1911},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
        g_assert_cmpint (rhumb_year_find (cases[i].text), ==, cases[i].year);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/year/finds-the-first-number-of-four-digits", finds_four_digits);
    return g_test_run ();
}
